"""Which number before this one its words point back to: "of them", "including", "others"."""

from __future__ import annotations

import re
from collections.abc import Container

from figures.lexicon.nouns import nouns
from figures.meaning import in_wholes
from figures.quantity import Quantity
from figures.relations.layout import NEIGHBOURS, Layout, Line, Site

COUNTS = frozenset({"count", "number"})
_PLACED = re.compile(
    r"\b(?:in|across|at|over|for|from|within|after|during|since|by|until|through|near|past|last|next|on|aged?)"
    r"\s+(?:(?:the|all|its|their|these|those|about|last|past|next)\s+){0,2}$"
)


def is_count(site: Site) -> bool:
    """Whether the number counts things, so that others can be some of them."""
    quantity = site.claim.quantity
    return quantity.kind in COUNTS and not quantity.role and not quantity.direction


def meet(one: Quantity, other: Quantity) -> bool:
    """Whether the two may be one number; what is counted comes in whole numbers, so that 4 is not 5."""
    first, second = one.stated, other.stated
    if one.kind == other.kind == "count":
        first, second = in_wholes(first), in_wholes(second)
    return first.meets(second)


def placed(line: Line, site: Site) -> bool:
    """Whether the number only says where or when: "in 12 provinces"."""
    return bool(_PLACED.search(line.before(site, 40)))


def counted_alike(one: Site, other: Site) -> bool:
    """False where the words tell that the two count different things or measure in different units."""
    if one.claim.quantity.unit != other.claim.quantity.unit:
        return False
    if not one.noun or not other.noun:
        return True
    return nouns().related(one.noun, other.noun) or not (nouns().chain(one.noun) and nouns().chain(other.noun))


def antecedent(layout: Layout, at: int, place: int, skip: Container[int] = ()) -> Site | None:
    """The nearest count before ``layout.lines[at].sites[place]`` that it can be a part of.

    Looked for in the same sentence first, then in the sentence before it in the same block. ``skip``: claims that are
    parts themselves. What only says where or when comes last.
    """
    line = layout.lines[at]
    site = line.sites[place]
    earlier = line.sites[max(0, place - NEIGHBOURS) : place][::-1]
    if not earlier and at and layout.lines[at - 1].block == line.block:
        line = layout.lines[at - 1]
        earlier = line.sites[-NEIGHBOURS:][::-1]
    elided = site.claim.counted_from == "elided"  # what "of them" counts is what is looked for here
    fitting = [s for s in earlier if is_count(s) and s.index not in skip and (elided or counted_alike(s, site))]
    return next((s for s in fitting if not placed(line, s)), fitting[0] if fitting else None)
