"""Numbers tied to their source: judged without guessing, shown and written anew when they have drifted."""

from __future__ import annotations

import codecs
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from figures import readers
from figures.binding.comments import bindings
from figures.claims import read_claims

SALES = "year,units,revenue\n2024,9000,81000\n2025,15630,1400000\n"
FIGURES = """\
id,metric,place,as_of,bound,value,precision,unit,source
crew,employed,Harbour,2026-01-01,,41,exact,people,HR
crew,employed,Harbour,2026-06-01,,52,exact,people,HR
,visitors,Harbour,2026-06-01,at least,"5,000",exact,people,Gate
,visitors,Quay,2026-06-01,,300,exact,people,Gate
"""
Run = Callable[..., Any]


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("sales.csv").write_text(SALES, encoding="utf-8")
    Path("desk").mkdir()
    Path("desk/key-figures.csv").write_text(FIGURES, encoding="utf-8")


def bound(text: str, name: str = "note.md") -> list[tuple[str | None, str]]:
    """The number of each binding, or what is wrong with it."""
    document = readers.read(name, text.encode())
    claims = read_claims(document).claims
    return [
        (None if found.claim is None else claims[found.claim].quantity.text, found.wrong or found.text)
        for found in bindings(document, claims)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We have 12<!-- figures: crew --> ships and 5 boats.", [("12", "crew")]),
        ("We have 12 ships <!-- figures: crew --> and 5 boats.", [("12", "crew")]),
        ("We have 12 ships and 5 boats <!--figures:crew-->.", [("5", "crew")]),
        ("We have <!-- figures: crew --> 12 ships.", [("12", "crew")]),
        ("It costs $1.4<!-- figures: x --> million.", [("$1.4<!-- figures: x --> million", "x")]),
        ("**12**<!-- Figures: a\n b --> ships.", [("12", "a b")]),
        ("- 12 <!-- figures: a -->\n- 13 <!-- figures: b -->\n", [("12", "a"), ("13", "b")]),
        ("| n | m |\n|---|---|\n| 12<!-- figures: a --> | 13 <!-- figures: b --> |\n", [("12", "a"), ("13", "b")]),
        ("Write `12 <!-- figures: a -->` for that.", []),
        ("```\n12 <!-- figures: a -->\n```\n", []),
        ("    12 <!-- figures: a -->\n", []),
        ("A note. <!-- figure: a --> <!-- 12 figures -->", []),
        ("Nothing here. <!-- figures: a -->", [(None, "has no number beside it; put it behind its number")]),
        ("12 ships.\n\n<!-- figures: a -->\n", [(None, "stands beside no text; put it behind its number")]),
        (
            "12<!-- figures: a --> <!-- figures: b --> ships.",
            [("12", "a"), (None, "is the second one of '12'; delete one")],
        ),
    ],
)
def test_the_number_that_a_binding_belongs_to(text: str, expected: list[tuple[str | None, str]]) -> None:
    found = bound(text)
    assert [(number and " ".join(number.split()), said) for number, said in found] == [
        (number and ("$1.4 million" if "$1.4" in number else number), said) for number, said in expected
    ]


def test_html_and_plain_text() -> None:
    assert bound("<p>We have <b>12</b><!-- figures: crew --> ships.</p>", "a.html") == [("12", "crew")]
    assert bound("We have 12 ships. <!-- figures: crew -->", "a.txt") == []


@pytest.mark.parametrize(
    ("text", "status", "said"),
    [
        ("We sold 15,630 <!-- figures: sum(sales.units) where year = 2025 --> lamps.", 0, ""),
        ("We sold more than 15,000 <!-- figures: sum(sales.units) where year = 2025 --> lamps.", 0, ""),
        ("We earned $1.4 million <!-- figures: sum(sales.revenue) where year = 2025 -->.", 0, ""),
        ("Sales rose 74% <!-- figures: 100 * max(sales.units) / min(sales.units) - 100 -->.", 0, ""),
        ("Sales rose 71% <!-- figures: 100 * max(sales.units) / min(sales.units) - 100 -->.", 1, "fix:       74%"),
        ("We sold 14,312 <!-- figures: sum(sales.units) where year = 2025 --> lamps.", 1, "fix:       15,630"),
        ("We employ 52 <!-- figures: crew --> people.", 0, ""),
        (
            "We employ 41 <!-- figures: crew --> people.",
            1,
            "41 is not what it is bound to: employed in Harbour is 52 people",
        ),
        ("We employ 52 <!-- figures: employed --> people.", 0, ""),
        ("There were 300 <!-- figures: visitors, Quay --> guests.", 0, ""),
        ("There were 6,000 <!-- figures: visitors, Harbour --> guests.", 0, ""),
        (
            "There were 4,000 <!-- figures: visitors, Harbour --> guests.",
            1,
            "visitors in Harbour is at least 5,000 people",
        ),
        (
            "There were 300 <!-- figures: visitors --> guests.",
            2,
            "one key figure is wanted; 'visitors' is visitors, Harbour",
        ),
        (
            "We have 3 <!-- figures: nobody --> ships.",
            2,
            "note.md:1:11: could not run: the id or the metric of a key figure",
        ),
        ("We have 3 <!-- figures: sum(sales.lamps) --> ships.", 2, "'lamps' is no column of sales"),
        (
            "We have 3 <!-- figures: sum(stock.n) --> ships.",
            2,
            "'stock' is no table; there is sales; name its file with --data",
        ),
    ],
)
def test_a_bound_number_is_held_against_its_source(text: str, status: int, said: str, command: Run) -> None:
    Path("note.md").write_text(text + "\n", encoding="utf-8")
    done = command("audit", "note.md", "--data", "sales.csv", "--rules", "desk", "--date", "2026-07-01")
    assert done.status == status, done.out
    assert said in done.out
    assert Path("note.md").read_text(encoding="utf-8") == text + "\n"


def test_the_figure_of_the_day_counts(command: Run) -> None:
    Path("note.md").write_text("We employ 41 <!-- figures: crew --> people.\n", encoding="utf-8")
    assert command("audit", "note.md", "--rules", "desk", "--date", "2026-03-01").status == 0
    done = command("audit", "note.md", "--rules", "desk", "--date", "2025-03-01")
    assert (done.status, "a figure up to 2025-03-01 is wanted" in done.out) == (2, True)


DRIFTED = "We sold more than 14,000 <!-- figures: sum(sales.units) where year = 2025 --> lamps.\r\nIn 2024, 9 only.\r\n"
DIFFERENCE = """\
--- note.md
+++ note.md
@@ -1,2 +1,2 @@
-We sold more than 8,000 <!-- figures: sum(sales.units) where year = 2025 --> lamps.
+We sold more than 15,000 <!-- figures: sum(sales.units) where year = 2025 --> lamps.
 In 2024, 9 only.
"""


def write(name: str, text: str, encoding: str = "utf-8", mark: bytes = b"") -> bytes:
    data = mark + text.encode(encoding)
    Path(name).write_bytes(data)
    return data


def test_the_difference_is_shown_and_nothing_is_written(command: Run) -> None:
    before = write("note.md", DRIFTED.replace("14,000", "8,000"))
    done = command("audit", "note.md", "--data", "sales.csv", "--diff")
    assert done.out.startswith(DIFFERENCE)
    assert done.status == 0  # misleading, not wrong: a warning
    assert Path("note.md").read_bytes() == before
    plain = command("audit", "note.md", "--data", "sales.csv")
    assert "+++" not in plain.out
    assert "misleading" in plain.out


@pytest.mark.parametrize(
    ("encoding", "mark", "option"),
    [
        ("utf-8", b"", None),
        ("utf-8", codecs.BOM_UTF8, None),
        ("utf-16-le", codecs.BOM_UTF16_LE, None),
        ("utf-16-be", codecs.BOM_UTF16_BE, None),
        ("cp1252", b"", "cp1252"),
    ],
)
def test_fix_writes_the_named_file_and_keeps_all_else_of_it(
    encoding: str, mark: bytes, option: str | None, command: Run
) -> None:
    text = "Café – " + DRIFTED.replace("14,000", "8,000")
    write("note.md", text, encoding, mark)
    os.chmod("note.md", 0o640)
    given = ["--encoding", option] if option else []
    done = command("audit", "note.md", "--data", "sales.csv", "--fix", *given)
    assert "+Café – We sold more than 15,000" in done.out
    assert done.status == 0
    assert Path("note.md").read_bytes() == mark + text.replace("8,000", "15,000").encode(encoding)
    assert os.stat("note.md").st_mode & 0o777 == 0o640
    assert sorted(path.name for path in Path(".").iterdir()) == ["desk", "note.md", "sales.csv"]
    again = command("audit", "note.md", "--data", "sales.csv", "--fix", *given)
    assert "+++" not in again.out


def test_fix_leaves_files_alone_that_are_not_named(command: Run) -> None:
    Path("docs").mkdir()
    before = write("docs/note.md", DRIFTED.replace("14,000", "8,000"))
    done = command("audit", "docs", "--data", "sales.csv", "--fix")
    assert done.status == 2
    assert "docs/note.md: could not run: the file is not written, as it is not named itself" in done.out
    assert Path("docs/note.md").read_bytes() == before


def test_fix_writes_several_numbers_at_once_and_only_what_is_bound(command: Run) -> None:
    write(
        "note.md",
        "In 2025 we sold 14,312 <!-- figures: sum(sales.units) where year = 2025 --> lamps with forty-one"
        " <!-- figures: crew --> people and 14,312 stamps, between 3 and 5 <!-- figures: crew --> a day.\n",
    )
    done = command("audit", "note.md", "--data", "sales.csv", "--rules", "desk", "--date", "2026-07-01", "--fix")
    assert Path("note.md").read_text(encoding="utf-8") == (
        "In 2025 we sold 15,630 <!-- figures: sum(sales.units) where year = 2025 --> lamps with fifty-two"
        " <!-- figures: crew --> people and 14,312 stamps, between 3 and 5 <!-- figures: crew --> a day.\n"
    )
    assert done.status == 1  # the range is still not what it is bound to


def test_the_difference_does_not_spoil_another_format(command: Run) -> None:
    import json

    write("note.md", DRIFTED.replace("14,000", "8,000"))
    done = command("audit", "note.md", "--data", "sales.csv", "--diff", "--format", "json")
    assert json.loads(done.out)
    assert "+We sold more than 15,000" in done.err


def test_a_file_that_changed_meanwhile_is_not_written(tmp_path: Path) -> None:
    from figures.binding import rewrite
    from figures.binding.check import Edit
    from figures.output import OutputError

    document = readers.read("note.md", b"We have 12 ships.\n")
    Path("note.md").write_bytes(b"We have 13 ships.\n")
    with pytest.raises(OutputError, match="it has changed"):
        rewrite.write(Path("note.md"), document, [Edit(8, 10, "15", 15)], None)
    assert Path("note.md").read_bytes() == b"We have 13 ships.\n"


def test_explain_tells_how_the_verdict_came_about(command: Run) -> None:
    write("note.md", "We sold 14,312 <!-- figures: sum(sales.units) where year = 2025 --> lamps.\n")
    done = command("explain", "note.md:1", "--data", "sales.csv")
    assert done.status == 0
    assert "inconsistent" in done.out
    assert "sum(sales.units) where year = 2025 is 15,630" in done.out
    assert "SELECT sum(" in done.out
    assert "tied to its source" in command("explain", "bound/number").out


def test_what_is_bound_is_not_also_guessed(command: Run) -> None:
    write("note.md", "The units in 2025 were 15,630 <!-- figures: sum(sales.units) where year = 2025 -->.\n")
    done = command("audit", "note.md", "--data", "sales.csv", "--verbose")
    assert "bound/number" in done.out
    assert "data/value" not in done.out
    done = command("audit", "note.md", "--data", ".", "--sourced", "--verbose")
    assert "sourced/number" not in done.out
