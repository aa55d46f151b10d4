"""The speaker: to whom the text attributes a figure."""
from bisect import bisect_right
from operator import attrgetter

from ...report import Quotation
from ...rule import Rulebook
from .sheet import Count, Sheet

SPEAKER = Rulebook("figures.speaker")
START = attrgetter("content.start")
NEAR = 20  # quotations before a figure that may reach over it


@SPEAKER.rule
def innermost_quotation(sheet: Sheet, count: Count, said: tuple[Quotation, ...]):
    """The number stands in what somebody says, and the innermost attribution around it counts.

    + The navy «said» 12 men had drowned.
    + The junta said the coast guard «reported» nine men had died.
    - Nine men drowned off Tema.
    - "We fled," said Omar Haddad, 43, a baker. "We ran."
    """
    if not said:
        return None
    at = sheet.page.tokens[count.first].start
    k = bisect_right(said, at, key=START)
    around = [quote for quote in said[max(0, k - NEAR) : k] for part in quote.parts if part.start <= at < part.end]
    if not around:
        return None
    inner = min(around, key=lambda quote: quote.content.end - quote.content.start)
    return (inner.speaker, inner.cue or inner.content) if inner.speaker else None


def find(sheet: Sheet, count: Count, said: tuple[Quotation, ...]) -> None:
    """Settle who claims a figure."""
    ruling = SPEAKER.settle(sheet, count, said)
    if ruling is not None:
        count.speaker = ruling.value
        count.why.append(ruling.why)
