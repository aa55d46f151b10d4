"""Appositions: what stands between commas beside a name and says who that is."""
from ...page import Page
from ...page.names import CALENDAR, IN_BRACKETS, bracket_end
from ...page.tags import FINITE
from ...page.words import SAYING
from .mention import Mention
from .nouns import listed

REACH = 30  # tokens
ASIDES = 3  # that may stand between a description and the name
SETTING_OFF = frozenset((",", "–", "—", "--", "-"))
OPENING = SETTING_OFF | {"("}
TELLING_NOTHING = frozenset(("verb", "aux", "ing", "part", "conj", "prep", "rel", "sub", "pron"))


def after(page: Page, mention: Mention) -> tuple[int, int] | None:
    """What follows a name: `Kolb, 34, a spokeswoman for the army,`; without the article, to the closing comma."""
    if mention.follows is ...:
        mention.follows = _after(page, mention)
    return mention.follows


def before(page: Page, mention: Mention) -> tuple[int, int] | None:
    """What leads up to a name behind a comma: `the ministry's spokesman, Viktor Kolb, said`."""
    if mention.leads is ...:
        mention.leads = _before(page, mention)
    return mention.leads


def _after(page: Page, mention: Mention) -> tuple[int, int] | None:
    i = _over_asterisk(page, mention.last + 1)
    if page.lower(i) not in OPENING:
        return None
    end = page.sentence(mention.last).last
    if page.lower(i) == "(":
        while i < min(end, mention.last + REACH) and page.lower(i) != ")":
            i += 1
        i += 1
    if i > end or page.lower(i) not in SETTING_OFF:
        return None
    i += 1
    if i + 1 <= end and page.tokens[i].kind == "digits" and page.lower(i + 1) == ",":  # an age
        i += 2
    return description(page, _over_age(page, i, end), mention)


def _before(page: Page, mention: Mention) -> tuple[int, int] | None:
    i, start = _over_asides(page, mention), page.sentence(mention.first).first
    if i <= start:
        return None
    if page.lower(i - 1) in ("them", "whom") and page.lower(i - 2) == "of" and page.lower(i - 3) in ("one", "another") and _closed(page, mention.last):
        return i - 3, i - 1
    phrase = page.phrase(i - 1)
    if phrase is None or phrase.last != i - 1:
        return None
    inmost = first = phrase.first
    while first - 1 > start and _joined(page, first) and (earlier := page.phrase(first - 2)) and earlier.last == first - 2:
        second, first = page.lower(first - 1) == "and", earlier.first
        if page.tag(first) == "det" and not second and _describes_a_person(page, earlier.head):
            break  # but on from: the league of the province
    verb = page.verb(first - 1)
    if verb is not None and verb.subject is not None and page.lower(verb.first - 1) == "who" and verb.subject.last == verb.first - 2 >= start:
        first = verb.subject.first  # the man who leads the group, Viktor Kolb, said
    elif verb is not None and verb.lemma not in SAYING and verb.objects and verb.objects[0].first <= first <= verb.objects[0].last and not (_goes_on_about_him(page, mention.last) and _describes_a_person(page, phrase.head)):
        first = inmost  # the bomb injured their mother, Colonel Kolb said
        if page.tag(inmost - 1) != "prep":
            return None
    found = next((found for begins in dict.fromkeys((first, inmost)) if _leads_up(page, found := Mention(page, begins, i - 1), mention)), None)
    return (_with_one(page, found.start), i - 1) if found is not None and _closed(page, mention.last) else None


def _leads_up(page: Page, found: Mention, mention: Mention) -> bool:
    """Whether words before a comma describe one person or body, so that the name behind it can be his."""
    first = found.first
    if found.sort == "document" or page.tag(first - 1) in ("prep", "conj") and page.lower(mention.last + 1) not in (",", "."):
        return False
    if found.article not in ("the", "a", "other") and page.tag(first) not in ("name", "poss", "noun", "adj"):
        return False
    return found.name is None and not found.plural and bool(found.noun or found._title_alone())


def _goes_on_about_him(page: Page, last: int) -> bool:
    """Whether the comma behind a name opens what one learns of its bearer: they met the governor, Ada Kolb, who said …"""
    return page.lower(last + 1) == "," and page.tag(last + 2) in ("rel", "prep", "conj")


def _describes_a_person(page: Page, i: int) -> bool:
    """Whether a noun for a person, or an office, ends at a token."""
    known = listed(page)
    return any(entry.section in ("office", "rank", "job", "person") for _, entry in (*known.titles_to.get(i, ()), *known.nouns_to.get(i, ())))


def _over_asides(page: Page, mention: Mention) -> int:
    """The token behind the description that leads up to a name, over what stands between them; 0 where nothing sets the name off.

    The police spokesman, Ada Kolb; the Police Public Relations Officer, PPRO, in the state, Ada Kolb; the coordinator, Free Fishers League (FFL), Ada Kolb; the spokesman for the Free Fishers League (FFL) Ada Kolb.
    """
    i, start = mention.first - 1, page.sentence(mention.first).first
    if page.lower(i) == ")" and mention.name is not None and mention.name[1] > mention.name[0]:
        return _opening(page, i, start)
    if page.lower(i) != ",":
        return 0
    for _ in range(ASIDES):
        j = _opening(page, i - 1, start) if page.lower(i - 1) == ")" else i
        aside = page.phrase(j - 1)
        if aside is None or aside.last != j - 1 or aside.first - 1 <= start:
            return j if j > start else i
        comma = aside.first - 1 - (page.tag(aside.first - 1) == "prep")
        lone = comma == aside.first - 1 and aside.first == aside.last and page.tokens[aside.first].text.isupper() and len(page.tokens[aside.first].text) > 2
        named = comma == aside.first - 1 and (known := page.name(aside.head)) is not None and (known.kind == "body" or known.kind in (None, "medium") and known.last > known.bare and mention.titled) and known.first == aside.first and page.phrase(comma - 1) is not None and _office_alone(page, comma - 1)
        local = comma < aside.first - 1 and page.lower(aside.first - 1) == "in" and page.lower(aside.first) == "the" and aside.head == aside.first + 1 and not page.tokens[aside.head].capital
        if page.lower(comma) != "," or not (lone or named or local):
            return j
        i = comma
    return i


def _opening(page: Page, i: int, start: int) -> int:
    """The bracket that opens the words closed at `i`, a few back; 0 where there is none."""
    found = next((j for j in range(i - 1, max(start, i - IN_BRACKETS), -1) if page.kind(j) != "word"), 0)
    return found if page.lower(found) == "(" and found < i - 1 else 0


def _office_alone(page: Page, i: int) -> bool:
    """Whether an office or a word for a person, with nothing but an article, ends at `i`: the Coordinator."""
    phrase = page.phrase(i)
    return phrase.last == i and phrase.first >= i - 3 and _describes_a_person(page, i)


def _joined(page: Page, first: int) -> bool:
    """Whether a preposition joins a phrase to the one before it, or an `and` inside a name: the Secretary of Security and Civilian Protection."""
    if page.lower(first - 1) != "and" or page.tag(first) != "name" or page.tag(first - 2) != "name" or listed(page).titles.get(first):
        return page.tag(first - 1) == "prep"
    return (other := page.phrase(first - 2)) is not None and page.tag(other.first - 1) == "prep"


def _closed(page: Page, last: int) -> bool:
    """Whether the name behind the comma closes: with another comma, or before a verb."""
    i = _over_asterisk(page, last + 1)
    return page.lower(i) in (",", ".", ")", ":") or page.tag(i) == "verb"


def _over_asterisk(page: Page, i: int) -> int:
    """The token behind the mark that says a name is changed: her mother, Ada*, 29, said."""
    return i + (page.lower(i) == "*")


def _over_age(page: Page, i: int, end: int) -> int:
    """The token behind `a 52-year-old`, where such words open a description."""
    j = i + (page.lower(i) in ("a", "an", "the"))
    if j < end and page.tokens[j].kind == "digits":
        return next((k + 1 for k in range(j + 1, min(end, j + 5)) if page.lower(k) in ("old", "year-old")), i)
    return i


def _of_no_body(page: Page, i: int) -> bool:
    """Whether what stands behind a preposition is no body: with shrapnel, but with the agency, with Tema Relief."""
    phrase = page.phrase(i + 1)
    if phrase is None or page.name(phrase.head) is not None:
        return False
    entry = listed(page).nouns.get(phrase.head)
    return entry is None or entry.section == "person"


def description(page: Page, first: int, mention: Mention) -> tuple[int, int] | None:
    """A description of a mention that begins at `first`: to the comma, dash or full stop that closes it, or before a finite verb."""
    if page.tag(first) in TELLING_NOTHING or page.lower(first) == "whose" or not page.closing.keys().isdisjoint(range(mention.last + 1, first + 1)):
        return None  # "…, two of them IEDs," the official said
    last, end = first - 1, page.sentence(mention.last).last
    closing = 0
    for i in range(first, min(end, first + REACH) + 1):
        token = page.tokens[i]
        if i <= closing or token.text == "(" and i > first and (closing := _of_the_name(page, i, end)):
            last = i
            continue
        if token.text in (",", ";", ":", ")", "(") or token.kind in ("end", "dash") and token.text != "-" or page.tag(i) in FINITE and i > first or page.tag(i) == "rel":
            break
        if i > first and token.lower == "with" and _of_no_body(page, i):
            break  # a porter with shrapnel in his thigh
        if i > first and (token.lower in ("last", "this", "since") and page.lower(i + 1) in CALENDAR or token.lower in ("reached", "contacted", "interviewed") and page.tag(i) == "part"):
            break
        last = i
    if last < first or any(page.lower(i) == "or" and page.tag(i + 1) == "det" for i in range(first, last)):
        return None  # no comment from the party, the government or the army
    found = Mention(page, first, last)
    telling = found.sort == mention.sort and found.name is None and (found.noun or found._title_alone()) and not found.plural
    return (_with_one(page, found.start), last) if telling else None


def _of_the_name(page: Page, i: int, end: int) -> int:
    """The bracket that closes letters or a place behind a name in a description: spokesman for the Free Fishers League (FFL) in Tema; 0 where there is none."""
    closing = bracket_end(page.tokens, i, end)
    return closing if closing and page.tokens[i - 1].capital and all(page.kind(j) == "word" for j in range(i + 1, closing)) else 0


def _with_one(page: Page, start: int) -> int:
    """Where a description begins that says of how many somebody is one: one of the party's senators."""
    return start - (page.lower(start) == "of" and page.lower(start - 1) == "one")
