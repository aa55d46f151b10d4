"""The words for what befalls people and things, and where in a sentence they say it of a count."""
from functools import lru_cache
from typing import NamedTuple, Sequence

from ...lexicon import Lexicon
from ...page import Page
from ...page.clauses import BE, Verb
from ...page.words import PART, PAST, VOCABULARY, lemma, verb_forms
from ...report import Span
from .nouns import kind_of_noun
from .sheet import Count

PARTS = {
    "object": "killed wounded casualty missing captured displaced trapped surrendered freed deployed destroyed damaged seized",
    "subject": "killed wounded casualty missing captured displaced surrendered freed deployed destroyed damaged seized",
    "of": "killed wounded missing captured displaced surrendered freed deployed destroyed damaged seized",
    "said": "killed wounded casualty missing captured displaced trapped freed deployed destroyed damaged seized",
    "head": "killed wounded casualty missing captured",
    "weak": "captured displaced trapped",
    "toll": "killed wounded casualty missing captured displaced trapped surrendered freed deployed destroyed damaged seized",
}
WORDS = Lexicon(__package__, "effect.txt", [f"{effect} {part}" for part, effects in PARTS.items() for effect in effects.split()])
FITTING = {
    "people": frozenset("killed wounded casualty missing captured displaced trapped surrendered freed deployed".split()),
    "equipment": frozenset("missing surrendered deployed destroyed damaged seized".split()),
    "structures": frozenset("destroyed damaged seized".split()),
}
SECTIONS = {(part, kind): frozenset(f"{effect} {part}" for effect in effects) for part in PARTS for kind, effects in FITTING.items()}
STRICKEN = {  # words for those whom something befell
    "wounded": "wounded", "injured": "wounded", "dead": "killed", "killed": "killed", "victims": "killed", "fatalities": "killed", "deaths": "killed", "missing": "missing",
    "slain": "killed", "murdered": "killed", "rescued": "freed", "freed": "freed", "released": "freed", "liberated": "freed", "captured": "captured", "kidnapped": "captured", "abducted": "captured", "detainees": "captured", "hostages": "captured", "arrested": "captured", "detained": "captured", "displaced": "displaced", "deceased": "killed", "martyrs": "killed",
}
SUSTAINING = frozenset(("suffer", "sustain", "receive"))
INJURIES = frozenset("injury injuries wound wounds burns bruises fracture fractures concussion concussions contusions cuts graze grazes lacerations trauma".split())
PRISONS = frozenset("prison prisons jail jails cell cells dungeon facility centre center".split())
LISTING = frozenset(("list", "report", "declare", "register", "post", "count"))
LISTED = frozenset("listed declared registered considered counted classified".split())
NO_HOME = frozenset(  # what one leaves without going away from home
    "school schools class classes university college job jobs work post posts office government party army force ranks service room meeting talks table session building court "
    "parliament coalition alliance church mosque market car bus hotel".split()
)
CAUGHT_IN = frozenset("crossfire cross-fire fire fighting middle clash clashes violence blast explosion shelling stampede battle up between off".split())
WHO_THEY_ARE = frozenset("most many some all half mostly mainly including among both".split())
RESULTS = frozenset("dead hostage prisoner captive homeless free alive ablaze alight away off into".split())


class Fate(NamedTuple):
    """An effect and the tokens that say it."""

    effect: str
    first: int
    last: int

    def words(self, page: Page) -> Span:
        return page.words(self.first, self.last)


@lru_cache(maxsize=VOCABULARY)
def _beginning(word: str, part: str, kind: str) -> tuple[tuple[tuple[str, ...], str], ...]:
    """The entries that begin with a word and name an effect in this part for this kind of thing, each with its effect, the longest first."""
    sections = SECTIONS.get((part, kind), ())
    return tuple([(words, entry.section.partition(" ")[0]) for words, entry in WORDS.beginning(word) if entry.section in sections])


def look(words: Sequence[str], part: str, kind: str) -> tuple[str, int] | None:
    """The effect that the words name in this part for this kind of thing, and how many words say it; the longest entry decides."""
    for known, effect in _beginning(words[0], part, kind) if words else ():
        if len(known) == 1 or tuple(words[: len(known)]) == known:
            return effect, len(known)
    return None


def kind_of(count) -> str:
    """What befalls a count of unknown kind is looked up as what befalls people."""
    return count.kind if count.kind in FITTING else "people"


def at(page: Page, i: int, limit: int, part: str, kind: str) -> tuple[str, int] | None:
    """The same of the words from token `i` on, at most so many."""
    begun = _beginning(page.lower(i), part, kind)
    return look(list(map(page.lower, range(i, i + limit))), part, kind) if begun else None


def by_verb(page: Page, verb: Verb, part: str, kind: str) -> Fate | None:
    """What a verb group says befell its subject or object; particles and complements that follow are seen."""
    if verb.lemma == "catch" and _caught_up(page, verb.head):
        return None
    sustaining = part == "subject" and kind == "people" and verb.lemma in SUSTAINING
    if part == "object" and verb.lemma in LISTING:
        return _complement(page, verb, part, kind)
    if verb.lemma == "fall" and part == "subject" and kind == "people" and _fallen(page, verb.last + 1):
        return Fate("killed", verb.head, verb.head)
    if not sustaining and not _beginning(verb.lemma, part, kind):
        return None
    end = page.sentence(verb.head).last
    found = look([verb.lemma, *map(page.lower, range(verb.head + 1, min(end, verb.head + 4) + 1))], part, kind)
    if found is None and sustaining:
        harm = next((i for i in range(verb.head + 1, min(end, verb.head + 6) + 1) if page.lower(i) in INJURIES), None)
        return Fate("wounded", verb.head, harm) if harm else None  # sustained varying degrees of injuries
    if found is None:
        return _complement(page, verb, part, kind)
    effect, length = found
    if length == 1 and (other := _complement(page, verb, part, kind)):
        return other
    return Fate(effect, verb.head, verb.head + length - 1)


def _fallen(page: Page, i: int) -> bool:
    """Whether who fell is dead, as the words behind tell: 21 rebels had fallen, and …; not ill, from a roof, into a trap."""
    return page.tag(i) in ("mark", "sub") or page.lower(i) in ("since", "during") or page.lower(i) == "and" and page.tag(i + 1) in ("num", "det", "qual")


def _caught_up(page: Page, i: int) -> bool:
    """Whether who is caught, as the word at `i` says, is taken by nobody: caught in the crossfire, up in the fighting."""
    return page.lower(i + 1) != "fire" and not CAUGHT_IN.isdisjoint(map(page.lower, range(i + 1, i + 5)))


def _complement(page: Page, verb: Verb, part: str, kind: str) -> Fate | None:
    """The rest of a phrase that its object parts: shot 12 people dead, beat 12 people to death, took 12 people hostage."""
    if part != "object" or not verb.objects:
        return None
    last = next((phrase.last for phrase in reversed(verb.objects) if page.lower(phrase.first) not in WHO_THEY_ARE), verb.objects[-1].last)
    if verb.lemma in LISTING and page.lower(last + 1) == "as":
        found = at(page, last + 2, 3, "said", kind)
        return Fate(found[0], last + 2, last + 2) if found else None  # listed its crewmen as missing
    if verb.lemma == "treat":
        harm = next((i for i in range(last + 2, min(page.sentence(last).last, last + 6) + 1) if page.lower(i) in INJURIES), None) if page.lower(last + 1) == "for" else None
        return Fate("wounded", verb.head, verb.head) if harm else None
    if verb.lemma == "take" and page.lower(last + 1) == "with" and page.lower(last + 2) in ("them", "him", "her"):
        return Fate("captured" if kind == "people" else "seized", verb.head, verb.head)
    i = last + (page.lower(last) not in RESULTS)  # pulled five people alive
    if page.lower(i) == "," and (page.lower(i + 1) in WHO_THEY_ARE or page.tag(i + 1) == "num"):
        i = next((j + 1 for j in range(i + 2, i + 12) if page.lower(j) == ","), i)  # took 20 people, most of them pupils, into custody
    if page.lower(i) == "to" and (found := look([verb.lemma, "to", page.lower(i + 1)], "object", kind)) and page.lower(i + 1) in ("death", "hell", "safety"):
        return Fate(found[0], verb.head, verb.head)
    if page.lower(i) == "from" and page.lower(i + 2) in ("home", "homes", "house", "houses", "beds") and verb.lemma in ("take", "drag", "pull", "lead"):
        return Fate("captured", verb.head, verb.head)  # took five men from their homes
    word = page.lower(i) if i in range(verb.head, page.sentence(verb.head).last + 1) else ""
    found = look([verb.lemma, word], "object", kind) if word in RESULTS else None
    return Fate(found[0], verb.head, verb.head) if found else None


def befallen(page: Page, verb: Verb, part: str, kind: str) -> Fate | None:
    """What a verb says of a count that is its subject or its object, whether active or passive."""
    if part == "object":
        if verb.lemma == "hold" and kind == "people" and _holds_as_a_place(page, verb):
            return None
        return _not_people_given_up(by_verb(page, verb, "object", kind), kind) if not verb.passive or _one_of_several(page, verb) else None
    if verb.negated and verb.lemma in ("live", "survive") and kind == "people":
        return Fate("killed", verb.first, verb.head)
    if verb.passive and (fate := _not_people_given_up(by_verb(page, verb, "object", kind), kind)):
        return _in_the_end(page, verb, kind) or fate
    if fate := by_verb(page, verb, "subject", kind):
        if fate.effect == "destroyed" and verb.objects:
            return None  # they broke in and blew up a house
        return fate if verb.lemma != "leave" or not verb.passive and _goes_away(page, verb) else None
    return said_at(page, verb.last + 1, kind) if verb.lemma in LINKING or verb.passive or page.lower(verb.last) in BE else None


def _not_people_given_up(fate: Fate | None, kind: str) -> Fate | None:
    """Arms that are handed over are surrendered; of people the word says less."""
    return None if fate is not None and fate.effect == "surrendered" and kind == "people" else fate


def _holds_as_a_place(page: Page, verb: Verb) -> bool:
    """Whether a place or a vehicle holds people, and nobody is captive: a camp that holds 12,000; but a jail does."""
    if verb.passive or verb.subject is None or page.lower(verb.subject.head) in PRISONS:
        return False
    return kind_of_noun(page, verb.subject.first, verb.subject.head) in ("structures", "equipment")


def _in_the_end(page: Page, verb: Verb, kind: str) -> Fate | None:
    """What a second verb says befell those in the end: shot and killed, kidnapped and later murdered, shot and wounded."""
    if page.lower(verb.last + 1) != "and":
        return None
    second = page.verb(verb.last + 2)
    shared = second is not None and second.subject is verb.subject and not second.objects and page.tag(second.head) in ("part", "verb")
    fate = by_verb(page, second, "object", kind) if shared else None
    return fate if fate is not None and fate.effect in ("killed", "wounded") and (fate.effect == "killed" or verb.lemma in ("shoot", "stab", "hit")) else None


def _one_of_several(page: Page, verb: Verb) -> bool:
    """Whether a form in -ed after a mark, with an object right behind it, is one of several verbs: "...; destroyed five trucks; ..."."""
    marked = page.lower(verb.first - 1) in (";", ",", ":", "and", "or", "•", "*")
    return marked and verb.form == "participle" and bool(verb.objects) and verb.objects[0].first == verb.last + 1


def _goes_away(page: Page, verb: Verb) -> bool:
    """Whether to leave is to go away, and no state is left behind."""
    if verb.objects and page.lower(verb.objects[0].head) in NO_HOME:
        return False
    if not verb.objects:
        if page.lower(verb.last + 1) in ("in", "within", "over") and (page.tag(verb.last + 2) == "num" or page.lower(verb.last + 3) in ("past", "last")):
            return True  # had left in two days
        return page.lower(verb.last + 1) in ("for", "on", "after", "before", "since", "during", ".", "en")
    return not any(said_at(page, phrase.last + 1, "people") for phrase in verb.objects) and page.tag(verb.objects[0].first) != "num"


def said_at(page: Page, i: int, kind: str, limit: int = 4) -> Fate | None:
    """The word for a fate at token `i`, over a few adverbs: dead, seriously wounded, taken hostage."""
    for j in range(i, min(i + limit, len(page.tokens))):
        if found := at(page, j, 5, "said", kind) or participle(page, j, page.lower(j), 5, kind):
            after = j + found[1]
            if found[0] == "casualty" and page.lower(after) == "and" and (fate := said_at(page, after + 1, kind, 1)) is not None:
                return fate  # shot and killed
            return Fate(found[0], j, after - 1)
        if page.lower(j) == "as" and page.lower(j - 1) in LISTED:
            continue  # listed as missing
        if page.tag(j) not in ("adv", "qual", "aux") and page.lower(j) not in ("more", "confirmed", "reported", "reportedly", "feared", "believed", "presumed", "still", "partially", "(", "thought", *LISTED):
            return None
    return None


def participle(page: Page, i: int, word: str, limit: int, kind: str) -> tuple[str, int] | None:
    """The effect that a participle, the word or the end of the word at token `i`, names, and how many words say it, at most so many."""
    base = _verb_of(word)
    if base is None or base == "catch" and _caught_up(page, i):
        return None
    words = [base, *map(page.lower, range(i + 1, i + limit))]
    found = look(words, "object", kind) or look(words, "subject", kind)
    if found and found[0] in ("displaced", "deployed") and word == "left":
        return None
    return found


@lru_cache(maxsize=VOCABULARY)
def _verb_of(word: str) -> str | None:
    """The verb of whose participle a word has the form, if a verb of the list begins so."""
    forms = verb_forms(word)
    shaped = word.endswith("ed") if forms is None else forms.columns & {PART, PAST}
    return base if shaped and (base := lemma(word)) in WORDS else None


def of_noun(page: Page, count: Count, kind: str) -> Fate | None:
    """A noun before `of` (or `to`) and the count: the death of six, the surrender of 275, severe damage to 20."""
    i = count.opens - 1
    while page.lower(i) in ("the", "some", "all", "another", "a", "an", "other") and i > 0:
        i -= 1
    if page.lower(i) in ("of", "to"):
        for start in (i - 2, i - 1):
            words = [page.lower(k) for k in range(start, i + 1)]
            found = look(words[: len(words) - (page.lower(i) == "of")], "of", kind)
            if found and found[1] >= len(words) - 1:
                return Fate(found[0], start, start + found[1] - 1)
    return None


def head_of(count: Count, page: Page, part: str) -> Fate | None:
    """What the noun counted says by itself."""
    if count.noun is None:
        return None
    for first in range(max(count.noun.first, count.noun.last - 2), count.noun.last + 1):
        length = count.noun.last + 1 - first
        found = at(page, first, length, part, "people")
        if found and found[1] == length:
            return Fate(found[0], first, count.noun.last)
    return None


LINKING = frozenset("be remain lie stay become go report feel appear seem include".split())
