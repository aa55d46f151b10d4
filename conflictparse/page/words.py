"""What is known of words before any sentence is read: small words by class, verb forms, and how some words behave."""
from functools import lru_cache
from typing import NamedTuple

from ..lexicon import Lexicon

CLASSES = ("det", "poss", "pron", "rel", "prep", "conj", "sub", "modal", "be", "have", "do", "neg", "num", "qual", "adv", "adj", "noun", "verbonly")
WORDS = Lexicon(__package__, "words.txt", CLASSES)
VERBS = Lexicon(__package__, "verbs.txt", ("verb",))
TRAITS = Lexicon(
    __package__, "traits.txt", ("adjective_after_hyphen", "noun_like_adjective", "noun_too", "saying", "voiced", "published", "needs_object", "intransitive", "countable", "people", "creed")
).by_section()
VOCABULARY = 4_000  # words of which is kept what was found out; more are seldom met again, and memory would grow with the number of stories
BASE, THIRD, PAST, PART, ING = range(5)
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
MONTHS = frozenset("january february march april may june july august september october november december".split())
MONTH_NAMES = MONTHS | frozenset("jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. jan feb mar apr jun jul aug sept sep oct nov dec".split())  # as they stand behind a day
WHOSE = frozenset("his her their my your our".split())
PART_OF_TEN = frozenset(("early", "mid", "late", "mid-to-late"))  # of ten years: in her early fifties
QUOTES = frozenset(("\"", "“", "”", "``", "''", "«", "»", "„", "‘"))


class Forms(NamedTuple):
    """What a word can be as a verb: its lemma in each of the five columns."""

    lemma: str
    columns: frozenset[int]


@lru_cache(maxsize=VOCABULARY)
def verb_forms(word: str) -> Forms | None:
    """What the list of verbs says of a word; where two verbs share a form, the columns of both, and the lemma of the one whose base it is."""
    entries = [entry for _, entry in VERBS.beginning(word)]
    if not entries:
        return None
    base = next((entry.lemma for entry in entries if entry.lemma == word), entries[0].lemma)
    return Forms(base, frozenset(entry.form for entry in entries))


@lru_cache(maxsize=VOCABULARY)
def lemma(word: str) -> str:
    """The base form of a verb; of an unknown one, the word without its ending."""
    known = verb_forms(word)
    if known:
        return known.lemma
    for ending, rest in (("ied", "y"), ("ying", "y"), ("ed", ""), ("ing", "")):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word.removesuffix(ending) + rest
            return next((s for s in (stem, stem + "e", stem[:-1]) if s in VERBS), stem)
    return word


SAYING, VOICED, NEEDS_OBJECT, INTRANSITIVE, PUBLISHED, COUNTABLE = (TRAITS[trait] for trait in ("saying", "voiced", "needs_object", "intransitive", "published", "countable"))
NOUN_TOO, HYPHEN_ADJ, NOUNS_IN_AL, PEOPLES, CREEDS = (TRAITS[trait] for trait in ("noun_too", "adjective_after_hyphen", "noun_like_adjective", "people", "creed"))
