"""ninjs 1 to 3, the IPTC's news in JSON, and what is near to it: Superdesk's, the AP Media API's.

    {"uri": "urn:…", "versioncreated": "2017-10-15T14:30:00Z", "urgency": 3, "slugline": "KOLBIA-PORT", "version": "2",
     "headline": "Port shelled", "byline": "By Mira Kolb", "located": "Port Mira", "body_html": "<p>PORT MIRA (AP) — …</p>"}

Version 3 has lists in the place of `headline` and `body_html`: `headlines`, `bodies`.
"""
from typing import Any, Iterator

from ..errors import Malformed
from ..report import Header, Version
from ..story import Story
from .reading import marks
from .reading.blocks import Blocks
from .reading.fields import TEXT, Fields, pick
from .reading.records import add_body, articles, parsed
from .reading.text import decode
from .reading.times import iso

NO_TEXT = frozenset(("picture", "graphic", "video", "audio", "composite", "package", "component"))


def read(raw: bytes, encoding: str | None = None, fields: Fields = Fields()) -> Iterator[Story]:
    """Each item that has a text. Raises Malformed where none has, or the JSON is broken."""
    text, name, guessed = decode(raw, encoding)
    items = [item for item in articles(parsed(text), fields) if isinstance(item, dict)]
    texts = [item for item in items if item.get("type") not in NO_TEXT or _body(item)]
    if not texts:
        raise Malformed("no text in it" if items else "no ninjs item")
    for item in texts:
        yield story(item, fields, name, guessed)


def story(item: dict, fields: Fields, encoding: str, guessed: bool) -> Story:
    """The story of one item; where it has no body, its headline and its description are all there is."""
    blocks = Blocks()
    blocks.add(_words(item, "headline", "headlines", "title"), "headline")
    blocks.add(_words(item, "byline", "bylines", "by"), "byline")
    body = pick(item, fields.text) if fields.text else _body(item) or _words(item, "description_text", "descriptions", "abstract")
    place, later = _located(item), Blocks()
    blocks.add_place(place, add_body(later, body if isinstance(body, str) else ""))
    add_body(blocks, body if isinstance(body, str) else "")
    return blocks.story("ninjs", _header(item, fields), encoding, guessed)


def _body(item: dict) -> str | None:
    """The body, in paragraphs where there is a choice."""
    plain, marked = item.get("body_text"), next((item[key] for key in ("body_html", "body_xhtml", "body_nitf") if isinstance(item.get(key), str) and item[key]), None)
    if isinstance(plain, str) and plain.strip() and ("\n" in plain.strip() or not marked):
        return plain
    usual = pick(item, None, TEXT)
    return marked or _listed(item.get("bodies"), "text/plain") or _listed(item.get("bodies"), "") or (usual if isinstance(usual, str) else None)


def _listed(values: Any, kind: str) -> str | None:
    """The first value in a list of ninjs 3, of this type of content."""
    for value in values if isinstance(values, list) else ():
        if isinstance(value, str) and value:
            return value
        if isinstance(value, dict) and kind in str(value.get("contentType") or value.get("contenttype") or ""):
            words = pick(value, None, ("value", "text", "by", "name"))
            if isinstance(words, str):
                return words
    return None


def _words(item: dict, *names: str) -> str | None:
    """What stands under the first of some names, in one line."""
    for name in names:
        said = item.get(name)
        words = said if isinstance(said, str) else _listed(said, "")
        if words and words.strip():
            return " ".join(words.split())
    return None


def _located(item: dict) -> str | None:
    """Where the story was filed."""
    located = item.get("located") or pick(item, "dateline.text") or pick(item, "dateline.located.city") or pick(item, "datelinelocation.city")
    if not located and isinstance(item.get("place"), list):
        located = _listed([place for place in item["place"] if isinstance(place, dict) and place.get("rel") in ("located", "dateline", "origin")], "")
    return located if isinstance(located, str) else None


def _header(item: dict, fields: Fields) -> Header:
    """What the item says beside its text."""
    keywords = item.get("keywords") if isinstance(item.get("keywords"), list) else []
    number = pick(item, fields.id, ("uri", "guid", "id", "itemid"))
    return Header(
        agency=_words(item, "source", "provider", "copyrightholder", "copyrightHolder", "infosource"), service=_coded(item.get("service")),
        number=str(number) if isinstance(number, str | int) else None,
        priority=next((str(item[key]) for key in ("urgency", "priority") if isinstance(item.get(key), int | str) and item[key] != ""), None),
        category=_coded(item.get("anpa_category")), slug=_words(item, "slugline", "slug"),
        keywords=tuple(word for word in keywords if isinstance(word, str) and word), version=_version(item),
        words=next((item[key] for key in ("wordcount", "word_count") if isinstance(item.get(key), int)), None) or _counted(item.get("bodies")),
        sent=iso(pick(item, fields.date, ("versioncreated", "versionCreated", "firstcreated", "firstCreated", "contentcreated", "contentCreated"))),
    )


def _coded(values: Any) -> str | None:
    """The code, or else the name, of the first of some categories."""
    first = values[0] if isinstance(values, list) and values else values
    code = pick(first, None, ("qcode", "code", "name")) if isinstance(first, dict) else first
    return code if isinstance(code, str) else None


def _counted(bodies: Any) -> int | None:
    """The number of words of the first body of ninjs 3."""
    counts = (pick(body, None, ("wordcount", "wordCount")) for body in bodies if isinstance(body, dict)) if isinstance(bodies, list) else ()
    return next((count for count in counts if isinstance(count, int)), None)


def _version(item: dict) -> Version | None:
    """Withdrawn, or a mark behind the slug, or the number of the version."""
    status = str(item.get("pubstatus") or item.get("pubStatus") or "").lower()
    return marks.withdrawn(status) or marks.at_the_end(_words(item, "slugline", "slug")) or marks.revision(item.get("version"))
