"""What the codes of a column stand for, from one cell: "1=Yes; 2=No", "M: Male | F: Female"."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from fractions import Fraction

from figures.interval import Exact
from figures.references.cells import shown

MOST_CODES = 500
MOST_LETTERS = 20_000  # of one list
LONGEST_CODE, LONGEST_LABEL = 60, 120
NUMERAL = re.compile(r"[-−+]?[0-9]{1,15}(?:\.[0-9]{1,10})?")
PAIR = re.compile(
    r"[\"'{\[ ]{0,4}([^=:→]{1,80}?)[\"' ]{0,3}(?:=>|==|=|:|→| [-–—] )[\"' ]{0,3}(.{1,300}?)[\"'}\] ]{0,4}"
)
DOTTED = re.compile(r"([0-9]{1,6})[.)] {0,3}([^0-9 ].{0,200})")
RANGE = re.compile(r"[<>≥≤]=? ?[0-9.,]{1,20}|[-−]?[0-9.,]{1,20} ?(?:-|–|to|\.\.|…|\.\.\.) ?[0-9.,]{1,20}%?")
WANTED = "codes such as 1=Yes; 2=No are wanted"

Pairs = tuple[tuple[str, str], ...]


class UnreadableCodes(ValueError):
    """``str(error)``: what was wanted, what was got, what to do."""


def read(text: str) -> Pairs:
    """Codes and what each stands for; none for a list of values without labels, or a range ("0-100").

    Semicolons, bars, line breaks or, where there are none of them, commas stand between. Raises UnreadableCodes.
    """
    if len(text) > MOST_LETTERS:
        got = f"at most {MOST_LETTERS:,} letters are wanted; got {len(text):,}"
        raise UnreadableCodes(f"{got}; the codes are not used; shorten the list")
    text = text.strip()
    if not text or RANGE.fullmatch(text):
        return ()
    marks = [mark for mark in ("\n", ";", "|") if mark in text]
    parts = [part.strip() for part in re.split("[\n;|]" if marks else r",(?=[^,]{1,80}(?:=|:|→))", text)]
    parts = [part for part in parts if part]
    pairs = [PAIR.fullmatch(part) or DOTTED.fullmatch(part) for part in parts]
    found = tuple((pair[1].strip(), pair[2].strip()) for pair in pairs if pair)
    if not found and (marks or "," in text) and len(parts) > 1:
        return ()  # the values, without a word for them
    if not found and "," in text and not marks:
        return ()
    if len(found) < len(parts):
        wrong = next(part for part, pair in zip(parts, pairs, strict=True) if not pair)
        raise UnreadableCodes(f"{WANTED}; got {shown(wrong)}; the codes are not used; write a code, = and its label")
    return checked(found)


def checked(pairs: Sequence[tuple[str, str]]) -> Pairs:
    """The same, where they are neither too many nor too long, and no code stands twice. Raises UnreadableCodes."""
    if len(pairs) > MOST_CODES:
        got = f"at most {MOST_CODES} codes are wanted; got {len(pairs):,}"
        raise UnreadableCodes(f"{got}; they are not used; shorten the list")
    known: dict[Hashable, str] = {}
    for code, label in pairs:
        if len(code) > LONGEST_CODE or len(label) > LONGEST_LABEL:
            wanted = f"codes of at most {LONGEST_CODE} letters and labels of at most {LONGEST_LABEL} are wanted"
            raise UnreadableCodes(f"{wanted}; got {shown(code)}: {shown(label)}; the codes are not used; shorten them")
        if known.setdefault(key(code), label) != label:
            wanted = "one label for each code is wanted"
            raise UnreadableCodes(f"{wanted}; got two for {shown(code)}; the codes are not used; leave one out")
    return tuple((code, " ".join(label.split()) or code) for code, label in pairs)


def key(cell: Exact | str) -> Exact | str:
    """What a code and a cell are compared by: 1 and "1.0" are one code, and so are "m" and "M"."""
    if not isinstance(cell, str):
        return cell
    text = cell.strip()
    if not NUMERAL.fullmatch(text):
        return text.casefold()
    number = Fraction(text.replace("−", "-"))
    return number.numerator if number.denominator == 1 else number
