"""The scene: a story's mentions and sources met in its order, each given to a character of the cast."""
from operator import attrgetter, itemgetter

from ...page import Page
from ...report import Quotation, Why
from ...rule import Rulebook, Ruling
from . import apposition, given, identity
from .cast import Cast, mentions
from .character import Character
from .mention import Mention
from .pronoun import PRONOUN
from .wording import fold

OF_EITHER = frozenset("rival ally foe enemy partner backer opponent adversary affiliate offshoot successor predecessor competitor sponsor patron proxy owner operator provider".split())
"""What a body can be as well as a person: its rival, the Free Front, said"""
UNTOLD = frozenset("one another other them us these those whom".split())  # one of them, another
CONTINUED = Rulebook("speakers.continued")


class Scene:
    """Who says each quotation, by its number; filled by `play`."""

    def __init__(self, page: Page, said: tuple[Quotation, ...]):
        self.page, self.said = page, said
        self.cast = Cast(page)
        self.speaker: dict[int, Character] = {}
        self.why: dict[int, Why] = {}
        self.unsure: list[int] = []
        self.resolved: dict[tuple[int, int], Ruling] = {}
        self.named: dict[tuple[int, int], Character] = {}
        """Whose the names are, by their tokens: settled before anyone is met"""
        self.ruled: dict[tuple[int, int], Ruling] = {}
        """The same for the names that speak, with the reasons"""
        self.last: Character | None = None
        """Who spoke last outside another's quotation"""

    def play(self) -> None:
        """Enter all names first, since a story may describe someone before it names him; then meet everyone in order."""
        sources = [(number, self._source(quotation)) for number, quotation in enumerate(self.said)]
        spoken = [source for _, source in sources if source]
        taken = {i for source in spoken for i in range(source.first, source.last + 1)}
        others = list(mentions(self.page, taken))
        named = (mention for mention in [*others, *spoken] if mention.name is not None)
        described = {stretch[0] for mention in named if (stretch := apposition.after(self.page, mention))}
        others = [mention for mention in others if mention.start not in described]
        self._enter_names([*others, *spoken])
        events = [(mention.first, 0, -1, mention) for mention in others]
        events += [(source.first if source else self._begins(number), 1, number, source) for number, source in sources]
        for _, _, number, mention in sorted(events, key=itemgetter(0, 1, 2)):
            if number < 0:
                self._meet(mention)
            elif mention is None:
                self._continue(number)
            else:
                self._speak(number, mention)

    def _source(self, quotation: Quotation) -> Mention | None:
        if quotation.source is None or quotation.source.end <= quotation.source.start:
            return None
        first = min(self.page.at(quotation.source.start), len(self.page.tokens) - 1)
        last = max(self.page.at(quotation.source.end) - 1, first)
        return Mention(self.page, first, last, source=True)

    def _begins(self, number: int) -> int:
        return self.page.at(self.said[number].content.start)

    def _enter_names(self, found: list[Mention]) -> None:
        """Names, the longest first: a surname needs the full name to be known, a capital its state."""
        named = [mention for mention in found if mention.name is not None]
        for mention in sorted(named, key=lambda m: (-len(m.name_words), m.source and m.sort == "group" and m.seat is not None, m.first)):
            if (character := self._whose(mention)) is not None:
                if not mention.entered:
                    self.cast.add(character, mention)
                self._behind_a_comma(mention, character)
        for mention in found:
            if mention.name is None and mention.sort == "group" and (first := given.begins(self.page, mention)) is not None:
                self._name_of_a_body(first)
        for character in self.cast.characters:
            if len(character.mentions) > 1:
                character.mentions.sort(key=attrgetter("first"))

    def _whose(self, mention: Mention) -> Character | None:
        """Whose a name is; kept, with the reason where it speaks."""
        if not mention.source:
            character = identity.whom(self.page, mention, self.cast)
        else:
            ruling = identity.settle(self.page, mention, self.cast)
            character = ruling.value
            if character is not None:
                self.ruled[mention.first, mention.last] = ruling
        if character is not None:
            self.named[mention.first, mention.last] = character
        return character

    def _behind_a_comma(self, mention: Mention, character: Character) -> None:
        """Keep where a name begins that a description may introduce; the description says what it is."""
        if (found := apposition.before(self.page, mention)) is None:
            return
        description = Mention(self.page, *found)
        if description.sort == "group" and character.named and not mention.titled:
            character.turns_out("group")
        if description.sort == character.sort:
            self.cast.introduce(found[0], mention.first, character)
            self.cast.add(character, description)
        elif character.sort == "group" and description.lemma in OF_EITHER and not description.plural:
            self.cast.introduce(found[0], mention.first, character)

    def _name_of_a_body(self, first: int) -> None:
        """A name that is given to a body, and that nothing makes a person's, is a body's: a group known as Free Shield."""
        for character in self.cast.of_words((fold(self.page.lower(first)),)):
            if character.sort == "person" and not character.offices and any(m.name is not None and m.name[0] == first for m in character.mentions):
                character.turns_out("group")

    def _meet(self, mention: Mention) -> None:
        """Someone is mentioned who does not speak here."""
        character = self.named.get((mention.first, mention.last)) if mention.name is not None else None
        character = character or identity.whom(self.page, mention, self.cast)
        if character is not None:
            self._see(mention, character)

    def _see(self, mention: Mention, character: Character) -> None:
        if not mention.entered:
            self.cast.add(character, mention)
        self.cast.seen.append((mention, character))

    def _speak(self, number: int, source: Mention) -> None:
        """A source is met: the one it means speaks."""
        if source.pronoun in ("i", "we") or source.article == "any":
            return
        if (known := self.resolved.get((source.first, source.last))) is not None:
            self._settle(number, known)
            return
        if source.pronoun:
            self._body_called_it(source)
            ruling = PRONOUN.settle(self.page, source, self.cast, self._own(number))
        else:
            known = self.ruled.get((source.first, source.last)) if source.last not in self.cast.introduced else None
            ruling = known or identity.settle(self.page, source, self.cast)
        if ruling is None or ruling.value is None:
            self.unsure.append(number)
            if ruling is not None:
                self.why[number] = ruling.why
            return
        self._see(source, ruling.value)
        self._described_behind(source, ruling.value)
        self._settle(number, ruling)
        self.resolved[source.first, source.last] = ruling
        self.cast.speakers.append((source.first, ruling.value))
        if not self.page.quoted(source.first):
            self.last = ruling.value

    def _described_behind(self, source: Mention, character: Character) -> None:
        """What stands behind a comma says who is meant where the source's own words do not: one of them, a carpenter aged 58, said."""
        if character.fullest is not source or source.plural or self.page.lower(source.head) not in UNTOLD:
            return
        if (found := apposition.after(self.page, source)) is not None:
            first = found[0] - (self.page.tag(found[0] - 1) == "det")
            described = Mention(self.page, first, found[1])
            self.cast.add(character, described)
            character.fullest = described

    def _body_called_it(self, source: Mention) -> None:
        """Who spoke in the sentence before by a single name, and is `it` now, is no person: Al-Radaa said so. It said …"""
        if source.pronoun != "it" or not self.cast.speakers:
            return
        i, character = self.cast.speakers[-1]
        lone = character.sort == "person" and character.named and len(character.name_words) == 1 and not character.offices and character.gender is None
        before = self.page.sentence(i).last + 1 == self.page.sentence(source.first).first
        if lone and before and not any(mention.titled or mention.pronoun for mention in character.mentions):
            character.turns_out("group")

    def _own(self, number: int) -> range:
        """The tokens of what a source announces."""
        content = self.said[number].content
        return range(self.page.at(content.start), self.page.at(content.end))

    def _continue(self, number: int) -> None:
        if self.said[number].cue is None and self.said[number].source is None:
            ruling = CONTINUED.settle(self.page, self._own(number), self.last)
            if ruling is not None:
                self._settle(number, ruling)

    def _settle(self, number: int, ruling: Ruling) -> None:
        self.speaker[number], self.why[number] = ruling.value, ruling.why


@CONTINUED.rule
def no_other_is_named(page: Page, own: range, last: Character | None):
    """A quotation that nobody announces carries the speaker before it.

    + "The port is calm," Jan Kolb said.¶«"Ships are coming."»
    - "The port is calm," Jan Kolb said.¶"Ships are coming," he added.
    """
    return (last, page.words(own.start, own.stop - 1)) if last is not None and own else None
