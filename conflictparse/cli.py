"""The door for people: one command, options in, one call, an exit code out.

0: all read. 1: some file could not be read, the rest is written. 2: wrong use, or the output cannot be written. 130: Ctrl-C.
"""
import os
import sys
from contextlib import contextmanager
from datetime import datetime
from enum import Enum
from typing import Annotated, Iterator, NoReturn

import typer

from . import __version__
from .outputs import OUTPUTS
from .report import SCHEMA
from .wire import FORMATS

READ, LOST, WRONG = 0, 1, 2
SHORT_HELP = """\
Usage: conflictparse [OPTIONS] [PATHS]...

Name wire stories, or folders of them, or pipe one in:
  conflictparse story.txt
  conflictparse wire/ | jq -r '.speakers[].name'
Try 'conflictparse --help' for all options."""

Output = Enum("Output", {name: name for name in ("auto", *OUTPUTS)}, type=str)
Input = Enum("Input", {form.name: form.name for form in FORMATS}, type=str)
Color = Enum("Color", {name: name for name in ("auto", "always", "never")}, type=str)
app = typer.Typer(pretty_exceptions_enable=False, rich_markup_mode=None)

Option, Argument = typer.Option, typer.Argument
Paths = Annotated[list[str] | None, Argument(metavar="[PATHS]...", help="Files, folders (all regular files below) and - for standard input.", show_default=False)]
Format = Annotated[Output, Option("--format", "-f", help="auto is table on a terminal, jsonl in a pipe.")]
Jsonl = Annotated[bool, Option("-j", help="Short for --format jsonl: a report a line.")]
Table = Annotated[bool, Option("-t", help="Short for --format table.")]
InputFormat = Annotated[Input | None, Option("--input", help="The format of what is read, where it does not give itself away (see --formats).", show_default=False)]
Encoding = Annotated[str | None, Option(help="The encoding of what is read: utf-8, cp1252, latin-1 …", show_default=False)]
TextField = Annotated[str | None, Option(metavar="PATH", help="In JSON, the field with the text; dotted where it lies deeper.", show_default=False)]
DateField = Annotated[str | None, Option(metavar="PATH", help="In JSON, the field with the date.", show_default=False)]
IdField = Annotated[str | None, Option(metavar="PATH", help="In JSON, the field with the story's id, given out as header.number.", show_default=False)]
Formats = Annotated[bool, Option("--formats", help="List the formats that can be read, with the sign that gives each away, and exit.")]
Day = Annotated[datetime | None, Option(formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", show_default=False,
                                        help="A day near which the stories were written, for dates without a year.")]
IncludeText = Annotated[bool, Option("--include-text", help="Also give the text that all offsets count in.")]
Explain = Annotated[bool, Option("--explain", help="Also give the rule behind each item.")]
Colors = Annotated[Color, Option(help="Colours in tables; auto heeds NO_COLOR and FORCE_COLOR.")]
Schema = Annotated[bool, Option("--schema", help="Show the JSON Schema of a report, and exit.")]
Rules = Annotated[bool, Option("--rules", help="List the rules, and exit; with names instead of paths (figures, figures.effect): their examples and place.")]
Version = Annotated[bool, Option("--version", help="Show the version, and exit.")]


@app.command(context_settings={"help_option_names": ["-h", "--help"]})
def conflictparse(paths: Paths = None, to: Format = Output.auto, jsonl: Jsonl = False, table: Table = False, reference_date: Day = None,
                  input_format: InputFormat = None, encoding: Encoding = None, text_field: TextField = None, date_field: DateField = None, id_field: IdField = None,
                  include_text: IncludeText = False, explain: Explain = False, color: Colors = Color.auto,
                  formats: Formats = False, schema: Schema = False, rules: Rules = False, version: Version = False):
    """Read wire copy on armed conflict; report datelines, speakers, quotations and figures as data.

    \b
    conflictparse story.txt                          what one story says, as tables
    conflictparse wire/ > reports.jsonl              a folder, one report a line
    conflictparse wire/ | jq -r '.speakers[].name'   who speaks
    zcat old.gz | conflictparse --reference-date 1989-11-20
    """
    with _writing():
        if version:
            typer.echo(f"conflictparse {__version__} (schema {SCHEMA})")
        elif schema:
            _schema()
        elif formats:
            typer.echo("\n".join(f"{form.name:{max(len(other.name) for other in FORMATS)}}  {form.says}" for form in FORMATS))
        elif rules:
            _rules(paths or [])
        elif not paths and sys.stdin is not None and sys.stdin.isatty():
            typer.echo(SHORT_HELP, err=True)
            raise typer.Exit(WRONG)
        else:
            day = reference_date.date() if reference_date else None
            reading = _reading(input_format, encoding, text_field, date_field, id_field)
            _reports(paths or ["-"], reading, _output(to, jsonl, table), day, _colored(color), include_text, explain)


def _reading(input_format: Input | None, encoding: str | None, *fields: str | None) -> dict:
    """What the user says of the input, where the reader's own judgement shall not count."""
    from .wire.reading.fields import Fields

    try:
        "".encode(encoding or "utf-8")
    except (LookupError, UnicodeError):
        raise typer.BadParameter(f"there is no encoding {encoding}", param_hint="--encoding") from None
    return {"format": input_format and input_format.value, "encoding": encoding, "fields": Fields(*fields)}


def _reports(paths: list[str], reading: dict, output: str, day, color: bool, text: bool, explain: bool) -> None:
    """The main job: read, report, and name on standard error what could not be read."""
    from .api import iter_reports
    from .outputs import writer

    failed = []

    def lost(error):
        failed.append(error)
        _complain(str(error))

    reports = iter_reports(paths, **reading, reference=day, lost=lost)
    writer(output)(reports, sys.stdout, text=text, explain=explain, color=color, flush="-" in paths or sys.stdout.isatty())
    sys.stdout.flush()
    raise typer.Exit(LOST if failed else READ)


def _schema() -> None:
    """Show what a report looks like, for programs."""
    import json

    from .outputs.schema import schema

    typer.echo(json.dumps(schema(), indent=2, ensure_ascii=False))


def _rules(names: list[str]) -> None:
    """Show the rules, for people."""
    from . import desk  # noqa: F401  which brings in every rulebook
    from .errors import UnknownName
    from .outputs.rules import listing

    try:
        width = os.get_terminal_size(sys.stdout.fileno()).columns if sys.stdout.isatty() else 0
        typer.echo(listing(names, width))
    except UnknownName as error:
        _complain(str(error))
        raise typer.Exit(WRONG) from None


def _output(to: Output, jsonl: bool, table: bool) -> str:
    """The output that the options ask for; of contradicting ones none."""
    asked = {name for name, wanted in (("jsonl", jsonl), ("table", table), (to.value, to != Output.auto)) if wanted}
    if len(asked) > 1:
        raise typer.BadParameter(f"{' and '.join(sorted(asked))} at once", param_hint="--format")
    return asked.pop() if asked else "table" if sys.stdout.isatty() else "jsonl"


def _colored(color: Color) -> bool:
    """Whether to use colours: the option, then NO_COLOR, then FORCE_COLOR (0 is no), then whether there is a terminal to see them."""
    if color != Color.auto:
        return color == Color.always
    if os.environ.get("NO_COLOR"):
        return False
    if forced := os.environ.get("FORCE_COLOR"):
        return forced != "0"
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


@contextmanager
def _writing() -> Iterator[None]:
    """A reader that has seen enough (`| head`) is no error; output that cannot be written is."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        _mute()
        raise typer.Exit(READ) from None
    except OSError as error:
        _fail(error)


def _fail(error: OSError) -> NoReturn:
    """The output cannot be written: a full disk, for instance."""
    _mute()
    _complain(f"write error: {error.strerror or error}")
    raise SystemExit(WRONG)


def _mute() -> None:
    """Let the last flush, at the end of the process, go nowhere: it would fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _complain(message: str) -> None:
    """One line on standard error; a file's name may hold anything, so it is made safe to show."""
    from .outputs.visible import visible

    typer.echo(f"conflictparse: {visible(message)}", err=True)


def main() -> None:
    """Run the command; without a standard output there is nothing to do."""
    if sys.stdout is None:
        _complain("standard output is closed")
        raise SystemExit(WRONG)
    sys.stdout.reconfigure(errors="backslashreplace") if sys.stdout.isatty() else sys.stdout.reconfigure(encoding="utf-8")
    try:
        app(prog_name="conflictparse")
    except OSError as error:  # what is written before the command begins: its help
        _fail(error)
