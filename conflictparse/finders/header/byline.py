"""The byline: who wrote the story, where its head says so."""
from ...page import Page
from ...rule import Rulebook
from .credit import signer
from .edges import head, pattern

BYLINE = Rulebook("header.byline")
SMALL = "and | und | et | y | de | von | van | al | el | bin | in | for | &"
NAME = rf"\p{{Lu}} [\p{{L}}\p{{M}}.'’-]* (?: ,? \s (?: {SMALL} | \p{{Lu}} [\p{{L}}\p{{M}}.'’-]* ) ){{1,14}}"
SMALL_IN_NAMES = ("de", "von", "van", "al", "el", "bin")
WRITER = r"(?: (?i: (?: written | reported | story | text | report ) \s by | by | von | par | por ) :? )"
LABELS = ("byline:", "author:", "authors:", "reporter:", "writer:", "correspondent:")
WRITING = ("written", "reported", "story", "text", "report", "by", "von", "par", "por")
PERSON = r"\p{Lu}[\p{L}\p{M}.'’-]+ (?: [ ] (?: de | von | van | al | el | bin | \p{Lu}[\p{L}\p{M}.'’-]* ) ){1,3}?"
PERSONS = rf"{PERSON} (?: (?: , | [ ] and | [ ] & ) [ ] {PERSON} ){{0,3}}?"
UNNAMED = r"(?i: (?: our | an? | the )? \s? (?: own | staff | special | web | news )? \s? (?: correspondents? | reporters? | writers? | staff | desk ) )"
KIND = r"(?: report | article | commentary | dispatch | column | editorial | news \s analysis | feature )"


@BYLINE.rule
def marked(page: Page):
    """The format itself says which words are the byline.

    - Rebels fired rockets at the port on Tuesday, killing 12.
    """
    known = page.story.known.get("byline")
    return known and (None, page.story.span(*known))


@BYLINE.rule
def line_with_by(page: Page):
    """A line of its own in the head begins with `By` and is names, an agency or a reporter without a name.

    + «By Mira Kolb and Sam Odera»   \t
    + «Written by Mira Kolb»   \t
    + «By our staff reporter»   \t
    - By Tuesday rebels held the port.
    """
    for line in head(page):
        signed = rf"{WRITER} \s (?P<who> {NAME} | {UNNAMED} | \p{{Lu}}[\p{{L}} -]{{1,30}} ) $"
        match = pattern(signed).match(line.text) if line.opening.startswith(WRITING) and len(line.text) < 120 else None
        if match and (pattern(rf"{NAME} $ | {UNNAMED} $").match(match["who"]) or signer(match["who"])):
            return None, page.story.span(line.start, line.start + match.end())
    return None


@BYLINE.rule
def behind_its_label(page: Page):
    """A line of the head is labelled as the byline.

    + Title: Rebels fire on port¶Author: «Mira Kolb»¶Date: 3 May 1999¶¶The port was shelled on Tuesday.
    - Author Mira Kolb lives in Tema.
    """
    for line in head(page):
        if line.opening.startswith(LABELS) and (match := pattern(rf"\p{{L}}+ : \s+ (?P<who> (?: (?i: by ) \s )? {NAME} | {UNNAMED} ) $").match(line.text)):
            return None, page.story.span(line.start + match.start("who"), line.end)
    return None


@BYLINE.rule
def names_and_their_agency(page: Page):
    """A line of its own under the headline is names, and an agency is behind their comma or on the next line.

    + Rebels fire on port¶«Mira Kolb, Reuters»¶The rebels fired rockets at the port on Tuesday, killing 12.
    + Rebels fire on port¶«Mira Kolb»¶Agence France-Presse¶The rebels fired rockets at the port on Tuesday, killing 12.
    - Rebels fire on port¶Port of Tema, Ghana¶The rebels fired rockets at the port on Tuesday, killing 12.
    """
    found = head(page)
    for line, following in zip(found[1:], [*found[2:], None]):
        match = pattern(rf"(?P<who> {PERSONS} ) (?: ,? \s [|–—-]? \s? (?P<agency> [\p{{L}} -]{{2,30}} ) )? $").match(line.text) if _named(line.text) else None
        if match and signer(match["agency"] or (following.text if following else "")):
            return None, page.story.span(line.start, line.end)
    return None


def _named(text: str) -> bool:
    """Whether a line begins with two words of a name."""
    if len(text) >= 90 or not text[0].isupper():
        return False
    second = text.partition(" ")[2]
    return second[:1].isupper() or second.startswith(SMALL_IN_NAMES)


@BYLINE.rule
def reporter_in_brackets(page: Page):
    """A monitoring service names the reporter in the second bracket beside the dateline, or behind `by` in the first.

    + Lima, 3 Sep 88 (Radio Uno) -- [Report] [«Mira Kolb»] [Text] Rebels hold the port.
    + [Article by «Mira Kolb»] [Text] Lima, 3 Sep 88 (Radio Uno) -- Rebels hold the port.
    - Lima, 3 Sep 88 (Radio Uno) -- [Speech] [President Kolb] [Text] Rebels hold the port.
    """
    marked = rf"\[ (?i: {KIND} ) (?: [ ] by [ ] | [^\[\]]{{0,40}} \] \s* \[ (?! (?: Text | Excerpts? | Summary | Passage ) \b ) ) (?P<name> \p{{Lu}} [^\[\]\n]{{3,40}} ) \]"
    match = pattern(marked).search(page.text, 0, 1500) if "[" in page.text[:1500] else None
    return match and (None, page.story.span(*match.span("name")))
