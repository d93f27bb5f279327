"""The numbers of a sentence as the matching sees them: the claims that were read there, and what stands in pairs."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from msgspec import Struct

from figures.data.index import Hit
from figures.data.words import Token, lexicon
from figures.interval import Exact
from figures.quantity import Claim, Quantity

NO_NUMBERS = frozenset({"double", "triple", "quadruple"})  # of double-double and double figures
PAIRED = frozenset({"-", "–", "/"})


class Mention(Struct, gc=False):
    """A number at tokens ``i`` to ``j``. ``unit``: percent, fraction, currency, multiple, ordinal, count or feat.

    A feat is a word such as double-double: so many columns, its value, come to ten.
    """

    i: int
    j: int
    value: Exact
    unit: str = "count"
    claim: int | None = None
    quantity: Quantity | None = None
    second: int | None = None  # of the first number of a pair: where the other stands in the list
    first: int | None = None  # of the second number of a pair
    joint: str = ""  # what stands between the two: for, of, -
    step: Exact = 1  # the place of the last digit as written
    named: bool = False  # the numeral is part of the name of a column: "the first quarter"


def mentions(
    words: Sequence[Token], found: Sequence[Hit], claims: Sequence[tuple[int, Claim, int, int]]
) -> list[Mention]:
    """In order. ``claims``: index, claim, and where its numeral begins and ends in the sentence."""
    made: list[Mention] = []
    swallowed = {k for hit in found for k in range(hit.i, hit.j) if hit.parts or hit.j - hit.i > 1}
    years = {hit.i for hit in found if hit.values and hit.j - hit.i == 1}
    at = 0
    pending = list(claims)
    while at < len(words):
        token = words[at]
        while pending and pending[0][3] <= token.start:
            pending.pop(0)
        paired = token.stem == "pair" and (at + 1 >= len(words) or words[at + 1].raw != "of")  # "to pair with"
        if (token.stem == "one" and _pronoun(words, at)) or token.stem in NO_NUMBERS or paired:
            pending = pending[1:] if pending and pending[0][2] == token.start else pending
            stop = _feat(words, at)
            if stop > at + 1:
                made.append(Mention(at, stop, lexicon().feats[tuple(t.stem for t in words[at:stop:2])], "feat"))
                while pending and pending[0][2] < words[stop - 1].end:
                    pending.pop(0)
            at = stop
            continue
        if pending and pending[0][2] <= token.start < pending[0][3]:
            index, claim, _, end = pending[0]
            quantity = claim.quantity
            stop = next((k for k in range(at, len(words)) if words[k].start >= end), len(words))
            if (
                quantity.high is None
                or quantity.kind == "fraction"
                or (quantity.bound == "range" and _is_words(words[at:stop]))
            ):
                pending.pop(0)
                if not (set(range(at, stop)) <= swallowed and token.number is not None) and at not in years:
                    made.append(Mention(at, stop, quantity.value, _unit(quantity), index, quantity))
                elif at not in years:
                    stop = max([stop, *(hit.j for hit in found if hit.parts and hit.i == at)])
                    made.append(Mention(at, stop, quantity.value, named=True))
                at = max(stop, at + 1)
                continue
        if (
            at > 1
            and words[at - 1].raw == "."
            and words[at - 2].raw in ("No", "no", "Nos")
            and token.number is not None
        ):
            while pending and pending[0][2] <= token.start:
                pending.pop(0)
            at += 1  # No. 1 is a name
            continue
        if token.number is not None and at not in years:
            unit = "ordinal" if token.ordinal else "count"
            if at + 1 < len(words) and words[at + 1].low in ("%", "percent", "pct"):
                unit = "percent"
            step = Fraction(1, 10 ** len(token.raw.partition(".")[2])) if "." in token.raw else 1
            whole = next((hit for hit in found if hit.parts and hit.i == at), None)
            if whole is not None:  # the first quarter
                made.append(Mention(at, whole.j, token.number, named=True))
                at = whole.j
                continue
            made.append(Mention(at, at + 1, token.number, unit, step=step, named=at in swallowed))
        at += 1
    _pairs(words, made)
    return made


def _pronoun(words: Sequence[Token], at: int) -> bool:
    """Whether "one" stands for a thing: "this one", "one of the worst"."""
    before = words[at - 1].low if at else ""
    after = words[at + 1].low if at + 1 < len(words) else ""
    own = at + 3 < len(words) and words[at + 2].low in ("his", "her", "their", "its")
    counted = own and words[at + 3].number is not None  # "one of her seven shots"
    return before in ("this", "that", "the", "no", "each", "which", "every") or (after == "of" and not counted)


def _feat(words: Sequence[Token], at: int) -> int:
    """Where a word such as double-double ends that begins here; the next token where none does."""
    if at + 2 < len(words) and words[at + 1].raw == "-" and (words[at].stem, words[at + 2].stem) in lexicon().feats:
        return at + 3
    return at + 1


def _is_words(words: Sequence[Token]) -> bool:
    return any(token.raw in ("to", "and", "between") for token in words)


def _unit(quantity: Quantity) -> str:
    if quantity.unit == "percentage":
        return "percent"
    if quantity.kind in ("currency", "fraction", "ordinal", "multiple"):
        return quantity.kind
    return "count"


def _pairs(words: Sequence[Token], made: list[Mention]) -> None:
    for k in range(len(made) - 1):
        one, two = made[k], made[k + 1]
        if (
            one.first is not None
            or one.named
            or two.named
            or words[one.i].stem == "pair"
            or {"ordinal", "feat"} & {one.unit, two.unit}
            or two.i - one.j > 3
        ):
            continue
        between = [token.low for token in words[one.j : two.i]]
        marks = [raw for raw in between if raw not in PAIRED]
        if marks in (["for"], ["of"]) or (not marks and between):
            one.second, two.first, one.joint = k + 1, k, marks[0] if marks else "-"
            two.joint = one.joint
