"""Which figures come to the sum of one told before them, and so are parts of it."""
from ...rule import Rulebook
from .again import alike, closes, like_nouns, same_side, same_sort
from .sheet import Count, Sheet
from .wholes import KINDS

SUMS = Rulebook("figures.sum")
SMALL = 20  # a sum below it may come out by chance
SEPARATE = frozenset("separate separately meanwhile".split())
OPENING = 3  # tokens of a sentence that may tell of something else
ADDING = 24  # counts looked at for a sum


@SUMS.rule
def parts_that_add_up(sheet: Sheet, whole: Count, start: int):
    """The counts that follow are of the same sort and come to the same sum.

    + Rebels killed «12 soldiers» in May. Seven soldiers were killed in Mira and five in Kolb.
    + They shot down «32 drones». Fourteen drones were shot down in the north and 18 in the south.
    + The army flew «34 strikes». In the north it flew 27 strikes: 12 strikes hit tanks. In the south it flew seven strikes.
    + The rebels had «208 casualties». The army said 93 rebels were killed and 115 wounded.
    - They shot down 32 drones. Twelve drones fell in the north.
    """
    if whole.kind not in KINDS or whole.value < 3 or whole.form not in ("count", "single"):
        return None
    following = sheet.counts[start + 1 : start + 1 + ADDING]
    near = [other for other in following if other.kind == whole.kind and other.whole is None and other.form in ("count", "single")]
    enough = len(near) > 1 and sum([other.value for other in near]) >= whole.value
    for strict, by_verb in ((True, False), (False, False), (True, True)) if enough else ():
        parts, total = [], 0
        for other in near:
            if by_verb and not _same_deed(sheet, whole, other):
                continue
            if whole.value < SMALL and (not parts and sheet.opens_with(other, SEPARATE, OPENING) or sheet.another_note(whole, other)):
                break
            if any(why.rule.endswith(".toll") for why in other.why):
                break  # a rival toll
            if whole.kind == "people" and whole.value < SMALL and other.noun is not None and not like_nouns(whole, other) and not same_side(whole, other):
                continue  # six attackers died; four teachers and two farmers died
            if whole.kind == "people" and other.noun is None and other.kin is not None and not like_nouns(whole, other.kin):
                continue  # five fishermen were seized; two were found dead
            if not same_sort(whole, other, strict) or alike(whole, other):
                if other.form == "count" and parts and not strict and other.effect in (None, whole.effect):
                    break
                continue
            parts.append(other)
            total += other.value
            if total >= whole.value:
                break
        if total == whole.value and len(parts) > 1:
            return parts, sheet.page.words(whole.first, whole.end)
    return None


@SUMS.rule
def lines_below(sheet: Sheet, whole: Count, start: int):
    """The lines of a list come to the sum told above it.

    + The raids killed «35 combatants». The fatalities are as follows:¶- 23 guards.¶- 12 farmers.
    - The raids killed 40 combatants. The fatalities are as follows:¶- 23 guards.¶- 12 farmers.
    """
    if whole.kind != "people" or whole.form != "count" or not sheet.listing:
        return None
    following = sheet.counts[start + 1 : start + 1 + ADDING]
    parts = [other for other in following if any(why.rule.endswith(".listed_below") for why in other.why)]
    told = len(parts) > 1 and whole.effect == parts[0].effect and sum(part.value for part in parts) == whole.value
    return (parts, sheet.page.words(whole.first, whole.end)) if told else None


@SUMS.rule
def bare_numbers_behind(sheet: Sheet, whole: Count, start: int):
    """Bare numbers behind a count in its sentence come to it, whatever befell those counted.

    + They trained «1,162 guards», 568 in the north and 594 in the south.
    - They trained 1,162 guards, 568 of them in the north.
    """
    if whole.kind not in KINDS or whole.form != "count" or whole.noun is None or whole.value < 3:
        return None
    parts, total = [], 0
    for other in sheet.counts[start + 1 : start + 1 + ADDING]:
        if other.first > whole.near.last or other.noun is not None or other.form != "count" or other.kind != whole.kind or other.whole is not None or other.effect != whole.effect:
            return None
        parts.append(other)
        total += other.value
        if total >= whole.value:
            return (parts, sheet.page.words(whole.first, whole.end)) if total == whole.value and len(parts) > 1 else None
    return None


@SUMS.rule
def parts_before_their_sum(sheet: Sheet, whole: Count, start: int):
    """The sum that closes a coder's note is that of all who are told of before it in the note.

    + On 9 May rebels killed seven guards; 12 rebels were killed. Fatalities coded as «19».
    - On 9 May rebels killed seven guards; 12 rebels were killed. Fatalities coded as 17.
    """
    if whole.kind != "people" or whole.whole is not None or whole.effect is None or not closes(sheet, whole):
        return None
    paragraph, parts = sheet.page.paragraph(whole.first), []
    for other in reversed(sheet.counts[max(0, start - ADDING) : start]):
        if sheet.page.paragraph(other.first) != paragraph:
            break
        if other.effect == whole.effect and other.whole is None and other.form in ("count", "single"):
            parts.append(other)
    return (parts, sheet.page.words(whole.first, whole.end)) if len(parts) > 1 and sum(part.value for part in parts) == whole.value else None


def add_up(sheet: Sheet) -> None:
    """Find the wholes whose parts follow them one by one and come to the sum."""
    for start, whole in enumerate(sheet.counts):
        ruling = SUMS.settle(sheet, whole, start)
        for part in ruling.value if ruling else ():
            part.whole = whole
            part.why.append(ruling.why)
    for count in sheet.counts:  # no circles, whatever the rules say
        if count.whole is None:
            continue
        seen, here = {id(count)}, count
        while here.whole is not None:
            if id(here.whole) in seen:
                here.whole = None
                break
            here = here.whole
            seen.add(id(here))


def _same_deed(sheet: Sheet, one: Count, two: Count) -> bool:
    """Whether the same verb, in the same part, is said of two counts."""
    return not sheet.finite_deeds(one).isdisjoint(sheet.finite_deeds(two))
