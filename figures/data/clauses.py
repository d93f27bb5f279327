"""Which words of a sentence bear on one number, and which of them name the whole that it is a part of."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from figures.data.candidates import Scene, clause
from figures.data.choices import choices, is_bound
from figures.data.mentions import Mention
from figures.data.phrases import LEADS, STOPS, opening, phrase_end, refers_back, whole_of
from figures.data.words import Token
from figures.lexicon.english import FUNCTION_WORDS, VERBS

FEW = 12
SEPARATORS = frozenset({",", ";", "and", "or", "versus", "vs", "compared", "(", ")", "against", "—", "–", ":"})


class Frame(Struct, frozen=True, gc=False):
    """Tokens that bear on a number. ``base``: those of them that name the whole, or what holds for all of it."""

    own: frozenset[int]  # between this number and its neighbours
    shared: frozenset[int]  # what goes before the first number of the clause and holds for all that follow
    lead: frozenset[int]  # what opens the sentence: "Of the 73 bans, ...", "In 2014, ..."
    base: frozenset[int]
    back: bool  # the whole is told by a word that points back: "of them", "of which", "of those"
    near: frozenset[int]  # those that stand with the number itself, between commas, and what it shares
    all: frozenset[int]  # own, shared and lead


def frame(scene: Scene, mention: Mention) -> Frame:
    """The words around a number."""
    found = scene.frames.get(mention.i)
    if found is None:
        found = scene.frames[mention.i] = _frame(scene, mention)
    return found


def _frame(scene: Scene, mention: Mention) -> Frame:
    words = scene.words
    start, end = clause(scene, mention.i)
    begin_ = opening(words)
    lead = frozenset(range(begin_)) if begin_ <= mention.i else frozenset()
    numbers = [
        m
        for m in scene.mentions
        if not m.named
        and start <= m.i < end
        and m.i >= (begin_ if lead else 0)
        and (m is mention or not (is_bound(scene, m) or _aside(scene, m, mention)))
    ]
    first = last = next((k for k, m in enumerate(numbers) if m is mention), -1)
    while first > 0 and joint(words, numbers[first - 1], numbers[first]):
        first -= 1
    while 0 <= last < len(numbers) - 1 and joint(words, numbers[last], numbers[last + 1]):
        last += 1
    low, high = max(start, begin_ if lead else 0), end
    before_ = _main_clause(scene, start, mention)
    shared: frozenset[int] = frozenset()
    bracket = _bracket(words, mention)
    if first > 0:
        begin = max(low, *(k + 1 for k in range(numbers[0].i) if words[k].raw in (":", ";", "—")), 0)
        low = _between(words, numbers[first - 1], numbers[first])
        shared = frozenset(range(begin, numbers[0].i)) - frozenset(range(low, high))
        if bracket is not None and bracket > begin:
            before = next((k for k in range(bracket - 1, begin - 1, -1) if words[k].raw in (")", ",", ";")), begin - 1)
            shared = frozenset(range(before + 1, bracket))
            low = max(low, bracket + 1)
    if 0 <= last < len(numbers) - 1:
        high = _between(words, numbers[last], numbers[last + 1])
    if bracket is not None:
        high = min(high, next((k for k in range(mention.j, end) if words[k].raw == ")"), high - 1) + 1)
    own = frozenset(range(low, high))
    if before_ is not None:
        own = frozenset(k for k in own if k > before_[1]) | frozenset(range(before_[0], start - 1))
    whole = whole_of(words, mention, high) | (lead if words[0].low in LEADS else frozenset())
    low_ = words[mention.j].low if mention.j < high else "is"
    said_in = mention.unit == "fraction" and "in" in {t.low for t in words[mention.i : mention.j]}
    if said_in and low_ not in FUNCTION_WORDS and low_ not in VERBS:
        stop = next((k for k in range(mention.j, high) if words[k].low == "own"), high)
        whole |= frozenset(range(mention.j, phrase_end(words, mention.j + 1, stop)))  # "one in six women"
    for k in sorted(own | shared) if "among" in scene.said or "for" in scene.said else ():
        if words[k].low == "among" or (words[k].low == "for" and k < mention.i):
            whole |= frozenset(range(k, phrase_end(words, k + 1, high)))
    pointing = refers_back(words, mention)
    left, right = mention.i, mention.j
    while left > low and words[left - 1].low != "to":
        if words[left - 1].raw in STOPS and any(_content(words[k]) for k in range(left, mention.i)):
            break
        if words[left - 1].raw in STOPS and (words[left - 1].raw != "," or _content_behind(words, mention, high)):
            break
        left -= 1
    while right < high and words[right].raw not in STOPS and not _purpose(words, right):
        right += 1
    near = frozenset(range(left, right)) | shared | lead
    if bracket is not None:  # what it is about stands right before it
        left = bracket
        owner = next(
            (c for t in scene.index.tables.values() for c in choices(scene, t) if max(c.core) == bracket - 1), None
        )
        while (
            left > (0 if owner is None else min(owner.core))
            and words[left - 1].raw not in STOPS
            and words[left - 1].low != "to"
        ):
            left -= 1
        near = frozenset(range(left, bracket)) | (own & frozenset(range(bracket, right)))
    return Frame(own, shared, lead, whole, pointing, near, own | shared | lead)


def _content(token: Token) -> bool:
    return token.raw[0].isalpha() and token.low not in FUNCTION_WORDS


def _content_behind(words: Sequence[Token], mention: Mention, high: int) -> bool:
    """Whether the number has words of its own behind it."""
    for k in range(mention.j, high):
        if words[k].raw in STOPS:
            return False
        if _content(words[k]) and words[k].low not in ("percent", "per", "cent"):
            return True
    return False


def _purpose(words: Sequence[Token], k: int) -> bool:
    """Whether "to" and a verb begin what something was done for: "to examine the link"."""
    return words[k].low == "to" and k + 1 < len(words) and VERBS.get(words[k + 1].low, ("", ""))[1] == "base"


def _main_clause(scene: Scene, start: int, mention: Mention) -> tuple[int, int] | None:
    """Where the clause began that a relative one interrupts before a number, and the comma that ends that:
    "horror films, which are cheap to make, earned 2 billion"."""
    words = scene.words
    if start < 2 or words[start - 1].raw != "," or words[start].low not in ("which", "who", "where"):
        return None
    comma = next((k for k in range(mention.i - 1, start, -1) if words[k].raw == ","), None)
    if comma is None or comma - start < 2 or any(start <= m.i < comma for m in scene.mentions):
        return None
    return clause(scene, start - 2)[0], comma


def _again(words: Sequence[Token], one: Mention, two: Mention) -> bool:
    """Whether two numbers say one thing: "53 schools, or 26 percent, offer none"."""
    first, second = (one, two) if one.i < two.i else (two, one)
    between = [t.low for t in words[first.j : second.i]]
    return between[-2:] == [",", "or"] and len(between) <= 6


def _year(words: Sequence[Token], mention: Mention) -> bool:
    raw = words[mention.i].raw
    return mention.unit == "count" and len(raw) == 4 and raw.isdigit() and 1800 <= int(raw) <= 2100


def _aside(scene: Scene, one: Mention, mention: Mention) -> bool:
    """Whether another number of the clause takes no words from one."""
    words = scene.words
    return _year(words, one) or _again(words, one, mention) or _quarter(words, one) or _definite(scene, one, mention)


def _definite(scene: Scene, one: Mention, mention: Mention) -> bool:
    """Whether a number only helps to name what another is of: "the two branches in Ystad had 4,300 loans"."""
    words = scene.words
    if one.i == 0 or one.j >= len(words) or one.value > FEW or one.i > mention.i or joint(words, mention, one):
        return False
    before = words[one.i - 2].low if one.i > 1 else ""
    rows = any(words[one.j].stem in nouns for nouns, _ in scene.index.nouns.values())
    return rows and words[one.i - 1].low in ("the", "these", "those") and before != "of"


def _quarter(words: Sequence[Token], mention: Mention) -> bool:
    """Whether a number only names a part of a year: "in the first quarter of 2023"."""
    behind = words[mention.j].stem if mention.j < len(words) else ""
    if words[mention.i].ordinal:
        return behind in ("quarter", "half")
    return bool(mention.i) and words[mention.i].stem in ("quarter", "half") and words[mention.i - 1].ordinal


def joint(words: Sequence[Token], one: Mention, two: Mention) -> bool:
    """Whether two numbers are part and whole of one: "12 of the 73", "three out of 40"."""
    between = [t.low for t in words[one.j : two.i]]
    if len(between) <= 4 and "among" in between:
        return True  # "18 women among the 100 senators"
    return "of" in between[:2] and len(between) <= 3 and not set(between) & {",", "and"}


def _between(words: Sequence[Token], one: Mention, two: Mention) -> int:
    """Where the words of the second of two neighbours begin."""
    strong = next((k for k in range(one.j, two.i) if _anew(words, k, two.i)), None)
    if strong is not None:
        return strong + 1
    for k in range(two.i - 1, one.j - 1, -1):
        if words[k].low in SEPARATORS and not (words[k].raw == "(" and k == two.i - 1 and k == one.j):
            return k + 1
    return two.i


def _anew(words: Sequence[Token], k: int, stop: int) -> bool:
    """Whether another clause begins behind a token: behind a dash or a semicolon, before ", and for"."""
    if words[k].raw in (";", "—", ":"):
        return True
    return words[k].raw == "," and k + 1 < stop and words[k + 1].low in ("and", "but", "while", "compared", "against")


def _bracket(words: Sequence[Token], mention: Mention) -> int | None:
    """Where a bracket opens that the number stands in."""
    for k in range(mention.i - 1, max(-1, mention.i - 40), -1):
        if words[k].raw == ")":
            return None
        if words[k].raw == "(":
            return k
    return None
