"""The name that somebody gives: `a shopkeeper, who asked to be identified only as Karim`."""
from ...page import Page
from ...page.words import QUOTES
from .mention import Mention
from .nouns import listed

REACH = 16  # tokens
OPENING = frozenset(("who", "whose", "named", "called", "nicknamed", "dubbed", "identified", "identifying", "known", "giving", "gave", "using", "calling", "going", "call", "callsign", "call-sign", "codename", "code-name", "codenamed", "with", "nom", "alias"))
LEADING_TO_A_NAME = frozenset("identify name give go know call ask want wish request insist agree prefer wants speak be use nickname dub introduce have allow consent decline style sign".split())
IDENTIFIED = frozenset("identified identifying identify identifies known named introduced referred described given".split())
BETWEEN = frozenset("only simply just himself herself themselves itself to first last full".split())
NAMES = frozenset(("name", "surname", "pseudonym", "alias", "nickname", "guerre", "sign", "callsign", "call-sign", "codename", "code-name"))
BEFORE_A_NAME = frozenset(("of", ",", "is", "was", "as", ":"))
CALLED = frozenset("called named nicknamed dubbed".split())
SELVES = frozenset("himself herself themselves itself".split())


def begins(page: Page, mention: Mention) -> int | None:
    """The token at which the name begins that a description is given right behind it; None where it is given none."""
    i, end = (mention.end if page.lower(mention.end + 1) == "with" else mention.last) + 1, page.sentence(mention.last).last
    i += page.lower(i) == ","
    if page.lower(i) not in OPENING or i == mention.last + 1 and _of_another(page, mention):
        return None
    for k in range(i, min(i + REACH, end)):
        if _leads_to_a_name(page, i, k):
            first = k + 1
            while page.lower(first) in QUOTES or page.lower(first) in BETWEEN or page.lower(first) == "the":
                first += 1
            verbs = page.verbs_of(page.sentence(mention.last), i - 1)
            named = first <= end and page.tokens[first].capital and page.kind(first) == "word"
            return first if named and all(verb.lemma in LEADING_TO_A_NAME for verb in verbs if verb.first <= k) else None
    return None


def _of_another(page: Page, mention: Mention) -> bool:
    """Whether what follows without a comma tells of a body in the description: a spokesman for a group known as Free Shield."""
    return page.lower(mention.last + 1) != "who" and mention.last > mention.end and (entry := listed(page).nouns.get(mention.last)) is not None and entry.section == "group"


def _leads_to_a_name(page: Page, first: int, k: int) -> bool:
    """Whether a name can follow the token at `k`: identified only as, gave his name as, by the name of, called, calls herself."""
    word, before = page.lower(k), page.lower(k - 1)
    if word == "as":
        j = k - 1
        while j > first and page.lower(j) in BETWEEN:
            j -= 1
        return page.lower(j) in IDENTIFIED or page.lower(j) in NAMES
    if word in BEFORE_A_NAME:
        return before in NAMES
    if word in NAMES or word in CALLED or word == "by" and before in ("goes", "went", "going", "go"):
        return page.tokens[k + 1].capital or page.lower(k + 1) in QUOTES or page.lower(k + 1) in BETWEEN and page.tokens[k + 2 if k + 2 < len(page.tokens) else k].capital
    return word in SELVES and before in ("calls", "called", "calling", "call")
