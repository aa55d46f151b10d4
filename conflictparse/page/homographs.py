"""Words that are a noun or a verb, an adjective or a participle, by what stands around them: attack, fire, shelling, wounded."""
from ..almanac.countries import nationality
from .names import GROUPS
from .smallwords import PLURALS, SmallWords
from .words import BASE, CREEDS, NOUN_TOO, PART, PAST, PEOPLES, QUOTES, SAYING, THIRD, WORDS, lemma, verb_forms

FINITE = frozenset(("verb", "aux", "modal"))
CALLING, CALLED_ON = frozenset(("call", "appeal")), frozenset(("on", "upon", "for", "to"))
DIRECTIONS = frozenset("north south east west northeast northwest southeast southwest north-east north-west south-east south-west".split())
CLAUSAL = frozenset("say insist argue contend complain boast".split())  # verbs that a clause follows, not a thing
BEFORE_DEEDS = frozenset(
    "report claim deny admit acknowledge begin start stop cease resume continue keep recall remember regret finish describe confess recount boast celebrate "
    "suggest propose consider avoid risk mention announce confirm halt quit suspend practise practice discuss delay postpone".split()
)  # in -ing
CROWDED = frozenset("dozens scores hundreds thousands millions billions".split())
SUBJECTS = frozenset("i you we they who he she it nobody somebody anybody everybody everyone anyone someone nothing something everything".split())
SOME = frozenset("many some most few several all both others other another".split())
OF_A_SOURCE = frozenset(("name", "noun", "noun?", "adj", "adj?", "det", "poss", "prep"))
SHOT_LIVE = frozenset("round rounds cartridge cartridges bullet bullets ammunition ammo fire shell shells grenade grenades bomb bombs mortar mortars mine mines shot shots".split())
OF_A_SUBJECT = frozenset(("det", "poss", "num", "noun", "name", "adj", "qual"))
OPENING = OF_A_SUBJECT | {"pron"}
THRONGS = frozenset("dozens scores hundreds thousands millions".split())
MEASURED = frozenset("seconds minutes hours days nights weeks months years miles kilometers kilometres meters metres yards feet kilos tons tonnes pounds dollars euros times pieces arms weapons sales".split())
COMPOUND = frozenset("messaging networking monitoring tracking mapping fighting policing keeping finding building sharing trafficking smuggling processing trading clearing counting".split())  # in -ing, behind a noun and before what does so
DO = frozenset(("do", "does", "did", "don't", "doesn't", "didn't"))
DATA = frozenset("data figures statistics numbers records survey surveys poll polls study studies research analysis tally count report reports footage imagery images documents estimates findings".split())  # that show
BRACKETS = {")": "(", "]": "["}


class Homographs(SmallWords):
    """A sentence of which such words are settled as well."""

    def settle_finite(self, i: int) -> str:
        before, word = self._before(i)
        if before in ("to", "modal") or before == "aux" and word in DO:
            return "base"
        if self.lower[i] == "live" and self._after(i)[1] in SHOT_LIVE:
            return "adj"  # 14 live rounds
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
        if i + 2 < len(self.tags) and self.lower[i + 2] == "that" and self.lower[i].endswith("s") and lemma(self.lower[i + 1]) in SAYING:
            return "noun"  # aid groups caution that
        if self.lower[i].endswith("s") and i + 2 < len(self.tags) and self.lower[i + 2] in (",", ".") and lemma(self.lower[i + 1]) in SAYING and self._opens_a_tag(i):
            return "noun"  # the cocaine leaves by sea, police reports state
        if self.lower[i] == "close" and before == "noun" and self.lower[i + 1 : i + 2] == ["to"] and not self.shouting:
            return "noun"  # sources close to the talks
        if before in ("to", "modal") and BASE in columns:
            return "base"
        if before == "aux" and word in DO and BASE in columns and self.tags[i - 1] in ("aux", "neg", "adv"):
            return "base"
        if before == "rel" and (word == "whom" and self.lower[i - 2] != "of" or i + 1 < len(self.tags) and lemma(self.lower[i + 1]) in SAYING):
            return "noun"  # whom rebels hold, who police said were shot
        if before == "pron" and word in SUBJECTS or before == "rel":
            return "verb" if columns else "noun"
        if BASE not in columns and (PAST in columns or PART in columns):
            return self.settle_ed(i)
        if before == "num" and word in CROWDED and BASE in columns and not self.lower[i].endswith("s"):
            return "verb"  # Thousands march in Kolb
        if before not in ("noun", "name", "conj") and word not in (",", "&"):
            return "noun"
        if word == "," and columns and lemma(self.lower[i]) in SAYING and self._first_verb(i):
            return "verb"  # The agency, UNHCR, estimates that
        if word == "," and columns and (self._goes_on_behind_an_aside(i, columns) or lemma(self.lower[i]) in SAYING and self._source_ends_it(i + 1)):
            return "verb"  # Two men were killed, reports the Tema Daily
        if before in ("noun", "name") and columns and self._agrees(word, columns, i) and self._speaks(i):
            return "verb"
        if (word in (",", "&") or before == "conj") and columns and self._after(i)[0] in ("num", "qual?") and self._in_the_present(i, columns):
            return "verb"  # blast kills 9, wounds 20; kills 12 people and wounds 20; rebels kill 9, rescue 20
        if before in ("noun", "name") and columns and self._agrees(word, columns, i) and not self._counted(i, word):
            if self._verb_room(i) or columns == {THIRD} and self.lower[i - 1].endswith("ly") and self.tags[i - 1] == "adv":
                return "verb"
        if before in ("noun", "name") and self._agrees(word, columns, i) and self._clause_wants_a_verb(i):
            return "verb"
        if before == "noun" and BASE in columns and not self.shouting and self._of_so_many(i, word):
            return "verb"  # where 3,000 guerrillas operate
        if before == "conj" and columns == {THIRD} and (self.tags[i - 1] == "adv" or self._calls_on(i)) and self._in_the_present(i, columns):
            return "verb"  # warns of a famine and calls upon both sides to stop
        return "noun"

    def _opens_a_tag(self, i: int) -> bool:
        """Whether nothing but nouns stand between a comma and `i`: the end of who says what stands before the comma."""
        before = self._before_nouns(i)
        return 0 < before < i - 1 and self.lower[before] == ","

    def _before_nouns(self, i: int) -> int:
        """The token before the noun phrase that stands right before `i`, or the first of the sentence."""
        before = i - 1
        while before > 0 and self.tags[before] in OF_A_SUBJECT:
            before -= 1
        return before

    def _first_verb(self, i: int) -> bool:
        """Whether a sentence that opens with a noun phrase has no verb before `i`, and a clause or an object stands behind it."""
        opens = self.tags[0] in OPENING and self.first + i > 2 and not any(tag in FINITE or tag == "rel" for tag in self.tags[:i])
        return opens and self._after(i, ())[0] in ("that", "det", "poss", "pron", "num", "qual", "qual?")

    def _goes_on_behind_an_aside(self, i: int, columns: frozenset[int]) -> bool:
        """Whether who speaks, or a relative clause, stands between the subject and its verb at `i`: Many children, it said, suffer from hunger."""
        closing = next(j for j in range(i - 1, -1, -1) if self.lower[j] == ",")
        opening = next((j for j in range(closing - 1, 0, -1) if self.lower[j] == ","), 0)
        if not opening or self.tags[0] not in OPENING or any(tag in FINITE for tag in self.tags[:opening]):
            return False
        says = self.tags[closing - 1] == "verb" and lemma(self.lower[closing - 1]) in SAYING
        if not says and not (self.tags[opening + 1] == "rel" and any(tag in FINITE for tag in self.tags[opening + 1 : closing])):
            return False
        head = next((j for j in range(opening) if self.tags[j + 1] not in OF_A_SUBJECT), 0)
        later = next((j for j in range(i + 1, len(self.tags)) if self.tags[j] in ("mark", "conj", "sub", "rel", "that")), len(self.tags))
        many = BASE in columns and self.tags[head] == "num"  # half a million children under five
        return (many or self._agrees(self.lower[head], columns, head + 1)) and not any(tag in ("be", "have", "do", "modal", "finite?") for tag in self.tags[i + 1 : later])

    def _source_ends_it(self, i: int) -> bool:
        """Whether nothing but a name or a noun with its article stands from `i` to the end, and before it a clause: who speaks, behind the verb."""
        named = self.tags[i : i + 1] and (self.tags[i] in ("name", "det", "poss") or self.capitals[i])
        return named and all(tag in OF_A_SOURCE for tag in self.tags[i:-1]) and any(tag in ("be", "have", "modal", *FINITE) for tag in self.tags[: i - 1])

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

    def _in_the_present(self, i: int, columns: frozenset[int]) -> bool:
        """Whether the last finite verb before `i` is in the present, in the person that a word at `i` of these forms can have, so that it may join it."""
        word = next((self.lower[j] for j in range(i - 1, -1, -1) if self.tags[j] in ("verb", "aux")), "")
        forms = verb_forms(word)
        if columns == {THIRD}:
            return word in ("is", "has", "does") or forms is not None and THIRD in forms.columns
        return self.first == 0 and BASE in columns and forms is not None and BASE in forms.columns and PAST not in forms.columns

    def _speaks(self, i: int) -> bool:
        """Whether a word after its subject is a verb of speech: `the UN calls on`, `sources report.` behind a comma, `the FMLN claims mayors are`."""
        if self._calls_on(i):
            return not any(tag in FINITE for tag in self.tags[:i])
        shows = self.lower[i] in ("show", "shows", "find", "finds") and self.lower[i - 1] in DATA
        if lemma(self.lower[i]) not in SAYING and self.lower[i] not in ("reads", "read") and not shows:
            return False
        first = self._first_of_a_subject(i)
        tag, _ = self._after(i)
        if first == 0 and tag in ("num", "qual", "qual?") and self.capitals[0] and self.lower[i].endswith("s") and any(t in ("be", "have", "modal", "ed?", "verb", "finite?") for t in self.tags[i + 2 :]):
            return True  # GS states 12 families have left
        if tag in ("mark", "") and first > 0 and self.lower[first - 1] in (*QUOTES, ","):
            return True
        if tag in ("pron", "that", "sub") or self.lower[i + 1 : i + 2] in ([","], [":"]) and any(quote in QUOTES for quote in self.lower[i + 2 : i + 3]):
            return True
        if self.tags[i + 1 : i + 2] == ["ing?"] and lemma(self.lower[i]) in BEFORE_DEEDS and self._object_follows(i + 1):
            return not any(t in ("be", "have", "do", "modal", "aux", "verb", "finite?", "ed?") for t in (*self.tags[:i], *self.tags[i + 2 :]))  # Military claims killing 40 rebels
        if tag not in ("noun", "name") or first > 0:
            return False
        acts = self.tags[i - 1] == "name" and self.tags[i + 2 : i + 3] and self.tags[i + 2] in ("finite?", "verb", "ed?") and lemma(self.lower[i + 2]) not in SAYING
        if acts and self.tags[i + 3 : i + 4] and self.tags[i + 3] in ("num", "qual", "qual?", "det", "poss", "name", "pron"):
            return True  # AA claims military lost over 80 troops
        return any(t in ("be", "have", "modal") for t in self.tags[i + 2 : i + 5])

    def _calls_on(self, i: int) -> bool:
        """Whether a word with its preposition is what one does who calls on somebody or for something."""
        return lemma(self.lower[i]) in CALLING and self.lower[i + 1 : i + 2] != [] and self.lower[i + 1] in CALLED_ON

    def _first_of_a_subject(self, i: int) -> int:
        """The first of the nouns right before `i`, with what describes them and over letters in brackets: the Red Cross (ICRC) reports."""
        first = self._over_brackets(i - 1)
        while first > 0 and self.tags[first - 1] in ("det", "adj", "noun", "name", "num", "poss"):
            first -= 1
        return first

    def _over_brackets(self, i: int) -> int:
        """The token before the brackets that close at `i`, if a few words stand in them; else `i`."""
        opening = BRACKETS.get(self.lower[i])
        return next((j - 1 for j in range(i, max(i - 6, 0), -1) if self.lower[j] == opening), i) if opening else i

    def _counted(self, i: int, word: str) -> bool:
        """Whether a number stands before the word before `i`, a singular, so that only `i` can be what it counts: 12 army raids."""
        j = i - 4 if self.lower[max(i - 2, 0)] == "-" and self.tags[max(i - 3, 0)] == "num" else i - 2  # two 500-lb bombs
        many = j >= 0 and self.tags[j] == "num" and self.lower[j] not in ("one", "1")
        return many and self.lower[i].endswith("s") and not word.endswith("s") and word not in ("people", "men", "women", "children")

    def _of_so_many(self, i: int, word: str) -> bool:
        """Whether the plural before `i` is counted, so that a singular behind it can only be what those do."""
        if not word.endswith("s") or word in MEASURED or self.lower[i].endswith("s") or self.tags[i - 1] != "noun" or self._after(i)[0] not in ("mark", "", "prep", "adv", "det", "num"):
            return False
        j = i - 2
        while j > 0 and self.tags[j] in ("adj", "noun", "name"):
            j -= 1
        return j >= 0 and self.tags[j] == "num" and self.lower[j] not in ("one", "1")

    def _agrees(self, subject: str, columns: frozenset[int], i: int) -> bool:
        if subject == "data":
            return True
        plural = (subject.endswith("s") and not subject.endswith("ss") or subject in PLURALS) and not self._one_of(i)
        j = next((j for j in range(self._over_brackets(i - 1), 0, -1) if self.tags[j] != "adv"), 0)
        named = self.tags[j] == "name" or j == 0 and self.capitals[0]  # Paris also claims
        if THIRD in columns and not plural and (subject in PEOPLES or subject in CREEDS or nationality(subject)) and i > 1 and self.tags[i - 2] in ("det", "adj", "poss") and self.lower[i - 2] not in ("a", "an"):
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
        if tag not in ("det", "poss", "num", "pron", "name", "that", "qual?", "qual", "some", "her", "no", "sub", "half") and not (tag == "adv" and word != "ago"):
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
        if before == "num" and self._after(i)[0] in ("det", "poss") and own != "noun":
            return "ing"  # three attackers, one wearing a uniform
        if before == "num" and word in THRONGS and own != "noun" and self._after(i)[0] in ("prep", "to", "name", "adv"):
            return "ing"  # thousands fleeing to Chad
        if before in ("det", "poss", "adj", "num"):
            return "adj" if self._noun_follows(i) and self._after(i)[0] != "prep" and own != "noun" else "noun"
        if own == "noun" and before in ("verb", "part", "base") and lemma(word) in BEFORE_DEEDS and self._object_follows(i):
            return "ing"  # denied killing 12 civilians
        if own == "noun" and before == "mark" and lemma(self.lower[i]) in SAYING and self._after(i, ())[1] == "that":
            return "ing"  # "…," said Kolb, a doctor, warning that
        if own == "noun" and (self._its_verb_follows(i) or not (self._object_follows(i) and before in ("mark", "prep", "conj", "", "sub"))):
            return "noun"
        if before in ("noun", "name") and self._noun_follows(i) and (own == "adj" or self.lower[i] in COMPOUND and WORDS.of(self.lower[i + 1]) != "det" and not self.lower[i + 1].endswith("s")):
            return "adj"  # a conflict monitoring project
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

    def _says_something(self, i: int) -> bool:
        """Whether a verb of speech in the third person stands at `i`, with what is said behind it: the military claims it killed, the opposition reports that."""
        forms = verb_forms(self.lower[i]) if i + 1 < len(self.lower) else None
        if forms is None or forms.columns != {THIRD} or lemma(self.lower[i]) not in SAYING:
            return False
        return self._after(i, ())[0] in ("pron", "num", "det", "that", "qual?", "qual", "poss", "name", "ing?")

    def settle_adj(self, i: int) -> str:
        """An adjective, unless nothing follows that it could describe and an article stands before: the wounded, an official."""
        before, _ = self._before(i)
        if self.lower[i] in ("first", "last") and before in ("noun", "name", "pron", "rel") and self._after(i)[0] in ("ed?", "finite?", "verb"):
            return "adv"  # the guards first burnt down the huts
        if self.lower[i] == "dead" and before in ("part", "verb"):
            return "adj"  # whose son was shot dead said
        if self.lower[i] == "long":
            return "adj" if self._noun_follows(i) else "adv"
        if self.lower[i] in DIRECTIONS and self.lower[i + 1 : i + 2] == ["of"] and before in ("noun", "name"):
            return "adv"
        if self.lower[i].endswith("wide") and before in ("noun", "name") and not self._noun_follows(i):
            return "adv"  # 350 deaths nationwide
        if self.lower[i] == "chief" and self.lower[i + 1 : i + 2] == ["of"]:
            return "noun"  # Chief of the General Staff
        if self.lower[i] == "left":
            return "adj" if before in ("det", "poss") else self.settle_ed(i)
        if verb_forms(self.lower[i]) and self._after(i)[0] in ("num", "det", "qual", "qual?", "poss", "pron"):
            return self.settle_ed(i)
        if before in ("det", "poss", "num", "adj", "noun", "name", "qual") and not self._noun_follows(i) and self.lower[i] in NOUN_TOO:
            if self.tags[i + 1 : i + 2] == ["ing?"] and GROUPS.of(self.lower[min(i + 2, len(self.lower) - 1)]) == "body":
                return "adj"  # a local monitoring group
            return "noun" if before in ("det", "poss") or self.lower[i] not in ("accused", "suspected", "detained", "displaced", "kidnapped") else self.settle_ed(i)
        if (before == "prep" or before == "conj" and self.lower[i - 2] in NOUN_TOO) and not self._noun_follows(i) and self.lower[i] in NOUN_TOO:
            return "noun"
        if self.lower[i] in NOUN_TOO and (self._after(i)[0] in ("be", "have", "ed?", "modal", "finite?", "do") or before in ("det", "poss", "") and self._says_something(i + 1)):
            return "noun"
        forms = verb_forms(self.lower[i])
        if forms and forms.columns & {PAST, PART}:
            return "adj" if before in ("", "mark", "prep", "conj", "adj", "verb", "num") and self._noun_follows(i) else self.settle_ed(i)
        return "adj"
