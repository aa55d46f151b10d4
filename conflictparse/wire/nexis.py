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
from typing import Iterator

from ..patterns import pattern
from ..story import Story
from .reading.blocks import Blocks
from .reading.labels import Labelled, header, labelled
from .reading.text import clean, decode
from .reading.times import iso

BREAK = r"(?mi)^[ \t]*(?:(?:(?:document|dokument) )?\d{1,5} (?:of|von|de|sur) \d{1,5}(?: documents?| dokumente?n?)?|end of document)[ \t]*$"
LABEL = r"""(?mix) ^ [ \t]{0,6} (?P<name> headline | byline | dateline | section | length | body (?! : )(?= [ \t]* \n) | body (?= : ) | load-date | language | publication-type
    | graphic | highlight | series | acc-no | journal-code | document-type | subject | geographic | organization | company | person | category | edition
    | correction-date | notes | url | classification (?= :? [ \t]* \n) ) (?: : | (?<= body | tion ) ) [ \t]*"""
AFTER = ("load-date", "language", "publication-type", "graphic", "acc-no", "journal-code", "document-type", "subject", "classification", "correction-date", "notes", "url")
PAGE = r"Page \d+(?: of \d+.*)?"
CYCLE = r",? (?:AM|PM|BC) cycle$|,? (?:Late |Early |Final |First |National |City |Metro )?(?:Edition|Edn)\b.*$"
TERMS = r"(?i).{0,300}\b(?:may not be (?:republished|reproduced|redistributed)|materials? in the .{2,40} file)\b"
RIGHTS = r"(?mi)^[ \t]*(?:copyright|\(c\)|©)[ \t][^\n]{0,80}\b\d{4}\b[^\n]*$|^[ \t]*all rights reserved\.?[ \t]*$"


def read(raw: bytes, encoding: str | None = None) -> Iterator[Story]:
    """Each document; what else an export holds, such as its search, is none."""
    said, name, guessed = decode(raw, encoding)
    for document in pattern(BREAK).split(clean(said)):
        found = labelled(document, LABEL)
        if found.fields.keys() & {"length", "headline", "body", "load-date", "dateline"}:
            yield _story(found, name, guessed)


def _story(found: Labelled, encoding: str, guessed: bool) -> Story:
    """Headline, byline, dateline and body."""
    headline, source, day = _top(found.before)
    blocks, body = Blocks(), _body(found)
    blocks.add(found.line("headline") or headline, "headline")
    blocks.add(found.line("byline"), "byline")
    blocks.add_place(found.line("dateline"), body.strip())
    blocks.add(body)
    head = header(source, found.line("acc-no"), found.line("length"), day or found.line("load-date"), category=found.line("section"))
    return blocks.story("nexis", head, encoding, guessed)


def _top(words: str) -> tuple[str | None, str | None, str | None]:
    """What stands above the labels: headline, source and date, or, in other exports, source, date with edition, headline."""
    paragraphs = [part.split("\n") for part in pattern(r"\n[ \t]*\n").split(pattern(RIGHTS).sub("", words)) if part.strip()]
    lines = [[" ".join(line.split()) for line in part if line.strip() and not pattern(PAGE).fullmatch(line.strip())] for part in paragraphs]
    lines = [one for part in lines if part and not pattern(TERMS).match(" ".join(part)) for one in ([[line] for line in part] if any(map(_day, part[1:])) else [part])]
    dated = next((n for n, part in enumerate(lines) if _day(part[0])), None)
    if dated is None:
        return " ".join(lines[0]) if lines else None, None, None
    headline = lines[-1] if dated + 1 < len(lines) else lines[0] if dated > 1 else []
    return " ".join(headline) or None, " ".join(lines[dated - 1]) if dated else None, _day(lines[dated][0])


def _day(line: str) -> str | None:
    """The day that a line holds, without the cycle or the edition behind it."""
    bare = pattern(CYCLE).sub("", line)
    return bare if len(bare) < 80 and pattern(r"\d{4}").search(bare) and iso(bare) else None


def _body(found: Labelled) -> str:
    """The text under BODY; where there is no such label, what stands below the last label of the head."""
    body = found.fields.get("body")
    if body is None:
        heads = [words for name, words in found.fields.items() if name not in AFTER]
        last = heads[-1] if heads else ""
        body = last[gap.end() :] if (gap := pattern(r"\n[ \t]*\n").search(last)) else ""
    rights = pattern(RIGHTS).search(body[-600:])
    return body[: len(body) - len(body[-600:]) + rights.start()].rstrip() if rights else body.rstrip()
