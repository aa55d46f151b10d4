"""The byline: who wrote the story, where its head says so."""
from ...page import Page
from ...rule import Rulebook
from .edges import head, pattern

BYLINE = Rulebook("header.byline")
SMALL = "and | und | et | y | de | von | van | al | el | bin | in | for | &"
NAME = rf"\p{{Lu}} [\p{{L}}\p{{M}}.'’-]* (?: ,? \s (?: {SMALL} | \p{{Lu}} [\p{{L}}\p{{M}}.'’-]* ) ){{1,14}}"
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
    """A line of its own in the head begins with `By` and is names.

    + «By Mira Kolb and Sam Odera»   \t
    - By Tuesday rebels held the port.
    """
    for line in head(page):
        if len(line.text) < 120 and (match := pattern(rf"(?: By | BY | by | Von | Par | Por ) :? \s {NAME} $").match(line.text)):
            return None, page.story.span(line.start, line.start + match.end())
    return None


@BYLINE.rule
def reporter_in_brackets(page: Page):
    """A monitoring service names the reporter in the second bracket after the dateline.

    + Lima, 3 Sep 88 (Radio Uno) -- [Report] [«Mira Kolb»] [Text] Rebels hold the port.
    - Lima, 3 Sep 88 (Radio Uno) -- [Speech] [President Kolb] [Text] Rebels hold the port.
    """
    match = pattern(rf"\[ (?i: {KIND} ) [^\[\]]{{0,40}} \] \s* \[ (?P<name> \p{{Lu}} [^\[\]\n]{{3,40}} ) \]").search(page.text, 0, 1500)
    return match and (None, page.story.span(*match.span("name")))
