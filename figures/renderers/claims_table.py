"""Claims as a table for people: laid out by rich on a terminal, in plain columns elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from figures import words
from figures.document import Document
from figures.quantity import Claim, Phrase, Reading
from figures.renderers import Extraction, Options
from figures.renderers.facts import happened
from figures.renderers.places import Places
from figures.renderers.text import cells, one_line

HEADINGS = ("where", "text", "value", "stated", "counts", "what happened", "source")


def render(extractions: Sequence[Extraction], options: Options) -> str:
    """A row per claim in order of place, the rejected numerals among them where they are asked for, and a last line."""
    rows: list[tuple[str, ...]] = []
    for document, reading in extractions:
        rows.extend(_rows(document, reading, options.rejected))
    claims = sum(len(reading.claims) for _, reading in extractions)
    rejected = sum(len(reading.rejected) for _, reading in extractions)
    last = (
        f"{words.counted(len(extractions), 'document')}: {words.counted(claims, 'number')}, "
        f"and {words.counted(rejected, 'numeral')} not read as quantities\n"
    )
    if not rows:
        return last
    return (_plain(rows) if options.width is None else _rich(rows, options)) + "\n" + last


def _rows(document: Document, reading: Reading, rejected: bool) -> list[tuple[str, ...]]:
    places = Places(document)
    found = [(claim.quantity.span, _claim_cells(claim)) for claim in reading.claims]
    if rejected:
        found += [(r.span, (one_line(r.text), f"none: {r.reason}", "", "", "", "")) for r in reading.rejected]
    found.sort(key=lambda pair: pair[0])
    rows = []
    for span, row in found:
        line, column = places.position(span.start)
        rows.append((one_line(f"{document.path}:{line}:{column}"), *row))
    return rows


def _claim_cells(claim: Claim) -> tuple[str, ...]:
    quantity = claim.quantity
    return (
        one_line(quantity.text),
        words.value_of(quantity),
        words.stated(quantity),
        _counts(claim),
        one_line(happened(claim)),
        _phrase(claim.source),
    )


def _counts(claim: Claim) -> str:
    """What is counted, or else the whole that it is a part of: "of the crew"; "" where the text names neither."""
    if claim.counted is None and claim.whole is not None:
        return f"of {_phrase(claim.whole)}"
    return _phrase(claim.counted)


def _phrase(phrase: Phrase | None) -> str:
    return "" if phrase is None else one_line(phrase.text)


def _plain(rows: list[tuple[str, ...]]) -> str:
    table = [HEADINGS, *rows]
    widths = [max(cells(row[column]) for row in table) for column in range(len(HEADINGS))]
    lines = []
    for row in table:
        padded = (cell + " " * (width - cells(cell)) for cell, width in zip(row, widths, strict=True))
        lines.append("  ".join(padded).rstrip() + "\n")
    return "".join(lines)


def _rich(rows: list[tuple[str, ...]], options: Options) -> str:
    import io

    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in HEADINGS:
        table.add_column(heading, overflow="fold")
    for row in rows:
        # Text, so that nothing in it is taken for rich's own markup.
        table.add_row(*(Text(cell, style="bold" if at == 2 else "") for at, cell in enumerate(row)))
    out = io.StringIO()
    console = Console(
        file=out,
        width=options.width,
        force_terminal=options.colour,
        color_system="standard" if options.colour else None,
        no_color=not options.colour,
        highlight=False,
        legacy_windows=False,
    )
    console.print(table)
    return "".join(line.rstrip() + "\n" for line in out.getvalue().splitlines())
