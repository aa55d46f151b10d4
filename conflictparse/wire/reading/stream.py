"""Bytes as they come: unpacked, bounded, and cut where a story ends, so that a feed need not end before its stories are read."""
import os
import select
import stat
from importlib import import_module
from typing import BinaryIO, Iterator

from ...errors import Malformed
from ...patterns import Match, pattern

CHUNK = 1 << 16
LARGEST_STORY = 8 << 20  # bytes; what has no end by then is no story, and is passed over
LARGEST_FILE = 64 << 20  # bytes unpacked, of a file that must be read as a whole
TRAILER = 100  # bytes that may still belong to a story after the mark of its end
PATIENCE = 0.3  # seconds that a feed is given to send them
ARRIVED = rb"(?s)\x03|\x04|\bNNNN\b|\A\s*\{.*\}[ \t\r]*\n"  # so much of a feed is enough to tell its format
PACKED = ((b"\x1f\x8b", "gzip"), (b"BZh", "bz2"), (b"\xfd7zXZ\x00", "lzma"))


class Feed:
    """A file, a pipe or a feed that never ends, read on only as far as is asked for. Packed files are told by their first bytes.

    Raises Malformed where what is packed is broken, OSError where the file cannot be read.
    """

    def __init__(self, handle: BinaryIO):
        self.handle, self.packed = _unpacked(handle)
        self.kept, self.ended = b"", False
        self.live = not self.packed and _may_pause(handle)

    def head(self, size: int) -> bytes:
        """The first bytes, which stay to be read; of a feed perhaps fewer, if its first story is there already."""
        while len(self.kept) < size and not self.ended and not (self.live and pattern(ARRIVED).search(self.kept)):
            self._more()
        return self.kept[:size]

    def whole(self) -> bytes:
        """All of it. Raises Malformed where that is too much."""
        chunks, size = [self.kept], len(self.kept)
        while not self.ended:
            self.kept = b""
            self._more()
            chunks.append(self.kept)
            size += len(self.kept)
            if size > LARGEST_FILE:
                raise Malformed(f"more than {LARGEST_FILE >> 20} MiB in one piece")
        return b"".join(chunks)

    def pieces(self, ends: bytes) -> Iterator[bytes | None]:
        """What stands between the matches of a pattern, those included, as soon as each is there; None for what is too large.

        Raises Malformed where what is packed goes on and on without an end.
        """
        end, start, seen, large, passed = pattern(ends), 0, 0, False, 0
        while True:
            match = end.search(self.kept, seen)
            if match and self._settled(match):
                yield None if large else self.kept[start : match.end()]
                start = seen = match.end()
                large, passed = False, 0
            elif self.ended:
                break
            else:
                seen = max(start, len(self.kept) - 4 * TRAILER if match is None else match.start())
                large = large or len(self.kept) - start > LARGEST_STORY
                passed, start = (passed + seen - start, seen) if large else (0, start)
                if self.packed and passed > LARGEST_FILE:
                    raise Malformed(f"more than {LARGEST_FILE >> 20} MiB in one piece")
                self.kept, start, seen = self.kept[start:], 0, seen - start
                self._more()
        if large or self.kept[start:]:
            yield None if large else self.kept[start:]

    def _settled(self, match: Match) -> bool:
        """Whether all of a story is there: its last line, or more than may belong to it, or the feed pauses."""
        sure = self.kept[match.end() - 1 : match.end()] in (b"\n", b"\x04") or len(self.kept) - match.end() > TRAILER
        return sure or self.ended or self.live and not select.select([self.handle], [], [], PATIENCE)[0]

    def _more(self) -> None:
        """Read on: what is there, if only a little."""
        try:
            chunk = self.handle.read1(CHUNK)
        except Exception as error:  # of three modules, each with its own
            if self.packed:
                raise Malformed(f"broken {self.packed} data") from error
            raise
        self.kept, self.ended = self.kept + chunk, not chunk


def _unpacked(handle: BinaryIO) -> tuple[BinaryIO, str | None]:
    """What a packed file holds, and by which module it is unpacked."""
    first = handle.peek(6) if hasattr(handle, "peek") else handle.getvalue()[:6]
    for magic, module in PACKED:
        if first.startswith(magic):
            return import_module(module).open(handle), module
    return handle, None


def _may_pause(handle: BinaryIO) -> bool:
    """Whether this is a pipe or a terminal, which can be asked whether something has come."""
    try:
        return os.name == "posix" and not stat.S_ISREG(os.fstat(handle.fileno()).st_mode)
    except (OSError, AttributeError):
        return False
