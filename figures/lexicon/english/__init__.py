"""Small closed lists of English words, and the forms built from them. No model: what is not listed is a noun."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).parent


def _lines(name: str) -> list[str]:
    text = (_HERE / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and line[0] != "#"]


def _words(name: str) -> frozenset[str]:
    return frozenset(word for line in _lines(name) for word in line.split())


def _classes(name: str) -> dict[str, frozenset[str]]:
    """Class -> its words, of a file with "class: words" in each line. A class may go on over several lines."""
    classes: dict[str, list[str]] = {}
    for line in _lines(name):
        key, _, words = line.partition(":")
        classes.setdefault(key, []).extend(words.split())
    return {key: frozenset(words) for key, words in classes.items()}


def _verbs() -> dict[str, tuple[str, str]]:
    """Form -> (base, tense): past, participle, third (says), ing or base; of several, the first in this order."""
    forms: dict[str, tuple[str, str]] = {}

    def add(form: str, base: str, tense: str) -> None:
        forms.setdefault(form, (base, tense))

    doubling = _words("doubling.txt")
    entries = [word for line in _lines("verbs.txt") for word in line.split()]
    for entry in entries:
        base, *irregular = entry.split("/")
        vowel = base[-1] in "aeiou"
        if base[-1] == "e":
            past, ing = base + "d", base[:-1] + "ing" if base[-2] not in "ey" else base + "ing"
        elif base[-1] == "y" and base[-2] not in "aeiou":
            past, ing = base[:-1] + "ied", base + "ing"
        elif not vowel and base in doubling:
            past, ing = base + base[-1] + "ed", base + base[-1] + "ing"
        else:
            past, ing = base + "ed", base + "ing"
        if base in ("die", "lie", "tie"):
            ing = base[:-2] + "ying"
        participle = past
        if irregular:
            past, participle = irregular
        if base[-1] == "y" and base[-2] not in "aeiou":
            third = base[:-1] + "ies"
        elif base.endswith(("s", "x", "z", "ch", "sh")) or base in ("go", "do", "undergo"):
            third = base + "es"
        else:
            third = base + "s"
        add(past, base, "past")
        add(participle, base, "participle")
        add(third, base, "third")
        add(ing, base, "ing")
        add(base, base, "base")
    return forms


def _plurals() -> dict[str, str]:
    return dict(line.split() for line in _lines("plurals.txt"))


_FUNCTIONS = _classes("functions.txt")
ARTICLES = _FUNCTIONS["article"]
POSSESSIVES = _FUNCTIONS["possessive"]
DETERMINERS = _FUNCTIONS["determiner"] | ARTICLES | POSSESSIVES
PRONOUNS = _FUNCTIONS["pronoun"]
AUXILIARIES = _FUNCTIONS["auxiliary"]
PREPOSITIONS = _FUNCTIONS["preposition"]
CONJUNCTIONS = _FUNCTIONS["conjunction"]
ADVERBS = _FUNCTIONS["adverb"]
FUNCTION_WORDS = frozenset().union(*_FUNCTIONS.values())
VERBS = _verbs()
VERB_ONLY = _words("verb_only.txt")
ADJECTIVES = _words("adjectives.txt")
PLURALS = _plurals()
_NAMES = _classes("names.txt")
_CUES = _classes("cues.txt")
LABELS = _NAMES["label"]
INDICES = _NAMES["index"]
MONTHS = {
    name: number
    for number, names in enumerate(
        "january jan,february feb,march mar,april apr,may,june jun,july jul,august aug,september sep sept,october oct,"
        "november nov,december dec".split(","),
        1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        "monday mon,tuesday tue tues,wednesday wed,thursday thu thur thurs,friday fri,saturday sat,sunday sun".split(
            ","
        )
    )
    for name in names.split()
}


def cues(name: str) -> frozenset[str]:
    """The words of a class in ``cues.txt``. Raises KeyError when there is none of that name."""
    return _CUES[name]


def singular(word: str) -> str:
    """The singular of a lower-case noun by rule and by list; the word itself where it is none."""
    found = PLURALS.get(word)
    if found is not None:
        return found
    if word[-1:] != "s":
        return word
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "xes", "zes", "ches", "shes")):
        return word[:-2]
    if len(word) > 2 and word[-1] == "s" and word[-2] not in "sui'’":
        return word[:-1]
    return word


def is_plural(word: str) -> bool:
    """Whether a lower-case word looks like a plural noun."""
    if word in PLURALS:
        return True
    return len(word) > 2 and word[-1] == "s" and word[-2] not in "sui'’" and word not in FUNCTION_WORDS
