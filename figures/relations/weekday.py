"""A weekday beside its date: "Tuesday, 14 March 2023", "14 March 2023 (a Tuesday)", "Tuesday (March 14)".

The weekday and the date must touch: in "On Tuesday the ministry said that by 14 March ..." they are two days.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from figures.dates import DateMention, find_dates
from figures.document import Block, Document, Span
from figures.findings import Relation

_WINDOW = 48  # code points on either side of a weekday
_TO_DATE = re.compile(r",? ?\((?:on )?(?:the )?$|,? (?:the )?$")
_TO_WEEKDAY = re.compile(r" ?\((?:a )?$|, an? $|,? which was a $|, which is a $")
_RANGE_BEFORE = re.compile(r"(?:[-–—/]|\b(?:to|until|till|through|every|each)) ?$")
_MODAL = re.compile(r" (?:have|be|not) ")  # "on Sunday, 14 may have died" in a headline's capitals
_RANGE_AFTER = re.compile(r" ?[-–—/] ?\w| (?:to|until|till|through|or) ")


class Weekday(Struct, frozen=True):
    """A weekday as named and the date that it is said to be."""

    named: int  # Monday is 0
    date: DateMention  # its year is None where the text leaves it out
    span: Span  # from the one to the other, in the document


def find(document: Document) -> Iterator[Relation]:
    """Relations without claims, because a date is no quantity; ``span`` holds the weekday and the date."""
    for found in weekdays(document):
        yield Relation("weekday", (), document.text[found.span.start : found.span.end], found.span)


def weekdays(document: Document) -> Iterator[Weekday]:
    """Every weekday that stands beside its date, in order of place."""
    for block in document.blocks:
        text, at, done = block.text, 0, 0
        while (at := text.find("day", at)) >= 0:
            at += 3
            if at > done and text[at - 4 : at - 3].isalpha():
                found = _near(block, at)
                if found is not None:
                    done, weekday = found
                    yield weekday


def _near(block: Block, at: int) -> tuple[int, Weekday] | None:
    """The weekday that ends at ``at`` with its date, and where both end in the block."""
    start = max(0, at - _WINDOW)
    if start and block.text[start - 1].isalnum():
        start += len(re.match(r"\w*", block.text[start:at]).group())  # type: ignore[union-attr]
    window = block.text[start : at + _WINDOW]
    mentions = find_dates(window)
    for place, mention in enumerate(mentions):
        if not mention.start <= at - start - 1 < mention.end or mention.weekday is None:
            continue
        joined = _joined(window, mentions, place)
        if joined is None:
            return None
        date, first, last = joined
        if _RANGE_BEFORE.search(window[:first]) or _RANGE_AFTER.match(window, last) or date.last_day is not None:
            return None
        if date.month == 5 and date.year is None and _MODAL.match(window, last):
            return None
        if "(" in window[first:last] and window[last : last + 1] == ")":
            last += 1
        return start + last, Weekday(mention.weekday, date, block.locate(start + first, start + last))
    return None


def _joined(window: str, mentions: tuple[DateMention, ...], place: int) -> tuple[DateMention, int, int] | None:
    """The date that the weekday belongs to, and where the two begin and end."""
    mention = mentions[place]
    if mention.day is not None:
        return mention, mention.start, mention.end
    if place + 1 < len(mentions):
        date = mentions[place + 1]
        if _dated(date) and _TO_DATE.fullmatch(window, mention.end, date.start):
            return date, mention.start, date.end
    if place:
        date = mentions[place - 1]
        if _dated(date) and _TO_WEEKDAY.fullmatch(window, date.end, mention.start):
            return date, date.start, mention.end
    return None


def _dated(mention: DateMention) -> bool:
    return mention.day is not None and mention.month is not None and mention.weekday is None
