"""Role, title and affiliation: what the story says a speaker is, and of which body."""
from ...almanac import countries
from ...page import Page
from ...page.names import GROUPS, IN_BRACKETS, Name
from ...rule import Rulebook, Ruling
from . import apposition, given
from .bodies import body_called
from .character import Character
from .mention import SMALL, Mention
from .nouns import NOUNS, STANDING, listed

ROLE = Rulebook("speakers.role")
LANDS = frozenset(("country", "nation", "side"))  # no bodies of which one is
LOCAL = frozenset(("mayor", "governor", "gov.", "gov"))
ADDRESSES = frozenset(
    "doctor dr dr. father fr. brother sister mother lic lic. eng eng. reverend rev. rev monsignor msgr msgr. mgr mgr. prince princess lord lady baron duke duchess sheikha sultan "
    "mullah maulana rabbi imam ayatollah mufti chief professor prof. prof leader".split()
)  # offices that before a name are forms of address, or say too little
HELD = frozenset(("commissioner", "sheriff", "chief of staff", "superintendent", "sp"))  # listed with the ranks, but held in one place
MANY = 12  # mentions in which a role is looked for


@ROLE.rule
def apposition_after_the_name(page: Page, character: Character):
    """Between commas after the name stands what the person is.

    + The port was calm, said Jan Kolb, «spokesman for the harbour police».
    + Jan Kolb, 34, a «trader in the port», said it was calm.
    + Ada Berg, a 52-year-old «cattle trader», said it was calm.
    + Tema Watch, a «rights group», said it was calm.
    - The port was calm, said Jan Kolb, and ships came in.
    """
    if character.sort == "document":
        return None
    found = next((stretch for mention in _named(character) if (stretch := apposition.after(page, mention)) and not _rank_only(page, *stretch)), None)
    return (found, page.words(*found)) if found else None


@ROLE.rule
def apposition_before_the_name(page: Page, character: Character):
    """A description with a comma leads up to the name.

    + «The harbour police spokesman», Jan Kolb, said the port was calm.
    + «The rights group», Tema Watch, said the port was calm.
    - In Zemba, Jan Kolb said the port was calm.
    """
    if character.sort == "document":
        return None
    leading = (apposition.before(page, mention) for mention in _named(character))
    found = next((stretch for stretch in leading if stretch and page.lower(stretch[1]) not in ("them", "whom") and Mention(page, *stretch).sort == character.sort), None)
    return (found, page.words(found[0] - (page.lower(found[0] - 1) == "the"), found[1])) if found else None


@ROLE.rule
def before_the_name(page: Page, character: Character):
    """Before the name stands more than a title: the body or the country too.

    + «Harbour police spokesman» Jan Kolb said the port was calm.
    + «Zembian President» Jan Kolb said the port was calm.
    + The «rights group» Tema Watch said the port was calm.
    - Colonel Jan Kolb said the port was calm.
    """
    if character.sort == "group":
        return next((answer for mention in character.mentions[:MANY] if (answer := _class_before_the_name(page, mention))), None)
    for mention in _named(character):
        first, last = mention.start, mention.name[0] - 1
        begins = _title_begins(page, first, last)
        opening = _rank_alone(page, begins, last)
        if opening == first:
            continue
        rank = opening > last or page.tokens[opening].capital or (known := listed(page).titles.get(opening)) and known.section == "rank"
        apart = page.lower(opening - 1) != "and" and (rank or not any(page.lower(i) == "and" for i in range(first, opening)) and not _job(page, opening - 1))  # but: student coordinator Ada Kolb
        end = opening - 1 if opening > begins or apart and any(_job(page, i) for i in range(first, opening)) else last
        while end > first and (page.tag(end) in ("prep", "det", "to") or page.lower(end) == ","):
            end -= 1
        if end >= first and page.tag(end) != "poss" and page.lower(end) != "late" and page.lower(end) not in given.NAMES:
            return (first, end), page.words(first, end)
    return None


def _rank_only(page: Page, first: int, last: int) -> bool:
    """Whether a description says no more than a rank: Kolb, a major general,"""
    return any(i == first and entry.section == "rank" and entry.lemma not in HELD for i, entry in listed(page).titles_to.get(last, ()))


def _class_before_the_name(page: Page, mention: Mention):
    """The words that say what a body is, right before its name: `the rights group Voices`."""
    for last in range(mention.start, mention.end):
        entry = listed(page).nouns.get(last)
        if entry and entry.section == "group" and entry.length == 1 and (not page.tokens[last].capital or page.tokens[last].text == "NGO") and page.tokens[last + 1].capital:
            return (mention.start, last), page.words(mention.start, last)
    return None


@ROLE.rule
def what_the_person_was(page: Page, character: Character):
    """A sentence says what the person is or was, or was elected or appointed.

    + Jan Kolb is a «trader in the port». He said it was calm.
    + Jan Kolb, who was elected «mayor of the town», said it was calm.
    - Jan Kolb was in the port. He said it was calm.
    """
    for mention in _named(character) if character.sort == "person" else ():
        for verb in page.verbs_of(page.sentence(mention.head)):
            if _says_what_one_is(page, verb) and verb.subject and verb.subject.first <= mention.head <= verb.subject.last:
                if found := apposition.description(page, verb.last + 1, mention):
                    return found, page.words(*found)
    return None


def _says_what_one_is(page: Page, verb) -> bool:
    """Whether an office or a description follows the verb: `is a trader`, `was elected mayor`."""
    if verb.negated:
        return False
    return verb.lemma == "be" and page.tag(verb.last + 1) == "det" or verb.passive and verb.lemma in ("elect", "appoint", "name")


@ROLE.rule
def beside_a_given_name(page: Page, character: Character):
    """Who gives a name is described before it.

    + A «shopkeeper from Tema», who asked to be identified only as Karim, said the port was calm.
    - Karim, who fled, said the port was calm.
    """
    found = next((m for m in character.mentions[:MANY] if m.name is None and not m.pronoun and given.begins(page, m) is not None), None) if character.named else None
    return ((found.start, found.last), page.words(found.start, found.last)) if found else None


@ROLE.rule
def described_elsewhere(page: Page, character: Character):
    """Another sentence calls the person by office and body.

    + Colonel Jan Kolb said the port was calm. Ships were coming, the «spokesman for the harbour police» said.
    - Colonel Jan Kolb said the port was calm. Ships were coming, the colonel said.
    """
    if character.sort != "person" or not character.named:
        return None
    office = {page.lower(stretch[1]) for m in _named(character) if (stretch := _offices(page, m))}
    stretches = [_with_its_body(page, m) for m in character.mentions if m.name is None and not m.pronoun and m.article == "the" and (not office or page.lower(m.head) in office)]
    best = max(stretches, key=lambda stretch: stretch[1] - stretch[0], default=(0, 0))
    return (best, page.words(*best)) if best[1] > best[0] else None


def _with_its_body(page: Page, mention: Mention) -> tuple[int, int]:
    """A description with the body that it belongs to: `the prosecutor of the military court`."""
    phrase = page.phrase(mention.last + 2) if page.lower(mention.last + 1) in ("of", "for") else None
    return mention.start, phrase.last if phrase and phrase.first == mention.last + 2 else mention.last


@ROLE.rule
def body_described_elsewhere(page: Page, character: Character):
    """Another sentence says of what class a body is, in more than a word.

    + The Tema League said the port was calm. Ships were coming, the «volunteer group» said.
    - The Tema League said the port was calm. Ships were coming, the group said.
    - The Free Fishers Group said the port was calm. Ships were coming, the Fishers group said.
    """
    if character.sort != "group" or not character.named:
        return None
    told = [m for m in character.mentions[:MANY] if m.name is None and not m.pronoun and m.end > m.start and not m.words & set(character.name_words) and body_called(m.called) is None]
    best = max(told, key=lambda m: m.end - m.start, default=None)
    return ((best.start, best.end), page.words(best.start, best.end)) if best else None


@ROLE.rule
def office_before_the_name(page: Page, character: Character):
    """The office that stands before the name, without state or body, is all that the story says.

    + «President» Jan Kolb said the port was calm.
    + «Interior Minister» General Jan Kolb said the port was calm.
    - Colonel Jan Kolb said the port was calm.
    - Father Jan Kolb said the port was calm.
    """
    found = (_offices(page, mention) for mention in _named(character)) if character.sort == "person" else ()
    best = max((stretch for stretch in found if stretch), key=lambda stretch: stretch[1] - stretch[0], default=None)
    return (best, page.words(*best)) if best else None


def _offices(page: Page, mention: Mention) -> tuple[int, int] | None:
    """The offices right before a name, without the ranks and forms of address around them."""
    i, last, titles = mention.start, mention.name[0] - 1, listed(page).titles
    while i <= last:
        entry = titles.get(i)
        if entry is None:
            i += 1
        elif (entry.section == "office" or entry.lemma in HELD) and page.lower(i) not in ADDRESSES:
            return i, i + entry.length - 1
        else:
            i += entry.length
    return None


def of(page: Page, character: Character) -> Ruling | None:
    """What a character is; of a person or document that has no name, no rule can say it."""
    return ROLE.settle(page, character) if character.named or character.sort == "group" else None


def title(page: Page, character: Character) -> str | None:
    """The rank or office directly before the name: the fullest."""
    found = []
    for mention in _named(character) if character.sort == "person" else ():
        last = mention.name[0] - 1
        last = _before_brackets(page, mention.start, last)
        first = _rank_alone(page, _title_begins(page, mention.start, last), last)
        if first <= last:
            found.append((last - first, -len(found), " ".join(page.words(first, last).text.split())))
    return max(found)[2] if found else None


def _before_brackets(page: Page, first: int, last: int) -> int:
    """The last token before brackets that close at `last`: Deputy Commissioner of Police (DCOP) Moses Kolb."""
    opening = next((i for i in range(last - 2, max(first, last - IN_BRACKETS), -1) if page.lower(i) == "("), last + 1) if page.lower(last) == ")" else last + 1
    return opening - 1


def _rank_alone(page: Page, first: int, last: int) -> int:
    """Where a title with a capital begins behind what somebody is, which has none: deputy police chief Col. Jan Kolb."""
    known = listed(page).titles.get(first)
    if known is not None and first + known.length > last:
        return first  # director General Jan Kolb
    small = next((i for i in range(last, first - 1, -1) if page.kind(i) == "word" and not page.tokens[i].capital and page.lower(i) not in SMALL), first - 1)
    return small + 1 if small < last else first


def affiliation(page: Page, character: Character, role: tuple[int, int] | None) -> str | None:
    """The body that the role names, or a description its source belongs to."""
    mention = character.fullest
    stretch = role or (mention.start, mention.last)
    if role is None and character.named:
        return _after_small_word(page, mention) or (_possessor(page, mention) if character.sort == "person" else None)
    stretch = stretch[0], next((i - 1 for i in range(stretch[0], stretch[1]) if page.tag(i) == "rel"), stretch[1])
    body = None
    for i in range(stretch[0], stretch[1] + 1):
        known = page.name(i)
        if known and known.first == i and (i == stretch[0] or body is None) and (last := _last_of_body(page, known, stretch[1])) >= i:
            body = (i, last)
    if body and (role is not None or not body[0] <= mention.head <= body[1]):
        words = page.words(*body).text
        return countries.named(code).name if (code := countries.nationality(words)) and countries.named(code) else " ".join(words.split())
    if not role or character.sort == "group":
        return None
    bodies = {i: i + entry.length - 1 for i in range(stretch[0], stretch[1] + 1) if (entry := listed(page).nouns.get(i)) and entry.section == "group" and entry.lemma not in LANDS}
    found = next((i for i, last in bodies.items() if last + 1 not in bodies), None)
    return page.words(_first_of_body(page, stretch[0], found), bodies[found]).text if found is not None else None


def _last_of_body(page: Page, known: Name, last: int) -> int:
    """Where the body's name ends in a run of capitals that goes on with an office: «Irish» Prime Minister, «Kharkiv» Mayor Jan Kolb; before its first where there is none."""
    titles = listed(page).titles
    office = None if GROUPS.of(page.lower(known.last)) in ("body", "medium") else next((j for j in range(known.first, min(known.last, last) + 1) if (entry := titles.get(j)) and j + entry.length > min(known.last, known.bare - 1, last) and not (j + entry.length <= known.last and GROUPS.of(page.lower(j + entry.length)))), None)
    if office is None or page.lower(office - 1) == "of":  # the Supreme Court of Justice
        return known.last if known.last <= last and known.kind != "person" else known.first - 1
    local = page.lower(office) in LOCAL and page.lower(known.first) not in STANDING and page.tag(known.first) == "name"
    return office - 1 if local else next((j for j in range(office - 1, known.first - 1, -1) if _known_body(page, known.first, j)), known.first - 1)


def _known_body(page: Page, first: int, last: int) -> bool:
    """Whether the words name a people, a country, a part of one, or a body: what may stand before an office, not what the office is for."""
    text = page.words(first, last).text
    known = countries.nationality(text) or countries.country(text) or countries.region(text)
    abbreviated = first == last and text.isupper() and listed(page).titles.get(first) is None and not page.tokens[last + 1].text.isupper()
    entry = GROUPS.at(page.tokens, first)
    return bool(known) or abbreviated or GROUPS.of(page.lower(last)) in ("body", "medium") or entry is not None and first + entry.length - 1 == last and entry.section != "place"


def _first_of_body(page: Page, first: int, i: int) -> int:
    """Where the words begin that say which body of its kind is meant: the military court, the foreign ministry."""
    while i > first and page.tag(i - 1) in ("adj", "noun") and page.lower(i - 1) not in STANDING:
        i -= 1
    return i


def _after_small_word(page: Page, mention: Mention) -> str | None:
    """`Jan Kolb of the harbour police`."""
    if page.lower(mention.end + 1) in ("of", "from", "with"):
        phrase = page.phrase(mention.end + 2)
        if phrase and (page.name(phrase.head) or NOUNS.of(page.lower(phrase.head)) == "group"):
            first = phrase.first + (page.tag(phrase.first) == "det")
            return " ".join(page.words(first, phrase.last).text.split())
    return None


def _possessor(page: Page, mention: Mention) -> str | None:
    """`Human Rights Watch's Ada Kolb`."""
    mark = mention.name[0] - 1 if mention.name else mention.start
    if mark <= mention.start or page.tag(mark) != "poss" or page.name(mark - 1) is None:
        return None
    return " ".join(page.words(mention.start, mark - 1).text.split())


def _title_begins(page: Page, first: int, last: int) -> int:
    """Where the titles that stand right before a name begin; `last + 1` where none does."""
    begins, titles = last + 1, listed(page).titles
    while begins > first:
        longer = next((i for i in range(max(first, begins - 4), begins) if (entry := titles.get(i)) and i + entry.length == begins and entry.section != "job"), None)
        if longer is None:
            break
        begins = longer
    return begins if begins == first or page.lower(begins - 1) != "the" else last + 1  # the Office of the President Ada Berg


def _job(page: Page, i: int) -> bool:
    """Whether a noun for a person stands at `i` that is no title."""
    entry = listed(page).nouns.get(i)
    return bool(entry and entry.section == "person")


def _named(character: Character) -> list[Mention]:
    """The first mentions by name."""
    return [mention for mention in character.mentions if mention.name is not None][:MANY]
