"""Claims in their sentences: the words around each, without markup, at offsets of the sentence.

Everything that looks for a relation reads text through these types and only within a bounded distance of a claim, so
that the work grows with the number of claims, whatever the document.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from figures.anchors import block_range
from figures.document import Block, Document, Span
from figures.quantity import Claim

REACH = 90  # code points on either side of a claim that may show a relation
NEIGHBOURS = 8  # claims on either side that may take part in it


class Site(Struct, frozen=True):
    """A claim in its sentence; offsets into ``Line.text``."""

    index: int  # into Report.claims
    claim: Claim
    start: int  # of the whole quantity, qualifier and unit included
    end: int
    number_start: int
    number_end: int

    @property
    def noun(self) -> str:
        """The lemma of what is counted; "" when the text does not say."""
        return self.claim.counted.head if self.claim.counted else ""


class Line(Struct, frozen=True):
    """One sentence that holds claims, as a reader sees it."""

    block: int  # index into Document.blocks
    text: str
    base: int  # where the sentence begins in Block.text
    source: Block
    sites: tuple[Site, ...]

    def before(self, site: Site, reach: int = REACH) -> str:
        """The words of the sentence just before a claim."""
        return self.text[max(0, site.start - reach) : site.start]

    def after(self, site: Site, reach: int = REACH) -> str:
        """The words of the sentence just after a claim; they begin with what is counted."""
        return self.text[site.end : site.end + reach]

    def between(self, one: Site, other: Site) -> str | None:
        """The words between two claims in this order; None when they are far apart."""
        return self.text[one.end : other.start] if 0 <= other.start - one.end <= 2 * REACH else None

    def span(self, start: int, end: int) -> Span:
        """A piece of the sentence, in the document."""
        return self.source.locate(self.base + start, self.base + end)


class Layout(Struct, frozen=True):
    """A document's sentences with claims, in order of place, with the sentences between them left out."""

    document: Document
    claims: tuple[Claim, ...]
    lines: tuple[Line, ...]

    def sites(self) -> Iterator[tuple[Line, int, Site]]:
        """Every claim with its sentence and its place among the claims of that sentence."""
        for line in self.lines:
            for place, site in enumerate(line.sites):
                yield line, place, site


def lay_out(document: Document, claims: tuple[Claim, ...]) -> Layout:
    """Groups claims by sentence. ``claims`` are in order of place, as read."""
    lines: list[Line] = []
    group: list[int] = []
    for index, claim in enumerate(claims):
        if group and (claims[group[0]].block, claims[group[0]].sentence) != (claim.block, claim.sentence):
            lines.append(_line(document, claims, group))
            group = []
        group.append(index)
    if group:
        lines.append(_line(document, claims, group))
    return Layout(document, claims, tuple(lines))


def _line(document: Document, claims: tuple[Claim, ...], group: list[int], reach: int | None = None) -> Line:
    """The sentence of these claims; ``reach``: no more of it than that on either side of them."""
    first, last = claims[group[0]], claims[group[-1]].quantity.span
    block = block_of(document, first.block)
    base, end = block_range(block, first.sentence.start, first.sentence.end)
    if reach is not None:
        from_claim, to_claim = block_range(block, first.quantity.span.start, last.end)
        base, end = max(base, from_claim - reach), min(end, to_claim + reach)
    sites = []
    for index in group:
        quantity = claims[index].quantity
        start, stop = block_range(block, quantity.span.start, quantity.span.end)
        number = block_range(block, quantity.number.start, quantity.number.end)
        sites.append(Site(index, claims[index], start - base, stop - base, number[0] - base, number[1] - base))
    return Line(first.block, block.text[base:end], base, block, tuple(sites))


def block_of(document: Document, index: int) -> Block:
    """The block a claim stands in; the whole text where a reader made no blocks."""
    if index < len(document.blocks):
        return document.blocks[index]
    return Block("paragraph", Span(0, len(document.text)), document.text, ((0, 0),))


def around(document: Document, claims: tuple[Claim, ...], index: int) -> tuple[Line, Site]:
    """The sentence of one claim, with the claims beside it, and the claim's place in it."""
    claim = claims[index]
    first = last = index
    while first and index - first < NEIGHBOURS and _together(claims[first - 1], claim):
        first -= 1
    while last + 1 < len(claims) and last - index < NEIGHBOURS and _together(claims[last + 1], claim):
        last += 1
    line = _line(document, claims, list(range(first, last + 1)), 8 * REACH)
    return line, line.sites[index - first]


def _together(one: Claim, other: Claim) -> bool:
    return one.block == other.block and one.sentence == other.sentence
