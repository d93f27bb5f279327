"""Which numbers a rule is about: those of certain things, or of things that something happened to."""

from __future__ import annotations

from figures.lexicon.nouns import nouns
from figures.quantity import Claim, Phrase
from figures.rules import Rule

_NO_FIGURES = frozenset({"ordinal", "multiple"})


def applies(rule: Rule, claim: Claim) -> bool:
    """Whether the claim is of the rule's sort (``counted``, ``happened``, ``unit``, ``at_least``)."""
    quantity, params = claim.quantity, rule.params
    if quantity.kind in _NO_FIGURES:
        return False
    if "unit" in params and params["unit"] != quantity.unit:
        return False
    if "at_least" in params and (quantity.high or quantity.value) < params["at_least"]:
        return False
    if params.get("counted") and not _named(params["counted"], claim.counted):
        return False
    if params.get("happened"):
        return _named(params["happened"], claim.predicate) or _event(params["happened"], claim)
    return True


def _named(words: tuple[str, ...], phrase: Phrase | None) -> bool:
    """Whether the phrase is headed by one of the words or ends with it: children, school children."""
    if phrase is None:
        return False
    text = " ".join(phrase.text.lower().split())
    for word in words:
        wanted = word.lower()
        if phrase.head in (wanted, wanted.removesuffix("s")) or text == wanted or text.endswith(" " + wanted):
            return True
    return False


def _event(words: tuple[str, ...], claim: Claim) -> bool:
    """killed, for dead and deaths too."""
    head = claim.predicate.head if claim.predicate else ""
    noun = claim.counted.head if claim.counted else ""
    found = nouns().event(head, noun)
    return bool(found) and any(found in (word.lower(), nouns().event(word.lower())) for word in words)
