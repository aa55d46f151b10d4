"""The word class of every token: small words by list, verb forms by list and ending, the rest by what stands around them."""
from functools import cache
from typing import NamedTuple

from ..lexicon import Lexicon

CLASSES = ("det", "poss", "pron", "rel", "prep", "conj", "sub", "modal", "be", "have", "do", "neg", "num", "qual", "adv", "adj", "noun", "verbonly")
WORDS = Lexicon(__package__, "words.txt", CLASSES)
VERBS = Lexicon(__package__, "verbs.txt", ("verb",))

BASE, THIRD, PAST, PART, ING = range(5)
NOUNISH = frozenset(("noun", "name", "num"))
BEFORE_NOUN = frozenset(("det", "poss", "adj", "num", "qual"))
SUFFIX_ADJ = ("al", "ous", "ive", "ful", "less", "ic", "able", "ible", "ary", "ish", "ese")


class Forms(NamedTuple):
    """What a word can be as a verb: its lemma in each of the five columns."""

    lemma: str
    columns: frozenset[int]


@cache
def verb_forms() -> dict[str, Forms]:
    """Each verb form of the list with its lemma; where two verbs share a form, the columns of both."""
    forms: dict[str, Forms] = {}
    for choices in VERBS.entries.values():
        for words, entry in choices:
            old = forms.get(words[0])
            columns = frozenset((entry.form,)) | (old.columns if old else frozenset())
            lemma = old.lemma if old and words[0] != entry.lemma else entry.lemma
            forms[words[0]] = Forms(lemma, columns)
    return forms


def lemma(word: str) -> str:
    """The base form of a verb; of an unknown one, the word without its ending."""
    known = verb_forms().get(word)
    if known:
        return known.lemma
    for ending, rest in (("ied", "y"), ("ying", "y"), ("ed", ""), ("ing", "")):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word.removesuffix(ending) + rest
            return next((s for s in (stem, stem + "e", stem[:-1]) if s in verb_forms()), stem)
    return word


class Tagger:
    """Tags one sentence. Two readings: first what a word can be, then what it is here.

    Tags: det poss pron rel prep conj sub modal aux neg adv adj num qual noun name mark, and for verbs `verb` (finite), `base`
    (after a modal or `to`), `to`, `part` (participle in -ed), `ing`. `'s` is `poss` or `aux`.
    """

    def __init__(self, tokens, first: int, last: int):
        self.tokens, self.first, self.last = tokens, first, last
        self.lower = [token.lower for token in tokens[first : last + 1]]
        capitals = sum(t.capital for t in tokens[first : last + 1] if t.kind == "word" and len(t.text) > 2)
        words = sum(t.kind == "word" and len(t.text) > 2 for t in tokens[first : last + 1])
        self.capitals_mean_nothing = words > 2 and capitals > 0.7 * words
        self.shouting = self.capitals_mean_nothing
        self.tags: list[str] = []

    def run(self) -> list[str]:
        """The tags of the sentence."""
        self._look_up()
        for i in range(len(self.tags)):
            tag = self.tags[i]
            if tag in _SETTLE:
                self.tags[i] = _SETTLE[tag](self, i)
        return self.tags

    # --- what a word can be ----------------------------------------------------------------------------------------
    def _look_up(self) -> None:
        i = 0
        while i < len(self.lower):
            entry = WORDS.at(self.tokens, self.first + i)
            if entry and entry.length > 1 and self.first + i + entry.length - 1 <= self.last:
                if entry.section != "qual" or self._number_near(i + entry.length):
                    self.tags += [entry.section] * entry.length
                    i += entry.length
                    continue
                entry = None
            self.tags.append(self._first_reading(i, entry))
            i += 1

    def _first_reading(self, i: int, entry) -> str:
        token, word = self.tokens[self.first + i], self.lower[i]
        if token.kind == "digits":
            return "num"
        if token.kind == "money":
            return "num"
        if token.kind in ("mark", "end", "dash"):
            return "num" if word == "%" else "mark"
        if word in ("'s", "s") and i and token.start == self.tokens[self.first + i - 1].end:
            return "'s"
        if token.text.isupper() and len(word) > 1 and not self.shouting and token.text.isalpha():
            return "name"
        single = WORDS.of(word)
        if single in ("be", "have", "do"):
            return "ing?" if word in ("being", "having", "doing") else single
        if word in ("that", "which", "to", "her", "before", "after", "since", "until", "till", "as", "so", "like", "no", "more", "most", "less", "half", "once"):
            return word
        if single == "qual" or word in ("about", "around", "over", "under", "some", "only", "just", "another", "nearly", "almost"):
            return "qual?" if single != "adv" or self._number_near(i + 1) else "adv"
        if single and single not in ("verbonly", "noun", "adj"):
            return single
        return self._open_reading(i, word, single, token)

    def _open_reading(self, i: int, word: str, single: str | None, token) -> str:
        forms = verb_forms().get(word)
        capital = token.capital and not self.shouting
        if capital and i and self.tokens[self.first + i - 1].text not in "\"“‘``'«:":
            return "name"
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
        if word.endswith("ed") and len(word) > 4 and "-" not in word and not capital:
            return "ed?"
        if single == "adj" or "-" in word and word.rsplit("-", 1)[1] in HYPHEN_ADJ:
            return "adj?"
        if word.endswith("ly") and len(word) > 4 and word not in ("family", "assembly", "italy", "ally", "reply", "supply", "july", "rally", "anomaly"):
            return "adv" if word not in ("deadly", "likely", "early", "daily", "weekly", "elderly", "friendly") else "adj?"
        if capital and i == 0 and not (self.lower[1:2] and _plain_start(word)):
            return "name"
        return "adj?" if word.endswith(SUFFIX_ADJ) and word not in NOUNS_IN_AL else "noun"

    def _number_near(self, i: int) -> bool:
        """Whether a number stands at `i`, or one or two words later."""
        for j in range(i, min(i + 3, len(self.lower))):
            token = self.tokens[self.first + j]
            if token.kind in ("digits", "money") or WORDS.of(token.lower) == "num" or token.lower in ("several", "half", "two-thirds"):
                return True
            if token.kind != "word":
                return False
        return False

    # --- what it is here -------------------------------------------------------------------------------------------
    def _before(self, i: int, skip=("adv", "neg", "qual")) -> tuple[str, str]:
        """Tag and word of the nearest token before `i` that is no adverb."""
        j = i - 1
        while j >= 0 and (self.tags[j] in skip or self.lower[j] in QUOTES):
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
        if tag in ("be", "have", "do", "modal", "aux", "finite?") or tag == "ed?" and PART not in verb_forms().get(word, Forms("", frozenset())).columns:
            return "rel" if before in ("noun", "name", "adj") else "pron"
        if tag == "ed?" and before in ("noun", "name"):
            return "rel"
        if before in ("verb", "part", "ing", "base", "pron", "mark", "adj", "conj", "adv", "noun", "name"):
            singular = tag in ("noun", "noun?") and not word.endswith("s") and before not in ("verb", "noun")
            return "det" if singular and before != "conj" else "sub"
        return "det"

    def settle_to(self, i: int) -> str:
        tag, word = self._after(i)
        forms = verb_forms().get(word)
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
        for j in range(i + 1, min(i + 8, len(self.tags))):
            tag = self.tags[j]
            if tag in ("be", "have", "do", "modal", "finite?", "aux") or tag == "ed?" and j > i + 1 and self.tags[j - 1] in ("noun", "name", "pron", "noun?"):
                return "sub"
            if tag in ("mark", "conj", "sub", "that"):
                break
        return "prep"

    def settle_as(self, i: int) -> str:
        return "sub" if self.settle_time(i) == "sub" and self._after(i)[0] not in ("ed?",) else "prep"

    def settle_which(self, i: int) -> str:
        before, _ = self._before(i, ("adv",))
        return "det" if self._noun_follows(i) and before not in ("noun", "name", "prep", "mark") else "rel"

    def settle_once(self, i: int) -> str:
        return "sub" if self._before(i)[0] not in ("aux", "noun", "pron") and self.settle_time(i) == "sub" else "adv"

    def settle_so(self, i: int) -> str:
        return "sub" if self._after(i)[0] in ("pron", "that", "det", "name", "poss") else "adv"

    def settle_much(self, i: int) -> str:
        """more, most, less, half: before a noun a determiner, else an adverb."""
        if self._number_near(i + 1) and self.lower[i + 1 : i + 2] == ["than"]:
            return "qual"
        return "det" if self._noun_follows(i) and self._after(i, ())[0] != "adj?" or self.lower[i + 1 : i + 2] == ["of"] else "adv"

    def settle_qual(self, i: int) -> str:
        if self._number_near(i + 1):
            return "qual"
        word = self.lower[i]
        if word in ("some", "another"):
            return "det"
        return "prep" if word in ("about", "around", "over", "under") else "adv"

    def settle_finite(self, i: int) -> str:
        before, word = self._before(i)
        if before in ("to", "modal") or before == "aux" and word in DO:
            return "base"
        if before == "prep" and word != "to":
            return "noun"
        if before in ("det", "poss", "adj") and WORDS.of(word) != "poss" or before == "poss" and self.lower[i].endswith("s"):
            return "noun" if self.lower[i] not in ("says", "tells") else "verb"
        return "verb"

    def settle_noun(self, i: int) -> str:
        """A word that is a noun or a verb's base or third person: attack, reports, fire."""
        before, word = self._before(i)
        known = verb_forms().get(self.lower[i])
        columns = known.columns if known else frozenset()
        if before in ("to", "modal") and columns & {BASE}:
            return "base"
        if before == "aux" and word in DO and columns & {BASE} and self.tags[i - 1] in ("aux", "neg", "adv"):
            return "base"
        if before == "pron" and word in ("i", "you", "we", "they", "who", "he", "she", "it") or before == "rel":
            return "verb" if columns else "noun"
        if columns & {PAST, PART} and not columns & {BASE}:
            return self.settle_ed(i)
        if before in ("noun", "name") and columns and self._agrees(word, columns):
            if self._verb_room(i) or columns == {THIRD} and self.lower[i - 1].endswith("ly") and self.tags[i - 1] == "adv":
                return "verb"
        if before == "conj" and self.tags[i - 1] == "adv" and columns == {THIRD} and any(t in ("verb", "aux") for t in self.tags[:i]):
            return "verb"
        return "noun"

    def _agrees(self, subject: str, columns: frozenset[int]) -> bool:
        plural = subject.endswith("s") and not subject.endswith("ss") or subject in ("people", "men", "women", "children", "police", "gunmen", "troops")
        return BASE in columns and plural or THIRD in columns and not plural

    def _verb_room(self, i: int) -> bool:
        """Whether a verb may stand at `i`: an object or `that` follows, and no finite verb is near on either side."""
        tag, word = self._after(i, ("neg",))
        if tag not in ("det", "poss", "num", "pron", "name", "that", "qual?", "qual", "some", "her", "no", "sub") and not (tag == "adv" and word != "ago"):
            if not (self.first == 0 or self.capitals_mean_nothing) or tag not in ("noun", "noun?", "adj?", "prep", "to"):
                return False
        for j in range(i - 1, -1, -1):
            if self.tags[j] in ("verb", "be", "have", "do", "modal", "aux"):
                return False
            if self.tags[j] in ("mark", "sub", "rel", "conj"):
                break
        for j in range(i + 1, min(i + 5, len(self.tags))):
            if self.tags[j] in ("be", "have", "do", "modal", "finite?"):
                return tag == "that" or self.tags[i + 1] in ("det", "pron")
            if self.tags[j] in ("mark", "that", "sub"):
                break
        return True

    def settle_ing(self, i: int) -> str:
        before, word = self._before(i)
        own = WORDS.of(self.lower[i])
        if before == "aux" and own == "adj" and not self._object_follows(i):
            return "adj"
        if before == "aux" and self.lower[i] != "being":
            return "ing" if own != "noun" or self._object_follows(i) or not self._noun_follows(i) else "noun"
        if before in ("det", "poss", "adj", "num"):
            return "adj" if self._noun_follows(i) and self._after(i)[0] != "prep" and own != "noun" else "noun"
        if own == "noun" and not (self._object_follows(i) and before in ("mark", "prep", "conj", "", "sub")):
            return "noun"
        if before in ("noun", "name") and self._noun_follows(i) and own == "adj":
            return "adj"
        if own == "adj":
            return "adj"
        if before == "prep" and self._after(i)[0] in ("mark", "", "prep", "conj") and own != "adj" and self.lower[i] not in ("being", "having"):
            return "ing" if self._after(i)[0] == "prep" and self._after(i)[1] in ("into", "on", "to", "from", "at") else "noun"
        return "ing"

    def settle_adj(self, i: int) -> str:
        """An adjective, unless nothing follows that it could describe and an article stands before: the wounded, an official."""
        before, _ = self._before(i)
        if self.lower[i] == "left":
            return "adj" if before in ("det", "poss") else self.settle_ed(i)
        if before in ("det", "poss", "num", "adj", "noun", "name", "qual") and not self._noun_follows(i) and self.lower[i] in NOUN_TOO:
            return "noun"
        if (before == "prep" or before == "conj" and self.lower[i - 2] in NOUN_TOO) and not self._noun_follows(i) and self.lower[i] in NOUN_TOO:
            return "noun"
        if self.lower[i] in NOUN_TOO and self._after(i)[0] in ("be", "have", "ed?", "modal", "finite?", "do"):
            return "noun"
        forms = verb_forms().get(self.lower[i])
        if forms and forms.columns & {PAST, PART}:
            return "adj" if before in ("", "mark", "prep", "conj", "adj", "verb", "num") and self._noun_follows(i) else self.settle_ed(i)
        return "adj"

    def settle_aux(self, i: int) -> str:
        """be, have, do: before a verb its auxiliary, alone a verb that its group takes for its head."""
        return "aux"

    def settle_ed(self, i: int) -> str:
        """A past tense or a participle."""
        before, word = self._before(i)
        forms = verb_forms().get(self.lower[i])
        columns = forms.columns if forms else frozenset((PAST, PART))
        if (before in ("modal", "to") or before == "aux" and word in DO) and BASE in columns:
            return "base"
        if before == "aux" or word in ("being", "been", "having", "get", "got", "gets", "getting"):
            return "part"
        if PART not in columns:
            return "verb"
        if before in BEFORE_NOUN or before == "prep":
            if self._noun_follows(i):
                return "adj"
            if before != "num" and before != "prep" and self._after(i)[0] not in ("det", "num", "poss"):
                return "noun" if before in ("det", "poss", "qual") and self.lower[i] in NOUN_TOO else "part"
        return self._past_or_participle(i, before, word)

    def _past_or_participle(self, i: int, before: str, word: str) -> str:
        after, following = self._after(i)
        base = lemma(self.lower[i])
        if before in ("pron", "rel") or base in INTRANSITIVE and before not in ("", "det", "poss"):
            return "verb"
        if before in ("noun", "name", "num", "noun?", "conj", "mark", "poss", "part", "verb", "adj", "sub", "prep") or not before:
            if base in SAYING:
                return "verb" if before not in ("sub",) else "part"
            if before == "mark" and word == "," and self._after_aside(i):
                return "verb"
            if before in ("mark", "", "sub") and following in ("by", "in", "on", "at", "with", "from", "to", "near", "as") and (before != "mark" or not self._coordinated(i)):
                return "part"
            if following == "by" and base not in INTRANSITIVE:
                return "part"
            if self._object_follows(i) and before not in ("", "sub"):
                return "part" if before == "mark" and not self._coordinated(i) and base not in SAYING else "verb"
            if base in NEEDS_OBJECT:
                return "part"
            if before in ("noun", "name", "num", "poss") and self._finite_later(i):
                return "part" if base not in INTRANSITIVE else "verb"
            return "verb" if before not in ("", "sub") else "part"
        return "verb"

    def _after_aside(self, i: int) -> bool:
        """Whether the comma before `i` closes an apposition of a subject that still waits for its verb: "The group, X, posted"."""
        commas = [j for j in range(i - 1) if self.lower[j] == ","]
        waiting = not any(tag in ("verb", "aux", "modal") for tag in self.tags[:i]) and self.tags[0] in ("det", "poss", "name", "noun", "num", "adj", "qual")
        later = any(tag in ("be", "have", "do", "modal", "finite?") or tag == "ed?" and lemma(word) in SAYING for tag, word in zip(self.tags[i + 1 :], self.lower[i + 1 :]))
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
            if tag == "ed?" and self.tags[j - 1] not in ("conj", "mark") and lemma(word) not in NEEDS_OBJECT and self.tags[j - 1] in ("noun", "name", "num", "adv"):
                return True
            if tag in ("conj", "sub", "rel", "that", "who", "mark", "finite?", "verb"):
                return False
        return False

    def settle_be(self, i: int) -> str:
        return "aux"


def _plain_start(word: str) -> bool:
    """Whether a capitalised first word looks like an ordinary one."""
    return word.endswith(("s", "tion", "ment", "ness", "ity", "ers", "ing", "ed")) or WORDS.of(word) is not None


HYPHEN_ADJ = frozenset(
    "backed led based held old controlled style like wide wing related free long strong made born linked run owned armed trained funded "
    "inspired affiliated allied ruled speaking majority dominated occupied aligned torn hit ridden stricken affected declared era year month "
    "day hour week mile kilometer kilometre metre meter foot man member strong range profile level ranking scale kill caliber calibre "
    "called styled proclaimed appointed elected known range ground air government regime coup war terror israeli american western".split()
)
NOUNS_IN_AL = frozenset(
    "official officials capital hospital general criminal rival arrival general festival journal material individual principal trial denial "
    "proposal withdrawal approval funeral survival removal refusal arsenal rehearsal animal canal signal goal deal meal steal metal coal "
    "public republic clinic traffic critic mechanic topic panic attic logic music fabric relative executive detective native motive "
    "captive representative initiative offensive alternative objective perspective table vehicle cable parable missionary secretary "
    "military adversary dignitary beneficiary mercenary boundary library january february commentary anniversary territory salary diary "
    "summary glossary burial tribunal terminal corporal cardinal admiral marshal manual ritual missal vandal scandal sandal pedal medal".split()
)
NOUN_TOO = frozenset(
    "dead wounded injured missing official individual civilian military public captive mercenary black white red green left right north south "
    "east west executive representative relative native rival criminal general principal light offensive objective elderly poor rich young old "
    "unemployed disabled sick homeless innocent local foreign national regular irregular radical moderate conservative liberal suspected accused detained "
    "kidnapped displaced".split()
)
SAYING = frozenset(
    "say tell add announce report warn claim deny insist state declare argue acknowledge note explain admit reply respond vow pledge stress "
    "conclude allege believe think hope maintain reiterate confirm agree write recall suggest predict estimate urge ask complain".split()
)
NEEDS_OBJECT = frozenset(
    "kill wound injure arrest detain kidnap abduct capture destroy damage displace name call base murder slaughter massacre assassinate maim "
    "hospitalize hospitalise imprison jail evacuate behead execute hold bear make take give find hit force accuse suspect believe link "
    "allege plan hurt trap strand besiege besieged arm mask seize loot sink lose torch shoot use station deploy house wreck equip load pack ban elect "
    "appoint release free rescue lead charge expect schedule consider describe know see back support train fund own control".split()
)
INTRANSITIVE = frozenset(
    "die happen occur arrive come go fall rise become remain appear disappear collapse erupt explode begin continue last live perish succumb flee "
    "surrender emerge escalate vanish return sit stand lie march rally gather protest".split()
)
QUOTES = frozenset(("\"", "“", "”", "``", "''", "«", "»", "„", "‘"))
DO = frozenset(("do", "does", "did", "don't", "doesn't", "didn't"))
_SETTLE = {
    "'s": Tagger.settle_s, "that": Tagger.settle_that, "to": Tagger.settle_to, "her": Tagger.settle_her, "no": Tagger.settle_no,
    "before": Tagger.settle_time, "after": Tagger.settle_time, "since": Tagger.settle_time, "until": Tagger.settle_time,
    "till": Tagger.settle_time, "as": Tagger.settle_as, "like": Tagger.settle_as, "so": Tagger.settle_so, "more": Tagger.settle_much,
    "most": Tagger.settle_much, "less": Tagger.settle_much, "half": Tagger.settle_much, "qual?": Tagger.settle_qual,
    "which": Tagger.settle_which, "once": Tagger.settle_once, "finite?": Tagger.settle_finite, "noun?": Tagger.settle_noun, "ing?": Tagger.settle_ing, "ed?": Tagger.settle_ed,
    "adj?": Tagger.settle_adj, "be": Tagger.settle_aux, "have": Tagger.settle_aux, "do": Tagger.settle_aux,
}


def tags(tokens, sentences) -> tuple[str, ...]:
    """The word class of every token; what stands in no sentence is `mark`."""
    found = ["mark"] * len(tokens)
    for sentence in sentences:
        found[sentence.first : sentence.last + 1] = Tagger(tokens, sentence.first, sentence.last).run()
    return tuple(found)
