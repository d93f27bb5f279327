"""Shares whose three numbers stand in one clause rather than side by side.

"300 of 10,000 tests were positive, a rate of 3 percent"; "303 seats, 56% of the 543"; "62 percent of the 1,000 votes,
or 620"; "out of 543 seats the party won 303, or 56%".
"""

from __future__ import annotations

import re

from figures.relations.antecedents import is_count
from figures.relations.layout import Line, Site

_NOUN = r"(?:\s+(?!of\b|and\b|or\b|but\b|in\b|from\b)[\w’'-]{1,24}){0,3}"
_NOUN_OF = re.compile(rf"{_NOUN}\s+(?:out\s+)?of\s+(?:(?:the|all|its|their|our|these|those|a\s+total\s+of)\s+){{0,2}}")
_RATE_OF = re.compile(
    r"(?!\d)[^.;:,\d]{0,70},\s+(?:or\s+|which\s+is\s+|giving\s+|making\s+for\s+)?(?:a|an)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:rate|share|proportion|percentage|turnout)\s+of\s+"
)
_BESIDE = re.compile(rf"{_NOUN}\s*(?:,|\(|–|—)\s*(?:or\s+|that\s+is,?\s+|i\.e\.,?\s+|some\s+)?")
_OF_THE = re.compile(r"\s+of\s+(?:the|all|its|their)\s+(?:total\s+of\s+)?")
_OR = re.compile(rf"{_NOUN}\s*(?:,|\(|–|—)\s*(?:or\s+|that\s+is,?\s+|i\.e\.,?\s+)?")
_ENDS = re.compile(r"(?:\s+(?:in\s+all|in\s+total|of\s+them|altogether))?\s*(?:[,;)–—]|\.(?:\s|$)|$)")
_OUT_OF = re.compile(r"^(?:Out\s+of|Of)\s+(?:(?:the|all|a\s+total\s+of)\s+){0,2}$")
_CLAUSE = re.compile(rf"{_NOUN},?(?:\s+(?!of\b|and\b|or\b|but\b|in\b|only\b)[\w’'-]{{1,24}}){{1,4}}\s+")
_LAST = re.compile(rf"{_NOUN}\s*,\s+(?:or|that\s+is)\s+(?:about\s+|some\s+)?")
_NARROW = re.compile(r"(?:\s+[\w’'-]{1,24}){0,2}?\s+(?:who|that|which|whose|aged|among|by)\b")


def members(line: Line, place: int, percent: Site) -> list[Site] | None:
    """Part, whole and percentage; None where the words tell of no share."""
    if percent.claim.quantity.kind == "fraction":
        return None
    before, after = line.sites[max(0, place - 2) : place], line.sites[place + 1 : place + 3]
    if len(before) == 2 and _alike(*before):
        part, whole = before
        first, second = line.between(part, whole), line.between(whole, percent)
        if first is not None and second is not None:
            if _NOUN_OF.fullmatch(first) and _RATE_OF.fullmatch(second) and _ENDS.match(line.after(percent, 20)):
                return [part, whole, percent]
            opened = part.start <= 24 and _OUT_OF.match(line.text[: part.start])
            if opened and _CLAUSE.fullmatch(first) and _LAST.fullmatch(second) and _ENDS.match(line.after(percent, 20)):
                return [whole, part, percent]
    if before and after and _alike(before[-1], after[0]):
        part, whole = before[-1], after[0]
        first, second = line.between(part, percent), line.between(percent, whole)
        named = part.noun == whole.noun or "" in (part.noun, whole.noun)
        if first and second and named and _BESIDE.fullmatch(first) and _OF_THE.fullmatch(second):
            return None if _NARROW.match(line.after(whole, 40)) else [part, whole, percent]
    if len(after) == 2 and _alike(*after):
        whole, part = after
        first, second = line.between(percent, whole), line.between(whole, part)
        if first and second and _OF_THE.fullmatch(first) and _OR.fullmatch(second) and part.noun in ("", whole.noun):
            return [part, whole, percent] if _ENDS.match(line.after(part, 20)) else None
    return None


def _alike(one: Site, other: Site) -> bool:
    return all(is_count(s) and s.claim.quantity.high is None and not s.claim.quantity.unit for s in (one, other))
