"""Reports and claims as text: one module per format, imported when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module

from msgspec import Struct

from figures.document import Document
from figures.findings import Problem, Report
from figures.quantity import Reading
from figures.rules import Rule


class Options(Struct, frozen=True):
    """What a format needs to know besides the reports."""

    colour: bool = False  # ANSI colours; the text is the same without
    width: int | None = None  # of the terminal, in cells; None when the output is not a terminal
    verbose: bool = False  # text: list the results that are nobody's fault and the unchecked claims too
    rejected: bool = False  # extract: the numerals that are no quantities too, with the reason
    title: str = ""  # html: the page's title; "" for one made from the documents
    unreadable: tuple[Problem, ...] = ()  # inputs that have no report because they could not be read
    problems: tuple[Problem, ...] = ()  # rules and references that could not be used
    data: tuple[Problem, ...] = ()  # what is wrong with the data, and what of it could not be used
    rules: Mapping[str, Rule] = {}  # by id, for their names and reasons


Renderer = Callable[[Sequence[Report], Options], str]
Extraction = tuple[Document, Reading]
Extractor = Callable[[Sequence[Extraction], Options], str]


def _report(module: str) -> Renderer:
    def render(reports: Sequence[Report], options: Options = Options()) -> str:  # noqa: B008 - frozen
        return str(import_module(f"figures.renderers.{module}").render(reports, options))

    return render


def _extract(module: str) -> Extractor:
    def render(extractions: Sequence[Extraction], options: Options = Options()) -> str:  # noqa: B008 - frozen
        return str(import_module(f"figures.renderers.{module}").render(extractions, options))

    return render


# Formats of `figures audit`; each is a pure function to a text that ends with a line end.
RENDERERS: dict[str, Renderer] = {
    "text": _report("terminal"),
    "json": _report("json_report"),
    "html": _report("html"),
}

# Formats of `figures extract`.
EXTRACTORS: dict[str, Extractor] = {
    "table": _extract("claims_table"),
    "jsonl": _extract("claims_jsonl"),
    "csv": _extract("claims_csv"),
}
