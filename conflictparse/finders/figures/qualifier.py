"""The qualifier: whether a number is exact, a bound, a range or a guess, and what bounds it sets."""
from functools import lru_cache

from ...lexicon import Lexicon
from ...page import Page
from ...page.tags import FINITE
from ...page.words import lemma
from ...rule import Rulebook
from .age import YOUNG
from .bare import ALONE
from .sheet import Count

QUALIFIER = Rulebook("figures.qualifier")
WORDS = Lexicon(__package__, "qualifier.txt", ("exact", "at_least", "more_than", "at_most", "less_than", "about", "after at_least", "after at_most", "after about", "verb more_than"))
LONGEST = 5  # words of an entry
OPENERS = frozenset(("a", "an", "the", "another", "some", "additional", "further", "(", "total", "of"))


@QUALIFIER.rule
def word_before(page: Page, count: Count):
    """The words right before the number bound it.

    + «At least» 12 people died.
    + They freed «up to» 30 hostages.
    + «Some» 300 people fled.
    + «An estimated» 300 people fled.
    + «Over» 600 villages were emptied.
    - They flew over 12 villages.
    - The camp is spread over 12 acres.
    + Rebels killed «no fewer than» 12 people.
    + The figure is «closer to» 300.
    + Most were children «under» 12.
    - They told us about the 12 people.
    """
    if count.qualified is None or count.form in ("single", "none"):
        return None
    section, first, last = count.qualified
    if count.form == "vague" and section == "exact":
        return None
    if section == "exact" and word_after(page, count):
        return None  # only 200 or so
    if section in ("about", "exact") and (count.form == "range" or count.form == "share" and count.high is not None):
        return "range", page.words(first, last)
    return section, page.words(first, last)


@QUALIFIER.rule
def word_after(page: Page, count: Count):
    """The words after the number bound it: `or more`, `or so`, `at least`.

    + They need ten «or more» days.
    + He saw 300 men «or so».
    + He saw «30-odd» soldiers.
    + The toll is 40, «maybe more».
    + They found 40 dead «or more».
    - They need 12 or 13 days.
    - They lost two tanks and up to 30 trucks.
    """
    if count.form in ("single", "none"):
        return None
    known = WORDS.first_words
    for i in _after(page, count):
        tied = page.lower(i) == "-"
        i += page.lower(i) == "," and (page.lower(i + 1) in GUESSING or page.lower(i + 2) == "counting")  # forty, maybe more
        entry = WORDS.at(page.tokens, i + tied) if page.lower(i + tied) in known else None
        if entry and entry.section.startswith("after ") and page.lower(i + entry.length) not in ("than", "to") and (tied or not entry.lemma.startswith(("odd", "plus"))):
            return entry.section.removeprefix("after "), page.words(count.first if tied else i, i + tied + entry.length - 1)
    return None


@QUALIFIER.rule
def verb_before(page: Page, count: Count):
    """A verb such as `exceed` or `surpass` sets a lower bound.

    + The toll could «exceed» 20.
    + The toll has «passed» 20.
    + Their losses since the start of the war «topped» 20.
    - They passed 20 houses.
    """
    entry = WORDS.at(page.tokens, count.first - 1)
    if entry is None or entry.section != "verb more_than" or count.noun is not None and entry.lemma != "exceed" or count.form in ("single", "none"):
        return None
    verb = page.verb(count.first - 1)
    subject = page.lower(verb.subject.head) if verb and verb.subject else ""
    if entry.lemma != "exceed" and subject not in TOLLS and TOLLS.isdisjoint(map(page.lower, range(max(page.sentence(count.first).first, count.first - FAR), count.first))):
        return None
    return "more_than", page.words(count.first - 1, count.first - 1)


@QUALIFIER.rule
def estimated_at(page: Page, count: Count):
    """What is estimated at a number, or to be so many, is about as many.

    + The damage was «estimated at» $3 million.
    + Their strength is «estimated to be» 300.
    - They estimated that 300 fled.
    """
    before = [page.lower(i) for i in range(max(0, count.first - 3), count.first)]
    length = 2 if before[1:] == ["estimated", "at"] else 3 if before in (["estimated", "to", "be"], ["estimated", "to", "number"]) else 0
    return ("about", page.words(count.first - length, count.first - 1)) if length and count.form not in ("range", "single", "none") else None


@QUALIFIER.rule
def inherited_by_a_conversion(page: Page, count: Count):
    """A conversion in brackets is as exact as what it converts.

    + It lies about 30km («19» miles) away.
    + About 650 people («130» families) fled.
    - It lies 30km (19 miles) away.
    """
    told = count.again
    if told is None or page.lower(count.opens - 1) not in ("(", "[", ",", "or") or told.kind != count.kind or told.qualifier in ("exact", "vague", "range"):
        return None
    return told.qualifier, page.words(count.first, count.last)


@QUALIFIER.rule
def two_ends(page: Page, count: Count):
    """The number itself gives two ends.

    + They burned «10 to 15» houses.
    + They burned «10, maybe 15» houses.
    """
    return ("range", page.words(count.first, count.last)) if count.low is not None and count.high is not None else None


@QUALIFIER.rule
def vague(page: Page, count: Count):
    """The number itself is vague.

    + «Dozens» fled.
    """
    return ("vague", page.words(count.first, count.last)) if count.form == "vague" and not _couple(page, count) else None


def find(page: Page, count: Count) -> None:
    """Settle qualifier and bounds."""
    ruling = QUALIFIER.settle(page, count) if _may_be_bounded(page, count) else None
    count.qualifier = ruling.value if ruling else "exact"
    if ruling:
        count.why.append(ruling.why)
    far = count.high
    match count.qualifier:
        case "exact":
            count.low = count.high = count.value
        case "at_least" | "more_than":
            count.low, count.high = count.value, None
        case "at_most" | "less_than":
            count.low, count.high = None, far if far is not None else count.value
        case "about":
            count.low = count.high = None
        case "vague":
            count.low, count.high = count.value, None


def _may_be_bounded(page: Page, count: Count) -> bool:
    """Whether a number is more than plain, or a word that begins a bound stands at it; else none of the rules need be asked."""
    if count.qualified is not None or count.form != "count" or count.low is not None or count.again is not None:
        return True
    words = page.lower(count.first - 1), *(page.lower(i + (page.lower(i) == ",")) for i in _after(page, count))
    return "-" in words or "estimated" in count.near.words or not WORDS.first_words.isdisjoint(words)


def _after(page: Page, count: Count) -> tuple[int, int]:
    """Where words may bound a number from behind: right after it, and after what it counts or what befell them."""
    return count.last + 1, count.end + 1 + (count.noun is None and page.lower(count.end + 1) in ALONE)


def behind(page: Page, count: Count) -> int:
    """The token after the expression, and after the words that bound it from behind: `10 or more`, `100+`."""
    entry = WORDS.at(page.tokens, count.end + 1)
    return count.end + 1 + (entry.length if entry and entry.section.startswith("after ") else 0)


def opening(page: Page, count: Count) -> int:
    """The first token of the expression: its qualifier's, if one stands before the number."""
    count.qualified = _before(page, count.first)
    if count.high is not None and page.lower(count.first - 1) == "between":
        return count.first - 1
    return count.qualified[1] if count.qualified and count.form not in ("single", "none") else count.first


def _before(page: Page, first: int) -> tuple[str, int, int] | None:
    """Section, first and last token of the qualifying words right before token `first`."""
    sentence, last = page.sentence(first), first - 1
    while last >= sentence.first and page.lower(last) in OPENERS and page.lower(last) not in ("some", "of"):
        last -= 1
    ends = [end for end in ((first - 1, last) if last < first - 1 else (last,)) if page.lower(end) in _last_words()]
    for end in ends:
        for start in range(max(sentence.first, end - LONGEST + 1), end + 1):
            entry = WORDS.at(page.tokens, start)
            if entry and start + entry.length - 1 == end and not entry.section.startswith(("after", "verb")) and not (start == end and page.lower(end) in WHERE and page.lower(end + 1) == "the") and _fits(page, start, end):
                return entry.section, start, end
    return None


@lru_cache(maxsize=1)
def _last_words() -> frozenset[str]:
    """The words with which an entry ends; before two numbers of three stands none of them."""
    return frozenset(words[-1] for words, _ in WORDS)


TOLLS = frozenset("toll number total figure count dead tolls losses casualties tally".split())
FAR = 18  # tokens from a toll to the verb that says what it surpassed
GUESSING = frozenset(("maybe", "perhaps", "possibly", "probably", "if", "or"))
WHERE = frozenset("over under above below around about within beyond".split())  # which may say where, or of what
SPANS = frozenset("second seconds minute minutes hour hours day days night nights week weeks weekend weekends month months year years decade decades century centuries".split())
BEFORE_SPANS = frozenset("for of after in with by from to until just well is was are were than , (".split())
LASTING = frozenset("last take spend wait serve continue remain need require drag".split())
RISING = frozenset("go shoot push move climb creep inch bring drive bump".split())
PARTING = frozenset(("hand", "turn"))
SPREADING = frozenset("spread scatter distribute disperse dot sprawl".split())
AREAS = frozenset("region regions province provinces district districts city cities town towns village villages area areas state states country countries oblasts governorates".split())


def _fits(page: Page, start: int, end: int) -> bool:
    """Whether the words qualify and do not say where or how: `over Mira`, `under fire`."""
    if start < end:
        return page.lower(start) != "up" or end > start + 1 or lemma(page.lower(start - 1)) not in RISING  # the number has gone up to nine
    if page.lower(start) not in WHERE:
        return True
    if page.lower(start) in ("under", "over") and page.lower(start - 1) in YOUNG:
        return True  # children under 12
    if page.lower(start) == "over" and (lemma(page.lower(start - 1)) in PARTING or page.lower(end + 1) in ("several", "many", "some")):
        return False  # handed over 15 bodies, over several days
    if page.lower(start) == "over" and any(page.lower(i) in SPANS for i in range(end + 2, end + 4)):
        return _lasts(page, start, end)
    if page.lower(start) == "over" and lemma(page.lower(start - 1)) in SPREADING:
        return False  # spread over 12 villages
    before = page.tag(start - 1) if start > page.sentence(start).first else ""
    phrase = page.phrase(end + 1)
    if page.lower(start) in ("over", "above", "under") and any(page.lower(i) in AREAS for i in range(end + 2, end + 4)):
        return not before and phrase is not None and page.tag(phrase.last + 1) in FINITE  # Over 600 villages were emptied
    if page.lower(start) == "over" and before in ("noun", "name") and phrase and page.tag(phrase.last + 1) in FINITE:
        return True  # Last year over 4 million pilgrims came
    return before not in ("noun", "name", "pron") or page.lower(start) in ("about", "around") and page.tag(start) == "qual" and before == "noun"


def _lasts(page: Page, over: int, end: int) -> bool:
    """Whether `over` before a span of time says that it is longer: for over ten days; but 40 died over ten days."""
    if over > page.sentence(over).first:
        return page.lower(over - 1) in BEFORE_SPANS or lemma(page.lower(over - 1)) in LASTING
    phrase = page.phrase(end + 1)
    return phrase is not None and page.tag(phrase.last + 1) in FINITE  # Over two weeks have passed


def _couple(page: Page, count: Count) -> bool:
    """Whether a couple is two who are married."""
    return page.lower(count.last) == "couple" and count.noun is None and count.kind == "people"
