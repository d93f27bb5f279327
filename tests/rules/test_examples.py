"""Every rule's examples: each text gets the verdict that the rule's author wrote beside it."""

from __future__ import annotations

from datetime import date

import pytest

from figures import pipeline, readers, rules
from figures.rules import Example, Rule
from figures.rules_kinds import KINDS

PACKS = sorted(path.name for path in rules.packaged_rules().iterdir() if list(path.glob("*.yaml")))
BOOK = rules.load(PACKS)
EXAMPLES = [(rule, number) for rule in BOOK.rules for number in range(len(rule.examples))]


def verdicts(rule: Rule, example: Example) -> list[str]:
    """What the rule says on the text, and "silent" where that is nothing."""
    day = date.fromisoformat(example.date) if example.date else None
    document = readers.read("<text>", example.text.encode(), media_type="text/plain", date=day)
    report = pipeline.audit(document, BOOK)
    assert report.problems == ()
    return [finding.verdict for finding in report.results if finding.rule == rule.id] or ["silent"]


@pytest.mark.parametrize(("rule", "number"), EXAMPLES, ids=[f"{rule.id}-{number + 1}" for rule, number in EXAMPLES])
def test_an_example_gets_its_verdict(rule: Rule, number: int) -> None:
    example = rule.examples[number]
    found = verdicts(rule, example)
    assert example.verdict in found
    trips = set(KINDS[rule.kind].trips)
    if example.verdict not in trips:
        assert not trips & set(found), f"a near neighbour trips the rule: {example.text}"
    if example.verdict == "silent":
        assert found == ["silent"]


def test_every_packaged_rule_has_enough_examples_of_both_sorts() -> None:
    assert {"core", "syria-2015"} <= set(PACKS)
    for rule in BOOK.rules:
        trips = [example for example in rule.examples if example.verdict in KINDS[rule.kind].trips]
        assert len(trips) >= 2, rule.id
        assert len(rule.examples) - len(trips) >= 2, rule.id


def test_only_arithmetic_is_an_error() -> None:
    for rule in BOOK.rules:
        assert rule.severity != "error" or KINDS[rule.kind].arithmetic, rule.id


@pytest.mark.parametrize(
    ("text", "rule", "verdict"),
    [
        ("After three years of civil war, half of Syria has fled.", "core/length-of-time", "inconsistent"),
        ("Syria has seen two and a half years of armed conflict.", "core/length-of-time", "inconsistent"),
        ("After four-and-a-half years of civil war, half of Syria has fled.", "core/length-of-time", "consistent"),
        ("The Syrian teacher spent three years in Germany before the war.", "core/length-of-time", "silent"),
        ("Russia flew a fifth day of air strikes in Syria on Thursday.", "core/ordinal-day", "inconsistent"),
        ("Russia flew a second day of air strikes in Syria on Thursday.", "core/ordinal-day", "consistent"),
        ("France flew a fifth day of air strikes in Mali on Thursday.", "core/ordinal-day", "silent"),
    ],
)
def test_core_rules_use_the_events_of_a_pack(text: str, rule: str, verdict: str) -> None:
    (found,) = [one for one in BOOK.rules if one.id == rule]
    assert verdicts(found, Example(text, verdict, "2015-10-02")) == [verdict]
