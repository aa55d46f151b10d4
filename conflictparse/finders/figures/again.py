"""Which figure says an earlier one again."""
from functools import lru_cache

from ...report import Why
from ...rule import Rulebook
from .bare import CROWDS
from .nouns import MEASURES
from .sheet import Count, Sheet

SAME_AS = Rulebook("figures.same_as")
SIDES = (
    frozenset("rebel guerrilla guerilla insurgent militant extremist jihadist terrorist fighter gunman bandit subversive combatant separatist contra attacker assailant militiaman mercenary jihadi islamist mujahid cadre operative gangster raider".split()),
    frozenset("soldier troop serviceman personnel trooper military paratrooper marine officer policeman police guard".split()),
    frozenset("civilian villager resident inmate prisoner pupil student child inhabitant peasant farmer worker journalist passenger hostage".split()),
)
SIDE_OF = {noun: number for number, side in enumerate(SIDES) for noun in side}
APART = frozenset("addition additionally earlier later ago previously elsewhere separately separate another similar last".split())
OPENING = 5  # tokens of a sentence that may tell of another occasion: ten days earlier, in a separate incident
GENERAL = frozenset("people person man woman child body victim other death dead life civilian martyr casualty".split())
HOMES = frozenset(("families", "family", "households", "household"))
PERSONS = frozenset(("people", "persons", "individuals", "members"))
FRESH = frozenset("other others more additional further".split())
SHORT = 10  # tokens of a sentence that holds nothing but sums
REPORTING = frozenset("report confirm record estimate".split())
CODED = frozenset("coded fatality fatalities death deaths dead killed injuries injured wounded".split())
GAP = range(2, 5)  # tokens from what is converted to the conversion
WHOSE = frozenset(("its", "their", "his", "her"))
DEFINITE = frozenset(("the", "all", "these", "those", "its", "their", "his", "her", "both", "last"))


@SAME_AS.rule
def conversion(sheet: Sheet, count: Count):
    """The same measure in another unit, in brackets or after `or`.

    + They walked 30km («19 miles») north.
    + They paid 40 million naira («50,000 euros») in cash.
    + It costs 200 dinars (£2.10; «$2.80») an hour.
    + It hit 85 families, or «400 people», in the town.
    - They walked 30km and drove 19 miles.
    """
    page = sheet.page
    told = sheet.previous(count)
    if told is None or count.opens - told.end not in GAP or count.form == "single" or told.form == "single":
        return None
    gap = [page.lower(i) for i in range(told.end + 1, count.opens)]
    told_again = gap in ([","], ["-"], ["–"], ["--"], ["—"], ["("]) and told.noun is not None and told.noun.head in HOMES and count.noun is not None and count.noun.head in PERSONS and 2 * told.value < count.value < 15 * told.value
    if told_again:
        return told, page.words(count.first, count.end)  # 52 families, some 180 people
    bracket = gap in (["("], ["["], [";"], [",", "or"], ["-", "or"], ["or"], ["-"], ["–"], [",", "or", "roughly"]) or gap == ["equivalent", "to"]
    if not bracket or gap == ["or"] and told.kind == count.kind == "people":
        return None
    measures = told.kind == count.kind and told.kind in (*MEASURES,) and (told.noun is None or count.noun is None or told.noun.head != count.noun.head)
    if measures and gap != [";"] or measures and told.again is not None:
        return told, page.words(count.first, count.end)
    head = count.noun.head if count.noun else ""
    other_unit = told.kind == "people" and (count.form == "share" and gap[:2] == [",", "or"] or count.kind == "people" and ("or" in gap or head in ("families", "households")) and told.value != count.value)
    return (told, page.words(count.first, count.end)) if other_unit else None


@SAME_AS.rule
def the_same_number(sheet: Sheet, count: Count):
    """The same number of the same things, and the same befell them.

    + Blast kills 12 ¶ At least «12 people» were killed on Sunday.
    + The court asked for 25 years. The judge gave him the «25 years» in May.
    - Rebels killed 12 men. The army shelled 12 houses.
    + On 9 May a mine killed six soldiers. «6 fatalities».
    - Rebels killed 14 men. Ten days earlier, a bomb killed 14.
    """
    page, first = sheet.page, count.opens
    same = sheet.with_value(count)
    if not same or page.lower(first - 1) == "of" and page.lower(first - 2) in CROWDS and page.lower(first - 3) in ("a", "an"):
        return None  # a family of seven is a new one
    if count.kind == "people" and page.lower(first - 1) in ("the", "these", "those"):
        same.reverse()  # the last ones told of
    closing = count.kind == "people" and closes(sheet, count)
    fresh = page.lower(count.last + 1) in FRESH
    for other in same:
        if fresh and page.lower(other.last + 1) not in FRESH and page.lower(other.first - 1) not in ("another", "further") and page.paragraph(other.first) > 0:
            continue  # ten others
        if closing and _summed_up(sheet, other, count) or alike(other, count) and _surely(sheet, other, count):
            return other, sheet.page.words(count.first, count.end)
    return None


@SAME_AS.rule
def told_in_the_headline(sheet: Sheet, count: Count):
    """The lead says the headline's number again, with another word for the same people.

    + 14 Taliban, 3 policemen killed ¶ Three officers and «14 insurgents» were killed in the valley on Sunday, an official said.
    + 33 security men, scores of Maoists killed ¶ At least 33 guards and «scores of rebels» were killed in the valley on Sunday.
    - Two soldiers, two civilians killed ¶ A mine killed two soldiers and two more troops in the valley on Sunday, an official said.
    - 14 soldiers killed ¶ A mine killed 14 rebels in the valley on Sunday, an official who did not give his name said.
    """
    if count.effect is None or count.kind != "people" or count.form not in ("count", "vague") or sheet.page.paragraph(count.first) != sheet.heads or not sheet.headed(sheet.counts[0]):
        return None
    before = [other for other in sheet.before(count) if (other.kind, other.value, other.effect, other.form) == ("people", count.value, count.effect, count.form)]
    apart = len(before) == 1 and None not in (_side(before[0]), _side(count)) and _side(before[0]) != _side(count)
    if len(before) != 1 or apart or not sheet.headed(before[0]) or sheet.another_note(before[0], count):
        return None
    return before[0], sheet.page.words(count.first, count.end)


@SAME_AS.rule
def rounded_in_the_headline(sheet: Sheet, count: Count):
    """The headline rounds what the lead says, or says it vaguely.

    + Army says 1,200 rebels killed ¶ The army said «1,269 rebels» were killed on Sunday.
    + Blast kills dozens ¶ A blast killed «46 people» on Sunday.
    - Army says 1,200 rebels killed ¶ The army said 800 rebels were killed on Sunday.
    - Army says more than 1,200 rebels killed ¶ The army said 1,190 rebels were killed on Sunday.
    """
    if count.effect is None or not sheet.headed(sheet.counts[0]) or not sheet.heads <= sheet.page.paragraph(count.first) < sheet.heads + 3:
        return None
    for other in sheet.before(count, 8)[::-1]:
        if other.form == "single" or other.kind != count.kind or other.effect != count.effect or not _rounds(other, count) or not sheet.headed(other):
            continue
        between = [c for c in sheet.between(other.first + 1, count.first - 1) if not sheet.headed(c)]
        if not any(c.again is other or c.effect == count.effect and c.kind == count.kind for c in between):
            return other, sheet.page.words(count.first, count.end)
    return None


def find(sheet: Sheet, count: Count) -> None:
    """Settle which earlier count this one says again; always the first mention."""
    ruling = SAME_AS.settle(sheet, count) if _may_say_again(sheet, count) else None
    if ruling is not None:
        told = ruling.value
        while told.again is not None and told.again is not told:
            told = told.again
        count.again = told
        count.why.append(ruling.why)
        if count.whole is told:
            count.whole, count.why = None, [why for why in count.why if why.field != "part_of"]  # 143,000 people (28,600 households)
        if count.effect is None and count.kind == told.kind == "people" and ruling.why.rule.endswith("conversion"):
            count.effect, count.verb = told.effect, told.verb  # the same people, counted otherwise
            count.why.append(Why("effect", ruling.why.rule, ruling.why.words))


def _may_say_again(sheet: Sheet, count: Count) -> bool:
    """Whether a count before this one may be the same: right before it, of the same value, or in the headline; else none of the rules need be asked."""
    told = sheet.previous(count)
    return told is not None and (count.opens - told.end in GAP or bool(sheet.with_value(count)) or sheet.headed(sheet.counts[0]) and count.effect is not None)


def same_sort(whole: Count, part: Count, strict: bool) -> bool:
    """Whether two counts may be whole and part of one sum: same kind and fate; strictly, also the same noun or side."""
    if whole.kind != part.kind:
        return False
    if whole.kind == "incidents" or whole.kind == "structures" and not whole.effect:
        return bool(whole.noun and (part.noun and part.noun.head.rstrip("s") == whole.noun.head.rstrip("s") or part.kin is whole))
    if whole.effect == "casualty" and part.effect in ("killed", "wounded"):
        return strict
    if whole.effect != part.effect or whole.effect is None or None not in (_side(whole), _side(part)) and _side(whole) != _side(part):
        return False
    if whole.kind == "equipment" and _thing(whole) != _thing(part) and not {_thing(whole), _thing(part)} <= DRONES:
        return False
    return not strict or _side(whole) is not None and _side(whole) == _side(part) or part.kin is whole


def same_side(one: Count, two: Count) -> bool:
    """Whether two counts are of one side: soldiers and officers, rebels and guerrillas."""
    return _side(one) is not None and _side(one) == _side(two)


def like_nouns(one: Count, two: Count) -> bool:
    """Whether two counts may count the same: the same noun, none, or one that says no more than that they are people."""
    a, b = _noun(one), _noun(two)
    return a == b or not a or not b or a in GENERAL or b in GENERAL


def alike(one: Count, two: Count) -> bool:
    """Whether two counts say the same number of the same things with the same fate."""
    if one.kind != two.kind or one.value != two.value or one.form in ("share", "none") or two.form in ("share", "none") or "vague" in (one.form, two.form) and one.form != two.form:
        return False
    if one.effect != two.effect and one.effect is not None and two.effect is not None:
        return False
    a, b = _noun(one), _noun(two)
    if None not in (_side(one), _side(two)) and _side(one) != _side(two):
        return False  # five soldiers, five civilians
    return a == b or one.kind == "people" and (not a or not b or a in GENERAL and b in GENERAL or (a in GENERAL or b in GENERAL) and one.value > 3 and one.effect == two.effect or _side(one) is not None and _side(one) == _side(two)) or one.kind != "people" and (not a or not b) or one.kind == "equipment" and {a, b} <= DRONES


def _surely(sheet: Sheet, one: Count, two: Count) -> bool:
    """Whether it is the same number by more than chance."""
    page = sheet.page
    definite = any(page.lower(i) in DEFINITE for i in range(two.opens - 2, two.opens)) or (
        page.lower(two.last + 1) == "of" and page.lower(two.last + 2) == "them" and two.whole in (None, one, one.whole))
    if not definite and sheet.opens_with(two, APART, OPENING) and page.sentence(one.first) != page.sentence(two.first):
        return False
    if sheet.another_note(one, two) and (one.value < 10 or sheet.noted(one)) and (not definite or page.lower(two.opens - 1) in WHOSE):
        return False
    lead = sheet.headed(one) and not sheet.headed(two)
    if one.form == two.form == "single":
        return one.effect == two.effect and _noun(one) == _noun(two) and one.why[0].rule != two.why[0].rule or one.whole is not None and one.effect == two.effect and _noun(one) in (_noun(two), "") and two.whole in (None, one.whole) and one.whole.effect in ("casualty", two.effect)
    if two.form == "single" or one.form == "single" or page.sentence(one.first) == page.sentence(two.first) and not definite:
        return False
    if two.kind in MEASURES or two.kind in ("age", "other"):
        near = lead and (two.noun is not None or page.paragraph(two.first) == sheet.heads)
        return near or definite and two.kind != "age"
    if one.whole is not None and two.whole is not None and one.whole is not two.whole:
        return False
    if one.effect is not None and one.effect == two.effect:
        return lead or definite or one.value > 3 and _noun(one) in (_noun(two), "") or one.value > 9
    return lead and one.value > 1 or definite and one.value > 1 or one.value > 9 and _noun(one) == _noun(two) and one.effect == two.effect


def closes(sheet: Sheet, count: Count) -> bool:
    """Whether a count is a sum that closes a coder's note: 6 fatalities, 2 injuries. Coded as 6. Fatalities: 6."""
    sentence = count.near
    if count.effect is None or CODED.isdisjoint(sentence.words) or count.noun is not None and count.noun.head not in CODED:
        return False
    if "coded" in sentence.words:
        return True
    short = sentence.last - sentence.first < SHORT and not any(verb.form == "finite" and verb.lemma not in REPORTING for verb in sentence.verbs)
    return short and all(other.noun is None or other.noun.head in CODED for other in sheet.between(sentence.first, sentence.last))


def _summed_up(sheet: Sheet, one: Count, two: Count) -> bool:
    """Whether the sum that closes a note is the number of the only ones of whom it tells."""
    page = sheet.page
    return one.effect == two.effect and one.kind == "people" and one.whole is None and page.paragraph(one.first) == page.paragraph(two.first)


def _noun(count: Count) -> str:
    return _one_of(count.noun.head) if count.noun else ""


@lru_cache(maxsize=1000)
def _one_of(head: str) -> str:
    """A noun as it is said of one."""
    for ending, rest in (("ies", "y"), ("men", "man"), ("children", "child"), ("people", "people"), ("s", "")):
        if head.endswith(ending) and len(head) > 3:
            return head.removesuffix(ending) + rest
    return head


def _thing(count: Count) -> str:
    """The noun of a count, or the one that it shares with those before it."""
    while count.noun is None and count.kin is not None:
        count = count.kin
    return _noun(count)


def _side(count: Count) -> int | None:
    return SIDE_OF.get(_noun(count))


def _rounds(one: Count, two: Count) -> bool:
    bound = one.qualified[0] if one.qualified else ""
    if bound in ("at_least", "more_than") and two.value < one.value or bound in ("at_most", "less_than") and two.value > one.value:
        return False  # more than 200 wounded, then 197
    if one.form == "vague":
        return one.value <= two.value < one.value * 5
    return one.value >= 10 and one.value % 10 == 0 and abs(one.value - two.value) <= 0.08 * two.value and one.value != two.value


DRONES = frozenset("drone uav vehicle aircraft".split())
