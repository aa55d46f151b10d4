"""What we promise to programs: parse a text, a file, many files."""
import os
import sys
from contextlib import nullcontext
from datetime import date
from io import BytesIO
from typing import BinaryIO, Callable, ContextManager, Iterable, Iterator, NoReturn

from . import desk, wire
from .errors import Malformed, UnreadableFile
from .paths import files
from .report import Report
from .wire.reading.fields import Fields

Path = str | os.PathLike


def parse(text: str, *, reference: date | None = None) -> Report:
    """The report of one story. Control characters are dropped and line ends made \\n; offsets count in `report.text`."""
    return desk.read(wire.story(text).at("-", 0), reference)


def parse_file(path: Path, *, format: str | None = None, encoding: str | None = None, fields: Fields = Fields(),
               reference: date | None = None) -> list[Report]:
    """The reports of the stories in one file, `-` for standard input. Raises UnreadableFile."""
    return [found if isinstance(found, Report) else _refuse(found) for found in _reports(os.fspath(path), format, encoding, fields, reference)]


def iter_reports(paths: Iterable[Path], *, format: str | None = None, encoding: str | None = None, fields: Fields = Fields(),
                 reference: date | None = None, lost: Callable[[UnreadableFile], None] | None = None) -> Iterator[Report]:
    """The reports of many files and folders, in order. With `lost`, a file that cannot be read is handed to it and the others go on."""
    for path in files(paths, lost or _refuse):
        try:
            for found in _reports(path, format, encoding, fields, reference):
                if isinstance(found, Report):
                    yield found
                else:
                    (lost or _refuse)(found)
        except UnreadableFile as error:
            (lost or _refuse)(error)
        except Exception as error:  # a fault of ours in one story must not lose the folder
            if lost is None:
                raise
            fault = UnreadableFile(path, f"internal error: {type(error).__name__}: {error}")
            fault.__cause__ = error
            lost(fault)


def _refuse(error: UnreadableFile) -> NoReturn:
    raise error


def _reports(path: str, format: str | None, encoding: str | None, fields: Fields, reference: date | None) -> Iterator[Report | UnreadableFile]:
    """The reports of one file, each as soon as its story has ended; in the place of a story that cannot be read the error."""
    number = 0
    try:
        with _opened(path) as handle:
            for found in wire.read(handle, format, encoding, fields):
                if isinstance(found, Malformed):
                    yield UnreadableFile(path, found.reason)
                else:
                    yield desk.read(found.at(path, number), reference)
                    number += 1
    except Malformed as error:
        raise UnreadableFile(path, error.reason) from error
    except OSError as error:
        raise UnreadableFile(path, error.strerror or str(error)) from error


def _opened(path: str) -> ContextManager[BinaryIO]:
    """A file, open for reading; a standard input that is closed holds nothing."""
    if path == "-":
        return nullcontext(sys.stdin.buffer if sys.stdin else BytesIO())
    return open(path, "rb")
