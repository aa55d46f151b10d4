"""How a story lies on its page: paragraphs and sentences."""
from bisect import bisect_left
from typing import NamedTuple, Sequence

from ..patterns import VERBOSE, pattern
from .tokens import ABBREVIATIONS, Columns, Token


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


ITEM = r"\W*+ (?: \p{L}[\p{L}\p{M}'’/]*+ [ ]? ){1,8} [-‒–—:] [ ]? (?: [a-z≈~]+ [ ] )? \d[\d.,]*+ (?: [ ]? \( [+−-] [ ]? \d[\d.,]*+ \) )? [ ]* [;,.]?"  # of a list, its number last
STOPS = frozenset(".!?…")
ENDS_WITH = frozenset("\"”’'»)]")


def paragraphs(text: str, words: Columns) -> tuple[Block, ...]:
    """Blocks between blank lines; inside a block, an indented line or a bullet begins a new one."""
    blocks, first = [], 0
    for start, end in _stretches(text):
        last = bisect_left(words.starts, end, first)
        if last > first:
            blocks.append(Block(first, last - 1, words.starts[first], words.ends[last - 1], _tabular(text[start:end])))
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


FEW = 3  # digits, of which no line has more than letters
UNWRAPPED = 140  # characters; a story with a longer line is not broken to a column, and each of its lines is a paragraph
ITEM_ENDS = (".", ":", ";", "!", "?", '"', "”")  # behind which a dash at the head of a line lists; elsewhere prose was broken there
INDENTS = " \t\u3000"
CLOCK = r"[0-2]?\d:[0-5]\d\s"
BULLETS = ("•", "* ", "◦", "▪", "·")
DASHES = ("– ", "— ", "-- ", "- ")


def _begins(line: str, previous: str) -> bool:
    """Whether a line opens a paragraph though no blank line stands before it."""
    if line[:1] in INDENTS:
        indent, before = (len(x) - len(x.lstrip(INDENTS)) for x in (line, previous))
        if indent >= 2 and before < indent or line[:1] == "\t" and previous[:1] != "\t":
            return True
    if line.lstrip().startswith(BULLETS) or line.lstrip().startswith(DASHES) and (previous.lstrip().startswith(DASHES) or previous.rstrip().endswith(ITEM_ENDS)):
        return True
    if line[:1].isdigit() and pattern(CLOCK).match(line) and pattern(CLOCK).match(previous):
        return True  # a log: 21:15 Ten ships leave
    return len(previous) > 100 and not previous[:1].isspace()  # unwrapped copy: a line is a paragraph


def _tabular(block: str) -> bool:
    """Columns: in most lines, two gaps of several blanks or more digits than letters."""
    if "   " not in block and "\t" not in block and _digits(block) <= FEW:
        return False
    lines = [line for line in block.split("\n") if line.strip()]
    odd = 0
    for line in lines:
        gaps = line.strip().count("   ") + line.count("\t") - (line[:1] == "\t")
        digits = _digits(line)
        odd += gaps >= 2 or gaps == 1 and _outnumber(line, digits * 2) or digits > FEW and _outnumber(line, digits) and not _labelled(line)
    return odd * 2 > len(lines)


def _labelled(line: str) -> bool:
    """Whether a line is an item of a list, a label before its number: tanks – 7,299 (+14)."""
    return pattern(ITEM, VERBOSE).fullmatch(line.strip()) is not None


def _digits(text: str) -> int:
    """How many digits there are; without accents, by what is left when they are deleted, forty times as fast."""
    return len(text) - len(text.encode().translate(None, b"0123456789")) if text.isascii() else sum(map(str.isdigit, text))


def _outnumber(line: str, digits: int) -> bool:
    """Whether so many digits are more than the letters of a line; in prose its beginning tells."""
    return digits > sum(map(str.isalpha, line[: 3 * digits])) and digits > sum(map(str.isalpha, line))


SENTENCE_WORDS = frozenset(
    "the a an he she it they we i you this that these those in on at but and there his her its their our my as after for meanwhile "
    "however when while if some many several no one two three four five six seven eight nine ten another both all according with "
    "earlier later also since by from during what who how why where not most more local police officials "
    "additional further other others such although because despite "
    "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty dozens scores hundreds thousands".split()
)
UNITS = frozenset("km. sq. hrs. mins. etc.".split())  # behind which only a new sentence begins with a capital

BODIES_OF_STATES = frozenset(("police", "officials", "local"))
OF_STATES = frozenset("police officials local one two three four five six seven eight nine ten some many several my most more no".split())


LONGEST = 150  # tokens; whatever follows, a sentence ends at a full stop beyond this, and anywhere at twice as many


def sentences(words: tuple[Token, ...], row: Columns, blocks: tuple[Block, ...], aside: frozenset[int]) -> tuple[Stretch, ...]:
    """Runs of tokens from one sentence end to the next; never over a paragraph, nor over what is set aside."""
    found = []
    stops = [i for i, text in enumerate(row.texts) if text[-1] in STOPS]
    for block in blocks:
        first, last = block.first, block.last
        caseless = True not in row.capitals[first : last + 1]
        for i in _places(block, stops, aside):
            if i < first:
                continue
            if i in aside:
                if i > first:
                    found.append(Stretch(first, i - 1))
                first = i + 1
            elif (i == last or words[i].text[-1] in STOPS) and _ends(words, i, last, caseless) or i - first >= LONGEST and (words[i].kind == "end" or i - first >= 2 * LONGEST):
                while i < last and words[i + 1].text in ENDS_WITH and words[i + 1].start == words[i].end:
                    i += 1
                while i + 3 <= last and _reference(words[i : i + 4]):
                    i += 3
                found.append(Stretch(first, i))
                first = i + 1
        if first <= last:
            found.append(Stretch(first, last))
    return tuple(found)


def _places(block: Block, stops: list[int], aside: frozenset[int]) -> Sequence[int]:
    """Where a sentence of a paragraph may end: at its stops; at every token where it is long, or some of it is set aside."""
    run = range(block.first, block.last + 1)
    if len(run) > LONGEST or not aside.isdisjoint(run):
        return run
    return stops[bisect_left(stops, block.first) : bisect_left(stops, block.last)] + [block.last]


def _reference(words: tuple[Token, ...]) -> bool:
    """Whether what touches the end of a sentence is the number of a note: `fled.[4]`."""
    end, opening, number, closing = words
    return opening.text == "[" and opening.start == end.end and number.kind == "digits" and closing.text == "]"


def _of_a_state(word: Token) -> bool:
    """Whether a word may go on with a state before it: `U.S. officials`; most begin another sentence where they have a capital."""
    return word.lower in OF_STATES and (word.text.isupper() or not word.capital or word.lower in BODIES_OF_STATES)


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
        if after.start == words[j - 1].end and (after.kind != "mark" or token.text == "." and after.text == "," and len(words[i - 1].text) == 1):
            return False  # Khaled S., 33, said
        return caseless or not after.text[0].islower()
    if token.text.endswith(".") and token.kind == "word":
        if token.lower in ("u.s.", "u.n.", "u.k.", "e.u.") and (_of_a_state(following) or following.lower == "and" and i + 2 <= last and words[i + 2].capital):
            return False
        if token.lower in UNITS:
            return following.capital
        return following.lower in SENTENCE_WORDS and following.capital and ABBREVIATIONS.of(token.lower.rstrip(".")) != "title" and len(token.text) > 2
    return False
