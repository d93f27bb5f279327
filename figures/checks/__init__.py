"""Checks: one module per kind, each (context, rule) -> the verdicts on the numbers that the kind is about.

A check raises nothing on purpose and changes nothing; the order in which they run is that of the rules.
"""

from __future__ import annotations

from collections.abc import Callable

from figures.checks import (
    as_of,
    attribution,
    change,
    key_figure,
    length_of_time,
    ordinal_day,
    part_of,
    plausible_range,
    rest_of,
    restatement,
    share,
    total,
    weekday,
)
from figures.checks.context import Context
from figures.findings import Finding
from figures.rules import Rule

Check = Callable[[Context, Rule], list[Finding]]

# The keys are those of figures.rules_kinds.KINDS, which says what each one's parameters are.
CHECKS: dict[str, Check] = {
    "part_of": part_of.check,
    "rest_of": rest_of.check,
    "restatement": restatement.check,
    "length_of_time": length_of_time.check,
    "weekday": weekday.check,
    "ordinal_day": ordinal_day.check,
    "share": share.check,
    "total": total.check,
    "change": change.check,
    "key_figure": key_figure.check,
    "plausible_range": plausible_range.check,
    "attribution": attribution.check,
    "as_of": as_of.check,
}

__all__ = ["CHECKS", "Check", "Context"]
