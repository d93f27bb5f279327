"""Reports held against the data that their texts were written from: tables, files of results, bindings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from figures.findings import Problem, Report
from figures.pipeline import fingerprinted
from figures.rules import Rule, Rulebook


def hold(
    reports: Sequence[Report], data: Sequence[str], *, sourced: bool = False, leave: Iterable[Path] = ()
) -> tuple[list[Report], list[Problem], list[Rule]]:
    """The reports with what the data says of their numbers, what could not be read, and the rules that this adds.

    ``data``: files, folders and addresses of databases. ``sourced``: every number must be a rounding of a value in the
    data, whatever it is of; otherwise it is matched by its words to a value of the tables. ``leave``: files that are no
    data because they are what is checked. A number that is bound to its source is held against nothing else.
    """
    made = list(reports)
    problems: list[Problem] = []
    rules: list[Rule] = []
    if sourced:
        from figures import sourcing
        from figures.references import values

        found, problems = values.read(data, leave=leave)
        index = sourcing.index(found)
        made = [sourcing.check(report, index) for report in made]
        rules.append(sourcing.RULE)
    elif data:
        from figures.data import files, held, large, load
        from figures.data import index as tables_index

        named, problems = _files(data, list(files.READERS))
        tables, wrong = load.load(named)
        problems += wrong
        if tables:
            known = tables_index.build(tables)
            made = [held.check(report, known) for report in made]
            problems += large.stopped(tables)
        rules.append(held.RULE)
    if any(result.rule == "bound/number" for report in made for result in report.results):
        from figures.binding.check import RULE, alone

        made = [alone(report) for report in made]
        rules.append(RULE)
    return [fingerprinted(report) for report in made], problems, rules


def bind(report: Report, rulebook: Rulebook, data: Sequence[str]) -> Report:
    """The report with a result for each number that is bound to its source in the text."""
    if "figures:" not in report.document.text:
        return report
    from msgspec import structs

    from figures.binding.check import Sources, check

    with Sources(rulebook, data) as sources:
        report, _ = check(report, rulebook, sources)
        return fingerprinted(structs.replace(report, problems=(*report.problems, *sources.problems)))


def _files(data: Sequence[str], endings: Sequence[str]) -> tuple[list[str], list[Problem]]:
    """The data as named; of a folder, its files with these endings, in order of their names, without hidden ones and
    links that lead out of it. A folder that has none is a problem."""
    from figures.references.values import is_hidden

    known = frozenset(endings)
    found: list[str] = []
    problems: list[Problem] = []
    for source in data:
        try:
            is_folder = "://" not in source and Path(source).is_dir()
            inside = sorted(Path(source).iterdir()) if is_folder else []
        except OSError as error:
            said = f"it could not be read: {error.strerror}; check the name, and that you may read it"
            problems.append(Problem(source, f"a file or a folder is wanted; {said}"))
            continue
        if not is_folder:
            found.append(source)
            continue
        root = Path(source).resolve()
        inside = [path for path in inside if path.suffix.lower() in known and not is_hidden(path.name)]
        inside = [path for path in inside if path.is_file() and path.resolve().is_relative_to(root)]
        found += map(str, inside)
        if not inside:
            problems.append(
                Problem(source, f"a folder with tables ({', '.join(endings)}) is wanted; got none; name one")
            )
    return found, problems
