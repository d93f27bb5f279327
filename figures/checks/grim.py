"""Means, standard deviations and percentages of whole numbers are ones that whole numbers can have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from figures.checks.context import Context, verdict
from figures.checks.statistics_text import claims_in, decimals, with_claims
from figures.document import Block
from figures.findings import Derivation, Finding, Operand
from figures.interval import point
from figures.rounding import rounds_to
from figures.rules import Rule
from figures.sentences import sentences
from figures.statistics import whole_numbers
from figures.statistics.grim import debit, grim, grimmer
from figures.statistics.numerals import read
from figures.statistics.whole_numbers import Summary
from figures.verdicts import Judgement

_ITEMS = re.compile(r"\b(?P<n>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)[\s-]items?\b", re.I)
_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_VERB = re.compile(r"\s+(?:not|who|with|had|have|has|was|were|is|are)$")  # the word after the noun
_AVERAGED = re.compile(r"\b(?:items|averaged?|composite|sub-?scales?|index|indices|scores?|weighted|imputed)\b", re.I)


def check(context: Context, rule: Rule) -> list[Finding]:
    """One verdict for each mean or percentage with its number of cases, where the words say that it is of wholes."""
    return list(_findings(context, rule))


def _findings(context: Context, rule: Rule) -> Iterator[Finding]:
    measured, counted, binary = (_any_of(rule.params.get(name, ())) for name in ("measured", "counted", "binary"))
    weighted = "weighted" in context.document.text
    for block in context.document.blocks:
        for summary in whole_numbers.means(block.text):
            words = _sentence(block.text, summary)
            items = _items(words)
            if binary.search(words) and 0 <= read(summary.number).value <= 1:
                yield _judge(context, rule, block, summary, 0)
            elif items and measured.search(words):
                yield _judge(context, rule, block, summary, items)
        if not weighted:
            for summary in whole_numbers.percentages(block.text):
                if counted.search(summary.noun) and summary.n > 0:
                    yield _judge(context, rule, block, summary, 1)


def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    if not words:
        return re.compile(r"(?!)")
    return re.compile(rf"\b(?:{'|'.join(re.escape(word) for word in words)})s?\b", re.I)


def _sentence(text: str, summary: Summary) -> str:
    for start, end in sentences(text):
        if start <= summary.start < end:
            return text[start:end]
    return text


def _items(words: str) -> int:
    """How many items each person's number is the mean of; 0 where that is not known."""
    counts = {_WORDS.index(m["n"].lower()) if m["n"].isalpha() else int(m["n"]) for m in _ITEMS.finditer(words)}
    if len(counts) == 1:
        return counts.pop()
    return 0 if counts or _AVERAGED.search(words) else 1


def _judge(context: Context, rule: Rule, block: Block, summary: Summary, items: int) -> Finding:
    """``items``: of how many whole numbers each of the n is the mean; 0 where each is a zero or a one."""
    outcome = grim(summary.number, summary.n, items or 1, summary.percent)
    if outcome.consistent and summary.sd and summary.n > 1:
        deviation = (
            grimmer(summary.number, summary.sd, summary.n, items)
            if items
            else debit(summary.number, summary.sd, summary.n)
        )
        outcome = outcome if deviation.consistent else deviation
    written = summary.sd if outcome.of == "sd" else summary.number
    numeral, places = read(written), len(written.partition(".")[2])
    sign = "%" if summary.percent else ""
    noun = _VERB.sub("", summary.noun)
    of = f"{summary.n} {noun or ('whole numbers' if items else 'zeros and ones')}"
    of += f", each the mean of {items}" if items > 1 else ""
    name = "share" if sign else "standard deviation" if outcome.of == "sd" else "mean"
    closest = min(outcome.nearest, key=lambda value: abs(value - numeral.value), default=numeral.value)
    possible = [decimals(value, places) + sign for value in outcome.nearest]
    against = (
        f"the {name} of {of} can be {' or '.join(possible)}, but not {written}{sign}" if possible else outcome.reason
    )
    span = block.locate(summary.start, summary.end)
    derivation = Derivation(
        (Operand("n", str(summary.n), point(summary.n), span),),
        f"{name} of {of}",
        point(closest),
        rounds_to(numeral.value, numeral.resolution),
        unit="percentage" if sign else "",
    )
    judgement = Judgement("consistent") if outcome.consistent else Judgement("inconsistent", "minor")
    fits = f"{written}{sign} is a {name} that {of} can have"
    finding = verdict(
        context, rule, judgement, (), derivation,
        against=fits if outcome.consistent else against,
        fits=fits,
        fix="" if not possible else decimals(closest, places) + sign,
        span=span,
        says=" ".join(summary.text.split()),
    )  # fmt: skip
    return with_claims(finding, claims_in(context, span))
