"""Intervals drawn: which ends are filled, which are hollow, which go on; where they stand; what the axis says."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import example, given, strategies

from figures.interval import Interval
from figures.renderers.number_line import WIDTH, Lane, draw


def drawn(*intervals: Interval, caption: str = "") -> ElementTree.Element:
    roles = ("stated", "implied", "expected")
    lanes = [Lane(f"lane {i}", f"words {i}", interval, roles[i % 3]) for i, interval in enumerate(intervals)]
    return ElementTree.fromstring(draw(lanes, "n1", "Number 1", caption))


def of_class(svg: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    return [element for element in svg.iter() if name in element.get("class", "").split()]


def ticks(svg: ElementTree.Element) -> list[tuple[float, str]]:
    return [(float(tick.get("x", "")), tick.text or "") for tick in of_class(svg, "nl-tick")]


def note(svg: ElementTree.Element) -> str:
    return "".join(element.text or "" for element in of_class(svg, "nl-note"))


def test_ends() -> None:
    svg = drawn(Interval(10, 20, False, True))
    assert len(of_class(svg, "nl-closed")) == 1
    assert len(of_class(svg, "nl-open")) == 1
    closed, hollow = of_class(svg, "nl-closed")[0], of_class(svg, "nl-open")[0]
    assert float(closed.get("cx", "")) < float(hollow.get("cx", ""))
    assert not of_class(svg, "nl-arrow")


def test_unbounded_ends_are_arrows() -> None:
    assert len(of_class(drawn(Interval(10, None, True)), "nl-arrow")) == 1
    assert len(of_class(drawn(Interval(None, 10)), "nl-arrow")) == 1
    assert len(of_class(drawn(Interval(10, None), Interval(None, None)), "nl-arrow")) == 3


def test_a_single_number_is_one_mark() -> None:
    svg = drawn(Interval(10, 20), Interval(15, 15))
    assert len(of_class(svg, "nl-point")) == 1
    assert len(of_class(svg, "nl-bar")) == 1


def test_nothing_to_draw() -> None:
    assert draw([Lane("says", "any number", Interval(None, None), "stated")], "n", "t") == ""


def test_numbers_stand_where_the_ticks_say() -> None:
    svg = drawn(Interval(10, 20), Interval(15, 20))
    at = {label: x for x, label in ticks(svg)}
    circles = sorted({float(circle.get("cx", "")) for circle in of_class(svg, "nl-closed")})
    assert circles == pytest.approx([at["10"], at["15"], at["20"]], abs=0.2)


def test_the_axis_names_the_scale_once() -> None:
    svg = drawn(Interval(3_500_000, 4_500_000), caption="people")
    assert [label for _, label in ticks(svg)] == ["3.5", "4", "4.5"]
    assert note(svg) == "million people"


def test_orders_of_magnitude_get_a_logarithmic_axis_that_says_so() -> None:
    svg = drawn(Interval(10, 10), Interval(1_000_000, 2_000_000))
    assert "logarithmic" in note(svg)
    assert "logarithmic" in "".join(svg.itertext())
    places = {label: x for x, label in ticks(svg)}
    assert places["1 million"] - places["10,000"] == pytest.approx(places["10,000"] - places["100"], abs=0.3)


def test_what_is_held_against_is_a_band_behind_all() -> None:
    svg = drawn(Interval(10, 20), Interval(12, 14), Interval(18, 22))
    (band,) = of_class(svg, "nl-band")
    left = float(band.get("x", ""))
    right = left + float(band.get("width", ""))
    expected = [float(c.get("cx", "")) for c in of_class(svg, "nl-expected") if c.tag.endswith("circle")]
    assert [left, right] == pytest.approx(sorted(expected), abs=0.2)


def test_screen_readers_hear_all_of_it() -> None:
    svg = drawn(Interval(10, 20), Interval(12, 14))
    assert svg.get("role") == "img"
    said = {element.get("id"): element.text for element in svg if element.tag in ("title", "desc")}
    assert svg.get("aria-labelledby", "").split() == list(said)
    assert said["n1-d"] == "lane 0: words 0. lane 1: words 1."


def test_text_is_escaped() -> None:
    svg = ElementTree.fromstring(draw([Lane("<b>", "a & b", Interval(1, 2), "stated")], "n", "<x>", "</svg>"))
    assert note(svg) == "</svg>"


ends = strategies.one_of(strategies.integers(-(10**30), 10**30), strategies.fractions())


@given(
    strategies.lists(
        strategies.tuples(ends, ends, strategies.booleans(), strategies.booleans()), min_size=1, max_size=4
    )
)
@example([(at := Fraction(-62026654286592370491731614474, 14243), at, False, False)])
def test_whatever_the_numbers_all_is_inside_and_labels_do_not_touch(
    given_ends: list[tuple[int | Fraction, int | Fraction, bool, bool]],
) -> None:
    intervals = []
    for a, b, left, right in given_ends:
        intervals.append(Interval(None if left else min(a, b), None if right else max(a, b)))
    lanes = [Lane("says", "words", interval, "stated") for interval in intervals]
    text = draw(lanes, "n", "t")
    if all(interval.lo is None and interval.hi is None for interval in intervals):
        assert text == ""
        return
    svg = ElementTree.fromstring(text)
    for element in svg.iter():
        for name in ("x", "x1", "x2", "cx"):
            if element.get(name) is not None:
                assert 0 <= float(element.get(name, "")) <= WIDTH
    labels = ticks(svg)
    for (x, label), (after, other) in pairwise(labels):
        assert after - x >= (len(label) + len(other)) / 2 * 5.5


def test_numbers_of_any_length() -> None:
    assert "10^5000" in "".join(drawn(Interval(10**5000, 10**5002)).itertext())
