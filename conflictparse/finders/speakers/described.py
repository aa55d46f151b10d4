"""By description: whom an office, or words that say what somebody is, mean."""
from ...almanac import countries
from ...page import Page
from ...page.names import TITLES
from ...page.words import PEOPLES
from . import gender
from .cast import Cast
from .character import Character, office_words
from .likeness import LATELY, WORDS, agree, describing, new, personal, spoke_just_before
from .mention import Mention

FORMERLY = frozenset("former ex one-time onetime erstwhile retired ousted deposed exiled".split())
STANDING = frozenset("senior top high-ranking ranking local".split())
POINTING = frozenset("same unnamed unidentified anonymous aforementioned latter".split())  # tell nothing of a person
SOVEREIGNS = frozenset(("king", "queen", "emir", "sultan", "emperor"))
FIRST = frozenset(("top", "chief", "senior-most"))
KIN = frozenset("father mother grandfather grandmother widow widower parent".split())
BROAD = frozenset(("muslim", "moslem", "christian", "arab", "african"))  # of more than one people or church
ANYBODY = frozenset(("man", "woman", "boy", "girl"))


def before(page: Page, mention: Mention, cast: Cast) -> Character | None:
    """The one to whom the story last gave an office or description, if the other words do not speak against it."""
    if mention.sort != "person" or mention.name is not None or new(mention):
        return None
    asked = office_words(page, (mention.head,))
    others = office_words(page, (i for i in range(mention.start, mention.last + 1) if page.tag(i) not in ("prep", "conj", "det", "poss"))) - asked - POINTING
    if mention.lemma == "monarch":
        asked = asked | SOVEREIGNS
    if mention.lemma == "diplomat" and others & FIRST:
        asked, others = {"foreign"}, others - FIRST  # the top diplomat is the foreign minister
    fitting = [c for c in cast.of_offices(asked) if c.joined == mention.joined and c.plural == mention.plural and c.meets(gender.of([page.lower(mention.head)])) and agree(others, c, asked)]
    if not mention.article and not others:
        if not mention.plural:
            return None
        fitting = [c for c in fitting if not _of_a_number(page, c.met)]
    found = cast.latest(fitting, mention.first)
    if found is not None and not mention.article and mention.plural and (found.mentions[0].first > mention.first or not others <= found.offices):
        return None  # officials are not the Western officials of whom the story speaks later
    if found is None or found.mentions[0].first > mention.first and not others & found.offices and len(fitting) > 1:
        return None
    return found if mention.article != "poss" or not _of_another_body(page, mention, found, cast) else None


def _of_a_number(page: Page, mention: Mention) -> bool:
    """Whether some are told from others, counted, or somebody's: two other witnesses, the firm's economists, whom witnesses and economists need not be."""
    return page.tag(mention.first) in ("num", "qual") or mention.article in ("other", "a") or any(page.tag(i) == "poss" for i in range(mention.start, mention.head))


def _of_another_body(page: Page, mention: Mention, character: Character, cast: Cast) -> bool:
    """Whether `its spokesman` is another body's than the one to whom the story gives the office."""
    if page.lower(mention.first) not in ("its", "their"):
        return False
    body = next((c for before, c in reversed(cast.seen[-LATELY:]) if c.sort == "group" and before.first < mention.first and not before.inside), None)
    theirs = {word for word in character.offices if len(word) > 2} - office_words(page, range(mention.start, mention.last + 1))
    return body is not None and bool(theirs) and theirs.isdisjoint(body.words) and theirs.isdisjoint(body.short)


def any_office(page: Page, mention: Mention, cast: Cast) -> Character | None:
    """The person who spoke last, whom a word for a person takes up that is no high office."""
    if mention.sort != "person" or mention.article != "the" or mention.plural or mention.name is not None or page.quoted(mention.first):
        return None
    others = office_words(page, range(mention.start, mention.head)) - STANDING if len(mention.words) > 1 else set()
    if others and (WORDS.of(mention.lemma) != "person" or mention.last > mention.head):
        return None
    if WORDS.of(mention.lemma) != "person" and (TITLES.of(mention.lemma) in ("office", "rank", "honour") or not mention.source) or mention.lemma in ANYBODY and not mention.source:
        return None  # the driver of whom the general speaks is not he
    if (ranked := _of_a_rank(page, mention, cast)) is not None:
        return ranked
    for _, character in reversed(cast.speakers[-3:]):
        if character.sort == "person" and not character.plural and others <= character.offices and character.meets(gender.of([page.lower(mention.head)])):
            return character  # the UN official, of the UN's coordinator
    return None


def _of_a_rank(page: Page, mention: Mention, cast: Cast) -> Character | None:
    """Whom `the officer` takes up: the last by name with a rank, in this sentence or the one before."""
    if mention.lemma != "officer":
        return None
    start = page.sentence(max(page.sentence(mention.first).first - 1, 0)).first
    for before, character in reversed(cast.seen[-LATELY:]):
        if before.first < start:
            break
        if character.sort == "person" and character.named and any(TITLES.of(word) == "rank" for word in character.offices):
            return character
    return None


def anew(page: Page, mention: Mention, cast: Cast) -> Character | None:
    """The person by name who spoke just before, whom words take up that describe and name nobody, if nothing speaks against it."""
    character = spoke_just_before(page, mention, cast)
    others = describing(page, mention) if character is not None else ()
    aged = mention.start == mention.head > mention.first + 1  # the 52-year-old housewife
    kin = mention.lemma in KIN and page.lower(mention.head + 1) == "of" and page.tag(mention.head + 2) == "num"  # the father of five
    aged = aged or kin
    if not (aged and character is not None) and not any(personal(page, i) for i in others) or not character.meets(gender.of([page.lower(mention.head)])):
        return None
    former = kin or any(page.lower(i) in FORMERLY for i in others) or WORDS.of(mention.lemma) == "person"
    if not former and TITLES.of(mention.lemma) in ("office", "rank") and mention.lemma not in character.offices:
        return None
    here, there = ({countries.nationality(word) or word for word in words if countries.nationality(word) or word in PEOPLES - BROAD} for words in ([page.lower(i) for i in others], character.offices))
    return None if here and there and not here & there else character
