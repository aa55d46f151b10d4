"""The effect: what became of those whom a figure counts."""
from ...page import Page
from ...page.tags import FINITE
from ...rule import Rulebook
from . import fate, standing
from .deeds import Deed
from .fate import Fate
from .sheet import Count, Sheet, verbs_near

EFFECT = Rulebook("figures.effect")
FAR = 60  # tokens between a count and the verb that says what befell its subject
LED_AWAY = frozenset("take lead drag line march pull herd round force separate haul order".split())
HOARDS = frozenset("haul booty loot seizure seizures recoveries spoils".split())
AIRBORNE = frozenset("drone drones missile missiles rocket rockets uav uavs projectile projectiles shell shells mortar mortars".split())


@EFFECT.rule
def the_noun_says_it(sheet: Sheet, count: Count):
    """The noun that is counted says what befell those counted: bodies, deaths, casualties.

    + They found 12 «bodies».
    + The shelling caused 30 «casualties».
    + The toll reached 30 «martyrs and wounded».
    + They buried 34 bodies, and kin took away 47 «others».
    - They found 12 houses.
    """
    if count.kind != "people":
        return None
    told = sheet.previous(count) if count.noun is not None and count.noun.head == "others" else None
    if told is not None and told.first >= count.near.first and told.noun is not None and told.noun.head in ("bodies", "corpses"):
        return "killed", count.noun.span  # 34 bodies were buried here and 47 others elsewhere
    found = fate.head_of(count, sheet.page, "head")
    if found is not None and found.effect == "killed" and sheet.page.lower(count.end + 1) == "and" and sheet.page.lower(count.end + 2) in ("wounded", "injured"):
        return "casualty", sheet.page.words(found.first, count.end + 2)
    return answer(sheet.page, found)


@EFFECT.rule
def dead_and_wounded(sheet: Sheet, count: Count):
    """Dead and wounded in one number: a casualty, not said which.

    + There were 30 «dead and wounded».
    + About 30 people were «killed or wounded».
    + About 30 people were «killed, wounded or captured».
    - Rebels left 30 dead and 12 wounded.
    """
    if count.kind != "people" and not count.elliptic:
        return None
    page = sheet.page
    for i in (count.end + 1, *[deed.verb.head for deed in sheet.deeds_of(count)[:2] if deed.part == "subject"]):
        found = fate.at(page, i, 4, "said", "people")
        if found and found[0] == "casualty" and found[1] > 2:
            return found[0], page.words(i, i + found[1] - 1)
    for deed in sheet.deeds_of(count)[:2] if "or" in count.near.words else ():
        if (first := standing.one_of_three(page, deed)) is not None:
            count.verb = deed.verb
            return "casualty", page.words(first, first + 4)
    return None


@EFFECT.rule
def intercepted_in_flight(sheet: Sheet, count: Count):
    """What is intercepted in the air is destroyed, not seized.

    + The air force «intercepted» 91 drones.
    + Over the port 91 drones were «intercepted».
    - The navy intercepted two boats.
    """
    noun = count.noun or count.kin and count.kin.noun
    if noun is None or noun.head not in AIRBORNE:
        return None
    deed = next((deed for deed in sheet.deeds_of(count) if deed.verb.lemma in ("intercept", "neutralize", "neutralise")), None)
    return ("destroyed", sheet.page.words(deed.verb.head, deed.verb.head)) if deed else None


@EFFECT.rule
def in_the_end(sheet: Sheet, count: Count):
    """A second verb says what befell those counted in the end: "were led away and shot dead", "lined up 16 men and executed them".

    + Two men were dragged from their homes and «executed».
    + Rebels rounded up 40 men and «executed» them.
    + Ten shops were looted and «burned».
    + Four men were taken from a bar and «shot».
    - Rebels rounded up 40 men and saw them.
    """
    if "and" not in count.near.words:
        return None
    kind = fate.kind_of(count)
    for deed in sheet.deeds_of(count)[:2]:
        second = standing.second_deed(sheet.page, deed) if deed.verb.form == "finite" else None
        found = fate.by_verb(sheet.page, second, "object", kind) if second is not None else None
        if found is not None and found.effect == "casualty" and second.lemma == "shoot" and deed.verb.lemma in LED_AWAY:
            found = found._replace(effect="killed")  # were taken from a bar and shot
        if found is not None and (found.effect in ("killed", "destroyed") or fate.befallen(sheet.page, deed.verb, deed.part, kind) is None):
            count.verb = second
            return answer(sheet.page, found)
    return None


@EFFECT.rule
def subject_of_the_clause(sheet: Sheet, count: Count):
    """The verb of the clause says what those counted suffered or did: "12 were killed", "12 fled".

    + 12 soldiers were «killed».
    + Two trucks, 15 cars and a bus were «burned».
    + In the end 300 families «fled».
    + 11 pupils are still «missing».
    + 12 rebels, who refused to surrender, were «killed».
    + A guard who was wounded by a mine «died» in hospital.
    - 12 soldiers killed a man.
    - Dozens wounded and an unknown number are missing.
    """
    told = sheet.deeds_of(count)
    for deed in sorted(told, key=_meant) if told and not standing.divided(sheet, count) else ():
        if deed.part == "subject" and deed.verb.form != "participle" and abs(deed.verb.head - count.end) < FAR and not _told_already(sheet, count, deed.verb):
            found = fate.befallen(sheet.page, deed.verb, "subject", fate.kind_of(count))
            if found and not standing.told_apart(sheet, count, deed.verb):
                verb, found = standing.death_after(sheet, told, deed.verb, found)
                count.verb = verb
                return answer(sheet.page, found)
    return None


@EFFECT.rule
def said_right_after(sheet: Sheet, count: Count):
    """The word follows those counted, or the list that they stand in: "12 dead", "five bridges destroyed".

    + The attack left 12 «dead».
    + The attack left 12 rebels «dead».
    + Blast in Tema: 3 «killed» 15 «injured»
    + 11 pupils still «missing»
    + Two of the 26 crewmen «wounded» were flown out.
    - Two of the ship's 26 crewmen were reported missing.
    - Rebels killed 12 soldiers.
    """
    page = sheet.page
    after = standing.over_aside(sheet, count)
    if page.tag(after) in (*FINITE, "to") and standing.divided(sheet, count):
        return None
    found = fate.said_at(page, after, fate.kind_of(count)) if page.sentence(count.first).last >= after else None
    if found is not None and page.lower(count.opens - 1) == ":" and page.lower(found.last + 1 + (page.tag(found.last + 1) == "noun" and not page.tokens[found.last + 1].capital)) == ":":
        return None  # Killed: 12 Wounded: 30, dead: 12 wounded rebels: 30
    if found is not None and found.effect == "displaced" and page.lower(found.first) == "from" and any(deed.part == "object" for deed in sheet.deeds_of(count)):
        return None  # took five men from their homes
    if found is not None and found.effect == "trapped" and (dead := fate.of_noun(page, count, "people")) is not None and dead.effect == "killed":
        return answer(page, dead)  # the bodies of three children are still under the rubble
    return answer(page, found) if found and not standing.active(sheet, found) and not (found.effect == "captured" and standing.set_free(sheet, count)) else None


@EFFECT.rule
def object_of_the_verb(sheet: Sheet, count: Count):
    """The verb says what was done to those counted: "killed 12", "wounding 30 others".

    + Rebels «killed» 12 soldiers.
    + The blast «wounded» 12 men and 30 women.
    + Rebels «burned» and looted 12 shops.
    + The army «lost» three men.
    - Rebels saw 12 soldiers.
    """
    told = sheet.deeds_of(count)
    for deed in told if told and not standing.divided(sheet, count) else ():
        if deed.part == "object" and standing.killed_or(sheet.page, deed.verb) and fate.kind_of(count) == "people":
            count.verb = deed.verb
            return "casualty", sheet.page.words(deed.verb.head - 2, deed.verb.head)
        if deed.part == "object" and deed.verb.lemma == "destroy" and count.kind == "people" and len(deed.verb.objects) > 1:
            return "killed", sheet.page.words(deed.verb.head, deed.verb.head)  # destroyed a car and up to 20 soldiers
        if deed.part == "object" and (found := fate.befallen(sheet.page, deed.verb, "object", fate.kind_of(count))):
            found = standing.worse(sheet.page, deed.verb, fate.kind_of(count)) or found
            count.verb = deed.verb
            if found.effect == "killed" and deed.verb.lemma == "lose" and standing.put_out_of_action(sheet, count, deed.verb):
                return "casualty", found.words(sheet.page)
            return answer(sheet.page, found)
    return None


@EFFECT.rule
def counted_among_the_stricken(sheet: Sheet, count: Count):
    """The dead include those counted, or they are among the dead.

    + «The dead» included two women.
    + «Those killed» included four aid workers.
    + Among «the dead» were four children.
    + «The dead» were two farmers and a driver.
    + The «victims», among them a boy and two women, lay in a ditch.
    + Of «the dead», nine were women.
    + Ten attackers were among the 31 people «killed».
    + Items «recovered» included 7 rifles.
    + The «haul» included 7 rifles.
    - The guests included two women.
    """
    page = sheet.page
    if count.kind == "equipment":
        verbs = [deed.verb for deed in sheet.deeds_of(count) if deed.part == "object" and deed.verb.lemma in standing.INCLUDING and deed.verb.subject]
        if hoard := next((verb.subject for verb in verbs if page.lower(verb.subject.head) in HOARDS), None):
            return "seized", page.words(hoard.head, hoard.head)
        found = next((found for verb in verbs for i in range(verb.subject.first, verb.first) if page.tag(i) in ("part", "verb") and (found := fate.said_at(page, i, "equipment", 1))), None)
        return answer(page, found)
    if count.kind != "people":
        return None
    return answer(page, standing.among_the_stricken(sheet, count))


@EFFECT.rule
def said_after_the_list(sheet: Sheet, count: Count):
    """The word stands at the end of the list: "12 rebels and five soldiers dead".

    + The attack left 12 rebels and five soldiers «dead».
    - Gunmen free 27 pupils, 11 missing
    """
    here = count
    while (here := standing.next_of_list(sheet, here)) is not None and here.whole is count.whole:
        if found := fate.said_at(sheet.page, here.end + 1, fate.kind_of(count)):
            return answer(sheet.page, found) if not standing.active(sheet, found) and here.kind == count.kind and not here.elliptic else None
    return None


@EFFECT.rule
def listed_after_a_colon(sheet: Sheet, count: Count):
    """The clause before a colon says what befell those whom the list after it counts.

    + The army has «destroyed» since May: 12 tanks, 30 trucks.
    + These have been «destroyed» since May: 12 tanks, 30 trucks.
    - The army came with this: 12 tanks.
    """
    if ":" not in count.near.words:
        return None
    page, i = sheet.page, min([count.opens, *sheet.members(count)]) - 1
    first = count.near.first
    if page.lower(i) != ":":
        return None
    for verb in reversed(verbs_near(page, count.first)):
        if first <= verb.last < i and not any(page.lower(other.first - 1) == ":" for other in sheet.between(verb.last + 1, i)) and (found := fate.by_verb(page, verb, "object", fate.kind_of(count))):
            count.verb = verb
            return answer(page, found)
    return None


@EFFECT.rule
def noun_before_of(sheet: Sheet, count: Count):
    """A noun before `of` says it: the death of six, the surrender of 275.

    + It would ensure the «surrender» of 275 rebels.
    + They announced the «arrest» of five suspects.
    + The blast did severe «damage to» 20 shops.
    - They announced the plan of 20 rebels.
    """
    if standing.divided(sheet, count):
        return None  # set fire to 150 of its 400 houses
    for member in [count] if count.elliptic else standing.list_before(sheet, count):
        if found := fate.of_noun(sheet.page, member, fate.kind_of(count)):
            held = found.effect == "missing" and fate.head_of(count, sheet.page, "weak") is not None  # the fate of 40 prisoners
            return None if held else answer(sheet.page, found)
    return None


@EFFECT.rule
def damage_caused(sheet: Sheet, count: Count):
    """Damage is said to be caused, done or inflicted to those counted.

    + «Damage was caused» to 20 shops.
    - Damage was caused by 20 shells.
    """
    page = sheet.page
    if count.kind not in ("structures", "equipment") or page.lower(count.opens - 1) not in ("to", "on"):
        return None
    verb = next((verb for verb in reversed(verbs_near(page, count.first)) if count.opens - 4 <= verb.last < count.opens), None)
    if verb is None or verb.lemma not in ("cause", "do", "inflict") or not verb.passive or verb.subject is None or page.lower(verb.subject.head) != "damage":
        return None
    return "damaged", page.words(verb.subject.head, verb.last)


def first_look(sheet: Sheet, count: Count) -> str | None:
    """What the words right at a count say befell it, without a look at other counts."""
    for rule in (the_noun_says_it, subject_of_the_clause, said_right_after, object_of_the_verb):
        if (found := rule(sheet, count)) is not None:
            return found[0]
    return None


def answer(page: Page, found: Fate | None):
    return (found.effect, found.words(page)) if found else None


def _meant(deed: Deed) -> bool:
    """Whether a verb tells of what is only meant, or asked for: what is told to have happened comes first."""
    return deed.verb.form == "infinitive"


def _told_already(sheet: Sheet, count: Count, verb) -> bool:
    """Whether the word right behind a count says what befell it, and others stand between it and the verb: dozens wounded and an unknown number are missing."""
    found = fate.said_at(sheet.page, count.end + 1, fate.kind_of(count))
    return found is not None and sheet.page.lower(found.last + 1) == "and" and sheet.page.tag(found.last + 2) in ("det", "num", "qual") and found.last + 2 < verb.first
