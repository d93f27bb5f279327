"""Numerals in digits and in words -> exact values. The grammar of numbers, without units and qualifiers."""

from __future__ import annotations

from fractions import Fraction

from figures.interval import Exact
from figures.lexicon.numerals import (
    DIGIT,
    DOZEN,
    GLYPH,
    HALF,
    HUNDRED,
    MULTIPLE,
    NUMERALS,
    ORDINAL,
    PART,
    QUARTER,
    SCALE,
    SHORT,
    SMALL,
    TEEN,
    TENS,
    VAGUE,
)
from figures.quantities.tokens import Words

_SUFFIXES = frozenset(("st", "nd", "rd", "th"))
_DASHES = frozenset("-‐‑–—")
_MINUS = frozenset("-−–‒")
_TIMES = frozenset("x×*·")
_SUPER = {**{c: str(i) for i, c in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}, "⁻": "-", "⁺": "+"}
_GROUPED_BY = frozenset(" \u00a0\u2009\u202f")
_MAX_EXPONENT = 400  # beyond it a "number" is a mistake or an attack
_MAX_DIGITS = 400
_ONE_TO_99 = frozenset((DIGIT, TEEN, TENS))
_COUNTING = frozenset((DIGIT, TEEN, TENS, HUNDRED, SCALE))

# what may continue a numeral in digits; anything else ends it at once
_CONTINUES = frozenset(
    {w for w, (role, _) in NUMERALS.items() if role in (HUNDRED, SCALE, SHORT, DOZEN, HALF, QUARTER, PART, GLYPH, ORDINAL, VAGUE)}
    | _SUFFIXES
    | _TIMES
    | _DASHES
    | set("^/e'’−⁄:")
    | {"and", "point", "in", "out", "over", "of", "per"}
)


class Number:
    """A numeral and what it is worth. ``a``, ``b``: its tokens, end exclusive. ``kind`` as in Quantity."""

    __slots__ = ("a", "b", "decimal", "form", "high", "high_resolution", "kind", "resolution", "value", "vague")

    def __init__(self, a: int, b: int, value: Exact, resolution: Exact, decimal: bool, kind: str, form: str) -> None:
        self.a = a
        self.b = b
        self.value = value
        self.resolution = resolution
        self.decimal = decimal
        self.kind = kind
        self.form = form  # digits, words, mixed
        self.high: Exact | None = None
        self.high_resolution: Exact | None = None
        self.vague = False


_numerals: dict[str, tuple[Exact, Exact, bool] | str] = {}


def whole(value: Exact) -> Exact:
    """The same number, as an int where it is one."""
    return value.numerator if type(value) is Fraction and value.denominator == 1 else value


def numeral(text: str) -> tuple[Exact, Exact, bool] | str:
    """Digits with separators -> value, place of the last digit, written with a decimal mark; or why it is no number."""
    got = _numerals.get(text)
    if got is None:
        if len(_numerals) > 20_000:
            _numerals.clear()
        got = _numerals[text] = _numeral(text)
    return got


def _numeral(text: str) -> tuple[Exact, Exact, bool] | str:
    if len(text) > _MAX_DIGITS:
        return "too long"
    if not text.isascii():
        text = "".join(str(int(c)) if c.isdigit() else c for c in text)
    if text.isdigit():
        return int(text), 1, False
    if text.count(".") > 1:
        groups = text.split(".")
        if "," not in text and 1 <= len(groups[0]) <= 3 and all(len(g) == 3 for g in groups[1:]) and len(groups) > 2:
            return int("".join(groups)), 1, False
        return "version" if len(groups) < 4 else "address"
    head, dot, tail = text.partition(".")
    if "," in tail:
        if tail.count(",") == 1 and head.isdigit() and len(head) <= 3 and len(tail.split(",")[0]) == 3:
            head, tail = head + tail.split(",")[0], tail.split(",")[1]  # 1.234,56
        else:
            return "list"
    elif "," in head:
        groups = head.split(",")
        indian = len(groups) > 2 and all(len(g) == 2 for g in groups[1:-1]) and len(groups[-1]) == 3
        if all(len(g) == 3 for g in groups[1:]) and len(groups[0]) <= 3 or indian and len(groups[0]) <= 2:
            head = "".join(groups)
        elif len(groups) == 2 and not dot and len(groups[1]) <= 2:
            head, tail = groups  # 1,3: a decimal comma
        else:
            return "list"
    if not tail:
        return int(head), 1, False
    places: int = 10 ** len(tail)
    value = Fraction(int(head or "0") * places + int(tail), places)
    return whole(value), Fraction(1, places), True


def read_number(w: Words, i: int) -> Number | str | None:
    """The numeral that begins at token ``i``; a reason where digits stand that are no number; None where nothing begins."""
    token = w.tokens[i]
    first = token[0]
    if first.isdigit() or first == ".":
        if not first.isdecimal() and first != ".":
            return None  # superscripts and the like
        return _digits(w, i)
    entry = NUMERALS.get(token)
    if entry is None:
        return None
    return _words(w, i, entry[0])


def _digits(w: Words, i: int) -> Number | str:
    tokens = w.tokens
    got = numeral(tokens[i])
    if type(got) is str:
        return got
    value, resolution, decimal = got
    number = Number(i, i + 1, value, resolution, decimal, "number", "digits")
    after = tokens[i + 1]
    if after in _CONTINUES or (after and after[0].isdecimal()) or (after and after[0] in _SUPER):
        _continue(w, number)
    return number


def _continue(w: Words, number: Number) -> None:
    """Grow a numeral in digits by what follows: groups, powers, scales, fractions, ordinal endings."""
    tokens = w.tokens
    j = number.b
    after = tokens[j]
    glued = w.glued(j)
    # 1 234 567, 1'234'567
    if type(number.value) is int and not number.decimal and "," not in tokens[number.a]:
        if after in ("'", "’") and glued:
            k, digits = j, tokens[number.a]
            while (
                tokens[k] in ("'", "’") and w.glued(k) and len(tokens[k + 1]) == 3 and tokens[k + 1].isdigit() and w.glued(k + 1)
            ):
                digits += tokens[k + 1]
                k += 2
            if k > j:
                number.value, number.b = int(digits), k
                j, after = k, tokens[k]
        elif len(after.partition(".")[0]) == 3 and after.replace(".", "", 1).isdigit() and len(tokens[number.a]) <= 3:
            k, digits = j, tokens[number.a]
            mark = w.text[w.ends[j - 1] : w.starts[j]]
            while (
                len(mark) == 1
                and mark in _GROUPED_BY
                and len(tokens[k].partition(".")[0]) == 3
                and tokens[k].replace(".", "", 1).isdigit()
                and w.text[w.ends[k - 1] : w.starts[k]] == mark
                and "." not in digits
            ):
                digits += tokens[k]
                k += 1
            if "." in digits:
                got = numeral(digits)
                if type(got) is str:
                    return
                number.value, number.resolution, number.decimal = got
                number.b = k
                return
            if k > j and not (tokens[k][:1].isdigit() and w.starts[k] - w.ends[k - 1] == 1 and mark == " "):
                number.value, number.b = int(digits), k
                j, after = k, tokens[k]
                if after not in _CONTINUES:
                    return
        glued = w.glued(j)
    if after in _SUFFIXES and glued:
        number.kind, number.b = "ordinal", j + 1
        return
    if _power(w, number):
        j = number.b
        after = tokens[j]
    entry = NUMERALS.get(after)
    if entry is not None:
        role, factor = entry
        if role == GLYPH and type(number.value) is int and w.starts[j] - w.ends[j - 1] <= 1:
            number.value += factor
            number.resolution, number.b = Fraction(1, factor.denominator), j + 1
            _scale(w, number)
            return
        if role in (HUNDRED, SCALE, DOZEN, SHORT):
            _scale(w, number)
            return
        if role == VAGUE and after in ("dozens", "millions", "thousands", "hundreds", "billions") and type(number.value) is int:
            number.value *= factor
            number.resolution, number.b = factor if after != "dozens" else 1, j + 1
            return
        if role in (PART, ORDINAL, HALF) and type(number.value) is int and 1 < factor and number.value:
            # 2 thirds
            if role == PART and not number.decimal:
                _part(number, Fraction(number.value) / factor, j + 1)
            return
    if after == "-" and NUMERALS.get(tokens[j + 1], (0, 0))[0] in (HUNDRED, SCALE) and glued:
        number.b = j + 1
        _scale(w, number)
        return
    if after in ("/", "⁄"):
        _slash(w, number)
        return
    if after and after[0].isdecimal() and type(number.value) is int and w.starts[j] - w.ends[j - 1] <= 2:
        _mixed_digits(w, number, j)
        return
    if after in ("and", "-") or after in _DASHES:
        if after in _DASHES and tokens[j + 2] in ("/", "⁄"):
            _mixed_digits(w, number, j + 1)
        else:
            _and_part(w, number)
        return
    if after == "over" and type(number.value) is int:
        _over(w, number)
        return
    if after == "point" and type(number.value) is int and w.starts[j] > w.ends[j - 1]:
        tail = tokens[j + 1]
        if tail.isdigit() and len(tail) < 9:
            places: int = 10 ** len(tail)
            number.value += Fraction(int(tail), places)
            number.resolution, number.decimal, number.b = Fraction(1, places), True, j + 2


def _mixed_digits(w: Words, number: Number, j: int) -> None:
    """10 1/2, 3-1/2."""
    tokens = w.tokens
    if (
        tokens[j].isdigit()
        and tokens[j + 1] in ("/", "⁄")
        and tokens[j + 2].isdigit()
        and w.glued(j + 1)
        and w.glued(j + 2)
        and tokens[j + 3] not in ("/", "⁄")
    ):
        above, below = int(tokens[j][:9]), int(tokens[j + 2][:9])
        if 0 < above < below <= 64 and type(number.value) is int:
            number.value = whole(number.value + Fraction(above, below))
            number.resolution, number.b = Fraction(1, below), j + 3
            _scale(w, number)


def _slash(w: Words, number: Number) -> None:
    """3/4 -> three quarters. Dates, scores and other pairs are told apart later."""
    tokens = w.tokens
    j = number.b
    below = tokens[j + 1].replace(",", "") if len(tokens[j + 1]) < 12 else ""
    gap = w.starts[j] - w.ends[j - 1]
    if (
        below.isdigit()
        and len(below) < 10
        and int(below)
        and type(number.value) is int
        and not number.decimal
        and tokens[j + 2] not in ("/", "⁄")
        and not (number.a > 1 and tokens[number.a - 1] in _DASHES and tokens[number.a - 2].isdigit() and w.glued(number.a) and gap == 0 and len(tokens[number.a]) > 2)
        and not (tokens[j + 2] in _DASHES and tokens[j + 3].isdigit())
        and (number.a == 0 or tokens[number.a - 1] not in ("/", "⁄"))
        and gap == w.starts[j + 1] - w.ends[j]
        and gap <= 1
    ):
        _part(number, Fraction(number.value, int(below)), j + 2)
        if tokens[j + 2] in _SUFFIXES and w.glued(j + 2):
            number.b += 1


def _part(number: Number, value: Exact, b: int) -> None:
    number.value = whole(value)
    number.resolution = Fraction(1, 100) if abs(value) < 1 else Fraction(1, max(value.denominator, 1))
    number.kind, number.b = "fraction", b


def _power(w: Words, number: Number) -> bool:
    """1.3e6, 1.3 x 10^6, 5.5x10-3, 1.99×10−30, 10⁶, 1.1^23."""
    tokens = w.tokens
    j = number.b
    after = tokens[j]
    if after == "e" and w.glued(j):
        exponent, b = _exponent(w, j + 1)
    elif after in _TIMES and len(tokens[j + 1]) in (3, 4) and tokens[j + 1][:2] == "10" and after in ("×", "·") and number.value < 10:
        # the exponent's superscript is lost in plain text: 6 × 106
        digits = tokens[j + 1][2:]
        if not digits.isdigit() or tokens[j + 2] in _TIMES:
            return False
        exponent, b = int(digits), j + 2
    elif after in _TIMES and tokens[j + 1] == "10":
        k = j + 2
        if tokens[k] == "^":
            exponent, b = _exponent(w, k + 1)
        else:
            exponent, b = _exponent(w, k)
    elif tokens[number.a] == "10" and number.b == number.a + 1 and after[:1] in _SUPER:
        exponent, b = _exponent(w, j)
        if exponent is not None and abs(exponent) <= _MAX_EXPONENT:
            number.value = number.resolution = whole(Fraction(10) ** exponent)
            number.b = b
            return True
        return False
    elif after == "^":
        exponent, b = _exponent(w, j + 1)
        if exponent is None or abs(exponent) > 64 or not number.value or len(tokens[number.a]) > 12:
            return False
        number.value = whole(Fraction(number.value) ** exponent)
        number.resolution, number.b = (number.value, b) if tokens[number.a] == "10" else (Fraction(1, 10**6), b)
        return True
    else:
        return False
    if exponent is None or abs(exponent) > _MAX_EXPONENT:
        return False
    factor = Fraction(10) ** exponent
    number.value = whole(number.value * factor)
    number.resolution = whole(number.resolution * factor)
    number.decimal = False
    number.b = b
    return True


def _exponent(w: Words, k: int) -> tuple[int | None, int]:
    tokens = w.tokens
    if k >= w.size or not w.glued(k):
        return None, k
    sign = 1
    token = tokens[k]
    if token and token[0] in _SUPER:
        text = ""
        while k < w.size and tokens[k][0] in _SUPER and w.glued(k):
            text += _SUPER[tokens[k][0]]
            k += 1
        digits = text.lstrip("+-")
        return (int(text), k) if digits.isdigit() and len(digits) < 4 and text.rfind("-") <= 0 else (None, k)
    while token in ("+", "-", "−", "–") and w.glued(k):
        sign = sign if token == "+" else -1
        k += 1
        token = tokens[k]
    if token.isdecimal() and len(token) < 4 and w.glued(k):
        return sign * int(token), k + 1
    return None, k


def _scale(w: Words, number: Number) -> None:
    """Multiply by the scale words that follow: 11 million, three lakh crore, 3 hundred and 21."""
    tokens = w.tokens
    j = number.b
    last: Exact = 1
    lowest: Exact | None = None
    while True:
        entry = NUMERALS.get(tokens[j])
        if entry is None or entry[0] not in (HUNDRED, SCALE, DOZEN, SHORT):
            break
        if entry[0] == SHORT and not _short_is_scale(w, number, j):
            break
        last = entry[1]
        number.value = whole(number.value * last)
        number.resolution = whole(number.resolution * last)
        lowest = last
        j += 1
    number.b = j
    if lowest is None:
        return
    number.form = "mixed" if number.form == "digits" else number.form
    if tokens[j] == "and" and tokens[j + 1] in ("a", "one") and tokens[j + 2] in ("half", "quarter", "third", "fourth"):
        _and_part(w, number, lowest)
        return
    # a smaller group may follow: 3 hundred and 21, 5 million 200 thousand, 3 million and a half
    k = j + 1 if tokens[j] == "and" and lowest <= 1000 else j
    entry = NUMERALS.get(tokens[k])
    if entry is not None and entry[0] in _ONE_TO_99:
        rest = _words(w, k, entry[0])
    elif tokens[k][:1].isdecimal() and len(tokens[k]) <= 3 and tokens[k].isdigit():
        rest = _digits(w, k)
    else:
        return
    if (
        isinstance(rest, Number)
        and rest.kind == "number"
        and 0 < rest.value < lowest
        and type(rest.value) is int
        and (k > j or rest.form != "digits")
    ):
        number.value += rest.value
        number.resolution, number.b = rest.resolution, rest.b


# letters that stand for a scale only beside a digit, and may be units as well
_LETTERS = frozenset("kmbt")


def _short_is_scale(w: Words, number: Number, j: int) -> bool:
    """Whether bn, k, m, ... after a numeral is a scale here and not a unit."""
    token = w.tokens[j]
    glued = w.glued(j)
    before = w.tokens[number.a - 1] if number.a else ""
    money = before in _MONEY or (number.a > 0 and before == "." and w.tokens[number.a - 2] == "rs")
    follows = w.tokens[j + 1]
    written = w.text[w.starts[j] : w.ends[j]]
    if token == "k":
        return money or (glued and not (written == "K" and (number.decimal or follows == "word"))) or (not glued and written == "k")
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
    noun = follows.isalpha() and len(follows) > 2 and follows not in _NOT_A_NOUN and w.starts[j + 1] > w.ends[j]
    if token == "m":
        if written == "M":
            return glued or noun
        if glued and follows == "of":
            return w.tokens[j + 2] in ("its", "the", "their", "his", "her", "our", "these", "those", "them", "whom", "which")
        return glued and noun and follows not in _DIMENSIONS and not (follows == "and")
    # b
    if glued:
        return noun and follows not in ("packet",) if written == "b" and not number.decimal else written == "B" or number.decimal
    return noun and written == "B"


_MONEY = frozenset("$ € £ ¥ ₹ ₩ ₽ ₺ ₪ usd eur gbp cad aud hk rs rm inr jpy cny rmb chf sek nok dkk krw zar brl".split())
_DIMENSIONS = frozenset(
    "high tall long wide deep away from above below of race sprint run freestyle hurdles dash and or by x in on at to for "
    "the is was were are with thick butterfly backstroke medley relay final line resolution distance".split()
)
_NOT_A_NOUN = frozenset(
    "the and for from with was were are has had have its this that than but not who which when while after before into over "
    "under above below per can will would could may must his her their our your".split()
)


_HOURS = frozenset(("hour", "hours"))


def _and_part(w: Words, number: Number, scale: Exact = 1) -> None:
    """2 and a half, four-and-a-half, a million and a half."""
    tokens = w.tokens
    j = number.b
    while tokens[j] in _DASHES:
        j += 1
    if tokens[j] != "and":
        return
    j += 1
    while tokens[j] in _DASHES:
        j += 1
    above = 1
    if tokens[j] in ("a", "an"):
        j += 1
        while tokens[j] in _DASHES:
            j += 1
    else:
        entry = NUMERALS.get(tokens[j])
        if entry is not None and entry[0] == DIGIT and entry[1]:
            above = int(entry[1])
            j += 1
            while tokens[j] in _DASHES:
                j += 1
        elif tokens[j] != "half" and not (tokens[j] == "quarter" and (tokens[j + 1] in _HOURS or tokens[j + 2] in _HOURS)):
            return
    entry = NUMERALS.get(tokens[j])
    if entry is None:
        return
    role, value = entry
    if role in (HALF, QUARTER):
        part = value * above
    elif role in (PART, ORDINAL) and (role == PART) == (above > 1) and 2 < value:
        part = Fraction(above) / value
    else:
        return
    if part >= 1 or (role != HALF and tokens[j + 1] == "of" and tokens[j + 2] not in _HOURS and tokens[j + 3] not in _HOURS):
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
        _scale(w, number)


def _words(w: Words, i: int, role: int) -> Number | None:
    tokens = w.tokens
    value = NUMERALS[tokens[i]][1]
    if role <= SCALE:
        return _cardinal(w, i)
    if role == HALF or role == QUARTER:
        return _half(w, i, value)
    if role == DOZEN:
        number = Number(i, i + 1, value, 1, False, "number", "words")
        _article(w, number)
        if number.a == i and tokens[i - 1 : i] == ["the"]:
            return None
        if number.a == i and i and tokens[i - 1] in ("several", "few", "many"):
            number.vague, number.a = True, i - 1 - (i > 1 and tokens[i - 2] == "a")
        return number
    if role == VAGUE:
        return _vague(w, i, value)
    if role == ORDINAL:
        number = Number(i, i + 1, value, 1, False, "ordinal", "words")
        if i and tokens[i - 1] in ("a", "an", "one"):
            if (tokens[i + 1] in _LESS and value > 2) or (tokens[i - 1] != "one" and i + 1 >= w.size and value > 2):
                _part(number, Fraction(1) / value, i + 1)
                number.a = i - 1
        elif tokens[i + 1] == "of" and tokens[i + 2] in ("a", "an", "liter", "litre") and value > 2 and i == 0:
            _part(number, Fraction(1) / value, i + 1)
        return number
    if role == GLYPH:
        number = Number(i, i + 1, value, Fraction(1, 100), False, "fraction", "digits")
        _scale(w, number)
        return number
    if role == MULTIPLE:
        return Number(i, i + 1, value, 1, False, "multiple", "words")
    if role == SMALL:
        number = Number(i, i + 1, value, 1, False, "number", "words")
        number.vague = True
        _article(w, number)
        return number if number.a < i or tokens[i + 1] == "of" else None
    return None


_LESS = frozenset("of less more fewer larger smaller higher lower cheaper faster slower bigger off above below".split())


def _article(w: Words, number: Number) -> None:
    a = number.a
    if a and w.tokens[a - 1] in ("a", "an"):
        number.a = a - 1
    elif a > 1 and w.tokens[a - 1] == "-" and w.tokens[a - 2] in ("a", "an"):
        number.a = a - 2


def _half(w: Words, i: int, value: Exact) -> Number | None:
    """half, a half, half a million, quarter million, a quarter of a million, half a dozen."""
    tokens = w.tokens
    number = Number(i, i + 1, value, Fraction(1, 100), False, "fraction", "words")
    j = i + 1
    of = False
    if tokens[j] == "of":
        of = True
        j += 1
    while tokens[j] in _DASHES:
        j += 1
    if tokens[j] in ("a", "an", "one"):
        j += 1
    while tokens[j] in _DASHES:
        j += 1
    entry = NUMERALS.get(tokens[j])
    if entry is not None and entry[0] in (HUNDRED, SCALE, DOZEN) and (of or j <= i + 5):
        number.value = whole(value * entry[1])
        number.resolution = whole(Fraction(entry[1]) / (10 if value == Fraction(1, 2) else 100)) if entry[0] != DOZEN else 1
        number.kind, number.b = "number", j + 1
        _article(w, number)
        return number
    _article(w, number)
    return number


def _vague(w: Words, i: int, value: Exact) -> Number | None:
    """dozens, thousands, tens of thousands, hundreds of millions: [v, 10v) of the magnitude."""
    tokens = w.tokens
    number = Number(i, i + 1, value, value, False, "number", "words")
    number.vague = True
    j = i + 1
    while tokens[j] == "of" or (tokens[j] == "and" and tokens[j + 1] == tokens[j - 1]):
        if tokens[j] == "and":  # thousands and thousands
            j += 2
            number.b = j
            continue
        entry = NUMERALS.get(tokens[j + 1])
        if entry is None or entry[0] != VAGUE:
            break
        number.value *= entry[1]
        number.b = j = j + 2
    if tokens[i] == "tens" and number.b == i + 1:
        return None
    number.resolution = number.value
    if tokens[i] == "scores" and tokens[i + 1] != "of":
        return None
    return number


def _cardinal(w: Words, i: int) -> Number | None:
    """Number words: two hundred and fifty-four, one million two thousand, twenty-first, two thirds, four-and-a-half."""
    tokens = w.tokens
    total: int = 0
    group: int = 0
    seen = -1  # the role of the word before
    lowest: int = 1  # place of the last word that is not nothing
    last_scale: int | None = None
    and_at = -1
    j = i
    kind = "number"
    value: Exact = 0
    while True:
        token = tokens[j]
        entry = NUMERALS.get(token)
        if entry is None:
            if seen < 0:
                break
            if token in _DASHES and j + 1 < w.size:
                nxt = NUMERALS.get(tokens[j + 1])
                spaced = w.starts[j] > w.ends[j - 1]
                if nxt is not None and (
                    (nxt[0] in (DIGIT, ORDINAL, PART) and seen == TENS and nxt[1] < 10)
                    or (not spaced and nxt[0] in (HUNDRED, SCALE, PART))
                    or (nxt[0] in (ORDINAL, QUARTER, HALF, PART) and seen in (DIGIT,))
                    or (not spaced and nxt[0] in _COUNTING and seen in (HUNDRED, SCALE))
                ):
                    j += 1
                    continue
            if token == "," and seen == SCALE and _group_follows(w, j + 1, last_scale or 1):
                j += 1
                continue
            if token == "and" and (seen in (HUNDRED, SCALE)) and j + 1 < w.size:
                if seen == SCALE and _part_follows(w, j + 1):
                    break
                nxt = NUMERALS.get(tokens[j + 1])
                if nxt is not None and nxt[0] in (DIGIT, TEEN, TENS, HUNDRED, ORDINAL):
                    if not _joins(w, j + 1, last_scale if seen == SCALE else 100):
                        break
                    and_at = j
                    j += 1
                    continue
            break
        role, amount = entry
        if role == DIGIT:
            if seen in (DIGIT, TEEN) or (seen == TENS and j and tokens[j - 1] not in _DASHES and amount == 0):
                break
            if amount == 0 and seen >= 0:
                break
            group += int(amount)
            lowest = 1
        elif role == TEEN:
            if seen in (DIGIT, TEEN, TENS):
                if seen == DIGIT and group < 10 and total == 0 and j == i + 1 and tokens[j + 1] not in _DASHES:
                    group *= 100  # one eleven
                else:
                    break
            group += int(amount)
            lowest = 1
        elif role == TENS:
            if seen == DIGIT and group < 10 and total == 0 and j == i + 1 and _says_hundreds(w, j):
                group *= 100  # one twenty two
            elif seen in (DIGIT, TEEN, TENS):
                part = _compound_part(w, j)
                if part is not None and (part[2] or group + total == 1) and (part[2] or tokens[part[1]] in ("", ".", ",", "of")):
                    number = Number(i, part[1], 1, 1, False, "fraction", "words")
                    _part(number, Fraction(total + group, part[0]), part[1])
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
            return _ends_in_ordinal(w, i, j, role, amount, total, group, seen, and_at)
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
    while tokens[j - 1] in _DASHES or tokens[j - 1] == "and":
        j -= 1
    value = total + group
    number = Number(i, j, value, lowest if value else 1, False, kind, "words")
    first = NUMERALS[tokens[i]][0]
    if first in (HUNDRED, SCALE):
        _article(w, number)
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
    elif after == "over" and type(value) is int:
        _over(w, number)
    elif after == "and" or after in _DASHES:
        _and_part(w, number, last_scale if last_scale is not None and seen == SCALE else 1)
        if after == "and" and number.b == j and tokens[j + 1][:1].isdecimal() and seen == HUNDRED:
            rest = _digits(w, j + 1)
            if isinstance(rest, Number) and type(rest.value) is int and rest.value < 100 and rest.b == j + 2:
                number.value, number.b, number.resolution = value + rest.value, rest.b, 1
    elif after in ("half", "quarter") and value == 1:
        pass
    return number


def _says_hundreds(w: Words, j: int) -> bool:
    """Whether "one twenty two" is said for 122: the tens are followed by a digit and nothing else."""
    nxt = NUMERALS.get(w.tokens[j + 1])
    return nxt is not None and nxt[0] == DIGIT and j + 2 >= w.size


def _joins(w: Words, k: int, scale: int) -> bool:
    """Whether what follows "and" belongs to the number before: it is smaller, and no new number with a scale of its own."""
    tokens = w.tokens
    group = 0
    while True:
        entry = NUMERALS.get(tokens[k])
        if entry is None:
            if tokens[k] in _DASHES and NUMERALS.get(tokens[k + 1], (99, 0))[0] in (DIGIT, ORDINAL, PART):
                k += 1
                continue
            break
        role, amount = entry
        if role in _ONE_TO_99:
            group += int(amount)
        elif role == HUNDRED:
            group = (group or 1) * 100
        elif role == SCALE:
            return scale == 100 or amount < scale
        else:
            break
        k += 1
    return group < scale


def _ends_in_ordinal(
    w: Words, i: int, j: int, role: int, amount: Exact, total: int, group: int, seen: int, and_at: int
) -> Number | None:
    """twenty-first, one hundred twenty fifth; two thirds, twenty-three fifths, one eighth."""
    tokens = w.tokens
    hyphen = tokens[j - 1] in _DASHES
    count = total + group
    if role == ORDINAL and not (count == 1 and total == 0 and amount > 2):
        if seen == TENS and amount < 10 or seen in (HUNDRED, SCALE):
            if amount >= 100 and group:
                value: Exact = total + group * int(amount) if amount > group else total + group
            elif amount >= 1000:
                value = count * int(amount)
            else:
                value = count + int(amount)
        elif amount >= 100 and seen in _ONE_TO_99:
            value = total + group * int(amount)  # two hundredth, three trillionth
        else:
            return Number(i, j - hyphen, count, 1, False, "number", "words")
        if i and tokens[i - 1] in ("a", "an") and j + 1 >= w.size and amount < 10:
            number = Number(i - 1, j + 1, value, 1, False, "fraction", "words")
            _part(number, Fraction(1) / value, j + 1)
            return number
        return Number(i, j + 1, value, 1, False, "ordinal", "words")
    if role == ORDINAL and amount >= 100 and count == 1 and tokens[j + 1][:1].isalpha() and tokens[j + 1] != "of":
        return Number(i, j + 1, int(amount), 1, False, "ordinal", "words")
    if role == ORDINAL and hyphen is False and tokens[j + 1] and tokens[j + 1].isalpha() and tokens[j + 1] not in ("of", "the", "a", "an"):
        # one third party: "one" counts, unless a noun of measure follows
        if i + 1 == j and tokens[j + 1] not in _PART_OF:
            return Number(i, j, count, 1, False, "number", "words")
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
    _part(number, value, j + 1)
    after = NUMERALS.get(tokens[j + 1])
    if after is not None and after[0] in (SCALE,):
        number.value, number.kind, number.b = whole(value * after[1]), "number", j + 2
        number.resolution = whole(Fraction(after[1]) / 100)
    elif tokens[j + 1] == "of" and tokens[j + 2] == "a":
        after = NUMERALS.get(tokens[j + 3])
        if after is not None and after[0] == SCALE:
            number.value, number.kind, number.b = whole(value * after[1]), "number", j + 4
            number.resolution = whole(Fraction(after[1]) / 100)
    return number


def _group_follows(w: Words, k: int, scale: int) -> bool:
    """Whether the next group of a number in words stands at token ``k``: "one thousand, two hundred and fifty"."""
    tokens = w.tokens
    entry, after = NUMERALS.get(tokens[k]), NUMERALS.get(tokens[k + 1])
    if entry is None or entry[0] not in _ONE_TO_99:
        return False
    return after is not None and after[0] == HUNDRED and _joins(w, k, scale)


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
    return entry is not None and entry[0] == DIGIT and after is not None and after[0] in (HALF, PART, QUARTER, ORDINAL) and after[1] != 1


def _compound_part(w: Words, j: int) -> tuple[int, int, bool] | None:
    """twenty-fifth, thirty firsts at token ``j`` -> (25, end, whether it is a plural)."""
    tokens = w.tokens
    k = j + 1
    while tokens[k] in _DASHES:
        k += 1
    entry = NUMERALS.get(tokens[k])
    if entry is None or entry[0] not in (ORDINAL, PART) or entry[1] >= 10:
        return None
    return int(NUMERALS[tokens[j]][1] + entry[1]), k + 1, entry[0] == PART


_PART_OF = frozenset("cup teaspoon tablespoon mile inch hour pound majority less more larger cheaper higher lower".split())


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
            text = text[:-1] + str(entry[1]) if text.endswith("0") and tokens[k - 1] in _DASHES else text + str(entry[1])
        elif entry is not None and entry[0] in (TEEN, TENS) and not text:
            text = str(entry[1])
            if entry[0] == TENS and NUMERALS.get(tokens[k + 1], (99, 0))[0] == DIGIT:
                k += 1
                text = text[:-1] + str(NUMERALS[tokens[k]][1])
            elif entry[0] == TENS and tokens[k + 1] in _DASHES and NUMERALS.get(tokens[k + 2], (99, 0))[0] == DIGIT:
                k += 2
                text = text[:-1] + str(NUMERALS[tokens[k]][1])
        elif tokens[k] in _DASHES and text and NUMERALS.get(tokens[k + 1], (99, 0))[0] == DIGIT:
            pass
        elif tokens[k].isdigit() and not text:
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
            _scale(w, number)


def _over(w: Words, number: Number) -> None:
    """one over twenty-one."""
    entry = NUMERALS.get(w.tokens[number.b + 1])
    below: Number | str | None = None
    if entry is not None and entry[0] in _COUNTING:
        below = _cardinal(w, number.b + 1)
    elif w.tokens[number.b + 1].isdigit():
        below = _digits(w, number.b + 1)
    if isinstance(below, Number) and below.kind == "number" and below.value and below.b >= w.size - (w.tokens[w.size - 1] in (".", "?", "!")):
        _part(number, Fraction(number.value) / below.value, below.b)
