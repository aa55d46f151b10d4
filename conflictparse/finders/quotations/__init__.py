"""What was said: content, cue and source of each attribution."""
from typing import Callable

from ...page import Page
from ...page.names import GROUPS, TITLES
from ...report import Quotation, StoryWarning, Why
from . import headlines, source, type, uncued  # noqa: F401  the rules for headlines come after the others without a cue
from .clause import CONTENT  # the rules for marks come before those for clauses
from .cue import SHOWING, Cue, cues

SELVES = frozenset(("he", "she", "it", "they"))
NEAR = 12  # cues before and after one that may bear on what it announces


def find(page: Page, warn: Callable[[StoryWarning], None]) -> tuple[Quotation, ...]:
    """Every attribution of the story, in order; `speaker` is still open."""
    found = list(cues(page))
    source.find(page, found)
    entries: list[tuple[list[tuple[int, int]], Cue | None, tuple[int, int] | None, list[Why]]] = []
    for number, cue in enumerate(found):
        ruling = CONTENT.settle(page, cue, found[max(0, number - NEAR) : number + NEAR])
        if ruling is not None and (cue.source is not None or not page.quoted(cue.first)):  # inside a quotation, another must be named
            entries.append((ruling.value, cue, cue.source, [ruling.why, *cue.why]))
    entries = _without_inner(page, entries)
    taken = [(parts[0][0], parts[-1][1], max(parts[-1][1], cue.end)) for parts, cue, _, _ in entries]
    entries += [(ruling.value.parts, None, ruling.value.source, [ruling.why]) for ruling in uncued.find(page, taken)]
    entries.sort(key=lambda entry: (entry[0][0][0], entry[0][-1][1]))
    _open_marks(page, warn)
    return tuple(_quotation(page, f"q{number}", *entry) for number, entry in enumerate(entries, 1))


def _quotation(page: Page, id: str, parts, cue: Cue | None, source: tuple[int, int] | None, why: list[Why]) -> Quotation:
    """An entry of the report; content, cue and source are the words on which their rulings rest."""
    content = why[0].words
    spans = (content,) if len(parts) == 1 else tuple([page.words(first, last) for first, last in parts])
    if cue is None:
        return Quotation(id, type.of(page, parts), content, spans, None, page.words(*source) if source else None, why=tuple(why))
    form = "np" if cue.section == "count" else "clause"
    return Quotation(id, type.of(page, parts), content, spans, why[1].words, why[2].words if source else None, form=form, why=tuple(why))


def _without_inner(page: Page, entries: list) -> list:
    """The entries but for those of a sentence that stand within another and name nobody new."""
    sentences: dict[int, list] = {}
    for entry in entries:
        sentences.setdefault(page.sentence(entry[1].first).first, []).append(entry)
    return [entry for together in sentences.values() for entry in together if not _within_another(page, entry, together)]


def _within_another(page: Page, entry, together) -> bool:
    """Whether a pronoun speaks, or a thing shows something, within what another cue attributes outside marks: Kolb said he had told them that, Kolb said figures show."""
    _, cue, source, _ = entry
    if source is None or page.quoted(cue.first):
        return False
    himself = source[0] == source[1] and page.lower(source[0]) in SELVES
    thing = cue.lemma in SHOWING and page.tag(source[1]) == "noun" and not GROUPS.of(page.lower(source[1])) and not TITLES.of(page.lower(source[1]))
    if not himself and not thing:
        return False
    around = (parts for parts, other, named, _ in together if other is not cue and named is not None and named[1] < source[0])
    return any(first <= source[0] and cue.last <= last for parts in around for first, last in parts)


def _open_marks(page: Page, warn: Callable[[StoryWarning], None]) -> None:
    """Say where a quotation mark has no partner, unless the quotation goes on in the next paragraph."""
    for quote in page.quotemarks:
        number = page.paragraph(quote.first)
        goes_on = number + 1 < len(page.paragraphs) and page.paragraphs[number + 1].first in page.opening
        if not (quote.opened and quote.closed) and not goes_on:
            at = page.tokens[quote.first if quote.opened else quote.last]
            warn(StoryWarning("quotemark_open", "a quotation mark without its partner", page.story.span(at.start, at.end)))
