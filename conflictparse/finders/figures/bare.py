"""The kind of a bare number, told by what stands around it: the last rules of the book, and its answer."""
from ...page import Page
from ...page.layout import Stretch
from ...page.words import QUOTES
from .age import PARENTS, SUMS
from .kind import KIND  # the rules before
from .nouns import MEASURES, WORDS, kind_of_noun, singular
from .sheet import REACH, Count, Sheet, over_adverbs, verbs_near

DONE_BY_PEOPLE = frozenset(
    "protest march rally gather demonstrate attend flock chant mourn sleep celebrate vote pray kneel worship starve riot enlist volunteer testify confess apply enrol enroll reside cheer weep walk hide shelter queue die perish survive".split()
)
MOVING = frozenset("flee cross return arrive leave move".split())  # what thousands do are people who do it
DONE_TO_PEOPLE = frozenset(
    "arrest detain sentence bury orphan resettle repatriate displace conscript enslave assassinate slay maim convict jail imprison abduct kidnap indict execute behead hang rape torture interrogate question employ hire recruit enlist hospitalise hospitalize evict pardon acquit deport expel "
    "extradite prosecute apprehend beat flog blindfold handcuff attract draw kill wound injure murder massacre slaughter".split()
)
ALONE = frozenset("dead wounded injured hurt killed slain".split())
PUTTING = frozenset("put place estimate reckon number set".split())
SPENDING = frozenset("spend cost pay invest waste raise owe earn steal embezzle donate pledge pour".split())
MILLIONS, MANY_PEOPLE = 2_000_000, 20
NEEDING = frozenset("need face lack suffer depend live require await".split())
EXTENTS = frozenset("wide long deep high tall thick across".split())
OF_A_MEASURE = 12  # tokens from a measure to a bare number that has it too
BETWEEN_MEASURES = frozenset(", and or then maybe perhaps possibly another for later a further".split())
OF_THEM = frozenset("all most many some both none half several".split())
MOSTLY = frozenset("mostly mainly largely primarily predominantly all chiefly".split())
INCLUDING = frozenset("including comprising involving".split())
TOWNS = frozenset("city town village country nation territory enclave island settlement suburb district neighbourhood neighborhood site camp slum shantytown province region state territory port population community parish".split())
INHABITED = 100  # people, and more, of whom a town is told to be
CROWDS = frozenset("crowds groups gangs teams squads bands crews families parties crowd crew family group gang mob population team force garrison squad band party delegation congregation audience staff workforce households contingent".split())
STRICKEN = frozenset("wounded dead injured missing killed arrested detained displaced dying captured kidnapped abducted".split())


@KIND.rule
def all_of_them(page: Page, count: Count):
    """Who all of them are, or most, is said behind a bare number.

    + He says it was «12», all of them guards.
    + They hold «40», mostly women and children.
    + They counted «120», many of whom were miners.
    - He says it was 12, all of them told.
    """
    after = count.last + 1
    if not count.bare or page.lower(after) not in (",", "(", "-", "–", "—"):
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
    verb = page.verb(count.last + 1) if count.bare else None
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
    if not count.bare or page.lower(count.opens - 1) not in ("at", "to", "is", "was", "were"):
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
    if not count.bare or words not in (("in", "all"), ("in", "number"), ("in", "total")) and words[0] != "altogether":
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
    if not count.bare:
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
    return ("people", page.words(count.first, count.last + 2)) if of and count.bare else None


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
    if not count.bare or page.lower(after) not in ALONE:
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
    return ("people", page.words(after, after + length - 1)) if length and count.bare else None


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
    if not count.bare:
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
    if not count.bare or not (of or among):
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
    while count.opens - i < OF_A_MEASURE and (page.lower(i) in BETWEEN_MEASURES or page.lower(i) in EXTENTS or page.tag(i) == "qual" or page.tag(i) == "num" and page.lower(i + 1) in EXTENTS):
        i -= 1
    if i == count.opens - 1 or not extent and page.tag(count.last + 1) not in ("mark", "conj", "sub", "") and page.lower(count.last + 1) != "to":
        return None
    kind = WORDS.of(page.lower(i))
    same = kind in MEASURES and kind != "money" and page.tag(i) == "noun" and any(number.last >= i - 2 for number in page.numbers_in(max(0, i - 4), i))
    return (kind, page.words(count.first, count.last)) if same else None


def does(page: Page, count: Count) -> bool:
    """Whether a number itself needs or faces something: two million need help."""
    after = count.last + 1
    return count.value >= INHABITED and page.lower(after) in NEEDING and (page.lower(after) != "face" or not page.lower(after + 1).endswith("s"))


def _several_before(page: Page, first: int, last: int) -> str | None:
    """The kind of the last of several that are named from token `first` to token `last`; of those that do something before all others."""
    first = max(first, last - REACH)
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
