"""The options: each with its names and its line in --help, what completes it in a shell, and what it comes to."""
import os
import sys
from datetime import datetime
from typing import Annotated, Any, Callable, Iterator, Literal, NamedTuple

import typer

from .errors import UnknownName, UnreadableFile
from .outputs import OUTPUTS
from .outputs.look import UNLIMITED, Look
from .wire import FORMATS

NARROWEST, PAGE = 40, 100  # columns: of a terminal at least, and of marked text where there is none
Option, Argument = typer.Option, typer.Argument


Output = Literal["auto", *OUTPUTS]
Item = Literal["figures", "quotations", "speakers", "places"]
Vague = Literal["literal", "acled"]
Input = Literal[*(form.name for form in FORMATS)]
Color = Literal["auto", "always", "never"]


def _field(ctx: typer.Context, incomplete: str) -> list[str]:
    """Names of columns, each after those that stand before it already."""
    from .outputs import rows

    before, comma, _ = incomplete.rpartition(",")
    return [f"{before}{comma}{name}" for name in rows.names(Look(each=ctx.params.get("each")))]


# what to read
Paths = Annotated[list[str] | None, Argument(metavar="[PATHS]...", show_default=False,
                                             help="Files, folders (all regular files below) and - for standard input.")]
FilesFrom = Annotated[str | None, Option("--files-from", metavar="FILE", show_default=False,
                                         help="Also read the paths that FILE lists, one a line; - for standard input.")]
Null = Annotated[bool, Option("-0", "--null", help="The paths in --files-from end with NUL (find -print0), not with a line.")]
Glob = Annotated[list[str] | None, Option(metavar="PATTERN", show_default=False,
                                          help="Of folders only files whose name matches, with ! only others; of several the last that matches decides.")]
Hidden = Annotated[bool, Option("--hidden", help="In folders, also read hidden files.")]
Follow = Annotated[bool, Option("--follow", help="In folders, also follow links to folders.")]
InputFormat = Annotated[Input | None, Option("--input", show_default=False, help="The format of what is read, where it does not give itself away (see --formats).")]
Encoding = Annotated[str | None, Option(show_default=False, help="The encoding of what is read: utf-8, cp1252, latin-1 …")]
TextField = Annotated[str | None, Option(metavar="PATH", show_default=False, help="In JSON, the field with the text; dotted where it lies deeper.")]
DateField = Annotated[str | None, Option(metavar="PATH", show_default=False, help="In JSON, the field with the date.")]
IdField = Annotated[str | None, Option(metavar="PATH", show_default=False, help="In JSON, the field with the story's id, given out as header.number.")]
Day = Annotated[datetime | None, Option(formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", show_default=False,
                                        help="A day near which the stories were written, for dates without a year.")]

# what to show
Format = Annotated[Output, Option("--format", "-f", help="auto is table on a terminal, jsonl in a pipe; text is the story with its finds marked.")]
Jsonl = Annotated[bool, Option("-j", help="Short for --format jsonl: a report a line.")]
Table = Annotated[bool, Option("-t", help="Short for --format table.")]
Each = Annotated[Item | None, Option("--each", "-e", show_default=False,
                                     help="A flat row an item instead of a report a story, with path, date, place and the speaker's name.")]
Fields = Annotated[str | None, Option(metavar="NAME,NAME...", autocompletion=_field, show_default=False,
                                      help="Only these columns of a row; dotted names lead into the report: header.slug, dateline.places.0.region.")]
VagueNumbers = Annotated[Vague, Option("--vague", help="The value of dozens, hundreds, several: the contract's 24, 200, 3 or ACLED's 12, 100, 10.")]
IncludeText = Annotated[bool, Option("--include-text", help="Also give the text that all offsets count in.")]
Explain = Annotated[bool, Option("--explain", help="Also give the rule behind each item.")]
RawCsv = Annotated[bool, Option("--raw-csv", help="No apostrophe before cells that a spreadsheet would take for a formula.")]
Colors = Annotated[Color, Option(help="Colours in tables and text; auto heeds NO_COLOR and FORCE_COLOR.")]

# where to and how
Target = Annotated[str | None, Option("--output", "-o", metavar="FILE", show_default=False, help="Write to FILE; it appears when it is whole.")]
Append = Annotated[bool, Option("--append", help="Write at the end of the --output file.")]
SkipDone = Annotated[bool, Option("--skip-done", help="With --append: leave out stories whose report FILE holds already.")]
Jobs = Annotated[int | None, Option("--jobs", "-J", min=0, metavar="N", show_default=False,
                                    help="Processes to work with, 0 for one a processor; by itself as many as are worth it.")]
Unbuffered = Annotated[bool, Option("--unbuffered", help="Write each report at once, also into a pipe.")]
Strict = Annotated[bool, Option("--strict", help="Warnings count as failures: they are named, and the exit code is 1.")]
Quiet = Annotated[bool, Option("--quiet", "-q", help="No warnings and no progress on standard error; errors stay.")]
Verbose = Annotated[bool, Option("--verbose", "-v", help="Name the warnings on standard error, and close with what was read and how fast.")]
Debug = Annotated[bool, Option("--debug", help="Show the traceback of an internal error.")]

# instead
Formats = Annotated[bool, Option("--formats", help="List the formats that can be read, with the sign that gives each away, and exit.")]
Schema = Annotated[bool, Option("--schema", help="Show the JSON Schema of a report, and exit.")]
Rules = Annotated[bool, Option("--rules", help="List the rules, and exit; with names instead of paths (figures, figures.effect): their examples and place.")]
Version = Annotated[bool, Option("--version", help="Show the version, and exit.")]


class Reading(NamedTuple):
    """What is to be read, and how."""

    paths: list[str] | None
    files_from: str | None
    null: bool
    globs: tuple[str, ...]
    hidden: bool
    follow: bool
    options: dict[str, Any]
    """What the readers are told"""

    @property
    def waits(self) -> bool:
        """Whether standard input is read, which may be a feed: its stories are answered at once, and nobody knows how many come."""
        return not self.paths and not self.files_from or "-" in (self.paths or ()) or self.files_from == "-"

    def files(self, passed: Callable[[str, str], None] = lambda path, why: None) -> Iterator[str | UnreadableFile]:
        """All files, in order; first the paths, then those of the list. `passed` is told what is passed over, and why."""
        from itertools import chain

        from .paths import Choice, files, listed

        paths = self.paths or ([] if self.files_from else ["-"])
        return files(chain(paths, listed(self.files_from, self.null) if self.files_from else ()), Choice(self.globs, self.hidden, self.follow, passed))


def reading(input_format: Input | None, encoding: str | None, fields: tuple[str | None, ...], reference: datetime | None) -> dict[str, Any]:
    """What the user says of the input, where the reader's own judgement shall not count."""
    from .wire.reading.fields import Fields

    try:
        "".encode(encoding or "utf-8")
    except (LookupError, UnicodeError):
        raise typer.BadParameter(f"there is no encoding {encoding!r}", param_hint="--encoding") from None
    return {"format": input_format, "encoding": encoding, "fields": Fields(*fields), "reference": reference and reference.date()}


def form(to: Output, jsonl: bool, table: bool, screen: bool) -> str:
    """The output that the options ask for; of contradicting ones none."""
    asked = {name for name, wanted in (("jsonl", jsonl), ("table", table), (to, to != "auto")) if wanted}
    if len(asked) > 1:
        raise typer.BadParameter(f"{' and '.join(sorted(asked))} at once", param_hint="--format")
    return asked.pop() if asked else "table" if screen else "jsonl"


def look(form: str, screen: bool, color: Color, each: Item | None, fields: str | None, **more) -> Look:
    """How that output is to look."""
    names = tuple(name.strip() for name in (fields or "").split(",") if name.strip())
    look = Look(color=colored(color, screen), width=_width(form, screen), terminal=screen, each=each, fields=names, **more)
    if each or names:
        from .outputs import rows

        try:
            rows.names(look)
        except UnknownName as error:
            raise typer.BadParameter(str(error), param_hint="--fields") from None
    return look


def check(form: str, look: Look, null_alone: bool, target: str | None, append: bool, skip_done: bool, both: bool) -> None:
    """What cannot be had together."""
    rows, file = look.each or look.fields, target not in (None, "-")
    for wrong, hint, words in (
        (null_alone, "--null", "needs --files-from"),
        (form == "text" and rows, "--format", "text shows stories, not rows"),
        (look.text and (rows or form in ("csv", "tsv")), "--include-text", "rows have no text; --fields text may name it"),
        (append and not file, "--append", "needs --output FILE"),
        (append and form == "json", "--append", "a JSON array cannot be added to; --format jsonl can"),
        (skip_done and not append, "--skip-done", "needs --append"),
        (skip_done and (rows or form != "jsonl"), "--skip-done", "goes by whole reports as JSON Lines"),
        (both, "--quiet", "and --verbose at once"),
    ):
        if wrong:
            raise typer.BadParameter(words, param_hint=hint)


def colored(color: Color, screen: bool) -> bool:
    """Whether to use colours: the option, then NO_COLOR, then FORCE_COLOR (0 is no), then whether there is a terminal to see them."""
    if color != "auto":
        return color == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if forced := os.environ.get("FORCE_COLOR"):
        return forced != "0"
    return screen and os.environ.get("TERM") != "dumb"


def _width(form: str, screen: bool) -> int:
    """COLUMNS, else the terminal's width; without a terminal tables are as wide as it takes, and the lines of a text as can be read."""
    asked = os.environ.get("COLUMNS", "")
    if asked.isdecimal() and int(asked):
        return max(int(asked), NARROWEST)
    return max(os.get_terminal_size(sys.stdout.fileno()).columns, NARROWEST) if screen else PAGE if form == "text" else UNLIMITED


def processes(jobs: int | None, unbuffered: bool) -> int | None:
    """How many processes; None is as many as are worth it. Whoever wants each report at once does not want files to be collected."""
    if jobs == 0:
        from .pool import processors

        return processors()
    return 1 if jobs is None and unbuffered else jobs


def notices(read: Reading, quiet: bool, verbose: bool, debug: bool, screen: bool):
    """What is said meanwhile; progress only to a terminal on which nothing else appears, and where the files can be counted."""
    from .notices import Notices

    shown = not (quiet or screen or read.waits) and sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
    return Notices(quiet, verbose, debug, (lambda: sum(1 for _ in read.files())) if shown else None)
