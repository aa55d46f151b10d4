"""Who may speak in a headline, where no verb tells: officials, bodies, media."""
from ...almanac import places
from ...page import Page
from ...page.layout import Block
from ...page.names import GROUPS, TITLES

LABELS = frozenset("breaking update alert urgent wrapup factbox timeline live watch video photo photos opinion analysis explainer news press note corr lead flash recap poll wrap map graphic profile column review brief briefs".split())
"""Words in capitals before the colon of a headline that say what kind of piece it is"""
UNTITLED, TITLED = 5, 10  # tokens of who says a headline
SPEAKING = frozenset(
    "official officials source sources police army ministry minister report reports media witness witnesses residents doctors rescuers medics group monitor "
    "government military lawyer family activists rebels agency state council company president opposition resistance villagers locals relatives survivors "
    "survivor analysts analyst experts expert prosecutors prosecutor governor mayor spokesman spokeswoman spokesperson commander office hospital charity ngo watchdog monitors "
    "coroner judge court union embassy brass headquarters command staff authorities aides aide diplomats diplomat eyewitnesses eyewitness envoy widow victim victims mother father wife husband brother sister resident witness source farmers traders teacher students "
    "memo memos study survey poll inquiry probe documents researchers investigators inspectors letter email communique leak "
    "monitor neighbours neighbors bishop priest imam surgeon nurse medic rescuer volunteers charities agencies gov".split()
)


def short(page: Page, block: Block) -> bool:
    """Whether a paragraph may be a headline or a line of a list: a few words, and no full stop behind them."""
    return block.last - block.first <= 25 and page.kind(block.last) != "end"


def may_speak(page: Page, first: int, last: int) -> bool:
    """Whether the words in a headline name somebody who speaks: officials, a body, a medium."""
    word, entry = page.lower(last), GROUPS.at(page.tokens, first)
    if word == "state" and first < last and entry is None or first == last and word in LABELS:
        return False  # Zemba State: where, not who; News: Ten ships leave
    named = page.name(last)
    if first < last and page.tokens[last].capital and TITLES.at(page.tokens, first) and (named is None or named.kind != "place") and not _all_in_capitals(page, first):
        return not places.look_up(page.tokens[last].text)  # Governor Kolb, but not DR Congo
    letters = page.tokens[last].text
    if first == last and letters.isupper() and 3 <= len(letters) <= 6 and word not in LABELS and not places.look_up(letters.capitalize()) and not _all_in_capitals(page, first):
        return True  # SOHR: 11 killed
    return word in SPEAKING or GROUPS.of(word) in ("body", "medium") or entry is not None and entry.section != "place" and entry.length == last - first + 1


def _all_in_capitals(page: Page, i: int) -> bool:
    """Whether the words around token `i` are all in capitals, as those of old wire headlines."""
    block = page.paragraphs[page.paragraph(i)]
    words = [page.tokens[j].text for j in range(block.first, block.last + 1) if page.kind(j) == "word" and j != i]
    return not any(word.islower() for word in words)
