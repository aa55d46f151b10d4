"""The date: when the story was written, by its dateline, its header, its lead, or the user."""
from datetime import date as Day
from datetime import timedelta
from functools import lru_cache
from typing import Callable, Iterator

from ...almanac import dates
from ...almanac.dates import Evidence
from ...page import Page, stamps
from ...page.words import SAYING, lemma
from ...report import Date, Header, Span, StoryWarning
from ...rule import Rulebook
from .day import beginnings, date_at, date_end, date_pattern, ends_in_a_date, pattern
from .opening import foot, lines
from .shape import Shape

DATE = Rulebook("dateline.date")
WEEK = timedelta(days=7)
APART = timedelta(days=2)  # the Far East files tomorrow's date, and a story may lie over night
FAR = 20_000  # characters of the story in which years are looked for
LABEL = r"(?i: (?: as \s of | (?: last \s )? updated | posted | published | released | issued | date:? | on ) (?: \s (?: on | at ) )? :? \s )"
PAPER = r"(?: \p{{Lu}}[\w.]* (?: [ ] [\p{{Lu}}\d][\w.]* ){{0,3}} ,? [ ] (?: [|–-] [ ] )? )"  # TamilNet, Wednesday, 13 May 2009
LINE_OF_A_DATE = rf"(?: [^\n]{{{{0,40}}}} \( | {PAPER} )?? {LABEL}? (?P<date> {{}} ) \)? \.?"
NOTE = r"(?: [^\n.]{3,60} : \s )? (?i: (?: early | late )? \s? (?: on | around | about ) \s (?: or \s about \s )? (?: the \s (?: night | morning | evening | afternoon | early \s hours ) \s of \s )? )"
LONG = 400  # characters of the lead in which its day is looked for


def find(page: Page, shape: Shape | None, head: Header, reference: Day | None, warn: Callable[[StoryWarning], None]) -> Date | None:
    """The first of these that is there: the dateline's day, the header's, the lead's, the reference."""
    sent = _sent(head, reference)
    evidence = Evidence(_day(sent) or reference, _latest_year(page.text[:FAR]))
    ruling = DATE.settle(page, shape, sent, evidence)
    if shape and shape.date and (written := dates.written_as(page.text[slice(*shape.date)])) and (ruling is None or ruling.value[0] != "dateline"):
        reason = "there is no such day" if written.year else "nothing tells the year"
        warn(StoryWarning("date_unread", reason, page.story.span(*shape.date)))
    if ruling is None:
        return Date(reference.isoformat(), None, None, None, "reference") if reference else None
    (basis, known), words = ruling.value, ruling.why.words
    _compare(known, words, _day(sent), warn)
    place = (words.text, words.start, words.end) if words else (None, None, None)
    return Date(known.value, *place, basis, known.inferred, (ruling.why,))


@DATE.rule
def in_the_dateline(page: Page, shape: Shape | None, sent: str | None, evidence: Evidence):
    """The dateline names the day.

    + Lima, «3 Sep 88» (EFE) -- The army said so.
    + MINSK, «March 12, 2004» (Xinhua) -- The army said so.
    - MINSK (Xinhua) -- The army said so on Friday, March 12.
    """
    if shape is None or shape.date is None:
        return None
    span = page.story.span(*shape.date)
    known = dates.resolve(span.text, evidence) or dates.resolve(_with_weekday(page, shape, span.text), evidence) or _named_in_full(page, shape, span.text)
    known = known or _about_a_stamp(page, span.text)
    return (("dateline", known), span) if known else None


@DATE.rule
def in_the_header(page: Page, shape: Shape | None, sent: str | None, evidence: Evidence):
    """The wire's header says when it was sent.

    - MINSK (Xinhua) -- The army said so on Friday, March 12.
    """
    return (("header", dates.Resolved(sent, False)), None) if _day(sent) else None


@DATE.rule
def on_a_line_of_its_own(page: Page, shape: Shape | None, sent: str | None, evidence: Evidence):
    """A line in the head of the story is a date and nothing else, or in brackets: as of that day.

    + «26 March 2021»  \t
    + By Mira Kolb | «October 19, 2017»  \t
    + Published «2017-10-19» 17:28:14 | Updated 4 years ago  \t
    - The siege of 26 March 2021 is over.
    - Rebels Killed 12 in Tema, March 26, 2021 and Fled   \t
    """
    found = ((span, dates.resolve(span.text, evidence)) for span in _stamps(page))
    return next(((("body", known), span) for span, known in found if known), None)


def _stamps(page: Page) -> Iterator[Span]:
    """The days in lines of the head that hold a day and little else."""
    for start in lines(page):
        line = page.text[start : start + stamps.LONGEST + 1].partition("\n")[0].rstrip()
        if len(line) < 100 and ends_in_a_date(line) and (match := date_pattern(line, 0, len(line), LINE_OF_A_DATE).fullmatch(line)):
            yield page.story.span(start + match.start("date"), start + match.end("date"))
        elif stamps.stamped(line):
            yield from _dates_from(page, start, start + len(line))[:1]


@DATE.rule
def before_the_lead(page: Page, shape: Shape | None, sent: str | None, evidence: Evidence):
    """A full date opens the first paragraph, before a dash or a bar or before the sentence begins.

    + «15 October 2014» – The siege is over, the ministry said.
    + «15 Oct 2014» | Tema | The siege is over, the ministry said.
    - 15 October 2014 was a dark day for the town.
    """
    opening = r"(?P<date> {} ) (?: \s? [-–—|]+ \s | [:.]? \s+ (?= \p{{Lu}} ) | : \s (?= \d ) )"
    starts = lines(page) if shape is None else ()
    found = [match for start in starts if (match := date_at(page.text, start, start + 100, opening))]
    first = bool(found) and not page.text[: found[0].start()].strip()
    known = _in_full(found[0]["date"]) if len(found) == 1 or first else None  # several below a headline are a chronology
    return (("body", known), page.story.span(*found[0].span("date"))) if known else None


@DATE.rule
def opening_a_note(page: Page, shape: Shape | None, sent: str | None, evidence: Evidence):
    """A coder's note, which has no dateline, opens with the day of which it tells, in full.

    + On «12 March 2021», gunmen attacked a post near the town.
    + On the night of «May 9, 2017», shots were fired at a bus.
    + Attack near Tema: On «9 May 2017», shots were fired at a bus.
    - The siege goes on.¶¶On 12 March 2021, gunmen attacked a post near the town.
    """
    start = len(page.text) - len(page.text.lstrip())
    before = pattern(NOTE).match(page.text, start) if shape is None else None
    found = _dates_from(page, before.end(), before.end() + 40)[:1] if before else []
    known = _in_full(found[0].text) if found and found[0].start == before.end() else None
    return (("body", known), found[0]) if known else None


@DATE.rule
def as_of_a_day(page: Page, shape: Shape | None, sent: str | None, evidence: Evidence):
    """The head of a bulletin says as of when it tells.

    + The operational information as of 06.00 on «14.09.2023»¶¶The army was busy.
    - The siege goes on.¶¶As of 14 September 2023, 12 were dead.
    """
    head = page.text[: page.paragraphs[0].end] if page.paragraphs else ""
    at = head.find("as of ")
    found = _dates_from(page, at + len("as of "), len(head)) if at >= 0 and len(head) < LONG else []
    known = _in_full(found[-1].text) if found else None
    return (("body", known), found[-1]) if known else None


@DATE.rule
def told_in_the_first_sentence(page: Page, shape: Shape | None, sent: str | None, evidence: Evidence):
    """A coder's note, which has neither headline nor dateline, names one day in full in its first sentence.

    + Gunmen attacked a post near the town on «12 March 2021», killing two.
    + Two men were killed in a strike in the early hours of «June 11th 2017», the mayor said.
    - Attack near Tema¶¶Gunmen attacked a post near the town on 12 March 2021, killing two.
    - Karl Mira (died 4 February 2015) was a poet.
    """
    if shape is not None or not page.sentences:
        return None
    first, last = page.sentences[0]
    start, end = page.tokens[first].start, page.tokens[last].end
    if page.text[:start].strip() or page.text[end - 1 : end] not in (".", '"', "”"):
        return None
    found = [(day, known) for day in _dates_from(page, start, end) if (known := _in_full(day.text))]
    if len(found) != 1 or page.lower(page.at(found[0][0].start) - 1) not in ("on", "of", "overnight"):
        return None
    day, known = found[0]
    return ("body", known), day


@DATE.rule
def in_the_foot(page: Page, shape: Shape | None, sent: str | None, evidence: Evidence):
    """One of the last lines is a date, with or without the name of a paper, a station or a town.

    + The rebels fired rockets at the port and at the road behind it, the ministry of the interior said in a statement that was read on the radio in the evening, and fled to the hills.¶The rebels fired rockets at the port and at the road behind it, the ministry of the interior said in a statement that was read on the radio in the evening, and fled to the hills.¶The rebels fired rockets at the port and at the road behind it, the ministry of the interior said in a statement that was read on the radio in the evening, and fled to the hills.¶Sea Watch, «14 May 2013»
    - Rebels fired rockets at the port on Tuesday, killing 12.¶¶The siege of 14 May 2013 is over.
    """
    for line in foot(page.text):
        found = _dates_from(page, *line)[:1] if stamps.stamped(page.text[slice(*line)]) else []
        if found and (known := _in_full(found[0].text, evidence)):
            return ("body", known), found[0]
    return None


@DATE.rule
def day_and_weekday_in_the_lead(page: Page, shape: Shape | None, sent: str | None, evidence: Evidence):
    """The lead names weekday, day and month, and the year is known or follows from them.

    + MINSK – The siege, begun in 2014, ended on «Sunday, October 15».
    - MINSK – The siege ended on Sunday, October 15.
    """
    return _latest([(words, known) for words, known in _in_lead(page, shape, evidence) if _in_figures(words) and _weekday(words)])


@DATE.rule
def day_in_the_lead(page: Page, shape: Shape | None, sent: str | None, evidence: Evidence):
    """The lead of a story with a dateline, or of which the day is known nearly, names day and month.

    + MINSK (Xinhua) – The siege ended on «15 October 2014».
    - The siege is over.¶¶It ended on 15 October 2014.
    """
    if shape is None and evidence.near is None:
        return None
    found = [(words, known) for words, known in _in_lead(page, shape, evidence) if _in_figures(words)]
    return _latest([(words, known) for words, known in found if len(known.value) > 7 and _recent(known, evidence)])


@DATE.rule
def weekday_in_the_lead(page: Page, shape: Shape | None, sent: str | None, evidence: Evidence):
    """The lead names a weekday, and the story is known to be of about that day.

    + MINSK – The siege ended on «Sunday». @2017-10-17
    - MINSK – The siege ended on Sunday.
    """
    return _latest([(words, known) for words, known in _in_lead(page, shape, evidence) if _weekday(words)])


@lru_cache(maxsize=1)  # three rules ask
def _in_lead(page: Page, shape: Shape | None, evidence: Evidence) -> list[tuple[Span, dates.Resolved]]:
    """The dates that the lead names, resolved: of its first paragraph of prose."""
    start = shape.end if shape else next((b.start for b in page.paragraphs if not b.table and b.end - b.start > 60), None)
    if start is None:
        return []
    block = page.paragraphs[min(page.paragraph(page.at(start)), len(page.paragraphs) - 1)]
    named = _dates_from(page, start, max(min(block.end, start + LONG), start))
    named = [words for words in named if page.text[words.start - 1 : words.start] in (" ", "\n", "(") and (words.text[0].isupper() or words.text[0].isdigit())]
    return [(words, known) for words in named if (known := dates.resolve(words.text, evidence))]


@lru_cache(maxsize=1)  # of the first words behind the dateline it is asked twice
def _dates_from(page: Page, start: int, end: int) -> list[Span]:
    """The dates that begin and end between two offsets."""
    found = []
    for at in beginnings(page, start, end):
        if at >= start and (stop := date_end(page.text, at, end)):
            found.append(page.story.span(at, stop))
            start = stop
    return found


def _latest(found: list[tuple[Span, dates.Resolved]]):
    """Of several days in a lead the latest: that of the report, not of the event."""
    if not found:
        return None
    words, known = max(found, key=lambda pair: pair[1].value)
    return ("body", known), words


def _in_full(words: str, *evidence: Evidence) -> dates.Resolved | None:
    """The day that words name, if its day, month and year are known."""
    known = dates.resolve(words, *evidence)
    return known if known and len(known.value) > 7 else None


def _recent(known: dates.Resolved, evidence: Evidence) -> bool:
    """Whether a day may be that of the story: within the week before the day that is known nearly."""
    day = _day(known.value)
    if day is None or evidence.near is None:
        return day is not None and day.year >= (evidence.year or 0)
    return timedelta(-1) <= evidence.near - day <= WEEK


def _with_weekday(page: Page, shape: Shape, words: str) -> str:
    """The dateline's day with the weekday that the lead names, of several that of who said so, which together may tell the year."""
    block = page.paragraphs[min(page.paragraph(page.at(shape.end)), len(page.paragraphs) - 1)]
    named = [named for named in _dates_from(page, shape.end, max(shape.end, min(block.end, shape.end + LONG))) if _weekday(named)]
    if len({name.text.casefold() for name in named}) > 1:
        named = [name for name in named if _behind_speech(page, page.at(name.start))]
    return f"{named[0].text} {words}" if len({name.text.casefold() for name in named}) == 1 and named[0].text.isalpha() else words


def _behind_speech(page: Page, i: int) -> bool:
    """Whether a verb of speech stands right before a weekday: the army said Sunday, said on Sunday."""
    return lemma(page.lower(i - 1 - (page.lower(i - 1) in ("on", "late", "early")))) in SAYING


def _named_in_full(page: Page, shape: Shape, words: str) -> dates.Resolved | None:
    """The dateline's day as the story names it with its year: `Oct 15` in the dateline, `Sunday, Oct. 15, 2017` in the lead."""
    day = dates.written_as(words)
    for named in _dates_from(page, shape.end, shape.end + LONG) if day else ():
        full = dates.written_as(named.text)
        if full and full.year and (full.month, full.day) == (day.month, day.day) and (known := dates.resolve(named.text)):
            return known._replace(inferred=True)
    return None


def _about_a_stamp(page: Page, words: str) -> dates.Resolved | None:
    """The dateline's day in the year in which the paper came out: `June 25` under `MONDAY, JUNE 26, 1950`."""
    full = (dates.resolve(span.text) for span in _stamps(page))
    near = next((day for known in full if known and (day := _day(known.value))), None)
    known = dates.resolve(words, Evidence(near)) if near else None
    return known if known and (day := _day(known.value)) and timedelta(-1) <= near - day <= WEEK else None


def _weekday(words: Span) -> bool:
    written = dates.written_as(words.text)
    return written is not None and written.weekday is not None


def _in_figures(words: Span) -> bool:
    return any(map(str.isdecimal, words.text))


def _day(value: str | None) -> Day | None:
    try:
        return Day.fromisoformat((value or "")[:10])
    except ValueError:
        return None


def _sent(head: Header, reference: Day | None) -> str | None:
    """When the header says that the story was sent; a header of month and day alone (`--03-05`) needs a year from the user."""
    bare = head.sent and pattern(r"-{0,2}(\d\d)-(\d\d)").fullmatch(head.sent)
    if not bare:
        return head.sent
    year = dates.year_before(dates.Written(month=int(bare[1]), day=int(bare[2])), reference) if reference else None
    return f"{year}-{bare[1]}-{bare[2]}" if year else None


def _latest_year(text: str) -> int | None:
    """The latest year that the story mentions; a number counts as one after `in`, `since` and the like, or beside a month."""
    before = r"(?i)\b(?:in|of|by|an?|its|[a-z]{3,9}\.?(?:[ ]\d{1,2},)?)[ \n-]\Z"    # since, until, early, May, Oct. 15,
    years = [text[at : at + 4] for at in _centuries(text) if pattern(r"\b\d{4}\b").match(text, at) and pattern(before).search(text, max(0, at - 16), at)]
    return max((int(year) for year in years if int(year) <= dates.LATEST), default=None)


def _centuries(text: str) -> Iterator[int]:
    """Where a year of the last two centuries may begin; four times as fast as a pattern."""
    for century in ("19", "20"):
        at = text.find(century)
        while at >= 0:
            yield at
            at = text.find(century, at + 1)


def _compare(known: dates.Resolved, words: Span | None, sent: Day | None, warn: Callable[[StoryWarning], None]) -> None:
    """Say so where weekday and day, or dateline and header, do not agree."""
    day = _day(known.value)
    if known.odd:
        warn(StoryWarning("date_conflict", "the weekday is not that of this day", words))
    elif sent and day and abs(sent - day) > APART:
        warn(StoryWarning("date_conflict", f"the header says {sent}", words))
