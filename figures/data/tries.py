"""Two numbers of which the first went in and the second was tried: "9-for-15", "4 of 7 from deep", "(5-8 FG)"."""

from __future__ import annotations

from figures.data.candidates import BREAKS, REACH, Candidate, Scene, clause, fitting, relative, summed
from figures.data.entities import about, unique
from figures.data.former import listed
from figures.data.mentions import Mention
from figures.data.shots import deeds, missed, of, together
from figures.data.spell import Spell
from figures.data.when import told

ROLES = ("made", "attempted")
SUMS = frozenset({"combined", "combine", "combining", "together"})


def tries(scene: Scene, first: Mention, second: Mention, half: int) -> list[Candidate]:
    """The first is what was made and the second what was attempted of the same thing; [] where it is no such pair."""
    known = {p for m in scene.index.measures if m.role == "attempted" for p in m.parts}
    part = kind(scene, first, second, known) if known else ""
    time = told(scene, first.i, second.j) if part else None
    if not part or (time is not None and not time.moment):
        return []  # no table has what was tried in a quarter
    mention, role = (first, second)[half], ROLES[half]
    start, _ = clause(scene, first.i)
    last = max([e.j for e in scene.entities if e.j <= first.i] + [start])
    before = [t.low for t in scene.words[last : first.i]]
    if SUMS & set(before):
        group = listed(scene, first.i)
        return together(scene, mention, group, part, role) if len(group) > 1 else []
    subjects = about(scene.index, scene.entities, scene.words, first.i, scene.memory)
    if half == 0 and set(before[-2:]) & deeds()["missed"] and first.joint == "of":
        return missed(scene, first, part)
    for place, who in enumerate(subjects):
        if place and not any(unique(scene.index, who, table) for table in who.where):
            continue
        found = []
        for measure in fitting(scene, mention, part, role):
            if unique(scene.index, who, measure.table):
                spell = Spell("cell", measure.table, (measure.column,), who.where[measure.table])
                found.append(Candidate(spell, 0.95 * (1 - 0.25 * place), (measure.column, "entity")))
        if found:
            return found
    own = of(scene, mention, part, role, subjects[0]) if subjects else []
    return own if len(own) == 1 else summed(scene, mention, subjects, second.j, role) if not own else []


def kind(scene: Scene, first: Mention, second: Mention, known: set[str]) -> str:
    """The part of a column's name that says what was tried; "" where none is told.

    A pair behind "went" or "was" with nothing else beside it is of all shots from the field.
    """
    words = scene.words
    right = second.j
    if right < len(words) and words[right].raw == "(":  # shot 7-24 (29 percent) from the field
        close = next((k for k in range(right, min(len(words), right + 9)) if words[k].raw == ")"), right - 1)
        right = close + 1
    share = first.i > 1 and words[first.i - 1].raw == "(" and words[first.i - 2].low in ("percent", "%")
    if share and right < len(words) and words[right].raw == ")":
        right += 1  # "36 percent (12-of-33) from beyond the arc"
    taken = [m.i for m in scene.mentions if m.i >= right and not m.named]
    stop = min([*taken, len(words), right + REACH])
    stop = next((k for k in range(right, stop) if words[k].low in BREAKS | {"and"}), stop)
    before = [t.low for t in words[max(0, first.i - 5) : first.i]]
    said = [hit for hit in scene.hits if right <= hit.i < stop and set(hit.parts) & known]
    parts = [p for hit in said for p in hit.parts if p in known]
    if words[right : right + 1] and words[right].low == "made":
        return ""  # "assisted on 27 of 40 made shots"
    if first.joint == "-" and {"outscored", "outscoring"} & {t.low for t in words[: first.i]}:
        return ""
    if first.joint == "-" and (not said or said[0].i > right + 2):
        return ""
    if "latter" in before:
        earlier = [p for hit in scene.hits if hit.j <= first.i and not hit.values for p in hit.parts if p in known]
        return earlier[-1] if earlier else ""
    if parts:
        return next((p for p in parts if p != "fg"), parts[0])
    if first.i and words[first.i - 1].raw == "(":
        owner = next((hit for hit in scene.hits if hit.j == first.i - 1), None)
        return next((p for p in owner.parts if p in known), "") if owner is not None else ""
    if (near := [p for p, _ in relative(scene, first) if p in known]) and near:
        return near[0]
    if right < len(words) and words[right].low in deeds()["overall"]:
        return "fg" if "fg" in known else ""
    bare = right >= len(words) or words[right].low in BREAKS | {"with", "for", "on", "in", "and", "en"}
    more = any(m.second is not None and m.i <= right + 2 and m.i >= right for m in scene.mentions)
    low = max([clause(scene, first.i)[0], *(m.j + 1 for m in scene.mentions if m.j <= first.i and not m.named)])
    special = [p for hit in scene.hits if low <= hit.i and hit.j <= first.i for p in hit.parts if p in known - {"fg"}]
    if bare and any(m.second is not None and m.j <= first.i for m in scene.mentions) and _others(scene, first, known):
        return ""  # "16-for-20 from the line, while Graz was 15-for-20"
    if bare and not more and "fg" in known and set(before) & deeds()["shooting"]:
        return special[-1] if special else "fg"  # "struggled from deep, going 1-for-7"
    return ""


def _others(scene: Scene, first: Mention, known: set[str]) -> bool:
    """Whether a kind of shots was told before, of somebody else."""
    own = max([e.i for e in scene.entities if e.j <= first.i], default=0)
    return any(set(hit.parts) & (known - {"fg"}) and hit.j <= own for hit in scene.hits)
