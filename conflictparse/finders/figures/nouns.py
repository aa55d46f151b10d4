"""What the list knows of the nouns that are counted: people, incidents, equipment, structures, measures."""
from ...lexicon import Lexicon
from ...page import Page

WORDS = Lexicon(__package__, "kind.txt", ("people", "incidents", "equipment", "structures", "distance", "area", "weight", "duration", "money", "other"))
MEASURES = ("distance", "area", "weight", "duration", "money")
LONGEST = 4  # words of an entry in the list
MANY = frozenset(
    "people police troops staff personnel men women children crew crowd militia force forces army couple family public folk folks dead wounded injured missing killed lives remains "
    "aircraft craft hovercraft spacecraft legion cattle household kin offspring gunmen reinforcement arrest detention casualty injury death fatality other others black white".split()
)
PREFIXES = frozenset("sub ex co vice deputy non semi half step mini micro super anti pro great grand under re fellow one-time then former would-be".split())


def kind_of_noun(page: Page, first: int, last: int) -> str | None:
    """What the list knows of the longest words from `first` on that end at `last`."""
    known = WORDS.first_words
    for i in range(max(first, last - LONGEST), last + 1):
        entry = WORDS.at(page.tokens, i) if page.lower(i) in known else None
        if entry is not None and i + entry.length - 1 == last:
            return entry.section
    return _behind_its_hyphen(page.lower(last)) if "-" in page.lower(last) else None


def _behind_its_hyphen(word: str) -> str | None:
    """What a compound that the list does not know is, by its last part: sub-leaders, ex-guards, soldiers-turned-traders."""
    before, _, last = word.rpartition("-")
    return WORDS.of(last) if before in PREFIXES or before.endswith("-turned") else None


def singular(word: str) -> bool:
    """Whether a noun says one person."""
    return word not in MANY and not (word.endswith("s") and not word.endswith("ss") or word.endswith(("men", "women", "people", "children")))
