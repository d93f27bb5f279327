"""Writing what was asked for, where it was asked for, whole or not at all."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable
from pathlib import Path


class OutputError(Exception):
    """An output that cannot be written; the message names it and says why."""


def check_target(target: Path, inputs: Iterable[Path]) -> None:
    """Raises OutputError, before any work is done, where ``target`` cannot be written or is one of the ``inputs``.

    An input that is a folder stands for every file in it.
    """
    if target.is_dir():
        raise OutputError(f"{target}: is a folder; name a file to write")
    if not target.parent.is_dir():
        raise OutputError(f"{target}: there is no folder {target.parent}; make it first")
    if not target.exists():
        return
    real = target.resolve()
    for path in inputs:
        if path.exists() and (target.samefile(path) or (path.is_dir() and real.is_relative_to(path.resolve()))):
            raise OutputError(f"{target}: is read in this run and is not written over; name another file")


def write_file(target: Path, text: str) -> None:
    """Writes the file whole: whoever looks sees the old one or the new one. Raises OutputError."""
    write_bytes(target, text.encode("utf-8", "backslashreplace"))


def write_bytes(target: Path, data: bytes) -> None:
    """The same of bytes. Raises OutputError."""
    real = Path(os.path.realpath(target))  # a link stays a link
    beside = real.with_name(f".{real.name}.{os.getpid()}.tmp")
    try:
        if real.exists() and not real.is_file():  # a terminal, a pipe
            real.write_bytes(data)
            return
        mode = stat.S_IMODE(real.stat().st_mode) if real.exists() else 0o666 & ~_umask()
        try:
            beside.write_bytes(data)
            beside.chmod(mode)
            beside.replace(real)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(f"{target}: could not be written: {error.strerror}") from None


def write_stdout(text: str) -> None:
    """Writes to standard output as UTF-8, whatever the locale. Raises OutputError."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _discard_stdout()
        raise OutputError("standard output was closed before everything was written") from None
    except OSError as error:
        _discard_stdout()
        raise OutputError(f"standard output: could not be written: {error.strerror}") from None


def width() -> int | None:
    """Columns of the terminal that standard output is; None when it is none."""
    if not sys.stdout.isatty():
        return None
    from shutil import get_terminal_size

    return get_terminal_size().columns


def wants_colour(choice: str) -> bool:
    """``choice``: always, never, or auto: on a terminal, unless NO_COLOR is set or the terminal is a dumb one."""
    if choice != "auto":
        return choice == "always"
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _discard_stdout() -> None:
    """What is left in the buffer would fail again when the interpreter flushes it on its way out."""
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, sys.stdout.fileno())
    os.close(null)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
