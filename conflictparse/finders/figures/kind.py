"""The kind: people, incidents, equipment, structures or a measure, told by the noun that is counted."""
from ...almanac import countries
from ...page import Page
from ...patterns import pattern
from .age import KIND  # the first rules of the book
from .nouns import MEASURES, WORDS, kind_of_noun, singular
from .sheet import Count, verbs_near

DESIGNATION = r"[A-Z][A-Za-z]{0,4}-?[0-9]{1,3}[A-Z]{0,2}s?"  # T-72, MiG-29s, F-16C, BM21
DEMONYMS = ("ans", "ians", "ese", "is", "ites", "ish", "ists", "ers", "ors", "ees", "men", "women", "eers", "iers", "goers", "ants", "folk", "crats", "aries")
MASS = frozenset("explosives tnt dynamite cocaine heroin marijuana opium hashish food flour gunpowder ammunition meat rice bread aid supplies sugar coffee".split())
ROOMS = frozenset("room bedroom storey story floor bed seat".split())
ATTACKING = frozenset(
    "attack bomb shell strike raid shoot fire hit ambush assault bombard pound target explode stab beat clash storm violate breach detonate sabotage torch strafe mortar blast assail harass open "
    "rape hijack loot rob penetrate infringe".split()
)
BLOWN, BY_FORCE = frozenset(("blow", "break", "set")), frozenset(("up", "fire", "ablaze"))  # blown up, set on fire
STRENGTHS = frozenset(("strong", "man-strong", "man", "member", "person"))  # behind a number and a hyphen
TRUCES = frozenset("truce truces ceasefire ceasefires cease-fire armistice".split())
ILL = frozenset("cholera measles malaria ebola typhoid polio dengue meningitis influenza flu covid-19 coronavirus covid malnutrition diarrhoea diarrhea tuberculosis hepatitis mpox".split())


@KIND.rule
def share_or_money(page: Page, count: Count):
    """A sign or a unit at the number says that it is a share or a sum of money.

    + Rebels hold «60 per cent» of the town.
    + The rate rose from «4» to 7 percent.
    + The repair cost «$4.7 million».
    """
    if page.lower(count.last + 1) == "to" and page.lower(count.opens - 1) == "from" and count.noun is None and (far := page.numbers_in(count.last + 2, count.last + 4)) and far[0].form == "share":
        return "share", page.words(count.first, count.last)
    return (count.form, page.words(count.first, count.last)) if count.form in ("share", "money") else None


@KIND.rule
def of_a_strength(page: Page, count: Count):
    """A force that is so and so strong, or of so many men, has so many people.

    + A «500-strong» battalion came.
    + A «420-man» contingent came.
    + The brigade, «3,000 strong», fled.
    - A 420-page report came.
    - They have 30 strong points.
    """
    last = count.last + 2 if page.kind(count.last + 1) == "dash" else strong(page, count)
    if last is None or page.lower(last) not in STRENGTHS:
        return None
    return "people", page.words(count.first, last)


@KIND.rule
def pounds_of(page: Page, count: Count):
    """Pounds of a stuff, or before a hyphen, are a weight and no money.

    + They found 20 «pounds» of explosives.
    + A «500-pound» bomb fell.
    - They paid 20 pounds.
    """
    if count.noun is None or count.noun.head not in ("pound", "pounds"):
        return None
    glued = page.lower(count.last + 1) == "-"
    stuff = page.lower(count.noun.last + 1) == "of" and any(page.lower(i) in MASS for i in range(count.noun.last + 2, count.noun.last + 5))
    if not (glued or stuff):
        return None
    return "weight", page.words(count.first, count.noun.last) if glued else page.words(count.noun.first, count.noun.last)


@KIND.rule
def side_of_a_field(page: Page, count: Count):
    """So many by so many of a measure: both numbers have it.

    + They got a plot of «30» by 40 metres.
    + The trench is «3» x 4 m.
    - They came one by one.
    """
    by = count.last + 1
    if count.noun is not None or page.lower(by) not in ("by", "x", "×") or page.tag(by + 1) != "num":
        return None
    second = page.phrase(by + 1)
    kind = kind_of_noun(page, second.first, second.head) if second is not None else None
    return (kind, page.words(count.first, count.last)) if kind in MEASURES else None


@KIND.rule
def rooms_of_a_house(page: Page, count: Count):
    """How many rooms or floors a house has, tied on by a hyphen, counts no houses.

    + A bomb hit a «three-storey» building.
    + They lived in a «two-room» house.
    - They lived in two rooms.
    """
    if count.noun is None or count.noun.head not in ROOMS or page.kind(count.last + 1) != "dash":
        return None
    return "other", page.words(count.first, count.noun.last)


@KIND.rule
def times_of_an_attack(page: Page, count: Count):
    """So and so many times, said of an attack, counts attacks.

    + Rebels shelled the port three «times».
    + The pipeline was blown up 31 «times».
    + The ceasefire was broken 12 «times».
    - They met three times.
    """
    if count.noun is None or count.noun.head not in ("times", "occasions"):
        return None
    near = [verb for verb in verbs_near(page, count.first) if verb.lemma in ATTACKING or verb.lemma == "break" and not TRUCES.isdisjoint(count.near.words) or verb.lemma in BLOWN and not BY_FORCE.isdisjoint(map(page.lower, range(verb.head + 1, verb.head + 4)))]
    return ("incidents", count.noun.span) if near else None


@KIND.rule
def cases_of_illness(page: Page, count: Count):
    """Suspected or confirmed cases, and cases of an illness, are people.

    + There are 30 «suspected cases» of cholera.
    + Doctors saw 30 «cases» of measles.
    + Cholera has spread to Mira, with 30 «cases».
    - They looked at 30 cases of torture.
    """
    if count.noun is None or count.noun.head not in ("cases", "case"):
        return None
    words = {page.lower(i) for i in range(count.noun.first, count.noun.last)}
    after = page.lower(count.noun.last + 2) if page.lower(count.noun.last + 1) == "of" else ""
    ill = words & {"suspected", "confirmed"} or ILL & ({after} | words) or not ILL.isdisjoint(count.near.words)
    return ("people", count.noun.span) if ill else None


@KIND.rule
def fighters_that_fly(page: Page, count: Count):
    """Fighters and bombers with a type before them, or shot down, are aircraft.

    + Four «F-16 fighters» bombed the port.
    + Drones burned two «Tu-95 bombers».
    + The navy shot down two «fighters».
    - Rebels killed two fighters.
    """
    if count.noun is None or count.noun.head not in ("fighter", "fighters", "bomber", "bombers"):
        return None
    typed = count.noun.first < count.noun.last and any(character.isdigit() for character in page.tokens[count.noun.last - 1].text)
    verb = next((verb for verb in verbs_near(page, count.first) if count.first in range(verb.last + 1, verb.last + 5)), None)
    down = verb is not None and (verb.lemma in ("down", "scramble") or page.lower(verb.head + 1) == "down")
    return ("equipment", count.noun.span) if typed or down else None


@KIND.rule
def first_of_two_sorts(page: Page, count: Count):
    """A number before one word and the same thing counted again behind `and`: both count what the second does.

    + They launched «3 missile» and 52 air strikes.
    + They carried out «two drone» and three mortar attacks.
    - They launched 3 missiles and 52 air strikes.
    - They burned one house and two cars.
    """
    if count.noun is None or count.value < 2 or page.tag(count.noun.last) != "noun" or not singular(count.noun.head) or count.noun.head in MASS or page.lower(count.noun.last + 1) not in ("and", "or"):
        return None
    second = page.phrase(count.noun.last + 2)
    if second is None or page.tag(second.first) not in ("num", "qual") or second.head == second.first or singular(page.lower(second.head)):
        return None
    kind = kind_of_noun(page, second.first, second.head)
    return (kind, page.words(count.first, count.noun.last)) if kind and kind not in MEASURES else None


@KIND.rule
def known_noun(page: Page, count: Count):
    """The word list knows what is counted; of several entries that end at the noun the longest decides.

    + Rebels killed 12 «soldiers».
    + The blast burned six «armored personnel carriers».
    + It lies 30 «km» to the north.
    + They brought 31 «units of equipment».
    + They met for nine «rounds of talks».
    + They killed two «sub-leaders».
    """
    if count.noun is None:
        return None
    first, last = count.noun.first, count.noun.last - (page.tag(count.noun.last) == "mark")  # "terrorists"
    if page.lower(last + 1) == "of" and (longer := WORDS.at(page.tokens, last)) is not None and longer.length > 1:
        return longer.section, page.words(last, last + longer.length - 1)
    kind = WORDS.of(count.noun.head) if first == last and count.noun.head != page.lower(last) else kind_of_noun(page, first, last)
    return (kind, count.noun.span) if kind else None


@KIND.rule
def designation(page: Page, count: Count):
    """Letters and a number name a weapon, a vehicle or an aircraft.

    + The rebels burned 12 «T-72s».
    + They shot down two «Su-34s».
    - They met in 12 rooms.
    """
    if count.noun is None or not pattern(DESIGNATION).fullmatch(page.tokens[count.noun.last].text):
        return None
    return "equipment", count.noun.span


@KIND.rule
def name_of_a_people(page: Page, count: Count):
    """A noun that the list does not know but that is formed like a name for people, or written like a nation's.

    + The rebels hold 12 «Kolbians».
    + They arrested 12 «gold-panners».
    + The raid left 150 «Zambian» dead.
    """
    if count.noun is None or count.value == 1 and count.form != "single":
        return None
    head = page.tokens[count.noun.last]
    if countries.nationality(head.lower) and head.capital:
        return "people", count.noun.span
    if head.lower.endswith(DEMONYMS) and (head.capital or head.lower.endswith(("ists", "men", "women", "goers", "eers", "ners", "kers", "ters", "ders", "gers"))):
        return "people", count.noun.span
    return None


def strong(page: Page, count: Count) -> int | None:
    """The `strong` behind a number, without a hyphen and with nothing that it could describe: 3,000 strong."""
    after = count.last + 1
    return after if page.lower(after) == "strong" and page.tag(after + 1) not in ("noun", "adj", "name") else None
