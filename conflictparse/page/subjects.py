"""Subjects: the phrase that does what a verb group says, or that it befalls, as far as word order tells."""
from typing import Sequence

from .homographs import CLAUSAL, FINITE
from .phrases import NEAR_DAYS, Phrase
from .tokens import Columns
from .words import MONTH_NAMES, QUOTES, SAYING, WEEKDAYS

LIGHT = frozenset(("adv", "neg"))
SELVES = frozenset("himself herself itself themselves".split())
PASSED_OVER = QUOTES | {"...", "…", "*"}
PLACING = ("in", "at", "from", "near", "of")
PLACING_AT = ("at", "in", "near", "outside")
DAYS = WEEKDAYS | frozenset("yesterday today tonight week month year morning evening afternoon night".split())
SOME = frozenset(("including", "notably", "particularly"))
LEADING = NEAR_DAYS | {"late", "early"}
TELLING_WHEN = MONTH_NAMES | DAYS | {"day"}
TIMES = DAYS | frozenset("day days weeks months years hour hours moment".split())
PARTING = frozenset(("including", "comprising", "consisting", "composed"))
HOLDING = frozenset("believe think know suspect fear hope assume suppose understand feel".split())
EACH = frozenset(("a", "an", "each", "every"))


class Verb:
    """A verb group: tokens `first` to `last`, the full verb at `head`.

    `form` is finite, infinitive, participle (`killed` alone, describing) or ing; `subject` the phrase that does it (in the passive:
    that it befalls) with `reach`, the last token of what belongs to the subject; `objects` the phrases right after it.
    """

    __slots__ = ("first", "last", "head", "lemma", "form", "passive", "negated", "modal", "subject", "reach", "objects")

    def __init__(
        self, first: int, last: int, head: int, lemma: str, form: str, passive: bool, negated: bool, modal: str | None,
        subject: Phrase | None, reach: int, objects: tuple[Phrase, ...],
    ):
        self.first, self.last, self.head = first, last, head
        self.lemma, self.form, self.passive = lemma, form, passive
        self.negated, self.modal = negated, modal
        self.subject, self.reach, self.objects = subject, reach, objects


class Subjects:
    """Finds the subjects of the verb groups of one sentence, left to right, so that each can look at those before it."""

    def __init__(self, row: Columns, tags: Sequence[str], phrases: Sequence[Phrase], sentence):
        self.texts, self.lowers, self.tags, self.phrases, self.sentence = row.texts, row.lowers, tags, phrases, sentence
        self.ends = {phrase.last: phrase for phrase in phrases}
        self.begins = {phrase.first: phrase for phrase in phrases}
        self.found: list[Verb] = []

    def _subject(self, first: int, form: str) -> tuple[Phrase | None, int]:
        i = first - 1
        while i > self.sentence.first and (self.tags[i] in LIGHT or self.texts[i] in PASSED_OVER or self.lowers[i] == "dead" and self.tags[i] == "adj"):
            i -= 1
        if self.lowers[i] in SELVES and i - 1 in self.ends and form == "finite":
            i -= 1  # Mr Kolb himself said
        if i < self.sentence.first:
            return self._later_subject(form)
        tag = self.tags[i]
        if tag == "conj" or self.lowers[i] == "then":
            return self._shared(i, form)
        if form == "infinitive" and self.tags[first] == "to":
            return self._governor(i)
        if tag == "mark" or self.texts[i] == ",":
            if form in ("ing", "participle"):
                return self._main(i)
            return self._over_aside(i)
        near = self.ends.get(i)
        if near is not None and form == "ing" and near.first == near.last and self.tags[near.head] == "name" and self.lowers[near.first - 1] in PLACING_AT and near.first - 2 in self.ends:
            return self._main(i)  # staged a sit-in at Mira blocking the road
        if near is not None and form in ("ing", "participle"):
            return near, i
        if near is not None:
            phrase, reach = self._after_relative(*self._left(near, i))
            return (phrase, reach) if phrase is not None or form != "finite" else self._behind_relative()
        if form == "ing" and tag in ("prep", "sub"):
            return self._main(i)
        if form == "ing" and self.found and self.found[-1].last == i:
            return self.found[-1].subject, self.found[-1].reach
        if self._relates(i):
            return self._antecedent(i)
        if form == "finite" and self.found and self.found[-1].last == i:
            near = self.found[-1]
            described = near.form == "ing" and near.subject is not None and near.first - 1 == near.subject.last
            return (near.subject, i) if described else self._said_of(near) or self._behind_relative()  # an official speaking anonymously said
        return None, i

    def _said_of(self, said: Verb) -> tuple[Phrase | None, int] | None:
        """The antecedent of a relative clause in which it is told who says so: six soldiers who residents said were shot."""
        before = said.subject.first - 1 if said.subject is not None and (said.lemma in SAYING or said.lemma in HOLDING) else -1
        return self._antecedent(before) if before > self.sentence.first and self._relates(before) else None

    def _relates(self, i: int) -> bool:
        """Whether a relative clause may open with the token at `i`."""
        return self.tags[i] == "rel" or self.lowers[i] in ("that", "which")

    def _behind_relative(self) -> tuple[Phrase | None, int]:
        """The antecedent, where a verb stands right behind the last one of a relative clause: "the man who asked to be freed fled"."""
        if self.found and self.found[-1].form == "participle" and self.found[-1].subject is not None:
            told = self.found[-1].subject
            return self._left(told, self.found[-1].last) if self.lowers[told.first - 1] == "of" else (told, self.found[-1].last)  # those killed included, two of those interviewed said
        for verb in reversed(self.found):
            if self.tags[verb.first - 1] == "rel":
                return verb.subject, verb.reach
            if verb.subject is not None and self.lowers[verb.subject.first] == "whose" and verb.subject.first - 1 in self.ends:
                return self._left(self.ends[verb.subject.first - 1], verb.subject.first - 1)
            if verb.form == "finite" and self.tags[verb.first - 1] not in ("conj", "adv"):
                break  # who fled and now lives in Mira said
        return None, self.sentence.first

    def _left(self, phrase: Phrase, reach: int) -> tuple[Phrase | None, int]:
        """From a phrase before the verb to the one that the verb agrees with: over `of …`, `in …`, `based in …`, `A and …`."""
        if self.tags[phrase.head] == "rel" or self.lowers[phrase.head] == "which" and phrase.first == phrase.last:
            return self._antecedent(phrase.first)
        while phrase.first > self.sentence.first:
            i = phrase.first - 1
            i -= self.tags[i] == "adv" and self.tags[i - 1] == "prep"  # a farmer in nearby Elwak said
            tag = self.tags[i]
            if self.lowers[i] == "between" and self.tags[phrase.first] == "num":
                break
            if self.lowers[i] in SOME and self.texts[i - 1] == "," and i - 2 in self.ends:
                phrase = self.ends[i - 2]  # six commandos, including Capt. Jan Kolb, 22, were killed
                continue
            if tag == "prep" or tag in ("part", "ing") and self._describes(i):
                while i > self.sentence.first and self.tags[i] in ("prep", "adv", "part", "ing"):
                    i -= 1
                i = self._over_brackets(i)  # the Southern Army (SA) of Jan Kolb said
                if i not in self.ends:
                    if tag != "prep":
                        return phrase, reach
                    return self._over_aside(i) if self.texts[i] == "," and self._behind_apposition(i) else (None, reach)
                phrase = self.ends[i]
            elif self._says_when(phrase):
                if self.texts[i] == ",":
                    return self._over_aside(i)  # Jan Kolb, a spokesman, Monday said
                if (i := self._over_brackets(i)) not in self.ends:
                    break
                phrase = self.ends[i]  # the army Monday said, the army (FA) 27 March said
            elif self.lowers[phrase.first] in EACH and self.lowers[phrase.head] in TIMES and phrase.last == phrase.first + 1 and i in self.ends and "num" in self.tags[self.ends[i].first : i + 1]:
                phrase = self.ends[i]  # ten children a day are killed
            elif phrase.first == phrase.last and self.lowers[phrase.head] in ("here", "there") and i in self.ends and self.tags[phrase.head] == "pron":
                phrase = self.ends[i]  # an official here said
            elif (plan := self._set_out_to(phrase)) is not None:
                phrase = plan  # the plan to attack the city
            elif self.lowers[i] in SELVES and i >= 2 and self.tags[i - 1] in ("ing", "part") and i - 2 in self.ends:
                phrase = self.ends[i - 2]  # a group calling itself the Sons of Kolb
            elif (before := self._over_brackets(i)) != i:
                phrase = self.ends[before]
            elif tag == "conj" and i - 1 in self.ends:
                other, _ = self._left(self.ends[i - 1], reach)
                if other is None or self._object_of_verb(other) or self._object_of_verb(self.ends[i - 1]):
                    break
                phrase = other
            else:
                break
        return phrase, reach

    def _says_when(self, phrase: Phrase) -> bool:
        """Whether a phrase before the verb says when, and stands there as an adverb does."""
        head = self.lowers[phrase.head]
        if head not in TELLING_WHEN:
            return False
        first = self.lowers[phrase.first]
        if head in MONTH_NAMES:
            return phrase.first + 1 == phrase.head and first.isdecimal()
        return head in DAYS and (phrase.first == phrase.last or first in LEADING) or head == "day" and first in NEAR_DAYS

    def _behind_apposition(self, comma: int) -> bool:
        """Whether the comma closes what describes the phrase that opens the sentence: "Gordon Weiss, the spokesman, on Monday said"."""
        opening = self.phrases[0] if self.phrases else None
        return opening is not None and self._opens(opening) and self.texts[opening.last + 1] == "," and opening.last + 1 <= comma

    def _set_out_to(self, phrase: Phrase) -> Phrase | None:
        """The noun that an infinitive describes whose object `phrase` is, in a clause that has no finite verb yet."""
        verb = self.found[-1] if self.found else None
        if verb is None or verb.form != "infinitive" or verb.last + 1 != phrase.first or any(other.form == "finite" for other in self.found):
            return None
        return self.ends.get(verb.first - 1)

    def _opening_of(self, i: int) -> int:
        """The bracket that the one at `i` closes: "foreign Islamic State (IS) fighters"."""
        return next((j for j in range(i - 1, max(i - 8, self.sentence.first), -1) if self.texts[j] in ("(", "[")), self.sentence.first)

    def _over_brackets(self, i: int) -> int:
        """The end of the phrase before the brackets that close at `i`; `i` itself where none do."""
        before = self._opening_of(i) - 1 if self.texts[i] == ")" else i
        return before if before in self.ends else i

    def _after_relative(self, phrase: Phrase | None, reach: int) -> tuple[Phrase | None, int]:
        """The antecedent, where the phrase before a verb is the object of a relative clause: "the man who shot her fled"."""
        if phrase is None or not self.found or not self._object_of_verb(phrase) or self.found[-1].last + 1 == phrase.first and self.found[-1].lemma in SAYING:
            return phrase, reach
        for verb in reversed(self.found):
            lead = verb.first - 1
            if self.tags[lead] == "rel" or self.lowers[lead] in ("that", "which", "who"):
                return (verb.subject, reach) if verb.subject is not None else (phrase, reach)
            if verb.form == "finite":
                break
        return phrase, reach

    def _describes(self, i: int) -> bool:
        """Whether a participle at `i` follows a noun that it describes."""
        while i > self.sentence.first and self.tags[i] in ("part", "ing", "prep", "adv"):
            i -= 1
        return i in self.ends

    def _object_of_verb(self, phrase: Phrase) -> bool:
        """Whether a finite verb stands right before a phrase, so that an `and` after it opens a new clause."""
        before = phrase.first - 1
        taking = [verb for verb in self.found[-3:] if verb.form != "finite" or verb.lemma not in CLAUSAL]  # behind `said` a clause begins
        for verb in taking:
            if verb.last == before and verb.form != "participle":
                return True
        for verb in taking[-2:]:
            if phrase in verb.objects:
                return True
        return False

    def _antecedent(self, i: int) -> tuple[Phrase | None, int]:
        """The phrase before a relative pronoun at `i`."""
        j = i - 1
        j -= self.texts[j] == "," and self.texts[j - 1] in (")", "]")
        if self.texts[j] in (")", "]"):
            j = self._opening_of(j) - 1  # a man (aged 58) who
        while j > self.sentence.first and (self.texts[j] == "," or self.tags[j] in ("prep", "adv", "mark")):
            j -= 1
        if j not in self.ends:
            return None, j
        phrase = self.ends[j]
        while self.lowers[i] == "who" and self.lowers[phrase.first - 1] in (PLACING if self.tags[phrase.head] == "name" else ("in", "at", "near")):
            if phrase.first - 2 not in self.ends:
                break
            phrase = self.ends[phrase.first - 2]
        return phrase, j

    def _over_aside(self, comma: int) -> tuple[Phrase | None, int]:
        """The subject before an aside: "Dillon, a colonel, said", "The army (FARDC) said"."""
        closing = self.texts[comma]
        opening = {")": "(", "]": "[", "”": "“", ">": "<"}.get(closing, closing)
        marks = range(comma - 1, self.sentence.first, -1) if self.texts[self.sentence.first] in QUOTES else ()
        spoken = next((k for k in marks if self.texts[k] in QUOTES and self.texts[k - 1] in (",", "!", "?")), -1)
        verbless = not any(verb.first > spoken and verb.form == "finite" and not self._relative(verb) for verb in self.found)  # behind what was said
        if closing == "," and spoken < 0 and (waiting := self._waiting()) is not None:
            return waiting
        if closing == "," and (told := self._before_its_parts(comma)) is not None:
            return self._left(told, told.last)
        found = None
        for j in range(comma - 1, max(self.sentence.first, spoken), -1):
            end = self._opening_of(j - 1) - 1 if closing == "," and self.texts[j] == "," and self.texts[j - 1] == ")" else j - 1
            if closing == "," and self.texts[j] == "," and self._one_named(j):
                return self.begins[j + 1], comma - 1
            if self.texts[j] == opening and end in self.ends and (self.tags[end] != "num" or self._another_number(j, comma)) and not self._sets_the_time(end):
                if closing in ("–", "—", "--", "-", ",", ")", "]", ">") and self._an_aside(j, comma):
                    phrase, reach = self._after_relative(*self._left(self.ends[end], end))
                    if found is None or phrase is not None and verbless and closing == "," and self._opens(phrase):
                        found = phrase, reach
        if found is not None:
            return self._named_before(found)
        if verbless and comma - 1 in self.ends:
            phrase, reach = self._left(self.ends[comma - 1], comma - 1)
            if phrase is not None and self._opens(phrase):
                return phrase, reach
            if self.found and self.phrases[0].first == self.sentence.first:
                first = self.phrases[0]  # "A report by Sana, whose main office is in Homs, says"
                return first, next(j for j in range(first.last + 1, comma + 1) if self.texts[j] == "," or j == comma) - 1
        return self._shared(comma, "finite")

    def _waiting(self) -> tuple[Phrase | None, int] | None:
        """What a sentence opens with, where a relative clause behind a comma has all verbs so far: "A father, who said he sold three oxen, told"."""
        first = next((verb for verb in self.found if verb.form == "finite"), None)
        rel = first.first - 1 if first is not None else 0
        if first is not None and first.subject is not None and self.lowers[first.subject.first] == "whose":
            rel = first.subject.first
        opening = self.phrases[0] if self.phrases else None
        if opening is None or not self._opens(opening) or self.tags[rel] != "rel" and self.lowers[rel] != "whose" or self.texts[rel - 1] != "," or rel - 2 < opening.last:
            return None
        whole = self.tags[opening.last + 1] in ("prep", "part") or self.texts[opening.last + 1] == ","
        return opening if whole else first.subject, rel - 2

    def _before_its_parts(self, comma: int) -> Phrase | None:
        """The phrase whose parts an aside that ends at `comma` lists: 34 people, comprising 19 civilians, two guards, and a driver, died."""
        whom = next((j for j in range(self.sentence.first + 2, comma - 3) if self.texts[j] == "," and self.lowers[j + 2] == "of" and self.lowers[j + 3] in ("whom", "which", "them")), None)
        told = self.ends.get(whom - 1) if whom is not None and not any(tag in FINITE for tag in self.tags[self.sentence.first : whom]) else None
        if told is not None and not any(verb.subject is told and verb.form == "finite" for verb in self.found):
            return told  # 14 men, 11 of whom were farmers, including seven boys, were killed
        for j in range(comma - 1, self.sentence.first, -1):
            if self.tags[j] in FINITE or self.tags[j] == "rel":
                return None
            if self.texts[j] == "," and (self.lowers[j + 1] in PARTING or j + 2 < comma and self.lowers[j + 1] == "made" and self.lowers[j + 2] == "up"):
                return self.ends.get(j - 1)
        return None

    def _opens(self, phrase: Phrase) -> bool:
        """Whether a phrase may open a clause: nothing but a conjunction, an adverb, `Speaking in Kyiv,` or a mark before it in the sentence."""
        before = phrase.first - 1
        led = self.texts[before] == "," and self.tags[self.sentence.first] in ("adv", "ing", "part") and "," not in self.texts[self.sentence.first : before]
        led = led and not (self.tags[before - 1] == self.tags[phrase.first] == "name")  # Based in Milan, Ohio, the company said
        return phrase.first == self.sentence.first or self.tags[before] in ("conj", "sub", "adv") or self.texts[before] in QUOTES or led

    def _named_before(self, found: tuple[Phrase | None, int]) -> tuple[Phrase | None, int]:
        """The name that the description between two commas is of: "Jan Kolb, a director of Zemba, the sugar group, said"."""
        phrase, reach = found
        if phrase is None or self.lowers[phrase.first] not in ("a", "an") or self.texts[phrase.first - 1] != ",":
            return found
        name = self.ends.get(phrase.first - 2)
        if name is None or self.tags[name.head] != "name" or self.tags[name.first] != "name" or self.tags[name.first - 1] != "mark" or name.last == name.first:
            return found
        return name, name.last

    def _relative(self, verb: Verb) -> bool:
        """Whether a verb stands in a relative clause."""
        return self.tags[verb.first - 1] == "rel" or verb.subject is not None and self.lowers[verb.subject.first] == "whose"

    def _sets_the_time(self, end: int) -> bool:
        """Whether the phrase before a comma says when: "That same day, officers found the house, identified the man" """
        return self.lowers[self.ends[end].head] in TIMES and end + 2 in self.begins

    def _another_number(self, j: int, comma: int) -> bool:
        """Whether nothing but a higher number stands between two commas behind one: hundreds, if not thousands, died."""
        return self.tags[comma - 1] == "num" and all(self.tags[k] in ("sub", "neg", "qual", "adv", "num") for k in range(j + 1, comma))

    def _an_aside(self, j: int, comma: int) -> bool:
        return not (self.tags[j + 1] in ("conj",) and comma - j < 3)

    def _one_named(self, j: int) -> bool:
        """Whether a sentence opens with one of those told of, and a comma before his name: "One, Mohammed al-Ansi, said"."""
        return j - 1 == self.sentence.first and self.lowers[j - 1] in ("one", "another") and j + 1 in self.begins and self.tags[j + 1] == "name"

    def _shared(self, i: int, form: str) -> tuple[Phrase | None, int]:
        """The subject that a verb after `and` or `but` shares with one before it."""
        closed = i > self.sentence.first and self.texts[i - 1] == ","
        for verb in reversed(self.found):
            if verb.subject is not None and (verb.form == form or verb.form == "finite") and not self._asked_about(verb, i) and not (closed and self._in_passing(verb)):
                return verb.subject, verb.reach
        return None, i

    def _in_passing(self, verb: Verb) -> bool:
        """Whether a verb stands in a clause that a comma closes again: "toured the clinic, where 38 are treated, and announced"."""
        return self.lowers[verb.subject.first - 1] in ("where", "when")

    def _asked_about(self, verb: Verb, i: int) -> bool:
        """Whether a verb stands in a question that the clause before a `but` at `i` only mentions: "does not say how many fought but says"."""
        first = verb.subject.first
        return self.lowers[i] == "but" and {self.lowers[first - 1], self.lowers[first]} & {"how", "whether", "what", "why"} != set()

    def _governor(self, i: int) -> tuple[Phrase | None, int]:
        """Who is to do what an infinitive says: the object before it, else the subject of the verb that governs it."""
        if i in self.ends and self.found and self.ends[i] in self.found[-1].objects:
            return self.ends[i], i
        return (self.found[-1].subject, self.found[-1].reach) if self.found else (None, i)

    def _main(self, i: int) -> tuple[Phrase | None, int]:
        """The subject of the clause that a participle hangs on."""
        for verb in reversed(self.found):
            if verb.form == "finite" and verb.subject is not None:
                return verb.subject, verb.reach
        return self._later_subject("ing") if not self.found else (None, i)

    def _later_subject(self, form: str) -> tuple[Phrase | None, int]:
        """The subject of the main clause after an opening participle: "Speaking in Kyiv, he said"."""
        if form not in ("ing", "participle", "infinitive"):
            return None, self.sentence.first
        for i in range(self.sentence.first, min(self.sentence.last, self.sentence.first + 30)):
            if self.texts[i] == "," and i + 1 in self.begins:
                return self.begins[i + 1], self.begins[i + 1].last
        return None, self.sentence.first
