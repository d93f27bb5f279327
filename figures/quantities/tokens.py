"""Sentence -> tokens with their places: the workspace that the other steps of the pass read and fill."""

from __future__ import annotations

import re

from figures.lexicon.english import cues
from figures.lexicon.numerals import NUMERALS

_BEFORE_UNIT = frozenset("a an another all full whole past".split())  # what counts a unit without a numeral
ARTICLE_UNITS = cues("article-unit")  # the units that they count

TOKEN = re.compile(r"[a-zµß-öø-ɏͰ-ϿЀ-ӿ]++(?:['’][a-z]++)?+|[0-9]++(?:[.,][0-9]++)*+|\.[0-9]++|[^\W\d_]++|\S")
_ASCII_TOKEN = re.compile(r"[a-z]++(?:'[a-z]++)?+|[0-9]++(?:[.,][0-9]++)*+|\.[0-9]++|\S")  # the same, twice as fast
_DIGIT = re.compile("[0-9]")
_OTHER_SCRIPT = re.compile("[\u0660-\u1fff\u2c00-\u2fff\u3100-\U0010ffff]")  # where other digits are
_OTHER_DIGIT = re.compile(r"[^\D0-9]")

# Addresses of the web and of mail, so that nothing in them is read.
_ADDRESS = re.compile(
    r"(?:[a-z][a-z0-9+.-]{1,20}://|www\.)[^\s<>\"']{1,4000}|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}"
)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


def _ascii_digit(found: re.Match[str]) -> str:
    return str(int(found.group()))


def lowered(text: str) -> str:
    """The text in lower case, of the same length: offsets into one are offsets into the other. Digits are 0 to 9."""
    low = text.lower()
    if low.isascii():
        return low
    if len(low) != len(text):  # a letter whose lower case has two characters
        low = "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
    low = low.replace("º", "°")
    return _OTHER_DIGIT.sub(_ascii_digit, low) if _OTHER_SCRIPT.search(low) else low


_NUMERAL, _ARTICLE = 1, 2
_SMALL = frozenset("the and for but nor from with".split())  # without a capital even in a headline
_BEYOND = ("",) * 8


def tokenized(text: str) -> Words | None:
    """The tokens of a sentence; None where nothing in it can be a number, as in most sentences."""
    low = lowered(text)
    if "@" in low or "://" in low or "www." in low:
        low = _ADDRESS.sub(_blank, low)
    tokens: list[str] = (_ASCII_TOKEN if low.isascii() else TOKEN).findall(low)
    numeric = [i for i, token in enumerate(tokens) if _STARTS[token]]
    if not any(_STARTS[tokens[i]] == _NUMERAL for i in numeric) and ARTICLE_UNITS.isdisjoint(tokens):
        return None
    return Words(text, low, tokens, numeric)


class _Starts(dict[str, int]):
    """Token -> what it may begin: a number, a unit that an article counts, nothing (0). Remembered, as words recur."""

    def __missing__(self, token: str) -> int:
        if len(self) > 50_000:
            self.clear()
        # Between "." and ":" are the tokens that begin with a digit or with a point before digits, and the slash.
        numeral = token in NUMERALS or ("." < token < ":" and token != "/")
        kind = self[token] = _NUMERAL if numeral else _ARTICLE if token in _BEFORE_UNIT else 0
        return kind


_STARTS = _Starts()


class Words:
    """The tokens of one sentence: lower-case words, numerals, and single marks.

    ``starts`` are offsets into ``text``, which is the sentence. ``size`` counts the tokens; a few empty
    ones follow them, so that looking ahead needs no check. ``taken``: the token where the last quantity ended, or -1.
    ``numeric``: the tokens that a number may begin with, articles that count a unit among them.
    ``depth``: how many numbers the one that is being read stands in.
    """

    __slots__ = ("_cased", "_counted", "_vocabulary", "depth", "numeric", "size", "starts", "taken", "text", "tokens")

    def __init__(self, text: str, low: str, tokens: list[str], numeric: list[int]) -> None:
        self.text = text
        self.taken = -1
        self.depth = 0
        self._cased: bool | None = None
        self._counted: dict[str, tuple[int, int]] = {}
        self._vocabulary: frozenset[str] | None = None
        self.tokens = tokens
        self.numeric = numeric
        find = low.find
        at = 0
        starts: list[int] = []
        append = starts.append
        for token in tokens:
            at = find(token, at)
            append(at)
            at += len(token)
        self.starts = starts
        self.size = len(tokens)
        beyond = len(text) + 1
        tokens += _BEYOND
        starts += (beyond,) * 8

    @property
    def vocabulary(self) -> frozenset[str]:
        """The different tokens of the sentence."""
        if self._vocabulary is None:
            self._vocabulary = frozenset(self.tokens)
        return self._vocabulary

    @property
    def sentence_case(self) -> bool:
        """Whether capitals mark names here: most words begin without one, as they do not in a headline."""
        if self._cased is None:
            words = [i for i in range(self.size) if len(self.tokens[i]) > 2 and self.tokens[i].isalpha()]
            small = sum(not self.capital(i) for i in words if self.tokens[i] not in _SMALL)
            capitals = sum(self.capital(i) for i in words if len(self.tokens[i]) > 3)
            self._cased = small > 0 and capitals <= 3 * small
        return self._cased

    def count_before(self, mark: str, i: int) -> int:
        """How often a mark stands before token ``i``."""
        at, count = self._counted.get(mark, (0, 0))
        count += self.tokens[at:i].count(mark) if at <= i else -self.tokens[i:at].count(mark)
        self._counted[mark] = (i, count)
        return count

    def capital(self, i: int) -> bool:
        """Whether token ``i`` has a capital letter: at its beginning, or second as in iPhone."""
        at = self.starts[i]
        text = self.text
        return at < len(text) and (text[at].isupper() or (len(self.tokens[i]) > 2 and text[at + 1].isupper()))

    def end(self, i: int) -> int:
        """Where token ``i`` ends in the text."""
        return self.starts[i] + len(self.tokens[i])

    def gap(self, i: int) -> int:
        """How many characters stand between token ``i`` and the one before it."""
        return self.starts[i] - self.starts[i - 1] - len(self.tokens[i - 1])

    def glued(self, i: int) -> bool:
        """Whether nothing stands between token ``i`` and the one before it."""
        return self.starts[i] == self.starts[i - 1] + len(self.tokens[i - 1])

    def before(self, i: int) -> str:
        """The blanks between token ``i`` and the one before it."""
        return self.text[self.end(i - 1) : self.starts[i]]

    def written(self, a: int, b: int | None = None) -> str:
        """Token ``a``, or the tokens from ``a`` up to ``b``, as they are written: with their capitals and blanks."""
        return self.text[self.starts[a] : self.end(a if b is None else b - 1)]
