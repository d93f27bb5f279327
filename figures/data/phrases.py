"""Noun phrases as far as they can be told without a parser: where they end, and what they open."""

from __future__ import annotations

from collections.abc import Sequence

from figures.data.mentions import Mention
from figures.data.words import Token
from figures.lexicon.english import AUXILIARIES, DETERMINERS, FUNCTION_WORDS, PREPOSITIONS, VERBS

STOPS = frozenset({",", ";", ":", "—", "–", "(", ")"})
LEADS = frozenset(
    "of among in for across since from during between at on with within under over before after by".split()
)
RELATIVE = frozenset({"whose", "who", "that", "which", "where"})
WHOLES = frozenset("of among for".split())
OPENING_NOUNS = DETERMINERS | PREPOSITIONS
SAYS = frozenset({"said", "told", "reported", "answered"})
PARTICIPLES = frozenset(
    "surveyed asked polled interviewed questioned listed recorded killed born aged released named based held sold made "
    "played seen counted tracked studied examined reviewed tested covered included registered".split()
)


def opening(words: Sequence[Token]) -> int:
    """Where a phrase that opens the sentence ends, its comma included; 0 where there is none."""
    if not words or words[0].low not in LEADS:
        return 0
    for k in range(1, min(len(words), 25)):
        if words[k].raw == "," and not _list_goes_on(words, k):
            return k + 1
        if words[k].raw in (";", "("):
            return 0
        if words[k].low in AUXILIARIES and RELATIVE.isdisjoint([t.low for t in words[:k]]):
            return 0
    return 0


def _list_goes_on(words: Sequence[Token], k: int) -> bool:
    """Whether a comma stands between two of several numbers: "in 2014, 2015 and 2016"; not "under 30, 17 percent"."""
    behind = words[k + 2].low if k + 2 < len(words) else ""
    return words[k - 1].raw.isdigit() and words[k + 1].raw.isdigit() and behind in (",", "and", "or")


def whole_of(words: Sequence[Token], mention: Mention, stop: int) -> frozenset[int]:
    """The tokens of "of the women we asked" behind a number."""
    at = mention.j
    while at < stop and words[at].low in (
        "%",
        "percent",
        "pct",
        "per",
        "cent",
        "out",
        "or",
        "so",
        "share",
        "more",
    ):
        at += 1
    if at >= stop or (words[at].low not in WHOLES and words[at].low != "in"):
        return frozenset()
    return frozenset(range(at, phrase_end(words, at + 1, stop)))


def refers_back(words: Sequence[Token], mention: Mention) -> bool:
    """Whether a number is of what was told before: "31 of them", "eight of which", "83 percent of those cases"."""
    for k in range(mention.j, min(len(words), mention.j + 3)):
        if words[k].low in FUNCTION_WORDS and words[k].low != "of":
            break
        if words[k].low == "of" and k + 1 < len(words):
            low = words[k + 1].low
            behind = words[k + 2].low if k + 2 < len(words) else ""
            if low in ("those", "these") and (
                behind
                in (
                    "who",
                    "that",
                    "with",
                    "in",
                    "aged",
                    "surveyed",
                    "asked",
                    "killed",
                    "under",
                    "over",
                    "whose",
                    "from",
                    "with",
                    "without",
                )
                or behind.endswith("ed")
            ):
                return False
            return low in ("them", "which", "these", "those", "whom") or (
                low in ("that", "this") and not behind.isalpha()
            )
    before = [t.low for t in words[max(0, mention.i - 4) : mention.i]]
    return "of" in before and bool({"those", "them", "these", "which", "whom"} & set(before))


def phrase_end(words: Sequence[Token], at: int, stop: int) -> int:
    """Where a noun phrase and what qualifies it end: before its verb, a comma or a bracket."""
    for k in range(at, stop):
        if words[k].raw in STOPS:
            return k
        if words[k].low == "than" and not words[k - 1].low.endswith(("er", "more", "less")):
            return k
        if k > at and (_finite(words, k, stop) or _adverb(words, k)):
            return k
    return stop


def _adverb(words: Sequence[Token], k: int) -> bool:
    """Whether an adverb behind a noun begins what is said of it: "of respondents strongly disagree"."""
    low = words[k].low
    adverb = low in ("always", "never", "often", "usually", "also", "still", "sometimes") or low.endswith("ly")
    return adverb and words[k - 1].raw.isalpha() and words[k - 1].low not in OPENING_NOUNS


def _finite(words: Sequence[Token], k: int, stop: int) -> bool:
    """Whether a token is the verb of its clause, as far as can be told without a parser."""
    low = words[k].low
    before = words[k - 1].low
    if low in AUXILIARIES or low in ("n't",):
        return before not in ("who", "that", "which", "they", "we")
    if low not in VERBS or before in DETERMINERS or before in PREPOSITIONS or words[k].raw[0].isupper():
        return False
    tense = VERBS[low][1]
    if before in ("who", "that", "which", "we", "they", "to", "i", "you"):
        return False
    if low in PARTICIPLES:
        return (
            not any(_finite(words, n, stop) for n in range(k + 1, min(stop, k + 8))) and tense == "past" and low in SAYS
        )
    if tense in ("past", "participle"):
        return True
    plural = (
        before.endswith(("s", "ly"))
        or before[-1:].isdigit()
        or before in ("people", "men", "women", "children", "percent", "%", "those")
    )
    return tense == "base" and plural
