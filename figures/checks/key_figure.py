"""A number agrees with the figure on file for the same thing, place and time."""

from __future__ import annotations

from datetime import date

from msgspec import structs

from figures.checks import wording
from figures.checks.context import Context, aside, operand, verdict, words_entail
from figures.findings import Derivation, Finding, Operand, Reference
from figures.meaning import rounded
from figures.quantity import Claim
from figures.references.clause import clause
from figures.references.match import day_of, match
from figures.references.rows import KeyFigure, Match
from figures.rules import Rule
from figures.verdicts import Judgement, weigh

_KINDS = frozenset({"count", "number", "percentage", "currency", "measure", "temperature", "fraction"})


def check(context: Context, rule: Rule) -> list[Finding]:
    """One verdict for each number that a row of the rule's table speaks of.

    It is ``not_comparable``, with the reason, where the row is of another time, place or unit.
    """
    rows = context.rulebook.rows(rule)
    found = []
    for index, claim in enumerate(context.claims):
        quantity = claim.quantity
        if quantity.kind not in _KINDS or claim.hypothetical or quantity.direction or quantity.role:
            continue
        matching = match(context.document, claim, rows, max_age_days=rule.params.get("max_age_days"))
        if matching.matches:
            found.append(_best(context, rule, index, claim, matching.matches))
        elif matching.vetoes:
            veto = matching.vetoes[0]
            found.append(aside(context, rule, "not_comparable", (index,), f"{veto.row.metric}: {veto.reason}"))
    return found


def _best(context: Context, rule: Rule, index: int, claim: Claim, matches: tuple[Match, ...]) -> Finding:
    """The verdict against the first row; against another, if the number fits that and not the first.

    Where the two are of one series, the number is stale: it fitted once, and a newer figure has come since.
    """
    judged = [(found, _weigh(claim, found)) for found in matches]
    chosen, judgement = next((pair for pair in judged if pair[1].verdict == "consistent"), judged[0])
    stale = ""
    newest = judged[0][0].row
    if chosen.row is not newest and _newer(newest, chosen.row, _day(context, claim)):
        stale = f"it fits the figure of {chosen.row.as_of_text}, {chosen.row.text}, which is no longer the latest"
        chosen, judgement = judged[0]
    row = chosen.row
    given = words_entail(claim.quantity)
    derivation = Derivation(
        (
            operand("said", claim.quantity, given),
            *(Operand(_label(part), part.text, part.value) for part in row.operands),
        ),
        f"{row.metric} = {row.formula}" if row.formula else "the figure on file",
        row.value,
        given,
        claim.quantity.implied,
        claim.quantity.unit,
    )
    when = f", {row.as_of_text or row.as_of}" if row.as_of_text or row.as_of else ""
    told = f"{row.text}, {row.metric}{f' in {row.place}' if row.place else ''}{when} ({row.source or row.table})"
    exact = not row.bound and claim.quantity.bound == "="
    finding = verdict(
        context,
        rule,
        judgement,
        (index,),
        derivation,
        against=f"{told}{f'; {stale}' if stale else ''}",
        fits=f"{wording.counted(claim)} fits the figure on file: {told}",
        fix=wording.written_like(claim.quantity, row.number) if exact else "",
        references=_references(matches),
        evidence=chosen.reason,
    )
    return structs.replace(finding, message=f"{finding.message.rstrip('.')} (stale: {stale})") if stale else finding


def _day(context: Context, claim: Claim) -> date | None:
    return day_of(claim, context.document, clause(context.document, claim).sentence)


def _newer(newest: KeyFigure, older: KeyFigure, day: date | None) -> bool:
    """Whether one row follows another in a series, on or before the day that the text speaks on."""
    if newest.series != older.series or newest.as_of is None or older.as_of is None:
        return False
    return older.as_of < newest.as_of and (day is None or newest.as_of <= day)


def _references(matches: tuple[Match, ...]) -> tuple[Reference, ...]:
    """The rows that were found, each with those it was worked out from."""
    rows = [row for found in matches for row in (found.row, *found.row.operands)]
    return tuple(row.reference() for row in dict.fromkeys(rows))


def _label(row: KeyFigure) -> str:
    return f"{row.metric}{f', {row.as_of_text}' if row.as_of_text else ''}"


def _weigh(claim: Claim, found: Match) -> Judgement:
    quantity, row = claim.quantity, found.row
    given = words_entail(quantity)
    judgement = weigh(given, quantity.implied, row.value, resolution=quantity.resolution, rounded=rounded(quantity))
    if judgement.verdict == "consistent" and row.bound and given.disjoint(row.fair) and not judgement.note:
        # "At least 250,000" on file does not contradict 2.5 million, but it does not bear it out either.
        return Judgement("misleading")
    return judgement
