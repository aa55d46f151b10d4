"""What is counted: the noun phrase after a number, cut after its head."""
from ...page import Page
from ...page.phrases import Phrase
from ...page.words import BASE, MONTHS, WEEKDAYS, verb_forms
from ...report import Span
from ...rule import Rulebook
from .bare import EXTENTS, does
from .kind import STRENGTHS, strong
from .nouns import MEASURES, WORDS, kind_of_noun
from .sheet import Count, Noun, verbs_near

COUNTED = Rulebook("figures.counted")
FATES = frozenset(
    "dead killed wounded injured hurt missing slain arrested detained captured kidnapped abducted homeless displaced trapped stranded destroyed damaged seized freed released alive unaccounted unhurt"
    " feared believed presumed confirmed reported unharmed drowned shot burned burnt deployed taken made rendered forced driven left ablaze alight aground adrift critical critically seriously stable unscathed safe".split()
)
MANY = frozenset("dozens scores hundreds thousands tens millions".split())  # thousands walking to town
PEOPLE = frozenset("people men women children".split())  # plurals that make no compounds
TAKEN = frozenset(("hostage", "captive", "prisoner"))  # took 12 people hostage
DAYS = WEEKDAYS | MONTHS | {"today", "yesterday", "tomorrow", "tonight"}
SPELLED = {"year-old": 4, "year-olds": 4, "years-old": 5, "mile-wide": 4, "mile-long": 4, "km-long": 2, "km-wide": 2, "hour-long": 4, "day-long": 3, "month-old": 5, "day-old": 3, "week-old": 4, "month-long": 5, "week-long": 4, "year-long": 4,
           "minute-long": 6, "mile-deep": 4, "km-deep": 2, "metre-high": 5, "meter-high": 5, "foot-high": 4, "metre-long": 5, "meter-long": 5, "metre-deep": 5, "hours-long": 5}
ADVERBIAL = frozenset("ago later earlier before after away".split())
HELD = frozenset(("prisoner", "hostage", "captive"))
TIMES = frozenset("night week month year weekend".split())
BEHIND_NOUNS = FATES | DAYS | ADVERBIAL | frozenset("ready available able unable nationwide countrywide worldwide citywide statewide nationally overall overnight online aboard ashore abroad".split())
ORDINALS = frozenset("second third fourth fifth sixth seventh eighth ninth tenth".split())
BEFORE_NOUNS = frozenset(("det", "poss", "qual", "mark"))
NO_NOUNS = frozenset(("num", "det", "poss", "pron", "mark", "qual", "adv"))
WHICH = frozenset(("last", "this", "next", "every", "each"))
UNITS_OF_SIZE = frozenset(("distance", "duration", "weight", "money"))
JOINING = frozenset(("and", "or", "of", "for", "/"))
NO_UNIT_BEHIND = STRENGTHS | {"odd", "plus", "some"}  # a hyphen: the noun follows
TIMES_SIGN = frozenset(("x", "×"))
NO_UNITS = frozenset(("pounds", "mark", "real", "won", "marks"))
OPENING, CLOSING = frozenset("\" “ `` ‘ «".split()), frozenset("\" ” '' ’ »".split())
STOPPED = frozenset(("km.", "hrs.", "mins."))  # units that keep the full stop of a sentence as their own
PERIODS = frozenset("minutes hours days weeks months years".split())
KINDRED = frozenset("nationality origin descent extraction ethnicity".split())  # three of Saudi nationality
BEFORE_OF = frozenset(("of", "in", "more", "other", "others"))
TOLLS = frozenset("deaths fatalities injuries casualties killings murders homicides executions victims arrests detentions bodies corpses wounded losses total".split())  # which say what befell those counted
REPORTS = frozenset(("report", "reports"))
PRONOUNS = frozenset("them us you whom which these those it ours theirs own".split())


@COUNTED.rule
def unit_at_the_hyphen(page: Page, count: Count):
    """A noun tied on by a hyphen is the unit: `10-day`, `14-year-old`.

    + The UN wants a 10-«day» truce.
    + A 14-«year»-old boy was hurt.
    - A 5,000-strong force came.
    """
    after = count.last + 1
    if page.lower(after) not in ("-", "‑", "–") or after + 1 >= len(page.tokens) or page.tokens[after].start != page.tokens[count.last].end or page.tokens[after + 1].start != page.tokens[after].end:
        return None
    unit = page.tokens[after + 1]
    if unit.kind != "word" or unit.lower in NO_UNIT_BEHIND:
        return None
    cut = SPELLED.get(unit.lower, unit.lower.find("-") if unit.lower.partition("-")[0] in UNITS else -1)
    end = unit.start + cut if cut > 0 else unit.end
    span = page.story.span(unit.start, end)
    return Noun(after + 1, after + 1, span, span.text.lower()), span


@COUNTED.rule
def force_of_a_strength(page: Page, count: Count):
    """`-strong`, `-odd`, `-man` and `-member` let the noun after them be counted.

    + A 5,000-strong «force» came.
    + Some 30-odd «soldiers» fled.
    + An eight-member «team» fled.
    """
    after = count.last + 1
    if page.lower(after) not in ("-", "‑", "–") or page.lower(after + 1) not in NO_UNIT_BEHIND:
        return None
    return _of_phrase(page, page.phrase(after + 2), after + 2)


@COUNTED.rule
def bare_money(page: Page, count: Count):
    """A sum with its sign needs nothing to count.

    + The «$15 million» plan failed.
    """
    return ((), page.words(count.first, count.last)) if count.form == "money" else None


@COUNTED.rule
def after_of(page: Page, count: Count):
    """What stands after `of`, or after `out of`, is counted: `dozens of houses`, `two of the girls`.

    + Shells hit dozens of «houses».
    + Rebels took three of the village's four «cars».
    + They hold 10% of the «city».
    - Rebels took three cars.
    """
    of = count.last + 1
    if page.lower(of) not in BEFORE_OF:
        return None
    of += page.lower(of) in ("more", "other", "others")
    if page.lower(of) not in ("of", "in") or page.lower(of) == "in" and (count.form != "share" or page.tag(count.last) == "num" and page.lower(count.last) in ("percent", "%", "cent")):
        return None
    if page.lower(of - 1) == "each":
        return None
    i = of + 1
    while page.lower(i) in ("all", "about", "some", "almost", "nearly", "these", "those", "the", "its", "their", "his", "her", "our", "more", "than"):
        i += 1
    phrase = page.phrase(i)
    if phrase is None or page.lower(phrase.head) in PRONOUNS or page.tag(phrase.head) in ("pron", "rel") or page.lower(phrase.head) in KINDRED:
        return ((), page.words(of, of)) if phrase is not None or page.lower(i) in PRONOUNS else None
    return _of_phrase(page, phrase, i)


@COUNTED.rule
def of_no_reports(page: Page, count: Count):
    """Where there are no reports of victims, the victims are counted.

    + There were no immediate reports of «casualties».
    - There were no reporters.
    """
    told = reported(page, phrase) if count.form == "none" and (phrase := page.phrase(count.first)) is not None else None
    return _of_phrase(page, told, told.first) if told is not None else None


@COUNTED.rule
def label_before(page: Page, count: Count):
    """In a list a label stands before the number: "tanks – 7,299, vehicles: 16,121".

    + Losses: «tanks» – 40, «trucks» – 12.
    + «Tanks»: 40¶«Fuel trucks»: 12
    + «Houses» burnt: 20, «vehicles» destroyed: 3
    - They hit two tanks – 40 men fled.
    - Casualties in tanks: 40 men.
    """
    sign = count.first - 1
    while page.tag(sign) == "qual":
        sign -= 1
    if page.kind(sign) != "dash" and page.lower(sign) != ":" or not _ends_an_item(page, count) or count.form not in ("count", "range", "vague"):
        return None
    last = sign - 1 - (page.lower(sign) == ":" and page.tag(sign - 1) in ("part", "verb"))  # houses destroyed: 45
    phrase = page.phrase(last)
    if phrase is None or phrase.last != last or page.lower(phrase.head) in FATES or page.lower(phrase.head) in TOLLS:
        return None
    first = next((i + 1 for i in range(last - 1, phrase.first - 1, -1) if _line_ends(page, i)), phrase.first)
    if page.tag(first) in ("num", "det"):
        return None
    while page.lower(first - 1) == "and" and (before := page.phrase(first - 2)) is not None and before.first > page.sentence(sign).first - 1:
        first = before.first  # vehicles and fuel tanks
    opens = first == page.paragraphs[page.paragraph(first)].first or _line_ends(page, first - 1) or page.sentence(first).first == first or page.lower(first - 1) in (",", ";", ":", ")", "•", "*", "-", "–", "—")
    if not opens or kind_of_noun(page, first, phrase.last) not in ("people", "equipment", "structures", "incidents"):
        return None
    span = page.words(first, phrase.last)
    return Noun(first, phrase.last, span, page.lower(phrase.last)), span


@COUNTED.rule
def own_phrase(page: Page, count: Count):
    """The number stands in a noun phrase, and the head of that is counted.

    + Rebels killed 12 «government soldiers».
    + Rebels killed two «reporters» Ada Kolb and Jan Mira.
    + They walked 30 «km» west.
    + They walked 30 «km».
    - Rebels killed 12.
    - There were 12 dead.
    - Rebels took 12 prisoner.
    - Dead: 12 Wounded rebels: 30
    - Air strike on school kills 12¶¶Health officials said so.
    """
    first = count.last + 1
    if page.sentence(count.last).last < first or page.lower(first) == ")" or strong(page, count) or page.lower(first) in EXTENTS and page.tag(first + 1) not in ("noun", "name", "adj", "num") or page.lower(first) in TIMES_SIGN and page.tag(first + 1) == "num":
        return None
    word = page.lower(first)
    if word in ("or", "and") and page.lower(first + 1) in ("more", "so", "fewer", "less"):
        first += 2
    elif word in ("an", "a") and count.value == 0.5:
        first += 1
    first += page.lower(first) == "+"  # 30+ houses
    first += page.lower(first) in TIMES_SIGN  # 3x AK-47
    if does(page, count):
        return None
    if count.form == "share" and page.lower(count.last) in ("%", "percent", "cent", "pct"):
        return None
    if page.tag(first) == "mark" and page.tokens[first].text in "\"“‘``''«" and page.tokens[first + 1 : first + 2] and page.phrase(first + 1):
        phrase = page.phrase(count.first)
        if phrase is None or phrase.last <= first:
            return _of_phrase(page, page.phrase(first + 1), first + 1, quoted=True)
    phrase = page.phrase(first)
    if count.form == "single" and phrase is not None and page.lower(phrase.last).endswith("-old"):
        span = page.words(first, phrase.last)  # among them a four-year-old
        return Noun(first, phrase.last, span, page.lower(phrase.last)), span
    if phrase is None or not phrase.first <= first <= phrase.last:
        return _glued(page, count)
    if page.tag(phrase.last + 1) == "num" and page.lower(phrase.last + 2) in CALIBRES and not _plural(page, phrase.last):
        phrase = page.phrase(phrase.last + 1)  # 6 empty 9mm casings
    if page.opening.get(first) and (found := _of_phrase(page, phrase, first, quoted=True)):
        return found  # 23 "terrorists"
    if count.value > 1 and phrase.last == first and word in HELD or page.lower(count.first - 1) == ":" and _labels_the_next(page, phrase.last):
        return None  # took 14 prisoner, civilian deaths: 2 combatant deaths: 9
    if phrase.first > count.first and (page.tag(first) not in ("adj", "noun", "name") or page.lower(first) in DAYS or page.lower(first) in ("last", "this") and page.lower(first + 1) in TIMES):
        return None  # arrested 12 Tuesday, 399,000 last year
    if page.lower(phrase.last) in ("percent", "pct") and page.lower(first) == "to":
        return None  # rose from 4 to 7 percent
    return _of_phrase(page, phrase, first) or _glued(page, count)


def reported(page: Page, phrase: Phrase) -> Phrase | None:
    """Of what there are no reports, where a phrase says that there are none of something."""
    if page.lower(phrase.head) not in REPORTS or phrase.last != phrase.head or page.lower(phrase.last + 1) not in ("of", "on", "about"):
        return None
    return page.phrase(phrase.last + 2)


def find(page: Page, count: Count) -> None:
    """Settle what a count counts."""
    ruling = COUNTED.settle(page, count)
    if ruling is not None:
        count.noun = ruling.value or None
        count.why.append(ruling.why)
    count.end = max(count.last, count.noun.last) if count.noun else count.last
    if count.form == "single" and count.noun is None and page.lower(count.last + 1) in ORDINALS:
        count.end += 1  # a second critically hurt


def _line_ends(page: Page, i: int) -> bool:
    """Whether a line ends behind token `i`."""
    return "\n" in page.text[page.tokens[i].end : page.tokens[min(i + 1, len(page.tokens) - 1)].start]


def _labels_the_next(page: Page, last: int) -> bool:
    """Whether a noun, with a participle or without, stands before a colon and the next number: 12 wounded: 30, 4 houses destroyed: 45."""
    colon = last + 1 + (page.tag(last + 1) in ("part", "verb"))
    return page.lower(colon) == ":" and page.tag(colon + 1) in ("num", "qual")


def _ends_an_item(page: Page, count: Count) -> bool:
    """Whether nothing follows a number in its item of a list, but what came on top in brackets."""
    after = count.last + 1
    if after > page.sentence(count.last).last or page.lower(after) in (",", ";", ".") or _line_ends(page, count.last) and _labels_the_next(page, after):
        return True
    return page.lower(after) == "(" and page.lower(after + 1) in ("+", "-", "–", "−")


def _glued(page: Page, count: Count):
    """A unit that touches the number: 30km."""
    after = count.last + 1
    if after < len(page.tokens) and page.tokens[after].kind == "word" and WORDS.of(page.lower(after)) in MEASURES and page.sentence(count.last).last >= after and page.lower(after) not in ("second", "won", "real", "mark"):
        span = page.words(after, after)
        return Noun(after, after, span, span.text.lower()), span
    return None


def _of_phrase(page: Page, phrase, first: int, quoted: bool = False) -> tuple[Noun, Span] | None:
    """The noun counted in a phrase from token `first` on: after its last number, up to its head, without fates and days."""
    if phrase is None:
        return None
    lower, tag, tags = page.lower, page.tag, page.tags
    opens, last = phrase.first, phrase.last
    first = max(first, opens)
    for i in range(last - 1, first - 1, -1):
        if tags[i] == "num" and lower(i) != "one" and lower(i + 1) not in CALIBRES and lower(i + 1) != "-":
            first = i + 1
            break
    while first < last and tags[first] in BEFORE_NOUNS:
        first += 1
    for i in range(first, last):
        unit = lower(i)
        kind = WORDS.of(unit)
        if kind in UNITS_OF_SIZE and lower(i + 1) != "-" and (unit.endswith("s") or len(unit) < 3 or kind == "money") and unit not in NO_UNITS:
            if lower(i - 1) != "-" or tag(i - 2) != "num":  # two 500-lb bombs
                last = i
                break
    named = next((i for i in range(last, first - 1, -1) if tags[i] != "name"), last)
    if first <= named < last and tags[named] == "noun" and _plural(page, named) and kind_of_noun(page, first, named) == "people":
        last = named  # two reporters Ada Kolb and Jan Mira
    if tags[last] == "adj" and first <= phrase.head < last:
        last = phrase.head  # diplomats familiar with the talks, 10 feet deep
    if last > first and lower(last - 1) in PEOPLE and tags[last] == "noun" and not _plural(page, last) and (verb := verb_forms(lower(last))) and BASE in verb.columns:
        last -= 1  # where 64 children study
    if lower(first) == "year" and lower(first + 1) == "old":
        last = first  # a 19 year old
    for i in range(first + 1, last + 1):
        if lower(i) in WHICH and (tags[i] in ("adj", "det") or lower(i + 1) in TIMES or lower(i + 1) in DAYS):
            last = i - 1
            break
    if last > first and lower(last) in PERIODS and _plural(page, last - 1) and lower(last + 1) in ADVERBIAL:
        last -= 1  # on four positions hours after he left
    while last > first and (lower(last) in BEHIND_NOUNS and lower(last - 1) != "war" or lower(last) in TAKEN and (lower(last - 1) in FATES or _plural(page, last - 1)) or tag(last) in ("mark", "poss")):
        last -= 1
    if first == last and lower(last) in ORDINALS and lower(first - 1) in ("a", "the"):
        return None  # a fourth was hurt
    if last < first or lower(last) in FATES and lower(last - 1) != "war" or tag(last) in NO_NOUNS or lower(last) == "own" or first == last and lower(last).endswith("ing") and lower(first - 1) in MANY:
        return None
    if last > first and lower(last).endswith("ing") and _plural(page, last - 1) and tag(last + 1) in ("det", "name", "poss"):
        last -= 1  # migrants crossing the Channel
    if last == phrase.last and lower(last + 1) in JOINING:
        last = _with_second(page, phrase, first, last)
        last = _over_a_name(page, phrase, last)
    end = last
    if quoted and lower(phrase.last + 1) in CLOSING:
        end, first = phrase.last + 1, first - 1
    elif lower(first - 1) in OPENING and page.opening.get(first - 1) is not None and any(lower(i) in CLOSING for i in range(first, last)):
        first -= 1  # 58 "regroupment" sites
    elif lower(last + 1) in CLOSING and any(lower(i) in OPENING for i in range(first, last)):
        end = last + 1  # 14 armed "terrorists"
    stop = first == last and lower(last) in STOPPED  # They walked 40 km.
    span = page.story.span(page.tokens[first].start, page.tokens[end].end - stop)
    return Noun(first, end, span, span.text.lower() if stop else lower(last)), span


def _with_second(page: Page, phrase, first: int, last: int) -> int:
    """Two nouns that share a number: `40 soldiers and guerrillas`, `20 shops and stalls`."""
    joint = last + 1
    if page.lower(joint) not in ("and", "or") or not _plural(page, last):
        return last
    other = page.phrase(joint + 1)
    if other is None or other.first != joint + 1 or page.sentence(first).last < other.last:
        return last
    if page.lower(other.head) in TOLLS and page.lower(last) not in TOLLS:
        return last  # the death of three guards and injuries to nine
    words = [page.tag(i) for i in range(other.first, other.last + 1)]
    if words[0] not in ("noun", "adj") or not _plural(page, other.head) or other.head != other.last or "num" in words or "det" in words:
        return last
    kinds = kind_of_noun(page, first, last), kind_of_noun(page, other.first, other.head)
    verb = next((v for v in verbs_near(page, first) if v.first > other.last), None)
    before = any(first in range(o.first, o.last + 1) for v in verbs_near(page, first) for o in v.objects)
    if kinds[0] != kinds[1] or before and verb is not None and verb.subject == other:
        return last
    return other.head


def _over_a_name(page: Page, phrase, last: int) -> int:
    """The head behind a name of several words: `six Ministry of Works offices`, `eight PDC and FAL mayors`, `four Party of India (CPI-M) cadres`."""
    if last != phrase.last or page.tag(last) != "name" or page.tag(phrase.first) not in ("num", "qual"):
        return last
    part, shortened, one = phrase, False, page.lower(phrase.first) == "one"
    while (part := _going_on(page, part.last + 1)) is not None:
        if part.last > page.sentence(last).last or any(page.tag(i) == "num" for i in range(part.first, part.last + 1)):
            break
        shortened = shortened or page.lower(part.first - 1) == ")"
        if page.tag(part.head) == "noun" and (page.lower(part.head).endswith("s") or one):
            return part.head if shortened or not _plural(page, last) and not one else last
        if page.tag(part.head) != "name":
            break
    return last


def _going_on(page: Page, i: int):
    """The phrase with which a name goes on at token `i`, behind a small word or its short form in brackets."""
    if page.lower(i) == "(":
        start = next((j for j in range(i + 2, i + 5) if page.lower(j) == ")"), i) + 1
        part = page.phrase(start) if page.tag(start) in ("noun", "adj") else None
        return part if part is not None and part.first == start > i + 1 else None
    if page.lower(i) not in JOINING:
        return None
    start = i + 1 + (page.lower(i + 1) == "the")
    while page.tag(start) == "adj":
        start += 1
    return page.phrase(start)


def _plural(page: Page, i: int) -> bool:
    word = page.lower(i)
    return word.endswith(("s", "men", "women")) or word in ("people", "children", "troops", "police")


CALIBRES = frozenset("mm millimeter millimetre cm".split())
UNITS = frozenset("year month week day hour minute second mile km kilometre kilometer metre meter m foot inch tonne ton kg pound litre liter hectare acre".split())
