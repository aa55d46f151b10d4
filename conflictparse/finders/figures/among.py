"""Among them: parts behind `including`, a colon or a dash, and in brackets."""
from itertools import accumulate

from ...page import Page
from ...page.tags import FINITE
from ...page.words import SAYING
from . import standing
from .deeds import BEFORE_PARTS
from .nouns import kind_of_noun
from .sheet import Count, Sheet
from .some_of import PART_OF  # the rules before
from .wholes import BACK, KINDS, TO_A_DASH, are, can_hold, close_by, fate_of, page_first

INCLUDING = BEFORE_PARTS - {"among", "amongst"}
DESCRIBING = frozenset(("adv", "adj", "noun", "prep"))
FIGURES = frozenset("figure figures toll tolls total totals number numbers tally count".split())
ANYBODY = frozenset("people persons civilians victims bodies others dead fatalities casualties".split())


@PART_OF.rule
def among_so_many(sheet: Sheet, count: Count):
    """They are among so and so many.

    + «Ten attackers» were among the 31 people killed.
    - Nine farmers were killed and 70 men hurt, among them 56 farmers.
    - Ten attackers fled from the 31 people.
    """
    page = sheet.page
    for whole in sheet.between(count.end + 2, count.end + 8):
        if any(page.lower(i) == "among" and page.lower(i + 1) not in BACK for i in range(whole.first - 3, whole.first)) and whole.kind == count.kind and whole.value > count.value:
            return whole, page.words(count.first, count.end)
    return None


@PART_OF.rule
def among_others(sheet: Sheet, count: Count):
    """Named after `including` or `among them`: part of those counted before.

    + Rebels killed 12 people, including «three children».
    + 40 rebels, among them «two leaders», fled.
    + It took 12 guns, including «three rifles» and «two pistols».
    + The blast killed 90 people, «two farmers» among them.
    + At least eight farmers, «a girl» included, died.
    + 98 rebels, made up of «80 men» and «18 women», surrendered.
    - Rebels killed 12 people, and three children died.
    - Rebels killed 12 people, including children, two doctors said.
    """
    page = sheet.page
    behind = page.lower(count.opens - 1) == "," and (page.lower(count.end + 1) in ("among", "amongst") and page.lower(count.end + 2) in BACK or page.lower(count.end + 1) == "included")
    opener = count.opens if behind else _including(sheet, count)
    if opener is None or not behind and _speaks(page, count):
        return None
    for whole in sheet.before(count, 8):
        if whole.end < opener and can_hold(whole, count) and whole.form != "single":
            return (whole, page.words(count.first, count.end)) if page.sentence(whole.first) == page.sentence(count.first) else None
    return None


@PART_OF.rule
def among_the_stricken(sheet: Sheet, count: Count):
    """Some of the dead are part of those who were counted dead before.

    + Rebels killed 12 people. Among «the dead» were two farmers.
    + Rebels killed 12 people and wounded nine. «The wounded» included two farmers.
    - Rebels killed 12 people. Among the wounded were two farmers.
    """
    found = standing.among_the_stricken(sheet, count) if count.kind in ("people", "other") else None
    if found is None or any(count.opens <= other.first <= found.last or other.opens <= found.first <= other.end for other in sheet.between(found.first - 4, found.last) if other is not count):
        return None
    page = sheet.page
    wholes = [other for other in sheet.before(count, 30) if other.first < found.first and other.form != "single" and other.whole is None and can_hold(other, count) and not sheet.another_note(other, count) and fate_of(sheet, other) == found.effect]
    near = (other for other in wholes if page.paragraph(other.first) == page.paragraph(count.first) and (other.noun is None or other.noun.head in ANYBODY))
    above = (other for other in wholes if page.paragraph(count.first) - page.paragraph(other.first) == 1 and (other.noun is None or other.noun.head in ANYBODY))
    whole = next(iter((*near, *above, *wholes[-1:])), None)
    return (whole, found.words(page)) if whole is not None else None


@PART_OF.rule
def who_they_were(sheet: Sheet, count: Count):
    """A sentence that opens with a bare number says who some of those were whom the one before counts.

    + He counted 11 bodies. «Six» were women.
    - He counted 11 bodies. Six were burned.
    - He counted 11 bodies. Six farmers were women.
    """
    page, first = sheet.page, sheet.page.sentence(count.first).first
    if not count.elliptic or count.opens != first or first == 0 or not _are_people(page, count):
        return None
    whole = next((c for c in sheet.before(count, 4) if c.kind == "people" and can_hold(c, count)), None)
    return (whole, page.words(count.first, count.last)) if whole is not None and close_by(sheet, whole, count, 1) else None


@PART_OF.rule
def in_the_figure(sheet: Sheet, count: Count):
    """The figure told before, or the toll, includes those counted.

    + Raids killed 98 men, taking the toll to 873. That «figure includes» 127 children.
    - Raids killed 98 men. The town includes 127 children.
    """
    if standing.INCLUDING.isdisjoint(count.near.lemmas) or count.kind not in ("people", "incidents", "structures"):
        return None
    page = sheet.page
    verbs = (deed.verb for deed in sheet.deeds_of(count) if deed.part == "object" and deed.verb.lemma in standing.INCLUDING and deed.verb.subject and not deed.verb.negated)
    verb = next((verb for verb in verbs if page.lower(verb.subject.head) in FIGURES), None)
    whole = next((c for c in sheet.before(count, 8) if verb and c.first < verb.first and can_hold(c, count) and c.form != "single"), None)
    near = whole is not None and page.paragraph(count.first) - page.paragraph(whole.first) < 2
    return (whole, page.words(verb.subject.head, verb.last)) if near else None


@PART_OF.rule
def of_these(sheet: Sheet, count: Count):
    """A sentence that opens with `of these` divides those who were counted first in the one before.

    + Raids killed 98 men, up from 40. «Of these», 22 were farmers.
    + He put the number of those killed at 28. «Of them», 16 were farmers.
    - Raids killed 98 men. Of these farmers, 22 fled.
    """
    page, first = sheet.page, sheet.page.sentence(count.first).first
    if page.lower(first) not in ("of", "among") or page.lower(first + 1) not in BACK or page.lower(first + 2) != ",":
        return None
    part = sheet.previous(count) if page.lower(count.opens - 1) in ("and", ",") else None
    if count.opens == first + 3:
        before = page.sentence(first - 1).first
        kinds = ("people",) if count.form == "share" and _are_people(page, count) else KINDS
        bare = (other for other in sheet.before(count, 8) if other.first >= before and other.kind == "other" and other.noun is None and other.form == "count")
        told = (other for other in reversed(sheet.before(count, 8)) if other.first >= before and other.kind in kinds)
        whole = next((other for other in (*told, *bare) if can_hold(other, count)), None)
        return (whole, page.words(first, first + 1)) if whole is not None and close_by(sheet, whole, count, 1) else None
    shared = part is not None and part.first > first and part.whole is not None and part.whole.first < first and can_hold(part.whole, count)
    return (part.whole, page.words(first, first + 1)) if shared else None


@PART_OF.rule
def among_them_are(sheet: Sheet, count: Count):
    """A sentence that opens with `among them were` tells some of those whom the one before counts.

    + Seven passengers died. Among them were «two women» and «a baby».
    + Seven passengers died. They include «two women».
    - Seven passengers died. Among them two women wept.
    """
    page, first = sheet.page, sheet.page.sentence(count.first).first
    opening = [page.lower(first), page.lower(first + 1)]
    among = opening[0] in ("among", "amongst") and opening[1] in BACK
    verb = page.verb(first + 1 + among)
    if verb is None or count.kind not in KINDS or count.form == "the" or verb.lemma != "be" and among or not among and (opening[0] not in ("they", "these") or verb.lemma != "include"):
        return None
    if first == 0 or any(v.form == "finite" and verb.last < v.first < count.first for v in page.verbs_of(page.sentence(first))):
        return None
    before = page.sentence(first - 1).first
    whole = next((c for c in sheet.before(count, 8) if before <= c.first < first and c.form != "single" and can_hold(c, count)), None)
    return (whole, page.words(count.first, count.end)) if whole is not None and page.paragraph(whole.first) == page.paragraph(count.first) else None


@PART_OF.rule
def of_the_day(sheet: Sheet, count: Count):
    """A recorder's lines divide the toll of a day by place.

    + Monday 14 October: 56 killed¶Mosul: «6 policemen» by suicide bomber; «three» by gunfire.
    - Monday 14 October: 56 killed¶Police found 6 policemen by the road.
    """
    told = count.kind in ("people", "other") and count.form in ("count", "single") and sheet.of_the_day(count) and sheet.page.lower(count.opens - 1) != "of"
    return (sheet.days_toll, sheet.page.words(count.first, count.end)) if told else None


@PART_OF.rule
def after_a_colon(sheet: Sheet, count: Count):
    """A list after a colon divides those counted right before it.

    + They found 19 bodies so far: «16 men», «two women» and a boy.
    + At least 90 people died: «40» were soldiers.
    - There were 19 rebels: they had 16 guns.
    - Best: 19 Low: 16 High: 30
    """
    if not sheet.colon_before(count):
        return None
    page, i = sheet.page, min([count.opens, *(m for m in sheet.members(count) if m > page_first(sheet, count))]) - 1
    i = i if page.lower(i) == ":" else i - (page.tag(i) == "qual")
    whole = next((c for c in sheet.before(count, 9) if c.first < i), None)
    if page.lower(i) != ":" or whole is None or not can_hold(whole, count) or page.sentence(whole.first) != page.sentence(count.first):
        return None
    if count.bare and page.lower(whole.opens - 1) == ":":
        return None  # a label each
    between = [page.tag(j) for j in range(whole.end + 1, i)]
    plain = DESCRIBING if not are(page, count) else DESCRIBING | FINITE | {"part"}
    return (whole, page.words(count.first, count.end)) if plain.issuperset(between) and len(between) < 5 else None


@PART_OF.rule
def in_brackets(sheet: Sheet, count: Count):
    """Numbers in brackets right behind a count divide it.

    + They saw 17 cars («nine» with local and «eight» with foreign plates).
    + A mine killed 5 civilians («2 women», «3 children»).
    + They burned 12 (+«3») tanks.
    - They walked 30km (19 miles).
    """
    page, i = sheet.page, count.first - 1
    if count.kind not in KINDS or "(" not in page.text:
        return None
    first = page.sentence(count.first).first
    while i > first and page.lower(i) not in ("(", ")") and count.first - i < 12:
        i -= 1
    whole = sheet.at(i - 1)
    if page.lower(i) != "(" or whole is None or i - 1 not in (whole.last, whole.end) or whole.value <= count.value or whole.kind not in (count.kind, "other") or whole.kind == "other" and whole.noun is not None:
        return None
    return whole, page.words(count.first, count.end)


@PART_OF.rule
def between_dashes(sheet: Sheet, count: Count):
    """Numbers between dashes right behind a count divide it, if they come to its sum.

    + They left 13 men -- «seven rebels» and «six guards» -- dead.
    + He put the toll at 22 dead – «nine guards» and «13 rebels», who had two weeks of training.
    - They left 13 men -- seven rebels among them -- dead.
    """
    page, i = sheet.page, count.opens - 1
    if count.kind not in KINDS:
        return None
    while i > page.sentence(count.first).first and page.kind(i) != "dash" and count.first - i < TO_A_DASH:
        i -= 1
    whole = sheet.at(i - 1) or sheet.at(i - 2)  # eight people, eight dead
    if page.kind(i) != "dash" or whole is None or whole.end < i - 2 or whole.kind not in (count.kind, "other"):
        return None
    end = page.sentence(i).last
    parts = sheet.between(i + 1, next((j for j in range(i + 1, min(i + 30, end)) if page.kind(j) == "dash"), end))
    sums = list(accumulate(part.value for part in parts))
    members = parts[: sums.index(whole.value) + 1] if whole.value in sums else []
    return (whole, page.words(count.first, count.end)) if len(members) > 1 and count in members else None


def _are_people(page: Page, count: Count) -> bool:
    """Whether the clause says that those counted are people: 73 per cent were policemen."""
    verb = page.verb(count.last + 1)
    return verb is not None and verb.lemma == "be" and bool(verb.objects) and kind_of_noun(page, verb.objects[0].first, verb.objects[0].head) == "people"


def _speaks(page: Page, count: Count) -> bool:
    """Whether those counted are who says so: 30 wounded, including children, two aid workers said."""
    verb = page.verb(count.end + 1) if page.lower(count.opens - 1) == "," else None
    return verb is not None and verb.lemma in SAYING and verb.form == "finite" and not verb.passive


def _closed_before(page: Page, first: int, i: int) -> bool:
    """Whether a comma before the `and` at `i`, or before `as well as`, closes what is included: 12 rebels, including a leader, and a soldier died."""
    if page.lower(i) == "as" and page.lower(i - 1) == "well" and page.lower(i - 3) == ",":
        return True
    return page.lower(i) == "and" and page.lower(i - 1) == "," and all(page.lower(k) != "," for k in range(first, i - 1))


def _including(sheet: Sheet, count: Count) -> int | None:
    """The token of `including` before a count, or before the list that it stands in."""
    page, i = sheet.page, count.opens - 1
    first = page.sentence(count.first).first
    while i >= first and count.first - i < 30:
        if page.lower(i) == "of" and page.lower(i - 1) == "up" and page.lower(i - 2) == "made":
            return i - 2
        if page.lower(i) in INCLUDING:
            return None if _closed_before(page, i + 1, count.opens - 1) else i
        if page.lower(i) in ("them", "whom") and page.lower(i - 1) in BEFORE_PARTS:
            if page.lower(i + 1) == "," or _closed_before(page, i + 1, count.opens - 1):
                return None  # a commander among them, two sources said
            return i - 1
        phrase = page.phrase(i)
        if phrase is not None:
            i = phrase.first - 1
        elif page.lower(i) in (",", "and", "or", "at", "least", "of") or page.tag(i) in ("qual", "adv", "prep"):
            i -= 1
        else:
            return None
    return None
