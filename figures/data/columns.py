"""Which columns of numbers the words around a number name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from figures.data.about import described
from figures.data.candidates import Scene
from figures.data.mentions import Mention
from figures.data.naming import Naming, agrees, may_be, namings
from figures.data.spell import Table
from figures.data.spoken import spoken

if TYPE_CHECKING:
    from figures.data.clauses import Frame


EACH = frozenset({"per", "each", "apiece"})


class Wanted(Struct, frozen=True, gc=False):
    """A column that the words around a number name, how well they do, from 0 to 1, and which tokens they are."""

    naming: Naming
    fit: float
    tokens: frozenset[int]
    keys: frozenset[str] = frozenset()  # pieces of the name that they have most of


def wanted(scene: Scene, mention: Mention, around: Frame, table: Table, *, amounts: bool = False) -> list[Wanted]:
    """The columns of a table that are named around a number and may have its unit, the best first.

    With ``amounts``, those that a percentage may be a share of.
    """
    names = namings(scene.index)[table.name]
    said = spoken(scene)
    if mention.unit == "currency" and not amounts:
        names = [n for n in names if n.money] or names
    taken = {m.j for m in scene.mentions if m is not mention and not m.named and m.unit != "percent"} - {mention.j}
    fitting = [
        (naming, said[(table.name, naming.column)])
        for naming in names
        if (table.name, naming.column) in said
        and (naming.unit != "percent" if amounts else may_be(mention, naming, scene.words))
    ]
    shared = _shared(names) if fitting else {}
    found = []
    for naming, tokens, way in ((n, at, way) for n, at in fitting for way in n.ways):
        total = got = 0.0
        used: set[int] = set()
        for piece in way:
            weight = 1.0 / shared[piece.key] + 0.1
            total += weight
            places = [(_weight(k, around, mention), k) for k in tokens.get(piece.key, ()) if k not in taken]
            if places:
                best, _ = max(places)
                got += weight * best
                used |= {k for w, k in places if w >= best - 0.2}
        if got > 0:
            own = frozenset(piece.key for piece in way)
            keys = own & set(tokens)
            if got >= 0.4 * total and not any(o is not naming and keys <= o.parts for o in names):
                got = total * (0.6 + 0.4 * got / total) - 0.0
            fit = min(1.0, got / total + (0.05 if naming.unit and agrees(mention, naming) else 0.0))
            found.append(Wanted(naming, fit, frozenset(used), own))
    if len(found) > 1:
        found = [w for w in found if all(w is o or w.naming is not o.naming or w.fit >= o.fit for o in found)]
    found = list({w.naming.column: w for w in reversed(found)}.values()) or list(
        described(scene, mention, around, names, amounts=amounts)
    )
    whole = [w for w in found if w.keys and w.keys <= set(said.get((table.name, w.naming.column), ()))]
    for one in whole:  # points in the first quarter are not all points
        found = [w for w in found if not w.keys < one.keys or not one.tokens <= around.all]
    each = not EACH.isdisjoint([t.low for t in scene.words[mention.j : mention.j + 5]])
    if len({w.naming.per for w in found}) > 1:
        found = [w for w in found if w.naming.per == each]
    if each and any(n.per for n in names):
        found = [w for w in found if w.naming.per]
    behind = {mention.j, mention.j + 1}  # the noun of the number itself
    if any(w.tokens & behind for w in found):
        found = [w for w in found if w.tokens & behind]
    found.sort(key=lambda w: (-w.fit, w.naming.column))
    return found


def _shared(names: Sequence[Naming]) -> dict[str, int]:
    """How many times each piece stands in these names."""
    shared: dict[str, int] = {}
    for naming in names:
        for piece in naming.pieces:
            shared[piece.key] = shared.get(piece.key, 0) + 1
        for key in naming.parts - {piece.key for piece in naming.pieces} if naming.further else ():
            shared[key] = shared.get(key, 0) + 1
    return shared


def _weight(k: int, around: Frame, mention: Mention) -> float:
    away = min(abs(k - mention.i), abs(k - mention.j))
    near = 1.0 if k in around.near else 0.85 if k in around.all else 0.45
    return near - min(0.1, 0.008 * away)
