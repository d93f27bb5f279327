"""What the words of a sentence choose among the rows of a table: names and answers, questions of yes and no, bands and
bounds, and spans of time."""

from __future__ import annotations

from msgspec import structs

from figures.data.answers import answered_with
from figures.data.candidates import Scene
from figures.data.choice import Choice
from figures.data.limits import aged, bounded, none_of, numbered
from figures.data.mentions import Mention
from figures.data.names import named
from figures.data.periods import spans_of_time
from figures.data.questions import flagged, said_yes
from figures.data.spell import Table


def choices(scene: Scene, table: Table) -> list[Choice]:
    """All of a sentence, in order. Of two that rest on the same words, the one that fits clearly better; where neither
    does, none, and the words count as unclear."""
    if table.name not in scene.chosen:
        found = [
            *named(scene, table),
            *spans_of_time(scene, table),
            *flagged(scene, table),
            *answered_with(scene, table),
        ]
        found += [
            *aged(scene, table),
            *bounded(scene, table),
            *numbered(scene, table),
            *said_yes(scene, table),
            *none_of(scene, table),
        ]
        if not found:
            scene.chosen[table.name] = []
            return []
        found.sort(key=lambda c: (-c.fit - 0.1 * len(c.tokens), -len(c.core), c.at))
        kept: list[Choice] = []
        for _at, choice in enumerate(found):
            if choice.fit < 0.5 or any(choice.core & o.tokens or o.core & choice.tokens for o in kept):
                continue
            rivals = [r for r in found if r.core & choice.core and r.fit > choice.fit - 0.1 and r is not choice]
            rivals = [r for r in rivals if not (r.period and choice.period)]  # a year, and the months of that year
            if any(r.columns != choice.columns and len(r.core) >= len(choice.core) for r in rivals):
                choice = structs.replace(choice, where=(), fit=0.5)  # one question or another
            kept.append(choice)
        scene.chosen[table.name] = sorted(kept, key=lambda c: c.at)
    return scene.chosen[table.name]


def is_bound(scene: Scene, mention: Mention) -> bool:
    """Whether a number only tells which rows are meant: "older than 65", "since 2005"."""
    if scene.limits is None:
        found = (c for table in scene.index.tables.values() for c in choices(scene, table) if c.bound)
        scene.limits = frozenset().union(*(c.tokens for c in found))
    return not scene.limits.isdisjoint(range(mention.i, mention.j))
