"""The kinds of rules as data: what each checks, its parameters, and the words a message may fill in.

The keys are those of ``figures.checks.CHECKS``. A parameter's ``type`` is one of

  words     a list of words or phrases           number   an exact number: 5, 1.5, 2/3, "250,000", "4.1 million"
  integer   a whole number                       table    the path of a CSV file in the pack's own directory
  flag      true or false                        unit     the canonical name of a unit; "" for bare counts
"""

from __future__ import annotations

from msgspec import Struct

PARAMETER_TYPES = ("words", "number", "integer", "flag", "table", "unit")


class Parameter(Struct, frozen=True):
    type: str  # one of PARAMETER_TYPES
    doc: str
    required: bool = False


class Kind(Struct, frozen=True):
    """``one_of``: at least one of these parameters must be given. ``trips``: the verdicts that it reports.

    ``arithmetic``: nothing in it is a heuristic but what counts as the same thing, so a rule of it may be an error.
    """

    doc: str
    params: dict[str, Parameter] = {}
    one_of: tuple[str, ...] = ()
    arithmetic: bool = False
    trips: tuple[str, ...] = ("inconsistent", "misleading")


# What a message may name in braces. A check that has no value for one of them fills in "".
FIELDS = {
    "text": "the number as written, with its qualifier and unit",
    "counted": "what is counted or measured",
    "says": "what the text says, with its bounds",
    "reads": "what a fair reader takes from it, where that is narrower",
    "against": "what it was held against, and from where",
    "expected": "the value or the interval that would fit",
    "degree": "how far apart: rounding, minor, major or decisive",
    "fix": "words that would be consistent",
}

_SUBJECT = {
    "counted": Parameter("words", "only numbers of these things; left out: of anything"),
    "happened": Parameter("words", "only numbers of things that this happened to; left out: anything"),
}

KINDS: dict[str, Kind] = {
    "part_of": Kind("a part is not larger than its whole", arithmetic=True),
    "rest_of": Kind("a part and the rest make up the whole", arithmetic=True),
    "restatement": Kind("the same thing, told twice in one text, has one number", arithmetic=True),
    "length_of_time": Kind("a length of time fits the dates that it lies between", arithmetic=True),
    "weekday": Kind("a weekday fits its date", arithmetic=True),
    "ordinal_day": Kind("an ordinal such as 'second day' fits the date of the first", arithmetic=True),
    "share": Kind("'X of Y, or Z percent' adds up", arithmetic=True),
    "total": Kind("parts add up to their total", arithmetic=True),
    "change": Kind("'from A to B, up C percent' adds up", arithmetic=True),
    "key_figure": Kind(
        "a number agrees with the figure on file",
        {
            "table": Parameter("table", "the key-figure table; left out: key-figures.csv of the pack"),
            "metrics": Parameter("words", "only these metrics of the table; left out: all"),
            "max_age_days": Parameter(
                "integer", "figures older than this, in days before the text's date, do not count"
            ),
        },
    ),
    "plausible_range": Kind(
        "a number lies in the range that is possible or plausible for what it measures",
        {
            **_SUBJECT,
            "unit": Parameter("unit", "only numbers with this unit; left out: with any"),
            "low": Parameter("number", "the least plausible value"),
            "high": Parameter("number", "the greatest plausible value"),
        },
        one_of=("low", "high"),
    ),
    "attribution": Kind(
        "a number of this sort says who counted it",
        {**_SUBJECT, "at_least": Parameter("number", "smaller numbers need no source")},
        one_of=("counted", "happened"),
        trips=("unchecked",),  # a number without a source, or a date, is not wrong: nobody can check it
    ),
    "as_of": Kind(
        "a number of this sort says when it was true",
        {**_SUBJECT, "at_least": Parameter("number", "smaller numbers need no date")},
        one_of=("counted", "happened"),
        trips=("unchecked",),  # a number without a source, or a date, is not wrong: nobody can check it
    ),
}
