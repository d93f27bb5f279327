"""Any number, written in any of the usual styles, is read back as itself."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from num2words import num2words

from figures.claims import read_text
from figures.quantity import Claim

CARRIERS = [
    "They counted {} boats.",
    "{} boats were counted on the lake.",
    "The harbour has {} boats, and the lake has none.",
    "By evening {} of the boats had left.",
]
carriers = st.sampled_from(CARRIERS)
counts = st.one_of(st.integers(2, 99), st.integers(100, 9_999), st.integers(10_000, 10**9), st.integers(10**9, 10**21))
PROFILE = settings(max_examples=150, deadline=None, derandomize=True)


def only(text: str) -> Claim:
    """The one number of a text."""
    reading = read_text(text)
    assert len(reading.claims) == 1, (text, [c.quantity.text for c in reading.claims], reading.rejected)
    return reading.claims[0]


def value(text: str) -> int | Fraction:
    quantity = only(text).quantity
    assert quantity.high is None, text
    return quantity.value


def as_words(number: int, language: str = "en", *, commas: bool = True, hyphens: bool = True) -> str:
    words: str = num2words(number, lang=language)
    words = words if commas else words.replace(",", "")
    return words if hyphens else words.replace("-", " ")


@pytest.mark.parametrize("language", ["en", "en_GB", "en_IN"])
@PROFILE
@given(number=counts, carrier=carriers, commas=st.booleans(), hyphens=st.booleans(), capital=st.booleans())
def test_words(language: str, number: int, carrier: str, commas: bool, hyphens: bool, capital: bool) -> None:
    assume(language != "en_IN" or number < 10**10)  # num2words knows no larger ones there
    words = as_words(number, language, commas=commas, hyphens=hyphens)
    text = carrier.format(words)
    assert value(text[0].upper() + text[1:] if capital else text) == number


@PROFILE
@given(number=counts, carrier=carriers)
def test_words_without_and(number: int, carrier: str) -> None:
    assert value(carrier.format(as_words(number).replace(" and ", " "))) == number


@PROFILE
@given(number=st.integers(1, 10**9))
def test_negative_words(number: int) -> None:
    assert value(f"The balance is {num2words(-number)} dollars.") == -number


@PROFILE
@given(whole=st.integers(0, 10**7), tail=st.text("0123456789", min_size=1, max_size=8))
@example(whole=0, tail="05")
def test_decimals_in_words(whole: int, tail: str) -> None:
    words = f"{as_words(whole)} point {' '.join(num2words(int(digit)) for digit in tail)}"
    quantity = only(f"The pipe is {words} metres long.").quantity
    assert quantity.value == whole + Fraction(int(tail), 10 ** len(tail))
    assert quantity.resolution == Fraction(1, 10 ** len(tail))
    assert quantity.unit == "metre"


@PROFILE
@given(number=st.one_of(st.integers(4, 999), st.integers(1_000, 10**9)), hyphens=st.booleans())
def test_ordinals_in_words(number: int, hyphens: bool) -> None:
    words: str = num2words(number, to="ordinal")
    quantity = only(f"It was the {words if hyphens else words.replace('-', ' ')} visit of the boat.").quantity
    assert (quantity.kind, quantity.value) == ("ordinal", number)


@PROFILE
@given(number=st.integers(1, 10**9))
def test_ordinals_in_digits(number: int) -> None:
    assume(number > 31)  # "the 3rd" may be a day
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    quantity = only(f"It was the {number:,}{ending} visit of the boat.").quantity
    assert (quantity.kind, quantity.value) == ("ordinal", number)


SEPARATORS = {
    "comma": ",",
    "apostrophe": "'",
    "curly apostrophe": "’",
    "blank": " ",
    "no-break space": "\u00a0",
    "thin space": "\u2009",
    "narrow no-break space": "\u202f",
}


@pytest.mark.parametrize("separator", SEPARATORS.values(), ids=SEPARATORS)
@PROFILE
@given(number=st.integers(1_000, 10**15), carrier=carriers)
def test_digits_in_groups(separator: str, number: int, carrier: str) -> None:
    assert value(carrier.format(f"{number:,}".replace(",", separator))) == number


@PROFILE
@given(number=st.integers(10_000, 10**15), carrier=carriers)
def test_digits_without_groups(number: int, carrier: str) -> None:
    assert value(carrier.format(str(number))) == number


@PROFILE
@given(number=st.integers(10**5, 10**13), carrier=carriers)
def test_digits_in_indian_groups(number: int, carrier: str) -> None:
    digits = str(number)
    head, tail = digits[:-3], digits[-3:]
    groups = [head[max(0, end - 2) : end] for end in range(len(head), 0, -2)][::-1]
    assert value(carrier.format(",".join([*groups, tail]))) == number


@PROFILE
@given(whole=st.integers(0, 10**9), tail=st.text("0123456789", min_size=1, max_size=8), commas=st.booleans())
def test_decimals_in_digits(whole: int, tail: str, commas: bool) -> None:
    written = f"{whole:,}" if commas else str(whole)
    quantity = only(f"The tank holds {written}.{tail} litres of oil.").quantity
    assert quantity.value == whole + Fraction(int(tail), 10 ** len(tail))
    assert quantity.resolution == Fraction(1, 10 ** len(tail))
    assert quantity.decimal


SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "lakh": 10**5,
    "crore": 10**7,
}
mantissas = st.tuples(st.integers(1, 999), st.text("0123456789", max_size=2))


def mantissa(parts: tuple[int, str]) -> tuple[str, Fraction]:
    whole, tail = parts
    return f"{whole}.{tail}" if tail else str(whole), whole + Fraction(int(tail or 0), 10 ** len(tail))


@pytest.mark.parametrize("scale", SCALES)
@PROFILE
@given(parts=mantissas, carrier=carriers)
def test_digits_with_a_scale(scale: str, parts: tuple[int, str], carrier: str) -> None:
    written, number = mantissa(parts)
    claim = only(carrier.format(f"{written} {scale}"))
    assert claim.quantity.value == number * SCALES[scale]
    assert claim.quantity.resolution == Fraction(SCALES[scale], 10 ** len(parts[1]))


@pytest.mark.parametrize(
    ("before", "after", "scale", "unit"),
    [
        ("$", "bn", 10**9, "dollar"),
        ("$", "m", 10**6, "dollar"),
        ("$", "k", 10**3, "dollar"),
        ("$", " million", 10**6, "dollar"),
        ("£", "m", 10**6, "pound sterling"),
        ("€", "bn", 10**9, "euro"),
        ("€", " billion", 10**9, "euro"),
        ("Rs ", " crore", 10**7, "indian rupee"),
        ("", " million euros", 10**6, "euro"),
        ("", "m euros", 10**6, "euro"),
        ("USD ", " million", 10**6, "united states dollar"),
    ],
)
@PROFILE
@given(parts=mantissas)
def test_money(before: str, after: str, scale: int, unit: str, parts: tuple[int, str]) -> None:
    written, number = mantissa(parts)
    quantity = only(f"The repairs cost {before}{written}{after} in all.").quantity
    assert (quantity.value, quantity.unit, quantity.kind) == (number * scale, unit, "currency")


@PROFILE
@given(lakhs=st.integers(1, 99), crores=st.integers(1, 99), digits=st.booleans())
def test_crores_and_lakhs(lakhs: int, crores: int, digits: bool) -> None:
    first, second = (str(crores), str(lakhs)) if digits else (as_words(crores), as_words(lakhs))
    assert value(f"They counted {first} crore {second} lakh voters.") == crores * 10**7 + lakhs * 10**5


@PROFILE
@given(above=st.integers(1, 40), below=st.integers(3, 40))
def test_fractions_in_words(above: int, below: int) -> None:
    assume(above < below and below not in (21, 31))  # thirty-firsts
    name = "quarter" if below == 4 else num2words(below, to="ordinal")
    text = f"{num2words(above)} {name}{'s' if above > 1 else ''} of the boats had left."
    quantity = only(text[0].upper() + text[1:]).quantity
    assert (quantity.kind, quantity.value) == ("fraction", Fraction(above, below))


@PROFILE
@given(number=st.integers(2_200, 10**6), zero=st.sampled_from("٠۰०০０"))
def test_digits_of_other_scripts(number: int, zero: str) -> None:
    written = "".join(chr(ord(zero) + int(digit)) for digit in str(number))
    assert value(f"They counted {written} boats.") == number
