"""Numerals in words that claim nothing: "one" as a pronoun, idioms, ordinals that only tell an order."""

from __future__ import annotations

from figures.lexicon.english import AUXILIARIES, FUNCTION_WORDS, MONTHS, VERB_ONLY, VERBS, cues, is_plural
from figures.lexicon.numerals import NUMERALS
from figures.quantities.marks import DASHES_AND_MINUS
from figures.quantities.number import Number
from figures.quantities.reject_dates import is_month
from figures.quantities.tokens import Words

_ROUND = frozenset("hundred thousand million billion trillion".split())
_NOTHING = frozenset("zero nought naught".split())
_DOUBLE = frozenset("double doubles treble triple triples".split())
_ONE_AFTER = cues("behind-pronoun")
_ONE_BEFORE = cues("before-pronoun")
_RANKING = cues("ranking")
_HALF_BEFORE = cues("before-half")
_DOUBLE_AFTER = cues("behind-double")
_ONE_COMPOUND = cues("one-compound")
_HALF_COMPOUND = cues("half-compound")
_HALF_AFTER = cues("behind-half")
_COUNTS_DAYS = cues("one-day")


def words_reason(w: Words, n: Number, before: str, after: str, has_unit: bool) -> str:
    """Why a numeral in words is not a quantity; "" when it is one. ``before``, ``after``: the tokens beside it."""
    tokens = w.tokens
    if n.kind == "ordinal":
        if n.a and w.capital(n.a) and w.capital(n.b) and before.isalpha() and n.b < w.size and w.sentence_case:
            return "name"
        return "" if has_unit else ordinal_reason(w, n, before, after)
    if after in ("o'clock", "o’clock"):
        return "clock time"
    if n.b - n.a == 1:
        token = tokens[n.a]
        if token == "one" and not has_unit:
            return _one_reason(w, n, before, after)
        if token in ("half", "quarter"):
            return _half_reason(w, n, before, after, has_unit)
        if token == "zero" and n.a and before in DASHES_AND_MINUS and w.glued(n.a):
            return "idiom"
        if token in _NOTHING and after in ("in", "tolerance", "hour", "day"):
            return "idiom"
        if token in _NOTHING and after in ("-", "emission", "emissions"):
            return ""
        if token in _ROUND and before in ("multi", "-", "per", "/"):
            return "idiom"
        if token == "second":
            return "unit"
    if (
        n.a
        and w.capital(n.a)
        and before.isalpha()
        and n.b - n.a == 1
        and (before not in FUNCTION_WORDS or w.capital(n.b) or before == "of")
        and w.sentence_case
    ):
        # a numeral with a capital within a sentence is part of a name: Big Four, the Ten Commandments, Group of Seven
        return "name"
    if n.kind == "multiple" and tokens[n.a] in _DOUBLE and after not in _DOUBLE_AFTER:
        return "idiom"
    if 1 <= n.value <= 12 and type(n.value) is int and before in ("at", "by", "until") and after == "sharp":
        return "clock time"
    if (
        n.b - n.a >= 2
        and n.kind == "number"
        and not has_unit
        and tokens[n.a] in ("eighteen", "nineteen", "twenty")
        and tokens[n.a + 1] in ("twenty", "eighty", "ninety")
    ):
        return "year"
    return ""


def _one_reason(w: Words, n: Number, before: str, after: str) -> str:
    """The pronoun and the idioms: "the one", "one that", "one day", "one-off"."""
    tokens = w.tokens
    if w.taken == n.a - 1 and before == "and" and not after:
        return ""
    if not after or after in (".", ",", ";", ":", "!", "?", ")", "”", '"', "'", "’"):
        return "" if w.size <= 2 or (n.a == 0 and after == "") else "pronoun"
    if after == "in" and (tokens[n.b + 1][:1].isdecimal() or tokens[n.b + 1] in NUMERALS or tokens[n.b + 1] == "every"):
        return ""
    if after == "out" and tokens[n.b + 1] == "of":
        return ""
    if after == "of":
        return "" if before not in _ONE_BEFORE and tokens[n.b + 1] not in ("a",) else "pronoun"
    if before in _ONE_BEFORE or before in ("a", "an"):
        return "pronoun"
    if (
        after in _ONE_AFTER
        or after in AUXILIARIES
        or after in VERB_ONLY
        or (before == "by" and n.a > 1 and tokens[n.a - 2] == "one")
    ):
        return "pronoun"
    if after in ("-", "‑") and tokens[n.b + 1] in _ONE_COMPOUND:
        return "idiom"
    if after == "day" and before not in _COUNTS_DAYS:
        return "idiom"
    if before in ("-", "‑") and w.glued(n.a):
        return "idiom"
    if after in VERBS and VERBS[after][1] in ("third",) and not is_plural(after):
        return "pronoun"
    if before.endswith("er") and before in ("larger", "smaller", "newer", "older", "better", "bigger"):
        return "pronoun"
    return ""


def _half_reason(w: Words, n: Number, before: str, after: str, has_unit: bool) -> str:
    """Halves of a match and quarters of a year: "the second half", "last quarter"."""
    token = w.tokens[n.a]
    if has_unit:
        if token == "quarter" and before not in ("a", "-") and n.a and after != "-":
            return "part of a year"
        return ""
    if before in _HALF_BEFORE:
        if before == "one":
            return ""
        return "part of something" if token == "quarter" or before != "the" or after != "of" else ""
    if token == "quarter" and after not in ("of", "mile", "inch", "hour", "century", "-"):
        return "part of a year"
    if token == "half" and after in ("-",) and w.tokens[n.b + 1] in _HALF_COMPOUND:
        return "idiom"
    if token == "half" and after in _HALF_AFTER:
        return "idiom"
    return ""


def ordinal_reason(w: Words, n: Number, before: str, after: str) -> str:
    """Ordinals that are a date, a name or an adverb: "3rd March", "the 19th century", "at first"."""
    tokens = w.tokens
    if (after in MONTHS and is_month(w, n.b)) or (before in MONTHS and is_month(w, n.a - 1)):
        return "date"
    if after == "of" and tokens[n.b + 1] in MONTHS and is_month(w, n.b + 1):
        return "date"
    if after in ("century", "centuries"):
        return "name"
    word = tokens[n.a]
    if word == "second" and before in ("i", "we", "you", "they"):
        return "verb"
    if w.size <= 3:
        return ""
    if n.b - n.a == 1 and word in ("first", "second", "third"):
        if (
            before in ("at", "from", "for", "only", "ever", "not", "when")
            and after not in ("time",)
            and word == "first"
            and (after in FUNCTION_WORDS or after in VERBS or not after.isalpha())
        ):
            return "adverb"
        if n.a == 0 and after == ",":
            return "adverb"
        if (
            word == "first"
            and after in ("", ".", ",", ";", "!")
            and not _RANKING.intersection(tokens[max(0, n.a - 3) : n.a])
        ):
            return "adverb"
        if word == "first" and (
            (after in VERBS and VERBS[after][1] == "past") or (after in ("of",) and tokens[n.b + 1] == "all")
        ):
            return "adverb"
        if word == "second" and after == "to" and tokens[n.b + 1] in ("last", "none"):
            return "adverb"
        if word == "second" and after in ("-",) and tokens[n.b + 1] in ("hand", "guess"):
            return "idiom"
        if word == "first" and after in ("-",) and tokens[n.b + 1] in ("hand", "ever", "person", "aid"):
            return "idiom"
        if word == "first" and (after in ("lady", "aid", "minister", "name")):
            return "name"
    return ""
