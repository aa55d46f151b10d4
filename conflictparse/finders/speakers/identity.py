"""Identity: whom a name or a description means, of those whom the story has named or described."""
from bisect import bisect_right

from ...almanac import countries
from ...page import Page
from ...rule import Rulebook, Ruling
from . import described, given, lead
from .alias import name_before_alias
from .bodies import body_called
from .cast import Cast
from .character import Character
from .likeness import LATELY, PAPERS, WORDS, body_of_class, describing, new, of_that_surname, run_together, shares_head, shortened, stranger
from .mention import FIGHTERS, Mention

IDENTITY = Rulebook("speakers.identity")
COMPANIES = frozenset(
    "inc corp corporation ltd limited plc co company group industries holdings enterprises technologies laboratories systems petroleum oil energy telecom telecoms airlines airways shipyards shipping "
    "economics securities partners associates capital solutions advisers advisors global maritime airways logistics motors steel mining resources international intelligence analytics consulting risks bank".split()
)
SYLLABLES = 7  # letters that a run of them has at least
NEAR = 3  # sentences within which a description waits for its name


# --- names that stand beside -----------------------------------------------------------------------------------------
@IDENTITY.rule
def named_behind(page: Page, mention: Mention, cast: Cast):
    """The name follows between commas or behind brackets.

    + «The spokesman», General Jan Kolb, said the port was calm.
    + «The resistance group», Free Shield, said the port was calm.
    + «The man» who leads the group, Jan Kolb, said the port was calm.
    + «The Police Relations Officer», PRO, in the state, SP Jan Kolb, said the port was calm.
    + «The spokesman for the Free Fishers League» (FFL) Jan Kolb said the port was calm.
    + «The coordinator», Free Fishers League (FFL), Mr Jan Kolb, said the port was calm.
    - The spokesman, said General Jan Kolb, was calm.
    """
    number = cast.introduced.get(mention.start, cast.introduced.get(mention.last))
    if number is None or mention.pronoun or mention.inside or page.tag(mention.first - 1) == "conj" or mention.name is not None and not mention.source:
        return None
    return cast.characters[number], mention.span


@IDENTITY.rule
def name_given(page: Page, mention: Mention, cast: Cast):
    """Someone described asks to be called by a name, or gives it.

    + «A shopkeeper», who asked to be identified only as Karim, said the port was calm.
    + The port was calm, said «another sailor», who gave his name as Jan Kolb.
    + «The group», known as Free Shield, said the port was calm.
    - A sailor, who said the pirate was identified as Jan Kolb, told reporters that the port was calm.
    """
    first = given.begins(page, mention) if mention.name is None and not mention.pronoun else None
    name = page.name(first) if first is not None else None
    if name is None or len(page.tokens[name.last].text) == 1:
        return None  # identified as Witness C
    found = cast.by_end.get(name.last)
    return (found, mention.span) if found is not None and found.sort == mention.sort else None


# --- persons by name -------------------------------------------------------------------------------------------------
@IDENTITY.rule
def another_name(page: Page, mention: Mention, cast: Cast):
    """A name behind `alias` or `known as` means the one whose name stands before it, there and wherever it comes again.

    + Colonel Jan Kolb, better known as Timo, fled. "I will be back," said «Timo».
    - Colonel Jan Kolb fled the port known as Timo. "I will be back," said Timo.
    """
    if mention.sort != "person" or mention.name is None:
        return None
    last = name_before_alias(page, mention)
    found = cast.by_alias.get(mention.name_words) if last is None else cast.by_end.get(last)
    return (found, mention.span) if found is not None and found.sort == "person" else None


@IDENTITY.rule
def full_name(page: Page, mention: Mention, cast: Cast):
    """The same full name, or a longer or shorter form of it, means the same person.

    + "We hold the port," said Colonel Mira Kolb. "We will keep it," said «Mira Kolb».
    - "We hold the port," said Mira. "We will keep it," said Jan.
    """
    if mention.sort != "person" or len(mention.name_words) < 2:
        return None
    words = set(mention.name_words)
    for character in reversed(cast.of_words(mention.name_words[-2:])):
        known = character.name_words
        if character.sort == "person" and len(known) > 1 and (words <= set(known) or words >= set(known)):
            return character, mention.span
    return None


@IDENTITY.rule
def surname(page: Page, mention: Mention, cast: Cast):
    """A surname alone means the one person of that name, or the one whose title or gender fits, or who has spoken before.

    + "We hold the port," said Colonel Mira Kolb. «Kolb» added that ships were coming.
    + Mr Jan Kolb and Mrs Ada Kolb own the mill. "It burned," said «Mrs Kolb».
    """
    found = of_that_surname(page, mention, cast)
    return (found[0], mention.span) if len(found) == 1 else None


@IDENTITY.rule
def two_of_one_surname(page: Page, mention: Mention, cast: Cast):
    """Two people share the surname, and nothing tells which of them speaks.

    + Jan Kolb met Ada Kolb in the port. The siege was over, «Kolb» said.
    - Minister Jan Kolb met Governor Ada Kolb in the port. "It is ours," Governor Kolb said.
    - "We hold the port," said Colonel Mira Kolb. Kolb added that ships were coming.
    """
    return (None, mention.span) if len(of_that_surname(page, mention, cast)) > 1 else None


# --- bodies and documents --------------------------------------------------------------------------------------------
@IDENTITY.rule
def capital_of_the_state(page: Page, mention: Mention, cast: Cast):
    """A capital means the state, where that speaks by its name too.

    + Azerbaijan said the port was calm. «Baku» said ships were coming.
    - Armenia said the port was calm. Baku said ships were coming.
    """
    code = mention.seat if mention.source and mention.name is not None and mention.sort == "group" else None
    if code is None:
        return None
    found = (c for c in cast.characters if c.sort == "group" and c.named and countries.country(" ".join(c.name_words).title()) == code and any(m.source for m in c.mentions))
    return next(((c, mention.span) for c in found), None)


@IDENTITY.rule
def abbreviation(page: Page, mention: Mention, cast: Cast):
    """The first letters of a body's name, or the letters in brackets after it, mean that body.

    + The Harbour Workers League said the port was calm. Ships came in, «HWL» said.
    + The Movement of Free Fishers (MPL) said the port was calm. Ships came in, «MPL» said.
    - The Harbour Workers League said the port was calm. Ships came in, the BDF said.
    """
    if mention.sort == "document" or mention.name is None or mention.sort == "person" and not page.tokens[mention.name[0]].text.isupper():
        return None
    words = mention.name_words
    own = words if len(words) == 1 else sorted(mention.initials)
    found = [c for word in own for c in cast.of_words((word,)) if c.sort == "group" and (c.name_words == (word,) or len(words) == 1 and word in c.short)]
    found += [c for c in reversed(cast.of_words(words[-1:])) if len(words) > 1 and c.sort == "group" and (shortened(words, c.name_words) or shortened(c.name_words, words))]
    return (found[0], page.words(*mention.name)) if found else None


@IDENTITY.rule
def syllables_of_the_name(page: Page, mention: Mention, cast: Cast):
    """The beginnings of the words of a body's name, run together, mean that body.

    + Troops of the Western Zemba Command came. Ships came in, «Westzemcom» said.
    - Troops of the Western Zemba Command came. Ships came in, Westfield said.
    """
    word = mention.name_words[0] if len(mention.name_words) == 1 and not mention.titled else ""
    if len(word) < SYLLABLES or mention.sort == "document":
        return None
    found = (c for c in reversed(cast.of_words((word[:2],))) if c.sort == "group" and c.named and len(c.name_words) > 1 and run_together(word, c.name_words))
    return next(((c, mention.span) for c in found), None)


@IDENTITY.rule
def first_word_of_the_company(page: Page, mention: Mention, cast: Cast):
    """The first word of a company's name means the company, where nobody else bears it.

    + Oakley Industries said the port was calm. «Oakley» said ships came in.
    - The Oakley Foundation said the port was calm. Oakley said ships came in.
    """
    if len(mention.name_words) != 1 or mention.titled or mention.sort != "person" and not page.tokens[mention.name[0]].text.isupper():
        return None
    word = mention.name_words[0]
    return next(((c, mention.span) for c in reversed(cast.of_words((word,))) if c.sort == "group" and c.named and len(c.name_words) > 1 and c.name_words[0] == word and c.name_words[-1] in COMPANIES), None)


@IDENTITY.rule
def other_name_of_the_body(page: Page, mention: Mention, cast: Cast):
    """Two names that are known to be one body's mean it, though the story explains neither.

    + The Kurdistan Workers' Party said the war was over. «The PKK» said it would disarm.
    - The Kurdistan Workers' Party said the war was over. The YPG said it would not disarm.
    """
    one = body_called(mention.called) if mention.sort == "group" else None
    return next(((c, mention.span) for c in reversed(cast.characters) if one and c.sort == "group" and body_called(c.fullest.called) == one), None)


@IDENTITY.rule
def same_words(page: Page, mention: Mention, cast: Cast):
    """The same words mean the same body or document.

    + The Harbour Council said the port was calm. Ships came in, «the Harbour Council» said.
    - Jan Kolb said the port was calm. Ships came in, he said.
    """
    if mention.sort == "person" or new(mention):
        return None
    return next(((c, mention.span) for c in reversed(cast.of_words(mention.words)) if c.sort == mention.sort and mention.words in c.forms), None)


@IDENTITY.rule
def part_of_the_name(page: Page, mention: Mention, cast: Cast):
    """The head of a body's or a document's name, alone or with some of its words, means the one of that name mentioned last.

    + The Harbour Ministry said the port was calm. Ships came in, «the ministry» said.
    + The Baltic Times said the port was calm. Ships came in, «the Times» said.
    - The Harbour Ministry said the port was calm. Ships came in, the navy said.
    - The Workers' Party said the port was calm. Jan Kolb left, his party said.
    - The Zemba Liberation Army said the port was calm. Ships came in, the army said.
    """
    if mention.sort == "person" or new(mention) or not mention.words or page.lower(mention.first) in ("his", "her", "my"):
        return None
    found = [c for c in cast.of_words(mention.words) if c.sort == mention.sort and c.joined == mention.joined and mention.words < c.words and shares_head(page, mention, c)]
    if mention.lemma == "army" and mention.name is None:
        found = [c for c in found if not c.named or all(word in ("army", "national", "royal") or countries.nationality(word) for word in c.name_words)]
    return (cast.latest(found, mention.first), mention.span) if found else None


@IDENTITY.rule
def fuller_name(page: Page, mention: Mention, cast: Cast):
    """A body first called by its head alone is later called by its fuller name.

    + The army said the port was calm. Ships came in, «the Zembian army» said.
    - The group said the port was calm. Ships came in, the fishing group said.
    """
    if mention.sort == "person" or new(mention) or WORDS.of(mention.lemma) in ("any body", "vague") or len(mention.words) > 4:
        return None
    for character in reversed(cast.of_words((mention.lemma, *mention.words))):
        if character.sort == mention.sort and len(character.words) == 1 and character.words < mention.words and shares_head(page, character.fullest, mention):
            return character, mention.span
    return None


@IDENTITY.rule
def another_word_for_the_medium(page: Page, mention: Mention, cast: Cast):
    """Words for media stand for each other: state television, the state broadcaster.

    + The port was calm, «state television» said. The state broadcaster, ZTV, showed ships.
    - The port was calm, local radio said. The state broadcaster, ZTV, showed ships.
    """
    if mention.sort != "group" or WORDS.of(mention.lemma) != "medium" or new(mention):
        return None
    others = mention.words - {mention.lemma}
    if not others:
        return None
    found = [c for c in cast.of_words(others) if c.sort == "group" and others < c.words and any(WORDS.of(head) == "medium" for head in c.heads)]
    return (found[-1], mention.span) if found else None


@IDENTITY.rule
def class_of_the_body(page: Page, mention: Mention, cast: Cast):
    """A word for its class, with the article, means the body of that class that spoke or was named last.

    + Reuters Radio Zembia said the port was calm. The Free Fishers Front attacked, «the movement» said.
    - The Free Fishers Front said the port was calm. A movement said ships came in.
    """
    section = WORDS.of(mention.lemma)
    if mention.article != "the" or mention.name is not None or len(mention.words) != 1 or mention.plural or mention.sort != "group":
        return None
    if section not in ("class", "medium", "any body"):
        return None
    return body_of_class(page, mention, cast)


@IDENTITY.rule
def class_described(page: Page, mention: Mention, cast: Cast):
    """So does such a word with words that describe and name nobody.

    + The Free Fishers Front attacked, «the armed group» said.
    + Amnesty International said the port was calm. Ships came in, «the rights group» said.
    - The Free Fishers Front attacked, the harbour group said.
    """
    if mention.article != "the" or mention.name is not None or mention.plural or mention.sort != "group" or mention.head == mention.start or mention.last > mention.head:
        return None
    if WORDS.of(page.lower(mention.head)) not in ("class", "medium", "any body") or not describing(page, mention):
        return None
    return body_of_class(page, mention, cast)


@IDENTITY.rule
def the_document(page: Page, mention: Mention, cast: Cast):
    """A word for any document means the document cited last.

    + The League's report said the port was calm. Ships came in, «the document» said.
    - The League's report said the port was calm. A document said ships came in.
    """
    if mention.sort != "document" or mention.article != "the" or mention.lemma not in PAPERS or len(mention.words) != 1:
        return None
    return next(((c, mention.span) for _, c in reversed(cast.seen[-LATELY:]) if c.sort == "document"), None)


# --- by description ------------------------------------------------------------------------------------------
@IDENTITY.rule
def described_before(page: Page, mention: Mention, cast: Cast):
    """An office or description means the one to whom the story last gave it, if the other words do not speak against it.

    + "We hold the port," said army spokesman Jan Kolb. Ships were coming, «the spokesman» said.
    + A harbour official said the port was calm. Ships were coming, «the official» said.
    + Military sources said the port was calm. Ships were coming, «the sources» said.
    - A harbour official said the port was calm. Ships were coming, another official said.
    """
    found = described.before(page, mention, cast)
    return (found, mention.span) if found is not None else None


@IDENTITY.rule
def fighters_of_the_body(page: Page, mention: Mention, cast: Cast):
    """The rebels are the body that was called by its name and that word.

    + The FMLN rebels said the port was calm. «The rebels» said ships were coming.
    - The rebels said the port was calm. The army said ships were coming.
    """
    if mention.lemma not in FIGHTERS or mention.article != "the" or mention.name is not None or len(mention.words) != 1:
        return None
    found = [c for c in cast.of_words(mention.words) if c.sort == "group" and mention.lemma in c.heads]
    return (cast.latest(found, mention.first), mention.span) if found else None


@IDENTITY.rule
def named_below_the_lead(page: Page, mention: Mention, cast: Cast):
    """The lead only describes who speaks, and the next to speak by name bears what it describes.

    + The port is calm, «a local official» said on Sunday.¶Harbour commissioner Jan Kolb said ships were coming.
    + The port is calm, «a harbour committee» said on Sunday.¶The Tema Resistance Committee said ships were coming.
    + The port is calm, «mayor» says¶Ships are coming in, sailors said.¶Mayor Jan Kolb said the port was calm.
    - The port is calm, a local official said on Sunday.¶Jan Kolb, a fisherman, said ships were coming.
    - The port is calm, a security source said on Sunday.¶Army spokesman Jan Kolb said ships were coming.
    """
    found = lead.named_below(page, mention, cast) if lead.of_the_lead(page, mention) else None
    return (found, mention.span) if found is not None else None


@IDENTITY.rule
def any_office(page: Page, mention: Mention, cast: Cast):
    """A word for a person, but for a high office, means the person who spoke last.

    + "We hold the port," said General Jan Kolb. Ships were coming, «the officer» said.
    - "We hold the port," said General Jan Kolb. Ships were coming, an officer said.
    """
    found = described.any_office(page, mention, cast)
    return (found, mention.span) if found is not None else None


@IDENTITY.rule
def described_anew(page: Page, mention: Mention, cast: Cast):
    """Words that describe and name nobody, with the article, mean the person by name who spoke just before, if nothing speaks against it.

    + "We hold the port," said Governor Jan Kolb. Ships were coming, «the former banker» said.
    + Jan Kolb, a UN envoy, said the port was calm. «The Zambian diplomat» said ships were coming.
    - Jan Kolb, a German envoy, said the port was calm. The Zambian diplomat said ships were coming.
    - "We hold the port," said Governor Jan Kolb. The Zambian president said ships were coming.
    """
    found = described.anew(page, mention, cast)
    return (found, mention.span) if found is not None else None


@IDENTITY.rule
def of_an_age(page: Page, mention: Mention, cast: Cast):
    """An age alone, with the article, means the person named last.

    + Mira Kolb grabbed her bag and ran. "There was no time," said «the 32-year-old».
    - Mira Kolb ran. "There was no time," said a 32-year-old.
    """
    if mention.article != "the" or mention.head != mention.start or not page.lower(mention.head + 2).startswith("year-old"):
        return None
    return next(((c, mention.span) for _, c in reversed(cast.seen[-LATELY:]) if c.sort == "person" and c.named and not c.plural), None)


@IDENTITY.rule
def named_soon_after(page: Page, mention: Mention, cast: Cast):
    """An office comes first, and the next sentences name someone of whom they say no office: it is his.

    + The port is calm, «the governor of the Zemba region» said. "Ships are coming," Jan Kolb told reporters.
    - The port is calm, the governor of the Zemba region said. "Ships are coming," harbour master Jan Kolb told reporters.
    """
    if mention.sort != "person" or mention.article != "the" or mention.plural or mention.name is not None:
        return None
    here, firsts = bisect_right(page.openings, mention.first), cast.firsts
    k = bisect_right(firsts, mention.last)
    if k == len(firsts):
        return None
    found = cast.persons[k]
    near = bisect_right(page.openings, firsts[k]) - here <= NEAR
    return (found, mention.span) if near and not found.offices and len(found.name_words) > 1 else None


@IDENTITY.rule
def first_mention(page: Page, mention: Mention, cast: Cast):
    """Nobody named or described before fits: someone new speaks.

    + «A harbour official» said the port was calm.
    + The port was calm, «another fisherman» said.
    - The port was calm, they said.
    """
    return cast.enter(mention), mention.span


FIRST_MENTION = IDENTITY.rules[-1]


def settle(page: Page, mention: Mention, cast: Cast) -> Ruling:
    """Whom a mention means; whoever is a stranger is someone new, and no other rule need be asked."""
    if stranger(page, mention, cast):
        return IDENTITY.ruling(FIRST_MENTION, *first_mention(page, mention, cast))
    return IDENTITY.settle(page, mention, cast)


def whom(page: Page, mention: Mention, cast: Cast) -> Character | None:
    """Whom a mention means that does not speak: nobody will ask why."""
    return cast.enter(mention) if stranger(page, mention, cast) else IDENTITY.settle(page, mention, cast).value
