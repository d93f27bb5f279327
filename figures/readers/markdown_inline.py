"""What is markup within a paragraph of Markdown, by CommonMark's rules, with strikethrough and footnote marks.

The outcome is a list of cuts: places that a reader does not see, or sees as something else. All else is verbatim. Every
step is linear: what looks ahead is bounded or remembers that it found nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Set

from figures.readers.characters import LOWERED, RAISED, REFERENCE, character

Cut = tuple[int, int, str]  # start, end, what stands there instead

_SPECIAL = re.compile(r"[\\`*_\[\]!<&~]")
_TICKS = re.compile(r"`++")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_AUTOLINK = re.compile(r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*+|[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w.-]{1,253})>")
_TAG = re.compile(
    r"<(/?)([A-Za-z][A-Za-z0-9-]{0,40})"
    r"((?:\s++[A-Za-z_:][\w.:-]{0,80}+(?:\s*+=\s*+(?:[^\s\"'=<>`]++|'[^']*+'|\"[^\"]*+\"))?+)*+)\s*+/?>"
)
_TAG_LIMIT = 4_000
_TARGET = re.compile(r"\(\s*+(?:<(?:[^<>\\\n]|\\.)*+>)?")
_TITLE = re.compile(r"""\s++(?:"(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+'|\((?:[^()\\]|\\.)*+\))""", re.DOTALL)
_LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.){0,999}+)\]", re.DOTALL)
_STRUCK_END = {name: re.compile(f"</{name}\\s{{0,3}}>", re.IGNORECASE) for name in ("del", "s", "strike")}
_BLANKS = re.compile(r"\s*+")
_TARGET_LIMIT = 2_000


class _Run:
    """A run of ``*``, ``_`` or ``~`` that may open or close emphasis."""

    __slots__ = ("at", "char", "closes", "left", "length", "opens", "whole")

    def __init__(self, char: str, at: int, length: int, opens: bool, closes: bool) -> None:
        self.char = char
        self.at = at  # of the first character not used yet
        self.left = at  # of the first character
        self.length = length
        self.whole = length
        self.opens = opens
        self.closes = closes


def label_key(label: str) -> str:
    """A link label as CommonMark compares them."""
    return " ".join(label.split()).casefold()


def cuts(raw: str, labels: Set[str]) -> list[Cut]:
    """The cuts in ``raw``, apart and in order. ``labels``: the keys of the links that the document defines."""
    return _Inline(raw, labels).run()


class _Inline:
    def __init__(self, raw: str, labels: Set[str]) -> None:
        self.raw = raw
        self.labels = labels
        self.found: list[Cut] = []
        self.runs: list[_Run] = []
        self.brackets: list[tuple[int, bool, int]] = []  # place, is it an image, number of runs before it
        self.links_below = 0  # brackets below this index hold a link already, and so can be none
        self.ticks: dict[int, list[int]] | None = None
        self.nowhere: set[str] = set()  # closing marks that do not come any more
        self.raised: tuple[str, int] | None = None  # an open sup or sub, and where its text begins

    def run(self) -> list[Cut]:
        raw, at = self.raw, 0
        while (match := _SPECIAL.search(raw, at)) is not None:
            at = self._special(raw[match.start()], match.start())
        self._emphasis(0)
        self.found.sort()
        kept: list[Cut] = []
        end = 0
        for cut in self.found:
            if cut[0] >= end:
                kept.append(cut)
                end = cut[1]
        return kept

    def _special(self, char: str, at: int) -> int:
        """Reads what begins at ``at`` and gives the place to go on from."""
        raw = self.raw
        if char == "\\":
            following = raw[at + 1 : at + 2]
            if following in _PUNCTUATION or following in ("\n", "\r"):
                self.found.append((at, at + 1, ""))
            return at + 2
        if char == "`":
            return self._code(at)
        if char == "<":
            return self._angle(at)
        if char == "&":
            match = REFERENCE.match(raw, at)
            known = character(match.group(), strict=True) if match else None
            if known is None:
                return at + 1
            self.found.append((at, at + known[1], known[0]))
            return at + known[1]
        if char == "!":
            if raw.startswith("[", at + 1):
                self.brackets.append((at, True, len(self.runs)))
                return at + 2
            return at + 1
        if char == "[":
            self.brackets.append((at, False, len(self.runs)))
            return at + 1
        if char == "]":
            return self._close(at)
        return self._delimiter(char, at)

    def _code(self, at: int) -> int:
        raw = self.raw
        if self.ticks is None:
            self.ticks = {}
            for match in reversed(list(_TICKS.finditer(raw))):
                self.ticks.setdefault(len(match.group()), []).append(match.start())
        opening = _TICKS.match(raw, at)
        assert opening is not None
        length, start = len(opening.group()), opening.end()
        places = self.ticks.get(length, [])
        while places and places[-1] < start:
            places.pop()
        if not places:
            return start
        close = places.pop()
        end = close
        if end - start > 1 and raw[start] in " \n\r" and raw[end - 1] in " \n\r" and raw[start:end].strip():
            start, end = start + 1, end - 1
        self.found += [(at, start, ""), (end, close + length, "")]
        return close + length

    def _angle(self, at: int) -> int:
        raw = self.raw
        link = _AUTOLINK.match(raw, at)
        if link:
            self.found += [(at, at + 1, ""), (link.end() - 1, link.end(), "")]
            return link.end()
        for opening, closing in (("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>"), ("<!", ">")):
            if raw.startswith(opening, at):
                end = -1 if closing in self.nowhere else raw.find(closing, at + len(opening))
                if end < 0:
                    self.nowhere.add(closing)
                    return at + 1
                self.found.append((at, end + len(closing), ""))
                return end + len(closing)
        tag = _TAG.match(raw, at, at + _TAG_LIMIT)
        if tag is None:
            return at + 1
        name = tag[2].lower()
        if name in ("sup", "sub"):
            self._raise(name, bool(tag[1]), tag.start(), tag.end())
        if name in ("del", "s", "strike"):
            end = self._struck(name, tag)
            if end:
                self.found.append((at, end, ""))
                return end
        self.found.append((at, tag.end(), " " if name == "br" else ""))
        return tag.end()

    def _raise(self, name: str, closes: bool, start: int, end: int) -> None:
        if not closes:
            self.raised = (name, end)
        elif self.raised and self.raised[0] == name:
            inside = self.raw[self.raised[1] : start]
            changed = inside.translate(RAISED if name == "sup" else LOWERED)
            if changed != inside and len(inside) <= 40:
                self.found.append((self.raised[1], start, changed))
            self.raised = None

    def _struck(self, name: str, tag: re.Match[str]) -> int:
        """Where the text that a tag takes back ends; 0 when nothing closes it."""
        closing = f"</{name}>"
        if tag[1] or closing in self.nowhere:
            return 0
        found = _STRUCK_END[name].search(self.raw, tag.end())
        if found is None:
            self.nowhere.add(closing)
            return 0
        return found.end()

    def _delimiter(self, char: str, at: int) -> int:
        raw, end = self.raw, at
        while raw.startswith(char, end):
            end += 1
        before = raw[at - 1] if at else " "
        after = raw[end] if end < len(raw) else " "
        left = not after.isspace() and (not _is_mark(after) or before.isspace() or _is_mark(before))
        right = not before.isspace() and (not _is_mark(before) or after.isspace() or _is_mark(after))
        opens, closes = left, right
        if char == "_":
            opens = left and (not right or _is_mark(before))
            closes = right and (not left or _is_mark(after))
        if char != "~" or end - at == 2:  # one tilde is "about"
            self.runs.append(_Run(char, at, end - at, opens, closes))
        return end

    def _close(self, at: int) -> int:
        """A closing bracket: of a link, of an image, of a footnote mark, or only itself."""
        if not self.brackets:
            return at + 1
        start, image, runs = self.brackets.pop()
        level = len(self.brackets)
        usable = image or level >= self.links_below
        self.links_below = min(self.links_below, level)
        if not usable:
            return at + 1
        inner = start + (2 if image else 1)
        end = self._target(at + 1)
        if end is None and self.raw.startswith("^", inner) and inner + 1 < at <= inner + 60 and not image:
            self.found.append((start, at + 1, ""))  # a footnote mark
            return at + 1
        if end is None:
            end = self._reference(inner, at)
        if end is None:
            return at + 1
        if image:
            self.found.append((start, end, ""))
            del self.runs[runs:]
            return end
        self._emphasis(runs)
        self.found += [(start, inner, ""), (at, end, "")]
        self.links_below = level
        return end

    def _target(self, at: int) -> int | None:
        """Where "(address "title")" at ``at`` ends; None when there is none."""
        raw, limit = self.raw, min(len(self.raw), at + _TARGET_LIMIT)
        opening = _TARGET.match(raw, at, limit)
        if opening is None:
            return None
        end = opening.end()
        if raw[end - 1] != ">":
            depth = 0
            while end < limit and raw[end] > " ":
                if raw[end] == "\\" and raw[end + 1 : end + 2] in _PUNCTUATION:
                    end += 1
                elif raw[end] == "(":
                    depth += 1
                    if depth > 32:
                        return None
                elif raw[end] == ")":
                    if depth == 0:
                        break
                    depth -= 1
                end += 1
            if depth:
                return None
        title = _TITLE.match(raw, end, limit)
        close = _BLANKS.match(raw, title.end() if title else end, limit)
        assert close is not None  # it can match nothing at all
        return close.end() + 1 if raw.startswith(")", close.end()) else None

    def _reference(self, inner: int, at: int) -> int | None:
        """Where "][label]", "][]" or "]" of a link reference ends; None when the document does not define it."""
        label = _LABEL.match(self.raw, at + 1)
        if label and label[1].strip():
            return label.end() if label_key(label[1]) in self.labels else None
        if not self.labels or at - inner > 999 or self.raw.find("[", inner, at) >= 0:
            return None
        if label_key(self.raw[inner:at]) not in self.labels:
            return None
        return label.end() if label else at + 1

    def _emphasis(self, bottom: int) -> None:
        """CommonMark's "process emphasis" for the runs from ``bottom`` on, which are dropped then."""
        runs = self.runs[bottom:]
        del self.runs[bottom:]
        stack: list[_Run] = []  # runs that may still open
        floor: dict[tuple[str, int, bool], int] = {}  # below this there is no opener for such a closer
        for run in runs:
            while run.closes and run.length:
                key = (run.char, run.length if run.char == "~" else run.whole % 3, run.opens)
                least = floor.get(key, 0)
                index = len(stack) - 1
                while index >= least and not _pairs(stack[index], run):
                    index -= 1
                if index < least:
                    floor[key] = len(stack)
                    break
                opener = stack[index]
                used = run.length if run.char == "~" else 2 if opener.length >= 2 and run.length >= 2 else 1
                opener.length -= used
                start = opener.at + opener.length
                if run.char == "~":
                    self.found.append((start, run.at + used, ""))  # struck out: not said any more
                else:
                    self.found += [(start, start + used, ""), (run.at, run.at + used, "")]
                run.at += used
                run.length -= used
                del stack[index + 1 :]
                if not opener.length:
                    stack.pop()
                size = len(stack)
                for known, value in floor.items():
                    if value > size:
                        floor[known] = size
            if run.opens and run.length:
                stack.append(run)


def _pairs(opener: _Run, closer: _Run) -> bool:
    if opener.char != closer.char:
        return False
    if opener.char == "~":
        return opener.length == closer.length
    if (opener.closes or closer.opens) and (opener.whole + closer.whole) % 3 == 0:
        return opener.whole % 3 == 0 and closer.whole % 3 == 0
    return True


def _is_mark(char: str) -> bool:
    return char in _PUNCTUATION or (not char.isalnum() and unicodedata.category(char)[0] in "PS")
