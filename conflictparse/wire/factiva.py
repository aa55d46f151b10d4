"""Factiva as text: a field of two letters at the head of a line, stories parted by a form feed or `Document XXX`.

    HD   Port shelled, 12 dead
    WC   512 words
    PD   15 October 2017
    SN   Agence France Presse
    LP   PORT MIRA, Oct 15 (AFP) - Gunners shelled …
    TD   The harbour …
    AN   Document AFPR000020171015edaf0012x
"""
from typing import Iterator

from ..patterns import pattern
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


def _fields(part: str) -> Labelled:
    found = labelled(part, LABEL)
    return found if "hd" in found.fields else labelled(part, TIGHT)


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
