"""How long it takes from pressing return to the first result: ``python bench/startup.py``.

Prints the median of ten runs of each command, in milliseconds, with the fastest and the slowest.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TEXT = (
    "KALUZ, 20 November 2026 - More than 4,000 people have left the town since March, 1,200 of them on foot.\n\n"
    "12 of the 40 schools in the district, or 30 percent, are closed. Water is back in about half of the homes.\n"
)
EXTRACT = "import figures; figures.extract('More than 4,000 people have left the town, 1,200 of them on foot.')"
RUNS = 10


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "short.txt"
        file.write_text(TEXT, encoding="utf-8")
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "figures --help": [sys.executable, "-m", "figures", "--help"],
            "figures audit short.txt": [sys.executable, "-m", "figures", "audit", str(file)],
            "figures.extract(...)": [sys.executable, "-c", EXTRACT],
        }
        for name, command in commands.items():
            times = sorted(_timed(command) for _ in range(RUNS))
            print(f"{name:24} {statistics.median(times):5.0f} ms   ({times[0]:.0f} to {times[-1]:.0f})")


def _timed(command: list[str]) -> float:
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    elapsed = (time.perf_counter() - start) * 1000
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)} could not run:\n{done.stderr}")
    return elapsed


if __name__ == "__main__":
    main()
