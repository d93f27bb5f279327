"""Where and when: the first place and the first time behind a number."""

from __future__ import annotations

from figures.lexicon.english import DETERMINERS, FUNCTION_WORDS, MONTHS, PREPOSITIONS, WEEKDAYS, cues
from figures.lexicon.numerals import NUMERALS
from figures.quantities.frame import Frame
from figures.quantities.tokens import Words

_PLACE_PREPOSITIONS = frozenset(("in", "at", "across", "near", "from", "around", "outside", "throughout"))
_ENDS = frozenset("; : . while but whereas".split())
_NOTABLE = _ENDS | PREPOSITIONS | WEEKDAYS.keys()
TIME_WORDS = cues("time")
_PARTS_OF_TIME = frozenset("past last early late mid".split())
_DIVISIONS = frozenset("province city state county region district".split())  # part of a name of a place
_TIME_PREPOSITIONS = cues("time-preposition")


def find_circumstances(w: Words, f: Frame, j: int) -> None:
    """The first place and the first time behind the number, within the clause: from token ``j`` on."""
    tokens = w.tokens
    at = j
    for k in [k for k in range(j, min(w.size, j + 16)) if tokens[k] in _NOTABLE]:
        t = tokens[k]
        if k < at:
            continue
        if t in _ENDS:
            break
        if t not in PREPOSITIONS:
            if f.time is None and (len(t) > 4 or w.capital(k)):  # not "sat"
                f.time = (k, k + 1)
            continue
        if k + 1 == w.size:
            break
        c = k + 1
        while tokens[c] in DETERMINERS or tokens[c] in _PARTS_OF_TIME:
            c += 1
        if _is_time(w, c):
            if f.time is None and t in _TIME_PREPOSITIONS:
                at = c + 1
                while at < min(w.size, c + 4) and _goes_on(tokens[at]):
                    at += 1
                f.time = (k, at)
        elif f.place is None and t in _PLACE_PREPOSITIONS and _is_name(w, c):
            at = c + 1
            while at < w.size and tokens[at].isalpha() and (w.capital(at) or tokens[at] in _DIVISIONS):
                at += 1
            f.place = (c, at)


def _is_time(w: Words, c: int) -> bool:
    """Whether a time begins at token ``c``: March, Monday, 2015, 3 March, the week, three days."""
    t = w.tokens[c]
    if t in MONTHS or t in WEEKDAYS or t in TIME_WORDS:
        return True
    after = w.tokens[c + 1]
    return (t.isdecimal() and (len(t) == 4 or after in MONTHS)) or (t in NUMERALS and after in TIME_WORDS)


def _goes_on(token: str) -> bool:
    """Whether a time goes on with the token: "March 2015"."""
    return token.isdecimal() or token in MONTHS or token in TIME_WORDS


def _is_name(w: Words, c: int) -> bool:
    t = w.tokens[c]
    return t.isalpha() and t not in FUNCTION_WORDS and w.capital(c)
