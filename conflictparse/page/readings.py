"""What each word of a sentence can be before its neighbours are heard; `tags` settles what it is."""
from operator import and_

from ..lexicon import Entry
from .alone import QUALIFYING, SUFFIX_ADJ, TOUCHING, Alone, class_alone
from .words import HYPHEN_ADJ, PAST, QUOTES, SAYING, WORDS, lemma, verb_forms


class Reading:
    """One sentence, each word with its class; where it may be several things, with a question mark (`noun?`, `ed?`)."""

    def __init__(self, tokens, row, first: int, last: int):
        self.tokens, self.row, self.first, self.last = tokens, row, first, last
        run = slice(first, last + 1)
        self.lower, self.texts, self.kinds, self.capitals = row.lowers[run], row.texts[run], row.kinds[run], row.capitals[run]
        self.tags: list[str] = row.tags[run]
        self.shouting = self._shouts(row.long[run])
        """Capitals mean nothing here: a headline, or old copy in capitals only."""

    def _shouts(self, long) -> bool:
        number = sum(long)
        return number > 2 and sum(self.capitals) > 0.7 * number and sum(map(and_, long, self.capitals)) > 0.7 * number

    # --- what a word can be ----------------------------------------------------------------------------------------
    def look_up(self) -> None:
        """The first reading of each word; three of four have only one, wherever they stand."""
        known, behind = self.row.known, 0
        for i in [i for i, tag in enumerate(self.tags) if tag is None]:
            if i < behind:
                continue  # inside an entry of several words
            alone = known[self.first + i]
            if alone.seconds and i + 1 < len(self.lower) and self.lower[i + 1] in alone.seconds and (entry := self._entry(i)):
                behind = i + entry.length
                self.tags[i:behind] = [entry.section] * entry.length
            elif alone.tag and (self.shouting or not self.capitals[i] or self.kinds[i] != "word"):
                self.tags[i] = alone.tag
            else:
                self.tags[i] = self._first_reading(i, alone)

    def _entry(self, i: int) -> Entry | None:
        """The entry of several words at `i`."""
        entry = WORDS.at(self.tokens, self.first + i)
        fits = entry is not None and entry.length > 1 and i + entry.length <= len(self.lower)
        return entry if fits and (entry.section != "qual" or self._number_near(i + entry.length)) else None

    def _first_reading(self, i: int, alone: Alone) -> str:
        """What a word with a capital can be, or one of which its neighbours tell."""
        word, text = self.lower[i], self.texts[i]
        if word in TOUCHING and i and self.row.starts[self.first + i] == self.row.ends[self.first + i - 1]:
            return "'s"
        if text.isupper() and len(word) > 1 and not self.shouting and text.isalpha():
            return "name"
        if word == "may" and text == "May" and (i or self.row.kinds[self.first + 1 : self.first + 2] == ("digits",)):
            return "name"
        if alone.section in ("prep", "sub", "adv", "modal", "do") and self._inside_a_name(i):
            return "name"
        if alone.section == "adv" and word in QUALIFYING:
            return "qual?" if self._number_near(i + 1) else "adv"
        return alone.small or self._open_reading(i, word, alone.section)

    def _open_reading(self, i: int, word: str, single: str | None) -> str:
        """What a word can be of which there are always more: a noun, a name, a verb."""
        forms = verb_forms(word)
        capital = self.capitals[i] and not self.shouting
        if capital and i and forms and PAST in forms.columns and self.texts[i - 1].endswith(".") and self.kinds[i - 1] == "word":
            capital = False  # "The U.S. Said": old copy begins a sentence after every full stop
        if capital and i and self.texts[i - 1] not in "\"“‘``'«:":
            return "adj" if "-" in word and _describes(self.texts[i].rpartition("-")[2]) else "name"
        named = capital and (i == 0 or self.texts[i - 1] in QUOTES) and not (self.lower[1:2] and _plain_start(word))
        if named and word.endswith("ly") and self.lower[i + 1 : i + 2] and lemma(self.lower[i + 1]) in SAYING and not _adverb(word):
            return "name"  # Kamouly told reporters
        return class_alone(word, single, capital, named)

    def _inside_a_name(self, i: int) -> bool:
        """Whether a small word is a syllable of a name, between two others: U Than Htay, Nguyen To Lam."""
        if self.shouting or not 0 < i < len(self.lower) - 1 or self.capitals[i - 1 : i + 2] != (True, True, True):
            return False
        return self.tags[i - 1] == "name" or i == 1 and self.tags[0] == "noun"  # Doctors Without Borders

    def _number_near(self, i: int) -> bool:
        """Whether a number stands at `i`, or one or two words later."""
        for j in range(i, min(i + 3, len(self.lower))):
            if self.kinds[j] in ("digits", "money") or self.lower[j] in ("several", "half", "two-thirds") or WORDS.of(self.lower[j]) == "num":
                return True
            if self.kinds[j] != "word":
                return False
        return False


def _describes(part: str) -> bool:
    """Whether what follows the last hyphen of a word with a capital makes it describe: US-backed, Saudi-led, U.N.-brokered."""
    return part.islower() and (part in HYPHEN_ADJ or part.endswith("ed"))


def _plain_start(word: str) -> bool:
    """Whether a capitalised first word looks like an ordinary one."""
    return word.endswith(("s", "tion", "ment", "ness", "ity", "ers", "ing", "ed")) or WORDS.of(word) is not None


def _adverb(word: str) -> bool:
    """Whether a word in -ly comes from a word that describes: finally, reportedly, possibly, angrily."""
    stem = word[:-2]
    return stem.endswith(SUFFIX_ADJ) or any(WORDS.of(form) or verb_forms(form) for form in (stem, stem + "e", stem + "le", stem[:-1] + "y", word[:-1]))
