"""What is known of words before any sentence is read: small words by class, verb forms, and how some words behave."""
from functools import cache
from typing import NamedTuple

from ..lexicon import Lexicon

CLASSES = ("det", "poss", "pron", "rel", "prep", "conj", "sub", "modal", "be", "have", "do", "neg", "num", "qual", "adv", "adj", "noun", "verbonly")
WORDS = Lexicon(__package__, "words.txt", CLASSES)
VERBS = Lexicon(__package__, "verbs.txt", ("verb",))
TRAITS = ("adjective_after_hyphen", "noun_like_adjective", "noun_too", "saying", "published", "needs_object", "intransitive", "countable")
_TRAITS = Lexicon(__package__, "traits.txt", TRAITS)

BASE, THIRD, PAST, PART, ING = range(5)
QUOTES = frozenset(("\"", "“", "”", "``", "''", "«", "»", "„", "‘"))


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


def words_that(trait: str) -> frozenset[str]:
    """The words (verbs: their lemmas) with one of the traits."""
    return frozenset(words[0] for choices in _TRAITS.entries.values() for words, entry in choices if entry.section == trait)


SAYING, NEEDS_OBJECT, INTRANSITIVE, PUBLISHED, COUNTABLE = (
    words_that(trait) for trait in ("saying", "needs_object", "intransitive", "published", "countable")
)
NOUN_TOO, HYPHEN_ADJ, NOUNS_IN_AL = words_that("noun_too"), words_that("adjective_after_hyphen"), words_that("noun_like_adjective")
