"""What stands in the cells of reference tables: exact numbers, dates, addresses. A wrong cell raises ``BadCell``."""

from __future__ import annotations

import calendar
from datetime import date
from fractions import Fraction

from msgspec import Struct

from figures.interval import Exact

SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
MAX_DIGITS = 30
MAX_LENGTH = 2000


class BadCell(ValueError):
    """``str(error)``: what was wanted, what was got, what to do."""


class Number(Struct, frozen=True):
    """An exact value; ``resolution`` is the place of its last digit that means something: 4.1 million -> 100,000,
    250000 -> 10,000 (zeros at the end are taken for rounding), 0 -> 1."""

    value: Exact
    resolution: Exact
    text: str  # as people read it: 4.1 million, 250,000


def shown(text: str) -> str:
    """A cell in quotes, short and without control characters, for a message."""
    clean = "".join(c if c.isprintable() else "�" for c in text[:41])
    return repr(clean if len(text) <= 40 else clean[:39] + "…")


def words(cell: str) -> str:
    """Text in one line. Refuses what a spreadsheet would run as a formula, control characters, and endless text."""
    text = cell.strip()
    if len(text) > MAX_LENGTH:
        raise BadCell(f"at most {MAX_LENGTH:,} characters are wanted; got {len(text):,}; shorten it")
    if any(not c.isprintable() for c in text):
        raise BadCell(f"text in one line without control characters is wanted; got {shown(text)}; retype it")
    if text[:1] in ("=", "+", "@") or (text[:1] == "-" and not text[1:2].isdigit()):
        raise BadCell(f"text is wanted; got {shown(text)}, which a spreadsheet would run; do not begin with {text[0]}")
    return text


def number(cell: str) -> Number:
    """250000, "250,000", 4.1 million, -2.5, 2/3. No exponents: they hide how precise the number is."""
    wrong = BadCell(f"a number such as 250000, 250,000 or 4.1 million is wanted; got {shown(cell)}; write it like that")
    text = " ".join(cell.replace("\N{MINUS SIGN}", "-").split())
    if not text.isascii() or len(text) > MAX_DIGITS + 20:
        raise wrong
    digits, _, scale_word = text.partition(" ")
    scale = SCALES.get(scale_word.lower(), 0) if scale_word else 1
    sign = -1 if digits[:1] == "-" else 1
    digits = digits.lstrip("-") if sign < 0 and digits.count("-") == 1 else digits
    if not scale or not digits:
        raise wrong
    over, slash, under = digits.partition("/")
    if slash:
        if not (over.isdigit() and under.isdigit()) or len(digits) > MAX_DIGITS or not int(under):
            raise wrong
        return Number(_whole(Fraction(sign * int(over) * scale, int(under))), 0, text)
    whole, point, part = digits.partition(".")
    groups = whole.split(",")
    if len(groups) > 1:
        if not 1 <= len(groups[0]) <= 3 or any(len(group) != 3 for group in groups[1:]):
            raise wrong
        whole = "".join(groups)
    if not whole.isdigit() or (point and not part.isdigit()) or len(whole + part) > MAX_DIGITS:
        raise wrong
    value = _whole(Fraction(sign * int(whole + part) * scale, 10 ** len(part)))
    resolution = _whole(Fraction(scale, 10 ** len(part)))
    if not point and not scale_word:
        resolution = 10 ** (len(whole) - len(whole.rstrip("0"))) if int(whole) else 1
    plain = not scale_word and not point
    return Number(value, resolution, f"{value:,}" if plain else text)


def _whole(value: Fraction) -> Exact:
    return value.numerator if value.denominator == 1 else value


def period(cell: str) -> tuple[date, date]:
    """The first and the last day of 2015-10-02, 2015-10 or 2015."""
    parts = cell.strip().split("-")
    widths = [len(part) for part in parts]
    if widths in ([4], [4, 2], [4, 2, 2]) and all(part.isascii() and part.isdigit() for part in parts):
        numbers = [int(part) for part in parts]
        try:
            if len(numbers) == 3:
                day = date(numbers[0], numbers[1], numbers[2])
                return day, day
            if len(numbers) == 2:
                year, month = numbers
                return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
            return date(numbers[0], 1, 1), date(numbers[0], 12, 31)
        except ValueError:  # there is no such day
            pass
    raise BadCell(f"a date as 2015-10-02, 2015-10 or 2015 is wanted; got {shown(cell)}; write it like that")


def url(cell: str) -> str:
    """An address that begins with http:// or https://; "" stays "". Nothing is fetched."""
    text = cell.strip()
    if not text:
        return ""
    host = text.partition("://")[2].partition("/")[0]
    plain = text.isprintable() and not set(text) & set(" <>\"'`\\{}")
    if (
        not text.startswith(("http://", "https://"))
        or not plain
        or "." not in host
        or "@" in host
        or len(text) > MAX_LENGTH
    ):
        raise BadCell(f"an address such as https://example.org/page is wanted; got {shown(text)}; write it out")
    return text
