"""The word class of every token, settled by what stands around it."""
from ..almanac.countries import nationality
from .readings import Reading
from .words import BASE, COUNTABLE, INTRANSITIVE, NEEDS_OBJECT, NOUN_TOO, PART, PAST, PUBLISHED, QUOTES, SAYING, THIRD, WORDS, Forms, lemma, verb_forms

FINITE = frozenset(("verb", "aux", "modal"))
BEFORE_NOUN = frozenset(("det", "poss", "adj", "num", "qual"))
PARTICLES = frozenset(("up", "down", "out", "off"))
CALLING, CALLED_ON = frozenset(("call", "appeal")), frozenset(("on", "upon", "for", "to"))
DIRECTIONS = frozenset("north south east west northeast northwest southeast southwest north-east north-west south-east south-west".split())
IDENTIFYING = frozenset(("identify", "introduce", "describe", "name", "know"))
PLURALS = frozenset("people men women children police gunmen militiamen servicemen policemen fishermen clergy".split())
HOLDING = frozenset("truce ceasefire cease-fire line lines calm peace lull deal agreement dam defences defenses front".split())
CLAUSAL = frozenset("say insist argue contend complain boast".split())  # verbs that a clause follows, not a thing
ASKED_OF = frozenset("whether if about by why how what when where who".split())
SUBJECTS = frozenset("i you we they who he she it nobody somebody anybody everybody everyone anyone someone nothing something everything".split())
TAKEN = frozenset(("hostage", "hostages", "captive", "prisoner"))
UNDERGOING = frozenset("suffer sustain undergo remain die flee escape lose receive need require".split())
BORDERS = frozenset("sub rel that which what after before since until as".split())  # behind which another clause begins
SOME = frozenset("many some most few several all both others".split())
DO = frozenset(("do", "does", "did", "don't", "doesn't", "didn't"))


class Tagger(Reading):
    """Tags one sentence. Two readings: first what a word can be, then what it is here.

    Tags: det poss pron rel prep conj sub modal aux neg adv adj num qual noun name mark, and for verbs `verb` (finite), `base`
    (after a modal or `to`), `to`, `part` (participle in -ed), `ing`. `'s` is `poss` or `aux`.
    """

    def run(self) -> list[str]:
        """The tags of the sentence."""
        self.look_up()
        for i, tag in enumerate(self.tags):
            if tag in _SETTLE:
                self.tags[i] = _SETTLE[tag](self, i)
        if "down" in self.lower and self._shoots_down(self.lower.index("down")):
            self.tags[self.lower.index("down")] = "verb"
        return self.tags

    def _shoots_down(self, i: int) -> bool:
        """Whether `down` is what those before it do: Air defenses down 32 drones."""
        before, word = self._before(i)
        many = before in ("noun", "name") and word.endswith("s") and self._after(i)[0] in ("num", "qual", "det")
        return many and not any(tag in FINITE or tag == "base" for tag in self.tags[:i])

    # --- what it is here -------------------------------------------------------------------------------------------
    def _before(self, i: int, skip=("adv", "neg", "qual")) -> tuple[str, str]:
        """Tag and word of the nearest token before `i` that is no adverb and stands in no brackets: The army (FARDC) said."""
        j = i - 1
        while j >= 0 and (self.tags[j] in skip or self.lower[j] in QUOTES or self.lower[j] in (")", "]", ">")):
            if self.lower[j] in (")", "]", ">"):
                opening = next((k for k in range(j - 1, max(j - 8, -1), -1) if self.lower[k] in ("(", "[", "<")), None)
                if opening is None:
                    break
                j = opening
            j -= 1
        return (self.tags[j], self.lower[j]) if j >= 0 else ("", "")

    def _after(self, i: int, skip=("adv", "neg")) -> tuple[str, str]:
        j = i + 1
        while j < len(self.tags) and (self.tags[j] in skip or self.lower[j] in QUOTES):
            j += 1
        return (self.tags[j], self.lower[j]) if j < len(self.tags) else ("", "")

    def _noun_follows(self, i: int) -> bool:
        """Whether the next token begins or goes on with a noun, without a determiner."""
        tag, word = self._after(i, ())
        return tag in ("noun", "name", "adj?", "adj", "noun?") or tag in ("ed?", "ing?") and WORDS.of(word) in ("adj", "noun")

    def _object_follows(self, i: int) -> bool:
        tag, word = self._after(i)
        if word in ("there", "here"):
            return False
        if word == "between":
            return self._number_near(i + 2)
        if word == "that" and any(quote in QUOTES for quote in self.lower[i + 2 : i + 3]):
            return True
        return tag in ("det", "poss", "num", "pron", "name", "noun", "noun?", "qual?", "qual", "adj?", "adj", "some", "her", "no", "more", "half") or (
            tag in ("ing?",) and WORDS.of(word) == "noun"
        )

    def settle_s(self, i: int) -> str:
        before = self.lower[i - 1]
        if before in ("he", "she", "it", "that", "there", "here", "what", "who", "where", "let"):
            return "aux"
        return "poss"

    def settle_that(self, i: int) -> str:
        before, _ = self._before(i, ("adv",))
        tag, word = self._after(i)
        if tag in ("be", "have", "do", "modal", "aux", "finite?") or tag == "ed?" and PART not in (verb_forms(word) or Forms("", frozenset())).columns:
            return "rel" if before in ("noun", "name", "adj") else "pron"
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
            if WORDS.of(word) == "noun" and following in ("mark", "prep", "", "conj", "be", "have") and forms.columns <= {BASE}:
                return "prep"
            return "to"
        return "prep"

    def settle_her(self, i: int) -> str:
        return "poss" if self._noun_follows(i) or self._after(i)[0] in ("num", "ed?") else "pron"

    def settle_no(self, i: int) -> str:
        return "det" if self._after(i)[0] not in ("mark", "") else "adv"

    def settle_time(self, i: int) -> str:
        """before, after, since, until, till: with a clause after it a conjunction, else a preposition."""
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

    def settle_finite(self, i: int) -> str:
        before, word = self._before(i)
        if before in ("to", "modal") or before == "aux" and word in DO:
            return "base"
        if before == "prep" and word != "to":
            return "noun"
        if before == "det" and word in SOME and lemma(self.lower[i]) in SAYING and self._after(i)[0] in ("pron", "that", "det", "poss"):
            return "verb"  # many say they
        if before == "num" and word not in ("one", "1") and self.lower[i].endswith("s") and self.tags[i - 1] == "num":
            return "noun"
        if before in ("det", "poss", "adj") and WORDS.of(word) != "poss" or before == "poss" and self.lower[i].endswith("s"):
            return "noun" if self.lower[i] not in ("says", "tells") else "verb"
        return "verb"

    def settle_noun(self, i: int) -> str:
        """A word that is a noun or a verb's base or third person: attack, reports, fire."""
        before, word = self._before(i)
        known = verb_forms(self.lower[i])
        columns = known.columns if known else frozenset()
        if i + 2 < len(self.tags) and lemma(self.lower[i + 1]) in SAYING and self.lower[i + 2] == "that" and self.lower[i].endswith("s"):
            return "noun"  # aid groups caution that
        if before in ("to", "modal") and columns & {BASE}:
            return "base"
        if before == "aux" and word in DO and columns & {BASE} and self.tags[i - 1] in ("aux", "neg", "adv"):
            return "base"
        if before == "pron" and word in SUBJECTS or before == "rel":
            return "verb" if columns else "noun"
        if columns & {PAST, PART} and not columns & {BASE}:
            return self.settle_ed(i)
        if before in ("noun", "name") and columns and self._agrees(word, columns, i) and self._speaks(i):
            return "verb"
        if word in (",", "&") and columns == {THIRD} and self._after(i)[0] in ("num", "qual?") and self._in_the_present(i):
            return "verb"  # blast kills 9, wounds 20
        if before in ("noun", "name") and columns and self._agrees(word, columns, i) and not self._counted(i, word):
            if self._verb_room(i) or columns == {THIRD} and self.lower[i - 1].endswith("ly") and self.tags[i - 1] == "adv":
                return "verb"
        if before in ("noun", "name") and self._agrees(word, columns, i) and self._clause_wants_a_verb(i):
            return "verb"
        if before == "conj" and self.tags[i - 1] == "adv" and columns == {THIRD} and self._in_the_present(i):
            return "verb"
        return "noun"

    def _clause_wants_a_verb(self, i: int) -> bool:
        """Whether `i` ends a noun phrase right behind `said` and the like, and nothing later can be the verb of the clause."""
        first = i - 1
        while first > 0 and self.tags[first] in ("det", "adj", "noun", "name", "num", "poss", "adv"):
            first -= 1
        noun = self.tags[i] == "noun?"
        if self.tags[first] != "verb" or lemma(self.lower[first]) not in CLAUSAL or noun and self._after(i)[0] in ("mark", ""):
            return False
        if first > 1 and (self.lower[first - 1] in QUOTES or self.lower[first - 1] == "," and self.lower[first - 2] in QUOTES):
            return False  # "…," said a volunteer reached by phone
        following = verb_forms(self.lower[i + 1]) if i + 1 < len(self.lower) else None
        if following and BASE in following.columns and self.lower[i].endswith("s") and self.tags[i + 1] == "noun?":
            return False  # the security lapses raise questions
        end = next((j for j in range(i + 1, len(self.lower)) if self.lower[j] == ","), len(self.lower))
        return not any(tag in ("verb", "be", "have", "do", "modal", "aux", "finite?", "ed?") for tag in self.tags[i + 1 : end])

    def _in_the_present(self, i: int) -> bool:
        """Whether the last finite verb before `i` is in the third person of the present, so that another may join it."""
        word = next((self.lower[j] for j in range(i - 1, -1, -1) if self.tags[j] in ("verb", "aux")), "")
        forms = verb_forms(word)
        return word in ("is", "has", "does") or forms is not None and THIRD in forms.columns

    def _speaks(self, i: int) -> bool:
        """Whether a word after its subject is a verb of speech: `the UN calls on`, `sources report.` behind a comma, `the FMLN claims mayors are`."""
        if lemma(self.lower[i]) in CALLING and self.lower[i + 1 : i + 2] and self.lower[i + 1] in CALLED_ON:
            return not any(tag in FINITE for tag in self.tags[:i])
        if lemma(self.lower[i]) not in SAYING and self.lower[i] not in ("reads", "read"):
            return False
        first = i - 1
        while first > 0 and self.tags[first - 1] in ("det", "adj", "noun", "name", "num", "poss"):
            first -= 1
        tag, _ = self._after(i)
        if tag in ("mark", "") and first > 0 and self.lower[first - 1] in (*QUOTES, ","):
            return True
        if tag in ("pron", "that", "sub") or self.lower[i + 1 : i + 2] in ([","], [":"]) and any(quote in QUOTES for quote in self.lower[i + 2 : i + 3]):
            return True
        return tag in ("noun", "name") and first == 0 and any(t in ("be", "have", "modal") for t in self.tags[i + 2 : i + 5])

    def _counted(self, i: int, word: str) -> bool:
        """Whether a number stands before the word before `i`, a singular, so that only `i` can be what it counts: 12 army raids."""
        j = i - 4 if self.lower[max(i - 2, 0)] == "-" and self.tags[max(i - 3, 0)] == "num" else i - 2  # two 500-lb bombs
        many = j >= 0 and self.tags[j] == "num" and self.lower[j] not in ("one", "1")
        return many and self.lower[i].endswith("s") and not word.endswith("s") and word not in ("people", "men", "women", "children")

    def _agrees(self, subject: str, columns: frozenset[int], i: int) -> bool:
        plural = (subject.endswith("s") and not subject.endswith("ss") or subject in PLURALS) and not self._one_of(i)
        j = next((j for j in range(i - 1, 0, -1) if self.tags[j] != "adv"), 0)
        named = self.tags[j] == "name" or j == 0 and self.tokens[self.first].capital  # Paris also claims
        if THIRD in columns and not plural and nationality(subject) and i > 1 and self.tags[i - 2] in ("det", "adj", "poss") and self.lower[i - 2] not in ("a", "an"):
            return False  # the ongoing Israeli attacks
        return BASE in columns and plural or THIRD in columns and (not plural or named)

    def _one_of(self, i: int) -> bool:
        """Whether the noun before `i` is the many of whom one does something: one in three families, each of the men."""
        j = i - 1
        while j > 0 and self.tags[j] in ("noun", "name", "adj", "num", "det", "poss"):
            j -= 1
        return j > 0 and self.lower[j] in ("of", "in") and self.lower[j - 1] in ("one", "each", "none", "neither", "either", "every")

    def _verb_room(self, i: int) -> bool:
        """Whether a verb may stand at `i`: an object or `that` follows, and no finite verb is near on either side."""
        tag, word = self._after(i, ("neg",))
        if tag not in ("det", "poss", "num", "pron", "name", "that", "qual?", "qual", "some", "her", "no", "sub") and not (tag == "adv" and word != "ago"):
            if not (self.first == 0 or self.shouting or self._no_other_verb(i)) or tag not in ("noun", "noun?", "adj?", "prep", "to"):
                return False
        for j in range(i - 1, -1, -1):
            if self.tags[j] in ("verb", "be", "have", "do", "modal", "aux"):
                return False
            if self.tags[j] in ("mark", "sub", "rel", "conj"):
                break
        for j in range(i + 1, min(i + 5, len(self.tags))):
            if self.tags[j] in ("be", "have", "do", "modal", "finite?") and self.tags[j - 1] != "to":
                return tag == "that" or self.tags[i + 1] in ("det", "pron")
            if self.tags[j] in ("mark", "that", "sub"):
                break
        return True

    def _no_other_verb(self, i: int) -> bool:
        """Whether nothing else in the sentence can be its verb: About 350 Syrians work for the farm."""
        found = ("verb", "aux", "modal", "be", "have", "do", "finite?", "ed?")
        return self.lower[-1:] == ["."] and not any(tag in found for tag in (*self.tags[:i], *self.tags[i + 1 :]))

    def settle_ing(self, i: int) -> str:
        before, word = self._before(i)
        own = WORDS.of(self.lower[i])
        if before == "aux" and own == "adj" and not self._object_follows(i):
            return "adj"
        if before == "aux" and self.lower[i] != "being":
            return "ing" if own != "noun" or self._object_follows(i) or not self._noun_follows(i) else "noun"
        if before in ("det", "poss", "adj", "num"):
            return "adj" if self._noun_follows(i) and self._after(i)[0] != "prep" and own != "noun" else "noun"
        if own == "noun" and (self._its_verb_follows(i) or not (self._object_follows(i) and before in ("mark", "prep", "conj", "", "sub"))):
            return "noun"
        if before in ("noun", "name") and self._noun_follows(i) and own == "adj":
            return "adj"
        if own == "adj":
            return "adj"
        if before == "prep" and word == "as" and lemma(self.lower[i]) in SAYING:
            return "ing"  # was quoted as saying by a newspaper
        if before == "prep" and self._after(i)[0] in ("mark", "", "prep", "conj") and own != "adj" and self.lower[i] not in ("being", "having"):
            return "ing" if self._after(i)[0] == "prep" and self._after(i)[1] in ("into", "on", "to", "from", "at") else "noun"
        return "ing"

    def _its_verb_follows(self, i: int) -> bool:
        """Whether a deed in -ing is the subject of what follows: Fighting displaces thousands."""
        forms = verb_forms(self.lower[i + 1]) if i + 2 < len(self.lower) else None
        return forms is not None and THIRD in forms.columns and self.tags[i + 2] in ("num", "qual?", "det", "some", "poss")

    def settle_adj(self, i: int) -> str:
        """An adjective, unless nothing follows that it could describe and an article stands before: the wounded, an official."""
        before, _ = self._before(i)
        if self.lower[i] in DIRECTIONS and self.lower[i + 1 : i + 2] == ["of"] and before in ("noun", "name"):
            return "adv"
        if self.lower[i].endswith("wide") and before in ("noun", "name") and not self._noun_follows(i):
            return "adv"  # 350 deaths nationwide
        if self.lower[i] == "left":
            return "adj" if before in ("det", "poss") else self.settle_ed(i)
        if verb_forms(self.lower[i]) and self._after(i)[0] in ("num", "det", "qual", "qual?", "poss", "pron"):
            return self.settle_ed(i)
        if before in ("det", "poss", "num", "adj", "noun", "name", "qual") and not self._noun_follows(i) and self.lower[i] in NOUN_TOO:
            return "noun" if before in ("det", "poss") or self.lower[i] not in ("accused", "suspected", "detained", "displaced", "kidnapped") else self.settle_ed(i)
        if (before == "prep" or before == "conj" and self.lower[i - 2] in NOUN_TOO) and not self._noun_follows(i) and self.lower[i] in NOUN_TOO:
            return "noun"
        if self.lower[i] in NOUN_TOO and self._after(i)[0] in ("be", "have", "ed?", "modal", "finite?", "do"):
            return "noun"
        forms = verb_forms(self.lower[i])
        if forms and forms.columns & {PAST, PART}:
            return "adj" if before in ("", "mark", "prep", "conj", "adj", "verb", "num") and self._noun_follows(i) else self.settle_ed(i)
        return "adj"

    def settle_aux(self, i: int) -> str:
        """be, have, do: before a verb its auxiliary, alone a verb that its group takes for its head."""
        return "aux"

    def settle_ed(self, i: int) -> str:
        """A past tense or a participle."""
        before, word = self._before(i)
        forms = verb_forms(self.lower[i])
        columns = forms.columns if forms else frozenset((PAST, PART))
        if (before in ("modal", "to") or before == "aux" and word in DO) and BASE in columns:
            return "base"
        if before == "aux" or word in ("being", "been", "having", "get", "got", "gets", "getting"):
            return "part"
        if PART not in columns or self._says(i, before):
            return "verb"
        if (before in ("conj", "") and lemma(self.lower[i]) not in SAYING or self.tags[i - 1] == "verb" and lemma(self.lower[i - 1]) in SAYING) and self._describes_a_subject(i):
            return "adj"
        if before in ("noun", "name", "num", "adj", "det") and lemma(self.lower[i]) not in NEEDS_OBJECT and not self._noun_follows(i) and self._clause_wants_a_verb(i):
            return "verb"
        if before == "num" and lemma(self.lower[i]) in UNDERGOING:
            return "verb"  # 12 suffered burns
        if before in BEFORE_NOUN or before == "prep":
            if self._noun_follows(i):
                return "adj"
            if before != "num" and before != "prep" and self._after(i)[0] not in ("det", "num", "poss"):
                return "noun" if before in ("det", "poss", "qual") and self.lower[i] in NOUN_TOO else "part"
        return self._past_or_participle(i, before, word)

    def _says(self, i: int, before: str) -> bool:
        """Whether a clause, or behind closing marks a name, shows a verb of speech: `the chief said that`, `"…," quipped Kolb`."""
        tag, following = self._after(i, ())
        if before in ("noun", "name", "adj") and (self.lower[i] == "said" or following == "that" and lemma(self.lower[i]) in SAYING):
            return True
        read = tag == "det" and (self.lower[i] == "read" or lemma(self.lower[i]) in SAYING)  # "…," read a statement
        return i > 1 and self.lower[i - 1] in QUOTES and self.lower[i - 2] in (",", ".", "!", "?") and (tag in ("name", "pron") or read)

    def _describes_a_subject(self, i: int) -> bool:
        """Whether a verb stands right behind the nouns after `i`, so that it describes them: `and related bodies said`."""
        j = i + 1
        while j < len(self.tags) and self.tags[j] in ("noun", "name", "noun?"):
            j += 1
        return j > i + 1 and self.tags[i + 1] != "name" and self.tags[j : j + 1] in (["ed?"], ["be"], ["have"], ["modal"], ["finite?"])

    def _past_or_participle(self, i: int, before: str, word: str) -> str:
        after, following = self._after(i)
        base = lemma(self.lower[i])
        if base in ("hold", "take", "keep") and following in TAKEN and before in ("noun", "name") and any(tag in FINITE for tag in self.tags[:i]):
            return "part"  # rescued 52 children held captive
        if following in ("on", "in", "by", "to", "at") and self._in_a_phrase_of_publishing(i):
            return "part"
        if base in CALLING and following in CALLED_ON and before in ("conj", "noun", "name", "mark"):
            return "verb"
        if before in ("pron", "rel") or base in INTRANSITIVE and before not in ("", "det", "poss"):
            return "verb"
        if before in ("noun", "name", "num", "noun?", "conj", "mark", "poss", "part", "verb", "adj", "sub", "prep") or not before:
            if base == "ask" and word == "," and following in ASKED_OF:
                return "part"  # Kolb, asked whether he feared it, said
            if before in ("noun", "name") and self.tags[i + 1 : i + 2] == ["ed?"] and base not in SAYING:
                return "part"  # items recovered included
            if base in SAYING:
                return "verb" if before not in ("sub", "") else "part"
            if before == "mark" and word == "," and self._after_aside(i):
                return "verb"
            if before in ("mark", "", "sub") and following in ("by", "in", "on", "at", "with", "from", "to", "near", "as") and (before != "mark" or not self._coordinated(i) or base in NEEDS_OBJECT):
                return "part"
            if following == "by" and base not in INTRANSITIVE:
                return "part"
            if (self._object_follows(i) or following in PARTICLES and self._object_follows(i + 1)) and before not in ("", "sub"):
                return "part" if before == "mark" and not self._coordinated(i) and base not in SAYING else "verb"
            if base in NEEDS_OBJECT and not (base == "hold" and word in HOLDING):
                return "part"
            if before in ("noun", "name", "num", "poss") and self._finite_later(i):
                return "part" if base not in INTRANSITIVE else "verb"
            return "verb" if before not in ("", "sub") else "part"
        return "verb"

    def _in_a_phrase_of_publishing(self, i: int) -> bool:
        """Whether `i` describes what was published: `said in a statement posted on its site`, `According to a story sent on Monday by Tanjug, X said`."""
        opening = self.lower[0] in ("in", "according") and not any(tag in FINITE or tag == "mark" for tag in self.tags[:i])
        return self.lower[i - 1] in PUBLISHED and ("verb" in self.tags[:i] or opening) or opening and self.lower[0] == "according"

    def _after_aside(self, i: int) -> bool:
        """Whether the comma before `i` closes an apposition of a subject that still waits for its verb: "The group, X, posted"."""
        commas = [j for j in range(i - 1) if self.lower[j] == ","]
        if commas and (self.tags[commas[0] + 1] == "rel" or self.lower[commas[0] + 1] in ("where", "when")) and not any(tag in FINITE for tag in self.tags[: commas[0]]):
            return True  # "Griffiths, who has been trying for a year, condemned the attack"
        first = 1 if self.tags[0] == "conj" else 0
        if commas and self.tags[first] in ("sub", "prep", "part", "ing"):
            first, commas = commas[0] + 1, commas[1:]  # When contacted, the mayor, Jan Kolb, described
        opening = self.tags[first]
        waiting = not any(tag in FINITE for tag in self.tags[:i]) and opening in ("det", "poss", "name", "noun", "num", "adj", "qual")
        end = next((j for j in range(i + 1, len(self.tags) - 1) if self.tags[j] in BORDERS or self.tags[j] == "conj" and self.tags[j + 1] in ("ed?", "finite?")), len(self.tags))
        later = any(self.tags[j] in ("be", "have", "do", "modal", "finite?") or self.tags[j] == "ed?" and lemma(self.lower[j]) in SAYING for j in range(i + 1, end))
        return waiting and len(commas) == 1 and not later

    def _coordinated(self, i: int) -> bool:
        """Whether a finite verb stands before in the sentence, so that after a comma another may follow."""
        return any(tag == "verb" for tag in self.tags[:i]) and self.lower[i - 1] == ","

    def _finite_later(self, i: int) -> bool:
        """Whether the clause goes on to a finite verb after `i`, so that a participle at `i` only describes."""
        for j in range(i + 1, min(i + 25, len(self.tags))):
            tag, word = self.tags[j], self.lower[j]
            if tag in ("be", "have", "do", "modal", "aux") and word not in ("be", "been", "being"):
                return True
            if tag == "ed?" and self.tags[j - 1] not in ("conj", "mark") and lemma(word) not in NEEDS_OBJECT and self.tags[j - 1] in ("noun", "noun?", "ing?", "name", "num", "adv"):
                return True
            if tag in ("conj", "sub", "rel", "that", "who", "mark", "finite?", "verb"):
                return False
        return False


_SETTLE = {
    "'s": Tagger.settle_s, "that": Tagger.settle_that, "to": Tagger.settle_to, "her": Tagger.settle_her, "no": Tagger.settle_no,
    "before": Tagger.settle_time, "after": Tagger.settle_time, "since": Tagger.settle_time, "until": Tagger.settle_time,
    "till": Tagger.settle_time, "as": Tagger.settle_as, "like": Tagger.settle_as, "so": Tagger.settle_so, "more": Tagger.settle_much,
    "most": Tagger.settle_much, "less": Tagger.settle_much, "half": Tagger.settle_much, "qual?": Tagger.settle_qual,
    "which": Tagger.settle_which, "what": Tagger.settle_what, "once": Tagger.settle_once, "finite?": Tagger.settle_finite, "noun?": Tagger.settle_noun, "ing?": Tagger.settle_ing, "ed?": Tagger.settle_ed,
    "adj?": Tagger.settle_adj, "be": Tagger.settle_aux, "have": Tagger.settle_aux, "do": Tagger.settle_aux,
}


def tags(tokens, sentences) -> tuple[str, ...]:
    """The word class of every token; what stands in no sentence is `mark`."""
    found = ["mark"] * len(tokens)
    for sentence in sentences:
        found[sentence.first : sentence.last + 1] = Tagger(tokens, sentence.first, sentence.last).run()
    return tuple(found)
