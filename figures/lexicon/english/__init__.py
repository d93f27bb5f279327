"""Small closed lists of English words, and the forms that are built from them. No model: what is not listed is a noun."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).parent


def _lines(name: str) -> list[str]:
    text = (_HERE / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and line[0] != "#"]


def _classes(name: str) -> dict[str, frozenset[str]]:
    classes: dict[str, frozenset[str]] = {}
    for line in _lines(name):
        key, _, words = line.partition(":")
        classes[key] = frozenset(words.split())
    return classes


def _verbs() -> dict[str, tuple[str, str]]:
    """Form -> (base, tense): base, third (says), past, participle, ing. A form of two tenses has the first in that order."""
    forms: dict[str, tuple[str, str]] = {}

    def add(form: str, base: str, tense: str) -> None:
        forms.setdefault(form, (base, tense))

    entries = [word for line in _lines("verbs.txt") for word in line.split()]
    for entry in entries:
        base, *irregular = entry.split("/")
        vowel = base[-1] in "aeiou"
        if base[-1] == "e":
            past, ing = base + "d", base[:-1] + "ing" if base[-2] not in "ey" else base + "ing"
        elif base[-1] == "y" and base[-2] not in "aeiou":
            past, ing = base[:-1] + "ied", base + "ing"
        elif not vowel and _doubles(base):
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


_DOUBLING = frozenset(
    "admit bar ban bet commit dip drop fit hit knit net omit plan plug pop refer rub scan shop slip snap stem step stop submit "
    "trap trim transfer travel cancel control compel expel enrol permit regret rob run set shed ship shut sit slam slap slim "
    "spin split stab star stir strip swap swim tap tip top total trim wrap zip model signal fuel level label scrap bag strip "
    "program quit get cut let put win dig hug jog beg tally outfit occur prefer rebel patrol equip begin upset".split()
)


def _doubles(base: str) -> bool:
    return base in _DOUBLING


def _plurals() -> dict[str, str]:
    return {plural: singular for plural, singular in (line.split() for line in _lines("plurals.txt"))}


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
VERB_ONLY = frozenset(form for line in _lines("verb_only.txt") for form in line.split())
ADJECTIVES = frozenset(word for line in _lines("adjectives.txt") for word in line.split())
PLURALS = _plurals()
_NAMES = _classes("names.txt")
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
        "monday mon,tuesday tue tues,wednesday wed,thursday thu thur thurs,friday fri,saturday sat,sunday sun".split(",")
    )
    for name in names.split()
}


def singular(word: str) -> str:
    """The singular of a lower-case noun by rule and by list; the word itself where it is none."""
    found = PLURALS.get(word)
    if found is not None:
        return found
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "xes", "zes", "ches", "shes")):
        return word[:-2]
    if len(word) > 2 and word[-1] == "s" and word[-2] not in "sui'’":
        return word[:-1]
    return word


def is_plural(word: str) -> bool:
    """Whether a lower-case word looks like a plural noun."""
    return word in PLURALS or (len(word) > 2 and word[-1] == "s" and word[-2] not in "sui'’" and word not in FUNCTION_WORDS)
