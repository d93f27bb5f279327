"""Which claims of a document bear on each other, found by the words that say so and never by guessing a number."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from figures.document import Document
from figures.findings import Relation
from figures.quantity import Claim
from figures.relations import (
    age,
    change,
    complement,
    conversion,
    difference,
    fraction_of,
    groups,
    hundred,
    length_of_time,
    ordinal_day,
    part_of,
    product,
    rate,
    rest_of,
    restates,
    share,
    shots,
    tables,
    total,
    weekday,
)
from figures.relations.layout import Layout, lay_out

# What is found in a sentence and the one before it, in this order.
IN_SENTENCES: tuple[Callable[[Layout], Iterator[Relation]], ...] = (
    part_of.find,
    rest_of.find,
    length_of_time.find,
    ordinal_day.find,
    share.find,
    total.find,
    change.find,
    groups.find,
    complement.find,
    product.find,
    rate.find,
    difference.find,
    conversion.find,
    fraction_of.find,
    hundred.find,
    age.find,
    shots.find,
)


def relate(document: Document, claims: tuple[Claim, ...]) -> tuple[Relation, ...]:
    """The relations among ``claims``, which are in order of place, sorted by place and kind.

    The time taken grows with the length of the text and the number of claims, never with pairs of them.
    """
    layout = lay_out(document, claims)
    found = [relation for find in IN_SENTENCES for relation in find(layout)]
    found += tables.find(document, claims)
    found += weekday.find(document)
    found += restates.find(layout, found)
    found.sort(key=lambda relation: (relation.span, relation.kind, relation.claims))
    return tuple(found)


__all__ = ["relate"]
