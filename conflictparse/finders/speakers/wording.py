"""The words of a mention: which of them are its core, its head and its name."""
from functools import lru_cache

from ...almanac import countries
from ...kept import kept
from ...lexicon import Entry
from ...page import Page
from ...page.names import GROUPS, TITLES, Name, names_a_body
from ...page.words import VOCABULARY
from ...report import Span
from . import head
from .nouns import OFFICES, listed

ARTICLES = {"the": "the", "a": "a", "an": "a", "one": "a", "another": "other", "other": "other", "some": "a", "several": "a", "two": "a", "three": "a",
            "many": "a", "this": "the", "that": "the", "these": "the", "those": "the", "both": "the", "its": "poss", "his": "poss", "her": "poss",
            "their": "poss", "our": "poss", "my": "poss", "your": "poss", "any": "any", "no": "any"}
PRONOUNS = {word: word for word in "he she it they i we you who which that whom".split()} | {"him": "he", "his": "he", "her": "she", "them": "they", "their": "they", "its": "it", "our": "we", "my": "i"}
RELATIVE = frozenset(("who", "which", "that", "whom"))
SOME_OF = frozenset("all most many some both several few none".split())
OTHERS = frozenset(("other", "others"))  # the other said
COUNTING = frozenset(("det", "num", "qual"))  # Another said, Two said
WORDS = frozenset(("word", "digits"))
LONGEST_NOUN = 3  # tokens: chiefs of staff
LONGEST_TITLE = 5  # tokens: Additional Director General of Police
AROUND = 30  # tokens that tell whether a sentence is in capitals only
PLACING = frozenset("in at near from outside around across towards toward over into inside [".split())
SURNAMES = frozenset(
    "baker barber bishop butcher butler carpenter clerk constable cook deacon dean driver farmer fisher forester gardener grocer groom hunter knight marine marshal mason miner painter page "
    "parson pope porter potter prince provost ranger shepherd singer skinner skipper squire steward tailor trapper warden weaver".split()
)
OWN_BODIES = frozenset("mission ministry office offices army police military government council committee commission command embassy court parliament department delegation secretariat presidency team".split())  # no class: UN mission
TITLED = frozenset("shehu amir emir king mufti sultan major judge marshal duke lord pasha justice prince pope bishop abbot chancellor sheikh sheik sheriff dean provost page".split())  # surnames that are titles too


class Wording:
    """Tokens `first` to `last`; the core, from `start` to `end`, is what stands between the article and what follows the head."""

    def __init__(self, page: Page, first: int, last: int, source: bool = False, inside: bool = False):
        self.page, self.listed, self.source, self.entered, self.inside = page, listed(page), source, False, inside
        self.tokens = tokens = page.tokens
        self.pronoun: str | None = None
        self.article, self.behind = "", None
        """Where the name begins, where one closes a long description"""
        self.name_words: tuple[str, ...] = ()
        """The words of the name, in order, folded"""
        self.follows = self.leads = ...
        """The appositions beside it, as soon as somebody has asked for them"""
        self.first, self.last = first, last = head.trimmed(page, first, last)
        word, start = tokens[first].lower, first
        if word in PRONOUNS and page.tag(first) != "name" and (first == last or page.lower(first + 1) == "and"):  # he and Ada Berg
            self.pronoun = PRONOUNS[word]
        elif first == last and word in SOME_OF and page.lower(first + 1) == "of" and page.lower(first + 2) in RELATIVE:
            self.pronoun = page.lower(first + 2)  # witnesses, all of whom said
        if word in ARTICLES and first < last:
            self.article = "other" if page.lower(first + 1) in OTHERS else ARTICLES[word]
            start += page.tag(first) != "name"
        if page.tag(start) == "num" and head.counted_off(page, start, last):
            start += 3  # the 45-year-old farmer
        end = last if start == last else head.core(page, start, last)
        main = end if start == end else head.head(page, start, end)
        main = head.of_an_office(page, start, end) or main
        named = head.name_behind(page, start, main, last) or head.offices_joined(page, start, main, last) if main < last else None
        if named:
            self.behind, end, main = named, last, last
        self.start, self.end, self.head = start, end, main
        ending = self.listed.nouns_to.get(main)
        noun = self._noun(ending) if ending else None
        self.noun: tuple[str, str, bool] | None = noun
        """Section, lemma and number of the known noun that is the head"""
        self.lemma = noun[1] if noun else fold(tokens[main].lower)
        """The head in the singular"""
        self.name: tuple[int, int] | None = self._name() if not noun or tokens[main].capital else self._named_before_class_word()
        """The proper name in the core, without titles; None where a description stands alone"""
        if self.name:
            self.name_words = self._name_words(*self.name)

    def _noun(self, ending: list[tuple[int, Entry]]) -> tuple[str, str, bool] | None:
        """The first of the listed nouns that end with the head and lie within the core."""
        for i, (section, length, lemma, form) in ending:
            if i >= self.start and length <= LONGEST_NOUN and not (length == 1 and form == 0 and self._part_of_a_name()) and (lemma != "house" or self.tokens[self.head].capital):
                return section, lemma, form > 0
        return None

    def _name(self) -> tuple[int, int] | None:
        if self.pronoun or (not self._noun_in_a_name() if self.noun else self._title_alone()):
            return None
        known, capital = self.page.name(self.head), self.tokens[self.head].capital
        first = self.behind or (max(known.bare, self.start) if known else self.head)
        if not known and (not self.source or not capital or self.page.tag(self.head) in COUNTING) or not self.source and self._of_a_place(known):
            return None
        while first < self.head and (entry := self.listed.titles.get(first)) and first + entry.length <= self.head:
            if GROUPS.of(self.page.lower(first + entry.length)) == "body" or names_a_body(self.tokens, first, entry.length):
                break  # the General Staff
            first += entry.length
        if first < self.head:
            first = self._over_lower_words(first)
        return (first, self.end) if first <= self.end else None

    def _part_of_a_name(self) -> bool:
        """Whether a word for a person is a surname here: James Elder, Ada Baker."""
        word, before = self.tokens[self.head], self.tokens[self.head - 1]
        if self.first == self.last and word.capital and word.lower in SURNAMES and not self.shouting:
            return True  # Baker said
        if word.lower in TITLED and self._surname_like_a_title():
            return True
        if self.head == self.start or not word.capital or word.text.isupper() or TITLES.of(word.lower):
            return False
        return before.kind == "word" and before.capital and not before.text.isupper() and not countries.nationality(before.lower) and not GROUPS.of(before.lower)

    def _surname_like_a_title(self) -> bool:
        """Whether a title closes a name as its surname: Angus King, Ada Mufti."""
        word, before = self.tokens[self.head], self.tokens[self.head - 1]
        if word.lower not in TITLED or not word.capital or self.article or self.shouting:
            return False
        if self.first == self.last:  # King said, of one who was called Angus King
            return any(name.last > name.bare and self.tokens[name.last].text == word.text and name.kind in ("person", None) for name in self.page.names)
        if self.head == self.start or not before.capital or before.text.isupper():
            return False
        described = self.listed.titles.get(self.head - 1) or self.listed.nouns.get(self.head - 1) or self.page.tag(self.head - 1) not in ("name", "noun")
        return before.kind == "word" and not described and not countries.nationality(before.lower) and not GROUPS.of(before.lower)

    def _of_a_place(self, known: Name) -> bool:
        """Whether a name that nothing makes a person's stands where a place would: near Sinkovka."""
        return known.kind in (None, "place") and known.bare == known.first and self.page.lower(self.first - 1) in PLACING

    def _over_lower_words(self, first: int) -> int:
        """In copy of capitals only, the name begins after the last noun or title: COALITION SPOKESMAN RYAN DILLON; a body's name is whole."""
        if GROUPS.of(self.tokens[self.head].lower) == "body" or names_a_body(self.tokens, first, 1):
            return first
        for i in range(self.head - 1, first - 1, -1):
            entry = self.listed.nouns.get(i)
            if entry and entry.section == "person" and i + entry.length <= self.head:
                return i + entry.length
        return first

    def _noun_in_a_name(self) -> bool:
        """Whether the head, a known noun with a capital, belongs to a name: Raqa Civil Council, but not the Council."""
        known = self.page.name(self.head)
        if known is None or self._class_in_capitals():
            return False
        entry = GROUPS.at(self.tokens, known.bare)
        if entry and known.bare + entry.length - 1 == known.last > known.bare:
            return entry.length > 2 or not self.shouting  # Save the Children
        if self.noun[0] != "group" and GROUPS.of(self.tokens[self.head].lower) != "body":
            return False
        if self.end > self.start and self.end == self.last and self._letters_behind():
            return not self.shouting  # the Attorney General's Office (AGO)
        return (known.last > max(known.bare, self.start) or self.end > self.head) and not self.shouting

    def _class_in_capitals(self) -> bool:
        """Whether the head is a word for a class that is always written in capitals, with no more than a people's name before it: an American NGO."""
        word = self.tokens[self.head]
        return word.lower in ("ngo", "ngos") and all(not self.tokens[i].capital or countries.nationality(self.tokens[i].lower) for i in range(self.start, self.head))

    def _named_before_class_word(self) -> tuple[int, int] | None:
        """The name of a body before the word for its class, which is no name itself: Syrian Democratic Forces militia."""
        known = self.page.name(self.head - 1) if self.head > self.start and self.noun[0] == "group" else None
        if known and known.kind in ("body", "medium") and known.bare < known.last == self.head - 1 and not self.shouting and self.tokens[self.head].lower not in OWN_BODIES:
            return max(known.bare, self.start), known.last
        return None

    def _title_alone(self) -> bool:
        """Whether the core ends in a title or office and names nobody: the Foreign Secretary, the president."""
        for i, entry in self.listed.titles_to.get(self.head, ()):
            if i == self.head and self._surname_like_a_title():
                continue
            if i >= self.start and entry.length < LONGEST_TITLE and entry.section != "honour":
                return True
        return self.article == "the" and self.start == self.head and self.tokens[self.head].text.isupper() and OFFICES.of(self.tokens[self.head].lower) is not None

    @kept
    def joined(self) -> bool:
        """Whether two are named together: local officials and a security source."""
        return any(self.page.lower(i) == "and" and not self._within_an_office(i) and not self._within_what_describes(i) for i in range(self.end + 1, self.last))

    def _within_an_office(self, i: int) -> bool:
        """Whether an `and` belongs to what an office is for: Secretary of Security and Civilian Protection."""
        page, other = self.page, self.page.phrase(i + 1)
        if page.lower(self.end + 1) not in ("of", "for") or not page.tokens[i - 1].capital or other is None or other.first != i + 1 or not page.tokens[i + 1].capital:
            return False
        entry = self.listed.nouns.get(other.head)
        return self.listed.titles.get(i + 1) is None and self.listed.titles.get(other.head) is None and not (entry and entry.section == "person")

    def _within_what_describes(self, i: int) -> bool:
        """Whether an `and` joins adjectives, or bodies for which one person speaks: a spokesman for the army and the navy."""
        page, other = self.page, self.page.phrase(i + 1)
        if page.tag(i - 1) == "adj" and page.tag(i + 1) == "adj":
            return True
        one = self.noun is not None and self.noun[0] == "person" and not self.noun[2] and page.tag(self.end + 1) == "prep"
        return one and other is not None and (entry := self.listed.nouns.get(other.head)) is not None and entry.section == "group"

    @kept
    def shouting(self) -> bool:
        """Whether the mention stands among capitals only."""
        sentence = self.page.sentence(self.head)
        around = self.tokens[max(sentence.first, self.head - AROUND) : min(sentence.last, self.head + AROUND) + 1]
        capitals = others = 0
        for token in around:
            if token.kind == "word" and len(token.text) > 2:
                if token.text.isupper():
                    capitals += 1
                elif (others := others + 1) * 5 >= len(around):
                    return False  # most often so, after a few words
        return capitals + others > 2 and capitals > 0.8 * (capitals + others)

    def _letters_behind(self) -> str | None:
        """The abbreviation right behind a mention, in brackets or behind `or`: the Free Fishers League (FFL), the Free Fishers League, or FFL,"""
        page, i = self.page, self.last + 1
        if self.joined:
            return None
        if page.lower(i) == "," and page.lower(i + 1) == "or" and page.lower(i + 3) in (",", ".") and page.tokens[i + 2].text.isupper() and len(page.tokens[i + 2].text) > 1:
            return page.lower(i + 2)
        if page.lower(i) not in ("(", "[") or page.lower(i + 2) not in (")", "]") or page.tokens[i + 1].kind != "word":
            return None
        text = page.tokens[i + 1].text
        return page.lower(i + 1) if text.isupper() or sum(map(str.isupper, text)) > 1 else None  # UNHCR, LeT

    def _name_words(self, first: int, last: int) -> tuple[str, ...]:
        return tuple([fold(token.lower) for token in self.tokens[first : last + 1] if token.lower not in ("the", "'s") and token.kind in WORDS])

    @kept
    def span(self) -> Span:
        return self.page.words(self.first, self.last)


@lru_cache(maxsize=VOCABULARY)
def fold(word: str) -> str:
    """A word as names are compared: without full stops, without the Arabic article."""
    word = word.replace(".", "").replace("’", "'").casefold()
    for article in ("al-", "el-", "ar-", "as-", "ash-", "at-", "an-", "az-"):
        if word.startswith(article) and len(word) > len(article) + 1:
            return word[len(article):]
    return word
