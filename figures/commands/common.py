"""What the commands share: reading documents, and saying what could not be run."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date as Date
from pathlib import Path

from figures import inputs, readers
from figures.document import Document
from figures.findings import Problem


def files(items: Iterable[Path | Problem]) -> list[Path]:
    """Those of the items that are files."""
    return [item for item in items if isinstance(item, Path) and item != inputs.STDIN]


def documents(
    items: Sequence[Path | Problem], *, stdin_name: str | None, date: Date | None, encoding: str | None
) -> Iterator[Document | Problem]:
    """Each item read; one that cannot be is a problem, and those after it are read all the same."""
    for item in items:
        if isinstance(item, Problem):
            yield item
            continue
        name = str(item) if item != inputs.STDIN else stdin_name or "<stdin>"
        try:
            if item == inputs.STDIN:
                yield inputs.read_stdin(stdin_name, date=date, encoding=encoding)
            else:
                yield readers.load(item, date=date, encoding=encoding)
        except readers.Unreadable as error:
            yield Problem(name, str(error))
        except Exception as error:  # a defect in a reader: the other documents are read all the same
            yield Problem(name, f"{type(error).__name__}: {error}")


def say(problems: Iterable[Problem]) -> None:
    """Prints each problem once, in a line of its own on standard error."""
    for line in dict.fromkeys(f"{problem.where}: {problem.message}" for problem in problems):
        note(line)


def note(line: str) -> None:
    """Prints one line on standard error, with nothing in it that could move a cursor."""
    from figures.renderers.text import one_line

    print(one_line(line).encode(errors="backslashreplace").decode(), file=sys.stderr)
