"""Accuracy and speed, of this project and of the peers that are installed.

python -m bench predict extraction GOLD.jsonl > PRED.jsonl
python -m bench predict qualifiers GOLD.jsonl > PRED.jsonl
python -m bench predict statcheck GOLD.jsonl > PRED.jsonl          and grim, sums
python -m bench predict arithmetic GOLD.jsonl > PRED.jsonl        and conflict
python -m bench predict tables GOLD.jsonl > PRED.jsonl
python -m bench trace                          numbers of made answers traced to the rows they were made from
python -m bench data                           tables: index, matching, answers over rows, a large Parquet file
python -m bench extraction DIR                 every gold file in DIR, scored by DIR/score.py
python -m bench speed [FILE]                   on a text of its own, or on FILE (.txt, .jsonl)
python -m bench startup                        from pressing return to the first result
python -m bench tables DIR                     measure both again and write them into docs/accuracy.md
"""

from __future__ import annotations

import argparse
import importlib
import inspect
import json
import sys
from pathlib import Path

from bench import peers

TASKS = {  # task -> the module whose ``predict(rows)`` does it
    "arithmetic": "bench.arithmetic",
    "conflict": "bench.conflict",
    "extraction": "bench.extraction",
    "grim": "bench.grim",
    "qualifiers": "bench.qualifiers",
    "statcheck": "bench.statcheck",
    "sums": "bench.sums",
    "tables": "bench.data_tables",
}


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser("predict", help="write predictions for a gold file as JSON Lines")
    command.add_argument("task", choices=sorted(TASKS))
    command.add_argument("gold", type=Path)
    command.add_argument("--extractor", choices=["figures", *peers.PEERS], default="figures")
    command = commands.add_parser("extraction", help="a table of F1 scores")
    command.add_argument("folder", type=Path)
    command.add_argument("--only", nargs="+", default=[], metavar="SET", help="names of gold files without .jsonl")
    command.add_argument("--no-peers", action="store_true", help="this project alone")
    command = commands.add_parser("speed", help="KB/s, start-up and memory")
    command.add_argument("file", type=Path, nargs="?")
    command.add_argument("--quick", action="store_true", help="small texts: a few seconds, rough figures")
    command.add_argument("--no-peers", action="store_true", help="this project alone")
    command = commands.add_parser("tables", help="measure accuracy and speed, and write docs/accuracy.md")
    command.add_argument("folder", type=Path)
    command.add_argument("--no-peers", action="store_true", help="this project alone")
    commands.add_parser("trace", help="numbers of answers traced to rows: changes caught, sound answers flagged")
    command = commands.add_parser("data", help="seconds and memory of holding numbers against tables")
    command.add_argument("--quick", action="store_true", help="small tables: a few seconds, rough figures")
    command.add_argument("--rows", type=int, help="rows of the Parquet file (10,000,000; with --quick 100,000)")
    commands.add_parser("startup", help="start-up of the commands, in milliseconds")
    given = parser.parse_args(arguments)
    try:
        return run(given)
    except (OSError, UnicodeError, json.JSONDecodeError, peers.UnknownExtractor) as error:
        print(f"bench: {error}", file=sys.stderr)
        return 2


def run(given: argparse.Namespace) -> int:
    if given.command == "predict":
        from bench.extraction import load

        predict = importlib.import_module(TASKS[given.task]).predict
        takes = inspect.signature(predict).parameters
        own = {"extractor": given.extractor, "folder": given.gold.parent}
        for row in predict(load(given.gold), **{name: value for name, value in own.items() if name in takes}):
            print(json.dumps(row, ensure_ascii=False))
        return 0
    if given.command == "startup":
        importlib.import_module("bench.startup").main()
        return 0
    if given.command == "trace":
        for line in importlib.import_module("bench.trace").report():
            print(line, flush=True)
        return 0
    if given.command == "data":
        from bench import data_speed

        rows = given.rows or (100_000 if given.quick else 10_000_000)
        for line in data_speed.report(rows, 2_000 if given.quick else 100_000):
            print(line, flush=True)
        return 0
    names = ["figures"] if given.no_peers else ["figures", *peers.installed()]
    if given.command == "extraction":
        from bench.extraction import table

        for line in table(given.folder, names, given.only):
            print(line, flush=True)
        return 0
    if given.command == "tables":
        from bench.tables import rewrite

        rewrite(given.folder, names)
        return 0
    from bench import speed

    for line in speed.report(given.file, names, quick=given.quick):
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
