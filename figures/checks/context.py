"""What a check is given, and how it puts a verdict into words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct, structs

from figures.checks import wording
from figures.document import Document, Span
from figures.findings import Derivation, Finding, Operand, Reference, Relation
from figures.interval import Interval, around, divide, point
from figures.meaning import in_wholes, rounded, stated
from figures.quantity import Claim, Quantity
from figures.rules import Rule, Rulebook
from figures.verdicts import Judgement
from figures.words import wholes

_SAID = re.compile(r"\b(?:said|says|claimed|claims|told|wrote|tweeted|posted|according)\b", re.I)
_WRONG = re.compile(
    r"\b(?:(?:is|was|are|were)\s+(?:wrong|false|incorrect|untrue|misleading|mistaken)|not\s+true|not\s+add\s+up|miscalculat"
    r"|in\s+fact,?\s+(?:it|the|that)|(?:correct|actual|true|right)\s+(?:figure|number|share|percentage|total|sum)\s+(?:is|was))",
    re.I,
)
FAR = 400  # code points of a sentence on either side of a number that are looked at
# How a number came to be slightly off, of those computed from others.
NOTES = {"truncated": "cut off instead of rounded", "rounded twice": "rounded twice"}
LOWER = {"error": "warning", "warning": "note", "note": "note"}


class Context(Struct, frozen=True):
    """One document with its numbers and how they bear on each other, and the rules and figures in force."""

    document: Document
    claims: tuple[Claim, ...]
    relations: tuple[Relation, ...]
    rulebook: Rulebook

    def of_kind(self, kind: str) -> Iterator[Relation]:
        return (relation for relation in self.relations if relation.kind == kind)


def words_entail(quantity: Quantity, precise: bool = False, told: bool = False) -> Interval:
    """The interval of a number in a sum: whole numbers where things are counted.

    ``precise``: the number stands in arithmetic, where a round number is not a rounded one. ``told``: the interval is
    only compared and shown, so that an open end stays open: below 2 million, not at most 1,999,999.
    """
    if quantity.qualifier == "exactly" and quantity.text[:1] == "=":  # in "12/40 = 30%" it is a sign and no claim
        quantity = structs.replace(quantity, qualifier="")
    if quantity.bound == "=" and not quantity.qualifier and quantity.kind in ("count", "number", "percentage"):
        plain = quantity.high is None and not quantity.vague  # most numbers: the same as below, without the detour
        if plain and quantity.kind == "percentage":
            return around(quantity.value, divide(quantity.resolution, 2))
        if plain and quantity.resolution == 1 and not quantity.decimal:
            return point(quantity.value)
    if precise:
        quantity = structs.replace(quantity, precise=True)
    given = stated(quantity)
    things = quantity.kind == "count" or (quantity.kind == "number" and not quantity.decimal)
    return (wholes if told else in_wholes)(given) if things and given.width is not None else given


def generous(quantity: Quantity, told: bool = False) -> Interval:
    """The same, with what a round number admits: 400 people may be 405.

    The upper half way point is left out, as it is rounded up: two million are fewer than 2.5 million.
    """
    given, wider = words_entail(quantity, told=told), rounded(quantity)
    given = given if wider is None else given.hull(wider)
    if quantity.bound == "=" and quantity.high is None and given.width:
        given = Interval(given.lo, given.hi, given.lo_open, True)
        return (wholes if told else in_wholes)(given) if quantity.kind == "count" else given
    return given


def operand(label: str, quantity: Quantity, given: Interval) -> Operand:
    return Operand(label, quantity.text, given, quantity.span)


def severity(rule: Rule, judgement: Judgement, soft: bool = False) -> str:
    """That of the rule; one step lower for what is only a matter of rounding or true to the letter.

    ``soft``: the number is an order of magnitude ("dozens") or the text was read by a heuristic: at most a warning.
    """
    if judgement.verdict not in ("inconsistent", "misleading"):
        return ""
    level = rule.severity
    if judgement.verdict == "misleading" or judgement.degree == "rounding":
        level = LOWER[level]
    return "warning" if soft and level == "error" else level


def verdict(
    context: Context,
    rule: Rule,
    judgement: Judgement,
    claims: Sequence[int],
    derivation: Derivation | None,
    *,
    against: str,
    fits: str,
    fix: str = "",
    soft: bool = False,
    span: Span | None = None,
    says: str | None = None,
    references: tuple[Reference, ...] = (),
    evidence: str = "",
) -> Finding:
    """A finding on ``claims[0]``, or on ``span``.

    ``fits`` is the message when nothing is wrong; otherwise it is the rule's.
    """
    claim = context.claims[claims[0]] if claims else None
    said = says if says is not None else wording.says(claim) if claim else ""
    reads = wording.reads(claim) if claim else ""
    wrong = judgement.verdict in ("inconsistent", "misleading")
    if wrong and claims and (reason := contested(context, claims[0])):
        return aside(context, rule, "not_comparable", claims, reason)
    message = fits
    if wrong:
        expected = wording.interval(derivation.expected, derivation.unit) if derivation else ""
        message = (
            rule.fill(
                text=wording.text(claim.quantity) if claim else said,
                counted=claim.counted.text if claim and claim.counted else "",
                says=said,
                reads=reads,
                against=against,
                expected=expected,
                degree=judgement.degree,
                fix=fix,
            )
            or f"{said}; expected {expected}"
        )
        note = NOTES.get(judgement.note, "")
        if judgement.verdict == "misleading" and not judgement.note:
            note = "true to the letter"
        if note and derivation and (derivation.expected.middle is not None or judgement.verdict == "misleading"):
            message = f"{message.removesuffix('.')} ({note}){'.' if message.endswith('.') else ''}"
    if span is None:
        assert claim is not None
        span = claim.quantity.span
    return Finding(
        rule=rule.id,
        verdict=judgement.verdict,
        severity=severity(rule, judgement, soft or bool(claim and claim.quantity.vague)),
        span=span,
        message=message,
        degree=judgement.degree,
        says=said,
        reads=reads,
        against=against,
        claims=tuple(claims),
        references=references,
        derivation=derivation,
        fix=fix if wrong else "",
        evidence=evidence,
    )


def aside(
    context: Context, rule: Rule, word: str, claims: Sequence[int], reason: str, span: Span | None = None
) -> Finding:
    """A finding that judges nothing: ``not_comparable`` or ``unchecked``, with the reason."""
    if span is None:
        span = context.claims[claims[0]].quantity.span
    says = wording.says(context.claims[claims[0]]) if claims else ""
    return Finding(rule.id, word, "", span, reason, says=says, claims=tuple(claims))


def disputed(context: Context, *claims: int) -> str:
    """Why numbers that contradict each other need not be anybody's mistake; "" when nothing stands against it.

    Numbers that all belong to one forecast must fit each other as any numbers must.
    """
    if len({context.claims[index].hypothetical for index in claims}) > 1:
        return "one number is said to be so, the other stands in a condition, a plan or a forecast"
    return ""


def contested(context: Context, index: int) -> str:
    """Why a number that is wrong is none of the author's: the next words of the text say so themselves; else ""."""
    claim = context.claims[index]
    begin, end = claim.quantity.span.start, claim.quantity.span.end
    first, last = max(claim.sentence.start, begin - FAR), min(claim.sentence.end, end + FAR)
    if not (claim.quoted or claim.source or _SAID.search(context.document.text, first, last)):
        return ""
    told = context.document.text[end : last + 200]
    return "the text itself says that the number is wrong" if _WRONG.search(told) else ""


def required(context: Context, rule: Rule, index: int, given: str, missing: str) -> Finding:
    """A result on what must stand beside a number. ``given``: the words that do, or "".

    Where they stand, the number is still held against nothing, so that a ``consistent`` names no claim. Where they
    are missing it is ``unchecked``, with the severity of the rule.
    """
    claim = context.claims[index]
    says = wording.says(claim)
    if given:
        fits = f"{wording.counted(claim)}: {given}"
        return Finding(rule.id, "consistent", "", claim.quantity.span, fits, says=says)
    message = rule.fill(
        text=wording.text(claim.quantity),
        counted=claim.counted.text if claim.counted else "",
        says=says,
        against=missing,
    )
    return Finding(
        rule.id,
        "unchecked",
        rule.severity,
        claim.quantity.span,
        message or f"{wording.counted(claim)} lacks {missing}",
        says=says,
        against=missing,
        claims=(index,),
    )
