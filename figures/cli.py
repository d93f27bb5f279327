"""The command ``figures``: names, options and exit statuses. The work of each command is imported when it runs.

Exit statuses: 0, nothing to report; 1, findings at or above ``--fail-on``; 2, something could not be run.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date as Date
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click

from figures import __version__
from figures.config import FAIL_ON, FORMATS, ConfigError
from figures.output import OutputError

F = TypeVar("F", bound=Callable[..., Any])


def _paths(context: click.Context, option: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    if "" in value:  # an empty variable of the shell; as a path it would be the working directory
        raise click.BadParameter("one of them is empty; name files, folders, or - for standard input")
    return value


def _data(context: click.Context, option: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    if "" in value:
        raise click.BadParameter("one of them is empty; name files, folders, or addresses of databases")
    return value


def _output(context: click.Context, option: click.Parameter, value: str | None) -> Path | None:
    if value == "":
        raise click.BadParameter("it is empty; name a file, or - for standard output")
    return None if value is None or value == "-" else Path(value)


def _date(context: click.Context, option: click.Parameter, value: str | None) -> Date | None:
    if value is None:
        return None
    from figures.inputs import iso_date

    try:
        return iso_date(value)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


def _encoding(context: click.Context, option: click.Parameter, value: str | None) -> str | None:
    try:
        " ".encode(value or "utf-8")
    except (LookupError, ValueError):
        raise click.BadParameter(
            f"there is no text encoding called {value!r}; utf-8, latin-1 and cp1252 are some"
        ) from None
    return value


PATHS = click.argument("paths", nargs=-1, required=True, metavar="PATHS...", callback=_paths)
RULES = click.option(
    "--rules",
    multiple=True,
    metavar="PATH",
    help="A rule file, or a folder of them, beside the core rules; repeatable.",
)
DATA = click.option(
    "--data",
    multiple=True,
    metavar="PATH...",
    callback=_data,
    help="Data that the documents were written from: files, folders, addresses of databases; takes all names that "
    "follow it.",
)
DATE = click.option("--date", metavar="ISO", callback=_date, help="The day the documents speak on, such as 2015-10-03.")
ENCODING = click.option(
    "--encoding",
    metavar="NAME",
    callback=_encoding,
    help="The encoding of the documents; UTF-8 or marked UTF-16 by default.",
)
STDIN_NAME = click.option(
    "--stdin-name", metavar="NAME", help="What to call standard input; its extension says what is in it."
)
OUTPUT = click.option(
    "--output", "-o", "target", metavar="FILE", callback=_output, help="Write to FILE instead of standard output."
)
COLOR = click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Colour the text.",
)


class WithData(click.Command):
    """A command whose --data takes every name up to the next option, to ``-`` or to ``--``.

    Where no document is named otherwise, names among these that can only be documents are taken for documents, so that
    ``figures audit --data sales.csv report.md`` means what it says.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        from figures.commands import names

        subject = next(parameter for parameter in self.params if isinstance(parameter, click.Argument))
        taken, rest = names.split(args)
        if taken:
            read, _, _ = self.make_parser(ctx).parse_args(list(rest))
            named = read.get(subject.name or "")
            if not (isinstance(named, str | tuple) and named):
                taken, documents = names.documents(taken, line=subject.nargs == 1, sourced=bool(read.get("sourced")))
                helping = self.get_help_option(ctx)
                if not documents and not (helping is not None and read.get(helping.name or "")):
                    raise click.UsageError(names.unnamed(ctx.command_path, taken), ctx)
                rest = [*rest, *([] if "--" in rest else ["--"]), *documents]
            args = [*(f"--data={name}" for group in taken for name in group), *rest]
        return super().parse_args(ctx, args)


def reading_options(command: F) -> F:
    """The options of every command that reads documents."""
    for option in (STDIN_NAME, ENCODING, DATE):
        command = option(command)
    return command


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "-V", "--version", message="figures %(version)s")
def cli() -> None:
    """Figures checks the numbers in prose: against each other, against rules, and against the figures you keep.

    \b
    figures audit report.md                        what is wrong, as a linter says it
    figures audit drafts/ --rules aid.yaml         with rules of your own
    figures audit report.md --data sales.csv x.db  against the tables it was written from
    figures audit a.html --format html -o a.report.html
    figures extract report.md --format csv         the numbers alone
    figures explain report.md:12                   how the verdicts on line 12 came about
    """


@cli.command(cls=WithData)
@PATHS
@RULES
@click.option(
    "--format", "-f", "form", type=click.Choice(FORMATS), help="text (the default), json, or one page of html."
)
@DATA
@click.option("--sourced", is_flag=True, help="Every number must be a rounding of a value in the data.")
@click.option("--diff", is_flag=True, help="Show how bound numbers that have drifted would be written anew.")
@click.option("--fix", is_flag=True, help="Write them anew, in the files named in PATHS, and show the difference.")
@OUTPUT
@click.option("--fail-on", type=click.Choice(FAIL_ON), help="Exit with 1 from this severity on; error by default.")
@click.option("--verbose", "-v", is_flag=True, help="List also what agrees, and the numbers that nothing could check.")
@COLOR
@reading_options
def audit(**options: Any) -> int:
    """Check the numbers in PATHS: files, folders, or - for standard input.

    \b
    Exits with 0, with 1 when there are findings at or above --fail-on, and with 2 when something could
    not be run. Settings may be kept in figures.toml, or under [tool.figures] in pyproject.toml, beside
    the documents: rules, fail-on, format.
    """
    from figures.commands import audit

    return audit.run(**options)


@cli.command()
@PATHS
@click.option(
    "--format",
    "-f",
    "form",
    type=click.Choice(["table", "jsonl", "csv"]),
    default="table",
    show_default=True,
    help="A table for people, JSON lines, or CSV.",
)
@click.option(
    "--extractor",
    type=click.Choice(["figures", "quantulum3"]),
    default="figures",
    show_default=True,
    help="Who reads the numbers; quantulum3 is there for comparison.",
)
@click.option("--rejected", is_flag=True, help="Show also the numerals that are no quantities, with the reason.")
@OUTPUT
@COLOR
@reading_options
def extract(**options: Any) -> int:
    """Print the numbers in PATHS and what they claim; check nothing."""
    from figures.commands import extract

    return extract.run(**options)


@cli.command(cls=WithData)
@click.argument("subject", metavar="RULE|FILE:LINE")
@RULES
@DATA
@reading_options
def explain(**options: Any) -> int:
    """Explain a rule, or how the verdict on each number in a line of a file came about.

    \b
    figures explain core/part-of
    figures explain report.md:12
    """
    from figures.commands import explain

    return explain.run(**options)


@cli.command()
@RULES
def rules(**options: Any) -> int:
    """List the rules in force: severity, name and kind."""
    from figures.commands import rules

    return rules.run(**options)


@cli.command()
@click.argument("paths", nargs=-1, metavar="[PATHS]...", callback=_paths)
@RULES
def gate(**options: Any) -> int:
    """Hold key-figure tables and the claims of documents to their suites of expectations.

    PATHS are tables (.csv, .parquet, .xlsx, .jsonl), documents, or folders of either; without any, the packs that come
    with figures.
    Exits with 1 when an expectation is not met. Great Expectations takes some seconds to start.
    """
    from figures.commands import gate

    return gate.run(**options)


def main(arguments: list[str] | None = None) -> NoReturn:
    """Runs the command and exits. Whatever goes wrong is said in one line on standard error."""
    try:
        status = cli.main(arguments, prog_name="figures", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        status = 2
    except (KeyboardInterrupt, click.Abort):
        status = _stop("interrupted", 130)
    except (ConfigError, OutputError) as error:
        status = _stop(str(error), 2)
    except Exception:  # Python's own status for it is 1, which means findings
        import traceback

        traceback.print_exc()
        status = _stop("this is a defect of figures; please report it with the lines above", 2)
    sys.exit(status)


def _stop(message: str, status: int) -> int:
    print(f"figures: {message}", file=sys.stderr)
    return status
