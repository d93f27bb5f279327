"""Intervals on a number line, as inline SVG: filled ends belong to the interval, hollow ones do not, arrows go on."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from markupsafe import Markup, escape
from msgspec import Struct

from figures import words
from figures.interval import Exact, Interval
from figures.quantity import exact

# All lengths are in the units of the view box, about one pixel on a phone.
WIDTH, MARGIN, LANE, LABEL = 340, 16, 36, 6.7
# From this ratio between the largest and the smallest end on, a linear axis would squeeze one of them to nothing.
LOGARITHMIC = 30
# Narrower than this an interval is drawn as one mark, since its two ends would hide each other.
NARROW = 11


class Lane(Struct, frozen=True):
    """One interval with its label. ``role`` is stated, implied or expected and decides how it is drawn."""

    label: str
    words: str
    interval: Interval
    role: str


def draw(lanes: Sequence[Lane], ident: str, title: str, caption: str = "") -> Markup:
    """The lanes below each other over one axis; "" when no interval has an end to draw. ``caption`` names the unit."""
    ends = [end for lane in lanes for end in (lane.interval.lo, lane.interval.hi) if end is not None]
    if not ends:
        return Markup("")
    axis = _Axis(lanes, ends)
    bottom = len(lanes) * LANE + 6
    unit = f"{axis.scale_name} {caption}".strip()
    note = ", ".join(part for part in (unit, "logarithmic scale" if axis.log else "") if part)
    height = bottom + (37 if note else 22)
    parts = [
        Markup(
            '<svg class="nl" viewBox="0 0 {} {}" role="img" aria-labelledby="{}-t {}-d">'
            '<title id="{}-t">{}</title><desc id="{}-d">{}</desc>'
        ).format(WIDTH, height, ident, ident, ident, title, ident, _describe(lanes, axis.log))
    ]
    for lane in lanes:
        if lane.role == "expected":
            left, right = axis.ends(lane.interval)
            if right - left < 1.5:
                left, right = left - 0.75, right + 0.75
            parts.append(_tag("rect", "nl-band", x=left, y=0, width=right - left, height=bottom))
    parts += [_lane(lane, row, axis) for row, lane in enumerate(lanes)]
    parts.append(_tag("line", "nl-axis", x1=MARGIN - 8, y1=bottom, x2=WIDTH - MARGIN + 8, y2=bottom))
    for value, label in axis.ticks:
        x = axis.x(value)
        parts.append(_tag("line", "nl-axis", x1=x, y1=bottom, x2=x, y2=bottom + 4))
        parts.append(_text(axis.middle(value, label), bottom + 17, label, "nl-tick"))
    if note:
        parts.append(_text(WIDTH / 2, bottom + 32, note, "nl-note"))
    return Markup("").join([*parts, Markup("</svg>")])


def _label(value: Fraction) -> str:
    return words.number(exact(value)).replace("about ", "≈ ")


class _Axis:
    """From exact numbers to places on the line. Floats only here, where a place is drawn."""

    def __init__(self, lanes: Sequence[Lane], ends: Sequence[Exact]) -> None:
        low, high = Fraction(min(ends)), Fraction(max(ends))
        goes_left = any(lane.interval.lo is None for lane in lanes)
        goes_right = any(lane.interval.hi is None for lane in lanes)
        self.log = low > 0 and high >= LOGARITHMIC * low
        if self.log:
            self.low, self.high = low / (4 if goes_left else 2), high * (4 if goes_right else 2)
        else:
            size = (high - low) or max(abs(low), Fraction(5)) / 5
            room = Fraction(1) if high == low else Fraction(1, 6)
            self.low = low - size * (max(room, Fraction(2, 5)) if goes_left else room)
            self.high = high + size * (max(room, Fraction(2, 5)) if goes_right else room)
            if low >= 0 > self.low:
                self.low = Fraction(0) if low else -size / 12
        self.scale_name = ""
        self.whole = (high == low or high > low + 1) and all(isinstance(end, int) for end in ends)
        self.ticks = self._powers() if self.log else self._steps()

    def x(self, value: Exact) -> float:
        if self.log:
            if value <= 0:
                return float(MARGIN)
            part = (_log10(Fraction(value)) - _log10(self.low)) / (_log10(self.high) - _log10(self.low))
        else:
            part = float((value - self.low) / (self.high - self.low))
        return MARGIN + min(max(part, 0.0), 1.0) * (WIDTH - 2 * MARGIN)

    def middle(self, value: Exact, label: str) -> float:
        """Where the label of a tick is centred: at its tick, as far as it stays inside."""
        half = len(label) * LABEL / 2
        return min(max(self.x(value), half), WIDTH - half)

    def ends(self, interval: Interval) -> tuple[float, float]:
        left = MARGIN - 8 if interval.lo is None else self.x(interval.lo)
        right = WIDTH - MARGIN + 8 if interval.hi is None else self.x(interval.hi)
        return left, right

    def _steps(self) -> list[tuple[Exact, str]]:
        """As many round ticks as their labels leave room for, at most six."""
        ticks: list[tuple[Exact, str]] = []
        for wanted in (5, 4, 3, 2, 1):
            step = max(_round_step((self.high - self.low) / wanted), Fraction(self.whole))
            first = math.ceil(self.low / step)
            values = [step * at for at in range(first, math.floor(self.high / step) + 1)]
            size, self.scale_name = self._scale(step)
            ticks = [(exact(value), _label(value / size)) for value in values]
            if ticks and self._fits(ticks):
                return ticks
        return ticks[:1]

    def _scale(self, step: Fraction) -> tuple[int, str]:
        largest = max(abs(self.low), abs(self.high))
        for size, name in words.SCALES:
            if largest >= size and (step / size * 1000).denominator == 1:
                return size, name
        return 1, ""

    def _powers(self) -> list[tuple[Exact, str]]:
        first, last = math.floor(_log10(self.low)), math.ceil(_log10(self.high))
        stride = max(1, (last - first) // 6)
        while True:
            values = [Fraction(10) ** power for power in range(first, last + 1, stride)]
            kept = [value for value in values if self.low <= value <= self.high]
            ticks = [(exact(value), _label(value)) for value in kept]
            if self._fits(ticks) or stride > last - first:
                return ticks
            stride += 1

    def _fits(self, ticks: list[tuple[Exact, str]]) -> bool:
        return all(
            self.middle(*right) - self.middle(*left) >= (len(left[1]) + len(right[1])) / 2 * LABEL + 8
            for left, right in pairwise(ticks)
        )


def _lane(lane: Lane, row: int, axis: _Axis) -> Markup:
    """Label and words above, the interval below them."""
    y = row * LANE + 27
    interval = lane.interval
    left, right = axis.ends(interval)
    said = f" {lane.words}" if (len(lane.label) + len(lane.words)) * LABEL < WIDTH - 24 else ""
    parts = [
        Markup('<text class="nl-label" x="4" y="{}"><tspan class="nl-name">{}</tspan>{}</text>').format(
            _n(y - 13), lane.label, said
        )
    ]
    role = f"nl-{lane.role}"
    if interval.lo is not None and interval.hi is not None and right - left < NARROW:
        x = (left + right) / 2
        points = " ".join(f"{_n(x + dx)},{_n(y + dy)}" for dx, dy in ((-6, 0), (0, -6), (6, 0), (0, 6)))
        return Markup("").join([*parts, Markup('<polygon class="{} nl-point" points="{}"/>').format(role, points)])
    parts.append(_tag("line", f"{role} nl-bar", x1=left, y1=y, x2=right, y2=y))
    for end, x, is_open, outward in (
        (interval.lo, left, interval.lo_open, -1),
        (interval.hi, right, interval.hi_open, 1),
    ):
        if end is None:
            points = f"{_n(x)},{_n(y - 6)} {_n(x + 9 * outward)},{_n(y)} {_n(x)},{_n(y + 6)}"
            parts.append(Markup('<polygon class="{} nl-arrow" points="{}"/>').format(role, points))
        else:
            parts.append(_tag("circle", f"{role} {'nl-open' if is_open else 'nl-closed'}", cx=x, cy=y, r=4.5))
    return Markup("").join(parts)


def _describe(lanes: Sequence[Lane], log: bool) -> str:
    said = ". ".join(f"{lane.label}: {lane.words}" for lane in lanes)
    return f"{said}.{' The axis is logarithmic.' if log else ''}"


def _round_step(size: Fraction) -> Fraction:
    """The smallest of 1, 2 and 5 times a power of ten that is not below ``size``."""
    power = Fraction(10) ** math.floor(_log10(size))
    return next(power * factor for factor in (1, 2, 5, 10, 20) if power * factor >= size)


def _log10(value: Fraction) -> float:
    """Of a positive number of any size."""
    return math.log10(value.numerator) - math.log10(value.denominator)


def _tag(name: str, css: str, **numbers: float) -> Markup:
    attributes = "".join(f' {key}="{_n(number)}"' for key, number in numbers.items())
    return Markup(f'<{name} class="{css}"{attributes}/>')


def _text(x: float, y: float, text: str, css: str) -> Markup:
    return Markup(f'<text class="{css}" x="{_n(x)}" y="{_n(y)}">{escape(text)}</text>')


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
