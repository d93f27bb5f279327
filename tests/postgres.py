"""A PostgreSQL server for tests: of its own, in a folder of its own, on loopback, run by somebody who is not root."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def programs() -> Path | None:
    """The folder of initdb and postgres; None where they are not installed."""
    found = shutil.which("initdb")
    folders = [Path(found).parent] if found else []
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((folder for folder in folders if (folder / "initdb").exists() and (folder / "postgres").exists()), None)


class Server:
    """``url``: of its database. ``stop()``: as if it went away in the middle."""

    def __init__(self, url: str, process: subprocess.Popen[bytes]) -> None:
        self.url, self._process = url, process

    def stop(self) -> None:
        self._process.kill()
        self._process.wait(30)


@contextmanager
def server() -> Iterator[Server]:
    """Starts one and ends it. Raises RuntimeError where none can be had."""
    folder = programs()
    if folder is None:
        raise RuntimeError("there is no PostgreSQL server: neither on the PATH nor in /usr/lib/postgresql")
    user = _somebody() if os.geteuid() == 0 else None
    place = Path(tempfile.mkdtemp(prefix="figures-postgres-"))
    process = None
    try:
        if user:
            os.chown(place, user.pw_uid, user.pw_gid)
        given = {"cwd": place, "env": {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": str(place)}}
        if user:
            given |= {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
        made = subprocess.run(
            [folder / "initdb", "-D", place / "data", "-U", "figures", "-A", "trust", "-E", "UTF8", "--no-sync"],
            capture_output=True, text=True, timeout=120, check=False, **given,  # type: ignore[call-overload]
        )  # fmt: skip
        if made.returncode:
            raise RuntimeError(f"initdb: {made.stderr.strip()}")
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        with open(place / "log", "wb") as log:
            process = subprocess.Popen(
                [folder / "postgres", "-D", place / "data", "-h", "127.0.0.1", "-p", str(port), "-k", "", "-F"],
                stdout=log, stderr=log, **given,  # type: ignore[call-overload]
            )  # fmt: skip
        url = f"postgresql://figures@127.0.0.1:{port}/postgres"
        _wait(url, process, place / "log")
        yield Server(url, process)
    finally:
        if process is not None and process.poll() is None:
            process.send_signal(signal.SIGINT)  # without waiting for those that are still connected
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(20)
        shutil.rmtree(place, ignore_errors=True)


def _somebody() -> pwd.struct_passwd:
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise RuntimeError("root cannot run PostgreSQL, and there is neither a user postgres nor nobody")


def _wait(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    import psycopg

    until = time.monotonic() + 60
    while True:
        try:
            psycopg.connect(url, connect_timeout=5).close()
            return
        except psycopg.OperationalError:
            if process.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"PostgreSQL did not start: {log.read_text(errors='replace')[-1000:]}") from None
            time.sleep(0.1)
