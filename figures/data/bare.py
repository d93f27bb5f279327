"""Numbers without a noun: "scored 14 with two steals", "Ruiz had 24 points and Chen added 12"."""

from __future__ import annotations

from figures.data.candidates import Scene, clause, properties
from figures.data.entities import Entity
from figures.data.event import event
from figures.data.givers import contrasted
from figures.data.mentions import Mention
from figures.data.scope import joint
from figures.data.shots import deeds
from figures.data.words import lexicon
from figures.lexicon.english import ADJECTIVES, FUNCTION_WORDS

ALONE = frozenset(
    {".", ",", ";", ")", "and", "with", "on", "for", "in", "off", "from", "as", "while", "to", "at", "but"}
)
ALSO = frozenset({"apiece", "each", "more", "behind", "before", "over"})
GAVE = frozenset({"giving", "gave", "give", "gives"})
LITTLE = frozenset({"just", "only", "a", "an", "the", "also", "another", "high", "best", "-", "game", "team", "season"})


def bare(scene: Scene, mention: Mention) -> list[tuple[str, float]] | None:
    """What a number without a noun is of; None where it has one, or where what is missing is not told by its verb.

    Behind "scored" it is what is scored. Behind a verb that says nothing ("had", "added") or none, it is what the name
    before it had, where that is the score or one thing only; else [].
    """
    found = _bare(scene, mention)
    tried = {p for m in scene.index.measures if m.role == "attempted" for p in m.parts} if found else set()
    if found and mention.unit == "count" and {part for part, _ in found} <= tried:
        return []  # of shots, whether tried or made is not told
    return found


def _bare(scene: Scene, mention: Mention) -> list[tuple[str, float]] | None:
    words = scene.words
    if mention.first is not None or mention.second is not None:
        return None
    if (told := respective(scene, mention)) is not None:
        return told
    if not event(scene.index):
        return None
    if contrasted(words, mention.i) and (last := _last(scene, mention)) is not None and not _noun(scene, mention):
        return [(part, min(near, 0.8)) for part, near in properties(scene, last)]
    if mention.unit == "fraction":
        return []  # "a third of Linz's points"
    if mention.unit != "count":
        return None
    if _other_noun(scene, mention):
        return []
    after = words[mention.j].low if mention.j < len(words) else "."
    if (sort := _sort(scene, mention)) and any(sort in m.parts for m in scene.index.measures):
        return [(sort, 0.9)]
    if after not in ALONE | ALSO | {"of"}:
        return None
    whole = _whole(scene, mention)
    if whole is not None:
        return [(part, 0.8) for part, _ in properties(scene, whole)]
    shared = after == "and" and mention.j + 1 < len(words) and words[mention.j + 1].number is not None
    if after == "of":
        return None
    start, _ = clause(scene, mention.i)
    k = mention.i - 1
    while k >= start and words[k].low in LITTLE:
        k -= 1
    verb = words[k].low if k >= 0 else ""
    scores = set(lexicon().score_parts)
    if verb in ("shot", "shooting"):
        return []  # "shot 45": percent, or none
    if verb in deeds()["scored"]:
        return [(part, 0.85) for part in lexicon().score_parts]
    own = next((e for e in reversed(scene.entities) if e.j <= mention.i), None)
    if shared and (own is None or len(joint(scene, own)) > 1):
        return None  # "12 and 14 points"
    if own is None or not (verb in deeds()["bare"] or own.j == k + 1):
        return None
    if own.j == k + 1 and own.i and words[own.i - 1].low in GAVE:
        return []  # "giving Linz nine": of what was told before
    if any(own.j <= m.i < mention.i and not m.named for m in scene.mentions):
        return None  # it goes on a list of its own
    series = _before(scene, own)
    said = [part for m in series for part in _said(scene, m)]
    if not said:
        return None
    if scores & set(said):
        return [(part, 0.75) for part in scores & set(said)]
    return [(part, 0.7) for part in said] if len(series) == 1 else []


def _before(scene: Scene, own: Entity) -> list[Mention]:
    """The numbers said of the name before this one, of the same sort."""
    stop = own.i
    for owner in reversed([e for e in scene.entities if e.j <= own.i and e.person == own.person]):
        series = [m for m in scene.mentions if owner.j <= m.i < stop and not m.named and m.unit == "count"]
        series = [m for m in series if m.first is None and m.second is None]
        stop = owner.i
        if series:
            return series
    return []


def _said(scene: Scene, mention: Mention) -> tuple[str, ...]:
    """The parts of columns' names right behind a number, or those that its verb gives it."""
    parts = next((hit.parts for hit in scene.hits if hit.parts and mention.j <= hit.i <= mention.j + 1), ())
    return parts or tuple(part for part, _ in bare(scene, mention) or ())


def _last(scene: Scene, mention: Mention) -> Mention | None:
    before = [m for m in scene.mentions if m.j <= mention.i and not m.named and m.unit == mention.unit]
    return before[-1] if before and before[-1].first is None and before[-1].second is None else None


def _noun(scene: Scene, mention: Mention) -> bool:
    """Whether what is counted stands behind a number, before the next comma."""
    stop = next((k for k in range(mention.j, len(scene.words)) if scene.words[k].raw in (",", ".", ";")), 0)
    return any(hit.parts and mention.j <= hit.i < min(stop, mention.j + 5) for hit in scene.hits)


def _sort(scene: Scene, mention: Mention) -> str:
    """The column of "three offensive" and "three of them on the offensive end"; "" where none is told."""
    low = [t.low for t in scene.words[mention.j : mention.j + 6]]
    low = low[2:] if low[:2] == ["of", "them"] else low[:1]
    low = [raw for raw in low if raw not in ("on", "the", "at", "coming")]
    return str(deeds()["sorts"].get(low[0], "")) if low else ""


def _whole(scene: Scene, mention: Mention) -> Mention | None:
    """The number of a side that this one is a part of: "four of Linz's 12 turnovers", "four of his team's nine"."""
    words = scene.words
    if mention.j >= len(words) or words[mention.j].raw != "of":
        return None
    whole = next((m for m in scene.mentions if mention.j < m.i <= mention.j + 5 and not m.named), None)
    return whole if whole is not None and words[whole.i - 1].raw in ("'s", "’s", "'") else None


def _other_noun(scene: Scene, mention: Mention) -> bool:
    """Whether right behind the number something is counted that no column holds: "15 takeaways"."""
    token = scene.words[mention.j] if mention.j < len(scene.words) else None
    if token is None or not token.raw.islower() or len(token.raw) < 4 or not token.raw.endswith("s"):
        return False
    known = any(hit.i <= mention.j < hit.j and hit.parts for hit in scene.hits)
    return not known and token.number is None and token.raw not in FUNCTION_WORDS | ADJECTIVES and token.raw != "times"


def respective(scene: Scene, mention: Mention) -> list[tuple[str, float]] | None:
    """ "45 percent and 33 percent, respectively": what the numbers before these were of, in their order."""
    start, end = clause(scene, mention.i)
    place = next((k for k in range(mention.j, end) if scene.words[k].low == "respectively"), None)
    if place is None or not event(scene.index):
        return None
    numbers = [m for m in scene.mentions if not m.named and m.unit == mention.unit and m.j <= place]
    own = [m for m in numbers if m.i >= start][-2:]
    if len(own) != 2 or mention not in own or own[1].i - own[0].j > 3:
        return None
    if any(hit.parts and own[1].j <= hit.i < place for hit in scene.hits):
        return None  # "from the field and from three, respectively"
    earlier = [m for m in numbers if m.j <= own[0].i][-2:]
    if len(earlier) != 2:
        return []
    return properties(scene, earlier[own.index(mention)])
