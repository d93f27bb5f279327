"""Other extractors, for comparison, where they are installed. Each is a function from a text to predictions.

A prediction is ``{"value", "unit", "bound", "start", "end", "kind"?}``, as ``bench.extraction`` makes them. They run as
they are shipped, but for what makes their results repeatable:

quantulum3        without its unit classifier (a pickle that breaks with other versions of scikit-learn) and with its
                  operators in a fixed order (they are a set, so the result would hang on the hash seed).
recognizers-text  with the table of emoji 1 that it wants; the models with units first, then percentages, ordinals and
                  numbers where those found none.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from typing import Any


class UnknownExtractor(LookupError):
    """A name that is not in PEERS."""


Prediction = dict[str, Any]
Extractor = Callable[[str], list[Prediction]]


def quantulum3() -> Extractor:
    from figures.extractors.quantulum import is_range, parser

    parse = parser().parse

    def extract(text: str) -> list[Prediction]:
        found = []
        for item in parse(text):
            value: Any = item.value
            if is_range(item):
                value = [item.value - item.uncertainty, item.value + item.uncertainty]
            name = item.unit.name
            found.append(
                {
                    "value": value,
                    "unit": None if name == "dimensionless" else name,
                    "bound": "range" if is_range(item) else "=",
                    "start": item.span[0],
                    "end": item.span[1],
                }
            )
        return found

    return extract


def recognizers() -> Extractor:
    import emoji

    if not hasattr(emoji, "UNICODE_EMOJI"):  # it wants a table that emoji 2 renamed
        emoji.UNICODE_EMOJI = {"en": emoji.EMOJI_DATA}
    from recognizers_number import NumberRecognizer
    from recognizers_number_with_unit import NumberWithUnitRecognizer
    from recognizers_text import Culture

    units, numbers = NumberWithUnitRecognizer(Culture.English), NumberRecognizer(Culture.English)
    models = [
        ("currency", units.get_currency_model()),
        ("temperature", units.get_temperature_model()),
        ("age", units.get_age_model()),
        ("dimension", units.get_dimension_model()),
        ("percentage", numbers.get_percentage_model()),
        ("ordinal", numbers.get_ordinal_model()),
        ("number", numbers.get_number_model()),
    ]

    def extract(text: str) -> list[Prediction]:
        taken: list[tuple[int, int]] = []
        found = []
        for kind, model in models:
            for item in model.parse(text):
                start, end = item.start, item.end + 1
                if any(start < stop and begin < end for begin, stop in taken):
                    continue
                prediction = _resolved(kind, item.resolution or {})
                if prediction is not None:
                    taken.append((start, end))
                    found.append({**prediction, "start": start, "end": end, "kind": kind})
        return found

    return extract


def _resolved(kind: str, resolution: dict[str, Any]) -> Prediction | None:
    """A resolution of recognizers-text: a value as text, mostly with a unit."""
    text = str(resolution.get("value") or "")
    value = _number(text.rstrip("%"))
    if value is None:
        return None
    unit = {"percentage": "percentage", "ordinal": "ordinal", "number": None}.get(kind, resolution.get("unit"))
    return {"value": value, "unit": str(unit).lower() if unit else None, "bound": "="}


def _number(text: str) -> float | None:
    try:
        return float(text.strip())
    except ValueError:
        return None


PEERS: dict[str, tuple[str, Callable[[], Extractor]]] = {  # name -> the module that must be there, and its maker
    "quantulum3": ("quantulum3", quantulum3),
    "recognizers-text": ("recognizers_number_with_unit", recognizers),
}


def installed() -> list[str]:
    """The names of the peers that can be run here."""
    return [name for name, (module, _) in PEERS.items() if importlib.util.find_spec(module) is not None]


def make(name: str) -> Extractor:
    """The extractor of that name; ``figures`` is this project. Raises UnknownExtractor."""
    if name == "figures":
        from bench.extraction import figures_extractor

        return figures_extractor()
    if name not in PEERS:
        raise UnknownExtractor(f"extractor must be one of figures, {', '.join(PEERS)}; got {name!r}")
    return PEERS[name][1]()
