"""Headlines and lines of a list: what somebody says of whom only the name stands beside it, without a verb."""
from ...almanac import places
from ...page import Page
from ...page.layout import Block
from ...page.names import TITLES
from ...page.tags import FINITE
from .extent import trimmed
from .passage import after_clock, opening
from .uncued import BULLETS, UNCUED, Bare, Said
from .voices import LABELS, TITLED, UNTITLED, may_speak, short



@UNCUED.rule
def quoted_headline(page: Page, number: int, block: Block, i: int, said: Said):
    """A headline may open with words in marks and a colon; who says them is not named.

    + «'We counted the ships'»: people of Tema flee¶The ships left on Monday.
    + «"They left him in the road"»: family of the missing man await news¶The ships left on Monday.
    - "The Last Hill": a film¶The ships left on Monday.
    """
    quote = page.opening.get(i)
    if number > 0 or quote is None or quote.first != block.first or not quote.closed or page.lower(quote.last + 1) != ":" or page.kind(block.last) == "end":
        return None
    if said.covers(i) or not any(page.tag(j) in FINITE for j in range(*quote.inner)) or quote.last + 1 >= block.last:
        return None
    return Bare([(quote.first, quote.last)]), page.words(quote.first, quote.last)


@UNCUED.rule
def whole_headline(page: Page, number: int, block: Block, i: int, said: Said):
    """A headline of nothing but a clause in marks is what somebody says whom the story names below.

    + «'They knocked at every door'»¶The people of Tema tell of the raid.
    - 'The Last Hill'¶The people of Tema tell of the raid.
    """
    quote = page.opening.get(i)
    if number > 0 or quote is None or (quote.first, quote.last) != (block.first, block.last) or not quote.closed or block.last + 1 >= len(page.tokens) or said.covers(i):
        return None
    if not any(verb.form == "finite" and verb.subject is not None for verb in page.verbs_of(page.sentence(quote.inner[0]))):
        return None
    return Bare([(quote.first, quote.last)]), page.words(quote.first, quote.last)


@UNCUED.rule
def source_before_the_headline(page: Page, number: int, block: Block, i: int, said: Said):
    """A headline that opens with a body's name and a colon is what that one says.

    + Coast guard: «Ten ships leave port of Tema»¶The ships left on Monday.
    + ZOHR: «Ten ships leave port of Tema»¶The ships left on Monday.
    + Leaked UN memo: «Ten ships left port»¶The ships left on Monday.
    + 22:41 Coast guard: «Ten ships leave Tema»¶21:15 Two boats sink, 2 lost¶20:05 Port of Mira closed¶19:00 Fog over Tema
    - FACTBOX: Ten ships leave port of Tema¶The ships left on Monday.
    - Port of Tema: ten ships leave¶The ships left on Monday.
    - Volta State: ten ships leave¶The ships left on Monday.
    """
    if number > 0 and not said.listed or i != block.first:
        return None
    first = after_clock(page, i)
    mark = next((j for j in range(first + 1, min(first + 5, block.last)) if page.lower(j) == ":"), None)
    if mark is None or not short(page, block) or mark + 2 > block.last:
        return None
    if page.opening.get(mark + 1) or not may_speak(page, first, mark - 1) or any(page.tag(j) in ("verb", "aux", "modal", "prep") for j in range(first, mark)):
        return None
    return Bare([(mark + 1, block.last)], (first, mark - 1)), page.words(mark + 1, block.last)


@UNCUED.rule
def source_within_a_note(page: Page, number: int, block: Block, i: int, said: Said):
    """Within a paragraph, a sentence that opens with a short form of a body and a colon is what that one says.

    + Two planes hit the port. ZOHR: «at least 36 killed».
    - Two planes hit the port. ZOHR: 36.
    """
    sentence = page.sentence(i)
    if i == block.first or sentence.first != i or page.lower(i + 1) != ":" or sentence.last - i < 4 or not may_speak(page, i, i):
        return None
    last = trimmed(page, i + 2, sentence.last)
    return Bare([(i + 2, last)], (i, i)), page.words(i + 2, last)


@UNCUED.rule
def headline_with_its_source(page: Page, number: int, block: Block, i: int, said: Said):
    """A headline that ends in a colon or dash and somebody's name is what that one says.

    + «Ten ships leave port of Tema»: coast guard¶The ships left on Monday.
    + «Ten ships leave port of Tema», - Governor Kolb¶The ships left on Monday.
    - Ten ships leave port: what comes next¶The ships left on Monday.
    - Ten ships leave port¶02 Jul 2010 11:20:15 GMT¶Source: Reuters¶¶The ships left on Monday.
    """
    if number > 1 and page.lower(i) not in BULLETS and not said.listed or i != block.first or not short(page, block) or block.last in page.silent:
        return None
    mark = next((j for j in range(block.last - 1, block.first + 2, -1) if page.tokens[j].text in (":", "—", "–", "--", "-") and page.tokens[j].end < page.tokens[j + 1].start), None)
    if mark is None or block.last - mark > (TITLED if TITLES.at(page.tokens, mark + 1) else UNTITLED) or any(page.tag(j) in ("verb", "aux", "modal", "rel", "sub", "to") for j in range(mark + 1, block.last + 1)):
        return None
    if not may_speak(page, mark + 1, block.last) and not (mark + 1 == block.last and _a_name(page, block.last, said)):
        return None
    first, last = opening(page, block.first), trimmed(page, block.first, mark - 1)
    return Bare([(first, last)], (mark + 1, block.last)), page.words(first, last)


# --- judging -----------------------------------------------------------------------------------------------------------
def _a_name(page: Page, i: int, said: Said) -> bool:
    """Whether a word behind a headline names who says it: one that is no place, and stands in a later paragraph as well or behind one of many headlines."""
    token = page.tokens[i]
    if not token.capital or token.lower in LABELS or places.look_up(token.text.capitalize()):
        return False
    after = page.paragraphs[page.paragraph(i)].last
    return said.listed or page.paragraph(i) < 2 and any(other.text == token.text for other in page.tokens[after + 1 :])
