"""What stands in quotation marks, and who is quoted.

Marks are paired within a block: straight and curly double marks, guillemets, and single marks where a stop or a comma
stands before the closing one. A mark without a partner is kept where speech is clear: an opening one at the start of a
paragraph that goes on in the next, and a closing one after a comma or a stop. Linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from figures.document import Block, Quotation, Span
from figures.sentences import sentences
from figures.speakers import PRONOUN, speaker_after, speaker_before

_MARK = re.compile("[\"“”„‟«»'‘’]")
_BEFORE = 250  # characters before an opening mark in which its speaker is sought
_AFTER = 200  # characters after a closing mark


def quotations_in(blocks: Iterable[Block]) -> tuple[Quotation, ...]:
    """The quotations of a document, in order of place, with offsets of its text."""
    found: list[Quotation] = []
    speaker: str | None = None  # the last one, for "he said" and for speech that goes on in the next paragraph
    open_end = False
    for block in blocks:
        text = block.text
        if block.kind in ("table_cell", "table_header"):
            continue
        pairs, unclosed = _pairs(text)
        if unclosed is not None and (unclosed == 0 or text[:unclosed].endswith((", ", ": "))):
            pairs.append((unclosed, len(text)))
        else:
            unclosed = None
        goes_on = open_end and bool(pairs) and pairs[0][0] == 0
        end = 0
        for index, (start, stop) in enumerate(pairs):
            following = pairs[index + 1][0] if index + 1 < len(pairs) else len(text)
            named = _speaker(text, start, stop, end, following)
            if named is PRONOUN or (named is None and (goes_on or _follows(text, index, end, start))):
                named = speaker
            elif named is None:
                speaker = None
            speaker = named or speaker
            found.append(Quotation(block.locate(start, stop), named))
            goes_on = False
            end = stop
        open_end = unclosed is not None
    return tuple(found)


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """The quotations of one paragraph, with offsets of ``text``."""
    return quotations_in([Block("paragraph", Span(0, len(text)), text, ((0, 0),))])


def _follows(text: str, index: int, end: int, start: int) -> bool:
    """Does the quotation at ``start`` go on with what the one that ended at ``end`` began: “A,” X said. “B.”"""
    between = text[end:start].rstrip()
    return index > 0 and len(between) <= _AFTER and (not between or between[-1] in ".:,?!—–")


def _speaker(text: str, start: int, stop: int, floor: int, ceiling: int) -> str | None:
    """Who says ``text[start:stop]``, from the words between the quotation before it and the one after it."""
    lead = text[max(floor, start - _BEFORE) : start]
    named, near = speaker_before(lead, cut=start - _BEFORE > floor)
    if named is not None and near:
        return named
    last = text[stop - 2 : stop - 1]
    if last in ",?!…—-" or text[stop : stop + 1] == "," or (last == "." and text[stop : stop + 2].strip().islower()):
        after = speaker_after(text[stop : min(ceiling, stop + _AFTER)])
        if after is not None:
            return after
    return named


def _pairs(text: str) -> tuple[list[tuple[int, int]], int | None]:
    """The quotations as (start, end), the marks included, and the place of an opening mark that nothing closes."""
    pairs: list[tuple[int, int]] = []
    opened: int | None = None
    closing = ""  # the marks that close it
    bounds: list[tuple[int, int]] | None = None
    sentence = 0
    for match in _MARK.finditer(text):
        at, mark = match.start(), match.group()
        if opened is not None and mark in closing and _closes(text, at, mark):
            pairs.append((opened, at + 1))
            opened = None
        elif mark in "'‘’":
            if opened is None and mark != "’" and _opens(text, at) and text[at + 1 : at + 2].isalpha():
                opened, closing = at, "'’"
        elif mark in '“„«"‟»' and (mark in "“„‟" or _opens(text, at)):
            # An opening mark while another is open: the first never was closed.
            opened = at
            closing = {"„": "“”‟", "«": "»", "»": "«"}.get(mark, '”"')
        elif opened is None and mark in '”"' and text[at - 1 : at] in tuple(",.!?…"):
            if bounds is None:
                bounds = sentences(text)
            while sentence + 1 < len(bounds) and bounds[sentence][1] <= at:
                sentence += 1
            start = max(bounds[sentence][0], pairs[-1][1] if pairs else 0)
            while start < at and text[start].isspace():
                start += 1
            if start < at:
                pairs.append((start, at + 1))
    if opened is not None and text[opened] in "'‘":
        opened = None
    return pairs, opened


def _opens(text: str, at: int) -> bool:
    """Can a mark that looks the same on both sides open a quotation here?"""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if before and not before.isspace() and before not in "([—–-/‘'":
        return False
    return bool(after) and (not after.isspace() or text[at] in "«»")


def _closes(text: str, at: int, mark: str) -> bool:
    """Can a mark that may close the open quotation do so here? A single one: only after a stop or comma."""
    before = text[at - 1 : at]
    if mark in "'’":
        return before in (",", ".", "!", "?", "…") and not text[at + 1 : at + 2].isalnum()
    return mark != '"' or not before.isspace() or not _opens(text, at)
