"""``figures extract``: the numbers of documents and what they claim, unchecked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as Date
from pathlib import Path

from figures import output, readers, renderers
from figures.commands import common
from figures.findings import Problem


def run(
    *,
    paths: Sequence[str],
    form: str,
    extractor: str,
    rejected: bool,
    target: Path | None,
    color: str,
    date: Date | None,
    encoding: str | None,
    stdin_name: str | None,
) -> int:
    from figures.extractors import EXTRACTORS

    read_claims = EXTRACTORS[extractor]
    items = readers.collect(paths)
    if target:
        output.check_target(target, common.files(items))
    extractions: list[renderers.Extraction] = []
    problems: list[Problem] = []
    for document in common.documents(items, stdin_name=stdin_name, date=date, encoding=encoding):
        if isinstance(document, Problem):
            problems.append(document)
            continue
        try:
            extractions.append((document, read_claims(document)))
        except Exception as error:  # a defect in the engine: the other documents are read all the same
            problems.append(Problem(document.path, f"its numbers could not be read: {type(error).__name__}: {error}"))
    options = renderers.Options(
        colour=target is None and output.wants_colour(color),
        width=output.width() if target is None else None,
        rejected=rejected,
        unreadable=tuple(problems),
    )
    text = renderers.EXTRACTORS[form](extractions, options)
    if target:
        output.write_file(target, text)
    else:
        output.write_stdout(text)
    common.say(problems)
    return 2 if problems else 0
