"""Messages: mail, mailing lists and Usenet, as RFC 822 writes them; a mailbox holds several.

    From: C-upi@example.net (UPI)
    Newsgroups: wire.world.africa
    Subject: Gunners shell port
    Date: Sat, 5 Jun 93 13:35:12 PDT
    Slugword: kolbia-port
    ANPA: Wc: 320/287; Id: z4671; Src: upi; V: 2ndld          (ClariNet's line of what the wire's own said)

            PORT MIRA, Kolbia (UPI) -- Gunners shelled …
"""
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from typing import Iterator

from ..errors import Malformed
from ..patterns import pattern
from ..report import Header
from ..story import Story
from .reading import marks
from .reading.blocks import Blocks
from .reading.markup import of_html
from .reading.text import clean, decode
from .reading.times import iso

MAILBOX = rb"\A\s*From [^\n]*\n"
ANSWERED = r"(?i)^(?:\s*(?:re|fwd?|aw|tr)\s*:|\s*\[[^\]\n]{1,40}\])+\s*"  # before a subject: Re:, [list]
SAID = r"(?i)\b{}:\s*([^;\s]+)"
ZONE = r"\s*\([^()]*\)\s*$"
SIGNATURE, LINES = r"\n-- ?\n", 12  # behind two hyphens on a line; longer than so many lines it is none


def read(raw: bytes, encoding: str | None = None) -> Iterator[Story]:
    """The story of one message. Raises Malformed where it has no head."""
    mail = BytesParser().parsebytes(pattern(MAILBOX).sub(b"", raw.lstrip().replace(b"\0", b""), 1))
    if not mail.keys():
        raise Malformed("a message without a head")
    part = _part(mail)
    said, name, guessed = _text(part, encoding)
    said = clean(said).strip("\n")
    text, *signature = pattern(SIGNATURE).split(said)
    text = said if "\n".join(signature).count("\n") > LINES else text
    blocks, subject = Blocks(), pattern(ANSWERED).sub("", _line(mail, "Subject"))
    if not _again(subject, text):
        blocks.add(subject, "headline")
    for words, table in of_html(text) if part.get_content_type() == "text/html" else [(text, False)]:
        blocks.add_table(words) if table else blocks.add(words)
    yield blocks.story("message", _header(mail), name, guessed)


def _part(mail: Message) -> Message:
    """The part that holds the text: plain, if there is such a one, else HTML."""
    parts = [part for part in mail.walk() if part.get_content_type() in ("text/plain", "text/html")]
    return min(parts, key=lambda part: part.get_content_type() != "text/plain", default=mail)


def _text(part: Message, encoding: str | None) -> tuple[str, str, bool]:
    """The text of a part in the encoding that it names, if it can be."""
    payload = part.get_payload(decode=True) if not part.is_multipart() else b""
    payload = payload if isinstance(payload, bytes) else b""
    named = part.get_content_charset()
    try:
        return decode(payload, encoding or (named if named and named != "us-ascii" else None))
    except Malformed:
        return decode(payload)


def _line(mail: Message, name: str) -> str:
    """A line of the head, in one, its foreign letters decoded; empty where it is not there."""
    words = str(mail.get(name, ""))
    try:
        words = str(make_header(decode_header(words))) if "=?" in words else words
    except (LookupError, ValueError):
        pass
    return " ".join(clean(words.encode("utf-8", "replace").decode("utf-8")).split())


def _again(subject: str, text: str) -> bool:
    """Whether the first line of the text says the subject again."""
    first = next((line for line in text.split("\n") if line.strip()), "")
    bare = [pattern(r"\W+").sub(" ", words).casefold().strip() for words in (subject, first)]
    return not bare[0] or bool(bare[1]) and (bare[1] in bare[0] or bare[0] in bare[1])


def _header(mail: Message) -> Header:
    """What the head says; ClariNet keeps there what the wire said."""
    wire = _line(mail, "ANPA")
    said = {name: match[1] for name in ("Wc", "Src", "V") if (match := pattern(SAID.format(name)).search(wire))}
    words = pattern(r"\d{1,5}").match(said.get("Wc", ""))
    slug = _line(mail, "Slugword") or None
    return Header(
        agency=said["Src"].upper() if "Src" in said else None, number=_line(mail, "Message-ID").strip("<>") or None, priority=_line(mail, "Priority") or None,
        category=_line(mail, "ACategory") or None, slug=slug, version=marks.of(said["V"]) if "V" in said and marks.wholly(said["V"].partition("-")[0]) else None,
        keywords=tuple(word for word in pattern(r"\s*[,;]\s*").split(_line(mail, "Keywords")) if word), words=int(words[0]) if words else None,
        sent=iso(pattern(ZONE).sub("", _line(mail, "Date"))),
    )
