"""The cast: everyone whom a story names or describes, with all mentions, in the order of the story."""
from itertools import islice
from typing import Iterable, Iterator

from ...kept import kept
from ...page import Page
from ...page.names import GROUPS
from ...page.phrases import Phrase
from .alias import name_before_alias
from .character import Character, fuller, offices_with
from .head import longer_name, offices_joined
from .mention import Mention
from .nouns import STANDING, listed

FEASTS = frozenset("christmas easter ramadan eid ashura passover diwali thanksgiving hanukkah nowruz pentecost epiphany purim vesak tet".split())  # no persons: Christmas Eve
MANY = 40  # candidates looked at for one mention; a story of records may have thousands of one name


class Cast:
    """Who is on stage; grows as the story is read."""

    def __init__(self, page: Page):
        self.page = page
        self.characters: list[Character] = []
        self.by_word: dict[str, dict[int, Character]] = {}
        self.by_end: dict[int, Character] = {}
        """Characters by the last tokens of their names"""
        self.by_alias: dict[tuple[str, ...], Character] = {}
        """Characters by names that stand behind `alias` or `known as`"""
        self.by_office: dict[str, dict[int, Character]] = {}
        self.introduced: dict[int, int] = {}
        """Tokens of descriptions that lead up to a name behind a comma or brackets, and whose it is"""
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
            self.by_end.setdefault(mention.name[1], character)
            if character.sort == "person" and name_before_alias(self.page, mention) is not None:
                self.by_alias.setdefault(mention.name_words, character)
            _index(self.by_word, mention.words.union(mention.name_words), character)
            if character.sort == "group" and len(mention.name_words) > 1:
                _index(self.by_word, (mention.name_words[0][:2],), character)  # Westmincom
        else:
            _index(self.by_word, mention.words, character)
        if mention is not character.fullest and fuller(mention, character.fullest):
            character.fullest = mention
        if character.sort == "person":
            if offices := offices_with(mention):
                _index(self.by_office, offices, character)
                character.offices |= offices
        elif mention.initials:
            _index(self.by_word, mention.initials, character)
            character.short |= mention.initials
        return character

    def introduce(self, first: int, name: int, character: Character) -> None:
        """A description that begins at `first` leads up to a character's name."""
        self.introduced.update(dict.fromkeys(range(first, name), character.number))

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
        phrases = [verb.subject for verb in self.page.verbs if verb.subject is not None and verb.form == "finite"]
        beside = [name.last for phrase in phrases if self.page.lower(phrase.last + 1) == "," and (name := self.page.name(phrase.last + 2))]  # the envoy, Ada Kolb, left
        return frozenset([*(phrase.head for phrase in phrases), *beside])

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


def mentions(page: Page, taken: set[int]) -> Iterator[Mention]:
    """Every mention of someone in the story's prose: names, and descriptions with a known noun, in order; none that begins or has its head in what is taken."""
    done, owners = -1, {name.last: name for name in page.names if page.tag(name.last + 1) == "poss"}
    for phrase in _telling_phrases(page):
        first, last, noun = phrase.first, phrase.last, phrase.head
        if first <= done or page.lower(first - 1) == "[" or page.lower(noun) == "head" and page.tag(first - 1) == "prep" and page.lower(noun + 1) != "of":
            continue  # shot in the head
        if page.tag(last) == "num" and last > first and page.tokens[last - 1].text.isupper() and page.kind(last) == "digits":
            continue  # SDG 400,000
        known = page.name(noun)
        if known and known.first >= first:
            last = max(last, known.last)
        if (longer := _with_its_place(page, first, last)) > last:
            last = longer
        elif page.lower(noun + 1) == "and" and (other := page.phrase(noun + 2)) and offices_joined(page, first, noun, other.last):
            last = other.last
        for owner in [owners[i] for i in range(first, known.first if known else noun) if i in owners] if owners else ():
            mention = Mention(page, owner.first, owner.last)  # Chad's high command
            if mention.first in taken or mention.head in taken:
                mention = Mention(page, owner.first, owner.last, inside=True)
            if mention.sort == "group" or not mention.inside:
                yield mention
        yield from _bodies_inside(page, first, noun)
        yield from _owning_body(page, first, noun)
        if first in taken and taken.issuperset(range(first, last + 1)):
            if first - 1 in taken and (page.tag(first) == "det" or not (known and known.first < first)) and (page.tag(first - 1) == "prep" or page.lower(first - 1) == "and" and page.tag(first) == "det") and (mention := Mention(page, first, last, inside=True)).sort == "group":
                yield mention  # a spokesman for the Interior Ministry, news reports and the Free League
            continue
        mention = Mention(page, first, last)
        if mention.name_words and mention.name_words[0] in FEASTS:
            continue
        if mention.pronoun is None and (mention.name is not None or mention.noun):
            if mention.first not in taken and mention.head not in taken:
                yield mention
            done = last


def _with_its_place(page: Page, first: int, last: int) -> int:
    """Where a body's name ends that goes on over a small word, as the letters in brackets show: the UN Mission in Zemba (UNMIZ)."""
    if page.lower(last + 1) not in ("in", "for") or not page.tokens[last].capital:
        return last
    end = longer_name(page, first, last, page.sentence(last).last)
    return end if page.lower(end + 1) == "(" and page.lower(end + 3) == ")" else last


def _bodies_inside(page: Page, first: int, head: int) -> Iterator[Mention]:
    """The body whose spokesman or official is meant, so that `the ministry` can take it up: Interior Ministry spokesman Jan Kolb, a foreign ministry official."""
    nouns, titles = listed(page).nouns, listed(page).titles
    for i in range(first + 1, head + 1):
        person = (entry := nouns.get(i) or titles.get(i)) is not None and entry.section in ("person", "job", "office", "rank") and page.tag(i - 1) != "poss"
        last = i - 4 if page.lower(i - 1) == ")" and page.lower(i - 3) == "(" else i - 1  # Rapid Support Forces (RSF) fighters
        before = nouns.get(last) if person else None
        named = page.name(last) if person else None
        if named is not None and named.kind == "body" and named.last == last and named.first >= first:
            yield Mention(page, named.bare, last, inside=True)  # a Red Crescent official
        elif before is not None and before.section == "group" and GROUPS.of(page.lower(last)) == "body":
            begins = last
            while begins > first and page.tag(begins - 1) in ("adj", "name", "noun") and page.lower(begins - 1) not in STANDING and (nouns.get(begins - 1) is None or page.tokens[begins - 1].capital):
                begins -= 1
            yield Mention(page, begins, last, inside=True)


def _owning_body(page: Page, first: int, head: int) -> Iterator[Mention]:
    """The body whose head or spokesman is meant, if no name says which: the Houthi group's spokesman."""
    for i in range(first + 1, head):
        if page.tag(i) == "poss" and (entry := listed(page).nouns.get(i - 1)) is not None and entry.section == "group" and page.name(i - 1) is None:
            yield Mention(page, first, i - 1, inside=True)


def _telling_phrases(page: Page) -> list[Phrase]:
    """The phrases in which someone is named, or a noun is known, in order: one of three."""
    telling = {i for name in page.names for i in range(name.first, name.last + 1)}.union(listed(page).nouns)
    return list(dict.fromkeys([phrase for i in sorted(telling) if (phrase := page.phrase(i))]))
