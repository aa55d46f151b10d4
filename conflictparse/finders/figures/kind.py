"""The kind: people, incidents, equipment, structures or a measure, told by the noun that is counted."""
from ...almanac import countries
from ...lexicon import Lexicon
from ...page import Page
from ...page.layout import Stretch
from ...page.words import PART_OF_TEN, QUOTES, WHOSE
from ...patterns import pattern
from ...rule import Rulebook
from .sheet import Count, Sheet, over_adverbs, verbs_near

KIND = Rulebook("figures.kind")
OF_AGE = 21
SUMS = frozenset("toll number figure count tally total".split())
YOUNG = frozenset("children boys girls infants kids youths males females men women people adults minors anyone everyone those them whom all".split())
AGE_JOINTS = frozenset(("between", "from", "about", "just", "only", "around", "and", ",", "or"))
BEFORE_AGES = AGE_JOINTS | {"than", "under", "over", "aged", "age", "ages", "of"}
APART = 60  # tokens between `aged` and the last of several ages; without an end a story of numbers alone would be slow
WORDS = Lexicon(__package__, "kind.txt", ("people", "incidents", "equipment", "structures", "distance", "area", "weight", "duration", "money", "other"))
DESIGNATION = r"[A-Z][A-Za-z]{0,4}-?[0-9]{1,3}[A-Z]{0,2}s?"  # T-72, MiG-29s, F-16C, BM21
MEASURES = ("distance", "area", "weight", "duration", "money")
LONGEST = 4  # words of an entry in the list
MANY = frozenset(
    "people police troops staff personnel men women children crew crowd militia force forces army couple family public folk folks dead wounded injured missing killed lives remains "
    "aircraft craft hovercraft spacecraft legion cattle household kin offspring gunmen reinforcement arrest detention casualty injury death fatality other others black white".split()
)
DEMONYMS = ("ans", "ians", "ese", "is", "ites", "ish", "ists", "ers", "ors", "ees", "men", "women", "eers", "iers", "goers", "ants", "folk", "crats", "aries")
MASS = frozenset("explosives tnt dynamite cocaine heroin marijuana opium hashish food flour gunpowder ammunition meat rice bread aid supplies sugar coffee".split())
YEARS = frozenset("years months weeks days year month week day".split())
ONE_OF_AN_AGE = frozenset("man woman boy girl child youth lad lady baby adolescent teenager teen youngster minor infant toddler student pupil person boys girls children men women youths teenagers adolescents".split())
LONGEST_LIFE = 115
DONE_BY_PEOPLE = frozenset(
    "protest march rally gather demonstrate attend flock chant mourn sleep celebrate vote pray kneel worship starve riot enlist volunteer testify confess apply enrol enroll reside cheer weep walk hide shelter queue die perish survive".split()
)
MOVING = frozenset("flee cross return arrive leave move".split())  # what thousands do are people who do it
DONE_TO_PEOPLE = frozenset(
    "arrest detain sentence bury orphan resettle repatriate displace conscript enslave assassinate slay maim convict jail imprison abduct kidnap indict execute behead hang rape torture interrogate question employ hire recruit enlist hospitalise hospitalize evict pardon acquit deport expel "
    "extradite prosecute apprehend beat flog blindfold handcuff attract draw kill wound injure murder massacre slaughter".split()
)
ROOMS = frozenset("room bedroom storey story floor bed seat".split())
PERSONAL = frozenset(("he", "she", "i", "they", "who", "we"))
ATTACKING = frozenset(
    "attack bomb shell strike raid shoot fire hit ambush assault bombard pound target explode stab beat clash storm violate breach detonate sabotage torch strafe mortar blast assail harass open "
    "rape hijack loot rob penetrate infringe".split()
)
BLOWN, BY_FORCE = frozenset(("blow", "break", "set")), frozenset(("up", "fire", "ablaze"))  # blown up, set on fire


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
def decade_of_life(page: Page, count: Count):
    """The ten years in which somebody's age lies: in his 40s.

    + A man in his «40s» died.
    + The driver, in her early «thirties», was hurt.
    - The war of the 1940s was long.
    """
    ten = count.form == "range" and page.lower(count.first - 1 - (page.lower(count.first - 1) in PART_OF_TEN)) in WHOSE and count.noun is None
    return ("age", page.words(count.first, count.last)) if ten else None


@KIND.rule
def years_of_a_thing(page: Page, count: Count):
    """What is so and so many years old is no person: then the years are how long it has lasted.

    + The «six-year-old» war goes on.
    + The «six-month-old» siege goes on.
    - A six-year-old boy was hurt.
    """
    old = _years_old(page, count)
    if old is None:
        return None
    phrase = page.phrase(count.first)
    head = kind_of_noun(page, old + 1, phrase.head) if phrase is not None and phrase.head > old else None
    told = phrase is not None and phrase.head > old
    thing = head not in (None, "people") or told and (page.lower(phrase.head) in THINGS or head is None and not count.noun.head.startswith("year"))
    return ("duration", page.words(count.first, old)) if thing else None


@KIND.rule
def years_old(page: Page, count: Count):
    """Years before `old`, or after `aged`, are a person's age.

    + A «14-year-old» boy was hurt.
    + A «three-month-old» girl was hurt.
    + The youngest was only «10 months old».
    + She was «30 years old».
    + A «man of 80» was shot.
    + A «baby of eight» months died.
    + An «adolescent of 15» years was hurt.
    + Two children «aged under five» died.
    + The victims were «aged 30 to 40».
    + Three were «children under 5».
    + 71 people, most of «them under 25», died.
    + More than half were «under 18».
    - The siege lasted 30 years.
    """
    old = _years_old(page, count)
    if old is not None:
        return "age", page.words(count.first, old)
    of = count.opens - 1
    if page.lower(of) == "of" and page.lower(of - 1) in ONE_OF_AN_AGE and (count.noun is None or count.noun.head in YEARS) and count.value < LONGEST_LIFE:
        return "age", page.words(of - 1, count.last)
    i = count.first - 1
    if page.lower(i) not in BEFORE_AGES and (count.noun is not None or page.tag(i) != "num"):
        return None
    while count.first - i < APART and (page.lower(i) in AGE_JOINTS or page.tag(i) == "num" and count.noun is None):
        i -= 1
    if page.lower(i) == "than" and page.lower(i - 1) in ("older", "younger") and count.noun is None:
        return "age", page.words(i - 1, count.last)
    if count.noun is None and page.lower(count.first - 1) in ("under", "over") and page.lower(count.first - 2) in YOUNG:
        return "age", page.words(count.first - 2, count.last)
    if count.noun is None and page.lower(count.first - 1) == "under" and page.lower(count.first - 2) in ("are", "were", "is", "was") and count.value <= OF_AGE and page.lower(count.first - 3) not in SUMS:
        return "age", page.words(count.first - 1, count.last)
    i -= page.lower(i) in ("under", "over", "below", "above")  # aged under five
    if page.lower(i) in ("aged", "age", "ages") or page.lower(i) == "of" and page.lower(i - 1) in ("age", "ages"):
        return "age", page.words(i, count.last)
    return None


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
    if count.noun is None or count.value < 2 or page.tag(count.noun.last) != "noun" or not singular(count.noun.head) or page.lower(count.noun.last + 1) not in ("and", "or"):
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
def number_after_a_person(page: Page, count: Count):
    """A bare number between commas or brackets after a person is that person's age.

    + Karl Mira, «34», was killed.
    + The driver («34») was hurt.
    + The soldiers, both «21», died.
    + The dead were Karl and Ivan Mira, 24 and «27».
    + The dead, AS («33») and YL (27), were drivers.
    + The driver, Karl M., «33», was hurt.
    + The dead (Ada, 10; and Karl, «9») were cousins.
    - They killed guards (7) and drivers (12).
    - In Mira, 34, all of them armed, fled.
    """
    if count.noun or count.form != "count" or not 1 < count.value < 115 or count.value != int(count.value):
        return None
    quoted = page.lower(count.first - 1) in QUOTES and page.lower(count.first - 2) == "," or page.lower(count.first - 2) in ("*", "**")  # "Ali," 16, said; Mary*, 29,
    if page.lower(count.first - 1) in ("both", "all") and page.lower(count.first - 2) == "," and page.lower(count.last + 1) == "," and count.value < LONGEST_LIFE:
        return "age", page.words(count.first, count.last)  # the soldiers, both 21, died
    if page.lower(count.first - 1) == "and" and _second_age(page, count):
        return "age", page.words(count.first, count.last)
    opening, closing = "," if quoted else page.lower(count.first - 1), page.lower(count.last + 1)
    if (opening, closing) not in ((",", ","), ("(", ","), ("(", ")"), (",", "."), (",", ";"), (",", "and"), (",", "("), (",", ")"), (",", "--"), (",", "–"), (",", "—"), ("[", "]")) or page.tokens[count.first].kind != "digits":
        return None
    person = count.first - 2 - quoted
    person -= page.lower(person) == "." and len(page.tokens[person - 1].text) == 1  # Karl M., 33,
    if opening == "(" and page.tag(person) == "noun" and not singular(page.lower(person)):
        return None  # guards (7)
    initials = opening == "(" and page.tokens[person].text.isupper() and 1 < len(page.tokens[person].text) < 4
    return ("age", page.words(count.first, count.last)) if initials or _person_before(page, person) else None


@KIND.rule
def he_was(page: Page, count: Count):
    """A bare number said of a person by `to be` is an age: "he was 26".

    + He was «26».
    + He turned «40» in jail.
    + The youngest victim, Karl Mira, was «three».
    + Children as young as «ten» were shot.
    + Karl Mira, a father of two, was «24» when he vanished.
    - They were 26 men.
    """
    if count.noun or count.form not in ("count", "range"):
        return None
    i = count.first - 1
    while page.tag(i) in ("adv", "qual") and i > 0:
        i -= 1
    if page.lower(i) in ("as",) and page.lower(i - 1) in ("young", "old"):
        return "age", page.words(count.first, count.last)
    verb = page.verb(i)
    told = verb.subject.last if verb is not None and verb.subject is not None else i - 1  # Karl Mira, a father of two, was 24 when he died
    name = page.name(i - 2 if page.lower(i - 1) == "," else i - 1) or page.name(told)
    person = page.lower(i - 1) in PERSONAL and page.lower(i - 1) not in ("they", "we") or name is not None and name.kind in ("person", None)
    ends = page.tag(count.last + 1) in ("mark", "conj", "sub") or page.lower(count.last + 1) in ("when", "at", "then") if count.last + 1 < len(page.tags) else True
    ends = ends or page.lower(i) in ("turned", "turns") and page.tag(count.last + 1) in ("prep", "adv")
    if page.lower(i) in ("was", "is", "'s", "turned", "turns") and person and ends and 1 < count.value < 115 and page.lower(count.last + 1) != "-":
        return "age", page.words(count.first, count.last)
    return None


@KIND.rule
def of_the_youngest(page: Page, count: Count):
    """A bare number said of the youngest or the oldest is an age.

    + They shot her three sons, the youngest «11», in the yard.
    + The eldest, «70», died.
    + The youngest victim was «seven», the oldest 16.
    + The dead were children, the oldest of whom was «12».
    - The oldest of the 12 died.
    """
    if count.noun is not None or count.form not in ("count", "range") or not count.value < LONGEST_LIFE:
        return None
    i, first = count.opens - 1, max(page.sentence(count.first).first, count.opens - OF_THE_YOUNGEST)
    while i > first and (page.tag(i) in ("adv", "qual", "noun", "rel", "pron") or page.lower(i) in (",", "(", "was", "is", "being", "were", "of", "at")) and page.lower(i) not in SUPERLATIVES:
        i -= 1
    return ("age", page.words(count.first, count.last)) if page.lower(i) in SUPERLATIVES and page.lower(count.opens - 1) != "of" else None


@KIND.rule
def all_of_them(page: Page, count: Count):
    """Who all of them are, or most, is said behind a bare number.

    + He says it was «12», all of them guards.
    + They hold «40», mostly women and children.
    + They counted «120», many of whom were miners.
    - He says it was 12, all of them told.
    """
    after = count.last + 1
    if count.noun is not None or count.form not in ("count", "range", "vague") or page.lower(after) not in (",", "(", "-", "–", "—"):
        return None
    i = after + 1
    while page.lower(i) in ("nearly", "almost"):
        i += 1
    of = page.lower(i) in OF_THEM and page.lower(i + 1) == "of" and page.lower(i + 2) in ("them", "whom")
    if not of and page.lower(i) not in MOSTLY:
        return None
    i += 3 if of else 1
    told = page.phrase(i + (page.lower(i) in ("were", "are", "was")))
    kind = kind_of_noun(page, told.first, told.head) if told is not None and page.tag(told.head) == "noun" else None
    return (kind, page.words(count.first, count.last)) if kind else None


@KIND.rule
def said_to_be_people(page: Page, count: Count):
    """A bare number said to be people, by `to be`, counts them: "nine were women".

    + Of the dead, «nine» were women.
    - The nine were ill.
    """
    verb = page.verb(count.last + 1) if count.noun is None and count.form in ("count", "range", "vague") else None
    if verb is None or verb.first != count.last + 1 or verb.lemma != "be" or not verb.objects:
        return None
    head = verb.objects[0]
    return ("people", page.words(count.first, count.last)) if kind_of_noun(page, head.first, head.head) == "people" else None


@KIND.rule
def number_of_them(page: Page, count: Count):
    """A bare number that says the number of those named before it counts them.

    + They put the «number of soldiers» in the barracks at 70.
    + The ministry put the «figure of the soldiers» killed at 28.
    + He called on «the rebels», whom he placed at 70, to give up.
    - The number rose to 70.
    """
    if count.noun is not None or count.form not in ("count", "range", "vague") or page.lower(count.opens - 1) not in ("at", "to", "is", "was", "were"):
        return None
    first = max(page.sentence(count.first).first, count.opens - 15)
    whom = next((i for i in range(count.opens - 2, first, -1) if page.lower(i) in ("whom", "which")), first)
    if page.lower(whom - 1) == "," and page.lower(count.opens - 1) == "at" and any(whom < verb.first and verb.lemma in PUTTING for verb in verbs_near(page, count.first)) and (told := page.phrase(whom - 2)) is not None:
        kind = kind_of_noun(page, told.first, told.head)
        return (kind, page.words(told.first, told.last)) if kind else None
    i = next((i for i in range(count.opens - 2, first - 1, -1) if page.lower(i) in SUMS and page.lower(i + 1) == "of" and page.phrase(i + 2)), None)
    if i is None or any(number.form != "share" for number in page.numbers_in(i, count.first - 1)) or any(page.lower(j) in (",", ";", ":") for j in range(i, count.opens)):
        return None
    head = page.phrase(i + 2)
    kind = kind_of_noun(page, head.first, head.head)
    return (kind, page.words(i, head.last)) if kind else None


@KIND.rule
def in_all(page: Page, count: Count):
    """So many in all or in number are those named before.

    + The wounded, «46 in all», were taken away.
    + Rebels, some «twenty in number», entered the town.
    + The shells were «six in number».
    - They had six in all weathers.
    """
    after = count.last + 1
    words = page.lower(after), page.lower(after + 1)
    if count.noun is not None or count.form not in ("count", "range", "vague") or words not in (("in", "all"), ("in", "number"), ("in", "total")) and words[0] != "altogether":
        return None
    verb = page.verb(count.opens - 1)
    told = page.phrase(count.opens - 2) if page.lower(count.opens - 1) == "," else verb.subject if verb is not None and verb.lemma == "be" else None
    if told is None:
        return None
    kind = "people" if page.lower(told.last) in STRICKEN else kind_of_noun(page, told.first, told.head) or _several_before(page, page.sentence(count.first).first, told.last)
    return (kind, page.words(count.first, after + (words[0] == "in"))) if kind else None


@KIND.rule
def people_who_number(page: Page, count: Count):
    """A bare number behind `number` counts its subject: "the attackers numbered between 40 and 50".

    + The rebels numbered «40».
    + The crowd numbered in the «thousands».
    + They came in their «hundreds».
    + The Kolb Front, once numbering up to «10,000», is small.
    + They said the rebels, numbering around «40», fled.
    + Attacks on the town totaled «927».
    - The shells numbered 40.
    """
    if count.noun is not None or count.form not in ("count", "range", "vague"):
        return None
    i = count.opens - 1
    if page.lower(i) == "their" and page.lower(i - 1) == "in":
        return "people", page.words(count.first, count.last)  # they came in their hundreds
    i -= 2 * (page.lower(i) == "the" and page.lower(i - 1) == "in")
    verb = page.verb(i)
    if verb is None or verb.lemma not in ("number", "total"):
        return None
    aside = verb.first - 1 - (page.lower(verb.first - 1) in ("once", "then", "now", "together", "currently", "reportedly"))
    told = page.phrase(aside - 1) if page.lower(aside) == "," else verb.subject
    if verb.lemma == "total" and told is not None and kind_of_noun(page, told.first, told.head) == "incidents":
        return "incidents", page.words(count.first, count.last)
    if told is None:
        return None
    name = page.name(told.head)
    people = kind_of_noun(page, told.first, told.head) == "people" or page.lower(told.head) in CROWDS or verb.lemma == "number" and name is not None and name.kind in ("body", None)
    return ("people", page.words(count.first, count.last)) if people else None


@KIND.rule
def some_of_us(page: Page, count: Count):
    """So many of us, of you or of whom are people.

    + There were «ten of us» in the cellar.
    + They buried them, «ten of whom» had no name.
    - There were ten of these.
    """
    of = page.lower(count.last + 1) == "of" and page.lower(count.last + 2) in ("us", "you", "whom", "yours", "ours")
    return ("people", page.words(count.first, count.last + 2)) if of and count.noun is None and count.form in ("count", "range", "vague") else None


@KIND.rule
def in_brackets_behind_them(page: Page, count: Count):
    """A bare number in brackets right behind several of a kind counts them.

    + They killed guards («7») and drivers.
    + Most of the attacks («45») were in Kolb.
    - They killed the guard (34).
    """
    told = page.phrase(count.first - 2) if page.lower(count.first - 1) == "(" and page.lower(count.last + 1) == ")" else None
    if told is None or count.noun is not None or count.form != "count" or told.last != count.first - 2 or singular(page.lower(told.head)):
        return None
    kind = kind_of_noun(page, told.first, told.head)
    return (kind, page.words(count.first, count.last)) if kind else None


@KIND.rule
def crowd_of(page: Page, count: Count):
    """A crowd, a crew, a family or a town of so many counts people.

    + They fired on a «crowd» of about 150.
    + It is a «city» of 1.8 million.
    - The city of 300 houses fell.
    + A «family» of five was killed.
    """
    i = count.opens - 1
    if page.lower(i) != "of":
        return None
    town = page.lower(i - 1) in TOWNS and count.value >= INHABITED and count.form in ("count", "range", "vague") and not (count.noun is not None and WORDS.of(count.noun.head))
    if not town and (count.noun is not None or page.lower(i - 1) not in CROWDS):
        return None
    return "people", page.words(i - 1, i - 1)


@KIND.rule
def size_of_a_crowd(page: Page, count: Count):
    """The size that a coder notes of a protest counts people.

    + Women marched in Kolb [size=around «200»].
    + Crowd size: «several hundred».
    - The room had this size: 200.
    """
    sign = count.opens - 1
    if count.noun is not None or page.lower(sign) not in ("=", ":") or page.lower(sign - 1) != "size" or page.lower(sign - 2) == "this":
        return None
    return "people", page.words(count.first, count.last)


@KIND.rule
def children_of_a_parent(page: Page, count: Count):
    """A father or mother of so many has so many children.

    + The father of «four» was shot.
    - Four fathers were shot.
    """
    return ("people", page.words(count.first, count.last)) if of_a_parent(page, count) else None


@KIND.rule
def of_the_stricken(page: Page, count: Count):
    """Some of the wounded, of the dead or of those held are people.

    + Twelve «of the wounded» died.
    + Twelve «of the most seriously wounded» died.
    """
    of = count.last + 1
    if count.noun is not None or page.lower(of) != "of" or page.lower(of + 1) not in ("the", "those"):
        return None
    told = over_adverbs(page, of + 2)
    return ("people", page.words(of, told)) if page.lower(told) in STRICKEN else None


@KIND.rule
def bare_stricken(page: Page, count: Count):
    """A bare number before `dead` or `wounded` counts people, whatever was counted before.

    + Three bombs left 12 «dead».
    + A bomb left 'several' «dead».
    - Three bombs fell and two were duds.
    """
    after = count.last + 1
    after += page.lower(after) in QUOTES or page.lower(after) == "'"
    if count.noun is not None or count.form not in ("count", "range", "vague") or page.lower(after) not in ALONE:
        return None
    return "people", page.words(after, after)


@KIND.rule
def those_aboard(page: Page, count: Count):
    """A bare number aboard something counts people.

    + The plane fell with 11 «aboard».
    + They killed all six «on board».
    """
    after = count.last + 1
    length = 1 if page.lower(after) == "aboard" else 2 if (page.lower(after), page.lower(after + 1)) == ("on", "board") else 0
    return ("people", page.words(after, after + length - 1)) if length and count.noun is None and count.form in ("count", "range", "vague") else None


@KIND.rule
def told_by_their_deed(page: Page, count: Count):
    """A bare number does, or has done to it, what only people do or have done to them.

    + Hundreds of «thousands» took to the streets.
    + The court sentenced «eight» to life.
    + They buried «ten» on Monday.
    + Two «million» need help.
    + Bandits abducted «scores» in fresh attacks.
    - Hundreds of bombs fell and eight were duds.
    """
    if count.noun is not None or count.form not in ("count", "range", "vague"):
        return None
    if does(page, count):
        return "people", page.words(count.last, count.last)
    phrase = page.phrase(count.first)
    for verb in verbs_near(page, count.first) if phrase is not None and phrase.last <= count.last else ():
        streets = verb.lemma in ("take", "pour") and "streets" in map(page.lower, range(verb.last + 1, verb.last + 5))
        shot = verb.lemma in ("shoot", "stab") and verb.passive and verb.subject is phrase and page.lower(verb.last + 1) != "down"
        done = shot or verb.lemma in DONE_TO_PEOPLE and (phrase in verb.objects or verb.passive and verb.subject is phrase)
        done = done or verb.lemma in MOVING and verb.subject is phrase and count.value >= INHABITED * 10
        if done or verb.subject is phrase and (streets or verb.lemma in DONE_BY_PEOPLE):
            return "people", page.words(count.last, count.last)
    return None


@KIND.rule
def shared_noun(page: Page, count: Count):
    """An elliptic number counts what an earlier one counts.

    + Rebels shelled 30 houses and burned «12».
    """
    if count.kin is None or count.noun is not None:
        return None
    return count.kin.kind, page.words(count.first, count.last)


@KIND.rule
def of_those_before(page: Page, count: Count):
    """So many of them, or among them, where no number was told, are of the kind of those named before.

    + The rebels fled with trucks. «Nine of them» were burned.
    + Boats, among them «four» with guns, lay in the port.
    + Trucks, «two of which» had guns, fled.
    - The talks go on. Two of them were ill.
    """
    of = page.lower(count.last + 1) == "of" and page.lower(count.last + 2) in ("them", "which")
    among = page.lower(count.opens - 1) in INCLUDING or page.lower(count.opens - 1) in ("them", "which", "whom") and page.lower(count.opens - 2) in ("among", "of")
    if count.noun is not None or count.form not in ("count", "range", "vague") or not (of or among):
        return None
    first, last = page.sentence(count.first)
    told = _several_before(page, first, count.opens - 1) or of and page.lower(count.last + 2) == "them" and first and _several_before(page, page.sentence(first - 1).first, first - 1)
    return (told, page.words(count.first, count.last + 2 * of)) if told else None


@KIND.rule
def spent(page: Page, count: Count):
    """Millions that somebody spends, or that something costs, are money.

    + They spent «billions» on the war.
    + The raid cost «millions».
    - They killed millions.
    """
    if count.noun is not None or count.form != "vague" or count.value < MILLIONS:
        return None
    verb = next((verb for verb in verbs_near(page, count.first) if verb.lemma in SPENDING and verb.last < count.first), None)
    return ("money", page.words(count.first, count.last)) if verb is not None and count.opens - verb.last < 3 else None


@KIND.rule
def many_who_are_told_of(page: Page, count: Count):
    """Dozens or hundreds of whom nothing else was told, that do something or are somewhere, are people.

    + «Thousands» are in need of aid.
    + «Hundreds» in hiding after raid.
    - They fired dozens at the town.
    - Hundreds of bombs fell.
    """
    if count.noun is not None or count.form != "vague" or count.value < MANY_PEOPLE or page.lower(count.last + 1) == "of":
        return None
    phrase = page.phrase(count.first)
    subject = phrase is not None and any(verb.subject is phrase for verb in verbs_near(page, count.first))
    headed = count.opens == page.sentence(count.first).first or page.lower(count.opens - 1) in ("and", ",", ";", "as")
    return ("people", page.words(count.first, count.last)) if subject or headed and page.lower(count.last + 1) in ("in", "without", "at", "under", "from", "still", "more", "missing", "homeless") else None


@KIND.rule
def same_measure(page: Page, count: Count):
    """A bare number right behind a measure has it too: 10 metres wide and 15 deep.

    + The pit is 10 metres wide and «15» deep.
    + It lasted 10 minutes, maybe «15».
    + They waited six hours, then another «four».
    - It lasted ten hours and 12 were hurt.
    - In two days, 12 were hurt.
    """
    if count.noun is not None or count.form not in ("count", "range"):
        return None
    extent = page.lower(count.last + 1) in EXTENTS
    i = count.opens - 1
    while page.lower(i) in BETWEEN_MEASURES or page.lower(i) in EXTENTS or page.tag(i) == "qual":
        i -= 1
    if i == count.opens - 1 or not extent and page.tag(count.last + 1) not in ("mark", "conj", "sub", "") and page.lower(count.last + 1) != "to":
        return None
    kind = WORDS.of(page.lower(i))
    same = kind in MEASURES and kind != "money" and page.tag(i) == "noun" and any(number.last >= i - 2 for number in page.numbers_in(max(0, i - 4), i))
    return (kind, page.words(count.first, count.last)) if same else None


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


def does(page: Page, count: Count) -> bool:
    """Whether a number itself needs or faces something: two million need help."""
    after = count.last + 1
    return count.value >= INHABITED and page.lower(after) in NEEDING and (page.lower(after) != "face" or not page.lower(after + 1).endswith("s"))


def strong(page: Page, count: Count) -> int | None:
    """The `strong` behind a number, without a hyphen and with nothing that it could describe: 3,000 strong."""
    after = count.last + 1
    return after if page.lower(after) == "strong" and page.tag(after + 1) not in ("noun", "adj", "name") else None


def _several_before(page: Page, first: int, last: int) -> str | None:
    """The kind of the last of several that are named from token `first` to token `last`; of those that do something before all others."""
    told = [phrase for verb in page.verbs_of(Stretch(first, last)) if (phrase := verb.subject) is not None and first <= phrase.first and phrase.last <= last]
    named = [phrase for i in range(last, first - 1, -1) if (phrase := page.phrase(i)) is not None and phrase.last == i and phrase.first >= first]
    for phrase in (*told, *named):
        kind = kind_of_noun(page, phrase.first, phrase.head)
        if kind in ("people", "incidents", "equipment", "structures") and not singular(page.lower(phrase.head)):
            return kind
    return None


def of_a_parent(page: Page, count: Count) -> bool:
    """Whether a bare number says how many children somebody has."""
    return count.noun is None and page.lower(count.first - 1) == "of" and page.lower(count.first - 2) in PARENTS


def find(sheet: Sheet, count: Count) -> None:
    """Settle what kind of thing is counted, and for an elliptic number with whom it shares its noun."""
    if count.elliptic and count.form != "single":
        count.kin = _kin(sheet, count)
    ruling = KIND.settle(sheet.page, count)
    if ruling is not None:
        count.kind = ruling.value
        count.why.append(ruling.why)
    elif count.form in ("single", "none"):
        count.kind = "people"
    elif count.noun is None and count.form == "count" and sheet.page.lower(count.first - 1) in ("the", "these", "those", "other") and (told := _told_of(sheet, count)):
        count.kind = told.kind  # The 134 included the chief


def _kin(sheet: Sheet, count: Count) -> Count | None:
    """The nearest count before, of the same sentence or the one before it, whose noun an elliptic number may share."""
    page = sheet.page
    sentence = page.sentence(count.first)
    for other in sheet.before(count):
        if other.kind in ("people", "incidents", "equipment", "structures") and other.form in ("count", "range", "vague"):
            same = other.first >= sentence.first
            if same and other.noun is not None and page.lower(other.opens - 1) == "of" and (before := _bare_before(sheet, other)):
                return before  # 14 in the bombing of three houses and another 10 in Kolb
            near = page.sentence(other.first).last + 1 == sentence.first and page.paragraph(other.first) == page.paragraph(count.first)
            return other if same or near else None
    return None


def _told_of(sheet: Sheet, count: Count) -> Count | None:
    """The people whom a bare number with an article names again: as many, or more where it says the other seven."""
    if sheet.page.lower(count.first - 1) == "other":
        return next((other for other in sheet.before(count) if other.kind == "people" and other.value >= count.value), None)
    return next((other for other in sheet.with_value(count) if other.kind == "people"), None)


def _bare_before(sheet: Sheet, count: Count) -> Count | None:
    """The bare number of people right before a count in its sentence."""
    told = sheet.previous(count)
    return told if told is not None and told.elliptic and told.kin is not None and told.kind == "people" and told.first >= sheet.page.sentence(count.first).first else None


def kind_of_noun(page: Page, first: int, last: int) -> str | None:
    """What the list knows of the longest words from `first` on that end at `last`."""
    known = WORDS.first_words
    for i in range(max(first, last - LONGEST), last + 1):
        entry = WORDS.at(page.tokens, i) if page.lower(i) in known else None
        if entry is not None and i + entry.length - 1 == last:
            return entry.section
    return _behind_its_hyphen(page.lower(last)) if "-" in page.lower(last) else None


def _behind_its_hyphen(word: str) -> str | None:
    """What a compound that the list does not know is, by its last part: sub-leaders, ex-guards, soldiers-turned-traders."""
    before, _, last = word.rpartition("-")
    return WORDS.of(last) if before in PREFIXES or before.endswith("-turned") else None


def singular(word: str) -> bool:
    """Whether a noun says one person."""
    return word not in MANY and not (word.endswith("s") and not word.endswith("ss") or word.endswith(("men", "women", "people", "children")))


def _years_old(page: Page, count: Count) -> int | None:
    """The last token of `-year-old`, `years old`, `years of age` after a number."""
    if count.noun is None or not count.noun.head.startswith(("year", "month", "week", "day")):
        return None
    last = count.noun.last
    olds = page.lower(last).endswith(("-old", "-olds"))
    if olds and any(page.tag(i) == "num" for i in range(count.last + 1, last)):
        return None  # two 14-year-olds
    if olds:
        return last
    j = last + 1 + (page.lower(last + 1) == "-")
    if page.lower(j) in ("old", "olds", "old-"):
        return j
    return last + 2 if page.lower(last + 1) == "of" and page.lower(last + 2) == "age" else None


def _second_age(page: Page, count: Count) -> bool:
    """Whether a bare number is the age of the second of two who are named: Karl and Ivan Mira, 24 and 27."""
    first = count.first - 2
    if page.tag(first) != "num" or page.lower(first - 1) != "," or page.kind(first) != "digits" or page.tag(count.last + 1) != "mark":
        return False
    name = page.name(first - 2)
    return name is not None and name.last == first - 2 and "and" in (page.lower(name.first - 1), *map(page.lower, range(name.first, name.last)))


def _person_before(page: Page, i: int) -> bool:
    """Whether a person's name or a word for a person ends at token `i`."""
    name = page.name(i)
    if page.lower(i) in ("second", "third", "fourth", "fifth", "another", "other") and page.lower(i - 1) in ("a", "the", ","):
        return True  # a second, 15,
    if name is not None and name.last == i:
        return name.kind in ("person", None) and not (page.lower(name.first - 1) in ("in", "at", "near", "from", "to") and name.first == name.bare and name.first == name.last)
    if page.lower(i - 1) == "of" and page.lower(i - 2) in PARENTS:
        return True  # a mother of three, 34,
    if page.tokens[i].capital and i == page.sentence(i).first and page.tag(i) == "noun" and not WORDS.of(page.lower(i)):
        return page.lower(i + 1) == ","  # Ahmed, 24, fled
    return kind_of_noun(page, max(0, i - 2), i) == "people"


ALONE = frozenset("dead wounded injured hurt killed slain".split())
STRENGTHS = frozenset(("strong", "man-strong", "man", "member", "person"))  # behind a number and a hyphen
TRUCES = frozenset("truce truces ceasefire ceasefires cease-fire armistice".split())
PUTTING = frozenset("put place estimate reckon number set".split())
SPENDING = frozenset("spend cost pay invest waste raise owe earn steal embezzle donate pledge pour".split())
MILLIONS, MANY_PEOPLE = 2_000_000, 20
PREFIXES = frozenset("sub ex co vice deputy non semi half step mini micro super anti pro great grand under re fellow one-time then former would-be".split())
NEEDING = frozenset("need face lack suffer depend live require await".split())
EXTENTS = frozenset("wide long deep high tall thick across".split())
BETWEEN_MEASURES = frozenset(", and or then maybe perhaps possibly another for later a further".split())
SUPERLATIVES = frozenset("youngest oldest eldest".split())
OF_THE_YOUNGEST = 8  # tokens from that word to an age
OF_THEM = frozenset("all most many some both none half several".split())
MOSTLY = frozenset("mostly mainly largely primarily predominantly all chiefly".split())
INCLUDING = frozenset("including comprising involving".split())
PARENTS = frozenset("father mother dad mum mom parent parents grandfather grandmother widow widower".split())
TOWNS = frozenset("city town village country nation territory enclave island settlement suburb district neighbourhood neighborhood site camp slum shantytown province region state territory port population community parish".split())
INHABITED = 100  # people, and more, of whom a town is told to be
CROWDS = frozenset("crowds groups gangs teams squads bands crews families parties crowd crew family group gang mob population team force garrison squad band party delegation congregation audience staff workforce households contingent".split())
STRICKEN = frozenset("wounded dead injured missing killed arrested detained displaced dying captured kidnapped abducted".split())
THINGS = frozenset("war conflict struggle insurgency rebellion campaign siege blockade dispute feud regime dictatorship government agreement ceasefire truce embargo rule reign occupation uprising".split())
ILL = frozenset("cholera measles malaria ebola typhoid polio dengue meningitis influenza flu covid-19 coronavirus covid malnutrition diarrhoea diarrhea tuberculosis hepatitis mpox".split())
