"""Rails: the lines at the head of an agency's text, between `^` and `<` or `=`, and what each of them is."""
from typing import NamedTuple

from ...patterns import pattern
from . import marks

CODES = "\x08\x11\x12\x13\x14"  # of type; they may stand before the rail
NOTE = r"""(?xi) \W* (?: eds\b | editors?['’]?s?\s+note | note\s+to\s+ed | ap\s+(?:photo|graphic|video|audio|news\s+digest) | (?:with\s+)?(?:photo|graphic)s?\b
    | for\s+(?:immediate\s+)?(?:release|use)\b | attention\b | code: | advisory\b | mandatory\b | trims\b | hold\s+for | embargo | \d+\s+takes?\b | an\s+ap\s+ | adv\d )"""
BY = r"(?i)(?:by|von|por|par)\s+\S"
DESK = r"(?i)(?:the )?(?:associated press|ap|reuters|canadian press|bloomberg|dpa|afp)\b|.{0,60}\b(?:writers?|correspondents?|staff|reporters?|editor)$"


class Rail(NamedTuple):
    """Some words of the head, on the lines `first` to `last`."""

    words: str
    first: int
    last: int
    role: str
    """`keywords`, `headline`, `byline`, `desk` (whose writer it is) or `note` (to editors)"""


def unrailed(text: str) -> tuple[list[str], list[Rail]]:
    """The lines without rail codes: `^` before a line of the head, and the `<` or `=` that closes it, there or some lines on."""
    lines, found, open_ = text.split("\n"), [], False
    for number, line in enumerate(lines):
        bare = line.lstrip(CODES)
        if bare.startswith("^"):
            line, open_ = bare[1:], True
            found.append([number, number])
        elif line[:1] in ("\t", " ", ""):
            open_ = False
        elif open_:
            found[-1][1] = number
        if open_ and line.rstrip()[-1:] in ("<", "="):
            line, open_ = pattern(r"@?[<=]\s*$").sub("", line), False
        lines[number] = line
    rails, roles = [], set()
    for first, last in found:
        words = " ".join(" ".join(lines[first : last + 1]).split()).strip(CODES)
        rails.append(Rail(words, first, last, _role(words, roles)))
        roles.add(rails[-1].role)
    return lines, rails


def _role(words: str, before: set[str]) -> str:
    """What a rail is, by its words and what stands before it."""
    if not before and (pattern(r",\s*\d{1,5}$").search(words) or pattern(r"(?:BC|AM|PM|AP)-").match(words) or marks.at_the_end(words)):
        return "keywords"
    if pattern(NOTE).match(words):
        return "note"
    if pattern(BY).match(words):
        return "byline"
    if "byline" in before and pattern(DESK).match(words):
        return "desk"
    return "headline" if not before & {"headline", "byline"} else "note"


def marked(text: str, rails: list[Rail]) -> tuple[dict[str, tuple[int, int]], list[tuple[int, int]]]:
    """Where headline and byline stand in the text, and what of its head is no prose."""
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    known: dict[str, tuple[int, int]] = {}
    aside = []
    for rail in rails:
        span = starts[rail.first], starts[rail.last] + len(lines[rail.last].rstrip())
        if span[0] >= span[1]:
            continue
        if rail.role in ("headline", "byline"):
            known.setdefault(rail.role, span)
        else:
            aside.append(span)
    return known, aside
