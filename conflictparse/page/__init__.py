"""What all finders look at: the story laid out once, with everything that two of them need to see."""
from bisect import bisect_left, bisect_right
from typing import Callable, Iterable

from ..kept import kept
from ..report import Span
from ..story import Story
from . import clauses, dates, layout, names, numbers, phrases, quotemarks, tags, tokens
from .clauses import Verb
from .dates import Moment
from .layout import Block, Stretch
from .names import Name
from .numbers import Number
from .phrases import Phrase
from .quotemarks import Quoted
from .tokens import Columns, Token, Words


class Sentences(dict):
    """Sentences by the numbers of their tokens; a token set aside is a sentence of its own."""

    def __missing__(self, i: int) -> Stretch:
        return Stretch(i, i)


def by_token(runs: Iterable) -> dict:
    """Runs of tokens by the number of each of their tokens."""
    return {i: run for run in runs for i in range(run.first, run.last + 1)}


class Page:
    """A story laid out. Each part is made when it is first asked for, once, and never changed.

    Tokens have offsets; everything above them speaks in token numbers. What is asked of single tokens, a hundred times each, is
    looked up in a table: `page.lower`, `page.tag` and their like are the tables' own methods, which halves the time of an answer.
    """

    def __init__(self, story: Story, aside: Iterable[tuple[int, int]] = ()):
        self.story, self.text = story, story.text
        self.aside = tuple(aside)

    @classmethod
    def of(cls, story: Story) -> "Page":
        return cls(story, story.aside)

    def set_aside(self, *stretches) -> "Page":
        """The same page with spans (or None) that are no prose: a dateline, a byline, a credit. No sentence holds them."""
        page = Page(self.story, [*self.aside, *((s.start, s.end) for s in stretches if s is not None)])
        page.__dict__.update({k: v for k, v in self.__dict__.items() if k in ("columns", "tokens", "starts", "paragraphs", "lower", "kind")})
        return page

    def parted(self, headline) -> "Page":
        """The same page, where the headline (a span or None) and the line below it are no longer one paragraph."""
        number = self.paragraph(self.at(headline.end)) if headline else 0
        block = self.paragraphs[number] if headline and self.paragraphs else None
        cut = self.at(headline.end) if block else 0
        if block is None or not block.start < headline.end < block.end or block.table or cut > block.last:
            return self
        page = self.set_aside()
        upper, lower = Block(block.first, cut - 1, block.start, self.tokens[cut - 1].end, False), block._replace(first=cut, start=self.tokens[cut].start)
        page.__dict__["paragraphs"] = (*self.paragraphs[:number], upper, lower, *self.paragraphs[number + 1 :])
        return page

    # --- the parts -------------------------------------------------------------------------------------------------
    @kept
    def columns(self) -> Columns:
        return tokens.columns(self.text)

    @kept
    def tokens(self) -> tuple[Token, ...]:
        row = self.columns
        return tuple(map(Token, row.texts, row.starts, row.ends, row.lowers, row.kinds, row.capitals))

    @kept
    def starts(self) -> list[int]:
        return self.columns.starts

    @kept
    def paragraphs(self) -> tuple[Block, ...]:
        return layout.paragraphs(self.text, self.columns)

    @kept
    def silent(self) -> frozenset[int]:
        """Tokens that are set aside."""
        return frozenset(i for start, end in self.aside for i in range(self.at(start), self.at(end)))

    @kept
    def sentences(self) -> tuple[Stretch, ...]:
        return layout.sentences(self.tokens, self.columns, self.paragraphs, self.silent)

    @kept
    def tags(self) -> tuple[str, ...]:
        """The word class of each token: det noun name verb part ing …, see `tags.Tagger`."""
        return tags.tags(self.tokens, self.columns, self.sentences)

    @kept
    def phrases(self) -> tuple[Phrase, ...]:
        """Noun phrases, in order."""
        return phrases.phrases(self.tokens, self.columns, self.tags, self.sentences)

    @kept
    def verbs(self) -> tuple[Verb, ...]:
        """Verb groups with their subjects and objects, in order."""
        return clauses.verbs(self.columns, self.tags, self.phrases, self.sentences)

    @kept
    def quotemarks(self) -> tuple[Quoted, ...]:
        """What stands in quotation marks, in order of the opening marks."""
        return quotemarks.quotemarks(self.text, self.tokens, self.columns, self.paragraphs)

    @kept
    def opening(self) -> dict[int, Quoted]:
        """The quotations by the token at which they open."""
        return {quote.first: quote for quote in self.quotemarks if quote.opened}

    @kept
    def closing(self) -> dict[int, Quoted]:
        """The quotations by the token at which they close."""
        return {quote.last: quote for quote in self.quotemarks if quote.closed}

    @kept
    def names(self) -> tuple[Name, ...]:
        """Runs of tokens that name a person, a body or a place, with titles before them."""
        return names.names(self.tokens, self.columns, self.tags, self.sentences)

    @kept
    def dates(self) -> tuple[Moment, ...]:
        """Runs of tokens that say a date, a year or a clock time, in order."""
        return dates.dates(self.tokens, self.columns, self.tags, self.sentences)

    @kept
    def numbers(self) -> tuple[Number, ...]:
        """Runs of tokens that say a number, in order; dates are none."""
        taken = frozenset(i for moment in self.dates for i in range(moment.first, moment.last + 1))
        return numbers.numbers(self.tokens, self.columns, self.sentences, taken)

    # --- asking ----------------------------------------------------------------------------------------------------
    def at(self, offset: int) -> int:
        """The first token that starts at or after `offset`."""
        return bisect_left(self.starts, offset)

    def words(self, first: int, last: int) -> Span:
        """The span from token `first` to token `last`, both included."""
        return self.story.span(self.tokens[first].start, self.tokens[last].end)

    def paragraph(self, i: int) -> int:
        """The number of the paragraph that holds token `i`."""
        return bisect_right(self._firsts, i) - 1

    @kept
    def sentence(self) -> Callable[[int], Stretch]:
        """The sentence of token `i`; a token set aside is a sentence of its own."""
        return Sentences(by_token(self.sentences)).__getitem__

    @kept
    def phrase(self) -> Callable[[int], Phrase | None]:
        """The noun phrase that holds token `i`."""
        return by_token(self.phrases).get

    @kept
    def verb(self) -> Callable[[int], Verb | None]:
        """The verb group that holds token `i`."""
        return by_token(self.verbs).get

    @kept
    def name(self) -> Callable[[int], Name | None]:
        """The name that holds token `i`."""
        return by_token(self.names).get

    @kept
    def tag(self) -> Callable[[int], str]:
        """The word class of token `i`, empty beyond the ends."""
        return Words(enumerate(self.tags)).__getitem__

    @kept
    def kind(self) -> Callable[[int], str]:
        """The kind of token `i` (`word`, `digits`, `end` …), empty beyond the ends."""
        return Words(enumerate(self.columns.kinds)).__getitem__

    @kept
    def lower(self) -> Callable[[int], str]:
        """Token `i` in lower case, empty beyond the ends."""
        return Words(enumerate(self.columns.lowers)).__getitem__

    @kept
    def quoted(self) -> Callable[[int], bool]:
        """Whether token `i` stands inside quotation marks; in a quotation never closed, to the paragraph's end."""
        return frozenset(i for quote in self.quotemarks if not quote.depth for i in range(quote.first, quote.last + 1)).__contains__

    @kept
    def marks_around(self) -> Callable[[int], Quoted | None]:
        """The innermost quotation in which token `i` stands; its marks do not stand in it."""
        return {i: quote for quote in self.quotemarks if quote.first != quote.last for i in range(quote.inner[0], quote.inner[1] + 1)}.get

    def verbs_of(self, sentence: Stretch, after: int = -1) -> tuple[Verb, ...]:
        """The verb groups of a sentence, or those that begin after one of its tokens."""
        return self.verbs[bisect_left(self._verb_firsts, max(sentence.first, after + 1)) : bisect_right(self._verb_firsts, sentence.last)]

    def numbers_in(self, first: int, last: int) -> tuple[Number, ...]:
        """The numbers that begin between two tokens, both included."""
        return self.numbers[bisect_left(self._number_firsts, first) : bisect_right(self._number_firsts, last)]

    def quotes(self, first: int, last: int) -> tuple[Quoted, ...]:
        """The quotations, not those inside others, that open between two tokens, both included."""
        found = self.quotemarks[bisect_left(self._quote_firsts, first) : bisect_right(self._quote_firsts, last)]
        return tuple(quote for quote in found if not quote.depth)

    @kept
    def _firsts(self) -> list[int]:
        return [block.first for block in self.paragraphs]

    @kept
    def openings(self) -> list[int]:
        """The first token of each sentence, in order."""
        return [sentence.first for sentence in self.sentences]

    @kept
    def _verb_firsts(self) -> list[int]:
        return [verb.first for verb in self.verbs]

    @kept
    def _number_firsts(self) -> list[int]:
        return [number.first for number in self.numbers]

    @kept
    def _quote_firsts(self) -> list[int]:
        return [quote.first for quote in self.quotemarks]
