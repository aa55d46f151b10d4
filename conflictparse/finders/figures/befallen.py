"""What befell those counted: the rules where not the clause of a count tells it (a toll, a label, a whole, the count before, the noun), and the answer of all."""
from . import fate, standing
from .effect import EFFECT, answer
from .kind import of_a_parent
from .sheet import Count, Sheet, over_adverbs, verbs_near

ONLY_PEOPLE = frozenset(("killed", "wounded", "casualty", "surrendered", "freed", "displaced"))
LETTING_GO = frozenset(("escape", "hand"))
HOSTAGES = frozenset("hostage hostages captive captives abductees".split())
FIRED = frozenset("missile missiles rocket rockets shell shells mortar mortars projectile projectiles bomb bombs katyusha katyushas".split())
HUMAN = frozenset((*ONLY_PEOPLE, "missing", "captured"))
TOLL_REACH = 9  # tokens from `toll` or `number of dead` to its number
FAR = 22  # tokens behind a number in which it is told whose number it is
LINES = 30  # of a list below the words that say what it lists
BULLETS = frozenset("- – — • * · ● ▪ ◦ o".split())
SHARED = 4  # tokens from one bare number of a list to the next
TOLL_BEFORE = 40  # tokens in which a toll is named that `it` means
REVISING = frozenset("revise raise lower update correct increase reduce amend cut adjust".split())
ARMED = frozenset("soldiers fighters troops militants rebels guerrillas guerillas gunmen insurgents men combatants policemen police marines servicemen mercenaries peacekeepers paratroopers commandos volunteers jihadists contras regulars reservists militiamen gendarmes guards mujahideen legionnaires airmen sailors".split())


@EFFECT.rule
def toll(sheet: Sheet, count: Count):
    """A toll or the number of the dead sums up those counted.

    + Officials put the «toll» at 24.
    + The «number of dead» rose to 11.
    + The «toll» could pass 20.
    + They put Zemban «dead» since May at 8,000.
    + Their «losses» were 40 troops, two tanks and seven trucks.
    + The «death toll» of villagers from the army's attacks on the towns along the road has risen to 23.
    - The toll on the road is 24 dollars.
    """
    page = sheet.page
    if count.kind == "equipment" and count.noun is not None and "losses" in count.near.words:
        return _lost_with_others(sheet, count)
    if count.kind not in ("people", "other") or count.form in ("money", "share", "single", "none") or count.kind == "other" and count.noun:
        return None
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
    if found := _put_at(sheet, count):
        return found
    if page.lower(count.opens - 1) not in ("to", "at") or standing.SUMS.isdisjoint(count.near.words):
        return None
    for i in range(count.opens - TOLL_REACH, max(opening, count.opens - TOLL_BEFORE) - 1, -1):
        if (found := standing.number_of(page, i, count.opens)) and all(number.form == "share" for number in page.numbers_in(i, count.first - 1)):
            return found[0], page.words(i, i + found[1] - 1)  # The number of people killed since the war began rose to 700
    return None


def _lost_with_others(sheet: Sheet, count: Count):
    """Losses before a list that holds things are those of the things as well: losses amounted to 540 troops and seven trucks."""
    page, first = sheet.page, min([count.opens, *sheet.members(count)])
    for i in range(first - 1, max(count.near.first, first - TOLL_REACH) - 1, -1):
        if found := fate.at(page, i, 5, "toll", "equipment"):
            return found[0], page.words(i, i + found[1] - 1)
    return None


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
    for i in range(count.opens - 3, max(0, page.sentence(page.sentence(count.first).first - 1).first, count.opens - TOLL_BEFORE) - 1, -1):
        if found := fate.at(page, i, 5, "toll", "people"):
            return found[0], page.words(i, i + found[1] - 1)
    return None


@EFFECT.rule
def label_and_colon(sheet: Sheet, count: Count):
    """A label before a colon says what befell those counted behind it.

    + «Fatalities»: 3.
    + «Injuries»: 12.
    + Civilian «deaths» reported: 8.
    + «Best estimate»: 34.
    + «Deaths side A»: 12.
    - Ships: 12.
    """
    page, colon = sheet.page, count.opens - 1
    if page.lower(colon) != ":" or count.noun is not None or count.form not in ("count", "range", "vague"):
        return None
    colon -= page.lower(colon - 1) in ("reported", "confirmed", "claimed", "estimated", "alleged", "recorded")
    first = max(page.sentence(count.first).first, colon - 3)
    if page.lower(colon - 1) == "estimate" and page.lower(colon - 2) in ("best", "high", "low", "fatality"):
        return "killed", page.words(colon - 2, colon - 1)
    if page.lower(colon - 2) == "side" and page.lower(colon - 3) in ("deaths", "fatalities"):
        return "killed", page.words(colon - 3, colon - 1)  # Deaths side A: 12
    for i in range(first, colon):
        found = fate.at(page, i, colon - i, "head", "people") or fate.at(page, i, colon - i, "said", "people")
        if found and found[1] == colon - i:
            return found[0], page.words(i, colon - 1)
    return None


@EFFECT.rule
def listed_below(sheet: Sheet, count: Count):
    """The lines of a list count those whom the words above it, which end in a colon, say something of.

    + The raids killed 40 men. The «fatalities» are as follows:¶- 23 guards.¶- 12 farmers.
    - The raids killed 40 men. The guests are as follows:¶- 23 guards.
    """
    page = sheet.page
    number = above = page.paragraph(count.first)
    if count.kind != "people" or count.form == "single":
        return None
    while above > 0 and number - above < LINES and page.lower(page.paragraphs[above].first) in BULLETS:
        above -= 1
    if above == number or page.lower(page.paragraphs[above].last) != ":" or sheet.between(page.paragraphs[number].first, count.first - 1):
        return None
    last = page.paragraphs[above].last
    struck = standing.stricken(page, page.sentence(last).first, last)
    return (struck[0], page.words(struck[1], struck[1])) if struck else None


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
    if sheet.page.sentence(count.first) != sheet.page.sentence(count.kin.first) or any(deed.verb.form == "finite" and deed.verb is not count.kin.verb and deed not in sheet.deeds_of(count.kin) for deed in sheet.deeds_of(count)):
        return None
    count.verb = count.kin.verb
    return count.kin.effect, sheet.page.words(count.first, count.last)


@EFFECT.rule
def added_behind_the_clause(sheet: Sheet, count: Count):
    """Behind the clause others are added, and share the fate that it tells: "two soldiers were killed, as well as three civilians".

    + Two soldiers were killed on the road, as well as «three civilians».
    + Two soldiers were wounded, along with «three civilians».
    + Karl Mira was «killed» along with three of his guards.
    - Two soldiers were killed, as well-known rebels and three civilians watched.
    """
    page, before = sheet.page, tuple(sheet.page.lower(i) for i in range(max(0, count.opens - 3), count.opens))
    if count.kind != "people" or before != ("as", "well", "as") and before[1:] not in (("along", "with"), ("together", "with")):
        return None
    verb = page.verb(count.opens - (3 if before[1:] == ("along", "with") or before[1:] == ("together", "with") else 4))
    if verb is not None and (found := fate.befallen(page, verb, "subject", "people")):
        return answer(page, found)  # was killed along with three guards
    for other in sheet.before(count, 6):
        if page.sentence(other.first) != page.sentence(count.first):
            return None
        if other.effect in fate.FITTING["people"] and other.whole is None and other.verb is not None and other.verb.head < count.first:
            return other.effect, page.words(count.first, count.end)
    return None


@EFFECT.rule
def compared_with(sheet: Sheet, count: Count):
    """A bare number with which those of the sentence before are compared counts others of the same fate.

    + In May 214 people were slain. That «compares» with 131 in April.
    - In May 214 people were slain. That day 131 fled.
    """
    if count.kin is None or not count.elliptic or count.kin.effect is None or sheet.page.lower(count.opens - 1) not in ("with", "to"):
        return None
    verb = sheet.page.verb(count.opens - 2)
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
    """
    page, noun = sheet.page, count.noun
    if noun is None or count.kind not in fate.FITTING:
        return None
    for i in range(noun.first, noun.last):
        word = page.lower(i).rpartition("-")[2]
        found = fate.look([word], "said", count.kind) or fate.participle(page, i, word, 1, count.kind)
        if found and word not in ("left", "based", "armed"):
            start = page.tokens[i].end - len(word)
            return found[0], page.story.span(start, page.tokens[i].end)
    return None


@EFFECT.rule
def strength(sheet: Sheet, count: Count):
    """A force is so and so strong: those counted are under arms.

    + A «5,000-strong» force came.
    + The rebels «have» 2,000 fighters in the town.
    + There are «8,400 troops» in the valley.
    """
    page = sheet.page
    if count.kind != "people":
        return None
    if page.lower(count.last + 1) == "-" and page.lower(count.last + 2) in ("strong", "man-strong"):
        return "deployed", page.words(count.first, count.last + 2)
    armed = count.noun is not None and count.noun.head in ARMED
    for deed in sheet.deeds_of(count):
        if armed and deed.verb.lemma == "be" and page.lower(deed.verb.first - 1) == "there" and page.lower(count.end + 1) in ("in", "on", "at", "along", "near"):
            return "deployed", page.words(count.first, count.end)
        if deed.part == "object" and armed and deed.verb.lemma in ("have", "provide", "field", "command", "muster"):
            return "deployed", page.words(deed.verb.head, deed.verb.head)
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
    ruling = _of_people(sheet, count) or EFFECT.settle(sheet, count) or _of_things(sheet, count)
    if ruling is None or unknown and count.noun is not None and ruling.value not in ONLY_PEOPLE:
        return
    if count.noun is not None and count.noun.head in FIRED and "crash" in ruling.why.words.text:
        return  # rockets crashed into the town
    if count.kind == "incidents" and ruling.value not in HUMAN:
        return  # 240 violations, of which 20 were committed
    count.effect = ruling.value
    count.why.append(ruling.why)
    if count.kind not in fate.FITTING or ruling.value not in fate.FITTING[count.kind]:
        count.kind = "people"


def _of_people(sheet: Sheet, count: Count):
    """An elliptic number of whom the words say what befalls only people counts people, whatever was counted before."""
    if not count.elliptic or count.kin is None or count.kind == "people":
        return None
    kind, own, count.kind = count.kind, EFFECT.settle(sheet, count), "people"
    ruling = EFFECT.settle(sheet, count)
    if ruling is not None and ruling.why.rule.rpartition(".")[2] not in ("part_of_a_whole", "shared_by_ellipsis"):
        if ruling.value in (ONLY_PEOPLE if own is None or ruling.value != "casualty" else ()) or own is None and ruling.value == "captured" or _goes_on(sheet, count):
            return ruling
    count.kind, count.verb = kind, None
    return None


def _of_things(sheet: Sheet, count: Count):
    """Others behind things are things, where the clause says what befell them: 80 tanks were captured and 220 others destroyed."""
    told = sheet.previous(count) if count.noun is not None and count.noun.head == "others" else None
    if told is None or told.kind not in ("equipment", "structures") or told.first < count.near.first:
        return None
    count.kind = told.kind
    ruling = EFFECT.settle(sheet, count)
    if ruling is None:
        count.kind = "people"
    return ruling


def _goes_on(sheet: Sheet, count: Count) -> bool:
    """Whether the bare number right before it turned out to count people: 25 wounded and five missing."""
    told = sheet.previous(count)
    return told is not None and told.elliptic and told.kind == "people" and count.opens - told.end < SHARED
