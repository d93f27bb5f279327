"""Numerals in words: two hundred and fifty-four, one million two thousand, nine point nought four."""

from __future__ import annotations

from fractions import Fraction

from figures.lexicon.numerals import (
    DIGIT,
    DOZEN,
    HALF,
    HUNDRED,
    NUMERALS,
    ORDINAL,
    PART,
    QUARTER,
    SCALE,
    SHORT,
    TEEN,
    TENS,
    VAGUE,
)
from figures.quantities.digits import read_digits
from figures.quantities.marks import DASHES
from figures.quantities.number import COUNTING, ONE_TO_99, Number, as_part, take_article, whole
from figures.quantities.scales import add_part, apply_scale
from figures.quantities.tokens import Words
from figures.quantities.word_fractions import compound_part, ends_in_ordinal, read_over

_AFTER_AND = frozenset((DIGIT, TEEN, TENS, HUNDRED, ORDINAL))
_LARGEST = 10**120  # beyond it a row of scale words is no number


def read_cardinal(w: Words, i: int) -> Number | None:
    """Number words: two hundred and fifty-four, one million two thousand, twenty-first, two thirds, four-and-a-half."""
    tokens = w.tokens
    total: int = 0
    group: int = 0
    seen = -1  # the role of the word before
    lowest: int = 1  # place of the last word that is not nothing
    last_scale: int | None = None
    and_at = -1
    j = i
    while True:
        token = tokens[j]
        entry = NUMERALS.get(token)
        if entry is None:
            if seen < 0:
                break
            if token in DASHES and j + 1 < w.size:
                nxt = NUMERALS.get(tokens[j + 1])
                spaced = w.gap(j) > 0
                if nxt is not None and (
                    (nxt[0] in (DIGIT, ORDINAL, PART) and seen == TENS and nxt[1] < 10)
                    or (not spaced and nxt[0] in (HUNDRED, SCALE, PART))
                    or (nxt[0] in (ORDINAL, QUARTER, HALF, PART) and seen == DIGIT)
                    or (not spaced and nxt[0] in COUNTING and seen in (HUNDRED, SCALE))
                ):
                    j += 1
                    continue
            if token == "," and seen == SCALE and _group_follows(w, j + 1, last_scale or 1):
                j += 1
                continue
            if token == "and" and seen in (HUNDRED, SCALE) and j + 1 < w.size:
                if seen == SCALE and _part_follows(w, j + 1):
                    break
                nxt = NUMERALS.get(tokens[j + 1])
                below = (last_scale or 1) if seen == SCALE else 100
                if nxt is not None and nxt[0] in _AFTER_AND and _joins(w, j + 1, below):
                    and_at = j
                    j += 1
                    continue
            break
        role, amount = entry
        if role == DIGIT:
            if seen in (DIGIT, TEEN) or (seen == TENS and j and tokens[j - 1] not in DASHES and amount == 0):
                break
            if amount == 0 and seen >= 0:
                break
            group += int(amount)
            lowest = 1
        elif role == TEEN:
            if seen in (DIGIT, TEEN, TENS):
                if seen == DIGIT and group < 10 and total == 0 and j == i + 1 and tokens[j + 1] not in DASHES:
                    group *= 100  # one eleven
                else:
                    break
            group += int(amount)
            lowest = 1
        elif role == TENS:
            if seen == DIGIT and group < 10 and total == 0 and j == i + 1 and _says_hundreds(w, j):
                group *= 100  # one twenty two
            elif seen in (DIGIT, TEEN, TENS):
                part = compound_part(w, j)
                if (
                    part is not None
                    and (part[2] or group + total == 1)
                    and (part[2] or tokens[part[1]] in ("", ".", ",", "of"))
                ):
                    number = Number(i, part[1], 1, 1, False, "fraction", "words")
                    as_part(number, Fraction(total + group, part[0]), part[1])
                    return number
                break
            group += int(amount)
            lowest = 1
        elif role == HUNDRED:
            if seen == HUNDRED or group >= 100:
                break
            group = (group or 1) * 100
            lowest = 1
        elif role == SCALE:
            if total > _LARGEST:
                break
            if seen == SCALE and not group and last_scale is not None:
                total *= int(amount)  # three lakh crore
            elif last_scale is not None and amount >= last_scale and total:
                if group and amount > last_scale and tokens[j - 1] != "and":
                    total = (total + group) * int(amount)
                    group = 0
                else:
                    break
            else:
                total += (group or 1) * int(amount)
            group = 0
            last_scale = int(amount)
            lowest = int(amount)
        elif role in (ORDINAL, PART) and seen >= 0:
            return ends_in_ordinal(w, i, j, role, amount, total, group, seen, and_at)
        elif role in (QUARTER, HALF) and seen == DIGIT and group == 1 and total == 0:
            number = Number(i, j + 1, amount, Fraction(1, 100), False, "fraction", "words")
            return _of_scale(w, number)
        elif role == DOZEN and seen >= 0:
            total = (total + group) * 12
            group = 0
            j += 1
            lowest = 1
            break
        elif role == VAGUE and tokens[j] == "dozens" and seen >= 0:
            total, group = (total + group) * 12, 0
            j += 1
            break
        elif role == VAGUE and tokens[j] in ("millions", "thousands", "hundreds", "billions") and seen >= 0:
            total, group = (total + group) * int(amount), 0
            lowest = int(amount)
            j += 1
            break
        elif role == SHORT and tokens[j] in ("cr", "mln", "bn", "mn") and seen >= 0:
            total, group = total + (group or 1) * int(amount), 0
            last_scale = lowest = int(amount)
            role = SCALE
        else:
            break
        seen = role
        j += 1
    if seen < 0:
        return None
    while tokens[j - 1] in DASHES or tokens[j - 1] == "and":
        j -= 1
    value = total + group
    number = Number(i, j, value, lowest if value else 1, False, "number", "words")
    first = NUMERALS[tokens[i]][0]
    if first in (HUNDRED, SCALE):
        take_article(w, number)
        if number.a == i and i and tokens[i - 1] in ("several", "few", "many", "couple"):
            number.vague = True
            number.a = i - 1
            if i > 1 and tokens[i - 2] == "a":
                number.a = i - 2
        elif number.a < i and i > 1 and tokens[number.a - 1] == "many":
            number.a -= 1
    after = tokens[j]
    if number.a == i and i and first in (HUNDRED, SCALE) and not number.vague:
        return None  # "($ million)", "per thousand": a scale and no number
    if after == "score" and value < 10 and tokens[j + 1] in ("", "and", "years", ".", ",", "of"):
        number.value, number.b = value * 20, j + 1
    if after == "point":
        _point(w, number)
    elif after == "over":
        read_over(w, number)
    elif after == "and" or after in DASHES:
        add_part(w, number, last_scale if last_scale is not None and seen == SCALE else 1)
        if after == "and" and number.b == j and tokens[j + 1][:1].isdecimal() and seen == HUNDRED:
            rest = read_digits(w, j + 1)
            if isinstance(rest, Number) and type(rest.value) is int and rest.value < 100 and rest.b == j + 2:
                number.value, number.b, number.resolution = value + rest.value, rest.b, 1
    return number


def _says_hundreds(w: Words, j: int) -> bool:
    """Whether "one twenty two" is said for 122: the tens are followed by a digit and nothing else."""
    nxt = NUMERALS.get(w.tokens[j + 1])
    return nxt is not None and nxt[0] == DIGIT and j + 2 >= w.size


def _joins(w: Words, k: int, scale: int) -> bool:
    """Whether what follows "and" belongs to the number before: it is smaller and has no scale of its own."""
    tokens = w.tokens
    group = 0
    while True:
        entry = NUMERALS.get(tokens[k])
        if entry is None:
            if tokens[k] in DASHES and NUMERALS.get(tokens[k + 1], (99, 0))[0] in (DIGIT, ORDINAL, PART):
                k += 1
                continue
            break
        role, amount = entry
        if role in ONE_TO_99:
            group += int(amount)
        elif role == HUNDRED:
            group = (group or 1) * 100
        elif role == SCALE:
            return scale == 100 or amount < scale
        else:
            break
        k += 1
    return group < scale


def _group_follows(w: Words, k: int, scale: int) -> bool:
    """Whether the next group of a number in words stands at token ``k``: "one thousand, two hundred and fifty"."""
    tokens = w.tokens
    start = k
    while k < start + 4 and (tokens[k] in DASHES or NUMERALS.get(tokens[k], (VAGUE, 0))[0] in ONE_TO_99):
        k += 1
    role, amount = NUMERALS.get(tokens[k], (VAGUE, 0))
    if k == start:
        return False
    if role == HUNDRED:
        return _joins(w, start, scale)
    return role in (SCALE, ORDINAL) and 100 <= amount < scale


def _of_scale(w: Words, number: Number) -> Number:
    """one half million, one quarter of a billion."""
    tokens = w.tokens
    j = number.b
    if tokens[j] == "of" and tokens[j + 1] in ("a", "one"):
        j += 2
    entry = NUMERALS.get(tokens[j])
    if entry is not None and entry[0] in (HUNDRED, SCALE):
        number.resolution = whole(Fraction(entry[1]) / (10 if number.value == Fraction(1, 2) else 100))
        number.value, number.kind, number.b = whole(number.value * entry[1]), "number", j + 1
    return number


def _part_follows(w: Words, k: int) -> bool:
    """one half, two thirds, three fifths at token ``k``."""
    tokens = w.tokens
    entry, after = NUMERALS.get(tokens[k]), NUMERALS.get(tokens[k + 1])
    return (
        entry is not None
        and entry[0] == DIGIT
        and after is not None
        and after[0] in (HALF, PART, QUARTER, ORDINAL)
        and after[1] != 1
    )


def _point(w: Words, number: Number) -> None:
    """nine point nought four, two hundred point seventy-one."""
    tokens = w.tokens
    k = number.b + 1
    text = ""
    while k < w.size and len(text) < 12:
        entry = NUMERALS.get(tokens[k])
        if tokens[k] in ("oh", "o"):
            text += "0"
        elif entry is not None and entry[0] == DIGIT:
            text = text[:-1] + str(entry[1]) if text.endswith("0") and tokens[k - 1] in DASHES else text + str(entry[1])
        elif entry is not None and entry[0] in (TEEN, TENS) and not text:
            text = str(entry[1])
            if entry[0] == TENS and NUMERALS.get(tokens[k + 1], (99, 0))[0] == DIGIT:
                k += 1
                text = text[:-1] + str(NUMERALS[tokens[k]][1])
            elif entry[0] == TENS and tokens[k + 1] in DASHES and NUMERALS.get(tokens[k + 2], (99, 0))[0] == DIGIT:
                k += 2
                text = text[:-1] + str(NUMERALS[tokens[k]][1])
        elif tokens[k] in DASHES and text and NUMERALS.get(tokens[k + 1], (99, 0))[0] == DIGIT:
            pass
        elif tokens[k].isdecimal() and not text:
            text = tokens[k][:12]
        else:
            break
        k += 1
    if text:
        places: int = 10 ** len(text)
        number.value += Fraction(int(text), places)
        number.resolution, number.decimal, number.b = Fraction(1, places), True, k
        entry = NUMERALS.get(tokens[k])
        if entry is not None and entry[0] in (HUNDRED, SCALE):
            apply_scale(w, number)
