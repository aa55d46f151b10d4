"""A mention: what the words by which a story refers to someone tell of him, of a body, of a document."""
from functools import lru_cache

from ...almanac import countries
from ...kept import kept
from ...lexicon import Lexicon
from ...page import Page
from ...page.names import GROUPS, PARTICLES, TITLES, Name, names_a_body
from ...page.words import VOCABULARY

NOUNS = Lexicon(__package__, "kind.txt", ("person", "group", "document"))
ARTICLES = {"the": "the", "a": "a", "an": "a", "one": "a", "another": "other", "other": "other", "some": "a", "several": "a", "two": "a", "three": "a",
            "many": "a", "this": "the", "that": "the", "these": "the", "those": "the", "both": "the", "its": "poss", "his": "poss", "her": "poss",
            "their": "poss", "our": "poss", "my": "poss", "your": "poss", "any": "any", "no": "any"}
PRONOUNS = frozenset("he she it they i we you who which that whom".split())
OBLIQUE = {"him": "he", "her": "she", "them": "they"}
RELATIVE = frozenset(("who", "which", "that", "whom"))
SMALL = frozenset("the a an of for and in to on at de la el del das des et y one some its their his her this that".split())
LONGEST_TITLE = 5  # tokens: Additional Director General of Police
AROUND = 30  # tokens that tell whether a sentence is in capitals only
PLACING = frozenset("in at near from outside around across towards toward over into inside [".split())
WORDS_OF_A_BODY = frozenset(("of", "for", "on", "against", "to", "in"))


class Mention:
    """Tokens `first` to `last`; `core` is what stands between the article and the head, the head included."""

    def __init__(self, page: Page, first: int, last: int, source: bool = False):
        self.page, self.source, self.entered = page, source, False
        self.first, self.last = _trim(page, first, last)
        word = OBLIQUE.get(page.lower(self.first), page.lower(self.first))
        alone = self.first == self.last or page.lower(self.first + 1) == "and"  # he and Ada Berg
        self.pronoun = word if alone and word in PRONOUNS else None
        self.article = ARTICLES.get(page.lower(self.first), "") if self.last > self.first else ""
        self.start = self.first + 1 if self.article and page.tag(self.first) != "name" else self.first
        self.end = _core(page, self.start, self.last)
        self.head = _head(page, self.start, self.end)
        self.behind = _person_noun(page, self.head) and _named_behind(page, self.head, self.last)
        """Whether the name closes a long description"""
        if self.behind:
            self.end = self.head = self.last

    @kept
    def noun(self) -> tuple[str, str, bool] | None:
        """Section, lemma and number of the known noun that is the head."""
        for i in range(max(self.start, self.head - 2), self.head + 1):
            entry = NOUNS.at(self.page.tokens, i)
            if entry and i + entry.length - 1 == self.head and not (entry.length == 1 and entry.form == 0 and self._part_of_a_name()):
                return entry.section, entry.lemma, entry.form > 0
        return None

    @kept
    def name(self) -> tuple[int, int] | None:
        """The proper name in the core, without titles; None where a description stands alone."""
        if self.pronoun or self.noun and not self._noun_in_a_name() or self._title_alone():
            return self._named_before_class_word()
        known = self.page.name(self.head)
        first = max(known.bare, self.start) if known else self.head
        if not known and (not self.source or not self.page.tokens[self.head].capital) or not self.source and self._of_a_place(known):
            return None
        while first < self.head and (entry := TITLES.at(self.page.tokens, first)) and first + entry.length <= self.head:
            if GROUPS.of(self.page.lower(first + entry.length)) == "body" or names_a_body(self.page.tokens, first, entry.length):
                break  # the General Staff
            first += entry.length
        first = self._over_lower_words(first)
        return (first, self.end) if first <= self.end else None

    def _part_of_a_name(self) -> bool:
        """Whether a word for a person is a surname here: James Elder, Ada Baker."""
        word, before = self.page.tokens[self.head], self.page.tokens[self.head - 1]
        if self.head == self.start or not word.capital or word.text.isupper() or TITLES.of(word.lower):
            return False
        return before.kind == "word" and before.capital and not before.text.isupper() and not countries.nationality(before.lower) and not GROUPS.of(before.lower)

    def _of_a_place(self, known: Name) -> bool:
        """Whether a name that nothing makes a person's stands where a place would: near Sinkovka."""
        return known.kind in (None, "place") and known.bare == known.first and self.page.lower(self.first - 1) in PLACING

    def _over_lower_words(self, first: int) -> int:
        """In copy of capitals only, the name begins after the last noun or title: COALITION SPOKESMAN RYAN DILLON; a body's name is whole."""
        if GROUPS.of(self.page.lower(self.head)) == "body" or names_a_body(self.page.tokens, first, 1):
            return first
        for i in range(self.head - 1, first - 1, -1):
            entry = NOUNS.at(self.page.tokens, i)
            if entry and entry.section == "person" and i + entry.length <= self.head:
                return i + entry.length
        return first

    def _noun_in_a_name(self) -> bool:
        """Whether the head, a known noun, belongs to a name: Raqa Civil Council, but not the Council."""
        known = self.page.name(self.head)
        if self.noun[0] != "group" and GROUPS.of(self.page.lower(self.head)) != "body" or known is None or self.shouting or not self.page.tokens[self.head].capital:
            return False
        return known.last - max(known.bare, self.start) >= 1 or self.end > self.head

    def _named_before_class_word(self) -> tuple[int, int] | None:
        """The name of a body before the word for its class: Syrian Democratic Forces militia."""
        if self.noun and self.noun[0] == "group" and self.head > self.start and not self.shouting:
            known = self.page.name(self.head - 1)
            if known and known.kind in ("body", "medium") and known.bare < known.last and known.last == self.head - 1 and not self.page.tokens[self.head].capital:
                return max(known.bare, self.start), known.last
        return None

    def _title_alone(self) -> bool:
        """Whether the core ends in a title or office and names nobody: the Foreign Secretary, the president."""
        for i in range(max(self.start, self.head - 3), self.head + 1):
            entry = TITLES.at(self.page.tokens, i)
            if entry and i + entry.length - 1 == self.head and entry.section != "honour":
                return True
        return False

    @kept
    def shouting(self) -> bool:
        """Whether the mention stands among capitals only."""
        sentence = self.page.sentence(self.head)
        words, upper = self.page.long_words(max(sentence.first, self.head - AROUND), min(sentence.last, self.head + AROUND))
        return words > 2 and upper > 0.8 * words

    @kept
    def sort(self) -> str:
        """`person`, `group` or `document`: the nature of what the words mean, named or not."""
        if self.behind:
            return "person"
        if self.noun and self.name is None:
            return "group" if self._force() else self.noun[0]
        if self.name is None:
            return "person" if self._title_alone() else self._unnamed_sort()
        known: Name | None = self.page.name(self.name[0])
        if self.noun and (self.noun[0] == "group" or self._noun_in_a_name()):
            return "group"
        before = self._noun_before(self.name[0])
        if before:
            return before
        words = [self.page.lower(i) for i in range(self.name[0], self.name[1] + 1)]
        if "resolution" in words:
            return "document"
        if known and known.kind in ("body", "medium", "place") and not (self.shouting and known.kind == "body" and not any(map(GROUPS.of, words))):
            return "group"
        if countries.country(" ".join(self.page.tokens[i].text for i in range(self.name[0], self.name[1] + 1))):
            return "group"
        if any(char.isdigit() for char in self.page.tokens[self.name[1]].text):
            return "group"  # Raqqa24, Channel 12
        if self.name[0] == self.name[1] and not self.shouting and (self.page.tokens[self.head].text.isupper() or GROUPS.of(words[0]) in ("body", "medium")):
            return "group"
        return "group" if self.article == "the" and self.start == self.name[0] else "person"

    def _force(self) -> bool:
        """Whether fighters stand for the body whose name precedes them: FMLN rebels."""
        known = self.page.name(self.head - 1) if self.head > self.start and not self.shouting else None
        return bool(known and known.kind == "body" and self.noun[1] in ("rebel", "guerrilla", "militant", "insurgent", "fighter", "separatist"))

    def _unnamed_sort(self) -> str:
        """What an unknown head noun means: what the page's lists say of it, else somebody."""
        section = GROUPS.of(self.page.lower(self.head))
        return "group" if section in ("body", "medium") or countries.nationality(self.page.lower(self.head)) and self.page.tokens[self.head].capital and self.article != "a" else "person"

    def _noun_before(self, i: int) -> str | None:
        """What the noun or title right before a name says: the rights group Voices, the monk Basho."""
        for j in range(max(self.start, i - LONGEST_TITLE), i):
            title, entry = TITLES.at(self.page.tokens, j), NOUNS.at(self.page.tokens, j)
            if title and j + title.length == i:
                return "person"
            if entry and j + entry.length == i:
                return entry.section
        return None

    @kept
    def plural(self) -> bool:
        """Whether several speak."""
        if self.pronoun:
            return self.pronoun in ("they", "we")
        if self.joined:
            return True
        return bool(self.noun and self.noun[2]) or not self.noun and self.name is None and self.page.lower(self.head).endswith("s") and self.article != "a"

    @property
    def titled(self) -> bool:
        """Whether a title or a noun for a person stands before the name."""
        return self.name is not None and self._noun_before(self.name[0]) == "person"

    @kept
    def joined(self) -> bool:
        """Whether two are named together: local officials and a security source."""
        return any(self.page.lower(i) == "and" for i in range(self.end + 1, self.last))

    @kept
    def words(self) -> frozenset[str]:
        """The words of the core that mean something, folded; a people's for its country's: the Russian ministry, Russia's Defence Ministry."""
        return frozenset(self._country(i) or fold(self.page.lower(i)) for i in range(self.start, self.end + 1) if self._means(i))

    def _country(self, i: int) -> str | None:
        """The country of the people at token `i`, if it is an adjective here."""
        code = countries.nationality(self.page.lower(i)) if i < self.head and self.page.tokens[i].capital else None
        return countries.named(code).name.casefold() if code else None

    def _means(self, i: int) -> bool:
        return self.page.tokens[i].kind in ("word", "digits") and self.page.lower(i) not in SMALL and self.page.tag(i) != "poss"

    @kept
    def name_words(self) -> tuple[str, ...]:
        """The words of the name, in order, folded."""
        if self.name is None:
            return ()
        return tuple(fold(self.page.lower(i)) for i in range(self.name[0], self.name[1] + 1) if self.page.lower(i) not in ("the", "'s") and self.page.tokens[i].kind in ("word", "digits"))

    @kept
    def lemma(self) -> str:
        """The head in the singular."""
        return self.noun[1] if self.noun else fold(self.page.lower(self.head))

    @property
    def span(self):
        return self.page.words(self.first, self.last)


@lru_cache(maxsize=VOCABULARY)
def fold(word: str) -> str:
    """A word as names are compared: without full stops, without the Arabic article."""
    word = word.replace(".", "").replace("’", "'").casefold()
    for article in ("al-", "el-", "ar-", "as-", "ash-", "at-", "an-", "az-"):
        if word.startswith(article) and len(word) > len(article) + 1:
            return word[len(article):]
    return word


def _person_noun(page: Page, head: int) -> bool:
    entry = NOUNS.at(page.tokens, head) or TITLES.at(page.tokens, head)
    return entry is not None and entry.section in ("person", "rank", "office", "job")


def _named_behind(page: Page, head: int, last: int) -> bool:
    """Whether a full name closes a description without a comma: head of the city's military administration Vitaly Kolb."""
    known = page.name(last) if last > head else None
    if known is None or known.last != last or known.last == known.bare or known.kind in ("body", "medium", "place") or known.bare <= head:
        return False
    return page.tag(known.bare - 1) == "noun" and not page.tokens[known.bare - 1].capital


def _trim(page: Page, first: int, last: int) -> tuple[int, int]:
    """Without marks at the edges."""
    while first < last and page.tokens[first].kind not in ("word", "digits", "money"):
        first += 1
    while last > first and page.tokens[last].kind not in ("word", "digits"):
        last -= 1
    if last > first and page.tag(last) == "poss" and page.lower(last) in ("'s", "s"):
        last -= 1
    return first, last


def _core(page: Page, start: int, last: int) -> int:
    """The last token before what follows the head: a preposition, a relative clause, a comma."""
    i = start
    while i < last:
        known = page.name(i)
        if known and known.last > i:
            i = min(known.last, last)
            continue
        tag, word = page.tag(i + 1), page.lower(i + 1)
        if tag == "conj" and page.tag(i) == "adj" and page.tag(i + 2) in ("adj", "noun"):
            i += 2  # the operational and strategic group's spokesman
            continue
        if tag in ("prep", "rel", "sub", "to", "conj") or page.tokens[i + 1].kind in ("mark", "dash") and word not in ("'", "’", "\"", "“", "”", "/"):
            longer = _longer_name(page, start, i, last)
            if longer == i:
                return i
            i = longer
            continue
        if tag in ("part", "verb", "ing") and page.tag(i) in ("noun", "name") and NOUNS.at(page.tokens, i + 1) is None and (i + 2 > last or page.tag(i + 2) in ("prep", "det", "adv", "to")):
            return i
        i += 1
    return last


def _longer_name(page: Page, start: int, i: int, last: int) -> int:
    """The end of a body's name that goes on after a small word: UN Mission for Iraq, Ministry of Health and Welfare."""
    known = page.name(i)
    body = known and (known.kind == "body" or known.first and (entry := NOUNS.at(page.tokens, known.first - 1)) and entry.section == "group")
    body = body or any(page.tokens[k].capital and GROUPS.of(page.lower(k)) == "body" for k in range(start, i + 1))
    if not page.tokens[i].capital or not body:
        return i
    j = i + 1
    if page.lower(j) not in (*WORDS_OF_A_BODY, "and") or page.tokens[i].text.isupper() and page.lower(j) == "in":
        return i
    if j + 1 <= last and page.lower(j + 1) == "the":
        j += 1
    if j + 1 > last or not page.tokens[j + 1].capital or page.tokens[j + 1].kind != "word":
        return i
    j += 1
    while j < last and page.tokens[j + 1].capital and page.tokens[j + 1].kind == "word":
        j += 1
    return j


def _head(page: Page, start: int, end: int) -> int:
    """The last noun of the core; in a body's name the one before its first small word: Ministry of Health."""
    for i in range(start + 1, end):
        if page.lower(i) in WORDS_OF_A_BODY and page.tag(i) == "prep" and GROUPS.of(page.lower(i - 1)) == "body":
            return i - 1
    for i in range(end, start - 1, -1):
        if page.tokens[i].kind == "word" and page.tag(i) not in ("prep", "poss", "num", "adv", "conj") and page.lower(i) not in PARTICLES:
            return i
    return end
