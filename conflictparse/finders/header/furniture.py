"""The furniture of a story: words in its head and foot that are neither prose nor a field of the report, and that nobody says."""
from ...page import Page, stamps
from ...report import Dateline, Span
from .credit import WORK, WORKING, signer
from .edges import Line, begins, carried_on, foot, head, labelled, pattern
from .slug import of_levels
from .version import ADVISORY

SIGN_OFF = r"(?: (?i: end \s? item | endi | ends? | more | story \s ends? ) | - \s? (?: 30 | 0 ) \s? - | \#{1,5} | [_=*-]{2,} )"
NOTICE = r"""(?i:
    (?: copyright | © | \( c \) ) [^\n]{0,200} | all \s rights \s reserved | our \s standards: | source s? : | tags? : | topics? : | read \s (?: more | also )
  | for \s (?: more | further | additional ) \s information | (?: media | press | news ) \s (?: contacts? | enquiries | inquiries | office ) \b
  | contacts? : | note s? \s to \s editors? : $
  | (?: e-? )? mail : | tel (?: ephone )? \.? : | phone : | follow \s (?: us | our | the \s \w+ ) \s on | subscribe | sign \s up | click \s here | disclaimer
  | \(? (?: this | the \s above ) \s (?: story | report | article | copy | dispatch | item ) \s (?: has | was | is | first | originally )
)"""
NOTICES = (  # what each of these begins with
    "copyright", "©", "(c", "all", "our", "source", "tag", "topic", "read", "for", "media", "press", "news", "contact", "note", "e-mail", "email", "mail", "tel", "phone",
    "follow", "subscribe", "sign", "click", "disclaimer", "this", "the above", "(this", "(the above",
)
NOTE = rf"""(?i)
    {ADVISORY} | (?: text | excerpts? | summary | recording ) \s (?: of | from ) \s (?: (?: un | an? ) \w* \s? )? (?: report | article | statement | speech | commentary | communique | dispatch | interview ) [^\n]{{0,120}} [^.\s] $ | [(\[]? (?: eds | editors | attn | attention \s editors ) \s? [:;-] | ___+
  | \( (?: with | pix | photo | video | graphic | map ) \b [^()]{{0,80}} \) $
"""
SERVICE = r"(?: \s* \[ (?! (?i: begin ) ) [^\[\]]{1,160} \] )+"  # `[Text]`, `[Speech] [President Alfredo Cristiani]`: a monitoring service on what it broadcasts


def find(page: Page, dateline: Dateline | None) -> list[Span]:
    """Notes to editors in the head; a monitoring service's behind the dateline; sign-offs, notices of rights, contacts and further credits in the foot."""
    below = foot(page)
    above = [line for line in head(page) if dateline is None or not line.start <= dateline.start < line.end]
    found = [line for line in above if _noted(line.text) or signer(line.text) or _outside(line.text) and not carried_on(page, line)]
    found += [line for line in below if _signs_off(line.text) or line.opening.startswith(NOTICES) and _notifies(line.text) or _credited(line)]
    spans = [page.story.span(line.start, line.end) for line in found]
    if dateline is not None and "[" in page.text[dateline.end : dateline.end + 40] and (match := pattern(SERVICE).match(page.text, dateline.end)):
        spans.append(page.story.span(*match.span()))
    if dateline is not None and page.text[: dateline.start].rstrip().endswith("]"):
        opens = page.text.rfind("\n", 0, dateline.start) + 1
        if match := pattern(SERVICE).match(page.text, opens, dateline.start):
            spans.append(page.story.span(*match.span()))
    for line in below[:3]:
        if line.text[-1] in ".!?\"”":  # as most do, and no sign-off
            continue
        start = max(line.start, line.end - 12)
        tail = page.text[max(0, start - 2) : line.end]
        if any(mark in ".!?\"”’)" and blank.isspace() for mark, blank in zip(tail, tail[1:])) and (
            match := pattern(rf"(?<= [.!?\"”’)] \s ) [(\[]? {SIGN_OFF} [)\]]? $").search(page.text, start, line.end)
        ):
            spans.append(page.story.span(*match.span()))
    return spans


def _noted(text: str) -> bool:
    """Whether a line is a note to editors."""
    return (text[0] in "([_" or begins(text, ("eds", "editors", "attn", "attention", "text", "excerpt", "summary", "recording"))) and bool(pattern(NOTE).match(text))


def _outside(text: str) -> bool:
    """Whether a line of the head is labelled, is a day, with or without a name, or the wire's own."""
    return labelled(text) or stamps.stamped(text) or of_levels(text)


def _signs_off(text: str) -> bool:
    """Whether a line is nothing but the sign that the story ends."""
    return (len(text) < 20 or text[0] in "_=*-([") and bool(pattern(rf"[(\[]? {SIGN_OFF} [)\]]? $").match(text))


def _notifies(text: str) -> bool:
    """Whether a line says whose the story is, where more is to be read, whom to ask."""
    return begins(text, NOTICES) and bool(pattern(NOTICE).match(text))


def _credited(line: Line) -> bool:
    """Whether a line of the foot names those who wrote, beside the credit itself: `Additional reporting by Sam Odera`."""
    words = line.opening if line.text[0] not in "([" else line.text.lstrip("([")[:20].casefold()
    return words.startswith(WORKING) and len(line.text) < 300 and bool(pattern(rf"[(\[]? (?i: {WORK} ) \s").match(line.text))
