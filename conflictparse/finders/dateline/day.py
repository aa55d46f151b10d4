"""How a day is written on a line, and at which words it is worth a look for one."""
from functools import cache, lru_cache

from ... import patterns
from ...almanac import dates

CLOCK = rf"""(?: (?: \d{{1,2}} [:.h]? \d\d (?: :\d\d )? \s? (?: [ap]\.?m\.? )? | \d{{1,2}} \s? [ap]\.?m\.? )
              \s? (?: {'|'.join(dates.ZONES)} | local (?: \s time )? | hours | hrs ) \b
            | \d{{1,2}} [:.] \d\d (?: \s? [ap]\.?m\b \.? )? (?! [\d.:] ) )"""                                  # 1530 GMT  2:30 p.m. EDT  10:30
YEAR = r"(?: ,? \s{1,3} (?: del? \s )? (?: (?: 1[6-9] | 20 ) \d\d (?! \s? (?: GMT | UTC | local | h ) ) | [’']?\d\d (?! [\d:.] ) ) )"    # , 2017   89
DAY = r"(?: \d{1,2} (?: st | nd | rd | th | er | º )? (?! \d ) )"                                # 15  15th
ENGLISH = frozenset((  # the words of a date in it, and four that it has for other things
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec "
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun ago gen mars set"
).split())
ARTICLES = frozenset(("le", "el", "den"))
LONGEST = 120  # characters of a date with weekday and time


@cache
def pattern(parts: str) -> patterns.Pattern:
    """Compiled when first needed, and kept."""
    return patterns.pattern(parts, patterns.VERBOSE)


def date_pattern(text: str, start: int, end: int, around: str = "{}") -> patterns.Pattern:
    """Any date between two offsets: `March 5`, `15 OCT 17`, `Sunday, Oct. 15`, `2017-10-15`, `NO DATE`, with what `around` it asks for. Ask `may_begin` first.

    With the words of all languages it takes 5 ms to compile, without those that no English has 3: so they are left out where none of them stands.
    """
    found = pattern(r"[^\W\d_]++").findall(text[start:end].casefold())
    return _dated(around, _foreign().isdisjoint(found) and _foreign().isdisjoint([word[2:] for word in found]))    # 15thOctober


@cache
def _foreign() -> frozenset[str]:
    """Words of a date in other languages."""
    return (dates.known_words("month") | dates.known_words("weekday")) - ENGLISH


@cache
def _dated(around: str, english: bool) -> patterns.Pattern:
    return pattern(around.format(_date(english)))


@cache
def _date(english: bool) -> str:
    words = {kind: [word for word in dates.words_for(kind) if not english or word in ENGLISH] for kind in ("month", "weekday")}
    kinds = (rf"(?P<{kind}> (?: {'|'.join(words[kind])} ) \b (?: (?<! \p{{L}}{{6}} ) \. )? )" for kind in words)
    month, weekday, time = "(?&month)", "(?&weekday)", r"(?: ,? [ ] (?: at \s )? (?&clock) )"
    begins = "|".join(sorted({word[:2] for kind in words for word in words[kind]}))  # seven times faster than without this look ahead
    figures = r"\d{4} [-/] \d\d? (?: [-/] \d\d? )? | \d\d? [./] \d\d? [./] \d{2,4}"
    month_first = rf"{month} (?: \s{{0,2}} (?&day) (?&year)? | ,? \s \d{{4}} )"
    day_first = rf"(?&day) \.? [\s-]? (?: de \s )? {month} (?&year)?"
    day = rf"(?: (?&clock) ,? \s )? (?: {weekday} [,.]? \s )? (?: {month_first} | {day_first} | {figures} ) {time}?"
    return rf"(?<! \w ) (?i: (?= \d | no | {begins} ) (?(DEFINE) {' '.join(kinds)} (?P<clock> {CLOCK} ) (?P<day> {DAY} ) (?P<year> {YEAR} ) ) (?: no \s date | {day} | {weekday} ) )"


def may_begin(text: str, word: patterns.Match) -> bool:
    """Whether a date may begin with a word of a text: with a month, a weekday, `no`, a number, if no other words than a date's stand behind it."""
    if not word[0][0].isdigit():
        return _opens(word[0])
    following = pattern(r"\d++ \s++ (?P<word> [^\W\d] \w*+ )").match(text, word.start())
    return following is None or _plain(following["word"]) in _behind_a_number()


@lru_cache(maxsize=1000)
def _opens(word: str) -> bool:
    return _plain(word) in _first_words()


def _plain(word: str) -> str:
    """A word as the almanac has it, a Turkish capital i too."""
    return word.casefold().replace("\u0307", "")


@cache
def _first_words() -> frozenset[str]:
    """Words with which a date begins that does not begin with a digit."""
    return dates.known_words("month") | dates.known_words("weekday") | {"no"}


@cache
def _behind_a_number() -> frozenset[str]:
    """Words that may follow a number in a date: `15 de octubre`, `1530 GMT Monday`."""
    return dates.known_words("month") | dates.TIMED | {"de"}


def date_at(text: str, start: int, end: int, around: str = "{}") -> patterns.Match | None:
    """The date that begins at an offset, with what the pattern `around` it asks for."""
    word = pattern(r"\w++").match(text, start)
    return date_pattern(text, start, min(end, start + LONGEST), around).match(text, start, end) if word and may_begin(text, word) else None


def date_among(text: str, start: int, names_end: int, end: int) -> bool:
    """Whether a date may begin among the names between two offsets."""
    words = pattern(r"\w++").findall(_plain(text[start:names_end]))
    return not (_first_words().isdisjoint(words) and ARTICLES.isdisjoint(words)) or lunar(text, start, end)


def date_begins(text: str, at: int, end: int) -> bool:
    """Whether a word among names opens a date: a month before a day, a weekday before a mark or a month, `no date`."""
    found = pattern(r"\w++").match(text, at, end)
    word, behind = _plain(found[0]), found.end()
    if word in dates.known_words("month") and pattern(r"\.? \s{0,2} \d").match(text, behind, end):
        return True
    if word in dates.known_words("weekday"):
        if pattern(r"\.? (?: , | \s* [-–—(/\d] )").match(text, behind, end):
            return True
        following = pattern(r"\.? \s (?P<word> \w++ )").match(text, behind, end)
        return following is not None and _plain(following["word"]) in dates.known_words("month")
    if word not in ARTICLES and word != "no" and not lunar(text, at, end):
        return False
    return bool(pattern(
        r"(?i: no \s date | (?: le | el | den ) \s \d | (?<= , [ ] ) [\p{L}-]+ (?: [ ] [\p{L}-]+ )? [ ] \d\d? , [ ] 1[34]\d\d )"
    ).match(text, at, end))


def lunar(text: str, start: int, end: int) -> bool:
    """Whether a year of the Hijra may stand between two offsets."""
    return " 13" in text[start:end] or " 14" in text[start:end]
