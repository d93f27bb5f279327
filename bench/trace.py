"""``python -m bench trace``: answers written from rows, as they are and with one number changed at a time."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator

from bench.trace_answers import answers, changed


def measure(seed: int = 13) -> dict[str, float]:
    """Shares of changes caught and of sound answers flagged, and milliseconds for one answer."""
    from figures.tracing import trace

    chance = random.Random(seed)
    total = flagged = made = caught = numbers = strict = 0
    spent = 0.0
    for answer in answers():
        before = time.perf_counter()
        sound = trace(answer.text(), answer.rows)
        spent += time.perf_counter() - before
        total += 1
        numbers += len(answer.numbers())
        flagged += not sound.sound
        strict += not trace(answer.text(), answer.rows, strict=True).sound
        for at in answer.numbers():
            piece = answer.pieces[at]
            assert not isinstance(piece, str)
            text = answer.text({at: changed(chance, piece[0])})
            made += 1
            caught += not trace(text, answer.rows).sound
    return {
        "answers": total,
        "numbers": numbers,
        "sound answers flagged": flagged,
        "sound answers flagged in strict mode": strict,
        "changes": made,
        "changes caught": caught,
        "share caught": caught / made,
        "milliseconds an answer": 1000 * spent / total,
    }


def report() -> Iterator[str]:
    """Lines to print."""
    for name, value in measure().items():
        yield f"{name}: {value:.3f}" if isinstance(value, float) else f"{name}: {value}"
