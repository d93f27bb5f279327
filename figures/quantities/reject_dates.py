"""Numerals that are dates, years, clock times or numbers of telephones."""

from __future__ import annotations

from figures.lexicon.english import MONTHS, VERBS, cues, is_plural
from figures.quantities.marks import DASHES_AND_MINUS
from figures.quantities.number import Number
from figures.quantities.tokens import Words

_YEAR_BEFORE = cues("before-year") | frozenset(MONTHS)
DECADES = frozenset(range(10, 100, 10)) | frozenset(range(1500, 2101, 10))
_CALLS = cues("telephone")
_QUALIFYING = cues("counted-year")
_AMOUNTS = cues("amount")


def is_month(w: Words, i: int) -> bool:
    """Whether token ``i``, spelt like a month, is one: may and march only with a capital."""
    return w.tokens[i] not in ("may", "march", "mar") or w.capital(i)


def is_meridiem(w: Words, b: int) -> bool:
    """a.m., p.m., am, pm at token ``b``."""
    tokens = w.tokens
    if tokens[b] in ("am", "pm"):
        return w.written(b) in ("am", "pm", "AM", "PM")
    return (tokens[b + 1] == "." and b + 2 < w.size and tokens[b + 2] == "m" and w.glued(b + 1) and w.glued(b + 2)) or (
        tokens[b + 1] == "m" and w.gap(b + 1) <= 1
    )


def digit_groups_reason(w: Words, a: int, b: int) -> str:
    """Digits joined by dashes or slashes: phone numbers, ISO dates, dates with slashes."""
    tokens = w.tokens
    if tokens[b] in DASHES_AND_MINUS or tokens[b] == "/":
        mark = tokens[b]
        if tokens[b + 1].isdecimal() and w.glued(b) and w.glued(b + 1):
            if tokens[b + 2] == mark and tokens[b + 3].isdecimal() and w.glued(b + 2) and w.glued(b + 3):
                sizes = len(tokens[a]), len(tokens[b + 1]), len(tokens[b + 3])
                if sizes == (4, 2, 2) or (sizes[0] <= 2 and sizes[1] <= 2 and sizes[2] in (2, 4)):
                    return "date"
                return "identifier"
            if mark != "/" and len(tokens[b + 1]) == 4 and len(tokens[a]) == 3 and _calls(w, a, b + 1):
                return "phone number"
            if len(tokens[a]) == 4 and len(tokens[b + 1]) in (2, 4) and 1400 <= int(tokens[a]) <= 2100:
                following = tokens[b + 1]
                if len(following) == 2 and (int(following) == (int(tokens[a]) + 1) % 100 or int(following) <= 12):
                    return "year"
                if (
                    len(following) == 4
                    and int(tokens[a]) < int(following) <= 2100
                    and int(following) - int(tokens[a]) < 150
                ):
                    return "year"
    if a > 1 and (tokens[a - 1] in DASHES_AND_MINUS or tokens[a - 1] == "/") and w.glued(a) and w.glued(a - 1):
        mark = tokens[a - 1]
        prior = tokens[a - 2]
        if prior.isdecimal():
            if a > 3 and tokens[a - 3] == mark and tokens[a - 4].isdecimal() and w.glued(a - 2):
                return "date" if max(len(tokens[a - 4]), len(tokens[a])) <= 4 and len(prior) <= 2 else "identifier"
            if mark != "/" and len(tokens[a]) == 4 and len(prior) == 3 and _calls(w, a - 2, a):
                return "phone number"
            if len(prior) == 4 and 1400 <= int(prior) <= 2100 and len(tokens[a]) in (2, 4):
                last = int(tokens[a])
                if len(tokens[a]) == 2 and (last == (int(prior) + 1) % 100 or last <= 12):
                    return "year"
                if len(tokens[a]) == 4 and int(prior) < last <= 2100 and last - int(prior) < 150:
                    return "year"
    return ""


def _calls(w: Words, a: int, b: int) -> bool:
    """Whether three digits and four are a phone number and not a range of numbers."""
    return w.tokens[b][0] == "0" or w.tokens[a] == "555" or bool(_CALLS.intersection(w.tokens[max(0, a - 5) : a]))


def year_reason(w: Words, n: Number, before: str, after: str) -> str:
    """ "year" for a number of four digits that is one, else ""."""
    tokens = w.tokens
    value = n.value
    if 1900 <= value <= 2100:
        if before == "of" and tokens[n.a - 2] in _AMOUNTS:
            return ""
        if (
            is_plural(after)
            and after not in VERBS
            and before not in _YEAR_BEFORE
            and after != "us"
            and not w.capital(n.b)
        ):
            return "year" if n.a and w.capital(n.a - 1) else ""
        if before in _QUALIFYING:
            return ""
        return "year"
    if before in ("in", "since", "until", "till", "circa", "year") and not is_plural(after) and after != "of":
        return "year"
    return ""
