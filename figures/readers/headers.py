"""Title and date from front matter and from the sidecar of a document."""

from __future__ import annotations

import re
from datetime import date, datetime

from msgspec import Struct

from figures.dates import find_dates
from figures.readers.decoding import Unreadable

_FENCE = re.compile(r"(---|\+\+\+)[ \t]*+(?:\r\n|[\n\r]|$)")
_DATE_KEYS = (
    "date",
    "published",
    "publish_date",
    "pubdate",
    "published_at",
    "date_published",
    "datepublished",
    "created",
)
_LIMIT = 100_000  # no front matter is longer


class Sidecar(Struct, frozen=True):
    """What a file beside a document says of it: ``article.yaml`` of ``article.txt``."""

    title: str | None = None
    date: date | None = None


def parse_date(text: str) -> date | None:
    """The one day that a date in front matter, a meta tag or a sidecar names; None when it names none."""
    found = find_dates(text[:200])
    return found[0].exact if found else None


def front_matter(text: str) -> tuple[int, str | None, date | None]:
    """Where the prose begins after the front matter (0 without one), and the title and the date in it.

    Front matter is YAML between lines of "---" or TOML between lines of "+++". It belongs to other tools: what cannot
    be read in it is left alone.
    """
    opening = _FENCE.match(text)
    if opening is None:
        return 0, None, None
    mark = opening[1]
    for line in re.compile(rf"^{re.escape(mark)}[ \t]*+\r?$", re.MULTILINE).finditer(text, opening.end(), _LIMIT):
        body = text[opening.end() : line.start()]
        found = _yaml(body) if mark == "---" else _toml(body)
        if found is None:
            return 0, None, None
        return line.end(), *found
    return 0, None, None


def sidecar(path: str, data: bytes) -> Sidecar:
    """The title and the date in the file ``path`` beside a document. Raises ``Unreadable``, naming file and line."""
    from figures import yaml_places

    node, faults = yaml_places.read(data)
    for fault in faults:
        raise Unreadable(
            f"has a file beside it that cannot be used: {path}:{fault.line}:{fault.column}: {fault.message}"
        )
    if node is None or node.value is None:
        return Sidecar()
    if not isinstance(node.value, dict):
        raise Unreadable(
            f"has a file beside it that cannot be used: {path}: title and date are wanted; got {node.type}"
        )
    title = day = None
    if "title" in node.value:
        value = node.value["title"][1]
        title = None if value.value is None else str(value.value)
    if "date" in node.value:
        value = node.value["date"][1]
        if value.value is not None and (day := parse_date(str(value.value))) is None:
            raise Unreadable(
                f"has a file beside it that cannot be used: {path}:{value.line}:{value.column}: date must be a day "
                f"such as 2015-10-02; got {str(value.value)[:40]!r}"
            )
    return Sidecar(title, day)


def _yaml(body: str) -> tuple[str | None, date | None] | None:
    from figures import yaml_places

    node, _ = yaml_places.read(body.encode("utf-8", "replace"))
    if node is None:
        return (None, None) if ":" in body or not body.strip() else None
    if node.value is None:
        return None, None
    if not isinstance(node.value, dict):
        return None  # two rulers around a paragraph
    return _pick({key.lower(): value.value for key, (_, value) in node.value.items()})


def _toml(body: str) -> tuple[str | None, date | None] | None:
    import tomllib

    try:
        return _pick({key.lower(): value for key, value in tomllib.loads(body).items()})
    except (tomllib.TOMLDecodeError, RecursionError, ValueError):
        return None, None


def _pick(values: dict[str, object]) -> tuple[str | None, date | None]:
    title = values.get("title")
    day = None
    for key in _DATE_KEYS:
        value = values.get(key)
        if isinstance(value, datetime):
            day = value.date()
        elif isinstance(value, date):
            day = value
        elif isinstance(value, str):
            day = parse_date(value)
        if day is not None:
            break
    return (" ".join(str(title).split()) or None) if isinstance(title, str | int) else None, day
