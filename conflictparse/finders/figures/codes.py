"""Numbers that say which: of armies, roads, weapons, entries, houses and telephones; the first rules of the book."""
from ...page import Page
from ...page.numbers import Number
from ...page.words import MONTHS, WEEKDAYS
from ...rule import Rulebook
from .nouns import WORDS as KINDS
from .nouns import kind_of_noun

REFUSAL = Rulebook("figures.refusal")
NUMBERED = frozenset(
    "round resolution resolutions article articles section sections chapter paragraph paragraphs clause amendment decree law no no. number numbers nos nos. route highway road street avenue flight channel "
    "room gate block sector zone district precinct phase level stage grade category class type model version part page pages volume vol volume figure fig table annex appendix protocol day week "
    "unit camp building tower office bus train platform runway line exit radio decree-law circular order directive form group squadron cell radio tv update wrapup nr ch release apollo area "
    "hangar bed ward issue bulletin alert sitrep lot track spc spc. spec. specialist hill point checkpoint pier berth dock bloc item lead add take writethru kilometre kilometer km milepost".split()
)
PHASES = frozenset("phase stage chapter category level tier grade".split())
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
CONTACT = frozenset("tel tel. telephone phone fax mobile cell contact email e-mail call whatsapp".split())
EXTENSION = frozenset(("ext", "ext.", "extension"))
EMERGENCY = frozenset("911 999 112 110 119 000 100 15 18".split())
RINGING = frozenset("call dial ring phone".split())
LARGEST_GROUP = 200  # members of a body that is named by their number
STROKES = frozenset(("/", ":", "@", "_", "="))  # between digits, of a code
DAYS = WEEKDAYS | MONTHS | {"gmt"}


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
        return refused(page, number)  # the 92 Base Hospital, troops of 44 Rashtriya Rifles
    while after < number.last + 4 and page.tokens[after + 1 : after + 2] and page.tokens[after].capital and page.tokens[after + 1].text.istitle() and page.tag(after) in ("name", "adj", "noun"):
        if page.lower(after) in FORMATIONS:
            break
        after += 1  # 21 Special Armoured Brigade
    unit = page.lower(after) in FORMATIONS and page.tokens[after].capital and page.tag(after + 1) not in ("noun", "name")
    if unit and page.kind(number.first) == "digits":
        return refused(page, number)
    after = number.last + 1
    if page.lower(after) in SHORT_FORMATIONS and page.tokens[after].capital and page.kind(number.first) == "digits" and page.lower(number.first - 1) in BEFORE_AN_ARMY | {"and"}:
        return refused(page, number)  # the 44 RR
    if page.lower(after) == "d" and page.lower(after + 1) in FORMATIONS and page.tokens[after].start == page.tokens[number.last].end:
        return refused(page, number)  # the 3d Brigade
    if page.lower(after) in ("st", "nd", "rd", "th") and page.tokens[after].start == page.tokens[number.last].end:
        return refused(page, number)
    return None


@REFUSAL.rule
def number_of_a_name(page: Page, number: Number):
    """A number after the word for something that is numbered says which one it is.

    + Under Resolution «2254» the rebels must leave.
    + The convoy left Route «1» at dusk.
    + Release No. «20» came out.
    + On day «40» of the siege the rebels left.
    + In phase «two» of the plan the rebels left.
    - On that day 12 soldiers died.
    - The guards number 1,600.
    - They shelled the tower 17 times.
    """
    before = page.lower(number.first - 1)
    if before not in BEFORE_NUMBERS or page.lower(number.last + 1) == "times" or before == "number" and page.tag(number.first - 1) == "verb":
        return None
    if before == "and" and page.tag(number.first - 2) == "num":
        before = page.lower(number.first - 3)  # posts 542 and 543
        return refused(page, number) if before in SEVERAL else None
    if before in SEVERAL and page.tokens[number.first].kind == "digits" and nothing_counted(page, number):
        return refused(page, number)
    if before == "and" or page.sentence(number.first).first == number.first:
        return None
    if before in ("day", "week", "page", "phase", "stage", "part") and page.lower(number.last + 1) == "of" and page.lower(number.last + 2) == "the":
        return refused(page, number)  # on day 40 of the siege
    if before in PHASES and nothing_counted(page, number) and page.tag(number.first - 2) != "num":
        return refused(page, number)  # in phase two
    if before in COUNTABLE_TOO and not (page.tokens[number.first - 1].capital and nothing_counted(page, number)):
        return None
    capital = page.tokens[number.first - 1].capital and before not in ("no", "number", "figure", "numbers")
    return refused(page, number) if page.kind(number.first) == "digits" or capital else None


@REFUSAL.rule
def group_of_that_name(page: Page, number: Number):
    """A group or committee with a capital may be named by its number of members.

    + The Group of «77» met.
    - The group of 77 met.
    """
    of = number.first - 1
    named = page.lower(of) == "of" and page.lower(of - 1) in ("group", "committee", "council") and page.tokens[of - 1].text.istitle() and of - 1 > page.sentence(of).first
    return refused(page, number) if named and number.value < LARGEST_GROUP else None


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
        return refused(page, number)  # Europe 1 radio
    in_place = page.lower(i - 1) in ("in", "at", "near", "from", "to", "of", "on", "since", "across", "around")
    glued = page.tokens[number.first].start == page.tokens[i].end
    return refused(page, number) if glued or nothing_counted(page, number) or not in_place and _singular_follows(page, number) else None


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
    rung = verb is not None and verb.lemma in RINGING and nothing_counted(page, number)
    return refused(page, number) if rung or page.lower(number.last + 1) in ("call", "calls", "caller", "callers", "operator", "operators", "dispatcher", "dispatchers", "emergency", "line") else None


@REFUSAL.rule
def address(page: Page, number: Number):
    """A number before the name of a street says which house it is.

    + It burned at «10» West Mira Street.
    - At 10 street corners they shot.
    """
    i = number.last + 1
    while i < len(page.tokens) and page.tokens[i].capital and page.tag(i) in ("name", "noun", "adj") and i - number.last < 4 and page.lower(i) not in STREETS:
        i += 1
    return refused(page, number) if i > number.last + 1 and page.lower(i) in STREETS and page.tokens[i].capital and page.tokens[number.first].kind == "digits" else None


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
            return refused(page, number)
        if after[0].text in STROKES and len(after) > 1 and after[1].start == after[0].end and not after[1].text.isalpha():
            return refused(page, number)
    if before and before[-1].end == first.start and first.kind == "digits":
        glyph = before[-1].text
        if glyph == "=" and before[0].lower == "size" or glyph == "+" and _on_top(page, number):
            return None  # [size=200]
        if glyph in STROKES or glyph in ("#", "+") or glyph in ("-", "–", ".") and len(before) > 1 and before[0].end == before[1].start and before[0].kind in ("word", "digits") and glyph != ".":
            return refused(page, number)
    return None


def _on_top(page: Page, number: Number) -> bool:
    """Whether brackets behind a number say how many came on top: 7,299 (+14), 7,299 (+14) tanks."""
    return page.lower(number.first - 1) == "+" and page.lower(number.first - 2) == "(" and page.lower(number.last + 1) == ")" and page.tag(number.first - 3) == "num" and page.tag(number.last + 2) in ("mark", "conj", "noun", "adj", "name", "")


def _of_a_code(token) -> bool:
    """Whether letters that touch digits make a code with them, and are no unit: 2S1, 39A, 4chan, 7.62x39mm."""
    if token.text[0] == "x" and any(c.isdigit() for c in token.text):
        return True
    if token.text[0].isupper():
        return token.text not in UNITS and (len(token.text) == 1 or any(c.isdigit() for c in token.text))
    return len(token.text) > 3 and KINDS.of(token.lower) is None and not token.lower.startswith(("-", "mm", "km", "kg"))


@REFUSAL.rule
def contact(page: Page, number: Number):
    """A telephone number or an address is no quantity.

    + The office (tel. «41» 22 730 0000) is open.
    """
    if page.kind(number.first) != "digits":
        return None
    written, sentence = page.lower(number.first), page.sentence(number.first)
    if written.startswith("0") and written.isdigit() and len(written) > 1 or page.lower(number.first - 1) in EXTENSION:
        return refused(page, number)
    before = [page.lower(i) for i in range(max(sentence.first, number.first - 8), number.first)]
    if "+" in before[-4:] and not _on_top(page, number):
        return refused(page, number)
    if CONTACT.isdisjoint(before):
        return None
    digits = sum(page.kind(i) == "digits" for i in range(max(sentence.first, number.first - 5), min(sentence.last, number.last + 5) + 1))
    return refused(page, number) if digits > 2 else None


@REFUSAL.rule
def identifier(page: Page, number: Number):
    """Nine digits and more in one piece are the number of an entry or a document.

    + GTD «201405280011» tells of the raid.
    - Some 201,405,280 dollars were lost.
    """
    token = page.tokens[number.first]
    return refused(page, number) if number.first == number.last and len(token.text) >= OF_AN_ENTRY and token.text.isdecimal() else None


def refused(page: Page, number: Number):
    """The answer of a rule that a number is no figure, for the number's own words."""
    return True, page.words(number.first, number.last)


def nothing_counted(page: Page, number: Number) -> bool:
    """Whether the number stands last, or before a word that it cannot count."""
    after = number.last + 1
    if after >= len(page.tags) or after > page.sentence(number.first).last:
        return True
    return page.tag(after) in ("mark", "prep", "conj", "verb", "aux", "sub", "modal", "rel", "to", "pron") and page.lower(after) not in ("-", "of", "%", "–")


def _singular_follows(page: Page, number: Number) -> bool:
    phrase = page.phrase(number.first)
    return phrase is not None and phrase.head > number.last and number.value > 1 and page.tag(phrase.head) == "noun" and phrase.first < number.first and number.form == "count" and page.tag(number.first - 1) == "name" and len({phrase.first, number.first}) == 2
