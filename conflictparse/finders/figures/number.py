"""What may be a figure: a number written out, one victim without a number, or none at all."""
from typing import Callable, Collection

from ...almanac import countries
from ...page import Page
from ...page.numbers import Number
from ...page.phrases import Phrase
from ...page.tags import FINITE
from ...report import Span
from ...rule import Rulebook
from .counted import ORDINALS, TOLLS, reported
from .nouns import kind_of_noun, singular
from .sheet import Count, Sheet

KNOWN_AS = (["known", "as"], ["identified", "as"], ["called", "by"], ["known", "by"], ["going", "by"])
VICTIM = frozenset(("killed", "wounded", "missing", "captured"))

NUMBER = Rulebook("figures.number")
PLACING = frozenset("in at near from outside of around inside".split())
SINGLE = frozenset(("a", "an"))
ARTICLES = SINGLE | {"another", "no"}
FINDING = frozenset(  # what is done with a body that is no council
    "find recover retrieve discover pull see spot identify dump wash float lie exhume unearth drag bring carry bury hang leave fish deliver hand drop take count notice locate collect".split()
)
DEEDS = frozenset("killing murder homicide femicide assassination execution beheading lynching".split())  # many count victims, one is told of as a deed
TAIL = 8  # tokens from an apposition to the comma behind it
TOLD = frozenset("a an another one the his her this".split())  # before one who was told of, and whom an apposition describes
LETTERS = frozenset(("kia", "wia", "mia"))  # killed, wounded, missing in action
SENIOR = frozenset("senior leading prominent key top".split())
LEFT = frozenset("dead injured wounded hurt missing homeless".split())  # what somebody is left


@NUMBER.rule
def written(page: Page, number: Number | None, phrase: Phrase | None, introduced: bool):
    """A number stands in the text, in digits or in words.

    + Rebels killed «12» soldiers.
    + «Dozens» fled.
    + The repair cost «$4.7 million».
    - On March 3 the rebels fled.
    """
    return (number.form, page.words(number.first, number.last)) if number else None


@NUMBER.rule
def single_victim(page: Page, number: Number | None, phrase: Phrase | None, introduced: bool):
    """One person without a name is killed, wounded, missing or captured: the article counts as one.

    + «A» policeman was killed.
    + Gunmen wounded «an» elderly woman.
    - A policeman saw the rebels.
    - A policeman, Karl Mira, was killed.
    - A policeman, Karl Mira (34), was killed.
    - Karl Mira, 34, a policeman, was killed.
    - One man, a policeman, was killed.
    + «A» Canadian was wounded.
    + «A» 9-year-old was killed.
    + Two men were killed and «a» third was wounded.
    + Three men, one of them «a» 16-year-old boy, were killed.
    - A commander known as Abu Kolb was killed.
    - One worker, a resident of Kolb, was killed.
    """
    return _one(page, phrase, SINGLE, "single")


@NUMBER.rule
def another_victim(page: Page, number: Number | None, phrase: Phrase | None, introduced: bool):
    """One more falls victim: `another` counts as one.

    + Two soldiers were killed and «another» was wounded.
    + «Another» policeman died.
    + Two soldiers were killed and «another» wounded.
    - Another policeman saw the rebels.
    """
    return _one(page, phrase, ("another",), "single")


@NUMBER.rule
def victim_introduced_before(page: Page, number: Number | None, phrase: Phrase | None, introduced: bool):
    """The story tells only now what befell one whom it introduced before.

    + They shot at a driver on the bridge. «The» driver died.
    - The driver died.
    """
    if not introduced or phrase is None or not _one(page, phrase, ("the",), "the"):
        return None
    return "single", page.words(phrase.first, phrase.first)


@NUMBER.rule
def nobody(page: Page, number: Number | None, phrase: Phrase | None, introduced: bool):
    """No one fell victim, and the story says so: `no` counts as nought.

    + «No» casualties were reported.
    + «No» arrests were made.
    + «No» soldiers were killed.
    + There were «no» immediate reports of casualties.
    + The enemy suffered «no» losses.
    - There were no job losses.
    - There were no reports of talks.
    - No bodies could be recovered.
    - There was no answer.
    - There were no fighters in the town.
    """
    return _one(page, phrase, ("no",), "none")


@NUMBER.rule
def not_a_single(page: Page, number: Number | None, phrase: Phrase | None, introduced: bool):
    """Not a single one fell victim, as if the story said `no`.

    + «Not a single» soldier was killed.
    - Not a single word was said.
    """
    if phrase is None or [page.lower(i) for i in range(phrase.first - 1, phrase.first + 2)] != ["not", "a", "single"] or not _victim(page, phrase, "none"):
        return None
    return "none", page.words(phrase.first - 1, phrase.first + 1)


def counts(page: Page, refused: Callable[[Number], bool]) -> list[Count]:
    """Every count that the page may hold, in order."""
    found = [count for number in page.numbers if not refused(number) and (count := _count(page, number, None, False))]
    taken = {i for number in page.numbers for i in range(number.first, number.last + 1)}
    bare = [count for phrase, introduced in _bare(page).items() if phrase.first not in taken and (count := _count(page, None, phrase, introduced))]
    return sorted(found + bare, key=lambda count: count.first) if bare else found


def _bare(page: Page) -> dict[Phrase, bool]:
    """The phrases that open with an article which may count, and whether `the` stands there with a noun that came last with `a` or `an`; else `the` counts none."""
    tokens = page.tokens
    found: dict[Phrase, bool] = {}
    singles: set[str] = set()  # nouns that came last with `a` or `an`
    for phrase in page.phrases:
        first, head = phrase.first, phrase.head
        article = tokens[first].lower
        if article in ARTICLES:
            found[phrase] = False
        if article in SINGLE:
            singles.add(tokens[head].lower)
        elif singles and (noun := tokens[head].lower) in singles:
            singles.discard(noun)
            if article == "the":
                found[phrase] = True
    return found


def _count(page: Page, number: Number | None, phrase: Phrase | None, introduced: bool) -> Count | None:
    ruling = NUMBER.settle(page, number, phrase, introduced)
    if ruling is None:
        return None
    if number:
        return Count(number.first, number.last, number.value, number.low, number.high, ruling.value, [ruling.why])
    value = 0 if ruling.value == "none" else 1
    if page.lower(phrase.first) == "a" and not value:
        return Count(phrase.first - 1, phrase.first + 1, 0, None, None, ruling.value, [ruling.why])
    return Count(phrase.first, phrase.first, value, None, None, ruling.value, [ruling.why])


def _one(page: Page, phrase: Phrase | None, words: Collection[str], form: str) -> tuple[str, Span] | None:
    """The phrase opens with one of `words` and its noun can fall victim."""
    if phrase is None or page.lower(phrase.first) not in words or page.lower(phrase.first - 1) == "not":
        return None  # not a single soldier
    if words is SINGLE and page.lower(phrase.first + 1) in ORDINALS and (phrase.last == phrase.first + 1 or phrase.last == phrase.first + 2 and page.lower(phrase.last) in LEFT):
        return form, page.words(phrase.first, phrase.first)  # a fourth was hurt
    if phrase.first == phrase.last or "another" in words and phrase.last == phrase.first + 1 and page.lower(phrase.last) in LEFT:
        return (form, page.words(phrase.first, phrase.first)) if "another" in words else None
    return (form, page.words(phrase.first, phrase.first)) if _victim(page, phrase, form) else None


def _victim(page: Page, phrase: Phrase, form: str) -> bool:
    if page.lower(phrase.head) == "figure" and not SENIOR.isdisjoint(map(page.lower, range(phrase.first, phrase.head))):
        return form == "single" and not _named(page, phrase)  # a senior Kolb figure
    last = phrase.head - (page.lower(phrase.head) in LEFT and phrase.head > phrase.first + 1)  # left a soldier dead
    if page.lower(phrase.last).endswith("-old"):
        last = phrase.last  # a four-year-old, whose head is no noun
    head = page.tokens[last]
    if head.lower in LETTERS and not head.text.isupper():
        return False  # a Kia
    if form != "none" and not singular(head.lower):
        return False
    kind = kind_of_noun(page, phrase.first + 1, last)
    if form == "none":
        if told := reported(page, phrase):
            return page.lower(told.head) in TOLLS
        if head.lower in ("loss", "losses"):
            return page.lower(phrase.last + 1) != "of" and (kind == "people" or page.tag(last - 1) != "noun")
        if head.lower in ("body", "bodies", "corpse", "corpses"):
            return False  # none was found
        if page.lower(phrase.first + 1) in ("more", "less", "fewer", "longer") or page.tag(phrase.first + 1) == "qual":
            return False
        return kind in ("people", "incidents", "equipment", "structures")
    if form == "the" and (head.capital and page.tag(phrase.head) == "name" or "'s" in head.lower):
        return False
    if form == "single" and head.lower in DEEDS:
        return False
    if form == "single" and head.lower == "body":
        return any(verb.lemma in FINDING and (verb.subject is phrase or phrase in verb.objects) for verb in page.verbs_of(page.sentence(phrase.first)))
    people = kind == "people" or head.lower in ("civilian", "other", "year-old") or head.capital and countries.nationality(head.lower)
    return bool(people) and not _named(page, phrase) and not (form == "single" and _told_again(page, phrase))


def _told_again(page: Page, phrase: Phrase) -> bool:
    """Whether one who was just told of is described between commas: a second man, a teacher, was killed; but one of them, a teacher, was killed."""
    if page.lower(phrase.first - 1) != ",":
        return False
    closing = next((i for i in range(phrase.last + 1, phrase.last + TAIL) if page.tag(i) not in ("prep", "name", "noun", "det", "adj", "poss")), phrase.last)
    if page.lower(closing) != "," or page.tag(closing + 1) not in (*FINITE, "adv", "rel"):
        return False
    told = page.phrase(phrase.first - 2)
    if told is None or told.last != phrase.first - 2 or page.lower(told.first) not in TOLD or page.lower(told.first - 1) in (",", "and"):
        return False
    return page.lower(told.first - 1) != "of" and singular(page.lower(told.head)) and page.tag(told.head) == "noun"


def _named(page: Page, phrase: Phrase) -> bool:
    """Whether a name stands in apposition: "a policeman, Karl Mira, was killed", "Karl Mira, a policeman, was killed"."""
    after, before = phrase.last + 1, phrase.first - 1
    if any([page.lower(i), page.lower(i + 1)] in KNOWN_AS and page.tag(i + 2) in ("name", "mark") for i in range(after, after + TAIL)):
        return True  # a commander of the group, identified as Abu Kolb
    if page.lower(after) in (",", "named", "called", "nicknamed", "dubbed", "identified", "-", "--", "–"):
        name = page.name(after + 1) or page.name(after + 2)
        if name is not None and name.first <= after + 2 and name.kind not in ("place", "body", "medium") and page.lower(name.last + 1) in (",", ".", "-", "–", ";", "and", "(", ")", "who"):
            return page.tokens[name.first].start - page.tokens[after].end < 4 or page.lower(after) not in (",", "-", "–")
    if page.lower(before) == "," and page.kind(before - 1) == "digits" and page.lower(before - 2) == ",":
        before -= 2  # Karl Mira, 34, a policeman, was killed
    if page.lower(before) == "," and before > 0:
        name = page.name(before - 1)
        if name is not None and name.last == before - 1 and name.kind in ("person", None) and page.lower(name.first - 1) not in PLACING:
            return not countries.nationality(page.lower(name.last))  # two Saudis, a Yemeni
    return bool(page.tag(phrase.last) == "name" and page.tag(phrase.head) == "name" and phrase.last > phrase.first + 1 and _person(page, phrase.last))


def _person(page: Page, i: int) -> bool:
    name = page.name(i)
    return name is not None and name.kind == "person"


def no_victim(count: Count) -> bool:
    """Whether nothing of the kind befell the one whom an article would count, or the none whom `no` would count."""
    if count.form == "none":
        return count.effect is None or count.why[-1].rule.endswith("strength")
    if count.form != "single":
        return False
    rule = next((why.rule for why in count.why if why.field == "effect"), "")
    return count.effect not in VICTIM or rule.endswith(("noun_of_an_earlier_fate", "adjective_before_the_noun")) or count.verb is not None and count.verb.negated


def told_before(sheet: Sheet, count: Count) -> bool:
    """Whether `the` driver is one whom a figure counted already when he was introduced."""
    if not count.why[0].rule.endswith("victim_introduced_before"):
        return False
    return count.noun is not None and sheet.first_single(count.noun.head) < count.first
