"""A story's text, put together a block at a time; what the format marks is kept as offsets."""

from ...patterns import pattern
from ...report import Header, Source, StoryWarning
from ...story import Story
from .text import clean, notes

# What may stand before and after the city in a dateline of the paragraph's own.
BEFORE, AFTER = r"(?i)(?:\(?[A-Z]{2,6}\)? -+ |\W)*+", r"\b[^.\n]{0,60}?(?:\(|\s[-–—_]|--|\.-)"


class Blocks:
    """Headline, byline, paragraphs, a blank line between them, as they are added."""

    def __init__(self):
        self.text, self.known, self.aside, self.tables = "", {}, [], False

    def add(self, words: str | None, name: str | None = None, aside: bool = False) -> None:
        """A block more; with a `name` under which the format marks it, or set aside since it is no prose of the story."""
        words = clean(words or "").strip("\n")
        if not words.strip():
            return
        self.text += "\n\n" if self.text else ""
        span = len(self.text), len(self.text) + len(words)
        self.text += words
        if name:
            self.known.setdefault(name, span)
        if aside:
            self.aside.append(span)

    def add_table(self, rows: str) -> None:
        """A table: it stays in the text, but its numbers are left alone."""
        self.add(rows, aside=True)
        self.tables = True

    def add_place(self, place: str | None, first: str) -> None:
        """The place that the format marks, as a dateline, unless the first paragraph names it in a dateline of its own."""
        city = pattern(r"[,(/]").split(" ".join((place or "").split()))[0].strip()
        at = first.lower().find(city.lower())
        if city and not (at >= 0 and pattern(BEFORE).fullmatch(first, 0, at) and pattern(AFTER).match(first, at + len(city))):
            self.add(" ".join(place.split()), "dateline")

    def add_event(self, place: str | None, first: str) -> None:
        """The place of the event, which is as good as a dateline where the first paragraph has none."""
        if not pattern(r"[^.\n(]{2,60}?(?:\([^()\n]{2,30}\)|\s[-–—_]+\s|\.-)").match(first):
            self.add_place(place, first)

    def story(self, form: str, header: Header, encoding: str, guessed: bool, *warnings: StoryWarning) -> Story:
        """What was put together, as a story of this format."""
        found = notes(self.text, encoding if guessed else None) + (TABULAR,) * self.tables
        return Story(self.text, header, Source(format=form, encoding=encoding), self.known, tuple(self.aside), (*found, *warnings))


TABULAR = StoryWarning("tabular", "the numbers of a table are left alone")
NOT_A_STORY = StoryWarning("not_a_story", "a notice of the agency, no story")
