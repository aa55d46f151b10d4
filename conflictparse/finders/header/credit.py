"""The credit: who signs at the end of the story: reporters and editors, their initials, the agency, the medium."""
from ...lexicon import Lexicon
from ...page import Page
from ...rule import Rulebook
from .edges import begins, foot, pattern

CREDIT = Rulebook("header.credit")
SIGNERS = Lexicon(__package__, "credit.txt", ("agency",))
RIGHTS = r"(?i: (?: copyright \s )? (?: © | \(c\) )? \s? (?: \d{4} \s )? )"
DOMAIN = r"(?: [A-Z\d] [\w-]{1,30} \. (?: com | net | org | co | info | news | [a-z]{2} ) (?: \. [a-z]{2} )? )"
WORK = r"""(?:
    (?: (?: additional | further ) \s )? (?: reporting | writing | editing | compiled | edited | reported | translated | translation )
    \s (?: and \s \w+ \s )? by
)"""
WORKING = ("additional", "further", "reporting", "writing", "editing", "compiled", "edited", "reported", "translated", "translation")
LINES = ("with", "(", "input", "file", *WORKING)
INPUT = r"(?: (?: (?: additional | further ) \s )? (?: reporting | inputs? | files ) \s from )"
AFTER_DASH = r"""
    (?: ^ | (?<= [.!?\"”’)] ) [ ]? ) [-–—]{1,3} [ ]? (?: [Ww]ith [ ] )?
    (?P<name> [\p{L}\d./-] [\p{L}\d./ -]{1,40} ) $
"""
INITIALS = r"(?: [ ] \p{Lu}{2,4} ){1,4}"
WRITERS = r"""
    (?: The \s )? (?: [A-Z][\w.]+ \s ){1,4} (?: [Ww]riters? | [Jj]ournalists? | [Rr]eporters? | [Cc]orrespondents? )
    [^\n]{3,300}? contributed (?: \s to \s this \s (?: report | story ) )? \.?
"""


@CREDIT.rule
def reporters_and_editors(page: Page):
    """The last lines name reporters, writers and editors in brackets.

    + The siege is over, officials said. «(Reporting by Mira Kolb; Editing by Sam Odera)»
    - The siege is over (reporting by witnesses differs).
    """
    start = max(0, len(page.text) - 1500)
    if not any(begins(words, WORKING) for words in page.text[start:].split("(")[1:]):
        return None
    match = pattern(rf"\( (?i: {WORK} ) [^()]{{3,500}} \)").search(page.text, start)
    return match and match.group()[1].isupper() and (None, page.story.span(*match.span())) or None


@CREDIT.rule
def reporters_on_a_line(page: Page):
    """One of the last lines names reporters and editors without brackets.

    + «Reporting by Mira Kolb Editing by Sam Odera»   \t
    + «With additional reporting by Sam Odera in Tema»   \t
    + *«Writing by Sam Odera»   \t
    - Reporting by witnesses differs.
    """
    for line in foot(page)[:6]:
        words = line.text.lstrip("*• ")
        if len(words) < 300 and begins(words, LINES) and pattern(rf"(?i: with \s | \( )? (?i: {WORK} | {INPUT} ) :? \s \p{{Lu}}").match(words):
            return None, page.story.span(line.start + len(line.text) - len(words), line.end)
    return None


@CREDIT.rule
def initials(page: Page):
    """The last line holds the initials of those who wrote and edited.

    + «str-ok/abm/jpw»   \t
    + «PTI ABC DEF»   \t
    + «dpa wsz jln npr»   \t
    - The siege is over, officials said.
    """
    group = r"[\p{Ll}\d]{1,5} (?: - \p{Ll}{1,5} ){0,4}"
    desk = rf"(?: \p{{Lu}}{{2,5}} \s )? (?: {group} | \p{{Lu}}{{1,4}} ) (?: / (?: {group} | \p{{Lu}}{{1,4}} ) ){{1,6}}"
    for line in foot(page)[:4]:
        if line.text.isupper() and pattern(rf"(?P<agency> \p{{Lu}}{{2,6}} ) {INITIALS} $").match(line.text) and signer(line.text.split()[0]):
            return None, page.story.span(line.start, line.end)
        if ("/" in line.text or line.text.startswith(("dpa", "afp", "efe"))) and pattern(rf"(?: {desk} | (?: dpa | afp | efe ) (?: \s \p{{Ll}}{{2,4}} ){{1,8}} ) $").match(line.text):
            return None, page.story.span(line.start, line.end)
    return None


@CREDIT.rule
def two_names(page: Page):
    """The last line holds nothing but the names of two who wrote it.

    + «Mira / S. Odera»   \t
    - Rebels / army
    """
    for line in foot(page)[:2]:
        if "/" in line.text and len(line.text) < 50 and pattern(r"\p{Lu}\p{L}+ (?: [ ] \p{Lu}[\p{L}.]* )? [ ]? / [ ]? \p{Lu} \.? [ ] \p{Lu}\p{L}+ $").match(line.text):
            return None, page.story.span(line.start, line.end)
    return None


@CREDIT.rule
def site_or_agency_after_a_dash(page: Page):
    """The last sentence is followed by a dash and the name of the medium.

    + The siege is over, officials said. – «Newsdesk.com»
    + The siege is over, officials said. -- «Agence France-Presse»
    - The siege is over – officials said.
    """
    for line in foot(page)[:3]:
        start = max(line.start, line.end - 60)
        last = page.text[start : line.end]
        match = pattern(AFTER_DASH).search(page.text, start, line.end) if "-" in last or "–" in last or "—" in last else None
        if match and all(signer(name) for name in match["name"].split(" with ")):
            return None, page.story.span(match.start("name"), line.end)
    return None


@CREDIT.rule
def agency_at_the_end(page: Page):
    """The last sentence is followed by the agency in brackets, or bare with its writers' initials.

    + The siege is over, officials said. «(ANI)»
    + The siege is over, officials said. «PTI ABC DEF»
    - The siege is over (ANI).
    """
    for line in foot(page)[:4]:
        behind = rf"(?<= [.!?\"”’] \s ) (?P<mark> [(\[] (?P<name> [\p{{L}} /-]{{2,25}} ) [)\]] | (?P<name> \p{{Lu}}{{2,6}} ) {INITIALS} ) $"
        closed = line.text.endswith((")", "]")) or line.text[-1].isupper()
        match = pattern(behind).search(page.text, max(line.start, line.end - 60), line.end) if closed else None
        if match and signer(match["name"]):
            return None, page.story.span(*match.span("mark"))
    return None


@CREDIT.rule
def agency_alone(page: Page):
    """The last line is the agency's name, or a claim of its rights.

    + «Reuter»   \t
    + «© 2017 AFP»   \t
    + «Source: Reuters»   \t
    - The siege is over, officials said.
    """
    for line in foot(page)[:3]:
        rights = rf"(?: {RIGHTS} | (?i: source: ) \s )? [(\[]? (?P<name> [\p{{L}}/ -]{{2,25}} ) [)\]]? \.? $"
        short = len(line.text) < 29 or len(line.text) < 60 and (line.text[0].isdigit() or line.opening.startswith(("copyright", "©", "(c", "source")))
        match = pattern(rights).match(line.text) if short else None
        if match and signer(match["name"]):
            return None, page.story.span(line.start, line.end)
    return None


@CREDIT.rule
def writers_who_contributed(page: Page):
    """The last paragraph thanks writers who contributed to the report.

    + The siege is over. «Associated Press writer Sam Odera contributed to this report.»
    - Rebels contributed to this report, officials said.
    """
    start = max(0, len(page.text) - 1500)
    match = pattern(WRITERS).search(page.text, start) if page.text.find("contributed", start) > 0 else None
    return match and (None, page.story.span(*match.span()))


def signer(name: str) -> bool:
    """Whether this is an agency's name, or a site."""
    first = name.split(None, 1)[:1]
    known = SIGNERS.beginning(first[0].casefold()) if first else ()
    return bool(known) and tuple(name.casefold().split()) in [words for words, _ in known] or (
        "." in name and name[0].isalnum() and len(name) < 50 and bool(pattern(rf"{DOMAIN} $").match(name)))
