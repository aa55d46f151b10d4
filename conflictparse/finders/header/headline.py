"""The headline: the line over the story."""
from itertools import dropwhile

from ...almanac import places
from ...lexicon import Lexicon
from ...page import Page, stamps
from ...rule import Rulebook
from . import slug, version
from .credit import signer
from .edges import Line, begins, head, labelled, pattern

HEADLINE = Rulebook("header.headline")
SECTIONS = Lexicon(__package__, "sections.txt", ("section",))
UNBROKEN = 130  # characters; where a line is longer, none is broken to a column, and a short one is a paragraph
ABOVE = 14  # lines over the headline that may be looked through for it
NOTING_WORDS = r"""
    (?: for \s immediate \s release | (?: press | news | media ) \s (?: release | statement ) | release \s (?: no | number )\b )
  | (?: \p{Lu}[\p{L}.]* \s ){0,4} (?: press | news ) \s release $
  | (?: embargoed? | eds: | attention \b | (?: repeat | rpt ) \s | add(?: s | ing ) \b )
"""
NOTE = r"[\w-]+ (?: \s \( [^)]* \) )? $ (?<= \d [^\n]* ) | [A-Z]{2,4} / \d{2,5} $ | [A-Z]{2,4} (?: - [A-Z\d&/]+ ){1,5} (?: \s \( [^)]* \) )? $ | \( [^)]* \) $ | [*•▪-] \s"    # marks: ABC-0123 (XY), BC-SYRIA-RAID
LABEL = r"(?i) (?: headline | title | head | hed ) : \s+ (?P<words> \S .{3,200} ) $"
NOTING = ("for", "press", "news", "media", "release", "embargo", "eds:", "attention", "repeat", "rpt", "add")
WRITTEN = r"(?i: by ) (?: [ ,]{1,2} (?: \p{Lu}[\p{L}.'’-]+ | \p{Lu} \.? | and | de | van | von | al | el | in | for ) ){2,12} $"
DATE = r"""
    .* , \s (?: \p{L}{3,9} \.? \s \d{1,2} | \d{1,2} \s \p{L}{3,9} ) \b .* (?: -+ | [–—_] | \d | GMT | UTC | local \s time ) $
  | .* \s (?: sun | mon | tue | wed | thu | fri | sat ) \p{L}* ,? \s (?: \p{L}{3,9} \.? \s \d{1,2} | \d{1,2} \s \p{L}{3,9} ) , \s \d{4} \b .*
  | .* \s (?: -+ | [–—_] ) (?: $ | \s* \[ | \s (?: \p{L}{3,9} \.? \s \d{1,2} | \d{1,2} \s \p{L}{3,9} ) $ )
"""
DAY = r" (?: \d{4} \s (?: GMT | UTC ) \s | [\p{L}]+ ,? \s )? (?: \d{1,2} \s \p{L}{3,9} | \p{L}{3,9} \.? \s \d{1,2} ) ,? (?: \s (?: \d\d )? \d\d )? $"


@HEADLINE.rule
def marked(page: Page):
    """The format itself says which words are the headline.

    - Rebels fired rockets at the port on Tuesday, killing 12.
    """
    known = page.story.known.get("headline")
    return known and (None, page.story.span(*known))


@HEADLINE.rule
def behind_its_label(page: Page):
    """A line of the head is labelled as the headline.

    + Source: Zembian Voice¶HEADLINE: «Rebels fire on port»¶Date: 3 May 1999¶¶The port was shelled on Tuesday.
    - Rebels fired rockets at the port on Tuesday, killing 12.
    """
    for line in head(page)[:ABOVE]:
        if line.opening.startswith(("head", "title", "hed:")) and (match := pattern(LABEL).match(line.text)):
            return None, page.story.span(line.start + match.start("words"), line.end)
    return None


@HEADLINE.rule
def after_the_letterhead(page: Page):
    """A press release says that it may be used at once, and its headline follows.

    + FOR IMMEDIATE RELEASE¶«Ministry reopens the port of Tema»¶The port was reopened on Tuesday.
    + FOR IMMEDIATE RELEASE¶October 15, 2017¶Release Number 20171015-01¶«Strikes go on in Zembia»¶The port was shelled on Tuesday.
    - Rebels fired rockets at the port on Tuesday, killing 12.
    """
    found = head(page)
    for number, line in enumerate(found):
        if line.opening.startswith("for") and pattern(r"(?i) for \s immediate \s (?: release | use )").match(line.text):
            following = dropwhile(lambda line: _skipped(line) or _over_the_headline(line), found[number + 1 : number + 5])
            return next(((None, page.story.span(line.start, line.end)) for line in following if _fits(line)), None)
    return None


@HEADLINE.rule
def over_the_story(page: Page):
    """The first line, if it is short and no sentence; with the next if the line is broken.

    + «Rebels fire on port»   \t
    + ZEMBIAN VOICE¶¶«Rebels fire on the port»   \t
    + «Port blast kills 12»¶Zembian Report¶Oct 15, 2017 - 10:45¶TEMA: The port was shelled on Tuesday, an official of the town said, killing 12.
    + By Mira Kolb¶Monday, 6 August 2012¶¶«Rebels fire on port»¶¶The port was shelled on Tuesday.
    + Skip to main content¶¶Africa¶¶«Rebels fire on port»¶¶The port was shelled on Tuesday.
    + u i NYT r r¶BC-ZEMBIA-PORT-NYT¶«Rebels fire on port»¶¶The port was shelled on Tuesday.
    - Rebels fired rockets at the port on Tuesday, killing 12.
    """
    found = head(page)
    for number, line in enumerate(found[:ABOVE]):
        following = found[number + 1 : number + 2]
        if following and (_paper(line, following) or _over_the_headline(line)):
            continue
        if _fits(line) and not _runs_on(page, line, following):
            marks = len(line.text) - len(line.text.lstrip("*/+ "))
            return None, page.story.span(line.start + marks, _end(page, line, following))
        if not (_skipped(line) or version.alone(line.text) or _place(line)):
            return None
    return None


def _over_the_headline(line: Line) -> bool:
    """Whether a line is what stands over headlines: a section of the paper, the agency, the wire's own line, a byline, the day, the town."""
    text = line.text
    if len(text) < 60 and (_section(text) or signer(text) or " | " in text and _section(text.partition(" | ")[0])):
        return True
    if labelled(text) or slug.of_line(text) or slug.of_levels(text) or stamps.stamped(text):
        return True
    return begins(text, ("by ",)) and bool(pattern(WRITTEN).match(text))


def _section(text: str) -> bool:
    """Whether some words are the name of a section, or of the way through a site."""
    words = tuple(text.casefold().split())
    return bool(words) and any(known == words for known, _ in SECTIONS.beginning(words[0]))


def _paper(line: Line, following: list[Line]) -> bool:
    """Whether a line is the name of a paper over the headline: one or two words in capitals, and a line in small letters that can be one."""
    if not (line.text.isupper() and line.text.replace(" ", "").isalpha()):
        return False
    if begins(following[0].text, ("news release", "press release", "press statement", "media release")):
        return True
    return len(line.text.split()) < 3 and _fits(following[0]) and not following[0].text.isupper() and len(following[0].text.split()) > 3


def _runs_on(page: Page, line: Line, following: list[Line]) -> bool:
    """Whether the line is only the first of a paragraph of prose."""
    block = page.paragraphs[page.paragraph(page.at(line.start))]
    if not following or following[0].start >= block.end or block.table or page.text[block.end - 1] not in ".!?\"”":
        return False
    text = following[0].text
    if len(line.text) < UNBROKEN / 2 and max(map(len, page.text[block.start : block.end].split("\n"))) > UNBROKEN:
        return False
    return len(text) < 120 and not ((text[:3].isupper() or text.startswith("By")) and pattern(r"\p{Lu}{3,} [^\n\p{Ll}]* [-–—(] | By \s").match(text))


def _fits(line: Line) -> bool:
    """Whether a line can be a headline."""
    if not 4 <= len(line.text) <= 150 or line.text.endswith((".", ",", ";")) and not line.text.endswith("..."):
        return False
    if version.alone(line.text) or _skipped(line) or labelled(line.text):
        return False
    return not (_dated(line.text) or _place(line))


def _dated(text: str) -> bool:
    """Whether a line begins like a byline, or holds a day, or ends in a dash as a dateline does, if not in a note in brackets."""
    sign = begins(text, ("by",)) or text[-1] in "-–—_" or "[" in text or any(map(str.isdigit, text))
    return sign and bool(pattern(rf"(?i) by \s | {DATE} | {DAY}").match(text))


def _place(line: Line) -> bool:
    """Whether a line is nothing but a town, as some agencies put it over the story: `ANKARA`."""
    return len(line.text.split()) < 4 and isinstance(places.look_up(line.text), places.Found)


def _skipped(line: Line) -> bool:
    """Whether a line is a note, a letterhead or a mark rather than words of the story."""
    text = line.text
    if (begins(text, NOTING) or text.casefold().endswith(" release")) and pattern(rf"(?i) {NOTING_WORDS}").match(text) or not any(map(str.isalnum, text)) and pattern(r"\W* $").match(text):
        return True
    return (text[0] in "(-*•▪" or text.endswith(")") or len(text.split()) == 1) and bool(pattern(NOTE).match(text))


def _end(page: Page, line: Line, following: list[Line]) -> int:
    """Where the headline ends: a flash may be broken over two lines, in the same paragraph, and a narrow column breaks words."""
    if following and line.text[-2:-1].isalpha() and line.text[-1] == "-" and following[0].start - line.end < 3:
        found = head(page)
        return _end(page, following[0], found[found.index(following[0]) + 1 :][:1])
    if following and following[0].start == line.end + 1 and len(line.text) > 45 and page.text[following[0].start - 1] == "\n":
        second = following[0]
        if _fits(second) and (second.text.isupper() == line.text.isupper()) and len(second.text) <= len(line.text):
            return second.end
    return line.end
