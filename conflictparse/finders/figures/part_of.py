"""Which figure counts part of what another counts, so that whoever adds up leaves it out: shares, sums and totals, and all rules in order."""
from ...page import Page
from ...page.tags import FINITE
from . import standing
from .among import PART_OF  # the rules before
from .deeds import BEFORE_PARTS
from .fate import STRICKEN
from .sheet import REACH, Count, Sheet
from .wholes import BACK, BADLY, JOINING, KINDS, TO_A_DASH, can_hold, close_by, fate_of, opening_of

TIMES = frozenset("night week weekend month year day summer spring autumn winter".split())
RAISING = frozenset("bring raise take push lift".split())
FUNDED = frozenset("funded funding covered met received raised secured pledged mobilized mobilised collected contributed needed".split())
FARING = frozenset("die succumb survive escape live vanish drown recover perish return surrender disappear".split())
IT = frozenset("it this that deaths death attack incident killing killings toll".split())
RAISING_WORDS = frozenset("brings bring brought raises raised takes took pushes pushed lifts".split())
OUT_OF, BEHIND_OF, BEHIND_PARTS = frozenset(("of", "out")), frozenset(("which", "whom")), BACK | {"the", "those"}
DIVIDING, OPENING = BEFORE_PARTS | {":", "(", "made"}, frozenset(("of", "them", "whom"))


@PART_OF.rule
def share_of_those(sheet: Sheet, count: Count):
    """A share that stands bare behind a count, or opens the next sentence bare, divides it.

    + They heard 79 blasts. About «90 per cent» occurred at night.
    - They heard 79 blasts; 90 per cent of the town is gone.
    """
    if count.form != "share" or count.noun is not None:
        return None
    page = sheet.page
    first = page.sentence(count.first).first
    bare = count.opens == first and page.tag(count.last + 1) == "verb"
    whole = sheet.previous(count)
    if not bare or whole is None or whole.kind not in KINDS:
        return None
    if whole.whole is not None:
        whole = whole.whole
    return (whole, page.words(count.first, count.last)) if close_by(sheet, whole, count, 1) else None


@PART_OF.rule
def there_or_then_alone(sheet: Sheet, count: Count):
    """What befell some in one place or time alone is part of what befell all.

    + At least 300 people were killed this year. In March alone, «120 people» were killed.
    + Some 900 farmers were killed in the north, «300 farmers» in Tema alone.
    - At least 300 people were killed this year. In March alone, 120 people were wounded.
    - At least 300 people were killed this year. One woman alone lost 12 cousins.
    """
    page, near = sheet.page, count.near
    alone = next((i for i in range(near.first + 1, near.last) if page.lower(i) == "alone" and _there_or_then(page, i)), None) if count.kind in KINDS and "alone" in near.words else None
    if alone is None or sheet.between(count.end + 1, alone):
        return None
    whole = next((c for c in sheet.before(count, 4) if c.whole is None and c.form != "single" and can_hold(c, count)), None)
    if whole is None or near.first - page.sentence(whole.last).last > 1:
        return None
    fate, listed = fate_of(sheet, count), whole.last > near.first
    return (whole, page.words(count.first, count.end)) if fate is not None and fate_of(sheet, whole) == fate or fate is None and listed else None


@PART_OF.rule
def of_the_sum_sought(sheet: Sheet, count: Count):
    """A share, or a sum, of what a plan seeks has been received.

    + The plan seeks $2.7 billion. It is «27 per cent» funded, with «$732 million» received.
    + The appeal, at $609 million, has received only «20 per cent» of what is needed.
    - The plan seeks $2.7 billion. It lasted 27 days and $732 million was lost.
    """
    page = sheet.page
    if count.form not in ("share", "money") or FUNDED.isdisjoint(count.near.words):
        return None
    told = {page.lower(i) for i in range(count.last + 1, count.last + 4)} & FUNDED or page.lower(count.last + 1) == "of" and page.lower(count.last + 2) == "what"
    whole = next((c for c in sheet.before(count, 5) if c.form == "money" and (count.form == "share" or c.value > count.value)), None) if told else None
    return (whole, page.words(count.first, count.last)) if whole is not None and close_by(sheet, whole, count, 1) else None


@PART_OF.rule
def some_of_them_did(sheet: Sheet, count: Count):
    """A sentence that opens with a bare number says what became of some of those whom the one before counts.

    + They brought six boys. «Two» were already dead.
    + The team sent nine patients to Tema. «Three» died on the way.
    - They brought six boys. Two guards were dead.
    - He counted 11 bodies. Six were burned.
    """
    page, first = sheet.page, sheet.page.sentence(count.first).first
    if not count.elliptic or count.opens != first or first == 0:
        return None
    verb = page.verb(next((i for i in range(count.last + 1, count.last + 5) if page.tag(i) in FINITE), count.last))
    fate = verb is not None and (verb.lemma in FARING or verb.lemma == "be" and not verb.objects and page.tag(verb.last + 1) in ("adj", "adv"))
    whole = next((c for c in sheet.before(count, 4) if c.kind == "people" and c.noun is not None and can_hold(c, count)), None) if fate else None
    return (whole, page.words(count.first, count.last)) if whole is not None and close_by(sheet, whole, count, 1) else None


@PART_OF.rule
def the_others(sheet: Sheet, count: Count):
    """`The other seven` are the rest of those of whom some were told of before.

    + They took 12 farmers. Five were freed. The fate of «the other seven» is unknown.
    - They took 12 farmers. The other seven were cows.
    """
    page = sheet.page
    if page.lower(count.first - 1) != "other" or page.lower(count.first - 2) != "the" or count.form != "count":
        return None
    before = sheet.before(count, 8)
    rest = (whole for whole in before for part in before if part.first > whole.first and part.value + count.value == whole.value and whole.noun is not None)
    whole = next((whole for whole in rest if can_hold(whole, count)), None)
    return (whole, page.words(count.first - 2, count.last)) if whole is not None else None


@PART_OF.rule
def brought_to_a_total(sheet: Sheet, count: Count):
    """The next sentence says to what total those counted bring the dead, the wounded or others.

    + The raid left «two guards» dead and six wounded. It brings to seven the number of guards killed this year.
    + «Three men» died in a ditch. The deaths brought the toll to 109.
    - Three men fled. The deaths brought the toll to 109.
    """
    page, near = sheet.page, count.near
    if count.kind != "people" or near.last + 1 >= len(page.tokens):
        return None
    after = page.sentence(near.last + 1)
    if RAISING_WORDS.isdisjoint(map(page.lower, range(after.first, min(after.first + 8, after.last)))):
        return None
    verb = next((v for v in page.verbs_of(after) if v.lemma in RAISING and v.form == "finite" and v.subject is not None and page.lower(v.subject.head) in IT), None)
    whole = next((c for c in sheet.between(after.first, after.last) if page.lower(c.opens - 1) == "to" and c.value > count.value), None) if verb is not None else None
    fate = whole and fate_of(sheet, count)
    told = fate and (standing.number_of(page, whole.last + 2, whole.last + REACH) or standing.nearest_toll(page, whole.opens - 2, max(whole.opens - standing.FAR, 0) + 1, "people"))
    return (whole, page.words(count.first, count.end)) if told and told[0] == fate else None


@PART_OF.rule
def added_to_a_total(sheet: Sheet, count: Count):
    """What brings a total to a height is part of the total.

    + They gave «$20 million», bringing the total to $59 million.
    + «Three soldiers» were killed, bringing the toll to 12.
    - They gave $20 million, and $59 million was lost.
    """
    page = sheet.page
    for verb in sheet.verbs_of(RAISING, count):
        if verb.first > count.end and verb.form in ("ing", "finite") and page.lower(verb.first) != "later":
            for whole in sheet.between(verb.last + 1, min(page.sentence(count.first).last, count.first + REACH)):
                if page.lower(whole.opens - 1) == "to" and (whole.kind == count.kind or whole.noun is None and whole.form == "count") and whole.value >= count.value and count.form not in ("share",):
                    return (whole, page.words(count.first, count.end)) if count.kind in (*KINDS, "money") else None
    return None


def find(sheet: Sheet, count: Count) -> None:
    """Settle of which count this one is a part."""
    ruling = PART_OF.settle(sheet, count) if _may_be_part(sheet, count) else None
    if ruling is not None and ruling.value is not count:
        count.whole = ruling.value
        count.why.append(ruling.why)


def _may_be_part(sheet: Sheet, count: Count) -> bool:
    """Whether a word or mark at a count, or in its sentence, may make it a part; for most there is none, and none of the rules need be asked."""
    page, near = sheet.page, count.near
    lower, tokens, before = page.lower, page.tokens, count.opens - 1
    if "alone" in near.words or sheet.days_toll is not None or not DIVIDING.isdisjoint(near.words) or lower(near.first) in OPENING or lower(before) in BEHIND_OF or lower(count.first - 1) == "(":
        return True
    if lower(before) in JOINING and ((part := sheet.previous(count)) is not None and part.whole is not None or opening_of(page, near.first, before) is not None):
        return True
    if "dash" in [token.kind for token in tokens[max(near.first, count.first - TO_A_DASH) : count.opens]] or page.kind(before) == "dash":
        return True
    if count.form in ("share", "money") and not FUNDED.isdisjoint(near.words) or count.elliptic and count.opens == near.first or lower(count.first - 1) == "other":
        return True
    if count.kind == "people" and near.last + 1 < len(tokens) and not RAISING_WORDS.isdisjoint(map(lower, range(near.last + 1, min(near.last + 9, len(tokens))))):
        return True
    after, behind = lower(count.last + 1), lower(count.end + 1)
    if count.elliptic and (after in BADLY or after == "in") or lower(before) == "," and (count.form == "single" or behind == "included"):
        return True
    if count.form == "single" and not OPENING.isdisjoint((lower(before), lower(before - 1))):
        return True
    if after == "of" and lower(count.last + 2) in BEHIND_PARTS or behind == "amongst" or behind == "among":
        return True
    if sheet.between(count.last + 2, count.end + 9) and (after in OUT_OF or behind in OUT_OF or "among" in map(lower, range(count.end - 1, count.end + 8))):
        return True
    verbs = near.lemmas
    if "be" in verbs and count.opens == near.first and count.elliptic:
        return True
    adding = not RAISING.isdisjoint(verbs) and sheet.between(count.end + 1, near.last)
    return bool(adding) or not standing.INCLUDING.isdisjoint(verbs) or "be" in verbs and not STRICKEN.keys().isdisjoint(near.words) or count.form == "share" and count.opens == near.first


def mention_before(sheet: Sheet, count: Count) -> Count:
    """The nearest mention before a count of the whole that it is part of: 40 hostages, three of the 40."""
    told = count.whole.again or count.whole
    return next((mention for mention in sheet.mentions_before(told, count) if mention.whole is not count), count.whole)


def _there_or_then(page: Page, alone: int) -> bool:
    """Whether it is a place or a time of which `alone` says that there is more: in Tema alone, on Monday alone, this year alone."""
    phrase = page.phrase(alone - 1)
    return phrase is not None and (page.tag(phrase.first - 1) == "prep" or page.lower(phrase.first) in ("this", "last") and page.lower(phrase.head) in TIMES)
