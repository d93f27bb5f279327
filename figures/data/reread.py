"""Numbers of game reports that the words around them make something else than they look like."""

from __future__ import annotations

from figures.data import shots, squads, when
from figures.data.candidates import Scene
from figures.data.event import event


def reread(scene: Scene) -> None:
    """Marks numerals that only name a time or a group, and makes counts of "five times" where balls were lost."""
    if event(scene.index) and any(m.unit in ("multiple", "ordinal", "count", "fraction") for m in scene.mentions):
        for way in (when.name, squads.name, shots.counts):
            way(scene)
