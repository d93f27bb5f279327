"""Document -> claims: every quantity with what it counts, what happened to that, where, when, and who says so."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

from figures.dates import find_dates, resolve
from figures.document import Block, Document, Span
from figures.lexicon.english import VERBS, singular
from figures.quantities.frame import Frame
from figures.quantities.frames import frames_of
from figures.quantities.item import Item
from figures.quantities.noun_phrases import Range
from figures.quantities.scan import scan
from figures.quantities.sources import find_source
from figures.quantities.tokens import Words, tokenized
from figures.quantity import Claim, Phrase, Quantity, Reading, Rejected
from figures.sentences import each_sentence

Quotes = tuple[list[int], list[int]]  # where quotations start, in order, and where they end
_PRONOUNS = frozenset("them whom which those these".split())
_KINDS = {"number": "count", "fraction": "fraction", "ordinal": "ordinal", "multiple": "multiple"}


def read_claims(document: Document) -> Reading:
    """Every claim of a document and every numeral that is none, in order of place."""
    claims: list[Claim] = []
    rejected: list[Rejected] = []
    quotes = [q.span.start for q in document.quotations], [q.span.end for q in document.quotations]
    for index, block in enumerate(document.blocks):
        _read_block(block, index, quotes, document.date, claims, rejected)
    return Reading(tuple(claims), tuple(rejected))


def read_text(text: str) -> Reading:
    """The same of a plain text, taken as one block. Offsets are into ``text``."""
    block = Block("paragraph", Span(0, len(text)), text, ((0, 0),))
    claims: list[Claim] = []
    rejected: list[Rejected] = []
    _read_block(block, 0, ([], []), None, claims, rejected)
    return Reading(tuple(claims), tuple(rejected))


def read_numbers(text: str) -> tuple[Claim, ...]:
    """The quantities of a plain text, as claims that give nothing else of it: in two thirds of the time."""
    block = Block("paragraph", Span(0, len(text)), text, ((0, 0),))
    claims: list[Claim] = []
    for start, end in each_sentence(text):
        words = tokenized(text[start:end])
        items = scan(words)[0] if words is not None else []
        if words is not None and items:
            place = _Place(words, block, start)
            sentence = place.span(0, len(words.text))
            claims += [Claim(quantity=_quantity(place, item), sentence=sentence) for item in items]
    return tuple(claims)


def _read_block(
    block: Block, index: int, quotes: Quotes, today: date | None, claims: list[Claim], rejected: list[Rejected]
) -> None:
    for start, end in each_sentence(block.text):
        words = tokenized(block.text[start:end])
        if words is None:
            continue
        items, dropped = scan(words)
        if not items and not dropped:
            continue
        place = _Place(words, block, start)
        for a, b, why in dropped:
            at, to = words.starts[a], words.end(b - 1)
            rejected.append(Rejected(place.span(at, to), words.text[at:to], why))
        if items:
            _read_sentence(place, items, index, quotes, today, claims)


class _Place:
    """One sentence and the way from its tokens to spans and phrases of the document."""

    __slots__ = ("_block", "_phrases", "_shift", "_start", "words")

    def __init__(self, words: Words, block: Block, start: int) -> None:
        self.words = words
        self._block = block
        self._start = start
        anchors = block.anchors
        self._shift = start + anchors[0][1] - anchors[0][0] if len(anchors) == 1 else -1
        self._phrases: dict[Range, Phrase] = {}

    def span(self, a: int, b: int) -> Span:
        """The span in the document of the characters ``a`` to ``b`` of the sentence."""
        shift = self._shift
        return Span(a + shift, b + shift) if shift >= 0 else self._block.locate(a + self._start, b + self._start)

    def phrase(self, tokens: Range) -> Phrase:
        """The phrase of a range of tokens."""
        found = self._phrases.get(tokens)
        if found is None:
            words = self.words
            a, b = words.starts[tokens[0]], words.end(tokens[1] - 1)
            shift = self._shift
            span = Span(a + shift, b + shift) if shift >= 0 else self.span(a, b)
            found = self._phrases[tokens] = Phrase(words.text[a:b], span, _head(words.tokens, *tokens))
        return found


def _read_sentence(
    place: _Place, items: list[Item], block: int, quotes: Quotes, today: date | None, claims: list[Claim]
) -> None:
    words, phrase = place.words, place.phrase
    sentence = place.span(0, len(words.text))
    source = find_source(words)
    antecedent: Phrase | None = None  # what the last number of things counted
    for item, frame in zip(items, frames_of(words, items), strict=True):
        quantity = _quantity(place, item)
        counted, counted_from = frame.counted and phrase(frame.counted), frame.elided
        if counted is not None and counted.head == "other":
            counted_from = "others"
        elif counted is None and quantity.kind == "count" and not item.name and _is_elliptic(words, frame):
            counted, counted_from = antecedent, "elided" if antecedent is not None else counted_from
        if counted is not None and quantity.kind == "count" and counted_from != "others" and not item.name:
            antecedent = counted
        claims.append(
            Claim(
                quantity=quantity,
                sentence=sentence,
                block=block,
                counted=counted,
                counted_from=counted_from,
                whole=frame.whole and phrase(frame.whole),
                attribute=frame.attached and phrase(frame.attached),
                subject=frame.subject and phrase(frame.subject),
                predicate=frame.predicate and _predicate(place, frame.predicate),
                place=frame.place and phrase(frame.place),
                time=frame.time and phrase(frame.time),
                as_of=frame.time and _day(phrase(frame.time).text, today),
                source=None if source is None or source[0] <= item.qa < source[1] else phrase(source),
                quoted=_is_quoted(quotes, quantity.span.start),
                hypothetical=frame.hypothetical,
            )
        )


def _day(words: str, today: date | None) -> date | None:
    """The one day that "on Thursday" or "on 3 March 2020" names in a text of ``today``; None for anything longer."""
    if today is None and not words[-4:].isdecimal():
        return None  # no year, and none to be told from the day of the text
    found = find_dates(words)
    if len(found) != 1 or (today is None and not found[0].exact):
        return None
    return resolve(found[0], today or date.min)


def _is_elliptic(words: Words, frame: Frame) -> bool:
    """Whether the noun is that of the number before: "... and a million were injured", "14 sorties, nine of them"."""
    whole = frame.whole
    if whole is None:
        return frame.predicate is not None
    return whole[1] - whole[0] == 1 and words.tokens[whole[0]] in _PRONOUNS


def _quantity(place: _Place, item: Item) -> Quantity:
    words, number = place.words, item.number
    a, b = words.starts[item.qa], words.end(item.b - 1)
    return Quantity(
        span=place.span(a, b),
        text=words.text[a:b],
        number=place.span(words.starts[number.a], words.end(number.b - 1)),
        value=number.value,
        high=number.high,
        unit=item.name,
        kind=item.kind if item.name else _KINDS.get(number.kind, "count"),
        bound=item.bound,
        qualifier=item.qualifier,
        direction=item.direction,
        role=item.role,
        resolution=number.resolution,
        high_resolution=number.high_resolution,
        decimal=number.decimal,
        vague=number.vague,
    )


def _predicate(place: _Place, tokens: Range) -> Phrase:
    """What happened, with the base form of its verb as its head."""
    found = place.phrase(tokens)
    verb = VERBS.get(place.words.tokens[tokens[0]])
    return found if verb is None else Phrase(found.text, found.span, verb[0])


def _is_quoted(quotes: Quotes, at: int) -> bool:
    before = bisect_right(quotes[0], at) - 1
    return before >= 0 and quotes[1][before] > at


def _head(tokens: list[str], start: int, end: int) -> str:
    """The lemma of the head word of a noun phrase: its last word, before "of" or "and" where there is one."""
    if end - start == 1:
        return singular(tokens[start])
    for k in range(start + 1, end):
        if tokens[k] in ("of", "and"):
            end = k
            break
    end -= 1
    while end > start and not tokens[end][0].isalpha():
        end -= 1
    return singular(tokens[end])
