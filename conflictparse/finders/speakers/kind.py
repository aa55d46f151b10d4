"""The kind of a speaker: a person, a body, a document, or people whom the story does not name."""
from ...page import Page
from ...rule import Rulebook
from .character import Character
from .nouns import NOUNS

KIND = Rulebook("speakers.kind")


@KIND.rule
def paper_speaks(page: Page, character: Character):
    """A statement, a report, a resolution speaks.

    + «The League's report» said the port was calm.
    - The League said the port was calm.
    """
    return ("document", character.fullest.span) if character.sort == "document" else None


@KIND.rule
def person_with_a_name(page: Page, character: Character):
    """The story names the person.

    + The port was calm, «Jan Kolb» said.
    - The port was calm, a sailor said.
    """
    return ("person", page.words(*character.fullest.name)) if character.sort == "person" and character.fullest.name else None


@KIND.rule
def people_without_a_name(page: Page, character: Character):
    """Someone is described and never named, or several are.

    + The port was calm, «a sailor» said.
    + The port was calm, «a rebel group and a witness» said.
    - The port was calm, the army said.
    """
    mention = character.fullest
    joined = any(page.lower(i) == "and" for i in range(mention.end, mention.last)) and (entry := NOUNS.of(page.lower(mention.last))) == "person" and entry
    return ("unnamed", mention.span) if character.sort == "person" or joined else None


@KIND.rule
def body_speaks(page: Page, character: Character):
    """An organisation, a force, a medium or a state speaks.

    + The port was calm, «the army» said.
    - The port was calm, soldiers said.
    """
    return "group", character.fullest.span
