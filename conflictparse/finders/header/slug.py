"""The slug: the name under which a wire keeps a story, where its line still stands over the text."""
from typing import NamedTuple

from ...page import Page
from ...report import Version
from ...rule import Rulebook
from .edges import head, pattern
from .version import COUNT, kind_of, of_count

SLUG = Rulebook("header.slug")
CYCLES = ("bc", "am", "pm", "ap", "us", "lt", "eu", "ml", "as", "af")
NUMBER = r"(?: [A-Za-z]? \d{3,5} \s )?"
LINE = rf"""
    {NUMBER} (?P<slug> (?: {'|'.join(map(str.upper, CYCLES))} ) -{{1,2}} \p{{Lu}}[\w'’.&/*-]* (?: [ ] \p{{Lu}}\p{{L}}[\w'’.&-]* ){{0,3}}? )
    (?: , [ ]? Bjt )? (?: ,? [ ]+ (?P<mark> {COUNT} ) )? (?: [ ]+ SCHED )? (?: [ ]+ \d\d-\d\d )? (?: ,? [ ]* (?P<words> \d{{2,4}} ) )? < ? $
"""
LEVEL = r"[a-z] [ ]? [a-z] [ ] (?: \p{L}{2,4} (?: [ ] [a-z] ){0,2} | .{0,40} \d\d-\d\d ) (?: [ ]+ \d{2,4} )? $"    # u i NYT r r   u i upi 10-23 0412


class Slug(NamedTuple):
    """What the line says: the slug, the version behind it, how many words were announced."""

    slug: str
    version: Version | None
    words: int | None


@SLUG.rule
def line_of_a_cycle(page: Page):
    """A line of the head begins with the cycle for which the story was sent: BC-, AM-, PM-.

    + «BC-ZEMBIA-PORT 2ndld-writethru 10-23 0412»¶¶Rebels fire on port
    + «a0471 PM-Zembia, Bjt,0612»¶Rebels fire on port
    - AM-radio stations fell silent   \t
    """
    for line in head(page)[:4]:
        if match := of_line(line.text):
            span = page.story.span(line.start, line.end)
            name, _, last = match["slug"].rpartition(" ")
            word = Version(kind, None, last) if name and (kind := kind_of(last)) else None
            return Slug(name if word else match["slug"], of_count(match) if match["mark"] else word, int(match["words"] or 0) or None), span
    return None


def of_line(text: str):
    """The parts of a line with a slug, if it is one."""
    at = text.find("-", 0, 12)
    return at > 1 and text[at - 2 : at].casefold() in CYCLES and len(text) < 90 and pattern(LINE).match(text) or None


def of_levels(text: str) -> bool:
    """Whether a line holds but priority, category and the like: `u i NYT r r`."""
    return len(text) < 60 and text[:1].islower() and text[1:3].strip()[:1].islower() and bool(pattern(LEVEL).match(text))
