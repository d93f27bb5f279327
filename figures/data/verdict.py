"""A document held against tables: each number with the derivation that fits its words best, and the verdict of that."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import partial

from msgspec import Struct, structs

from figures.data import index as indexes
from figures.data.candidates import Candidate, Scene, candidates
from figures.data.entities import Memory, entities, remember
from figures.data.index import Index
from figures.data.mentions import Mention, mentions
from figures.data.spell import Spell, Where, value
from figures.data.twice import apart
from figures.data.words import tokens
from figures.document import Document, Span
from figures.interval import Exact, Interval, around, point
from figures.quantity import Claim
from figures.sentences import sentences
from figures.verdicts import judge_quantity, weigh

LEAST = 0.4  # how well the words of the best candidate must fit
MARGIN = 0.08  # and by how much better than those of the next one that gives another number


class Match(Struct, frozen=True):
    """What was found out about one number. ``verdict``: consistent, misleading, inconsistent or unchecked."""

    span: Span  # of the numeral, in Document.text
    value: Exact
    verdict: str
    degree: str = ""
    derived: Exact | None = None
    best: Candidate | None = None
    others: tuple[Candidate, ...] = ()
    claim: int | None = None
    named: bool = False  # the numeral only names a column
    belongs: str = ""  # the row that this number and those beside it fit: the name is wrong, not the numbers
    sentence: Span = Span(0, 0)


def match(document: Document, claims: tuple[Claim, ...], index: Index) -> list[Match]:
    """Every number of the document in order of place, with its verdict."""
    found: list[Match] = []
    memory = Memory()
    by_block: dict[int, list[tuple[int, Claim]]] = {}
    for at, claim in enumerate(claims):
        by_block.setdefault(claim.block, []).append((at, claim))
    for number, block in enumerate(document.blocks):
        own = by_block.get(number, [])
        for start, end in sentences(block.text):
            place = block.locate(start, end)
            inside = []
            for at, claim in own:
                span = claim.quantity.number
                if place.start <= span.start < place.end:
                    inside.append((at, claim, span.start - place.start, span.end - place.start))
            own_found = []
            scene = None
            for mention, scene, made in _sentence(index, block.text[start:end], inside, memory):
                words = scene.words
                span = block.locate(start + words[mention.i].start, start + words[mention.j - 1].end)
                own_found.append(_weigh(index, mention, made, span, place))
            if scene is not None and len(scene.entities) > 1:
                own_found = apart(index, scene, own_found, partial(_again, index))
            found += misnamed(index, own_found)
    return found


def _sentence(
    index: Index, text: str, inside: list[tuple[int, Claim, int, int]], memory: Memory
) -> Iterator[tuple[Mention, Scene, list[Candidate]]]:
    """Each number of a sentence with what is around it and its candidates."""
    words = tokens(text)
    hits = indexes.hits(index, words)
    named = entities(index, hits, words, memory)
    numbers = mentions(words, hits, inside)
    scene = Scene(index, words, hits, named, numbers, memory)
    for mention in numbers:
        yield mention, scene, candidates(scene, mention)
    remember(named, memory)


def _weigh(index: Index, mention: Mention, made: list[Candidate], span: Span, sentence: Span) -> Match:
    base = Match(span, mention.value, "unchecked", claim=mention.claim, named=mention.named, sentence=sentence)
    if not made:
        return base
    values = [(candidate, value(candidate.spell, index.tables)) for candidate in made[:8]]
    known = [(c, v) for c, v in values if v is not None and not isinstance(v, str)]
    if not known or known[0][0] is not made[0]:
        return structs.replace(base, others=tuple(made[:3]))
    best, derived = known[0]
    rivals = [c for c, v in known[1:] if v != derived and best.score - c.score < MARGIN]
    if best.score < LEAST or rivals:
        return structs.replace(base, others=tuple(made[:3]))
    expected = point(derived)
    if best.within is not None:  # it bounds the number and confirms nothing
        verdict, degree, _ = weigh(best.within, None, expected)
        broken = structs.replace(base, verdict=verdict, degree=degree, derived=derived, best=best)
        return broken if verdict == "inconsistent" else base
    if mention.unit == "feat":
        verdict, degree, _ = weigh(Interval(mention.value, None), None, expected)
    elif mention.quantity is not None and mention.quantity.high is None:
        verdict, degree, _ = judge_quantity(mention.quantity, expected)
    else:
        computed = best.spell.kind in ("mean", "median", "share", "ratio", "change") or mention.unit == "percent"
        wide = computed or mention.step != 1
        stated = around(mention.value, Fraction(mention.step) / 2) if wide else point(mention.value)
        verdict, degree, _ = weigh(stated, None, expected, resolution=mention.step)
    return structs.replace(base, verdict=verdict, degree=degree, derived=derived, best=best, others=tuple(made[1:4]))


def _again(index: Index, mention: Mention, candidate: Candidate, match: Match) -> Match:
    """A number weighed as another derivation."""
    return _weigh(index, mention, [candidate], match.span, match.sentence)


def misnamed(index: Index, found: list[Match]) -> list[Match]:
    """Marks numbers that are wrong for the row they are said of where all that is said of it is right for one other.

    Then the name is the slip. Not where the sentence gives the same numbers for that other row too: then they were
    copied to the wrong one.
    """
    groups: dict[tuple[Where, ...], list[int]] = {}
    for k, match in enumerate(found):
        if match.best is not None and match.best.spell.kind == "cell" and match.best.within is None:
            groups.setdefault(match.best.spell.where, []).append(k)
    marked = list(found)
    swapped = _swapped(found)
    for where, members in groups.items():
        wrong = [k for k in members if found[k].verdict == "inconsistent"]
        spells = [found[k].best.spell for k in wrong if found[k].best]  # type: ignore[union-attr]
        if len(wrong) < 2 or len({spell.columns for spell in spells}) < 2 or len({s.table for s in spells}) > 1:
            continue
        table = index.tables[spells[0].table]
        if table.run is not None:
            continue
        right = [k for k in members if found[k].verdict == "consistent"]
        spells += [found[k].best.spell for k in right if found[k].best]  # type: ignore[union-attr]
        if any(spell.table != table.name for spell in spells):
            continue
        rows = [
            row
            for row in range(table.count)
            if all(
                _fits(found[k], table.columns[s.columns[0]].values[row], s)
                for k, s in zip([*wrong, *right], spells, strict=True)
            )
        ]
        keys = index.keys[table.name]
        if not rows or not keys or len(wrong) < len(members) / 2:
            continue
        other = table.columns[keys[0]].values[rows[0]]
        stated = [k for w, ks in groups.items() if w != where for k in ks if found[k].verdict == "consistent"]
        if any(found[k].value == found[wrong[0]].value for k in stated):
            continue
        for k in wrong:
            marked[k] = structs.replace(found[k], belongs=str(other))
    for k, name in swapped.items():
        marked[k] = structs.replace(found[k], belongs=name)
    return marked


def _swapped(found: list[Match]) -> dict[int, str]:
    """Two numbers side by side, each of which is the other's: the names are the wrong way round."""
    swapped = {}
    for k in range(len(found) - 1):
        one, two = found[k], found[k + 1]
        if (
            one.verdict == two.verdict == "inconsistent"
            and one.best
            and two.best
            and one.best.spell.columns == two.best.spell.columns
            and (one.value, two.value) == (two.derived, one.derived)
            and two.span.start - one.span.end <= 5
        ):
            swapped[k] = swapped[k + 1] = "the other one"
    return swapped


def _fits(match: Match, cell: object, spell: Spell) -> bool:
    return isinstance(cell, (int, Fraction)) and cell * spell.scale == match.value
