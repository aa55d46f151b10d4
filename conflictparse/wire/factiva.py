"""Factiva as text: a field of two letters at the head of a line, stories parted by a form feed or `Document XXX`.

    HD   Port shelled, 12 dead
    WC   512 words
    PD   15 October 2017
    SN   Agence France Presse
    LP   PORT MIRA, Oct 15 (AFP) - Gunners shelled …
    TD   The harbour …
    AN   Document AFPR000020171015edaf0012x

Without the codes the same fields follow one another, each on lines of its own: headline, byline, `512 words`, day, time, source, its code,
language, rights, the text.
"""
from typing import Iterator

from ..patterns import Match, pattern
from ..story import Story
from .reading.blocks import Blocks
from .reading.labels import Labelled, header, labelled
from .reading.text import clean, decode

CODES = "SE|HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|CT|RF|CO|IN|NS|RE|IPC|IPD|PUB|ART|CX|TX|CLM|AN"
LABEL = rf"(?m)^[ \t]*(?P<name>{CODES})(?:[ ]{{2,}}|[ ]?\t[ \t]*|[ \t]*$)"
TIGHT = r"(?m)^(?:(?P<name>SE|HD|BY|CR|WC|PD|ET|SN|SC|LA|CY|LP|TD|AN)(?:[ \t]+|$)|(?:CO|IN|NS|RE|IPC|IPD|PUB)[ \t]+\w+ : )"  # one blank behind the code


def read(raw: bytes, encoding: str | None = None) -> Iterator[Story]:
    """Each story with a headline or a text; what else an export holds, such as its search, is none."""
    said, name, guessed = decode(raw, encoding)
    said = said.replace("\r\n", "\n").replace("\f", "\n")
    starts = [match.start() for match in pattern(r"(?m)^[ \t]*(?:SE[ \t][^\n]*\n[ \t]*)?HD[ \t]").finditer(said)]
    for start, end in zip([0, *starts], [*starts, len(said)]):
        fields = _fields(clean(said[start:end]))
        if fields.fields.keys() & {"hd", "lp", "td"}:
            yield _story(fields, name, guessed)


BARE = r"(?m)^[ \t]*(?P<words>\d[\d,.]* words)[ \t]*\n\s*(?P<day>\d{1,2} [A-Z][a-z]+ \d{4})[ \t]*\n(?:\s*(?P<time>\d\d:\d\d(?: GMT)?)[ \t]*\n)?\s*(?P<source>[^\n]+)\n"
CODE = r"(?m)(?:[ \t]*\n)*[ \t]*(?P<code>[A-Z0-9]{2,8})[ \t]*$"
RIGHTS = r"(?mi)^[ \t]*(?:(?:copyright|\(c\)|©)[^\n]*(?:\n[^\n]+)?|(?:english|all rights reserved)[^\n]{0,10})[ \t]*$"
SECTION = r"(?<=\A[^\n]{1,25})\n(?=[^\n]{26,}\n)"  # on the line above the headline, which no export breaks
HEAD = 800  # characters below the number of words in which rights and language stand
NUMBER = r"(?m)^[ \t]*(Document [A-Z][A-Za-z0-9]{9,})[ \t]*$"


def _fields(part: str) -> Labelled:
    found = labelled(part, LABEL)
    found = found if "hd" in found.fields else labelled(part, TIGHT)
    bare = None if "hd" in found.fields else pattern(BARE).search(part)
    return Labelled("", _in_order(part, bare)) if bare else found


def _in_order(part: str, bare: Match) -> dict[str, str]:
    """The fields of a story without codes, by their order."""
    above = [" ".join(words.split()) for words in pattern(SECTION + r"|\n[ \t]*\n").split(part[: bare.start()].strip()) if words.strip()]
    by = above.pop() if len(above) > 1 and pattern(r"(?i)by\s|[\p{L} .,'’-]{4,50}$").match(above[-1]) and len(above[-1].split()) < 8 else ""
    code = pattern(CODE).match(part, bare.end())
    rights = list(pattern(RIGHTS).finditer(part, bare.end(), bare.end() + HEAD))
    number = pattern(NUMBER).search(part)
    body = part[rights[-1].end() if rights else code.end() if code else bare.end() : number.start() if number else len(part)]
    return {"hd": above[-1] if above else "", "se": above[0] if len(above) > 1 else "", "by": by, "wc": bare["words"], "pd": bare["day"], "et": bare["time"] or "",
            "sn": bare["source"], "sc": code["code"] if code else "", "lp": body, "an": number[1] if number else ""}


def _story(found: Labelled, encoding: str, guessed: bool) -> Story:
    blocks = Blocks()
    blocks.add(found.line("hd"), "headline")
    blocks.add(found.line("by"), "byline")
    for name in ("lp", "td", "tx"):
        blocks.add(found.fields.get(name, "").strip("\n").rstrip())
    number = (found.line("an") or "").removeprefix("Document ") or None
    sent = " ".join(filter(None, (found.line("pd"), found.line("et"))))
    head = header(found.line("sn"), number, found.line("wc"), sent, service=found.line("sc"), category=found.line("se"))
    return blocks.story("factiva", head, encoding, guessed)
