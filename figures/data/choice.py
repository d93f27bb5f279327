"""Conditions that words of a sentence set on the rows of a table."""

from __future__ import annotations

from msgspec import Struct

from figures.data.spell import Where


class Choice(Struct, frozen=True, gc=False):
    """Conditions on the rows of one table, and the tokens that say them. ``fit``: how well they do, from 0 to 1.

    No conditions: the words choose rows, but it is not clear which.
    """

    where: tuple[Where, ...]
    tokens: frozenset[int]
    fit: float
    core: frozenset[int]  # those of the tokens that name the value, not its column
    period: bool = False
    bound: bool = False  # a number stands in it

    @property
    def at(self) -> int:
        return min(self.tokens)

    @property
    def columns(self) -> frozenset[str]:
        return frozenset(where.column for where in self.where)
