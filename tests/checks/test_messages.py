"""The sentence that each core rule says of a text that trips it."""

from __future__ import annotations

import re
from datetime import date

import pytest

import figures
from figures import rules

CORE = rules.load([rules.core()]).rules
TRIPS = [
    (rule.id, example.text, example.date)
    for rule in CORE
    for example in rule.examples
    if example.verdict in ("inconsistent", "misleading")
]

MESSAGES = {
    "core/age": (
        "The painter, born in 1931, died in 2005 at the age of 84.",
        "84 does not fit the year of birth: the age in 2005 of somebody born in 1931 is 73 to 74.",
    ),
    "core/change": (
        "Revenue rose 20 percent, from $40 million to $50 million.",
        "20 percent does not fit: from $40 million to $50 million is a change of about 22.22 to 27.85%.",
    ),
    "core/conversion": (
        "Water at 30 degrees Celsius (96 degrees Fahrenheit) bleaches the reef.",
        "96 degrees Fahrenheit does not fit: 30 degrees Celsius is 83.3 to 88.7 degrees Fahrenheit.",
    ),
    "core/difference": (
        "The port has 52 boats, 15 more than the 40 of last year.",
        "15 does not fit: 52 - 40 is 12.",
    ),
    "core/fraction-of": (
        "A third of the 90 villages, 45, have no well.",
        "a third does not fit: 45 of 90 is 50%.",
    ),
    "core/grim": (
        "Of the 28 patients, 34% had been treated before.",
        "Of the 28 patients, 34%: the share of 28 patients can be 32% or 36%, but not 34%.",
    ),
    "core/hundred": (
        "About 40 percent grow wheat, 35 percent maize and the remaining 35 percent cotton.",
        "35 percent does not fit: 100 percent less about 40 percent and 35 percent is 20.5 to 29.5%.",
    ),
    "core/length-of-time": (
        "The siege began on 3 March 2012. After six years of siege, the town has no working hospital.",
        "six years does not fit the dates: from 3 March 2012 to 10 April 2015 is about 3.1 years.",
    ),
    "core/ordinal-day": (
        "The talks began on Monday, 6 April 2015. Friday was the second day of the talks.",
        "The second day does not fit the dates: Friday, 10 April 2015 is the fifth day from Monday, 6 April 2015.",
    ),
    "core/part-of": (
        "Almost two million people lost their homes, five million of them in the coastal towns.",
        "five million is given as a part of almost two million people, but a part cannot be larger than its whole.",
    ),
    "core/product": (
        "The city bought 12 buses at $300,000 each, for a total of $36 million.",
        "a total of $36 million does not fit: 12 x $300,000 is about 3.6 million dollars.",
    ),
    "core/rate": (
        "The 40 schools have 12,400 pupils, an average of 410 pupils per school.",
        "410 does not fit: 12,400 / 40 is about 301.2 to 327.6.",
    ),
    "core/reported-statistics": (
        "The new leaflet was understood better, t(28) = 2.20, p = .06.",
        "t(28) = 2.20, p = .06 does not fit: t(28) = 2.20 has p = 0.0362 (0.0358 to 0.0366 as rounded), which is "
        "significant at 0.05.",
    ),
    "core/confidence-interval": (
        "The mean difference was 1.20 points (95% CI -2.30 to -0.10).",
        "1.20 points (95% CI -2.30 to -0.10): 1.20 does not lie between -2.30 and -0.10; -1.20 would.",
    ),
    "core/rest-of": (
        "Of the 90 boats in the harbour, 60 were lost and the other 50 were damaged.",
        "50 does not fit what is left: 90 boats less 60 boats leaves 30.",
    ),
    "core/restatement": (
        "The navy keeps more than 40 patrol boats at the northern base.\n\n"
        "A spokesman said that 25 patrol boats are kept at the northern base.",
        "25 does not agree with more than 40 patrol boats, said of the same thing in this text.",
    ),
    "core/share": (
        "10 of 15 buses, or 76 percent, failed the test.",
        "76 percent does not fit: 10 of 15 is about 66.67%.",
    ),
    "core/shots": (
        "The guard had 24 points (8-15 FG, 3-4 3PT, 3-4 FT) and two assists.",
        "24 does not fit the shots made: 2 x 8 + 3 + 3 is 22.",
    ),
    "core/total": (
        "The budget of $106 million is made up of $48 million for roads and $31 million for schools.",
        "The parts do not add up to $106 million: $48 million + $31 million is 78 to 80 million dollars.",
    ),
    "core/weekday": (
        "The hearing opens on Monday, 8 December 2026.",
        "Monday, 8 December 2026 does not fit the calendar: 8 December 2026 is a Tuesday.",
    ),
}


def test_every_core_rule_has_its_sentence_here() -> None:
    assert set(MESSAGES) == {rule.id for rule in CORE}


@pytest.mark.parametrize("rule", MESSAGES)
def test_the_message_of_a_rule(rule: str) -> None:
    text, message = MESSAGES[rule]
    found = [finding for finding in figures.audit(text, date=date(2015, 4, 10)).findings if finding.rule == rule]
    assert [finding.message for finding in found] == [message]


@pytest.mark.parametrize(("rule", "text", "day"), TRIPS, ids=[rule for rule, _, _ in TRIPS])
def test_every_message_is_one_sentence_without_gaps(rule: str, text: str, day: str | None) -> None:
    (finding,) = (finding for finding in figures.audit(text, date=day).findings if finding.rule == rule)
    message = finding.message
    assert message.endswith(".")
    assert not re.search(r"[{}≈]|\s\s|\s[.,;:](?!\d)|[.,;:]{2}|:[^:]*: |, which is .*, which is ", message), message
    assert message.count("(") == message.count(")")
    assert finding.against not in ("", message)
