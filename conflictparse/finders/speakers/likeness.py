"""Likeness: whether a name or a description can mean one whom the story has named or described."""
from ...almanac import countries
from ...lexicon import Lexicon
from ...page import Page
from ...page.names import GROUPS
from ...page.words import CREEDS, PEOPLES
from ...report import Span
from . import gender, given
from .alias import name_before_alias
from .bodies import body_called
from .cast import Cast
from .character import Character, office_words
from .mention import Mention
from .nouns import listed
from .wording import fold

WORDS = Lexicon(__package__, "identity.txt", ("class", "medium", "person", "any body", "vague", "personal", "describing"))
DESCRIBING = ("-backed", "-based", "-led", "-run", "-linked", "-aligned", "-allied", "-affiliated", "-born", "-old", "-held", "-wing")
IRREGULAR = frozenset("group movement militia front faction outfit gang cartel charity watchdog ngo organisation organization force".split())
STATE = frozenset("un eu osce ministry army military police government navy command kremlin pentagon parliament cabinet court department nato".split())
SIGNS = {"airline": "air", "carrier": "air", "union": ("union", "worker", "federation"), "lender": "bank"}  # how the names begin of which the word tells
LATELY = 60  # mentions within which a class word looks for its body
SOLDIERING = frozenset("army navy air force forces armed marine marines defence defense troops".split())
PAPERS = frozenset(("document", "text", "paper"))


def stranger(page: Page, mention: Mention, cast: Cast) -> bool:
    """Whether no rule can find anyone: a name or a description that does not point back, of words that nobody on stage bears."""
    known = cast.by_word.keys()
    if mention.name is None and given.begins(page, mention) is not None:
        return False
    if mention.sort != "person":
        return mention.lemma not in known and known.isdisjoint(mention.words) and not _points_back(page, mention, cast)
    if mention.name is not None:
        one = len(mention.name_words) == 1 and (mention.source or mention.name_words[0][:2] in known)  # Westmincom
        return known.isdisjoint(mention.name_words) and not one and not page.tokens[mention.name[0]].text.isupper() and name_before_alias(page, mention) is None
    if mention.article == "the" or mention.source and not mention.plural or mention.last in cast.introduced or mention.lemma in known or not known.isdisjoint(mention.words):
        return False
    return not cast.by_office or cast.by_office.keys().isdisjoint(office_words(page, (mention.head,)))


def _points_back(page: Page, mention: Mention, cast: Cast) -> bool:
    """Whether a body or document of unknown words may still be known: by its first letters or another name, by its class, by what stands beside it."""
    if mention.article == "the" and page.lower(mention.head + 2).startswith("year-old"):
        return True
    if mention.name is not None:
        known = cast.by_word.keys()
        if mention.source and len(mention.name_words) == 1:
            return True  # Westmincom, Baku
        return not known.isdisjoint(mention.name_words) or not known.isdisjoint(mention.initials) or mention.sort == "group" and body_called(mention.name_words) is not None
    if mention.source and mention.article == "a" and not mention.plural:
        return True
    return mention.last in cast.introduced or mention.article == "the" and (mention.lemma in PAPERS or WORDS.of(page.lower(mention.head)) is not None)


def of_that_surname(page: Page, mention: Mention, cast: Cast) -> list[Character]:
    """The persons whom a single name can mean."""
    if mention.sort != "person" or len(mention.name_words) != 1:
        return []
    word = mention.name_words[0]
    everyone = [c for c in cast.of_words((word,)) if c.sort == "person" and c.named]
    found = [c for c in everyone if c.name_words[-1] == word and not mention.shouting] or [c for c in everyone if word in c.name_words]  # in capitals, any noun before a surname looks like its name
    before = range(mention.start, mention.name[0])
    if len(found) > 1:
        asked = gender.of(page.lower(i) for i in before)
        offices = office_words(page, before)
        found = [c for c in found if c.meets(asked)]
        found = [c for c in found if c.offices & offices] or found
    if len(found) > 1:
        spoken = {c.number for _, c in cast.speakers}
        found = [c for c in found if c.number in spoken] or found
    return found


def shortened(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the first word of one name abbreviates the first words of the other: NY Times, New York Times."""
    rest = len(short) - 1
    return 0 < rest < len(long) - 1 and short[1:] == long[-rest:] and short[0] == "".join(word[0] for word in long[:-rest])


def run_together(word: str, name: tuple[str, ...]) -> bool:
    """Whether a word is made of the beginnings of a name's words, of at least two letters each: Westmincom, Western Mindanao Command."""
    if not name:
        return not word
    return any(word.startswith(name[0][:n]) and run_together(word[n:], name[1:]) for n in range(2, min(len(name[0]), len(word)) + 1))


def shares_head(page: Page, mention: Mention, other: Character | Mention) -> bool:
    """Whether the head is one of the other's: the Times, New York Times; a command stands for its army."""
    heads = other.heads if isinstance(other, Character) else {other.lemma, fold(page.lower(other.head)), *other.name_words[-1:]}
    if mention.lemma in heads or fold(page.lower(mention.head)) in heads:
        return True
    return not heads.isdisjoint(("command", "leadership", "headquarters")) and mention.lemma in ("army", "navy", "military", "police", "force", "militia", "rebel")


def new(mention: Mention) -> bool:
    """Whether the article says that nobody mentioned before is meant."""
    return mention.article in ("a", "other", "any") and mention.name is None


def agree(others: set[str], character: Character, asked: set[str]) -> bool:
    """Whether the further words of a description fit: none, or some of them known, or nothing known to set against them."""
    known = character.offices - asked
    return not others or bool(others & known) or not known or "military" in others and not known.isdisjoint(SOLDIERING)


def describing(page: Page, mention: Mention) -> list[int]:
    """The words before the head of a description, if all of them describe and name nobody: the former banker, the armed group."""
    first = min((i for i, entry in listed(page).titles_to.get(mention.head, ()) if i >= mention.start and entry.length < 4), default=mention.head)
    others = [i for i in range(mention.start, first) if page.kind(i) == "word"] if mention.last == mention.head else []
    return others if all(_describes(page, i) for i in others) else []


def _describes(page: Page, i: int) -> bool:
    """Whether a word before a noun describes and names nobody: former, armed, Shiite, Zambian, Iran-backed."""
    word = page.lower(i)
    return WORDS.of(word) in ("personal", "describing") or word in PEOPLES or word in CREEDS or countries.nationality(word) is not None or word.endswith(DESCRIBING) or page.tokens[i].capital and page.lower(i + 1).endswith(DESCRIBING) or page.tag(i) in ("num", "poss")


def personal(page: Page, i: int) -> bool:
    """Whether a word before an office is told of the person who bears it: former, Sunni, Zambian; not rebel, which is told of the office."""
    word = page.lower(i)
    return WORDS.of(word) == "personal" or word in PEOPLES or countries.nationality(word) is not None


def spoke_just_before(page: Page, mention: Mention, cast: Cast) -> Character | None:
    """The person by name who spoke or acted last, in this paragraph or the one before, whom a description with the article may take up."""
    if mention.sort != "person" or mention.article != "the" or mention.plural or mention.name is not None or not mention.source or page.quoted(mention.first):
        return None
    here = page.paragraph(mention.first)
    for before, character in reversed(cast.seen[-LATELY:]):
        if here - page.paragraph(before.first) > 1:
            break
        acts = not page.quoted(before.first) and before.name is not None and (before.head in cast.subjects or before.name[1] in cast.subjects)
        if character.sort == "person" and (before.source or acts):
            return character if character.named and not character.plural else None
    return None


def body_of_class(page: Page, mention: Mention, cast: Cast) -> tuple[Character, Span] | None:
    """The body of a class that spoke or was named last; a ministry or an army is no group, no front and no gang."""
    word = page.lower(mention.head)  # of a militant group, group
    of_media, irregular = WORDS.of(word) == "medium", word in IRREGULAR
    found = [
        character for _, character in sorted(reversed(cast.seen[-LATELY:]), key=lambda seen: seen[0].inside)
        if character.sort == "group" and character.named and not country(character) and medium(character) == of_media and not (irregular and not STATE.isdisjoint(character.words))
    ]
    sign = SIGNS.get(word)
    best = next((c for c in found if sign and any(word.startswith(sign) for word in c.name_words)), found[0] if found else None)
    return (best, mention.span) if best is not None else None


def country(character: Character) -> bool:
    """Whether a body is a state."""
    return countries.country(" ".join(character.name_words)) is not None


def medium(character: Character) -> bool:
    """Whether a body is a medium."""
    return any(GROUPS.of(word) == "medium" or WORDS.of(word) == "medium" for word in character.words)
