"""Figures that a rule works out from others: read without running anything, and as good as their operands."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

import figures
from figures import rules
from figures.interval import Interval
from figures.references import formulas
from figures.references.derived import derive
from figures.references.rows import KeyFigure


def row(metric: str, lo: int, hi: int, day: str = "2015-10-02", **given: object) -> KeyFigure:
    when = date.fromisoformat(day)
    fields: dict[str, object] = {"unit": "people", "place": "Syria", "source": "UNHCR", **given}
    return KeyFigure(
        "t.csv", 2, metric, Interval(lo, hi), str(lo), (lo + hi) // 2, as_of=when, as_of_last=when, as_of_text=day,
        **fields,  # type: ignore[arg-type]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("x = a + b", Interval(40, 60)),
        ("x = a - b", Interval(10, 30)),
        ("x = 2 * a - b / 2", Interval(50, 75)),
        ("x = (a + b) * 1.5", Interval(60, 90)),
        ("x = 100 * a / (a + b)", Interval(50, 100)),  # a stands twice, and counts as two
        ("x = -a + 1,000", Interval(960, 970)),
        ("x = 'a' + \"b\"", Interval(40, 60)),
        ("x = a - b - b", Interval(-10, 20)),
        ("x = 60 / a / 2", Interval(Fraction(3, 4), 1)),
    ],
)
def test_a_formula_is_worked_out_on_intervals(text: str, value: Interval) -> None:
    given = {"a": Interval(30, 40), "b": Interval(10, 20)}
    assert formulas.value(formulas.parse(text).tree, given) == value


def test_what_stands_left_of_the_sign() -> None:
    formula = formulas.parse("displaced |  forced from  their homes [people] = internal + registered_refugees")
    assert (formula.metric, formula.aliases, formula.unit) == ("displaced", ("forced from their homes",), "people")
    assert formulas.names(formula.tree) == ["internal", "registered refugees"]
    assert formula.text == "internal + registered_refugees"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("displaced", "metric = formula is wanted"),
        ("= a", "metric = formula is wanted"),
        ("x = ", "a name or a number is wanted; got the end"),
        ("x = a +", "a name or a number is wanted; got the end"),
        ("x = a b", "an operator is wanted; got 'b'; write a name of two words in quotes"),
        ("x = (a", "a closing bracket is wanted"),
        ("x = a ** b", "a name or a number is wanted; got '*'"),
        ("x = __import__('os').system('id')", "names, numbers, + - * / and brackets are wanted"),
        ("x = a; b", "names, numbers, + - * / and brackets are wanted"),
        ("x = " + "(" * 400 + "a" + ")" * 10, "at most 20 brackets inside each other are wanted"),
        ("x = " + "-" * 400 + "a", "a name or a number is wanted"),
        ("x = " + "a + " * 400 + "a", "a formula of at most 500 characters is wanted"),
        ("x | = a", "a metric before the = is wanted"),
    ],
)
def test_what_is_no_formula_is_refused(text: str, said: str) -> None:
    with pytest.raises(formulas.FormulaError) as caught:
        formulas.parse(text)
    assert str(caught.value).startswith(said)


def test_a_division_by_zero_is_said() -> None:
    with pytest.raises(formulas.FormulaError, match="a division by zero"):
        formulas.value(formulas.parse("x = 1 / (a - a)").tree, {"a": Interval(0, 0)})


def test_the_latest_of_each_operand_is_taken_on_every_day_that_one_is_new() -> None:
    rows = [
        row("internal", 75, 77, "2015-07-09"),
        row("internal", 64, 66, "2015-12-01"),
        row("refugees", 40, 42, "2015-10-06"),
        row("refugees", 9, 9, "2015-10-06", place="Yemen"),
    ]
    found = derive(rows, formulas.parse("displaced = internal + refugees"), "aid/rules.yaml", 3, "aid/x")
    assert [(one.as_of_text, one.value, one.place) for one in found] == [
        ("2015-10-06", Interval(115, 119), "Syria"),
        ("2015-12-01", Interval(104, 108), "Syria"),
    ]
    assert (found[0].text, found[0].unit, found[0].table, found[0].line) == (
        "117 people",
        "people",
        "aid/rules.yaml",
        3,
    )
    assert [part.metric for part in found[0].operands] == ["internal", "refugees"]


def test_a_bound_of_an_operand_is_one_of_the_result() -> None:
    rows = [
        row("a", 10, 10),
        KeyFigure(
            "t.csv",
            3,
            "b",
            Interval(5, None),
            "at least 5",
            5,
            bound="at least",
            unit="people",
            place="Syria",
            source="UN",
        ),
    ]
    (found,) = derive(rows, formulas.parse("x = a + b"), "r.yaml", 1, "aid/x")
    assert (found.value, found.bound, found.text) == (Interval(15, None), "at least", "at least 15 people")


@pytest.mark.parametrize(
    ("formula", "said"),
    [
        ("x = a + c", "the table has no 'c'; it has a, b"),
        ("x = a + b", "people and aircraft do not add up; give the unit as [unit]"),
        ("x = a / b", "the unit of people / aircraft is not known; give it as [unit]"),
        ("x = 1 + 2", "a metric of the table is wanted"),
    ],
)
def test_a_formula_that_does_not_fit_the_table_is_refused(formula: str, said: str) -> None:
    rows = [row("a", 1, 1), row("b", 2, 2, unit="aircraft")]
    with pytest.raises(formulas.FormulaError) as caught:
        derive(rows, formulas.parse(formula), "r.yaml", 1, "aid/x")
    assert str(caught.value) == said or str(caught.value).startswith(said)


RULES = """\
rules:
  - id: flood/figures
    name: A number does not agree with the figure on file
    kind: key_figure
    severity: warning
    message: "{{text}} does not agree with the figure on file."
    why: Numbers that go out must be confirmed.
    source: Information desk
    params:
      derived: [{derived}]
    examples:
      - {{text: Ten., verdict: inconsistent}}
      - {{text: Eleven., verdict: silent}}
"""
TABLE = """\
metric,aliases,place,as_of,value,precision,unit,source
staying with relatives,,Lake Asha,2026-11-01,"9,000",exact,people,District
in shelters,,Lake Asha,2026-11-01,"11,000",exact,people,District
in shelters,,Lake Asha,2026-11-05,"16,000",exact,people,District
"""


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = Path("flood")
    folder.mkdir()
    (folder / "key-figures.csv").write_text(TABLE, encoding="utf-8")
    derived = '"displaced | forced from their homes = staying_with_relatives + in_shelters"'
    (folder / "rules.yaml").write_text(RULES.format(derived=derived), encoding="utf-8")
    return folder


def verdict(text: str, pack: Path, day: str = "2026-11-06") -> figures.Finding:
    report = figures.audit(text, rules=[pack], date=day)
    assert report.problems == ()
    (found,) = [result for result in report.results if result.rule == "flood/figures"]
    return found


def test_a_claim_is_held_against_a_figure_that_was_worked_out(pack: Path) -> None:
    found = verdict("Around Lake Asha, 25,000 people have been displaced.", pack)
    assert found.verdict == "consistent"
    found = verdict("Around Lake Asha, 31,000 people have been displaced.", pack)
    assert found.verdict == "inconsistent"
    assert found.fix == "25,000"
    assert found.derivation is not None
    assert found.derivation.formula == "displaced = staying_with_relatives + in_shelters"
    assert [(o.label, o.text, o.interval) for o in found.derivation.operands[1:]] == [
        ("staying with relatives, 2026-11-01", "9,000 people", Interval(9000, 9000)),
        ("in shelters, 2026-11-05", "16,000 people", Interval(16000, 16000)),
    ]
    assert {(reference.metric, reference.line) for reference in found.references} >= {
        ("displaced", 2),
        ("in shelters", 4),
    }


def test_a_formula_that_fits_no_table_is_a_problem_with_its_place(pack: Path) -> None:
    (pack / "rules.yaml").write_text(RULES.format(derived='"displaced = in_tents + in_shelters"'), encoding="utf-8")
    (problem,) = rules.load([pack]).problems
    assert problem.where == "flood/rules.yaml:10:16"
    assert problem.message == "displaced: the table has no 'in tents'; it has in shelters, staying with relatives"


@pytest.mark.parametrize(
    ("text", "day", "expected", "stale"),
    [
        ("At Lake Asha, 16,000 people are in shelters.", "2026-11-06", "consistent", False),
        ("At Lake Asha, 11,000 people are in shelters.", "2026-11-06", "inconsistent", True),
        ("At Lake Asha, 13,000 people are in shelters.", "2026-11-06", "inconsistent", False),
        ("At Lake Asha, 11,000 people are in shelters.", "2026-11-03", "consistent", False),  # the newest of that day
        ("At Lake Asha, 11,000 people were in shelters on 1 November 2026.", "2026-11-06", "consistent", False),
        ("At Lake Asha, more than 10,000 people are in shelters.", "2026-11-06", "consistent", False),
    ],
)
def test_a_number_that_a_newer_row_replaced_is_stale(
    text: str, day: str, expected: str, stale: bool, pack: Path
) -> None:
    found = verdict(text, pack, day)
    assert found.verdict == expected
    said = "(stale: it fits the figure of 2026-11-01, 11,000 people, which is no longer the latest)"
    assert (said in found.message) == stale


def test_another_source_is_no_newer_row_of_the_series(pack: Path) -> None:
    (pack / "key-figures.csv").write_text(
        TABLE.replace('5,"16,000",exact,people,District', '5,"16,000",exact,people,Press')
    )
    assert verdict("At Lake Asha, 11,000 people are in shelters.", pack).verdict == "consistent"


def test_the_other_rows_are_shown(pack: Path) -> None:
    found = verdict("At Lake Asha, 13,000 people are in shelters.", pack)
    assert [reference.as_of for reference in found.references] == [date(2026, 11, 5), date(2026, 11, 1)]
