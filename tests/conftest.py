"""What many tests need: the command ``figures``, run as a user runs it."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from typing import NamedTuple

import pytest

from figures.cli import main


class Ran(NamedTuple):
    """How a command ended: its exit status and what it printed."""

    status: int
    out: str
    err: str


@pytest.fixture
def command(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    """Runs ``figures`` with these arguments inside the test's process."""

    def run(*arguments: object, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capfd.readouterr()
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        printed = capfd.readouterr()
        status = ended.value.code
        assert isinstance(status, int)
        return Ran(status, printed.out, printed.err)

    return run
