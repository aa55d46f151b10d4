"""The page with its counts laid over it: what stands in one list, what a verb says of whom."""
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import Callable, Iterator, NamedTuple

from ...kept import kept
from ...page import Page
from ...page.clauses import Verb
from ...page.layout import Stretch
from ...page.phrases import Phrase
from ...report import Span, Why

JOINTS = frozenset((",", "and", "or", "&", "plus", "as", "well", "also", "then", "another", "nor", "but", "along", "together", "with", "(", ")", "-", "--", "–", "—", "[", "]"))
BEFORE_PARTS = frozenset(("including", "among", "amongst", "incl", "comprising", "notably", "namely"))


REACH = 80  # tokens to either side within which a verb may bear on a number; more would make a story in one sentence slow
LONGEST_LIST = 40  # members
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
    kin: "Count | None" = None
    """The count whose noun an elliptic one shares"""
    whole: "Count | None" = None
    again: "Count | None" = None
    qualifier: str = "exact"
    kind: str = "other"
    effect: str | None = None
    verb: Verb | None = None
    """The verb that gave the effect"""
    modality: str = "asserted"
    speaker: str | None = None

    @property
    def end(self) -> int:
        """The last token of number and noun."""
        return max(self.last, self.noun.last) if self.noun else self.last

    @property
    def elliptic(self) -> bool:
        return self.noun is None and self.form in ("count", "range", "vague", "single")


def verbs_near(page: Page, i: int) -> tuple[Verb, ...]:
    """The verb groups of the sentence of token `i` that may bear on it."""
    sentence = page.sentence(i)
    return page.verbs_of(Stretch(max(sentence.first, i - REACH), min(sentence.last, i + REACH)))


class Deed(NamedTuple):
    """A verb that may say what befell a count, and whether the count is its subject or its object."""

    verb: Verb
    part: str


class Sheet:
    """A page and its counts, in order."""

    def __init__(self, page: Page, counts: list[Count]):
        self.page, self.counts = page, counts
        self.firsts = [count.first for count in counts]
        self._deeds_of: dict[int, list[Deed]] = {}
        self._finite_deeds: dict[int, frozenset[tuple[str, str]]] = {}

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
        return bisect_left(self._colons, self.page.sentence(count.first).first) < bisect_left(self._colons, count.first)

    @kept
    def _colons(self) -> list[int]:
        return [i for i, token in enumerate(self.page.tokens) if token.text == ":"]

    def before(self, count: Count, reach: int = 12) -> list[Count]:
        """Up to `reach` counts before this one, the nearest first."""
        k = bisect_left(self.firsts, count.first)
        return self.counts[max(0, k - reach) : k][::-1]

    def with_value(self, count: Count) -> Iterator[Count]:
        """The first few counts before this one that say the same number."""
        for other in self._values[count.value][:FIRST_MENTIONS]:
            if other.first >= count.first:
                return
            yield other

    @kept
    def _values(self) -> dict[float, list[Count]]:
        found: dict[float, list[Count]] = {}
        for count in self.counts:
            found.setdefault(count.value, []).append(count)
        return found

    def without(self, unfit: Callable[[Count], bool]) -> "Sheet":
        """The same page without the counts that turned out to be none; nobody points at them any more."""
        sheet = Sheet(self.page, [count for count in self.counts if not unfit(count)])
        kept = set(map(id, sheet.counts))
        for count in sheet.counts:
            if count.whole is not None and id(count.whole) not in kept:
                count.whole = None
        sheet.__dict__.update({k: v for k, v in self.__dict__.items() if k in ("groups", "deeds")})
        return sheet

    def id(self, count: Count | None) -> str | None:
        """The number of a count in the report."""
        return None if count is None else f"f{bisect_left(self.firsts, count.first) + 1}"

    # --- lists -----------------------------------------------------------------------------------------------------
    @kept
    def groups(self) -> dict[int, tuple[int, ...]]:
        """For the first token of each phrase, the first tokens of all phrases that stand in one list with it."""
        found: dict[int, tuple[int, ...]] = {}
        group: list[int] = []
        before: Phrase | None = None
        for phrase in self.page.phrases:
            gap = self._gap(before, phrase) if before is not None else "break"
            if gap == "break":
                found.update(dict.fromkeys(group, tuple(group)))
                group = [phrase.first]
            elif gap == "join" and len(group) < LONGEST_LIST:
                group.append(phrase.first)
            elif gap == "join":
                found.update(dict.fromkeys(group, tuple(group)))
                group = [phrase.first]
            before = phrase
        found.update(dict.fromkeys(group, tuple(group)))
        return found

    def _gap(self, one: Phrase, two: Phrase) -> str:
        """How a phrase goes on from the one before it: in a list, as what is attached to it, or not at all."""
        page, i = self.page, one.last + 1
        word, tag = page.lower(two.first - 1), page.tag(two.first - 1)
        if i == two.first or two.first - one.last > 7 or not (tag in ("qual", "adv", "prep") or word in JOINTS or word in BEFORE_PARTS or word == "of"):
            return "break"
        if page.sentence(one.last) != page.sentence(two.first):
            return "break"
        words = [page.tokens[j].lower for j in range(i, two.first)]
        tags = [page.tag(j) for j in range(i, two.first)]
        plain = [word for word, tag in zip(words, tags) if tag not in ("qual", "adv")]
        if plain and plain[-1] in BEFORE_PARTS:
            return "join"
        if plain and all(word in JOINTS for word in plain):
            return "join" if set(plain) - {"(", "as", "with"} else "attach"
        if plain == ["of"] and self.of_collective(one):
            return "join"
        if all(tag == "prep" or word in JOINTS for word, tag in zip(words, tags)) and tags[-1] == "prep":
            return "attach"
        return "break"

    def of_collective(self, phrase: Phrase) -> bool:
        """Whether a phrase counts by the group: a convoy of, a group of, dozens of, a total of."""
        word = self.page.tokens[phrase.head].lower
        return word in COLLECTIVE or self.page.tag(phrase.head) == "num"

    def members(self, count: Count) -> tuple[int, ...]:
        """The first tokens of the phrases in one list with a count."""
        phrase = self.page.phrase(count.first)
        return self.groups.get(phrase.first, ()) if phrase is not None else ()

    # --- verbs -----------------------------------------------------------------------------------------------------
    @kept
    def deeds(self) -> dict[int, list[Deed]]:
        """For the first token of each phrase, the verbs of which it, or the list it stands in, is subject or object."""
        found: dict[int, list[Deed]] = {}
        begun: dict[int, int] = {}
        for verb in self.page.verbs:
            if verb.objects:
                for member in self._from(verb.objects[0].first):
                    begun.setdefault(member, verb.objects[0].first)
        for verb in self.page.verbs:
            if verb.subject is not None:
                for member in self._subjects(verb, begun):
                    found.setdefault(member, []).append(Deed(verb, "subject"))
        for verb in self.page.verbs:
            if verb.objects:
                self._enter_objects(verb, found)
        return found

    def _from(self, first: int) -> tuple[int, ...]:
        group = self.groups.get(first, (first,))
        return group[group.index(first) :]

    def _subjects(self, verb: Verb, begun: dict[int, int]) -> tuple[int, ...]:
        """The phrases that share the place of a verb's subject: the whole list, or the end of it that is no object of another verb."""
        first = verb.subject.first
        group = self.groups.get(first, (first,))
        if verb.subject.last >= verb.first:
            return (first,)
        group = tuple(member for member in group if member < verb.first)
        if first not in group:
            return (first,)
        if group[0] in begun or self._governed(group[0]):
            if verb.form in ("participle", "ing") and self.page.tokens[verb.first - 1].text != ",":
                return (first,)
            return group[group.index(first) :] if group.index(first) else (group if group[0] not in begun or verb.form != "participle" else (first,))
        return group

    def _governed(self, first: int) -> bool:
        """Whether a preposition or a verb stands before a phrase."""
        return first > 0 and self.page.tag(first - 1) in ("prep", "verb", "base", "ing", "part")

    def _enter_objects(self, verb: Verb, found: dict[int, list[Deed]]) -> None:
        stop = 1 << 60
        for member in self._from(verb.objects[0].first):
            for deed in found.get(member, ()):
                if deed.part == "subject" and deed.verb.form == "finite" and deed.verb.first > member and deed.verb.subject.first > verb.last:
                    stop = min(stop, deed.verb.subject.first if deed.verb.subject.first != verb.objects[0].first else stop)
        for member in self._from(verb.objects[0].first):
            if member < stop:
                found.setdefault(member, []).append(Deed(verb, "object"))

    def deeds_of(self, count: Count) -> list[Deed]:
        """The verbs of which a count is subject or object, the nearest first; eight rules ask."""
        found = self._deeds_of.get(count.first)
        if found is None:
            phrase = self.page.phrase(count.first)
            deeds = self.deeds.get(phrase.first, ()) if phrase is not None else ()
            found = self._deeds_of[count.first] = sorted(deeds, key=lambda deed: abs(deed.verb.head - count.first))
        return found

    def finite_deeds(self, count: Count) -> frozenset[tuple[str, str]]:
        """The finite verbs of which a count is subject or object."""
        found = self._finite_deeds.get(count.first)
        if found is None:
            deeds = ((deed.verb.lemma, deed.part) for deed in self.deeds_of(count) if deed.verb.form == "finite")
            found = self._finite_deeds[count.first] = frozenset(deeds)
        return found


COLLECTIVE = frozenset(
    "group groups convoy team crowd total number dozen gang band family couple crew squad column unit force series range stockpile cache pair majority half third "
    "quarter rest remainder bulk tens dozens scores hundreds thousands millions trio fleet wave string score handful mob contingent party mass flight batch lot cluster "
    "minimum maximum average".split()
)
