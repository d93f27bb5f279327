"""The command line, as its user meets it: what is printed where, and the exit status."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from figures import __version__, gate, renderers
from figures.findings import Problem
from figures.gate import GateResult

Run = Callable[..., Any]

SOUND = "12 of the 40 schools in the district, or 30 percent, are closed.\n"
WRONG = "12 of the 40 schools in the district, or 35 percent, are closed.\n"


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    file = tmp_path / "sound.txt"
    file.write_text(SOUND, encoding="utf-8")
    return file


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    file = tmp_path / "wrong.txt"
    file.write_text(WRONG, encoding="utf-8")
    return file


# Exit statuses and what is printed


def test_a_sound_document_is_nothing_to_report(command: Run, sound: Path) -> None:
    ran = command("audit", sound)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("1 document, 3 claims: ")


def test_a_wrong_number_is_printed_as_a_linter_does(command: Run, wrong: Path) -> None:
    ran = command("audit", wrong)
    assert (ran.status, ran.err) == (1, "")
    first, line, carets, *_ = ran.out.splitlines()
    assert first.startswith(f"{wrong}:1:")
    assert " error core/share " in first
    assert WRONG.strip() in line
    marked = line[carets.index("^") : carets.rindex("^") + 1]
    assert "35 percent" in marked


@pytest.mark.parametrize(("fail_on", "status"), [("error", 1), ("warning", 1), ("note", 1), ("never", 0)])
def test_fail_on_says_what_fails(command: Run, wrong: Path, fail_on: str, status: int) -> None:
    assert command("audit", wrong, "--fail-on", fail_on).status == status


def test_what_cannot_be_read_is_told_and_the_rest_goes_on(command: Run, wrong: Path, tmp_path: Path) -> None:
    missing = tmp_path / "missing.txt"
    binary = tmp_path / "binary.txt"
    binary.write_bytes(b"\x7fELF\x00\x01\x02\xff\xfe" * 40)
    empty = tmp_path / "empty"
    empty.mkdir()
    ran = command("audit", missing, binary, empty, wrong)
    assert ran.status == 2
    for path in (missing, binary, empty):
        assert len([line for line in ran.out.splitlines() if line.startswith(f"{path}: ")]) == 1
    assert f"{wrong}:1:" in ran.out
    assert "1 document, 3 claims" in ran.out.splitlines()[-1]
    assert command("audit", missing, "--fail-on", "never").status == 2


def test_a_document_named_twice_is_audited_once(command: Run, sound: Path) -> None:
    assert command("audit", sound, sound).out.startswith("1 document, ")


def test_a_folder_is_audited_in_order(command: Run, tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text(WRONG, encoding="utf-8")
    heads = [line for line in command("audit", tmp_path).out.splitlines() if " error " in line]
    assert [Path(line.partition(":")[0]).name for line in heads] == ["a.txt", "b.txt"]


def test_the_same_input_gives_the_same_output(command: Run, wrong: Path) -> None:
    for form in ("text", "json", "html"):
        assert command("audit", wrong, "--format", form).out == command("audit", wrong, "--format", form).out


# Standard input


def test_a_dash_reads_standard_input(command: Run) -> None:
    ran = command("audit", "-", stdin=WRONG.encode())
    assert ran.status == 1
    assert ran.out.startswith("<stdin>:1:")


def test_the_name_of_standard_input_says_what_is_in_it(command: Run) -> None:
    text = b"# Schools\n\n12 of the 40 schools, **or 35 percent,** are closed.\n"
    ran = command("audit", "-", "--stdin-name", "draft.md", "--format", "json", stdin=text)
    document = json.loads(ran.out)["documents"][0]
    assert document["path"] == "draft.md"
    assert document["media_type"] == "text/markdown"


def test_empty_standard_input_is_told(command: Run) -> None:
    ran = command("audit", "-")
    assert ran.status == 2
    assert "<stdin>: " in ran.out


# Formats and outputs


def test_json_is_json(command: Run, wrong: Path) -> None:
    ran = command("audit", wrong, "--format", "json")
    assert ran.status == 1
    assert json.loads(ran.out)["documents"][0]["path"] == str(wrong)


def test_with_json_errors_go_to_standard_error(command: Run, tmp_path: Path) -> None:
    ran = command("audit", tmp_path / "missing.txt", "--format", "json")
    assert ran.status == 2
    assert ran.err.startswith(f"{tmp_path / 'missing.txt'}: ")
    assert len(ran.err.splitlines()) == 1
    json.loads(ran.out)


def test_a_report_goes_into_the_file_that_is_named(command: Run, wrong: Path, tmp_path: Path) -> None:
    target = tmp_path / "out" / "audit.html"
    target.parent.mkdir()
    ran = command("audit", wrong, "--output", target)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith("1 document, 3 claims: ")
    assert ran.err.endswith(f"; wrote {target}\n")
    assert target.read_text(encoding="utf-8").lower().startswith("<!doctype html>"), "the extension says the format"
    command("audit", wrong, "--format", "json", "--output", target)
    json.loads(target.read_text(encoding="utf-8"))


def test_a_document_is_not_written_over(command: Run, wrong: Path, tmp_path: Path) -> None:
    for arguments in (("audit", wrong), ("audit", tmp_path), ("extract", wrong)):
        ran = command(*arguments, "--output", wrong)
        assert (ran.status, ran.out) == (2, "")
        assert ran.err == f"figures: {wrong}: is read in this run and is not written over; name another file\n"
        assert wrong.read_text(encoding="utf-8") == WRONG


def test_an_output_that_cannot_be_written_is_told_in_a_line(command: Run, wrong: Path, tmp_path: Path) -> None:
    target = tmp_path / "no" / "audit.json"
    ran = command("audit", wrong, "--output", target)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == f"figures: {target}: there is no folder {target.parent}; make it first\n"


def test_a_dash_as_output_is_standard_output(command: Run, wrong: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(wrong.parent)
    assert command("audit", wrong, "--output", "-") == command("audit", wrong)
    assert not Path("-").exists()


@pytest.mark.parametrize("arguments", [("audit", ""), ("extract", ""), ("gate", ""), ("audit", "a.txt", "-o", "")])
def test_an_empty_variable_of_the_shell_is_not_the_working_directory(
    command: Run, wrong: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.chdir(wrong.parent)
    ran = command(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert "empty; name" in ran.err


def test_colours_are_for_those_who_want_them(command: Run, wrong: Path) -> None:
    assert "\x1b[" not in command("audit", wrong).out
    assert "\x1b[" not in command("audit", wrong, "--color", "never").out
    painted = command("audit", wrong, "--color", "always").out
    assert "\x1b[1;31merror\x1b[0m" in painted


def test_verbose_lists_what_agrees(command: Run, sound: Path) -> None:
    assert "core/share" not in command("audit", sound).out
    assert "core/share" in command("audit", sound, "--verbose").out


# Options


def test_the_date_of_the_documents_can_be_given(command: Run, sound: Path) -> None:
    ran = command("audit", sound, "--date", "2026-11-20", "--format", "json")
    assert json.loads(ran.out)["documents"][0]["date"] == "2026-11-20"


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--date", "20 November", "a date is written like 2015-10-03; got '20 November'"),
        ("--date", "2026-02-30", "a date is written like 2015-10-03; got '2026-02-30'"),
        ("--encoding", "utf-99", "there is no text encoding called 'utf-99'"),
        ("--encoding", "base64", "there is no text encoding called 'base64'"),
        ("--format", "pdf", "'pdf' is not one of 'text', 'json', 'html'"),
        ("--fail-on", "fatal", "'fatal' is not one of"),
    ],
)
def test_a_wrong_option_is_told(command: Run, sound: Path, option: str, value: str, message: str) -> None:
    ran = command("audit", sound, option, value)
    assert (ran.status, ran.out) == (2, "")
    assert message in ran.err


def test_an_encoding_can_be_given(command: Run, tmp_path: Path) -> None:
    file = tmp_path / "old.txt"
    file.write_bytes("The fee is £40 for each of the 12 cafés.\n".encode("cp1252"))
    ran = command("extract", file, "--encoding", "cp1252", "--format", "jsonl")
    assert ran.status == 0
    assert "£40" in ran.out
    assert "cafés" in ran.out
    ran = command("extract", file, "--encoding", "utf-8", "--format", "jsonl")
    assert ran.status == 2
    assert ran.err.startswith(f"{file}: ")


def test_settings_are_read_beside_the_documents(command: Run, wrong: Path) -> None:
    (wrong.parent / "figures.toml").write_text('fail-on = "never"\nformat = "json"\n', encoding="utf-8")
    ran = command("audit", wrong)
    assert ran.status == 0
    json.loads(ran.out)
    ran = command("audit", wrong, "--fail-on", "error", "--format", "text")
    assert ran.status == 1
    assert " error core/share " in ran.out
    (wrong.parent / "figures.toml").write_text("format = 3", encoding="utf-8")
    ran = command("audit", wrong)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == f"figures: {wrong.parent}/figures.toml: format must be one of text, json, html; got 3\n"


def test_a_rule_file_with_an_error_is_told_and_the_rest_is_in_force(command: Run, wrong: Path, tmp_path: Path) -> None:
    rules = tmp_path / "aid.yaml"
    rules.write_text("rules:\n  - id: aid/people\n    severity: fatal\n", encoding="utf-8")
    ran = command("audit", wrong, "--rules", rules)
    assert ran.status == 2
    assert f"{rules}:" in ran.out
    assert " error core/share " in ran.out
    missing = command("audit", wrong, "--rules", tmp_path / "missing")
    assert missing.status == 2
    assert f"{tmp_path / 'missing'}: " in missing.out


# The other commands


def test_extract_prints_the_numbers_alone(command: Run, wrong: Path) -> None:
    ran = command("extract", wrong)
    assert (ran.status, ran.err) == (0, "")
    assert "schools" in ran.out
    rows = list(csv.DictReader(io.StringIO(command("extract", wrong, "--format", "csv").out)))
    assert [row["value"] for row in rows] == ["12", "40", "35"]
    lines = command("extract", wrong, "--format", "jsonl").out.splitlines()
    assert len(lines) == 3
    assert all(isinstance(json.loads(line), dict) for line in lines)


def test_extract_shows_what_is_no_quantity_when_asked(command: Run, tmp_path: Path) -> None:
    file = tmp_path / "jets.txt"
    file.write_text("Two Sukhoi 25 jets landed at 10:30.\n", encoding="utf-8")
    plain = csv.DictReader(io.StringIO(command("extract", file, "--format", "csv").out))
    assert [row["text"] for row in plain] == ["Two"]
    ran = command("extract", file, "--format", "csv", "--rejected")
    reasons = {row["text"]: row["rejected"] for row in csv.DictReader(io.StringIO(ran.out))}
    assert reasons.pop("Two") == ""
    assert "clock time" in reasons.values()
    assert all(reasons.values())


def test_another_extractor_can_be_compared(command: Run, wrong: Path) -> None:
    ran = command("extract", wrong, "--format", "csv", "--extractor", "quantulum3")
    assert ran.status == 0
    assert [row["value"] for row in csv.DictReader(io.StringIO(ran.out))] == ["12", "40", "35"]


def test_explain_tells_how_the_numbers_of_a_line_were_judged(command: Run, wrong: Path) -> None:
    ran = command("explain", f"{wrong}:1")
    assert (ran.status, ran.err) == (0, "")
    for words in ("40", "12", "35 percent", "schools", "core/share", "30%"):
        assert words in ran.out
    assert command("explain", f"{wrong}:1:14:").out == ran.out, "a place as the audit prints it will do"


def test_explain_tells_a_rule(command: Run) -> None:
    ran = command("explain", "core/share")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("core/share: ")
    assert command("explain", "share").out == ran.out


@pytest.mark.parametrize(
    ("subject", "message"),
    [
        ("core/shares", "'core/shares' is neither FILE:LINE nor a rule in force; did you mean core/share?"),
        ("missing.txt:3", "missing.txt: "),
    ],
)
def test_explain_says_what_it_does_not_find(command: Run, subject: str, message: str) -> None:
    ran = command("explain", subject)
    assert (ran.status, ran.out) == (2, "")
    assert message in ran.err


def test_explain_says_that_there_is_no_such_line(command: Run, wrong: Path) -> None:
    ran = command("explain", f"{wrong}:9")
    assert ran.status == 2
    assert "there is no line 9" in ran.err


def test_rules_lists_the_rules_in_force(command: Run) -> None:
    ran = command("rules")
    assert (ran.status, ran.err) == (0, "")
    assert any(line.split()[:2] == ["core/share", "error"] for line in ran.out.splitlines())
    more = command("rules", "--rules", "syria-2015").out.splitlines()
    assert len(more) > len(ran.out.splitlines())
    assert any(line.startswith("syria-2015/") for line in more)


@pytest.mark.parametrize(
    ("result", "status"),
    [
        (GateResult(True, ("a.csv: all met",)), 0),
        (GateResult(False, ("a.csv:2: no source",)), 1),
        (GateResult(False, (), (Problem("a.csv", "cannot be read"),)), 2),
    ],
)
def test_the_gate_says_by_its_status_how_it_went(
    command: Run, monkeypatch: pytest.MonkeyPatch, result: GateResult, status: int
) -> None:
    monkeypatch.setattr(gate, "run", lambda paths, rulebook: result)
    ran = command("gate", "a.csv")
    assert ran.status == status
    assert ran.out == "".join(f"{line}\n" for line in result.lines)
    assert ran.err == "".join(f"{problem.where}: {problem.message}\n" for problem in result.problems)


# Help


def test_help_names_every_command(command: Run) -> None:
    ran = command("--help")
    assert ran.status == 0
    for name in ("audit", "explain", "extract", "gate", "rules"):
        assert f"\n  {name} " in ran.out
        own = command(name, "--help")
        assert own.status == 0
        assert own.out.startswith(f"Usage: figures {name} ")
    assert command("-h").out == ran.out


def test_version(command: Run) -> None:
    assert command("--version").out == f"figures {__version__}\n"


@pytest.mark.parametrize("arguments", [["audit"], ["audits"], ["audit", "a.txt", "--no-such-option"]])
def test_wrong_use_is_told(command: Run, arguments: list[str]) -> None:
    ran = command(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("Usage: figures ")


def test_a_defect_is_not_taken_for_findings(command: Run, sound: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(renderers.RENDERERS, "text", lambda reports, options: str(1 // 0))
    ran = command("audit", sound)
    assert (ran.status, ran.out) == (2, "")
    assert "ZeroDivisionError" in ran.err
    assert ran.err.splitlines()[-1] == "figures: this is a defect of figures; please report it with the lines above"


# A real process: pipes, signals, full disks


def start(*arguments: object, **options: Any) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "figures", *map(str, arguments)],
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": ""},
        **options,
    )


def test_a_reader_that_leaves_early_is_told_in_a_line(tmp_path: Path) -> None:
    file = tmp_path / "long.txt"
    file.write_text(SOUND * 400, encoding="utf-8")
    reader, writer = os.pipe()
    with start("extract", file, "--format", "jsonl", stdout=writer) as process:
        os.close(writer)
        os.close(reader)
        _, err = process.communicate(timeout=60)
    assert err.decode() == "figures: standard output was closed before everything was written\n"
    assert process.returncode == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_told_in_a_line(wrong: Path) -> None:
    with Path("/dev/full").open("wb") as full, start("audit", wrong, stdout=full) as process:
        _, err = process.communicate(timeout=60)
    assert err.decode() == "figures: standard output: could not be written: No space left on device\n"
    assert process.returncode == 2


def test_an_interrupt_is_told_in_a_line() -> None:
    heard = partial(signal.signal, signal.SIGINT, signal.default_int_handler)  # a job in the background ignores it
    with start("audit", "-", stdin=subprocess.PIPE, stdout=subprocess.PIPE, preexec_fn=heard) as process:
        assert process.stdin is not None
        # Two writes, each a full pipe: after the second has gone through, the process is reading.
        for _ in range(2):
            process.stdin.write(b"x" * 65536)
            process.stdin.flush()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (out, err.decode().strip()) == (b"", "figures: interrupted")
    assert process.returncode == 130


def test_output_is_utf_8_whatever_the_locale(wrong: Path, tmp_path: Path) -> None:
    file = tmp_path / "naïve.txt"
    file.write_text("The café has 12 tables.\n", encoding="utf-8")
    environment = {**os.environ, "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    done = subprocess.run(
        [sys.executable, "-m", "figures", "extract", "--format", "csv", str(file)],
        capture_output=True,
        env=environment,
        check=True,
        timeout=60,
    )
    assert "The café has 12 tables." in done.stdout.decode("utf-8")
