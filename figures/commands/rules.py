"""``figures rules``: the rules in force, one to a line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from figures import config, output
from figures import rules as rulebooks
from figures.commands import common


def run(*, rules: Sequence[str]) -> int:
    settings = config.find(["-"])
    rulebook = rulebooks.load([*settings.rules, *map(Path, rules)])
    wide = max((len(rule.id) for rule in rulebook.rules), default=0)
    output.write_stdout("".join(f"{rule.id:{wide}}  {rule.severity:7}  {rule.name}\n" for rule in rulebook.rules))
    common.say(rulebook.problems)
    return 2 if rulebook.problems else 0
