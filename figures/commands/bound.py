"""The part of ``figures audit`` that is about bound numbers: holds them, shows the difference, writes it when asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as Date
from pathlib import Path

from msgspec import structs

from figures import pipeline, readers
from figures.binding import rewrite
from figures.binding.check import Sources, check
from figures.findings import Problem, Report
from figures.output import OutputError
from figures.rules import Rulebook


def hold(
    reports: Sequence[Report],
    rulebook: Rulebook,
    data: Sequence[str],
    *,
    named: Sequence[Path],
    show: bool,
    date: Date | None,
    encoding: str | None,
) -> tuple[list[Report], str, list[Problem]]:
    """The reports with what became of their bound numbers, the difference as a unified diff, and the data that
    could not be read.

    ``named``: the files that may be written; a file that was only found in a folder is left as it is. A document that
    was written is audited again, so that its report is about what is in the file now.
    """
    held: list[Report] = []
    shown: list[str] = []
    writable = {path.absolute() for path in named if path.is_file()}
    with Sources(rulebook, data) as sources:
        for report in reports:
            made, edits = check(report, rulebook, sources)
            edits = rewrite.sound(made.document, edits) if show else []
            path = Path(made.document.path)
            if edits:
                shown.append(rewrite.difference(made.document, edits))
            unwritten = ""
            if edits and named and path.absolute() in writable:
                try:
                    rewrite.write(path, made.document, edits, encoding)
                    again = pipeline.audit(readers.load(path, date=date, encoding=encoding), rulebook)
                    made, _ = check(again, rulebook, sources)
                except (OutputError, readers.Unreadable) as error:
                    unwritten = str(error).removeprefix(f"{path}: ")
            elif edits and named:
                unwritten = "is not written, as it is not named itself; name it to have it written"
            if unwritten:
                problem = Problem(made.document.path, f"the file {unwritten}")
                made = structs.replace(made, problems=(*made.problems, problem))
            held.append(made)
        return held, "".join(shown), list(sources.problems)
