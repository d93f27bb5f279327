"""The same thing told twice: in the headline and the text, by the same speaker, or as "the 45 people killed".

Numbers that agree are related by less evidence than numbers that do not: two numbers of one speaker for the same
things are the same number if they fit, but may well be two if they do not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from figures.findings import Relation
from figures.lexicon.nouns import nouns
from figures.quantity import Phrase
from figures.relations import text_and_table
from figures.relations.antecedents import is_count, meet
from figures.relations.layout import Layout, Line, Site

LEAD = 6  # sentences with numbers at the beginning of the text that a headline may sum up
KEPT = 16  # claims of one sort that are looked back at
_WIDER = re.compile(
    r"\b(?:since|so far|this year|last year|year|month|week|total|overall|previous|earlier|similar)", re.I
)
_SAYS = re.compile(
    r"[^.;:]{1,80}?\b(?:said|says|say|reported|reports|added|announced|told [\w ]{1,30}|confirmed)\s+(?:that\s+)?", re.I
)
_EMPTY = frozenset(
    {
        "the",
        "and",
        "have",
        "has",
        "had",
        "was",
        "were",
        "been",
        "are",
        "that",
        "also",
        "than",
        "with",
        "its",
        "their",
        "for",
        "from",
        "who",
        "which",
        "this",
        "these",
        "those",
        "about",
        "more",
        "said",
        "not",
    }
)
_THE = re.compile(r"\b[Tt]he\s+$")
_NARROWED = re.compile(
    r"^(?:\s+[\w’'-]+){0,3}?\s+(?:in|at|on|from|near|during|inside|outside|who|that|which|whose|by|under|over|aged|between|among"
    r"|with|after|before|of)\b"
)
_ANYBODY = frozenset({"person", "people", "individual", "dead", "death", "fatality", "life", "victim", "casualty"})
_IGNORED = frozenset({"military", "civil", "other", "local", "new", "more", "further", "armed"})


def find(layout: Layout, found: Iterable[Relation]) -> Iterator[Relation]:
    """``claims``: the number that is judged, which is the later one, then the number it repeats.

    ``found``: the relations of other kinds, because a part or a rest repeats nothing.
    """
    apart = {r.claims[0] for r in found if r.kind in ("part_of", "rest_of")}
    apart |= {index for r in found if r.kind == "total" for index in r.claims[1:]}
    yield from text_and_table.find(layout, apart)
    groups: dict[tuple[str, str], list[tuple[Line, Site]]] = defaultdict(list)
    spoken: dict[tuple[str, str], tuple[Line, Site]] = {}
    said: dict[tuple[str, str], list[tuple[Site, frozenset[str]]]] = defaultdict(list)
    placed: dict[tuple[str, str], list[Site]] = defaultdict(list)
    titles: list[tuple[Line, Site]] = []
    lead, opening = 0, -1
    for line in layout.lines:
        title = line.source.kind == "title"
        if not title:
            lead += 1
            opening = line.block if opening < 0 else opening
        for site in line.sites:
            if not _tells(site, title) or site.index in apart or line.source.table is not None:
                continue
            if title:
                titles.append((line, site))
                continue
            told = _told_of(site)
            yield from _again(line, site, groups[told] if told[1] else [])
            yield from _same_place(line, site, placed)
            yield from _same_speaker(line, site, spoken)
            yield from _same_words(line, site, said)
            if told[1] and len(groups[told]) < KEPT:
                groups[told].append((line, site))
        if titles and lead == LEAD:
            yield from _headlines(titles, groups, opening)
            titles = []
    yield from _headlines(titles, groups, opening)


def _tells(site: Site, title: bool) -> bool:
    """Whether the number can be one of two that should agree; dozens only in a headline."""
    claim = site.claim
    if claim.quantity.vague and not title:
        return False
    return is_count(site) and not claim.hypothetical and claim.counted_from != "others"


def _told_of(site: Site) -> tuple[str, str]:
    """What is counted, broadly, and what happened to it; "" where the words do not tell."""
    claim = site.claim
    words = [claim.predicate.head] if claim.predicate else []
    return nouns().root(site.noun) if site.noun else "", nouns().event(*words, site.noun)


def _headlines(
    titles: list[tuple[Line, Site]], groups: dict[tuple[str, str], list[tuple[Line, Site]]], opening: int
) -> Iterator[Relation]:
    """``opening``: the first block with numbers below the headline; only there must a number be the headline's."""
    for line, site in titles:
        root, event = _told_of(site)
        if not event:
            continue
        told = [
            pair
            for key, pairs in groups.items()
            if key[1] == event and (not root or key[0] in (root, ""))
            for pair in pairs
        ]
        if not root and len({pair[1].noun for pair in told}) > 1:
            continue
        told = [pair for pair in told if _fits(site, pair[1])]
        agreeing = next((pair for pair in told if meet(site.claim.quantity, pair[1].claim.quantity)), None)
        if agreeing is None:
            same = [pair for pair in told if _alike(site, pair[1]) and not _widened(*pair) and pair[0].block == opening]
            if len(same) != 1 or len(told) != 1:
                continue
            agreeing = same[0]
        below, other = agreeing
        if site.claim.quantity.bound == "=" and not site.claim.quantity.vague:
            # The text is corrected more easily than the headline; a headline that only bounds the number is judged.
            span = below.span(other.start, other.end)
            yield Relation("restates", (other.index, site.index), "headline", span)
        else:
            yield Relation("restates", (site.index, other.index), "headline", line.span(site.start, site.end))


def _again(line: Line, site: Site, earlier: list[tuple[Line, Site]]) -> Iterator[Relation]:
    """The 45 people killed: the definite article says that they are those told of before."""
    before = line.text[max(0, site.start - 8) : site.start]
    if not earlier or not _THE.search(before) or site.claim.place or site.claim.time:
        return
    if _NARROWED.match(line.after(site, 60)) or any(line is other for other, _ in earlier):
        return
    fitting = [pair for pair in earlier if _fits(site, pair[1]) and _alike(site, pair[1])]
    if len({pair[1].claim.quantity.value for pair in fitting}) == 1 and len(earlier) == len(fitting):
        yield Relation("restates", (site.index, fitting[0][1].index), "the", line.span(site.start, site.end))


def _same_place(line: Line, site: Site, placed: dict[tuple[str, str], list[Site]]) -> Iterator[Relation]:
    """The 25 combat aircraft at the base, after "40 combat aircraft at the base"."""
    claim = site.claim
    if claim.counted is None or claim.place is None or claim.counted_from:
        return
    key = (claim.counted.text.lower(), claim.place.head)
    earlier = placed[key]
    definite = _THE.search(line.text[max(0, site.start - 8) : site.start]) is not None and claim.time is None
    if definite and len({other.claim.quantity.value for other in earlier}) == 1 and _fits(site, earlier[0]):
        yield Relation("restates", (site.index, earlier[0].index), "the", line.span(site.start, site.end))
        return
    if len(earlier) < KEPT:
        earlier.append(site)


def _same_speaker(line: Line, site: Site, spoken: dict[tuple[str, str], tuple[Line, Site]]) -> Iterator[Relation]:
    claim = site.claim
    if claim.source is None or not site.noun:
        return
    key = (claim.source.head, nouns().root(site.noun))
    before = spoken.get(key)
    if (
        before is not None
        and _fits(site, before[1])
        and meet(site.claim.quantity, before[1].claim.quantity)
        and claim.quantity.value > 1
    ):
        same_event = _told_of(site)[1] == _told_of(before[1])[1] != ""
        if same_event or before[1].claim.quantity.value == claim.quantity.value:
            yield Relation("restates", (site.index, before[1].index), "same speaker", line.span(site.start, site.end))
    spoken[key] = (line, site)


def _same_words(
    line: Line, site: Site, said: dict[tuple[str, str], list[tuple[Site, frozenset[str]]]]
) -> Iterator[Relation]:
    """A sentence with one number that says again, word for word but for the number, what another one said."""
    claim = site.claim
    if not site.noun or claim.predicate is None or len(line.sites) > 1 or len(line.text) > 400:
        return
    key = (site.noun, nouns().event(claim.predicate.head) or claim.predicate.head)
    words = _content(line, site)
    for other, before in said[key]:
        smaller = min(words, before, key=len)
        if len(smaller) >= 3 and smaller <= (words | before) and smaller == words & before and _fits(site, other):
            extra = (words | before) - smaller
            if (
                len(extra) <= 1
                and not any(word[0].isupper() for word in extra)
                and not _dated(claim.time, other.claim.time)
            ):
                yield Relation("restates", (site.index, other.index), "same words", line.span(site.start, site.end))
                break
    if len(said[key]) < KEPT:
        said[key].append((site, words))


def _dated(one: Phrase | None, other: Phrase | None) -> bool:
    """Whether the two are said of different times."""
    return (one.head if one else "") != (other.head if other else "")


def _content(line: Line, site: Site) -> frozenset[str]:
    """The words that carry a sentence's meaning, without endings, the number and who says so; names as they are."""
    text = line.text[: site.start] + " " + line.text[site.end :]
    told = _SAYS.match(text)
    text = text[told.end() if told else 0 :].strip()
    words = [
        w if w[0].isupper() else w.lower() for w in re.findall(r"[A-Za-z][\w’'-]{2,}", text[:1].lower() + text[1:])
    ]
    predicate = site.claim.predicate
    own = {word.lower() for word in re.findall(r"[\w’'-]+", predicate.text)} if predicate else set()
    return frozenset(_stem(word) for word in words if word not in _EMPTY and word not in own)


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            return word[: -len(ending)]
    return word


def _fits(one: Site, other: Site) -> bool:
    """False where place, source or a word beside the noun tells that the two speak of different things."""
    first, second = one.claim, other.claim
    if first.place and second.place and first.place.head != second.place.head:
        return False
    if first.source and second.source and first.source.head != second.source.head and (first.quoted or second.quoted):
        return False
    if first.quantity.unit != second.quantity.unit:
        return False
    if first.quoted != second.quoted and not (first.source or second.source):
        return False
    if one.noun and other.noun and not nouns().same(one.noun, other.noun):
        return False
    return not (_names(one) and _names(other) and not _names(one) & _names(other))


def _names(site: Site) -> frozenset[str]:
    """The words beside the noun that tell which ones: Russian of "Russian warplanes"."""
    counted = site.claim.counted
    words = re.findall(r"[\w’'-]+", counted.text)[:-1] if counted else []
    return frozenset(word.lower() for word in words if word.lower() not in _IGNORED and word[:1].isupper())


def _alike(one: Site, other: Site) -> bool:
    """Whether the nouns count exactly the same: one word, synonyms for things, any words for people in general."""
    if not one.noun or not other.noun or one.noun == other.noun:
        return True
    if nouns().root(one.noun) == "person":
        return one.noun in _ANYBODY and other.noun in _ANYBODY
    first, second = nouns().chain(one.noun), nouns().chain(other.noun)
    return bool(first) and bool(second) and first[0] == second[0]


def _widened(line: Line, site: Site) -> bool:
    time = site.claim.time
    return (
        bool(time and _WIDER.search(time.text))
        or _WIDER.search(line.before(site, 40) + " " + line.after(site, 60)) is not None
    )
