"""A total and its parts in one sentence: "8 people (5 men and 3 women)", "5 men and 3 women among the 8".

A list in brackets or after a colon is taken to be all of the total; after "including" or "among", to be some of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from figures.findings import Relation
from figures.lexicon.nouns import nouns
from figures.relations.antecedents import COUNTS, counted_alike
from figures.relations.layout import NEIGHBOURS, Layout, Line, Site

_NOUN = r"\s+[\w’'-]{2,24}(?:\s+(?!and\b|or\b|in\b|at\b|of\b)[\w’'-]{1,24}){0,3}"
_OPEN = re.compile(
    rf"(?:{_NOUN})?(?:\s+(?:with|in|of|from)\s+[\w’'-]+(?:\s+[\w’'-]+){{0,3}})?\s*([(\[:]|\s[–—-]\s|\s(?:is|are|was|were)\s+made\s+up\s+of\b"
    r"|\s(?:consists|consisted)\s+of\b|\s(?:comprises|comprised)\b)\s*"
)
_APPOSED = re.compile(r"(?:\s+(?!and\b|or\b|but\b)[\w’'-]{1,24}){1,6}\s*[,:]\s+")
_MEAN = re.compile(r"\b(?:mean|median|average|aged?|range)\b", re.I)  # (8 men, 8 women; 29 to 41 years old)
_DIVIDED = re.compile(r"\b(?:randomi[sz]ed|assigned|allocated|divided|split|distributed)\b")
_GROUP = (
    r"(?:the\s)?(?:[\w’'-]+\s){0,4}?(?:group|arm|cohort|team|class|ward)s?\b(?:\s(?:[A-Z]|\d{1,2})\b)?"
    r"|(?<=\bto\s)(?:the\s)?[\w’'-]+(?:\s[\w’'-]+){0,2}?"
)
_PLACE = r"((?:the\s)?(?:[A-Z][\w’'-]+\s?){1,3}|(?<=for\s)[a-z][\w’'-]+(?=[\s,;.])|" + _GROUP + r")"
_NEXT = re.compile(rf"(?:{_NOUN})?\s*(?:,\s+(?:and\s+)?|;\s+(?:and\s+)?|\s+and\s+)")
_PLACED_NEXT = re.compile(
    rf"(?:\s+[\w’'-]+)?\s+(in|at|on|from|near|for|to)\s+{_PLACE}\s*(?:,\s*(?:and\s+)?|;\s+(?:and\s+)?|\band\s+)"
)
_PLACED_LAST = re.compile(rf"(?:\s+[\w’'-]+)?\s+(in|at|on|from|near|for|to)\s+{_PLACE}\s*(?=[.;)\]–—]|,\s|$)")
_CLOSED = re.compile(rf"(?:{_NOUN})?\s*(?:[)\]]|[.;](?:\s|$)|\s[–—-]\s|$)")
_BROKEN = re.compile(rf"(?:{_NOUN})?\s*,\s+(?!and\b|or\b)[a-z]")  # "12 males, 4 females, mean age 9"
_NOUN_ENDS = re.compile(r"(?:\s+[\w’'-]{2,24})?\s*(?:[)\],;.–—]|$)")
_AMONG_THEM = re.compile(r"\b(?:among|including|of)\b")
_PARTIAL = re.compile(
    r"\b(?:half|third|thirds|quarters?|fifth|most|some|many|percent|per\s+cent|few)\s+of\s+(?:the\s+|its\s+|their\s+)?$|%\s+of\s+(?:the\s+)?$",
    re.I,
)
_AMONG = re.compile(rf"{_NOUN}\s+(?:are|were|was|is)?\s*among\s+(?:the|those|its|their)?\s*", re.I)
_SUM = re.compile(
    rf"{_NOUN}\s*[,–—-]\s*(?:or\s+|for\s+|making\s+|making\s+it\s+|in\s+all,?\s+)?(?:a\s+total\s+of\s+)?", re.I
)
_TOTAL_OF = re.compile(
    r"(?:,|[–—-])\s+(?:for\s+|or\s+|making\s+)?a\s+(?:grand\s+|combined\s+)?total\s+of\s+[^\s\w]?$", re.I
)
_ITEM = re.compile(r"(?:\s+[\w’'-]{1,24}){0,4}(?:,\s+and|,|;|\s+and)(?:\s+[\w’'-]{1,24}){0,4}\s+")
_LAST_ITEM = re.compile(
    r"(?:\s+[\w’'-]{1,24}){0,4}\s*[,–—-]\s+(?:for\s+|or\s+|making\s+)?(?:a\s+[\w\s]{0,12}total\s+of\s+)?"
)
_IN_ALL = re.compile(rf"{_NOUN}?\s+(?:in all|in total|altogether|all told)\b", re.I)


def find(layout: Layout) -> Iterator[Relation]:
    """``claims``: the total, then its parts. ``evidence``: "all", or "some" where they may not be all of it."""
    for line in layout.lines:
        if len(line.sites) < 3:
            continue
        place, told = 0, -1
        while place < len(line.sites):
            found = _listed_after(line, place) or _listed_before(line, place) or _said_total(line, place)
            if found is None or found[0].index == told:
                place += 1
                continue
            whole, parts, evidence = found
            told = whole.index
            members = [whole, *parts]
            first, last = min(s.start for s in members), max(s.end for s in members)
            yield Relation("total", tuple(s.index for s in members), evidence, line.span(first, last))
            place = max(place + 1, parts[-1].index - line.sites[0].index)


def _plain(site: Site) -> bool:
    quantity = site.claim.quantity
    return quantity.kind in (*COUNTS, "currency") and quantity.high is None and not quantity.role


def _listed_after(line: Line, place: int) -> tuple[Site, list[Site], str] | None:
    """8 people (5 men and 3 women); 12 people: five in Aleppo and seven in Idlib."""
    whole = line.sites[place]
    if not _plain(whole) or place + 2 >= len(line.sites):
        return None
    opening = line.between(whole, line.sites[place + 1])
    opened = _OPEN.fullmatch(opening) if opening is not None else None
    if opened is None:
        return _apposed(line, place, opening or "")
    parts, placed = _list(line, place + 1)
    if len(parts) < 2 or not all(p.claim.quantity.unit == whole.claim.quantity.unit for p in parts):
        return None
    rest = line.after(parts[-1], 80)
    complete = bool(_PLACED_LAST.match(rest) if placed else _CLOSED.match(rest) or _BROKEN.match(rest))
    following = place + 1 + len(parts)
    if opened.group(1) in "([" and following < len(line.sites):
        inside = line.text[parts[-1].end : line.sites[following].start]
        next_one = line.sites[following]
        other = ";" in inside and (not _plain(next_one) or _MEAN.search(inside) is not None)
        if not re.search(r"[)\]]", inside) and not _BROKEN.match(rest) and not other:
            return None
    if not complete:
        return None
    listed = opened.group(1) == ":" or opened.group(1).strip().isalpha() or " " in opened.group(1).strip()
    heads = [p.noun for p in parts]
    every = placed or nouns().complete(heads) or (listed and nouns().apart(heads))
    return whole, parts, "all" if every else "some"


def _apposed(line: Line, place: int, opening: str) -> tuple[Site, list[Site], str] | None:
    """120 patients, 70 men and 50 women, took part; 120 were randomised, 70 to the drug and 50 to the placebo group.

    Only what leaves nobody out by its words: both sexes, or groups that all were divided into.
    """
    if not _APPOSED.fullmatch(opening) or _PARTIAL.search(line.before(line.sites[place], 40)):
        return None
    whole = line.sites[place]
    parts, placed = _list(line, place + 1)
    if len(parts) < 2 or not all(p.claim.quantity.unit == whole.claim.quantity.unit for p in parts):
        return None
    rest = line.after(parts[-1], 80)
    if _AMONG_THEM.search(line.text[parts[0].start : parts[-1].start]):
        return None
    if placed and _DIVIDED.search(opening) and _PLACED_LAST.match(rest):
        return whole, parts, "all"
    if nouns().complete([p.noun for p in parts]) and _NOUN_ENDS.match(rest):
        return whole, parts, "all"
    return None


def _list(line: Line, place: int) -> tuple[list[Site], bool]:
    """The counts that one list holds, from ``place`` on; True where each has a place of its own."""
    sites = line.sites[place : place + NEIGHBOURS]
    parts: list[Site] = []
    places: list[tuple[str, str]] = []
    for at, site in enumerate(sites):
        if not _plain(site):
            if len(parts) > 1 and ";" in line.text[parts[-1].end : site.start]:
                break  # 8 men, 8 women; 29 years old
            return [], False
        parts.append(site)
        between = line.between(site, sites[at + 1]) if at + 1 < len(sites) else None
        if between is not None and (found := _PLACED_NEXT.fullmatch(between)):
            places.append((found.group(1), found.group(2).strip()))
        elif between is None or not _NEXT.fullmatch(between):
            break
    if places and (found := _PLACED_LAST.match(line.after(parts[-1], 80))):
        places.append((found.group(1), found.group(2).strip()))
    prepositions, names = {p for p, _ in places}, {n for _, n in places}
    return parts, len(places) == len(parts) and len(prepositions) == 1 and len(names) == len(parts)


def _listed_before(line: Line, place: int) -> tuple[Site, list[Site], str] | None:
    """5 men and 3 women among the 8; 5 men and 3 women, 8 people in all."""
    parts: list[Site] = []
    for at in range(place, min(place + NEIGHBOURS, len(line.sites) - 1)):
        site, following = line.sites[at], line.sites[at + 1]
        if not _plain(site) or not _plain(following):
            return None
        parts.append(site)
        between = line.between(site, following)
        if between is None:
            return None
        if _NEXT.fullmatch(between) and not _summed(line, following, between):
            continue
        if len(parts) < 2 or not nouns().apart([p.noun for p in parts]):
            return None
        if following.noun and not all(nouns().related(p.noun, following.noun) for p in parts):
            return None
        if _AMONG.fullmatch(between):
            return following, parts, "some"
        return (following, parts, "all") if _summed(line, following, between) else None
    return None


def _said_total(line: Line, place: int) -> tuple[Site, list[Site], str] | None:
    """$48 million to schools, $31 million to roads and $17 million to parks, for a total of $96 million."""
    whole = line.sites[place]
    said = line.text[max(0, whole.start - 16) : whole.number_start]
    if not _TOTAL_OF.search(said) or not _plain(whole):
        return None
    parts: list[Site] = []
    for site in line.sites[max(0, place - NEIGHBOURS) : place][::-1]:
        following = parts[0] if parts else whole
        between = line.between(site, following)
        if not _plain(site) or site.claim.quantity.unit != whole.claim.quantity.unit or between is None:
            break
        if not (_ITEM if parts else _LAST_ITEM).fullmatch(between) or not counted_alike(site, whole):
            break
        parts.insert(0, site)
    if len(parts) < 2:
        return None
    values = [site.claim.quantity.value for site in parts]
    if sum(values) != whole.claim.quantity.value == sum(values[1:]) and len(parts) > 2:
        parts = parts[1:]
    return whole, parts, "all"


def _summed(line: Line, site: Site, between: str) -> bool:
    """Whether the number is said to be the sum: "8 in all", "a total of 8"."""
    said = line.text[max(0, site.start - 12) : site.number_start].lower()
    total = "a total of" in said or "a total of" in between.lower()
    return _SUM.fullmatch(between) is not None and (total or _IN_ALL.match(line.text, site.number_end) is not None)
