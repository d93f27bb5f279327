"""What was asked for is written where it was asked for, whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from figures.output import OutputError, check_target, write_file


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    write_file(target, "a\u2013b\n")
    write_file(target, "c\n")
    assert target.read_bytes() == b"c\n"
    assert names(tmp_path) == ["report.html"]


def test_a_file_keeps_its_mode_and_a_link_stays_a_link(tmp_path: Path) -> None:
    real = tmp_path / "real.json"
    real.write_text("old", encoding="utf-8")
    real.chmod(0o640)
    link = tmp_path / "link.json"
    link.symlink_to(real)
    write_file(link, "new")
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8") == "new"
    assert real.stat().st_mode & 0o777 == 0o640


def test_what_is_no_plain_file_is_written_through() -> None:
    write_file(Path("/dev/null"), "gone")
    assert not Path("/dev/null").is_file()
    with pytest.raises(OutputError, match="/dev/full: could not be written: No space left on device"):
        write_file(Path("/dev/full"), "x" * 100)


def test_an_old_file_survives_a_write_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "report.html"
    target.write_text("old", encoding="utf-8")

    def fail(self: Path, data: bytes) -> int:
        with self.open("wb") as file:
            file.write(data[:1])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", fail)
    with pytest.raises(OutputError, match="No space left on device"):
        write_file(target, "new")
    assert target.read_text(encoding="utf-8") == "old"
    assert names(tmp_path) == ["report.html"]


def test_an_input_is_not_written_over(tmp_path: Path) -> None:
    document = tmp_path / "a.txt"
    document.touch()
    link = tmp_path / "b.txt"
    link.hardlink_to(document)
    for target in (document, link, tmp_path / "." / "a.txt"):
        with pytest.raises(OutputError, match="is read in this run and is not written over"):
            check_target(target, [tmp_path / "other.txt", document])
    pack = tmp_path / "pack"
    pack.mkdir()
    (pack / "rules.yaml").touch()
    with pytest.raises(OutputError, match="is read in this run"):
        check_target(pack / "rules.yaml", [pack])
    check_target(pack / "new.html", [pack, document])


def test_a_place_that_cannot_be_written_is_told_before_the_work(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="is a folder; name a file to write"):
        check_target(tmp_path, [])
    with pytest.raises(OutputError, match=r"there is no folder .*missing; make it first"):
        check_target(tmp_path / "missing" / "report.html", [])
