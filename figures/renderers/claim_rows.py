"""One row of plain columns per claim, for tables of any kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from figures.document import Document
from figures.quantity import Claim, Phrase
from figures.renderers.notation import exact_string, notation
from figures.renderers.places import Places

COLUMNS = (
    "path",
    "line",
    "col",
    "text",
    "value",  # exact: 250000, 4.5, 2/3
    "high",
    "unit",
    "kind",
    "bound",
    "direction",
    "stated",  # as mathematics writes it: (250000, inf)
    "implied",
    "counted",
    "predicate",
    "subject",
    "place",
    "time",
    "source",
    "sentence",
)


def claim_rows(document: Document, claims: Sequence[Claim]) -> Iterator[dict[str, str]]:
    """The ``COLUMNS`` of each claim as text; "" where the text gives nothing."""
    places = Places(document)
    for claim in claims:
        quantity = claim.quantity
        line, column = places.position(quantity.span.start)
        yield {
            "path": document.path,
            "line": str(line),
            "col": str(column),
            "text": " ".join(quantity.text.split()),
            "value": exact_string(quantity.value),
            "high": "" if quantity.high is None else exact_string(quantity.high),
            "unit": quantity.unit,
            "kind": quantity.kind,
            "bound": quantity.bound,
            "direction": quantity.direction,
            "stated": notation(quantity.stated),
            "implied": notation(quantity.implied),
            "counted": _text(claim.counted),
            "predicate": _text(claim.predicate),
            "subject": _text(claim.subject),
            "place": _text(claim.place),
            "time": _text(claim.time),
            "source": _text(claim.source),
            "sentence": " ".join(places.sentence(claim.sentence, claim.block).split()),
        }


def _text(phrase: Phrase | None) -> str:
    return "" if phrase is None else " ".join(phrase.text.split())
