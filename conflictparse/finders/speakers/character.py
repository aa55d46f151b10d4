"""A character: one whom a story names or describes, and what its mentions tell of him."""
from itertools import chain
from typing import Iterable

from ...kept import kept
from ...page import Page
from . import apposition, gender
from .bodies import body_called
from .mention import Mention
from .nouns import OFFICES, listed
from .wording import fold

SMALL = frozenset(("the", "a", "an", "of", "'s"))
CLASSES = frozenset("group militia movement force party front alliance".split())  # what precedes them may stand for them: the resistance


class Character:
    """One person, body or document, with all that the story says of him."""

    def __init__(self, number: int, mention: Mention):
        self.number, self.sort, self.met, self.fullest = number, mention.sort, mention, mention
        self.mentions: list[Mention] = []
        self.named = False
        self._gender: str | None = None
        self.news: list[Mention] = []
        """Mentions of which nobody has asked what they tell: of most, nobody ever does"""

    @property
    def name_words(self) -> tuple[str, ...]:
        return self.fullest.name_words

    @property
    def plural(self) -> bool:
        return self.met.plural

    @property
    def joined(self) -> bool:
        return self.met.joined

    @property
    def gender(self) -> str | None:
        return self.heard._gender

    @property
    def words(self) -> set[str]:
        return self.heard._words

    @property
    def forms(self) -> set[frozenset[str]]:
        """The words of each mention."""
        return self.heard._forms

    @property
    def heads(self) -> set[str]:
        return self.heard._heads

    @kept
    def offices(self) -> set[str]:
        return set()

    @kept
    def short(self) -> set[str]:
        """Abbreviations that the story or the name's initials give."""
        return set()

    @kept
    def _words(self) -> set[str]:
        return set()

    @kept
    def _forms(self) -> set[frozenset[str]]:
        return set()

    @kept
    def _heads(self) -> set[str]:
        return set()

    @property
    def heard(self) -> "Character":
        """The same, after what its mentions tell has been taken in."""
        for mention in self.news:
            if mention.pronoun:
                self._gender = self._gender or gender.PRONOUNS.get(mention.pronoun)
                continue
            self._words.update(mention.words)
            self._forms.add(mention.words)
            self._heads.update(_heads(mention))
            if self.sort == "person":
                self._gender = self._gender or _gender(mention)
        self.news.clear()
        return self

    def turns_out(self, sort: str) -> None:
        """It is of another nature than its mentions so far told."""
        self.heard.sort = sort

    def meets(self, gender_asked: str | None) -> bool:
        return gender_asked is None or self.gender is None or self.gender == gender_asked


def office_words(page: Page, places: Iterable[int]) -> set[str]:
    """The words of an office or description at these tokens, abbreviations spelled out."""
    words: set[str] = set()
    tokens, known = page.tokens, listed(page)
    for i in places:
        token = tokens[i]
        if token.kind == "word":
            words.add(fold(token.lower))
            if (title := known.titles.get(i)) and title.length == 1 and title.section != "honour":
                words.update(title.lemma.split())
            if token.lower in OFFICES.first_words and (office := OFFICES.at(tokens, i)):
                words.add(office.lemma)
            if noun := known.nouns.get(i):
                words.add(noun.lemma)
    words -= SMALL
    return words


def offices_with(mention: Mention) -> set[str]:
    """The words of the offices and descriptions of a person that stand with a mention."""
    places = [range(first, last + 1) for first, last in _describing(mention)]
    if not places:
        return set()
    described = places[0] if len(places) == 1 else [*chain(*places)]
    return office_words(mention.page, described) | _abbreviated(mention.page, described)


def _abbreviated(page: Page, places: Iterable[int]) -> set[str]:
    """The first letters of the bodies named there: the leader of the Democratic Unionist Party is the DUP leader."""
    names = {name.first: name for i in places if page.tokens[i].capital and (name := page.name(i)) and name.kind == "body" and name.last > name.bare}
    return {"".join([page.lower(i)[0] for i in range(name.bare, name.last + 1) if page.tokens[i].capital]) for name in names.values()}


def _heads(mention: Mention) -> set[str]:
    """The words that can stand for what a mention means: its head, and what precedes a word for its class."""
    lower = mention.page.lower
    found = {mention.lemma, fold(lower(mention.head)), *(mention.name_words[-1:] if mention.sort == "person" or not mention.name or mention.head >= mention.name[1] else ())}
    if mention.lemma in CLASSES and mention.head > mention.start and mention.name is None:
        found.add(fold(lower(mention.head - 1)))
    return found


def _describing(mention: Mention) -> list[tuple[int, int]]:
    """The stretches that say what a person is: the words before the name, those beside it; all words, where there is no name."""
    if mention.name is None:
        return [(mention.start, mention.last)]
    page, before = mention.page, mention.name[0] - 1
    found = [(mention.start, before)] if before >= mention.start else []
    return found + [stretch for stretch in (apposition.after(page, mention), apposition.before(page, mention)) if stretch]


def _gender(mention: Mention) -> str | None:
    """The gender that stands with a mention of a person."""
    page, known = mention.page, listed(mention.page)
    for first, last in _describing(mention):
        words = [i for i in range(first, min(last, first + 6) + 1) if page.tag(i) != "poss" and not page.quoted(i)]
        if found := gender.of([page.lower(i) for i in words if not page.tokens[i].capital or i in known.nouns or i in known.titles]):
            return found  # a spokesman for the Karen Union
    return gender.of([page.lower(mention.name[0])]) if mention.name and mention.name[1] > mention.name[0] else None


def fuller(a: Mention, b: Mention) -> bool:
    """Whether `a` names more fully than `b`."""
    if (a.name is None) != (b.name is None):
        spelled_out = a.sort == "group" and (a if a.name is None else b).shouting and (one := body_called(a.called)) is not None and body_called(b.called) == one
        return len(a.called) > len(b.called) if spelled_out else b.name is None  # among capitals, no name is told from a description
    one, other = (len(a.words), len(b.words)) if a.name is None else (len(a.name_words), len(b.name_words))
    if one != other:
        return one > other
    if a.name is None and a.sort == "group" and not (a.shouting or b.shouting) and _described(a) != _described(b):
        return _described(a) > _described(b)  # the U.S.-led coalition, the coalition
    if a.name is None and a.last - a.end > b.last - b.end:
        return b.shouting or not a.shouting
    return b.shouting and not a.shouting


def _described(mention: Mention) -> int:
    """How many words describe in the core."""
    return sum(mention.page.tag(i) in ("adj", "noun", "name") for i in range(mention.start, mention.end + 1))
