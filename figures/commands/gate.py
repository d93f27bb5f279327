"""``figures gate``: key-figure tables and extracted claims held to the suites of expectations."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from figures import gate, output
from figures import rules as rulebooks
from figures.commands import common
from figures.renderers.text import one_line


def run(*, paths: Sequence[str], rules: Sequence[str]) -> int:
    rulebook = rulebooks.load(map(Path, rules)) if rules else None
    result = gate.run(paths, rulebook)
    problems = [*(rulebook.problems if rulebook else ()), *result.problems]
    output.write_stdout("".join(f"{one_line(line)}\n" for line in result.lines))
    common.say(problems)
    if problems:
        return 2
    return 0 if result.ok else 1
