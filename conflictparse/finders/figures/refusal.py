"""What is no figure, though it is a number: codes, list marks, hours, votes and scores, `one` for somebody."""
from ...page import Page
from ...page.numbers import Number
from ...page.words import SAYING
from .codes import BEFORE_AN_ARMY, CALIBRES, CONTACT, EMERGENCY, EXTENSION, FORMATIONS, NUMBERED, OF_AN_ARMY, OF_AN_ENTRY, REFUSAL, SEVERAL, SHORT_FORMATIONS, STREETS, STROKES, nothing_counted, refused
from .nouns import WORDS as KINDS
from .nouns import kind_of_noun
from .sheet import verbs_near

SCORING = frozenset("votes vote points goals seats abstentions".split())
VOTING = frozenset("voted vote votes abstentions beat score draw lead win won victory defeat passed ballot motion".split())
PARTING = frozenset("cut split break tear divide slice snap saw fold blow rip".split())
AT_AN_HOUR = frozenset("arrive leave begin start open close come wake land depart finish return end".split())
ABOUT_AN_HOUR = frozenset("about around approximately exactly precisely roughly".split())
PUTTING = frozenset("put place stand estimate remain set value hold peak number".split())  # a number at, not an hour
CLOCK = 4  # digits
ENDING = frozenset((".", ")", "]", ".)"))
BEFORE_NONE = NUMBERED | SEVERAL | CALIBRES | EXTENSION | STROKES | {"#", "№", "+", "by"}
BEFORE_HOURS = frozenset(("at", "in", "into", "past", "to", "of", "until", "till")) | ABOUT_AN_HOUR
BEHIND_NONE = SCORING | CALIBRES | ENDING | STROKES | FORMATIONS | {"st", "nd", "rd", "th", "d", "‑"}
AROUND_NONE = VOTING | CONTACT | STREETS | {"+"}
BEFALLEN = frozenset(
    "killed dead wounded injured hurt missing arrested captured detained kidnapped abducted died released freed shot stabbed beaten burned burnt drowned hanged "
    "beheaded executed lynched crushed electrocuted hospitalised hospitalized rescued unaccounted perished succumbed survived escaped".split()
)
GIVING = frozenset(("put", "give", "set"))
POINTING = frozenset("no every any each which this that the".split())  # before `one` who or which was told of
FAR_SIDE = 20  # tokens to the other side
HARMING = frozenset("kill wound injure hurt arrest capture detain kidnap abduct".split())


@REFUSAL.rule
def divisor(page: Page, number: Number):
    """What something is divided or multiplied by counts nothing.

    + Their figures should be divided by «four».
    - The men were divided by four walls.
    """
    verb = page.verb(number.first - 2) if page.lower(number.first - 1) == "by" else None
    return refused(page, number) if verb is not None and verb.lemma in ("divide", "multiply") and nothing_counted(page, number) else None


@REFUSAL.rule
def cut_in_two(page: Page, number: Number):
    """What is cut or split in two is not counted.

    + The blast cut the bus in «two».
    + The war split the country into «two».
    - They arrived in two cars.
    """
    if page.lower(number.first - 1) not in ("in", "into") or number.value != 2 or not nothing_counted(page, number):
        return None
    return refused(page, number) if any(verb.lemma in PARTING and verb.head < number.first for verb in verbs_near(page, number.first)) else None


@REFUSAL.rule
def hour_of_the_day(page: Page, number: Number):
    """A small bare number behind `at` or `until` is the hour at which somebody comes or something begins, and so are the minutes before or past it.

    + The soldiers arrived at «11», five hours late.
    + It fell at «ten» to nine last night.
    + Fighting began at about «2100».
    + They stayed until «four» and came back at half past «eight».
    - The toll stood at 11.
    - The toll stood at 2100.
    """
    at = number.first - 1 - (page.lower(number.first - 1) in ABOUT_AN_HOUR)
    if page.lower(at) == "at" and _on_a_dial(page, number):
        return None if any(verb.lemma in PUTTING and verb.head < number.first for verb in verbs_near(page, number.first)) else refused(page, number)
    if page.lower(number.first - 1) == "at" and page.lower(number.last + 1) in ("to", "past") and page.tag(number.last + 2) == "num" and page.phrase(number.last + 2).head == number.last + 2:
        return refused(page, number)
    if page.lower(number.first - 1) in ("to", "past") and page.tag(number.first - 2) == "num" and page.lower(number.first - 3) == "at" and (nothing_counted(page, number) or page.lower(number.last + 1) in ("last", "this", "that")):
        return refused(page, number)
    if page.lower(number.first - 1) in ("to", "past") and page.lower(number.first - 2) in ("half", "quarter"):
        return refused(page, number)
    if page.lower(number.first - 1) in ("until", "till") and number.form == "count" and 1 <= number.value <= 12 and nothing_counted(page, number):
        return refused(page, number)
    if page.lower(number.first - 1) != "at" or number.form != "count" or not 1 <= number.value <= 12 or not nothing_counted(page, number) and page.tag(number.last + 1) != "adv":
        return None
    return refused(page, number) if any(verb.lemma in AT_AN_HOUR and verb.head < number.first for verb in verbs_near(page, number.first)) else None


@REFUSAL.rule
def list_mark(page: Page, number: Number):
    """A number that opens a paragraph before a full stop or bracket, or stands alone in brackets, numbers a list or a note.

    + «1.» Rebels fled.
    + (b) Rebels fled. ¶ «2)» The army came.
    + Rebels took the port.[«4»]
    + The notes are on (1) Mira and («2») Kolb.
    - Rebels killed guards (2) and drivers.
    """
    if page.lower(number.last + 1) not in ENDING or number.form != "count" or page.kind(number.first) != "digits":
        return None
    if page.lower(number.first - 1) == "[" and page.lower(number.last + 1) == "]" and number.value < 400:
        return refused(page, number)
    if page.lower(number.first - 1) == "(" and page.lower(number.last + 1) == ")" and page.tag(number.first - 2) in ("prep", "conj", "mark", "verb") and page.tag(number.last + 2) in ("name", "noun", "det", "to"):
        return refused(page, number)  # on (1) Mira and (2) Kolb
    sentence = page.sentence(number.first)
    if sentence.first == number.first and sentence.last == number.last + 1 and page.lower(sentence.last) in (".", ")"):
        return True, page.words(number.first, sentence.last)
    block = page.paragraphs[page.paragraph(number.first)]
    opens = number.first == block.first or number.first == block.first + 1 and page.lower(block.first) in ("(", "[", "#")
    if opens and number.value < 100 and number.last + 1 <= block.last:
        return True, page.words(number.first, number.last + 1)
    return None


@REFUSAL.rule
def vote_or_score(page: Page, number: Number):
    """Votes and scores count no part of a conflict.

    + The house passed it by «15» votes to two.
    + The council voted «12»-3 for it.
    + Mira beat Kolb «2»-1 in the final.
    + Mira lost «1» – 2 to Kolb.
    """
    if _spaced_score(page, number):
        return refused(page, number)
    behind_votes = page.lower(number.first - 1) == "to" and page.lower(number.first - 2) in ("vote", "votes")  # by 12 votes to three
    if behind_votes or page.lower(number.last + 1) in SCORING or page.lower(number.last + 2) in ("votes", "abstentions"):
        return refused(page, number)
    around = (*range(number.first - 4, number.first), number.last + 1, number.last + 2, number.last + 3)
    return refused(page, number) if not VOTING.isdisjoint(map(page.lower, around)) and _paired(page, number) else None


@REFUSAL.rule
def column(page: Page, number: Number):
    """Columns of a table are no sentences, and their numbers need its head to be understood.

    + May   1145   «1148» ¶ Rebels fled.
    """
    return refused(page, number) if page.paragraphs[page.paragraph(number.first)].table else None


@REFUSAL.rule
def one_of(page: Page, number: Number):
    """`one` before `of`, or with nothing to count, stands for somebody or something.

    + «One» of them fled.
    + Rebels wounded three, «one» seriously.
    + Mira sent two planes and Kolb sent «one».
    + It is the only «one» still open.
    - One soldier was killed.
    - At least one was killed.
    - He said that one Kolbian guard was killed and that one was hurt.
    - They shelled the port, killing one and wounding three.
    """
    if not _is_one(page, number):
        return None
    after = number.last + 1
    if page.tag(after) in ("conj", "mark") and (verb := page.verb(number.first - 1)) is not None and verb.last == number.first - 1 and verb.lemma in HARMING and verb.form in ("finite", "ing"):
        return None
    if page.lower(after) == "-" and page.tokens[after].start == page.tokens[number.last].end:
        return refused(page, number) if page.lower(after + 1) in ("time", "way", "sided", "man", "off", "party", "woman", "to", "on", "upmanship") else None
    only = page.lower(number.first - 1) == "only" and page.lower(number.first - 2) == "the"
    if page.lower(number.first - 1) in ("no", "each") or page.lower(after) == "of" or only and (page.tag(after) not in ("noun", "adj", "name") or page.lower(after).endswith("ing")) or page.lower(number.first - 1) in POINTING and page.tag(number.first - 1) != "sub" and page.tag(after) not in ("noun", "adj", "name"):
        return refused(page, number)
    if page.tag(number.first - 1) == "qual" and number.first > page.sentence(number.first).first:
        return None
    fate = next((i for i in range(after, after + 5) if page.tag(i) not in ("adv", "aux") and page.lower(i) != "found"), after)
    if page.lower(fate) in BEFALLEN or page.lower(after) in ("more", "other", "or"):
        return None
    return refused(page, number) if page.tag(after) not in ("noun", "adj", "name", "num", "ing") else None


@REFUSAL.rule
def one_in_contrast(page: Page, number: Number):
    """`one` against `another` or `the other`, `the one hand`, `one day` in the past or to come: nothing is counted.

    + They went from «one» town to another.
    + On the «one» hand they fight.
    + The army fought with guards on «one» side and rebels on the other.
    - A bridge on one side of the river fell.
    + «One» day they will return.
    """
    if not _is_one(page, number):
        return None
    sentence = page.sentence(number.first)
    words = [page.lower(i) for i in range(number.last + 1, min(sentence.last, number.last + 8) + 1)]
    if words[:1] == ["side"] and (page.lower(number.first - 1) == "the" and page.lower(number.first - 2) == "on" or any(page.lower(i) == "other" and page.lower(i - 1) == "the" for i in range(number.last + 2, min(sentence.last, number.last + FAR_SIDE) + 1))):
        return refused(page, number)
    if words[:1] in (["another"], ["hand"], ["by"], ["thing"], ["after"], ["point"], ["time"]) or "another" in words[:6] and "from" == page.lower(number.first - 1):
        return refused(page, number)
    if {"another", "other"} & set(words[1:4]) and page.lower(number.first - 1) in ("from", "in", "on", "at", "by", "to"):
        return refused(page, number)
    return refused(page, number) if words[:1] in (["day"], ["night"], ["morning"], ["evening"]) and number.first == sentence.first and page.tag(number.last + 2) in ("pron", "mark", "det", "prep") else None


@REFUSAL.rule
def one_of_that_name(page: Page, number: Number):
    """`one` before the full name of a person says that nobody knows him.

    + The dead were Ali and «one» Mohammad Kolb.
    - They lost one Toyota Hilux.
    """
    if not _is_one(page, number):
        return None
    name = page.name(number.last + 1)
    if name is None or page.tokens[number.first].text == "ONE" or name.first != number.last + 1 or name.last == name.bare or name.kind not in ("person", None) or page.tag(name.last + 1) in ("noun", "name", "num"):
        return None
    things = any(KINDS.at(page.tokens, i) or not page.lower(i).isalpha() for i in range(name.bare, name.last + 1))
    return refused(page, number) if not things else None


@REFUSAL.rule
def one_who_speaks(page: Page, number: Number):
    """`one` before the source of an attribution introduces who speaks.

    + «One» diplomat said the talks had failed.
    + «One» source put the number at 40.
    + Relatives of «one» trader said he was dead.
    + It is over, said «one» villager.
    - One soldier was killed, the army said.
    - One man who asked to stay was freed.
    - The mayor, Karl Mira, confirmed one death.
    """
    if not _is_one(page, number):
        return None
    phrase = page.phrase(number.first)
    if phrase is None or phrase.head == number.first:
        return None
    told = page.phrase(number.first - 2) if page.lower(number.first - 1) == "of" else phrase
    speaks = any(verb.subject in (phrase, told) and page.tag(verb.first - 1) != "rel" and (verb.lemma in SAYING or verb.lemma in GIVING and _sum_behind(page, verb)) and not verb.passive for verb in verbs_near(page, number.first))
    return refused(page, number) if speaks or _said_before(page, number.first) or page.lower(number.first - 1) == "to" and page.lower(number.first - 2) == "according" else None


def refuses(page: Page, number: Number, tabular: bool) -> bool:
    """Whether a number is no figure; `tabular` where the story has tables."""
    return _suspect(page, number, tabular) and REFUSAL.settle(page, number) is not None


def _suspect(page: Page, number: Number, tabular: bool) -> bool:
    """Whether anything at a number may make it none; at most numbers nothing does, and none of the rules need be asked."""
    lower, kind, tokens = page.lower, page.kind, page.tokens
    before, after = number.first - 1, number.last + 1
    one, previous, following = lower(number.first), lower(before), lower(after)
    if one == "one" or one[0] == "." or previous in BEFORE_NONE or following in BEHIND_NONE or "-" in following or not AROUND_NONE.isdisjoint([token.lower for token in tokens[max(0, number.first - 8) : after + 5]]):
        return True
    if lower(after + 1) in OF_AN_ARMY or following in SHORT_FORMATIONS or len(one) >= OF_AN_ENTRY or one in EMERGENCY or previous in BEFORE_AN_ARMY and tokens[after : after + 1] and tokens[after].capital:
        return True
    if previous in BEFORE_HOURS and (page.tag(after) not in ("noun", "adj", "name") or following in ("last", "this", "that")):
        return True
    if previous == "and" and page.tag(number.first - 2) == "num" or kind(before) == "dash" or kind(after) == "dash":
        return True
    if kind(number.first) == "digits" and (page.tag(before) == "name" or one[0] == "0") or kind(after) == "word" and tokens[after].start == tokens[number.last].end:
        return True
    return tabular and page.paragraphs[page.paragraph(number.first)].table


def _on_a_dial(page: Page, number: Number) -> bool:
    """Whether four bare digits can be a clock time, and nothing is counted: at 1430 this afternoon."""
    written = page.lower(number.first)
    clock = number.first == number.last and len(written) == CLOCK and written.isdecimal() and written[:2] < "25" and written[2:] < "60"
    return clock and (nothing_counted(page, number) or page.lower(number.last + 1) in ("this", "today", "yesterday", "last", "that"))


def _sum_behind(page: Page, verb) -> bool:
    """Whether a toll or a number is what is put or given."""
    return bool(verb.objects) and page.lower(verb.objects[0].head) in ("number", "toll", "figure", "total", "estimate", "dead", "it")


def _is_one(page: Page, number: Number) -> bool:
    return number.first == number.last and page.lower(number.first) == "one"


def _said_before(page: Page, i: int) -> bool:
    """Whether a verb of speech stands right before, after a comma or closing mark: `", said one villager`."""
    verb = page.verb(i - 1)
    phrase = page.phrase(i)
    if phrase is None or kind_of_noun(page, phrase.first + 1, phrase.head) not in ("people", None) or page.lower(phrase.head) in ("death", "fatality", "injury", "casualty", "arrest"):
        return False  # the ministry, in a statement, confirmed one death
    return verb is not None and verb.form == "finite" and verb.lemma in SAYING and verb.first > page.sentence(i).first and page.lower(verb.first - 1) in (",", "\"", "”", "''", "'", "’")


def _spaced_score(page: Page, number: Number) -> bool:
    """Whether two small numbers stand on both sides of a dash with blanks, and nothing is counted: 1 – 2."""
    if number.form != "count" or number.value >= 20 or page.kind(number.first) != "digits":
        return False
    for dash, other in ((number.last + 1, number.last + 2), (number.first - 1, number.first - 2)):
        if page.kind(dash) == "dash" and page.kind(other) == "digits" and len(page.lower(other)) < 3:
            last = max(other, number.last)
            return page.tag(last + 1) != "noun" or page.tokens[last + 1].capital
    return False


def _paired(page: Page, number: Number) -> bool:
    """Whether a second number is tied to it: 12-3, 15 to 2."""
    inside = any(page.lower(i) in ("-", "–", "to") for i in range(number.first, number.last + 1))
    after, before = page.lower(number.last + 1) in ("-", "–", "to"), page.lower(number.first - 1) in ("-", "–", "to")
    return inside or after and page.tag(number.last + 2) == "num" or before and page.tag(max(0, number.first - 2)) == "num"
