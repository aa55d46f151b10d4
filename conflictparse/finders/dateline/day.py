"""How a day is written on a line, and at which words it is worth a look for one."""
from functools import cache, lru_cache

from ... import patterns
from ...almanac import dates
from ...page import Page

CLOCK = rf"""(?: (?: \d{{1,2}} [:.h]? \d\d (?: :\d\d )? \s? (?: [ap]\.?m\.? )? | \d{{1,2}} \s? [ap]\.?m\.? )
              \s? (?: {'|'.join(dates.ZONES)} | local (?: \s time )? | hours | hrs ) \b
            | \d{{1,2}} [:.] \d\d (?: \s? [ap]\.?m\b \.? )? (?! [\d.:] ) )"""                                  # 1530 GMT  2:30 p.m. EDT  10:30
YEAR = r"(?: (?: ,? \s{1,3} | , | (?<= [-–] \p{L}{3} ) [-–] | (?<= \d ) / (?= \d{4} ) ) (?: del? \s )? (?: (?: 1[6-9] | 20 ) \d\d (?! \s? (?: GMT | UTC | local | h ) ) | [’']?\d\d (?! [\d:.] ) ) )"    # , 2017   89   /2017
DAY = r"(?: \d{1,2} (?: st | nd | rd | th | er | º )? (?! \d ) )"                                # 15  15th
STOP = r"(?: (?<! \p{L}{6} ) \. )?"                               # behind a month or weekday that may be a short form
DAY_AND_YEAR = rf"(?i: \s{{0,2}} {DAY} {YEAR}? | ,? \s \d{{4}} )"     # behind a month
DAY_FIRST = rf"(?i: {DAY} \.? [\s-]? (?: de \s )? (?P<month> \p{{L}}++ ) \b {STOP} {YEAR}? )"
NUMBER = r"\d{1,4}+ (?! \d ) (?: [.:/-] \d | \.? \p{L} | \s++ (?P<word> [^\W\d] \w*+ ) | (?: \. \s++ | \.? - ) (?P<two> \p{L}{2} ) )"
ENGLISH = frozenset((  # the words of a date in it, and four that it has for other things
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec "
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun ago gen mars set"
).split())
ARTICLES = frozenset(("le", "el", "den"))
LONGEST = 120  # characters of a date with weekday and time
UNSURE = -1
WORDED = ("word", "digits", "money")  # kinds of tokens with letters and digits


@cache
def pattern(parts: str) -> patterns.Pattern:
    """Compiled when first needed, and kept."""
    return patterns.pattern(parts, patterns.VERBOSE)


def date_pattern(text: str, start: int, end: int, around: str = "{}") -> patterns.Pattern:
    """Any date between two offsets: `March 5`, `15 OCT 17`, `Sunday, Oct. 15`, `2017-10-15`, `NO DATE`, with what `around` it asks for. Ask `may_begin` first.

    With the words of all languages it takes 5 ms to compile, without those that no English has 3: so they are left out where none of them stands.
    """
    return _dated(around, _foreign().isdisjoint(_letters(text[start:end].casefold())))


def _letters(words: str) -> list[str]:
    """The runs of letters among words, also behind what an ordinal ends in: `15thOctober`."""
    found = pattern(r"[^\W\d_º]++").findall(words)
    return [*found, *[word[2:] for word in found if len(word) > 4]]


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
    kinds = (rf"(?P<{kind}> (?: {'|'.join(words[kind])} ) \b {STOP} )" for kind in words)
    month, weekday, time = "(?&month)", "(?&weekday)", r"(?: ,? [ ] (?: at \s )? (?&clock) )"
    begins = "|".join(sorted({word[:2] for kind in words for word in words[kind]}))  # seven times faster than without this look ahead
    figures = r"\d{4} [-/] \d\d? (?: [-/] \d\d? )? | \d\d? [./-] \d\d? [./-] (?: \d{4} | \d\d ) (?! \d )"
    month_first = rf"{month} (?: \s{{0,2}} (?&day) (?&year)? | ,? \s \d{{4}} )"
    day_first = rf"(?&day) \.? [\s-]? (?: de \s )? {month} (?&year)?"
    day = rf"(?: (?&clock) ,? \s )? (?: {weekday} [,.]? \s )? (?: {month_first} | {day_first} | {figures} ) {time}?"
    return rf"(?<! \w ) (?i: (?= \d | no | {begins} ) (?(DEFINE) {' '.join(kinds)} (?P<clock> {CLOCK} ) (?P<day> {DAY} ) (?P<year> {YEAR} ) ) (?: no \s date | {day} | {weekday} ) )"


def may_begin(text: str, at: int) -> bool:
    """Whether a date may begin with the word at an offset: with a month, a weekday, `no`, or a number, if what stands behind that may be a date's."""
    if text[at : at + 1].isdigit():
        number = pattern(NUMBER).match(text, at)
        if number is None or number.lastgroup is None:
            return number is not None
        return _plain(number["word"]) in _behind_a_number() if number["word"] else _plain(number["two"]) in _month_beginnings()
    word = pattern(r"\w++").match(text, at)
    return word is not None and _opens(word[0])


@lru_cache(maxsize=1000)
def _opens(word: str) -> bool:
    return _plain(word) in first_words()


def _plain(word: str) -> str:
    """A word as the almanac has it, a Turkish capital i too."""
    return word.casefold().replace("\u0307", "")


@cache
def first_words() -> frozenset[str]:
    """Words with which a date begins that does not begin with a digit."""
    return dates.known_words("month") | dates.known_words("weekday") | {"no"}


@cache
def _behind_a_number() -> frozenset[str]:
    """Words that may follow a number in a date: `15 de octubre`, `1530 GMT Monday`."""
    return dates.known_words("month") | dates.TIMED | {"de"}


@cache
def _month_beginnings() -> frozenset[str]:
    return frozenset(word[:2] for word in dates.known_words("month") | {"de"})


def beginnings(page: Page, start: int, end: int) -> list[int]:
    """The words between two offsets at which a date may begin, and some more."""
    opening, found = first_words(), []
    for token in page.tokens[max(page.at(start) - 1, 0) : page.at(end)]:
        lower = token.lower
        if lower in opening:
            found.append(token.start)
        elif token.kind in WORDED and not (lower.isascii() and lower.isalpha()):    # words may be within it: mid-October, 1,530
            found += [word.start() for word in pattern(r"\w++").finditer(page.text, token.start, token.end)]
    return [at for at in found if at >= start]


def date_at(text: str, start: int, end: int, around: str) -> patterns.Match | None:
    """The date that begins at an offset, with what the pattern `around` it asks for."""
    return date_pattern(text, start, min(end, start + LONGEST), around).match(text, start, end) if may_begin(text, start) else None


def date_end(text: str, start: int, end: int) -> int | None:
    """Where the date ends that begins at an offset, if one does.

    The ways that most stories have are read word by word: the pattern that knows all takes 3 ms to compile, and five times as long to match.
    """
    end = min(end, len(text))
    word = pattern(r"(?<! \w ) \w++").match(text, start, end) if may_begin(text, start) else None
    if word is None:
        return None
    lower = word[0].lower()
    if lower in dates.known_words("weekday"):
        stop = _weekday_end(text, start, word.end(), end)
    elif lower != _plain(lower) or lower == "no":
        stop = UNSURE
    else:
        stop = _day_end(text, start, end)
    if stop != UNSURE:
        return stop
    whole = date_pattern(text, start, min(end, start + LONGEST)).match(text, start, end)
    return whole.end() if whole else None


def _weekday_end(text: str, start: int, stop: int, end: int) -> int:
    """Where a date ends that begins with a weekday: with the day behind it, if one stands there."""
    stop += stop - start < 6 and text.startswith(".", stop, end)
    following = stop + text.startswith((",", "."), stop, end) + 1
    return text[following - 1].isspace() and (_day_end(text, following, end) if text[following - 1] in " \n" else UNSURE) or stop if following < end else stop


def _day_end(text: str, start: int, end: int) -> int | None:
    """Where a day ends that begins with its month or its number."""
    if text[start].isdigit():
        day = pattern(DAY_FIRST).match(text, start, end)
        if day is None or day["month"].lower() not in dates.known_words("month"):
            return UNSURE if _may_be_a_day(text[start : min(end, start + LONGEST)]) else None
    else:
        month = pattern(r"\w++").match(text, start, end)
        lower = month[0].lower() if month else ""
        if lower not in dates.known_words("month"):
            return UNSURE if _plain(lower) in dates.known_words("month") else None
        day = pattern(DAY_AND_YEAR).match(text, month.end() + (len(lower) < 6 and text.startswith(".", month.end(), end)), end)
    return UNSURE if day and _time_follows(text[day.end() : min(day.end() + 6, end)]) else day and day.end()


def _may_be_a_day(words: str) -> bool:
    """Whether a month stands among words that begin with a number, or a date in figures."""
    return pattern(r"\d [./-] \d").search(words) is not None or not dates.known_words("month").isdisjoint(_letters(_plain(words)))


def ends_in_a_date(line: str) -> bool:
    """Whether the last word of a line may be a date's."""
    last = _plain(line.rstrip().rstrip(".)")[-20:])
    return last[-1:].isdigit() or last.endswith(_last_words())


@cache
def _last_words() -> tuple[str, ...]:
    """What dates end in: days, times, `no date`."""
    return tuple(dates.known_words("month") | dates.known_words("weekday") | dates.TIMED - {"a", "z"} | {"m", "time", "date", "st", "nd", "rd", "th", "er", "º"})


def _time_follows(behind: str) -> bool:
    """Whether what is behind a day may be the time of it: `, at 10:30`."""
    behind = behind.removeprefix(",").casefold()
    return behind[:1] == " " and (behind[4:] if behind.startswith("at", 1) else behind[1:])[:1].isdigit()


def date_among(text: str, start: int, names_end: int, end: int) -> bool:
    """Whether a date may begin among the names between two offsets."""
    words = pattern(r"\w++").findall(_plain(text[start:names_end]))
    return not _words_before_days().isdisjoint(words) or lunar(text, start, end)


@cache
def _words_before_days() -> frozenset[str]:
    return first_words() | ARTICLES


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
    return text.find(" 13", start, end) >= 0 or text.find(" 14", start, end) >= 0
