"""The kinds of rules as data: what each checks, its parameters, and the words a message may fill in.

The keys are those of ``figures.checks.CHECKS``. A parameter's ``type`` is one of

  words     a list of words or phrases           number   an exact number: 5, 1.5, 2/3, "250,000", "4.1 million"
  integer   a whole number                       table    the path of a table in the pack's own directory
  flag      true or false                        unit     the canonical name of a unit; "" for bare counts
  query     one SELECT                           database a database file in the pack, postgresql://..., or $NAME
  formulas  a list of metric = formula
"""

from __future__ import annotations

from msgspec import Struct

PARAMETER_TYPES = ("words", "number", "integer", "flag", "table", "unit", "database", "query", "formulas")


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
    "against": "what it was held against, after a colon: 12 of 40 is 30%; of a part or a repetition, the other number",
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
    "product": Kind("so many at so much each make the total", arithmetic=True),
    "rate": Kind("a rate or an average fits its total and its count", arithmetic=True),
    "difference": Kind("'12 more than 40' is 52", arithmetic=True),
    "conversion": Kind("a measure in brackets is the one before it in another unit", arithmetic=True),
    "fraction_of": Kind("'a third of the 90, 30' and 'most of them' fit their numbers", arithmetic=True),
    "hundred": Kind("percentages of one whole add up to 100", arithmetic=True),
    "age": Kind("an age fits the year of birth", arithmetic=True),
    "shots": Kind("a player's points fit the shots made", arithmetic=True),
    "reported_statistics": Kind(
        "the p value of a reported test fits its statistic",
        {
            "alpha": Parameter("number", "the level of significance; left out: 0.05"),
            "OneTailedTests": Parameter("flag", "every t, z and r is one-tailed; left out: false"),
            "OneTailedTxt": Parameter("flag", "a text that speaks of one-tailed tests may hold some; left out: false"),
            "pZeroError": Parameter("flag", "p = .000 is wrong; left out: true"),
            "pEqualAlphaSig": Parameter("flag", "p = alpha is significant; left out: true"),
        },
        arithmetic=True,
    ),
    "confidence_interval": Kind(
        "an estimate lies in its own confidence interval",
        {"off_centre": Parameter("number", "how far off its middle a ratio may lie, in half-widths; left out: 1/4")},
        arithmetic=True,
    ),
    "grim": Kind(
        "a mean or a share is one that whole numbers can have",
        {
            "measured": Parameter("words", "words of a sentence whose means are of whole numbers; left out: none"),
            "binary": Parameter("words", "words of a sentence whose means are of zeros and ones; left out: none"),
            "counted": Parameter("words", "things that a percentage is a whole number of; left out: none"),
        },
    ),
    "key_figure": Kind(
        "a number agrees with the figure on file",
        {
            "table": Parameter("table", "the key-figure table; left out: key-figures.csv of the pack"),
            "database": Parameter("database", "instead of a table, the database that the query is put to"),
            "query": Parameter("query", "a SELECT that gives the columns of a key-figure table"),
            "derived": Parameter("formulas", "figures worked out from those of the table: displaced = inside + abroad"),
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
