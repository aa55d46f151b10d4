"""Tables for people: what a story says, as wide as the terminal. Nothing that a story or a path holds can steer it."""

from rich import box
from rich.table import Table
from rich.text import Text

from ..report import Figure, Quotation, Report, Speaker
from . import rows, screen, wording
from .look import Look
from .screen import words
from .visible import visible

WIDE = 110  # from here on cues have a column of their own, and a figure is shown among the words around it:
BEFORE, AFTER = 24, 32  # so many characters of them
BETWEEN, FOOT = "\n", ""
SAME, HERE = {"path", "story", "date", "start", "end"}, {"place", "country_code"}  # columns that are left out of a story's rows
COLORS = {"killed": "red", "casualty": "red", "wounded": "yellow", "missing": "yellow", "captured": "magenta", "trapped": "magenta",
          "displaced": "blue", "freed": "green", "surrendered": "green", "destroyed": "red", "damaged": "yellow", "seized": "magenta"}


def head(look: Look) -> str:
    return ""


def show(report: Report, look: Look) -> str:
    """A report as tables; or a table of its rows, where there are any."""
    return screen.drawn(_rows(report, look) if look.each or look.fields else _parts(report, look.width, look.text, look.explain), look)


def _rows(report: Report, look: Look):
    """The rows, under the story's title; columns that are the same in all rows stand there, unless they are asked for."""
    found = list(rows.rows(report, look))
    if not found:
        return
    same = SAME | (HERE if look.each != "places" else set())
    names = look.fields or [name for name in found[0] if name not in same and any(row[name] is not None for row in found)]
    table = _bare_table()
    for name in names:
        table.add_column(name, overflow="fold", justify="right" if any(isinstance(row[name], (int, float)) for row in found) else "left")
    for row in found:
        table.add_row(*(words("" if row[name] is None else str(row[name])) for name in names))
    yield screen.title(report, look.width)
    if not look.fields:
        yield _joined(" · ", *(words(found[0][name] or "", "dim") for name in ("date", "place", "country_code") if name in same))
    yield table


def _parts(report: Report, width: int, text: bool, explain: bool):
    """A report from its head to its warnings."""
    names = {speaker.id: speaker for speaker in report.speakers}
    yield screen.title(report, width)
    yield _head(report, explain)
    for table in (_speakers(report, explain), _quotations(report, names, width, explain), _figures(report, names, width, explain)):
        if table.row_count:
            yield ""
            yield table
    if report.warnings:
        yield ""
    yield from screen.warnings(report)
    if text:
        yield Text("\n" + "\n".join(map(visible, report.text.split("\n"))))


def _head(report: Report, explain: bool) -> Table:
    """Headline, dateline, place and date, and what the wire says of itself."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    head, line, date = report.header, report.dateline, report.date
    entries = [("Headline", head.headline and words(head.headline.text, "bold")), ("Byline", head.byline and words(head.byline.text))]
    entries += [("Wire", words(wording.wire(head)))]
    entries += [("Dateline", line and words(line.text))]
    entries += [("Place" if not n else "", words(wording.place(place))) for n, place in enumerate(line.places if line else ())]
    entries += [("Date", date and Text.assemble(words(date.value, "bold"), "  ", words(wording.basis(date), "dim")))]
    entries += [("Credit", head.credit and words(head.credit.text))]
    if explain:
        entries += [("Rules", words(", ".join(why.rule for found in (head, line, date) if found for why in found.why), "dim"))]
    for label, value in entries:
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
        _row(table, explain, speaker, speaker.id, words(speaker.name, "bold"), speaker.kind, words(wording.who(speaker)), *counts)
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
        cue, kind = words(quotation.cue.text if quotation.cue else "", "cyan"), Text(quotation.type, "dim")
        said = words(" … ".join(part.text for part in quotation.parts), "italic" if quotation.type == "indirect" else "")
        cells = (who, cue, kind) if wide else (Text("\n").join((who, _joined(" · ", cue, kind))),)
        _row(table, explain, quotation, quotation.id, *cells, said)
        before = quotation.speaker
    return table


def _said_by(quotation: Quotation, names: dict[str, Speaker], style: str) -> Text:
    """The speaker's name, or the words of the source that nobody was found for."""
    if quotation.speaker in names:
        return words(names[quotation.speaker].name, style)
    return words(f"? {quotation.source.text}" if quotation.source else "?", "dim")


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
        value = words(wording.amount(figure), "dim" if figure.part_of or figure.same_as else "bold")
        what, effect = _what(figure), _effect(figure)
        cells = (what, effect) if wide else (_joined(" ", what, effect),)
        who = words(names[figure.speaker].name if figure.speaker in names else "")
        _row(table, explain, figure, figure.id + wording.link(figure), value, *cells, who, _words(report, figure, wide))
    return table


def _what(figure: Figure) -> Text:
    """What is counted, and of which kind, unless these are people."""
    counted = words(figure.counted.text if figure.counted else "")
    return counted if counted and figure.kind == "people" else _joined(" ", counted, Text(f"({figure.kind})", "dim"))


def _effect(figure: Figure) -> Text:
    """What befell those counted, and whether that is planned, possible or denied."""
    modality = Text("" if figure.modality == "asserted" else f"({figure.modality})", "italic")
    return _joined(" ", Text(figure.effect or "", COLORS.get(figure.effect, "")), modality)


def _words(report: Report, figure: Figure, wide: bool) -> Text:
    """The figure as written; where there is room, among the words around it."""
    if not wide:
        return words(figure.text)
    before = report.text[max(0, figure.start - BEFORE) : figure.start].replace("\t", "\n").rpartition("\n")[2]
    after = report.text[figure.end : figure.end + AFTER].replace("\t", "\n").partition("\n")[0]
    before = before.partition(" ")[2] if len(before) == BEFORE else before
    after = after.rpartition(" ")[0] if len(after) == AFTER else after
    return Text.assemble(words(before, "dim", strip=False), words(figure.text, "bold"), words(after, "dim", strip=False))


def _table() -> Table:
    """An empty table whose first column holds ids."""
    table = _bare_table()
    table.add_column("", no_wrap=True, style="dim")
    return table


def _bare_table() -> Table:
    return Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold", border_style="dim", show_edge=False)


def _row(table: Table, explain: bool, item, *cells) -> None:
    """A row, with the rule that found the item where that is asked for."""
    if explain and len(table.columns) == len(cells):
        table.add_column("Rule", style="dim", overflow="fold", max_width=24)
    table.add_row(*cells, *((item.why[0].rule if item.why else "",) if explain else ()))


def _joined(between: str, *parts: Text) -> Text:
    """The parts that are not empty."""
    return Text(between).join(part for part in parts if part)
