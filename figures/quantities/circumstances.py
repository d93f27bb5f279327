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
_TIME_PREPOSITIONS = cues("time-preposition")


def find_circumstances(w: Words, f: Frame, j: int) -> None:
    """The first place and the first time behind the number, within the clause."""
    tokens = w.tokens
    k = j
    limit = min(w.size, j + 16)
    while k < limit:
        t = tokens[k]
        if t not in _NOTABLE:
            k += 1
            continue
        if t in _ENDS:
            break
        if t in PREPOSITIONS and k + 1 < w.size:
            c = k + 1
            while tokens[c] in DETERMINERS or tokens[c] in ("past", "last", "early", "late", "mid"):
                c += 1
            t2 = tokens[c]
            if (
                t2 in MONTHS
                or t2 in WEEKDAYS
                or (t2.isdecimal() and len(t2) == 4)
                or t2 in TIME_WORDS
                or (t2 in NUMERALS and tokens[c + 1] in TIME_WORDS)
            ):
                if f.time is None and t in _TIME_PREPOSITIONS:
                    e = c + 1
                    while (
                        e < w.size
                        and (tokens[e].isdecimal() or tokens[e] in MONTHS or tokens[e] in TIME_WORDS)
                        and e - c < 4
                    ):
                        e += 1
                    f.time = (k, e)
                    k = e
                    continue
            elif (
                f.place is None
                and t in _PLACE_PREPOSITIONS
                and t2
                and w.capital(c)
                and t2.isalpha()
                and t2 not in FUNCTION_WORDS
            ):
                e = c + 1
                while (
                    e < w.size
                    and tokens[e].isalpha()
                    and (w.capital(e) or tokens[e] in ("province", "city", "state", "county", "region", "district"))
                ):
                    e += 1
                f.place = (c, e)
                k = e
                continue
        elif f.time is None and t in WEEKDAYS:
            f.time = (k, k + 1)
        k += 1
