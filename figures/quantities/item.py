"""A number on its way through the pass: what has been found out about it so far."""

from __future__ import annotations

from figures.quantities.number import Number

Rejection = tuple[int, int, str]  # a numeral that is no quantity: its first token, its end, and why


class Item:
    """``number`` with its unit. ``a``, ``b``: tokens from currency to unit; ``qa``: from the first qualifying word."""

    __slots__ = (
        "a",
        "b",
        "bound",
        "direction",
        "kind",
        "name",
        "number",
        "points",
        "qa",
        "qualifier",
        "role",
        "shared",
    )

    def __init__(self, number: Number) -> None:
        self.number = number
        self.a = number.a
        self.b = number.b
        self.qa = number.a
        self.name = ""  # canonical unit
        self.kind = number.kind
        self.bound = "="
        self.qualifier = ""
        self.direction = ""
        self.role = ""
        self.points = False  # followed by "points": an index or a score
        self.shared = False  # the unit is taken from a neighbour in a list
