"""Who speaks: the sources of the quotations, resolved to one entry each."""
from typing import Callable

from ...page import Page
from ...report import Quotation, Speaker, StoryWarning
from . import name, role
from .character import Character
from .kind import KIND
from .mention import Mention
from .scene import Scene


def find(page: Page, said: tuple[Quotation, ...], warn: Callable[[StoryWarning], None]) -> tuple[tuple[Speaker, ...], tuple[Quotation, ...]]:
    """The speakers, and the quotations with the ids of theirs."""
    if not said:
        return (), said
    scene = Scene(page, said)
    scene.play()
    for number in scene.unsure:
        warn(StoryWarning("speaker_unsure", "the words do not tell who speaks", said[number].source))
    ids: dict[int, str] = {}
    for number in range(len(said)):
        if (who := scene.speaker.get(number)) is not None:
            ids.setdefault(who.number, f"s{len(ids) + 1}")
    told = tuple(_with_speaker(quotation, scene, number, ids) for number, quotation in enumerate(said))
    own: dict[int, list[int]] = {number: [] for number in ids}
    for number, who in sorted(scene.speaker.items()):
        own[who.number].append(number)
    return tuple(_speaker(page, scene, scene.cast.characters[number], ids[number], own[number]) for number in ids), told


def _with_speaker(quotation: Quotation, scene: Scene, number: int, ids: dict[int, str]) -> Quotation:
    """The quotation with its speaker's id, and the ruling that found him."""
    who, why, q = scene.speaker.get(number), scene.why.get(number), quotation
    return Quotation(q.id, q.type, q.content, q.parts, q.cue, q.source, ids[who.number] if who else None, q.form, (*q.why, why) if why else q.why)


def _speaker(page: Page, scene: Scene, character: Character, id: str, own: list[int]) -> Speaker:
    """The entry of one who speaks, with the quotations of these numbers."""
    kind, part = KIND.settle(page, character), role.of(page, character)
    first = next((scene.why[i] for i in own if i in scene.why), None)
    return Speaker(
        id, name.of(page, character, kind.value), kind.value, title=role.title(page, character),
        role=" ".join(page.words(*part.value).text.split()) if part else None,
        affiliation=role.affiliation(page, character, part.value if part else None),
        mentions=_mentions(character), quotations=tuple(scene.said[i].id for i in own),
        why=tuple([why for why in (first, kind.why, part and part.why) if why]),
    )


def _mentions(character: Character) -> tuple:
    """The spans by which the story refers to a character, each once: of two that overlap, the longer."""
    found: list[Mention] = []
    for mention in sorted(character.mentions, key=lambda m: (m.first, -m.last)) if len(character.mentions) > 1 else character.mentions:
        if not found or mention.first > found[-1].last:
            found.append(mention)
    return tuple(mention.span for mention in found)
