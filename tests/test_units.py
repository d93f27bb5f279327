"""Units: every way of writing one gives its name, and conversions give the values worked out by hand."""

from __future__ import annotations

import time
from fractions import Fraction

import pytest

from figures import units
from figures.conversion import comparable, convert, dimension, inexact
from figures.lexicon import build_units

WRITTEN = {
    "kilometre": ["km", "KM", "kms", "kilometre", "kilometres", "kilometer", "kilometers"],
    "square metre": ["m2", "m²", "m^2", "sq m", "sq. m", "sqm", "square metres", "square-meter", "metres squared"],
    "square foot": ["sq ft", "sq. ft.", "sqft", "square feet", "square-foot"],
    "cubic foot": ["cu ft", "cu. ft", "cubic feet", "ft3"],
    "kilometre per hour": ["km/h", "kph", "kilometres per hour", "kilometers an hour", "kmh"],
    "mile per hour": ["mph", "miles per hour", "miles an hour", "mile-per-hour"],
    "degree celsius": ["°C", "° C", "℃", "degrees Celsius", "celcius", "centigrade", "deg C", "C"],
    "degree fahrenheit": ["°F", "degrees fahrenheit", "farenheit", "F"],
    "united states dollar": ["US$", "USD", "US dollars", "U.S. dollars", "American dollars", "usd"],
    "canadian dollar": ["C$", "CA$", "CAD", "Canadian dollars"],
    "indian rupee": ["₹", "Rs", "Rs.", "INR", "rupees", "Indian rupees"],
    "malaysian ringgit": ["RM", "MYR", "ringgit"],
    "pound sterling": ["£", "GBP", "quid", "pounds sterling"],
    "penny": ["p", "pence", "penny", "pennies"],
    "chinese yuan": ["yuan", "renminbi", "RMB", "CNY", "元", "kuai"],
    "polish złoty": ["zł", "PLN", "zloty", "zlotys", "złotych"],
    "bitcoin": ["₿", "BTC", "bitcoins"],
    "percentage": ["%", "percent", "per cent", "pct", "％", "pc"],
    "percentage point": ["percentage points", "pp", "% points", "percent point"],
    "basis point": ["basis points", "bp", "bps"],
    "kilowatt hour": ["kWh", "kilowatt-hours", "kilowatt hours", "KWH"],
    "megawatt": ["MW", "mw", "megawatts"],
    "milliwatt": ["mW", "milliwatts"],
    "megabit per second": ["Mbps", "Mbit/s", "megabits per second", "mbps"],
    "megabyte": ["MB", "megabytes", "mb"],
    "megabit": ["Mb", "Mbit", "megabits"],
    "kibibyte": ["KiB", "kibibytes"],
    "micrometre": ["µm", "μm", "um", "micrometres", "micrometers"],
    "milligram per litre": ["mg/L", "mg/l", "mg per litre", "milligrams per liter", "mg L-1", "mg·L⁻¹"],
    "metre per second": ["m/s", "m s-1", "m s−1", "m·s⁻¹", "metres per second"],
    "gram per cubic centimetre": ["g cm−3", "g/cm3", "g/cm³", "grams per cubic centimetre"],
    "megagram per hectare per year": ["Mg ha−1 yr−1"],
    "newton metre": ["Nm", "N m", "N·m", "newton-metres"],
    "foot pound-force": ["lb-ft", "pound-feet of torque", "ft·lb"],
    "barrel per day": ["bpd", "barrels a day", "barrels per day", "b/d", "barrel-a-day"],
    "dollar per barrel": ["$ per barrel", "$/barrel", "dollars a barrel"],
    "year of age": ["year-old", "years old", "years of age", "yr-old"],
    "megayear": ["Ma", "Myr"],
    "millimolar": ["mM"],
    "per centimetre": ["cm−1", "cm-1"],
    "inch": ["in", "in.", "″", "inches", "inch"],
    "tablespoon": ["tbsp", "tbsp.", "tablespoons"],
    "fluid ounce": ["fl oz", "fl. oz.", "fluid ounces"],
    "tonne of CO2 equivalent": ["tCO2e", "t CO2e", "tonnes of CO2 equivalent", "tonne of carbon dioxide equivalent"],
    "megatonne of CO2 equivalent": ["MtCO2e", "Mt CO2e", "MtCO2"],
    "man-hour": ["man-hours", "person hours"],
    "count": ["times", "x", "×", "fold"],
}  # fmt: skip


@pytest.mark.parametrize(("name", "form"), [(name, form) for name, forms in WRITTEN.items() for form in forms])
def test_every_way_of_writing_a_unit(name: str, form: str) -> None:
    assert units.canonical(form) == name


@pytest.mark.parametrize("text", ["", "bottles", "Syrians", "km north", "the", "hello per day", "."])
def test_what_is_no_unit(text: str) -> None:
    assert units.canonical(text) is None


@pytest.mark.parametrize(("word", "flag"), [
    ("in", units.DIGITS | units.WORD), ("m", units.SCALE), ("s", units.SPACED), ("p", units.ATTACHED),
    ("a", units.PART), ("hrs", units.DOTTED), ("KPH", units.FOLDED), ("second", units.WORD), ("TRY", units.WORD),
])  # fmt: skip
def test_forms_that_want_care_carry_a_flag(word: str, flag: int) -> None:
    surface = units.lookup_table().match_after([word], [word.lower()], 0)
    assert surface is not None
    assert surface.flags & flag == flag


def test_the_longest_form_wins_and_the_rest_is_left() -> None:
    words = ["miles", "per", "hour", "on", "the", "road"]
    surface = units.lookup_table().match_after(words, words, 0)
    assert surface is not None
    assert (surface.name, surface.rest) == ("mile per hour", ("per", "hour"))


def test_currencies_in_front_of_a_number() -> None:
    table = units.lookup_table()
    for text, name in {
        "US$": "united states dollar",
        "costs R": "south african rand",
        "Rs.": "indian rupee",
        "about EUR": "euro",
        "paid $": "dollar",
        "NZ$": "new zealand dollar",
    }.items():
        words = units.tokens(text)
        found = table.match_before(words, len(words) - 1)
        assert found is not None, text
        assert found.name == name
    assert table.match_before(["paid"], 0) is None


def test_two_readings_of_one_form_are_both_kept() -> None:
    surface = units.lookup_table().match_after(["pounds"], ["pounds"], 0)
    assert surface is not None
    assert surface.name == "pound sterling"
    assert "pound-mass" in surface.others


def test_every_unit_named_by_a_surface_exists() -> None:
    table = units.lookup_table()
    named = {name for entries in (table.after, table.before) for forms in entries.values() for form in forms
             for name in (form.name, *form.others)}  # fmt: skip
    # A compound may be named without a row of its own: its parts are what conversion looks at.
    assert {name for name in named if name not in table.units and dimension(name) is None} == set()


def test_the_packaged_table_is_what_the_sources_build() -> None:
    assert build_units.TARGET.read_text(encoding="utf-8") == build_units.text()


def test_the_table_loads_in_milliseconds() -> None:
    units.lookup_table.cache_clear()
    begin = time.process_time()
    units.lookup_table()
    assert time.process_time() - begin < 0.1


@pytest.mark.parametrize(("value", "one", "other", "expected"), [
    (1, "mile", "kilometre", Fraction("1.609344")),
    (60, "mile per hour", "kilometre per hour", Fraction("96.56064")),
    (36, "kilometre per hour", "metre per second", 10),
    (37, "degree celsius", "degree fahrenheit", Fraction("98.6")),
    (212, "degree fahrenheit", "degree celsius", 100),
    (0, "degree celsius", "kelvin", Fraction("273.15")),
    (2, "year", "month", 24),
    (90, "minute", "hour", Fraction(3, 2)),
    (1, "kilowatt hour", "megajoule", Fraction("3.6")),
    (50, "cent", "dollar", Fraction(1, 2)),
    (50, "cent per share", "united states dollar per share", Fraction(1, 2)),
    (250, "penny", "pound sterling", Fraction(5, 2)),
    (Fraction(2, 3), "fraction", "percentage", Fraction(200, 3)),
    (25, "basis point", "percentage point", Fraction(1, 4)),
    (1, "hectare", "square metre", 10_000),
    (1, "gram per cubic centimetre", "kilogram per cubic metre", 1000),
    (1, "gigabyte", "megabit", 8000),
    (1, "kibibyte", "byte", 1024),
    (1, "pound-mass", "ounce", 16),
    (1, "acre", "square foot", 43560),
    (1, "stere", "cubic metre", 1),  # without a size in the table: through pint
    (7, "dollar per 100 kilometre", "dollar per kilometre", Fraction(7, 100)),
    (12, "case per 100,000", "case per million", 120),
    (4, "case per 1 000 people", "case per people", Fraction(4, 1000)),
    (3, "case per 100 000 people", "case per thousand people", Fraction(3, 100)),
    (5, "metre", "metre", 5),
])  # fmt: skip
def test_conversion_is_exact(value: int | Fraction, one: str, other: str, expected: int | Fraction) -> None:
    assert convert(value, one, other) == expected
    assert convert(expected, other, one) == value


def test_a_difference_of_temperatures_has_no_offset() -> None:
    assert convert(5, "degree celsius", "degree fahrenheit", difference=True) == 9


@pytest.mark.parametrize(("one", "other"), [
    ("metre", "gram"), ("dollar", "euro"), ("percentage", "percentage point"), ("", "percentage"), ("metre", ""),
    ("cent", "penny"), ("year", "year of age"), ("hour", "man-hour"), ("degree", "degree celsius"),
    ("dollar per barrel", "dollar per share"), ("bottle", "litre"), ("case per 1000 people", "case per 1000 homes"),
])  # fmt: skip
def test_what_cannot_be_compared(one: str, other: str) -> None:
    assert convert(1, one, other) is None
    assert not comparable(one, other)


def test_a_unit_compares_with_itself_and_with_its_kin() -> None:
    assert comparable("bottle", "bottle")
    assert comparable("", "")
    assert comparable("dollar", "united states dollar")
    assert comparable("kilogram square metre per square second", "joule")


def test_means_and_local_sizes_are_said_to_be_inexact() -> None:
    assert inexact("month", "day")
    assert inexact("ton", "kilogram")
    assert not inexact("year", "month")
    assert not inexact("mile", "kilometre")


@pytest.mark.parametrize(("name", "exponent", "expected"), [
    ("metre", 2, "square metre"), ("foot", 3, "cubic foot"), ("second", -1, "per second"),
    ("metre", -2, "per square metre"), ("metre", 1, "metre"),
])  # fmt: skip
def test_powers(name: str, exponent: int, expected: str) -> None:
    assert units.power(name, exponent) == expected


def test_compounds_have_the_kind_of_their_first_part() -> None:
    assert units.compound("dollar", "barrel") == "dollar per barrel"
    assert units.kind("dollar per barrel") == "currency"
    assert units.kind("percentage per year") == "percentage"
    assert units.kind("kilometre per hour") == "measure"
    assert units.product("watt", "hour") == "watt hour"
