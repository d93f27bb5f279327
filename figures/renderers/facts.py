"""What is said about a result beside its message, in the same words in every format for people."""

from __future__ import annotations

import re

from figures import words
from figures.document import Document
from figures.findings import Derivation, Finding, Operand, Reference, Relation, Report
from figures.quantity import Claim
from figures.renderers.places import Places
from figures.unit_words import with_unit

LEGIBLE = 120  # characters of operands in one line
SHOWN = 2  # figures on file that a brief finding lists
_ARITHMETIC = re.compile(r"[=<>+*/-] | x ")

VERDICT_WORDS = {
    "inconsistent": "inconsistent",
    "misleading": "misleading",
    "not_comparable": "not comparable",
    "involved": "involved",
    "consistent": "consistent",
    "unchecked": "unchecked",
}

# What a relation says of the claim it names first, before the others; and of each of the others, before the first.
RELATION_WORDS = {
    "part_of": ("part of", "has as a part"),
    "rest_of": ("besides", "not counted in"),
    "restates": ("says again", "said again as"),
    "total": ("total of", "added up in"),
    "share": ("makes a share with", "makes a share with"),
    "fraction_of": ("makes a fraction with", "makes a fraction with"),
    "change": ("is the change between", "changes by"),
    "difference": ("is the difference between", "differs by"),
    "product": ("is the product of", "makes the product"),
    "rate": ("is the rate of", "makes the rate"),
    "conversion": ("is another unit for", "is converted to"),
    "length_of_time": ("counted from", "counted from"),
    "ordinal_day": ("counted from", "counted from"),
    "hundred": ("makes one whole with", "makes one whole with"),
}
# Verbs that say nothing of what happened.
AUXILIARIES = frozenset(
    ("am", "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "may", "can", "will")
)


def relation_words(relation: Relation, index: int) -> tuple[str, tuple[int, ...]]:
    """How the claim ``index`` stands to others: "part of", "total of"; and which claims are meant."""
    first, other = RELATION_WORDS.get(relation.kind, ("", ""))
    if first == other:
        first = first or relation.kind.replace("_", " ")
        return first, tuple(claim for claim in relation.claims if claim != index)
    return (first, relation.claims[1:]) if relation.claims[0] == index else (other, relation.claims[:1])


def evidence(document: Document, relation: Relation) -> str:
    """ ", by “of them”" where the words stand in the text, " (same speaker)" where they describe it, or ""."""
    if not relation.evidence:
        return ""
    if relation.kind in ("length_of_time", "ordinal_day"):
        return f" “{relation.evidence.strip(' ,')}”"
    words_there = document.text[relation.span.start : relation.span.end]
    return f", by “{relation.evidence}”" if relation.evidence in words_there else f" ({relation.evidence})"


def happened(claim: Claim) -> str:
    """What happened or is, in the words of the text; "" where that is a bare "was"."""
    text = "" if claim.predicate is None else " ".join(claim.predicate.text.split())
    return "" if text.lower() in AUXILIARIES else text


def verdict(finding: Finding) -> str:
    """ "inconsistent, major"; "inconsistent by rounding"."""
    word = VERDICT_WORDS.get(finding.verdict, finding.verdict)
    if not finding.degree:
        return word
    return f"{word} by rounding" if finding.degree == "rounding" else f"{word}, {finding.degree}"


def facts(report: Report, places: Places, finding: Finding, brief: bool = False) -> list[tuple[str, str]]:
    """Label and text of each fact, in the order in which they are read; facts that are missing are left out.

    What the message says is left out. ``brief``: for a reader who has the line of the text before them; what that says
    is left out too, and so is the evidence that a figure on file is about the same thing.
    """
    says = finding.says
    if not says and finding.claims and finding.claims[0] < len(report.claims):
        says = words.says(report.claims[finding.claims[0]])
    against = "wanted" if finding.verdict == "unchecked" else "against"
    rows = [("verdict", verdict(finding)), ("says", says), ("reads as", finding.reads), (against, finding.against)]
    seen = (f"{finding.message}\n{places.line(finding.span.start)[1]}" if brief else finding.message).casefold()
    rows = [row for row in rows if row[0] == "verdict" or row[1].casefold() not in seen]
    many = finding.references[SHOWN:] if brief else ()
    rows += [("on file", reference(row)) for row in finding.references[: SHOWN if brief else None]]
    rows.append(("", f"and {words.counted(len(many), 'more figure')} on file, listed by --verbose" if many else ""))
    if not brief:
        rows.append(("evidence", finding.evidence))
    if finding.derivation is not None:
        rows += _brief(report, places, finding, says) if brief else derivation(report, places, finding.derivation)
    rows.append(("fix", finding.fix))
    return [(label, text) for label, text in rows if text]


def reference(row: Reference) -> str:
    """One figure on file: what it is, its value as written, where and when, who says so, and its place on disk."""
    what = ", ".join(part for part in (row.metric, row.place) if part)
    value = with_unit(row.text, row.unit)
    origin = [row.source, f"as of {row.as_of.isoformat()}" if row.as_of else "", f"{row.table}:{row.line}", row.url]
    return f"{what}: {value} ({', '.join(part for part in origin if part)})"


def derivation(report: Report, places: Places, given: Derivation) -> list[tuple[str, str]]:
    """The operands, the formula with what it gives, and what the text gives; a query stands by itself."""
    if is_query(given):
        return [("query", given.formula)]
    rows = [("given", f"{_operand(places, one)}: {operand_words(report, given, one)}") for one in given.operands]
    expected, stated = given_words(given)
    rows.append(("because", f"{_so(given)}{expected}; the text gives {stated}"))
    return rows


def is_query(given: Derivation) -> bool:
    """Whether the formula is a statement in SQL that can be run as it is."""
    return given.formula.startswith("SELECT ")


def given_words(given: Derivation) -> tuple[str, str]:
    """What a derivation gives, and what the text does: numbers, or names with what the tables have of them."""
    expected = words.interval(given.expected, given.unit)
    stated = words.interval(given.stated, given.unit)
    if given.names is None:
        return expected, stated
    return f"{given.names[0]}, {expected}", f"{given.names[1]}, which has {stated}"


def operand_words(report: Report, given: Derivation, operand: Operand) -> str:
    """The interval of an operand, in the unit of the number that it is in the text."""
    if operand.interval == given.expected:
        return words.interval(operand.interval, given.unit)
    claims = (claim.quantity for claim in report.claims if claim.quantity.span == operand.span)
    quantity = next(claims, None) if operand.span else None
    if quantity is None or quantity.kind == "fraction":
        return words.interval(operand.interval, given.unit if given.unit in ("weekday", "ordinal") else "")
    return words.interval(operand.interval, quantity.unit, quantity.kind)


def _brief(report: Report, places: Places, finding: Finding, says: str) -> list[tuple[str, str]]:
    """The same, shorter: an exact operand is what its words say, and what the message says is not said again."""
    given = finding.derivation
    assert given is not None
    shown = []
    for one in given.operands:
        if one.span is not None and one.span != finding.span:
            known = one.interval.exact or one.interval == given.expected
            shown.append(_operand(places, one) + ("" if known else f": {operand_words(report, given, one)}"))
    joined = "; ".join(shown)
    if is_query(given):
        return [("query", given.formula)]
    rows = [("given", one) for one in ([joined] if len(joined) <= LEGIBLE or len(shown) > 4 else shown)]
    told = words.amount(given.expected, given.unit) in finding.message
    if given.unit in ("weekday", "ordinal"):
        return rows  # the message names the day
    if told and (not _ARITHMETIC.search(given.formula) or given.formula.rpartition(" = ")[2] in finding.message):
        return rows
    stated = words.interval(given.stated, given.unit)
    known = says.endswith(f": {stated}") or (given.stated.exact and stated.removeprefix("exactly ") in finding.message)
    tail = "" if known else f"; the text gives {stated}"
    return [*rows, ("because", f"{_so(given)}{words.interval(given.expected, given.unit)}{tail}")]


def _operand(places: Places, operand: Operand) -> str:
    """ "part = “12” (at 28:28)"."""
    where = ""
    if operand.span is not None:
        line, column = places.position(operand.span.start)
        where = f" (at {line}:{column})"
    return f"{operand.label} =" + (f" “{operand.text}”" if operand.text else "") + where


def _so(given: Derivation) -> str:
    return f"{given.formula}, so " if given.formula else ""
