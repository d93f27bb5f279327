"""Calendar dates written in English prose, with their places.

Found are days ("2 October 2015", "Oct. 2, 2015", "Friday, 2nd of October", 2015-10-02), stretches of days ("2-4 October
2015"), months ("mid-March 2011"), years after a preposition ("since 2011") and weekdays ("on Friday"). Linear in the
length of the text.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from msgspec import Struct

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class DateMention(Struct, frozen=True):
    """A date as written at ``text[start:end]``. What the words leave open is None."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None  # 1 to 12
    day: int | None = None  # as written: "31 February" has 31
    last_day: int | None = None  # of a stretch within one month: 4 of "2-4 October"; else None
    weekday: int | None = None  # 0 for Monday to 6 for Sunday, as the text says it
    part: str = ""  # early, mid, late: of the month or the year
    ambiguous: bool = False  # 02/10/2015 may be in October or in February; month and day are None then

    @property
    def exact(self) -> date | None:
        """The one day that is meant; None when the words do not single out a day of the calendar."""
        if self.year is None or self.month is None or self.day is None or self.last_day is not None:
            return None
        return _day(self.year, self.month, self.day)

    @property
    def first(self) -> date | None:
        """The first day of what is meant; None without a year. "mid-March 2011" begins on the 11th."""
        return self._bounds()[0]

    @property
    def last(self) -> date | None:
        """The last day of what is meant; None without a year. "mid-March 2011" ends on the 20th."""
        return self._bounds()[1]

    def _bounds(self) -> tuple[date | None, date | None]:
        year, month = self.year, self.month
        if year is None or self.ambiguous:
            return None, None
        if month is None:
            months = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}.get(self.part, (1, 12))
            return _day(year, months[0], 1), _day(year, months[1], monthrange(year, months[1])[1])
        if self.day is not None:
            return _day(year, month, self.day), _day(year, month, self.last_day or self.day)
        length = monthrange(year, month)[1]
        days = {"early": (1, 10), "mid": (11, 20), "late": (21, length)}.get(self.part, (1, length))
        return _day(year, month, days[0]), _day(year, month, days[1])


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


_MONTH_NUMBER = {name[:3].lower(): index for index, name in enumerate(MONTHS, 1)}
_WEEKDAY_NUMBER = {name[:3].lower(): index for index, name in enumerate(WEEKDAYS)}

_ONLY_MONTHS = frozenset(name.lower() for name in MONTHS) - {"march", "may", "august"}  # the others are words too

# The long names in either case; "may" and "march" in small letters are verbs, and so no month is found in them.
_MONTH = re.compile(
    r"\b(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?|JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?"
    r"|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)\b\.?"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_ORDINAL = r"(?:st|nd|rd|th|ST|ND|RD|TH)?"
_TO = r"\s{0,2}(?:-|–|—|\bto\b|\band\b|\bor\b|&)\s{0,2}"
_WEEKDAY = (
    r"(?:(?:Mon|Fri|Sun|MON|FRI|SUN)(?:day|DAY)?|Tue(?:s(?:day)?)?|TUE(?:S(?:DAY)?)?|Wed(?:s|nesday)?|WED(?:NESDAY)?"
    r"|Thu(?:rs?(?:day)?)?|THU(?:RS?(?:DAY)?)?|Sat(?:urday)?|SAT(?:URDAY)?)"
)
_BEFORE = re.compile(
    rf"(?:\b(?P<weekday>{_WEEKDAY})\b\.?,?\s{{1,3}}(?:the\s{{1,3}})?)?"
    rf"(?:(?<![\d.,/:$£€])\b(?P<day>{_DAY}){_ORDINAL}(?:{_TO}(?P<last>{_DAY}){_ORDINAL})?"
    rf"(?:\s{{1,3}}of\s{{1,3}}|\s{{0,3}},?\s{{0,3}}|-)"
    rf"|\b(?P<part>[Ee]arly|[Mm]id|[Ll]ate)[\s-]{{1,2}}(?:in\s)?)?$"
)
_YEAR = r"(?P<year>(?:1\d|20|21)\d\d)(?![\d%]|[.,]\d|-\d)\b"
_AFTER_DAY = re.compile(rf"(?:\s{{0,3}},?\s{{0,3}}|-|\s{{1,3}}of\s{{1,3}}){_YEAR}")
_AFTER = re.compile(
    rf"(?:\s{{1,3}}(?:the\s{{1,3}})?(?P<day>{_DAY}){_ORDINAL}(?![\d%]|[.,:]\d|\s?(?:percent|per\s|million|billion|thousand))\b"
    rf"(?:{_TO}(?P<last>{_DAY}){_ORDINAL}(?![\d%]|[.,:]\d)\b)?)?"
    rf"(?:\s{{0,3}},?\s{{0,3}}(?:of\s{{1,3}})?{_YEAR})?"
)
_PREPOSITION = re.compile(
    r"\b(?:in|since|until|till|by|from|to|during|of|last|next|this|before|after|through|between|and|every|the)\s{1,3}$",
    re.I,
)
_NUMERIC = re.compile(
    r"(?<![\w.,/-])(?:(?P<y>(?:1\d|20|21)\d\d)(?P<sep>[-/.])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})"
    r"(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?)?"
    r"|(?P<a>\d{1,2})(?P<sep2>[-/.])(?P<b>\d{1,2})(?P=sep2)(?P<y2>(?:1\d|20|21)\d\d))(?![\w/-]|\.\d)"
)
_WEEKDAY_ALONE = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)}|{'|'.join(w.upper() for w in WEEKDAYS)})\b")
_WEEKDAY_BEFORE = re.compile(rf"\b(?P<weekday>{_WEEKDAY})\b\.?,?\s{{1,3}}$")
# A year on its own, told from a count by the words around it: "since 2011,", "in 2015 and", not "in 2000 cases".
_YEAR_ALONE = re.compile(
    r"\b(?:in|since|until|till|by|from|to|during|of|before|after|for|(?P<part>early|mid|late))[\s-]{1,3}"
    r"(?P<year>(?:1[6-9]|20|21)\d\d)(?![\w%]|[.,]\d|-\d|[-–]\w)"
    r"(?=\s{0,3}(?:$|[^\w\s$£€%]|(?:the|an?|and|or|to|when|as|with|was|were|is|are|but|by|than|after|before|while|had|has"
    r"|have|it|he|she|they|we|who|which|that|because|according|for|from|on|at|until|through|alone|over|under)\b))",
    re.I,
)


def find_dates(text: str) -> tuple[DateMention, ...]:
    """Every date in ``text``, in order of place, none within another."""
    found = [mention for month in _MONTH.finditer(text) if (mention := _around_month(text, month))]
    found += [mention for match in _NUMERIC.finditer(text) if (mention := _numeric(text, match))]
    for match in _WEEKDAY_ALONE.finditer(text):
        found.append(DateMention(match.start(), match.end(), weekday=_WEEKDAY_NUMBER[match.group()[:3].lower()]))
    for match in _YEAR_ALONE.finditer(text):
        start = match.start("part") if match.group("part") else match.start("year")
        found.append(DateMention(start, match.end("year"), year=int(match["year"]), part=(match["part"] or "").lower()))
    found.sort(key=lambda mention: (mention.start, -mention.end))
    kept: list[DateMention] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)


def resolve(mention: DateMention, near: date) -> date | None:
    """The one day that is meant in a text of the day ``near``; None when the words do not single out a day.

    A weekday alone is the last one up to ``near``, the day itself included, as news has it; a day without a year is in
    the year that puts it nearest.
    """
    if mention.year is not None:
        return mention.exact
    if mention.month is None or mention.day is None:
        if mention.weekday is None or mention.month is not None or mention.ambiguous:
            return None
        return near - timedelta(days=(near.weekday() - mention.weekday) % 7) if near.toordinal() > 7 else None
    if mention.last_day is not None:
        return None
    days = [
        _day(year, mention.month, mention.day) for year in (near.year - 1, near.year, near.year + 1) if 1 <= year < 9999
    ]
    return min((day for day in days if day), key=lambda day: abs(day - near), default=None)


def _around_month(text: str, month: re.Match[str]) -> DateMention | None:
    """The date of which the month at this place is the name; None when it is a bare word that may be no month."""
    name = month.group()
    offset = max(0, month.start() - 48)
    before = _BEFORE.search(text[offset : month.start()])
    assert before is not None  # it can match nothing at all
    start = offset + before.start() if before.group() else month.start()
    weekday, part = before["weekday"], (before["part"] or "").lower()
    if before["day"]:
        day, last = int(before["day"]), before["last"]
        after = _AFTER_DAY.match(text, month.end())
    else:
        after = _AFTER.match(text, month.end())
        assert after is not None  # it can match nothing at all
        day, last = int(after["day"] or 0), after["last"]
        if not after.group():
            after = None
        if part:
            start = offset + before.start("part")
        elif not day:
            start, weekday = month.start(), None
    year = int(after["year"]) if after and after["year"] else None
    end = after.end() if after else month.end()
    if not day and year is None:
        if name[-1] == ".":
            end -= 1
        if not part and name.lower() not in _ONLY_MONTHS and not _PREPOSITION.search(text[offset : month.start()]):
            return None
    return DateMention(
        start,
        end,
        year=year,
        month=_MONTH_NUMBER[name[:3].lower()],
        day=day or None,
        last_day=int(last) if last else None,
        weekday=_WEEKDAY_NUMBER[weekday[:3].lower()] if weekday else None,
        part=part if not day else "",
    )


def _numeric(text: str, match: re.Match[str]) -> DateMention | None:
    start = match.start()
    offset = max(0, start - 16)
    named = _WEEKDAY_BEFORE.search(text[offset:start])
    weekday = _WEEKDAY_NUMBER[named["weekday"][:3].lower()] if named else None
    if named:
        start = offset + named.start()
    if match["y"]:
        year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
    else:
        year, month, day = int(match["y2"]), int(match["b"]), int(match["a"])
        if match["sep2"] != "." and month > 12:
            month, day = day, month
        elif match["sep2"] != "." and day <= 12 and day != month:
            return DateMention(start, match.end(), year, weekday=weekday, ambiguous=True)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return DateMention(start, match.end(), year, month, day, weekday=weekday)
