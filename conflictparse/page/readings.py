"""What each word of a sentence can be, looked at alone; `tags` settles what it is."""
from functools import lru_cache
from typing import NamedTuple

from .words import HYPHEN_ADJ, ING, NOUNS_IN_AL, PART, PAST, QUOTES, SAYING, VOCABULARY, WORDS, lemma, verb_forms

SPECIAL = frozenset("that which what to her before after since until till as so like no more most less half once".split())
TOUCHING = frozenset(("'s", "s"))
QUALIFYING = frozenset("about around over under some only just another nearly almost".split())
NOUNS_IN_LY = frozenset("family assembly italy ally reply supply july rally anomaly fly tally bully belly folly jelly monopoly".split())
ADJECTIVES_IN_LY = frozenset("deadly likely early daily weekly monthly elderly friendly lonely".split())
SUFFIX_ADJ = ("al", "ous", "ive", "ful", "less", "ic", "able", "ible", "ary", "ish", "ese")


class Alone(NamedTuple):
    """What is known of a word wherever it stands."""

    section: str | None
    """What the list of small words says of it"""
    longer: bool
    """Whether an entry of several words begins with it"""
    small: str | None
    """Its class, if it is one of the small words, of which there are no others"""
    tag: str | None
    """Its class where it has no capital; None where its neighbours tell"""


class Reading:
    """One sentence, each word with its class; where it may be several things, with a question mark (`noun?`, `ed?`)."""

    def __init__(self, tokens, first: int, last: int):
        self.tokens, self.first, self.last = tokens, first, last
        self.lower = [token.lower for token in tokens[first : last + 1]]
        long = [token.capital for token in tokens[first : last + 1] if token.kind == "word" and len(token.text) > 2]
        self.shouting = len(long) > 2 and sum(long) > 0.7 * len(long)
        """Capitals mean nothing here: a headline, or old copy in capitals only."""
        self.tags: list[str] = []

    # --- what a word can be ----------------------------------------------------------------------------------------
    def look_up(self) -> None:
        """The first reading of each word; three of four have only one, wherever they stand."""
        for i, token in enumerate(self.tokens[self.first : self.last + 1]):
            if i < len(self.tags):
                continue  # inside an entry of several words
            if token.kind != "word":
                self.tags.append("num" if token.kind in ("digits", "money") or token.text == "%" else "mark")
                continue
            alone = _alone(token.lower)
            entry = WORDS.at(self.tokens, self.first + i) if alone.longer else None
            if entry and entry.length > 1 and self.first + i + entry.length - 1 <= self.last and (entry.section != "qual" or self._number_near(i + entry.length)):
                self.tags += [entry.section] * entry.length
            elif alone.tag and (self.shouting or not token.capital):
                self.tags.append(alone.tag)
            else:
                self.tags.append(self._first_reading(i, token, alone))

    def _first_reading(self, i: int, token, alone: Alone) -> str:
        """What a word with a capital can be, or one of which its neighbours tell."""
        word = token.lower
        if word in TOUCHING and i and token.start == self.tokens[self.first + i - 1].end:
            return "'s"
        if token.text.isupper() and len(word) > 1 and not self.shouting and token.text.isalpha():
            return "name"
        if word == "may" and token.text == "May" and (i or self.tokens[self.first + 1 : self.first + 2] and self.tokens[self.first + 1].kind == "digits"):
            return "name"
        if alone.section in ("prep", "sub", "adv", "modal", "do") and self._inside_a_name(i):
            return "name"
        if alone.section == "adv" and word in QUALIFYING:
            return "qual?" if self._number_near(i + 1) else "adv"
        return alone.small or self._open_reading(i, word, alone.section, token)

    def _open_reading(self, i: int, word: str, single: str | None, token) -> str:
        """What a word can be of which there are always more: a noun, a name, a verb."""
        forms = verb_forms(word)
        capital = token.capital and not self.shouting
        if capital and i and forms and PAST in forms.columns and self.tokens[self.first + i - 1].text.endswith(".") and self.tokens[self.first + i - 1].kind == "word":
            capital = False  # "The U.S. Said": old copy begins a sentence after every full stop
        if capital and i and self.tokens[self.first + i - 1].text not in "\"“‘``'«:":
            return "name"
        named = capital and (i == 0 or self.tokens[self.first + i - 1].text in QUOTES) and not (self.lower[1:2] and _plain_start(word))
        if named and word.endswith("ly") and self.lower[i + 1 : i + 2] and lemma(self.lower[i + 1]) in SAYING and not _adverb(word):
            return "name"  # Kamouly told reporters
        return _class_alone(word, single, capital, named)

    def _inside_a_name(self, i: int) -> bool:
        """Whether a small word is a syllable of a name, between two others: U Than Htay, Nguyen To Lam."""
        if self.shouting or not 0 < i < len(self.lower) - 1 or not all(self.tokens[self.first + j].capital for j in (i - 1, i, i + 1)):
            return False
        return self.tags[i - 1] == "name" or i == 1 and self.tags[0] == "noun"  # Doctors Without Borders

    def _number_near(self, i: int) -> bool:
        """Whether a number stands at `i`, or one or two words later."""
        for j in range(i, min(i + 3, len(self.lower))):
            token = self.tokens[self.first + j]
            if token.kind in ("digits", "money") or WORDS.of(token.lower) == "num" or token.lower in ("several", "half", "two-thirds"):
                return True
            if token.kind != "word":
                return False
        return False


@lru_cache(maxsize=VOCABULARY)
def _alone(word: str) -> Alone:
    """What is known of a word alone."""
    section = WORDS.of(word)
    longer = any(entry.length > 1 for _, entry in WORDS.beginning(word))
    small = _small(word, section)
    asks = word in TOUCHING or word == "may" or section == "adv" and word in QUALIFYING
    return Alone(section, longer, small, None if asks else small or _class_alone(word, section, False, False))


def _small(word: str, section: str | None) -> str | None:
    """The class of a small word; `section` is what the list says of it."""
    if section in ("be", "have", "do"):
        return "ing?" if word in ("being", "having", "doing") else section
    if word in SPECIAL:
        return word
    if section == "qual" or word in QUALIFYING:
        return "qual?"
    return section if section not in ("verbonly", "noun", "adj") else None


def _plain_start(word: str) -> bool:
    """Whether a capitalised first word looks like an ordinary one."""
    return word.endswith(("s", "tion", "ment", "ness", "ity", "ers", "ing", "ed")) or WORDS.of(word) is not None


def _adverb(word: str) -> bool:
    """Whether a word in -ly comes from a word that describes: finally, reportedly, possibly, angrily."""
    stem = word[:-2]
    return stem.endswith(SUFFIX_ADJ) or any(WORDS.of(form) or verb_forms(form) for form in (stem, stem + "e", stem + "le", stem[:-1] + "y", word[:-1]))


@lru_cache(maxsize=VOCABULARY)
def _class_alone(word: str, single: str | None, capital: bool, named: bool) -> str:
    """What a word can be that no small-word list settles: told by the section `single` of the list, by the verbs, by its ending."""
    forms = verb_forms(word)
    if single == "noun":
        return "ing?" if word.endswith("ing") and forms else "noun?" if forms and not forms.columns <= {ING} else "noun"
    if forms and ING in forms.columns or word.endswith("ing") and len(word) > 5 and not capital:
        return "ing?"
    if forms and (PAST in forms.columns or PART in forms.columns):
        return "adj?" if single == "adj" else "ed?"
    if single == "verbonly":
        return "finite?"
    if forms:
        return "noun?"
    if word.endswith("ed") and word.startswith("un") and not capital:
        return "adj?"
    if word.endswith("ed") and len(word) > 4 and "-" not in word and not capital:
        return "ed?"
    if single == "adj" or "-" in word and word.rsplit("-", 1)[1] in HYPHEN_ADJ:
        return "adj?"
    if word.endswith("ly") and len(word) > 4 and word not in NOUNS_IN_LY:
        return "adv" if word not in ADJECTIVES_IN_LY else "adj?"
    if named:
        return "name"
    return "adj?" if word.endswith(SUFFIX_ADJ) and word not in NOUNS_IN_AL else "noun"
