"""What is known of the clause around one number."""

from __future__ import annotations

from figures.quantities.noun_phrases import Range


class Frame:
    """What was found around one number; token ranges, None where the sentence does not give it."""

    __slots__ = ("attached", "counted", "elided", "hypothetical", "place", "predicate", "subject", "time", "whole")

    def __init__(self) -> None:
        self.counted: Range | None = None
        self.whole: Range | None = None
        self.subject: Range | None = None
        self.attached: Range | None = None
        self.predicate: Range | None = None
        self.place: Range | None = None
        self.time: Range | None = None
        self.elided = ""
        self.hypothetical = False
