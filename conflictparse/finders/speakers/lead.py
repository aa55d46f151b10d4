"""The lead: whom the opening of a story only describes, and the story names below."""
from bisect import bisect_right

from ...almanac import countries
from ...page import Page
from ...page.names import GROUPS, TITLES
from ...page.words import PEOPLES
from . import gender
from .cast import Cast
from .character import Character, office_words
from .likeness import WORDS, country, describing, medium
from .mention import Mention
from .nouns import NOUNS
from .wording import fold

OPENING = 4  # paragraphs, with headline and byline, within which a source is the lead's
BELOW = 2  # paragraphs after the lead within which its source is named
SPOKEN = frozenset(("spokesman", "spokeswoman", "spokesperson"))
OFFICIALS = SPOKEN | {"official", "head", "member", "officer", "deputy", "adviser", "secretary"}  # who is meant by `an official`, besides all with an office or rank
NO_OFFICIALS = frozenset("doctor professor pope lic eng".split())
OF_COURTS = frozenset("prosecutor judge magistrate justice".split())
OFFICERS = frozenset("officer chief commander commissioner inspector superintendent sheriff constable head detective".split())
HIDDEN = frozenset("source resident witness eyewitness survivor victim man woman boy girl villager local person".split())  # whom a story has reasons not to name, or many like them
MONITORS = frozenset(("monitor", "tracker"))
ANONYMOUS = frozenset("anonymity anonymous anonymously unnamed unidentified nameless".split())
NAMING = frozenset("named identified name identify quoted".split())


def of_the_lead(page: Page, mention: Mention) -> bool:
    """Whether one source, described as somebody new, stands in the headline or the lead."""
    new = mention.article == "a" or not mention.article and page.paragraph(mention.first) == 0
    return mention.source and new and page.lower(mention.first + 1) != "of" and mention.name is None and not mention.pronoun and not mention.plural and page.paragraph(mention.first) < OPENING


def named_below(page: Page, mention: Mention, cast: Cast) -> Character | None:
    """The one who speaks next by name, if the description fits him; a headline's bare office may be named anywhere."""
    if mention.sort == "document" or mention.lemma in HIDDEN or any(character.sort == mention.sort and character.named for _, character in cast.speakers):
        return None
    fits, here = _person_fits if mention.sort == "person" else _body_fits, page.paragraph(mention.first)
    introduced = set(cast.introduced.values())
    below = sorted((c for c in cast.characters if c.sort == mention.sort and c.named and not (c.plural and c.sort == "person") and (c.number in introduced or any(m.source for m in c.mentions))), key=lambda c: c.mentions[0].first)
    below = [c for c in below if c.mentions[0].first > mention.last and page.paragraph(c.mentions[0].first) > here]
    if mention.article:
        below = [c for c in below[:1] if page.paragraph(c.mentions[0].first) - here <= BELOW]
    return next((c for c in below if fits(page, mention, c) and not _stays_unnamed(page, mention, c)), None)


def _stays_unnamed(page: Page, mention: Mention, character: Character) -> bool:
    """Whether a sentence that speaks of the one described, from the lead to where another is named and a little on, says that nobody may name him."""
    first, last = (bisect_right(page.openings, i) - 1 for i in (mention.first, character.mentions[0].last))
    for sentence in page.sentences[first : last + 2]:
        words = [page.lower(i) for i in range(sentence.first, sentence.last + 1)]
        if page.lower(mention.head) in words and (not ANONYMOUS.isdisjoint(words) or "not" in words and not NAMING.isdisjoint(words)):
            return True
    return False


def _person_fits(page: Page, mention: Mention, character: Character) -> bool:
    """Whether someone described can bear the office that stands with a name: a police officer, the police chief; an official, the governor."""
    if not character.meets(gender.of([page.lower(mention.head)])):
        return False
    offices, asked = character.offices, office_words(page, (mention.head,))
    before = range(mention.start, mention.head)
    here, there = ({countries.nationality(word) or word for word in words if countries.nationality(word) or word in PEOPLES} for words in (map(page.lower, before), offices))
    if here and there and here.isdisjoint(there):
        return False  # an Afghan official is no Iraqi commander
    bodies = {word for word in office_words(page, before) if NOUNS.of(word) == "group"}
    if bodies and any(NOUNS.of(word) == "group" for word in offices) and bodies.isdisjoint(offices):
        return False  # a police officer is no army spokesman
    if mention.lemma == "official" and not offices.isdisjoint(OF_COURTS):
        return not OF_COURTS.isdisjoint(map(page.lower, before))
    if mention.lemma == "official":
        return not offices.isdisjoint(OFFICIALS) or any(TITLES.of(word) in ("office", "rank") and word not in NO_OFFICIALS for word in offices)
    if mention.lemma == "officer":
        return not offices.isdisjoint(OFFICERS) or any(TITLES.of(word) == "rank" for word in offices)
    return not asked.isdisjoint(offices) or not asked.isdisjoint(SPOKEN) and not offices.isdisjoint(SPOKEN)


def _body_fits(page: Page, mention: Mention, character: Character) -> bool:
    """Whether a named body is of the class described: a resistance committee, a rights group, a war monitor."""
    if mention.lemma in character.heads or fold(page.lower(mention.head)) in character.heads:
        return True
    if WORDS.of(mention.lemma) == "medium" or GROUPS.of(mention.lemma) == "medium":
        return medium(character)
    of_class = WORDS.of(page.lower(mention.head)) in ("class", "any body") and describing(page, mention) or mention.lemma.split()[-1] in MONITORS
    named = any(page.lower(i) in PEOPLES for i in range(mention.start, mention.head))  # a Dogon association
    return bool(of_class) and not named and not country(character) and not medium(character)
