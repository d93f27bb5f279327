"""Numbers, intervals and claims as people read them: "above 250,000", "3.5 to 4.5 million", "at least 1.5%".

Every message, report and table takes its words from here, so that one interval has one wording.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from figures.interval import Exact, Interval, size
from figures.quantity import Claim, Quantity, display, exact
from figures.unit_words import unit_tail

SCALES: tuple[tuple[int, str], ...] = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
# Nobody reads more digits than this before the point; beyond it a power of ten is clearer.
LONGEST = 10**15
LEGIBLE = 10**6  # a range of larger numbers is rounded, as far as that tells its ends apart
SMALL = 100  # denominators up to this one are read as fractions
NARROW = 1000  # an interval this many times as far from zero as it is wide is told by its middle in a sentence
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


# Numbers and intervals.


def counted(number: int, noun: str, plural: str = "") -> str:
    """ "1 claim", "12 claims"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def number(value: Exact) -> str:
    """One number: 250,000, 11 million, 3.65 million, 2/3, about 17.98. "About" marks the ones that were rounded."""
    ((text, rounded),) = _numbers((value,))
    return f"about {text}" if rounded else text


def ordinal(value: Exact) -> str:
    """2nd, 11th; a number that is not whole stays as it is."""
    if not isinstance(value, int) or abs(value) >= LONGEST:
        return number(value)
    tail = "th" if 10 <= value % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value:,}{tail}"


def interval(given: Interval, unit: str = "", kind: str = "") -> str:
    """An interval in words. ``kind`` is that of the quantity: shares are read in percent, multiples as times.

    The units "weekday" (1 is Monday) and "ordinal" are read as names.
    """
    lo, hi = given.lo, given.hi
    if lo is not None and lo == hi and unit in ("weekday", "ordinal"):
        return ordinal(lo) if unit == "ordinal" else WEEKDAYS[int(lo - 1) % 7]
    if kind == "fraction" and unit == "":
        lo, hi = _times(lo, 100), _times(hi, 100)
        unit = "percentage"
    ends = [end for end in (lo, hi) if end is not None]
    if not ends:
        return "any number"
    tail = unit_tail(unit, kind, plural=set(ends) != {1})
    shown = _numbers(tuple(dict.fromkeys(ends)))
    about = "about " if any(rounded for _, rounded in shown) else ""
    if lo is None or hi is None:
        word = ("above " if given.lo_open else "at least ") if hi is None else "below " if given.hi_open else "at most "
        return word + about + shown[0][0] + tail
    if len({text for text, _ in shown}) == 1:
        return (about or ("exactly " if lo == hi else "about ")) + shown[0][0] + tail
    low, high, scale = _pair(shown[0][0], shown[1][0], lo)
    if not given.lo_open and not given.hi_open:
        return f"{about}{low} to {high}{scale}{tail}"
    left = "above" if given.lo_open else "at least"
    right = "below" if given.hi_open else "at most"
    low, high = (f"about {end}" if rounded else end for end, (_, rounded) in zip((low, high), shown, strict=True))
    return f"{left} {low} and {right} {high}{scale}{tail}"


def amount(given: Interval, unit: str = "", kind: str = "") -> str:
    """An interval where a sentence wants a number: "30%", "73 to 74"; a narrow one by its middle, "about 3.6 million".

    Whether its ends belong to it is left to ``interval``.
    """
    middle = given.middle
    if middle is None or given.exact:
        return interval(given, unit, kind).removeprefix("exactly ")
    if size(middle) >= NARROW * (given.width or 0):
        ((text, _),) = _numbers((middle,))
        return f"about {text}{unit_tail(unit, kind)}"
    return interval(Interval(given.lo, given.hi), unit, kind)


def wholes(given: Interval) -> Interval:
    """The whole numbers of an interval whose ends fall between them; itself where none is left.

    Ends that are whole stay as they are, open ones too: below 2 million is not told as at most 1,999,999.
    """
    lo, hi = (None if end is None else exact(end) for end in (given.lo, given.hi))
    lo_open, hi_open = given.lo_open, given.hi_open
    if isinstance(lo, Fraction):
        lo, lo_open = -(-lo.numerator // lo.denominator), False
    if isinstance(hi, Fraction):
        hi, hi_open = hi.numerator // hi.denominator, False
    if lo is not None and hi is not None and (lo > hi or (lo == hi and (lo_open or hi_open))):
        return given
    return Interval(lo, hi, lo_open, hi_open)


# Quantities and claims.


def of_quantity(quantity: Quantity, given: Interval) -> str:
    """An interval of ``quantity`` in words, with its unit. What is counted comes in whole numbers."""
    if quantity.kind == "ordinal":
        return interval(given, "ordinal")
    return interval(as_counted(quantity, given), quantity.unit, quantity.kind)


def as_counted(quantity: Quantity, given: Interval) -> Interval:
    """The interval as a reader sees it: of what is counted, from one whole number to another."""
    counts = quantity.kind in ("count", "ordinal") and quantity.unit == "" and not quantity.decimal
    return wholes(given) if counts else given


def as_drawn(quantity: Quantity, given: Interval) -> Interval:
    """The interval in the unit that its words have: shares in percent."""
    if quantity.kind == "fraction" and quantity.unit == "":
        return Interval(_times(given.lo, 100), _times(given.hi, 100), given.lo_open, given.hi_open)
    return as_counted(quantity, given)


def value_of(quantity: Quantity) -> str:
    """The value as read: "250,000", "3 billion dollars", "3 to 5 kilometres", "2nd", "1/2"; of "dozens", the word."""
    if quantity.kind == "ordinal":
        return ordinal(quantity.value)
    if quantity.vague:
        return text(quantity)
    if quantity.kind == "fraction" and quantity.high is None and Fraction(quantity.value).denominator <= SMALL:
        return str(quantity.value)
    if quantity.high is not None:
        return interval(Interval(quantity.value, quantity.high), quantity.unit, quantity.kind)
    tail = unit_tail(quantity.unit, quantity.kind, plural=quantity.value != 1)
    return number(quantity.value) + tail


def text(quantity: Quantity) -> str:
    """The number with its qualifier and unit, as it would stand inside a sentence: "more than 250,000"."""
    words = " ".join(quantity.text.split()).removeprefix("= ")
    first = words.partition(" ")[0].partition("-")[0]
    plain = first == "A" or (len(first) > 1 and first.isalpha() and first.istitle())
    return (words[:1].lower() + words[1:] if plain else words).removeprefix("in all ")


def named(claim: Claim) -> str:
    """The number with what it counts: "more than 250,000 Syrians". Shares and measures stand alone."""
    quantity = claim.quantity
    words = text(quantity)
    if claim.counted is None or claim.whole is not None or quantity.unit or quantity.kind == "fraction":
        return words
    what = " ".join(claim.counted.text.split())
    if f" {words} ".endswith(f" {what} "):
        return words
    return f"{words} of {what}" if quantity.vague and words.endswith("s") else f"{words} {what}"


def says(claim: Claim) -> str:
    """What the text says, with its bounds where it has any: "more than 40 boats: above 40", "12 clinics"."""
    quantity = claim.quantity
    alone = as_counted(quantity, quantity.stated).exact or _without_numeral(quantity)
    return named(claim) if alone else f"{named(claim)}: {stated(quantity)}"


def stated(quantity: Quantity) -> str:
    """What the words entail: "above 40"; of "the past year", which has no number, "about 1 year"."""
    return f"about {value_of(quantity)}" if _without_numeral(quantity) else of_quantity(quantity, quantity.stated)


def _without_numeral(quantity: Quantity) -> bool:
    words = text(quantity).split(" ")
    return quantity.value == 1 and len(words) == 2 and words[0] in ("past", "another", "all", "full", "whole")


def reads(claim: Claim) -> str:
    """What a fair reader takes from it; "" where that is no narrower."""
    implied = claim.quantity.implied
    return "" if implied == claim.quantity.stated else of_quantity(claim.quantity, implied)


# Digits.


def _pair(low: str, high: str, lo: Exact) -> tuple[str, str, str]:
    """Two ends with their scale word said once: ("3.5", "4.5", " million")."""
    (one, _, first), (other, _, scale) = low.rpartition(" "), high.rpartition(" ")
    if scale in {name for _, name in SCALES} and (first == scale or lo == 0):
        return (one or low), other, " " + scale
    return low, high, ""


def _numbers(values: tuple[Exact, ...]) -> tuple[tuple[str, bool], ...]:
    """Numbers that stand side by side, each with whether it was rounded: one scale word, and digits enough to tell
    them apart."""
    largest = max(Fraction(size(value)) for value in values)
    smallest = min((Fraction(size(value)) for value in values if value), default=largest)
    if len(values) > 1 and largest >= 1000 * smallest:
        return tuple(_numbers((value,))[0] for value in values)
    if largest >= LONGEST:
        return tuple(_power(value) if size(value) >= LONGEST else _short(value, 4) for value in values)
    for scale, name in SCALES:
        if largest >= scale:
            scaled = tuple(exact(Fraction(value) / scale) for value in values)
            short = all(1000 % Fraction(part).denominator == 0 for part in scaled)
            broken = any(isinstance(value, Fraction) for value in values)
            wide = len({_short(part, 4) for part in scaled}) == len(values)
            if short or (wide and (broken or (len(values) > 1 and scale > LEGIBLE))):
                shown = _apart(scaled)
                return tuple((f"{t} {name}" if t != "0" else t, rounded) for t, rounded in shown)
    return _apart(values)


def _apart(values: tuple[Exact, ...]) -> tuple[tuple[str, bool], ...]:
    """The numbers with as few digits as tell them apart, all as decimals or all as fractions."""
    alike = all("/" in _short(value, 4)[0] for value in values)
    for digits in (4, 6, 9, 12):
        shown = tuple(_short(value, digits, alike) for value in values)
        if len({text for text, _ in shown}) == len(set(values)):
            break
    return shown


def _short(value: Exact, digits: int, fractions: bool = True) -> tuple[str, bool]:
    """Exact when short; else with ``digits`` significant digits (all those before the point), and True."""
    if isinstance(value, int):
        return display(value), False
    text = display(value)
    small = fractions and "/" in text and value.denominator <= 12 and abs(value) < 1
    if small or ("/" not in text and len(text.partition(".")[2]) <= 4):
        return text, False
    before = len(str(abs(int(value)))) if abs(value) >= 1 else _leading(abs(value))
    places = max(digits - before, 0)
    if digits == 4 and before >= 1:
        places = min(places, 2)
    rounded = Fraction(round(value * 10**places), 10**places)
    return display(exact(rounded)), True


def _leading(value: Exact) -> int:
    """Minus the zeros after the point, so that 0.00123 keeps as many digits as 1.23."""
    zeros, rest = 0, Fraction(value)
    while rest and rest < Fraction(1, 10) and zeros < 30:
        rest, zeros = rest * 10, zeros + 1
    return -zeros


def _power(value: Exact) -> tuple[str, bool]:
    """6.02 × 10^23. Decimal converts numbers of any length where ``str(int)`` refuses."""
    fraction = Fraction(value)
    whole = abs(fraction.numerator) // fraction.denominator
    exponent = Decimal(whole).adjusted()
    lead = Fraction(whole, 10**exponent)
    rounded = Fraction(round(lead * 1000), 1000)
    sign = "-" if fraction < 0 else ""
    return f"{sign}{display(exact(rounded))} × 10^{exponent}", rounded * 10**exponent != abs(fraction)


def _times(value: Exact | None, factor: int) -> Exact | None:
    return None if value is None else exact(Fraction(value) * factor)
