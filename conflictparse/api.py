"""What we promise to programs: parse a text, a file, many files."""
import sys
from datetime import date
from pathlib import Path
from typing import Callable, Iterable, Iterator

from . import desk, wire
from .errors import Malformed, UnreadableFile
from .report import Report
from .story import Story


def parse(text: str, *, reference: date | None = None) -> Report:
    """The report of one story. Control characters are dropped and line ends made \\n; offsets count in `report.text`."""
    from .wire.text import clean

    return desk.read(Story(clean(text)).at("-", 0), reference)


def parse_file(path: str | Path, *, format: str | None = None, encoding: str | None = None, reference: date | None = None) -> list[Report]:
    """The reports of the stories in one file, `-` for standard input. Raises UnreadableFile."""
    return list(_reports(str(path), format, encoding, reference))


def iter_reports(paths: Iterable[str | Path], *, format: str | None = None, encoding: str | None = None,
                 reference: date | None = None, lost: Callable[[UnreadableFile], None] | None = None) -> Iterator[Report]:
    """The reports of many files, in order. With `lost`, a file that cannot be read is handed to it and the others go on."""
    for path in paths:
        try:
            yield from _reports(str(path), format, encoding, reference)
        except UnreadableFile as error:
            if lost is None:
                raise
            lost(error)
        except Exception as error:  # a fault of ours in one story must not lose the folder
            if lost is None:
                raise
            fault = UnreadableFile(str(path), f"internal error: {type(error).__name__}: {error}")
            fault.__cause__ = error
            lost(fault)


def _reports(path: str, format: str | None, encoding: str | None, reference: date | None) -> Iterator[Report]:
    raw = _bytes(path)
    try:
        for number, story in enumerate(wire.stories(raw, format, encoding)):
            yield desk.read(story.at(path, number), reference)
    except Malformed as error:
        raise UnreadableFile(path, error.reason) from error


def _bytes(path: str) -> bytes:
    try:
        if path == "-":
            return sys.stdin.buffer.read()
        with open(path, "rb") as handle:
            return handle.read()
    except OSError as error:
        raise UnreadableFile(path, error.strerror or str(error)) from error
