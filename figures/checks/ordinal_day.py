"""An ordinal day fits the date of the first: strikes that began on Wednesday are in their second day on Thursday."""

from __future__ import annotations

from datetime import date

from figures.checks.context import Context, aside, verdict
from figures.findings import Derivation, Finding, Operand
from figures.interval import point
from figures.references.match import match_event
from figures.relations.layout import around
from figures.relations.ordinal_day import day_of, event_of, read_ordinal_day
from figures.rules import Rule
from figures.verdicts import weigh
from figures.words import ordinal

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def check(context: Context, rule: Rule) -> list[Finding]:
    """One verdict for each ordinal day whose first day is in the text or on file."""
    found: list[Finding] = []
    told = {relation.claims[0]: relation for relation in context.of_kind("ordinal_day")}
    for index, relation in told.items():
        days = read_ordinal_day(context.document, context.claims, relation)
        if days is None:
            continue
        if days.weekdays_only and context.claims[index].quantity.value > 7:
            found.append(
                aside(context, rule, "not_comparable", (index,), "weekdays do not tell one week from the next")
            )
            continue
        began = Operand("first day", relation.evidence, point(1), relation.span)
        found.append(_judge(context, rule, index, days.first, days.day, began, ""))
    if context.rulebook.events:
        for index, claim in enumerate(context.claims):
            if claim.quantity.kind == "ordinal" and index not in told:
                found += _by_event(context, rule, index)
    return found


def _by_event(context: Context, rule: Rule, index: int) -> list[Finding]:
    line, site = around(context.document, context.claims, index)
    if event_of(line, site) is None or context.document.date is None:
        return []
    match = match_event(context.document, context.claims[index], context.rulebook.events)
    day = day_of(context.document, line, site)
    if match is None or day is None or match.event.start[0] != match.event.start[1]:
        return []
    event = match.event
    began = Operand("first day", f"{event.event}, {event.start_text}", point(1))
    where = f"{event.table}:{event.line}" + (f", {event.source}" if event.source else "")
    # which event on file is meant was told from words: at most a warning
    return [_judge(context, rule, index, event.start[0], day, began, f"{began.text}: {where}", soft=True)]


def _judge(
    context: Context,
    rule: Rule,
    index: int,
    first: date,
    day: date,
    began: Operand,
    against: str,
    soft: bool = False,
) -> Finding:
    quantity = context.claims[index].quantity
    expected = point((day - first).days + 1)
    given = point(quantity.value)
    judgement = weigh(given, None, expected, resolution=0)
    at = (day - first).days + 1
    fix = _ORDINALS[at - 1] if 1 <= at <= len(_ORDINALS) else ""
    told = f"{day:%A} is the {fix or ordinal(at)} day from {first:%A}"
    if context.document.date is not None:
        told = f"{day:%A, %-d %B %Y} is the {fix or ordinal(at)} day from {first:%A, %-d %B %Y}"
    against = f"{told} ({against})" if against else told
    derivation = Derivation((began,), "day - first day + 1", expected, given, unit="ordinal")
    return verdict(context, rule, judgement, (index,), derivation, against=against, fits=told, fix=fix, soft=soft)
