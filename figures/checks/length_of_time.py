"""A length of time fits the dates that it lies between: "four-and-a-half years of conflict" since March 2011.

It ends on the day of the text. Its beginning is a date in the same sentence, or an event on file. People count
completed years, so "four years" may be 4.9; and days by both ends, so "three days" may be two nights.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from fractions import Fraction

from figures.checks import wording
from figures.checks.context import Context, aside, verdict, words_entail
from figures.dates import resolve
from figures.findings import Derivation, Finding, Operand
from figures.interval import Exact, Interval
from figures.quantity import Claim
from figures.references.match import match_event
from figures.relations.layout import Line, Site, around
from figures.relations.length_of_time import is_length, other_dates, start_date
from figures.rules import Rule
from figures.verdicts import weigh

# Days in each unit; the Gregorian year has 365.2425 days on average.
DAYS: dict[str, Exact] = {
    "day": 1,
    "week": 7,
    "fortnight": 14,
    "month": Fraction(146097, 4800),
    "year": Fraction(146097, 400),
    "decade": Fraction(146097, 40),
    "century": Fraction(146097, 4),
}
_OF = re.compile(r"\s+of\s+\w|-?\s*(?:long\s+)?[\w’'-]+\s*", re.I)
_ASIDE = re.compile(r"\b(?:after|before|until|by|when|during)\s+(?:[\w-]+\s+){0,2}$", re.I)
_NOW = re.compile(r"\b(?:has|have|is|are|now|still|remains?|continues?)\b")


def check(context: Context, rule: Rule) -> list[Finding]:
    """One verdict for each length of time whose beginning is in the text or on file."""
    told = {relation.claims[0]: relation for relation in context.of_kind("length_of_time")}
    found: list[Finding] = []
    for index, claim in enumerate(context.claims):
        if claim.quantity.kind != "duration" or claim.quantity.unit not in DAYS:
            continue
        if index in told:
            relation = told[index]
            mention = start_date(relation.evidence)
            if mention is None:
                continue
            first, last = mention.first, mention.last
            if first is None or last is None:
                day = resolve(mention, context.document.date) if context.document.date else None
                first = last = day
            began = Operand("beginning", relation.evidence.strip(" ,"), Interval(0, 0), relation.span)
            elsewhere = not claim.sentence.overlaps(relation.span)
            weak = _narrative(*around(context.document, context.claims, index)) if elsewhere else ""
            found += _judge(context, rule, index, claim, first, last, began, weak, "")
        elif context.rulebook.events:
            found += _by_event(context, rule, index, claim)
    return found


def _by_event(context: Context, rule: Rule, index: int, claim: Claim) -> list[Finding]:
    """The verdict of a length of time that is counted from an event on file; none where no single event fits."""
    line, site = around(context.document, context.claims, index)
    if not is_length(line, site) or not _OF.match(line.after(site, 40)) or not _numbered(site):
        return []
    match = match_event(context.document, claim, context.rulebook.events)
    if match is None:
        return []
    event = match.event
    if other_dates(line, site.start, site.end):
        return [
            aside(context, rule, "not_comparable", (index,), "the sentence speaks of another time than the text's own")
        ]
    if event.end is not None and context.document.date is not None and event.end[0] < context.document.date:
        return [aside(context, rule, "not_comparable", (index,), f"{event.event} was over by the date of the text")]
    began = Operand("beginning", f"{event.event}, {event.start_text}", Interval(0, 0))
    weak = _narrative(line, site)
    where = f"{event.table}:{event.line}" + (f", {event.source}" if event.source else "")
    return _judge(context, rule, index, claim, *event.start, began, weak, where)


def _numbered(site: Site) -> bool:
    """Whether a number is written out: "the past year" counts nothing."""
    return (
        re.search(
            r"\d|\b(?!past\b|last\b|recent\b|year|month|week|day|decade|the\b)[a-z]", site.claim.quantity.text.lower()
        )
        is not None
    )


def _narrative(line: Line, site: Site) -> str:
    """Why the length may end before the day of the text; "" when it does not seem to."""
    if _ASIDE.search(line.before(site, 40)) and not _NOW.search(line.text[:600]):
        return "the sentence may tell of an earlier day"
    return ""


def _judge(
    context: Context,
    rule: Rule,
    index: int,
    claim: Claim,
    first: date | None,
    last: date | None,
    began: Operand,
    weak: str,
    where: str,
) -> list[Finding]:
    today = context.document.date
    quantity = claim.quantity
    if today is None:
        return [
            aside(context, rule, "unchecked", (index,), "the text has no date to count up to; give one with --date")
        ]
    if first is None or last is None or first > today:
        return []
    unit = DAYS[quantity.unit]
    least, most = (today - min(last, today)).days, (today - first).days
    expected = Interval(_divide(least, unit), _divide(most, unit))
    given = words_entail(quantity)
    if quantity.bound == "=" and quantity.high is None:
        given = given.hull(Interval(quantity.value, quantity.value + quantity.resolution, False, True))
    if quantity.unit in ("day", "week", "fortnight"):
        expected = Interval(expected.lo, _divide(most + 1, unit))
    judgement = weigh(given, None, expected, resolution=quantity.resolution)
    if judgement.verdict == "inconsistent" and weak:
        return [aside(context, rule, "not_comparable", (index,), weak)]
    since = Operand(began.label, began.text, expected, began.span)
    derivation = Derivation(
        (since,), f"from {_days(first, last)} to {today:%-d %B %Y}", expected, given, unit=quantity.unit
    )
    lasted = wording.interval(expected, quantity.unit)
    told = f"from {_days(first, last)} to {today:%-d %B %Y} is {lasted}"
    middle = expected.middle
    return [
        verdict(
            context,
            rule,
            judgement,
            (index,),
            derivation,
            against=told + (f" ({began.text}: {where})" if where else ""),
            fits=told,
            soft=bool(where),  # which event on file is meant was told from words: at most a warning
            fix=wording.written_like(quantity, middle) if middle is not None else "",
        )
    ]


def _days(first: date, last: date) -> str:
    if first == last:
        return f"{first:%-d %B %Y}"
    if (first.year, first.month) == (last.year, last.month):
        whole = first.day == 1 and (last + timedelta(days=1)).day == 1
        return f"{first:%B %Y}" if whole else f"{first.day} to {last:%-d %B %Y}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{first.year}" if first.year == last.year else f"{first.year} to {last.year}"
    return f"{first:%-d %B %Y} to {last:%-d %B %Y}"


def _divide(days: int, unit: Exact) -> Exact:
    value = Fraction(days) / unit
    return value.numerator if value.denominator == 1 else value
