"""The whole flow on one screen: a document and a rulebook in, a report out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from msgspec import structs

from figures.document import Document
from figures.findings import Finding, Problem, Relation, Report, by_place
from figures.quantity import Claim, Reading
from figures.rules import Rulebook

T = TypeVar("T")
CHECKED = frozenset({"consistent", "inconsistent", "misleading"})  # the verdicts that hold a number against something


def audit(document: Document, rulebook: Rulebook) -> Report:
    """Reads every number of the document, relates them, and holds them against each other and against the rules.

    Nothing is raised: a stage or a check that fails is recorded as a problem, and the audit goes on without it.
    """
    from figures.checks import CHECKS
    from figures.checks.context import Context
    from figures.claims import read_claims
    from figures.relations import relate

    problems = list(rulebook.problems)

    def run(what: str, where: str, stage: Callable[[], T], otherwise: T) -> T:
        try:
            return stage()
        except Exception as error:
            problems.append(Problem(where, f"{what} failed: {type(error).__name__}: {error}"))
            return otherwise

    reading = run("reading the numbers", document.path, lambda: read_claims(document), Reading((), ()))
    claims = reading.claims
    relations: tuple[Relation, ...] = ()
    relations = run("relating the numbers", document.path, lambda: relate(document, claims), relations)
    context = Context(document, claims, relations, rulebook)
    results: list[Finding] = []
    for rule in rulebook.rules:
        what = f"{document.path}: check {rule.id}"
        results += run(what, f"{rule.path}:{rule.line}", partial(CHECKS[rule.kind], context, rule), [])

    results.sort(key=by_place)
    checked = {index for finding in results if finding.verdict in CHECKED for index in finding.claims}
    return Report(
        document=document,
        claims=claims,
        rejected=reading.rejected,
        relations=relations,
        results=_with_fingerprints(document, claims, results),
        unchecked=tuple(index for index in range(len(claims)) if index not in checked),
        problems=tuple(problems),
        rules_digest=rulebook.digest,
    )


def fingerprinted(report: Report) -> Report:
    """The report with a fingerprint for each of its results, after some were added to it in their places."""
    if all(result.fingerprint for result in report.results):
        return report
    return structs.replace(report, results=_with_fingerprints(report.document, report.claims, report.results))


def _with_fingerprints(
    document: Document, claims: tuple[Claim, ...], results: Sequence[Finding]
) -> tuple[Finding, ...]:
    """Marks each result by its rule and its sentence, not by its place, so that it is known again in an edited text.

    The third result that is alike in all this is marked as the third.
    """
    from hashlib import blake2b

    seen: dict[tuple[str, ...], int] = {}
    marked = []
    for finding in results:
        sentence = claims[finding.claims[0]].sentence if finding.claims else finding.span
        words = " ".join(document.text[sentence.start : sentence.end].split())
        number = " ".join(document.text[finding.span.start : finding.span.end].split())
        key = (finding.rule, finding.verdict, number, words)
        seen[key] = seen.get(key, 0) + 1
        digest = blake2b("\0".join((*key, str(seen[key]))).encode("utf-8", "surrogatepass"), digest_size=8)
        marked.append(structs.replace(finding, fingerprint=digest.hexdigest()))
    return tuple(marked)
