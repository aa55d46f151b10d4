"""A mention: what the words by which a story refers to someone tell of him, of a body, of a document."""
from functools import lru_cache

from ...almanac import countries, places
from ...kept import kept
from ...page.names import GROUPS, Name
from ...page.words import VOCABULARY
from . import told
from .wording import LONGEST_TITLE, WORDS, Wording, fold

SMALL = frozenset("the a an of for and in to on at de la el del das des et y one some its their his her this that same unnamed unidentified anonymous aforementioned".split())
FORENAMES = frozenset("german french roman english irish".split())  # of peoples, and of persons
FIGHTERS = frozenset(("rebel", "guerrilla", "militant", "insurgent", "fighter", "separatist"))


class Mention(Wording):
    """Of what nature the one is whom the words mean, of whom there may be several, and by what he can be known again."""

    @kept
    def sort(self) -> str:
        """`person`, `group` or `document`: the nature of what the words mean, named or not."""
        if self.behind:
            return "person"
        if self.noun and self.name is None:
            return "group" if self.noun[1] in FIGHTERS and self._force() else self.noun[0]
        if self.name is None:
            return "person" if self._title_alone() else self._unnamed_sort()
        known: Name | None = self.page.name(self.name[0])
        if self.noun and (self.noun[0] == "group" or self.tokens[self.head].capital and self._noun_in_a_name()):
            return "group"
        named = self.tokens[self.name[0] : self.name[1] + 1]
        before = self._noun_before(self.name[0])
        if before:
            return "group" if before == "person" and known and known.kind == "body" and len(named) > 1 and self._fighters_before(self.name[0]) else before
        if self.name[0] > self.first and self.page.lower(self.name[0] - 1).endswith(told.OF_BODIES):
            return "group"  # State-run New Light
        words = [token.lower for token in named]
        if "resolution" in words:
            return "document"
        if known and known.kind in ("body", "medium", "place") and not (known.kind == "body" and not any(map(GROUPS.of, words)) and self.shouting):
            return "group"
        if countries.country(" ".join([token.text for token in named])):
            return "group"
        if len(named) > 1 and named[0].text.isupper() and named[0].text.isalpha() and 1 < len(named[0].text) < 6 and countries.country(named[-1].text) and not self.shouting:
            return "group"  # PEN Ukraine
        if not named[-1].text.isalpha() and any(map(str.isdigit, named[-1].text)):
            return "group"  # Raqqa24, Channel 12
        if self.source and not self.shouting and self.seat:
            return "group"
        if self.name[0] == self.name[1] and GROUPS.of(words[0]) in ("body", "medium") and not self.shouting:
            return "group"
        if all([token.text.isupper() and (len(named) == 1 or len(token.text) < 6) for token in named]) and not self.shouting:
            return "group"  # WFP, IOM DTM
        if len(words) > 1 and words[0] not in FORENAMES and countries.nationality(words[0]) and not self.shouting:
            return "group"  # Iraqi Spring
        if tuple(words) in told.bodies(self.page) and not self.shouting or len(named) > 2 and self._abbreviated():
            return "group"
        return "group" if self.article == "the" and self.start == self.name[0] else "person"

    def _noun_before(self, i: int) -> str | None:
        """What the noun or title right before a name says: the rights group Voices, the monk Basho."""
        earliest = max(self.start, i - LONGEST_TITLE)
        title = next((j for j, _ in self.listed.titles_to.get(i - 1, ()) if j >= earliest), i)
        for j, entry in self.listed.nouns_to.get(i - 1, ()):
            if earliest <= j < title:
                return entry.section
        return "person" if title < i else None

    def _fighters_before(self, i: int) -> bool:
        """Whether a word for fighters only describes the body whose name follows: rebel Free Fishers Front."""
        return any(entry.lemma in FIGHTERS and entry.form == 0 for _, entry in self.listed.nouns_to.get(i - 1, ()))

    def _force(self) -> bool:
        """Whether the fighters that are the head stand for the body whose name precedes them: FMLN rebels."""
        known = self.page.name(self.head - 1) if self.head > self.start else None
        return known is not None and known.kind == "body" and not self.shouting

    def _unnamed_sort(self) -> str:
        """What an unknown head noun means: what the page's lists say of it, else somebody."""
        section = GROUPS.of(self.tokens[self.head].lower)
        return "group" if section in ("body", "medium") or countries.nationality(self.tokens[self.head].lower) and self.tokens[self.head].capital and self.article != "a" else "person"

    def _abbreviated(self) -> bool:
        """Whether the first letters of the name stand in brackets behind it, as persons' never do: Displaced Fishers Matrix (DFM)."""
        letters = self._letters_behind()
        return letters is not None and fold(letters) == "".join([word[0] for word in self.name_words])

    @kept
    def seat(self) -> str | None:
        """The country of which the name is the capital, if nobody in the story bears it: Ankara denied it."""
        first, last = self.name
        if first < last:
            return places.seat(" ".join([token.text for token in self.tokens[first : last + 1]]))  # New Delhi
        word = self.tokens[first]
        borne = any(name.last > name.bare and self.page.lower(name.last) == word.lower and name.kind not in ("body", "medium", "place") for name in self.page.names)
        return None if borne else places.seat(word.text)

    @property
    def titled(self) -> bool:
        """Whether a title or a noun for a person stands before the name."""
        return self.name is not None and self._noun_before(self.name[0]) == "person"

    @kept
    def plural(self) -> bool:
        """Whether several speak."""
        if self.pronoun:
            return self.pronoun in ("they", "we")
        if self.joined:
            return True
        if self.page.lower(self.first) in ("one", "another", "each") and self.page.lower(self.first + 1) == "of":
            return False
        return bool(self.noun and self.noun[2]) or not self.noun and self.name is None and self.page.lower(self.head).endswith("s") and self.article != "a"

    @kept
    def words(self) -> frozenset[str]:
        """The words of the core that mean something, folded; a people's for its country's: the Russian ministry, Russia's Defence Ministry."""
        tokens, tag, main, found = self.tokens, self.page.tag, self.head, []
        for i in range(self.start, self.end + 1):
            token = tokens[i]
            if (word := token.lower) not in SMALL and token.kind in WORDS and tag(i) != "poss" and not (i < main and word.endswith(told.OF_BODIES)):
                found.append(i < main and token.capital and _country(word) or fold(word))
        return frozenset(found)

    @kept
    def called(self) -> tuple[str, ...]:
        """The words of the name, or of the core where there is none, in order, folded: the name of a body may be made of common words."""
        return self.name_words or self._name_words(self.start, self.end)

    @kept
    def initials(self) -> set[str]:
        """The abbreviations of a body: of its words, of its words and small words, and the one in brackets after it."""
        page, found = self.page, set()
        if self.name and self.name[1] > self.name[0]:
            capitals = [token.text for token in page.tokens[self.name[0] : self.name[1] + 1] if token.kind == "word" and token.lower != "'s"]
            big = [word for word in capitals if word[0].isupper()]
            found = {"".join([word[0] for word in chosen]).casefold() for chosen in (big, capitals) if len(chosen) > 1}
        if letters := self._letters_behind():
            found.add(fold(letters))
        if self.name_words == ("united", "states"):
            found.add("us")
        else:
            found.discard("us")
        return found


@lru_cache(maxsize=VOCABULARY)
def _country(word: str) -> str | None:
    """The country of the people whom an adjective names."""
    code = countries.nationality(word)
    return countries.named(code).name.casefold() if code else None
