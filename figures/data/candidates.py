"""What a number could be: cells and computed values, scored by how well their words fit, never by their values."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct, field

from figures.data.entities import Entity, Memory, about, unique
from figures.data.event import event, periods, side
from figures.data.index import Hit, Index, Measure
from figures.data.mentions import Mention
from figures.data.spell import Spell, Where, count
from figures.data.words import Token, lexicon
from figures.interval import Interval

if TYPE_CHECKING:
    from figures.data.choice import Choice
    from figures.data.clauses import Frame

GAMES = frozenset("game match outing contest start appearance".split())
AGO = frozenset({"last", "past", "previous"})
REACH = 9  # tokens to the right of a number in which its property may be named
BESIDE = frozenset("led lead leading by deficit tie point".split())  # of leads and ties; no other time is told
NEAR = 6
DIVIDING = frozenset({",", ";", "while", "but", "whereas", "although"})
BREAKS = frozenset({",", ";", ".", "(", ")", "while", "but", "whereas", "although"})


class Candidate(Struct, frozen=True, gc=False):
    """A derivation, how well the words fit (0 to 1), and what of it the text names.

    With ``within`` the number does not say the derived value but where that lies, and ``told`` says why ("at least {},
    which these games include").
    """

    spell: Spell
    score: float
    named: tuple[str, ...] = ()
    within: Interval | None = None
    told: str = ""
    others: tuple[Spell, ...] = ()  # the same of other wholes, that the words allow as well


class Scene(Struct):
    """One sentence and what was found in it."""

    index: Index
    words: list[Token]
    hits: list[Hit]
    entities: list[Entity]
    mentions: list[Mention]
    memory: Memory
    near: dict[tuple[int, int | None], list[tuple[str, float]]] = field(default_factory=dict)  # see ``properties``
    breaks: list[int] = field(default_factory=list)  # tokens that end a clause, -1 and the end included
    frames: dict[int, Frame] = field(default_factory=dict)  # of each number by its first token, see ``clauses.frame``
    applied: dict[tuple[int, str], tuple[list[Choice], list[Choice]]] = field(default_factory=dict)
    limits: frozenset[int] | None = None  # tokens of choices that hold a number, see ``choices.is_bound``
    spoken: dict[tuple[str, str], dict[str, list[int]]] | None = None  # see ``spoken.spoken``
    chosen: dict[str, list[Choice]] = field(default_factory=dict)  # of each table, see ``choices``
    pointing: dict[int, bool] = field(default_factory=dict)  # of each number, see ``selection.points_back``
    said: frozenset[str] = frozenset()  # its words in small letters
    stems: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self.said = frozenset([token.low for token in self.words])
        self.stems = frozenset([token.stem for token in self.words])


def elsewhere(scene: Scene, mention: Mention) -> bool:
    """Whether the clause speaks of other times than the rows do ("over his last two games")."""
    if mention.second is not None or mention.first is not None:
        return False
    phrases = lexicon().elsewhere
    if phrases.keys().isdisjoint(scene.stems) and AGO.isdisjoint(scene.stems):
        return False
    start, end = clause(scene, mention.i)
    end = next((k for k in range(mention.j, end - 2) if _apposition(scene.words, k)), end)
    places = [k for k in range(start, end) if scene.words[k].raw not in ("-", "'")]
    stems = [scene.words[k].stem for k in places]
    numerals = {token.stem for token in scene.words[start:end] if token.number is not None}
    for k, stem in enumerate(stems):
        if stem in AGO and set(stems[k + 1 : k + 2]) & numerals and set(stems[k + 2 : k + 4]) & GAMES:
            return True
        for wanted in phrases.get(stem, ()):
            if stem == "career" and k and stems[k - 1] == "a" and stems[k + 1 : k + 2] == ["high"]:
                continue  # "a career-high 31 points" are this game's
            if stem in BESIDE and not mention.i - NEAR <= places[k] <= mention.j + NEAR:
                continue  # "scored 30 points in the first quarter and led by as many as 12"
            if tuple(stems[k : k + len(wanted)]) == wanted and " ".join(wanted) not in scene.index.names:
                return True
    return False


def attributive(scene: Scene, mention: Mention) -> bool:
    """Whether a number is that of a thing and not of its subject: "a two-game streak", "her 15th 20-point game"."""
    words = scene.words
    if mention.i and words[mention.i - 1].raw == "by" and mention.unit == "count" and event(scene.index):
        return True  # "won by eight": how far two are apart
    after = words[mention.j : mention.j + 8]
    if after and after[0].raw in ("more", "fewer", "less") and not {"than", "of"} & {t.raw for t in after}:
        return True  # "12 fewer turnovers": than whom is not said
    if mention.j + 1 >= len(words) or words[mention.j].raw != "-":
        return False
    counted = mention.i > 0 and words[mention.i - 1].ordinal
    return counted or (words[mention.j + 1].stem in ("game", "match") and "game" not in scene.index.names)


def _apposition(words: Sequence[Token], at: int) -> bool:
    """Whether this begins what a game was beside that: "had 12 points, his third straight game with ten"."""
    owner = words[at].raw in (",", "for") and words[at + 1].low in ("his", "her", "their", "its", "the")
    return owner and words[at + 2].ordinal


def clause(scene: Scene, at: int) -> tuple[int, int]:
    """Tokens of the clause around a number: between conjunctions that begin another one."""
    if not scene.breaks:
        words = scene.words
        marks = [k for k, token in enumerate(words) if token.low in DIVIDING]
        scene.breaks += [-1, *(k for k in marks if _ends(words, k) or _anew(scene, k)), len(words)]
    after = bisect_left(scene.breaks, at)
    return scene.breaks[after - 1] + 1, scene.breaks[after]


def _anew(scene: Scene, at: int) -> bool:
    """Whether a comma and "and" begin a clause with a subject of its own: ", and the Otters had".

    In reports of games, ", and he has" and ", yet managed" begin one too.
    """
    words = scene.words
    joint = words[at + 1].low if words[at].raw == "," and at + 1 < len(words) else ""
    if joint in ("yet", "though"):
        return bool(event(scene.index))
    if joint != "and":
        return False
    if at + 3 < len(words) and words[at + 2].low in ("he", "she", "they", "it") and event(scene.index):
        return True
    after = next((e for e in scene.entities if at + 2 <= e.i <= at + 4), None)
    return after is not None and after.j < len(words) and words[after.j].raw.isalpha()


def _ends(words: Sequence[Token], at: int) -> bool:
    raw = words[at].low
    if raw in DIVIDING and raw != ",":
        return True
    after = words[at + 1].low if raw == "," and at + 1 < len(words) else ""
    return after in ("who", "which", "as", "where", "while", "yet", "though")


def properties(scene: Scene, mention: Mention, end: int | None = None) -> list[tuple[str, float]]:
    """Parts of column names that the number may be a value of, with how near they stand."""
    key = (mention.i, end)
    if key not in scene.near:
        scene.near[key] = _properties(scene, mention, end)
    return scene.near[key]


def _properties(scene: Scene, mention: Mention, end: int | None) -> list[tuple[str, float]]:
    from figures.data.bare import bare

    if end is None and (told := bare(scene, mention)) is not None:
        return told
    words = scene.words
    right = mention.j if end is None else end
    taken = {k for m in scene.mentions if not m.named and m is not mention for k in range(m.i, m.j)}
    found: list[tuple[str, float]] = []
    if words[right : right + 1] and words[right].low in ("percent", "%"):
        right += words[right + 1 : right + 2] != [] and words[right + 1].raw == "("  # 45 percent (37-82) from the field
    if right < len(words) and words[right].raw == "(":  # shot 7-24 (29 percent) from the field
        close = next((k for k in range(right, min(len(words), right + 9)) if words[k].raw == ")"), right - 1)
        right = close + 1
    stop = min(len(words), right + REACH)
    for k in range(right, stop):
        if k in taken or (words[k].low in BREAKS and (k > right or words[k].raw != ",")):
            stop = k
            break
    for hit in scene.hits:
        if hit.parts and right <= hit.i < stop:
            score = 1.0 - 0.04 * (hit.i - right)
            found += [(part, score) for part in hit.parts]
    if not found and mention.first is None and mention.second is None:
        found = _shared(scene, mention, right)
    if not found and not (end is None and mention.first is not None):
        found = _carried(scene, mention, right)
        if found:
            return found
    if not found and (near := relative(scene, mention)):
        return near
    if not found and (split := respectively(scene, mention)):
        return [(hit.parts[0], 0.7) for hit in scene.hits if hit.i == split[0] and hit.parts][:1]
    left = mention.i if mention.first is None else scene.mentions[mention.first].i
    low = max(0, left - REACH)
    for k in range(left - 1, low - 1, -1):
        if k in taken or words[k].low in (";", ".", ")", "while", "but", "whereas"):
            low = k + 1
            break
    used = {m.j for m in scene.mentions if not m.named and m.second is None} - {mention.j}  # nouns of other numbers
    for hit in reversed(scene.hits):
        if hit.parts and low <= hit.i and hit.j <= left and hit.i not in used:
            score = 0.8 - 0.03 * (left - hit.j)
            found += [(part, score) for part in hit.parts]
    if not found:
        start, finish = clause(scene, mention.i)
        found = [
            (part, 0.45)
            for hit in scene.hits
            if hit.parts and start <= hit.i and hit.j <= finish and hit.i not in used
            for part in hit.parts
        ]
    return found


def relative(scene: Scene, mention: Mention) -> list[tuple[str, float]]:
    """ "weak from long range, where they hit 42 percent": the property right before the "where"."""
    words = scene.words
    for k in range(mention.i - 1, max(0, mention.i - REACH), -1):
        if words[k].low == "where" and k > 1:
            end = k - 1 if words[k - 1].raw == "," else k
            return [(part, 0.85) for hit in scene.hits if hit.j == end for part in hit.parts]
        if words[k].raw in BREAKS:
            break
    return []


def respectively(scene: Scene, mention: Mention) -> tuple[int, int] | None:
    """ "the male-to-female split is 51 percent to 49 percent": the words in the same place of their pair."""
    words = scene.words
    numbers = [m for m in scene.mentions if not m.named] if "to" in scene.said else []
    at = next((k for k, m in enumerate(numbers) if m is mention), -1)
    for one, two in ((at - 1, at), (at, at + 1)):
        if one < 0 or two >= len(numbers):
            continue
        between = {t.low for t in words[numbers[one].j : numbers[two].i]}
        if "to" not in between or not between <= {"to", "percent", "%"}:
            continue
        named = [hit for hit in scene.hits if hit.parts and hit.j <= numbers[one].i]
        for first, second in pairwise(named):
            joined = {t.low for t in words[first.j : second.i]}
            if "to" in joined and joined <= {"to", "-"}:
                return ((first if one == at else second).i, (first if one == at else second).j)
    return None


def _shared(scene: Scene, mention: Mention, right: int) -> list[tuple[str, float]]:
    """ "310 and 275 orders": the noun behind the second is the first one's too."""
    words = scene.words
    later = next((m for m in scene.mentions if m.i >= right and not m.named), None)
    if later is None or later.i != right + 1 or words[right].low not in ("and", "or"):
        return []
    hits = [hit for hit in scene.hits if hit.parts and hit.i == later.j]
    return [(part, 0.9) for hit in hits for part in hit.parts] if later.unit == mention.unit else []


def _carried(scene: Scene, mention: Mention, right: int) -> list[tuple[str, float]]:
    """ "forced 14 turnovers, with 12 of their own": the property of the number before, where this one has none."""
    after = [token.low for token in scene.words[right : right + 4]]
    after = after[1:] if after[:1] in (["percent"], ["%"]) else after[:3]
    before = [m for m in scene.mentions if m.j <= mention.i and not m.named]
    own = after[:1] == ["of"] and after[2:] == ["own"]
    if not own:
        bare = not after or after[0] in (".", ",", ";", "and", "while", "but")
        last = before[-1] if before else None
        if not bare or last is None or last.unit != mention.unit or last.second is not None or last.first is not None:
            return []
        if not any(last.j <= e.i < mention.i for e in scene.entities):
            return []
        between = [hit for hit in scene.hits if hit.parts and last.j <= hit.i and hit.j <= mention.i]
        if not between or between[-1].j - last.j > 7:
            return []
    return [(part, min(near, 0.7)) for part, near in properties(scene, before[-1])] if before else []


def fitting(scene: Scene, mention: Mention, part: str, role: str | None) -> list[Measure]:
    """The columns of a part whose other parts stand in the clause too; of two, the one with more parts."""
    commas = [k for k, token in enumerate(scene.words) if token.raw == ","] if "," in scene.said else []
    later = next((k for k in commas if k >= mention.j and _anew(scene, k)), len(scene.words))
    earlier = next((k for k in reversed(commas) if k < mention.i and _anew(scene, k)), -1)
    said = {p for hit in scene.hits if earlier < hit.i < later for p in hit.parts} - _parts_of_games(scene)
    wanted = ("share",) if mention.unit == "percent" and role is None else (role or "",)
    found = [m for m in scene.index.measures if part in m.parts and m.role in wanted and m.parts <= said | {part}]
    if not found and mention.unit in ("count", "currency") and role is None:
        found = [m for m in scene.index.measures if part in m.parts and m.role == "made" and m.parts <= said | {part}]
    most = {t: max(len(m.parts) for m in found if m.table == t) for t in {m.table for m in found}}
    return [m for m in found if len(m.parts) == most[m.table]]


def _parts_of_games(scene: Scene) -> set[str]:
    """The names of quarters and halves, where the tables are of one game: ``parts`` and ``leads`` read these."""
    main = event(scene.index)
    if not main or not periods(scene.index, scene.index.tables[main]):
        return set()
    from figures.data.parts import pieces_only

    return pieces_only(scene)


def cells(scene: Scene, mention: Mention, end: int | None = None, role: str | None = None) -> list[Candidate]:
    """One row and one column."""
    from figures.data import scope

    found: list[Candidate] = []
    stop = min([m.i for m in scene.mentions if m.i >= mention.j and not m.named], default=None)
    subjects = about(scene.index, scene.entities, scene.words, mention.i, scene.memory, stop)
    if subjects and not scene.entities and scope.narrowed(scene, mention):
        return []  # of whom the sentence before was about, but at another time or place
    group = scope.joint(scene, subjects[0]) if subjects and subjects[0] in scene.entities else []
    if len(group) > 1 and group[-1].j <= mention.i:
        return scope.of_several(scene, mention, group)
    dated = [e for e in scope.periods(scene, mention) if e not in subjects[:1]]
    for part, near in properties(scene, mention, end):
        for measure in fitting(scene, mention, part, role):
            when = next((e for e in dated if measure.table in e.where), None)
            if when is not None and (both := _dated(scene, mention, subjects, when, measure.table)):
                found.append(Candidate(cell(measure, mention, both), near, (measure.column, "entity", "period")))
                continue
            for place, entity in enumerate(subjects):
                if unique(scene.index, entity, measure.table):
                    where = entity.where[measure.table]
                    score = near * (1.0 - 0.25 * place)
                    found.append(Candidate(cell(measure, mention, where), score, (measure.column, "entity")))
                if measure.table in entity.where:
                    break  # a group in the sentence goes before what an earlier one was about
    return found or summed(scene, mention, subjects, end, role)


def _dated(scene: Scene, mention: Mention, subjects: Sequence[Entity], when: Entity, table: str) -> tuple[Where, ...]:
    """The conditions of a period, and of whom the number is about beside it, where they leave one row; else ()."""
    period = when.where[table]
    for where in [*(e.where.get(table, ()) for e in subjects[:2]), ()]:
        if where and where[0].column == period[0].column:
            where = ()
        both = (*where, *period)
        if count(scene.index.tables[table], both) == 1:
            return both
    return ()


def summed(
    scene: Scene, mention: Mention, subjects: Sequence[Entity], end: int | None, role: str | None
) -> list[Candidate]:
    """The sum over the rows of a group, where no row stands for the group itself."""
    if mention.unit not in ("count", "currency") or not subjects:
        return []
    from figures.data.aggregates import conditions

    entity = subjects[0]
    if any(where.op == "in" for conditions in entity.where.values() for where in conditions):
        return []  # a short name that several share
    found = []
    from figures.data.shots import deeds

    at_once = deeds()["at_once"] if side(scene, entity) is not None else frozenset()
    for part, near in properties(scene, mention, end):
        for measure in fitting(scene, mention, part, role) if part not in at_once else ():
            if measure.table in entity.where and not unique(scene.index, entity, measure.table):
                where = conditions(scene, mention, measure.table) or entity.where[measure.table]
                if len(where) < len(entity.where[measure.table]) or side(scene, entity) is not None:
                    where = entity.where[measure.table]
                spell = Spell("sum", measure.table, (measure.column,), where)
                found.append(Candidate(spell, near * 0.85, (measure.column, "group")))
    return found


def cell(measure: Measure, mention: Mention, where: tuple[Where, ...]) -> Spell:
    """A cell; as the text writes it: a share of 0.51 as 51 percent."""
    scale = 100 if measure.fraction and mention.unit == "percent" else 1
    return Spell("cell", measure.table, (measure.column,), where, scale=scale)
