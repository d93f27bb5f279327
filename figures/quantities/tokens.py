"""Sentence -> tokens with their places: the workspace that the other steps of the pass read and fill."""

from __future__ import annotations

import re

_TOKEN = re.compile(r"[a-zµß-öø-ɏͰ-ϿЀ-ӿ]+(?:['’][a-z]+)?|\.\d+|\d+(?:[.,]\d+)*|[^\W\d_]+|\S")


_URL = re.compile(r"(?:[a-z][a-z0-9+.-]{1,20}://|www\.)[^\s<>\"']{1,4000}|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}")


def lowered(text: str) -> str:
    """The text in lower case, of the same length: offsets into one are offsets into the other."""
    low = text.lower()
    if len(low) != len(text):  # a letter whose lower case has two characters
        low = "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
    return low


_BEYOND = ("",) * 6


class Words:
    """The tokens of one sentence: lower-case words, numerals, and single marks.

    ``starts`` and ``ends`` are offsets into ``text``, the sentence's own; ``base`` is where the sentence begins in its block.
    """

    __slots__ = ("base", "ends", "low", "size", "starts", "taken", "text", "tokens", "urls")

    def __init__(self, text: str, low: str, base: int) -> None:
        self.text = text
        self.low = low
        self.base = base
        self.taken = -1  # where the last quantity ended
        self.urls: list[tuple[int, int]] = []
        if "º" in low:
            low = low.replace("º", "°")
        if "@" in low or "://" in low or "www." in low:
            low = self._without_urls(low)
        tokens = self.tokens = _TOKEN.findall(low)
        find = low.find
        at = 0
        starts: list[int] = []
        ends: list[int] = []
        for token in tokens:
            at = find(token, at)
            starts.append(at)
            at += len(token)
            ends.append(at)
        self.starts = starts
        self.ends = ends
        self.size = len(tokens)
        beyond = len(text) + 1
        tokens += _BEYOND  # so that looking ahead needs no check
        starts += (beyond,) * 6
        ends += (beyond,) * 6

    def _without_urls(self, low: str) -> str:
        """Addresses made blank, so that nothing in them is read; their places are kept."""
        for found in _URL.finditer(low):
            self.urls.append(found.span())
            low = low[: found.start()] + " " * (found.end() - found.start()) + low[found.end() :]
        return low

    def capital(self, i: int) -> bool:
        """Whether token ``i`` has a capital letter: at its beginning, or second as in iPhone."""
        at = self.starts[i]
        text = self.text
        return at < len(text) and (text[at].isupper() or (self.ends[i] - at > 2 and text[at + 1].isupper()))

    def glued(self, i: int) -> bool:
        """Whether nothing stands between token ``i`` and the one before it."""
        return self.starts[i] == self.ends[i - 1]
