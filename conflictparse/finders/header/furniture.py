"""The furniture of a story: words in its head and foot that are neither prose nor a field of the report, and that nobody says."""
from ...page import Page
from ...report import Dateline, Span
from .credit import WORK, signer
from .edges import Line, foot, head, pattern
from .version import ADVISORY

SIGN_OFF = r"(?: (?i: end \s? item | endi | ends? | more | story \s ends? ) | - \s? (?: 30 | 0 ) \s? - | \#{1,5} | [_=*-]{2,} )"
NOTICE = r"""(?i:
    (?: copyright | © | \( c \) ) [^\n]{0,200} | all \s rights \s reserved | our \s standards: | source s? : | tags? : | topics? : | read \s (?: more | also )
  | for \s (?: more | further | additional ) \s information | (?: media | press | news ) \s (?: contacts? | enquiries | inquiries | office ) \b
  | contacts? : | note s? \s to \s editors? : $
  | (?: e-? )? mail : | tel (?: ephone )? \.? : | phone : | follow \s (?: us | our | the \s \w+ ) \s on | subscribe | sign \s up | click \s here | disclaimer
  | \(? (?: this | the \s above ) \s (?: story | report | article | copy | dispatch | item ) \s (?: has | was | is | first | originally )
)"""
NOTE = rf"""(?i)
    {ADVISORY} | [(\[]? (?: eds | editors | attn | attention \s editors ) \s? [:;-] | ___+
  | \( (?: with | pix | photo | video | graphic | map ) \b [^()]{{0,80}} \) $
"""
SERVICE = r"(?: \s* \[ (?! (?i: begin ) ) [^\[\]]{1,160} \] )+"  # `[Text]`, `[Speech] [President Alfredo Cristiani]`: a monitoring service on what it broadcasts


def find(page: Page, dateline: Dateline | None) -> list[Span]:
    """Notes to editors in the head; a monitoring service's behind the dateline; sign-offs, notices of rights, contacts and further credits in the foot."""
    below = foot(page)
    found = [line for line in head(page) if pattern(NOTE).match(line.text) or signer(line.text)]
    found += [line for line in below if pattern(rf"[(\[]? {SIGN_OFF} [)\]]? $ | {NOTICE}").match(line.text) or _credited(line)]
    spans = [page.story.span(line.start, line.end) for line in found]
    if dateline is not None and (match := pattern(SERVICE).match(page.text, dateline.end)):
        spans.append(page.story.span(*match.span()))
    for line in below[:3]:
        if match := pattern(rf"(?<= [.!?\"”’)] \s ) [(\[]? {SIGN_OFF} [)\]]? $").search(page.text, max(line.start, line.end - 12), line.end):
            spans.append(page.story.span(*match.span()))
    return spans


def _credited(line: Line) -> bool:
    """Whether a line of the foot names those who wrote, beside the credit itself: `Additional reporting by Sam Odera`."""
    return bool(pattern(rf"[(\[]? (?i: {WORK} ) \s").match(line.text)) and len(line.text) < 300
