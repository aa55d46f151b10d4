"""Which figure counts part of what another counts, so that whoever adds up leaves it out."""
from itertools import accumulate

from ...page import Page
from ...page.clauses import Verb
from ...page.tags import FINITE
from ...page.words import SAYING
from ...rule import Rulebook
from . import standing
from .bare import of_a_parent
from .deeds import BEFORE_PARTS, COLLECTIVE
from .fate import STRICKEN
from .nouns import kind_of_noun
from .sheet import REACH, Count, Sheet, over_adverbs

PART_OF = Rulebook("figures.part_of")
INCLUDING = BEFORE_PARTS - {"among", "amongst"}
DESCRIBING = frozenset(("adv", "adj", "noun", "prep"))
TIMES = frozenset("night week weekend month year day summer spring autumn winter".split())
BACK = frozenset("them whom these those which".split())
FIGURES = frozenset("figure figures toll tolls total totals number numbers tally count".split())
RAISING = frozenset("bring raise take push lift".split())
ANYBODY = frozenset("people persons civilians victims bodies others dead fatalities casualties".split())
KINDS = frozenset(("people", "incidents", "equipment", "structures"))
TO_A_DASH = 20  # tokens from a count back to the dash that opens an aside
FUNDED = frozenset("funded funding covered met received raised secured pledged mobilized mobilised collected contributed needed".split())
FARING = frozenset("die succumb survive escape live vanish drown recover perish return surrender disappear".split())
IT = frozenset("it this that deaths death attack incident killing killings toll".split())
RAISING_WORDS = frozenset("brings bring brought raises raised takes took pushes pushed lifts".split())
BADLY = frozenset("seriously critically badly severely gravely slightly lightly fatally mortally moderately".split())
BADLY_OFF = frozenset("condition coma care danger".split())
FEW = 7  # persons whom one lists
JOINING = frozenset((",", "and"))
OUT_OF, BEHIND_OF, BEHIND_PARTS = frozenset(("of", "out")), frozenset(("which", "whom")), BACK | {"the", "those"}
DIVIDING, OPENING = BEFORE_PARTS | {":", "(", "made"}, frozenset(("of", "them", "whom"))


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
        whole = next((c for c in sheet.before(count, 6) if _can_hold(c, count) and not of_a_parent(page, c)), None)
        part = next((c for c in sheet.before(count, 6) if c.whole is whole and c.first < whole.first and _can_hold(c, count)), whole) if whole is not None else None
        return (part, page.words(count.first, of + 1)) if part and _near(sheet, part, count, 1) else None  # six of 18 were missing, three of them
    if word not in ("the", "those"):
        return None
    total = count.value + sum(other.value for other in sheet.between(count.end + 1, page.sentence(count.first).last) if other.elliptic)
    for other in sorted(sheet.before(count, 10), key=lambda other: other.value != total):
        head = other.noun.head if other.noun else None
        if _can_hold(other, count) and other.form != "single" and not sheet.another_note(other, count) and (count.form != "share" or page.paragraph(count.first) - page.paragraph(other.first) < 2) and (fate and _fate(sheet, other) == fate or head and count.noun and _among_its_nouns(sheet, other, count.noun.head)):
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
    whole = next((c for c in sheet.before(count, 4) if _can_hold(c, count)), None)
    return (whole, page.words(count.first, count.end)) if whole is not None and _near(sheet, whole, count, 1) else None


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
    return (whole, page.words(count.first, end - 1)) if whole is not None and _can_hold(whole, count) and _near(sheet, whole, count, 0) else None


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
    if not count.elliptic and _who_they_are(page, part, count) and page.tag(count.end + 1) not in FINITE and _can_hold(part.whole, count):
        return part.whole, page.words(count.first, count.end)
    if count.elliptic and _are(page, part) and _are(page, count) and _can_hold(part.whole, count) and page.sentence(part.first) == page.sentence(count.first):
        return part.whole, page.words(count.first, count.last)
    if page.lower(part.last + 1) != "of" or page.lower(part.last + 2) not in BACK or page.lower(count.opens - 1) != "and":
        return None
    verb, phrase = page.verb(part.last + 3), page.phrase(count.opens - 2)
    said = verb is not None and phrase is not None and verb.lemma == "be" and not verb.passive and phrase.first == verb.last + 1
    if said and page.tag(count.end + 1) not in FINITE and _can_hold(part.whole, count):
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
    if part is not None and part.whole is not None and part.elliptic and count.elliptic and page.lower(part.opens - 1) in ("which", "whom") and _can_hold(part.whole, count):
        plain = not any(page.tag(k) in FINITE or page.tag(k) == "mark" for k in range(part.end + 1, i))
        return (part.whole, page.words(count.first, count.last)) if plain and part.value + count.value <= part.whole.value else None
    if part is not None and part.whole is not None and part.end == i - 1 and page.lower(part.opens - 1) in ("which", "whom") and count.noun is not None:
        whole = _same_noun_first(sheet, part, count)
        return (whole, page.words(count.first, count.end)) if whole else None
    opens = _opening_of(page, sentence.first, i)
    if opens is None:
        return None
    whole = next((c for c in sheet.before(count, 3) if c.first > opens and c.whole is None and _can_hold(c, count)), None)
    joined = part is not None and part.whole is whole and part.first > opens and (count.noun is None or page.tag(count.end + 1) not in FINITE)
    return (whole, page.words(count.first, count.last)) if whole and (joined or not _other_clause(page, opens, i)) else None


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
        if whole.end < opener and _can_hold(whole, count) and whole.form != "single":
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
    wholes = [other for other in sheet.before(count, 30) if other.first < found.first and other.form != "single" and other.whole is None and _can_hold(other, count) and not sheet.another_note(other, count) and _fate(sheet, other) == found.effect]
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
    whole = next((c for c in sheet.before(count, 4) if c.kind == "people" and _can_hold(c, count)), None)
    return (whole, page.words(count.first, count.last)) if whole is not None and _near(sheet, whole, count, 1) else None


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
    whole = next((c for c in sheet.before(count, 8) if verb and c.first < verb.first and _can_hold(c, count) and c.form != "single"), None)
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
        whole = next((other for other in (*told, *bare) if _can_hold(other, count)), None)
        return (whole, page.words(first, first + 1)) if whole is not None and _near(sheet, whole, count, 1) else None
    shared = part is not None and part.first > first and part.whole is not None and part.whole.first < first and _can_hold(part.whole, count)
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
    whole = next((c for c in sheet.before(count, 8) if before <= c.first < first and c.form != "single" and _can_hold(c, count)), None)
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
    if page.lower(i) != ":" or whole is None or not _can_hold(whole, count) or page.sentence(whole.first) != page.sentence(count.first):
        return None
    if count.bare and page.lower(whole.opens - 1) == ":":
        return None  # a label each
    between = [page.tag(j) for j in range(whole.end + 1, i)]
    plain = DESCRIBING if not _are(page, count) else DESCRIBING | FINITE | {"part"}
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
    return (whole, page.words(count.first, count.last)) if _near(sheet, whole, count, 1) else None


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
    if alone is None or any(count.end < other.first < alone for other in sheet.between(count.end + 1, alone)):
        return None
    whole = next((c for c in sheet.before(count, 4) if c.whole is None and c.form != "single" and _can_hold(c, count)), None)
    if whole is None or near.first - page.sentence(whole.last).last > 1:
        return None
    fate, listed = _fate(sheet, count), whole.last > near.first
    return (whole, page.words(count.first, count.end)) if fate is not None and _fate(sheet, whole) == fate or fate is None and listed else None


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
    return (whole, page.words(count.first, count.last)) if whole is not None and _near(sheet, whole, count, 1) else None


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
    whole = next((c for c in sheet.before(count, 4) if c.kind == "people" and c.noun is not None and _can_hold(c, count)), None) if fate else None
    return (whole, page.words(count.first, count.last)) if whole is not None and _near(sheet, whole, count, 1) else None


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
    whole = next((whole for whole in rest if _can_hold(whole, count)), None)
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
    fate = whole and _fate(sheet, count)
    told = fate and (standing.number_of(page, whole.last + 2, whole.last + REACH) or standing.toll_before(page, whole))
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
    if lower(before) in JOINING and ((part := sheet.previous(count)) is not None and part.whole is not None or _opening_of(page, near.first, before) is not None):
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


def page_first(sheet: Sheet, count: Count) -> int:
    """The first token of the sentence that a count stands in."""
    return sheet.page.sentence(count.first).first


def _can_hold(whole: Count, part: Count) -> bool:
    if whole.form in ("share", "money", "none") or part.form == "money" or whole.kind not in (*KINDS, "other"):
        return False
    if part.form == "share":
        return whole.kind in KINDS or whole.noun is None  # 600 wounded, half of them children
    kinds = whole.kind == part.kind or "other" in (part.kind if part.noun is None else "", whole.kind if whole.noun is None else "")
    return kinds and whole.value > part.value


def _same_noun_first(sheet: Sheet, behind: Count, part: Count) -> Count | None:
    """Of those that can hold a part, before a count of its sentence, the nearest that counts what the part counts, else the nearest."""
    wholes = [count for count in sheet.before(behind, 3) if _can_hold(count, part) and count.first >= page_first(sheet, part)]
    same = (whole for whole in wholes if whole.noun is not None and part.noun is not None and whole.noun.head == part.noun.head)
    return next(same, next(iter(wholes), None))


def _opening_of(page: Page, first: int, i: int) -> int | None:
    """The `of` that opens the sentence from token `first` on, or a clause of it shortly before token `i`."""
    opens = first + (page.kind(first) != "word")  # behind a bullet
    if page.lower(opens) == "of":
        return opens
    words = range(i - 1, max(first, i - 10), -1)
    if "of" not in map(page.lower, words):
        return None
    return next((j for j in words if page.lower(j) == "of" and (page.tag(j - 1) in ("that", "mark", "sub") or page.lower(j - 1) == "that")), None)


def _are(page: Page, count: Count) -> Verb | None:
    """The verb with which the clause says of those counted who they are: seven of the dead were recruits."""
    verb = page.verb(next((i for i in range(count.last + 1, count.last + 7) if page.tag(i) in FINITE), count.last))
    return verb if verb is not None and verb.lemma == "be" and not verb.passive and verb.objects else None


def _who_they_are(page: Page, part: Count, count: Count) -> bool:
    """Whether a list goes on that says who those counted are: 74 of the dead were farmers, nine teachers and two clergymen."""
    verb = _are(page, part)
    if verb is None and not (part.why and part.why[-1].rule.endswith(told_with_a_part.__name__)):
        return False
    end = verb.objects[0].last if verb else part.end
    return page.sentence(part.first) == page.sentence(count.first) and end < count.opens and all(page.lower(i) in JOINING for i in range(end + 1, count.opens))


def _parts(page: Page, i: int) -> bool:
    """Whether the token at `i` parts some from what they are some of; in 40 trucks out of a convoy of 100 nothing does."""
    return page.tag(i) in ("mark", "verb", "prep", "aux", "modal", "conj") and page.lower(i) != "of"


def _are_people(page: Page, count: Count) -> bool:
    """Whether the clause says that those counted are people: 73 per cent were policemen."""
    verb = page.verb(count.last + 1)
    return verb is not None and verb.lemma == "be" and bool(verb.objects) and kind_of_noun(page, verb.objects[0].first, verb.objects[0].head) == "people"


def _speaks(page: Page, count: Count) -> bool:
    """Whether those counted are who says so: 30 wounded, including children, two aid workers said."""
    verb = page.verb(count.end + 1) if page.lower(count.opens - 1) == "," else None
    return verb is not None and verb.lemma in SAYING and verb.form == "finite" and not verb.passive


def _other_clause(page: Page, first: int, last: int) -> bool:
    """Whether a finite verb stands between two tokens that is not in a relative clause: of the 400 people who fled, 125."""
    finite = next((j for j in range(first, last) if page.tag(j) in FINITE), None)
    return finite is not None and page.tag(finite - 1) != "rel"


def _there_or_then(page: Page, alone: int) -> bool:
    """Whether it is a place or a time of which `alone` says that there is more: in Tema alone, on Monday alone, this year alone."""
    phrase = page.phrase(alone - 1)
    return phrase is not None and (page.tag(phrase.first - 1) == "prep" or page.lower(phrase.first) in ("this", "last") and page.lower(phrase.head) in TIMES)


def _near(sheet: Sheet, one: Count, two: Count, sentences: int) -> bool:
    """Whether two counts stand in the same sentence, or in neighbours of one paragraph."""
    page = sheet.page
    first, second = page.sentence(one.first), page.sentence(two.first)
    return first == second or sentences and second.first == first.last + 1 and page.paragraph(one.first) == page.paragraph(two.first)


def _among_its_nouns(sheet: Sheet, count: Count, head: str) -> bool:
    """Whether a noun is one of those counted: journalists and civil society activists."""
    return any(sheet.page.lower(i) == head and (i == count.noun.last or sheet.page.lower(i + 1) in ("and", "or")) for i in range(count.noun.first, count.noun.last + 1))


def _fate(sheet: Sheet, count: Count) -> str | None:
    """The effect of a count, before it is settled: from the words around it."""
    from .effect import first_look

    return count.effect or first_look(sheet, count)


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
