"""The version: how this story stands to earlier ones of its kind, and the key that all of them share."""
from typing import get_args

from ...lexicon import Lexicon
from ...page import Page
from ...report import Span, Version, VersionKind
from ...rule import Rulebook
from .edges import head, pattern

VERSION = Rulebook("header.version")
ADVISORY = r"\( (?: ATTN: \s )? (?P<word> Corrects | Recasts | Updates | Adds | Refiles | Repeats ) \b [^()]{0,200} \)? $"
WORDS = Lexicon(__package__, "version.txt", get_args(VersionKind))
SURE = frozenset(("alert", "urgent", "correction", "refile"))  # kinds whose words no headline in capitals begins with by chance
GRAVEST = ("kill", "correction", "refile", "alert", "urgent", "advisory", "writethru", "lead", "update", "add")
ORDINAL = r"(?: \d{1,2} (?: st | nd | rd | th ) )"
MARK = rf"""(?i)
    (?: (?<= [-\s,_/(] ) | ^ )
    (?: {ORDINAL} [-\s]? (?: ld | lead | writethru | writethrough | add | take | update | wrap )+ (?: [-\s]? \(? (?: writethru | writethrough ) \)? )?
      | (?: ld | lead | update | wrapup | wrap | urgent | alert | flash | writethru | corrected | correction | refile | rpt | repeat | add )
        (?: [-\s]? \d{{1,2}} )? )
    (?= [-\s,_/)] | $ )
"""
COUNT = r"""(?i:
    (?P<n> \d{1,2} ) (?: st | nd | rd | th ) [\s-]? (?P<kind> ld | lead | add | update ) (?P<whole> [\s-]? \(? writethr[a-z]+ \)? )?
)"""
COUNTED_BEHIND = rf"(?: .{{0,100}}? [\s,_(-] )?? (?P<mark> {COUNT} ) \)? $"
COUNTED_BEFORE = rf"(?P<mark> [(\[]? {COUNT} [)\]]? ) (?: \s? [-:–—] \s? | \s )"
KIND = r"(?P<words> \p{Lu}{3,12} (?: [ ] \p{Lu}{3,12} )? )"
NUMBER = r"(?: [ ] (?P<n> \d{1,2} ) )?"
WORD = rf"(?P<mark> {KIND} {NUMBER} (?: - \p{{Lu}}{{3,12}} (?: [ ] (?P<n> \d{{1,2}} ) )? )? ) \s? (?: [-:–—] | $ )"    # UPDATE 3-  REFILE-UPDATE 1-
SHOUTED = r"(?P<mark> (?P<words> \p{Lu}{3,12} | APNewsAlert ) ) \s"
BRACKETED = rf"(?P<mark> [(\[] {KIND} {NUMBER} [)\]] ) (?: \s? [-:–—] \s? | \s )"                                      # (LEAD)
IN_BRACKETS, IN_CAPITALS = r"[(\[] (?P<words> \p{L}{3,12} )", r"(?<= [-–—] [ ] ) (?P<words> \p{Lu}{3,12} )"
BEHIND = rf".{{3,140}}? [ ] (?P<mark> {IN_BRACKETS} {NUMBER} [)\]] | {IN_CAPITALS} {NUMBER} ) $"                     # (Update 2)  - UPDATE
ALONE = r"(?: (?P<words> \p{Lu}{3,12} (?: [ ] \p{Lu}{3,12} )?? ) (?: [\s!-]+ (?P=words) ){0,3} !* )"      # KILL KILL KILL
NUMBERED = r"(?P<mark> (?: \p{Lu}\p{L}+ \s ){0,3} (?: Update | UPDATE ) \s (?: No\.? | Number | \# )? \s? (?P<n> \d{1,3} ) ) \b"


@VERSION.rule
def ordinal_lead(page: Page, headline: Span | None):
    """A line of the head counts leads and additions: 1st Ld-Writethru.

    + «1st Ld-Writethru»   \t
    + «(2nd LD)» Rebels fire on port   \t
    - The 1st leader of the rebels spoke.
    """
    for line in head(page)[:5]:
        if match := _counted(line.text):
            span = page.story.span(line.start + match.start("mark"), line.start + match.end("mark"))
            return of_count(match), span
    return None


@VERSION.rule
def word_before_the_headline(page: Page, headline: Span | None):
    """The headline begins with a word of version in capitals: UPDATE 3-, CORRECTED-, ALERT.

    + «UPDATE 3»-Rebels fire on port   \t
    + «CORRECTION» - REBELS FIRE ON PORT   \t
    + «REFILE-UPDATE 1»-Rebels fire on port   \t
    + «(LEAD)» Rebels fire on port   \t
    - Update the rebels had none.
    """
    first = headline.text[:3] if headline else ""
    return _marked(page, headline, (BRACKETED,) if first[:1] in ("(", "[") else (WORD, SHOUTED) if first.isupper() or first == "APN" else ())


@VERSION.rule
def word_behind_the_headline(page: Page, headline: Span | None):
    """The headline ends in a word of version: in brackets, or in capitals behind a dash.

    + Rebels fire on port «(Update 2)»   \t
    + Rebels fire on port - «UPDATE»   \t
    - Rebels fire on port - officials   \t
    """
    last = headline.text[-1:] if headline else ""
    return _marked(page, headline, (BEHIND,) if last in (")", "]") or last.isupper() or last.isdigit() else ())


@VERSION.rule
def line_of_its_own(page: Page, headline: Span | None):
    """A line of the head is nothing but a word of version: KILL KILL KILL.

    + «KILL KILL KILL»¶¶Rebels fire on port
    - KILL THEM ALL¶¶Rebels fire on port
    """
    for line in head(page)[:5]:
        if kind := _kind_alone(line.text):
            return Version(kind, None, line.text), page.story.span(line.start, line.end)
    return None


@VERSION.rule
def stars_before_a_flash(page: Page, headline: Span | None):
    """Stars stand before a headline that is the whole story.

    + «******»REBELS TAKE PORT, OFFICIALS SAY   \t
    - ****Rebels took the port on Tuesday, officials said.
    """
    if headline is None or len(page.text) > 250 or page.text[headline.end :].strip():
        return None
    match = pattern(r"\s* (?P<mark> \*{3,} ) ").match(page.text)
    if match is None:
        return None
    span = page.story.span(*match.span("mark"))
    return Version("alert", None, span.text), span


@VERSION.rule
def numbered_update(page: Page, headline: Span | None):
    """A line of the head numbers the update: Flash Update No. 7.

    + «Flash Update No. 7» (as of 22 August)   \t
    - Update the rebels had none.
    """
    for line in head(page)[:6]:
        if "pdate" in line.text.casefold() and (match := pattern(NUMBERED).match(line.text)):
            span = page.story.span(line.start, line.start + match.end("mark"))
            return Version("update", int(match["n"]), span.text), span
    return None


@VERSION.rule
def advisory_in_brackets(page: Page, headline: Span | None):
    """A note in brackets says what is new: (Recasts with toll), (Corrects paragraph 3).

    + «(Corrects paragraph 3 to read 12)»   \t
    - (The rebels had none.)
    """
    for line in head(page)[:12]:
        if line.text.startswith("(") and (match := pattern(rf"(?i) {ADVISORY}").match(line.text)):
            kind = {"corrects": "correction", "refiles": "refile", "repeats": "refile"}.get(match["word"].casefold(), "update")
            return Version(kind, None, line.text), page.story.span(line.start, line.end)
    return None


def of_count(match) -> Version:
    """What a counted mark says: `3rd Ld-Writethru`."""
    kind = match["kind"].casefold()
    return Version("writethru" if match["whole"] else {"ld": "lead"}.get(kind, kind), int(match["n"]), match["mark"])


def _marked(page: Page, headline: Span | None, patterns: tuple[str, ...]):
    """The mark at the head or the end of the headline, if the word list knows it."""
    if headline is None:
        return None
    for parts in patterns:
        match = pattern(parts).match(page.text, headline.start, headline.end)
        shouted = match and page.text[match.end() - 1 : match.end()].isspace() and page.text[match.end() : headline.end].isupper()
        if match and (kind := kind_of(match["words"])) and not (shouted and kind not in SURE):
            span = page.story.span(match.start("mark"), match.end("mark"))
            number = match.groupdict().get("n")
            return Version(kind, int(number) if number else None, span.text), span
    return None


def kind_of(words: str) -> str | None:
    """What kind of version the words say."""
    forms = tuple(words.casefold().split())
    return next((entry.section for known, entry in WORDS.beginning(forms[0]) if known == forms), None)


def alone(line: str) -> bool:
    """Whether a line is a mark of version and nothing else."""
    return bool(_kind_alone(line) or _begins_with_digit(line) and pattern(rf"[(\[]? {COUNT} [)\]]? $").match(line))


def _kind_alone(line: str) -> str | None:
    """What kind of version a line says that says nothing else; of several the gravest: `BULLETIN KILL`."""
    match = pattern(rf"{ALONE} $").match(line) if line.isupper() else None
    if match is None:
        return None
    kinds = [kind_of(word) for word in match["words"].split()]
    return kind_of(match["words"]) or (min(kinds, key=GRAVEST.index) if all(kinds) else None)


def _counted(line: str):
    """A count of leads or additions, behind a line's other words or before them."""
    behind = line.casefold().rstrip(")").endswith(("ld", "lead", "add", "update")) or "writethr" in line.casefold()
    return behind and pattern(COUNTED_BEHIND).match(line) or _begins_with_digit(line) and pattern(COUNTED_BEFORE).match(line)


def _begins_with_digit(line: str) -> bool:
    return line.lstrip("([")[:1].isdigit()


def key(slug: str | None) -> str | None:
    """The slug without cycle and version marks: the same for every update of one story."""
    if not slug:
        return None
    bare = pattern(r"(?i) ^ (?: bc | am | pm | us | u s )? - (?= \w )").sub("", slug.strip(), 1)
    bare = pattern(MARK).sub("", pattern(r"\*+ .*").sub("", bare))
    return pattern(r"[-\s,_/()*]+ $ | ^ [-\s,_/()*]+").sub("", pattern(r"\( \s* \)").sub("", bare)).upper() or None
