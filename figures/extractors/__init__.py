"""Who reads the numbers: this project, or another extractor for comparison. One line for each in ``EXTRACTORS``."""

from __future__ import annotations

from collections.abc import Callable

from figures.document import Document
from figures.quantity import Reading


def _figures(document: Document) -> Reading:
    from figures.claims import read_claims

    return read_claims(document)


def _quantulum3(document: Document) -> Reading:
    from figures.extractors import quantulum

    return quantulum.read_claims(document)


EXTRACTORS: dict[str, Callable[[Document], Reading]] = {
    "figures": _figures,
    "quantulum3": _quantulum3,
}
