"""How many, how much: one entry for each number expression."""
from typing import Callable

from ...page import Page
from ...report import Figure, Quotation, StoryWarning
from . import again, bare, counted, modality, number, outcome, part_of, qualifier, refusal, speaker, sums
from .sheet import Count, Sheet

COLUMNS = 4  # numbers that make columns a table


def find(page: Page, said: tuple[Quotation, ...], warn: Callable[[StoryWarning], None]) -> tuple[Figure, ...]:
    """Every figure of the story, in order."""
    tabular = _tables(page, warn)
    sheet = Sheet(page, number.counts(page, lambda n: refusal.refuses(page, n, tabular)))
    for count in sheet.counts:
        counted.find(page, count)
        count.opens = qualifier.opening(page, count)
    for count in sheet.counts:
        bare.find(sheet, count)
    for count in sheet.counts:
        part_of.find(sheet, count)
    for count in sheet.counts:
        outcome.find(sheet, count)
    sheet = sheet.without(number.no_victim)
    sheet = sheet.without(lambda count: number.told_before(sheet, count))
    sums.add_up(sheet)
    for count in sheet.counts:
        again.find(sheet, count)
        qualifier.find(page, count)
        modality.find(sheet, count)
        speaker.find(sheet, count, said)
    for count in sheet.counts:
        if count.whole is not None:
            count.whole = part_of.mention_before(sheet, count)
    return tuple(_figure(page, count, sheet) for count in sheet.counts)


def _tables(page: Page, warn: Callable[[StoryWarning], None]) -> bool:
    """Whether the story has tables; say where columns of numbers are left alone."""
    blocks = [block for block in page.paragraphs if block.table]
    tables = [block for block in blocks if block.first not in page.silent and sum(page.kind(i) == "digits" for i in range(block.first, block.last + 1)) >= COLUMNS]
    if tables:
        warn(StoryWarning("tabular", "the numbers of a table are left alone", page.words(tables[0].first, tables[0].last)))
    return bool(blocks)


def _figure(page: Page, count: Count, sheet: Sheet) -> Figure:
    """The entry for a count on which everything is settled."""
    written = page.words(count.first, count.last)
    start = page.tokens[count.opens].start
    end = max(written.end, count.noun.span.end if count.noun else 0)
    span = page.story.span(start, end)
    return Figure(
        sheet.id(count), span.text, start, end, written, _whole(count.value), _whole(count.low), _whole(count.high), count.qualifier,
        count.kind, count.effect, count.modality, count.noun.span if count.noun else None, count.whole and sheet.id(count.whole), count.again and sheet.id(count.again),
        count.speaker, tuple(count.why),
    )


def _whole(value):
    """A number without a needless fraction."""
    return int(value) if isinstance(value, float) and value == int(value) else value
