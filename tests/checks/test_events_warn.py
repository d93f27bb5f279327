"""Which event on file a text means is told from its words, so such a verdict may warn and never fails a build."""

from __future__ import annotations

import figures


def _findings(text: str) -> list[tuple[str, str, str]]:
    report = figures.audit(text, rules=["syria-2015"], date="2015-10-02")
    return [(f.rule, f.verdict, f.severity) for f in report.findings if f.verdict == "inconsistent"]


def test_a_length_of_time_against_an_event_on_file_warns() -> None:
    text = "Thousands of Syrians have fled after seven years of armed conflict in Syria."
    assert _findings(text) == [("core/length-of-time", "inconsistent", "warning")]


def test_a_length_of_time_against_a_date_in_the_text_is_an_error() -> None:
    text = "In the three months since the strike began on 2 September 2015, prices have risen."
    assert _findings(text) == [("core/length-of-time", "inconsistent", "error")]
