"""A report with the verdicts of its numbers against tables, each with the SQL that gives the number."""

from __future__ import annotations

from msgspec import structs

from figures.data import sql
from figures.data.firsts import told
from figures.data.index import Index
from figures.data.spell import Spell, words
from figures.data.verdict import Match, Placed, read
from figures.findings import Derivation, Finding, Operand, Report, by_place
from figures.interval import point
from figures.rules import Rule
from figures.unit_words import unit_tail
from figures.words import number as shown

RULE = Rule(
    id="data/value",
    name="A number is not what the tables give",
    kind="data",
    severity="warning",
    message="{text} is not what the tables give: {against}.",
    why="The number was copied wrong, is of another row, or the table has changed since.",
    source="The tables named with --data.",
    examples=(),
    params={},
    path="--data",
    line=0,
)

RANK = Rule(
    id="data/rank",
    name="Another one is first in the tables",
    kind="data",
    severity="warning",
    message="{against}.",
    why="The name was mixed up, the order has changed since, or another column or other rows are meant.",
    source="The tables named with --data.",
    examples=(),
    params={},
    path="--data",
    line=0,
)


def check(report: Report, index: Index) -> Report:
    """The report with a result for each number that the tables could be asked about, and for each "the highest".

    What its words lead to is a matter of judgement, so a number that differs is a warning and no error. A number that
    nothing fits well enough, or two derivations equally, stays unchecked, and its result names the runners-up.
    """
    results = list(report.results)
    held: set[int] = set()
    numbers, firsts = read(report.document, report.claims, index)
    for found in numbers:
        if found.named or (found.best is None and (found.claim is None or not found.others)):
            continue
        results.append(_result(found, report, index))
        if found.claim is not None and found.verdict != "unchecked":
            held.add(found.claim)
    results += [_rank(placed, report, index) for placed in firsts]
    results.sort(key=by_place)
    unchecked = tuple(claim for claim in report.unchecked if claim not in held)
    return structs.replace(report, results=tuple(results), unchecked=unchecked)


def _result(found: Match, report: Report, index: Index) -> Finding:
    quantity = None if found.claim is None else report.claims[found.claim].quantity
    unit = quantity.unit if quantity is not None and quantity.unit == "percentage" else ""
    end = quantity.span.end if quantity is not None and unit else found.span.end
    text = report.document.text[found.span.start : end]
    claims = () if found.claim is None else (found.claim,)
    if found.best is None or found.derived is None:
        several = "; ".join(words(other.spell) for other in found.others)
        return Finding(
            RULE.id, "unchecked", "", found.span, f"{text} could be: {several}; none goes clearly first", claims=claims
        )
    spell = found.best.spell
    against = f"{shown(found.derived)}{unit_tail(unit)}, {words(spell)} ({_files(spell, index)})"
    if found.best.told:
        against = found.best.told.format(against)
    stated = point(found.value) if quantity is None else quantity.stated
    query = sql.statement(spell, index.tables)
    expected = point(found.derived)
    derivation = Derivation((Operand(words(spell), "", expected),), query, expected, stated, unit=unit)
    if found.verdict == "consistent":
        message, severity = f"{text} is what the tables give", ""
    else:
        severity = "note" if found.verdict == "misleading" or found.degree == "rounding" else RULE.severity
        message = RULE.fill(text=text, against=against)
        if found.belongs:
            message += f" This number and those beside it are right for {found.belongs}: is the name the slip?"
    return Finding(
        RULE.id,
        found.verdict,
        severity,
        found.span,
        message,
        degree=found.degree,
        against=against,
        claims=claims,
        derivation=derivation,
    )


def _rank(placed: Placed, report: Report, index: Index) -> Finding:
    """A statement without a numeral: the number of the one that is first, and that of the one that the text names."""
    found, text = placed.found, report.document.text[placed.span.start : placed.span.end]
    good = placed.verdict == "consistent"
    derivation = Derivation(
        tuple(
            Operand(words(spell), "", point(number))
            for spell, number in dict.fromkeys(((found.amounts, found.amount), (found.owns, found.own)))
        ),
        sql.statement(found.spell),
        point(found.amount),
        point(found.own),
        names=(found.label, found.said),
    )
    return Finding(
        RANK.id,
        placed.verdict,
        "" if good else RANK.severity,
        placed.span,
        f"{text}: that is {found.label} in the tables too" if good else RANK.fill(against=told(found)),
        against=f"{found.label}, {words(found.spell)} ({_files(found.spell, index)})",
        derivation=derivation,
    )


def _files(spell: Spell, index: Index) -> str:
    tables = {spell.table, *([spell.other.table] if spell.other else [])}
    return ", ".join(sorted(index.tables[name].path for name in tables))
