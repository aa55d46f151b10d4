"""Some of so many: which figure counts part of what another counts, as `of` says."""
from ...page import Page
from ...page.tags import FINITE
from . import standing
from .bare import of_a_parent
from .deeds import COLLECTIVE
from .fate import STRICKEN
from .sheet import Count, Sheet, over_adverbs
from .wholes import BACK, BADLY, JOINING, KINDS, PART_OF, are, can_hold, close_by, fate_of, opening_of, page_first

BADLY_OFF = frozenset("condition coma care danger".split())
FEW = 7  # persons whom one lists


@PART_OF.rule
def of_a_number(sheet: Sheet, count: Count):
    """Some of so and so many: "nine of the 14", "two hospitals out of five".

    + They freed «nine of the 14» men.
    + «Two hospitals out of five» are open.
    + They lost «half of the two» companies that they sent.
    + They burned «40 trucks out of a convoy of 100».
    - They freed nine of the men.
    - A man of 80 was killed.
    """
    page = sheet.page
    if count.form == "single" or count.noun is not None and count.noun.head.removesuffix("s") in COLLECTIVE and count.form != "share":
        return None  # two convoys of 12 trucks
    for start in (count.last + 1, count.end + 1):
        of = start + (page.lower(start) == "out")
        if page.lower(of) != "of":
            continue
        for whole in sheet.between(of + 1, of + 7):
            if of_a_parent(page, whole):
                break
            if whole.form in ("count", "range", "vague", *(("money",) if count.form == "share" else ())) and (whole.value > count.value or count.form == "share") and (whole.kind == count.kind or count.kind in (*KINDS, "other", "share")) and not any(_parts(page, i) for i in range(of + 1, whole.first)):
                return whole, page.words(count.first, whole.last)
    return None


@PART_OF.rule
def of_them(sheet: Sheet, count: Count):
    """Some `of them`, `of whom` or `of the wounded`: part of those counted before.

    + They wounded 30 men, «eight of them» badly.
    + Rebels killed two men and wounded nine. «Two of the wounded» may die.
    - They wounded 30 men; eight of the rebels fled.
    """
    page, of = sheet.page, count.last + 1
    if page.lower(of) != "of":
        return None
    word = page.lower(of + 1)
    fate = STRICKEN.get(page.lower(over_adverbs(page, of + 2))) if word in ("the", "those") else None
    if fate is None and word in BACK and (word in ("them", "whom") or page.tag(of + 2) not in ("noun", "num")):
        whole = next((c for c in sheet.before(count, 6) if can_hold(c, count) and not of_a_parent(page, c)), None)
        part = next((c for c in sheet.before(count, 6) if c.whole is whole and c.first < whole.first and can_hold(c, count)), whole) if whole is not None else None
        return (part, page.words(count.first, of + 1)) if part and close_by(sheet, part, count, 1) else None  # six of 18 were missing, three of them
    if word not in ("the", "those"):
        return None
    total = count.value + sum(other.value for other in sheet.between(count.end + 1, page.sentence(count.first).last) if other.elliptic)
    for other in sorted(sheet.before(count, 10), key=lambda other: other.value != total):
        head = other.noun.head if other.noun else None
        if can_hold(other, count) and other.form != "single" and not sheet.another_note(other, count) and (count.form != "share" or page.paragraph(count.first) - page.paragraph(other.first) < 2) and (fate and fate_of(sheet, other) == fate or head and count.noun and _among_its_nouns(sheet, other, count.noun.head)):
            return other, page.words(count.first, of + 2)
    return None


@PART_OF.rule
def one_of_them_is(sheet: Sheet, count: Count):
    """One of those counted before is described: "three men, one of them a boy".

    + Three men, one of them «a boy», were killed.
    + Two men were killed, one of whom was «a teacher».
    - Three men were killed. One of the wounded was a boy.
    """
    page, i = sheet.page, count.opens - 1
    if count.form != "single":
        return None
    i -= page.lower(i) == "," or page.lower(i) in ("was", "is")
    if page.lower(i) not in ("them", "whom") or [page.lower(i - 2), page.lower(i - 1)] != ["one", "of"]:
        return None
    whole = next((c for c in sheet.before(count, 4) if can_hold(c, count)), None)
    return (whole, page.words(count.first, count.end)) if whole is not None and close_by(sheet, whole, count, 1) else None


@PART_OF.rule
def how_badly(sheet: Sheet, count: Count):
    """A bare number with nothing but a word for how badly they are hurt tells more of those counted before.

    + The blast wounded 12 people, «three seriously».
    + The blast left 12 people wounded, «three in serious condition».
    - The blast wounded 12 people, three of the guards seriously.
    """
    page, behind = sheet.page, count.last + 1
    if not count.elliptic or page.lower(count.opens - 1) not in (",", "(", "–", "--", "and", ";"):
        return None
    hurt = page.lower(behind) in BADLY or page.lower(behind) == "in" and not BADLY_OFF.isdisjoint(map(page.lower, range(behind + 1, behind + 5)))
    end = next((i for i in range(behind, min(behind + 7, count.near.last) + 1) if page.tag(i) in FINITE or page.tag(i) == "mark"), behind)
    told = (other for other in sheet.before(count, 4) if other.kind == "people" and other.form != "single") if hurt and page.tag(end) not in FINITE else ()
    whole = next(iter(told), None)
    return (whole, page.words(count.first, end - 1)) if whole is not None and can_hold(whole, count) and close_by(sheet, whole, count, 0) else None


@PART_OF.rule
def one_by_one(sheet: Sheet, count: Count):
    """A number is followed by those whom it counts, one by one.

    + Two farmers, «a woman» and her son, were killed.
    + Two farmers - «a man» and his grandson - were killed.
    - Two farmers, a guard and his son, and a driver were killed.
    """
    page, i = sheet.page, count.opens - 1
    whole = sheet.previous(count) if count.form == "single" and (page.lower(i) == "," or page.kind(i) == "dash") else None
    if whole is None or whole.end != i - 1 or whole.kind != "people" or whole.form != "count" or not 1 < whole.value < FEW:
        return None
    members = [first for first in sheet.members(count) if first >= count.opens]
    last = page.phrase(members[-1]).last if members else i
    closed = last < count.near.last and (page.lower(last + 1) == page.lower(i) or page.kind(i) == page.kind(last + 1) == "dash")
    return (whole, page.words(count.first, count.end)) if closed and len(members) == whole.value else None


@PART_OF.rule
def told_with_a_part(sheet: Sheet, count: Count):
    """What follows `of whom were` by `and` is a part as well.

    + They brought 160 wounded, 31 of whom were women and «19 children».
    + Nine were killed. Seven of the dead were recruits and «two» were guards.
    + Some 90 people were killed; 74 of them were farmers, «nine teachers» and «two clergymen».
    - They brought 160 wounded, 31 of whom were women, and 19 children fled.
    """
    page, part = sheet.page, sheet.previous(count)
    if part is None or part.whole is None or page.lower(count.opens - 1) not in JOINING:
        return None
    if not count.elliptic and _who_they_are(page, part, count) and page.tag(count.end + 1) not in FINITE and can_hold(part.whole, count):
        return part.whole, page.words(count.first, count.end)
    if count.elliptic and are(page, part) and are(page, count) and can_hold(part.whole, count) and page.sentence(part.first) == page.sentence(count.first):
        return part.whole, page.words(count.first, count.last)
    if page.lower(part.last + 1) != "of" or page.lower(part.last + 2) not in BACK or page.lower(count.opens - 1) != "and":
        return None
    verb, phrase = page.verb(part.last + 3), page.phrase(count.opens - 2)
    said = verb is not None and phrase is not None and verb.lemma == "be" and not verb.passive and phrase.first == verb.last + 1
    if said and page.tag(count.end + 1) not in FINITE and can_hold(part.whole, count):
        return part.whole, page.words(count.first, count.end)


@PART_OF.rule
def of_those_before(sheet: Sheet, count: Count):
    """The whole comes first, behind `of`: of the 40 hostages, three; 20 rockets, of which 14.

    + Of the 40 hostages, «three» were freed.
    + Of the 40 hostages, the army said, «three» were freed.
    + The mayor said that of the 33 dead, «17» were women.
    + Of the 400 people who fled, «125» have come back.
    + Rebels fired 20 rockets, «of which 14» hit the town.
    + They found 17 bodies, «of which 11» in Tema and «six» in Kolb.
    + Rebels fired 20 rockets and 30 shells, of which 14 rockets and «9 shells» hit the town.
    - Of the 40 hostages nothing is known, and three men fled.
    """
    page, sentence, i = sheet.page, sheet.page.sentence(count.first), standing.over_attribution(sheet.page, count.opens - 1)
    if page.lower(i) in ("which", "whom") and page.lower(i - 1) == "of":
        whole = _same_noun_first(sheet, count, count)
        return (whole, page.words(i - 1, count.last)) if whole else None
    if page.lower(i) not in (",", "and"):
        return None
    part = sheet.previous(count)
    if part is not None and part.whole is not None and part.elliptic and count.elliptic and page.lower(part.opens - 1) in ("which", "whom") and can_hold(part.whole, count):
        plain = not any(page.tag(k) in FINITE or page.tag(k) == "mark" for k in range(part.end + 1, i))
        return (part.whole, page.words(count.first, count.last)) if plain and part.value + count.value <= part.whole.value else None
    if part is not None and part.whole is not None and part.end == i - 1 and page.lower(part.opens - 1) in ("which", "whom") and count.noun is not None:
        whole = _same_noun_first(sheet, part, count)
        return (whole, page.words(count.first, count.end)) if whole else None
    opens = opening_of(page, sentence.first, i)
    if opens is None:
        return None
    whole = next((c for c in sheet.before(count, 3) if c.first > opens and c.whole is None and can_hold(c, count)), None)
    joined = part is not None and part.whole is whole and part.first > opens and (count.noun is None or page.tag(count.end + 1) not in FINITE)
    return (whole, page.words(count.first, count.last)) if whole and (joined or not _other_clause(page, opens, i)) else None


def _same_noun_first(sheet: Sheet, behind: Count, part: Count) -> Count | None:
    """Of those that can hold a part, before a count of its sentence, the nearest that counts what the part counts, else the nearest."""
    wholes = [count for count in sheet.before(behind, 3) if can_hold(count, part) and count.first >= page_first(sheet, part)]
    same = (whole for whole in wholes if whole.noun is not None and part.noun is not None and whole.noun.head == part.noun.head)
    return next(same, next(iter(wholes), None))


def _who_they_are(page: Page, part: Count, count: Count) -> bool:
    """Whether a list goes on that says who those counted are: 74 of the dead were farmers, nine teachers and two clergymen."""
    verb = are(page, part)
    if verb is None and not (part.why and part.why[-1].rule.endswith(told_with_a_part.__name__)):
        return False
    end = verb.objects[0].last if verb else part.end
    return page.sentence(part.first) == page.sentence(count.first) and end < count.opens and all(page.lower(i) in JOINING for i in range(end + 1, count.opens))


def _parts(page: Page, i: int) -> bool:
    """Whether the token at `i` parts some from what they are some of; in 40 trucks out of a convoy of 100 nothing does."""
    return page.tag(i) in ("mark", "verb", "prep", "aux", "modal", "conj") and page.lower(i) != "of"


def _other_clause(page: Page, first: int, last: int) -> bool:
    """Whether a finite verb stands between two tokens that is not in a relative clause: of the 400 people who fled, 125."""
    finite = next((j for j in range(first, last) if page.tag(j) in FINITE), None)
    return finite is not None and page.tag(finite - 1) != "rel"


def _among_its_nouns(sheet: Sheet, count: Count, head: str) -> bool:
    """Whether a noun is one of those counted: journalists and civil society activists."""
    return any(sheet.page.lower(i) == head and (i == count.noun.last or sheet.page.lower(i + 1) in ("and", "or")) for i in range(count.noun.first, count.noun.last + 1))
