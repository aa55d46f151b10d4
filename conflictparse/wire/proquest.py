"""ProQuest as text: fields behind labels, stories between lines of 60 underscores.

    ____________________________________________________________
    Port shelled, 12 dead
    Author: Kolb, Mira
    Publication title: The Mira Courier
    Publication date: Oct 15, 2017
    Full text: PORT MIRA (AP) - Gunners shelled …
    ProQuest document ID: 1951234567
"""
from typing import Iterator

from ..patterns import pattern
from ..story import Story
from .reading.blocks import Blocks
from .reading.labels import Labelled, header, labelled
from .reading.text import clean, decode

BREAK = r"(?m)^[ \t]*_{40,}[ \t]*$"
LABEL = r"""(?mx) ^ [ \t]* (?P<name> Title | Author | Authors | Publication[ ](?:title|date|year|subject|info) | Full[ ]text | Abstract(?:[ ]\(summary\))? | Dateline
    | (?:ProQuest[ ])?[Dd]ocument[ ](?:ID|URL|type|feature) | Source(?:[ ](?:type|attribution))? | Language(?:[ ]of[ ]publication)? | Place[ ]of[ ]publication | Country[ ]of[ ]publication
    | Copyright | Database | Subject | Location | Section | ISSN | e-ISSN | Pages | First[ ]page | Publisher | Links | Last[ ]updated | People | Company(?:[ ]/[ ]organization)?
    | Credit | Word[ ]count | Column | Volume | Issue | Number[ ]of[ ]pages | Identifier[ ]/[ ]keyword | Classification | Accession[ ]number | Correspondence[ ]author ) : [ \t]*"""


def read(raw: bytes, encoding: str | None = None) -> Iterator[Story]:
    """Each document with a text or a title; what else an export holds, such as its search, is none."""
    said, name, guessed = decode(raw, encoding)
    for part in pattern(BREAK).split(clean(said)):
        fields = labelled(part, LABEL)
        if fields.fields.keys() & {"title", "full text", "publication title"}:
            yield _story(fields, name, guessed)


def _story(found: Labelled, encoding: str, guessed: bool) -> Story:
    """Title, author and text; where the text is not in the export, its abstract."""
    body = next((words for name in ("full text", "abstract", "abstract (summary)") if (words := found.fields.get(name, "").strip())), "")
    title = found.line("title") or next((" ".join(line.split()) for line in found.before.split("\n") if line.strip()), None)
    title = pattern(r"^Document \d+ of \d+\s*").sub("", title or "") or None
    blocks = Blocks()
    blocks.add(title, "headline")
    blocks.add(found.line("author", "authors"), "byline")
    blocks.add_place(found.line("dateline"), body)
    blocks.add(body)
    head = header(found.line("publication title", "source attribution"), found.line("proquest document id", "document id", "accession number"), found.line("word count"),
                  found.line("publication date"), category=found.line("section"))
    return blocks.story("proquest", head, encoding, guessed)
