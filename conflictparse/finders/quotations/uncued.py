"""Quotations that no cue announces: words in marks that go on from those before them, verbatim blocks, headlines with a colon."""
from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import Iterator

from ...kept import kept
from ...page import Page
from ...page.layout import Block
from ...page.tags import FINITE
from ...patterns import pattern
from ...rule import Rulebook, Ruling
from .source import named_subject
from .passage import opening
from .extent import speaks_of_itself, trimmed
from .voices import short

UNCUED = Rulebook("quotations.uncued")
REACH = 2  # paragraphs: of 134 quotations whose source stands in an earlier one, 111 have it at most two back (PolNeAR)
MARKS = 20  # with which a sentence may begin; a line of thousands is none
LONGEST = 30  # paragraphs of a verbatim block
RECORDING = r"(?i)\[(?P<begin>begin)\s+recording\]|\[end\s+recording|\Z"
ANNOUNCING = frozenset("said says statement message announced added adds wrote writes follows reads notes noted continues continued concludes concluded ends states stated".split())
WORDS = 3  # fewer words in marks are a title or a nickname, unless they are a sentence
BULLETS = frozenset(("*", "•", "-"))
A_LIST = 200  # headlines; more are a feed, no story
CROSSHEAD = 10  # words; longer ones are no heads
GESTURES = frozenset("pause shrug nod sigh smile laugh weep cry sob gesture point shake look wipe lower clutch hold tremble break stop turn grin frown raise choke stare glance lean rub".split())


class Bare:
    """What a rule for uncued quotations finds: the parts of the content, and where the source is named, its tokens."""

    __slots__ = ("parts", "source")

    def __init__(self, parts: list[tuple[int, int]], source: tuple[int, int] | None = None):
        self.parts, self.source = parts, source


class Said:
    """What is said already: which tokens lie in a content, and where the last quotation before a token ended, cue and source with it."""

    def __init__(self, page: Page, taken: list[tuple[int, int, int]]):
        self.leads = [number for number, block in enumerate(page.paragraphs) if page.lower(block.last) == ":"]
        """The paragraphs that end in a colon"""
        self.taken = sorted(taken)
        self.recordings = list(_recordings(page)) if "[" in page.text else []
        """The recordings that the story sets between brackets"""
        self.listed = len(page.paragraphs) < A_LIST and sum(short(page, block) for block in page.paragraphs) > max(2, 0.8 * len(page.paragraphs))
        """Whether the story is nearly nothing but headlines"""
        left_open = {page.paragraph(quote.last) for quote in page.quotemarks if not quote.closed}
        self.carried = {quote.first: quote for quote in page.quotemarks if quote.closed and not quote.opened and not quote.depth and page.paragraph(quote.first) - 1 in left_open}
        """Marks that only close in a paragraph, where those of the one before stay open"""
        self.last = -1
        """The last token of the uncued quotation found last"""

    @kept
    def firsts(self) -> list[int]:
        return [first for first, _, _ in self.taken]

    @kept
    def lasts(self) -> frozenset[int]:
        return frozenset(last for _, last, _ in self.taken)

    @kept
    def begun(self) -> frozenset[int]:
        return frozenset(self.firsts)

    @kept
    def reach(self) -> list[int]:
        return list(accumulate([last for _, last, _ in self.taken], max))

    @kept
    def ends(self) -> list[int]:
        return list(accumulate([end for _, _, end in self.taken], max))

    def lead(self, number: int) -> int | None:
        """The paragraph that ends in a colon nearest before a paragraph, unless it is too far off."""
        n = bisect_left(self.leads, number)
        return self.leads[n - 1] if n and number - self.leads[n - 1] < LONGEST else None

    def recording(self, first: int, last: int) -> tuple[int, int] | None:
        """The first and last token of a recording of which the paragraph from `first` to `last` holds some."""
        n = bisect_right(self.recordings, (last, last)) - 1
        return self.recordings[n] if n >= 0 and self.recordings[n][1] >= first else None

    def told_before(self, colon: int) -> bool:
        """Whether a content ends right before a colon."""
        return colon - 1 in self.lasts

    def covers(self, i: int) -> bool:
        n = bisect_right(self.firsts, i)
        return n > 0 and self.reach[n - 1] >= i or self.last >= i

    def before(self, i: int) -> int | None:
        n = bisect_left(self.firsts, i)
        end = max(self.ends[n - 1] if n else -1, self.last)
        return end if end >= 0 else None


def find(page: Page, taken: list[tuple[int, int, int]]) -> Iterator[Ruling]:
    """The uncued quotations, in order; `taken` are the quotations found by cues: first and last token of the content, last of all."""
    said = Said(page, taken)
    for place in sorted({*_marks(page, said), *said.carried, *_paragraphs(page, said), *_labels(page)}):
        number = page.paragraph(place)
        ruling = UNCUED.settle(page, number, page.paragraphs[number], place, said) if place > said.last else None
        if ruling is not None:
            said.last = ruling.value.parts[-1][1]
            yield ruling


def _marks(page: Page, said: Said) -> Iterator[int]:
    """The opening marks that may open a quotation: those not in one yet, or with a dash behind them."""
    for place, quote in page.opening.items():
        if not said.covers(place) or page.kind(quote.last + 1) == "dash":
            yield place


def _labels(page: Page) -> Iterator[int]:
    """The sentences within a paragraph that open with a short form of a body and a colon, as coders' notes do."""
    for mark in [i for i, token in enumerate(page.tokens) if token.text == ":"] if ":" in page.text else ():
        if mark > 1 and page.tokens[mark - 1].text.isupper() and page.sentence(mark).first == mark - 1:
            yield mark - 1


def _paragraphs(page: Page, said: Said) -> Iterator[int]:
    """The paragraphs that may be a quotation without a mark: headlines and what is listed; others only in a story with a lead or a recording."""
    for number, block in enumerate(page.paragraphs):
        if said.leads or said.recordings or short(page, block) and (number < 2 or said.listed or page.lower(block.first) in BULLETS):
            yield block.first


@UNCUED.rule
def name_behind_the_marks(page: Page, number: int, block: Block, i: int, said: Said):
    """Words in marks, a dash and a name to the paragraph's end: the name says who said them.

    + «"One hill is enough for me."» – Bohdan Kovalenko, sapper
    + «"The hill is ours"» – Bohdan Kovalenko, sapper
    - "The Last Hill" – a film about Bohdan Kovalenko
    """
    quote = page.opening.get(i)
    if quote is None or quote.depth or not quote.closed or quote.last + 2 > block.last or page.kind(quote.last + 1) != "dash":
        return None
    spoken = any(page.tag(j) in FINITE for j in range(quote.inner[0], quote.inner[1])) and not any(page.kind(j) == "digits" for j in range(quote.last + 1, block.last + 1))
    if page.kind(quote.inner[1]) != "end" and not spoken:
        return None  # "The Last Hill" – The Tema Times, 5 May 2020
    phrase = page.phrase(quote.last + 2)
    if phrase is None or page.tag(phrase.head) != "name" or any(page.tag(j) in FINITE for j in range(quote.last + 1, block.last + 1)):
        return None
    return Bare([(quote.first, quote.last)], (phrase.first, phrase.last)), page.words(quote.first, quote.last)


@UNCUED.rule
def marks_behind_a_colon(page: Page, number: int, block: Block, i: int, said: Said):
    """Words in marks behind a colon are said by the subject of what stands before it, or by the name alone.

    + Bohdan Kovalenko: «"We held the hill."»
    + Kovalenko, 34, a baker: «"We held the hill."»
    + • Kovalenko, 34: «"We held the hill."»
    + Minister Kovalenko (in a tweet): «"We hold the hill."»
    + Kovalenko: «'We hold the hill'»¶The hill fell on Monday.
    + The bishop's answer was short: «"We will not leave this town."»
    + The bishop's message to his town: «"We will not leave."»
    - The film is called: "Hill".
    """
    quote = page.opening.get(i)
    if quote is None or quote.depth or i < 2 or page.tokens[i - 1].text != ":" or not _ends_sentence(page, quote) or said.covers(quote.first):
        return None
    sentence = page.sentence(i - 1)
    told = [v for v in page.verbs_of(sentence) if v.form == "finite" and v.last < i and not (v.subject and page.lower(v.subject.first) == "whose")]
    verb = told[0] if told else None
    phrase = verb.subject if verb else page.phrase(i - 2)
    first = sentence.first + (page.lower(sentence.first) in BULLETS)
    bracketed = phrase is None and page.lower(i - 2) == ")"
    if verb is None and (bracketed or phrase is not None and phrase.first != first and (page.tag(phrase.first - 1) == "prep" or page.tag(first) == "name")):
        phrase = page.phrase(first)  # His message to the town: "…"; Kolb, 12, a pupil: "…"
    headline = number == 0 and quote.last == block.last and any(page.tag(j) in FINITE for j in range(quote.inner[0], quote.inner[1] + 1))
    if phrase is None or page.kind(quote.inner[1]) != "end" and not headline or verb is None and phrase.first != first:
        return None
    owner = page.tag(phrase.head) != "name"  # the bishop's answer, but Amnesty's Ada Kolb
    mark = next((j for j in range(phrase.first, phrase.last) if owner and page.tag(j) == "poss" and page.lower(j).endswith("s")), None)
    source = (phrase.first, mark - 1) if mark and mark > phrase.first else named_subject(page, verb) if verb else (phrase.first, phrase.last)
    return Bare([(quote.first, quote.last)], source), page.words(quote.first, quote.last)


@UNCUED.rule
def marks_that_go_on(page: Page, number: int, block: Block, i: int, said: Said):
    """A sentence in marks without a cue goes on from the quotation before it, in this paragraph or just above.

    + "We held the hill," said Bohdan Kovalenko.¶«"We will hold it."»
    + Marta Nowak said the bridge was gone. «"It was the last one."»
    + «"We have lost everything.»¶"We will not leave," said Marta Nowak.
    - "The Bridge" opened in Kyiv on Monday.
    - Marta Nowak said the bridge was gone.¶'Like the end of the world'¶The river rose.
    """
    quote = page.opening.get(i)
    if quote is None or quote.depth or not _begins_sentence(page, i) or said.covers(quote.first):
        return None
    words = sum(page.kind(j) in ("word", "digits") for j in range(quote.inner[0], quote.inner[1] + 1))
    if words < WORDS and page.kind(quote.inner[1]) != "end" or not _ends_sentence(page, quote):
        return None
    if quote.closed and (quote.first, quote.last) == (block.first, block.last) and page.kind(quote.inner[1]) == "word" and words < CROSSHEAD:
        return None  # between paragraphs, to break the column
    before = said.before(i)
    if not quote.closed and number + 1 < len(page.paragraphs) and page.paragraphs[number + 1].first in page.opening and i == block.first:
        return Bare([(quote.first, quote.last)]), page.words(quote.first, quote.last)  # who says it is named at its end
    if before is None or number - page.paragraph(before) > REACH or page.paragraph(before) == number and _someone_else(page, before, i):
        return None
    return Bare([(quote.first, quote.last)]), page.words(quote.first, quote.last)


@UNCUED.rule
def marks_before_a_gesture(page: Page, number: int, block: Block, i: int, said: Said):
    """Whole sentences in marks open a paragraph, and who pauses or weeps behind them has said them.

    + «"There were bodies everywhere."» Ada Berg, who heads the clinic, pauses.
    + «"I lost all my sons."» He wipes his eyes.
    - "There were bodies everywhere." The bridge was closed.
    """
    quote = page.opening.get(i)
    if quote is None or quote.depth or i != block.first or not quote.closed or page.kind(quote.inner[1]) != "end" or quote.last + 2 > block.last or said.covers(i):
        return None
    sentence = page.sentence(quote.last + 1)
    verb = next((v for v in page.verbs_of(sentence) if v.form == "finite" and v.lemma in GESTURES and v.subject is not None and not v.passive), None)
    if verb is None or verb.subject.first != sentence.first:
        return None
    return Bare([(quote.first, quote.last)], (verb.subject.first, verb.subject.last)), page.words(quote.first, quote.last)


@UNCUED.rule
def marks_carried_over(page: Page, number: int, block: Block, i: int, said: Said):
    """A paragraph that only closes marks goes on with the words of the one before, whose marks stay open.

    + Bohdan Kovalenko said, "We held the hill.¶«We will hold it tomorrow."» The hill is high.
    - Bohdan Kovalenko said, "We held the hill."¶We will hold it tomorrow."
    """
    quote = said.carried.get(i)
    before = said.before(i)
    if quote is None or before is None or page.paragraph(before) != number - 1 or said.covers(i):
        return None
    return Bare([(quote.first, quote.last)]), page.words(quote.first, quote.last)


@UNCUED.rule
def verbatim_block(page: Page, number: int, block: Block, i: int, said: Said):
    """After a paragraph that ends in `said:`, further paragraphs without marks go on with words of somebody's own.

    + The minister, Kwame Asante, said:¶We are appalled by the attack on Tema.¶«The port lies in ruins».
    + Kwame Asante said soldiers had made him sit under a tree:¶«Then they opened fire. I fell».¶The army denies it.
    - The minister, Kwame Asante, said the port was closed.¶The port lies in the south.
    """
    if i != block.first or (lead := said.lead(number)) is None or block.table or page.opening.get(i) or i in page.silent or said.covers(i):
        return None
    announced, told = _says(page, page.paragraphs[lead]), said.told_before(page.paragraphs[lead].last)
    if not announced and not told or any(not said.covers(page.paragraphs[n].first) for n in range(lead + 1, number)):
        return None
    if not any(speaks_of_itself(page, n) for n in range(lead + 1 if announced else number, number + 1)) or page.kind(block.last) != "end":
        return None
    if _set_in(page, page.paragraphs[lead + 1]) and not _set_in(page, block) or any(page.paragraphs[n].first in said.begun for n in range(lead + 2, number + 1)):
        return None  # the reporter speaks again
    first, last = opening(page, block.first), trimmed(page, block.first, block.last)
    return Bare([(first, last)]), page.words(first, last)


@UNCUED.rule
def recording(page: Page, number: int, block: Block, i: int, said: Said):
    """A monitoring service sets a recording between brackets; the name in the next bracket says whose words they are.

    + [Begin recording] [Kolb] «We hold the port». [end recording]
    - [Report] [Mira Kolb] [Text] We hold the port.
    """
    if i != block.first or not (found := said.recording(i, block.last)):
        return None
    begins, end = found
    first, source = max(begins, block.first), None
    if page.lower(first) == "[":
        closing = next((j for j in range(first + 1, min(first + 8, block.last)) if page.lower(j) == "]"), None)
        source, first = ((first + 1, closing - 1), closing + 1) if closing else (None, first)
    last = trimmed(page, first, min(end, block.last))
    if source is None and begins > block.first or first >= last or said.covers(first):
        return None
    return Bare([(first, last)], source), page.words(first, last)


def _recordings(page: Page) -> Iterator[tuple[int, int]]:
    """The tokens between `[begin recording]` and `[end recording]`, or the end of the story."""
    begins = None
    for mark in pattern(RECORDING).finditer(page.text) if "recording]" in page.text.casefold() else ():
        if mark["begin"] and begins is None:
            begins = page.at(mark.end())
        elif not mark["begin"] and begins is not None:
            yield begins, page.at(mark.start()) - 1
            begins = None


# --- judging -----------------------------------------------------------------------------------------------------------
def _begins_sentence(page: Page, i: int) -> bool:
    first = page.sentence(i).first
    return i - first < MARKS and all(page.tag(j) == "mark" for j in range(first, i)) or page.kind(i - 1) == "end" or page.closing.get(i - 1) is not None


def _ends_sentence(page: Page, quote) -> bool:
    """Whether the marks close with the sentence, or never."""
    return not quote.closed or page.kind(quote.inner[1]) == "end" or page.kind(quote.last + 1) == "end" or quote.last == page.sentence(quote.last).last


def _someone_else(page: Page, before: int, i: int) -> bool:
    """Whether whole sentences of the reporter's stand between the quotation before and the marks at `i`."""
    return i - page.sentence(before).last > 40


def _set_in(page: Page, block: Block) -> bool:
    """Whether a paragraph is set in, or listed behind a bullet."""
    start = page.tokens[block.first].start
    return page.lower(block.first) in BULLETS or page.text[max(0, start - 2) : start].isspace() and "\n" not in page.text[max(0, start - 2) : start]


def _says(page: Page, block: Block) -> bool:
    return page.lower(block.last - 1) in ANNOUNCING
