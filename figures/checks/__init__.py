"""Checks: one module per kind, each (context, rule) -> the verdicts on the numbers that the kind is about.

A check raises nothing on purpose and changes nothing; the order in which they run is that of the rules.
"""

from __future__ import annotations

from collections.abc import Callable

from figures.checks import (
    age,
    as_of,
    attribution,
    change,
    confidence_interval,
    conversion,
    difference,
    fraction_of,
    grim,
    hundred,
    key_figure,
    length_of_time,
    ordinal_day,
    part_of,
    plausible_range,
    product,
    rate,
    reported_statistics,
    rest_of,
    restatement,
    share,
    shots,
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
    "product": product.check,
    "rate": rate.check,
    "difference": difference.check,
    "conversion": conversion.check,
    "fraction_of": fraction_of.check,
    "hundred": hundred.check,
    "age": age.check,
    "shots": shots.check,
    "reported_statistics": reported_statistics.check,
    "confidence_interval": confidence_interval.check,
    "grim": grim.check,
    "key_figure": key_figure.check,
    "plausible_range": plausible_range.check,
    "attribution": attribution.check,
    "as_of": as_of.check,
}

__all__ = ["CHECKS", "Check", "Context"]
