"""The head and foot of a story."""
from dataclasses import replace

from ...page import Page
from ...report import Dateline, Header, Span, Version
from ...rule import Ruling
from . import furniture, version
from .byline import BYLINE
from .credit import CREDIT
from .headline import HEADLINE
from .sent import SENT
from .slug import SLUG, Slug
from .version import VERSION


def find(page: Page) -> Header:
    """What the story itself says in its head and foot, added to what the wire said."""
    head = page.story.header
    headline, byline, credit, sent = (book.settle(page) for book in (HEADLINE, BYLINE, CREDIT, SENT))
    mark, line = VERSION.settle(page, _words(headline)), None if head.slug else SLUG.settle(page)
    found = [ruling.why for ruling in (headline, byline, credit, sent, mark, line) if ruling]
    named = line.value if line else Slug(head.slug, None, None)
    return replace(
        head, slug=named.slug, words=head.words or named.words, headline=head.headline or _words(headline), byline=head.byline or _words(byline), credit=head.credit or _words(credit),
        sent=head.sent or (sent.value if sent else None), version=_version(head.version or named.version, mark),
        story_key=head.story_key or version.key(named.slug), why=(*head.why, *found),
    )


def aside(page: Page, head: Header, dateline: Dateline | None) -> list[Span]:
    """What in the head and foot is no prose: byline, credit, marks of version, notes, sign-offs."""
    marks = [reason.words for reason in head.why if reason.field in (VERSION.field, SLUG.field) and reason.words]
    return [*filter(None, (head.byline, head.credit)), *marks, *furniture.find(page, dateline)]


def _version(said: Version | None, mark: Ruling | None) -> Version | None:
    """What the wire says; where that is only a count, what the words say of its kind."""
    return said if said and said.kind or mark is None else mark.value


def _words(ruling: Ruling | None) -> Span | None:
    """The words on which a ruling rests are the field itself."""
    return ruling.why.words if ruling else None
