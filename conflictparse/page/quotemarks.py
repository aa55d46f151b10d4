"""Quotation marks in pairs: of every kind, broken over paragraphs, never closed."""
from bisect import bisect_right
from typing import Iterator, NamedTuple

from .tokens import Columns


class Quoted(NamedTuple):
    """What stands between two marks: tokens `first` to `last`, the marks included."""

    first: int
    last: int
    opened: bool
    """False where the opening mark is missing and the paragraph's begin stands for it"""
    closed: bool
    """False where the closing mark is missing and the paragraph's end stands for it"""
    depth: int
    """0 for a quotation, 1 for one inside it"""
    inner: tuple[int, int]
    """The first and last token between the marks"""

    def __contains__(self, i) -> bool:
        return self.first <= i <= self.last


class Mark:
    """One mark, of one token or (``""``, `''`) two.

    `family` is `double` or `single`, `may` is `open`, `close`, or `both` where only what came before can tell.
    """

    __slots__ = ("first", "last", "family", "may")

    def __init__(self, first: int, last: int, family: str, may: str):
        self.first, self.last = first, last
        self.family, self.may = family, may


DOUBLE = {'"': "", "“": "open", "”": "close", "„": "open", ",,": "open", "«": "open", "»": "close", "``": "open", "''": "close", "‟": "open", "″": "", "＂": ""}
SINGLE = {"'": "", "‘": "open", "’": "close", "`": "open", "‚": "open", "‛": "open", "‹": "open", "›": "close"}
SHAPES = DOUBLE.keys() | SINGLE.keys()
STOPS = frozenset((",", ".", "!", "?", "...", "…", "--", "—", "–", "-", "?!", "!!", "!?"))
OPENS_AFTER = frozenset("([{-–—/:;=")
CLOSES_BEFORE = frozenset(")]},.;:!?-–—…/")


def quotemarks(text: str, tokens, row: Columns, blocks) -> tuple[Quoted, ...]:
    """The quotations of the story in order of their opening marks; none runs past its paragraph."""
    found: list[Quoted] = []
    places, b = [i for i, shape in enumerate(row.texts) if shape in SHAPES], 0
    for block in blocks:
        a, b = b, bisect_right(places, block.last, b)
        marks = list(_marks(text, tokens, block, places[a:b])) if b > a else ()
        if marks:
            found += _pairs(tokens, block, marks)
    return tuple(sorted(found, key=lambda q: (q.first, -q.last)))


# --- reading the marks -------------------------------------------------------------------------------------------------
def _marks(text: str, tokens, block, places: list[int]) -> Iterator[Mark]:
    """The marks of a paragraph, which stand at these places; doubled ones are one, and then a single one around the whole paragraph is none."""
    doubled = '""' in text[block.start : block.end] and any(_doubled(tokens, i) for i in range(block.first, block.last))
    behind = block.first
    for i in places:
        straight = tokens[i].text == '"'
        if i < behind or doubled and straight and i in (block.first, block.last) and (i == block.last or not _doubled(tokens, i) or _doubled(tokens, i + 1)):
            continue
        last = i + 1 if straight and i < block.last and _doubled(tokens, i) else i
        mark = _mark(text, tokens, block, i, last)
        if mark:
            yield mark
        behind = last + 1


def _doubled(tokens, i: int) -> bool:
    """Whether tokens `i` and the next are two straight marks that touch."""
    return i + 1 < len(tokens) and tokens[i].text == '"' == tokens[i + 1].text and tokens[i].end == tokens[i + 1].start


def _mark(text: str, tokens, block, first: int, last: int) -> Mark | None:
    """What the mark may do here, from its shape and the characters that touch it."""
    shape = tokens[first].text
    family = "double" if shape in DOUBLE else "single"
    fixed = DOUBLE.get(shape) or SINGLE.get(shape)
    before = text[tokens[first].start - 1 : tokens[first].start] if first > block.first else ""
    after = text[tokens[last].end : tokens[last].end + 1] if last < block.last else ""
    loose_before = not before or before.isspace() or before in OPENS_AFTER or before in DOUBLE or before in "‘'"
    loose_after = not after or after.isspace() or after in CLOSES_BEFORE or after in DOUBLE or after in "’'"
    if family == "single":
        return _single(tokens, first, fixed, loose_before, loose_after, after)
    if shape == '"' and before.isdigit() and not loose_before and text[tokens[last].end : tokens[last].end + 2].strip()[:1].islower():
        return Mark(first, last, family, "close")
    if shape in ("»", "«", "“") and loose_before != loose_after and not (shape == "“" and loose_before):
        fixed = "open" if loose_before else "close"
    if fixed:
        return Mark(first, last, family, fixed)
    return Mark(first, last, family, "both" if loose_before == loose_after else "open" if loose_before else "close")


def _single(tokens, i: int, fixed: str, loose_before: bool, loose_after: bool, after: str) -> Mark | None:
    """A single mark, unless it is an apostrophe: 'em, '90s, o' the."""
    if loose_before and not loose_after and fixed != "close":
        if after.isdigit() and tokens[i + 1].text.rstrip("s").isdigit() and tokens[i + 1].kind == "digits" and len(tokens[i + 1].text) == 2:
            return None
        return Mark(i, i, "single", "open")
    if loose_after and not loose_before and fixed != "open":
        return Mark(i, i, "single", "close")
    return None


# --- pairing them ------------------------------------------------------------------------------------------------------
def _pairs(tokens, block, marks: list[Mark]) -> list[Quoted]:
    """Pairs of double marks first, then single ones, inside a double pair or outside all."""
    pairs = _double(tokens, block, [m for m in marks if m.family == "double"])
    for mark, closing in _single_pairs(tokens, [m for m in marks if m.family == "single"], pairs, block):
        pairs.append((mark, closing))
    return _nested([_quoted(block, opening, closing) for opening, closing in pairs])


def _double(tokens, block, marks: list[Mark]) -> list[tuple[Mark | None, Mark | int | None]]:
    pairs: list = []
    waiting: list[Mark] = []
    for n, mark in enumerate(marks):
        if not waiting:
            if mark.may != "close" or _misplaced(tokens, block, marks[n : n + 2]):
                waiting.append(mark)
            elif not pairs and tokens[mark.first - 1].text in STOPS and mark.first > block.first + 2:
                pairs.append((None, mark))
        elif mark.may == "open" and tokens[mark.first].text not in ('"',):
            if _closers(marks, n + 1) > len(waiting):
                waiting.append(mark)
            else:
                pairs.append((waiting.pop(), mark.first - 1))
                waiting = [mark]
        elif mark.may == "open" and tokens[mark.first - 1].kind == "end" and _closers(marks, n + 1) <= len(waiting):
            pairs.append((waiting.pop(), mark.first - 1))
            waiting = [mark]
        elif mark.may == "open" and _closers(marks, n + 1) > len(waiting):
            waiting.append(mark)
        else:
            pairs.append((waiting.pop(), mark))
    pairs += [(mark, None) for mark in waiting[:1]]
    return pairs


def _misplaced(tokens, block, marks: list[Mark]) -> bool:
    """Whether a mark that looks like a closing one opens, its blank on the wrong side: said," The town fell"."""
    first, *rest = marks
    return tokens[first.first].text == '"' and first.first > block.first and tokens[first.first - 1].text in (",", ":") and bool(rest) and rest[0].may == "close"


def _closers(marks: list[Mark], n: int) -> int:
    """How many closing marks come from the `n`-th on before the next opening one."""
    first = n
    while n < len(marks) and marks[n].may != "open":
        n += 1
    return n - first


def _single_pairs(tokens, marks: list[Mark], doubles: list, block) -> Iterator[tuple[Mark, Mark]]:
    """Single pairs: from an opening mark to the closing one that looks least like an apostrophe."""
    around = iter([*(_extent(first, last, block) for first, last in doubles), (block.last + 1, block.last + 1)])
    begin, end = next(around)
    n = 0
    while n < len(marks):
        opening = marks[n]
        while end < opening.first:
            begin, end = next(around)
        limit = end if begin < opening.first else min(block.last, begin)
        closing = _closing(tokens, marks, n + 1, limit) if opening.may == "open" else None
        if closing is not None:
            yield opening, marks[closing]
            n = closing
        n += 1


def _extent(first: Mark | None, last: Mark | int | None, block) -> tuple[int, int]:
    """From where to where a double pair reaches: no single pair inside it may close outside, nor the other way round."""
    return first.first if first else block.first - 1, last.first if isinstance(last, Mark) else last or block.last


def _closing(tokens, marks: list[Mark], n: int, limit: int) -> int | None:
    """Which of the marks from the `n`-th on closes a single pair."""
    plain = None
    for n in range(n, len(marks)):
        mark = marks[n]
        if mark.first > limit:
            break
        if mark.may == "open":
            return plain
        before = tokens[mark.first - 1]
        following = tokens[mark.last + 1] if mark.last + 1 < len(tokens) else None
        if before.text in STOPS or not before.lower.endswith("s") or following is None or following.kind in ("end", "mark", "dash"):
            return n
        plain = n if plain is None else plain
    return plain


def _quoted(block, opening: Mark | None, closing: Mark | int | None) -> Quoted:
    """A pair; where one of its marks is missing, the paragraph's end or the token `closing` stands for it."""
    first = opening.first if opening else block.first
    last = closing.last if isinstance(closing, Mark) else closing if closing is not None else block.last
    if opening and isinstance(closing, Mark) and closing.first == opening.last + 1:
        inner = (opening.last, opening.last)
    else:
        inner = (opening.last + 1 if opening else first, closing.first - 1 if isinstance(closing, Mark) else last)
    return Quoted(first, last, opening is not None, isinstance(closing, Mark), 0, inner)


def _nested(quotes: list[Quoted]) -> list[Quoted]:
    """The pairs in order, each with the number of those around it."""
    found, around = [], []
    for quote in sorted(quotes, key=lambda quote: (quote.first, -quote.last)):
        around = [other for other in around if other.last >= quote.last and other[:2] != quote[:2]]
        found.append(quote._replace(depth=len(around)))
        around.append(quote)
    return found
