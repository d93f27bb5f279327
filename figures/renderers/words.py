"""Exact numbers and intervals as people read them: "above 250,000", "3.5 to 4.5 million", "at least 1.5%"."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from figures.interval import Exact, Interval, size
from figures.quantity import Claim, Quantity, display, exact

SCALES: tuple[tuple[int, str], ...] = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
# Nobody reads more digits than this before the point; beyond it a power of ten is clearer.
LONGEST = 10**15
SMALL = 100  # denominators up to this one are read as fractions
IRREGULAR = {
    "foot": "feet", "inch": "inches", "century": "centuries", "hertz": "hertz", "lux": "lux", "siemens": "siemens",
    "stone": "stone", "yen": "yen", "yuan": "yuan", "renminbi": "renminbi", "rand": "rand", "baht": "baht",
    "won": "won", "person": "people", "people": "people", "child": "children", "children": "children", "men": "men",
    "women": "women",
}  # fmt: skip


def counted(number: int, noun: str, plural: str = "") -> str:
    """ "1 claim", "12 claims"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def number(value: Exact) -> str:
    """One number: 250,000, 11 million, 3.65 million, 2/3, ≈ 17.98. The sign ≈ marks the ones that were rounded."""
    return _numbers((value,))[0]


def ordinal(value: Exact) -> str:
    """2nd, 11th; a number that is not whole stays as it is."""
    if not isinstance(value, int) or abs(value) >= LONGEST:
        return number(value)
    tail = "th" if 10 <= value % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value:,}{tail}"


def interval(given: Interval, unit: str = "", kind: str = "") -> str:
    """An interval in words. ``kind`` is that of the quantity: shares are read in percent, multiples as times."""
    lo, hi = given.lo, given.hi
    if kind == "fraction" and unit == "":
        lo, hi = _times(lo, 100), _times(hi, 100)
        unit = "percentage"
    ends = [end for end in (lo, hi) if end is not None]
    if not ends:
        return "any number"
    tail = unit_tail(unit, kind, plural=set(ends) != {1})
    if lo == hi:
        said = _numbers((ends[0],))[0]
        return ("" if said.startswith("≈") else "exactly ") + said + tail
    if lo is None:
        return ("below " if given.hi_open else "at most ") + _numbers((ends[0],))[0] + tail
    if hi is None:
        return ("above " if given.lo_open else "at least ") + _numbers((ends[0],))[0] + tail
    low, high, scale = _pair(*ends)
    if not given.lo_open and not given.hi_open:
        return f"{low} to {high}{scale}{tail}"
    left = "above" if given.lo_open else "at least"
    right = "below" if given.hi_open else "at most"
    return f"{left} {low} and {right} {high}{scale}{tail}"


def of_quantity(quantity: Quantity, given: Interval) -> str:
    """An interval of ``quantity`` in words, with its unit. What is counted comes in whole numbers."""
    return interval(as_counted(quantity, given), quantity.unit, quantity.kind)


def as_counted(quantity: Quantity, given: Interval) -> Interval:
    """The interval as a reader sees it: of what is counted, from one whole number to another."""
    counts = quantity.kind in ("count", "ordinal") and quantity.unit == "" and not quantity.decimal
    return _whole(given) if counts else given


def as_drawn(quantity: Quantity, given: Interval) -> Interval:
    """The interval in the unit that its words have: shares in percent."""
    if quantity.kind == "fraction" and quantity.unit == "":
        return Interval(_times(given.lo, 100), _times(given.hi, 100), given.lo_open, given.hi_open)
    return as_counted(quantity, given)


def value_of(quantity: Quantity) -> str:
    """The value as read: "250,000", "3 billion dollars", "3 to 5 kilometres", "2nd", "1/2"."""
    if quantity.kind == "ordinal":
        return ordinal(quantity.value)
    if quantity.kind == "fraction" and quantity.high is None and Fraction(quantity.value).denominator <= SMALL:
        return str(quantity.value)
    if quantity.high is not None:
        return interval(Interval(quantity.value, quantity.high), quantity.unit, quantity.kind)
    tail = unit_tail(quantity.unit, quantity.kind, plural=quantity.value != 1)
    return number(quantity.value) + tail


def subject(claim: Claim) -> str:
    """What is counted and what is said of it, as short as the text allows: "Syrians: killed"."""
    what = claim.counted or claim.subject
    parts = [what.text if what else "", claim.predicate.text if claim.predicate else ""]
    return ": ".join(" ".join(part.split()) for part in parts if part)


def unit_tail(unit: str, kind: str = "", plural: bool = True) -> str:
    """What follows a number: "%", " kilometres per hour", " times"; "" for a bare one."""
    if unit in ("percentage", "percent"):
        return "%"
    if not unit:
        return " times" if kind == "multiple" else ""
    words = unit.replace("_", " ")
    return " " + (pluralise(words) if plural else words)


def with_unit(text: str, unit: str) -> str:
    """A value as a table writes it, with its unit behind it unless the text names it already."""
    tail = unit_tail(unit)
    return text if tail.strip() in text or unit in text else text + tail


def pluralise(unit: str) -> str:
    """The plural of a canonical unit; the head is what stands before "per": "kilometres per hour"."""
    head, per, rest = unit.partition(" per ")
    if head in IRREGULAR:
        return IRREGULAR[head] + per + rest
    first, of, scale = head.partition(" ")
    if first == "degree":
        return "degrees" + of + scale + per + rest
    if head.endswith("y") and head[-2:-1] not in tuple("aeiou"):
        return head[:-1] + "ies" + per + rest
    if head.endswith(("s", "x", "ch", "sh", "z")):
        return (head if head.endswith("s") else head + "es") + per + rest
    return head.removesuffix("foot") + "feet" + per + rest if head.endswith("foot") else head + "s" + per + rest


def exact_string(value: Exact) -> str:
    """The exact number for machines: "4500000", "0.025", and "2/3" where no decimal is finite.

    Python's ``Fraction(...)`` reads every one of them back.
    """
    if isinstance(value, int):
        return _digits(value)
    twos, fives = _factor(value.denominator, 2), _factor(value.denominator, 5)
    if value.denominator != 2**twos * 5**fives:
        return f"{_digits(value.numerator)}/{_digits(value.denominator)}"
    places = max(twos, fives)
    whole = _digits(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    sign = "-" if value < 0 else ""
    return sign + (f"{whole[:-places]}.{whole[-places:]}" if places else whole)


def notation(given: Interval) -> str:
    """An interval as mathematics writes it, exact: "(250000, inf)", "[3500000, 4500000]"."""
    left = "-inf" if given.lo is None else exact_string(given.lo)
    right = "inf" if given.hi is None else exact_string(given.hi)
    opening = "(" if given.lo is None or given.lo_open else "["
    closing = ")" if given.hi is None or given.hi_open else "]"
    return f"{opening}{left}, {right}{closing}"


def _pair(lo: Exact, hi: Exact) -> tuple[str, str, str]:
    """Two ends with their scale word said once: ("3.5", "4.5", " million")."""
    texts = _numbers((lo, hi))
    words = [text.rpartition(" ") for text in texts]
    scale = words[1][2]
    if scale in {name for _, name in SCALES} and (words[0][2] == scale or lo == 0):
        return (words[0][0] or texts[0]), words[1][0], " " + scale
    return texts[0], texts[1], ""


def _numbers(values: tuple[Exact, ...]) -> tuple[str, ...]:
    """Numbers that stand side by side: one scale word, and digits enough to tell them apart."""
    largest = max(Fraction(size(value)) for value in values)
    smallest = min((Fraction(size(value)) for value in values if value), default=largest)
    if len(values) > 1 and largest >= 1000 * smallest:
        return tuple(_numbers((value,))[0] for value in values)
    if largest >= LONGEST:
        return tuple(_power(value) if size(value) >= LONGEST else _short(value, 4) for value in values)
    for scale, name in SCALES:
        scaled = [Fraction(value) / scale for value in values]
        if largest >= scale and all(1000 % part.denominator == 0 for part in scaled):
            return tuple(display(exact(part)) + (f" {name}" if part else "") for part in scaled)
    for digits in (4, 6, 9, 12):
        texts = tuple(_short(value, digits) for value in values)
        if len({text.removeprefix("≈ ") for text in texts}) == len(set(values)):
            break
    return texts


def _short(value: Exact, digits: int) -> str:
    """Exact when short; else with ``digits`` significant digits (all those before the point) and the sign ≈."""
    if isinstance(value, int):
        return display(value)
    text = display(value)
    small = "/" in text and value.denominator <= 12 and abs(value) < 1
    if small or ("/" not in text and len(text.partition(".")[2]) <= 4):
        return text
    before = len(str(abs(int(value)))) if abs(value) >= 1 else _leading(abs(value))
    places = max(digits - before, 0)
    rounded = Fraction(round(value * 10**places), 10**places)
    return "≈ " + display(exact(rounded))


def _leading(value: Exact) -> int:
    """Minus the zeros after the point, so that 0.00123 keeps as many digits as 1.23."""
    zeros, rest = 0, Fraction(value)
    while rest and rest < Fraction(1, 10) and zeros < 30:
        rest, zeros = rest * 10, zeros + 1
    return -zeros


def _power(value: Exact) -> str:
    """6.02 × 10^23. Decimal converts numbers of any length where ``str(int)`` refuses."""
    fraction = Fraction(value)
    whole = abs(fraction.numerator) // fraction.denominator
    exponent = Decimal(whole).adjusted()
    lead = Fraction(whole, 10**exponent)
    rounded = Fraction(round(lead * 1000), 1000)
    sign = "-" if fraction < 0 else ""
    prefix = "" if rounded * 10**exponent == abs(fraction) else "≈ "
    return f"{prefix}{sign}{display(exact(rounded))} × 10^{exponent}"


def _whole(given: Interval) -> Interval:
    """The whole numbers of an interval whose ends fall between them; itself where none is left."""
    lo, hi, lo_open, hi_open = given.lo, given.hi, given.lo_open, given.hi_open
    if isinstance(lo, Fraction):
        lo, lo_open = -(-lo.numerator // lo.denominator), False
    if isinstance(hi, Fraction):
        hi, hi_open = hi.numerator // hi.denominator, False
    if lo is not None and hi is not None and lo > hi:
        return given
    return Interval(lo, hi, lo_open, hi_open)


def _digits(value: int) -> str:
    """``str(int)`` refuses more than 4,300 digits to keep servers safe; a document may hold a longer number."""
    return str(value) if value.bit_length() < 13_000 else f"{Decimal(value):f}"


def _factor(value: int, prime: int) -> int:
    times = 0
    while value % prime == 0:
        value, times = value // prime, times + 1
    return times


def _times(value: Exact | None, factor: int) -> Exact | None:
    return None if value is None else exact(Fraction(value) * factor)
