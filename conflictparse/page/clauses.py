"""Verb groups with their subjects and objects: who does what to whom, as far as word order tells."""
from bisect import bisect_right
from typing import Sequence

from .phrases import Phrase
from .smallwords import FAR, HAVE, parted_from
from .subjects import DAYS, LIGHT, Subjects, Verb
from .tags import FINITE
from .tokens import Columns
from .words import QUOTES, SAYING, lemma

GROUP = frozenset(("aux", "modal", "neg", "adv", "to", "verb", "base", "part", "ing"))
HELPING = frozenset(("aux", "modal"))
FORMS = {"to": "infinitive", "ing": "ing", "part": "participle", "base": "infinitive"}
WORDS_OF_GROUP = frozenset(("aux", "modal", "verb", "base", "part", "ing", "to"))
LEADING = WORDS_OF_GROUP | LIGHT
BE = frozenset(("be", "am", "is", "are", "was", "were", "been", "being", "'s", "'re", "'m", "isn't", "aren't", "wasn't", "weren't", "get", "gets", "got", "getting"))
NEGATIVE = frozenset(("not", "never", "n't", "cannot", "can't", "won't", "wouldn't", "didn't", "doesn't", "don't", "isn't", "aren't", "wasn't", "weren't", "hasn't", "haven't", "hadn't", "couldn't", "shouldn't"))
TURNING = frozenset(("being", "having", "be", "been"))  # a group that opens with one has the form of its word, not of its tag
PARTICLES = frozenset(("up", "down", "out", "off", "away", "back"))
MARKS = QUOTES | {"'"}
HANDING = frozenset(("hand", "turn", "sign"))
ABSCONDING = frozenset("decamp abscond flee escape run".split())
BEFORE_OBJECTS = PARTICLES | {"dead", "between", "ablaze", "alight", "aflame", "free", "hostage", "captive", "prisoner"}


class Clauses(Subjects):
    """Finds the verb groups of one sentence, left to right, so that each can look at those before it."""

    def run(self, places: Sequence[int]) -> list[Verb]:
        """The verb groups, which begin at some of these places."""
        behind = self.sentence.first
        for i in places:
            if i >= behind and (self.tags[i] in WORDS_OF_GROUP or self._leads(i)):
                last = self._group(i)
                self.found.append(self._verb(i, last))
                behind = last + 1
        return self.found

    def _leads(self, i: int) -> bool:
        """Whether an adverb at `i` stands right before a verb group."""
        return i < self.sentence.last and self.tags[i + 1] in WORDS_OF_GROUP

    def _group(self, first: int) -> int:
        """The last token of the verb group that begins at `first`: one full verb, with what helps it."""
        last, full, i = first, False, first
        while i <= self.sentence.last and (self.tags[i] in GROUP or self._transparent(i)):
            tag = self.tags[i]
            if tag in ("verb", "base", "part", "ing"):
                if full and not (self.lowers[last] in BE and tag in ("part", "ing")):
                    break
                full = self.lowers[i] not in ("being", "having")
                last = i
            elif tag in ("aux", "modal", "to"):
                if full or tag == "to" and i > first and self.tags[last] not in ("modal", "aux", "neg"):
                    break
                last = i
            i += 1
            if not full and i <= self.sentence.last and self.lowers[last] in HAVE and (self.tags[i] == "prep" or self.texts[i] == ","):
                i = self._resumed(last, i)
            if full:
                break
        return last

    def _resumed(self, auxiliary: int, i: int) -> int:
        """Where a verb group goes on behind words at `i` that say when, or `i`: has in the past accused."""
        ahead = (j for j in range(i + 2, min(i + FAR, self.sentence.last) + 1) if self.tags[j] == "part")
        return next((j for j in ahead if parted_from(self.lowers, self.tags, j) == auxiliary), i)

    def _transparent(self, i: int) -> bool:
        """Whether a quotation mark stands inside a verb group: would "end."""
        return self.texts[i] in QUOTES and self.tags[i + 1 : i + 2] != () and self.tags[i + 1] in ("base", "part", "ing") and self.tags[i - 1] in GROUP

    def _verb(self, first: int, last: int) -> Verb:
        tags, words = self.tags[first : last + 1], self.lowers[first : last + 1]
        head = last - first
        lead = next((n for n, tag in enumerate(tags) if tag not in LIGHT), 0) if tags[0] in LIGHT else 0
        if tags[head] not in WORDS_OF_GROUP:
            head = next((n for n in range(head, -1, -1) if tags[n] in WORDS_OF_GROUP), head)
        opening, tag = words[lead], tags[head]
        passive = tag == "part" and (opening not in BE and opening != "having" and not self._helped(tags, head) or not BE.isdisjoint(words[:-1]))
        form = FORMS.get(tags[lead], "finite")
        if opening in TURNING:
            form = "ing" if opening != "be" else "infinitive"
        modal = words[tags.index("modal")] if "modal" in tags else None
        subject, reach = self._subject(first, form)
        base = "be" if tag == "aux" and words[head] in BE else lemma(words[head])
        return Verb(first, last, first + head, base, form, passive, not NEGATIVE.isdisjoint(words), modal, subject, reach, self._objects(last + 1))

    @staticmethod
    def _helped(tags: Sequence[str], head: int) -> bool:
        """Whether an auxiliary or modal stands beside the full verb."""
        return not HELPING.isdisjoint(tags[:head]) or not HELPING.isdisjoint(tags[head + 1 :])

    # --- objects ---------------------------------------------------------------------------------------------------
    def _objects(self, i: int) -> tuple[Phrase, ...]:
        """The phrases right after a verb, with those joined to the first by commas and `and`."""
        objects: list[Phrase] = []
        if i + 2 in self.begins and self.texts[i : i + 2] in (("to", "death"), ("off", "with"), ("away", "with")):
            i += 2  # hacked to death 17 people, made off with 12 rifles
        elif i + 1 in self.begins and self.texts[i] == "with" and lemma(self.lowers[i - 1]) in ABSCONDING:
            i += 1  # fled with 12 rifles
        elif i + 1 in self.begins and self.texts[i] == "over" and lemma(self.lowers[i - 1]) in HANDING:
            i += 1  # handed over 12 rifles
        while i <= self.sentence.last:
            if not objects and (self.tags[i] == "adv" or self.texts[i] in MARKS or self.lowers[i] in BEFORE_OBJECTS) and self._leads_to_an_object(i):
                i += 1
                continue
            phrase = self.begins.get(i)
            if phrase is None:
                break
            if self.lowers[phrase.head] in DAYS:
                i = phrase.last + 1
                continue
            objects.append(phrase)
            i = self._next_of_list(phrase.last + 1)
        return tuple(objects)

    def _leads_to_an_object(self, i: int) -> bool:
        """Whether the word or mark at `i` may stand between a verb and its object: shot dead a shopkeeper, killed between 10 and 15."""
        if self.tags[i] == "adv":
            return True
        if self.texts[i] in MARKS:
            behind = self.tags[i - 1] in ("verb", "part") and i - 2 > self.sentence.first and not QUOTES.isdisjoint(self.texts[i - 3 : i - 1])
            counted = self.tags[i + 1 : i + 2] in (("num",), ("qual",)) and self.tags[i - 1] in ("verb", "part", "base", "ing") and lemma(self.lowers[i - 1]) not in SAYING
            return self._quoted_phrase(i) or (behind or counted) and i + 1 in self.begins  # has "neutralised" 42 rebels, killed "five men dressed as guards"
        return i + 1 in self.begins and (self.lowers[i] != "between" or self.tags[i + 1] in ("num", "qual"))

    def _quoted_phrase(self, i: int) -> bool:
        """Whether the quotation mark at `i` opens words that are no more than a phrase: killed "some 160 people"."""
        return i + 1 in self.begins and self.begins[i + 1].last < self.sentence.last and self.texts[self.begins[i + 1].last + 1] in MARKS

    def _next_of_list(self, i: int) -> int:
        """Where the next member of a list may begin: after `, `, `and`, and over `of …` that belongs to the last one."""
        while i + 1 <= self.sentence.last and self.lowers[i] in ("of", "from") and i + 1 in self.begins:
            i = self.begins[i + 1].last + 1
        if i <= self.sentence.last and self.texts[i] == "," and i + 1 <= self.sentence.last:
            i += 1
            if self.tags[i] == "conj":
                i += 1
            return i if self._list_member(i) else self.sentence.last + 1
        if i <= self.sentence.last and self.lowers[i] in ("and", "or") and self._list_member(i + 1):
            return i + 1
        return self.sentence.last + 1

    def _list_member(self, i: int) -> bool:
        """Whether the phrase at `i` has no verb of its own after it."""
        phrase = self.begins.get(i)
        if phrase is None:
            return False
        after = phrase.last + 1
        while after + 1 in self.begins and self.tags[after] in ("prep", "conj"):
            after = self.begins[after + 1].last + 1
        return after > self.sentence.last or self.tags[after] not in FINITE


def verbs(row: Columns, tags, phrases: tuple[Phrase, ...], sentences) -> tuple[Verb, ...]:
    """Every verb group of the story, in order."""
    found: list[Verb] = []
    places = [i for i, tag in enumerate(tags) if tag in LEADING]
    firsts = [phrase.first for phrase in phrases]
    a = b = c = d = 0
    for sentence in sentences:
        a, b = b, bisect_right(places, sentence.last, b)
        c, d = d, bisect_right(firsts, sentence.last, d)
        if b > a:
            found += Clauses(row, tags, phrases[c:d], sentence).run(places[a:b])
    return tuple(found)
