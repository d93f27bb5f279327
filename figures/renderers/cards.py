"""One card per claim: what the text says, what it was held against, how that was worked out, and from which source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from markupsafe import Markup

from figures import words
from figures.findings import Derivation, Finding, Reference, Relation, Report
from figures.interval import Interval
from figures.quantity import Claim, Phrase, Quantity
from figures.renderers.facts import (
    VERDICT_WORDS,
    evidence,
    given_words,
    happened,
    operand_words,
    relation_words,
    verdict,
)
from figures.renderers.marks import plain
from figures.renderers.number_line import Lane, draw
from figures.renderers.places import Places, to_block
from figures.rules import Rule
from figures.unit_words import unit_tail, with_unit

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def claim_card(
    number: int,
    index: int,
    report: Report,
    places: Places,
    claim: Claim,
    status: str,
    own: Sequence[Finding],
    other: Sequence[Finding],
    rules: Mapping[str, Rule],
) -> dict[str, Any]:
    quantity = claim.quantity
    n = f"{number}-{index + 1}"
    stated, implied = quantity.stated, quantity.implied
    reads = words.reads(claim)
    says = words.stated(quantity)
    lanes = [Lane("says", says, words.as_drawn(quantity, stated), "stated")]
    if reads:
        lanes.append(Lane("reads as", reads, words.as_drawn(quantity, implied), "implied"))
    results = [_result(number, at, n, report, places, result, rules, quantity) for at, result in enumerate(own)]
    for result in own:
        for lane in _expected(result, quantity):
            if lane not in lanes and len(lanes) < 6:
                lanes.append(lane)
    block = places.block(quantity.span)
    return {
        "id": f"c{n}",
        "back": f"t{n}" if block is not None else "",
        "number": index + 1,
        "verdict": status,
        "words": verdict(own[0]) if len(own) == 1 else VERDICT_WORDS[status],
        "severity": own[0].severity if len(own) == 1 else "",
        "text": " ".join(quantity.text.split()),
        "where": where(places, quantity.span.start),
        "context": _context(report, claim, places),
        "facts": _facts(claim),
        "says": says,
        "reads": reads,
        "line": draw(lanes, f"n{n}", f"Number {index + 1} on a line", _caption(claim)),
        "results": results,
        "elsewhere": [
            {"number": result.claims[0] + 1, "href": f"c{number}-{result.claims[0] + 1}", "message": result.message}
            for result in other
        ],
        "relations": [
            _relation(number, index, report, relation) for relation in report.relations if index in relation.claims
        ],
    }


def loose_card(
    number: int, index: int, report: Report, places: Places, result: Finding, rules: Mapping[str, Rule]
) -> dict[str, Any]:
    n = f"{number}-{index + 1}"
    block = places.block(result.span)
    return {
        "id": f"f{n}",
        "back": f"g{n}" if block is not None else "",
        "number": 0,
        "verdict": result.verdict,
        "words": verdict(result),
        "severity": result.severity,
        "text": " ".join(places.sentence(result.span, block).split()),
        "where": where(places, result.span.start),
        "context": "",
        "facts": [],
        "says": "",
        "reads": "",
        "line": "",
        "elsewhere": [],
        "relations": [],
        "results": [_result(number, 0, f"f{n}", report, places, result, rules, None)],
    }


def _result(
    number: int,
    at: int,
    n: str,
    report: Report,
    places: Places,
    result: Finding,
    rules: Mapping[str, Rule],
    quantity: Quantity | None,
) -> dict[str, Any]:
    rule = rules.get(result.rule)
    given = result.derivation
    line = Markup("")
    if given is not None and given.unit not in ("weekday", "ordinal") and not _on_same_line(given, quantity):
        text, first = given.names[::-1] if given.names is not None else ("the text gives", "worked out")
        lanes = [Lane(text, words.interval(given.stated, given.unit), given.stated, "stated")]
        if given.implied is not None and given.implied != given.stated:
            lanes.append(Lane("reads as", words.interval(given.implied, given.unit), given.implied, "implied"))
        lanes.append(Lane(first, words.interval(given.expected, given.unit), given.expected, "expected"))
        line = draw(lanes, f"m{n}-{at + 1}", "What the text gives and what it should be", unit_tail(given.unit).strip())
    return {
        "verdict": result.verdict,
        "words": verdict(result),
        "severity": result.severity,
        "message": result.message,
        "rule": result.rule,
        "name": rule.name if rule else "",
        "why": rule.why if rule else "",
        "rule_source": rule.source if rule else "",
        "says": "" if result.says in result.message else result.says,
        "reads": result.reads,
        "against": "" if result.against in result.message else result.against,
        "fix": result.fix,
        "evidence": result.evidence,
        "line": line,
        "derivation": _derivation(number, report, places, given) if given else None,
        "references": [_reference(row) for row in result.references],
        "others": [
            {
                "number": index + 1,
                "href": f"c{number}-{index + 1}",
                "text": " ".join(report.claims[index].quantity.text.split()),
            }
            for index in dict.fromkeys(result.claims[1:])
            if 0 <= index < len(report.claims)
        ],
    }


def _on_same_line(given: Derivation, quantity: Quantity | None) -> bool:
    """Whether what a derivation expects is measured on the line that the quantity is drawn on."""
    if quantity is None or given.unit not in ("", quantity.unit, quantity.kind):
        return False
    return words.as_counted(quantity, given.stated) == words.as_counted(quantity, quantity.stated)


def _expected(result: Finding, quantity: Quantity) -> list[Lane]:
    """What a result holds the quantity against, as far as it goes on the quantity's own line."""
    if result.derivation is not None and _on_same_line(result.derivation, quantity):
        expected = result.derivation.expected
        again = result.derivation.formula == "the same number"
        label = "on file" if result.references else "said elsewhere" if again else "worked out"
        return [Lane(label, words.of_quantity(quantity, expected), words.as_drawn(quantity, expected), "expected")]
    if result.derivation is not None or result.verdict == "not_comparable":
        return []
    return [
        Lane("on file", words.of_quantity(quantity, row.value), words.as_drawn(quantity, row.value), "expected")
        for row in result.references
        if row.unit in ("", quantity.unit)
    ]


def _derivation(number: int, report: Report, places: Places, given: Derivation) -> dict[str, Any]:
    anchors = {claim.quantity.span: f"c{number}-{index + 1}" for index, claim in enumerate(report.claims)}
    expected, stated = given_words(given)
    return {
        "operands": [
            {
                "label": operand.label,
                "text": operand.text,
                "value": operand_words(report, given, operand),
                "where": where(places, operand.span.start) if operand.span else "",
                "href": anchors.get(operand.span, "") if operand.span else "",
            }
            for operand in given.operands
        ],
        "formula": given.formula,
        "expected": expected,
        "stated": stated,
    }


def _reference(row: Reference) -> dict[str, str]:
    # A link goes to the web or nowhere: a table must not smuggle in a script.
    link = row.url if row.url.lower().startswith(("https://", "http://")) else ""
    return {
        "what": ", ".join(part for part in (row.metric, row.place) if part),
        "value": with_unit(row.text, row.unit),
        "means": _means(row.value, row.unit, row.text),
        "source": row.source,
        "as_of": day_words(row.as_of) if row.as_of else "",
        "where": f"{row.table}:{row.line}",
        "url": row.url,
        "link": link,
    }


def _means(value: Interval, unit: str, text: str) -> str:
    said = words.interval(value, unit)
    return "" if said in (f"exactly {text}", text) else said


def _facts(claim: Claim) -> list[tuple[str, str]]:
    """What the text says of the number, label and words; what it does not say is left out."""
    quantity = claim.quantity
    elided = {"elided": " (from what stands before)", "others": " (others than those before)"}
    rows = [
        ("counts", _phrase(claim.counted) + (elided.get(claim.counted_from, "") if claim.counted else "")),
        ("part of", _phrase(claim.whole)),
        ("about", _phrase(claim.subject)),
        ("happened", happened(claim)),
        ("value", words.value_of(quantity)),
        ("qualifier", quantity.qualifier.replace("-", " ").replace("+", ", ")),
        ("direction", " ".join(part for part in (quantity.direction, quantity.role) if part)),
        ("where", _phrase(claim.place)),
        ("when", _phrase(claim.time) or (day_words(claim.as_of) if claim.as_of else "")),
        ("says so", _phrase(claim.source)),
        ("said as", "a possibility, not a fact" if claim.hypothetical else ""),
    ]
    return [(label, text) for label, text in rows if text]


def _context(report: Report, claim: Claim, places: Places) -> Markup:
    """The claim's sentence with the number set off."""
    block = places.block(claim.quantity.span)
    if block is None:
        return Markup("")
    seen = report.document.blocks[block]
    start, end = to_block(seen, claim.sentence.start), to_block(seen, claim.sentence.end, end=True)
    first, last = to_block(seen, claim.quantity.span.start), to_block(seen, claim.quantity.span.end, end=True)
    if not start <= first < last <= end or seen.text[start:end].strip() == seen.text[first:last].strip():
        return Markup("")
    return Markup("{}<b>{}</b>{}").format(
        plain(seen.text[start:first]), plain(seen.text[first:last]), plain(seen.text[last:end])
    )


def _relation(number: int, index: int, report: Report, relation: Relation) -> dict[str, Any]:
    stands, others = relation_words(relation, index)
    return {
        "kind": stands,
        "evidence": evidence(report.document, relation),
        "others": [
            {
                "number": other + 1,
                "href": f"c{number}-{other + 1}",
                "text": " ".join(report.claims[other].quantity.text.split()),
            }
            for other in others
            if 0 <= other < len(report.claims)
        ],
    }


def _caption(claim: Claim) -> str:
    quantity = claim.quantity
    if quantity.kind == "fraction" and not quantity.unit:
        return "%"
    if quantity.unit:
        return unit_tail(quantity.unit, quantity.kind).strip()
    return _phrase(claim.counted)[:40]


def _phrase(phrase: Phrase | None) -> str:
    return "" if phrase is None else " ".join(phrase.text.split())


def where(places: Places, offset: int) -> str:
    line, column = places.position(offset)
    return f"{line}:{column}"


def day_words(day: date) -> str:
    """2 October 2015, whatever the locale."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
