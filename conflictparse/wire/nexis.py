"""LexisNexis and Nexis Uni as text: many stories a file, their fields behind labels.

                                    1 of 20 DOCUMENTS
                                  Agence France Presse
                         October 15, 2017 Sunday 3:14 PM GMT
    HEADLINE: Port shelled, 12 dead
    LENGTH: 512 words
    BODY: …
    LOAD-DATE: October 15, 2017

Nexis Uni gives RTF and DOCX only; `pandoc -t plain` makes text of them, with `Length: 512 words`, `Body` and `End of Document`.
"""
import re
from typing import Iterator

from ..story import Story
from .reading.blocks import Blocks
from .reading.labels import Labelled, header, labelled
from .reading.text import clean, decode
from .reading.times import iso

BREAK = r"(?mi)^[ \t]*(?:(?:(?:document|dokument) )?\d{1,5} (?:of|von|de|sur) \d{1,5}(?: documents?| dokumente?n?)?|end of document)[ \t]*$"
LABEL = r"""(?mix) ^ [ \t]{0,6} (?P<name> headline | byline | dateline | section | length | body (?! : )(?= [ \t]* \n) | body (?= : ) | load-date | language | publication-type
    | graphic | highlight | series | acc-no | journal-code | document-type | subject | geographic | organization | company | person | category | edition
    | correction-date | notes | classification (?= :? [ \t]* \n) ) (?: : | (?<= body | tion ) ) [ \t]*"""
AFTER = ("load-date", "language", "publication-type", "graphic", "acc-no", "journal-code", "document-type", "subject", "classification", "correction-date", "notes")
RIGHTS = r"(?mi)^[ \t]*(?:copyright|\(c\)|©)[ \t][^\n]{0,80}\b\d{4}\b[^\n]*$|^[ \t]*all rights reserved\.?[ \t]*$"


def read(raw: bytes, encoding: str | None = None) -> Iterator[Story]:
    """Each document; what else an export holds, such as its search, is none."""
    said, name, guessed = decode(raw, encoding)
    for document in re.split(BREAK, clean(said)):
        found = labelled(document, LABEL)
        if found.fields.keys() & {"length", "headline", "body", "load-date", "dateline"}:
            yield _story(found, name, guessed)


def _story(found: Labelled, encoding: str, guessed: bool) -> Story:
    """Headline, byline, dateline and body; what stands above the labels is source, date and, in some exports, the headline."""
    top = [line for part in found.before.split("\n") if (line := " ".join(part.split())) and not re.match(RIGHTS, line)]
    day = next((line for line in top if len(line) < 80 and re.search(r"\d{4}", line) and iso(line)), None)
    names = [line for line in top if line != day]
    dated = top.index(day) if day else len(top)
    source = names[dated - 1] if 0 < dated <= len(names) else None
    headline = found.line("headline") or next((line for line in names if line != source), None)
    blocks, body = Blocks(), _body(found)
    blocks.add(headline, "headline")
    blocks.add(found.line("byline"), "byline")
    blocks.add_place(found.line("dateline"), body.strip())
    blocks.add(body)
    head = header(source, found.line("acc-no"), found.line("length"), day or found.line("load-date"), category=found.line("section"))
    return blocks.story("nexis", head, encoding, guessed)


def _body(found: Labelled) -> str:
    """The text under BODY; where there is no such label, what stands below the last label of the head."""
    body = found.fields.get("body")
    if body is None:
        heads = [words for name, words in found.fields.items() if name not in AFTER]
        last = heads[-1] if heads else ""
        body = last[gap.end() :] if (gap := re.search(r"\n[ \t]*\n", last)) else ""
    rights = re.search(RIGHTS, body[-600:])
    return body[: len(body) - len(body[-600:]) + rights.start()].rstrip() if rights else body.rstrip()
