"""A weekday fits its date: 14 March 2023 was a Tuesday."""

from __future__ import annotations

from datetime import date

from figures.checks.context import Context, aside, verdict
from figures.dates import WEEKDAYS, resolve
from figures.document import Span
from figures.findings import Derivation, Finding, Operand
from figures.interval import point
from figures.relations.weekday import Weekday, weekdays
from figures.rules import Rule
from figures.verdicts import Judgement

FIRST_YEAR = 1924  # by then the last countries had taken the Gregorian calendar into use
FAR = 150  # days from the text's date at which a date without a year may be of either year


def check(context: Context, rule: Rule) -> list[Finding]:
    """One verdict for each weekday that stands beside its date."""
    if next(context.of_kind("weekday"), None) is None:
        return []
    return [_judge(context, rule, found) for found in weekdays(context.document)]


def _judge(context: Context, rule: Rule, found: Weekday) -> Finding:
    text = context.document.text[found.span.start : found.span.end].rstrip(".")
    day = found.date.exact
    if found.date.year is None:
        near = context.document.date
        if near is None:
            return _aside(
                context, rule, "unchecked", found.span, "neither the date nor the text has a year; give one with --date"
            )
        day = resolve(found.date, near)
        if day is not None and abs((day - near).days) > FAR:
            return _aside(context, rule, "not_comparable", found.span, "the year that is meant cannot be told")
    if day is None:
        return verdict(
            context,
            rule,
            Judgement("inconsistent", "major"),
            (),
            None,
            span=found.span,
            says=text,
            against="the calendar has no such day",
            fits="",
        )
    if day.year < FIRST_YEAR:
        reason = f"before {FIRST_YEAR} the date may be of another calendar"
        return _aside(context, rule, "not_comparable", found.span, reason)
    return _verdict(context, rule, found, day, text)


def _verdict(context: Context, rule: Rule, found: Weekday, day: date, text: str) -> Finding:
    told = f"{day.day} {day:%B %Y} is a {WEEKDAYS[day.weekday()]}"
    derivation = Derivation(
        (Operand("weekday of the date", f"{day:%Y-%m-%d}", point(day.weekday() + 1)),),
        "the calendar",
        point(day.weekday() + 1),
        point(found.named + 1),
        unit="weekday",
    )
    return verdict(
        context,
        rule,
        Judgement("consistent") if day.weekday() == found.named else Judgement("inconsistent", "major"),
        (),
        derivation,
        span=found.span,
        says=text,
        against=told,
        fits=told,
        fix=WEEKDAYS[day.weekday()],
    )


def _aside(context: Context, rule: Rule, word: str, span: Span, reason: str) -> Finding:
    return aside(context, rule, word, (), reason, span)
