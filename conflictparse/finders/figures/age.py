"""Ages of persons, and how long a thing has lasted: the first rules of the kind."""
from ...page import Page
from ...page.words import PART_OF_TEN, QUOTES, WHOSE
from ...rule import Rulebook
from .fate import STRICKEN
from .nouns import WORDS, kind_of_noun, singular
from .sheet import Count

KIND = Rulebook("figures.kind")
OF_AGE = 21
SUMS = frozenset("toll number figure count tally total".split())
YOUNG = frozenset("children boys girls infants kids youths males females men women people adults minors anyone everyone those them whom all".split())
AGE_JOINTS = frozenset(("between", "from", "about", "just", "only", "around", "and", ",", "or"))
BEFORE_AGES = AGE_JOINTS | {"than", "under", "over", "aged", "age", "ages", "of"}
APART = 60  # tokens between `aged` and the last of several ages; without an end a story of numbers alone would be slow
YEARS = frozenset("years months weeks days year month week day".split())
ONE_OF_AN_AGE = frozenset("man woman boy girl child youth lad lady baby adolescent teenager teen youngster minor infant toddler student pupil person boys girls children men women youths teenagers adolescents".split())
LONGEST_LIFE = 115
PERSONAL = frozenset(("he", "she", "i", "they", "who", "we"))
SUPERLATIVES = frozenset("youngest oldest eldest".split())
OF_THE_YOUNGEST = 8  # tokens from that word to an age
PARENTS = frozenset("father mother dad mum mom parent parents grandfather grandmother widow widower".split())
THINGS = frozenset("war conflict struggle insurgency rebellion campaign siege blockade dispute feud regime dictatorship government agreement ceasefire truce embargo rule reign occupation uprising".split())


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
    - Killed (12), wounded (30).
    """
    if count.noun or count.form != "count" or not 1 < count.value < LONGEST_LIFE or count.value != int(count.value):
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
    if opening == "(" and (page.lower(person) in STRICKEN or page.tag(person) == "noun" and not singular(page.lower(person))):
        return None  # guards (7), killed (12)
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
    if page.lower(i) == "as" and page.lower(i - 1) in ("young", "old"):
        return "age", page.words(count.first, count.last)
    verb = page.verb(i)
    told = verb.subject.last if verb is not None and verb.subject is not None else i - 1  # Karl Mira, a father of two, was 24 when he died
    name = page.name(i - 2 if page.lower(i - 1) == "," else i - 1) or page.name(told)
    person = page.lower(i - 1) in PERSONAL and page.lower(i - 1) not in ("they", "we") or name is not None and name.kind in ("person", None)
    ends = page.tag(count.last + 1) in ("mark", "conj", "sub") or page.lower(count.last + 1) in ("when", "at", "then") if count.last + 1 < len(page.tags) else True
    ends = ends or page.lower(i) in ("turned", "turns") and page.tag(count.last + 1) in ("prep", "adv")
    if page.lower(i) in ("was", "is", "'s", "turned", "turns") and person and ends and 1 < count.value < LONGEST_LIFE and page.lower(count.last + 1) != "-":
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
