"""The door for people: one command, options in, one call, an exit code out.

0: all read. 1: some file could not be read, the rest is written. 2: wrong use, or the output cannot be written. 130: Ctrl-C. 143: SIGTERM.
"""
import os
import sys
from contextlib import contextmanager
from typing import Iterator, NoReturn

import typer

from . import __version__, options
from .report import SCHEMA
from .wire import FORMATS

READ, WRONG = 0, 2
SHORT_HELP = """\
Usage: conflictparse [OPTIONS] [PATHS]...

Name wire stories, or folders of them, or pipe one in:
  conflictparse story.txt
  conflictparse wire/ | jq -r '.speakers[].name'
Try 'conflictparse --help' for all options."""

app = typer.Typer(pretty_exceptions_enable=False, rich_markup_mode=None)


@app.command(context_settings={"help_option_names": ["-h", "--help"]})
def conflictparse(paths: options.Paths = None, files_from: options.FilesFrom = None, null: options.Null = False, glob: options.Glob = None,
                  hidden: options.Hidden = False, follow: options.Follow = False, input_format: options.InputFormat = None,
                  encoding: options.Encoding = None, text_field: options.TextField = None, date_field: options.DateField = None,
                  id_field: options.IdField = None, reference_date: options.Day = None,
                  to: options.Format = "auto", jsonl: options.Jsonl = False, table: options.Table = False,
                  each: options.Each = None, fields: options.Fields = None, vague: options.VagueNumbers = "literal",
                  include_text: options.IncludeText = False, explain: options.Explain = False, raw_csv: options.RawCsv = False,
                  color: options.Colors = "auto", output: options.Target = None, append: options.Append = False, skip_done: options.SkipDone = False,
                  jobs: options.Jobs = None, unbuffered: options.Unbuffered = False, strict: options.Strict = False,
                  quiet: options.Quiet = False, verbose: options.Verbose = False, debug: options.Debug = False,
                  formats: options.Formats = False, schema: options.Schema = False, rules: options.Rules = False, version: options.Version = False):
    """Read wire copy on armed conflict; report datelines, speakers, quotations and figures as data.

    \b
    conflictparse story.txt                          what one story says, as tables
    conflictparse wire/ > reports.jsonl              a folder, one report a line
    conflictparse wire/ | jq -r '.speakers[].name'   who speaks
    conflictparse -e figures -f csv wire/ > all.csv  all figures, for a spreadsheet
    zcat old.gz | conflictparse --reference-date 1989-11-20
    """
    with _writing(output):
        if version:
            typer.echo(f"conflictparse {__version__} (schema {SCHEMA})")
        elif schema:
            _schema()
        elif formats:
            typer.echo("\n".join(f"{form.name:{max(len(other.name) for other in FORMATS)}}  {form.says}" for form in FORMATS))
        elif rules:
            _rules(paths or [])
        elif not paths and not files_from and sys.stdin is not None and sys.stdin.isatty():
            typer.echo(SHORT_HELP, err=True)
            raise typer.Exit(WRONG)
        else:
            screen = output in (None, "-") and sys.stdout.isatty()
            name = options.form(to, jsonl, table, screen)
            look = options.look(name, screen, color, each, fields, text=include_text, explain=explain, raw_csv=raw_csv, vague=vague)
            options.check(name, look, null and not files_from, output, append, skip_done, quiet and verbose)
            reading = options.reading(input_format, encoding, (text_field, date_field, id_field), reference_date)
            read = options.Reading(paths, files_from, null, tuple(glob or ()), hidden, follow, reading)
            notices = options.notices(read, quiet, verbose, debug, screen)
            put = {"target": output, "append": append, "skip_done": skip_done, "flush": unbuffered or screen or read.waits}
            _reports(read, name, look, notices, jobs=options.processes(jobs, unbuffered), strict=strict, **put)


def _reports(read: options.Reading, name: str, look, notices, **more) -> None:
    """The main job: read, report, and name on standard error what could not be read."""
    from .batch import Batch
    from .errors import UnreadableFile
    from .notices import complain

    try:
        raise typer.Exit(Batch(read.files, name, look, notices, reading=read.options, **more).run())
    except UnreadableFile as error:  # what is done already cannot be told
        complain(str(error))
        raise typer.Exit(WRONG) from None


def _schema() -> None:
    """Show what a report looks like, for programs."""
    import json

    from .outputs.schema import schema

    typer.echo(json.dumps(schema(), indent=2, ensure_ascii=False))


def _rules(names: list[str]) -> None:
    """Show the rules, for people."""
    from . import desk  # noqa: F401  which brings in every rulebook
    from .errors import UnknownName
    from .notices import complain
    from .outputs.rules import listing

    try:
        width = os.get_terminal_size(sys.stdout.fileno()).columns if sys.stdout.isatty() else 0
        typer.echo(listing(names, width))
    except UnknownName as error:
        complain(str(error))
        raise typer.Exit(WRONG) from None


@contextmanager
def _writing(path: str | None) -> Iterator[None]:
    """A reader that has seen enough (`| head`) is no error; output that cannot be written is."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        _mute()
        raise typer.Exit(READ) from None
    except OSError as error:
        _fail(error, path)


def _fail(error: OSError, path: str | None = None) -> NoReturn:
    """The output cannot be written: a full disk, for instance."""
    from .notices import complain

    _mute()
    complain(f"write error: {error.strerror or error}" + (f": {path}" if path else ""))
    raise SystemExit(WRONG)


def _mute() -> None:
    """Let the last flush, at the end of the process, go nowhere: it would fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def main() -> None:
    """Run the command; without a standard output there is nothing to do."""
    if sys.stdout is None:
        from .notices import complain

        complain("standard output is closed")
        raise SystemExit(WRONG)
    sys.stdout.reconfigure(errors="backslashreplace") if sys.stdout.isatty() else sys.stdout.reconfigure(encoding="utf-8")
    try:
        app(prog_name="conflictparse")
    except OSError as error:  # what is written before the command begins: its help
        _fail(error)
