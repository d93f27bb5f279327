"""Shots tried, made, missed and blocked: "missed two of his six shots", "needed 21 shots", "blocked three shots"."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from figures.data.candidates import Candidate, Scene, clause
from figures.data.entities import Entity, about, unique
from figures.data.event import event
from figures.data.mentions import Mention
from figures.data.spell import Spell, Where
from figures.data.words import lexicon, phrase
from figures.lexicon import read_yaml

OWN = frozenset({"his", "her", "their", "its"})
NEAR = 6  # tokens from a verb to its number
ALL = frozenset({"all", "both", "just", "only", "a", "each", "of"})


@cache
def deeds() -> dict[str, Any]:
    """``lexicon/deeds.yaml``, read once: lists as sets, ``units`` and ``of_a_kind`` as phrases."""
    data = read_yaml(Path(__file__).parent.parent / "lexicon" / "deeds.yaml")
    units = {phrase(text): kind for text, kind in data.pop("units").items()}
    sorts = data.pop("sorts")
    kinds: dict[str, list[tuple[str, ...]]] = {}
    for text in data.pop("of_a_kind"):
        kinds.setdefault(phrase(text)[0], []).append(phrase(text))
    return {
        **{key: frozenset(words) for key, words in data.items()},
        "units": units,
        "of_a_kind": kinds,
        "sorts": sorts,
    }


def shots(scene: Scene, mention: Mention) -> list[Candidate] | None:
    """The cell of what was tried or blocked, or tries less those made; None where no shots are told."""
    if mention.unit != "count" or mention.first is not None or mention.second is not None:
        return None
    if not any(m.role == "attempted" for m in scene.index.measures) or not event(scene.index):
        return None
    words = deeds()
    verb = _verb(scene, mention)
    if verb in words["lost_ball"] and _lost(scene, mention):
        return _first(scene, mention, (("tov", ""), ("to", "")))
    if mention.unit != "count":
        return None
    if verb in words["blocked"] and any(t.stem == "shot" for t in scene.words[mention.j : mention.j + 5]):
        return _first(scene, mention, (("blk", ""),))
    whole = _owned(scene, mention)
    at = mention.j
    if whole is not None:
        noun = _noun(scene, whole.j)
        part = _part(scene, whole.j)
    else:
        if [t.low for t in scene.words[at : at + 1]] == ["of"] and _determined(scene, at + 1):
            at += 2  # "all four of his shots"
        elif scene.words[mention.i].stem == "pair":
            at += 1  # "a pair of threes"
        noun, part = _noun(scene, at), _part(scene, at)
    outer = _outer(scene, mention)
    if not noun or not part:
        return None
    if scene.words[at].low == "made":
        return of(scene, mention, part, "made")
    if outer is not None:  # the second of "two of his six shots"
        told = _verb(scene, outer)
        return of(scene, mention, part, "attempted") if told in words["made"] | words["missed"] else []
    if verb in words["missed"]:
        return missed(scene, mention, part)
    if whole is not None:
        return of(scene, mention, part, "made") if verb in words["made"] else []
    if verb in words["made"] and noun not in words["tries"]:
        return of(scene, mention, part, "made") if noun == "three" else None
    plain = noun in words["tries"] or noun == "shot"
    if verb in words["tried"] or (plain and verb not in words["made"]):
        return of(scene, mention, part, "attempted")
    return None


def _verb(scene: Scene, mention: Mention) -> str:
    """The last of the verbs that this module knows, before a number and behind the number before it."""
    words = deeds()
    known = words["made"] | words["missed"] | words["tried"] | words["blocked"] | words["lost_ball"]
    start, _ = clause(scene, mention.i)
    before = [m for m in scene.mentions if m.j <= mention.i and not m.named]
    low = max([start, mention.i - NEAR, *(m.j for m in before)])
    raws = [t.low for t in scene.words[low : mention.i]]
    found = next((raw for raw in reversed(raws) if raw in known), "")
    joined = raws[-1:] == ["and"] and before and before[-1].j == low
    if not found and joined and len(raws) <= NEAR and before[-1].first is None and before[-1].second is None:
        return _verb(scene, before[-1])  # "attempted 21 field goals and eight free throws"
    return found


def _lost(scene: Scene, mention: Mention) -> bool:
    """Whether "turned ... over" stands before a number of times."""
    after = scene.words[mention.j].low if mention.j < len(scene.words) else ""
    before = {t.low for t in scene.words[max(0, mention.i - 4) : mention.i]}
    return after in ("time", "times") and bool(before & deeds()["lost_with"])


def counts(scene: Scene) -> None:
    """Makes a count of the multiple in "turned it over six times"."""
    for mention in scene.mentions:
        if mention.unit == "multiple" and _verb(scene, mention) in deeds()["lost_ball"] and _lost(scene, mention):
            mention.unit, mention.quantity = "count", None


def _determined(scene: Scene, at: int) -> bool:
    return at < len(scene.words) and scene.words[at].low in OWN


def _owned(scene: Scene, mention: Mention) -> Mention | None:
    """The six of "two of his six shots", for the four; None where nothing like that follows."""
    words = scene.words
    if mention.j + 1 >= len(words) or words[mention.j].low != "of" or not _determined(scene, mention.j + 1):
        return None
    return next((m for m in scene.mentions if m.i == mention.j + 2 and m.unit == "count"), None)


def _outer(scene: Scene, mention: Mention) -> Mention | None:
    return next((m for m in scene.mentions if _owned(scene, m) is mention and m.unit == "count"), None)


def _noun(scene: Scene, at: int) -> str:
    """The noun for shots behind a number, as a stem: "shots", "3-point attempts"; "" where none is."""
    known = {p for m in scene.index.measures if m.role == "attempted" for p in m.parts}
    if any(hit.i == at and hit.parts and not set(hit.parts) & known for hit in scene.hits):
        return ""  # "four blocked shots"
    for k in range(
        at + (scene.words[at : at + 1] != [] and scene.words[at].raw == "made"), min(len(scene.words), at + 4)
    ):
        token = scene.words[k]
        if token.stem in deeds()["shots"] and (token.number is None or token.low == "threes"):
            if token.stem == "goal" and scene.words[k - 1].stem != "field":
                return ""
            return token.stem
        if token.raw.isalpha() and not any(hit.i <= k < hit.j and hit.parts for hit in scene.hits):
            return ""
    return ""


def _part(scene: Scene, at: int) -> str:
    """What kind of shots: the part of a column's name said behind the number, the last one before the next number."""
    known = {p for m in scene.index.measures if m.role == "attempted" for p in m.parts}
    _, end = clause(scene, at)
    stop = min([m.i for m in scene.mentions if m.i >= at and not m.named] + [end, at + NEAR + 2])
    stop = next((k for k in range(at, stop) if scene.words[k].raw in (",", ".", ";", "and", "but", "to")), stop)
    said = [p for hit in scene.hits if at <= hit.i < stop for p in hit.parts if p in known]
    if any(token.low == "threes" for token in scene.words[at : at + 2]):
        said += [p for p in known if ("three", "point") in lexicon().parts.get(p, ())]
    special = [p for p in said if p != "fg"]
    if special or said:
        return (special or said)[-1]
    return "fg" if "fg" in known else ""


def of(scene: Scene, mention: Mention, part: str, role: str, who: Entity | None = None) -> list[Candidate]:
    """The cell of one column in the row of whom the number is about; of a side, the sum over its players."""
    from figures.data.scope import joint

    if who is None:
        who = next(iter(about(scene.index, scene.entities, scene.words, mention.i, scene.memory)), None)
        if who is None or (who in scene.entities and len(joint(scene, who)) > 1):
            return []
    found = []
    for measure in scene.index.measures:
        if measure.parts != {part} or measure.role != role or measure.table not in who.where:
            continue
        where = who.where[measure.table]
        if any(w.op == "in" for w in where) and len({w.column for w in where}) == 1:
            continue
        one = unique(scene.index, who, measure.table)
        spell = Spell("cell" if one else "sum", measure.table, (measure.column,), where)
        found.append(Candidate(spell, 0.9, (measure.column, "entity")))
    return found


def _first(scene: Scene, mention: Mention, ways: tuple[tuple[str, str], ...]) -> list[Candidate]:
    return next((found for part, role in ways if (found := of(scene, mention, part, role))), [])


def missed(scene: Scene, mention: Mention, part: str) -> list[Candidate]:
    """Shots tried less shots made."""
    found = []
    for tried in of(scene, mention, part, "attempted"):
        for made in of(scene, mention, part, "made"):
            if made.spell.table == tried.spell.table and made.spell.where == tried.spell.where:
                other = Spell(made.spell.kind, made.spell.table, made.spell.columns, made.spell.where)
                if made.spell.kind == "cell":
                    spell = Spell("difference", tried.spell.table, tried.spell.columns, tried.spell.where, other=other)
                    found.append(Candidate(spell, 0.9, (*tried.named, *made.spell.columns)))
    return found


def together(scene: Scene, mention: Mention, group: list[Entity], part: str, role: str) -> list[Candidate]:
    """The sum of one column over several names."""
    found = []
    for measure in scene.index.measures:
        if measure.parts != {part} or measure.role != role:
            continue
        wheres = [e.where[measure.table] for e in group if unique(scene.index, e, measure.table)]
        columns = {where[0].column for where in wheres}
        names = tuple(v for where in wheres for v in [where[0].value] if not isinstance(v, tuple))
        if len(wheres) == len(group) == len(set(names)) and len(columns) == 1:
            spell = Spell("sum", measure.table, (measure.column,), (Where(columns.pop(), "in", names),))
            found.append(Candidate(spell, 0.9, (measure.column, "group")))
    return found
