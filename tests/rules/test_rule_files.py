"""A rule file: what is wrong in it is said with line and column, all of it, and the sound rules are in force."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures import rules_schema
from figures.findings import Problem
from figures.rule_files import RULE_KEYS, read
from figures.rules import Rule, packaged_rules
from figures.rules_kinds import FIELDS, KINDS, PARAMETER_TYPES

GOOD = """\
rules:
  - id: aid/killed
    name: Too many killed
    kind: plausible_range
    severity: warning
    message: "{says}, but {against}"
    why: Because.
    source: Common sense.
    params: {happened: [killed], high: 5 million}
    examples:
      - text: Ten million were killed.
        verdict: inconsistent
      - text: Ten were killed.
        verdict: silent
        date: 2015-10-02
"""


def rules_of(text: str) -> list[Rule]:
    placed, problems = read(text.encode(), "rules/aid.yaml")
    assert problems == []
    return [one.rule for one in placed]


def problems_of(text: str) -> list[str]:
    _, problems = read(text.encode(), "rules/aid.yaml")
    return [f"{problem.where}: {problem.message}" for problem in problems]


def test_a_rule_is_read_with_its_place() -> None:
    (rule,) = rules_of(GOOD)
    assert (rule.id, rule.kind, rule.severity, rule.path, rule.line) == (
        "aid/killed",
        "plausible_range",
        "warning",
        "rules/aid.yaml",
        2,
    )
    assert rule.params == {"happened": ("killed",), "high": 5_000_000}
    assert [(e.verdict, e.date) for e in rule.examples] == [("inconsistent", None), ("silent", "2015-10-02")]


@pytest.mark.parametrize(
    ("written", "value"),
    [("5", 5), ("1.5", Fraction(3, 2)), ('"250,000"', 250_000), ("4.1 million", 4_100_000), ('"2/3"', Fraction(2, 3))],
)
def test_numbers_are_exact(written: str, value: object) -> None:
    (rule,) = rules_of(GOOD.replace("5 million", written))
    assert rule.params["high"] == value


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "severity: warning",
            "severity: fatal",
            "rules/aid.yaml:5:15: severity must be one of error, warning, note; got 'fatal'",
        ),
        (
            "severity: warning",
            "severity: warnings",
            "rules/aid.yaml:5:15: severity must be one of error, warning, note; got 'warnings'; did you mean warning?",
        ),
        (
            "    severity: warning\n",
            "    sevrity: warning\n",
            "rules/aid.yaml:5:5: the key 'sevrity' is not known; did you mean severity?",
        ),
        ("    severity: warning\n", "", "rules/aid.yaml:2:5: a rule must have severity; it is missing; add it"),
        (
            "name: Too many killed",
            "name: 5",
            "rules/aid.yaml:3:11: name must be text; got a number ('5'); put it in quotes",
        ),
        ("name: Too many killed", "name: yes", ""),
        ("name: Too many killed", "name: ''", "rules/aid.yaml:3:11: name must be text; got empty text; write some"),
        ("why: Because.", "why: [a]", "rules/aid.yaml:7:10: why must be text; got a list; put it in quotes"),
        (
            "id: aid/killed",
            "id: Killed",
            "rules/aid.yaml:2:9: id must be pack/name in small letters and hyphens, as aid/killed; got 'Killed'",
        ),
        ("{against}", "{agianst}", "rules/aid.yaml:6:14: message may have the fields {text}, "),
        ("{against}", "{agianst}", "did you mean {against}?"),
        ("{against}", "{against.__class__}", "got '{against.__class__}'"),
        ("{against}", "{against!r}", "write the name alone"),
        ("{against}", "{against:>9999999999}", "write the name alone"),
        ("{against}", "{against", "message must be text with fields such as {says}; got a template error"),
        ("high: 5 million", "hihg: 5", "rules/aid.yaml:9:34: the key 'hihg' is not known; did you mean high?"),
        (", high: 5 million", "", "rules/aid.yaml:9:13: params of the kind plausible_range must have one of low, high"),
        ("high: 5 million", "high: lots", "rules/aid.yaml:9:40: high: a number such as 250000, 250,000 or 4.1 million"),
        ("high: 5 million", "high: true", "rules/aid.yaml:9:40: high must be a number such as 5, 1.5 or 4.1 million"),
        ("high: 5 million", "high: 1, low: 2", "low must not be above high; got 2 and 1; swap them"),
        (
            "kind: plausible_range",
            "kind: plausible",
            "kind must be one of part_of, rest_of, ",
        ),
        ("verdict: silent", "verdict: quiet", "rules/aid.yaml:14:18: verdict must be one of not_comparable, "),
        ("verdict: silent", "verdict: inconsistent", "a near neighbour that does not trip the rule"),
        ("verdict: inconsistent", "verdict: silent", "examples must hold one that trips the rule"),
        (
            "date: 2015-10-02",
            "date: 2015-13-02",
            "rules/aid.yaml:15:15: date must be a day as 2015-10-02; got '2015-13-02'",
        ),
        ("date: 2015-10-02", "day: 2015-10-02", "15:9: the key 'day' is not known; an example has text, verdict, date"),
        ("rules:\n", "rule:\n", "rules/aid.yaml:1:1: the key 'rule' is not known; did you mean rules?"),
    ],
)
def test_each_mistake_is_named_with_its_place(old: str, new: str, said: str) -> None:
    assert old in GOOD
    found = problems_of(GOOD.replace(old, new, 1))
    if said:
        assert any(said in problem for problem in found), found
    else:
        assert found == []


def test_a_table_outside_the_pack_is_refused() -> None:
    for path in (
        "../secret.csv",
        "/etc/passwd.csv",
        "~/a.csv",
        "a/../../b.csv",
        "C:/a.csv",
        "https://example.org/a.csv",
    ):
        text = GOOD.replace("kind: plausible_range", "kind: key_figure")
        text = text.replace("params: {happened: [killed], high: 5 million}", f"params: {{table: '{path}'}}")
        assert problems_of(text) == [
            "rules/aid.yaml:9:21: table must be the path of a table inside the pack (.csv, .parquet, .xlsx, .jsonl, "
            f".ndjson), as tables/deaths.csv; got {path!r}"
        ]


def test_all_mistakes_of_a_file_are_reported_and_its_sound_rules_stay() -> None:
    wrong = GOOD.replace("rules:\n", "").replace("aid/killed", "aid/other").replace("warning", "fatal")
    wrong = wrong.replace("why: Because.", "wyh: Because.")
    placed, problems = read((GOOD + wrong).encode(), "a.yaml")
    assert [one.rule.id for one in placed] == ["aid/killed"]
    assert sorted(f"{problem.where}: {problem.message[:30]}" for problem in problems) == [
        "a.yaml:16:5: a rule must have why; it is mi",
        "a.yaml:19:15: severity must be one of error,",
        "a.yaml:21:5: the key 'wyh' is not known; di",
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", Problem("a.yaml", "a map with the key rules is wanted; got an empty file; add rules or delete it")),
        ("- a\n", Problem("a.yaml:1:1", "the file must be a map with rules; got a list")),
        ("rules: []\n", Problem("a.yaml:1:8", "rules must be a list of rules; got an empty list")),
        ("rules: 5\n", Problem("a.yaml:1:8", "rules must be a list of rules; got a number ('5')")),
        (
            "a: *b\n",
            Problem("a.yaml:1:4", "anchors (&) and aliases (*) are not read; write the value out, or quote it"),
        ),
    ],
)
def test_a_file_without_rules_says_so(text: str, problem: Problem) -> None:
    assert read(text.encode(), "a.yaml") == ([], [problem])


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.sampled_from([*KINDS, "error", "{says}"]),
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*RULE_KEYS, "text"]), inner, max_size=9)
        ),
        max_leaves=12,
    )
)
def test_no_rule_raises(data: object) -> None:
    placed, problems = read(json.dumps({"rules": [data]}).encode(), "a.yaml")
    assert placed == []
    assert problems
    assert all(problem.where.startswith("a.yaml:") for problem in problems)


def test_a_message_is_filled_in() -> None:
    (rule,) = rules_of(GOOD)
    assert rule.fill(says="above 5", against="at most 3") == "above 5, but at most 3"
    assert rule.fill(says="{against}") == "{against}, but"  # what a text says is never a template


def test_kinds_are_those_that_have_a_check() -> None:
    from figures.checks import CHECKS

    assert list(KINDS) == list(CHECKS)


def test_kinds_are_well_formed() -> None:
    for kind in KINDS.values():
        assert kind.doc
        assert {parameter.type for parameter in kind.params.values()} <= set(PARAMETER_TYPES)
        assert set(kind.one_of) <= set(kind.params)


def test_the_schema_for_editors_is_the_one_the_code_gives() -> None:
    assert (packaged_rules() / "schema.json").read_text(encoding="utf-8") == rules_schema.text()


def test_the_schema_takes_every_packaged_rule_file_and_refuses_what_the_reader_refuses() -> None:
    import yaml

    validator = jsonschema.Draft202012Validator(rules_schema.schema())
    jsonschema.Draft202012Validator.check_schema(rules_schema.schema())
    files = sorted(packaged_rules().glob("*/*.yaml"))
    assert files
    for file in [*files, None]:
        text = GOOD if file is None else file.read_text(encoding="utf-8")
        data = json.loads(json.dumps(yaml.safe_load(text), default=str))
        validator.validate(data)
    for old, new in [
        ("severity: warning", "severity: fatal"),
        ("severity: warning", "sevrity: warning"),
        (", high: 5 million", ""),
        ("high: 5 million", "hihg: 5"),
        ("kind: plausible_range", "kind: part_of"),
        ("id: aid/killed", "id: Killed"),
        ("verdict: silent", "verdict: quiet"),
    ]:
        data = json.loads(json.dumps(yaml.safe_load(GOOD.replace(old, new)), default=str))
        assert not validator.is_valid(data), new
        assert problems_of(GOOD.replace(old, new)), new


def test_every_kind_and_field_is_in_the_guide() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "rules.md").read_text(encoding="utf-8")
    for kind, what in KINDS.items():
        assert f"`{kind}`" in guide
        for parameter in what.params:
            assert f"`{parameter}`" in guide
    for field in FIELDS:
        assert f"`{{{field}}}`" in guide
