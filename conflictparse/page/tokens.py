"""The words, numbers and marks of a story."""
from functools import lru_cache

from ..lexicon import Lexicon
from ..patterns import VERBOSE, pattern

ABBREVIATIONS = Lexicon(__package__, "abbreviations.txt", ("title", "month", "region", "other"))


class Token:
    """A word, a number or a mark, with its offsets; `lower` is what word lists look at.

    `kind` is `word`, `digits`, `mark`, `money`, `dash` or `end` (a full stop, question or exclamation mark); `capital` whether it begins
    with one. No NamedTuple: these fields are read thousands of times a story, and slots are read three times as fast.
    """

    __slots__ = ("text", "start", "end", "lower", "kind", "capital")

    def __init__(self, text: str, start: int, end: int, lower: str, kind: str, capital: bool):
        self.text, self.start, self.end, self.lower, self.kind, self.capital = text, start, end, lower, kind, capital


class Words(dict):
    """Words by the numbers of their tokens; beyond the ends of the story, or of the sentence, nothing stands."""

    def __missing__(self, i: int) -> str:
        return ""


# Spelled numbers part at the hyphen, as digits do, so that `14-year-old` and `two-day` show their number.
ONES = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|half|third|quarter"
TOKEN = rf"""
    (?P<word> \p{{L}}++ (?! [\p{{M}}\d'’`‘ʻ‐‑&.@+_:$-] ) )  # most words: nothing touches them that could go on with them, so no other pattern need be tried
  | (?P<url> (?:https?://|www\.)\S{{0,300}}[^\s.,;:!?"”’)\]] | [\w.+-]{{1,60}}@[\w-]{{1,60}}\.[\w.-]{{1,60}} )
  | (?P<money> (?:US|A|C|NZ|HK|NT|S|R|Z)\$ | [$£€¥₦₹₽₴₺₪₩฿₫₵] | (?<!\w)(?: (?:Rs|Tk|KSh|Ksh|USh|Shs?|Afs?|Birr|CFA)(?=\d) | [NRKP](?=\d[\d.,]*\ ?(?:m|bn|k|million|billion|trillion)\b) ) )
  | (?P<digits> (?<! [\w.,)\]"'”’] ) \. \d\d\d?+ (?! [\d.] ) | \d++ (?: [.,’']\d{{3}}(?!\d) )*+ (?: [.,]\d+(?!\d) )? )
  | (?P<word>
        (?i:{ONES}|{TENS}) (?= -\p{{L}} )
      | (?: \p{{L}}\. ){{2,8}}+ (?!\p{{L}})
      | ['’`]?+[sS](?!\w) (?<= \p{{L}}['’`][sS] | \d['’`]s | \.['’][sS] )
      | (?<= \p{{L}}) ['’] (?i: re | ve | ll | d | m ) (?!\w)
      | [\p{{L}}\p{{M}}]++ (?: (?: [’'`‘ʻ] (?! (?i: s | re | ve | ll | d | m ) \b ) | [-‐‑]) [\p{{L}}\p{{M}}]++ | & \p{{Lu}} | (?<=[\p{{L}}]) \d++ )*+ (?: -\d+ )? (?: (?<=\d) s (?!\w) )?  # T-72, F-16s, GR4s
    )
  | (?P<end> \.{{3}} | … | [.!?]++ )
  | (?P<dash> --+ | [-–—―_] )
  | (?P<mark> `` | '' | ,, | \S )
"""
CHUNK = 40  # characters; what is longer between two blanks is no word that comes again
CHUNKS = 10_000  # of which is kept how they part
BEHIND = 10  # characters after a chunk that may tell what it is
NAIRA = r"(?<! \w ) [NRKP] \d [\d.,]*+ $"  # N5 million: money by what stands behind the blank


def tokens(text: str) -> tuple[Token, ...]:
    """The story's words, numbers and marks, in order; an abbreviation keeps its full stop.

    What stands between two blanks parts in one way wherever it stands, and nine of ten chunks were met before: three times as fast as the pattern.
    """
    found: list[Token] = []
    end = 0
    for chunk in text.split():
        at = text.find(chunk, end)
        end = at + len(chunk)
        for words, first, last, lower, kind, capital in len(chunk) < CHUNK and _kept(chunk) or _parted(chunk, text[end : end + BEHIND]):
            if words == "." and found and found[-1].end == at + first and _abbreviated(found[-1], text, at + last):
                token = found.pop()
                words, first, lower, kind, capital = token.text + ".", token.start - at, token.lower + ".", "word", token.capital
            found.append(Token(words, at + first, at + last, lower, kind, capital))
    return tuple(found)


@lru_cache(maxsize=CHUNKS)
def _kept(chunk: str) -> tuple[tuple, ...]:
    """The parts of a chunk, which is remembered; none where what follows must be seen. Letters alone are a word, as the pattern would find."""
    if chunk.isalpha():
        return (_part(chunk, 0, len(chunk), "word"),)
    naira = chunk.rstrip(".,")[-1:].isdecimal() and not {"N", "R", "K", "P"}.isdisjoint(chunk) and pattern(NAIRA, VERBOSE).search(chunk)
    return () if naira else _parted(chunk, "")


def _parted(chunk: str, behind: str) -> tuple[tuple, ...]:
    """What tokens are made of, for each in a chunk: its words, offsets within the chunk, words in lower case, kind, whether it begins with a capital."""
    found = []
    for match in pattern(TOKEN, VERBOSE).finditer(chunk + behind):
        if match.start() < len(chunk):
            found.append(_part(match.group(), *match.span(), match.lastgroup))
    return tuple(found)


def _part(words: str, first: int, last: int, kind: str) -> tuple:
    return words, first, last, in_small_letters(words), "word" if kind == "url" else kind, words[0].isupper()


def in_small_letters(words: str) -> str:
    """Words in lower case, their apostrophes straight."""
    return words.lower() if words.isascii() else words.replace("’", "'").replace("‘", "'").replace("ʻ", "'").lower()


def _abbreviated(token: Token, text: str, end: int) -> bool:
    """Whether the full stop at `end` belongs to the abbreviation before it."""
    if token.kind != "word":
        return False
    if len(token.text) == 1 and token.capital:
        return text[end : end + 1] == " " or text[end : end + 1] == "\n" and text[end + 1 : end + 2].isupper()  # Mark D.¶Kolb, where a line is broken
    section = ABBREVIATIONS.of(token.lower)
    if section is None or not token.capital and section in ("title", "month", "region"):
        return False
    after = text[end : end + 3].lstrip()
    if token.lower in ("no", "nos", "art", "fig", "pp", "vol"):
        return after[:1].isdigit()
    if token.lower in ("al", "man", "miss", "mass", "sun", "sat", "wed", "min", "det", "del", "ill", "mar", "la", "pa", "ed", "co"):
        return token.capital and after[:1] not in ("", "\n") and (section == "title" or after[:1] in ",(") or after[:1] == ","
    return True
