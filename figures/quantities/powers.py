"""Powers of ten and others behind a numeral: 1.3e6, 5.5 x 10^-3, 10⁶."""

from __future__ import annotations

from fractions import Fraction

from figures.quantities.marks import SUPERSCRIPTS, TIMES
from figures.quantities.number import Number, whole
from figures.quantities.tokens import Words

_MAX_EXPONENT = 400  # beyond it a "number" is a mistake or an attack


def apply_power(w: Words, number: Number) -> bool:
    """1.3e6, 1.3 x 10^6, 5.5x10-3, 1.99×10−30, 10⁶, 1.1^23."""
    tokens = w.tokens
    j = number.b
    after = tokens[j]
    if after == "e" and w.glued(j):
        exponent, b = _exponent(w, j + 1)
    elif (
        after in TIMES
        and len(tokens[j + 1]) in (3, 4)
        and tokens[j + 1][:2] == "10"
        and after in ("×", "·")
        and number.value < 10
    ):
        # the exponent's superscript is lost in plain text: 6 × 106
        digits = tokens[j + 1][2:]
        if not digits.isdecimal() or tokens[j + 2] in TIMES:
            return False
        exponent, b = int(digits), j + 2
    elif after in TIMES and tokens[j + 1] == "10":
        k = j + 2
        if tokens[k] == "^":
            exponent, b = _exponent(w, k + 1)
        else:
            exponent, b = _exponent(w, k)
    elif tokens[number.a] == "10" and number.b == number.a + 1 and after[:1] in SUPERSCRIPTS:
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
    if token and token[0] in SUPERSCRIPTS:
        text = ""
        while k < w.size and tokens[k][0] in SUPERSCRIPTS and w.glued(k):
            text += SUPERSCRIPTS[tokens[k][0]]
            k += 1
        digits = text.lstrip("+-")
        return (int(text), k) if digits.isdecimal() and len(digits) < 4 and text.rfind("-") <= 0 else (None, k)
    while token in ("+", "-", "−", "–") and w.glued(k):
        sign = sign if token == "+" else -1
        k += 1
        token = tokens[k]
    if token.isdecimal() and len(token) < 4 and w.glued(k):
        return sign * int(token), k + 1
    return None, k
