"""``import figures``: audit, extract and read."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import figures

WRONG = "12 of the 40 schools in the district, or 35 percent, are closed.\n"


def test_audit_of_a_text() -> None:
    report = figures.audit(WRONG)
    assert isinstance(report, figures.Report)
    assert [finding.rule for finding in report.findings] == ["core/share"]
    assert report.document.path == "<text>"
    assert report.document.text == WRONG


def test_audit_of_a_file(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text(f"# Schools\n\n{WRONG}", encoding="utf-8")
    report = figures.audit(file)
    assert report.document.path == str(file)
    assert report.document.media_type == "text/markdown"
    assert [finding.rule for finding in report.findings] == ["core/share"]


def test_a_str_is_never_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "12 schools.txt").write_text(WRONG, encoding="utf-8")
    assert figures.read("12 schools.txt").text == "12 schools.txt"
    assert len(figures.extract("12 schools.txt")) == 1


def test_a_document_is_used_as_it_is() -> None:
    document = figures.read(WRONG)
    assert figures.read(document) is document
    assert figures.audit(document).document is document


def test_another_thing_is_refused() -> None:
    with pytest.raises(TypeError, match=r"a document is a str \(its text\), a pathlib.Path \(a file\) or a Document"):
        figures.audit(b"40 schools")  # type: ignore[arg-type]


def test_extract_gives_the_claims_in_order() -> None:
    claims = figures.extract("More than 250 farms were flooded, 40 of them in the north.")
    assert [(claim.quantity.value, claim.quantity.bound) for claim in claims] == [(250, ">"), (40, "=")]
    assert claims[0].counted is not None
    assert claims[0].counted.head == "farm"
    assert figures.extract("") == []
    assert figures.extract("No number stands here.") == []


@pytest.mark.parametrize(
    "text", ["\ufeff40 schools", "40 schools\r\nand 12 farms\r", "a\x0040 schools\ud800", "40 😀 of 50 💥"]
)
def test_the_places_of_claims_are_places_in_the_text_as_given(text: str) -> None:
    assert len(figures.read(text).text) == len(text)
    for claim in figures.extract(text):
        number = claim.quantity.number
        assert text[number.start : number.end] in ("40", "12", "50")
    assert figures.extract(text)


def test_the_date_can_be_given_in_two_forms() -> None:
    assert figures.read(WRONG).date is None
    assert figures.read(WRONG, date="2026-11-20").date == date(2026, 11, 20)
    assert figures.audit(WRONG, date=date(2026, 11, 20)).document.date == date(2026, 11, 20)
    with pytest.raises(ValueError, match="a date is written like 2015-10-03; got 'soon'"):
        figures.read(WRONG, date="soon")


def test_the_media_type_of_a_text_can_be_given() -> None:
    page = "<html><body><p>Of <b>40</b> schools, 12 are closed.</p></body></html>"
    assert [c.quantity.value for c in figures.extract(page, media_type="text/html")] == [40, 12]


def test_rules_can_be_given(tmp_path: Path) -> None:
    report = figures.audit(WRONG, rules=[tmp_path / "missing.yaml"])
    assert [problem.where for problem in report.problems] == [str(tmp_path / "missing.yaml")]
    assert [finding.rule for finding in report.findings] == ["core/share"]
    packed = figures.audit(WRONG, rules=["syria-2015"])
    assert packed.problems == ()
    assert packed.rules_digest != figures.audit(WRONG).rules_digest


def test_what_cannot_be_read_is_raised(tmp_path: Path) -> None:
    with pytest.raises(figures.Unreadable, match="No such file"):
        figures.audit(tmp_path / "missing.txt")
    binary = tmp_path / "binary.txt"
    binary.write_bytes(b"\x7fELF\x00\x01\x02\xff\xfe" * 40)
    with pytest.raises(figures.Unreadable):
        figures.read(binary)


def test_a_report_as_a_frame() -> None:
    frame = figures.audit(WRONG).to_frame()
    assert list(frame["value"]) == [12, 40, 35]
    assert list(frame["found"]) == ["12", "40", "35 percent"]
    assert frame["verdict"].iloc[2] == "inconsistent"


@pytest.mark.parametrize("name", [name for name in figures.__all__ if name[0].isupper()])
def test_the_types_can_be_imported_from_the_top(name: str) -> None:
    assert getattr(figures, name).__name__ == name
    assert name in dir(figures)


def test_another_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'figures' has no attribute 'verdicts_of'"):
        figures.verdicts_of  # noqa: B018


def test_the_result_does_not_depend_on_the_hash_seed() -> None:
    code = (
        "import sys, figures, msgspec; "
        "r = figures.audit(sys.argv[1]); print(r.claims, r.relations, r.results, r.unchecked, r.rules_digest)"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code, WRONG * 3],
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(outputs) == 1
