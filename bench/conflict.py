"""The task ``conflict``: do two texts give the same number of the same thing for the same one?

A gold row has ``id``, ``entity`` (a name), ``attribute`` (points, rebounds, ...), and the two texts, ``doc_a`` and
``doc_b``. Its other fields, the values among them, are not looked at: each text is read, its number of that attribute
found by what it counts and by whom the sentence speaks of, and the two readings are compared exactly.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

WORDS = {  # what writers call an attribute
    "points": {"point"},
    "rebounds": {"rebound", "board"},
    "assists": {"assist", "dime"},
    "steals": {"steal"},
    "blocks": {"block", "swat"},
    "turnovers": {"turnover"},
}
NAME = re.compile(r"[A-Z][\w.'’-]{1,30}(?: (?:, )?[A-Z][\w.'’-]{1,30}){1,3}")
OTHERS = re.compile(r"\bthe (former|latter)\b", re.IGNORECASE)


def predict(gold_rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """One row for each gold row: its ``id`` and the ``verdict``. One without a reading conflicts with nothing."""
    rows = []
    for row in gold_rows:
        a = _readings(row["doc_a"], row["entity"], row["attribute"])
        b = _readings(row["doc_b"], row["entity"], row["attribute"])
        agree = not a or not b or any(one.meets(other) for one in a for other in b)
        rows.append({"id": row["id"], "verdict": "agree" if agree else "conflict"})
    return rows


def _readings(text: str, entity: str, attribute: str) -> list[Any]:
    """The intervals that a text gives for the attribute of an entity: of those that count it, the nearest behind it."""
    import figures
    from figures.meaning import in_wholes
    from figures.references.words import stem

    wanted = WORDS.get(attribute, {stem(attribute)})
    found = [
        claim
        for claim in figures.extract(text)
        if claim.counted is not None and stem(claim.counted.text.split()[-1]) in wanted
    ]
    places = _mentions(text, entity)
    behind = [claim for claim in found if any(at <= claim.quantity.span.start < until for at, until in places)]
    return [in_wholes(claim.quantity.stated) for claim in (behind or found)[:1]]


def _mentions(text: str, entity: str) -> Sequence[tuple[int, int]]:
    """From each mention of a name, or of the former or latter that stands for it, to the next one of somebody else."""
    family = entity.split()[-1]
    names = [(match.start(), family in match.group()) for match in NAME.finditer(text)]
    known = {start for start, _ in names}
    for match in re.finditer(rf"\b{re.escape(family)}\b", text):
        if not any(start <= match.start() <= start + 60 and own for start, own in names):
            names.append((match.start(), True))
    ordered = [own for _, own in sorted(names)]
    for match in OTHERS.finditer(text):
        pair = ordered[-2:] if len(known) >= 2 else []
        if len(pair) == 2:
            names.append((match.start(), pair[match.group(1).lower() == "latter"]))
    names.sort()
    ends = [start for start, _ in names[1:]] + [len(text)]
    return [(start, end) for (start, own), end in zip(names, ends, strict=True) if own]
