"""What the commands share: finding documents, reading them, and saying what could not be run."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from figures import inputs
from figures.document import Document
from figures.findings import Problem

STDIN = Path("-")


def collect(paths: Sequence[str]) -> list[Path | Problem]:
    """The files that ``paths`` name, each once, in order; "-" is standard input."""
    from figures import readers

    found: dict[tuple[str, ...], Path | Problem] = {}
    for path in paths:
        for item in [STDIN] if path == "-" else readers.collect([path]):
            key = (str(item),) if isinstance(item, Path) else (item.where, item.message)
            found.setdefault(key, item)
    return list(found.values())


def files(items: Iterable[Path | Problem]) -> list[Path]:
    """Those of the items that are files."""
    return [item for item in items if isinstance(item, Path) and item != STDIN]


def documents(
    items: Iterable[Path | Problem], *, stdin_name: str | None, date: str | None, encoding: str | None
) -> Iterator[Document | Problem]:
    """Each item read; one that cannot be is a problem, and those after it are read all the same."""
    from figures.readers import Unreadable

    for item in items:
        if isinstance(item, Problem):
            yield item
            continue
        name = (stdin_name or "<stdin>") if item == STDIN else str(item)
        try:
            yield inputs.read(item, name=stdin_name if item == STDIN else None, date=date, encoding=encoding)
        except Unreadable as error:
            yield Problem(name, str(error))
        except OSError as error:
            yield Problem(name, error.strerror or str(error))
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
