"""What a number counts and what is said of it: its noun phrase, the predicate, the subject, place and time."""

from __future__ import annotations

from figures.lexicon.english import DETERMINERS, FUNCTION_WORDS, MONTHS, PREPOSITIONS, VERBS, WEEKDAYS, cues, is_plural
from figures.quantities.circumstances import TIME_WORDS, find_circumstances
from figures.quantities.frame import Frame
from figures.quantities.item import Item
from figures.quantities.marks import HYPHENS
from figures.quantities.noun_phrases import VERBAL, noun_after
from figures.quantities.predicates import find_governor, find_predicate, is_state
from figures.quantities.tokens import Words

_NEXT = frozenset("next last first past previous other same".split())
_SKIPPED = cues("skipped")
_LISTING = frozenset(("and", "or", "to", "-", "‑", ","))
_ALSO = frozenset(("including", "and", "with", "or", "versus", "against", "than", "from", "to"))


def frames_of(w: Words, items: list[Item]) -> list[Frame]:
    """What the sentence says around each of its numbers."""
    frames = [_frame(w, items, index) for index in range(len(items))]
    if len(items) > 1:
        _complete(w, items, frames)
    return frames


def _frame(w: Words, items: list[Item], index: int) -> Frame:
    item = items[index]
    f = Frame()
    tokens = w.tokens
    n = item.number
    j = item.b
    one = n.value == 1 and n.high is None
    next_start = items[index + 1].qa if index + 1 < len(items) else w.size
    after = tokens[j]
    end = j
    if after == "of" and item.kind != "ordinal":
        k = j + 1
        if tokens[k] in ("which", "whom", "them", "us", "those", "these", "it"):
            f.whole = (k, k + 1)
            end = k + 1
        else:
            start = k
            while (
                tokens[k] in DETERMINERS
                or tokens[k] in _SKIPPED
                or (k > start and tokens[k] in ("most", "very", "least"))
            ):
                k += 1
            if k <= next_start and (tokens[k][:1].isalpha() or tokens[k][:1].isdecimal()):
                np = noun_after(w, k, False)
                if np == (k, k + 1) and tokens[k] in _NEXT and index + 1 < len(items) and items[index + 1].qa == k + 1:
                    np = noun_after(w, items[index + 1].b, False)  # four of their next five games
                if np is not None:
                    f.whole = (start, np[1])
                    end = np[1]
                    if not item.name or item.kind == "measure":
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
        if (
            tokens[k][:1].isalpha()
            and tokens[k] not in MONTHS
            and tokens[k] not in WEEKDAYS
            and (tokens[k] not in VERBS or is_plural(tokens[k]))
        ):
            np = noun_after(w, k, k > j + 1)
            if np is not None and tokens[np[1] - 1] not in TIME_WORDS:
                f.counted = np
    elif after in HYPHENS or after.isalpha() or after in ("'", "’", "“", "‘"):
        k = j
        while tokens[k] in _SKIPPED and tokens[k + 1].isalpha() and tokens[k + 1] not in FUNCTION_WORDS:
            k += 1
        if tokens[k] in ("others", "more", "other", "another") and item.name == "":
            f.counted = (k, k + 1)
            end = k + 1
        elif item.kind != "ordinal" or after not in HYPHENS:
            if item.name and tokens[k] == "-" and w.glued(k):
                k += 1
            if tokens[k] in ("“", "‘", '"'):
                k += 1
            if (
                tokens[k] in HYPHENS
                and item.name == ""
                and w.glued(k)
                and w.glued(k + 1)
                and tokens[k + 1].isalpha()
                and item.kind != "ordinal"
            ):
                # six-cylinder engine: cylinders are counted, the engine has them
                stop = k + 2
                while tokens[stop] in HYPHENS and w.glued(stop) and tokens[stop + 1].isalpha():
                    stop += 2
                f.counted = (k + 1, stop)
                end = stop
                rest = (
                    noun_after(w, stop, True) if tokens[stop].isalpha() and tokens[stop] not in FUNCTION_WORDS else None
                )
                if rest is not None:
                    f.whole = rest
                    end = rest[1]
                find_predicate(w, f, item, end, next_start)
                find_governor(w, f, item, items, index)
                find_circumstances(w, f, end)
                return f
            stated = item.name == "" and (is_state(w, k) or (tokens[k] in ("short", "shy") and tokens[k + 1] == "of"))
            if not stated and not (item.name and _not_attributive(w, item, k)):
                np = noun_after(w, k, one or item.kind == "ordinal")
                if np is not None and np[0] <= next_start:
                    f.counted = np
                    end = np[1]
    if (
        end == j
        and item.name == ""
        and item.kind != "ordinal"
        and tokens[j] in ("and", "or")
        and tokens[j + 1] == "more"
    ):
        end = j + 2
    find_predicate(w, f, item, end, next_start)
    find_governor(w, f, item, items, index)
    find_circumstances(w, f, end)
    return f


def _not_attributive(w: Words, item: Item, k: int) -> bool:
    """Whether the word behind a unit is not of its noun phrase: "rose 5% Monday", "5 years ago", but "$5 bail"."""
    t = w.tokens[k]
    if t in FUNCTION_WORDS or t in WEEKDAYS or t in MONTHS:
        return True
    verb = VERBS.get(t)
    return verb is not None and verb[1] in VERBAL and not is_plural(t)


def _complete(w: Words, items: list[Item], frames: list[Frame]) -> None:
    """What a number leaves unsaid because its neighbour says it: nouns of a list, brackets, elisions."""
    tokens = w.tokens
    last = len(items) - 1
    for k in range(last - 1, -1, -1):
        x, y, f, g = items[k], items[k + 1], frames[k], frames[k + 1]
        between = tokens[x.b : y.qa]
        if f.counted is None and g.counted is not None and not x.name and x.kind != "ordinal":
            listed = 0 < len(between) < 4 and not y.name and _LISTING.issuperset(between)
            if listed or (not between and y.name):
                f.counted, f.elided = g.counted, "shared"
        if f.counted is None and x.b + 1 == y.qa and tokens[x.b] == "of":
            f.counted = g.counted
        if f.counted is None and x.kind == "currency" and tokens[x.b] == "for" and len(between) <= 2:
            f.counted = g.counted  # $35,000 for an 8.5 kW system
    for k in range(1, len(items)):
        x, y, f, g = items[k - 1], items[k], frames[k - 1], frames[k]
        between = tokens[x.b : y.qa]
        if x.b + 1 == y.qa and tokens[x.b] == "(" and x.name and y.name:
            if f.counted is None and g.counted is None and tokens[y.b] == ")" and tokens[y.b + 1] == "of":
                g.counted = noun_after(w, y.b + 2, False)  # 8 miles (13 km) of tunnels
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
        if (
            g.counted is None
            and not y.name
            and y.kind == "number"
            and g.predicate is None
            and f.counted is not None
            and not x.name
        ):
            before = tokens[y.qa - 1] if y.qa else ""
            if before in _ALSO and (tokens[y.b] in PREPOSITIONS or not tokens[y.b].isalpha()):
                g.counted, g.elided = f.counted, "elided"
