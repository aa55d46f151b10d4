"""Bytes to text: the ladder of encodings, line ends, byte-order marks, what is no text."""
import pytest

from conflictparse.errors import Malformed
from conflictparse.wire import recognise, stories

STORY = "BEIRUT – “At least 12 people” died in Mossoró.\n"
CASES = [
    (STORY.encode(), STORY, "utf-8", None),
    (b"\xef\xbb\xbf" + STORY.encode(), STORY, "utf-8", None),
    (STORY.encode("utf-16"), STORY, "utf-16", None),
    ("Beirut: 12 killed.".encode("utf-16-le"), "Beirut: 12 killed.", "utf-16", "encoding_guessed"),
    (STORY.encode("cp1252"), STORY, "cp1252", "encoding_guessed"),
    ("Mossoró\x81\n".encode("latin-1"), "Mossoró\n", "latin-1", "encoding_guessed"),
    (b"one\r\ntwo\rthree\n", "one\ntwo\nthree\n", "utf-8", None),
    (b"a\x1b[31mb\x07c\td", "a[31mbc\td", "utf-8", None),
    (b"", "", "utf-8", "empty"),
    (b"\n", "\n", "utf-8", "empty"),
    (b"\r\n  \t", "\n  \t", "utf-8", "empty"),
]
PICTURE = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"


@pytest.mark.parametrize("raw, text, encoding, warning", CASES, ids=[str(case[0][:20]) for case in CASES])
def test_text(raw, text, encoding, warning):
    (story,) = stories(raw)
    assert (story.text, story.source.encoding) == (text, encoding)
    assert [found.code for found in story.warnings] == ([warning] if warning else [])


@pytest.mark.parametrize("raw", [PICTURE, b"\xff\xd8\xff\xe0", b"%PDF-1.4", b"PK\x03\x04", b"abc\x00def", b"\x7fELF\x02"])
def test_what_is_no_text_is_refused(raw):
    with pytest.raises(Malformed, match="not text"):
        list(stories(raw))


def test_plain_takes_what_is_left():
    assert recognise(STORY.encode()) == recognise(b"") == recognise(b"\x00\x01") == "plain"
