"""What is no figure, though it is a number: parts of names, list marks, votes and scores, `one` for somebody."""
from ...page import Page
from ...page.numbers import Number
from ...page.words import MONTHS, SAYING, WEEKDAYS
from ...rule import Rulebook
from .nouns import WORDS as KINDS
from .nouns import kind_of_noun
from .sheet import verbs_near

REFUSAL = Rulebook("figures.refusal")
NUMBERED = frozenset(
    "round resolution resolutions article articles section sections chapter paragraph paragraphs clause amendment decree law no no. number numbers nos nos. route highway road street avenue flight channel "
    "room gate block sector zone district precinct phase level stage grade category class type model version part page pages volume vol volume figure fig table annex appendix protocol day week "
    "unit camp building tower office bus train platform runway line exit radio decree-law circular order directive form group squadron cell radio tv update wrapup nr ch release apollo area "
    "hangar bed ward issue bulletin alert sitrep lot track spc spc. spec. specialist hill point checkpoint pier berth dock bloc item lead add take writethru kilometre kilometer km milepost".split()
)
SEVERAL = frozenset("posts checkpoints blocks sectors zones resolutions articles routes highways camps units points platforms gates rooms wards".split())
BEFORE_NUMBERS = NUMBERED | SEVERAL | {"#", "№", "and"}
COUNTABLE_TOO = frozenset("round issue bulletin alert day week group area sector zone district unit camp block page phase part point hill order line bed train bus law".split())
CALIBRES = frozenset("mm millimeter millimeters millimetre millimetres caliber calibre cal cal. millimeter-caliber mm-caliber".split())
UNITS = frozenset(("KM", "KG", "M", "BN", "K", "B", "G", "L", "T"))
FORMATIONS = frozenset("division brigade battalion regiment corps squadron wing fleet army company platoon".split())
OF_AN_ENTRY = 9  # digits
SHORT_FORMATIONS = frozenset("rr bn para bde coy sqn regt gr jat sikh crpf bsf".split())
BEFORE_AN_ARMY = frozenset("of the from 's at by in with near to".split())
OF_AN_ARMY = frozenset(("hospital", "rifles"))  # with a number before their names: 92 Base Hospital, 44 Rashtriya Rifles
STREETS = frozenset("street avenue road boulevard lane square st st. ave ave. rd rd. blvd".split())
MEDIA = frozenset("radio television tv channel".split())
SCORING = frozenset("votes vote points goals seats abstentions".split())
VOTING = frozenset("voted vote votes abstentions beat score draw lead win won victory defeat passed ballot motion".split())
CONTACT = frozenset("tel tel. telephone phone fax mobile cell contact email e-mail call whatsapp".split())
EXTENSION = frozenset(("ext", "ext.", "extension"))
PARTING = frozenset("cut split break tear divide slice snap saw fold blow rip".split())
EMERGENCY = frozenset("911 999 112 110 119 000 100 15 18".split())
RINGING = frozenset("call dial ring phone".split())
AT_AN_HOUR = frozenset("arrive leave begin start open close come wake land depart finish return end".split())
ABOUT_AN_HOUR = frozenset("about around approximately exactly precisely roughly".split())
PUTTING = frozenset("put place stand estimate remain set value hold peak number".split())  # a number at, not an hour
CLOCK = 4  # digits
LARGEST_GROUP = 200  # members of a body that is named by their number
STROKES = frozenset(("/", ":", "@", "_", "="))  # between digits, of a code
ENDING = frozenset((".", ")", "]", ".)"))
BEFORE_NONE = NUMBERED | SEVERAL | CALIBRES | EXTENSION | STROKES | {"#", "№", "+", "by"}
BEFORE_HOURS = frozenset(("at", "in", "into", "past", "to", "of", "until", "till")) | ABOUT_AN_HOUR
BEHIND_NONE = SCORING | CALIBRES | ENDING | STROKES | FORMATIONS | {"st", "nd", "rd", "th", "d", "‑"}
AROUND_NONE = VOTING | CONTACT | STREETS | {"+"}


@REFUSAL.rule
def ordinal(page: Page, number: Number):
    """An ordinal says which, not how many; so does a number before an army's unit.

    + The «101»st Division moved in.
    + The «57» Division moved in.
    + He led «1» Division.
    + He lay in the «92» Base Hospital.
    + Troops of «21» Special Armoured Brigade fled.
    - The 57 divisions moved in.
    """
    after = number.last + 1
    named = page.tokens[after + 1 : after + 2] and page.lower(after + 1) in OF_AN_ARMY and page.tokens[after].capital and page.tokens[after + 1].capital
    if named and page.kind(number.first) == "digits" and number.value > 1 and (page.lower(after + 1) == "hospital" or page.lower(number.first - 1) in BEFORE_AN_ARMY):
        return _words(page, number)  # the 92 Base Hospital, troops of 44 Rashtriya Rifles
    while after < number.last + 4 and page.tokens[after + 1 : after + 2] and page.tokens[after].capital and page.tokens[after + 1].text.istitle() and page.tag(after) in ("name", "adj", "noun"):
        if page.lower(after) in FORMATIONS:
            break
        after += 1  # 21 Special Armoured Brigade
    unit = page.lower(after) in FORMATIONS and page.tokens[after].capital and page.tag(after + 1) not in ("noun", "name")
    if unit and page.kind(number.first) == "digits":
        return _words(page, number)
    after = number.last + 1
    if page.lower(after) in SHORT_FORMATIONS and page.tokens[after].capital and page.kind(number.first) == "digits" and page.lower(number.first - 1) in BEFORE_AN_ARMY:
        return _words(page, number)  # the 44 RR
    if page.lower(after) == "d" and page.lower(after + 1) in FORMATIONS and page.tokens[after].start == page.tokens[number.last].end:
        return _words(page, number)  # the 3d Brigade
    if page.lower(after) in ("st", "nd", "rd", "th") and page.tokens[after].start == page.tokens[number.last].end:
        return _words(page, number)
    return None


@REFUSAL.rule
def number_of_a_name(page: Page, number: Number):
    """A number after the word for something that is numbered says which one it is.

    + Under Resolution «2254» the rebels must leave.
    + The convoy left Route «1» at dusk.
    + Release No. «20» came out.
    + On day «40» of the siege the rebels left.
    - On that day 12 soldiers died.
    - The guards number 1,600.
    - They shelled the tower 17 times.
    """
    before = page.lower(number.first - 1)
    if before not in BEFORE_NUMBERS or page.lower(number.last + 1) == "times" or before == "number" and page.tag(number.first - 1) == "verb":
        return None
    if before == "and" and page.tag(number.first - 2) == "num":
        before = page.lower(number.first - 3)  # posts 542 and 543
        return _words(page, number) if before in SEVERAL else None
    if before in SEVERAL and page.tokens[number.first].kind == "digits" and _nothing_counted(page, number):
        return _words(page, number)
    if before == "and" or page.sentence(number.first).first == number.first:
        return None
    if before in ("day", "week", "page", "phase", "stage", "part") and page.lower(number.last + 1) == "of" and page.lower(number.last + 2) == "the":
        return _words(page, number)  # on day 40 of the siege
    if before in COUNTABLE_TOO and not (page.tokens[number.first - 1].capital and _nothing_counted(page, number)):
        return None
    capital = page.tokens[number.first - 1].capital and before not in ("no", "number", "figure", "numbers")
    return _words(page, number) if page.kind(number.first) == "digits" or capital else None


@REFUSAL.rule
def group_of_that_name(page: Page, number: Number):
    """A group or committee with a capital may be named by its number of members.

    + The Group of «77» met.
    - The group of 77 met.
    """
    of = number.first - 1
    named = page.lower(of) == "of" and page.lower(of - 1) in ("group", "committee", "council") and page.tokens[of - 1].text.istitle() and of - 1 > page.sentence(of).first
    return _words(page, number) if named and number.value < LARGEST_GROUP else None


@REFUSAL.rule
def behind_a_name(page: Page, number: Number):
    """A bare number right behind a name belongs to it.

    + The bombers were Tupolev «95» machines of old.
    - In Mira 12 soldiers died.
    - Mira, 34, fled.
    """
    i = number.first - 1
    if page.tag(i) != "name" or number.form != "count" or i < (sentence := page.sentence(number.first)).first or page.kind(number.first) != "digits" or number.value >= 5000:
        return None
    around = page.tokens[max(sentence.first, i - 30) : min(sentence.last, i + 30) + 1]
    if sum(token.capital for token in around) > len(around) * 0.6:
        return None
    if page.lower(i) in DAYS or page.lower(number.last + 1) == "times" or not page.tokens[i].capital or page.tokens[number.first].start - page.tokens[i].end > 1:
        return None
    if page.lower(number.last + 1) in MEDIA:
        return _words(page, number)  # Europe 1 radio
    in_place = page.lower(i - 1) in ("in", "at", "near", "from", "to", "of", "on", "since", "across", "around")
    glued = page.tokens[number.first].start == page.tokens[i].end
    return _words(page, number) if glued or _nothing_counted(page, number) or not in_place and _singular_follows(page, number) else None


@REFUSAL.rule
def calibre(page: Page, number: Number):
    """A calibre is part of a weapon's name.

    + The army moved in «122»mm howitzers.
    + They seized a «.50»-caliber gun.
    + They seized a caliber «.50» gun.
    + He had a «.38» revolver.
    """
    after = number.last + 1
    if page.lower(number.first - 1) in CALIBRES or page.lower(number.first).startswith(".") and (gun := page.phrase(number.first)) is not None and kind_of_noun(page, number.last + 1, gun.head) == "equipment":
        return True, page.words(number.first, number.last)
    after += page.lower(after) in ("-", "‑")
    if after > number.last + 1 and page.lower(after) == "mm" and number.value <= 240:
        return True, page.words(number.first, number.last)
    if page.lower(after).split("-")[0] in CALIBRES and (page.phrase(after + 1) is not None or page.lower(after).split("-")[0] != "mm" or page.lower(after + 1) == ")"):
        first = number.first - (page.lower(number.first - 1) == "." and page.tokens[number.first].start == page.tokens[number.first - 1].end)
        return True, page.words(first, number.last)
    return None


@REFUSAL.rule
def divisor(page: Page, number: Number):
    """What something is divided or multiplied by counts nothing.

    + Their figures should be divided by «four».
    - The men were divided by four walls.
    """
    verb = page.verb(number.first - 2) if page.lower(number.first - 1) == "by" else None
    return _words(page, number) if verb is not None and verb.lemma in ("divide", "multiply") and _nothing_counted(page, number) else None


@REFUSAL.rule
def cut_in_two(page: Page, number: Number):
    """What is cut or split in two is not counted.

    + The blast cut the bus in «two».
    + The war split the country into «two».
    - They arrived in two cars.
    """
    if page.lower(number.first - 1) not in ("in", "into") or number.value != 2 or not _nothing_counted(page, number):
        return None
    return _words(page, number) if any(verb.lemma in PARTING and verb.head < number.first for verb in verbs_near(page, number.first)) else None


@REFUSAL.rule
def emergency_call(page: Page, number: Number):
    """The number of the police or the ambulance is called, and counts nothing.

    + They called «911» at dusk.
    + He dialled «999».
    + The first «112» call came at dusk.
    - They called 112 men.
    """
    if page.tokens[number.first].text not in EMERGENCY:
        return None
    verb = page.verb(number.first - 1)
    rung = verb is not None and verb.lemma in RINGING and _nothing_counted(page, number)
    return _words(page, number) if rung or page.lower(number.last + 1) in ("call", "calls", "caller", "callers", "operator", "operators", "dispatcher", "dispatchers", "emergency", "line") else None


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
        return None if any(verb.lemma in PUTTING and verb.head < number.first for verb in verbs_near(page, number.first)) else _words(page, number)
    if page.lower(number.first - 1) == "at" and page.lower(number.last + 1) in ("to", "past") and page.tag(number.last + 2) == "num" and page.phrase(number.last + 2).head == number.last + 2:
        return _words(page, number)
    if page.lower(number.first - 1) in ("to", "past") and page.tag(number.first - 2) == "num" and page.lower(number.first - 3) == "at" and (_nothing_counted(page, number) or page.lower(number.last + 1) in ("last", "this", "that")):
        return _words(page, number)
    if page.lower(number.first - 1) in ("to", "past") and page.lower(number.first - 2) in ("half", "quarter"):
        return _words(page, number)
    if page.lower(number.first - 1) in ("until", "till") and number.form == "count" and 1 <= number.value <= 12 and _nothing_counted(page, number):
        return _words(page, number)
    if page.lower(number.first - 1) != "at" or number.form != "count" or not 1 <= number.value <= 12 or not _nothing_counted(page, number) and page.tag(number.last + 1) != "adv":
        return None
    return _words(page, number) if any(verb.lemma in AT_AN_HOUR and verb.head < number.first for verb in verbs_near(page, number.first)) else None


@REFUSAL.rule
def address(page: Page, number: Number):
    """A number before the name of a street says which house it is.

    + It burned at «10» West Mira Street.
    - At 10 street corners they shot.
    """
    i = number.last + 1
    while i < len(page.tokens) and page.tokens[i].capital and page.tag(i) in ("name", "noun", "adj") and i - number.last < 4 and page.lower(i) not in STREETS:
        i += 1
    return _words(page, number) if i > number.last + 1 and page.lower(i) in STREETS and page.tokens[i].capital and page.tokens[number.first].kind == "digits" else None


@REFUSAL.rule
def glued_to_letters(page: Page, number: Number):
    """Digits that touch letters, a stroke or other digits are a code: a weapon's, a file's, a telephone's.

    + The launcher was a «2»S1 of the army.
    + Report «214»/2020 is out.
    - Losses: tanks – 7,299 (+14).
    + It flew from Pad «39»A.
    - It lies 30km away.
    """
    first, last = page.tokens[number.first], page.tokens[number.last]
    if first.kind not in ("digits", "money") or page.text[first.start - 1 : first.start].isspace() and page.text[last.end : last.end + 1].isspace():
        return None
    after, before = page.tokens[number.last + 1 : number.last + 3], page.tokens[max(0, number.first - 2) : number.first]
    if after and after[0].start == last.end:
        if after[0].kind == "word" and _of_a_code(after[0]):
            return _words(page, number)
        if after[0].text in STROKES and len(after) > 1 and after[1].start == after[0].end and not after[1].text.isalpha():
            return _words(page, number)
    if before and before[-1].end == first.start and first.kind == "digits":
        glyph = before[-1].text
        if glyph == "=" and before[0].lower == "size" or glyph == "+" and _on_top(page, number):
            return None  # [size=200]
        if glyph in STROKES or glyph in ("#", "+") or glyph in ("-", "–", ".") and len(before) > 1 and before[0].end == before[1].start and before[0].kind in ("word", "digits") and glyph != ".":
            return _words(page, number)
    return None


def _on_top(page: Page, number: Number) -> bool:
    """Whether brackets behind a number say how many came on top: 7,299 (+14), 7,299 (+14) tanks."""
    return page.lower(number.first - 1) == "+" and page.lower(number.first - 2) == "(" and page.lower(number.last + 1) == ")" and page.tag(number.first - 3) == "num" and page.tag(number.last + 2) in ("mark", "conj", "noun", "adj", "name", "")


def _of_a_code(token) -> bool:
    """Whether letters that touch digits make a code with them, and are no unit: 2S1, 39A, 4chan."""
    if token.text[0].isupper():
        return token.text not in UNITS and (len(token.text) == 1 or any(c.isdigit() for c in token.text))
    return len(token.text) > 3 and KINDS.of(token.lower) is None and not token.lower.startswith(("-", "mm", "km", "kg"))


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
        return _words(page, number)
    if page.lower(number.first - 1) == "(" and page.lower(number.last + 1) == ")" and page.tag(number.first - 2) in ("prep", "conj", "mark", "verb") and page.tag(number.last + 2) in ("name", "noun", "det", "to"):
        return _words(page, number)  # on (1) Mira and (2) Kolb
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
        return _words(page, number)
    behind_votes = page.lower(number.first - 1) == "to" and page.lower(number.first - 2) in ("vote", "votes")  # by 12 votes to three
    if behind_votes or page.lower(number.last + 1) in SCORING or page.lower(number.last + 2) in ("votes", "abstentions"):
        return _words(page, number)
    around = (*range(number.first - 4, number.first), number.last + 1, number.last + 2, number.last + 3)
    return _words(page, number) if not VOTING.isdisjoint(map(page.lower, around)) and _paired(page, number) else None


@REFUSAL.rule
def contact(page: Page, number: Number):
    """A telephone number or an address is no quantity.

    + The office (tel. «41» 22 730 0000) is open.
    """
    if page.kind(number.first) != "digits":
        return None
    written, sentence = page.lower(number.first), page.sentence(number.first)
    if written.startswith("0") and written.isdigit() and len(written) > 1 or page.lower(number.first - 1) in EXTENSION:
        return _words(page, number)
    before = [page.lower(i) for i in range(max(sentence.first, number.first - 8), number.first)]
    if "+" in before[-4:] and not _on_top(page, number):
        return _words(page, number)
    if CONTACT.isdisjoint(before):
        return None
    digits = sum(page.kind(i) == "digits" for i in range(max(sentence.first, number.first - 5), min(sentence.last, number.last + 5) + 1))
    return _words(page, number) if digits > 2 else None


@REFUSAL.rule
def identifier(page: Page, number: Number):
    """Nine digits and more in one piece are the number of an entry or a document.

    + GTD «201405280011» tells of the raid.
    - Some 201,405,280 dollars were lost.
    """
    token = page.tokens[number.first]
    return _words(page, number) if number.first == number.last and len(token.text) >= OF_AN_ENTRY and token.text.isdecimal() else None


@REFUSAL.rule
def column(page: Page, number: Number):
    """Columns of a table are no sentences, and their numbers need its head to be understood.

    + May   1145   «1148» ¶ Rebels fled.
    """
    return _words(page, number) if page.paragraphs[page.paragraph(number.first)].table else None


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
        return _words(page, number) if page.lower(after + 1) in ("time", "way", "sided", "man", "off", "party", "woman", "to", "on", "upmanship") else None
    only = page.lower(number.first - 1) == "only" and page.lower(number.first - 2) == "the"
    if page.lower(number.first - 1) in ("no", "each") or page.lower(after) == "of" or only and (page.tag(after) not in ("noun", "adj", "name") or page.lower(after).endswith("ing")) or page.lower(number.first - 1) in POINTING and page.tag(number.first - 1) != "sub" and page.tag(after) not in ("noun", "adj", "name"):
        return _words(page, number)
    if page.tag(number.first - 1) == "qual" and number.first > page.sentence(number.first).first:
        return None
    fate = next((i for i in range(after, after + 5) if page.tag(i) not in ("adv", "aux") and page.lower(i) != "found"), after)
    if page.lower(fate) in BEFALLEN or page.lower(after) in ("more", "other", "or"):
        return None
    return _words(page, number) if page.tag(after) not in ("noun", "adj", "name", "num", "ing") else None


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
        return _words(page, number)
    if words[:1] in (["another"], ["hand"], ["by"], ["thing"], ["after"], ["point"], ["time"]) or "another" in words[:6] and "from" == page.lower(number.first - 1):
        return _words(page, number)
    if {"another", "other"} & set(words[1:4]) and page.lower(number.first - 1) in ("from", "in", "on", "at", "by", "to"):
        return _words(page, number)
    return _words(page, number) if words[:1] in (["day"], ["night"], ["morning"], ["evening"]) and number.first == sentence.first and page.tag(number.last + 2) in ("pron", "mark", "det", "prep") else None


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
    return _words(page, number) if not things else None


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
    return _words(page, number) if speaks or _said_before(page, number.first) or page.lower(number.first - 1) == "to" and page.lower(number.first - 2) == "according" else None


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


def _words(page: Page, number: Number):
    return True, page.words(number.first, number.last)


def _on_a_dial(page: Page, number: Number) -> bool:
    """Whether four bare digits can be a clock time, and nothing is counted: at 1430 this afternoon."""
    written = page.lower(number.first)
    clock = number.first == number.last and len(written) == CLOCK and written.isdecimal() and written[:2] < "25" and written[2:] < "60"
    return clock and (_nothing_counted(page, number) or page.lower(number.last + 1) in ("this", "today", "yesterday", "last", "that"))


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


def _nothing_counted(page: Page, number: Number) -> bool:
    """Whether the number stands last, or before a word that it cannot count."""
    after = number.last + 1
    if after >= len(page.tags) or after > page.sentence(number.first).last:
        return True
    return page.tag(after) in ("mark", "prep", "conj", "verb", "aux", "sub", "modal", "rel", "to", "pron") and page.lower(after) not in ("-", "of", "%", "–")


def _singular_follows(page: Page, number: Number) -> bool:
    phrase = page.phrase(number.first)
    return phrase is not None and phrase.head > number.last and number.value > 1 and page.tag(phrase.head) == "noun" and phrase.first < number.first and number.form == "count" and page.tag(number.first - 1) == "name" and len({phrase.first, number.first}) == 2


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


BEFALLEN = frozenset(
    "killed dead wounded injured hurt missing arrested captured detained kidnapped abducted died released freed shot stabbed beaten burned burnt drowned hanged "
    "beheaded executed lynched crushed electrocuted hospitalised hospitalized rescued unaccounted perished succumbed survived escaped".split()
)
GIVING = frozenset(("put", "give", "set"))
POINTING = frozenset("no every any each which this that the".split())  # before `one` who or which was told of
FAR_SIDE = 20  # tokens to the other side
HARMING = frozenset("kill wound injure hurt arrest capture detain kidnap abduct".split())
DAYS = WEEKDAYS | MONTHS | {"gmt"}
