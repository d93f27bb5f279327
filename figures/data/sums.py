"""Sums and averages over several games, and games won over a season: what this game and the record bound."""

from __future__ import annotations

from fractions import Fraction

from figures.data.candidates import Candidate, Scene, clause, fitting, properties
from figures.data.entities import GROUP, PERSON, Entity, unique
from figures.data.event import event, linked, side, vocabulary, won
from figures.data.mentions import Mention
from figures.data.runs import feat_alone, nouns, perfect, raws, running, stems, told_before, whom
from figures.data.spell import Spell, value
from figures.interval import Exact, Interval
from figures.lexicon.english import VERBS

INCLUDED = "at least {}, which these games include"
AVERAGED = "a total of at least {}, which these games include"
SEASON = "at most {}"


def total(scene: Scene, mention: Mention) -> list[Candidate]:
    """ "has combined for 54 points over his last two games": at least this game's, and an average at least half."""
    vocab = vocabulary()
    start, end = clause(scene, mention.i)
    before = [t.low for t in scene.words[start : mention.i]]
    verb = next((k for k in range(len(before) - 1, -1, -1) if before[k] in vocab["combined"] | vocab["averaged"]), None)
    games = _games(scene, mention)
    counter = before[-1:] and before[-1] in vocab["last"]
    if (
        mention.unit != "count"
        or counter
        or games is None
        or verb is None
        or set(before[verb + 1 :]) & (PERSON | GROUP)
    ):
        return []
    if any(start + verb < e.i < mention.i for e in scene.entities):
        return []
    if any(VERBS.get(word, ("", "base"))[1] in ("past", "participle", "ing") for word in before[verb + 1 :]):
        return []  # "has allowed 20 points"
    if "by" in before[max(0, verb - 2) : verb]:
        return []  # "won four straight by an average of 12 points"
    mean = before[verb] in vocab["averaged"]
    upto = any(map(perfect, before[: verb + 1])) or before[verb] in ("combining", "averaging")
    if not upto or told_before(scene, start, mention.j, end):
        return []
    top = most(mention)
    who = whom(scene, mention)
    if top is None or who is None or (mean and games < 1):
        return []
    found = []
    for part, near in properties(scene, mention):
        for measure in fitting(scene, mention, part, None):
            if not unique(scene.index, who, measure.table) or not linked(scene.index, measure.table):
                continue
            column = scene.index.tables[measure.table].columns[measure.column]
            if near < 0.82 or measure.role == "share" or any(v < 0 for v in column.values if v is not None):  # type: ignore[operator]
                continue
            spell = Spell("cell", measure.table, (measure.column,), who.where[measure.table])
            within = Interval(None, top.hi * games if mean and top.hi is not None else top.hi)
            told = AVERAGED if mean else INCLUDED
            found.append(Candidate(spell, near, (measure.column, "entity"), within=within, told=told))
    return found


def most(mention: Mention) -> Interval | None:
    """What a number says at most, read as a round one where it may be; None where it says nothing of that."""
    from figures.meaning import rounded, stated

    if mention.quantity is None:
        return Interval(None, mention.value if mention.step == 1 else mention.value + Fraction(mention.step) / 2)
    highest = [i.hi for i in (stated(mention.quantity), rounded(mention.quantity)) if i is not None]
    tops = [top for top in highest if top is not None]
    return Interval(None, max(tops)) if len(tops) == len(highest) else None


def _games(scene: Scene, mention: Mention) -> Exact | None:
    """Over how many games a number is told; 0 where they are not counted, None where no stretch of games is told."""
    words, vocab = scene.words, vocabulary()
    start, end = clause(scene, mention.i)
    found: Exact | None = None
    for k in range(end):
        low = words[k].low
        if k >= start and low in vocab["last"] and k + 2 < len(words):
            number = words[k + 1].number
            if number is not None and any(t.stem in stems("games") for t in words[k + 2 : k + 5]):
                return None if raws(scene, k, k + 4) & vocab["partial"] else number
        if low in vocab["stretches"] and k and words[k - 1].low in ("that", "this", "the") and k > mention.j:
            found = found or 0
    for other in scene.mentions:
        if other is mention or other.i > mention.i or other.unit not in ("ordinal", "count"):
            continue
        stretch = [t.low for t in words[other.j : other.j + 5]]
        if running(scene, other) and not feat_alone(scene, other):
            return other.value
        if stretch[:2] == ["-", "game"] and set(stretch[2:]) & vocab["stretches"]:
            return other.value
    return found


def lately(scene: Scene, mention: Mention) -> list[Candidate]:
    """ "have lost four of their last five games": no more than over the whole season, where that is as long."""
    words = scene.words
    start, _ = clause(scene, mention.i)
    before = raws(scene, max(start, mention.i - 3), mention.i)
    after = [t.low for t in words[mention.j : mention.j + 4]]
    games = next((t.number for t in words[mention.j + 2 : mention.j + 5] if t.number is not None), None)
    lost, gained = before & {"lost", "dropped", "losers"}, before & {"won", "winners", "taken"}
    if after[:1] != ["of"] or not set(after) & vocabulary()["last"] or games is None or bool(lost) == bool(gained):
        return []
    who = whom(scene, mention)
    team = side(scene, who) if who is not None and mention.unit == "count" else None
    return within_season(scene, team, mention.value, games, "lost" if lost else "won") if team is not None else []


def within_season(scene: Scene, team: Entity, number: Exact, games: Exact, kind: str) -> list[Candidate]:
    """At most the games won or lost of a side, where the games spoken of are all of this season."""
    main = event(scene.index)
    held = _record(scene, main)
    where = team.where[main]
    played = Spell("cell", main, (*held["won"], *held["lost"], *held["ties"]), where)
    of_all = value(played, scene.index.tables) if held["won"] and held["lost"] else None
    if of_all is None or isinstance(of_all, str) or of_all < games:
        return []
    spell = Spell("cell", main, held[kind], where)
    return [Candidate(spell, 0.8, (*held[kind], "entity"), within=Interval(number, None), told=SEASON)]


def season(scene: Scene, mention: Mention) -> list[Candidate]:
    """ "only seven road wins in 17 games": no more than the record over the whole season, nor the games."""
    main = event(scene.index)
    words, vocab = scene.words, vocabulary()
    start, end = clause(scene, mention.i)
    counted = _counted(scene, mention)
    earlier = next((m for m in scene.mentions if m.j <= mention.i and not m.named and _counted(scene, m)), None)
    if not counted and earlier is None:
        return []
    near = raws(scene, start, end)
    if near & (vocab["earlier"] - vocab["told"] - {"came", "checked", "entered", "entering", "coming", "had", "until"}):
        return []
    if near & vocab["last"] or (near & vocab["running"]) or not (near & nouns("season") or {"games"} & near):
        return []
    who = whom(scene, mention, _behind(scene, mention)) if counted else whom(scene, earlier) if earlier else None
    team = side(scene, who) if who is not None else None
    if team is None or mention.unit not in ("count", "ordinal"):
        return []
    held = _record(scene, main)
    if counted:
        columns = held.get(counted, ())
    else:
        assert earlier is not None
        between = [t.low for t in words[earlier.j : mention.i]]
        games = mention.j < len(words) and words[mention.j].low in ("games", "tries", "attempts", "contests")
        if len(between) > 4 or between[-1:] not in (["in"], ["of"], ["from"]) or not games:
            return []
        columns = (*held.get("won", ()), *held.get("lost", ()), *held.get("ties", ()))
        if not held.get("won") or not held.get("lost"):
            return []
    if not columns:
        return []
    spell = Spell("cell", main, columns, team.where[main])
    others = vocab["partial"] | vocab["earlier"] - vocab["told"]
    latest = mention.unit == "ordinal" and near & nouns("season") and not near & others
    today = won(scene.index, team, lost=counted == "lost") if latest else None
    if today is not None and value(today, scene.index.tables) == 1:
        return [Candidate(spell, 0.8, (*columns, "entity"))]  # "its 12th win of the season": this one
    return [Candidate(spell, 0.8, (*columns, "entity"), within=Interval(mention.value, None), told=SEASON)]


def _counted(scene: Scene, mention: Mention) -> str:
    """Whether a number counts games that were won or lost: "seven road wins", "their eighth defeat"; else ""."""
    words, vocab = scene.words, vocabulary()
    if mention.unit not in ("count", "ordinal"):
        return ""
    for k in range(mention.j, min(len(words), mention.j + 3)):
        low = words[k].low
        behind = words[k + 1].low if k + 1 < len(words) else ""
        if words[k].stem in ("win", "victory") or words[k].stem in ("loss", "defeat"):
            if behind in ("away", "shy", "short", "more", "behind", "ahead", "back", "streak", "above", "below"):
                return ""
            return "won" if words[k].stem in ("win", "victory") else "lost"
        if low not in vocab["partial"]:
            break
    before = {t.low for t in words[max(0, mention.i - 2) : mention.i]}
    games = words[mention.j].low in nouns("games") if mention.j < len(words) else False
    if mention.unit == "count" and games and before & {"won", "lost"}:  # "have won 13 games this season"
        return "won" if "won" in before else "lost"
    return ""


def _behind(scene: Scene, mention: Mention) -> int:
    """Where the words end that tell which games a number counts: "33rd loss of the season"."""
    low = [t.low for t in scene.words[mention.j : mention.j + 6]]
    noun = next((k for k, raw in enumerate(low) if raw in vocabulary()["won"] | vocabulary()["lost"]), 0)
    more = 3 if low[noun + 1 : noun + 3] == ["of", "the"] else 2 if low[noun + 1 : noun + 2] == ["this"] else 0
    return mention.j + noun + 1 + more


def _record(scene: Scene, main: str) -> dict[str, tuple[str, ...]]:
    """The columns of games won, lost and neither."""
    kinds = {"won": {"wins", "w", "won"}, "lost": {"losses", "l", "lost"}, "ties": set(vocabulary()["ties"])}
    own = [m for m in scene.index.measures if m.table == main and not m.role and len(m.parts) == 1]
    return {kind: tuple(m.column for m in own if m.parts & names) for kind, names in kinds.items()}
