"""``figures audit``: reads, checks, prints, and says by its exit status how it went."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date as Date
from pathlib import Path

from figures import config, output, pipeline, readers, renderers, sources
from figures import rules as rulebooks
from figures.commands import common
from figures.findings import SEVERITIES, Problem, Report
from figures.output import OutputError

SUFFIXES = {".json": "json", ".html": "html", ".htm": "html"}


def run(
    *,
    paths: Sequence[str],
    rules: Sequence[str],
    data: Sequence[str],
    sourced: bool,
    diff: bool,
    fix: bool,
    form: str | None,
    target: Path | None,
    fail_on: str | None,
    color: str,
    verbose: bool,
    date: Date | None,
    encoding: str | None,
    stdin_name: str | None,
) -> int:
    if sourced and not data:
        raise OutputError("--sourced needs data to look in; name files or folders with --data")
    settings = config.find(paths)
    form = form or (SUFFIXES.get(target.suffix.lower()) if target else None) or settings.format or "text"
    packs = [*settings.rules, *map(Path, rules)]
    items = readers.collect(paths)
    if target:
        output.check_target(target, [*common.files(items), *packs, *map(Path, data)])

    rulebook = rulebooks.load(packs)
    reports: list[Report] = []
    unreadable: list[Problem] = []
    for document in common.documents(items, stdin_name=stdin_name, date=date, encoding=encoding):
        if isinstance(document, Problem):
            unreadable.append(document)
        else:
            reports.append(pipeline.audit(document, rulebook))
    differences = ""
    wrong: list[Problem] = []  # in the data
    if any("figures:" in report.document.text for report in reports):
        from figures.commands import bound

        named = [Path(path) for path in paths] if fix else []
        reports, differences, failed = bound.hold(
            reports, rulebook, data, named=named, show=diff or fix, date=date, encoding=encoding
        )
        wrong += failed

    reports, failed, added = sources.hold(reports, data, sourced=sourced, leave=common.files(items))
    wrong += failed

    options = renderers.Options(
        colour=target is None and output.wants_colour(color),
        width=output.width() if target is None else None,
        verbose=verbose,
        unreadable=tuple(unreadable),
        problems=rulebook.problems,
        data=tuple(wrong),
        rules={rule.id: rule for rule in (*rulebook.rules, *added)},
    )
    text = renderers.RENDERERS[form](reports, options)
    if differences:
        from figures.renderers.text import visible

        differences = visible(differences, keep="\n\t")
        if form == "text" and not target:
            text = f"{differences}\n{text}"
        else:
            print(differences, end="", file=sys.stderr)
    problems = [
        *rulebook.problems,
        *unreadable,
        *wrong,
        *(problem for report in reports for problem in report.problems),
    ]
    if target:
        output.write_file(target, text)
        common.say(problems)
        common.note(f"{_counts(reports, options)}; wrote {target}")
    else:
        output.write_stdout(text)
        if form != "text":  # the text has them already
            common.say(problems)
    return 2 if problems else status(reports, fail_on or settings.fail_on or "error")


def status(reports: Sequence[Report], fail_on: str) -> int:
    """1 when there is a finding of the severity ``fail_on`` or a worse one; 0 otherwise, and always for "never"."""
    if fail_on == "never":
        return 0
    failing = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    return int(any(finding.severity in failing for report in reports for finding in report.findings))


def _counts(reports: Sequence[Report], options: renderers.Options) -> str:
    from figures.renderers.summary import summarise

    return summarise(reports, options).line()
