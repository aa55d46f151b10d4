"""What everything drawn for people shares: the page it is drawn on, a story's title, its warnings, words that cannot steer a terminal."""
from io import StringIO
from typing import Iterable, Iterator

from rich.console import Console, RenderableType
from rich.text import Text

from ..patterns import pattern
from ..report import Report
from .look import Look
from .visible import visible

RULE = 200  # columns of a title's line at most


def drawn(parts: Iterable[RenderableType], look: Look) -> str:
    """The parts as text, as wide as asked for, with colours or without; nothing in them is taken for markup."""
    page = StringIO()
    console = Console(file=page, width=look.width, height=25, force_terminal=look.color, no_color=not look.color,
                      color_system="standard" if look.color else None, markup=False, highlight=False, emoji=False, legacy_windows=False)
    for part in parts:
        console.print(part)
    return "\n".join(line.rstrip(" ") for line in page.getvalue().split("\n"))


def title(report: Report, width: int) -> Text:
    """Where the story was read, in a line that marks its beginning."""
    source = report.source
    line = Text.assemble(("── ", "dim"), (visible(source.path) + (f" #{source.story}" if source.story else ""), "cyan"), " ")
    if source.format != "plain":
        line.append(f"{source.format} ", "dim")
    return line.append("─" * max(2, min(width, RULE) - line.cell_len), "dim")


def warnings(report: Report) -> Iterator[Text]:
    """What could not be read or is thin, a line each."""
    for warning in report.warnings:
        where = f" {warning.span.text}" if warning.span else ""
        yield Text.assemble(("! ", "yellow"), (warning.code, "yellow"), ": ", words(warning.message), words(where, "dim", strip=False))


def words(text: str | None, style: str = "", strip: bool = True) -> Text:
    """Words of the story, safe to show; a line break of the wire's is a blank."""
    text = pattern(r"[ \t\n]+").sub(" ", text or "")
    return Text(visible(text.strip() if strip else text), style)
