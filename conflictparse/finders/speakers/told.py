"""Names that the story itself says are a body's: `Baza, a Telegram channel`, `the security firm Ambrey`."""
from functools import lru_cache

from ...page import Page
from ...page.names import Name
from ...page.tags import FINITE
from . import gender
from .nouns import listed

OF_BODIES = ("-run", "-owned", "-based", "-backed", "-funded", "-controlled", "-affiliated", "-linked", "-aligned", "-language", "-government", "-opposition", "-financed", "-sponsored")  # what ends so before a name tells of a body: State-run New Light
MEMBERS = frozenset("officials official member members staff staffers workers worker employees employee executives executive headquarters cadres cadre volunteers delegates lawmakers shares shareholders subsidiary".split())
CLASSES = frozenset(
    "firm company consultancy airline charity ngo nonprofit non-profit outlet website site portal channel broadcaster agency newspaper daily weekly magazine tabloid station platform "
    "watchdog think-tank tank blog account lender operator group party union movement organisation organization militia insurer carrier refiner miner trader".split()
)


@lru_cache(maxsize=1)  # one story after the other; every mention by name may ask
def bodies(page: Page) -> frozenset[tuple[str, ...]]:
    """The names, in small letters, of which nothing but the words beside them tells that a body bears them."""
    opening = [Name(i, i, i, None) for i in page.openings if page.lower(i + 1) == "," and page.name(i) is None and page.tokens[i].capital and page.tag(i) in ("noun", "name")]
    return frozenset(
        tuple([page.lower(i) for i in range(name.bare, name.last + 1)])
        for name in (*page.names, *opening)
        if name.kind is None and name.first == name.bare and (_class_before(page, name) or _described(page, name) or _has_members(page, name)) and not gender.of([page.lower(name.first)])
    )


def _class_before(page: Page, name: Name) -> bool:
    """Whether a word for a company or a medium stands right before the name, and no verb makes it the subject of a clause of its own."""
    if page.lower(name.first - 1).endswith(OF_BODIES):
        return True  # State-run New Light
    return page.lower(name.first - 1) in CLASSES and not page.tokens[name.first - 1].capital and (page.tag(name.last + 1) not in FINITE or page.lower(name.last + 1) in ("said", "says"))


def _has_members(page: Page, name: Name) -> bool:
    """Whether the story speaks of the members of one so named, and gives the name to nobody: Zembras employees."""
    if name.first < name.last or page.lower(name.last + 1) not in MEMBERS:
        return False
    word = page.lower(name.last)
    return not any(other.kind == "person" or other.last > other.bare for other in page.names if word in map(page.lower, range(other.bare, other.last + 1)))


def _described(page: Page, name: Name) -> bool:
    """Whether a description behind a comma says that a body bears the name."""
    first = name.last + 2
    phrase = page.phrase(first) if page.lower(name.last + 1) == "," else None
    if phrase is None or phrase.first != first:
        return False
    if page.lower(first) == "one" and page.lower(first + 1) == "of":
        phrase = page.phrase(first + 2) or phrase  # Heal Africa, one of the city's hospitals
    elif page.lower(first) not in ("a", "an") and not (page.lower(phrase.last + 1) == "," and page.tag(phrase.last + 2) in FINITE):
        return False  # Kolb, the army and the police
    head = phrase.head - (page.lower(phrase.head) == "close")  # a channel close to the army
    nouns = listed(page).nouns_to.get(head)
    return bool(nouns) and nouns[0][1].section == "group" and not page.tokens[head].capital
