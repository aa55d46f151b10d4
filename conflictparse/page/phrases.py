"""Noun phrases: an article, numbers, adjectives and nouns that belong together, and the head among them."""
from typing import Sequence

from ..almanac import countries
from .names import TITLES, bracket_end
from .tokens import Columns
from .words import MONTH_NAMES, NOUN_TOO, WEEKDAYS

INSIDE = frozenset(("det", "poss", "num", "qual", "adj", "noun", "name"))
BEGINNING = INSIDE | {"pron", "rel"}
NOUNS = frozenset(("noun", "name"))
JOINTS = frozenset("- – ' & , ( + − ) \" “ `` « ” '' » / and or to".split())  # in lower case and with straight apostrophes: what may stand inside, adverbs beside
DESCRIBING = frozenset("nearby overnight downtown offshore inland then onetime sometime upstairs downstairs underground".split())  # adverbs that stand before nouns too
FEASTS = frozenset("good bloody black palm easter ash holy whit maundy shrove".split())
BEHIND_LATE = WEEKDAYS | {"last", "this", "on", "yesterday", "today"}
SPANS = frozenset("week month year night weekend morning afternoon evening".split())
CLAIMS = frozenset("claim charge allegation accusation assertion figure number version account".split())
COUNTED = frozenset(("num", "det"))
NAMED_WITH_ARTICLE = frozenset("newspaper daily weekly magazine paper website outlet site tabloid broadsheet journal publication".split())
BEFORE_OBJECTS = frozenset(("det", "num", "poss", "qual"))  # in the Coast Guard (CG) rescue the men, a verb is what looks like a noun
LONGEST_TITLE = 5  # tokens: Deputy Inspector General of Police
MEMBERS = frozenset("source sources member members soldier soldiers troops militant militants rebel rebels gunman gunmen insurgent insurgents guerrilla guerrillas personnel peacekeeper peacekeepers statement report".split())
INCREASE = frozenset("( + - – − )".split())
NEAR_DAYS = frozenset("last this next same following".split())
TIMES = WEEKDAYS | NEAR_DAYS
OF_A_TIME = NEAR_DAYS | {"late", "early"}
OF_A_DAY = frozenset("morning afternoon evening night prayers prayer 's mass deadline".split())


class Phrase:
    """A noun phrase without what follows its head: tokens `first` to `last`; `head` says what it is.

    No NamedTuple, as a token is none: 1,500 of these fields are read a story.
    """

    __slots__ = ("first", "last", "head")

    def __init__(self, first: int, last: int, head: int):
        self.first = first
        self.last = last
        self.head = head


def phrases(tokens: Sequence, row: Columns, tags: Sequence[str], sentences) -> tuple[Phrase, ...]:
    """Every noun phrase of the story, in order; none overlaps another."""
    found: list[Phrase] = []
    lowers, behind, end, ends = row.lowers, 0, -1, iter(sentences)
    for i in [i for i, tag in enumerate(tags) if tag in BEGINNING]:
        if i < behind:
            continue
        while i > end:
            end = next(ends).last
        if tags[i] in INSIDE:
            last = _reach(tokens, lowers, tags, i, end)
            phrase = Phrase(i, last, last) if tags[last] in NOUNS else _phrase(tags, i, last)
        else:
            last = i + (lowers[i] == "no")  # no one
            phrase = Phrase(i, last, last)
        if phrase is not None:
            found.append(phrase)
        behind = last + 1
    return tuple(found)


def _reach(tokens: Sequence, lowers: Sequence[str], tags: Sequence[str], first: int, end: int) -> int:
    """The last token of the run that begins at `first`."""
    last, i = first, first + 1
    start = i if lowers[first] == "the" and i <= end and lowers[i] in NEAR_DAYS else first
    if lowers[start] in TIMES and start < end and _alone(lowers, tags, start, end):
        return start if lowers[start] in WEEKDAYS else start + 1
    while i <= end:
        tag = tags[i]
        if tag in INSIDE:
            if i < end and (tag == "num" or lowers[i] in OF_A_TIME) and tags[last] in ("noun", "name", "num") and _when(lowers[i], lowers[i + 1]):
                break  # the army late last night said, the army 27 March said
            if tag == "name" and (lowers[last] in CLAIMS or lowers[i] in WEEKDAYS and _says_when(lowers, tags, last, i, end)):
                break  # a claim Ankara dismissed, killed 12 people Monday
            if tag == "det" and tags[last] in ("noun", "name", "num", "adj") and lowers[i] not in ("more", "other") or tag == "poss" and lowers[i] not in ("'s", "'", "s"):
                if tags[last] not in ("det", "qual") and not (tokens[i].capital and lowers[last] in NAMED_WITH_ARTICLE and i < end and tokens[i + 1].capital):
                    break  # but the newspaper The News
            if tag in ("num", "qual") and tags[last] in NOUNS and not (tags[last] == "name" and tag == "num" and (tokens[i].capital or not lowers[i].isalpha() or lowers[last] in MONTH_NAMES)):
                break  # told the Dawn one of them, but Flight 12, Channel Four
            last = i
        elif tag != "adv" and lowers[i] not in JOINTS:
            break
        elif tokens[i].text == "(" and (letters := _letters(tokens, tags, first, i, end)):
            i += letters
        elif not _joins(tokens, tags, i, end):
            break
        i += 1
    return last


def _when(word: str, following: str) -> bool:
    """Whether two words behind a noun say when, so that they are no part of it."""
    if word in NEAR_DAYS:
        return following in SPANS or following == "day"
    return word in ("late", "early") and following in BEHIND_LATE or word.isdecimal() and following in MONTH_NAMES


def _says_when(lowers: Sequence[str], tags: Sequence[str], last: int, i: int, end: int) -> bool:
    """Whether a weekday behind a noun, a number or a name is no part of them: killed 12 people Monday, but Bloody Sunday, the Good Friday Agreement."""
    if tags[last] == "name":
        return lowers[last] not in FEASTS and not (i < end and tags[i + 1] in ("noun", "name", "poss"))
    counted = tags[last] == "num" and i < end and tags[i + 1] == "noun" and lowers[i + 1] not in SPANS  # two Saturday raids
    return tags[last] in ("noun", "num") and not counted and not (i < end and tags[i + 1] == "poss")


def _alone(lowers: Sequence[str], tags: Sequence[str], first: int, end: int) -> bool:
    """Whether a weekday, or a word like `last week`, says when by itself, and what follows is another phrase."""
    i = first + 1
    if lowers[first] in WEEKDAYS:
        return first > 0 and lowers[first - 1] == "on" and lowers[i] not in OF_A_DAY
    return i < end and (lowers[i] in SPANS or lowers[i] == "day") and tags[i + 1] in ("name", "noun", "det")


def _letters(tokens: Sequence, tags: Sequence[str], first: int, i: int, end: int) -> int:
    """How many tokens of brackets at `i` stand inside a phrase: three Afghan National Army (ANA) soldiers, Inspector General (Kashmir zone) Vijay Kolb."""
    closing = bracket_end(tokens, i, end)
    if not closing:
        return 0
    one, after = closing == i + 2, tags[closing + 1]
    if one and tokens[i + 1].kind == "digits":
        return 2 if tags[i - 1] == "num" and tokens[i - 1].kind == "word" and after in INSIDE else 0  # twenty (20) people
    if not tokens[i + 1].capital:
        return 0
    if tokens[closing + 1].capital and after in NOUNS:
        if one and tags[i - 1] in NOUNS and tokens[i - 1].capital and (entry := TITLES.at(tokens, closing + 1)) and entry.section in ("rank", "office") and tokens[i + 1].text.isupper() and tokens[first - 1].lower not in ("of", "for"):
            return closing - i  # Border Security Force (BSF) Inspector General Vijay Kolb
        titled = any((entry := TITLES.at(tokens, j)) and j + entry.length == i for j in range(max(0, i - LONGEST_TITLE), i))
        if titled or after == "name":
            return closing - i if titled else 0
    capitals = sum(map(str.isupper, tokens[i + 1].text))  # LeT, CPI-Maoist
    short = one and capitals > 1 and tokens[i - 1].capital and tags[i - 1] in NOUNS
    behind = tokens[closing + 1]
    goes_on = after == "noun" and not behind.capital and (closing + 2 > end or tags[closing + 2] not in BEFORE_OBJECTS)
    of_a_body = not COUNTED.isdisjoint(tags[first:i]) or TITLES.of(behind.lower) is not None or behind.lower in MEMBERS  # Royal Army (RA) sources
    return 2 if short and goes_on and of_a_body else 0


def _joins(tokens: Sequence, tags: Sequence[str], i: int, end: int) -> bool:
    """Whether a mark or small word at `i` stands inside a phrase: twenty-one, 14-year-old, soldiers' families, heavy and light arms."""
    if i >= end:
        return False
    token, before, after = tokens[i], tags[i - 1], tags[i + 1]
    if token.text in ("-", "–") and token.start == tokens[i - 1].end and tokens[i + 1].start == token.end:
        return after in INSIDE
    if token.text in ("'", "’") and before in ("noun", "name") and tokens[i - 1].lower.endswith(("s", "z", "x")) and token.start == tokens[i - 1].end:
        return after in ("noun", "adj", "name", "num")
    if tags[i] == "adv" and before in ("det", "poss", "num", "adj", "qual") and (after == "adj" or token.lower in DESCRIBING and after in NOUNS):
        return True  # the most recent figures, three heavily armed men, the nearby town
    if tags[i] == "adv" and tokens[i - 1].lower in ("the", "their", "its", "his", "her", "our") and after == "noun" and tokens[i + 1].lower in NOUN_TOO:
        return True  # the seriously wounded
    if token.lower in ("and", "or", "to") and before == "num" and after == "num":
        return True
    if token.text == "&" and before in ("noun", "name") and after in ("noun", "name"):
        return True
    if token.text == "," and before == "adj" and after == "adj" or token.text in INCREASE and _increase(tokens, tags, i, end):
        return True
    if token.text in ("\"", "“", "``", "«", "‘", "'") and tokens[i + 1].start == token.end:
        if before in ("det", "adj", "poss", "num", "qual") or before == "name" and tags[i - 2] in ("num", "qual") and not _many_of(tokens[i - 1].lower):
            return after in INSIDE  # 20 Chechen "bandits"
    if token.text in ("\"", "”", "''", "»", "’", "'") and after in ("noun", "name", "adj"):
        return before == "adj" or before in ("noun", "name") and _quoted_inside(tokens, tags, i)
    if token.lower in ("and", "or") and before == "adj" and after in ("adj", "name"):
        return i + 2 <= end and tags[i + 2] in ("noun", "name", "adj")
    if token.lower in ("and", "or") and before == after == "noun" and i + 2 <= end and tags[i + 2] == "noun":
        return not tokens[i - 1].lower.endswith("s") and tokens[i + 2].lower.endswith("s") and tags[i - 2] in ("num", "adj") and _many(tokens, tags, i)
    return token.text == "/" and after in ("noun", "name") and before in ("noun", "name")


def _many_of(name: str) -> bool:
    """Whether a name is that of a people, said of many: Saudis, but not Saudi."""
    return name.endswith("s") and countries.nationality(name) is not None


def _increase(tokens: Sequence, tags: Sequence[str], i: int, end: int) -> bool:
    """Whether a mark at `i` belongs to what a list says came on top of a number: 7,896 (+14) tanks."""
    opening = next((k for k in (i, i - 1, i - 3) if tokens[k].text == "("), i)
    if opening + 4 > end or tags[opening - 1] != "num" or tags[opening + 4] not in INSIDE:
        return False
    return tokens[opening + 1].text in INCREASE and tokens[opening + 2].kind == "digits" and tokens[opening + 3].text == ")"


def _many(tokens: Sequence, tags: Sequence[str], i: int) -> bool:
    """Whether a number above one counts what is joined at `i`: 46 air and ground attacks."""
    j = i - 2 if tags[i - 2] == "num" else i - 3
    return tags[j] == "num" and tokens[j].lower not in ("one", "1")


def _quoted_inside(tokens: Sequence, tags: Sequence[str], i: int) -> bool:
    """Whether the mark at `i` closes what opened behind an article or adjective a few words before: the "History" section."""
    for j in range(i - 2, max(i - 6, 0), -1):
        if tokens[j].text in ("\"", "“", "``", "«", "‘", "'"):
            return tags[j - 1] in ("det", "adj", "poss", "num") and tokens[j + 1].start == tokens[j].end
        if tags[j] not in INSIDE:
            return False
    return False


def _phrase(tags: Sequence[str], first: int, last: int) -> Phrase | None:
    """The phrase, if something in it can be its head."""
    for kinds in (NOUNS, ("num",), ("det",)):
        for i in range(last, first - 1, -1):
            if tags[i] in kinds:
                return Phrase(first, last, i)
    return None
