"""Numerals in digits -> exact values: separators, decimals, fractions, mixed numbers."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from figures.interval import Exact
from figures.lexicon.numerals import DOZEN, GLYPH, HALF, HUNDRED, NUMERALS, ORDINAL, PART, QUARTER, SCALE, SHORT, VAGUE
from figures.quantities.marks import DASHES, SUPERSCRIPTS, TIMES
from figures.quantities.number import Number, as_part, whole
from figures.quantities.powers import apply_power
from figures.quantities.scales import add_part, apply_scale
from figures.quantities.tokens import Words
from figures.quantities.word_fractions import read_over

_SUFFIXES = frozenset(("st", "nd", "rd", "th"))
_GROUPED_BY = frozenset(" \u00a0\u2009\u202f")
_MAX_DIGITS = 400  # longer than any number that is meant
_MAX_GROUPS = 20
_COUNTED = frozenset("dozens hundreds thousands millions billions".split())


# what may continue a numeral in digits; anything else ends it at once
_CONTINUES = frozenset(
    {
        w
        for w, (role, _) in NUMERALS.items()
        if role in (HUNDRED, SCALE, SHORT, DOZEN, HALF, QUARTER, PART, GLYPH, ORDINAL, VAGUE)
    }
    | _SUFFIXES
    | TIMES
    | DASHES
    | set("^/e'’−⁄:")
    | {"and", "point", "in", "out", "over", "of", "per"}
)


Numeral = tuple[Exact, Exact, bool]  # value, place of the last digit, written with a decimal mark
_numerals: dict[str, Numeral | str] = {}


def numeral(text: str) -> Numeral | str:
    """Digits with separators -> what they are worth; or why they are no number."""
    if len(text) > _MAX_DIGITS:
        return "too long"
    got = _numerals.get(text)
    if got is None:
        if len(_numerals) > 20_000:
            _numerals.clear()
        got = _numerals[text] = _numeral(text)
    return got


def _numeral(text: str) -> Numeral | str:
    if text.isdecimal():
        return int(text), 1, False
    if text.count(".") > 1:
        groups = text.split(".")
        if "," not in text and 1 <= len(groups[0]) <= 3 and all(len(g) == 3 for g in groups[1:]):
            return int("".join(groups)), 1, False  # 1.234.567
        return "version" if len(groups) < 4 else "address"
    head, dot, tail = text.partition(".")
    if "," in tail:
        group, _, decimals = tail.partition(",")
        if len(head) > 3 or not head.isdecimal() or len(group) != 3 or "," in decimals:
            return "list"
        head, tail = head + group, decimals  # 1.234,56
    elif "," in head:
        groups = head.split(",")
        last = groups[-1]
        indian = len(groups) > 2 and len(groups[0]) <= 2 and len(last) == 3 and all(len(g) == 2 for g in groups[1:-1])
        if indian or (len(groups[0]) <= 3 and all(len(g) == 3 for g in groups[1:])):
            head = "".join(groups)
        elif len(groups) == 2 and not dot and len(last) <= 2:
            head, tail = groups  # 1,3: a decimal comma
        else:
            return "list"
    if not tail:
        return int(head), 1, False
    places: int = 10 ** len(tail)
    value = Fraction(int(head or "0") * places + int(tail), places)
    return whole(value), _place(len(tail)), True


@cache
def _place(decimals: int) -> Fraction:
    """The place of the last of so many decimals."""
    return Fraction(1, 10**decimals)


def read_digits(w: Words, i: int) -> Number | str:
    """The numeral in digits that begins at token ``i``, with its scale; or why it is no number."""
    tokens = w.tokens
    got = numeral(tokens[i])
    if isinstance(got, str):
        return got
    number = Number(i, i + 1, got[0], got[1], got[2], "number", "digits")
    after = tokens[i + 1]
    if after in _CONTINUES or after[:1].isdecimal() or after[:1] in SUPERSCRIPTS:
        _continue(w, number)
    return number


def _continue(w: Words, number: Number) -> None:
    """Takes in what follows digits: groups, powers, scales, fractions, ordinal endings."""
    tokens = w.tokens
    plain = type(number.value) is int and not number.decimal and "," not in tokens[number.a]
    if plain and _join_groups(w, number):
        return
    if tokens[number.b] in _SUFFIXES and w.glued(number.b):
        number.kind, number.b = "ordinal", number.b + 1
        return
    apply_power(w, number)
    j = number.b
    after = tokens[j]
    if after in NUMERALS:
        _continue_in_words(w, number, *NUMERALS[after])
    elif after == "-" and w.glued(j) and NUMERALS.get(tokens[j + 1], (VAGUE, 0))[0] in (HUNDRED, SCALE):
        number.b = j + 1
        apply_scale(w, number)
    elif after in ("/", "⁄"):
        _slash(w, number)
    elif after in DASHES and tokens[j + 2] in ("/", "⁄"):
        _mixed_digits(w, number, j + 1)
    elif after == "and" or after in DASHES:
        add_part(w, number)
    elif type(number.value) is not int:
        return
    elif after[:1].isdecimal() and w.gap(j) <= 2:
        _mixed_digits(w, number, j)
    elif after == "over":
        read_over(w, number)
    elif after == "point" and not w.glued(j):
        _point(w, number)


def _join_groups(w: Words, number: Number) -> bool:
    """1 234 567, 1'234'567, 1 234.5: takes in the groups of three. Whether nothing can follow them."""
    tokens = w.tokens
    j = number.b
    after = tokens[j]
    k, digits = j, tokens[number.a]
    if after in ("'", "’"):
        while k < j + 2 * _MAX_GROUPS and tokens[k] in ("'", "’") and w.glued(k) and _is_group(w, k + 1):
            digits += tokens[k + 1]
            k += 2
        if k > j:
            number.value, number.b = int(digits), k
        return False
    mark = w.before(j)
    if len(digits) > 3 or mark not in _GROUPED_BY:
        return False
    while k < j + _MAX_GROUPS and "." not in digits and w.before(k) == mark:
        head, _, tail = tokens[k].partition(".")
        if len(head) != 3 or not (head + tail).isdecimal():
            break
        digits += tokens[k]
        k += 1
    if "." in digits:
        got = numeral(digits)
        if not isinstance(got, str):
            number.value, number.resolution, number.decimal = got
            number.b = k
        return True
    if k == j or (tokens[k][:1].isdecimal() and w.gap(k) == 1 and mark == " "):
        return False  # "100 200 30": a row of numbers
    number.value, number.b = int(digits), k
    return tokens[k] not in _CONTINUES


def _is_group(w: Words, k: int) -> bool:
    return len(w.tokens[k]) == 3 and w.tokens[k].isdecimal() and w.glued(k)


def _continue_in_words(w: Words, number: Number, role: int, factor: Exact) -> None:
    """11 million, 5 ½, 3 dozens, 2 thirds: the word behind the digits has that role and value."""
    j = number.b
    if role in (HUNDRED, SCALE, DOZEN, SHORT):
        apply_scale(w, number)
    elif type(number.value) is not int:
        return
    elif role == GLYPH and w.gap(j) <= 1:
        number.value += factor
        number.resolution, number.b = Fraction(1, factor.denominator), j + 1
        apply_scale(w, number)
    elif role == VAGUE and w.tokens[j] in _COUNTED:
        number.value *= factor
        number.resolution, number.b = factor if w.tokens[j] != "dozens" else 1, j + 1
    elif role == PART and factor > 1 and number.value and not number.decimal:
        as_part(number, Fraction(number.value) / factor, j + 1)


def _point(w: Words, number: Number) -> None:
    """5 point 25."""
    tail = w.tokens[number.b + 1]
    if tail.isdecimal() and len(tail) < 9:
        places: int = 10 ** len(tail)
        number.value += Fraction(int(tail), places)
        number.resolution, number.decimal, number.b = Fraction(1, places), True, number.b + 2


def _mixed_digits(w: Words, number: Number, j: int) -> None:
    """10 1/2, 3-1/2."""
    tokens = w.tokens
    if (
        tokens[j].isdecimal()
        and tokens[j + 1] in ("/", "⁄")
        and tokens[j + 2].isdecimal()
        and w.glued(j + 1)
        and w.glued(j + 2)
        and tokens[j + 3] not in ("/", "⁄")
    ):
        above, below = int(tokens[j][:9]), int(tokens[j + 2][:9])
        if 0 < above < below <= 64 and type(number.value) is int:
            number.value = whole(number.value + Fraction(above, below))
            number.resolution, number.b = Fraction(1, below), j + 3
            apply_scale(w, number)


def _slash(w: Words, number: Number) -> None:
    """3/4 -> three quarters. Dates, scores and other pairs are told apart later."""
    tokens = w.tokens
    j = number.b
    below = tokens[j + 1].replace(",", "") if len(tokens[j + 1]) < 12 else ""
    gap = w.gap(j)
    if (
        below.isdecimal()
        and len(below) < 10
        and int(below)
        and type(number.value) is int
        and not number.decimal
        and tokens[j + 2] not in ("/", "⁄")
        and not (
            number.a > 1
            and tokens[number.a - 1] in DASHES
            and tokens[number.a - 2].isdecimal()
            and w.glued(number.a)
            and gap == 0
            and len(tokens[number.a]) > 2
        )
        and not (tokens[j + 2] in DASHES and tokens[j + 3].isdecimal())
        and (number.a == 0 or tokens[number.a - 1] not in ("/", "⁄"))
        and gap == w.gap(j + 1)
        and gap <= 1
    ):
        as_part(number, Fraction(number.value, int(below)), j + 2)
        if tokens[j + 2] in _SUFFIXES and w.glued(j + 2):
            number.b += 1
