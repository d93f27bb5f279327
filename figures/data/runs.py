"""Numbers over several games, of which the one in the tables is the last: runs that end with it, sums that include it.

What the tables give of one game bounds such a number and never confirms it: a candidate with ``within`` says what the
number entails of a derived value. That goes for tables of one event only; other rows may hold totals themselves.
"""

from __future__ import annotations

from msgspec import structs

from figures.data.candidates import Candidate, Scene, cells, clause
from figures.data.entities import Entity, about
from figures.data.event import event, linked, side, vocabulary, won
from figures.data.mentions import Mention
from figures.data.spell import value
from figures.interval import Interval
from figures.lexicon.english import VERBS

AGAINST = frozenset({"against", "versus", "vs", "over"})
OWNERS = frozenset({"his", "her", "their", "its", "a"})
RUN = "{} in this game, with which the run would end"
LATEST = "{} in this game, which would be the latest"


def bounded(scene: Scene, mention: Mention) -> list[Candidate]:
    """What a number over several games says of the one that the tables hold; [] where it says nothing."""
    from figures.data.decided import decided
    from figures.data.leads import lead, standing
    from figures.data.sums import lately, season, total

    if mention.first is not None or mention.second is not None or mention.unit == "feat" or not event(scene.index):
        return []
    ways = (standing, lead, decided, run, total, lately, season)
    return next((found for way in ways if (found := way(scene, mention))), [])


def run(scene: Scene, mention: Mention) -> list[Candidate]:
    """ "his second double-double in a row", "have now lost two straight", "a second game running over 20 points"."""
    last = running(scene, mention)
    if not last or mention.unit not in ("ordinal", "count") or mention.value < (1 if mention.unit == "ordinal" else 2):
        return []
    start, end = clause(scene, mention.i)
    words = vocabulary()
    if _others_only(scene, mention, last):
        return []
    near = raws(scene, start, last)
    onward = "will" in near and near & words["onward"] and near & words["streaks"]
    if not onward and (told_before(scene, start, last, end) or not _upto_now(scene, mention, start)):
        return []
    feats = [m for m in scene.mentions if m.unit == "feat" and start <= m.i < end]
    if feats:
        return _feats(scene, mention, feats[0], last) if 0 <= feats[0].i - mention.j <= 1 else []
    told = [k for k in range(start, last) if scene.words[k].low in words["won"] | words["lost"]]
    if told:
        nearest = min(told, key=lambda k: abs(k - mention.i))
        return _results(scene, mention, last, lost=scene.words[nearest].low in words["lost"])
    return _thresholds(scene, mention, start, end) if near & nouns("games") else []


def _others_only(scene: Scene, mention: Mention, last: int) -> bool:
    """Whether a run is of games of one kind, that this one need not be: at home, seasons, against somebody else."""
    vocab, words = vocabulary(), scene.words
    kind = raws(scene, mention.j, last + 3) - ({"at"} if "least" in raws(scene, last, last + 3) else set())
    if raws(scene, mention.j, last + 1) & vocab["longer"] or kind & vocab["partial"]:
        return True
    return any(
        words[k].low in AGAINST and not any(k < e.i <= k + 2 for e in scene.entities)
        for k in range(last, min(len(words), last + 3))
    )


def running(scene: Scene, mention: Mention) -> int:
    """Where the words end that make a number the length of a run; 0 where they do not."""
    words, vocab = scene.words, vocabulary()
    start, end = clause(scene, mention.i)
    after = [t.low for t in words[mention.j : end]]
    plain = [k for k, raw in enumerate(after) if raw != "-"]
    if plain and after[plain[0]] in vocab["running"]:
        counted = nouns("games") | vocab["won"] | vocab["lost"] | vocab["partial"]
        rest = next((k for k in range(plain[0] + 1, len(after)) if after[k] not in counted), len(after))
        return mention.j + rest
    of_games = mention.unit == "count" and len(plain) > 2 and plain[0] == 1 and after[1] == "game"
    if of_games and any(after[k] in vocab["streaks"] for k in plain[1:3]):
        return mention.j + plain[2] + 1
    for k in range(min(9, len(after) - 2)):
        told = any(t.number is not None for t in words[mention.j : mention.j + k])
        if after[k : k + 3] == ["in", "a", "row"] and not told:
            return mention.j + k + 3
    before = [t.low for t in words[start : mention.i]]
    if before[-1:] == ["to"] and set(before[-4:]) & vocab["streaks"] and set(before) & vocab["extended"]:
        return mention.j  # "extended the winning streak to four"
    if mention.unit == "ordinal" and _feat_behind(scene, mention) is not None:
        return mention.j + 3  # "his third triple-double of the season": this game's too
    return 0


def _feat_behind(scene: Scene, mention: Mention) -> Mention | None:
    return next((m for m in scene.mentions if m.unit == "feat" and 0 <= m.i - mention.j <= 1), None)


def _upto_now(scene: Scene, mention: Mention, start: int) -> bool:
    """Whether the words reach up to this game: "has won", "it was his second", "picked up its third"."""
    before = [t.low for t in scene.words[start : mention.i]]
    if any(perfect(raw) for raw in before) or set(before) & vocabulary()["extended"]:
        return True
    return mention.unit == "ordinal"


def perfect(raw: str) -> bool:
    return raw in vocabulary()["perfect"] or raw.endswith(("'ve", "’ve", "'re", "’re"))


def told_before(scene: Scene, start: int, last: int, end: int) -> bool:
    """Whether a clause is about a time before this game, or one that may come: "came in on a run of three"."""
    words = [t.low for t in scene.words]
    vocab = vocabulary()
    for k in range(start, last):
        before = words[k - 1] if k else ""
        told = words[k] in vocab["told"] and before in {"it", "this", "that", "which"} | vocab["won"] | vocab["lost"]
        had = words[k] == "had" and (perfect(before) or not _participle(words, k + 1))
        if words[k] in vocab["earlier"] and not told and not had:
            return True
    for k in range(last, end):
        behind = scene.words[k + 1] if k + 1 < end else None
        if words[k] in vocab["entering"] or (words[k] == "last" and (behind is None or behind.number is None)):
            return True
    return False


def _participle(words: list[str], at: int) -> bool:
    """Whether a verb follows that makes "had" a past before the past: "had already won", not "had nine points"."""
    at += at < len(words) and words[at] in ("already", "also", "just", "previously", "only", "not", "never")
    form = words[at] if at < len(words) else ""
    return form == "been" or VERBS.get(form, ("", ""))[1] in ("past", "participle") or form.endswith("ed")


def whom(scene: Scene, mention: Mention, last: int | None = None) -> Entity | None:
    """Whom a number is of; in "handed the Otters their third loss" and "the third loss for the Otters" the Otters."""
    words = scene.words
    before = words[mention.i - 1].low if mention.i else ""
    beside = next((e for e in scene.entities if e.j == mention.i - 1), None) if before in OWNERS else None
    if last is not None:
        behind = [e for e in scene.entities if last <= e.i <= last + 2]
        beside = beside or next((e for e in behind if {"for", "by"} & raws(scene, last - 1, e.i)), None)
    found = beside or next(iter(about(scene.index, scene.entities, words, mention.i, scene.memory)), None)
    if found is not None and found in scene.entities:
        from figures.data.scope import joint

        if len(joint(scene, found)) > 1:
            return None
    return found


def _feats(scene: Scene, mention: Mention, feat: Mention, last: int) -> list[Candidate]:
    from figures.data.ranks import reach

    who = whom(scene, mention, last)
    found = reach(scene, [who]) if who is not None else []
    told = LATEST if feat_alone(scene, mention) else RUN
    return [
        Candidate(c.spell, 0.8, c.named, within=Interval(feat.value, None), told=told)
        for c in found
        if linked(scene.index, c.spell.table)
    ]


def of_run(scene: Scene, feat: Mention) -> list[Candidate]:
    """The feat of "his second double-double in a row", where this game was one; where it was none, the ordinal is told.

    How many there were before stays open.
    """
    counted = next((m for m in scene.mentions if m.unit == "ordinal" and 0 <= feat.i - m.j <= 1), None)
    found = run(scene, counted) if counted is not None else []
    reached = [value(c.spell, scene.index.tables) for c in found]
    met = all(not isinstance(n, str) and n is not None and n >= feat.value for n in reached)
    return [structs.replace(c, within=None) for c in found] if met else []


def _results(scene: Scene, mention: Mention, last: int, *, lost: bool) -> list[Candidate]:
    who = whom(scene, mention, last)
    team = side(scene, who) if who is not None else None
    spell = won(scene.index, team, lost=lost) if team is not None else None
    if spell is None or team is None:
        return []
    if value(spell, scene.index.tables) == 1:
        from figures.data.sums import within_season

        return within_season(scene, team, mention.value, mention.value, "lost" if lost else "won")
    return [Candidate(spell, 0.8, ("rows",), within=Interval(1, None), told=RUN)]


def _thresholds(scene: Scene, mention: Mention, start: int, end: int) -> list[Candidate]:
    """ "his second straight game with at least 20 points": this game has them too."""
    others = [m for m in scene.mentions if start <= m.i < end and m is not mention and not m.named]
    if len(others) != 1 or others[0].unit not in ("count", "percent") or others[0].first or others[0].second:
        return []
    within = _asked(others[0])
    bare = others[0].quantity is None or others[0].quantity.bound == "="
    if within is None or (bare and others[0].i < mention.i):
        return []  # "three goals in two straight games" may be all in all
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


def feat_alone(scene: Scene, mention: Mention) -> bool:
    """Whether a feat is counted over the season and not in a run."""
    _, end = clause(scene, mention.i)
    after = {t.low for t in scene.words[mention.j : end]}
    return not (after & vocabulary()["running"] or "row" in after)


def raws(scene: Scene, start: int, end: int) -> set[str]:
    return {t.low for t in scene.words[start:end]}


def nouns(key: str) -> set[str]:
    """The words of a list and their plurals."""
    return {form for word in vocabulary()[key] for form in (word, f"{word}s", f"{word}es")}


def stems(key: str) -> set[str]:
    from figures.data.words import stem

    return {stem(word) for word in vocabulary()[key]}
