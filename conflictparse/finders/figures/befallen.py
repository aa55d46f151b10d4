"""What befell those counted: the rules where not the clause of a count tells it (a whole, the count before, the noun), and the answer of all."""
from ...page import Page
from ...page.phrases import Phrase
from ...rule import Ruling
from . import fate
from .effect import answer
from .kind import ILL, of_a_parent
from .sheet import Count, Sheet, over_adverbs
from .tolls import EFFECT  # whose rules stand before these

ONLY_PEOPLE = frozenset(("killed", "wounded", "casualty", "surrendered", "freed", "displaced"))
LETTING_GO = frozenset(("escape", "hand"))
HOSTAGES = frozenset("hostage hostages captive captives abductees".split())
FIRED = frozenset("missile missiles rocket rockets shell shells mortar mortars projectile projectiles bomb bombs katyusha katyushas".split())
HUMAN = frozenset((*ONLY_PEOPLE, "missing", "captured"))
MUSTERING = frozenset("have provide field command muster number possess boast maintain retain keep contribute".split())
RANKS = frozenset("members men people cadres recruits followers adherents".split())
CIVIL = frozenset("party union church association league club company university federation congress society council parliament".split())
RESPONDERS = frozenset("rescuers firefighters firemen medics paramedics sappers divers responders crews teams".split())
MANY = 50  # people, and more, who arrive as refugees do
ARRIVING = frozenset("arrive cross enter reach come".split())
GOING = frozenset("move go relocate walk trek gather crowd cram pack huddle shelter arrive shift".split())
CAMPS = frozenset("camp camps shelter shelters".split())
FIGURES = frozenset("figure number toll total tally count".split())
FORCES = frozenset(
    "army armies force forces militia militias group groups gang gangs faction factions movement battalion battalions brigade brigades cell cells cartel cartels organization organisation "
    "unit units insurgency outfit contingent regiment division column network wing".split()
)
MOVING = frozenset("airlift fly rush ferry move bring truck bus ship transfer shift land draft pour direct order despatch".split())
TO_CARE = frozenset("take rush admit bring evacuate airlift fly transfer refer treat move carry transport convey shift ferry send".split())
STAYING = frozenset("remain lie stay recover recuperate convalesce".split())
IN_CARE = TO_CARE | STAYING
HOSPITALS = frozenset("hospital hospitals clinic clinics infirmary dispensary icu".split())
SHARED = 4  # tokens from one bare number of a list to the next
ARMED = frozenset("soldiers fighters troops militants rebels guerrillas guerillas gunmen insurgents men combatants policemen police marines servicemen servicewomen personnel operatives snipers agents conscripts mercenaries peacekeepers paratroopers commandos volunteers jihadists contras regulars reservists militiamen gendarmes guards mujahideen legionnaires airmen sailors".split())


@EFFECT.rule
def of_the_stricken(sheet: Sheet, count: Count):
    """Some of the dead are dead, and some of the wounded wounded, where nothing else befell them.

    + Seven of «the dead» were members of one family.
    + The «injured», of whom seven are in a coma, were flown out.
    - Seven of the rebels were members of one family.
    """
    page, of = sheet.page, count.last + 1
    if page.lower(count.opens - 1) == "whom" and [page.lower(count.opens - 3), page.lower(count.opens - 2)] == [",", "of"] and (effect := fate.STRICKEN.get(page.lower(count.opens - 4))):
        return effect, page.words(count.opens - 4, count.opens - 4)
    found = fate.said_at(page, over_adverbs(page, of + 2), "people", 1) if page.lower(of) == "of" and page.lower(of + 1) in ("the", "those") and count.noun is None else None
    return (found.effect, page.words(of + 1, found.last)) if found else None


@EFFECT.rule
def escaped(sheet: Sheet, count: Count):
    """Those whom somebody held and who escaped, or were handed over, are free.

    + Ten hostages «escaped» in the night.
    + Ten of the hostages managed to «escape».
    + They kidnapped 28 men, but 19 of them «escaped».
    + Rebels «handed over» three hostages.
    - Ten farmers escaped.
    """
    held = count.whole is not None and count.whole.effect == "captured" or fate.head_of(count, sheet.page, "weak") is not None
    if LETTING_GO.isdisjoint(count.near.lemmas) or count.kind != "people" or not held:
        return None
    for deed in sheet.deeds_of(count):
        over = deed.verb.lemma == "hand" and sheet.page.lower(deed.verb.head + 1) == "over" and count.noun is not None and count.noun.head in HOSTAGES
        if over or deed.verb.lemma == "escape" and deed.part == "subject" and not deed.verb.negated:
            return "freed", sheet.page.words(deed.verb.head, deed.verb.head + over)
    return None


@EFFECT.rule
def part_of_a_whole(sheet: Sheet, count: Count):
    """Those counted are part of others, and share their fate: "12 killed, including three children".

    + They found 12 bodies: «ten men» and two women.
    """
    whole = count.whole
    kind = whole.kind if whole and count.elliptic and count.kind == "other" else count.kind
    if whole is None or whole.effect is None or kind not in fate.FITTING or whole.effect not in fate.FITTING[kind]:
        return None
    count.verb = whole.verb
    return whole.effect, sheet.page.words(count.first, count.end)


@EFFECT.rule
def shared_by_ellipsis(sheet: Sheet, count: Count):
    """The clause is cut short and takes its verb from the one before: "12 were killed in Mira and five in Kolb".

    + 12 people were killed in Mira and «five» in Kolb.
    """
    if count.kin is None or not count.elliptic or count.form == "single" or count.kin.effect is None or sheet.page.lower(count.opens - 1) == "of":
        return None
    if sheet.page.sentence(count.first) != sheet.page.sentence(count.kin.first) or any((deed.verb.form == "finite" or deed.part == "object") and deed.verb is not count.kin.verb and deed not in sheet.deeds_of(count.kin) for deed in sheet.deeds_of(count)):
        return None
    count.verb = count.kin.verb
    return count.kin.effect, sheet.page.words(count.first, count.last)


@EFFECT.rule
def added_behind_the_clause(sheet: Sheet, count: Count):
    """Behind the clause others are added, and share the fate that it tells: "two soldiers were killed, as well as three civilians".

    + Two soldiers were killed on the road, as well as «three civilians».
    + Two soldiers were «wounded», along with three civilians.
    + Karl Mira was «killed» along with three of his guards.
    + She was «freed» on Saturday together with four other pupils.
    - Two soldiers were killed, as well-known rebels and three civilians watched.
    """
    page, before = sheet.page, tuple(sheet.page.lower(i) for i in range(max(0, count.opens - 3), count.opens))
    if count.kind != "people" or before != ("as", "well", "as") and before[1:] not in (("along", "with"), ("together", "with")):
        return None
    verb = next((verb for verb in reversed(page.verbs_of(page.sentence(count.first))) if verb.last < count.opens and verb.form != "participle"), None)
    if before[0] != "as" and verb is not None and (found := fate.befallen(page, verb, "subject", "people")):
        return answer(page, found)  # was killed on Sunday along with three guards
    for other in sheet.before(count, 6):
        if page.sentence(other.first) != page.sentence(count.first):
            return None
        if other.effect in fate.FITTING["people"] and other.whole is None and other.verb is not None and other.verb.head < count.first:
            return other.effect, page.words(count.first, count.end)
    return None


@EFFECT.rule
def compared_with(sheet: Sheet, count: Count):
    """Those with whom others are compared met the same fate.

    + In May 214 people were slain. That «compares» with 131 in April.
    + It said 28 rebels were killed, «against» three soldiers.
    + It said 352 civilians were killed. The mayor said the «figure» was closer to 3,300.
    - In May 214 people were slain. That day 131 fled.
    """
    if sheet.page.lower(count.opens - 1) == "against" and (told := sheet.previous(count)) is not None and told.kind == count.kind and told.first >= count.near.first and sheet.page.lower(count.opens - 2) == ",":
        return (told.effect, sheet.page.words(count.opens - 1, count.opens - 1)) if told.effect else None
    if count.kin is None or not count.elliptic or count.kin.effect is None:
        return None
    told = next((deed.verb for deed in sheet.deeds_of(count) if deed.verb.subject is not None and sheet.page.lower(deed.verb.subject.head) in FIGURES), None)
    told = told or next((verb for verb in count.near.verbs if verb.lemma in ("be", "stand") and verb.subject is not None and sheet.page.lower(verb.subject.head) in FIGURES and 0 < count.opens - verb.last < 4), None)
    if told is not None and not told.negated:
        return count.kin.effect, sheet.page.words(told.subject.head, told.subject.head)
    verb = sheet.page.verb(count.opens - 2) if sheet.page.lower(count.opens - 1) in ("with", "to") else None
    return (count.kin.effect, sheet.page.words(verb.head, verb.head)) if verb is not None and verb.lemma == "compare" else None


@EFFECT.rule
def bodies_counted_on(sheet: Sheet, count: Count):
    """A bare number goes on counting the bodies or the deaths before it.

    + Five bodies were found in Mira and «eight» turned up in Kolb.
    - Five men were found in Mira and eight turned up in Kolb.
    """
    kin = count.kin if count.elliptic and count.form == "count" and count.kind == "people" else None
    found = fate.head_of(kin, sheet.page, "head") if kin and sheet.page.sentence(kin.first) == sheet.page.sentence(count.first) else None
    return (found.effect, sheet.page.words(count.first, count.last)) if found and found.effect == "killed" else None


@EFFECT.rule
def noun_of_an_earlier_fate(sheet: Sheet, count: Count):
    """The clause says nothing, but the noun tells what befell them before: hostages, refugees.

    + The camp feeds 300 «refugees».
    - The camp feeds 300 men.
    """
    return answer(sheet.page, fate.head_of(count, sheet.page, "weak")) if count.kind == "people" else None


@EFFECT.rule
def adjective_before_the_noun(sheet: Sheet, count: Count):
    """An adjective before the noun says it: three wounded children.

    + They brought three «wounded» children.
    + They brought 340 weapon-«wounded» men.
    + They saw 12 «burnt-out» cars.
    """
    page, noun = sheet.page, count.noun
    if noun is None or count.kind not in fate.FITTING:
        return None
    for i in range(noun.first, noun.last):
        word = page.lower(i).rpartition("-")[2]
        if word in ("out", "up", "down", "off"):
            word = page.lower(i).partition("-")[0]  # burnt-out cars
        found = fate.look([word], "said", count.kind) or fate.participle(page, i, word, 1, count.kind)
        if found and word not in ("left", "based", "armed"):
            start = page.tokens[i].start + page.lower(i).rfind(word)
            return found[0], page.story.span(start, page.tokens[i].end)
    return None


@EFFECT.rule
def strength(sheet: Sheet, count: Count):
    """A force is so and so strong: those counted are under arms.

    + A «5,000-strong» force came.
    + The rebels «have» 2,000 fighters in the town.
    + The gang still «has» some 400 members.
    + He said 2,500 troops «remained» on the ground.
    + The army is thought to «number» some 120,000 troops.
    + The valley has three militias, «with 900 members» between them.
    + There are «8,400 troops» in the valley.
    """
    page = sheet.page
    if count.kind != "people":
        return None
    verb = page.verb(count.opens - 1) if count.noun is None else None
    if verb is not None and verb.lemma == "number" and (force := verb.subject or page.phrase(verb.first - 2)) is not None and _a_force(page, force):
        return "deployed", page.words(verb.head, verb.head)
    if page.lower(count.last + 1) == "-" and page.lower(count.last + 2) in ("strong", "man-strong"):
        return "deployed", page.words(count.first, count.last + 2)
    armed = count.noun is not None and count.noun.head in ARMED
    for deed in sheet.deeds_of(count):
        if armed and deed.verb.lemma == "be" and page.lower(deed.verb.first - 1) == "there" and page.lower(count.end + 1) in ("in", "on", "at", "along", "near"):
            return "deployed", page.words(count.first, count.end)
        if armed and deed.part == "subject" and deed.verb.lemma in ("remain", "stay") and {"ground", "place"} & {page.lower(deed.verb.last + 2), page.lower(deed.verb.last + 3)}:
            return "deployed", page.words(deed.verb.head, deed.verb.head)
        if deed.part == "object" and deed.verb.lemma in MUSTERING and (armed or _in_its_ranks(page, count, deed.verb.subject)):
            return "deployed", page.words(deed.verb.head, deed.verb.head)
    before = page.lower(count.opens - 1) == "with" and page.phrase(count.opens - 2 - (page.lower(count.opens - 2) == ","))
    return ("deployed", page.words(count.opens - 1, count.end)) if before and _in_its_ranks(page, count, before) else None


@EFFECT.rule
def in_hospital(sheet: Sheet, count: Count):
    """Those who are taken to a hospital, lie in one or are treated are wounded.

    + Five guards were «admitted» to Tema Hospital.
    + Nineteen people «remain» in hospitals.
    + Twelve others are still being «treated».
    - Nineteen patients were moved from the hospital.
    - Nineteen prisoners were treated as guests.
    """
    page = sheet.page
    if count.kind != "people" or IN_CARE.isdisjoint(count.near.lemmas):
        return None
    for deed in sheet.deeds_of(count):
        verb, i = deed.verb, deed.verb.last + 1
        cared_for = deed.part == "subject" and verb.passive and verb.lemma == "treat" and page.lower(i) not in ("as", "like", "with", "well", "badly", "fairly") and page.lower(i + 1) not in ILL
        moved = verb.lemma in TO_CARE and (deed.part == "object") != verb.passive or verb.lemma in STAYING and deed.part == "subject" and not verb.passive
        if cared_for or moved and _at_a_hospital(page, max(i, count.end + 1) if deed.part == "object" else i):
            return "wounded", page.words(verb.head, verb.head)
    return None


def _at_a_hospital(page: Page, first: int) -> bool:
    """Whether the words from a token on say `to`, `in` or `at` a hospital."""
    at = False
    for i in range(first, min(first + 9, page.sentence(first).last + 1)):
        if page.tag(i) == "mark" and page.lower(i) not in ("-", "'", "’") or page.lower(i) in ("from", "of"):
            return False
        at = page.lower(i) in ("to", "in", "at", "into", "inside") if page.tag(i) == "prep" else at
        if page.lower(i) in HOSPITALS:
            return at
    return False


@EFFECT.rule
def brought_up(sheet: Sheet, count: Count):
    """Men under arms who are brought somewhere are deployed there.

    + The army «airlifted» 120 more soldiers to the town.
    + Some 300 policemen were «rushed» to the scene.
    - The army airlifted 120 villagers to the town.
    - The army airlifted 12 wounded soldiers to the town.
    """
    page = sheet.page
    if count.kind != "people" or count.noun is None or count.noun.head not in ARMED or MOVING.isdisjoint(count.near.lemmas):
        return None
    deed = next((deed for deed in sheet.deeds_of(count) if deed.verb.lemma in MOVING and (deed.part == "object") != deed.verb.passive), None)
    return ("deployed", page.words(deed.verb.head, deed.verb.head)) if deed else None


def _in_its_ranks(page: Page, count: Count, force: Phrase | None) -> bool:
    """Whether those counted are the members of a force."""
    if count.noun is None or count.noun.head not in RANKS:
        return False
    if force is not None and page.tag(force.head) == "name" and page.lower(count.noun.first) not in ("armed", "active", "uniformed", "full-time"):
        return False  # a union has members too
    return _a_force(page, force) if force is not None and page.tag(force.head) != "rel" and page.lower(force.head) != "which" else not FORCES.isdisjoint(count.near.words)


def _a_force(page: Page, phrase: Phrase) -> bool:
    """Whether a phrase means a force: a gang, an army, a body of a name that is no party's or company's."""
    name = page.name(phrase.head)
    body = name is not None and name.kind in ("body", None) and CIVIL.isdisjoint(map(page.lower, range(name.first, name.last + 1)))
    return body or page.lower(phrase.head) in FORCES


@EFFECT.rule
def at_work(sheet: Sheet, count: Count):
    """Rescuers and their machines that are involved or engaged in an operation are deployed.

    + More than 130 firefighters and 31 vehicles are «involved».
    - Two soldiers were involved in the murder.
    """
    page, head = sheet.page, count.noun.head if count.noun else ""
    if count.kind != "equipment" and head not in RESPONDERS:
        return None
    deed = next((deed for deed in sheet.deeds_of(count) if deed.part == "subject" and deed.verb.lemma in ("involve", "engage") and deed.verb.passive), None)
    return ("deployed", page.words(deed.verb.head, deed.verb.head)) if deed else None


@EFFECT.rule
def arrivals(sheet: Sheet, count: Count):
    """In a story of refugees, those who arrive, cross or enter somewhere are displaced.

    + They took in 900 refugees. Since May 37,000 people have «arrived».
    + Refugees come by bus; an estimated 2,442 people «crossed» at Tema.
    - Since May 37,000 people have arrived.
    - They took in 900 refugees. Since May 370 soldiers have arrived.
    """
    page = sheet.page
    if count.kind != "people" or count.value < MANY or count.noun is not None and count.noun.head in ARMED or ARRIVING.isdisjoint(count.near.lemmas) or not sheet.of_refugees:
        return None
    deed = next((deed for deed in sheet.deeds_of(count) if deed.part == "subject" and deed.verb.lemma in ARRIVING and not deed.verb.passive and deed.verb.form != "participle"), None)
    return ("displaced", page.words(deed.verb.head, deed.verb.head)) if deed else None


@EFFECT.rule
def in_a_camp(sheet: Sheet, count: Count):
    """Those who have moved to a camp or a shelter, or crowd into one, are displaced.

    + More than 3,000 people have «moved» to the IDP camp in Tema.
    - Some 900 soldiers moved to the camp.
    """
    page = sheet.page
    if count.kind != "people" or count.noun is None or count.noun.head in ARMED or GOING.isdisjoint(count.near.lemmas):
        return None
    for deed in sheet.deeds_of(count):
        if deed.part == "subject" and deed.verb.lemma in GOING and any(page.lower(i) in CAMPS for i in range(deed.verb.last + 1, min(deed.verb.last + 7, count.near.last))):
            return "displaced", page.words(deed.verb.head, deed.verb.head)
    return None


def find(sheet: Sheet, count: Count) -> None:
    """Settle the effect of a count, and its kind where only the effect tells that people are meant."""
    unknown = count.kind == "other" and "kind" not in [why.field for why in count.why]
    if count.why[-1].field == "effect" or count.kind not in fate.FITTING and not unknown and not (count.noun is None and count.kind in ("other", "incidents")):
        return
    if count.elliptic and of_a_parent(sheet.page, count):
        return
    if count.whole is not None and count.whole.first > count.first and count.whole.whole is not count:
        find(sheet, count.whole)
    ruling = _settled(sheet, count)
    if ruling is None or unknown and count.noun is not None and (ruling.value not in ONLY_PEOPLE or ruling.why.words.text.casefold().startswith("loss")):
        return  # a loss of 14 cts
    if count.noun is not None and count.noun.head in FIRED and "crash" in ruling.why.words.text:
        return  # rockets crashed into the town
    if count.kind == "incidents" and ruling.value not in HUMAN:
        return  # 240 violations, of which 20 were committed
    count.effect = ruling.value
    count.why.append(ruling.why)
    if count.kind not in fate.FITTING or ruling.value not in fate.FITTING[count.kind]:
        count.kind = "people"


def _settled(sheet: Sheet, count: Count):
    """What befell those counted, as what they are or, where the words tell so, as what else they turn out to be."""
    own, verb, kind, other = EFFECT.settle(sheet, count), count.verb, count.kind, _other_kind(sheet, count)
    if other is None:
        return own
    count.kind = other
    ruling = EFFECT.settle(sheet, count)
    if ruling is not None and (_people_after_all(sheet, count, own, ruling) if other == "people" else own is None or ruling.value == "seized"):
        return ruling
    count.kind, count.verb = kind, verb
    return own


def _other_kind(sheet: Sheet, count: Count) -> str | None:
    """What else those counted may be: a bare number, people, whatever was counted before; others behind things, things: 80 tanks were captured and 220 others destroyed."""
    if count.elliptic and count.kin is not None:
        return "people" if count.kind != "people" else None
    told = sheet.previous(count) if count.noun is not None and count.noun.head == "others" else None
    return told.kind if told is not None and told.kind in ("equipment", "structures") and told.first >= count.near.first else None


def _people_after_all(sheet: Sheet, count: Count, own: Ruling | None, ruling: Ruling) -> bool:
    """Whether the words say of a bare number what befalls only people, or the bare number right before it turned out to count them."""
    if ruling.why.rule.rpartition(".")[2] in ("part_of_a_whole", "shared_by_ellipsis"):
        return False
    if ruling.value in ONLY_PEOPLE and (own is None or ruling.value != "casualty" and not ruling.why.words.text.casefold().startswith("los")):
        return True  # but what was lost may be things
    return own is None and ruling.value == "captured" or _goes_on(sheet, count)


def _goes_on(sheet: Sheet, count: Count) -> bool:
    """Whether the bare number right before it turned out to count people: 25 wounded and five missing."""
    told = sheet.previous(count)
    return told is not None and told.elliptic and told.kind == "people" and count.opens - told.end < SHARED
