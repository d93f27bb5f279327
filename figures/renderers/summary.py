"""What was read, checked, found and left: the counts that end every report, and the verdict on each claim."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from figures.findings import SEVERITIES, VERDICTS, Finding, Problem, Report
from figures.renderers import Options
from figures.words import counted

# How a claim stands, the worst first. ``involved``: it is not judged itself, but others that do not hold are, by it.
WORST = ("inconsistent", "misleading", "not_comparable", "involved", "consistent", "unchecked")


class Summary(Struct, frozen=True):
    """Counts over all documents of a run."""

    documents: int
    claims: int
    checked: int
    unchecked: int
    rejected: int  # numerals that are not quantities
    severities: dict[str, int]  # findings, by severity, every severity present
    verdicts: dict[str, int]  # results, by verdict, every verdict present; of unchecked, the claims
    unreadable: int  # inputs that could not be read
    problems: int  # checks that could not run
    data: int = 0  # problems in the data
    ranks: int = 0  # statements without a number ("the highest revenue") that were held against data; no claims

    def line(self) -> str:
        """The last line: "3 documents, 41 claims: 12 checked (2 errors, 1 warning), 29 unchecked; ..."."""
        found = [counted(self.severities[s], s) for s in SEVERITIES if self.severities[s]]
        checked = f"{self.checked:,} checked" + (f" ({', '.join(found)})" if found else "")
        parts = [
            f"{counted(self.documents, 'document')}, {counted(self.claims, 'claim')}: {checked}, "
            f"{self.unchecked:,} unchecked"
        ]
        if self.ranks:
            parts.append(f"{counted(self.ranks, 'statement')} without a number checked")
        if self.problems:
            parts.append(f"{counted(self.problems, 'check')} could not run")
        if self.data:
            parts.append(f"{counted(self.data, 'problem')} in the data")
        if self.unreadable:
            parts.append(f"{counted(self.unreadable, 'file')} could not be read")
        return "; ".join(parts)


def summarise(reports: Sequence[Report], options: Options) -> Summary:
    """Count everything in ``reports`` and the problems that belong to no document."""
    severities = dict.fromkeys(SEVERITIES, 0)
    verdicts = dict.fromkeys(VERDICTS, 0)
    for report in reports:
        for result in report.results:
            verdicts[result.verdict] += result.verdict != "unchecked"
        for finding in report.findings:
            severities[finding.severity] += 1
        verdicts["unchecked"] += len(set(report.unchecked))
    claims = sum(len(report.claims) for report in reports)
    unchecked = sum(len(set(report.unchecked)) for report in reports)
    return Summary(
        documents=len(reports),
        claims=claims,
        checked=claims - unchecked,
        unchecked=unchecked,
        rejected=sum(len(report.rejected) for report in reports),
        severities=severities,
        verdicts=verdicts,
        unreadable=len(options.unreadable),
        problems=len(all_problems(reports, options)),
        data=len(dict.fromkeys(options.data)),
        ranks=sum(r.derivation is not None and r.derivation.names is not None for rep in reports for r in rep.results),
    )


def all_problems(reports: Sequence[Report], options: Options) -> tuple[Problem, ...]:
    """Each problem once: the same missing table stops a check in every document."""
    seen = dict.fromkeys(options.problems)
    for report in reports:
        seen.update(dict.fromkeys(report.problems))
    return tuple(seen)


def results_of(report: Report) -> tuple[list[list[Finding]], list[list[Finding]]]:
    """For each claim the results that judge it, and those in which it is one of the other operands."""
    own: list[list[Finding]] = [[] for _ in report.claims]
    other: list[list[Finding]] = [[] for _ in report.claims]
    for result in report.results:
        for place, index in enumerate(dict.fromkeys(result.claims)):
            if 0 <= index < len(report.claims):
                (other if place else own)[index].append(result)
    return own, other


def verdict_of(own: Sequence[Finding], other: Sequence[Finding]) -> str:
    """How a claim stands, one of ``WORST``: the worst verdict on it, or what it takes part in where none judges it."""
    found = {result.verdict for result in own} - {"unchecked"}
    beside = {result.verdict for result in other}
    if not found and beside & {"inconsistent", "misleading"}:
        return "involved"
    if not found and "consistent" in beside:
        return "consistent"
    return next((verdict for verdict in WORST if verdict in found), "unchecked")
