"""Tolls and labels: words that sum up those counted, and where their number stands."""
from ...page import Page
from . import fate, standing
from .effect import EFFECT
from .nouns import kind_of_noun
from .qualifier import SPANS
from .sheet import Count, Sheet, verbs_near

TOLL_REACH = 9  # tokens from `toll` or `number of dead` to its number
FAR = 22  # tokens behind a number in which it is told whose number it is
TOLL_BEFORE = 60  # tokens in which a toll is named that `it` means
BOUNDS = frozenset(("best", "low", "high"))
DEATHS = frozenset(("deaths", "fatalities"))
REVISING = frozenset("revise raise lower update correct increase reduce amend cut adjust".split())
SUMMING = frozenset("be amount total number come reach stand run rise exceed".split())
LOST = {"people": "casualty", "equipment": "destroyed", "structures": "destroyed"}
LINES = 30  # of a list below the words that say what it lists


@EFFECT.rule
def toll(sheet: Sheet, count: Count):
    """A toll or the number of the dead sums up those counted.

    + Officials put the «toll» at 24.
    + The «number of dead» rose to 11.
    + The «number of rebels killed» in the past 24 hours has gone up to nine.
    + The «toll» could pass 20.
    + They put Zemban «dead» since May at 8,000.
    + Their «losses» were 40 troops, two tanks and seven trucks.
    + The «losses» of the enemy from 24.02.22 to 14.09.23 are 270 troops and two tanks.
    + The «death toll» of villagers from the army's attacks on the towns along the road has risen to 23.
    - The toll on the road is 24 dollars.
    """
    page = sheet.page
    if count.kind == "equipment" and count.noun is not None and "losses" in count.near.words:
        return _lost_with_others(sheet, count)
    if count.kind not in ("people", "other") or count.form in ("money", "share", "single", "none") or count.kind == "other" and count.noun:
        return None
    if page.lower(count.opens - 1) in ("to", "at") and page.lower(count.last + 1) == "the" and page.lower(count.last + 2) in standing.SUMS and (found := _of_things(page, count)):
        return found  # raised to 421 the number of helicopters destroyed
    if page.lower(count.opens - 1) in ("to", "at") and page.lower(count.last + 1) == "the" and (found := standing.number_of(page, count.last + 2, count.last + FAR)):
        return found[0], page.words(count.last + 2, count.last + 1 + found[1])
    opening = page.sentence(count.first).first
    for i in range(count.opens - 1, max(opening, count.opens - TOLL_REACH) - 1, -1):
        found = fate.at(page, i, 5, "toll", "people") or standing.number_of(page, i, count.opens)
        if found:
            return found[0], page.words(i, i + found[1] - 1)
        if page.lower(i) in (";", ":") or (other := sheet.at(i)) and other is not count and other.kind == "people" and page.lower(other.first - 1) not in ("from", "to"):
            return None
    verb = next((verb for verb in reversed(verbs_near(page, count.first)) if count.opens - 3 <= verb.last < count.opens), None)
    for i in range(verb.subject.first, verb.subject.last + 1) if verb and verb.subject else ():
        if found := fate.look([page.lower(k) for k in range(i, verb.subject.last + 1)], "toll", "people"):
            return found[0], page.words(i, i + found[1] - 1)
    if found := _put_at(sheet, count) or _losses_are(sheet, count):
        return found
    if page.lower(count.opens - 1) not in ("to", "at") or standing.SUMS.isdisjoint(count.near.words):
        return None
    for i in range(count.opens - TOLL_REACH, max(opening, count.opens - TOLL_BEFORE) - 1, -1):
        if (found := standing.number_of(page, i, count.opens)) and all(number.form == "share" or page.lower(number.last + 1) in SPANS for number in page.numbers_in(i, count.first - 1)):
            return found[0], page.words(i, i + found[1] - 1)  # The number of people killed since the war began rose to 700
    return None


def _of_things(page: Page, count: Count):
    """What became of the things whose number is told: the number of helicopters destroyed."""
    phrase = page.phrase(count.last + 4) if page.lower(count.last + 3) == "of" else None
    kind = kind_of_noun(page, phrase.first, phrase.head) if phrase is not None else None
    found = fate.said_at(page, phrase.last + 1, kind, 1) if kind in ("equipment", "structures") else None
    if found is None:
        return None
    count.kind = kind
    return found.effect, found.words(page)


def _lost_with_others(sheet: Sheet, count: Count):
    """Losses before a list that holds things are those of the things as well: losses amounted to 540 troops and seven trucks."""
    page, first = sheet.page, min([count.opens, *sheet.members(count)])
    return standing.nearest_toll(page, first - 1, max(count.near.first, first - TOLL_REACH), "equipment") or _losses_are(sheet, count)


def _losses_are(sheet: Sheet, count: Count):
    """The losses that open a sentence and of which its first verb says what they are: the losses of the enemy from 24 February to 14 September are."""
    page, losses = sheet.page, sheet.page.phrase(count.near.first)
    if losses is None or page.lower(losses.head) != "losses":
        return None
    verbs = [verb for verb in page.verbs_of(count.near) if verb.first < count.opens]
    told = len(verbs) == 1 and verbs[0].form == "finite" and verbs[0].lemma in SUMMING
    return (LOST[count.kind], page.words(losses.head, losses.head)) if told and count.kind in LOST else None


def _put_at(sheet: Sheet, count: Count):
    """The dead, or others whom something befell, whose number somebody puts at so many: put the dead since May at 8,000."""
    page = sheet.page
    verb = next((verb for verb in reversed(verbs_near(page, count.first)) if verb.lemma in ("put", "place", "estimate") and verb.last < count.opens and verb.objects), None)
    if verb is None or page.lower(count.opens - 1) != "at" or page.numbers_in(verb.last, count.first - 1):
        return None
    head = verb.objects[0].head
    effect = fate.STRICKEN.get(page.lower(head)) or ("casualty" if page.lower(head) in ("losses", "casualties") else None)
    return (effect, page.words(head, head)) if effect else None


@EFFECT.rule
def toll_called_it(sheet: Sheet, count: Count):
    """The toll of which the sentence or the one before speaks is put at so many: `put it at 54`.

    + The «toll» was given as 35; the mayor put it at 54.
    + The «toll» was put at 35 and later the mayor revised it to 54.
    - The price was given as 35; the mayor put it at 54.
    """
    page = sheet.page
    if count.noun is not None or page.lower(count.opens - 1) not in ("at", "as", "to") or page.lower(count.opens - 2) != "it":
        return None
    if page.lower(count.opens - 1) == "to" and ((verb := page.verb(count.opens - 3)) is None or verb.lemma not in REVISING):
        return None
    return standing.nearest_toll(page, count.opens - 3, max(0, page.sentence(page.sentence(count.first).first - 1).first, count.opens - TOLL_BEFORE), "people")


@EFFECT.rule
def label_and_colon(sheet: Sheet, count: Count):
    """A label before a colon says what befell those counted behind it.

    + «Fatalities»: 3.
    + «Injuries»: 12.
    + Civilian «deaths» reported: 8.
    + «Best estimate»: 34.
    + «Deaths side A»: 12.
    + Killed: 12 «Wounded»: 30
    + Dead: 12; injured: 30; «missing»: 4
    + «Best»: 12 «Low»: 10 «High»: 25
    + «Killed» – 12, «wounded» – 30.
    + «Killed» (12), «wounded» (30).
    - Ships: 12.
    """
    page, colon = sheet.page, count.opens - 1
    if not count.bare or page.lower(colon) != ":" and not _struck_and_mark(page, colon, count.last + 1):
        return None
    if page.lower(colon - 1) in BOUNDS and len({page.lower(i - 1) for i in range(count.near.first + 1, count.near.last) if page.lower(i) == ":"} & BOUNDS) > 1:
        return "killed", page.words(colon - 1, colon - 1)
    colon -= page.lower(colon - 1) in ("reported", "confirmed", "claimed", "estimated", "alleged", "recorded")
    told = sheet.previous(count)
    first = max(count.near.first, colon - 3, told.end + 1 if told is not None else 0)
    if label := _of_a_coder(page, colon - 1):
        return label
    for i in range(first, colon):
        found = fate.at(page, i, colon - i, "head", "people") or fate.at(page, i, colon - i, "said", "people")
        if found and found[1] == colon - i:
            return found[0], page.words(i, colon - 1)
    return None


@EFFECT.rule
def listed_as_lost(sheet: Sheet, count: Count):
    """What a list of losses counts behind its labels was lost.

    + The «losses» of the enemy since May are estimated at: personnel – 468, tanks – 72 (+14).
    + Enemy «losses» as of Sunday:¶Personnel: 468¶Tanks: 72
    - The forces of the enemy: personnel – 468, tanks – 72.
    """
    if count.noun is None or count.noun.last > count.first or count.kind not in LOST:
        return None
    page, block = sheet.page, sheet.page.paragraph(count.first)
    for above in range(block, max(-1, block - LINES), -1):
        first, last = page.paragraphs[above].first, min(page.paragraphs[above].last, count.first)
        found = next((i for i in range(last, first - 1, -1) if page.lower(i) == "losses"), None)
        if found is not None:
            return LOST[count.kind], page.words(found, found)
        if page.lower(last) == ":" or page.lower(page.paragraphs[above].last) in (".", "!", "?") and above < block:
            return None
    return None


@EFFECT.rule
def label_alone(sheet: Sheet, count: Count):
    """In coders' notes a label may stand before its number without a colon.

    + «Best estimate» 34, low 30, high 40.
    + Best estimate 34, «low» 30, «high» 40.
    + «Deaths side A» 12, civilian «deaths» 35.
    - In the low 30 men died.
    """
    page, label = sheet.page, count.opens - 1
    if count.noun is not None or count.form != "count" or page.lower(count.last + 1) not in (",", ".", ";", ""):
        return None
    word, before = page.lower(label), page.lower(label - 1)
    if coded := _of_a_coder(page, label):
        return coded
    told = sheet.previous(count)
    if word in ("low", "high") and before == "," and told is not None and told.last == label - 2 and told.effect == "killed" and told.elliptic:
        return "killed", page.words(label, label)
    whose = before in ("civilian", "unknown", "total", "combatant") and page.lower(label - 2) in (",", ";", ".")
    return ("killed", page.words(label, label)) if whose and word in DEATHS else None


def _struck_and_mark(page: Page, mark: int, after: int) -> bool:
    """Whether an item is a word for the stricken and a number behind a dash or in brackets: killed – 12, wounded (30)."""
    alone = page.lower(mark - 1) in fate.STRICKEN and (mark - 1 == page.sentence(mark).first or page.lower(mark - 2) in (",", ";", "-", "–", "•", "*", ")"))
    ends = page.lower(after) in (",", ";", ".", "") or page.sentence(mark).last < after
    return alone and (page.kind(mark) == "dash" and ends or page.lower(mark) == "(" and page.lower(after) == ")")


def _of_a_coder(page: Page, last: int):
    """The label that ends at a token, if only coders write so: best estimate, deaths side A, deaths B."""
    if page.lower(last) == "estimate" and page.lower(last - 1) in ("best", "high", "low", "fatality"):
        return "killed", page.words(last - 1, last)
    first = last - 1 - (page.lower(last - 1) == "side")
    return ("killed", page.words(first, last)) if page.lower(first) in DEATHS and (first == last - 2 or page.lower(last) in ("a", "b")) else None


@EFFECT.rule
def under_the_days_toll(sheet: Sheet, count: Count):
    """A recorder's lines say place by place whom the toll of a day counts.

    + Monday 14 October: 56 killed¶Mosul: «6 policemen» by suicide bomber; «three» by gunfire.
    - Monday 14 October: 56 killed¶Police found 6 policemen by the road.
    """
    if count.kind not in ("people", "other") or count.form not in ("count", "single") or not sheet.of_the_day(count):
        return None
    page, near = sheet.page, count.near
    end = next((i for i in range(count.end, near.last) if page.lower(i) in (";", ".")), near.last)
    told = any(verb.form == "finite" and verb.first < end for verb in near.verbs) or page.lower(count.opens - 1) == "of"
    return None if told else ("killed", page.words(count.first, count.end))


@EFFECT.rule
def listed_below(sheet: Sheet, count: Count):
    """The lines of a list count those whom the words above it, which end in a colon, say something of.

    + The raids killed 40 men. The «fatalities» are as follows:¶- 23 guards.¶- 12 farmers.
    + It has recorded the «death» of 62 people, as follows:¶¶23 guards.¶¶39 farmers.
    - The raids killed 40 men. The guests are as follows:¶- 23 guards.
    """
    if count.kind != "people" or count.form == "single" or not sheet.listing:
        return None
    page = sheet.page
    number = above = page.paragraph(count.first)
    while above > 0 and number - above < LINES and sheet.list_line(above):
        above -= 1
    if above == number or page.lower(page.paragraphs[above].last) != ":" or sheet.between(count.near.first, count.first - 1):
        return None
    last = page.paragraphs[above].last
    struck = standing.stricken(page, page.sentence(last).first, last) or _of_deaths(page, page.sentence(last).first, last)
    return (struck[0], page.words(struck[1], struck[1])) if struck else None


def _of_deaths(page: Page, first: int, last: int) -> tuple[str, int] | None:
    """Where the words above a list speak of deaths: the death of 62 people, as follows:"""
    return next((("killed", i) for i in range(first, last) if page.lower(i) in (*DEATHS, "death", "killing")), None)
