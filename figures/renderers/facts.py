"""What is said about a result beside its message, in the same words in every format for people."""

from __future__ import annotations

from figures import words
from figures.document import Document
from figures.findings import Derivation, Finding, Reference, Relation, Report
from figures.renderers.places import Places

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
}


def relation_words(relation: Relation, index: int) -> tuple[str, tuple[int, ...]]:
    """How the claim ``index`` stands to others: "part of", "total of"; and which claims are meant."""
    first, other = RELATION_WORDS.get(relation.kind, ("", ""))
    if not first:
        return relation.kind.replace("_", " "), tuple(claim for claim in relation.claims if claim != index)
    return (first, relation.claims[1:]) if relation.claims[0] == index else (other, relation.claims[:1])


def evidence(document: Document, relation: Relation) -> str:
    """ ", by “of them”" where the words stand in the text, " (same speaker)" where they describe it, or ""."""
    if not relation.evidence:
        return ""
    words_there = document.text[relation.span.start : relation.span.end]
    return f", by “{relation.evidence}”" if relation.evidence in words_there else f" ({relation.evidence})"


def verdict(finding: Finding) -> str:
    """ "inconsistent, major"; "inconsistent by rounding"."""
    word = VERDICT_WORDS.get(finding.verdict, finding.verdict)
    if not finding.degree:
        return word
    return f"{word} by rounding" if finding.degree == "rounding" else f"{word}, {finding.degree}"


def facts(report: Report, places: Places, finding: Finding) -> list[tuple[str, str]]:
    """Label and text of each fact, in the order in which they are read; facts that are missing are left out."""
    rows = [("verdict", verdict(finding))]
    says, reads = finding.says, finding.reads
    if not says and finding.claims and finding.claims[0] < len(report.claims):
        says = words.says(report.claims[finding.claims[0]])
    rows += [("says", says), ("reads as", reads), ("against", finding.against)]
    rows += [("on file", reference(row)) for row in finding.references]
    if finding.derivation is not None:
        rows += derivation(finding.derivation, places)
    rows.append(("fix", finding.fix))
    return [(label, text) for label, text in rows if text]


def reference(row: Reference) -> str:
    """One figure on file: what it is, its value as written, where and when, who says so, and its place on disk."""
    what = ", ".join(part for part in (row.metric, row.place) if part)
    value = words.with_unit(row.text, row.unit)
    origin = [row.source, f"as of {row.as_of.isoformat()}" if row.as_of else "", f"{row.table}:{row.line}", row.url]
    return f"{what}: {value} ({', '.join(part for part in origin if part)})"


def derivation(given: Derivation, places: Places) -> list[tuple[str, str]]:
    """The operands, the formula with what it gives, and what the text gives."""
    rows = []
    for operand in given.operands:
        value = words.interval(operand.interval)
        where = ""
        if operand.span is not None:
            line, column = places.position(operand.span.start)
            where = f" (at {line}:{column})"
        text = f" “{operand.text}”" if operand.text else ""
        rows.append(("given", f"{operand.label} ={text}{where}: {value}"))
    expected = words.interval(given.expected, given.unit)
    stated = words.interval(given.stated, given.unit)
    formula = f"{given.formula}, so " if given.formula else ""
    rows.append(("because", f"{formula}{expected}; the text gives {stated}"))
    return rows
