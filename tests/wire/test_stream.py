"""Bytes as they come: packed, in pieces of any size, from a feed that does not end, and more of them than there is memory for."""
import bz2
import gzip
import io
import json
import lzma
import os
import subprocess
import sys
from pathlib import Path

import pytest

from conflictparse.errors import Malformed
from conflictparse.wire import stories
from conflictparse.wire.reading import stream

FOLDER = Path(__file__).parent / "fixtures"
LINE = b'{"text": "BEIRUT (Reuters) - Rain fell on 3 towns."}\n'
MESSAGE = b"ZCZC KNA0123 4 POL\nKOLBIA-PORT\nRain falls\nBEIRUT (KNA) -- Rain fell on 3 towns.\nNNNN\n"
ANPA, IPTC = ((FOLDER / name).read_bytes() for name in ("anpa_ap.anpa", "iptc7901_lead.iptc"))


class Dribble(io.BytesIO):
    """A file that gives a few bytes at a time."""

    def __init__(self, raw: bytes, size: int):
        super().__init__(raw)
        self.size = size

    def read1(self, size=-1):
        return super().read1(min(size, self.size))


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_packed_files_are_told_by_their_first_bytes(pack):
    assert [story.text for story in stories(pack(LINE * 3))] == ["BEIRUT (Reuters) - Rain fell on 3 towns."] * 3
    with pytest.raises(Malformed, match="^broken (gzip|bz2|lzma) data$"):
        list(stories(pack(os.urandom(5000).hex().encode())[:-40]))


def test_what_stands_before_the_break_of_a_packed_file_is_read():
    raw, found = gzip.compress(b"".join(b'{"text": "%d %s"}\n' % (n, os.urandom(20).hex().encode()) for n in range(9000)))[:-5000], []
    with pytest.raises(Malformed):
        for story in stories(raw):
            found.append(story)
    assert len(found) > 1000


@pytest.mark.parametrize("size", [1, 7, 100, 1000])
@pytest.mark.parametrize("raw", [LINE * 5, MESSAGE * 5, ANPA * 5, IPTC * 5, (FOLDER / "sgml_reuters.sgm").read_bytes() * 3,
                                 (FOLDER / "nexis_academic.txt").read_bytes(), (FOLDER / "factiva_two.txt").read_bytes()], ids=lambda raw: str(raw[:9]))
def test_stories_do_not_depend_on_how_their_bytes_arrive(raw, size):
    assert list(stories(Dribble(raw, size))) == list(stories(raw))


def test_a_file_is_not_read_as_a_whole(monkeypatch):
    """After the first story of a large file little more than a chunk has been read."""
    handle = io.BytesIO(LINE * 100_000)
    next(stories(handle))
    assert handle.tell() <= 2 * stream.CHUNK


def test_what_is_too_large_is_passed_over_and_the_rest_is_read(monkeypatch):
    monkeypatch.setattr(stream, "LARGEST_STORY", 100_000)
    lost = []
    found = list(stories(LINE + b'{"text": "' + b"a" * 1_000_000 + b'"}\n' + LINE, lost=lambda error: lost.append(str(error))))
    assert (len(found), lost) == (2, ["line 2: too large for a story"])


@pytest.mark.parametrize("first, second", [
    (LINE, LINE), (MESSAGE, MESSAGE), (MESSAGE[:-1], b"\n" + MESSAGE), (ANPA, ANPA), (IPTC, IPTC),
    (IPTC.partition(b"\x03")[0] + b"\x03", IPTC), (ANPA.partition(b"\x03")[0] + b"\x04", ANPA),
], ids=["line", "NNNN", "NNNN without a line end", "AP", "IPTC", "ETX", "EOT"])
def test_a_story_of_a_feed_comes_out_when_it_ends_not_when_the_feed_does(first, second):
    process = subprocess.Popen([sys.executable, "-m", "conflictparse", "-j"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    for number, raw in enumerate((first, second)):
        process.stdin.write(raw)
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["source"]["story"] == number
    process.stdin.close()
    assert process.stdout.read() == b"" and process.wait(timeout=30) == 0


def test_readers_and_what_they_need_are_loaded_when_their_format_is_seen():
    code = "import sys; from conflictparse.wire import stories; list(stories(b'Rain fell.')); print([name for name in ('json', 'xml', 'gzip', 'html') if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60).stdout == "[]\n"
