"""Where those counted are or were brought, which tells what befell them: in the ranks of a force, in a hospital, in a camp."""
from ...page import Page
from ...page.phrases import Phrase
from .befallen import EFFECT  # whose rules stand before these
from .kind import ILL
from .sheet import Count, Sheet

MUSTERING = frozenset("have provide field command muster number possess boast maintain retain keep contribute pledge promise offer commit".split())
RANKS = frozenset("members men people cadres recruits followers adherents".split())
CIVIL = frozenset("party union church association league club company university federation congress society council parliament".split())
RESPONDERS = frozenset("rescuers firefighters firemen medics paramedics sappers divers responders crews teams".split())
MANY = 50  # people, and more, who arrive as refugees do
ARRIVING = frozenset("arrive cross enter reach come move".split())
GOING = frozenset("move go relocate walk trek gather crowd cram pack huddle shelter arrive shift".split())
CAMPS = frozenset("camp camps shelter shelters site sites".split())
STAYING_IN_ONE = frozenset("be live stay remain sleep".split())
FORCES = frozenset(
    "army armies force forces militia militias group groups gang gangs faction factions movement battalion battalions brigade brigades cell cells cartel cartels organization organisation "
    "unit units insurgency outfit contingent regiment division column network wing".split()
)
MOVING = frozenset("airlift fly rush ferry move truck bus ship transfer shift land draft pour despatch".split())
TO_CARE = frozenset("take rush admit bring evacuate airlift fly transfer refer treat move carry transport convey shift ferry send".split())
STAYING = frozenset("remain lie stay recover recuperate convalesce".split())
IN_CARE = TO_CARE | STAYING
HOSPITALS = frozenset("hospital hospitals clinic clinics infirmary dispensary icu".split())
ARMED = frozenset("soldiers fighters troops militants rebels guerrillas guerillas gunmen insurgents men combatants policemen police officers constables marines servicemen servicewomen personnel operatives snipers agents conscripts mercenaries peacekeepers paratroopers commandos volunteers jihadists contras regulars reservists militiamen gendarmes guards mujahideen legionnaires airmen sailors".split())


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
    if count.kind != "people" or count.noun is None or count.noun.head in ARMED or CAMPS.isdisjoint(count.near.words):
        return None
    going = GOING | STAYING_IN_ONE if sheet.of_refugees and count.value >= MANY else GOING
    for deed in sheet.deeds_of(count):
        if deed.verb.lemma == "be" and going is not GOING and page.lower(count.end + 1) in ("at", "in") and page.lower(deed.verb.first - 1) == "there":
            return "displaced", page.words(count.first, count.end)  # there are 135,000 people at 43 sites
        if deed.part == "subject" and deed.verb.lemma in going and any(page.lower(i) in CAMPS for i in range(deed.verb.last + 1, min(deed.verb.last + 7, count.near.last))):
            return "displaced", page.words(deed.verb.head, deed.verb.head)
    return None
