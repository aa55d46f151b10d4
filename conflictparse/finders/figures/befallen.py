"""What befell those counted, where not their own clause tells it: a whole, the count before, the noun."""
from ...page.words import SAYING
from . import fate, standing
from .effect import answer
from .sheet import Count, Sheet, over_adverbs
from .tolls import EFFECT  # whose rules stand before these

LISTING = frozenset(("noun_before_of", "added_behind_the_clause", "some_of_what_is_not_counted", "next_in_the_list"))  # rules that say it of the first of a list
HOLDERS = frozenset(("they", "it", "he", "she", "we"))
FAR = 12  # tokens from a verb to `including`
LETTING_GO = frozenset(("escape", "break", "hand"))
HOSTAGES = frozenset("hostage hostages captive captives abductees".split())
FIGURES = frozenset("figure number toll total tally count".split())


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
    + Ten inmates «broke out» of the jail.
    - Ten farmers escaped.
    """
    held = count.whole is not None and count.whole.effect == "captured" or fate.head_of(count, sheet.page, "weak") is not None
    if LETTING_GO.isdisjoint(count.near.lemmas) or count.kind != "people" or not held:
        return None
    for deed in sheet.deeds_of(count):
        word, behind = deed.verb.lemma, sheet.page.lower(deed.verb.head + 1)
        over = word == "hand" and behind == "over" and count.noun is not None and count.noun.head in HOSTAGES
        out = word == "break" and behind in ("out", "free") and deed.part == "subject"
        if over or out or word == "escape" and deed.part == "subject" and not deed.verb.negated:
            return "freed", sheet.page.words(deed.verb.head, deed.verb.head + (over or out))
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
def whom_they_held(sheet: Sheet, count: Count):
    """A clause without `whom` right behind the noun says what somebody did to those counted before.

    + Rebels freed five of the 11 soldiers they had «held» for a week.
    - Rebels freed five of the 11 soldiers; they had held the town.
    """
    page = sheet.page
    if count.kind != "people" or count.noun is None or page.lower(count.end + 1) not in HOLDERS:
        return None
    verb = next((verb for verb in page.verbs_of(page.sentence(count.first)) if verb.first == count.end + 2), None)
    found = fate.befallen(page, verb, "object", "people") if verb is not None and verb.form == "finite" and not verb.objects else None
    return answer(page, found) if found is not None and found.effect == "captured" else None


@EFFECT.rule
def some_of_what_is_not_counted(sheet: Sheet, count: Count):
    """Others than those counted, whose number nobody tells, include them, and the clause says what befell those.

    + Weapons were «recovered» from the men, including nine rifles and two pistols.
    + Many people were «killed», among them 12 children.
    + A third of the camp was «burned down», including two of its three schools.
    - Weapons were shown to the men, including nine rifles.
    """
    page, opener = sheet.page, standing.opener(sheet.page, count)
    if opener is None or count.whole is not None and count.whole.first < opener:
        return None
    for verb in reversed(page.verbs_of(page.sentence(count.first))):
        if verb.last < opener and verb.form == "finite" and opener - verb.last < FAR:
            part = "subject" if verb.passive or not verb.objects else "object"
            told = verb.subject if part == "subject" else verb.objects[-1]
            found = fate.befallen(page, verb, part, fate.kind_of(count)) if told is not None and ((counted := sheet.at(told.head)) is None or counted.form == "share") else None
            return answer(page, found)
    return None


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
    + Karl Mira was «arrested» with 14 others.
    - Karl Mira was arrested with 14 rifles.
    - Two soldiers were killed, as well-known rebels and three civilians watched.
    """
    page, opens = sheet.page, _added_at(sheet, count)
    if count.kind not in fate.FITTING or opens is None:
        return None
    verb = next((verb for verb in reversed(page.verbs_of(page.sentence(count.first))) if verb.last < opens and verb.form != "participle"), None)
    if page.lower(opens - 1) != "as" and verb is not None and (found := fate.befallen(page, verb, "subject", count.kind)):
        return answer(page, found)  # was killed on Sunday along with three guards
    for other in sheet.before(count, 6):
        if page.sentence(other.first) != page.sentence(count.first):
            return None
        if other.effect in fate.FITTING[count.kind] and other.whole is None and other.verb is not None and other.verb.head < count.first:
            return other.effect, page.words(count.first, count.end)
    return None


def _added_at(sheet: Sheet, count: Count) -> int | None:
    """Where those begin whom `along with`, `together with`, `as well as` or `with … others` adds, if those counted are among them."""
    lower = sheet.page.lower
    for first in (count.opens, *sorted((member for member in sheet.members(count) if member < count.first), reverse=True)):
        before = lower(first - 3), lower(first - 2), lower(first - 1)
        with_others = before[2] == "with" and (count.noun is not None and count.noun.head == "others" or lower(count.last + 1) == "other")
        if with_others or before == ("as", "well", "as") or before[1:] in (("along", "with"), ("together", "with")) or before[2] in ("alongwith", "alongside"):
            return first
    return None


@EFFECT.rule
def next_in_the_list(sheet: Sheet, count: Count):
    """A list goes on whose last member something is told of that no verb of the list says.

    + Raids claimed the lives of 87 farmers and «112 guards».
    + They hailed the release of nine teachers and «five farmers».
    - Raids claimed the lives of 87 farmers, and 112 guards fled.
    """
    told = sheet.previous(count)
    if told is None or told.effect not in fate.FITTING.get(count.kind, ()) or told.first < count.near.first or told.whole is count or any(deed.part == "subject" or deed.verb.first > told.end for deed in sheet.deeds_of(count)):
        return None
    rule = next((why.rule.rpartition(".")[2] for why in told.why if why.field == "effect"), "")
    phrase = sheet.page.phrase(told.first)
    between = {sheet.page.lower(i) for i in range(told.end + 1, count.opens)}
    joined = phrase is not None and phrase.first in sheet.members(count) or between <= {",", "and"}
    return (told.effect, sheet.page.words(count.first, count.end)) if rule in LISTING and joined else None


@EFFECT.rule
def compared_with(sheet: Sheet, count: Count):
    """Those with whom others are compared met the same fate.

    + In May 214 people were slain. That «compares» with 131 in April.
    + It said 28 rebels were killed, «against» three soldiers.
    + It said 352 civilians were killed. The mayor said the «figure» was closer to 3,300.
    + The raid left 34 soldiers dead, while the mayor «said» 20.
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
    verb = sheet.page.verb(count.opens - 1)
    if verb is not None and verb.lemma in SAYING and verb.form == "finite" and verb.last == count.opens - 1 and sheet.page.tag(count.last + 1) in ("mark", "conj"):
        return count.kin.effect, sheet.page.words(verb.head, verb.head)  # while the mayor said 20
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
