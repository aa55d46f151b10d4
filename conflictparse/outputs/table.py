"""Tables for people: what a story says, as wide as the terminal. Nothing that a story or a path holds can steer it."""
import os
import re
from io import StringIO
from typing import Iterable, TextIO

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from ..report import Figure, Quotation, Report, Speaker
from . import wording
from .visible import visible

UNLIMITED, NARROWEST, RULE = 5000, 40, 200
WIDE = 110  # from here on cues have a column of their own, and a figure is shown among the words around it:
BEFORE, AFTER = 24, 32  # so many characters of them
COLORS = {"killed": "red", "casualty": "red", "wounded": "yellow", "missing": "yellow", "captured": "magenta", "trapped": "magenta",
          "displaced": "blue", "freed": "green", "surrendered": "green", "destroyed": "red", "damaged": "yellow", "seized": "magenta"}


def write(reports: Iterable[Report], out: TextIO, *, text: bool = False, explain: bool = False, color: bool = False, flush: bool = False) -> None:
    """Write each report as it comes; `text` adds the story, `explain` the rule behind each item."""
    for number, report in enumerate(reports):
        width = _width(out)
        page = StringIO()
        console = Console(file=page, width=width, height=25, force_terminal=color, no_color=not color, color_system="standard" if color else None,
                          markup=False, highlight=False, emoji=False, legacy_windows=False)
        for part in _parts(report, width, text, explain):
            console.print(part)
        out.write("\n" * bool(number) + re.sub(r" +$", "", page.getvalue(), flags=re.M))
        if flush:
            out.flush()


def _width(out: TextIO) -> int:
    """COLUMNS, else the terminal's width; without a terminal as wide as it takes."""
    asked = os.environ.get("COLUMNS", "")
    if asked.isdecimal() and int(asked):
        return max(int(asked), NARROWEST)
    return max(os.get_terminal_size(out.fileno()).columns, NARROWEST) if out.isatty() else UNLIMITED


def _parts(report: Report, width: int, text: bool, explain: bool):
    """A report from its head to its warnings."""
    names = {speaker.id: speaker for speaker in report.speakers}
    yield _title(report, width)
    yield _head(report, explain)
    for table in (_speakers(report, explain), _quotations(report, names, width, explain), _figures(report, names, width, explain)):
        if table.row_count:
            yield ""
            yield table
    if report.warnings:
        yield ""
    for warning in report.warnings:
        words = f" {warning.span.text}" if warning.span else ""
        yield Text.assemble(("! ", "yellow"), (warning.code, "yellow"), ": ", _text(warning.message), _text(words, "dim", strip=False))
    if text:
        yield Text("\n" + "\n".join(map(visible, report.text.split("\n"))))


def _title(report: Report, width: int) -> Text:
    """Where the story was read, in a line that marks its beginning."""
    source = report.source
    title = Text.assemble(("── ", "dim"), (visible(source.path) + (f" #{source.story}" if source.story else ""), "cyan"), " ")
    if source.format != "plain":
        title.append(f"{source.format} ", "dim")
    return title.append("─" * max(2, min(width, RULE) - title.cell_len), "dim")


def _head(report: Report, explain: bool) -> Table:
    """Headline, dateline, place and date, and what the wire says of itself."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    head, line, date = report.header, report.dateline, report.date
    rows = [("Headline", head.headline and _text(head.headline.text, "bold")), ("Byline", head.byline and _text(head.byline.text))]
    rows += [("Wire", _text(wording.wire(head)))]
    rows += [("Dateline", line and _text(line.text))]
    rows += [("Place" if not n else "", _text(wording.place(place))) for n, place in enumerate(line.places if line else ())]
    rows += [("Date", date and Text.assemble(_text(date.value, "bold"), "  ", _text(wording.basis(date), "dim")))]
    rows += [("Credit", head.credit and _text(head.credit.text))]
    if explain:
        rows += [("Rules", _text(", ".join(why.rule for found in (head, line, date) if found for why in found.why), "dim"))]
    for label, value in rows:
        if value:
            grid.add_row(label, value)
    return grid


def _speakers(report: Report, explain: bool) -> Table:
    """Who speaks: name, kind, who that is, and how many quotations and figures are theirs."""
    table = _table()
    table.add_column("Speaker", min_width=12, overflow="fold")
    table.add_column("Kind", no_wrap=True, style="dim")
    table.add_column("Who", min_width=10, overflow="fold")
    table.add_column("Quotes", justify="right", no_wrap=True)
    table.add_column("Figures", justify="right", no_wrap=True)
    for speaker in report.speakers:
        claimed = sum(figure.speaker == speaker.id for figure in report.figures)
        counts = (str(number or "") for number in (len(speaker.quotations), claimed))
        _row(table, explain, speaker, speaker.id, _text(speaker.name, "bold"), speaker.kind, _text(wording.who(speaker)), *counts)
    return table


def _quotations(report: Report, names: dict[str, Speaker], width: int, explain: bool) -> Table:
    """What was said: by whom, with which word, in which words. Where there is little room, cue and type stand below the speaker."""
    table, wide = _table(), width >= WIDE
    table.add_column("Speaker", min_width=14, max_width=min(30, width // 4 + 6), overflow="fold")
    if wide:
        table.add_column("Cue", max_width=14, overflow="fold")
        table.add_column("Type", no_wrap=True, style="dim")
    table.add_column("Words", min_width=20, overflow="fold")
    before = None
    for quotation in report.quotations:
        who = _said_by(quotation, names, "dim" if quotation.speaker == before and before else "bold")
        cue, kind = _text(quotation.cue.text if quotation.cue else "", "cyan"), Text(quotation.type, "dim")
        said = _text(" … ".join(part.text for part in quotation.parts), "italic" if quotation.type == "indirect" else "")
        cells = (who, cue, kind) if wide else (Text("\n").join((who, _joined(" · ", cue, kind))),)
        _row(table, explain, quotation, quotation.id, *cells, said)
        before = quotation.speaker
    return table


def _said_by(quotation: Quotation, names: dict[str, Speaker], style: str) -> Text:
    """The speaker's name, or the words of the source that nobody was found for."""
    if quotation.speaker in names:
        return _text(names[quotation.speaker].name, style)
    return _text(f"? {quotation.source.text}" if quotation.source else "?", "dim")


def _figures(report: Report, names: dict[str, Speaker], width: int, explain: bool) -> Table:
    """The quantities: how many, of what, what befell them, who says so, in which words."""
    table, wide = _table(), width >= WIDE
    table.add_column("Value", justify="right", no_wrap=True)
    table.add_column("What", min_width=12, max_width=max(18, width // 6), overflow="fold")
    if wide:
        table.add_column("Effect", min_width=6, overflow="fold")
    table.add_column("Who says so", min_width=8, max_width=max(14, width // 5), overflow="fold")
    table.add_column("Words", min_width=12, overflow="fold")
    for figure in report.figures:
        value = _text(wording.amount(figure), "dim" if figure.part_of or figure.same_as else "bold")
        what, effect = _what(figure), _effect(figure)
        cells = (what, effect) if wide else (_joined(" ", what, effect),)
        who = _text(names[figure.speaker].name if figure.speaker in names else "")
        _row(table, explain, figure, figure.id + wording.link(figure), value, *cells, who, _words(report, figure, wide))
    return table


def _what(figure: Figure) -> Text:
    """What is counted, and of which kind, unless these are people."""
    counted = _text(figure.counted.text if figure.counted else "")
    return counted if counted and figure.kind == "people" else _joined(" ", counted, Text(f"({figure.kind})", "dim"))


def _effect(figure: Figure) -> Text:
    """What befell those counted, and whether that is planned, possible or denied."""
    modality = Text("" if figure.modality == "asserted" else f"({figure.modality})", "italic")
    return _joined(" ", Text(figure.effect or "", COLORS.get(figure.effect, "")), modality)


def _words(report: Report, figure: Figure, wide: bool) -> Text:
    """The figure as written; where there is room, among the words around it."""
    if not wide:
        return _text(figure.text)
    before = re.split(r"[\n\t]", report.text[max(0, figure.start - BEFORE) : figure.start])[-1]
    after = re.split(r"[\n\t]", report.text[figure.end : figure.end + AFTER])[0]
    before = before.partition(" ")[2] if len(before) == BEFORE else before
    after = after.rpartition(" ")[0] if len(after) == AFTER else after
    return Text.assemble(_text(before, "dim", strip=False), _text(figure.text, "bold"), _text(after, "dim", strip=False))


def _table() -> Table:
    """An empty table whose first column holds ids."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold", border_style="dim", show_edge=False)
    table.add_column("", no_wrap=True, style="dim")
    return table


def _row(table: Table, explain: bool, item, *cells) -> None:
    """A row, with the rule that found the item where that is asked for."""
    if explain and len(table.columns) == len(cells):
        table.add_column("Rule", style="dim", overflow="fold", max_width=24)
    table.add_row(*cells, *((item.why[0].rule if item.why else "",) if explain else ()))


def _joined(between: str, *parts: Text) -> Text:
    """The parts that are not empty."""
    return Text(between).join(part for part in parts if part)


def _text(words: str, style: str = "", strip: bool = True) -> Text:
    """Words of the story, safe to show; a line break of the wire's is a blank."""
    words = re.sub(r"[ \t\n]+", " ", words or "")
    return Text(visible(words.strip() if strip else words), style)
