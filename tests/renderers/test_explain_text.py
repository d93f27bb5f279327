"""What `figures explain` prints."""

from __future__ import annotations

import pytest
from samples import RULE, brief, hostile, page

from figures.renderers.explain import explain_line, explain_rule


def test_a_rule() -> None:
    assert explain_rule(RULE) == (
        "core/part-of: A part is not more than its whole\n"
        "\n"
        "  what     {part} is more than the {whole} it is a part of\n"
        "  why      Nobody can be counted in a part and not in the whole.\n"
        "  source   arithmetic\n"
        "  severity error\n"
        "  kind     part_of\n"
        "  defined  rules/core/arithmetic.yaml:12\n"
        "\n"
        "Trips on:\n"
        "  - Of 14 cows, 20 of them were sold. → inconsistent\n"
        "\n"
        "Does not trip on:\n"
        "  - Of 14 cows, 12 of them were sold. [written on 2024-05-04] → consistent\n"
    )


def test_a_number_with_its_derivation() -> None:
    text = explain_line(brief(), 5)
    part = text[text.index("brief.md:5:30") :]
    assert part == (
        "brief.md:5:30\n"
        "    - 14 million livestock lost, 20 million of them cattle\n"
        "                                 ^^^^^^^^^^^^^^^^^^\n"
        "    written:    “20 million of them”, the numeral “20 million”\n"
        "    value:      20000000\n"
        "    bound:      no bound\n"
        "    resolution: 1 million (the place of the last digit as written); granularity 10 million\n"
        "    stated:     19.5 to 20.5 million [19500000, 20500000]\n"
        "    implied:    the same\n"
        "    unit:       none (count)\n"
        "    part of:    livestock\n"
        "    relation:   part of “14 million livestock” at 5:3, by “of them”\n"
        "    rule:       core/part-of: error: 20 million of them is more than the 14 million it is a part of\n"
        "      verdict:  inconsistent, major\n"
        "      says:     20 million of them: 19.5 to 20.5 million\n"
        "      against:  14 million livestock, in the same sentence\n"
        "      given:    whole = “14 million livestock” (at 5:3): 13.5 to 14.5 million\n"
        "      because:  part <= whole, so at most 14.5 million; the text gives 19.5 to 20.5 million\n"
    )


def test_qualifiers_and_what_is_elided() -> None:
    text = explain_line(brief(), 3)
    assert "    bound:      above, by the qualifier “more-than”\n" in text
    assert "    implied:    above 250,000 and at most 350,000 (250000, 350000]\n" in text
    assert "    counts:     people (taken from what stands before)\n" in text
    assert "    verdict:    unchecked; nothing to hold it against\n" in text
    assert "    says so:    Officials\n" in text


def test_rejected_numerals_say_why() -> None:
    assert "    not a quantity: model name\n" in explain_line(brief(), 15)


def test_a_line_without_numbers_and_one_that_is_not_there() -> None:
    assert explain_line(brief(), 2) == "brief.md:2: no number is written on this line\n"
    with pytest.raises(ValueError, match=r"brief\.md: there is no line 99; the last one is 16"):
        explain_line(brief(), 99)
    with pytest.raises(ValueError, match="there is no line 0"):
        explain_line(brief(), 0)


def test_source_with_markup_and_hostile_text() -> None:
    assert "“1.5 m”" in explain_line(page(), 1)
    assert "\x1b" not in explain_line(hostile(), 1)
