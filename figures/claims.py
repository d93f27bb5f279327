"""Document -> claims: every quantity with what it counts, what happened to that, where, when, and who says so."""

from __future__ import annotations

from figures.document import Block, Document, Span
from figures.lexicon.english import PLURALS, VERBS, singular
from figures.quantities.frames import Frame, Range, complete, frame
from figures.quantities.item import Item
from figures.quantities.scan import scan
from figures.quantities.tokens import Words, lowered
from figures.quantity import Claim, Phrase, Quantity, Reading, Rejected
from figures.sentences import sentences

_SAYING = frozenset("said says say told tells according stressed added announced reported reports claimed claims estimated estimates stated "
                    "confirmed warned insisted argued wrote noted explained".split())
_KINDS = {"number": "count", "fraction": "fraction", "ordinal": "ordinal", "multiple": "multiple"}


def read_claims(document: Document) -> Reading:
    """Every claim of a document and every numeral that is none, in order of place."""
    claims: list[Claim] = []
    rejected: list[Rejected] = []
    quotes = [q.span for q in document.quotations]
    for index, block in enumerate(document.blocks):
        _read_block(block, index, claims, rejected, quotes)
    return Reading(tuple(claims), tuple(rejected))


def read_text(text: str) -> Reading:
    """The same of a plain text, taken as one block. Offsets are into ``text``."""
    block = Block("paragraph", Span(0, len(text)), text, ((0, 0),))
    claims: list[Claim] = []
    rejected: list[Rejected] = []
    _read_block(block, 0, claims, rejected, [])
    return Reading(tuple(claims), tuple(rejected))


def _read_block(block: Block, index: int, claims: list[Claim], rejected: list[Rejected], quotes: list[Span]) -> None:
    text = block.text
    verbatim = len(block.anchors) == 1
    shift = block.anchors[0][1] - block.anchors[0][0]
    for start, end in sentences(text):
        part = text[start:end]
        words = Words(part, lowered(part), start)
        items, dropped = scan(words)
        if not items and not dropped:
            continue

        def place(a: int, b: int, base: int = start) -> Span:
            return Span(a + base + shift, b + base + shift) if verbatim else block.locate(a + base, b + base)

        sentence = place(0, len(part))
        for a, b, why in dropped:
            s, e = words.starts[a], words.ends[b - 1]
            rejected.append(Rejected(place(s, e), part[s:e], why))
        if items:
            source = _source(words, items)
            before: list[Claim] = []
            frames = [frame(words, item, items, k) for k, item in enumerate(items)]
            if len(items) > 1:
                complete(words, items, frames)
            for k, item in enumerate(items):
                found = frames[k]
                claim = _claim(words, item, found, place, sentence, index, source, before)
                if quotes:
                    claim = _quoted(claim, quotes)
                before.append(claim)
            claims.extend(before)


def _quoted(claim: Claim, quotes: list[Span]) -> Claim:
    from bisect import bisect_right

    from msgspec.structs import replace

    at = bisect_right(quotes, claim.quantity.span.start, key=lambda q: q.start) - 1
    if at >= 0 and quotes[at].end > claim.quantity.span.start:
        return replace(claim, quoted=True)
    return claim


def _source(w: Words, items: list[Item]) -> Range | None:
    """Who says so, where the sentence tells: "X said", "according to X"."""
    from figures.quantities.frames import _noun_before, noun_after

    tokens = w.tokens
    for i, t in enumerate(tokens):
        if t in _SAYING:
            if t == "according":
                if tokens[i + 1] == "to":
                    k = i + 2
                    while tokens[k] in ("the", "a", "an", "its", "his", "their"):
                        k += 1
                    return noun_after(w, k, True)
                continue
            k = i - 1
            while k >= 0 and tokens[k] in ("has", "have", "had", "also"):
                k -= 1
            if k >= 0 and tokens[k] in ("”", '"', ",", "’", "'") and i + 1 < w.size and w.capital(i + 1):
                end = i + 1
                while end < w.size and tokens[end].isalpha() and w.capital(end):
                    end += 1
                return i + 1, end
            if k >= 0 and tokens[k].isalpha():
                found = _noun_before(w, k + 1, 0)
                if found is not None:
                    return found
    return None


def _head(w: Words, r: Range) -> str:
    """The lemma of the head word of a noun phrase: its last word before "of", or the first plural."""
    tokens = w.tokens
    end = r[1]
    for k in range(r[0], r[1]):
        if (tokens[k] == "of" or tokens[k] == "and") and k > r[0]:
            end = k
            break
    k = end - 1
    while k > r[0] and not tokens[k][0].isalpha():
        k -= 1
    return singular(tokens[k])


def _claim(w: Words, item: Item, f: Frame, place, sentence: Span, block: int, source: Range | None, before: list[Claim]) -> Claim:  # type: ignore[no-untyped-def]
    starts, ends, text = w.starts, w.ends, w.text
    n = item.number

    def phrase(r: Range | None) -> Phrase | None:
        if r is None:
            return None
        s, e = starts[r[0]], ends[r[1] - 1]
        return Phrase(text[s:e], place(s, e), _head(w, r))

    s, e = starts[item.qa], ends[item.b - 1]
    kind = item.kind
    if not item.name:
        kind = _KINDS.get(n.kind, "count")
    quantity = Quantity(
        span=place(s, e),
        text=text[s:e],
        number=place(starts[n.a], ends[n.b - 1]),
        value=n.value,
        high=n.high,
        unit=item.name,
        kind=kind,
        bound=item.bound,
        qualifier=item.qualifier,
        direction=item.direction,
        role=item.role,
        resolution=n.resolution,
        high_resolution=n.high_resolution,
        decimal=n.decimal,
        vague=n.vague,
    )
    counted = phrase(f.counted)
    elided = f.elided
    predicate = phrase(f.predicate)
    if predicate is not None and f.predicate is not None:
        verb = VERBS.get(w.tokens[f.predicate[0]])
        if verb is not None:
            predicate = Phrase(predicate.text, predicate.span, verb[0])
    if counted is not None and counted.head == "other":
        elided = "others"
    elif counted is None and not item.name and kind in ("count",) and f.whole is None and f.predicate is not None:
        for earlier in reversed(before):
            if earlier.quantity.kind == "count" and earlier.counted is not None and earlier.counted_from != "others" and not earlier.quantity.unit:
                if earlier.counted.head in PLURALS.values() or True:
                    counted, elided = earlier.counted, "elided"
                break
    return Claim(
        quantity=quantity,
        sentence=sentence,
        block=block,
        counted=counted,
        counted_from=elided,
        whole=phrase(f.whole),
        attribute=phrase(f.attached),
        subject=phrase(f.subject),
        predicate=predicate,
        place=phrase(f.place),
        time=phrase(f.time),
        source=phrase(source) if source is not None and not (source[0] <= item.qa < source[1]) else None,
        hypothetical=f.hypothetical,
    )
