"""Which counted nouns count the same things, from nouns.yaml: synonyms, broader kinds, exclusive kinds."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct


class Nouns(Struct, frozen=True):
    """The lexicon, indexed. Heads are lemmas in lower case."""

    kind_of: dict[str, str]  # word -> its kind
    broader: dict[str, str]  # kind -> the next broader kind; the broadest is not a key
    partitions: tuple[frozenset[str], ...]  # kinds that exclude each other
    complete_sets: tuple[frozenset[str], ...]  # those of them that leave nobody out
    outcomes: frozenset[str]  # of what happened, those that exclude each other
    happened: dict[str, str]  # verb or noun -> what happened: killed, injured, ...
    moved: dict[str, str]  # word -> up or down

    def chain(self, head: str) -> tuple[str, ...]:
        """The kinds that ``head`` counts, narrowest first; () for a word that is not in the lexicon."""
        kind = self.kind_of.get(head) or self.kind_of.get(_last_word(head), "")
        found: list[str] = []
        while kind and kind not in found:
            found.append(kind)
            kind = self.broader.get(kind, "")
        return tuple(found)

    def root(self, head: str) -> str:
        """The broadest kind, or the word itself: words with different roots count different things."""
        chain = self.chain(head)
        return chain[-1] if chain else _last_word(head)

    def related(self, one: str, other: str) -> bool:
        """Whether both may count the same things, one may be a part of the other, or they overlap."""
        return bool(one) and bool(other) and self.root(one) == self.root(other)

    def same(self, one: str, other: str) -> bool:
        """Whether every one of the first is one of the second, or the other way round."""
        if _last_word(one) == _last_word(other):
            return True
        first, second = self.chain(one), self.chain(other)
        return bool(first) and bool(second) and (first[0] in second or second[0] in first)

    def within(self, part: str, whole: str) -> bool:
        """Whether every one of ``part`` is one of ``whole`` by the meaning of the words."""
        if _last_word(part) == _last_word(whole):
            return True
        first, second = self.chain(part), self.chain(whole)
        return bool(first) and bool(second) and second[0] in first

    def apart(self, heads: list[str]) -> bool:
        """Whether no thing can be counted under two of these words: 5 men and 3 women."""
        kinds = [chain[0] if (chain := self.chain(head)) else "" for head in heads]
        if len(set(kinds)) < len(kinds) or "" in kinds:
            return False
        return any(set(kinds) <= partition for partition in self.partitions)

    def complete(self, heads: list[str]) -> bool:
        """Whether these words leave nobody out: men and women, but not women and children."""
        kinds = {chain[0] if (chain := self.chain(head)) else "" for head in heads}
        return len(kinds) == len(heads) and kinds in self.complete_sets

    def event(self, *words: str) -> str:
        """What the words say happened ("killed" for die, dead, deaths); "" when they do not tell."""
        for word in words:
            found = self.happened.get(word) or self.happened.get(_last_word(word))
            if found:
                return found
        return ""


def _last_word(head: str) -> str:
    return head.rsplit(" ", 1)[-1]


@cache
def nouns() -> Nouns:
    """The lexicon that ships with the package; read once."""
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = Path(__file__).with_name("nouns.yaml").read_text(encoding="utf-8")
    data = yaml.load(text, Loader=loader)
    kind_of: dict[str, str] = {}
    broader: dict[str, str] = {}
    for kind, entry in data["kinds"].items():
        if entry.get("is"):
            broader[kind] = entry["is"]
        for word in entry["words"]:
            kind_of.setdefault(word, kind)
    happened = {word: what for what, words in data["happened"].items() for word in words}
    moved = {word: way for way, words in data["moved"].items() for word in words}
    partitions, complete = (tuple(frozenset(kinds) for kinds in data[key]) for key in ("partitions", "complete"))
    return Nouns(kind_of, broader, partitions, complete, frozenset(data["outcomes"]), happened, moved)
