"""Small words whose neighbours tell their class: that, to, her, before, as, which, so, more, about."""
from typing import Sequence

from .readings import Reading
from .words import BASE, COUNTABLE, MONTHS, PART, QUOTES, SAYING, WEEKDAYS, WORDS, Forms, lemma, verb_forms

IDENTIFYING = frozenset(("identify", "introduce", "describe", "name", "know"))
LIGHT, LIGHT_BEFORE = frozenset(("adv", "neg")), frozenset(("adv", "neg", "qual"))
CLOSING = frozenset((")", "]", ">"))
HIDDEN = QUOTES | CLOSING | {"*"}
RAISING = frozenset("estimated believed thought said known reported reputed presumed understood expected alleged rumoured rumored supposed".split())
OF_A_NOUN = frozenset(("noun", "name", "adj?", "adj", "noun?"))
OF_AN_OBJECT = OF_A_NOUN | {"det", "poss", "num", "pron", "qual?", "qual", "some", "her", "no", "more", "half"}
HAVE = frozenset(("have", "has", "had", "having", "'ve"))
PLURALS = frozenset("people men women children police gunmen militiamen servicemen policemen fishermen clergy".split())


SAYING_WHEN = WEEKDAYS | MONTHS | frozenset(
    "past day days week weeks month months year years decade decades night morning afternoon evening weekend hour hours occasion occasions times turn yesterday "
    "statement statements interview interviews report reports letter letters speech speeches message messages post posts".split()
)
BETWEEN = frozenset(("prep", "det", "poss", "adj", "num", "noun", "name", "adv", "qual"))  # in words that say when
FAR = 9  # tokens between an auxiliary and its verb


def parted_from(lowers: Sequence[str], tags: Sequence[str], i: int) -> int | None:
    """The auxiliary from which words that say when part the verb at `i`: `has in the past accused`, `had, on Monday, called`."""
    before = i - 1
    while before > 0 and (tags[before] == "adv" or lowers[before] == ","):
        before -= 1
    if before < 2 or lowers[before] not in SAYING_WHEN and not lowers[before].isdecimal():
        return None
    for j in range(before, max(0, i - FAR), -1):
        if tags[j] in ("aux", "have"):
            opens = j + 1 + (lowers[j + 1] == ",")
            return j if lowers[j] in HAVE and tags[opens] == "prep" and (lowers[j + 1] == ",") == (lowers[i - 1] == ",") else None
        if tags[j] not in BETWEEN and lowers[j] != ",":
            return None
    return None


class SmallWords(Reading):
    """A sentence of which the small words are settled; what stands before and after a word is asked here."""

    def _before(self, i: int, skip=LIGHT_BEFORE) -> tuple[str, str]:
        """Tag and word of the nearest token before `i` that is no adverb and stands in no brackets: The army (FARDC) said."""
        tags, lower, j = self.tags, self.lower, i - 1
        while j >= 0 and (tags[j] in skip or lower[j] in HIDDEN):
            if lower[j] in CLOSING:
                opening = next((k for k in range(j - 1, max(j - 8, -1), -1) if lower[k] in ("(", "[", "<")), None)
                if opening is None:
                    break
                j = opening
            j -= 1
        return (tags[j], lower[j]) if j >= 0 else ("", "")

    def _after(self, i: int, skip=LIGHT) -> tuple[str, str]:
        tags, lower, j = self.tags, self.lower, i + 1
        while j < len(tags):
            if tags[j] not in skip and lower[j] not in QUOTES:
                return tags[j], lower[j]
            j += 1
        return "", ""

    def _noun_follows(self, i: int) -> bool:
        """Whether the next token begins or goes on with a noun, without a determiner."""
        tag, word = self._after(i, ())
        return tag in OF_A_NOUN or tag in ("ed?", "ing?") and WORDS.of(word) in ("adj", "noun")

    def _object_follows(self, i: int) -> bool:
        tag, word = self._after(i)
        if word in ("there", "here"):
            return False
        if word == "between":
            return self._number_near(i + 2)
        if word == "that" and any(quote in QUOTES for quote in self.lower[i + 2 : i + 3]):
            return True
        return tag in OF_AN_OBJECT or tag == "ing?" and WORDS.of(word) == "noun"

    def settle_s(self, i: int) -> str:
        before = self.lower[i - 1]
        if before in ("he", "she", "it", "that", "there", "here", "what", "who", "where", "let"):
            return "aux"
        return "noun" if self.lower[i] == "s" and self.kinds[i - 1] == "digits" else "poss"  # in his 40s

    def settle_that(self, i: int) -> str:
        before, spoken = self._before(i, ("adv",))
        tag, word = self._after(i)
        if tag in ("be", "have", "do", "modal", "aux", "finite?") or tag == "ed?" and PART not in (verb_forms(word) or Forms("", frozenset())).columns:
            return "rel" if before in ("noun", "name", "adj") else "pron"
        if tag == "ed?" and not before and self.lower[i + 2 : i + 3] in (["with"], ["to"], ["in"]):
            return "pron"  # That compared with
        if before in ("ing", "part", "base") and lemma(spoken) in SAYING and self._after(i + 1, ())[0] not in ("mark", ""):
            before = "verb"  # alleging that intelligence had been ignored
        if before == "num" and tag in ("pron", "det", "poss", "name", "num", "qual", "qual?", "some", "no"):
            return "sub"  # admitted in 1999 that it had lied
        if before == "verb" and word in COUNTABLE and self._after(i + 1, ())[0] in ("be", "have", "modal"):
            return "det"
        if tag == "ed?" and before in ("noun", "name"):
            return "rel"
        if before in ("verb", "part", "ing", "base", "pron", "mark", "adj", "conj", "adv", "noun", "name"):
            singular = tag in ("noun", "noun?") and not word.endswith("s") and word not in PLURALS and before not in ("verb", "noun")
            return "det" if singular and before != "conj" else "sub"
        return "det"

    def settle_to(self, i: int) -> str:
        tag, word = self._after(i)
        forms = verb_forms(word)
        if word in ("be", "have", "do") or forms and BASE in forms.columns and tag != "name":
            following = self.tags[i + 2] if i + 2 < len(self.tags) else ""
            if WORDS.of(word) == "noun" and following in ("mark", "prep", "", "conj", "be", "have") and forms.columns <= {BASE} and not self._raised(i):
                return "prep"
            return "to"
        return "prep"

    def _raised(self, i: int) -> bool:
        """Whether `to` carries on what is thought or said of somebody: they are believed to number between 120 and 200."""
        return self.lower[i - 1] in RAISING and i > 1 and self.tags[i - 2] in ("be", "aux", "adv")

    def settle_following(self, i: int) -> str:
        return "adj" if self._before(i)[0] in ("det", "poss") else "prep"

    def settle_her(self, i: int) -> str:
        return "poss" if self._noun_follows(i) or self._after(i)[0] in ("num", "ed?") else "pron"

    def settle_no(self, i: int) -> str:
        return "det" if self._after(i)[0] not in ("mark", "") else "adv"

    def settle_time(self, i: int) -> str:
        """before, after, since, until, till: with a clause after it a conjunction, else a preposition."""
        if self.lower[i] == "since" and self.tags[i - 1 : i] == ["aux"] and (self.tags[i + 1 : i + 2] in (["ed?"], ["be"]) or self.lower[i + 1 : i + 2] == ["left"]):
            return "adv"  # have since died
        for j in range(i + 1, min(i + 14, len(self.tags))):
            tag = self.tags[j]
            if self.lower[j] in ("(", ")", *QUOTES):
                continue
            if tag in ("be", "have", "do", "modal", "finite?", "aux") or (tag == "ed?" or self.lower[j] == "left") and j > i + 1 and (self.tags[j - 1] in ("noun", "name", "pron", "noun?") or WORDS.of(self.lower[j - 1]) == "noun"):
                return "sub"
            if tag in ("mark", "conj", "sub", "that"):
                break
        return "prep"

    def settle_as(self, i: int) -> str:
        if any(lemma(word) in IDENTIFYING for word in self.lower[max(0, i - 3) : i]):
            return "prep"  # a man who identified himself as Abu Omar said
        return "sub" if self.settle_time(i) == "sub" and self._after(i)[0] not in ("ed?",) else "prep"

    def settle_which(self, i: int) -> str:
        before, _ = self._before(i, ("adv",))
        return "det" if self._noun_follows(i) and before not in ("noun", "name", "prep", "mark", "conj") else "rel"

    def settle_earlier(self, i: int) -> str:
        return "adj" if self._before(i)[0] in ("det", "poss") and self._noun_follows(i) else "adv"

    def settle_what(self, i: int) -> str:
        j = i + 1
        while j < len(self.tags) and self.tags[j] in ("noun", "name"):
            j += 1
        its_own_verb = j > i + 1 and self.tags[j : j + 1] in (["ed?"], ["finite?"])
        return "rel" if its_own_verb or self._after(i)[0] in ("det", "pron", "poss", "num", "name") else "det"

    def settle_once(self, i: int) -> str:
        return "sub" if self._before(i)[0] not in ("aux", "noun", "pron") and self.settle_time(i) == "sub" else "adv"

    def settle_so(self, i: int) -> str:
        return "sub" if self._after(i)[0] in ("pron", "that", "det", "name", "poss") else "adv"

    def settle_much(self, i: int) -> str:
        """more, most, less, half: before a noun a determiner, before a verb a pronoun, else an adverb."""
        if self.lower[i] == "half" and self.lower[i + 1 : i + 2] == ["a"] and self.lower[i + 2 : i + 3] and self.lower[i + 2] in ("million", "billion", "dozen"):
            return "qual"
        if self._after(i, ("neg",))[0] in ("modal", "be", "have") and self._before(i)[0] in ("verb", "mark", "", "conj", "sub", "that", "rel"):
            return "pron"
        if self._number_near(i + 1) and self.lower[i + 1 : i + 2] == ["than"]:
            return "qual"
        counted = i and self.tags[i - 1] == "num" and self.lower[i] == "more"  # eight more provincial capitals
        return "det" if self._noun_follows(i) and (counted or self._after(i, ())[0] != "adj?") or self.lower[i + 1 : i + 2] == ["of"] else "adv"

    def settle_qual(self, i: int) -> str:
        estimates = self.lower[i] == "estimated" and i and (self.tags[i - 1] in ("noun", "name", "pron") or self.lower[i + 1 : i + 2] == ["that"])  # officials estimated 300 had fled
        where = self.lower[i] in ("over", "under") and self.tags[i - 1 : i] == ["num"] and self.tags[i + 1 : i + 2] == ["name"]  # three over Kolb and two over Mira
        if self._number_near(i + 1) and not estimates and not where:
            return "qual"
        word = self.lower[i]
        if word == "estimated":
            describes = self._before(i)[0] in ("det", "poss", "prep", "conj", "adj", "") and self._noun_follows(i)
            return "part" if self.lower[i + 1 : i + 2] == ["to"] else "adj" if describes else self.settle_ed(i)
        if word in ("some", "another"):
            return "det"
        return "prep" if word in ("about", "around", "over", "under") else "adv"
