"""How a story lies on its page: tokens, paragraphs, sentences."""
from functools import lru_cache
from typing import NamedTuple

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


class Block(NamedTuple):
    """A paragraph: tokens `first` to `last`, offsets `start` to `end`; `table` where it is columns, not prose."""

    first: int
    last: int
    start: int
    end: int
    table: bool


class Stretch(NamedTuple):
    """A run of tokens, both ends included."""

    first: int
    last: int

    def __contains__(self, i) -> bool:
        return self.first <= i <= self.last


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
STOPS = (".", "!", "?", "…")
ENDS_WITH = frozenset("\"”’'»)]")
OPENERS = frozenset("\"“‘«([„`")


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
    """The parts of a chunk, which is remembered; none where what follows must be seen."""
    return () if pattern(NAIRA, VERBOSE).search(chunk) else _parted(chunk, "")


def _parted(chunk: str, behind: str) -> tuple[tuple, ...]:
    """What tokens are made of, for each in a chunk: its words, offsets within the chunk, words in lower case, kind, whether it begins with a capital."""
    found = []
    for match in pattern(TOKEN, VERBOSE).finditer(chunk + behind):
        words, kind = match.group(), match.lastgroup
        if match.start() < len(chunk):
            lower = words.lower() if words.isascii() else _fold(words)
            found.append((words, *match.span(), lower, "word" if kind == "url" else kind, words[0].isupper()))
    return tuple(found)


def _fold(words: str) -> str:
    """Words in lower case, their apostrophes straight."""
    return words.replace("’", "'").replace("‘", "'").replace("ʻ", "'").lower()


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


def paragraphs(text: str, words: tuple[Token, ...]) -> tuple[Block, ...]:
    """Blocks between blank lines; inside a block, an indented line or a bullet begins a new one."""
    blocks, first = [], 0
    for start, end in _stretches(text):
        last = first
        while last < len(words) and words[last].start < end:
            last += 1
        if last > first:
            blocks.append(Block(first, last - 1, words[first].start, words[last - 1].end, _tabular(text[start:end])))
        first = last
    return tuple(blocks)


def _stretches(text: str):
    """Offsets of paragraphs."""
    start = here = 0
    lines = text.splitlines(keepends=True) if "\r" not in text else text.split("\n")
    unwrapped = max(map(len, lines), default=0) > UNWRAPPED
    previous = ""
    for line in lines:
        if not line.strip() or previous.strip() and (unwrapped or _begins(line, previous)):
            if here > start:
                yield start, here
            start = here
        here += len(line)
        previous = line
    if here > start:
        yield start, len(text)


UNWRAPPED = 200  # characters; a story with a longer line is not broken to a column, and each of its lines is a paragraph
ITEM_ENDS = (".", ":", ";", "!", "?", '"', "”")  # behind which a dash at the head of a line lists; elsewhere prose was broken there
BULLETS = ("•", "* ", "◦", "▪", "·")
DASHES = ("– ", "— ", "-- ", "- ")


def _begins(line: str, previous: str) -> bool:
    """Whether a line opens a paragraph though no blank line stands before it."""
    indent, before = (len(x) - len(x.lstrip(" \t\u3000")) for x in (line, previous))
    if indent >= 2 and before < indent or line[:1] == "\t" and previous[:1] != "\t":
        return True
    if line.lstrip().startswith(BULLETS) or line.lstrip().startswith(DASHES) and (previous.lstrip().startswith(DASHES) or previous.rstrip().endswith(ITEM_ENDS)):
        return True
    return len(previous) > 100 and not previous[:1].isspace()  # unwrapped copy: a line is a paragraph


def _tabular(block: str) -> bool:
    """Columns: in most lines, two gaps of several blanks or more digits than letters."""
    lines = [line for line in block.split("\n") if line.strip()]
    odd = 0
    for line in lines:
        gaps = line.strip().count("   ") + line.count("\t") - (line[:1] == "\t")
        digits = sum(map(str.isdigit, line))
        letters = sum(map(str.isalpha, line)) if gaps or digits > 3 else 0
        odd += gaps >= 2 or gaps >= 1 and digits * 2 > letters or digits > 3 and digits > letters
    return odd * 2 > len(lines)


SENTENCE_WORDS = frozenset(
    "the a an he she it they we i you this that these those in on at but and there his her its their our my as after for meanwhile "
    "however when while if some many several no one two three four five six seven eight nine ten another both all according with "
    "earlier later also since by from during what who how why where not most more local police officials "
    "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty dozens scores hundreds thousands".split()
)
UNITS = frozenset("km. sq. hrs. mins. etc.".split())  # behind which only a new sentence begins with a capital

OF_STATES = frozenset("police officials local one two three four five six seven eight nine ten some many several my most more no".split())


LONGEST = 150  # tokens; whatever follows, a sentence ends at a full stop beyond this, and anywhere at twice as many


def sentences(words: tuple[Token, ...], blocks: tuple[Block, ...], aside: frozenset[int]) -> tuple[Stretch, ...]:
    """Runs of tokens from one sentence end to the next; never over a paragraph, nor over what is set aside."""
    found = []
    for block in blocks:
        first = i = block.first
        caseless = not any(token.capital for token in words[block.first : block.last + 1])
        while i <= block.last:
            if i in aside:
                if i > first:
                    found.append(Stretch(first, i - 1))
                first = i + 1
            elif (i == block.last or words[i].text.endswith(STOPS)) and _ends(words, i, block.last, caseless) or i - first >= LONGEST and (words[i].kind == "end" or i - first >= 2 * LONGEST):
                while i < block.last and words[i + 1].text in ENDS_WITH and words[i + 1].start == words[i].end:
                    i += 1
                while i + 3 <= block.last and _reference(words[i : i + 4]):
                    i += 3
                found.append(Stretch(first, i))
                first = i + 1
            i += 1
        if first <= block.last:
            found.append(Stretch(first, block.last))
    return tuple(found)


def _reference(words: tuple[Token, ...]) -> bool:
    """Whether what touches the end of a sentence is the number of a note: `fled.[4]`."""
    end, opening, number, closing = words
    return opening.text == "[" and opening.start == end.end and number.kind == "digits" and closing.text == "]"


def _ends(words: tuple[Token, ...], i: int, last: int, caseless: bool) -> bool:
    """Whether a sentence ends at token `i` (closing marks that follow belong to it); without capitals every full stop ends one."""
    token = words[i]
    if i == last:
        return True
    following = words[i + 1]
    if token.kind == "end":
        if token.text in ("...", "…"):
            return following.capital and following.start > token.end
        j = i + 1
        while j < last and words[j].text in ENDS_WITH and words[j].start == words[j - 1].end:
            j += 1
        after = words[j]
        if after.start == words[j - 1].end and after.kind != "mark":
            return False
        return caseless or not after.text[0].islower()
    if token.text.endswith(".") and token.kind == "word":
        if token.lower in ("u.s.", "u.n.", "u.k.", "e.u.") and (following.lower in OF_STATES or following.lower == "and" and i + 2 <= last and words[i + 2].capital):
            return False
        if token.lower in UNITS:
            return following.capital
        return following.lower in SENTENCE_WORDS and following.capital and ABBREVIATIONS.of(token.lower.rstrip(".")) != "title" and len(token.text) > 2
    return False
