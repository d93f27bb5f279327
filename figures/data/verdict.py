"""A document held against tables: each number with the derivation that fits its words best, and the verdict of that."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import partial

from msgspec import Struct, structs

from figures.data import slips
from figures.data.candidates import Candidate, Scene
from figures.data.choices import is_bound
from figures.data.counting import UNNAMED
from figures.data.doubt import doubtful
from figures.data.entities import Memory, entities, remember
from figures.data.event import event
from figures.data.firsts import First
from figures.data.hits import hits
from figures.data.index import Index
from figures.data.mentions import Mention, mentions
from figures.data.neighbours import MARGIN, by_neighbours
from figures.data.proposals import candidates
from figures.data.reread import reread
from figures.data.spell import Spell, Where, value
from figures.data.superlative_words import superlatives
from figures.data.superlatives import ranked
from figures.data.twice import apart
from figures.data.words import tokens
from figures.document import Block, Document, Quotation, Span
from figures.interval import Exact, Interval, around, point
from figures.quantity import Claim
from figures.quotations import find_quotations
from figures.sentences import sentences
from figures.verdicts import judge_quantity, weigh

LEAST = 0.3  # how well the words of the best candidate must fit
PLAYED = 0.4  # and those about a game
SURE = 0.62  # how well they must fit before a number of a table that is no game is called wrong
MOST_NUMBERS, MOST_WORDS = 150, 3000  # of a sentence: what has more is no prose, and stays unchecked
MANY = 4  # numbers of a text, of which a table that it was written from bears out some


class Match(Struct, frozen=True, gc=False):
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


class Placed(Struct, frozen=True):
    """A statement of who is first. ``span``: of the words that say it, in Document.text."""

    span: Span
    verdict: str  # consistent or inconsistent
    found: First


def match(document: Document, claims: tuple[Claim, ...], index: Index) -> list[Match]:
    """Every number of the document in order of place, with its verdict."""
    return read(document, claims, index)[0]


def read(document: Document, claims: tuple[Claim, ...], index: Index) -> tuple[list[Match], list[Placed]]:
    """The numbers as ``match`` gives them, and the statements of who is first that were understood."""
    found: list[Match] = []
    firsts: list[Placed] = []
    memory = Memory()
    by_block: dict[int, list[tuple[int, Claim]]] = {}
    for at, claim in enumerate(claims):
        by_block.setdefault(claim.block, []).append((at, claim))
    for number, block in enumerate(document.blocks):
        own = by_block.get(number, [])
        if block.kind in ("heading", "title"):
            memory.topic.headings = [h for h in memory.topic.headings if h[0] < block.level]
        memory.topic.opened = {}
        quoted: tuple[Quotation, ...] | None = None
        for start, end in sentences(block.text):
            place = block.locate(start, end)
            inside = []
            for at, claim in own:
                span = claim.quantity.number
                if place.start <= span.start < place.end:
                    inside.append((at, claim, span.start - place.start, span.end - place.start))
            own_found: list[Match] = []
            numbers: list[Mention] = []
            scene = None
            for mention, scene, made in _sentence(index, block.text[start:end], inside, memory):
                span = _place(block, start, scene, mention.i, mention.j)
                weighed = _weigh(index, scene, mention, made, span, place)
                own_found.append(weighed)
                numbers.append(mention)
                if not mention.named and not is_bound(scene, mention):
                    taken = weighed.best or _likely(made)
                    memory.topic.take(taken.spell if taken else None, mention.unit, taken.score if taken else 0.0)
            if not event(index):
                scene = scene or _scene(index, block.text[start:end], [], memory)
                memory.topic.open(block.kind, block.level, scene)
            if block.table is None and any(superlatives(scene.words if scene else tokens(block.text[start:end]))):
                quoted = find_quotations(block.text) if quoted is None else quoted
                scene = scene or _scene(index, block.text[start:end], [], memory)
                said = [(q.span.start - start, q.span.end - start) for q in quoted]
                firsts += [
                    Placed(_place(block, start, scene, one.i, one.j), one.verdict, one.found)
                    for one in ranked(scene, said)
                ]
            if scene is not None and not event(index):
                own_found = by_neighbours(own_found, numbers, partial(_again, index, scene))
            if scene is not None and len(scene.entities) > 1:
                own_found = apart(index, scene, own_found, partial(_again, index, scene))
            found += slips.of_kinds(index, misnamed(index, own_found))
    if not event(index):
        found = relevant(found)
    judged = [m.span for m in found if m.verdict != "unchecked"]
    firsts = [one for one in firsts if not any(_inside(span, one.span) for span in judged)]
    borne_out = {m.best.spell.table for m in found if m.best is not None and m.verdict == "consistent"}
    few = sum(not match.named for match in found) < MANY  # of many numbers, the table must know one
    return found, [one for one in firsts if few or one.verdict == "consistent" or one.found.spell.table in borne_out]


def _place(block: Block, start: int, scene: Scene, i: int, j: int) -> Span:
    return block.locate(start + scene.words[i].start, start + scene.words[j - 1].end)


def _inside(one: Span, two: Span) -> bool:
    return two.start <= one.start and one.end <= two.end


def relevant(found: list[Match]) -> list[Match]:
    """The numbers, where a table that bears out none of many and knows few has no say: it is not what they were written
    from."""
    told = [match for match in found if not match.named]
    by_table: dict[str, list[Match]] = {}
    for match in told:
        if match.best is not None and match.verdict != "unchecked":
            by_table.setdefault(match.best.spell.table, []).append(match)
    strange = {
        table
        for table, matches in by_table.items()
        if len(told) >= MANY and 2 * len(matches) < len(told) and all(m.verdict != "consistent" for m in matches)
    }
    return [
        structs.replace(m, verdict="unchecked", degree="", derived=None, best=None, others=(m.best, *m.others))
        if m.best is not None and m.best.spell.table in strange
        else m
        for m in found
    ]


def _sentence(
    index: Index, text: str, inside: list[tuple[int, Claim, int, int]], memory: Memory
) -> Iterator[tuple[Mention, Scene, list[Candidate]]]:
    """Each number of a sentence with what is around it and its candidates."""
    memory.topic.age += 1
    scene = _scene(index, text, inside, memory)
    crowded = len(scene.mentions) > MOST_NUMBERS or len(scene.words) > MOST_WORDS
    for mention in scene.mentions:
        yield mention, scene, [] if crowded else candidates(scene, mention)
    remember(scene.entities, memory)


def _scene(index: Index, text: str, inside: list[tuple[int, Claim, int, int]], memory: Memory) -> Scene:
    words = tokens(text)
    found = hits(index, words)
    scene = Scene(index, words, found, entities(index, found, words, memory), mentions(words, found, inside), memory)
    reread(scene)
    return scene


def _weigh(index: Index, scene: Scene, mention: Mention, made: list[Candidate], span: Span, sentence: Span) -> Match:
    base = Match(span, mention.value, "unchecked", claim=mention.claim, named=mention.named, sentence=sentence)
    if not made:
        return base
    values = [(candidate, value(candidate.spell, index.tables)) for candidate in made[:8]]
    known = [(c, v) for c, v in values if v is not None and not isinstance(v, str)]
    if not known or known[0][0] is not made[0]:
        return structs.replace(base, others=tuple(made[:3]))
    best, derived = known[0]
    rivals = [c for c, v in known[1:] if v != derived and best.score - c.score < MARGIN]
    if best.score < (PLAYED if event(index) else LEAST) or rivals:
        return structs.replace(base, others=tuple(made[:3]))
    found = _judged(mention, best, derived)
    if best.score < SURE and found[0] != "consistent" and not event(index):
        return structs.replace(base, others=tuple(made[:3]))  # it rests on too little to say that a number is wrong
    for other in best.others if found[0] == "inconsistent" else ():
        also = value(other, index.tables)  # of another whole that the words allow
        if also is not None and not isinstance(also, str) and _judged(mention, best, also)[0] != "inconsistent":
            best, derived = structs.replace(best, spell=other), also
            found = _judged(mention, best, also)
            break
    verdict, degree = found
    if verdict == "inconsistent" and not event(index) and doubtful(scene, mention, best.spell, derived):
        return structs.replace(base, others=tuple(made[:3]))
    if best.within is not None and verdict != "inconsistent":  # it bounds the number and confirms nothing
        return base
    others = () if best.within is not None else tuple(made[1:4])
    return structs.replace(base, verdict=verdict, degree=degree, derived=derived, best=best, others=others)


def _likely(made: list[Candidate]) -> Candidate | None:
    """What a number without a verdict is of all the same, so that the next one may be told by it."""
    if not made or made[0].score < LEAST or made[0].score == UNNAMED or made[0].within is not None:
        return None
    rivals = [c for c in made[1:4] if made[0].score - c.score < MARGIN]
    return None if rivals else made[0]


def _judged(mention: Mention, best: Candidate, derived: Exact) -> tuple[str, str]:
    """The verdict of a number against a derived one, and its degree.

    A share that a column holds in whole percents is as good as its rounding.
    """
    expected = point(derived)
    finer = mention.quantity is not None and mention.unit == "percent" and mention.quantity.resolution < 1
    if finer and best.spell.kind == "cell" and derived.denominator == 1 and best.spell.scale == 1:
        expected = around(derived, Fraction(1, 2))
    if best.within is not None:
        return weigh(best.within, None, expected)[:2]
    if mention.unit == "feat":
        return weigh(Interval(mention.value, None), None, expected)[:2]
    often = mention.quantity is not None and mention.quantity.kind == "multiple" and mention.unit == "count"
    if mention.quantity is not None and mention.quantity.high is None and not often:
        return judge_quantity(mention.quantity, expected)[:2]
    computed = best.spell.kind in ("mean", "median", "share", "ratio", "change") or mention.unit == "percent"
    wide = computed or mention.step != 1
    stated = around(mention.value, Fraction(mention.step) / 2) if wide else point(mention.value)
    return weigh(stated, None, expected, resolution=mention.step)[:2]


def _again(index: Index, scene: Scene, mention: Mention, candidate: Candidate, match: Match) -> Match:
    """A number weighed as another derivation."""
    return _weigh(index, scene, mention, [candidate], match.span, match.sentence)


def misnamed(index: Index, found: list[Match]) -> list[Match]:
    """Marks numbers that are wrong for the row they are said of where all that is said of it is right for one other.

    Then the name is the slip. Not where the sentence gives the same numbers for that other row too: then they were
    copied to the wrong one.
    """
    if not any(match.verdict == "inconsistent" for match in found):
        return found
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
