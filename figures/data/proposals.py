"""Every derivation that a number could be of: of the tables of a game, or of any others."""

from __future__ import annotations

from msgspec import structs

from figures.data import scope
from figures.data.aggregates import changed, compared, computed, counts
from figures.data.candidates import Candidate, Scene, attributive, cells, clause, elsewhere
from figures.data.compose import composed, unnamed
from figures.data.event import event
from figures.data.former import together
from figures.data.kinds import at_times, dated, of_a_kind
from figures.data.mentions import Mention
from figures.data.pairs import paired
from figures.data.parts import of_part, part
from figures.data.ranks import counted_over, feat, ranked, thresholds
from figures.data.runs import bounded
from figures.data.shares import shares
from figures.data.shots import shots
from figures.data.spell import Spell
from figures.data.squads import squad
from figures.data.strangers import of_stranger
from figures.data.twice import ITSELF
from figures.data.when import clock
from figures.lexicon.english import ADJECTIVES

MORE = frozenset("fewer better later earlier lower".split())


def candidates(scene: Scene, mention: Mention) -> list[Candidate]:
    """Every derivation that the words allow, the best first."""
    if mention.unit == "feat":
        return feat(scene, mention)
    if mention.named:
        return []
    if event(scene.index):
        found = [] if of_stranger(scene, mention) else of_game(scene, mention)
    else:
        found = unnamed(scene, mention) if of_stranger(scene, mention) else of_tables(scene, mention)
    best: dict[Spell, Candidate] = {}
    for candidate in found:
        if candidate.spell not in best or best[candidate.spell].score < candidate.score:
            best[candidate.spell] = candidate
    for entity in scene.entities:
        if entity.turned and entity.i < mention.i:
            for spell, candidate in best.items():
                if spell.where == entity.where.get(spell.table):
                    best[spell] = structs.replace(candidate, told=ITSELF)
    return sorted(best.values(), key=lambda c: (-c.score, c.spell.table, c.spell.columns))


def of_tables(scene: Scene, mention: Mention) -> list[Candidate]:
    """Those of tables that are no game."""
    if (both := together(scene, mention)) is not None:
        return both
    if elsewhere(scene, mention):
        return unnamed(scene, mention)
    paired_ = mention.second is not None or mention.first is not None
    if (not paired_ and scope.set_apart(scene, mention)) or attributive(scene, mention):
        return []
    if paired_:
        return paired(scene, mention)
    return ranked(scene, mention) if mention.unit == "ordinal" else composed(scene, mention)


def of_game(scene: Scene, mention: Mention) -> list[Candidate]:
    """Those of the two sides of a game and of who played for them."""
    if dated(scene, mention):
        return []
    if found := bounded(scene, mention):
        return found
    if (both := together(scene, mention)) is not None:
        return both
    if elsewhere(scene, mention):
        return []
    alone = mention.second is None and mention.first is None
    if (alone and scope.set_apart(scene, mention)) or attributive(scene, mention):
        return []
    if clock(scene, mention) or of_a_kind(scene, mention) or at_times(scene, mention):
        return []
    pieces = part(scene, mention) if alone and mention.unit == "count" else None
    if (some := squad(scene, mention)) is not None:
        return some if pieces is None else []
    if pieces is None and (tried := shots(scene, mention)) is not None:
        return tried
    if not alone:
        return paired(scene, mention)
    if mention.unit == "ordinal":
        return ranked(scene, mention)
    if thresholds(scene, mention):
        return []
    if (pieces := part(scene, mention)) is not None:
        return of_part(scene, mention, pieces)
    found = counted_over(scene, mention) or _cells_or_more(scene, mention)
    # how many play is told by no table: rows are of those who could
    return [c for c in found if c.spell.kind != "count" or _least(c) or _two(scene, mention, c)]


def _cells_or_more(scene: Scene, mention: Mention) -> list[Candidate]:
    """What two rows are compared by; else the cell of a row that the sentence names; else what is computed of many."""
    if mention.unit == "multiple":
        return compared(scene, mention, "ratio")
    two = changed(scene, mention) if mention.unit == "percent" else compared(scene, mention, "difference")
    if two or _more_than(scene, mention):
        return two
    if mention.i and any(t.low == "by" for t in scene.words[max(0, mention.i - 4) : mention.i]):
        start, _ = clause(scene, mention.i)
        if any(t.raw == "than" or _comparative(t.raw) for t in scene.words[start : mention.i]):
            return []  # "lower than the others by 15": a difference of things that were not made out
    if scope.counts_rows(scene, mention):
        return counts(scene, mention) if mention.unit == "count" else shares(scene, mention)
    if scope.threshold(scene, mention):
        return []
    one = cells(scene, mention)
    if one and scene.entities and any(c.spell.kind == "cell" for c in one):
        return one
    return computed(scene, mention) or one


def _two(scene: Scene, mention: Mention, candidate: Candidate) -> bool:
    """Whether the sides themselves are counted: "two teams that go in opposite directions"."""
    noun = scene.words[mention.j].stem if mention.j < len(scene.words) else ""
    return noun in scene.index.nouns[candidate.spell.table][0] and scene.index.tables[candidate.spell.table].count == 2


def _least(candidate: Candidate) -> bool:
    return any(where.op == ">=" for where in candidate.spell.where)


def _more_than(scene: Scene, mention: Mention) -> bool:
    """Whether a number says by how much one is more than another, whoever that is: "four more points than"."""
    after = [t.low for t in scene.words[mention.j : mention.j + 5]]
    return after[:1] in (["more"], ["fewer"], ["less"]) and "than" in after


def _comparative(word: str) -> bool:
    """ "lower", "older"; not "player" and no name."""
    return word.endswith("er") and (word in MORE or any(word[:-n] in ADJECTIVES for n in (1, 2, 3)))
