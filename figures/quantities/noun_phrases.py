"""Noun phrases beside a token, told from word classes alone."""

from __future__ import annotations

from figures.lexicon.english import (
    ARTICLES,
    DETERMINERS,
    FUNCTION_WORDS,
    PLURALS,
    POSSESSIVES,
    VERB_ONLY,
    VERBS,
    cues,
    is_plural,
)
from figures.lexicon.numerals import NUMERALS
from figures.quantities.marks import HYPHENS
from figures.quantities.tokens import Words

Range = tuple[int, int]  # tokens, end exclusive


_NOT_IN_NOUN = FUNCTION_WORDS - cues("within-noun")
_ADJECTIVE_S = cues("adjective-s")
VERBAL = frozenset(("past", "third", "participle"))


def noun_after(w: Words, j: int, one: bool) -> Range | None:
    """The noun phrase that begins at token ``j``; ``one``: the number before it is one, so a singular is wanted."""
    tokens = w.tokens
    while tokens[j] in HYPHENS and w.glued(j):
        j += 1
    a = j
    end = j
    plural_at = -1
    limit = min(w.size, j + 8)
    while j < limit:
        t = tokens[j]
        if not t[0].isalpha():
            if t in HYPHENS and w.glued(j) and w.glued(j + 1) and j + 1 < w.size and (tokens[j + 1][0].isalpha()):
                j += 1
                continue
            if t in ("'", "’") and plural_at == j - 1 and tokens[j + 1].isalpha() and w.gap(j + 1) > 0:
                j += 1  # players' union
                plural_at = -1
                continue
            if t == "&" or (t == "/" and w.glued(j) and w.glued(j + 1) and tokens[j + 1][:1].isalpha()):
                j += 1
                continue
            if (
                t[0].isdecimal()
                and end > a
                and plural_at < 0
                and not one
                and tokens[j + 1].isalpha()
                and is_plural(tokens[j + 1])
            ):
                j += 1  # 5 Boeing 737 jets
                continue
            break
        if end > a and tokens[j - 1] in HYPHENS:
            j += 1
            end = j
            continue
        if t in _NOT_IN_NOUN or (t in NUMERALS and t not in ("second", "third", "first", "quarter", "double", "half")):
            if (
                t == "and"
                and plural_at < 0
                and end > a
                and not one
                and tokens[j + 1].isalpha()
                and (
                    is_plural(tokens[j + 1])
                    or (
                        j + 2 < w.size
                        and is_plural(tokens[j + 2])
                        and tokens[j + 1] not in FUNCTION_WORDS
                        and tokens[j + 2] not in VERBS
                    )
                )
                and tokens[j - 1] not in VERBS
            ):
                j += 1  # Kia and Hyundai vehicles
                continue
            break
        verb = VERBS.get(t)
        if t in VERB_ONLY and end > a:
            break
        if plural_at >= 0:
            if verb is not None or not is_plural(t):
                break
        elif verb is not None and verb[1] in VERBAL and not is_plural(t):
            same = one and end > a and t == verb[0] and not tokens[j + 1].isalpha()  # one kitchen set,
            if (j == a or end > a) and not same and not _plural_soon(w, j + 1):
                break
        elif (verb is not None and verb[1] == "third" and one and end > a) or (
            verb is not None
            and verb[1] == "ing"
            and end > a
            and not (is_plural(tokens[j + 1]) and tokens[j + 1] not in FUNCTION_WORDS)
        ):
            break
        if t.endswith("ly") and len(t) > 4 and not tokens[j + 1].isalpha():
            break
        j += 1
        end = j
        if is_plural(t) and t not in _ADJECTIVE_S and not (one and t not in PLURALS):
            plural_at = j - 1
            if (
                tokens[j] == "and"
                and not one
                and tokens[j + 1].isalpha()
                and is_plural(tokens[j + 1])
                and tokens[j + 1] not in VERBS
                and tokens[j + 1] not in FUNCTION_WORDS
            ):
                j += 2  # warplanes and helicopters
                end = j
                plural_at = j - 1
    if end <= a:
        return None
    return a, end


def _plural_soon(w: Words, j: int) -> bool:
    """Whether a plural follows within the noun phrase: "registered Syrian refugees"."""
    for k in range(j, min(j + 3, w.size)):
        t = w.tokens[k]
        if t in FUNCTION_WORDS or not t.isalpha():
            return False
        if is_plural(t):
            return True
    return False


def _is_attribute(w: Words, i: int) -> bool:
    """Whether the participle at token ``i`` is within a noun phrase: "the agreed plan", "a state-run firm"."""
    before = w.tokens[i - 1] if i else ""
    return before in DETERMINERS or (before == "-" and w.tokens[i + 1].isalpha())


def noun_before(w: Words, end: int, floor: int) -> Range | None:
    """The noun phrase that ends before token ``end``, with the "of" phrases in it; not further left than ``floor``."""
    tokens = w.tokens
    i = end - 1
    a = end
    while i >= floor and end - i < 16:
        t = tokens[i]
        if t[0].isalpha():
            if t in FUNCTION_WORDS:
                if (
                    t in ARTICLES
                    or t in POSSESSIVES
                    or t in ("this", "that", "these", "those", "each", "every", "some", "any", "another")
                ):
                    if i and (tokens[i - 1] in ("of", "in", "for", "per", "on", "at")) and i - 1 > floor and a < end:
                        i -= 1
                        continue
                    break
                if (
                    t in ("of", "in", "for", "per", "on")
                    and a < end
                    and i > floor
                    and tokens[i - 1][:1].isalpha()
                    and tokens[i - 1] not in FUNCTION_WORDS
                    and not (
                        tokens[i - 1] in VERBS and VERBS[tokens[i - 1]][1] in VERBAL and not is_plural(tokens[i - 1])
                    )
                ):
                    i -= 1
                    continue
                if (
                    t == "and"
                    and a < end
                    and i > floor
                    and tokens[i - 1][:1].isalpha()
                    and tokens[i - 1] not in FUNCTION_WORDS
                    and tokens[i - 1] not in VERBS
                ):
                    i -= 1
                    continue
                break
            if a < end and t in VERBS and VERBS[t][1] in VERBAL and not is_plural(t) and not _is_attribute(w, i):
                break
            a = i
        elif t in ("-", "'", "’", "&", "/") and i > floor and (w.glued(i) or t == "&"):
            pass
        elif t[0].isdecimal() and (
            w.gap(i + 1) <= 1 if a < end else i and (tokens[i - 1][:1].isalpha() or tokens[i - 1] in ("-", "&"))
        ):
            a = i
        elif t == "." and i and w.glued(i) and len(tokens[i - 1]) <= 4 and i > floor and w.capital(i - 1) and a == end:
            pass
        else:
            break
        i -= 1
    if a >= end:
        return None
    return a, end
