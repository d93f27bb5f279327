"""How fast numbers are read: throughput on one core, growth with length, start-up, memory, hostile texts.

Throughput is measured from the public call, ``figures.extract(text)``, with everything a claim holds, in processor
time. This project gets one document; a peer gets the first part of it, because it is slower, once as one document and
once paragraph by paragraph, which suits it better. Start-up and memory are measured in fresh processes.
"""

from __future__ import annotations

import gc
import json
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from bench import peers, texts

SENTENCE = "More than 4,000 people have left the town since March, 1,200 of them on foot."
SHARE = {"figures": 1.0, "recognizers-text": 0.02, "quantulum3": 0.05}  # of the text, so that a run ends within minutes
ROUNDS = 3
DOCUMENT = 20_000  # characters of the one document that a peer gets: its time may grow faster than the length
LIMIT = 4  # seconds: a hostile text that takes longer is not made longer
Extract = Callable[[str], Sequence[Any]]


def report(file: Path | None, names: list[str], *, quick: bool = False) -> Iterator[str]:
    """The lines of the report. ``file`` is plain text, or JSON Lines whose rows have a ``text``."""
    text = read(file) if file else texts.news(200_000 if quick else 2_000_000)
    yield f"Python {platform.python_version()}, {platform.machine()}, {processor()}"
    yield f"text: {file or 'made by bench.texts'}, {len(text.encode()) / 1e6:.2f} MB"
    yield ""
    yield from throughput(text, names)
    yield ""
    yield from startup(names)
    yield ""
    yield from growth([0.1, 0.2, 0.4] if quick else [1, 2, 4, 8])
    yield ""
    yield from hostility(20_000 if quick else 1_000_000)


def read(file: Path) -> str:
    """The text of a file; of JSON Lines the texts of its rows, a paragraph each."""
    data = file.read_text(encoding="utf-8")
    if file.suffix != ".jsonl":
        return data
    return "\n\n".join(json.loads(line)["text"] for line in data.splitlines() if line.strip()) + "\n"


def processor() -> str:
    """The processor's name where the system tells it."""
    info = Path("/proc/cpuinfo")
    if info.exists():
        for line in info.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or "unknown processor"


def spent(work: Callable[[], object]) -> float:
    """Processor seconds of one call."""
    gc.collect()
    begin = time.process_time()
    work()
    return time.process_time() - begin


def throughput(text: str, names: list[str]) -> Iterator[str]:
    """KB/s of each extractor, and how many times as fast this project is."""
    yield "| extractor | text | numbers | seconds | KB/s | this project is faster by |"
    yield "|---|---:|---:|---:|---:|---:|"
    own = 0.0
    for name in names:
        extract = _figures() if name == "figures" else peers.make(name)
        extract(SENTENCE)  # what is loaded once is start-up, not throughput
        for label, pieces in feeds(name, text):
            size = sum(len(piece.encode()) for piece in pieces) / 1000
            counts: list[int] = []
            rounds = ROUNDS if name == "figures" else 1
            seconds = min(spent(partial(count, extract, pieces, counts)) for _ in range(rounds))
            speed = size / seconds
            own = own or speed
            ratio = "-" if name == "figures" else f"{own / speed:.0f} times"
            yield f"| {label} | {size:,.0f} KB | {counts[-1]:,} | {seconds:.2f} | {speed:,.0f} | {ratio} |"


def feeds(name: str, text: str) -> Iterator[tuple[str, list[str]]]:
    """What an extractor is given: this project one document, a peer a part of it in both ways."""
    if name == "figures":
        yield name, [text]
        return
    yield f"{name}, paragraph by paragraph", _part(text, int(len(text) * SHARE.get(name, 0.02))).split("\n\n")
    yield f"{name}, one document", [_part(text, min(DOCUMENT, len(text) // 10))]


def count(extract: Extract, pieces: list[str], counts: list[int]) -> None:
    """Reads all the pieces and notes how many numbers they hold."""
    counts.append(sum(len(extract(piece)) for piece in pieces))


def _figures() -> Extract:
    import figures

    return figures.extract


def _part(text: str, size: int) -> str:
    """The first paragraphs of a text, at least ``size`` characters."""
    end = text.find("\n\n", size)
    return text[: end if end >= 0 else len(text)]


_CHILD = {
    "nothing": "pass",
    "figures": "import figures; figures.extract(TEXT)",
    "quantulum3": "from bench import peers; peers.make('quantulum3')(TEXT)",
    "recognizers-text": "from bench import peers; peers.make('recognizers-text')(TEXT)",
}
# The kernel keeps the greatest size of the process that started this one in ru_maxrss; /proc knows better.
MEMORY = """
import pathlib, resource, sys
status = pathlib.Path("/proc/self/status")
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 if sys.platform == "darwin" else 1)
if status.exists():
    peak = next((int(line.split()[1]) for line in status.open() if line.startswith("VmHWM")), peak)
print(peak)
"""


def startup(names: list[str]) -> Iterator[str]:
    """Milliseconds of a fresh process that reads one sentence and ends, and the most memory it took."""
    yield "| fresh process | milliseconds (median) | peak memory |"
    yield "|---|---:|---:|"
    for name in ["nothing", *names]:
        code = f"TEXT = {SENTENCE!r}\n{_CHILD[name]}\n"
        walls = []
        for _ in range(7 if name in ("nothing", "figures") else 2):
            begin = time.perf_counter()
            subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
            walls.append(time.perf_counter() - begin)
        told = subprocess.run([sys.executable, "-c", code + MEMORY], check=True, capture_output=True, text=True)
        peak = int(told.stdout.split()[-1]) / 1024
        yield f"| {name} | {1000 * statistics.median(walls):.0f} | {peak:.0f} MB |"


def growth(sizes: list[float]) -> Iterator[str]:
    """Time against length: it should double with it."""
    extract = _figures()
    yield "| one document of | seconds | KB/s |"
    yield "|---:|---:|---:|"
    for size in sizes:
        text = texts.news(int(size * 1_000_000))
        seconds = spent(partial(extract, text))
        yield f"| {size:g} MB | {seconds:.2f} | {len(text.encode()) / 1000 / seconds:,.0f} |"


def hostility(size: int) -> Iterator[str]:
    """Texts meant to break a reader of numbers: the time at growing lengths, up to ``size`` characters or ``LIMIT``."""
    extract = _figures()
    yield "| hostile text | characters | seconds | for twice the length |"
    yield "|---|---:|---:|---:|"
    for name, text in texts.hostile(size).items():
        length, before, now, reached = size // 64, 0.0, 0.0, 0
        try:
            while length <= size and now < LIMIT:
                before, now, reached = now, spent(partial(extract, text[:length])), length
                length *= 2
        except Exception as error:  # a defect, to be seen beside the others
            yield f"| {name} | {length:,} | fails: {type(error).__name__} | - |"
            continue
        ratio = f"x {now / before:.1f}" if before > 0.02 else "-"
        yield f"| {name} | {reached:,} | {now:.2f} | {ratio} |"
