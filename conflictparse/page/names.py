"""Names: runs of tokens that name a person, a body or a place, with the titles before them."""
from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import compress, count
from typing import Sequence

from ..almanac import countries
from ..lexicon import Lexicon
from ..patterns import pattern
from .tokens import Columns, in_small_letters
from .words import MONTHS, VOCABULARY, WEEKDAYS

SHORT = range(2, 6)  # letters of an office that is written in capitals: SP, DIG, CCPO
TITLES = Lexicon(__package__, "titles.txt", ("rank", "office", "honour", "job"))
FIELDS = Lexicon(__package__, "fields.txt", ("field",))
GROUPS = Lexicon(__package__, "groups.txt", ("body", "medium", "place"))
PARTICLES = frozenset(
    "al el ul bin ibn ben bint abu umm abd van von der den de del della di da dos das du la le las los y e zu zur ter ten af av san santa st. st mac mc o".split()
)
LINKS = frozenset(("of", "for", "and", "&", "the", "in", "des", "et"))
ABBREVIATED = frozenset("un us uk eu au who eta ira mod anc eln idf cia fbi plo ap rt".split())
OF_THINGS = ("tion", "sion", "ment", "ity", "ics", "ence", "ance", "ture", "fairs", "ness")  # endings of words for what a minister is there for
AIMS = frozenset("relief search food disaster drugs crime law peace truth safety medicine rescue fire revenue border customs".split())  # of bodies: Relief and Works Agency
BRAND = r"([A-Z][a-z]{1,15})[A-Z][A-Za-z]{0,20}$|([A-Z]{3,9})[a-z]{2,9}$"
BEFORE_CAPITALS = frozenset("mc mac de la le van von di du da do fitz del des el al o st ter".split())  # of persons: McNair, DeLay
CALENDAR = WEEKDAYS | MONTHS | frozenset("jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. gmt utc est edt".split())


IN_BRACKETS = 7  # tokens
TOUCHING = frozenset(("'s", "’s"))
OWNERS = frozenset("people women men children".split())  # in the names of bodies
NAMING = frozenset(("name", "noun", "adj"))
GOING_ON = NAMING | {"num"}
SMALL = PARTICLES | {"the", "'", "'s", "’s", "of", "for", "and"}  # behind which a name may go on


class Name:
    """A name: tokens `first` to `last`, its title from `first` to `bare - 1`, the name alone from `bare`.

    `kind` is `person`, `body`, `medium`, `place`, or None where the words do not tell.
    """

    __slots__ = ("first", "last", "bare", "kind")

    def __init__(self, first: int, last: int, bare: int, kind: str | None):
        self.first, self.last = first, last
        self.bare, self.kind = bare, kind


def names(tokens: Sequence, row: Columns, tags: Sequence[str], sentences) -> tuple[Name, ...]:
    """The names of the story, in order."""
    found: list[Name] = []
    places, titles, b = [*compress(count(), row.proper)], TITLES.first_words, 0
    for sentence in sentences:
        a, b = bisect_left(places, sentence.first, b), bisect_right(places, sentence.last, b)
        behind = sentence.first
        for i in places[a:b]:
            if i < behind:
                continue
            title = _title(tokens, row, i, sentence.last) if row.lowers[i] in titles else 0
            first = i + title
            last = _run(tokens, row, tags, first, sentence) if first <= sentence.last else first - 1
            if last >= first:
                found.append(_name(tokens, row, i if title else first, first, last))
            behind = max(last, first - 1, i) + 1
    return tuple(_surnames_for_places(row, found))


def _surnames_for_places(row: Columns, found: list[Name]) -> list[Name]:
    """Told from places: a region's name alone is the person's who bears it in the story: Prosecutor Mauricio Colorado, Colorado."""
    persons = {row.lowers[name.last] for name in found if name.kind == "person" and name.last > name.bare}
    if not persons:
        return found
    return [
        Name(name.first, name.last, name.bare, "person")
        if name.kind == "place" and name.first == name.last and row.lowers[name.last] in persons and not countries.country(row.texts[name.last])
        else name
        for name in found
    ]


def _title(tokens: Sequence, row: Columns, i: int, end: int) -> int:
    """How many tokens at `i` are titles before a capitalised name: `Defense Minister Lt. Gen.`"""
    n = 0
    while entry := TITLES.at(tokens, i + n):
        if entry.section == "job" or i + n + entry.length > end or not tokens[i + n].capital or _body(tokens, i + n + entry.length) or names_a_body(tokens, i + n, entry.length):
            break
        n += entry.length
        n += _field(tokens, row, i + n, end)
    if n and row.texts[i].isupper() and len(row.texts[i]) in SHORT and i + n + 2 <= end and row.proper[i + n + 1] and row.proper[i + n + 2] and countries.region(row.texts[i + n]):
        n += 1  # IGP Kashmir Vijay Kolb
    if n and (closing := bracket_end(tokens, i + n, end)) and tokens[i + n + 1].capital:
        n = closing + 1 - i  # Deputy Commissioner of Police (DCOP) Moses Kolb, IGP (Kashmir) Vijay Kolb
    return n if n and row.proper[i + n] else 0


def bracket_end(tokens: Sequence, i: int, end: int) -> int:
    """The bracket that closes the one at `i`, a few words on, if something follows it; 0 where there is none."""
    if i >= end or tokens[i].text != "(":
        return 0
    return next((j for j in range(i + 2, min(i + IN_BRACKETS, end)) if tokens[j].text == ")"), 0)


def _field(tokens: Sequence, row: Columns, i: int, end: int) -> int:
    """How many tokens at `i` say what an office is for, if a name follows them: `of Defence`, `for Human Rights`."""
    if i >= end or row.lowers[i] not in ("of", "for"):
        return 0
    entry = FIELDS.at(tokens, i + 1)
    n = entry.length if entry and i + 1 + entry.length <= end else tokens[i + 1].capital and row.lowers[i + 1].endswith(OF_THINGS)
    return n + 1 if n and tokens[i + n].capital and i + n + 1 <= end and row.proper[i + n + 1] and not _body(tokens, i + n + 1) else 0


def _run(tokens: Sequence, row: Columns, tags: Sequence[str], first: int, sentence) -> int:
    """The last token of the run of capitalised words that begins at `first`, particles and links inside; `first - 1` for none."""
    if tags[first] not in NAMING or not row.proper[first] or row.lowers[first] in CALENDAR or _adjective(row.texts[first]) or _half_an_adjective(tokens, row, first, sentence.last):
        return first - 1
    if first == sentence.first and tags[first] != "name" and not _goes_on(row, first + 1, sentence.last):
        return first - 1
    entry = GROUPS.at(tokens, first) if row.lowers[first] in GROUPS.first_words else None
    last = first + entry.length - 1 if entry and row.proper[first + entry.length - 1] else first
    while last < sentence.last:
        i = last + 1
        if row.proper[i] and tags[i] in GOING_ON and row.lowers[i] not in CALENDAR:
            last = i
        elif row.lowers[i] in SMALL and (step := _step(tokens, row, tags, i, sentence.last)):
            last += step
        else:
            break
    return last


def _adjective(word: str) -> bool:
    """Whether a capitalised word ends in a small part, so that it describes: US-backed, Saudi-led."""
    if "-" not in word:
        return False
    rest = word.rpartition("-")[2]
    return len(word) - len(rest) > 2 and rest.islower() and (word.count("-") > 1 or not word.lower().startswith(("al-", "el-")))


def _half_an_adjective(tokens: Sequence, row: Columns, i: int, end: int) -> bool:
    """Whether a word waits for the end of an adjective that another shares: Saudi- and Emirati-led."""
    return i + 2 <= end and row.texts[i + 1] == "-" and tokens[i].end == tokens[i + 1].start and row.lowers[i + 2] in ("and", "or")


def _goes_on(row: Columns, i: int, end: int) -> bool:
    return i <= end and row.proper[i] or i < end and row.proper[i + 1] and row.lowers[i] in PARTICLES


def _step(tokens: Sequence, row: Columns, tags: Sequence[str], i: int, end: int) -> int:
    """How many tokens at `i` go on with a name: one or two small words and a capitalised one."""
    token = tokens[i]
    own = token.text in ("'", "’") and tokens[i - 1].lower.endswith("s") or token.lower in TOUCHING and tokens[i - 1].lower in OWNERS
    if own and i < end and row.proper[i + 1] and _names_a_body_soon(tokens, row, i + 1, end):
        return 2  # the Workers' Party, the People's Democratic Party
    if token.lower in PARTICLES and not token.capital:
        for n in (1, 2):
            if i + n <= end and row.proper[i + n] and tags[i + n] in ("name", "noun"):
                return n + 1
            if i + n > end or tokens[i + n].lower not in PARTICLES:
                break
    if (n := _field(tokens, row, i, end)) and any((entry := TITLES.at(tokens, j)) and entry.section in ("rank", "office") and j + entry.length == i for j in range(max(0, i - 3), i)):
        return n
    if token.lower == "and" and i < end and row.proper[i + 1] and tags[i - 1] == "name" and _is_for(tokens, i - 1) and _names_a_body_soon(tokens, row, i + 1, end):
        return 2  # National Intelligence and Security Agency
    if token.lower == "of" and i < end and tokens[i + 1].capital and (last := _end_of_title(tokens, i)) and last <= end:
        return last - i + 1  # the U.S. Secretary of State Mira Kolb
    if token.lower == "of" and i < end and row.proper[i + 1] and GROUPS.of(tokens[i - 1].lower) in ("body", "medium") and tags[i + 1] in ("name", "noun"):
        return 2
    if token.lower in ("of", "for") and i + 1 < end and tokens[i + 1].lower == "the" and row.proper[i + 2] and _body(tokens, i - 1):
        return 3
    return 0


def _end_of_title(tokens: Sequence, i: int) -> int:
    """The last token of a title that goes on over the `of` at `i`: Secretary of State, Director General of Police; 0 where there is none."""
    return next((j + entry.length - 1 for j in range(max(0, i - 3), i) if (entry := TITLES.at(tokens, j)) and j + entry.length > i + 1), 0)


def _is_for(tokens: Sequence, i: int) -> bool:
    """Whether a word says what a body is there for: Intelligence and …, Relief and …, Health and …"""
    word = tokens[i].lower
    return word.endswith(OF_THINGS) or FIELDS.at(tokens, i) is not None or word in AIMS


def _names_a_body_soon(tokens: Sequence, row: Columns, i: int, end: int) -> bool:
    """Whether one of the capitalised words from `i` on, the third at the latest, is a word for a body."""
    for j in range(i, min(i + 3, end + 1)):
        if not row.proper[j] or TITLES.of(tokens[j].lower):
            return False
        if _body(tokens, j):
            return True
    return False


def _body(tokens: Sequence, i: int) -> bool:
    return i < len(tokens) and GROUPS.of(tokens[i].lower) == "body"


def names_a_body(tokens: Sequence, i: int, length: int) -> bool:
    """Whether a title at `i` only begins or ends a body's name: Doctors Without Borders, the Joint Chiefs of Staff, the Directorate General."""
    group, before = GROUPS.at(tokens, i), GROUPS.at(tokens, i - 1) if i else None
    return group is not None and group.section == "body" and group.length > length or before is not None and before.section == "body" and before.length > length


def _name(tokens: Sequence, row: Columns, first: int, bare: int, last: int) -> Name:
    """The name, with the titles that stand in the run told from it: `Belgorod Governor Arkady Shestunov`."""
    if last > bare and GROUPS.of(row.lowers[last]) != "body":
        bare = max(bare, _after_titles(tokens, row, bare, last))
    return Name(first, last, bare, "person" if bare > first else kind(row.texts[bare : last + 1]))


def _after_titles(tokens: Sequence, row: Columns, first: int, last: int) -> int:
    """The token after the last title inside a run; 0 where there is none."""
    after = 0
    for i in range(first, last):
        entry = TITLES.at(tokens, i)
        if entry is None or _body(tokens, i + entry.length) or names_a_body(tokens, i, entry.length):
            continue  # the General Staff
        if (entry.section != "honour" or i == first) and i + entry.length <= last and tokens[i + entry.length].capital:
            after = max(after, i + entry.length)
        elif entry.section == "office" and (n := _field(tokens, row, i + entry.length, last)):
            after = max(after, i + entry.length + n)
    return after


@lru_cache(maxsize=VOCABULARY)
def kind(name: tuple[str, ...]) -> str | None:
    """What a name without a title is by its words."""
    words = [in_small_letters(word) for word in name]
    if any(_section(words, i) == "body" and not _syllable(name[i], words[i]) for i in range(len(words))):
        return "body"
    if any(_section(words, i) == "medium" for i in range(len(words))):
        return "medium"
    whole = " ".join(name)
    if countries.country(whole):
        return "place"
    if GROUPS.of(words[-1]) == "place" or countries.region(whole) and len(words) == 1:
        return "place"
    if len(words) == 1 and not whole[1:].islower() and (brand := pattern(BRAND).match(whole)) and (brand[1] or "").lower() not in BEFORE_CAPITALS:
        return "body"  # SpaceX, NetBlocks
    if len(words) == 1 and whole.isupper() and 2 <= len(words[0].replace(".", "")) <= 6:
        return "body"
    if len(words) > 1 and any(word in PARTICLES for word in words):
        return "person"
    return None


def _syllable(text: str, lower: str) -> bool:
    """Whether letters that could abbreviate a body are written as a syllable: Kim Jong Un."""
    return lower in ABBREVIATED and not text.isupper()


def _section(words: Sequence[str], i: int) -> str | None:
    """The section of the group word that stands at `i`."""
    for known, entry in GROUPS.beginning(words[i]):
        if tuple(words[i : i + len(known)]) == known:
            return entry.section
    return None
