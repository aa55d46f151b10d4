"""The page with its counts laid over it: which stand near another, which say the same number, of whom which verbs are said."""
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import pairwise
from operator import attrgetter
from typing import Callable, Container, Iterator, NamedTuple

from ...kept import kept
from ...page import Page
from ...page.clauses import Verb
from ...page.layout import Stretch
from ...report import Span, Why
from . import deeds
from .deeds import Deed, Lists

REACH = 80  # tokens to either side within which a verb may bear on a number; more would make a story in one sentence slow
BULLETS = frozenset("- – — • * · ● ▪ ◦ o".split())
FIRST = attrgetter("first")
PLACE = 6  # tokens of the name of a place that opens a line
HEADS, LEAD = 6, 80  # paragraphs that may stand before the lead; characters of the shortest lead
FIRST_MENTIONS = 10  # counts of one value that may be said again


class Noun(NamedTuple):
    """What a number counts: tokens `first` to `last`, its span (which may end inside a token), and its last word."""

    first: int
    last: int
    span: Span
    head: str


@dataclass(slots=True, eq=False, repr=False)
class Count:
    """A figure in the making: its number, tokens `first` to `last`, and what has been settled of it."""

    first: int
    last: int
    value: float
    low: float | None
    high: float | None
    form: str
    """count, range, vague, share or money; `single` for one victim without a number, `none` for no victim at all"""
    why: list[Why] = field(default_factory=list)
    noun: Noun | None = None
    opens: int = -1
    """The first token of the whole expression, its qualifier included"""
    end: int = -1
    """The last token of number and noun"""
    kin: "Count | None" = None
    """The count whose noun an elliptic one shares"""
    whole: "Count | None" = None
    again: "Count | None" = None
    qualified: tuple[str, int, int] | None = None
    """Section, first and last token of the qualifying words right before the number"""
    qualifier: str = "exact"
    kind: str = "other"
    effect: str | None = None
    verb: Verb | None = None
    """The verb that gave the effect"""
    modality: str = "asserted"
    speaker: str | None = None
    near: "Surroundings | None" = None
    """The sentence that it stands in"""
    deeds: list[Deed] | None = None
    """The verbs of which it is subject or object, when a rule has asked for them"""
    finite_deeds: frozenset[tuple[str, str]] | None = None

    @property
    def bare(self) -> bool:
        """Whether it is a number without a noun, and no share or sum of money."""
        return self.noun is None and self.form in ("count", "range", "vague")

    @property
    def elliptic(self) -> bool:
        return self.bare or self.noun is None and self.form == "single"


def verbs_near(page: Page, i: int) -> tuple[Verb, ...]:
    """The verb groups of the sentence of token `i` that may bear on it."""
    first, last = sentence = page.sentence(i)
    long = i - first > REACH or last - i > REACH
    return page.verbs_of(Stretch(max(first, i - REACH), min(last, i + REACH)) if long else sentence)


def over_adverbs(page: Page, i: int) -> int:
    """The first token from `i` on that is no adverb: of the seriously injured."""
    while page.tag(i) == "adv" or page.lower(i) == "most":
        i += 1
    return i


class Surroundings:
    """The sentence that counts stand in. What it does not hold, none of them need seek; its lists and deeds are worked out when one asks."""

    def __init__(self, page: Page, sentence: Stretch):
        self.page = page
        self.first, self.last = sentence
        self.words = frozenset([token.lower for token in page.tokens[self.first : self.last + 1]])
        self.verbs = page.verbs_of(sentence)
        self.lemmas = frozenset([verb.lemma for verb in self.verbs])

    @kept
    def lists(self) -> Lists:
        phrases = self.page.phrases
        return deeds.lists(self.page, phrases[bisect_left(phrases, self.first, key=FIRST) : bisect_left(phrases, self.last + 1, key=FIRST)])

    @kept
    def deeds(self) -> dict[int, list[Deed]]:
        return deeds.deeds(self.page, self.verbs, self.lists)


class Sheet:
    """A page and its counts, in order."""

    def __init__(self, page: Page, counts: list[Count]):
        self.page, self.counts = page, counts
        self.firsts = [count.first for count in counts]
        near: Surroundings | None = None
        for count in counts:
            if count.near is None:
                if near is None or near.last < count.first:
                    near = Surroundings(page, page.sentence(count.first))
                count.near = near

    # --- counts ----------------------------------------------------------------------------------------------------
    def between(self, first: int, last: int) -> list[Count]:
        """The counts whose numbers begin from token `first` to token `last`."""
        return self.counts[bisect_left(self.firsts, first) : bisect_right(self.firsts, last)]

    def at(self, i: int) -> Count | None:
        """The count whose number or noun holds token `i`."""
        k = bisect_right(self.firsts, i) - 1
        return self.counts[k] if k >= 0 and self.counts[k].end >= i else None

    def colon_before(self, count: Count) -> bool:
        """Whether a colon stands before a count in its sentence."""
        return bool(self._colons) and bisect_left(self._colons, self.page.sentence(count.first).first) < bisect_left(self._colons, count.first)

    @kept
    def listing(self) -> bool:
        """Whether lines of a list stand below words that end in a colon."""
        blocks = self.page.paragraphs
        return any(self.page.lower(above.last) == ":" and self.list_line(number) for number, (above, _) in enumerate(pairwise(blocks), 1))

    def list_line(self, number: int) -> bool:
        """Whether a paragraph opens with a bullet, or with a number."""
        first = self.page.paragraphs[number].first
        return self.page.lower(first) in BULLETS or self.page.kind(first) == "digits"

    @kept
    def days_toll(self) -> "Count | None":
        """The toll of a day that a recorder's lines divide by place: `Monday 14 October: 56 killed` over `Mosul: 6 policemen by suicide bomber`."""
        page = self.page
        for count in self.counts[:3]:
            after = count.last + 1
            if page.lower(after) in ("killed", "dead") and page.lower(count.first - 1) == ":" and page.text[page.tokens[after].end :].lstrip(". ").startswith("\n"):
                return count
        return None

    def of_the_day(self, count: "Count") -> bool:
        """Whether a count stands in a line that opens with a place and a colon, below the toll of a day."""
        toll, page = self.days_toll, self.page
        if toll is None or count.first <= toll.last or count.value >= toll.value:
            return False
        line = page.at(page.text.rfind("\n", 0, page.tokens[count.first].start) + 1)
        colon = next((i for i in range(line, min(line + PLACE, count.first)) if page.lower(i) == ":"), None)
        return colon is not None and colon > line and all(page.tokens[i].capital or page.kind(i) != "word" for i in range(line, colon))

    @kept
    def of_refugees(self) -> bool:
        """Whether the story speaks of refugees or displaced people."""
        return any(word in self.page.text for word in ("refugee", "Refugee", "displaced", "Displaced", "UNHCR"))

    @kept
    def _colons(self) -> list[int]:
        return [i for i, token in enumerate(self.page.tokens) if token.text == ":"] if ":" in self.page.text else []

    def before(self, count: Count, reach: int = 12) -> list[Count]:
        """Up to `reach` counts before this one, the nearest first."""
        k = bisect_left(self.firsts, count.first)
        return self.counts[max(0, k - reach) : k][::-1]

    def previous(self, count: Count) -> Count | None:
        """The count right before this one."""
        k = bisect_left(self.firsts, count.first)
        return self.counts[k - 1] if k else None

    def with_value(self, count: Count) -> list[Count]:
        """The first few counts before this one that say the same number."""
        same = self._values[count.value]
        return [other for other in same[:FIRST_MENTIONS] if other.first < count.first] if same[0].first < count.first else []

    @kept
    def heads(self) -> int:
        """How many paragraphs stand before the lead: the headline, with a slug over it or a byline below; at least one."""
        for number, block in enumerate(self.page.paragraphs[:HEADS]):
            words = self.page.text[block.start : block.end].rstrip()
            if len(words) > LEAD and words[-1] in ".!?\"”’)":
                return max(number, 1)
        return 1

    def headed(self, count: "Count") -> bool:
        """Whether a count stands before the lead."""
        return self.page.paragraph(count.first) < self.heads

    @kept
    def _values(self) -> dict[float, list[Count]]:
        found: dict[float, list[Count]] = {}
        for count in self.counts:
            found.setdefault(count.value, []).append(count)
        return found

    @kept
    def _notes(self) -> list[int]:
        """The first tokens of the paragraphs that open with a day, as each of a coder's notes does: On 14 March 2023, militants attacked."""
        page, found = self.page, []
        for moment in page.dates if len(page.paragraphs) > 1 else ():
            first = page.paragraphs[page.paragraph(moment.first)].first
            opens = moment.first == first and page.lower(moment.last + 1) == ":" or moment.first == first + 1 and page.lower(first) in ("on", "between", "around", "about")
            if moment.kind == "day" and opens:
                found.append(first)
        return found

    def another_note(self, one: Count, two: Count) -> bool:
        """Whether the paragraph of the second count, or one between the two, opens with a day of its own."""
        return bool(self._notes) and bisect_right(self._notes, one.first) < bisect_right(self._notes, two.first)

    def noted(self, count: Count) -> bool:
        """Whether a count stands in or behind a paragraph that opens with a day."""
        return bisect_right(self._notes, count.first) > 0

    def opens_with(self, count: Count, words: Container[str], reach: int) -> bool:
        """Whether one of `words` is among the first tokens, at most `reach`, of the sentence of a count, before the count."""
        first = self.page.sentence(count.first).first
        return any(self.page.lower(i) in words for i in range(first, min(first + reach, count.first)))

    def first_single(self, noun: str) -> int:
        """The first token of the first one of a noun who is told of alone."""
        return self._singles.get(noun, len(self.page.tokens))

    @kept
    def _singles(self) -> dict[str, int]:
        return {count.noun.head: count.first for count in reversed(self.counts) if count.form == "single" and count.noun}

    def mentions_before(self, told: Count, count: Count) -> Iterator[Count]:
        """A count and those that say it again, where they stand before another one, the nearest first; known when all are settled."""
        same = self._mentions[id(told)]
        return (same[k] for k in range(bisect_left(same, count.first, key=lambda mention: mention.first) - 1, -1, -1))

    @kept
    def _mentions(self) -> dict[int, list[Count]]:
        found: dict[int, list[Count]] = {}
        for count in self.counts:
            found.setdefault(id(count.again or count), []).append(count)
        return found

    def without(self, unfit: Callable[[Count], bool]) -> "Sheet":
        """The same page without the counts that turned out to be none; nobody points at them any more."""
        fit = [count for count in self.counts if not unfit(count)]
        if len(fit) == len(self.counts):
            return self
        sheet = Sheet(self.page, fit)
        kept = set(map(id, sheet.counts))
        for count in sheet.counts:
            if count.whole is not None and id(count.whole) not in kept:
                count.whole = None
        return sheet

    def id(self, count: Count) -> str:
        """The number of a count in the report."""
        return f"f{bisect_left(self.firsts, count.first) + 1}"

    # --- lists and verbs -------------------------------------------------------------------------------------------
    def members(self, count: Count) -> tuple[int, ...]:
        """The first tokens of the phrases in one list with a count."""
        phrase = self.page.phrase(count.first) or self.page.phrase(count.last)
        return count.near.lists.get(phrase.first, ()) if phrase is not None else ()

    def deeds_of(self, count: Count) -> list[Deed]:
        """The verbs of which a count is subject or object, the nearest first; eight rules ask."""
        if count.deeds is None:
            phrase = self.page.phrase(count.first) or self.page.phrase(count.last)
            said = count.near.deeds.get(phrase.first, ()) if phrase is not None else ()
            count.deeds = sorted(said, key=lambda deed: abs(deed.verb.head - count.first)) if len(said) > 1 else list(said)
        return count.deeds

    def verbs_of(self, lemmas: frozenset[str], count: Count) -> list[Verb]:
        """The verbs of these that may bear on a count; in most sentences there are none."""
        if lemmas.isdisjoint(count.near.lemmas):
            return []
        return [verb for verb in verbs_near(self.page, count.first) if verb.lemma in lemmas]

    def finite_deeds(self, count: Count) -> frozenset[tuple[str, str]]:
        """The finite verbs of which a count is subject or object."""
        if count.finite_deeds is None:
            count.finite_deeds = frozenset([(deed.verb.lemma, deed.part) for deed in self.deeds_of(count) if deed.verb.form == "finite"])
        return count.finite_deeds
