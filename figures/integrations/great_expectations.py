"""Great Expectations on pandas frames: suites kept as JSON, run in memory.

Nothing is written, nothing is sent: the context is ephemeral and its analytics are off. Great Expectations drops an
expectation that it does not know, or that does not fit, with no more than a line in its log, so what was loaded is
counted against the file.
"""

from __future__ import annotations

import json
import logging
import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

if TYPE_CHECKING:
    import pandas as pd

MAX_BYTES = 1 << 20


class SuiteError(Exception):
    """A suite that cannot be run as it stands; the message says what was wanted and what was got."""


class Failure(Struct, frozen=True):
    """An expectation that was not met, in one row. ``row`` is None when it is the table's as a whole."""

    expectation: str
    column: str  # the column, or columns joined by ", "
    wanted: str  # from the meta of the expectation
    got: str
    row: int | None = None  # position in the frame, from 0


def check(frame: pd.DataFrame, suite: Path) -> tuple[int, list[Failure]]:
    """How many expectations were held against the frame, and where they were not met, in the order of the suite.

    Raises SuiteError for a suite that is not sound, or of which Great Expectations loads less than the file holds, and
    for an expectation that could not be run.
    """
    written = _read(suite)
    with _quiet():
        import great_expectations as gx

        context = gx.get_context(mode="ephemeral", project_config=_config())
        loaded = gx.ExpectationSuite(name=written["name"], expectations=written["expectations"])
        if len(loaded.expectations) != len(written["expectations"]):
            known = {(one.expectation_type, json.dumps(one.meta, sort_keys=True)) for one in loaded.expectations}
            lost = [
                e["type"]
                for e in written["expectations"]
                if (e["type"], json.dumps(e.get("meta"), sort_keys=True)) not in known
            ]
            raise SuiteError(
                f"{len(written['expectations'])} expectations are wanted; Great Expectations loaded "
                f"{len(loaded.expectations)}, without {', '.join(sorted(set(lost))) or 'one'}; correct the suite"
            )
        asset = context.data_sources.add_pandas("figures").add_dataframe_asset("table")
        batch = asset.add_batch_definition_whole_dataframe("whole").get_batch({"dataframe": frame})
        outcome = batch.validate(loaded, result_format={"result_format": "COMPLETE"})
    if len(outcome.results) != len(written["expectations"]):
        raise SuiteError(
            f"{len(written['expectations'])} results are wanted; Great Expectations gave {len(outcome.results)}"
        )
    order = {json.dumps(e, sort_keys=True): at for at, e in enumerate(written["expectations"])}
    failures: list[tuple[int, Failure]] = []
    for result in outcome.results:
        config = result.expectation_config
        kwargs = {key: value for key, value in config.kwargs.items() if key != "batch_id"}
        entry = json.dumps({"type": config.type, "kwargs": kwargs, "meta": config.meta}, sort_keys=True)
        if (result.exception_info or {}).get("raised_exception") or _raised(result.exception_info):
            raise SuiteError(f"{config.type} on {_columns(kwargs)} could not be run: {_raised(result.exception_info)}")
        if not result.success:
            failures += [
                (order.get(entry, len(order)), failure) for failure in _failures(config, kwargs, result.result, frame)
            ]
    failures.sort(key=lambda pair: (pair[0], -1 if pair[1].row is None else pair[1].row))
    return len(written["expectations"]), [failure for _, failure in failures]


def _config() -> Any:
    """A project that keeps everything in memory: without one, a directory for its documentation is made each time."""
    from great_expectations.data_context.types.base import DataContextConfig, InMemoryStoreBackendDefaults

    return DataContextConfig(
        store_backend_defaults=InMemoryStoreBackendDefaults(init_temp_docs_sites=False),
        progress_bars={"globally": False},
        analytics_enabled=False,
    )


def _read(suite: Path) -> dict[str, Any]:
    try:
        if suite.stat().st_size > MAX_BYTES:
            raise SuiteError(f"a suite of at most {MAX_BYTES:,} bytes is wanted; got more; split it")
        data = json.loads(suite.read_text(encoding="utf-8"))
    except OSError as error:
        raise SuiteError(f"a suite of expectations is wanted; it could not be read: {error.strerror}") from None
    except (ValueError, RecursionError) as error:
        raise SuiteError(f"JSON is wanted; it could not be read: {error}") from None
    if (
        not isinstance(data, dict)
        or not isinstance(data.get("name"), str)
        or not isinstance(data.get("expectations"), list)
    ):
        raise SuiteError('a map with "name" and a list of "expectations" is wanted; got something else')
    for at, entry in enumerate(data["expectations"]):
        if (
            not isinstance(entry, dict)
            or not isinstance(entry.get("type"), str)
            or not isinstance(entry.get("kwargs"), dict)
        ):
            raise SuiteError(f'"type" and "kwargs" are wanted in expectation {at + 1}; one is missing')
        if not isinstance(entry.get("meta"), dict) or not isinstance(entry["meta"].get("wanted"), str):
            raise SuiteError(
                f'"meta" with "wanted" (what is expected, in words) is wanted in expectation {at + 1}; it is missing'
            )
    if not data["expectations"]:
        raise SuiteError("at least one expectation is wanted; got none")
    return data


def _failures(config: Any, kwargs: dict[str, Any], result: dict[str, Any], frame: pd.DataFrame) -> Iterator[Failure]:
    wanted = str(config.meta["wanted"])
    rows = result.get("unexpected_index_list")
    columns = _columns(kwargs)
    if not rows:
        yield Failure(config.type, columns, wanted, str(result.get("observed_value", "")))
        return
    names = [name for name in columns.split(", ") if name in frame.columns]
    for row in rows:
        cells = (frame.iloc[int(row)][name] for name in names)
        got = ", ".join("nothing" if cell is None or cell != cell else str(cell) for cell in cells)
        yield Failure(config.type, columns, wanted, got, int(row))


def _columns(kwargs: dict[str, Any]) -> str:
    if "column_list" in kwargs:
        return ", ".join(kwargs["column_list"])
    return ", ".join(str(kwargs[key]) for key in ("column", "column_A", "column_B") if key in kwargs) or "the table"


def _raised(info: Any) -> str:
    """The message of an exception inside a metric: Great Expectations keeps them one level down, by metric."""
    if not isinstance(info, dict):
        return ""
    if info.get("raised_exception"):
        return str(info.get("exception_message") or "it raised an exception")
    for value in info.values():
        if isinstance(value, dict) and value.get("raised_exception"):
            return str(value.get("exception_message") or "it raised an exception")
    return ""


@contextmanager
def _quiet() -> Iterator[None]:
    """Analytics off, and neither its log nor its warnings on anybody's screen; all put back at the end."""
    before = os.environ.get("GX_ANALYTICS_ENABLED")
    os.environ["GX_ANALYTICS_ENABLED"] = "false"
    logger = logging.getLogger("great_expectations")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logger.setLevel(level)
        if before is None:
            del os.environ["GX_ANALYTICS_ENABLED"]
        else:
            os.environ["GX_ANALYTICS_ENABLED"] = before
