"""How far what was said reaches: where a clause begins after its cue, and where it ends."""
from bisect import bisect_left
from functools import lru_cache

from ...page import Page
from ...page.clauses import Verb
from ...page.quotemarks import Quoted
from ...page.tags import FINITE
from ...page.words import QUOTES
from .cue import OCCASIONS, Cue
from .source import DAYS

ISSUED = frozenset(
    "posted issued released published carried aired broadcast read distributed sent made given obtained circulated delivered seen reviewed shared signed dated monitored received relayed "
    "transmitted submitted presented provided uploaded emailed e-mailed faxed reported recorded filmed printed "
    "launched unveiled televised streamed tweeted disseminated".split()
)
HERE = frozenset("live online here there today publicly".split())
SKIPPED = frozenset(("adv", "neg"))
OF_THE_CLAUSE = frozenset("not never once then now".split())
FOCUSING = frozenset("only even mostly mainly largely chiefly partly still almost nearly".split())  # adverbs that point at what is behind them, a word of the clause or the saying
PLACES = frozenset("in on at by via through over during from to late early".split())
WHILE = frozenset("during before after at in throughout through since until amid across under within following between ahead via".split())
TOPICS = frozenset(("about", "regarding", "concerning", "over", "against"))
CLOSING = frozenset((",", ";", ":", "--", "—", "–", "-"))
TRAILING = CLOSING | {"and", "but", "while", "as", "or"}
SUBORDINATE = frozenset(("sub", "rel"))
VERBS = 20  # behind which no clause has its main verb
TIMES_AND_OCCASIONS = DAYS | OCCASIONS
OPENING_ANOTHER = frozenset("after before as when while since until till because although though that than where".split())


# --- marks -------------------------------------------------------------------------------------------------------------
def closed_before(page: Page, i: int) -> Quoted | None:
    """The quotation that closes right before token `i`, over a comma or dash."""
    for j in (i - 1, i - 2):
        if (found := page.closing.get(j)) and (j == i - 1 or page.lower(i - 1) in CLOSING and page.lower(i - 1) != ";") and j >= page.paragraphs[page.paragraph(i)].first:
            return found
    return None


# --- where it begins ---------------------------------------------------------------------------------------------------
def after_tail(page: Page, cue: Cue) -> int:
    """The token after the cue, the one addressed, and where and when it was said: `told AFP by telephone on Monday`; most rules ask for it."""
    if cue.tail is None:
        cue.tail = _after_tail(page, cue, cue.bounds[1])
    return cue.tail


def _after_tail(page: Page, cue: Cue, last: int) -> int:
    i = _over_aside(page, cue, cue.end + 1, last)
    if cue.section == "tell" or cue.section in ("ask", "urge") or page.lower(cue.last + 1) == "to" and page.phrase(cue.last + 2):
        i = _addressee(page, cue, i, last)
    while i <= last:
        step = _circumstance(page, i, last)
        if not step:
            break
        i += step
    return i


def _over_aside(page: Page, cue: Cue, i: int, last: int) -> int:
    """Over what describes an inverted source: `said Omar Alloush, a member of the council,`."""
    if cue.where != "after" or page.lower(i) != "," or page.opening.get(i + 1):
        return i
    for j in range(i + 1, min(last, i + 40) + 1):
        if page.tag(j) in FINITE and page.tag(j - 1) != "rel":
            return i
        if page.lower(j) == "," and page.opening.get(j + 1) or page.lower(j) == ":":
            return j
    return i


def _addressee(page: Page, cue: Cue, i: int, last: int) -> int:
    """The token after the one who is told something."""
    i += page.lower(i) == "to"
    phrase = page.phrase(i)
    if phrase is None or phrase.first != i or page.tag(i) in ("rel", "sub"):
        return i
    if page.tag(phrase.last + 1) in FINITE and cue.lemma != "tell":
        return i
    i = phrase.last + 1
    i += page.lower(i) in ("here", "there") and page.tag(i + 1) not in FINITE  # told me there had been none
    while i < last and page.lower(i) in ("of", "in", "for", "from", "and", "at", "who", "'s") and (following := page.phrase(i + 1)):
        if page.tag(following.last + 1) in FINITE or page.lower(following.head) in DAYS:
            break
        i = following.last + 1
    return i


def _circumstance(page: Page, i: int, last: int) -> int:
    """How many tokens at `i` say when, where or how it was said."""
    word = page.lower(i)
    if word in DAYS or page.tag(i) in SKIPPED and not _of_the_clause(page, i) or word == "late":
        return 1
    if word in ("this", "last", "the", "that", "earlier") and page.lower(i + 1) in DAYS:
        return 2
    if word == "for" and page.tag(i + 1) == "poss" and page.lower(i + 2) == "part":
        return 3
    if word == "for" and page.lower(i + 1) == "the" and page.lower(i + 3) == "time" and page.lower(i + 2) in ("first", "second", "third", "last"):
        return 4
    phrase = page.phrase(i + 1) if word in PLACES or page.tag(i) == "prep" and word not in TOPICS else None
    if phrase is None or phrase.first != i + 1:
        return 0
    if word in ("in", "from", "at") and page.tag(phrase.head) == "name" and phrase.last + 1 <= last and page.tag(phrase.last + 1) in ("det", "poss", "pron", "num", "qual"):
        return phrase.last + 1 - i  # said in Geneva the trucks had come
    told = not TIMES_AND_OCCASIONS.isdisjoint([page.lower(j) for j in range(phrase.first, phrase.last + 1)])
    if not told and (word not in ("by", "on", "through", "via", "to") or phrase.last + 1 <= last and page.tag(phrase.last + 1) in FINITE):
        return 0
    end = phrase.last
    while end < last and page.lower(end + 1) in ("of", "with", "to", "by", "from", "on", "in") and (more := page.phrase(end + 2)) and more.first == end + 2:
        if page.tag(more.last + 1) in FINITE:
            break
        end = more.last
    issued = page.lower(end + 1) in ISSUED or page.tag(end + 1) == "part" and page.lower(end + 2) == "by"
    if issued and page.tag(end + 2) == "prep" and (more := page.phrase(end + 3)) and more.first == end + 3 and more.last < last:
        end = more.last  # in a statement posted on the internet
    if page.lower(end + 1) in ISSUED and (page.lower(end + 2) in DAYS or page.lower(end + 2) in HERE or page.tag(end + 2) == "adv"):
        end += 2  # in a report released Monday, posted online
    return end + 1 - i


def _of_the_clause(page: Page, i: int) -> bool:
    """Whether an adverb behind a cue belongs to what was said: said only rebels were hit, but said only that rebels were hit."""
    return page.lower(i) in OF_THE_CLAUSE or page.lower(i) in FOCUSING and page.lower(i + 1) not in ("that", ":", ",") and i + 1 not in page.opening


def that_after(page: Page, cue: Cue, cues: list[Cue], last: int) -> int | None:
    """The `that` which opens the clause, wherever the words before it tell of place and time: `said in Kyiv on Monday that`."""
    for i in range(cue.end + 1, min(last, cue.end + 40) + 1):
        word, verb = page.lower(i), page.verb(i)
        if word == "that" and (i == cue.end + 1 and not (page.tag(i) == "det" and page.tag(i + 1) == "noun") or page.tag(i) == "sub" or _opens_a_clause(page, i)):
            if any(cue.last < other.first <= i for other in cues):
                return None  # what another one announces
            return i if i <= after_tail(page, cue) or _may_open(page, i - 1) or _in_the_meantime(page, cue.end + 1, i - 1) else None
        if verb is not None and verb.form == "finite" or word in (":", ";") or i in page.opening:
            return None
    return None


def _opens_a_clause(page: Page, that: int) -> bool:
    """Whether a `that` read as an article cannot be one, since several follow and their verb: `said that vacuum bombs are banned`."""
    phrase = page.phrase(that)
    if phrase is None or phrase.first != that or page.tag(phrase.last + 1 + (page.lower(phrase.last + 1) in QUOTES)) not in FINITE:
        return False
    head = page.lower(phrase.head)
    return head.endswith("s") and not head.endswith("ss")


def _may_open(page: Page, before: int) -> bool:
    """Whether a clause of what was said, not one that describes a noun, may open behind token `before`."""
    word = page.lower(before)
    if word in OCCASIONS:
        return (phrase := page.phrase(before)) is None or page.lower(phrase.first - 1) not in TOPICS  # advised caution about statements that
    return word in DAYS or word in (",", ")", "]") or page.tag(before) == "name" or page.kind(before) == "digits"


def _in_the_meantime(page: Page, first: int, last: int) -> bool:
    """Whether only what tells when or where it was said stands between cue and `that`: `in 1999`, `before the start of the meeting`, `throughout the trial`."""
    return page.lower(first) in WHILE and page.tag(first) == "prep" and not any(page.tag(i) == "mark" for i in range(first, last + 1))


def speaks_of_itself(page: Page, number: int) -> bool:
    """Whether a paragraph without marks says I or we: words of somebody's, not the reporter's."""
    block = page.paragraphs[number]
    return block.first not in page.opening and any(page.lower(i) in ("i", "we", "our", "my", "us") and page.tag(i) != "name" and not page.quoted(i) for i in range(block.first, block.last + 1))


# --- reading clauses ----------------------------------------------------------------------------------------------------
@lru_cache(maxsize=1)
def _semicolons(page: Page) -> list[int]:
    """The semicolons outside marks; most stories have none."""
    return [i for i, token in enumerate(page.tokens) if token.text == ";" and not page.quoted(i)] if ";" in page.text else []


def comma_from(page: Page, i: int, last: int) -> int:
    """The first comma from token `i` on, before `last`; `last` where there is none."""
    for j in range(i, last):
        if page.lower(j) == ",":
            return j
    return last


def trimmed(page: Page, start: int, last: int) -> int:
    """The last token without commas, conjunctions and the full stop at the end."""
    while last > start and (page.lower(last) in TRAILING or page.kind(last) == "end"):
        if page.kind(last) == "end" and page.tokens[last].text not in (".", ","):
            break
        last -= 1
    return last


def _names_a_thing(page: Page, start: int, comma: int) -> bool:
    """Whether one noun phrase, none that tells a time, fills the place between `start` and a comma."""
    phrase = page.phrase(start)
    return phrase is not None and (phrase.first, phrase.last) == (start, comma - 1) and page.lower(phrase.head) not in DAYS and page.lower(start) in ("the", "a", "an", "any", "all", "those", "these")


def clause_at(page: Page, start: int, last: int) -> Verb | None:
    """The main verb of a clause that begins at `start`; None where only a noun phrase stands there."""
    semicolons = _semicolons(page)
    if (n := bisect_left(semicolons, start)) < len(semicolons):
        last = min(last, semicolons[n])
    for verb in page.verbs_of(page.sentence(start), start)[:VERBS]:
        if verb.form != "finite" or verb.first > last:
            continue
        before = page.tag(verb.first - 1)
        if verb.subject is None or verb.subject.first < start:
            if before in ("pron", "noun", "name", "num") and verb.subject is None or page.lower(start) in ("it", "there", "this", "that"):
                return verb
            continue
        lead = verb.subject.first - 1 - (page.lower(verb.subject.first - 1) in QUOTES)
        if before in SUBORDINATE or page.lower(verb.first - 1) in ("that", "which", "who"):
            continue
        if page.tag(verb.subject.first) == "pron" and lead > start and page.tag(lead) == "noun":
            continue  # the demands they presented
        if page.lower(lead) == "," and _names_a_thing(page, start, lead):
            continue  # "denied the rumours, traders had"
        if lead >= start and (page.tag(lead) in SUBORDINATE or page.lower(lead) in OPENING_ANOTHER):
            continue
        return verb
    return None
