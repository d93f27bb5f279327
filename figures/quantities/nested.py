"""Numbers within numbers ("5 million 200 thousand", "one over two"): the one circle in the grammar of numbers."""

from __future__ import annotations

from figures.quantities.number import Number
from figures.quantities.tokens import Words

_MAX_DEPTH = 3


def read_nested(w: Words, i: int) -> Number | None:
    """The number at token ``i``, which stands inside another one. None: no number, or too deep in others."""
    if w.depth == _MAX_DEPTH:
        return None
    from figures.quantities.numbers import read_number

    w.depth += 1
    found = read_number(w, i)
    w.depth -= 1
    return found if isinstance(found, Number) else None
