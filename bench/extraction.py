"""The task ``extraction``: reads the numbers of texts, and scores what was read.

A gold file is JSON Lines with ``id``, ``text`` and ``gold``; a prediction is ``{"id", "pred": [{"value", "unit",
"bound", "direction", "concept", "start", "end", "kind"}]}``. The folder with the gold files holds its own ``score.py``,
which is what scores: ``score(gold, predictions)`` gives a dict of measure -> (precision, recall, F1).
"""

from __future__ import annotations

import contextlib
import importlib.util
import io
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from bench import peers

MEASURES = {  # what the table shows: heading -> measure of the scorer
    "value": "value",
    "+unit": "value+unit",
    "+bound": "value+bound",
    "all three": "value+unit+bound",
    "concept": "value+concept partial",
    "empty": "empty texts kept empty",
}
NAMED = 5  # failures that are named one by one
KINDS = {"measure": "dimension", "multiple": "count"}  # our kind -> the scorer's, where they differ


def prediction(claim: Any) -> dict[str, Any]:
    """One claim in the shape of the predictions."""
    quantity = claim.quantity
    value = plain(quantity.value)
    unit = quantity.unit or None
    if unit is None and quantity.kind == "count" and claim.counted is not None:
        unit = claim.counted.text
    if unit is None and quantity.kind == "ordinal":
        unit = "ordinal"
    if unit is None and quantity.kind == "multiple":
        unit = "count"
    value_high = None if quantity.high is None else plain(quantity.high)
    if quantity.vague and quantity.high is None and value >= 10:
        value_high = value * 10  # the gold writes an order of magnitude as a range
    bound = quantity.bound
    if quantity.high is not None:
        bound = "range"
    elif quantity.vague:
        bound = "="
    elif quantity.qualifier == "nearly":
        bound = "~"  # no bound of the gold files is both near and below
    return {
        "value": value if value_high is None else [value, value_high],
        "unit": unit,
        "bound": bound,
        # The gold files write a direction for a verb ("rose 5%"), not for a noun ("a rise of 5%"), and no bound then.
        "direction": quantity.direction
        if quantity.direction and quantity.role and bound in ("=", "~", "range")
        else None,
        "concept": concept(claim),
        "start": quantity.span.start,
        "end": quantity.span.end,
        "kind": KINDS.get(quantity.kind, quantity.kind),
    }


def concept(claim: Any) -> list[str]:
    """What the number is about: the noun it measures or is a share of, and the subject; what is counted is the unit."""
    phrases = [claim.subject, claim.attribute]
    if claim.quantity.unit or claim.quantity.kind == "fraction":
        phrases += [claim.whole, claim.counted]
    elif claim.counted is None or claim.whole is None or claim.counted.span.start < claim.whole.span.start:
        phrases.append(claim.whole)
    return list(dict.fromkeys(phrase.text for phrase in phrases if phrase is not None))


def plain(value: int | Fraction) -> int | float:
    """A number for JSON; one too large for a float keeps its whole part."""
    if isinstance(value, int):
        return value
    try:
        return float(value)
    except OverflowError:
        return int(value)


def figures_extractor() -> peers.Extractor:
    import figures

    return lambda text: predictions(text, figures.extract(text))


def predictions(text: str, claims: Sequence[Any]) -> list[dict[str, Any]]:
    """The claims of a text in the shape of the predictions, by the conventions of the gold files.

    The start and the end of a change ("fell from 50 to 40") are one range there, and words that say a number without
    a numeral ("doubled") are none.
    """
    found: list[dict[str, Any]] = []
    for k, claim in enumerate(claims):
        quantity = claim.quantity
        if (
            quantity.kind == "multiple"
            and not quantity.unit
            and text[quantity.number.start : quantity.number.end].isalpha()
        ):
            continue
        row = prediction(claim)
        if (
            found
            and quantity.role == "to"
            and k
            and claims[k - 1].quantity.role == "from"
            and found[-1]["end"] == claims[k - 1].quantity.span.end
        ):
            before = found[-1]
            between = text[before["end"] : row["start"]].split()
            if (
                between == ["to"]
                and isinstance(before["value"], (int, float))
                and isinstance(row["value"], (int, float))
            ):
                before["value"] = [before["value"], row["value"]]
                before["unit"] = before["unit"] or row["unit"]
                before["end"] = row["end"]
                continue
        found.append(row)
    return found


def predict(gold_rows: Iterable[dict[str, Any]], extractor: str = "figures") -> list[dict[str, Any]]:
    """A row of predictions for each gold row. A text that makes the extractor fail has none, and is named."""
    extract = peers.make(extractor)
    rows, failed = [], 0
    for row in gold_rows:
        try:
            found = extract(row["text"])
        except Exception as error:  # one bad text must not hide the result of the others
            failed += 1
            if failed <= NAMED:
                print(f"{row['id']}: {extractor} failed: {type(error).__name__}: {error}", file=sys.stderr)
            found = []
        rows.append({"id": row["id"], "pred": found})
    if failed > NAMED:
        print(f"{extractor} failed on {failed} texts in all", file=sys.stderr)
    return rows


def load(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def scorer(folder: Path) -> Any:
    """The folder's ``score.py`` as a module. Raises FileNotFoundError where there is none."""
    path = folder / "score.py"
    if not path.is_file():
        raise FileNotFoundError(f"{path}: the folder of the gold files must hold the scorer, score.py")
    spec = importlib.util.spec_from_file_location("bench_scorer", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.path.insert(0, str(folder))  # it imports its neighbours
    try:
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(folder))
    return module


def table(folder: Path, names: Iterable[str], only: Iterable[str] = ()) -> Iterator[str]:
    """Lines of a Markdown table: F1 in percent of each extractor on each gold file of the folder."""
    module = scorer(folder)
    wanted = set(only)
    files = [path for path in sorted(folder.glob("*.jsonl")) if not wanted or path.stem in wanted]
    if not files:
        raise FileNotFoundError(f"{folder}: no gold file" + (f" named {', '.join(sorted(wanted))}" if wanted else ""))
    yield "| set | texts / gold | extractor | " + " | ".join(MEASURES) + " |"
    yield "|---|---|---|" + "---:|" * len(MEASURES)
    for path in files:
        gold = load(path)
        for name in names:
            with contextlib.redirect_stdout(io.StringIO()):
                result = module.score(gold, predict(gold, name))
            cells = [f"{100 * result[key][2]:.1f}" if key in result else "-" for key in MEASURES.values()]
            size = f"{len(gold)} / {result['gold']}"
            yield f"| {path.stem} | {size} | {name} | " + " | ".join(cells) + " |"
