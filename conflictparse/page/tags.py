"""The word class of every token, settled by what stands around it."""
from .homographs import CALLED_ON, CALLING, DATA, DO, FINITE, OF_A_SUBJECT, SOME, Homographs
from .names import GROUPS
from .smallwords import PLURALS, parted_from
from .words import BASE, INTRANSITIVE, NEEDS_OBJECT, NOUN_TOO, PART, PAST, PUBLISHED, QUOTES, SAYING, VOICED, lemma, verb_forms

BEFORE_NOUN = frozenset(("det", "poss", "adj", "num", "qual"))
AUXILIARY = frozenset(("be", "have", "do"))  # before a verb its auxiliaries, alone a verb that its group takes for its head
HELPING = frozenset(("being", "been", "having", "get", "got", "gets", "getting"))
UNKNOWN = frozenset((PAST, PART))  # what a word may be of which the list of verbs knows nothing
INQUIRIES = frozenset("inquiry investigation investigations investigators probe panel commission mission team court judge jury inquest experts auditors review group".split())  # that find
PARTICLES = frozenset(("up", "down", "out", "off"))
MEASURING = frozenset("day days night nights hour hours minutes week weeks month months year years mile miles km kilometers kilometres yards blocks times".split())
LAUNCHING = frozenset(("fire", "launch"))
FLYING = frozenset("missile missiles rocket rockets shell shells drone drones uavs projectile projectiles mortars bullets shots rounds grenades".split())
ANSWERING = frozenset(("hit", "shoot", "fire", "bite", "strike"))
HOLDING = frozenset("truce ceasefire cease-fire line lines calm peace lull deal agreement dam defences defenses front".split())
CITED = frozenset("cite quote reach contact interview name identify back support lead follow join accompany flank".split())
CLAIMS = frozenset("claim charge allegation accusation assertion figure number version account".split())
CLAUSE_TOO = frozenset("charge find know believe fear rule demand".split())  # verbs of a thing, or with `that` of a clause
ASKED_OF = frozenset("whether if about by why how what when where who".split())
MEANS = frozenset("phone telephone email e-mail radio telegram text fax video post letter saying noting asking".split())  # told AFP by phone
ARTICLES = frozenset(("a", "an", "the"))
TAKEN = frozenset(("hostage", "hostages", "captive", "prisoner"))
UNDERGOING = frozenset("suffer sustain undergo remain die flee escape lose receive need require".split())
STRANDED = frozenset("aboard inside outside alongside underneath".split())
OF_ARMS = frozenset("armored armoured guided unguided propelled towed wheeled tracked rifled mechanized mechanised motorized motorised".split())
YEAR = 4  # digits, which may be no number: in 1987 Iraq used bombs
BORDERS = frozenset("sub rel that which what after before since until as".split())  # behind which another clause begins


class Tagger(Homographs):
    """Tags one sentence. Two readings: first what a word can be, then what it is here.

    Tags: det poss pron rel prep conj sub modal aux neg adv adj num qual noun name mark, and for verbs `verb` (finite), `base`
    (after a modal or `to`), `to`, `part` (participle in -ed), `ing`. `'s` is `poss` or `aux`.
    """

    def run(self) -> list[str]:
        """The tags of the sentence."""
        self.look_up()
        tags = self.tags
        if not GROUPS.first_words.isdisjoint(self.lower):
            self._names_of_several_words()
        for i in [i for i, tag in enumerate(tags) if tag in UNSETTLED]:
            tag = tags[i]
            tags[i] = "aux" if tag in AUXILIARY else _SETTLE[tag](self, i)
        for i in [i for i, word in enumerate(self.lower) if word in STRANDED and tags[i] == "prep"]:
            if tags[i + 1 : i + 2] and tags[i + 1] in ("aux", "verb", "modal", "mark"):
                tags[i] = "adv"  # all nine men aboard were killed
        if "down" in self.lower and self._shoots_down(self.lower.index("down")):
            tags[self.lower.index("down")] = "verb"
        return tags

    def _names_of_several_words(self) -> None:
        """Tag known bodies as names throughout, small words too: Save the Children, Physicians for Human Rights."""
        for i in [i for i, word in enumerate(self.lower) if word in GROUPS.first_words and self.capitals[i]]:
            entry = GROUPS.at(self.tokens, self.first + i)
            length = entry.length if entry else 1
            if length > 1 and i + length <= len(self.tags) and self.capitals[i + length - 1]:
                self.tags[i : i + length] = ["name"] * length

    def _shoots_down(self, i: int) -> bool:
        """Whether `down` is what those before it do: Air defenses down 32 drones."""
        before, word = self._before(i)
        many = before in ("noun", "name") and word.endswith("s") and self._after(i)[0] in ("num", "qual", "det")
        return many and not any(tag in FINITE or tag == "base" for tag in self.tags[:i])

    def settle_ed(self, i: int) -> str:
        """A past tense or a participle."""
        before, word = self._before(i)
        if self.capitals[i] and not self.shouting and i and self.capitals[i - 1] and self.tags[i - 1] == "name" and i + 1 < len(self.capitals) and self.capitals[i + 1] and self.kinds[i + 1] == "word":
            return "adj"  # the U.N. Integrated Office
        if self.lower[i] in OF_ARMS and before in ("noun", "name", "num", "adj") and self._noun_follows(i):
            return "adj"  # a US-made M113 armored personnel carrier
        forms = verb_forms(self.lower[i])
        columns = forms.columns if forms else UNKNOWN
        if (before in ("modal", "to") or before == "aux" and word in DO) and BASE in columns:
            return "base"
        if before == "aux" or word in HELPING or PART in columns and parted_from(self.lower, self.tags, i) is not None:
            return "part"
        if before == "num" and self.lower[i] in ("told", "said") and self._after(i)[0] in ("name", "pron", "noun") and self.tags[i - 2 : i - 1] == ["prep"]:
            return "verb"  # a father of seven told AFP
        if PART not in columns or self._says(i, before):
            return "verb"
        if before in ("noun", "name") and self._inside_what_is_counted(i):
            return "adj"
        if (before in ("conj", "") and lemma(self.lower[i]) not in SAYING or self.tags[i - 1] == "verb" and lemma(self.lower[i - 1]) in SAYING) and self._describes_a_subject(i):
            return "adj"
        if before in ("noun", "name", "num", "adj", "det") and lemma(self.lower[i]) not in NEEDS_OBJECT and not self._noun_follows(i) and self._clause_wants_a_verb(i):
            return "verb"
        if before == "num" and lemma(self.lower[i]) in UNDERGOING:
            return "verb"  # 12 suffered burns
        if before in BEFORE_NOUN or before == "prep":
            if self._noun_follows(i):
                return "adj"
            if word in ARTICLES and BASE in columns:
                return "noun"  # called the broadcast "a lie"
            if before != "num" and before != "prep" and self._after(i)[0] not in ("det", "num", "poss"):
                return "noun" if before in ("det", "poss", "qual") and self.lower[i] in NOUN_TOO else "part"
        if columns == {PART}:
            return "part"  # members of the force slain since May
        return self._past_or_participle(i, before, word)

    def _inside_what_is_counted(self, i: int) -> bool:
        """Whether a number stands before the singular that `i` follows, so that only a plural behind `i` can be what it counts: four JDAM guided bombs."""
        following = self.lower[i + 1] if i + 1 < len(self.lower) else ""
        if self.tags[i + 1 : i + 2] not in (["noun"], ["noun?"]) or not following.endswith("s") or following.endswith("ss"):
            return False
        j = i - 1
        while j > 0 and self.tags[j] in ("noun", "name", "adj") and not self.lower[j].endswith(("s", "ese")) and self.lower[j] not in PLURALS:
            j -= 1
        return self.tags[j] == "num" and j < i - 1 and self.lower[j] not in ("one", "1") and not (self.lower[j].isdecimal() and len(self.lower[j]) == YEAR)

    def _says(self, i: int, before: str) -> bool:
        """Whether a clause, or behind closing marks a name, shows a verb of speech: `the chief said that`, `"…," quipped Kolb`."""
        if before in ("noun", "name", "adj") and (self.lower[i] == "said" or self._after(i, ())[1] == "that" and (lemma(self.lower[i]) in SAYING or lemma(self.lower[i]) in CLAUSE_TOO)):
            return True
        if before in ("adj", "det") and lemma(self.lower[i]) in SAYING and self._behind_closing_marks(i):
            return True  # "…," the professional added
        if self.lower[i] == "read" and before in ("noun", "name") and self._behind_closing_marks(i):
            return True  # "…," the statement read in part
        if before == "adj" and self.lower[i - 1] in ("second", "third", "fourth") and i > 1 and self.lower[i - 2] in ("a", "the") and lemma(self.lower[i]) in SAYING:
            return True  # "…," a third added
        if before == "det" and self.lower[i - 1] in SOME and lemma(self.lower[i]) in SAYING and (self._after(i, ())[0] in ("pron", "that", "det", "poss", "name", "num") or self.lower[i + 1 : i + 2] in ([":"], [","], ["."])):
            return True  # another said he had fled, another added: "…"
        if i < 2 or self.lower[i - 1] not in QUOTES or self.lower[i - 2] not in (",", ".", "!", "?"):
            return False
        tag, _ = self._after(i, ())
        read = tag in ("det", "num", "qual", "noun", "adj") and (self.lower[i] == "read" or lemma(self.lower[i]) in SAYING or lemma(self.lower[i]) in VOICED)  # "…," fumed one diplomat
        return tag in ("name", "pron") or read

    def _behind_closing_marks(self, i: int) -> bool:
        """Whether nothing but a noun phrase stands between `i` and marks that close behind a comma or a stop: `"…," the professional added`."""
        before = self._before_nouns(i)
        return 0 < before < i - 1 and self.lower[before] in QUOTES and self.lower[before - 1] in (",", ".", "!", "?")

    def _behind_whom(self, i: int) -> bool:
        """Whether nothing but a noun phrase stands between `whom` and `i`."""
        before = self._before_nouns(i)
        return self.lower[before] == "whom" and self.lower[before - 1] != "of"

    def _describes_a_subject(self, i: int) -> bool:
        """Whether a verb stands right behind the nouns after `i`, so that it describes them: `and related bodies said`."""
        j = i + 1
        while j < len(self.tags) and self.tags[j] in ("noun", "name", "noun?"):
            j += 1
        return j > i + 1 and self.tags[i + 1] != "name" and self.tags[j : j + 1] in (["ed?"], ["be"], ["have"], ["modal"], ["finite?"])

    def _past_or_participle(self, i: int, before: str, word: str) -> str:
        after, following = self._after(i)
        base = lemma(self.lower[i])
        if self.lower[i + 1 : i + 2] in (["them"], ["him"], ["us"], ["me"]) and before not in ("", "sub", "prep"):
            return "verb"  # the general, while commending the troops, charged them not to relent
        if base in ("hold", "take", "keep") and following in TAKEN and before in ("noun", "name") and any(tag in FINITE for tag in self.tags[:i]):
            return "part"  # rescued 52 children held captive
        if base == "keep" and after in ("ing?", "ing"):
            return "verb"  # my father kept saying
        if following in ("on", "in", "by", "to", "at") and self._in_a_phrase_of_publishing(i):
            return "part"
        if base in LAUNCHING and word in FLYING and any(tag in FINITE for tag in self.tags[:i]):
            return "part"  # shot down two missiles fired at the port
        if base in CALLING and following in CALLED_ON and before in ("conj", "noun", "name", "mark"):
            return "verb"
        if before in ("pron", "rel") or base in INTRANSITIVE and before not in ("", "det", "poss"):
            return "verb"
        if before in ("noun", "name") and "whom" in self.lower[max(0, i - 6) : i] and self._behind_whom(i):
            return "verb"  # the man, whom police accused of murder, fled
        if base in ANSWERING and before in ("noun", "name") and self.lower[i + 1 : i + 2] == ["back"]:
            return "verb"  # the ministry hit back
        if before in ("noun", "name", "num", "noun?", "conj", "mark", "poss", "part", "verb", "adj", "sub", "prep") or not before:
            if base == "ask" and word == "," and following in ASKED_OF:
                return "part"  # Kolb, asked whether he feared it, said
            if before in ("noun", "name") and self.tags[i + 1 : i + 2] == ["ed?"] and base not in SAYING:
                return "part"  # items recovered included
            if base == "find" and (self.lower[i - 1] in DATA or self.lower[i - 1] in INQUIRIES) and self._after(i, ())[0] in ("mark", "") and self._opens_a_tag(i):
                return "verb"  # the army burned villages, the UN report found
            if base in SAYING:
                if not before and self._turned_before_a_colon(i):
                    return "verb"
                if following == "by" and base != "say" and self.lower[i + 2 : i + 3] and self.lower[i + 2] not in MEANS:
                    return "part"  # the toll announced by the army
                return "verb" if before not in ("sub", "") else "part"
            if before == "mark" and word == "," and following == "by" and base in CITED:
                return "part"  # Gen. Kolb, cited by the paper, said
            if before == "noun" and word in CLAIMS and following in ("as", "by") and self.lower[i - 2] in ("a", "an") and self.lower[i - 3 : i - 2] == [","]:
                return "part"  # …, a claim dismissed as "a lie" by Kolb
            if before == "mark" and word == "," and self._after_aside(i):
                return "verb"
            if before in ("mark", "", "sub") and following in ("by", "in", "on", "at", "with", "from", "to", "near", "as") and (before != "mark" or not self._coordinated(i) or base in NEEDS_OBJECT):
                return "part"
            if following == "by" and base not in INTRANSITIVE:
                return "part"
            if (self._object_follows(i) or following in PARTICLES and self._object_follows(i + 1) or self._object_behind_two(i)) and before not in ("", "sub"):
                return "part" if before == "mark" and not self._coordinated(i) and base not in SAYING else "verb"
            if base in NEEDS_OBJECT and not (base == "hold" and word in HOLDING):
                return "part"
            if before in ("noun", "name", "num", "poss") and self._finite_later(i):
                return "part" if base not in INTRANSITIVE else "verb"
            return "verb" if before not in ("", "sub") else "part"
        return "verb"

    def _object_behind_two(self, i: int) -> bool:
        """Whether the object stands behind two small words that belong to the verb at `i`: `Gunmen shot to death four farmers, made off with 12 rifles`."""
        return self.lower[i + 1 : i + 3] in (["to", "death"], ["off", "with"], ["away", "with"]) and self._object_follows(i + 2) and MEASURING.isdisjoint(self.lower[i + 3 : i + 6])

    def _in_a_phrase_of_publishing(self, i: int) -> bool:
        """Whether `i` describes what was published: `said in a statement posted on its site`, `According to a story sent on Monday by Tanjug, X said`."""
        opening = self.lower[0] in ("in", "according") and not any(tag in FINITE or tag == "mark" for tag in self.tags[:i])
        return self.lower[i - 1] in PUBLISHED and ("verb" in self.tags[:i] or opening) or opening and self.lower[0] == "according"

    def _turned_before_a_colon(self, i: int) -> bool:
        """Whether a verb of speech that opens a sentence stands before its source, and a colon before the quoted words: `Said Kolb: "…"`."""
        colon = next((j for j in range(i + 2, min(i + 16, len(self.tags) - 1)) if self.lower[j] == ":"), 0)
        return colon > 0 and self.lower[colon + 1] in QUOTES and self.tags[i + 1] in ("name", "det", "num") and not any(tag in FINITE for tag in self.tags[i + 1 : colon])

    def _after_aside(self, i: int) -> bool:
        """Whether the comma before `i` closes an apposition of a subject that still waits for its verb: "The group, X, posted"."""
        behind = next(j for j in range(i, -1, -1) if j == 0 or self.tags[j - 1] != "adv")
        commas = [j for j in range(behind - 1) if self.lower[j] == ","]
        relative = next((j for j in commas if self.tags[j + 1] == "rel" or self.lower[j + 1] in ("where", "when") or self.lower[j + 2 : j + 4] in (["of", "whom"], ["of", "which"])), None)
        if relative is not None and not any(tag in FINITE for tag in self.tags[:relative]):
            return True  # "Griffiths, the envoy, who has been trying for a year, condemned the attack"
        first = 1 if self.tags[0] == "conj" else 0
        if commas and self.tags[first] in ("sub", "prep", "part", "ing"):
            first, commas = commas[0] + 1, commas[1:]  # When contacted, the mayor, Jan Kolb, described
        if len(commas) > 1 and all(tag == "adv" for tag in self.tags[commas[-1] + 1 : behind - 1]):
            commas.pop()  # The mayor, Jan Kolb, meanwhile, put
        if len(commas) == 1 and "rel" in self.tags[commas[0] : i] and not any(tag in FINITE for tag in self.tags[: self.tags.index("rel", commas[0])]):
            return True  # Ada Berg, a nurse who was near by, described
        opening = self.tags[first]
        waiting = not any(tag in FINITE for tag in self.tags[first:i]) and opening in OF_A_SUBJECT
        end = next((j for j in range(i + 1, len(self.tags) - 1) if self.tags[j] in BORDERS or self.lower[j] == ":" or self.lower[j] in QUOTES or self.tags[j] == "conj" and self.tags[j + 1] in ("ed?", "finite?")), len(self.tags))
        later = any(
            self.tags[j] in ("be", "have", "do", "modal") or self.tags[j] == "finite?" and self.tags[j - 1] not in BEFORE_NOUN or self.tags[j] == "ed?" and lemma(self.lower[j]) in SAYING
            for j in range(i + 1, end)
        )
        aside = len(commas) == 1 or 0 < len(commas) < 4 and self.tags[commas[0] + 1] == "prep"  # Kolb, in a speech on the radio, Voice of Tema, accused
        return waiting and aside and not later

    def _coordinated(self, i: int) -> bool:
        """Whether a finite verb stands before in the sentence, so that after a comma another may follow."""
        comma = i - 1 - (self.lower[i - 1] in QUOTES)
        return any(tag == "verb" for tag in self.tags[:i]) and self.lower[comma] == ","

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
    "'s": Tagger.settle_s, "that": Tagger.settle_that, "to": Tagger.settle_to, "her": Tagger.settle_her, "no": Tagger.settle_no, "following": Tagger.settle_following,
    "before": Tagger.settle_time, "after": Tagger.settle_time, "since": Tagger.settle_time, "until": Tagger.settle_time,
    "till": Tagger.settle_time, "as": Tagger.settle_as, "like": Tagger.settle_as, "so": Tagger.settle_so, "more": Tagger.settle_much,
    "most": Tagger.settle_much, "less": Tagger.settle_much, "half": Tagger.settle_much, "qual?": Tagger.settle_qual,
    "which": Tagger.settle_which, "what": Tagger.settle_what, "once": Tagger.settle_once, "earlier": Tagger.settle_earlier, "finite?": Tagger.settle_finite, "noun?": Tagger.settle_noun, "ing?": Tagger.settle_ing, "ed?": Tagger.settle_ed,
    "adj?": Tagger.settle_adj,
}
UNSETTLED = AUXILIARY | _SETTLE.keys()


def tags(tokens, row, sentences) -> tuple[str, ...]:
    """The word class of every token; what stands in no sentence is `mark`."""
    found = ["mark"] * len(tokens)
    for sentence in sentences:
        found[sentence.first : sentence.last + 1] = Tagger(tokens, row, sentence.first, sentence.last).run()
    return tuple(found)
