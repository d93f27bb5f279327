"""Numbers over several games, of which the one in the tables is the last: runs that end with it, sums that include it.

What the tables give of one game bounds such a number and never confirms it: a candidate with ``within`` says what the
number entails of a derived value. That goes for tables of one event only; other rows may hold totals themselves.
"""

from __future__ import annotations

from fractions import Fraction

from figures.data.candidates import Candidate, Scene, cells, clause, fitting, properties
from figures.data.entities import GROUP, PERSON, Entity, about, unique
from figures.data.event import event, linked, side, vocabulary, won
from figures.data.mentions import Mention
from figures.data.spell import Spell, value
from figures.interval import Exact, Interval

OWNERS = frozenset({"his", "her", "their", "its", "a"})
RUN = "{} in this game, with which the run would end"
LATEST = "{} in this game, which would be the latest"
INCLUDED = "at least {}, which these games include"
SEASON = "at most {}"


def bounded(scene: Scene, mention: Mention) -> list[Candidate]:
    """What a number over several games says of the one that the tables hold; [] where it says nothing."""
    from figures.data.leads import lead

    if mention.first is not None or mention.second is not None or mention.unit == "feat" or not event(scene.index):
        return []
    return lead(scene, mention) or run(scene, mention) or total(scene, mention) or season(scene, mention)


def run(scene: Scene, mention: Mention) -> list[Candidate]:
    """ "his second double-double in a row", "have now lost two straight", "a second game running over 20 points"."""
    last = _running(scene, mention)
    if not last or mention.unit not in ("ordinal", "count") or mention.value < (1 if mention.unit == "ordinal" else 2):
        return []
    start, end = clause(scene, mention.i)
    words = vocabulary()
    near = _raws(scene, start, last)
    onward = "will" in near and near & words["onward"] and near & words["streaks"]
    if not onward and (_told_before(scene, start, last, end) or not _upto_now(scene, mention, start)):
        return []
    feats = [m for m in scene.mentions if m.unit == "feat" and start <= m.i < end]
    if feats:
        return _feats(scene, mention, feats[0], last)
    lost = bool(near & words["lost"])
    if lost != bool(near & words["won"]):
        return _results(scene, mention, last, lost=lost)
    return _thresholds(scene, mention, start, end) if near & _nouns("games") else []


def _running(scene: Scene, mention: Mention) -> int:
    """Where the words end that make a number the length of a run; 0 where they do not."""
    words, vocab = scene.words, vocabulary()
    start, end = clause(scene, mention.i)
    after = [t.raw.lower() for t in words[mention.j : end]]
    plain = [k for k, raw in enumerate(after) if raw != "-"]
    if plain and after[plain[0]] in vocab["running"]:
        return min(end, mention.j + plain[min(len(plain) - 1, 2)] + 1)
    of_games = mention.unit == "count" and len(plain) > 2 and plain[0] == 1 and after[1] == "game"
    if of_games and any(after[k] in vocab["streaks"] for k in plain[1:3]):
        return mention.j + plain[2] + 1
    for k in range(min(9, len(after) - 2)):
        told = any(t.number is not None for t in words[mention.j : mention.j + k])
        if after[k : k + 3] == ["in", "a", "row"] and not told:
            return mention.j + k + 3
    before = [t.raw.lower() for t in words[start : mention.i]]
    if before[-1:] == ["to"] and set(before[-4:]) & vocab["streaks"] and set(before) & vocab["extended"]:
        return mention.j  # "extended the winning streak to four"
    if mention.unit == "ordinal" and _feat_behind(scene, mention) is not None:
        return mention.j + 3  # "his third triple-double of the season": this game's too
    return 0


def _feat_behind(scene: Scene, mention: Mention) -> Mention | None:
    return next((m for m in scene.mentions if m.unit == "feat" and 0 <= m.i - mention.j <= 1), None)


def _upto_now(scene: Scene, mention: Mention, start: int) -> bool:
    """Whether the words reach up to this game: "has won", "it was his second", "picked up its third"."""
    before = [t.raw.lower() for t in scene.words[start : mention.i]]
    if any(_perfect(raw) for raw in before) or set(before) & vocabulary()["extended"]:
        return True
    return mention.unit == "ordinal"


def _perfect(raw: str) -> bool:
    return raw in vocabulary()["perfect"] or raw.endswith(("'ve", "’ve", "'re", "’re"))


def _told_before(scene: Scene, start: int, last: int, end: int) -> bool:
    """Whether a clause is about a time before this game, or one that may come: "came in on a run of three"."""
    words = [t.raw.lower() for t in scene.words]
    vocab = vocabulary()
    for k in range(start, last):
        before = words[k - 1] if k else ""
        told = words[k] in vocab["told"] and before in ("it", "this", "that", "which")
        if words[k] in vocab["earlier"] and not told and not (words[k] == "had" and _perfect(before)):
            return True
    for k in range(last, end):
        behind = scene.words[k + 1] if k + 1 < end else None
        if words[k] in vocab["entering"] or (words[k] == "last" and (behind is None or behind.number is None)):
            return True
    return False


def _whom(scene: Scene, mention: Mention, last: int | None = None) -> Entity | None:
    """Whom a number is of; in "handed the Otters their third loss" and "the third loss for the Otters" the Otters."""
    words = scene.words
    before = words[mention.i - 1].raw.lower() if mention.i else ""
    beside = next((e for e in scene.entities if e.j == mention.i - 1), None) if before in OWNERS else None
    if last is not None:
        behind = [e for e in scene.entities if last <= e.i <= last + 2]
        beside = beside or next((e for e in behind if {"for", "by"} & _raws(scene, last - 1, e.i)), None)
    found = beside or next(iter(about(scene.index, scene.entities, words, mention.i, scene.memory)), None)
    if found is not None and found in scene.entities:
        from figures.data.scope import joint

        if len(joint(scene, found)) > 1:
            return None
    return found


def _feats(scene: Scene, mention: Mention, feat: Mention, last: int) -> list[Candidate]:
    from figures.data.ranks import reach

    who = _whom(scene, mention, last)
    found = reach(scene, [who]) if who is not None else []
    told = LATEST if _feat_alone(scene, mention) else RUN
    return [
        Candidate(c.spell, 0.8, c.named, within=Interval(feat.value, None), told=told)
        for c in found
        if linked(scene.index, c.spell.table)
    ]


def _results(scene: Scene, mention: Mention, last: int, *, lost: bool) -> list[Candidate]:
    who = _whom(scene, mention, last)
    team = side(scene, who) if who is not None else None
    spell = won(scene.index, team, lost=lost) if team is not None else None
    if spell is None:
        return []
    return [Candidate(spell, 0.8, ("rows",), within=Interval(1, None), told=RUN)]


def _thresholds(scene: Scene, mention: Mention, start: int, end: int) -> list[Candidate]:
    """ "his second straight game with at least 20 points": this game has them too."""
    others = [m for m in scene.mentions if start <= m.i < end and m is not mention and not m.named]
    if len(others) != 1 or others[0].unit not in ("count", "percent") or others[0].first or others[0].second:
        return []
    within = _asked(others[0])
    if within is None:
        return []
    found = cells(scene, others[0])[:1]
    return [
        Candidate(c.spell, 0.8, c.named, within=within, told=RUN)
        for c in found
        if c.spell.kind == "cell" and linked(scene.index, c.spell.table)
    ]


def _asked(mention: Mention) -> Interval | None:
    """What a threshold lets through: a bare number is the least."""
    quantity = mention.quantity
    bound = quantity.bound if quantity is not None else "="
    if bound in (">", ">="):
        return Interval(mention.value, None, bound == ">")
    if bound == "<":
        return Interval(None, mention.value, False, True)
    return Interval(mention.value, None) if bound == "=" and mention.step == 1 else None


def total(scene: Scene, mention: Mention) -> list[Candidate]:
    """ "has combined for 54 points over his last two games": at least this game's, and an average at least half."""
    vocab = vocabulary()
    start, end = clause(scene, mention.i)
    before = [t.raw.lower() for t in scene.words[start : mention.i]]
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
    mean = before[verb] in vocab["averaged"]
    upto = any(map(_perfect, before[: verb + 1])) or before[verb] in ("combining", "averaging")
    if not upto or _told_before(scene, start, mention.j, end):
        return []
    top = most(mention)
    who = _whom(scene, mention)
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
            found.append(Candidate(spell, near, (measure.column, "entity"), within=within, told=INCLUDED))
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
        low = words[k].raw.lower()
        if k >= start and low in vocab["last"] and k + 2 < len(words):
            number = words[k + 1].number
            if number is not None and any(t.stem in _stems("games") for t in words[k + 2 : k + 5]):
                return number
        if low in vocab["stretches"] and k and words[k - 1].raw.lower() in ("that", "this", "the") and k > mention.j:
            found = found or 0
    for other in scene.mentions:
        if other is mention or other.i > mention.i or other.unit not in ("ordinal", "count"):
            continue
        stretch = [t.raw.lower() for t in words[other.j : other.j + 5]]
        if _running(scene, other) and not _feat_alone(scene, other):
            return other.value
        if stretch[:2] == ["-", "game"] and set(stretch[2:]) & vocab["stretches"]:
            return other.value
    return found


def _feat_alone(scene: Scene, mention: Mention) -> bool:
    """Whether a feat is counted over the season and not in a run."""
    _, end = clause(scene, mention.i)
    after = {t.raw.lower() for t in scene.words[mention.j : end]}
    return not (after & vocabulary()["running"] or "row" in after)


def season(scene: Scene, mention: Mention) -> list[Candidate]:
    """ "only seven road wins in 17 games": no more than the record over the whole season, nor the games."""
    main = event(scene.index)
    words, vocab = scene.words, vocabulary()
    start, end = clause(scene, mention.i)
    counted = _counted(scene, mention)
    earlier = next((m for m in scene.mentions if m.j <= mention.i and not m.named and _counted(scene, m)), None)
    if not counted and earlier is None:
        return []
    near = _raws(scene, start, end)
    if near & (vocab["earlier"] - vocab["told"] - {"came", "checked", "entered", "entering", "coming", "had", "until"}):
        return []
    if near & vocab["last"] or (near & vocab["running"]) or not (near & _nouns("season") or {"games"} & near):
        return []
    who = _whom(scene, mention) if counted else _whom(scene, earlier) if earlier else None
    team = side(scene, who) if who is not None else None
    if team is None or mention.unit not in ("count", "ordinal"):
        return []
    held = _record(scene, main)
    if counted:
        columns = held.get(counted, ())
    else:
        assert earlier is not None
        between = [t.raw.lower() for t in words[earlier.j : mention.i]]
        games = mention.j < len(words) and words[mention.j].raw.lower() in ("games", "tries", "attempts", "contests")
        if len(between) > 4 or between[-1:] not in (["in"], ["of"], ["from"]) or not games:
            return []
        columns = (*held.get("won", ()), *held.get("lost", ()), *held.get("ties", ()))
        if not held.get("won") or not held.get("lost"):
            return []
    if not columns:
        return []
    spell = Spell("cell", main, columns, team.where[main])
    latest = mention.unit == "ordinal" and near & _nouns("season") and not near & (vocab["partial"] | vocab["earlier"])
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
        low = words[k].raw.lower()
        behind = words[k + 1].raw.lower() if k + 1 < len(words) else ""
        if words[k].stem in ("win", "victory") or words[k].stem in ("loss", "defeat"):
            if behind in ("away", "shy", "short", "more", "behind", "ahead", "back", "streak", "above", "below"):
                return ""
            return "won" if words[k].stem in ("win", "victory") else "lost"
        if low not in vocab["partial"]:
            return ""
    return ""


def _record(scene: Scene, main: str) -> dict[str, tuple[str, ...]]:
    """The columns of games won, lost and neither."""
    kinds = {"won": {"wins", "w", "won"}, "lost": {"losses", "l", "lost"}, "ties": set(vocabulary()["ties"])}
    own = [m for m in scene.index.measures if m.table == main and not m.role and len(m.parts) == 1]
    return {kind: tuple(m.column for m in own if m.parts & names) for kind, names in kinds.items()}


def _raws(scene: Scene, start: int, end: int) -> set[str]:
    return {t.raw.lower() for t in scene.words[start:end]}


def _nouns(key: str) -> set[str]:
    """The words of a list and their plurals."""
    return {form for word in vocabulary()[key] for form in (word, f"{word}s", f"{word}es")}


def _stems(key: str) -> set[str]:
    from figures.data.words import stem

    return {stem(word) for word in vocabulary()[key]}
