"""Verbs, what they say of a number, and their subjects."""

from __future__ import annotations

from figures.lexicon.english import (
    ADJECTIVES,
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    FUNCTION_WORDS,
    MONTHS,
    PLURALS,
    PREPOSITIONS,
    PRONOUNS,
    VERBS,
    cues,
    is_plural,
)
from figures.quantities.changes import CHANGES
from figures.quantities.frame import Frame
from figures.quantities.item import Item
from figures.quantities.marks import HYPHENS
from figures.quantities.noun_phrases import VERBAL, Range, noun_after, noun_before
from figures.quantities.tokens import Words

_STATES = cues("state")
_PREDICATE_PREPOSITIONS = frozenset("from into out off to by".split())
_MODALS = frozenset("would could may might should if unless whether".split())
_IDLE = cues("idle")
_ATTACHING = cues("attaching")
_RELATIVE = frozenset(("who", "which", "that"))
_PARTING = frozenset("in at near on across around outside from of and".split())
_THIRD_PERSON = frozenset("it he she they".split())
_STEPS = cues("step")
_CLAUSE_ENDS = frozenset("; — while whereas but".split())
_NOTABLE = VERBS.keys() | AUXILIARIES | _CLAUSE_ENDS | {"(", ")"}
_LOOK_BACK = 100  # tokens; what stands further away says nothing of a number
_PROSPECTS = cues("prospect")


def is_state(w: Words, k: int) -> bool:
    """Whether token ``k`` says what happened and not what is counted: "a million injured", "12 were killed"."""
    t = w.tokens[k]
    if t in AUXILIARIES:
        return True
    if t in _STATES:
        nxt = w.tokens[k + 1]
        return not (nxt.isalpha() and nxt not in FUNCTION_WORDS and nxt not in VERBS and is_plural(nxt))
    return False


def find_predicate(w: Words, f: Frame, item: Item, j: int, stop: int) -> None:
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
        elif k == j and f.counted is not None and (ahead := _auxiliary_ahead(w, k, stop)):
            k = ahead
            limit = min(w.size, k + 8)
            continue
        else:
            break
        k += 1
    t = tokens[k]
    verb = VERBS.get(t)
    if t in _STATES or (
        verb is not None
        and (verb[1] != "ing" or seen_aux)
        and (seen_aux or verb[1] in ("past", "participle", "base"))
        and k < limit
    ):
        if verb is not None and not seen_aux and verb[1] == "base" and t not in _STATES and f.counted is None:
            return
        b = k + 1
        if tokens[b] == "part" and verb is not None and verb[0] == "take":
            b += 1
        if tokens[b] in _PREDICATE_PREPOSITIONS and b < stop:
            c = b + 1
            while tokens[c] in DETERMINERS:
                c += 1
            np = noun_after(w, c, False)
            if np is not None and np[1] <= stop and tokens[c] not in MONTHS and not tokens[c][:1].isdecimal():
                b = np[1]
        f.predicate = (k, b)


def _auxiliary_ahead(w: Words, k: int, stop: int) -> int:
    """The auxiliary behind a phrase that parts a noun from its verb: "in Idlib province had been", "and boats are".

    0 where none follows before another number, a mark or another verb.
    """
    tokens = w.tokens
    if tokens[k] not in _PARTING:
        return 0
    for i in range(k + 1, min(k + 7, stop, w.size)):
        t = tokens[i]
        if t in AUXILIARIES:
            return i if i > k + 1 and t not in _MODALS else 0
        if not t.isalpha() or t in PRONOUNS or t in CONJUNCTIONS:
            return 0
        if t in VERBS and not is_plural(t) and not w.capital(i):
            return 0
    return 0


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
        return (
            t[-2:] == "ed"
            and len(t) > 4
            and i > 0
            and (after in FUNCTION_WORDS or i + 1 >= k)
            and before not in PREPOSITIONS
        )
    tense = known[1]
    if after == ":":
        return False
    if tense in ("past", "participle"):
        if not i and i + 1 < k:
            return False
        return not (
            after.isalpha()
            and i + 1 < k
            and after not in FUNCTION_WORDS
            and before in PREPOSITIONS
            and before != "that"
        )
    if tense == "third":
        if before in PREPOSITIONS and not (i > 1 and tokens[i - 2] in HYPHENS):
            return False
        return not _is_noun_use(w, i)
    if tense == "base":
        return (
            before in AUXILIARIES or before == "to" or before in PRONOUNS or (is_plural(before) and before not in VERBS)
        )
    return before in AUXILIARIES or before == "," or i == 0 or (i + 1 >= k and known[0] in CHANGES)


def _is_noun_use(w: Words, i: int) -> bool:
    """Whether a form like "shares" or "plans" at token ``i`` is a noun: nothing before it can be its subject."""
    tokens = w.tokens
    if not i:
        return True
    before = tokens[i - 1]
    if (
        before in DETERMINERS
        or before in PREPOSITIONS
        or before in CONJUNCTIONS
        or before in (",", "(")
        or before[0].isdecimal()
    ):
        return not (i > 1 and tokens[i - 2] in HYPHENS)
    after = tokens[i + 1]
    return (after in VERBS and VERBS[after][1] in VERBAL and after not in PLURALS) or after in AUXILIARIES


def _governing_verb(w: Words, k: int) -> int:
    """The verb nearest before token ``k`` in its clause, brackets left out; -1 where there is none."""
    tokens = w.tokens
    brackets = 0
    for i in range(k - 1, max(-1, k - 1 - _LOOK_BACK), -1):
        t = tokens[i]
        if t not in _NOTABLE and t[-2:] != "ed":
            continue
        if t == ")":
            brackets += 1
        elif t == "(":
            brackets = max(0, brackets - 1)
        elif brackets:
            continue
        elif t in _CLAUSE_ENDS:
            break
        elif _verb_at(w, i, k):
            return i
    return -1


def find_governor(w: Words, f: Frame, item: Item, items: list[Item], index: int) -> None:
    """To the left: the verb that governs the number and its subject; the noun it is a value of ("speeds of")."""
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
        if i >= floor and (_can_carry(w, i) or (tokens[i].isdecimal() and i > floor and w.capital(i - 1))):
            f.attached = noun_before(w, i + 1, floor)
    verb = _governing_verb(w, k)
    if verb < 0:
        if f.attached is None and j >= 0:
            i = j
            while i > floor and (tokens[i] in ("(", ",", ":", "=", "-", "–") or tokens[i] in PREPOSITIONS):
                i -= 1
            if (
                i >= floor
                and i >= 0
                and tokens[i].isalpha()
                and tokens[i] not in FUNCTION_WORDS
                and tokens[i] not in _IDLE
            ):
                f.attached = noun_before(w, i + 1, floor)
        return
    if f.predicate is None:
        f.predicate = (verb, verb + 1)
    f.subject = _subject(w, f, verb)


def _can_carry(w: Words, i: int) -> bool:
    """Whether token ``i`` is a noun that a number can be a value of: "speeds of", not "stands at"."""
    tokens = w.tokens
    t = tokens[i]
    if not t[0].isalpha() or t in FUNCTION_WORDS or t in _IDLE or t in ADJECTIVES:
        return False
    if t in VERBS:
        before = tokens[i - 1] if i else ""
        noun = before in PREPOSITIONS and before != "to" and not (i > 1 and tokens[i - 2] in HYPHENS)
        return (
            before in DETERMINERS
            or (noun and VERBS[t][1] != "ing")
            or (
                tokens[i + 1] in ("of", ":")
                and VERBS[t][1] in ("base", "third", "ing")
                and before not in AUXILIARIES
                and before != "to"
            )
            or (is_plural(t) and not _verb_at(w, i, w.size))
        )
    return not (t[-2:] == "ed" and len(t) > 4)


def _subject(w: Words, f: Frame, verb: int) -> Range | None:
    """The subject of the verb at token ``verb``, across auxiliaries, relative clauses and appositions."""
    tokens = w.tokens
    i = verb - 1
    relative = False
    while i >= 0:
        t = tokens[i]
        if (
            t in AUXILIARIES
            or t in ADVERBS
            or t in _RELATIVE
            or t == "to"
            or (t[-2:] == "ly" and len(t) > 4)
            or (t in VERBS and tokens[i + 1] == "to" and _verb_at(w, i, i + 1))
            or (t in _PROSPECTS and tokens[i + 1] == "to")
        ):
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
        stop = max(-1, i - _LOOK_BACK)
        while i > stop and tokens[i] != "(":
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
    found = noun_before(w, i + 1, 0)
    if (
        found is not None
        and found[1] - found[0] == 1
        and tokens[found[0]] in VERBS
        and not w.capital(found[0])
        and not is_plural(tokens[found[0]])
        and not (found[0] and tokens[found[0] - 1] in DETERMINERS)
    ):
        return None
    return found


def _main_subject(w: Words, end: int) -> Range | None:
    """The subject of the first clause before token ``end``: what "it" or a second verb speaks of."""
    tokens = w.tokens
    for i in range(1, min(end, _LOOK_BACK)):
        t = tokens[i]
        if (t in VERBS or t in AUXILIARIES or t[-2:] == "ed") and _verb_at(w, i, end):
            j = i - 1
            while j > 0 and (
                tokens[j] in AUXILIARIES or tokens[j] in ADVERBS or tokens[j] in _RELATIVE or tokens[j] == ","
            ):
                j -= 1
            if tokens[j] in PRONOUNS or tokens[j] == ")":
                continue
            return noun_before(w, j + 1, 0)
    return None
