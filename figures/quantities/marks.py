"""The marks that join, divide and sign numbers, by what they are taken for."""

from __future__ import annotations

DASHES = frozenset("-‐‑–—")
SHORT_DASHES = frozenset("-‐‑–")
HYPHENS = frozenset("-‐‑")
MINUS_SIGNS = frozenset("-−–‒")
DASHES_AND_MINUS = frozenset("-‐‑–—−")
RANGE_MARKS = frozenset("-‐‑–—~−")
RANGE_JOINS = frozenset("- – — ‑ to".split())
TIMES = frozenset("x×*·")
SUPERSCRIPTS = {**{mark: str(digit) for digit, mark in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}, "⁻": "-", "⁺": "+"}
