"""How those counted stand in their sentence: in a list, before an aside, among others of whom alone something is said."""
from ...page import Page
from ...page.names import GROUPS
from ...page.tags import FINITE
from ...page.words import QUOTES, SAYING, lemma
from ...report import Span
from . import fate, qualifier
from .deeds import BEFORE_PARTS, Deed
from .fate import Fate
from .sheet import Count, Sheet, verbs_near

SUMS = frozenset("number count tally estimate estimates figure figures".split())
HOUSES = frozenset("family families household households clan tribe community".split())
MEMBERS = frozenset("member members fighters militants soldiers rebels cadres leaders commanders".split())
NOT_OF_THEM = frozenset("relatives sons daughters brothers sisters wives husbands widows mothers fathers parents survivors witnesses friends colleagues neighbours neighbors killers assassins victims".split())
AMONG = frozenset(("among", "amongst"))
INCLUDING = frozenset(("include", "comprise", "number"))
BEING = INCLUDING | {"be"}
THEM_ALL = frozenset(("them", "whom"))
ALONE = frozenset(("one", "1", "each", "none", "neither", "either", "another"))
MARKS = QUOTES | {"'", "’"}
CAPTIVITY = frozenset("captivity captors abductors kidnappers abducted kidnapped rescued freed hostage hostages".split())
OF_OUT = frozenset(("of", "out"))
THEM = frozenset(("them", "him", "her"))
ENEMY = frozenset(("enemy", "adversary", "foe", "losses"))
ESTIMATING = frozenset(("up", "many", "over"))  # up to 220, as many as 220
FAR = 14  # tokens from `number of` to the word for what befell them
NEXT_DEED = 14  # tokens from one deed to the next that was done to the same people
HARMING = frozenset("wound injure maim hurt capture arrest detain".split())


def told_apart(sheet: Sheet, count: Count, verb) -> bool:
    """Whether a word right behind those counted tells of them alone, and the verb of others in their list: 31 wounded, 9 of whom may not live."""
    own = verb.subject is not None and verb.subject.first <= count.last <= verb.subject.last
    return not own and count.elliptic and fate.said_at(sheet.page, count.end + 1, fate.kind_of(count), 1) is not None


def divided(sheet: Sheet, count: Count) -> bool:
    """Whether only some of those counted are told of: 1,200 of the island's 1,780 residents fled."""
    if sheet.page.lower(count.opens - 1) == "of" and sheet.page.lower(count.opens - 2) in ALONE:
        return True  # one of three missiles was shot down
    part = next((part for part in sheet.before(count, 2) if part.whole is count), None)
    return part is not None and not OF_OUT.isdisjoint((sheet.page.lower(part.last + 1), sheet.page.lower(part.end + 1)))


def second_deed(page: Page, deed: Deed):
    """The next verb, if it says what else was done to those to whom the first did something: were tied up and shot, took five and shot them."""
    first = deed.verb
    second = next((verb for verb in verbs_near(page, first.head) if verb.first > first.last), None)
    if second is None or second.subject is not first.subject or second.first - first.last > NEXT_DEED or page.lower(second.first - 1) != "and" or second.modal:
        return None
    if deed.part == "object":
        return second if not first.passive and second.objects and page.lower(second.objects[0].first) in THEM else None
    shared = first.passive and not second.objects and page.tag(second.head) in ("part", "verb") and page.tag(second.first) != "aux"
    return second if shared else None


def death_after(sheet: Sheet, told: list[Deed], verb, found: Fate) -> tuple:
    """The verb and the fate with which a clause ends for its subject, where a relative clause tells of it first: a guard who was wounded died."""
    later = [deed.verb for deed in told if deed.part == "subject" and deed.verb.form == "finite" and deed.verb.first > verb.last] if found.effect in ("wounded", "captured", "missing") else []
    for other in later if sheet.page.tag(verb.first - 1) == "rel" else ():
        if (death := fate.befallen(sheet.page, other, "subject", "people")) is not None and death.effect == "killed":
            return other, death
    return verb, found


def set_free(sheet: Sheet, count: Count) -> bool:
    """Whether those whom somebody held are freed in the same breath: rescued 52 children held captive."""
    found = (fate.befallen(sheet.page, deed.verb, "object", fate.kind_of(count)) for deed in sheet.deeds_of(count) if deed.part == "object")
    return any(other is not None and other.effect == "freed" for other in found)


def killed_or(page: Page, verb) -> bool:
    """Whether those whom a verb wounds are killed or wounded, and nobody says how many of each: have killed or wounded 14,500."""
    before = page.verb(verb.head - 2)
    return page.lower(verb.head - 1) in ("or", "and") and verb.lemma in HARMING and before is not None and before.last == verb.head - 2 and before.lemma == "kill"


def put_out_of_action(sheet: Sheet, count: Count, verb) -> bool:
    """Whether the men that a side lost may be dead or wounded: as its foe reckons, in a list with arms, or `up to` so many."""
    enemy = verb.subject is not None and sheet.page.lower(verb.subject.head) in ENEMY
    reckoned = not ESTIMATING.isdisjoint(sheet.page.lower(i) for i in range(count.opens, count.first))
    return enemy or reckoned or any(other.kind == "equipment" and any(deed.verb is verb for deed in sheet.deeds_of(other)) for other in sheet.between(verb.last, sheet.page.sentence(verb.last).last))


def one_of_three(page: Page, deed: Deed) -> int | None:
    """Where three things begin of which one befell those counted, and nobody says which: were killed, wounded or captured."""
    first = deed.verb.head - (4 if deed.part == "object" else 0)
    words = [page.lower(i) for i in range(max(first, 0), first + 5)]
    if words[0] not in ("killed", "dead") or words[1] != "," or words[3] != "or":
        return None
    return first if lemma(words[2]) in HARMING and lemma(words[4]) in (*HARMING, "take", "miss", "missing") else None


def worse(page: Page, verb, kind: str) -> Fate | None:
    """What a verb before `and`, with the same object, says was worse: burned and looted 12 shops."""
    first = page.verb(verb.first - 2) if page.lower(verb.first - 1) == "and" else None
    if first is None or first.last != verb.first - 2 or first.objects:
        return None
    found = fate.by_verb(page, first, "object", kind)
    return found if found is not None and found.effect == "destroyed" else None


def active(sheet: Sheet, found: Fate) -> bool:
    """Whether the word after those counted is a finite verb with an object: they did it, and did not suffer it."""
    page = sheet.page
    verb = page.verb(found.first)
    if verb is None or verb.form != "finite" or verb.passive or not verb.objects:
        return False
    thing = verb.objects[0]
    return page.tag(thing.last - 1) != "num" or page.lower(thing.last) not in fate.STRICKEN  # 3 killed 15 injured


def stricken(page: Page, first: int, last: int) -> tuple[str, int] | None:
    """The effect that a word for the stricken says between two tokens, and where."""
    return next(((fate.STRICKEN[page.lower(i)], i) for i in range(first, last + 1) if page.lower(i) in fate.STRICKEN), None)


def among_the_stricken(sheet: Sheet, count: Count) -> Fate | None:
    """The dead, or others whom something befell, of whom those counted are said to be some: the dead included two, among the dead were two."""
    page, sentence = sheet.page, count.near
    if fate.STRICKEN.keys().isdisjoint(sentence.words) or BEING.isdisjoint(sentence.lemmas) and BEFORE_PARTS.isdisjoint(sentence.words) and page.lower(sentence.first) != "of":
        return None
    if not CAPTIVITY.isdisjoint(sentence.words) and "victims" in sentence.words:
        return None
    for deed in sheet.deeds_of(count):
        if deed.part == "object" and _says_who(page, deed.verb) and (words := stricken(page, deed.verb.subject.first, deed.verb.first - 1)):
            return Fate(words[0], deed.verb.subject.first, words[1])
    if (including := opener(page, count)) is not None and (words := stricken(page, max(sentence.first, including - 3), including - 1)) and page.lower(words[1] - 1) in ("the", "those"):
        return Fate(words[0], words[1], words[1])  # the dead, among them two boys, were buried
    comma = over_attribution(page, count.opens - 1)
    if page.lower(sentence.first) == "of" and page.lower(comma) == "," and (words := stricken(page, sentence.first + 1, sentence.first + 3)) and words[1] == comma - 1:
        return Fate(words[0], sentence.first + 1, words[1])
    behind = (deed.verb.last + 1 for deed in sheet.deeds_of(count) if deed.part == "subject" and deed.verb.lemma == "be")
    for i in (sentence.first, *range(count.end + 1, min(count.end + 4, sentence.last)), *behind):
        if page.lower(i) in AMONG and (words := stricken(page, i + 1, min(i + 6, sentence.last))) and (i > count.first or words[1] < count.opens):
            return Fate(words[0], i + 1 if i < count.first else words[1], words[1])
    return None


def over_attribution(page: Page, i: int) -> int:
    """The comma before who says so, if the one at `i` closes that: of the eight dead, police said, three; else `i` itself."""
    opening = next((j for j in range(i - 1, max(i - 12, 0), -1) if page.lower(j) == ","), i) if page.lower(i) == "," else i
    verb = next((verb for verb in page.verbs_of(page.sentence(i)) if opening < verb.first < i), None)
    return opening if verb is not None and verb.lemma in SAYING and verb.form == "finite" else i


def opener(page: Page, count: Count) -> int | None:
    """The `including` or `among them` before a count, or before the list that it stands in."""
    first = max(count.near.first, count.opens - 12)
    for i in range(count.opens - 1, first - 1, -1):
        if page.tag(i) in (*FINITE, "sub"):
            return None
        if page.lower(i) in BEFORE_PARTS and (page.lower(i) not in AMONG or page.lower(i + 1) in ("them", "whom")):
            return i
    return None


def _says_who(page: Page, verb) -> bool:
    """Whether a verb says who is among its subject, or who the dead, the wounded or those held were."""
    told = verb.subject is not None and (page.lower(verb.subject.head) == "those" or page.lower(verb.subject.head) in fate.STRICKEN)
    return verb.subject is not None and verb.lemma in INCLUDING or told and verb.lemma == "be" and not verb.negated


def number_of(page: Page, i: int, end: int) -> tuple[str, int] | None:
    """The effect of those whose number is told: the number of militants killed; and how many tokens say it."""
    if page.lower(i) not in SUMS or page.lower(i + 1) != "of":
        return None
    struck = stricken(page, i + 2, min(i + 6, end - 1)) or _who_fell(page, i + 3, end - 1) or _struck_far(page, i + 7, min(i + FAR, end - 1))
    if struck and page.lower(struck[1] + 1) in ("or", "and") and lemma(page.lower(struck[1] + 2)) in HARMING:
        return "casualty", struck[1] + 3 - i
    return (struck[0], struck[1] - i + 1) if struck and (page.tag(struck[1]) in ("part", "adj", "verb") or page.tag(struck[1] - 1) == "noun" or page.lower(struck[1] - 1) in ("the", "those")) else None


def nearest_toll(page: Page, last: int, first: int, kind: str) -> tuple[str, Span] | None:
    """The effect that the nearest words for a toll say, from token `last` back to `first`, and those words."""
    for i in range(last, first - 1, -1):
        if found := fate.at(page, i, 5, "toll", kind):
            return found[0], page.words(i, i + found[1] - 1)
    return None


def _struck_far(page: Page, first: int, last: int) -> tuple[str, int] | None:
    """The effect that a participle far behind says of those whose number is told: the number of members of the Royal Constabulary slain."""
    near = next((j for j in range(first, last + 1) if page.tag(j) in (*FINITE, "mark", "rel", "sub")), last + 1)
    struck = stricken(page, first, near - 1)
    return struck if struck is not None and page.tag(struck[1]) == "part" else None


def _who_fell(page: Page, first: int, last: int) -> tuple[str, int] | None:
    """The effect that a relative clause tells of those whose number is told: the number of members of the army who have died."""
    who = next((i for i in range(first, last) if page.lower(i) == "who"), last)
    verb = next((verb for verb in page.verbs_of(page.sentence(first), who) if verb.first <= who + 2), None) if who < last else None
    return ("killed", verb.head) if verb is not None and verb.lemma in ("die", "perish", "fall") else None


def over_aside(sheet: Sheet, count: Count) -> int:
    """The token after those counted, and after an aside in dashes or brackets that tells more of them."""
    page, i = sheet.page, qualifier.behind(sheet.page, count)
    if page.lower(i) in MARKS and page.lower(count.opens - 1) in MARKS:
        i += 1  # 'several' dead
    if i in page.opening and page.opening[i].inner[1] - page.opening[i].inner[0] < 2:
        return i + 1  # seven rebels "neutralised", 19 "seriously injured"
    if page.lower(i) in ("of", "from") and (end := _their_body(page, count, i + 1)):
        return end + 1
    if page.lower(i) == "," and (page.lower(i + 1) in BEFORE_PARTS or not THEM_ALL.isdisjoint((page.lower(i + 3), page.lower(i + 4)))):
        commas = (j for j in range(i + 2, min(i + 20, page.sentence(i).last)) if page.lower(j) == "," and page.tag(j + 1) in ("part", "adj"))
        return next(commas, i - 1) + 1  # 11 others, including six women, injured
    if page.lower(i) == "," and page.tag(i + 1) == "num" and (second := page.phrase(i + 1)) is not None:
        comma = next((j for j in range(second.last + 1, min(second.last + 4, page.sentence(i).last)) if page.lower(j) == ","), None)
        return comma + 1 if comma is not None and page.tag(comma + 1) == "part" else i  # 64 families, 310 persons in all, displaced
    closing = {"--": "--", "-": "-", "–": "–", "—": "—", "(": ")"}.get(page.lower(i))
    if closing is None or closing == "-" and page.tokens[i].start == page.tokens[i - 1].end:
        return i
    return next((j + 1 for j in range(i + 1, min(i + 14, page.sentence(i).last)) if page.lower(j) == closing), i)


def _their_body(page: Page, count: Count, i: int) -> int | None:
    """The last token of the body, family or place that those counted belong to, if a word for what befell them follows: 12 members of a family killed."""
    body = page.phrase(i)
    if body is None or body.first != i or page.tag(body.last + 1) not in ("part", "adj") or count.noun is None or count.noun.head in NOT_OF_THEM or count.kind != "people":
        return None
    known, word = page.name(body.head), page.lower(body.head)
    members = count.noun.head in MEMBERS and known is not None
    return body.last if members or known is not None and known.kind in ("body", "place") or GROUPS.of(word) in ("body", "place") or word in HOUSES else None


def next_of_list(sheet: Sheet, count: Count) -> Count | None:
    """The next count of the same list, right after a comma or `and`."""
    page, i = sheet.page, count.end + 1
    while page.lower(i) in (",", "and", "or") and i < len(page.tokens):
        i += 1
    if i == count.end + 1:
        return None
    other = next((c for c in sheet.between(i, i + 5) if c.opens == i or c.first == i), None)
    return other if other and page.sentence(other.first) == page.sentence(count.first) else None


def list_before(sheet: Sheet, count: Count) -> list[Count]:
    """The count and those before it in the same list."""
    members = set(sheet.members(count))
    before = [other for other in sheet.before(count) if (phrase := sheet.page.phrase(other.first)) and phrase.first in members]
    return [count, *before]
