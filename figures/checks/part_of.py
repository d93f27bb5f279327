"""A part is not larger than its whole: "more than 11 million ..., four million of them abroad".

Part <= whole is broken only if the least that the part can be is more than the most that the whole can be; a whole
without an upper bound ("more than 11 million") is never too small.
"""

from __future__ import annotations

import re

from figures.checks import wording
from figures.checks.context import Context, aside, disputed, generous, operand, verdict, words_entail
from figures.findings import Derivation, Finding, Relation
from figures.interval import Interval
from figures.lexicon.nouns import nouns
from figures.meaning import rounded
from figures.quantity import Claim
from figures.relations.layout import around
from figures.rules import Rule
from figures.verdicts import weigh

_IRREGULAR = {"men": "man", "women": "woman", "children": "child", "families": "family"}
_BACK = 8  # numbers before the part that may be meant instead


def check(context: Context, rule: Rule) -> list[Finding]:
    """One verdict for each part_of relation."""
    return [_judge(context, rule, relation) for relation in context.of_kind("part_of")]


def _judge(context: Context, rule: Rule, relation: Relation) -> Finding:
    part, whole = relation.claims
    one, other = context.claims[part], context.claims[whole]
    if one.quantity.unit != other.quantity.unit:
        return aside(context, rule, "not_comparable", (part, whole), "the part and the whole are in different units")
    most = generous(other.quantity, told=True)
    expected = Interval(None, most.hi, False, most.hi_open)
    given = words_entail(one.quantity, told=True)
    judgement = weigh(given, None, expected, resolution=one.quantity.resolution, rounded=rounded(one.quantity))
    if judgement.verdict == "inconsistent":
        reason = disputed(context, part, whole) or _excuse(context, part, whole, relation.evidence)
        if reason:
            return aside(context, rule, "not_comparable", (part, whole), reason)
    derivation = Derivation(
        (operand("part", one.quantity, given), operand("whole", other.quantity, most)),
        "part <= whole",
        expected,
        given,
        unit=one.quantity.unit,
    )
    told = wording.counted(other)
    return verdict(
        context,
        rule,
        judgement,
        (part, whole),
        derivation,
        against=told,
        fits=f"{wording.counted(one)} can be a part of {told}",
    )


def _excuse(context: Context, part: int, whole: int, evidence: str) -> str:
    """Why the part may belong to something else than the whole that was found; "" when it cannot."""
    one, other = context.claims[part], context.claims[whole]
    if not evidence.endswith("of") and not _among(one, other):
        first, second = (c.counted.text if c.counted else "they" for c in (one, other))
        return f"the words do not tell whether {first} are counted among {second}"
    given = words_entail(one.quantity)
    told = _named_after(context, part)
    for index in range(max(0, part - _BACK), part):
        rival = context.claims[index]
        if index == whole or rival.sentence != one.sentence or rival.quantity.unit != one.quantity.unit:
            continue
        if told and other.counted and rival.counted and _only(told, other.counted.head, rival.counted.head):
            continue
        most = generous(rival.quantity)
        if rival.quantity.kind in ("count", "number") and (most.hi is None or given.lo is None or given.lo <= most.hi):
            return f"the part may be one of {wording.counted(rival)}"
    return ""


def _only(told: str, meant: str, rival: str) -> bool:
    """Whether what the part is said to be can be some of the one and not of the other."""
    return nouns().related(told, meant) and not nouns().related(told, rival)


def _named_after(context: Context, part: int) -> str:
    """What the part is said to be: children of "60 of them children"; "" when it is not said."""
    line, site = around(context.document, context.claims, part)
    found = re.match(r"\s+of\s+(?:them|whom|which|these|those)\s+(?:were\s+|are\s+)?([\w’'-]+)", line.after(site, 60))
    word = found.group(1).lower() if found else ""
    kinds = nouns()
    return next(
        (
            w
            for w in (word, word.removesuffix("s"), word.removesuffix("es"), _IRREGULAR.get(word, ""))
            if kinds.chain(w)
        ),
        "",
    )


def _among(one: Claim, other: Claim) -> bool:
    if one.counted is None or other.counted is None or one.counted_from:
        return True
    return nouns().related(one.counted.head, other.counted.head)
