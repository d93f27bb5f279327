"""What the documents show and could get wrong: commands and Python with what they print, tables of rules.

``python tests/shown.py`` writes all of it anew.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from figures.rules import Rule

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "reports").glob("*.md")])
EXIT = "  # exits with "
KINDS_HEAD = "| kind | checks that |\n|---|---|\n"


class Shown(NamedTuple):
    """A command in a document, the exit status it announces, and what it is shown to print."""

    document: Path
    command: str
    status: int
    printed: str


def blocks(text: str, language: str) -> list[str]:
    """The contents of the fenced blocks in one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def commands() -> list[Shown]:
    """Every command in a console block of a document."""
    found = []
    for path in DOCUMENTS:
        for block in blocks(path.read_text(encoding="utf-8"), "console"):
            for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
                line, _, printed = part.partition("\n")
                command, _, status = line.partition(EXIT)
                found.append(Shown(path, command, int(status or 0), printed.strip()))
    return found


def run(shown: Shown, folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs the command in an empty folder that is given the seeds, the rules and the files that the document shows."""
    for name in ("seeds", "rules"):
        (folder / name).symlink_to(ROOT / name)
    write_files(shown.document, folder)
    return subprocess.run(
        [sys.executable, "-m", *shlex.split(shown.command)],
        cwd=folder,
        env={**os.environ, "NO_COLOR": "1", "COLUMNS": "100", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def write_files(document: Path, folder: Path) -> None:
    """Writes the files that a document shows: blocks with a name behind the language, ```csv flood/key-figures.csv."""
    files = r"^```[a-z]+ (\S+)\n(.*?)^```$"
    for name, content in re.findall(files, document.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")


def _fresh_commands(path: Path, text: str) -> str:
    for shown in (shown for shown in commands() if shown.document == path):
        with tempfile.TemporaryDirectory() as folder:
            done = run(shown, Path(folder))
        line = f"$ {shown.command}" + (f"{EXIT}{done.returncode}" if done.returncode else "")
        was = f"$ {shown.command}" + (f"{EXIT}{shown.status}" if shown.status else "")
        text = text.replace(f"{was}\n{shown.printed}", f"{line}\n{done.stdout.strip()}")
    return text


def _fresh_python(block: re.Match[str]) -> str:
    lines: list[str] = []
    names: dict[str, object] = {}
    examples = doctest.DocTestParser().get_examples(block[1])
    if not examples:
        return block[0]
    for example in examples:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(example.source, "<document>", "single"), names)
        first, *more = example.source.rstrip("\n").split("\n")
        lines += [f">>> {first}", *(f"... {line}" for line in more), *printed.getvalue().rstrip("\n").splitlines()]
    return "```python\n" + "\n".join(lines) + "\n```"


def tables(text: str) -> str:
    """``text`` with its table of the core rules and its table of the kinds of rules as the code has them now."""
    from figures import rules
    from figures.rules_kinds import KINDS

    core = sorted(rules.load([rules.core()]).rules, key=lambda rule: rule.id)
    shown_rules = [
        f"| `{rule.id}` | {rule.name[0].lower()}{rule.name[1:]} | {' '.join(_trips(rule).split())} |" for rule in core
    ]
    shown_kinds = [f"| `{name}` | {kind.doc} |" for name, kind in KINDS.items()]
    for head, rows in (("| rule | says | trips on |\n|---|---|---|\n", shown_rules), (KINDS_HEAD, shown_kinds)):
        if head in text:
            start = text.index(head) + len(head)
            text = text[:start] + "\n".join(rows) + text[text.index("\n\n", start) :]
    return text


def _trips(rule: Rule) -> str:
    return next(example.text for example in rule.examples if example.verdict in ("inconsistent", "misleading"))


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    for document in DOCUMENTS:
        before = document.read_text(encoding="utf-8")
        after = tables(_fresh_commands(document, before))
        after = re.sub(r"^```python\n(.*?)^```$", _fresh_python, after, flags=re.MULTILINE | re.DOTALL)
        if after != before:
            document.write_text(after, encoding="utf-8")
            print(f"{document.name} written")
