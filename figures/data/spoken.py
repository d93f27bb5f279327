"""Which tokens of a sentence mean a piece of a column's name, as a word of it, its abbreviation or its initials."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

from msgspec import Struct, field

from figures.data.candidates import Scene
from figures.data.index import Index
from figures.data.naming import LEAST_PREFIX, Piece, namings
from figures.data.words import Token, forms
from figures.lexicon.english import FUNCTION_WORDS, VERBS

VOWELS = frozenset("aeiou")


class Openers(Struct):
    """Where the pieces of all columns may begin in a text. They are numbered, in the order of tables and columns."""

    pieces: list[tuple[tuple[str, str], Piece]] = field(default_factory=list)  # (table, column), piece
    words: dict[str, list[int]] = field(default_factory=dict)  # first stem of a phrase -> pieces that it may mean
    joined: dict[str, list[int]] = field(default_factory=dict)  # two words as one -> pieces that they are written for
    letters: dict[str, list[int]] = field(default_factory=dict)  # first letter -> pieces that abbreviate


def spoken(scene: Scene) -> dict[tuple[str, str], dict[str, list[int]]]:
    """(table, column) -> piece -> the tokens that mean it, of the whole sentence."""
    if scene.spoken is None:
        scene.spoken = {}
        openers = _openers(scene.index)
        meant: dict[int, set[int]] = {}
        for k, token in enumerate(scene.words):
            if token.raw[0].isalnum():
                _meant(openers, scene.words, k, meant)
        for number in sorted(meant):
            column, piece = openers.pieces[number]
            found = scene.spoken.setdefault(column, {})
            found[piece.key] = sorted(meant[number].union(found.get(piece.key, ())))
    return scene.spoken


def _openers(index: Index) -> Openers:
    """Built once for an index."""
    if index.openers is None:
        index.openers = made = Openers()
        for naming in chain(*namings(index).values()):
            for piece in dict.fromkeys(chain(*naming.ways)) if naming.further else naming.pieces:
                number = len(made.pieces)
                made.pieces.append(((naming.table, naming.column), piece))
                for word in {phrase[0] for phrase in piece.phrases}:
                    made.words.setdefault(word, []).append(number)
                if piece.abbreviation:
                    made.letters.setdefault(piece.key[0], []).append(number)
                    for whole in (piece.key, piece.key + "s"):
                        made.joined.setdefault(whole, []).append(number)
    return index.openers


def _meant(openers: Openers, words: Sequence[Token], k: int, meant: dict[int, set[int]]) -> None:
    """Adds the tokens of the pieces that are said from token ``k`` on: in words, else as one word, else for short."""
    token = words[k]
    whole = set()
    for form in forms(token.raw):
        for number in openers.words.get(form, ()):
            piece = openers.pieces[number][1]
            if number in whole or not (token.raw[0].isalpha() or token.raw == piece.key):
                continue
            end = _phrase_end(words, k, piece)
            if end:
                whole.add(number)
                meant.setdefault(number, set()).update(range(k, end))
    short = openers.letters.get(token.low[0], ()) if token.raw[0].isalpha() else ()
    if not short:
        return
    pair: set[int] = set()
    if k + 1 < len(words):
        behind = k + 2 if words[k + 1].raw == "-" and k + 2 < len(words) else k + 1
        pair.update(openers.joined.get(token.low + words[behind].low, ()))
        if token.raw[0].isupper():
            pair.update(number for number in short if _initials(words, k, openers.pieces[number][1].key))
        for number in pair - whole:
            meant.setdefault(number, set()).update(range(k, behind + 1))
    for number in short:
        abbreviation = openers.pieces[number][1].abbreviation
        if number in whole or number in pair or len(token.low) <= len(abbreviation):
            continue
        if short_for(abbreviation, token.low):
            meant.setdefault(number, set()).add(k)


def _phrase_end(words: Sequence[Token], k: int, piece: Piece) -> int:
    """Where the first phrase of a piece that stands at token ``k`` ends; 0 where none does."""
    own = forms(words[k].raw)
    for phrase in piece.phrases:
        if phrase[0] in own and all(
            k + n < len(words) and words[k + n].stem == phrase[n] for n in range(1, len(phrase))
        ):
            return k + len(phrase)
    return 0


def _initials(words: Sequence[Token], k: int, short: str) -> bool:
    """Whether names in a row begin with the letters of a piece: Rotten Tomatoes, of rt_score."""
    if not 2 <= len(short) <= 4 or not words[k].raw[0].isupper():
        return False
    row = [t.raw for t in words[k : k + len(short)]]
    return all(r[0].isupper() and r[0].lower() == c for r, c in zip(row, short, strict=False))


@lru_cache(65536)
def short_for(short: str, word: str) -> bool:
    """Whether a piece of a name abbreviates a word: elec of electricity, ctry of country, or both share their root."""
    if short[0] != word[0] or word in FUNCTION_WORDS:
        return False
    if len(short) < LEAST_PREFIX:
        return False
    if word.startswith(short) and (len(short) >= 4 or short not in VERBS):
        return len(short) >= 4 or len(word) >= len(short) + 2
    if not VOWELS & set(short):
        at = 0
        for letter in word:
            if at < len(short) and letter == short[at]:
                at += 1
        return at == len(short) and len(word) <= 3 * len(short) and len(word) > len(short)
    if len(short) >= 7 and len(word) >= 7:
        root = max(6, min(len(short), len(word)) - 3)
        return short[:root] == word[:root]
    return False
