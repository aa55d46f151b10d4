"""What arrives broken: a file cut at every byte, and thousands changed at random, is read or gives one clear line."""
import random
import time
from pathlib import Path

import pytest
from fuzz.inputs import broken

from conflictparse import desk, wire
from conflictparse.errors import Malformed

FILES = sorted(path for path in (Path(__file__).parent / "fixtures").iterdir() if not path.name.startswith((".", "expected")))
RAW = [path.read_bytes() for path in FILES]
NOISE = (b"\x01", b"\x02", b"\x03", b"\x00", b"\x16\x16\x01", b"<", b"&", b"{", b'"', b"\xff", b"=", b"\n\n", b"<!ENTITY", b"^", b"NNNN", b"<p>")
MUTATIONS = 2000


def read(raw: bytes, format: str | None = None) -> list:
    """The stories of some bytes; each offset that the format marks lies within its text, each complaint is one line."""
    lost = []
    found = list(wire.stories(raw, format, lost=lambda error: lost.append(str(error))))
    assert all(line and "\n" not in line for line in lost)
    for story in found:
        assert all(0 <= start < end <= len(story.text) for start, end in (*story.known.values(), *story.aside))
    assert found or lost, "neither a story nor a word about it"
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_cut_at_every_byte(path):
    raw = path.read_bytes()
    for end in range(len(raw)):
        try:
            read(raw[:end])
        except Malformed as error:  # packed data, which breaks before any story is seen
            assert path.suffix == ".gz" and str(error) == "broken gzip data"


def test_mutated_files():
    chance = random.Random(7901)
    for number in range(MUTATIONS):
        raw = broken(chance, RAW, NOISE, chance.randint(1, 8))
        try:
            found = read(raw)
        except Malformed as error:
            assert str(error) in ("broken gzip data", "not text", "not text (NUL bytes in the first 8 KiB)")
            continue
        for story in found if number % 20 == 0 else ():
            desk.read(story)


def test_every_reader_is_given_every_file():
    for form in wire.FORMATS:
        for raw in RAW:
            try:
                read(raw, form.name)
            except Malformed:
                pass


@pytest.mark.parametrize("form", wire.FORMATS, ids=lambda form: form.name)
@pytest.mark.parametrize("piece", [b"<p", b"<!--", b"^x\n", b"\n", b" ", b"HD  x\n", b"&", b"<DOC ", b"a=\n", b"\x01", b"<![CDATA[", b"LENGTH: 5 words\n", b"_", b"a/", b"1ST LEAD\n", b"From: x\n", b"12 words\n", b"A - May 1, 2011\n"])
def test_no_reader_is_quadratic(form, piece):
    """Were one, these would take minutes."""
    raw = piece * (100_000 // len(piece))
    started = time.process_time()
    for whole in (raw, b'{"text": "<p>' + raw.replace(b"\n", b" ").replace(b"\x01", b" ") + b'"}'):
        try:
            read(whole, form.name)
        except Malformed:
            pass
    assert time.process_time() - started < 8
