"""What multiplies a numeral or adds a part to it: million, bn, lakh, "and a half"."""

from __future__ import annotations

from fractions import Fraction

from figures.interval import Exact
from figures.lexicon.english import cues
from figures.lexicon.numerals import DIGIT, DOZEN, HALF, HUNDRED, NUMERALS, ORDINAL, PART, QUARTER, SCALE, SHORT, VAGUE
from figures.quantities.marks import DASHES
from figures.quantities.nested import read_nested
from figures.quantities.number import HOURS, ONE_TO_99, Number, whole
from figures.quantities.tokens import Words

# letters that stand for a scale only beside a digit, and may be units as well
_LETTERS = frozenset("kmbt")
_MONEY = cues("money")
_DIMENSIONS = cues("measured")
_NOT_A_NOUN = cues("not-counted")
_OWNED = cues("owned")
_MAX_SCALES = 6  # no number has more scale words in a row


def apply_scale(w: Words, number: Number) -> None:
    """Multiplies by the scale words that follow: 11 million, three lakh crore, 3 hundred and 21."""
    tokens = w.tokens
    j = number.b
    lowest: Exact | None = None
    for _ in range(_MAX_SCALES):
        entry = NUMERALS.get(tokens[j])
        if entry is None or entry[0] not in (HUNDRED, SCALE, DOZEN, SHORT):
            break
        if entry[0] == SHORT and not _short_is_scale(w, number, j):
            break
        lowest = entry[1]
        number.value = whole(number.value * lowest)
        number.resolution = whole(number.resolution * lowest)
        j += 1
    number.b = j
    if lowest is None:
        return
    number.form = "mixed" if number.form == "digits" else number.form
    if tokens[j] == "and" and tokens[j + 1] in ("a", "one") and tokens[j + 2] in ("half", "quarter", "third", "fourth"):
        add_part(w, number, lowest)
        return
    # a smaller group may follow: 3 hundred and 21, 5 million 200 thousand, 3 million and a half
    k = j + 1 if tokens[j] == "and" and lowest <= 1000 else j
    token = tokens[k]
    if not (token.isdecimal() and len(token) <= 3) and NUMERALS.get(token, (VAGUE, 0))[0] not in ONE_TO_99:
        return
    rest = read_nested(w, k)
    if (
        rest is not None
        and rest.kind == "number"
        and 0 < rest.value < lowest
        and type(rest.value) is int
        and (k > j or rest.form != "digits")
    ):
        number.value += rest.value
        number.resolution, number.b = rest.resolution, rest.b


def _short_is_scale(w: Words, number: Number, j: int) -> bool:
    """Whether bn, k, m, ... after a numeral is a scale here and not a unit."""
    token = w.tokens[j]
    glued = w.glued(j)
    before = w.tokens[number.a - 1] if number.a else ""
    money = before in _MONEY or (number.a > 0 and before == "." and w.tokens[number.a - 2] == "rs")
    follows = w.tokens[j + 1]
    written = w.written(j)
    if token == "k":
        if follows == "." and w.glued(j + 1) and w.tokens[j + 2] in ("g", "gs", "m"):
            return False  # 5 k.g.
        return money or (written == "k" or (glued and not number.decimal and follows != "word"))
    if token == "mm":
        return written == "MM" or money
    if token == "mil":
        return glued or money
    if token not in _LETTERS:
        return True
    if money:
        return True
    if token == "t":
        return False
    noun = follows.isalpha() and len(follows) > 2 and follows not in _NOT_A_NOUN and w.gap(j + 1) > 0
    if token == "m":
        if written == "M":
            return glued or noun
        if glued and follows == "of":
            return w.tokens[j + 2] in _OWNED or w.tokens[j + 2] in ("them", "whom", "which")
        return glued and noun and follows not in _DIMENSIONS and follows != "and"
    # b
    if not glued:
        return noun and written == "B"
    return number.decimal or written == "B" or (noun and follows != "packet")


def add_part(w: Words, number: Number, scale: Exact = 1) -> None:
    """Adds the part that follows: 2 and a half, four-and-a-half, a million and a half (``scale``: the million)."""
    tokens = w.tokens
    j = number.b
    while tokens[j] in DASHES:
        j += 1
    if tokens[j] != "and":
        return
    j += 1
    while tokens[j] in DASHES:
        j += 1
    above = 1
    if tokens[j] in ("a", "an"):
        j += 1
        while tokens[j] in DASHES:
            j += 1
    else:
        entry = NUMERALS.get(tokens[j])
        if entry is not None and entry[0] == DIGIT and entry[1]:
            above = int(entry[1])
            j += 1
            while tokens[j] in DASHES:
                j += 1
        elif tokens[j] != "half" and not (
            tokens[j] == "quarter" and (tokens[j + 1] in HOURS or tokens[j + 2] in HOURS)
        ):
            return
    entry = NUMERALS.get(tokens[j])
    if entry is None:
        return
    role, value = entry
    if role in (HALF, QUARTER):
        part = value * above
    elif role in (PART, ORDINAL) and (role == PART) == (above > 1) and value > 2:
        part = Fraction(above) / value
    else:
        return
    if part >= 1 or (
        role != HALF and tokens[j + 1] == "of" and tokens[j + 2] not in HOURS and tokens[j + 3] not in HOURS
    ):
        return
    after = NUMERALS.get(tokens[j + 1])
    if after is not None and after[0] in (HUNDRED, SCALE):
        if scale != 1 and after[1] < scale:  # one billion and a half million
            number.value = whole(number.value + part * after[1])
            number.resolution, number.b = whole(part * after[1]), j + 2
            return
        if scale != 1:
            return
    number.value = whole(number.value + part * scale)
    number.resolution = whole(Fraction(scale) / Fraction(part).denominator)
    number.b = j + 1
    if scale == 1 and after is not None and after[0] in (HUNDRED, SCALE):
        apply_scale(w, number)
