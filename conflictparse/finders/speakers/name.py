"""The name of a speaker: the fullest form that the story gives."""
from ...page import Page
from .character import Character

MADE = frozenset(
    "released published issued compiled seen obtained read posted carried collected gathered provided prepared commissioned drafted written signed sent circulated leaked presented submitted produced made kept quoted cited broadcast".split()
)
COUNTED = ("one", "an", "a", "another", "some", "two", "three", "several", "many")


def of(page: Page, character: Character, kind: str) -> str:
    """The fullest form, without leading `the`."""
    mention = character.fullest
    if page.lower(mention.first) == "both" or mention.article == "poss" and kind == "group":
        return _text(page, mention.first, mention.last)
    if kind == "person":
        return _text(page, *mention.name)
    if kind == "unnamed":
        first = mention.first if page.lower(mention.first) in (*COUNTED, "her", "his", "their") else mention.start
        return _text(page, first, _with_where_from(page, mention.last) if mention.article == "a" and not mention.source else mention.last)
    if kind == "document":
        return _text(page, mention.start, _with_its_makers(page, mention.last))
    if mention.name and mention.name[1] < mention.end:
        return _text(page, *mention.name)
    whole = any(page.lower(i) == "and" for i in range(mention.end, mention.last)) or mention.name is None and (page.lower(mention.end + 1) == "of" or page.lower(mention.end + 1) in ("in", "at") and mention.end > mention.start)
    return _text(page, mention.start, mention.last if whole else mention.end)


def _with_where_from(page: Page, last: int) -> int:
    """The end of the description of someone who is first met where he does not speak, with where he is from or how old: a boy of nine, a trader from Tema."""
    phrase = page.phrase(last + 2) if page.lower(last + 1) in ("of", "from") else None
    return phrase.last if phrase is not None and phrase.first == last + 2 else last


def _with_its_makers(page: Page, last: int) -> int:
    """The end of a document's description with what follows of who made, saw or read it: figures released by the mission in the country."""
    if page.lower(last + 1) not in MADE or page.lower(last + 2) not in ("by", "on", "from", "in", "to"):
        return last
    while page.lower(last + 1) in MADE or page.lower(last + 1) in ("of", "in", "for"):
        first = last + 2 + (page.lower(last + 1) in MADE)
        phrase = page.phrase(first)
        if phrase is None or phrase.first != first:
            break
        last = phrase.last
    return last


def _text(page: Page, first: int, last: int) -> str:
    words = " ".join(page.words(first, last).text.split())
    if words[:4].lower() == "one " and words[4:7].lower() != "of ":
        words = ("an" if words[4:5].lower() in "aeiou" else "a") + words[3:]
    return words[0].lower() + words[1:] if words.lower().startswith(("a ", "an ", "another ", "some ", "her ", "his ", "their ")) else words
