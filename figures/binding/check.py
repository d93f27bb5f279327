"""Numbers held against what they are bound to: a key figure by its id or metric, or an expression over tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from msgspec import Struct, structs

from figures.binding import style
from figures.binding.comments import Binding, bindings
from figures.binding.expressions import ExpressionError, parse
from figures.binding.tables import Tables
from figures.checks import wording
from figures.checks.context import Context, operand, verdict, words_entail
from figures.findings import Derivation, Finding, Operand, Problem, Reference, Report, by_place
from figures.interval import Exact, Interval, point
from figures.meaning import rounded
from figures.references.rows import KeyFigure
from figures.rules import Rule, Rulebook
from figures.verdicts import weigh

RULE = Rule(
    id="bound/number",
    name="A number is not what it is bound to",
    kind="bound",
    severity="error",
    message="{text} is not what it is bound to: {against}.",
    why="A number that is tied to its source says what the source says, or it has drifted.",
    source="The binding in the text.",
    examples=(),
    params={},
    path="the binding",
    line=0,
)


class Source(Struct, frozen=True):
    """What a binding comes to. ``number``: the one value to write; None where there is only a bound or a range."""

    value: Interval
    number: Exact | None
    told: str
    formula: str
    operands: tuple[Operand, ...] = ()
    references: tuple[Reference, ...] = ()


class Edit(Struct, frozen=True):
    """A numeral to be written anew: ``start`` to ``end`` of the document's text."""

    start: int
    end: int
    text: str
    said: Exact  # what the new numeral says


class Sources:
    """What bindings may name: the key figures of the packs, and tables, opened when the first one is named."""

    def __init__(self, rulebook: Rulebook, data: Sequence[str]) -> None:
        self.figures, self._data = rulebook.tables, data
        self._tables: Tables | None = None

    def __enter__(self) -> Sources:
        return self

    def __exit__(self, *error: object) -> None:
        if self._tables is not None:
            self._tables.close()

    @property
    def problems(self) -> list[Problem]:
        return self._tables.problems if self._tables is not None else []

    def find(self, text: str, day: date | None) -> Source:
        """What a binding comes to in a text of a day. Raises ExpressionError."""
        figure = _figure(self.figures, text, day)
        if figure is not None:
            return _of_figure(figure)
        if "(" not in text:
            wanted = "the id or the metric of a key figure, or an expression such as sum(table.column), is wanted"
            raise ExpressionError(f"{wanted}; got {text!r}")
        tree = parse(text)
        if self._tables is None:
            self._tables = Tables(self._data)
        outcome = self._tables.work_out(tree)
        given = f" with {', '.join(outcome.given)}" if outcome.given else ""
        sql = "; ".join(outcome.sql)
        told = f"{text} is {wording.number(outcome.value)}"
        return Source(point(outcome.value), outcome.value, told, f"{text}, which is {sql}{given}")


def _figure(rows: Sequence[KeyFigure], text: str, day: date | None) -> KeyFigure | None:
    """The latest row up to the day that has this id, or else this metric, with its place behind a comma."""
    wanted = text.lower()
    tests: tuple[Callable[[KeyFigure], bool], ...] = (
        lambda row: bool(row.id) and row.id.lower() == wanted,
        lambda row: wanted in (row.metric.lower(), f"{row.metric}, {row.place}".lower()),
    )
    for test in tests:
        found = [row for row in rows if test(row)]
        if len({row.series for row in found}) > 1:
            which = " or ".join(dict.fromkeys(f"{row.metric}, {row.place} ({row.table}:{row.line})" for row in found))
            raise ExpressionError(f"one key figure is wanted; {text!r} is {which}; give the rows ids")
        fitting = [row for row in found if day is None or row.as_of is None or row.as_of <= day]
        if fitting:
            return max(fitting, key=lambda row: row.as_of or date.min)
        if found:
            raise ExpressionError(f"a figure up to {day} is wanted; the first of {text!r} is of {found[0].as_of_text}")
    return None


def _of_figure(row: KeyFigure) -> Source:
    when = f", {row.as_of_text}" if row.as_of_text else ""
    told = f"{row.metric}{f' in {row.place}' if row.place else ''} is {row.text}{when} ({row.source})"
    operands = tuple(Operand(part.metric, part.text, part.value) for part in row.operands)
    formula = f"{row.metric} = {row.formula}" if row.formula else "the figure on file"
    return Source(row.value, None if row.bound else row.number, told, formula, operands, (row.reference(),))


def check(report: Report, rulebook: Rulebook, sources: Sources) -> tuple[Report, list[Edit]]:
    """The report with a result for each bound number, and how those that have drifted would be written anew.

    A binding that cannot be worked out is a problem of the report.
    """
    document = report.document
    context = Context(document, report.claims, report.relations, rulebook)
    results, problems, edits = list(report.results), list(report.problems), []
    checked: set[int] = set()
    for binding in bindings(document, report.claims):
        try:
            if binding.claim is None:
                raise ExpressionError(f"the binding {binding.text!r} {binding.wrong}")
            source = sources.find(binding.text, document.date)
        except ExpressionError as error:
            line, column = document.position(binding.span.start)
            problems.append(Problem(f"{document.path}:{line}:{column}", str(error)))
            continue
        found, edit = _result(context, binding.claim, binding, source)
        results.append(found)
        checked.add(binding.claim)
        if edit is not None:
            edits.append(edit)
    if not checked and len(problems) == len(report.problems):
        return report, []
    results.sort(key=by_place)
    unchecked = tuple(index for index in report.unchecked if index not in checked)
    made = structs.replace(report, results=tuple(results), problems=tuple(problems), unchecked=unchecked)
    return made, edits


def alone(report: Report) -> Report:
    """The report in which nothing that was found in data by its words is held against a number that is bound."""
    tied = {claim for found in report.results if found.rule == RULE.id for claim in found.claims[:1]}
    guesses = ("data/", "sourced/")
    kept = [f for f in report.results if not (f.rule.startswith(guesses) and f.claims and f.claims[0] in tied)]
    return structs.replace(report, results=tuple(kept))


def _result(context: Context, index: int, binding: Binding, source: Source) -> tuple[Finding, Edit | None]:
    claim = context.claims[index]
    quantity = claim.quantity
    given = words_entail(quantity)
    judgement = weigh(given, quantity.implied, source.value, resolution=quantity.resolution, rounded=rounded(quantity))
    edit = None
    if judgement.verdict != "consistent" and source.number is not None:
        raw = context.document.text[quantity.number.start : quantity.number.end]
        new = style.anew(quantity, raw, source.number)
        if new is not None and new[0] != raw:
            edit = Edit(quantity.number.start, quantity.number.end, *new)
    derivation = Derivation(
        (operand("said", quantity, given), *source.operands),
        source.formula,
        source.value,
        given,
        quantity.implied,
        quantity.unit,
    )
    fits = f"{quantity.text} fits what it is bound to: {source.told}"
    found = verdict(
        context,
        RULE,
        judgement,
        (index,),
        derivation,
        against=source.told,
        fits=fits,
        fix=_shown(context, edit, claim.quantity.span.start, claim.quantity.span.end),
        references=source.references,
    )
    return found, edit


def _shown(context: Context, edit: Edit | None, start: int, end: int) -> str:
    """The whole number, with its qualifier and unit, as it would read."""
    if edit is None:
        return ""
    text = context.document.text
    shown = text[start : edit.start] + edit.text + text[edit.end : end]
    return "" if "<" in shown else " ".join(shown.split())
