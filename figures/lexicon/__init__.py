"""Words as data: what an editor may want to change is a file here, and code only looks it up.

Every loader reads its file once. The YAML files are read as strings (no date, no boolean, no float is guessed) and each
loader converts what it knows to be a number.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from figures.interval import Exact

BOUNDS = ("=", "~", "<", "<=", ">", ">=", "range")


class Widths(Struct, frozen=True):
    """How far an interval reaches from a number. None: the row does not use this width."""

    last_place: Exact | None = None  # in units of the last place as written
    granularity: Exact | None = None  # in units of the granularity of the value
    share: Exact | None = None  # of the absolute value
    steps: Exact | None = None  # of the implied interval, in steps of the value; of vague plurals, times the value
    cap: Exact | None = None  # of the implied interval: the steps reach no further than this share of the value


class Qualifier(Struct, frozen=True):
    """A row of ``qualifiers.yaml``, which says what each field means. Phrases are in lower case."""

    id: str
    bound: str  # one of BOUNDS
    means: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    joins: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    negated: str = ""  # id of a row; "": negation leaves no bound worth the name
    series: str = ""  # maximum, minimum or ""
    stated: Widths = Widths()
    rounded: Widths = Widths()
    implied: Widths = Widths()


def read_yaml(path: Path) -> Any:
    """The content of a YAML file as dicts, lists and strings. Raises ValueError, with its name, where it is no YAML."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    except yaml.YAMLError as error:
        raise ValueError(f"{path.name}: not YAML: {error}") from error


def number(text: str) -> Exact:
    """An exact number from ``2``, ``2.5``, ``1/2`` or ``2.5%``. Raises ValueError on anything else."""
    text = text.strip()
    value = Fraction(text[:-1]) / 100 if text.endswith("%") else Fraction(text)
    return value.numerator if value.denominator == 1 else value


@cache
def qualifiers() -> tuple[Qualifier, ...]:
    """Every row of ``qualifiers.yaml``, in the order of the file.

    Raises ValueError, naming file and row, when a row is not what the head of the file asks for.
    """
    return load_qualifiers(Path(__file__).with_name("qualifiers.yaml"))


@cache
def qualifier(id: str) -> Qualifier:
    """The row of that id, with hyphens or spaces; "" is the row ``bare``. Raises KeyError when there is none."""
    return {row.id: row for row in qualifiers()}[id.replace(" ", "-") or "bare"]


def compose(outer: str, inner: str) -> str:
    """The id of two qualifiers in a row, each an id or itself composed: "up to an estimated 50" is "up-to+about".

    What adds nothing is left out: "only about" and "about ... or so" are "about", "exactly at most" is "at-most".
    """
    ids = [id for id in (*outer.split("+"), *inner.split("+")) if id]
    bounding = [id for id in ids if qualifier(id).bound != "="]
    if not bounding:
        return "exactly" if "exactly" in ids else "".join(ids[:1])
    return "+".join(id for id, before in zip(bounding, ["", *bounding], strict=False) if id != before)


def negate(id: str) -> str:
    """The id that "not" in front of a qualifier gives ("more-than" is "at-most"); "" where it leaves no bound.

    Of a composed one, the outer part is negated: "not more than about 50" is "at-most+about".
    """
    outer, plus, inner = id.partition("+")
    negated = qualifier(outer).negated
    return negated + plus + inner if negated else ""


def load_qualifiers(path: Path) -> tuple[Qualifier, ...]:
    """The rows of a file in the format of ``qualifiers.yaml``. Raises ValueError as ``qualifiers`` does."""
    content = read_yaml(path)
    if not isinstance(content, dict):
        raise ValueError(f"{path.name}: the file must be a mapping of rows; got a {type(content).__name__}")
    rows = tuple(_row(path.name, id, fields) for id, fields in content.items())
    known = {row.id for row in rows}
    for row in rows:
        if row.negated and row.negated not in known:
            raise ValueError(f"{path.name}: {row.id}: negated must name a row of this file; got {row.negated!r}")
    return rows


def _row(file: str, id: str, fields: Any) -> Qualifier:
    def wrong(what: str) -> ValueError:
        return ValueError(f"{file}: {id}: {what}")

    if not isinstance(fields, dict):
        raise wrong(f"a row must be a mapping of fields; got {fields!r}")
    row: dict[str, Any] = {}
    for name, value in fields.items():
        if name in ("before", "after", "joins", "alone"):
            if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
                raise wrong(f"{name} must be a list of phrases; got {value!r}")
            row[name] = tuple(value)
        elif name in ("stated", "rounded", "implied"):
            if not isinstance(value, dict):
                raise wrong(f"{name} must be a mapping of widths; got {value!r}")
            unknown = sorted(set(value) - set(Widths.__struct_fields__))
            if unknown:
                raise wrong(f"{name} has no width {unknown[0]!r}; known are {', '.join(Widths.__struct_fields__)}")
            try:
                row[name] = Widths(**{k: number(v) for k, v in value.items()})
            except (ValueError, ZeroDivisionError) as error:
                raise wrong(f"{name} must hold numbers such as 2, 1/2 or 10%; got {value!r}") from error
        elif name in ("bound", "means", "negated", "series"):
            row[name] = value
        else:
            raise wrong(f"unknown field {name!r}; known are {', '.join(Qualifier.__struct_fields__[1:])}")
    if row.get("bound") not in BOUNDS:
        raise wrong(f"bound must be one of {' '.join(BOUNDS)}; got {row.get('bound')!r}")
    return Qualifier(id=id, means=row.pop("means", ""), bound=row.pop("bound"), **row)
