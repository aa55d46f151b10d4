"""The contract in types: what a report says. `CONTRACT.md` beside this file gives each field's meaning.

Spans count in code points of the story's text, start inclusive, end exclusive. Unknown is None, an empty list is ().
The string under a field describes it; `--schema` shows these strings.
"""
from dataclasses import dataclass
from typing import Literal

SCHEMA = "conflictparse.report/1"

VersionKind = Literal["alert", "urgent", "lead", "writethru", "update", "add", "correction", "refile", "kill", "advisory"]
Match = Literal["exact", "folded", "transliterated"]
Precision = Literal["town", "region", "country"]
Basis = Literal["dateline", "header", "body", "reference"]
SpeakerKind = Literal["person", "group", "document", "unnamed"]
QuotationType = Literal["direct", "indirect", "mixed"]
Form = Literal["clause", "np"]
Qualifier = Literal["exact", "at_least", "more_than", "at_most", "less_than", "about", "range", "vague"]
FigureKind = Literal[
    "people", "incidents", "equipment", "structures", "share", "money", "distance", "area", "weight", "duration", "age", "other"
]
Effect = Literal[
    "killed", "wounded", "casualty", "missing", "captured", "displaced", "trapped", "surrendered", "freed", "deployed",
    "destroyed", "damaged", "seized",
]
Modality = Literal["asserted", "planned", "possible", "denied"]
WarningCode = Literal[
    "empty", "encoding_guessed", "quotemark_open", "speaker_unsure", "place_ambiguous", "place_unknown", "date_conflict",
    "date_unread", "tabular", "dateline_conflict", "not_a_story", "rule_timeout",
]


class Part:
    """What the parts of a report have in common: they are equal where their fields are; nobody writes to one that is made.

    A dataclass would write these methods for each class anew, and those that freeze it: 6 ms of every start.
    """

    __slots__ = ()

    def _values(self) -> tuple:
        return tuple(getattr(self, name) for name in self.__slots__)

    def __eq__(self, other) -> bool:
        return self._values() == other._values() if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        return f"{self.__class__.__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in self.__slots__)})"


part = dataclass(slots=True, eq=False, repr=False)


@part
class Span(Part):
    """A stretch of the story: `text[start:end]` is `text`. Made by `Story.span` only."""

    text: str
    start: int
    end: int


@part
class Why(Part):
    """Which rule settled a field, and on which words."""

    field: str
    rule: str
    words: Span | None


@part
class StoryWarning(Part):
    """What could not be read, or was decided on thin evidence."""

    code: WarningCode
    message: str
    span: Span | None = None


@part
class Source(Part):
    """Where the story was read."""

    path: str = "-"
    """The file, as it was named; `-` for standard input"""
    story: int = 0
    """0-based position in a file that holds several stories"""
    format: str = "plain"
    encoding: str = "utf-8"
    sha256: str = ""
    """Of the story's text as UTF-8"""


@part
class Version(Part):
    """How this story stands to earlier ones of its kind: a lead, an update, a correction."""

    kind: VersionKind | None
    number: int | None
    text: str


@part
class Header(Part):
    """The wire's header, and what the story's head and foot say."""

    agency: str | None = None
    service: str | None = None
    number: str | None = None
    priority: str | None = None
    category: str | None = None
    slug: str | None = None
    story_key: str | None = None
    """The slug without cycle and version marks: the same for every update of one story"""
    keywords: tuple[str, ...] = ()
    version: Version | None = None
    words: int | None = None
    """The number of words that the header announces"""
    sent: str | None = None
    """ISO 8601"""
    headline: Span | None = None
    byline: Span | None = None
    credit: Span | None = None
    why: tuple[Why, ...] = ()


@part
class Place(Part):
    """One place of a dateline; what is not found or ambiguous is null."""

    name: str
    region: str | None = None
    country: str | None = None
    country_code: str | None = None
    """ISO 3166-1 alpha-2"""
    latitude: float | None = None
    longitude: float | None = None
    geonames_id: int | None = None
    match: Match | None = None
    precision: Precision | None = None


@part
class Dateline(Part):
    """Where the story was filed: the span from its first place to the dash."""

    text: str
    start: int
    end: int
    places: tuple[Place, ...] = ()
    agency: str | None = None
    why: tuple[Why, ...] = ()


@part
class Date(Part):
    """When the story was written."""

    value: str
    """ISO 8601, as much of it as is known"""
    text: str | None
    start: int | None
    end: int | None
    basis: Basis
    inferred: bool = False
    """True where the words do not give the year"""
    why: tuple[Why, ...] = ()


@part
class Speaker(Part):
    """One person or body who speaks, however often mentioned."""

    id: str
    name: str
    kind: SpeakerKind
    title: str | None = None
    role: str | None = None
    affiliation: str | None = None
    mentions: tuple[Span, ...] = ()
    quotations: tuple[str, ...] = ()
    why: tuple[Why, ...] = ()


@part
class Quotation(Part):
    """One attribution: its content, the words that announce it, who says it."""

    id: str
    type: QuotationType
    content: Span
    parts: tuple[Span, ...]
    cue: Span | None = None
    source: Span | None = None
    speaker: str | None = None
    form: Form = "clause"
    """`np` where the content is a bare noun phrase"""
    why: tuple[Why, ...] = ()


@part
class Figure(Part):
    """One number expression: how many, of what, what befell them, who says so."""

    id: str
    text: str
    start: int
    end: int
    number: Span
    value: int | float
    low: int | float | None
    high: int | float | None
    qualifier: Qualifier
    kind: FigureKind
    effect: Effect | None = None
    modality: Modality = "asserted"
    counted: Span | None = None
    part_of: str | None = None
    same_as: str | None = None
    speaker: str | None = None
    why: tuple[Why, ...] = ()


@part
class Report(Part):
    """What one wire story says."""

    text: str
    source: Source
    header: Header
    dateline: Dateline | None = None
    date: Date | None = None
    speakers: tuple[Speaker, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    figures: tuple[Figure, ...] = ()
    warnings: tuple[StoryWarning, ...] = ()
    schema: str = SCHEMA
