"""Files to documents: encodings, limits, sidecars, the order in which dates count, and which files are read."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from figures import readers
from figures.findings import Problem
from figures.readers import Sidecar, Unreadable, collect, load, read

TEXT = "Rain in Brel\n\nThe river – 40 km long – rose by 5 m.\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.encode("utf-16"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
    ],
)
def test_reads_utf8_and_utf16_with_a_byte_order_mark(data: bytes) -> None:
    assert read("a.txt", data).text == TEXT


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16-le", "utf-32", "utf-8"])
def test_reads_the_encoding_that_the_user_names(encoding: str) -> None:
    assert read("a.txt", TEXT.encode(encoding), encoding=encoding).text == TEXT


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \r\n\t", "is empty"),
        ("a.txt", b"\xef\xbb\xbf", "is empty"),
        ("a.txt", "a\ncaf\u00e9 40".encode("latin-1"), "is not UTF-8: byte 0xe9 in line 2 (byte 5)"),
        ("a.txt", "caf\u00e9".encode("latin-1"), "--encoding cp1252"),
        ("a.html", b"<meta charset=iso-8859-15><p>caf\xe9", "say --encoding iso-8859-15"),
        ("a.html", b"<meta charset=nonsense><p>caf\xe9", "--encoding cp1252"),
        ("a.txt", TEXT.encode("utf-16-le"), "say --encoding utf-16-le"),
        ("a.txt", TEXT.encode("utf-16-be"), "say --encoding utf-16-be"),
        ("a.txt", TEXT.encode("utf-32"), "say --encoding utf-32"),
        ("a.txt", b"\xff\xfea", "is damaged UTF-16"),
        ("a.txt", b"%PDF-1.7 and so on", "a PDF file"),
        ("a.md", b"PK\x03\x04 and so on", "a Word or Excel file"),
        ("a.txt", bytes(range(32)) * 8, "control characters"),
        ("a.pdf", b"text", "wanted; got .pdf"),
        ("a.csv", b"a,b", "wanted; got .csv"),
    ],
)
def test_says_what_is_wrong_with_bad_input(name: str, data: bytes, said: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read(name, data)
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("encoding", "said"),
    [("utf-99", "no text encoding has that name"), ("hex", "no text encoding"), ("ascii", "is not ascii text")],
)
def test_says_what_is_wrong_with_a_named_encoding(encoding: str, said: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read("a.txt", TEXT.encode(), encoding=encoding)
    assert said in str(refused.value)


def test_a_few_control_characters_are_text() -> None:
    assert read("a.txt", b"It cost\x00 40\x0c pounds\x1b[0m.").text == "It cost\x00 40\x0c pounds\x1b[0m."


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Unreadable, match=r"at most 200 MB are read; got 201 MB; split the file"):
        read("a.txt", b" " * 201_000_000)
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(3_000_000_000)  # takes no space on the disk
    with pytest.raises(Unreadable, match=r"at most 200 MB are read; got 3,000 MB; split the file"):
        load(path)


def test_the_extension_or_the_media_type_tells_the_format() -> None:
    assert read("a.MD", b"# T").media_type == "text/markdown"
    assert read("a.htm", b"<p>T").media_type == "text/html"
    assert read("README", b"# T").media_type == "text/plain"
    assert read("<stdin>", b"# T").media_type == "text/plain"
    assert read("a.cgi", b"<p>T", media_type="text/html").blocks[0].text == "T"
    with pytest.raises(Unreadable, match="text/plain, text/markdown, text/html are read"):
        read("a.txt", b"T", media_type="text/rtf")


def test_which_date_counts() -> None:
    page = b"---\ndate: 2020-01-02\n---\nOSLO, 4 January 2020 (Wire) - It rained.\n"
    beside = Sidecar(date=date(2020, 1, 3))
    option = date(2020, 1, 1)
    read_as = [
        read("a.md", page, date=option, sidecar=beside),
        read("a.md", page, sidecar=beside),
        read("a.md", page[24:], sidecar=beside),
        read("a.md", page[24:]),
        read("a.md", b"It rained."),
    ]
    assert [(one.date, one.date_from) for one in read_as] == [
        (date(2020, 1, 1), "option"),
        (date(2020, 1, 2), "front matter"),
        (date(2020, 1, 3), "sidecar"),
        (date(2020, 1, 4), "dateline"),
        (None, None),
    ]


def test_a_sidecar_gives_title_and_date(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It rained for 5 days.")
    (tmp_path / "a.yaml").write_text("# beside\ntitle: Rain\ndate: 2020-01-03  # a Friday\nlanguage: en\n")
    read_in = load(tmp_path / "a.txt")
    assert (read_in.title, read_in.date, read_in.date_from) == ("Rain", date(2020, 1, 3), "sidecar")
    (tmp_path / "a.txt").write_text("A title\n\nIt rained for 5 days.")
    assert load(tmp_path / "a.txt").title == "A title"


@pytest.mark.parametrize(
    ("beside", "said"),
    [
        ("title: Rain\ndate: yesterday\n", ":2:7: date must be a day such as 2015-10-02; got 'yesterday'"),
        ("- a list\n", "title and date are wanted; got a list"),
        ("title: 'never closed\n", "this is not YAML"),
    ],
)
def test_a_sidecar_that_cannot_be_used_is_named(tmp_path: Path, beside: str, said: str) -> None:
    (tmp_path / "a.txt").write_text("It rained for 5 days.")
    (tmp_path / "a.yaml").write_text(beside)
    with pytest.raises(Unreadable) as refused:
        load(tmp_path / "a.txt")
    assert said in str(refused.value)
    assert str(tmp_path / "a.yaml") in str(refused.value)


def test_a_missing_file_and_a_folder_cannot_be_loaded(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="No such file"):
        load(tmp_path / "a.txt")
    (tmp_path / "b.txt").mkdir()
    with pytest.raises(Unreadable, match="is a folder"):
        load(tmp_path / "b.txt")


def test_a_document_is_called_as_it_was_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("It rained.")
    monkeypatch.chdir(tmp_path)
    assert load("a.txt").path == "a.txt"
    assert load(tmp_path / "a.txt", name="draft.md").path == "draft.md"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ["b.txt", "a.md", "sub/c.HTML", "sub/c.yaml", "sub/.hidden.txt", ".git/d.txt", "data.csv", "b.yaml"]:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("It rained.")
    return tmp_path


def names(found: list[Path | Problem], root: Path) -> list[str]:
    return [
        one.relative_to(root).as_posix() if isinstance(one, Path) else f"{one.where}: {one.message}" for one in found
    ]


def test_collects_documents_in_order(folder: Path) -> None:
    assert names(collect([folder]), folder) == ["a.md", "b.txt", "sub/c.HTML"]
    assert names(collect([folder / "sub", folder / "b.txt", folder]), folder) == ["sub/c.HTML", "b.txt", "a.md"]


def test_a_sidecar_is_no_document_even_when_named(folder: Path) -> None:
    assert names(collect(sorted(folder.glob("b.*"))), folder) == ["b.txt"]


def test_what_cannot_be_read_is_a_problem_and_the_rest_goes_on(folder: Path) -> None:
    empty = folder / "sub" / "empty"
    empty.mkdir()
    (folder / "tables").mkdir()
    (folder / "tables" / "x.csv").write_text("1")
    found = names(collect([folder / "gone.txt", folder / "b.txt", empty, folder / "tables", "-"])[:4], folder)
    assert found[0] == f"{folder / 'gone.txt'}: there is no such file or folder; check the name"
    assert found[1] == "b.txt"
    assert found[2].startswith(f"{empty}: no document in this folder: .txt, .text, .md")
    assert found[2].endswith("are read; got nothing")
    assert found[3].endswith("are read; got only .csv")
    assert collect(["-"]) == [Path("-")]


def test_a_name_that_no_file_can_have_is_a_problem() -> None:
    (problem,) = collect(["a\0b"])
    assert isinstance(problem, Problem)


def test_links_that_go_round_end(folder: Path) -> None:
    os.symlink(folder, folder / "sub" / "again", target_is_directory=True)
    os.symlink(folder / "nowhere", folder / "sub" / "broken.txt")
    assert names(collect([folder]), folder) == ["a.md", "b.txt", "sub/c.HTML"]
    assert collect([folder / "sub" / "broken.txt"]) == [folder / "sub" / "broken.txt"]
    with pytest.raises(Unreadable, match="No such file"):
        load(folder / "sub" / "broken.txt")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_permission_is_unreadable(folder: Path) -> None:
    (folder / "a.md").chmod(0)
    with pytest.raises(Unreadable, match="Permission denied"):
        load(folder / "a.md")


def test_every_extension_has_a_reader() -> None:
    assert set(readers.READERS.values()) == set(readers.MEDIA_TYPES)
