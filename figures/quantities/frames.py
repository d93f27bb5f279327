"""What a number counts and what is said of it: noun phrases, predicates and subjects, told from word classes alone."""

from __future__ import annotations

from figures.lexicon.english import (
    ADJECTIVES,
    ADVERBS,
    ARTICLES,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    FUNCTION_WORDS,
    MONTHS,
    PLURALS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    VERB_ONLY,
    VERBS,
    WEEKDAYS,
    is_plural,
)
from figures.lexicon.numerals import NUMERALS
from figures.quantities.affixes import CHANGES
from figures.quantities.item import Item
from figures.quantities.tokens import Words

Range = tuple[int, int]  # tokens, end exclusive
_DASHES = frozenset("-‐‑")
_STATES = frozenset(
    "dead killed injured wounded missing displaced homeless dead, hurt hospitalised hospitalized infected unaccounted arrested detained "
    "jailed evacuated rescued stranded trapped abducted kidnapped unemployed jobless vaccinated".split()
)
_PREDICATE_PREPOSITIONS = frozenset("from into out off to by".split())
_NOUN_ENDS = frozenset(". , ; : ! ? ( ) [ ] { } “ ” \" – — … / | • < > = + ± ~ % & @ # * ^".split())
_NOT_IN_NOUN = FUNCTION_WORDS - frozenset(("old", "high", "low", "higher", "lower", "long", "deep", "wide", "tall", "more", "other", "such", "best",
                                           "better", "worst", "straight", "overall", "combined", "home", "well", "far", "daily", "weekly", "monthly", "yearly", "overseas", "late", "least"))
_SKIPPED = frozenset("more other additional further extra such same said different".split())
_QUOTES = frozenset("'’\"“”‘")
_VERBAL = frozenset(("past", "third", "participle"))


def noun_after(w: Words, j: int, one: bool) -> Range | None:
    """The noun phrase that begins at token ``j``; ``one``: the number before it is one, so a singular is wanted."""
    tokens = w.tokens
    a = j
    while tokens[j] in _DASHES and j > a - 1 and w.glued(j):
        j += 1
        a = j
    end = j
    plural_at = -1
    limit = min(w.size, j + 8)
    while j < limit:
        t = tokens[j]
        if not t[0].isalpha():
            if t in _DASHES and w.glued(j) and w.glued(j + 1) and j + 1 < w.size and (tokens[j + 1][0].isalpha()):
                j += 1
                continue
            if t in ("'", "’") and plural_at == j - 1 and tokens[j + 1].isalpha() and w.starts[j + 1] > w.ends[j]:
                j += 1  # players' union
                plural_at = -1
                continue
            if t == "&" or (t == "/" and w.glued(j) and w.glued(j + 1) and tokens[j + 1][:1].isalpha()):
                j += 1
                continue
            if t[0].isdigit() and end > a and plural_at < 0 and not one and tokens[j + 1].isalpha() and is_plural(tokens[j + 1]):
                j += 1  # 5 Boeing 737 jets
                continue
            break
        if end > a and tokens[j - 1] in _DASHES:
            j += 1
            end = j
            continue
        if t in _NOT_IN_NOUN or t in NUMERALS and t not in ("second", "third", "first", "quarter", "double", "half"):
            if t == "and" and plural_at < 0 and end > a and not one and tokens[j + 1].isalpha() and (
                is_plural(tokens[j + 1]) or (j + 2 < w.size and is_plural(tokens[j + 2]) and tokens[j + 1] not in FUNCTION_WORDS and tokens[j + 2] not in VERBS)
            ) and tokens[j - 1] not in VERBS:
                j += 1  # Kia and Hyundai vehicles
                continue
            break
        verb = VERBS.get(t)
        if t in VERB_ONLY and end > a:
            break
        if plural_at >= 0:
            if not is_plural(t) and not (w.capital(j) and False):
                break
            if verb is not None:
                break
        elif verb is not None and verb[1] in _VERBAL and not is_plural(t):
            nxt = tokens[j + 1]
            if not (nxt.isalpha() and nxt not in FUNCTION_WORDS and (end > a or True) and (is_plural(nxt) or _plural_soon(w, j + 1))):
                if j == a or end > a:
                    break
        elif verb is not None and verb[1] == "third" and one and end > a:
            break
        elif verb is not None and verb[1] == "ing" and end > a and not (is_plural(tokens[j + 1]) and tokens[j + 1] not in FUNCTION_WORDS):
            break
        elif verb is not None and verb[1] == "third" and not one and end > a and not (tokens[j + 1] in FUNCTION_WORDS or not tokens[j + 1].isalpha() or tokens[j + 1] in VERBS):
            pass
        if t.endswith("ly") and len(t) > 4 and not tokens[j + 1].isalpha():
            break
        j += 1
        end = j
        if is_plural(t) and t not in _ADJECTIVE_S and not (one and t not in PLURALS):
            plural_at = j - 1
            if tokens[j] == "and" and not one and tokens[j + 1].isalpha() and is_plural(tokens[j + 1]) and tokens[j + 1] not in VERBS and tokens[j + 1] not in FUNCTION_WORDS:
                j += 2  # warplanes and helicopters
                end = j
                plural_at = j - 1
    if end <= a:
        return None
    return a, end


_ADJECTIVE_S = frozenset("previous serious various famous dangerous numerous religious us gas business press class glass loss boss cross mass".split())


def _plural_soon(w: Words, j: int) -> bool:
    """Whether a plural follows within the noun phrase: "registered Syrian refugees"."""
    for k in range(j, min(j + 3, w.size)):
        t = w.tokens[k]
        if t in FUNCTION_WORDS or not t.isalpha():
            return False
        if is_plural(t):
            return True
    return False


class Frame:
    """What was found around one number; token ranges, None where the sentence does not give it."""

    __slots__ = ("attached", "counted", "elided", "hypothetical", "place", "predicate", "subject", "time", "whole")

    def __init__(self) -> None:
        self.counted: Range | None = None
        self.whole: Range | None = None
        self.subject: Range | None = None
        self.attached: Range | None = None
        self.predicate: Range | None = None
        self.place: Range | None = None
        self.time: Range | None = None
        self.elided = ""
        self.hypothetical = False


_MODALS = frozenset("would could may might should if unless whether".split())
_MODAL_VERBS = frozenset("plan plans planned expect expects expected hope hopes aim aims propose proposed forecast forecasts projected".split())


def frame(w: Words, item: Item, items: list[Item], index: int) -> Frame:
    """Fills a frame for ``items[index]``."""
    f = Frame()
    tokens = w.tokens
    n = item.number
    j = item.b
    one = n.value == 1 and n.high is None
    next_start = items[index + 1].qa if index + 1 < len(items) else w.size
    after = tokens[j]
    end = j
    if after == "of" and not (item.kind == "ordinal"):
        k = j + 1
        if tokens[k] in ("which", "whom", "them", "us", "those", "these", "it"):
            f.whole = (k, k + 1)
            end = k + 1
        else:
            start = k
            while tokens[k] in DETERMINERS or tokens[k] in _SKIPPED or (k > start and tokens[k] in ("most", "very", "least")):
                k += 1
            if k <= next_start and (tokens[k][:1].isalpha() or tokens[k][:1].isdigit()):
                np = noun_after(w, k, tokens[k - 1] in ARTICLES and k > start and False)
                if np is not None:
                    f.whole = (start, np[1])
                    end = np[1]
                    if not item.name or item.kind in ("measure",):
                        f.counted = np
                    if n.vague and not item.name:
                        f.whole = None
                elif k > start and index + 1 < len(items) and items[index + 1].qa == k and not item.name:
                    follow = items[index + 1]
                    np = noun_after(w, follow.b, False)
                    if np is not None:
                        f.whole = (start, np[1])
                        f.counted = np
                        end = np[1]
    elif item.kind == "currency" and after in ("for", "in", "on") and j < next_start:
        k = j + 1
        while tokens[k] in DETERMINERS:
            k += 1
        if tokens[k][:1].isalpha() and tokens[k] not in MONTHS and tokens[k] not in WEEKDAYS and tokens[k] not in VERBS:
            np = noun_after(w, k, k > j + 1)
            if np is not None and tokens[np[1] - 1] not in _TIME_WORDS:
                f.counted = np
    elif after in _DASHES or after.isalpha() or after in ("'", "’", "“", "‘"):
        k = j
        while tokens[k] in _SKIPPED and tokens[k + 1].isalpha() and tokens[k + 1] not in FUNCTION_WORDS:
            k += 1
        if tokens[k] in ("others", "more", "other", "another") and item.name == "":
            f.counted = (k, k + 1)
            end = k + 1
        elif item.kind != "ordinal" or after not in _DASHES:
            if item.name and tokens[k] in ("-",) and w.glued(k):
                k += 1
            if tokens[k] in ("“", "‘", '"'):
                k += 1
            if tokens[k] in _DASHES and item.name == "" and w.glued(k) and w.glued(k + 1) and tokens[k + 1].isalpha() and item.kind != "ordinal":
                # six-cylinder engine: cylinders are counted, the engine has them
                stop = k + 2
                while tokens[stop] in _DASHES and w.glued(stop) and tokens[stop + 1].isalpha():
                    stop += 2
                f.counted = (k + 1, stop)
                end = stop
                rest = noun_after(w, stop, True) if tokens[stop].isalpha() and tokens[stop] not in FUNCTION_WORDS else None
                if rest is not None:
                    f.whole = rest
                    end = rest[1]
                _predicate(w, f, item, end, next_start)
                _left(w, f, item, items, index)
                _circumstances(w, f, end)
                return f
            stated = _state(w, k) if item.name == "" else False
            if not stated and not (item.name and _not_attributive(w, item, k)):
                np = noun_after(w, k, one or item.kind == "ordinal")
                if np is not None and np[0] <= next_start:
                    f.counted = np
                    end = np[1]
    if end == j and item.name == "" and item.kind != "ordinal" and tokens[j] in ("and", "or") and tokens[j + 1] == "more":
        end = j + 2
    _predicate(w, f, item, end, next_start)
    _left(w, f, item, items, index)
    _circumstances(w, f, end)
    return f


def _state(w: Words, k: int) -> bool:
    """Whether token ``k`` says what happened and not what is counted: "a million injured", "12 were killed"."""
    t = w.tokens[k]
    if t in AUXILIARIES:
        return True
    if t in _STATES:
        nxt = w.tokens[k + 1]
        return not (nxt.isalpha() and nxt not in FUNCTION_WORDS and nxt not in VERBS and is_plural(nxt))
    return False


def _not_attributive(w: Words, item: Item, k: int) -> bool:
    """Whether the word behind a unit belongs to something else: "rose 5% Monday", "5 years ago", "$5 bail" does belong."""
    t = w.tokens[k]
    if t in FUNCTION_WORDS or t in WEEKDAYS or t in MONTHS:
        return True
    verb = VERBS.get(t)
    return verb is not None and verb[1] in _VERBAL and not is_plural(t)


def _predicate(w: Words, f: Frame, item: Item, j: int, stop: int) -> None:
    """What happened to what is counted, to the right: "have been killed", "injured", "forced from their homes"."""
    tokens = w.tokens
    if item.kind not in ("number", "fraction", "percentage", "count") and item.name:
        return
    k = j
    limit = min(w.size, j + 8)
    seen_aux = False
    while k < limit:
        t = tokens[k]
        if t in AUXILIARIES:
            if t in _MODALS:
                f.hypothetical = True
            seen_aux = True
        elif t in ADVERBS or (t.endswith("ly") and len(t) > 4) or t in ("who", "that", "which", "not"):
            pass
        else:
            break
        k += 1
    t = tokens[k]
    verb = VERBS.get(t)
    if t in _STATES or (verb is not None and (verb[1] != "ing" or seen_aux) and (seen_aux or verb[1] in ("past", "participle", "base")) and k < limit):
        if verb is not None and not seen_aux and verb[1] == "base" and t not in _STATES:
            if f.counted is None:
                return
        b = k + 1
        if tokens[b] in _PREDICATE_PREPOSITIONS and b < stop:
            c = b + 1
            while tokens[c] in DETERMINERS:
                c += 1
            np = noun_after(w, c, False)
            if np is not None and np[1] <= stop and tokens[c] not in MONTHS and not tokens[c][:1].isdigit():
                b = np[1]
        f.predicate = (k, b)


_ATTACHING = frozenset("of at to is was by with from between = for on above below around near".split())
_IDLE = frozenset("order addition fact total case last least most whole part lot way average".split())  # "in total", "on average": about nothing
_RELATIVE = frozenset(("who", "which", "that"))
_THIRD_PERSON = frozenset("it he she they".split())


def _verb_at(w: Words, i: int, k: int) -> bool:
    """Whether token ``i`` is the verb of the clause that the number at token ``k`` stands in."""
    tokens = w.tokens
    t = tokens[i]
    if t in AUXILIARIES:
        return True
    before = tokens[i - 1] if i else ""
    if before in DETERMINERS and before not in ("that", "which", "this", "all", "both"):
        return False
    after = tokens[i + 1]
    known = VERBS.get(t)
    if known is None:
        # an unknown word in -ed with nothing behind it that it could describe
        return t[-2:] == "ed" and len(t) > 4 and i > 0 and (after in FUNCTION_WORDS or i + 1 >= k) and before not in PREPOSITIONS
    tense = known[1]
    if after == ":":
        return False
    if tense == "past" or tense == "participle":
        if not i and not (i + 1 >= k):
            return False
        return not (after.isalpha() and i + 1 < k and after not in FUNCTION_WORDS and before in PREPOSITIONS and before not in ("that",))
    if tense == "third":
        if before in PREPOSITIONS and not (i > 1 and tokens[i - 2] in _DASHES):
            return False
        return not _is_noun_use(w, i)
    if tense == "base":
        return before in AUXILIARIES or before == "to" or before in PRONOUNS or (is_plural(before) and before not in VERBS)
    return before in AUXILIARIES or before == "," or i == 0 or (i + 1 >= k and known[0] in CHANGES)


def _left(w: Words, f: Frame, item: Item, items: list[Item], index: int) -> None:
    """The verb that governs the number and its subject, to the left; or the noun the number is attached to ("speeds of")."""
    tokens = w.tokens
    k = item.qa
    floor = items[index - 1].b if index else 0
    j = k - 1
    if j >= 0:
        i = j
        if tokens[j] in _ATTACHING and j:
            i = j - 1
            while i > 0 and (tokens[i] in _STEPS or tokens[i] in ADVERBS):
                i -= 1
        if i >= floor and _can_carry(w, i):
            f.attached = _noun_before(w, i + 1, floor)
    verb = -1
    bracket = 0
    i = j
    while i >= 0:
        t = tokens[i]
        if t == ")":
            bracket += 1
        elif t == "(":
            bracket = max(0, bracket - 1)
        elif bracket:
            pass
        elif (t in VERBS or t in AUXILIARIES or t[-2:] == "ed") and _verb_at(w, i, k):
            verb = i
            break
        elif t in (";", "—", "while", "whereas", "but"):
            break
        i -= 1
    if verb < 0:
        if f.attached is None and j >= 0:
            i = j
            while i > floor and (tokens[i] in ("(", ",", ":", "=", "-", "–") or tokens[i] in PREPOSITIONS):
                i -= 1
            if i >= floor and i >= 0 and tokens[i].isalpha() and tokens[i] not in FUNCTION_WORDS and tokens[i] not in _IDLE:
                f.attached = _noun_before(w, i + 1, floor)
        return
    if f.predicate is None:
        f.predicate = (verb, verb + 1)
    f.subject = _subject(w, f, verb)


_STEPS = frozenset("starting set up of about as high low much many priced ranging range".split())


def _can_carry(w: Words, i: int) -> bool:
    """Whether token ``i`` is a noun that a number can belong to: "speeds of", "sales (up 5%)", not "stands at"."""
    tokens = w.tokens
    t = tokens[i]
    if not t[0].isalpha() or t in FUNCTION_WORDS or t in _IDLE or t in ADJECTIVES:
        return False
    if t in VERBS:
        before = tokens[i - 1] if i else ""
        return before in DETERMINERS or before in PREPOSITIONS or (tokens[i + 1] in ("of", ":") and VERBS[t][1] in ("base", "third", "ing") and before not in AUXILIARIES
                                                                     and before != "to") or (is_plural(t) and not _verb_at(w, i, w.size))
    return not (t[-2:] == "ed" and len(t) > 4)


def _subject(w: Words, f: Frame, verb: int) -> Range | None:
    """The subject of the verb at token ``verb``: across auxiliaries, relative clauses, appositions and second predicates."""
    tokens = w.tokens
    i = verb - 1
    relative = False
    while i >= 0:
        t = tokens[i]
        if t in AUXILIARIES or t in ADVERBS or t in _RELATIVE or t == "to" or (t[-2:] == "ly" and len(t) > 4) or (
            t in VERBS and tokens[i + 1] == "to" and _verb_at(w, i, i + 1)
        ) or (t in ("expected", "set", "likely", "due", "able", "reckoned", "forecast", "projected", "said", "believed") and tokens[i + 1] == "to"):
            if t in _MODALS:
                f.hypothetical = True
            if t in _RELATIVE:
                relative = True
        else:
            break
        i -= 1
    if i < 0:
        return None
    if relative and tokens[i] == ",":
        i -= 1
    if tokens[i] == ")":
        while i >= 0 and tokens[i] != "(":
            i -= 1
        i -= 1
    if i >= 0 and tokens[i] == "," and not relative:
        if VERBS.get(tokens[verb], ("", ""))[1] == "ing":  # a participle clause: the subject of the main clause
            return _main_subject(w, i)
        start = i - 1
        while start > max(0, i - 14) and tokens[start] != ",":
            start -= 1
        i = start - 1 if tokens[start] == "," and start > 0 else i - 1
    if i >= 0 and tokens[i] in ("and", "but", "or", "before", "after", "by", "while"):
        return _main_subject(w, i)
    if i >= 0 and tokens[i] in PRONOUNS:
        if tokens[i] in _THIRD_PERSON and i > 1:
            return _main_subject(w, i)
        return None
    found = _noun_before(w, i + 1, 0)
    if found is not None and found[1] - found[0] == 1 and tokens[found[0]] in VERBS and not w.capital(found[0]) and not is_plural(tokens[found[0]]):
        return None
    return found


def _main_subject(w: Words, end: int) -> Range | None:
    """The subject of the first clause before token ``end``: what "it" or a second verb speaks of."""
    tokens = w.tokens
    for i in range(1, end):
        t = tokens[i]
        if (t in VERBS or t in AUXILIARIES or t[-2:] == "ed") and _verb_at(w, i, end):
            j = i - 1
            while j > 0 and (tokens[j] in AUXILIARIES or tokens[j] in ADVERBS or tokens[j] in _RELATIVE or tokens[j] == ","):
                j -= 1
            if tokens[j] in PRONOUNS or tokens[j] == ")":
                continue
            return _noun_before(w, j + 1, 0)
    return None


def _is_noun_use(w: Words, i: int) -> bool:
    """Whether a form like "shares" or "plans" at token ``i`` is a noun: nothing that can be its subject stands before it."""
    tokens = w.tokens
    if not i:
        return True
    before = tokens[i - 1]
    if before in DETERMINERS or before in PREPOSITIONS or before in CONJUNCTIONS or before in (",", "(") or before[0].isdigit():
        return not (i > 1 and tokens[i - 2] in _DASHES)
    after = tokens[i + 1]
    return (after in VERBS and VERBS[after][1] in _VERBAL and after not in PLURALS) or after in AUXILIARIES


def _noun_before(w: Words, end: int, floor: int) -> Range | None:
    """The noun phrase that ends before token ``end``, with the "of" phrases inside it; not further left than ``floor``."""
    tokens = w.tokens
    i = end - 1
    a = end
    while i >= floor and end - i < 16:
        t = tokens[i]
        if t[0].isalpha():
            if t in FUNCTION_WORDS:
                if t in ARTICLES or t in POSSESSIVES or t in ("this", "that", "these", "those", "each", "every", "some", "any", "another"):
                    if i and (tokens[i - 1] in ("of", "in", "for", "per", "on", "at")) and i - 1 > floor and a < end:
                        i -= 1
                        continue
                    break
                if t in ("of", "in", "for", "per", "on") and a < end and i > floor and tokens[i - 1][:1].isalpha() and tokens[i - 1] not in FUNCTION_WORDS and not (
                    tokens[i - 1] in VERBS and VERBS[tokens[i - 1]][1] in _VERBAL and not is_plural(tokens[i - 1])
                ):
                    i -= 1
                    continue
                if t == "and" and a < end and i > floor and tokens[i - 1][:1].isalpha() and tokens[i - 1] not in FUNCTION_WORDS and tokens[i - 1] not in VERBS:
                    i -= 1
                    continue
                break
            if t in VERBS and VERBS[t][1] in _VERBAL and not is_plural(t) and a < end:
                if not (i and tokens[i - 1] in DETERMINERS) and not (tokens[i + 1].isalpha() and i and tokens[i - 1] == "-"):
                    break
            a = i
        elif t in ("-", "'", "’", "&", "/") and i > floor and (w.glued(i) or t == "&"):
            pass
        elif t[0].isdigit() and a < end and w.starts[i + 1] - w.ends[i] <= 1:
            a = i
        elif t[0].isdigit() and a == end and i and (tokens[i - 1][:1].isalpha() or tokens[i - 1] in ("-", "&")):
            a = i
        elif t == "." and i and w.glued(i) and len(tokens[i - 1]) <= 4 and i > floor and w.capital(i - 1) and a == end:
            pass
        else:
            break
        i -= 1
    if a >= end:
        return None
    return a, end


_PLACE_PREPOSITIONS = frozenset(("in", "at", "across", "near", "from", "around", "outside", "throughout"))
_TIME_WORDS = frozenset("year years month months week weeks day days quarter decade decades century night morning evening afternoon season".split())


def _circumstances(w: Words, f: Frame, j: int) -> None:
    """The first place and the first time behind the number, within the clause."""
    tokens = w.tokens
    k = j
    limit = min(w.size, j + 16)
    while k < limit:
        t = tokens[k]
        if t in (";", ":", ".", "while", "but", "whereas"):
            break
        if t in PREPOSITIONS and k + 1 < w.size:
            c = k + 1
            while tokens[c] in DETERMINERS or tokens[c] in ("past", "last", "early", "late", "mid"):
                c += 1
            t2 = tokens[c]
            if t2 in MONTHS or t2 in WEEKDAYS or (t2.isdigit() and len(t2) == 4) or t2 in _TIME_WORDS or t2 in NUMERALS and tokens[c + 1] in _TIME_WORDS:
                if f.time is None and t in ("in", "on", "since", "during", "by", "for", "until", "over", "from", "before", "after", "between", "within"):
                    e = c + 1
                    while e < w.size and (tokens[e].isdigit() or tokens[e] in MONTHS or tokens[e] in _TIME_WORDS) and e - c < 4:
                        e += 1
                    f.time = (k, e)
                    k = e
                    continue
            elif f.place is None and t in _PLACE_PREPOSITIONS and t2 and w.capital(c) and t2.isalpha() and t2 not in FUNCTION_WORDS:
                e = c + 1
                while e < w.size and tokens[e].isalpha() and (w.capital(e) or tokens[e] in ("province", "city", "state", "county", "region", "district")):
                    e += 1
                f.place = (c, e)
                k = e
                continue
        elif f.time is None and t in WEEKDAYS:
            f.time = (k, k + 1)
        k += 1


_LISTING = frozenset(("and", "or", "to", "-", "‑", ","))
_ALSO = frozenset(("including", "and", "with", "or", "versus", "against", "than", "from", "to"))


def complete(w: Words, items: list[Item], frames: list[Frame]) -> None:
    """What one number of a sentence leaves unsaid because its neighbour says it: nouns of a list, brackets, elisions."""
    tokens = w.tokens
    last = len(items) - 1
    for k in range(last - 1, -1, -1):
        x, y, f, g = items[k], items[k + 1], frames[k], frames[k + 1]
        between = tokens[x.b : y.qa]
        if f.counted is None and g.counted is not None and not x.name and x.kind != "ordinal":
            if (between and len(between) < 4 and not y.name and _LISTING.issuperset(between)) or (not between and y.name):
                f.counted, f.elided = g.counted, "shared"
        if f.counted is None and between == ["of"]:
            f.counted = g.counted
    for k in range(1, len(items)):
        x, y, f, g = items[k - 1], items[k], frames[k - 1], frames[k]
        between = tokens[x.b : y.qa]
        if between == ["("] and x.name and y.name:
            g.counted = g.counted if g.counted is not None and f.counted is None else f.counted
            if f.counted is None and g.counted is not None:
                f.counted = g.counted
            g.attached, g.subject, g.whole, g.predicate = f.attached, f.subject, f.whole or g.whole, f.predicate
            continue
        if g.attached is None and g.subject is None and g.whole is None and (g.counted is None or not y.name):
            if y.name and not any(t in (".", "!", "?") for t in between):
                g.attached, g.subject, g.whole = f.attached, f.subject, f.whole
        elif g.subject is None and g.attached is None:
            g.subject = f.subject
        if g.counted is None and not y.name and y.kind == "number" and g.predicate is None and f.counted is not None and not x.name:
            before = tokens[y.qa - 1] if y.qa else ""
            if before in _ALSO and (tokens[y.b] in PREPOSITIONS or not tokens[y.b].isalpha()):
                g.counted, g.elided = f.counted, "elided"
