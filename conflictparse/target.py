"""Where the output goes: standard output, or a file that appears whole or not at all; and what an earlier run has put there."""
import json
import os
import stat
import sys
import time
from contextlib import contextmanager, suppress
from typing import IO, Iterator, TextIO

from .errors import UnreadableFile
from .report import Source

BLOCK = 65536  # bytes looked at together, from the end of a file
YOUNG = 60  # seconds; a younger part may just be opened, or about to take its place, and not be locked


@contextmanager
def opened(path: str | None, append: bool) -> Iterator[TextIO]:
    """The place to write to. A new file takes the place of an old one when all is written; pipes and devices are written to as they are."""
    if path is None or path == "-":
        yield sys.stdout
    elif append or os.path.exists(path) and not os.path.isfile(path):
        before = os.path.getsize(path) if os.path.isfile(path) else 0
        try:
            with open(path, "a", encoding="utf-8", newline="\n") as out:
                yield out
        except OSError:
            _without_half_a_line(path, before)
            raise
    else:
        with _replacing(os.path.realpath(path)) as out:
            yield out


@contextmanager
def _replacing(path: str) -> Iterator[TextIO]:
    """A file beside the one that is meant, which it replaces at the end; gone again if the end is not reached."""
    folder, name = os.path.split(path)
    _clear(folder, f".{name[:200]}.")
    part = os.path.join(folder, f".{name[:200]}.{os.getpid()}.part")
    try:
        with open(part, "w", encoding="utf-8", newline="\n") as out:
            _lock(out)
            if os.path.exists(path):
                os.chmod(part, stat.S_IMODE(os.stat(path).st_mode))
            yield out
            out.flush()
            os.fsync(out.fileno())
        os.replace(part, path)
    except BaseException:
        with suppress(FileNotFoundError):
            os.unlink(part)
        raise


def _clear(folder: str, start: str) -> None:
    """Take away what runs that were killed have left of a file: parts that are old and that no process holds."""
    with suppress(OSError):
        for name in os.listdir(folder):
            if name.startswith(start) and name.endswith(".part") and name[len(start) : -len(".part")].isdecimal():
                with suppress(OSError), open(os.path.join(folder, name), "r+b") as left:
                    if time.time() - os.fstat(left.fileno()).st_mtime > YOUNG and _lock(left):
                        os.unlink(left.name)


def _lock(handle: IO) -> bool:
    """Whether a file could be locked, for as long as it is open; where there are no locks, none can."""
    try:
        from fcntl import LOCK_EX, LOCK_NB, flock

        flock(handle, LOCK_EX | LOCK_NB)
    except (ImportError, OSError):
        return False
    return True


def _without_half_a_line(path: str, before: int) -> None:
    """What a full disk has left of a last line is taken away, which needs no room; what was there `before` stays."""
    if not os.path.isfile(path):
        return
    with suppress(OSError), open(path, "r+b") as handle:
        at, end = handle.seek(0, os.SEEK_END), 0
        while at > before and not end:
            at = max(0, at - BLOCK)
            handle.seek(at)
            end = handle.read(BLOCK).rfind(b"\n") + 1
        handle.truncate(max(before, at + end))


def holds(path: str | None) -> bool:
    """Whether there is anything to append to."""
    return path is not None and os.path.isfile(path) and os.path.getsize(path) > 0


def ended(path: str) -> bool:
    """Whether the last line of a file is a whole one."""
    with open(path, "rb") as handle:
        handle.seek(-1, os.SEEK_END)
        return handle.read(1) == b"\n"


class Done:
    """The stories of which a file holds the reports, by path, position and text. 12 bytes a story are kept, since there may be millions."""

    def __init__(self, path: str):
        """Read the reports of an earlier run; a last line that it could not finish is taken away. Raises UnreadableFile for what is no report."""
        self.keys: set[bytes] = set()
        with open(path, "r+b") as handle:
            size, line = 0, b""
            for number, line in enumerate(handle, 1):
                if not line.endswith(b"\n") and not _whole(line):
                    handle.truncate(size)
                    break
                self.keys.add(_key(*_source(path, number, line)))
                size += len(line)

    def __call__(self, source: Source) -> bool:
        return _key(source.path, source.story, source.sha256) in self.keys


def _whole(line: bytes) -> bool:
    """Whether a line is JSON to its end."""
    try:
        json.loads(line)
    except ValueError:
        return False
    return True


def _source(path: str, number: int, line: bytes) -> tuple[str, int, str]:
    """Path, position and checksum of the story whose report a line is; the rest of it need not be read."""
    try:
        report = line.decode()
        source, _ = json.JSONDecoder().raw_decode(report, report.index('"source":') + len('"source":'))
        return source["path"], source["story"], source["sha256"]
    except (ValueError, KeyError, TypeError):
        raise UnreadableFile(path, f"line {number} is no report, so what is done cannot be told") from None


def _key(path: str, story: int, sha256: str) -> bytes:
    from hashlib import blake2b  # 2 ms, for the few who ask

    return blake2b(f"{path}\0{story}\0{sha256}".encode("utf-8", "surrogatepass"), digest_size=12).digest()
