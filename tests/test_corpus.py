"""Numbers as people write them: each phrasing in tests/corpus gives the value its entry states, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from figures.claims import read_claims
from figures.document import Block, Document, Span
from figures.quantity import Claim, Quantity, Reading, display

CORPUS = Path(__file__).parent / "corpus"
FIELDS = {
    *("value", "high", "bound", "unit", "kind", "direction", "role", "vague", "qualifier", "resolution", "stated"),
    *("counted", "counted_from", "whole", "predicate", "subject", "source"),
}
OF_ENTRY = {"phrasings", "carrier", "quantities", "unordered", "not_a_quantity", *FIELDS}


def _entries() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted(CORPUS.glob("*.yaml")):
        # Strings only: no value of the corpus may pass through a float.
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        for entry in data["entries"]:
            yield path.stem, {**data.get("defaults", {}), **entry}


def _cases() -> list[Any]:
    cases = []
    for name, entry in _entries():
        for phrasing in entry["phrasings"]:
            cases.append(pytest.param(phrasing, entry, id=f"{name}: {phrasing}"))
            if "carrier" in entry:
                sentence = entry["carrier"].replace("{}", phrasing)
                cases.append(pytest.param(sentence, entry, id=f"{name}, in a sentence: {phrasing}"))
    return cases


def _read(text: str) -> Reading:
    block = Block("paragraph", Span(0, len(text)), text, ((0, 0),))
    return read_claims(Document("<text>", text, "text/plain", (block,)))


def _expected(entry: dict[str, Any]) -> list[dict[str, str]]:
    if "not_a_quantity" in entry:
        return []
    wanted = entry.get("quantities", [entry])
    return [{field: row[field] for field in FIELDS & row.keys()} for row in wanted]


def _problems(claim: Claim, want: dict[str, Any]) -> list[str]:
    """What is not as wanted, one line for each field."""
    quantity = claim.quantity
    found: list[tuple[str, str, str]] = []

    def compare(field: str, got: str, wanted: str) -> None:
        if wanted not in (got, "any"):
            found.append((field, got, wanted))

    if "stated" in want:
        lo, hi = quantity.stated.lo, quantity.stated.hi
        ends = [None if end is None else Fraction(end) for end in (lo, hi)]
        if ends != [Fraction(end) for end in want["stated"]]:
            found.append(("stated", f"{lo} to {hi}", " to ".join(want["stated"])))
    else:
        compare("value", _number(quantity.value), _number(want["value"]))
        compare("bound", quantity.bound, want.get("bound", "="))
        if want.get("bound") != "any":
            compare("high", _number(quantity.high), _number(want.get("high")))
    compare("unit", quantity.unit, want.get("unit", ""))
    for field in ("kind", "direction", "role", "qualifier"):
        compare(field, getattr(quantity, field), want.get(field, "any"))
    if "resolution" in want:
        compare("resolution", _number(quantity.resolution), _number(want["resolution"]))
    if "vague" in want:
        compare("vague", str(quantity.vague).lower(), want["vague"])
    compare("counted_from", claim.counted_from, want.get("counted_from", "any"))
    for field in ("counted", "whole", "predicate", "subject", "source"):
        phrase = getattr(claim, field)
        if want.get(field, "any") != "any" and (phrase is None or want[field].lower() not in phrase.text.lower()):
            found.append((field, "nothing" if phrase is None else phrase.text, want[field]))
    return [f"{field}: wanted {wanted!r}, got {got!r}" for field, got, wanted in found]


def _number(value: Any) -> str:
    return (
        "none"
        if value is None
        else display(Fraction(value))
        if Fraction(value).denominator > 1
        else f"{int(Fraction(value)):,}"
    )


def _shown(quantity: Quantity) -> str:
    high = "" if quantity.high is None else f" to {_number(quantity.high)}"
    return f"{quantity.text!r} = {quantity.bound} {_number(quantity.value)}{high} {quantity.unit}".rstrip()


@pytest.mark.parametrize(("text", "entry"), _cases())
def test_a_phrasing_gives_its_value(text: str, entry: dict[str, Any]) -> None:
    reading = _read(text)
    claims = list(reading.claims)
    wanted = _expected(entry)
    listing = "\n".join(f"  {_shown(claim.quantity)}" for claim in claims) or "  nothing"
    if len(claims) != len(wanted):
        pytest.fail(f"{text!r}: {len(wanted)} quantities wanted, {len(claims)} read:\n{listing}", pytrace=False)
    if entry.get("unordered"):
        claims.sort(key=lambda c: Fraction(c.quantity.value))
        wanted.sort(key=lambda w: Fraction(w["value"]))
    problems = [line for claim, want in zip(claims, wanted, strict=True) for line in _problems(claim, want)]
    if problems:
        pytest.fail(f"{text!r}:\n" + "\n".join(f"  {p}" for p in problems) + f"\nread:\n{listing}", pytrace=False)
    reasons = entry.get("not_a_quantity", "any")
    if reasons != "any" and not {r.reason for r in reading.rejected} & set(
        [reasons] if isinstance(reasons, str) else reasons
    ):
        got = ", ".join(f"{r.text!r}: {r.reason}" for r in reading.rejected) or "nothing"
        pytest.fail(f"{text!r}: rejected for {reasons!r} wanted, got {got}", pytrace=False)


def test_the_corpus_is_large_and_well_formed() -> None:
    entries = list(_entries())
    for name, entry in entries:
        assert not entry.keys() - OF_ENTRY, f"{name}: unknown field in {entry}"
        assert entry["phrasings"], f"{name}: an entry without phrasings: {entry}"
        kinds = [key for key in ("value", "stated", "quantities", "not_a_quantity") if key in entry]
        assert len(kinds) == 1, f"{name}: one of value, stated, quantities and not_a_quantity: {entry}"
        for row in entry.get("quantities", []):
            assert not row.keys() - FIELDS, f"{name}: unknown field in {row}"
    phrasings = [(name, phrasing) for name, entry in entries for phrasing in entry["phrasings"]]
    assert len(set(phrasings)) >= 650


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Rescuers found 3 boats on Thursday.", ["2026-11-19"]),  # the text is of Friday, 20 November 2026
        ("Rescuers found 4 boats on 3 March 2020, and 5 in June.", ["2020-03-03", None]),
        ("Rescuers found 12 boats on 2 December.", ["2026-12-02"]),
    ],
)
def test_the_day_that_a_number_speaks_of(text: str, days: list[str | None]) -> None:
    document = Document(
        "<text>",
        text,
        "text/plain",
        (Block("paragraph", Span(0, len(text)), text, ((0, 0),)),),
        date=date(2026, 11, 20),
    )
    assert [c.as_of and c.as_of.isoformat() for c in read_claims(document).claims] == days
