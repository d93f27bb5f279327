"""Ordinals and fractions in words: twenty-first, two thirds, one over twenty-one."""

from __future__ import annotations

from fractions import Fraction

from figures.interval import Exact
from figures.lexicon.english import cues
from figures.lexicon.numerals import HUNDRED, NUMERALS, ORDINAL, PART, SCALE, TENS, VAGUE
from figures.quantities.marks import DASHES
from figures.quantities.nested import read_nested
from figures.quantities.number import COUNTING, ONE_TO_99, Number, as_part, whole
from figures.quantities.tokens import Words

_PART_OF = cues("part-measured")


def ends_in_ordinal(
    w: Words, i: int, j: int, role: int, amount: Exact, total: int, group: int, seen: int, and_at: int
) -> Number | None:
    """twenty-first, one hundred twenty fifth; two thirds, twenty-three fifths, one eighth.

    The ordinal or part of the given ``role`` and ``amount`` stands at token ``j``. Before it, from token ``i``, stand
    ``total`` (the groups that a scale word has closed) and ``group`` (the open one), ``seen`` is the role of the word
    right before it, and ``and_at`` the token of an "and" in between, or -1.
    """
    tokens = w.tokens
    hyphen = tokens[j - 1] in DASHES
    count = total + group
    if role == ORDINAL and not (count == 1 and total == 0 and amount > 2):
        if (seen == TENS and amount < 10) or seen in (HUNDRED, SCALE):
            if amount >= 100 and group:
                value: Exact = total + group * int(amount) if amount > group else total + group
            elif amount >= 1000:
                value = count * int(amount)
            else:
                value = count + int(amount)
        elif amount >= 100 and seen in ONE_TO_99:
            value = total + group * int(amount)  # two hundredth, three trillionth
        else:
            return Number(i, j - hyphen, count, 1, False, "number", "words")
        if i and tokens[i - 1] in ("a", "an") and j + 1 >= w.size and amount < 10:
            number = Number(i - 1, j + 1, value, 1, False, "fraction", "words")
            as_part(number, Fraction(1) / value, j + 1)
            return number
        return Number(i, j + 1, value, 1, False, "ordinal", "words")
    if role == ORDINAL and amount >= 100 and count == 1 and tokens[j + 1][:1].isalpha() and tokens[j + 1] != "of":
        return Number(i, j + 1, int(amount), 1, False, "ordinal", "words")
    if (
        role == ORDINAL
        and i + 1 == j
        and tokens[j + 1].isalpha()
        and tokens[j + 1] not in ("of", "the", "a", "an")
        and tokens[j + 1] not in _PART_OF
    ):
        return Number(i, j, count, 1, False, "number", "words")  # one third party
    below = int(amount)
    above = count
    if seen == TENS and below < 10 and not hyphen and group > group % 100 and and_at < 0:
        above, below = count - group % 100, group % 100 + below  # one hundred / thirty-fifths
    elif seen == TENS and below < 10 and hyphen:
        above, below = count - group % 100, group % 100 + below
        if not above:
            return Number(i, j + 1, count + int(amount), 1, False, "ordinal", "words")
    if not below or not above:
        return None
    if and_at >= 0 and group % 100 < below and group % 100:
        value = (count - group % 100) + Fraction(group % 100, below)
    else:
        value = Fraction(above, below)
    number = Number(i, j + 1, whole(value), 1, False, "fraction", "words")
    as_part(number, value, j + 1)
    k = j + 1
    if tokens[k] == "of" and tokens[k + 1] == "a":
        k += 2  # two thirds of a million
    after = NUMERALS.get(tokens[k])
    if after is not None and after[0] == SCALE:
        number.value, number.kind, number.b = whole(value * after[1]), "number", k + 1
        number.resolution = whole(Fraction(after[1]) / 100)
    return number


def compound_part(w: Words, j: int) -> tuple[int, int, bool] | None:
    """twenty-fifth, thirty firsts at token ``j`` -> (25, end, whether it is a plural)."""
    tokens = w.tokens
    k = j + 1
    while tokens[k] in DASHES:
        k += 1
    entry = (PART, 2) if k > j + 1 and tokens[k] == "seconds" else NUMERALS.get(tokens[k])
    if entry is None or entry[0] not in (ORDINAL, PART) or entry[1] >= 10:
        return None
    return int(NUMERALS[tokens[j]][1] + entry[1]), k + 1, entry[0] == PART


def read_over(w: Words, number: Number) -> None:
    """one over twenty-one."""
    token = w.tokens[number.b + 1]
    if not token.isdecimal() and NUMERALS.get(token, (VAGUE, 0))[0] not in COUNTING:
        return
    below = read_nested(w, number.b + 1)
    if (
        below is not None
        and below.kind == "number"
        and below.value
        and below.b >= w.size - (w.tokens[w.size - 1] in (".", "?", "!"))
    ):
        as_part(number, Fraction(number.value) / below.value, below.b)
