"""What keeps a claim from being compared with a figure: another place, another time, a part, a change.

Each test returns the reason in words, or "".
"""

from __future__ import annotations

import re
from datetime import date

from figures.quantity import Claim
from figures.references.clause import Clause
from figures.references.rows import KeyFigure
from figures.references.words import country, longest, places_in, stems

MAX_RATIO = 20  # numbers further apart than this count different things, or hold a slip that arithmetic cannot tell

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_REPORT = r"(?:said|says|say|told|reported|reports|announced|stated|according|added|confirmed|wrote|published)"
_REPORTED = re.compile(
    rf"\b{_REPORT}\b[^.,;:]{{0,30}}?\b(?:on |in )?(?:{_DAY}|today|yesterday|this week|last week)\b|"
    rf"\b(?:on )?(?:{_DAY}|yesterday|today) {_REPORT}\b",
    re.IGNORECASE,
)
_DAYS = re.compile(
    rf"\b(?:{_DAY}|today|yesterday|tonight|overnight|this (?:morning|afternoon|evening|weekend)|last night|"
    r"(?:24|48|72)[ -]hours?|a single day|in one day|per day|a day|daily|each \w{1,9}|every \w{1,9})\b",
    re.IGNORECASE,
)
_PERIODS = re.compile(
    r"\b(?:(?:this|last|past|previous|next|coming|recent) (?:[\w-]{1,12} )?"
    r"(?:hours?|days?|weekend|weeks?|months?|years?|quarter)|"
    r"so far this \w{1,9}|in the first \w{1,9}|per (?:week|month|year)|a (?:week|month|year)\b(?! of)|"
    r"weekly|monthly|annually)\b",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\bsince\b([^.,;:]{0,60})", re.IGNORECASE)
_DATED = re.compile(rf"\b(?:in|during|for|of) (?:(?:early|late|mid)[ -])?({'|'.join(_MONTHS)})?[ ]?((?:19|20)\d\d)?\b")
_EPISODE = re.compile(
    r"\b(?:in|during|by|after|when) (?:[\w'’-]{1,20} ){0,4}?"
    r"(?:air[ ]?strikes?|strikes?|attacks?|raids?|bombings?|bombs?|"
    r"blasts?|explosions?|clash(?:es)?|crash|shelling|ambush|massacre|battles?|offensive|collapse|shipwreck)\b",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\bby (?!(?:the )?(?:war|conflict|fighting|violence|crisis|end|civil|unrest|then|now)\b)\w",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"\b(?:in|near|around|at|from|inside|outside|across) (?:the )?((?:[A-Z][\w'’-]{1,30}[ ]?){1,4})")
_NOBODY = frozenset(stems("war conflict fighting violence crisis unrest uprising revolt bloodshed toll who which"))
_OF_WHICH = re.compile(r"(?:percent |per cent |% ?)?(?:of|out of|in every|in)\b", re.IGNORECASE)  # half of 22 million
_SOME = re.compile(r"\b(?:including|among them|at least half|most of (?:them|whom))\b", re.IGNORECASE)


def other_sort(claim: Claim, row: KeyFigure) -> str:
    """A change, a share or a duration is not a level; a hypothetical number is nobody's claim."""
    quantity = claim.quantity
    if claim.hypothetical:
        return "the text does not say that it is so"
    if quantity.direction or quantity.role in ("by", "from"):
        return "the text speaks of a change, the figure of a level"
    if row.unit in ("percentage", "percent", "%"):
        return "" if quantity.kind == "percentage" else "the figure is a percentage, the text is not"
    if quantity.kind in ("percentage", "fraction", "multiple", "ordinal", "duration", "age", "temperature"):
        return f"the text gives a {quantity.kind}, the figure {row.unit}"
    return ""


def other_place(claim: Claim, row: KeyFigure, words: Clause) -> str:
    """Places named in the clause count most, then those of its sentence, then the last one before it in its block."""
    if not row.place:
        return ""
    here = country(row.place)
    whose = country(row.population) if row.population else ""
    near = places_in(f"{words.before} {words.number} {words.after}")
    strangers = [place for place in near if place not in (here, whose)]
    if claim.counted is not None:
        strangers += [p for p in places_in(claim.counted.text) if p not in (here, whose)]
    if strangers:
        return f"the text speaks of {strangers[0]}, the figure of {row.place}"
    for match in _WITHIN.finditer(words.after):
        name = match.group(1).strip()
        if name.split()[0] in _MONTHS or re.fullmatch(_DAY, name.split()[0]):
            continue
        if not {here, whose} & set(places_in(name)) and row.place not in name:
            return f"the text speaks of {name}, the figure of {row.place}"
    if claim.place is not None:
        named = places_in(claim.place.text)
        if named and here not in named:
            return f"the text speaks of {named[0]}, the figure of {row.place}"
    spoken = places_in(words.sentence) or places_in(words.earlier)[-1:]
    if here in near or here in spoken:
        return ""
    others = [place for place in spoken if place != whose]
    return f"the text speaks of {others[-1]}, the figure of {row.place}" if others else ""


def other_holder(row: KeyFigure, words: Clause, document_places: frozenset[str]) -> str:
    """A figure that belongs to somebody is not compared with somebody else's."""
    if not row.population:
        return ""
    whose = country(row.population)
    allowed = {whose, country(row.place)}
    strangers = [place for place in places_in(words.sentence) if place not in allowed]
    if strangers:
        return f"the text may speak of {strangers[0]}, the figure is {row.population}"
    known = stems(row.population)[-1:]
    if whose not in document_places and not set(known) & set(stems(words.around)):
        return f"the text does not say that it is {row.population}"
    return ""


def other_time(claim: Claim, row: KeyFigure, words: Clause, day: date | None) -> str:
    """A running total is not compared with the number of a day, a month or one incident."""
    said = words.sentence
    if claim.time is not None and claim.time.text not in said:
        said += " " + claim.time.text
    said = _REPORTED.sub(" ", said)
    period = _PERIODS.search(said)
    if period:
        return f"the text counts over {period.group().strip()!r}, the figure does not"
    years = {d.year for d in (row.since, row.as_of, row.as_of_last, day) if d is not None}
    for match in _SINCE.finditer(said):
        named = {int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", match.group(1))}
        month = next((i + 1 for i, name in enumerate(_MONTHS) if name in match.group(1)), 0)
        if (named and row.since is not None and row.since.year in named) or (not named and not month):
            continue
        return f"the text counts {match.group().strip()!r}, the figure from another day"
    for match in _DATED.finditer(said):
        month_name, year = match.groups()
        if year and int(year) not in years:
            return f"the text speaks of {year}, the figure of {row.as_of_text or 'another time'}"
        if row.since is not None and month_name and match.group().lower().startswith(("in", "during", "for")):
            return f"the text counts {match.group().strip()!r} alone, the figure is a running total"
    if row.since is None:
        return ""
    one_day = _DAYS.search(said)
    if one_day:
        return f"the text speaks of {one_day.group().strip()!r} alone, the figure is a running total"
    episode = _EPISODE.search(said)
    if episode:
        return f"the text counts one incident ({episode.group().strip()!r}), the figure is a running total"
    return ""


def only_some(claim: Claim, row: KeyFigure, words: Clause) -> str:
    """Those that one side did, or that one group suffered, are a part of the figure."""
    if _OF_WHICH.match(words.before):
        return "the sentence says it of a part of them, the figure counts all"
    verb = claim.predicate is not None and longest(stems(claim.predicate.text), (row.metric, *row.aliases))
    if row.since is not None and verb and claim.predicate is not None and claim.predicate.text in words.before:
        doer = words.before[: words.before.rindex(claim.predicate.text)]
        if stems(doer) and not set(stems(doer)) & _NOBODY:
            return f"the text counts a part (by {doer.strip()!r}), the figure all"
    by = _BY.search(words.after)
    if by and row.since is not None:
        return f"the text counts a part ({words.after[by.start() : by.start() + 30].strip()!r}), the figure all"
    some = _SOME.search(words.before)
    return f"the text counts a part ({some.group()!r}), the figure all" if some else ""


def far_apart(claim: Claim, row: KeyFigure) -> str:
    """Numbers of different size are hardly the same count."""
    one, other = claim.quantity.value, row.number
    if one <= 0 or other <= 0:
        return ""
    apart = one > other * MAX_RATIO or other > one * MAX_RATIO
    return f"the two numbers are more than {MAX_RATIO} times apart, so they hardly count the same" if apart else ""
