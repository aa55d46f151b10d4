"""The words, numbers and marks of a story."""
from functools import lru_cache
from itertools import accumulate, count, pairwise
from operator import add
from typing import Iterator

from ..lexicon import Lexicon
from ..patterns import VERBOSE, pattern
from .alone import alone

ABBREVIATIONS = Lexicon(__package__, "abbreviations.txt", ("title", "month", "region", "other"))


class Token:
    """A word, a number or a mark, with its offsets; `lower` is what word lists look at.

    `kind` is `word`, `digits`, `mark`, `money`, `dash` or `end` (a full stop, question or exclamation mark); `capital` whether it begins
    with one. No NamedTuple: slots are read three times as fast; and filled one by one in three quarters of the time.
    """

    __slots__ = ("text", "start", "end", "lower", "kind", "capital")

    def __init__(self, text: str, start: int, end: int, lower: str, kind: str, capital: bool):
        self.text = text
        self.start = start
        self.end = end
        self.lower = lower
        self.kind = kind
        self.capital = capital


class Words(dict):
    """Words by the numbers of their tokens; beyond the ends of the story, or of the sentence, nothing stands."""

    def __missing__(self, i: int) -> str:
        return ""


# Spelled numbers part at the hyphen, as digits do, so that `14-year-old` and `two-day` show their number.
ONES = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|half|third|quarter"
TOKEN = rf"""
    (?P<word> \p{{L}}++ (?! [\p{{M}}\d'’`‘ʻ‐‑&.@+_:$¢₵-] ) )  # most words: nothing touches them that could go on with them, so no other pattern need be tried
  | (?P<url> (?:https?://|www\.)\S{{0,300}}[^\s.,;:!?"”’)\]] | [\w.+-]{{1,60}}@[\w-]{{1,60}}\.[\w.-]{{1,60}} )
  | (?P<money> (?:US|A|C|NZ|HK|NT|S|R|Z)\$ | [$£€¥₦₹₽₴₺₪₩฿₫₵₱৳₮₭] | (?<!\w)(?: (?:Rs|Rp|Tk|KSh|Ksh|USh|Shs?|Afs?|Birr|CFA|GH[¢₵])(?=\d)
      | [NRKP](?=\d[\d.,]*(?:[\ -]?(?:m|bn|k|million|billion|trillion)|[KMB])\b | \d{{1,3}}(?:,\d{{3}})+ (?![\d\w]) ) ) )
  | (?P<digits> (?<! [\w.,)\]"'”’] ) \. \d\d\d?+ (?! [\d.] ) | \d++ (?: [.,’']\d{{3}}(?!\d) )*+ (?: [.,]\d+(?!\d) )? )
  | (?P<word>
        (?i:{ONES}|{TENS}) (?= -\p{{L}} )
      | (?: [DRI]- )? (?: \p{{L}}\. ){{2,8}}+ (?: -\p{{Ll}}{{1,12}}[de] (?![\p{{L}}-]) )?+ (?!\p{{L}})  # U.N., R-S.C., U.S.-led
      | ['’`]?+[sS](?!\w) (?<= \p{{L}}['’`][sS] | \d['’`]s | \.['’][sS] )
      | (?<= \p{{L}}) ['’] (?i: re | ve | ll | d | m ) (?!\w)
      | [\p{{L}}\p{{M}}]++ (?: (?: [’'`‘ʻ] (?! (?i: s | re | ve | ll | d | m ) \b ) | [-‐‑]) [\p{{L}}\p{{M}}]++ | & \p{{Lu}} | (?<=[\p{{L}}]) \d++ )*+ (?: -\d+ )? (?: (?<=\d) s (?!\w) )?  # T-72, F-16s, GR4s
    )
  | (?P<end> \.{{3}} | … | [.!?]++ )
  | (?P<dash> --+ | [-–—―_] )
  | (?P<mark> `` | '' | ,, | \S )
"""
CHUNK = 40  # characters; what is longer between two blanks is no word that comes again
CHUNKS = 4_000  # of which is kept how they part
BEHIND = 10  # characters after a chunk that may tell what it is
ARTICLES = ("al-", "el-", "ul-", "an-", "ar-", "as-", "ash-", "at-")  # before Arabic names
MARKS = {",": "mark", ";": "mark", ":": "mark", ".": "end", "!": "end", "?": "end"}  # that end a word and nothing else
NAIRA = r"(?<! \w ) [NRKP] \d [\d.,]*+ $"  # N5 million: money by what stands behind the blank


class Columns:
    """The story's tokens in columns, the fields of each at its number: who looks at every token is done in a third of the time.

    `long` is whether one is a word of three letters and more, `proper` whether it is written as names are, `known` what is known of it alone,
    `tags` its class where nobody else need be asked.
    """

    __slots__ = ("texts", "starts", "ends", "lowers", "kinds", "capitals", "long", "proper", "known", "tags")

    def __init__(self, parts: list[tuple], places: list[int]):
        self.texts, firsts, lasts, lowers, self.kinds, self.capitals, self.long, self.proper, self.known, tags = zip(*parts) if parts else ((),) * 10
        self.starts, self.ends, self.lowers = list(map(add, places, firsts)), list(map(add, places, lasts)), list(lowers)
        self.tags = list(tags)


def columns(text: str) -> Columns:
    """The story's words, numbers and marks, in order; an abbreviation keeps its full stop.

    What stands between two blanks parts in one way wherever it stands, and nine of ten chunks were met before: three times as fast as the pattern.
    """
    parts: list[tuple] = []
    places: list[int] = []
    for chunk, at in _chunks(text):
        if chunk:
            known, number = _kept(chunk) if len(chunk) < CHUNK else ((), 0)
            if number == 1:
                parts += known
                places.append(at)
            else:
                end = at + len(chunk)
                known = known if number else _abbreviated(known or _parted(chunk, text[end : end + BEHIND]), at, text)
                parts += known
                places += [at] * len(known)
    return Columns(parts, places)


def _chunks(text: str) -> Iterator[tuple[str, int]]:
    """What stands between blanks, with where it begins; nothing, where two blanks touch."""
    spaced = text.replace("\n", " ")
    if not spaced.isprintable():
        for blank in filter(str.isspace, set(spaced)):
            spaced = spaced.replace(blank, " ")
    chunks = spaced.split(" ")
    return zip(chunks, map(add, accumulate(map(len, chunks), initial=0), count()))


@lru_cache(maxsize=CHUNKS)
def _kept(chunk: str) -> tuple[tuple[tuple, ...], int]:
    """The parts of a chunk, which are remembered, and their number: 0 where what follows must be seen. No parts where it tells them too.

    Letters alone are a word, with one mark a word and a mark, and figures alone a number, as the pattern would find.
    """
    word, mark = chunk[:-1], chunk[-1]
    if chunk.isalpha() or chunk.isdecimal():
        return (_part(chunk, 0, len(chunk), "word" if chunk.isalpha() else "digits"),), 1
    if mark in MARKS and word.isalpha():
        parts = _part(word, 0, len(word), "word"), _part(mark, len(word), len(chunk), MARKS[mark])
    elif chunk.rstrip(".,")[-1:].isdecimal() and not {"N", "R", "K", "P"}.isdisjoint(chunk) and pattern(NAIRA, VERBOSE).search(chunk):
        return (), 0
    else:
        parts = _parted(chunk, "")
    asks = any(stop[0] == "." and before[2] == stop[1] and _abbreviates(before) for before, stop in pairwise(parts))
    return parts, 0 if asks else len(parts)


def _parted(chunk: str, behind: str) -> tuple[tuple, ...]:
    """What tokens are made of, for each in a chunk: its words, offsets within the chunk, words in lower case, kind, whether it begins with a capital, is long."""
    found = []
    for match in pattern(TOKEN, VERBOSE).finditer(chunk + behind):
        if match.start() < len(chunk):
            found.append(_part(match.group(), *match.span(), match.lastgroup))
    return tuple(found)


def _part(words: str, first: int, last: int, kind: str) -> tuple:
    kind, lower, capital = "word" if kind == "url" else kind, in_small_letters(words), words[0].isupper()
    return _placed(words, first, last, lower, kind, capital)


def _placed(words: str, first: int, last: int, lower: str, kind: str, capital: bool) -> tuple:
    known, word = alone(lower, kind), kind == "word"
    proper = word and (capital or lower.startswith(ARTICLES) and words[3:4].isupper())
    return words, first, last, lower, kind, capital, word and len(words) > 2, proper, known, None if capital or known.seconds else known.tag


def in_small_letters(words: str) -> str:
    """Words in lower case, their apostrophes straight."""
    return words.lower() if words.isascii() else words.replace("’", "'").replace("‘", "'").replace("ʻ", "'").lower()


def _abbreviated(parts: tuple[tuple, ...], at: int, text: str) -> list[tuple]:
    """The parts of a chunk, each abbreviation with its full stop."""
    found: list[tuple] = []
    for part in parts:
        if part[0] == "." and found and found[-1][2] == part[1] and _abbreviates(found[-1]) and _goes_on(found[-1], text, at + part[2]):
            words, first, _, lower, kind, capital, *_ = found.pop()
            part = _placed(words + ".", first, part[2], lower + ".", kind, capital)
        found.append(part)
    return found


def _abbreviates(part: tuple) -> bool:
    """Whether the full stop behind a part may belong to it."""
    words, _, _, lower, kind, capital, *_ = part
    if kind != "word":
        return False
    section = ABBREVIATIONS.of(lower)
    return len(words) == 1 and capital or section is not None and (capital or section not in ("title", "month", "region"))


def _goes_on(part: tuple, text: str, end: int) -> bool:
    """Whether what stands behind a full stop at `end` leaves it to the abbreviation before it."""
    words, _, _, lower, _, capital, *_ = part
    if len(words) == 1 and capital:
        if words == "X" and text[max(end - 7, 0) : end - 2].endswith(("on ", "via ")):
            return False  # wrote on X.
        return text[end : end + 1] == " " or text[end : end + 1] == "\n" and text[end + 1 : end + 2].isupper()  # Mark D.¶Kolb, where a line is broken
    after = text[end : end + 3].lstrip()
    if lower in ("no", "nos", "art", "fig", "pp", "vol"):
        return after[:1].isdigit()
    if lower in ("al", "man", "miss", "mass", "sun", "sat", "wed", "min", "det", "del", "ill", "mar", "la", "pa", "ed", "co"):
        return capital and after[:1] not in ("", "\n") and (ABBREVIATIONS.of(lower) == "title" or after[:1] in ",(") or after[:1] == ","
    return True
