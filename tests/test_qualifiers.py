"""The lexicon of qualifiers: phrases find their row, rows compose and negate, and a newsroom can set its own widths."""

from __future__ import annotations

import subprocess
import sys
from fractions import Fraction

import pytest

from figures.lexicon import BOUNDS, compose, load_qualifiers, negate, number, qualifier, qualifiers

PHRASES = {
    "bare": ["only", "just", "merely", "a total of", "a mere", "barely"],
    "exactly": ["exactly", "precisely"],
    "about": ["about", "around", "some", "roughly", "approximately", "approx.", "circa", "c.", "ca.", "~", "≈",
              "close to", "an estimated", "estimated", "in the region of", "in the order of", "or so", "-odd",
              "or thereabouts"],
    "nearly": ["nearly", "almost", "approaching", "not quite", "virtually"],
    "just-under": ["just under", "just shy of", "slightly less than", "a little under", "shy of"],
    "just-over": ["just over", "slightly more than", "a little over"],
    "more-than": ["more than", "over", "above", "in excess of", "upwards of", "north of", "well over", "exceeding",
                  "exceeds", "surpassed", "topped", ">", "+", "-plus", "greater than"],
    "at-least": ["at least", "no fewer than", "not less than", "no less than", "a minimum of", "minimum of",
                 "at a minimum", "or more", "and counting", ">=", "≥"],
    "as-few-as": ["as few as", "as little as"],
    "less-than": ["less than", "under", "below", "fewer than", "<", "well under"],
    "at-most": ["at most", "no more than", "not more than", "a maximum of", "maximum of", "or fewer",
                "or less", "<=", "≤"],
    "up-to": ["up to", "as many as", "as much as"],
    "between": ["between", "from"],
    "majority": ["most", "a majority of"],
    "vague-plural": ["dozens", "tens of thousands"],
    "few": ["several", "a few", "a handful of"],
}  # fmt: skip


@pytest.mark.parametrize(("id", "phrase"), [(id, phrase) for id, phrases in PHRASES.items() for phrase in phrases])
def test_a_phrase_belongs_to_its_row_and_to_no_other(id, phrase):
    rows = [row.id for row in qualifiers() if phrase in (*row.before, *row.after, *row.alone)]
    assert rows == [id]


@pytest.mark.parametrize(
    ("ids", "bound"),
    [
        ("bare exactly fraction ratio multiple", "="),
        ("about vague-plural few", "~"),
        ("nearly just-under less-than minority", "<"),
        ("at-most up-to", "<="),
        ("just-over more-than majority", ">"),
        ("at-least as-few-as", ">="),
        ("between", "range"),
    ],
)
def test_bounds(ids, bound):
    assert {qualifier(id).bound for id in ids.split()} == {bound}
    assert bound in BOUNDS


@pytest.mark.parametrize("side", ["before", "after", "alone"])
def test_no_phrase_stands_twice_on_one_side(side):
    phrases = [phrase for row in qualifiers() for phrase in getattr(row, side)]
    assert sorted(phrases) == sorted(set(phrases))
    assert all(phrase and phrase == phrase.lower().strip() for phrase in phrases)


@pytest.mark.parametrize(
    ("id", "negated"),
    [
        ("more-than", "at-most"),
        ("at-most", "more-than"),
        ("less-than", "at-least"),
        ("at-least", "less-than"),
        ("nearly", "less-than"),
        ("exactly", "about"),
        ("majority", "minority"),
        ("more-than+about", "at-most+about"),
        ("up-to", ""),
        ("", ""),
    ],
)
def test_negation_turns_a_bound_round(id, negated):
    assert negate(id) == negated


@pytest.mark.parametrize(
    ("outer", "inner", "composed"),
    [
        ("up-to", "about", "up-to+about"),
        ("bare", "about", "about"),
        ("", "more-than", "more-than"),
        ("about", "about", "about"),
        ("exactly", "at-most", "at-most"),
        ("more-than", "exactly", "more-than"),
        ("exactly", "", "exactly"),
        ("bare", "exactly", "exactly"),
        ("", "", ""),
        ("at-least+about", "nearly", "at-least+about+nearly"),
    ],
)
def test_qualifiers_in_a_row_compose(outer, inner, composed):
    assert compose(outer, inner) == composed


def test_widths_are_exact():
    assert qualifier("about").stated.share == Fraction(1, 10)
    assert qualifier("fraction").stated.share == Fraction(1, 40)
    assert (number("2.5%"), number("3"), number("1/3")) == (Fraction(1, 40), 3, Fraction(1, 3))
    assert type(number("4/2")) is int


def test_a_row_is_found_by_its_words_too():
    assert qualifier("at least") is qualifier("at-least")
    assert qualifier("") is qualifier("bare")
    with pytest.raises(KeyError):
        qualifier("umpteen")


def test_a_newsroom_sets_its_own_widths(tmp_path):
    path = tmp_path / "ours.yaml"
    path.write_text(
        "about:\n  bound: '~'\n  means: ours\n  stated: {last_place: 1, share: 2.5%}\n  before: [no, 010]\n"
    )
    (row,) = load_qualifiers(path)
    assert (row.stated.last_place, row.stated.share, row.stated.granularity) == (1, Fraction(1, 40), None)
    assert row.before == ("no", "010")  # words, and neither a boolean nor a number


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("about: {bound: '≈'}", "ours.yaml: about: bound must be one of = ~ < <= > >= range; got '≈'"),
        ("about: {before: [x]}", "bound must be one of"),
        ("about: {bound: '~', before: some}", "ours.yaml: about: before must be a list of phrases; got 'some'"),
        ("about: {bound: '~', stated: {share: lots}}", "stated must hold numbers such as 2, 1/2 or 10%"),
        ("about: {bound: '~', stated: {share: 1/0}}", "stated must hold numbers such as 2, 1/2 or 10%"),
        ("about: {bound: '~', stated: 10%}", "stated must be a mapping of widths; got '10%'"),
        ("about: {bound: '~', stated: {width: 1}}", "stated has no width 'width'; known are last_place"),
        ("about: {bound: '~', colour: red}", "unknown field 'colour'; known are bound"),
        ("about: {bound: '~', negated: far}", "negated must name a row of this file; got 'far'"),
        ("about: [x]", "ours.yaml: about: a row must be a mapping of fields; got \\['x'\\]"),
        ("- about", "ours.yaml: the file must be a mapping of rows; got a list"),
        ("about: [", "ours.yaml: not YAML"),
    ],
)
def test_a_row_that_is_wrong_is_named(tmp_path, row, message):
    path = tmp_path / "ours.yaml"
    path.write_text(row)
    with pytest.raises(ValueError, match=message):
        load_qualifiers(path)


def test_the_lexicon_does_not_load_what_it_does_not_need():
    loaded = "print([name for name in ('yaml', 'pandas') if name in sys.modules])"
    code = f"import sys, figures.lexicon; {loaded}; figures.lexicon.qualifiers(); {loaded}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["[]", "['yaml']"]


def test_the_benchmark_judges_numbers_in_their_words():
    from bench.qualifiers import predict

    rows = [
        {"id": "a", "qualifier": "in excess of", "written": "700", "scale": 1, "unit": "boats", "reference": 700},
        {"id": "b", "qualifier": "or so", "written": "2.5", "scale": 10**6, "unit": None, "reference": 2.6e6},
        {"id": "c", "qualifier": None, "written": "300", "scale": 1, "unit": None, "reference": 310},
        {"id": "d", "qualifier": "no more than", "written": "80", "scale": 1, "unit": "%", "reference": 12.5},
        {"id": "e", "qualifier": "almost", "written": "−20", "scale": 1, "unit": "%", "reference": -19.5},
        # Read by the extractor: numerals in words, and ranges.
        {"id": "f", "qualifier": "more than", "written": "half", "scale": 1, "unit": None, "reference": 0.5},
        {"id": "g", "qualifier": "about", "written": "two-thirds", "scale": 1, "unit": "%", "reference": 68},
        {"id": "h", "qualifier": "between", "written": "10 and 15", "scale": 1, "unit": "ships", "reference": 12},
    ]
    assert predict(rows) == [
        {"id": "a", "verdict": "inconsistent"},
        {"id": "b", "verdict": "consistent"},
        {"id": "c", "verdict": "consistent_rounded"},
        {"id": "d", "verdict": "misleading"},
        {"id": "e", "verdict": "consistent"},
        {"id": "f", "verdict": "inconsistent"},
        {"id": "g", "verdict": "consistent"},
        {"id": "h", "verdict": "consistent"},
    ]
    with pytest.raises(LookupError, match="no number is read in 'hello there'"):
        predict([{"id": "i", "qualifier": "hello", "written": "there", "scale": 1, "unit": None, "reference": 5}])
