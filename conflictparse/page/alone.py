"""What a word can be, looked at alone, wherever it stands."""
from functools import lru_cache

from .words import HYPHEN_ADJ, ING, NOUNS_IN_AL, PART, PAST, VOCABULARY, WORDS, verb_forms

SPECIAL = frozenset("following that which what to her before after since until till as so like no more most less half once earlier".split())
TOUCHING = frozenset(("'s", "s"))
QUALIFYING = frozenset("about around over under some only just another nearly almost".split())
NOUNS_IN_LY = frozenset("family assembly italy ally reply supply july rally anomaly fly tally bully belly folly jelly monopoly".split())
ADJECTIVES_IN_LY = frozenset("deadly likely early daily weekly monthly elderly friendly lonely".split())
SUFFIX_ADJ = ("al", "ous", "ive", "ful", "less", "ic", "able", "ible", "ary", "ish", "ese")


class Alone:
    """What is known of a token wherever it stands.

    `section` is what the list of small words says of it, `seconds` the second words of the list's entries that begin with it, `small` its
    class, if it is one of the small words, of which there are no others; `tag` its class where it has no capital, None where its neighbours tell.
    """

    __slots__ = ("section", "seconds", "small", "tag")

    def __init__(self, section: str | None, seconds: frozenset[str], small: str | None, tag: str | None):
        self.section, self.seconds, self.small, self.tag = section, seconds, small, tag


@lru_cache(maxsize=VOCABULARY)
def word_alone(word: str) -> Alone:
    """What is known of a word."""
    section = WORDS.of(word)
    seconds = frozenset(words[1] for words, entry in WORDS.beginning(word) if entry.length > 1)
    small = _small(word, section)
    asks = word in TOUCHING or word == "may" or section == "adv" and word in QUALIFYING
    return Alone(section, seconds, small, None if asks else small or class_alone(word, section, False, False))


NUMBER, MARK = (Alone(None, frozenset(), None, tag) for tag in ("num", "mark"))


def alone(word: str, kind: str) -> Alone:
    """What is known of a token by its word, in lower case, and its kind."""
    if kind == "word":
        return word_alone(word)
    return NUMBER if kind in ("digits", "money") or word == "%" else MARK


def _small(word: str, section: str | None) -> str | None:
    """The class of a small word; `section` is what the list says of it."""
    if section in ("be", "have", "do"):
        return "ing?" if word in ("being", "having", "doing") else section
    if word in SPECIAL:
        return word
    if section == "qual" or word in QUALIFYING:
        return "qual?"
    return section if section not in ("verbonly", "noun", "adj") else None


@lru_cache(maxsize=VOCABULARY)
def class_alone(word: str, single: str | None, capital: bool, named: bool) -> str:
    """What a word can be that no small-word list settles: told by the section `single` of the list, by the verbs, by its ending."""
    forms = verb_forms(word)
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
    if word.endswith("ed") and word.startswith("un") and not capital:
        return "adj?"
    if word.endswith("ed") and len(word) > 4 and "-" not in word and not capital:
        return "ed?"
    if word.endswith("-general"):
        return "noun"  # secretary-general
    if single == "adj" or "-" in word and word.rsplit("-", 1)[1] in HYPHEN_ADJ:
        return "adj?"
    if word.endswith("ly") and len(word) > 4 and word not in NOUNS_IN_LY:
        return "adv" if word not in ADJECTIVES_IN_LY else "adj?"
    if named:
        return "name"
    return "adj?" if word.endswith(SUFFIX_ADJ) and word not in NOUNS_IN_AL else "noun"
