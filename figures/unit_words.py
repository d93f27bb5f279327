"""Units as people read them behind a number: "%", "kilometres per hour", "pounds sterling", "times"."""

from __future__ import annotations

IRREGULAR = {
    "foot": "feet", "inch": "inches", "century": "centuries", "hertz": "hertz", "lux": "lux", "siemens": "siemens",
    "stone": "stone", "yen": "yen", "yuan": "yuan", "renminbi": "renminbi", "rand": "rand", "baht": "baht",
    "won": "won", "person": "people", "people": "people", "child": "children", "children": "children", "men": "men",
    "women": "women", "horsepower": "horsepower", "feet": "feet", "pound sterling": "pounds sterling",
}  # fmt: skip
PROPER = {
    "celsius": "Celsius",
    "fahrenheit": "Fahrenheit",
    "rankine": "Rankine",
    "british": "British",
    "pound-mass": "pound",
}
CURRENCIES = {
    "dollar", "pound", "franc", "peso", "krone", "krona", "rupee", "yuan", "yen", "won", "dinar", "ruble", "lira",
    "real", "rand", "shilling", "dirham", "riyal", "rial",
}  # fmt: skip


def unit_tail(unit: str, kind: str = "", plural: bool = True) -> str:
    """What follows a number: "%", " kilometres per hour", " times"; "" for a bare one."""
    if unit in ("percentage", "percent"):
        return "%"
    if kind == "multiple" or unit in ("", "count"):
        return " times" if kind == "multiple" else ""
    words = _capitals(unit.replace("_", " "))
    return " " + (pluralise(words) if plural else words)


def with_unit(text: str, unit: str) -> str:
    """A value as a table writes it, with its unit behind it unless the text names it already."""
    tail = unit_tail(unit)
    return text if tail.strip() in text or unit in text else text + tail


def pluralise(unit: str) -> str:
    """The plural of a canonical unit, in its head: "kilometres per hour", "tonnes of CO2 equivalent"."""
    for joint in (" per ", " of "):
        head, found, rest = unit.partition(joint)
        if found:
            return pluralise(head) + found + rest
    if unit in IRREGULAR:
        return IRREGULAR[unit]
    first, _, scale = unit.partition(" ")
    if first == "degree" and scale[:1].isupper():
        return f"degrees {scale}"
    if unit.endswith(("foot", "feet")):
        return unit[:-4] + "feet"
    if unit.endswith("y") and unit[-2:-1] not in tuple("aeiou"):
        return unit[:-1] + "ies"
    if unit.endswith(("s", "hertz", "lux")):
        return unit
    return unit + "es" if unit.endswith(("x", "ch", "sh", "z")) else unit + "s"


def _capitals(unit: str) -> str:
    """Names of people and of countries as they are written: degree Celsius, Hong Kong dollar."""
    words = [PROPER.get(word, word) for word in unit.split(" ")]
    if len(words) > 1 and words[-1] in CURRENCIES:
        words[:-1] = [word.upper() if word in ("cfa", "cfp") else word.capitalize() for word in words[:-1]]
    return " ".join(words)
