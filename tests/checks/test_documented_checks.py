"""The examples in docs/checks.md give the verdicts that they are said to give."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from judging import judge

from figures.checks import CHECKS
from figures.rules import load

PAGE = (Path(__file__).parents[2] / "docs" / "checks.md").read_text(encoding="utf-8")
SECTIONS = dict(zip(re.findall(r"^## (.+)$", PAGE, re.M), re.split(r"^## .+$", PAGE, flags=re.M)[1:], strict=True))
EXAMPLES = [
    (kind, *line.split(None, 1))
    for kind, section in SECTIONS.items()
    for block in re.findall(r"^```checks\n(.*?)^```", section, re.M | re.S)
    for line in block.splitlines()
]

PARAMS = {rule.kind: rule.params for rule in load().rules}  # of the core pack


@pytest.mark.parametrize(("kind", "verdict", "text"), EXAMPLES)
def test_an_example_gives_its_verdict(kind: str, verdict: str, text: str) -> None:
    found = {finding.verdict for finding in judge(kind, text.replace("\\n", "\n"), **PARAMS.get(kind, {}))}
    assert found == (set() if verdict == "silent" else {verdict})


def test_every_kind_is_documented() -> None:
    assert {kind for heading in SECTIONS for kind in heading.split(", ")} >= set(CHECKS)


def test_every_kind_of_arithmetic_has_examples_on_both_sides() -> None:
    for kind in set(CHECKS) - {"key_figure", "plausible_range", "attribution", "as_of"}:
        verdicts = {verdict for of_kind, verdict, _ in EXAMPLES if of_kind == kind}
        assert {"inconsistent", "consistent", "silent"} <= verdicts, kind
