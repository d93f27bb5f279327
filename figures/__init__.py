"""Figures: a linter for the numbers in prose.

    report = figures.audit("More than 250,000 people have been killed, 300,000 of them civilians.")
    for finding in report.findings:
        print(finding.message)

A ``str`` is always text, never the name of a file; a ``pathlib.Path`` is always a file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date as Date
    from os import PathLike
    from pathlib import Path

    from figures.document import Document
    from figures.findings import Finding, Problem, Relation, Report
    from figures.quantity import Claim, Quantity, Rejected
    from figures.readers import Unreadable
    from figures.tracing import Trace

__version__ = "0.1.0"
__all__ = [
    "Claim",
    "Document",
    "Finding",
    "Problem",
    "Quantity",
    "Rejected",
    "Relation",
    "Report",
    "Unreadable",
    "audit",
    "extract",
    "read",
    "trace",
]

# Where the types of the public API are defined; they are imported when somebody asks for them.
_TYPES = {
    "Claim": "quantity",
    "Document": "document",
    "Finding": "findings",
    "Problem": "findings",
    "Quantity": "quantity",
    "Rejected": "quantity",
    "Relation": "findings",
    "Report": "findings",
    "Unreadable": "readers",
}


def audit(
    source: str | Path | Document,
    *,
    rules: Iterable[str | PathLike[str]] = (),
    data: Iterable[str | PathLike[str]] = (),
    sourced: bool = False,
    date: Date | str | None = None,
    media_type: str | None = None,
    encoding: str | None = None,
) -> Report:
    """Reads one document, checks its numbers, and says what is wrong with them.

    ``source``: a ``str`` is the text itself, even when a file of that name exists; a ``pathlib.Path`` is a file; a
    ``Document`` is used as it is. ``rules``: rule files or folders, used beside the core rules. ``data``: files,
    folders or addresses of databases that the text was written from; with ``sourced``, every number must be a rounding
    of a value in them, otherwise it is matched by its words to a value of the tables. ``date``: the day the text speaks
    on, as a date or in ISO form; None takes it from the text. ``media_type``: text/plain, text/markdown or text/html;
    None goes by the file's name, and takes a ``str`` for plain text. ``encoding``: of a file; None takes UTF-8, or
    UTF-16 with a byte order mark.

    Raises ``Unreadable`` for a source that cannot be read and ``ValueError`` for a date that is none, or ``sourced``
    without data. Whatever else could not be run, a rule file with an error included, is in ``Report.problems``.
    """
    from figures import pipeline
    from figures import rules as rulebooks

    named = [str(path) for path in data]
    if sourced and not named:
        raise ValueError("sourced needs data to look in; name files or folders as data")
    document = read(source, date=date, media_type=media_type, encoding=encoding)
    rulebook = rulebooks.load(rules)
    report = pipeline.audit(document, rulebook)
    if not named and "figures:" not in document.text:
        return report
    from pathlib import Path

    from msgspec import structs

    from figures import sources

    report = sources.bind(report, rulebook, named)
    (report,), problems, _ = sources.hold([report], named, sourced=sourced, leave=[Path(document.path)])
    return structs.replace(report, problems=(*report.problems, *problems))


def extract(
    source: str | Path | Document,
    *,
    date: Date | str | None = None,
    media_type: str | None = None,
    encoding: str | None = None,
) -> list[Claim]:
    """The numbers of one document and what they claim, in order of place; nothing is checked.

    Takes and raises the same as ``audit``.
    """
    from figures.claims import read_claims

    return list(read_claims(read(source, date=date, media_type=media_type, encoding=encoding)).claims)


def trace(answer: str, rows: Any, *, strict: bool = False) -> Trace:
    """Which numbers of ``answer`` come from ``rows``, by which derivation, and which from nowhere.

    ``rows``: a list of dicts, a pandas DataFrame, an Arrow table, or what ``figures.tracing.prepare`` made of one. With
    ``strict``, a number without a derivation is a finding too. Raises TypeError for rows that are none of these.
    """
    from figures import tracing

    return tracing.trace(answer, rows, strict=strict)


def read(
    source: str | Path | Document,
    *,
    date: Date | str | None = None,
    media_type: str | None = None,
    encoding: str | None = None,
) -> Document:
    """The text of one document with its structure: title, date, blocks, quotations. Takes and raises the same as
    ``audit``."""
    from figures import inputs

    return inputs.read(source, date=date, media_type=media_type, encoding=encoding)


def __getattr__(name: str) -> Any:
    if name in _TYPES:
        from importlib import import_module

        value = globals()[name] = getattr(import_module(f"figures.{_TYPES[name]}"), name)
        return value
    if name == "tracing":
        from importlib import import_module

        return import_module("figures.tracing")
    raise AttributeError(f"module 'figures' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
