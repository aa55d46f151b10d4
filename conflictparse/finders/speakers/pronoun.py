"""Pronouns: whom he, she, it, they and who mean."""
from functools import lru_cache
from typing import Callable, Iterator

from ...page import Page
from ...rule import Rulebook
from . import gender
from .cast import Cast
from .character import Character
from .mention import Mention
from .wording import RELATIVE

PRONOUN = Rulebook("speakers.pronoun")
FAR = 10  # sentences
MANY = 80  # mentions
ARMED = frozenset(
    "soldier troop gunman fighter rebel guerrilla militant insurgent jihadist jihadi bandit attacker assailant militiaman paramilitary terrorist kidnapper abductor captor raider separatist intruder invader "
    "hijacker pirate policeman gendarme guard army police militia gang cadre commando gangster bomber".split()
)
NUMBERS = frozenset(("toll", "figure", "count", "tally", "estimate", "statistic", "datum", "number"))  # documents that say nothing themselves


@PRONOUN.rule
def antecedent(page: Page, mention: Mention, cast: Cast, own: range):
    """A relative pronoun means the one who stands before it.

    + The rebels fled with Colonel Jan Kolb, «who» said the port was lost.
    - Colonel Jan Kolb fled. He said the port was lost.
    """
    if mention.pronoun not in RELATIVE:
        return None
    here = page.sentence(mention.first)
    for before, character in reversed(cast.seen[-12:]):
        if before.first < here.first:
            break
        if before.last < mention.first and not _told_between(page, before.last, mention.first) and (mention.pronoun != "who" or character.sort == "person" or character.plural):
            return character, mention.span
    return None


def _told_between(page: Page, first: int, last: int) -> bool:
    """Whether a clause comes to an end between two tokens, so that the second takes up something nearer."""
    return last - first > 1 and any(first < verb.first < last and verb.form == "finite" for verb in page.verbs_of(page.sentence(first)))


@PRONOUN.rule
def spoken_of_in_the_quotation(page: Page, mention: Mention, cast: Cast, own: range):
    """Inside what somebody says, a pronoun means the one of whom he has just spoken there.

    + "I asked the police about the road. «They» told me that it was closed," Jan Kolb said.
    + "I saw the governor, Jan Kolb. «He» said that all was lost," Ada Berg told reporters.
    - Soldiers came to the port. "They told us to leave," Jan Kolb said.
    """
    marks = page.marks_around(mention.first)
    found = _before(page, mention, cast, own, marks.inner[0]) if marks is not None else None
    return found and (found[0], mention.span) or None


@PRONOUN.rule
def those_with_arms(page: Page, mention: Mention, cast: Cast, own: range):
    """Those who told or asked the one who is quoted something, and of whom he has not spoken yet, are the soldiers or rebels of whom the story speaks.

    + Gunmen came to the port, and residents fled. "«They» told us to leave," Jan Kolb said.
    + Residents said the rebels burned the port. "«They» said we were spies," Jan Kolb said.
    - Ministers came to the port. "They told us to stay," Jan Kolb said.
    """
    if mention.pronoun != "they" or page.marks_around(mention.first) is None:
        return None
    armed = (character for before, character in _fitting(page, mention, cast, own) if before.lemma in ARMED or not ARMED.isdisjoint(character.heads))
    return next(((character, mention.span) for character in armed), None)


@PRONOUN.rule
def speaker_of_the_sentence(page: Page, mention: Mention, cast: Cast, own: range):
    """Who speaks earlier in the sentence goes on speaking.

    + Colonel Jan Kolb said the port was lost, but «he» said ships were coming.
    - Colonel Jan Kolb said the port was lost. He said ships were coming.
    """
    return _here(page, mention, cast, own, _speaks)


@PRONOUN.rule
def subject_of_the_sentence(page: Page, mention: Mention, cast: Cast, own: range):
    """The subject of the sentence is the one that its pronoun takes up.

    + General Jan Kolb fled the port because, as «he» said, "all was lost".
    - The siege is over. General Jan Kolb said he fled.
    """
    return _here(page, mention, cast, own, _acts)


@PRONOUN.rule
def last_speaker(page: Page, mention: Mention, cast: Cast, own: range):
    """The one who spoke last goes on, where no later sentence is about another.

    + General Jan Kolb said the port was lost. Ships were coming, «he» added.
    + The ministry said the port was lost. Ships were coming, «it» added.
    - General Jan Kolb said the port was lost. Governor Ada Berg took the train. "I am leaving," she said.
    """
    found = _before(page, mention, cast, own)
    return found and found[1] == "speaks" and (found[0], mention.span) or None


@PRONOUN.rule
def last_subject(page: Page, mention: Mention, cast: Cast, own: range):
    """The last sentence that is about someone fitting says who.

    + General Jan Kolb fled the port on Monday. "All is lost," «he» said.
    - General Jan Kolb said the port was lost. Ships were coming, he added.
    """
    found = _before(page, mention, cast, own)
    return found and found[1] == "acts" and (found[0], mention.span) or None


@PRONOUN.rule
def mentioned_last(page: Page, mention: Mention, cast: Cast, own: range):
    """Only one who fits was mentioned lately.

    + Rain fell on the camp of General Jan Kolb. "All is lost," «he» said.
    - Rain fell on the camp. "All is lost," he said.
    """
    found = _before(page, mention, cast, own)
    return found and (found[0], mention.span) or None


def _here(page: Page, mention: Mention, cast: Cast, own: range, role: Callable[[Cast, Mention], bool]):
    """The nearest fitting mention of the same sentence that plays this part in it."""
    for before, character in _fitting(page, mention, cast, own, page.sentence(mention.first).first):
        if role(cast, before):
            return character, mention.span
    return None


@lru_cache(maxsize=2)  # three rules ask
def _before(page: Page, mention: Mention, cast: Cast, own: range, since: int = 0) -> tuple[Character, str] | None:
    """Going back sentence by sentence, to a token: the one who speaks there, else the one whom it is about; else whoever is mentioned."""
    spare, start, acting = None, None, None
    for before, character in _fitting(page, mention, cast, own, since):
        sentence = page.sentence(before.first).first
        if sentence != start and acting is not None:
            break
        start = sentence
        if _speaks(cast, before):
            known = _known_to_be(page, mention, cast, own, before) if character.gender is None else None
            return known or (character, "speaks")
        if _acts(cast, before):
            acting = character
        spare = spare or character
    if acting is not None:
        return acting, "acts"
    return (spare, "mentioned") if spare else None


def _known_to_be(page: Page, mention: Mention, cast: Cast, own: range, speaker: Mention) -> tuple[Character, str] | None:
    """Of whom the story tells that he is a man, or she a woman, and who acts before a speaker of whom it does not, in the same sentence."""
    for before, character in _fitting(page, mention, cast, own, page.sentence(speaker.first).first):
        if before.first < speaker.first and character.sort == "person" and character.gender is not None and character.gender == gender.PRONOUNS.get(mention.pronoun) and _acts(cast, before):
            return character, "acts"
    return None


def _fitting(page: Page, mention: Mention, cast: Cast, own: range, since: int = 0) -> Iterator[tuple[Mention, Character]]:
    """Mentions before the pronoun, back to a token, that agree with it, nearest first; none from the words that it announces."""
    inside, marks = page.quoted(mention.first), page.marks_around(mention.first)
    closed = marks is not None and marks.closed
    sentences, last = 0, None
    for before, character in reversed(cast.seen[-MANY:]):
        if before.first < since:
            break
        if before.first >= mention.first or before.inside or not inside and page.quoted(before.first) or before.first in own:
            continue
        if inside and not page.quoted(before.first) and (not character.plural if mention.pronoun == "they" else closed and before.source and page.paragraph(before.first) == page.paragraph(mention.first)):
            continue  # "they were shouting" is no body of which the reporter speaks, "he said so" not the one who says it
        sentence = page.sentence(before.first).first
        if before.source and page.lower(before.first - 1) == "by" and sentence == page.sentence(mention.first).first:
            continue  # asked by Kolb, he said
        sentences += sentence != last
        last = sentence
        if sentences > FAR:
            break
        if before.article == "poss" and not before.source and gender.PRONOUNS.get(page.lower(before.first)) == gender.PRONOUNS.get(mention.pronoun, ""):
            continue  # his brother fled, he said
        if _agrees(mention.pronoun, character, before):
            yield before, character


def _agrees(pronoun: str, character: Character, before: Mention) -> bool:
    """Whether number, gender and kind fit."""
    if pronoun in gender.PRONOUNS:
        if character.sort != "person" or character.plural or not character.meets(gender.PRONOUNS[pronoun]):
            return False
        return bool(character.offices) or not before.shouting or any(m.source or m.titled for m in character.mentions)  # in capitals any noun looks like a name
    if pronoun == "it":
        return character.sort == "group" or character.sort == "document" and not character.plural and before.lemma not in NUMBERS
    return character.sort != "document" and character.plural or character.sort == "group"


def _speaks(cast: Cast, before: Mention) -> bool:
    return before.source


def _acts(cast: Cast, before: Mention) -> bool:
    return before.head in cast.subjects or bool(before.name) and (before.name[1] in cast.subjects or _holds_a_view(cast.page, before))


def _holds_a_view(page: Page, before: Mention) -> bool:
    """Whether a sentence opens with the one for whom it is true: For Jan Kolb, a trader, all was lost."""
    return page.lower(before.first - 1) in ("for", "to") and page.sentence(before.first).first == before.first - 1 and page.lower(before.last + 1) in (",", "(")
