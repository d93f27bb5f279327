"""Which names on the command line are data and which are documents, where ``--data`` takes several."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from figures.commands.explain import PLACE
from figures.readers import READERS

OPTION = "--data"


def split(arguments: Sequence[str]) -> tuple[list[list[str]], list[str]]:
    """The names behind each ``--data``, and all other arguments. Raises UsageError for one without a name behind it."""
    taken: list[list[str]] = []
    rest: list[str] = []
    at = 0
    while at < len(arguments) and arguments[at] != "--":
        if arguments[at] != OPTION:
            rest.append(arguments[at])
            at += 1
            continue
        end = at + 1
        while end < len(arguments) and not arguments[end].startswith("-"):
            end += 1
        if end == at + 1:
            got = f"got {arguments[end]}" if end < len(arguments) else "got none"
            raise click.UsageError(f"{OPTION} wants files, folders or addresses behind it; {got}; name them")
        taken.append(list(arguments[at + 1 : end]))
        at = end
    return taken, [*rest, *arguments[at:]]


def documents(taken: Sequence[Sequence[str]], *, line: bool, sourced: bool) -> tuple[list[list[str]], list[str]]:
    """The names that stay data, and those that can only be documents: by their ending, or with ``line`` as FILE:LINE.

    The first name behind an option is always data. With ``sourced``, a .txt is data too: a log.
    """
    kept: list[list[str]] = []
    found: list[str] = []
    for first, *others in taken:
        own = [first]
        for name in others:
            (found if _is_document(name, line=line, sourced=sourced) else own).append(name)
        kept.append(own)
    return kept, found


def _is_document(name: str, *, line: bool, sourced: bool) -> bool:
    if "://" in name:
        return False
    if line:
        return PLACE.match(name) is not None
    suffix = Path(name).suffix.lower()
    return suffix in READERS and not (sourced and suffix in (".txt", ".text"))


def unnamed(command: str, taken: Sequence[Sequence[str]]) -> str:
    """What to say where every name went to ``--data``."""
    from figures.references.databases import shown

    names = [shown(name) for group in taken for name in group]
    wanted = "RULE or FILE:LINE" if command.endswith("explain") else "a document"
    advice = f"name it before {OPTION}"
    if len(names) > 1:
        advice += f" or behind --, as in: {command} {OPTION} {' '.join(names[:-1])} -- {names[-1]}"
    return f"{wanted} is wanted; got none, as {OPTION} takes every name behind it ({', '.join(names)}); {advice}"
