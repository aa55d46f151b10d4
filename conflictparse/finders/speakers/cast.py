"""The cast: everyone whom a story names or describes, with all mentions, in the order of the story."""
from itertools import chain, islice
from typing import Iterable, Iterator

from ...kept import kept
from ...page import Page
from ...page.phrases import Phrase
from . import apposition, gender
from .mention import Mention, fold
from .nouns import listed

SMALL = frozenset(("the", "a", "an", "of", "'s"))
CLASSES = frozenset("group militia movement force party front alliance".split())  # what precedes them may stand for them: the resistance
MANY = 40  # candidates looked at for one mention; a story of records may have thousands of one name


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
            self._heads.update(heads(mention))
            if self.sort == "person":
                self._gender = self._gender or _gender(mention)
        self.news.clear()
        return self

    def turns_out(self, sort: str) -> None:
        """It is of another nature than its mentions so far told."""
        self.heard.sort = sort

    def meets(self, gender_asked: str | None) -> bool:
        return gender_asked is None or self.gender is None or self.gender == gender_asked


class Cast:
    """Who is on stage; grows as the story is read."""

    def __init__(self, page: Page):
        self.page = page
        self.characters: list[Character] = []
        self.by_word: dict[str, dict[int, Character]] = {}
        self.by_office: dict[str, dict[int, Character]] = {}
        self.names: dict[int, int] = {}
        """Tokens at which a name begins that a description with a comma leads up to, and whose it is"""
        self.seen: list[tuple[Mention, Character]] = []
        """Mentions in the order of the story, as far as it is read"""
        self.speakers: list[tuple[int, Character]] = []
        """Who has spoken so far: the token of the source, the character"""

    def enter(self, mention: Mention) -> Character:
        """Someone new."""
        character = Character(len(self.characters), mention)
        self.characters.append(character)
        return self.add(character, mention)

    def add(self, character: Character, mention: Mention) -> Character:
        """Another mention of a character; what it tells is put to what is known."""
        mention.entered = True
        character.mentions.append(mention)
        character.news.append(mention)
        if mention.pronoun:
            return character
        if mention.name is not None:
            character.named = True
            _index(self.by_word, mention.words.union(mention.name_words), character)
        else:
            _index(self.by_word, mention.words, character)
        if mention is not character.fullest and _fuller(mention, character.fullest):
            character.fullest = mention
        if character.sort == "person":
            if offices := _offices(mention):
                _index(self.by_office, offices, character)
                character.offices |= offices
        elif mention.initials:
            _index(self.by_word, mention.initials, character)
            character.short |= mention.initials
        return character

    @kept
    def persons(self) -> list[Character]:
        """Persons with a name who speak, in the order of their first mention; asked only when all names have been entered."""
        return sorted((c for c in self.characters if c.sort == "person" and c.named and any(m.source for m in c.mentions)), key=lambda c: c.mentions[0].first)

    @kept
    def firsts(self) -> list[int]:
        return [character.mentions[0].first for character in self.persons]

    @kept
    def subjects(self) -> frozenset[int]:
        """Last tokens of the phrases of which a finite verb says something."""
        return frozenset(verb.subject.head for verb in self.page.verbs if verb.subject is not None and verb.form == "finite")

    # --- asking ----------------------------------------------------------------------------------------------------
    def of_words(self, words) -> list[Character]:
        """Characters that share one of the words, latest entered last."""
        return self._of(self.by_word, words)

    def of_offices(self, words) -> list[Character]:
        """Persons to whom the story gives one of the offices or descriptions."""
        return self._of(self.by_office, words)

    @staticmethod
    def _of(index: dict[str, dict[int, Character]], words) -> list[Character]:
        known = [index[word] for word in words if word in index]
        found = {number: characters[number] for characters in known for number in islice(reversed(characters), MANY)} if known else {}
        return [found[number] for number in sorted(found)] if found else []

    def latest(self, among: list[Character], last: int) -> Character | None:
        """Which of several was mentioned last before token `last`; if none was, the one that will be; of several, none."""
        wanted = {character.number for character in among}
        for mention, character in reversed(self.seen[-400:]):
            if character.number in wanted and mention.first < last:
                return character
        return among[0] if len(among) == 1 else None


def _index(index: dict[str, dict[int, Character]], words: Iterable[str], character: Character) -> None:
    for word in words:
        if word in index:
            index[word][character.number] = character
        else:
            index[word] = {character.number: character}


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
            if noun := known.nouns.get(i):
                words.add(noun.lemma)
    words -= SMALL
    return words


def _offices(mention: Mention) -> set[str]:
    """The words of the offices and descriptions of a person that stand with a mention."""
    places = [range(first, last + 1) for first, last in _describing(mention)]
    return office_words(mention.page, places[0] if len(places) == 1 else chain(*places)) if places else set()


def heads(mention: Mention) -> set[str]:
    """The words that can stand for what a mention means: its head, and what precedes a word for its class."""
    lower = mention.page.lower
    found = {mention.lemma, fold(lower(mention.head)), *mention.name_words[-1:]}
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
    page = mention.page
    for first, last in _describing(mention):
        if found := gender.of([page.lower(i) for i in range(first, min(last, first + 6) + 1) if page.tag(i) != "poss" and not page.quoted(i)]):
            return found
    return gender.of([page.lower(mention.name[0])]) if mention.name and mention.name[1] > mention.name[0] else None


def _fuller(a: Mention, b: Mention) -> bool:
    """Whether `a` names more fully than `b`."""
    if (a.name is None) != (b.name is None):
        return b.name is None
    one, other = (len(a.words), len(b.words)) if a.name is None else (len(a.name_words), len(b.name_words))
    if one != other:
        return one > other
    if a.name is None and a.last - a.end > b.last - b.end:
        return b.shouting or not a.shouting
    return b.shouting and not a.shouting


def mentions(page: Page, taken: set[int]) -> Iterator[Mention]:
    """Every mention of someone in the story's prose: names, and descriptions with a known noun, in order; none that begins or has its head in what is taken."""
    done, owners = -1, {name.last: name for name in page.names if page.tag(name.last + 1) == "poss"}
    for phrase in _telling_phrases(page):
        first, last, noun = phrase
        if first <= done or page.lower(first - 1) == "[":
            continue
        known = page.name(noun)
        if known and known.first >= first:
            last = max(last, known.last)
        for owner in [owners[i] for i in range(first, known.first if known else noun) if i in owners] if owners else ():
            mention = Mention(page, owner.first, owner.last)  # Chad's high command
            if mention.first not in taken and mention.head not in taken:
                yield mention
        if first in taken and last == phrase.last and taken.issuperset(range(first, last + 1)):
            continue
        mention = Mention(page, first, last)
        if mention.pronoun is None and (mention.name is not None or mention.noun):
            if mention.first not in taken and mention.head not in taken:
                yield mention
            done = last


def _telling_phrases(page: Page) -> list[Phrase]:
    """The phrases in which someone is named, or a noun is known, in order: one of three."""
    telling = {i for name in page.names for i in range(name.first, name.last + 1)}.union(listed(page).nouns)
    return sorted({phrase for i in telling if (phrase := page.phrase(i))})
