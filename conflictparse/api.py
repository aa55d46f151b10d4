"""What we promise to programs: parse a text, a file, many files."""
import os
import sys
from contextlib import nullcontext
from datetime import date
from functools import partial
from io import BytesIO
from typing import Any, BinaryIO, Callable, ContextManager, Iterable, Iterator

from . import desk, wire
from .errors import Malformed, UnreadableFile
from .paths import files
from .pool import gradual, parallel
from .report import Report, Source
from .wire.reading.fields import Fields
from .worker import serial

Path = str | os.PathLike


def parse(text: str, *, reference: date | None = None) -> Report:
    """The report of one story. Control characters are dropped and line ends made \\n; offsets count in `report.text`."""
    return desk.read(wire.story(text).at("-", 0), reference)


def parse_file(path: Path, *, format: str | None = None, encoding: str | None = None, fields: Fields = Fields(),
               reference: date | None = None) -> list[Report]:
    """The reports of the stories in one file, `-` for standard input. Raises UnreadableFile."""
    return [_sure(found) for found in _reports(os.fspath(path), format, encoding, fields, reference)]


def iter_reports(paths: Iterable[Path], *, format: str | None = None, encoding: str | None = None, fields: Fields = Fields(),
                 reference: date | None = None, jobs: int = 1, lost: Callable[[UnreadableFile], None] | None = None) -> Iterator[Report]:
    """The reports of many files and folders, in order, by so many processes. With `lost`, what cannot be read is handed to it and the others go on."""
    for found in iter_shown(files(paths), _itself, jobs=jobs, format=format, encoding=encoding, fields=fields, reference=reference):
        if lost is None or not isinstance(found, UnreadableFile):
            yield _sure(found)
        else:
            lost(found)


def _sure(found: Any) -> Any:
    """What was read; where it could not be, the error is raised."""
    if isinstance(found, UnreadableFile):
        raise found
    return found


def iter_shown(files: Iterable[str | UnreadableFile], show: Callable[[Report], Any], *, jobs: int | None = 1, done: Callable[[Source], bool] | None = None,
               **reading) -> Iterator[Any]:
    """What `show` makes of each report, in order, made where the report is; in the place of a file that cannot be read the error.

    `jobs` is the number of processes; with None one at first, then as many as there are processors if that is worth it. A story that is `done`
    is not read again, its source stands for it. `reading` are the options of `iter_reports` that concern reading.
    """
    work = partial(_shown, show=show, done=done, reading=reading)
    return gradual(work, files) if jobs is None else parallel(work, files, jobs) if jobs > 1 else serial(work, files)


def _itself(report: Report) -> Report:
    return report


def _shown(path: str, show: Callable[[Report], Any], done: Callable[[Source], bool] | None, reading: dict) -> Iterator[Any]:
    """What becomes of the stories in one file. Raises UnreadableFile, also where the fault is ours, which must not lose the folder."""
    try:
        for found in _reports(path, done=done, **reading):
            yield show(found) if isinstance(found, Report) else found
    except UnreadableFile:
        raise
    except Exception as error:
        from traceback import format_exc

        raise UnreadableFile(path, f"internal error: {type(error).__name__}: {error}", format_exc()) from error


def _reports(path: str, format: str | None = None, encoding: str | None = None, fields: Fields = Fields(), reference: date | None = None,
             done: Callable[[Source], bool] | None = None) -> Iterator[Report | Source | UnreadableFile]:
    """The report of each story in a file, as soon as it has ended; of one that is `done` its source, in the place of one that cannot be read the error."""
    number = 0
    try:
        with _opened(path) as handle:
            for found in wire.read(handle, format, encoding, fields):
                if isinstance(found, Malformed):
                    yield UnreadableFile(path, found.reason)
                    continue
                story = found.at(path, number)
                yield story.source if done and done(story.source) else desk.read(story, reference)
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
