"""Lines that say nothing but when a story was put out, as papers and sites print them in its head: `Published 12 September 2024`."""
from functools import cache, lru_cache

from ..almanac import dates
from ..patterns import pattern

LONGEST = 130  # characters
WORDS = frozenset(
    "published publication posted updated update modified edited released issued first last on at as of date dated the time day local hours hrs am pm a p m ist et ct mt pt uk bst "
    "page pages edition min mins minute minutes hour day days week weeks month months year years ago read st nd rd th utc gmt web news story "
    "publié mis à jour le actualizado publicado el de del by from file t z n".split()
)
OTHERWISE = frozenset(("ago", "gen", "set", "mars"))  # months elsewhere, other words in English
NAMED = 8  # words of a paper's or reporter's name that may stand beside the day
SMALL = frozenset("the of and for in by de del la al el von van bin".split())
RUN = r"[^\W\d_]+"
APART = r"(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu}{2})(?=\p{Lu}\p{Ll})|(?<=\b20\d\d)(?=\d\d?:\d\d)"  # UTCUpdated: what a site parted by other means than blanks
DAY = r"(?<!\d)(?:(?:1[89]|20)\d\d[/-]\d\d?[/-]\d\d?|\d\d?[./-]\d\d?[./-](?:\d{4}|\d\d))(?!\d{3})"
CLOCK = r"(?<!\d)\d\d?[:.]\d\d(?:[:.]\d\d)?(?!\d)|(?<!\d)\d{4}(?= (?i:gmt|utc)\b)"
YEAR = r"(?:1[89]|20)\d\d|(?i:gmt) \d\d? \p{L}{3,9} \d\d\b"
SIGNS = frozenset("|•·–—-/,;:(")


@lru_cache(maxsize=64)  # furniture, headline and date ask of the same lines
def stamped(line: str) -> bool:
    """Whether a line is a day with at most the words and clock times that go with one, or a full day beside a name of some words.

    `Published 12 September 2024`; `The Sea Courier, Monday, June 26, 1950`; `By Mira Kolb | October 19, 2017`.
    """
    if len(line) > LONGEST or "   " in line.strip() or pattern(r"\d").search(line) is None:
        return False
    parted = pattern(APART).sub(" ", line)
    if not _dated(parted):
        return False
    beside, numbers = _beside(parted), _numbers(parted)
    if not beside and all(len(number) in (1, 2, 4) for number in numbers):
        return True
    if not pattern(YEAR).search(line) or SIGNS.isdisjoint(line) or line.rstrip()[-1] in "-–—_":
        return False
    return len(beside) <= NAMED and len(numbers) < 3 and all(word[0].isupper() or word in SMALL for word in beside)


def _dated(line: str) -> bool:
    """Whether a line has a day, in figures or with the name of a month beside a number."""
    folded = line.casefold()
    words = pattern(rf"\d+|{RUN}").findall(folded) if any([begun in folded for begun in _begun()]) else []
    numbers = [word.isdecimal() for word in (*words, "")]
    return any(word in _months() and (numbers[i - 1] or numbers[i + 1]) for i, word in enumerate(words)) or pattern(DAY).search(line) is not None


def _numbers(line: str) -> list[str]:
    """The numbers beside days in figures and clock times."""
    return pattern(r"\d+").findall(pattern(rf"{DAY}|{CLOCK}").sub("", line))


def _beside(line: str) -> list[str]:
    """The words that are none of a date's or of its label's, as they are written."""
    return [word for word in pattern(RUN).findall(line) if word.casefold() not in _known()]


@cache
def _months() -> frozenset[str]:
    return dates.known_words("month") - OTHERWISE


@cache
def _begun() -> frozenset[str]:
    """What the names of months begin with: a line without any of them has none."""
    return frozenset(month[:3] for month in _months())


@cache
def _known() -> frozenset[str]:
    return WORDS | _months() | dates.known_words("weekday") | dates.TIMED
