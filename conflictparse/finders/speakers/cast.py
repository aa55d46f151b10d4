"""The cast: everyone whom a story names or describes, with all mentions, in the order of the story."""
from collections import defaultdict
from itertools import islice
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
        self.number, self.mentions = number, []
        self.sort, self.plural = mention.sort, mention.plural
        self.gender: str | None = None
        self.offices: set[str] = set()
        self.named = False
        self.fullest = mention
        self.short: set[str] = set()
        """Abbreviations that the story or the name's initials give"""
        self.words: set[str] = set()
        self.forms: set[frozenset[str]] = set()
        self.heads: set[str] = set()
        self.joined = mention.joined

    @property
    def name_words(self) -> tuple[str, ...]:
        return self.fullest.name_words

    def meets(self, gender_asked: str | None) -> bool:
        return gender_asked is None or self.gender is None or self.gender == gender_asked


class Cast:
    """Who is on stage; grows as the story is read."""

    def __init__(self, page: Page):
        self.page = page
        self.characters: list[Character] = []
        self.by_word: dict[str, dict[int, Character]] = defaultdict(dict)
        self.by_office: dict[str, dict[int, Character]] = defaultdict(dict)
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
        if mention.pronoun:
            character.gender = character.gender or gender.PRONOUNS.get(mention.pronoun)
            return character
        character.named = character.named or mention.name is not None
        if mention is not character.fullest and self._fuller(mention, character.fullest):
            character.fullest = mention
        character.words |= mention.words
        character.forms.add(mention.words)
        if mention.lemma in CLASSES and mention.head > mention.start and mention.name is None:
            character.heads.add(fold(self.page.lower(mention.head - 1)))
        character.heads.update((mention.lemma, fold(self.page.lower(mention.head)), *mention.name_words[-1:]))
        for word in mention.words.union(mention.name_words):
            self.by_word[word][character.number] = character
        if character.sort == "person":
            self._describe(character, mention)
        else:
            character.short |= initials(self.page, mention)
            for word in character.short:
                self.by_word[word][character.number] = character
        return character

    def _describe(self, character: Character, mention: Mention) -> None:
        """Offices and gender that stand with a mention of a person."""
        page = self.page
        stretches = [(mention.start, mention.name[0] - 1 if mention.name else mention.last)]
        if mention.name:
            stretches += [stretch for stretch in (apposition.after(page, mention), apposition.before(page, mention)) if stretch]
        for first, last in stretches:
            offices = office_words(page, range(first, last + 1))
            character.offices |= offices
            for word in offices:
                self.by_office[word][character.number] = character
            character.gender = character.gender or gender.of([page.lower(i) for i in range(first, min(last, first + 6) + 1) if page.tag(i) != "poss" and not page.quoted(i)])
        if mention.name and mention.name[1] > mention.name[0]:
            character.gender = character.gender or gender.of([page.lower(mention.name[0])])

    @staticmethod
    def _fuller(a: Mention, b: Mention) -> bool:
        """Whether `a` names more fully than `b`."""
        one, other = [(m.name is not None, len(m.name_words), 0 if m.name else len(m.words)) for m in (a, b)]
        if one != other:
            return one > other
        if a.shouting != b.shouting:
            return b.shouting
        return a.name is None and a.last - a.end > b.last - b.end

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


def office_words(page: Page, tokens: Iterable[int]) -> set[str]:
    """The words of an office or description at these tokens, abbreviations spelled out."""
    words: set[str] = set()
    nouns, titles = listed(page)
    for i in tokens:
        if page.kind(i) == "word":
            words.add(fold(page.lower(i)))
            if (title := titles.get(i)) and title.length == 1 and title.section != "honour":
                words.update(title.lemma.split())
            if noun := nouns.get(i):
                words.add(noun.lemma)
    return words - SMALL


def initials(page: Page, mention: Mention) -> set[str]:
    """The abbreviations of a body: of its words, of its words and small words, and the one in brackets after it."""
    found = set()
    if mention.name is not None:
        capitals = [page.tokens[i].text for i in range(mention.name[0], mention.name[1] + 1) if page.tokens[i].kind == "word" and page.lower(i) != "'s"]
        big = [word for word in capitals if word[0].isupper()]
        found = {"".join(w[0] for w in chosen).casefold() for chosen in (big, capitals) if len(chosen) > 1}
    i = mention.last + 1
    if page.lower(i) == "(" and i + 2 < len(page.tokens) and page.lower(i + 2) == ")" and page.tokens[i + 1].text.isupper() and page.tokens[i + 1].kind == "word":
        found.add(fold(page.lower(i + 1)))
    return found - {"us"} | ({"us"} if mention.name_words == ("united", "states") else set())


def mentions(page: Page) -> Iterator[Mention]:
    """Every mention of someone in the story's prose: names, and descriptions with a known noun, in order."""
    done = -1
    for phrase in _telling_phrases(page):
        first, last, noun = phrase
        if first <= done or page.lower(first - 1) == "[":
            continue
        known = page.name(noun)
        if known and known.first >= first:
            last = max(last, known.last)
        if first < (before := known.first if known else noun):
            yield from _names_inside(page, first, before - 1)
        mention = Mention(page, first, last)
        if mention.pronoun is None and (mention.name is not None or mention.noun):
            yield mention
            done = last


def _telling_phrases(page: Page) -> list[Phrase]:
    """The phrases in which someone is named, or a noun is known, in order: one of three."""
    telling = {i for name in page.names for i in range(name.first, name.last + 1)}.union(listed(page).nouns)
    return sorted({phrase for i in telling if (phrase := page.phrase(i))})


def _names_inside(page: Page, first: int, last: int) -> Iterator[Mention]:
    """Names that stand before the head of a phrase, with 's: Chad's high command."""
    i = first
    while i <= last:
        known = page.name(i)
        if known and known.last <= last and page.tag(known.last + 1) == "poss":
            yield Mention(page, known.first, known.last)
        i = known.last + 1 if known else i + 1
