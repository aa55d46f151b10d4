"""The files that some paths mean: a file is itself, a folder all regular files below it, `-` standard input."""
import os
import stat
from fnmatch import fnmatchcase
from io import BufferedReader
from typing import Callable, Iterable, Iterator, NamedTuple

from .errors import UnreadableFile

PIECE = 65536  # bytes of a list read at once


class Choice(NamedTuple):
    """Which files of a folder are meant. Of the patterns that match, the last decides; where all exclude (`!`), what none matches is meant."""

    globs: tuple[str, ...] = ()
    hidden: bool = False
    follow: bool = False
    """Go into folders behind links, each of them once"""
    passed: Callable[[str, str], None] = lambda path, why: None
    """Told what is passed over in a folder and why, but for what the patterns exclude"""

    def takes(self, name: str, below: str, folder: bool = False) -> bool:
        """Whether a name is meant; a pattern with a slash looks at its way from the folder that was given. Folders can only be excluded."""
        taken = folder or all(pattern.startswith("!") for pattern in self.globs)
        for pattern in self.globs:
            wanted, bare = not pattern.startswith("!"), pattern.removeprefix("!").rstrip("/")
            if not (folder and wanted) and fnmatchcase(below if "/" in bare else name, bare):
                taken = wanted
        return taken


def files(paths: Iterable[str | os.PathLike | UnreadableFile], choice: Choice = Choice()) -> Iterator[str | UnreadableFile]:
    """The files to read, in the order of the paths, each folder's sorted by name and each folder once; in its place what cannot be followed."""
    stdin_is_taken, walked = False, set()
    for path in paths:
        path = path if isinstance(path, UnreadableFile) else os.fspath(path)
        if path == "-":
            if not stdin_is_taken:
                yield path
            stdin_is_taken = True
        elif isinstance(path, str) and os.path.isdir(path):
            yield from _below(path, "", choice, walked)
        else:
            yield path


def listed(path: str, null: bool) -> Iterator[str | UnreadableFile]:
    """The paths that a file lists, `-` for standard input: one a line, or with `null` one before each NUL, so that any name can be listed."""
    try:
        with open(0 if path == "-" else path, "rb", closefd=path != "-") as handle:
            for name in filter(None, _split(handle, b"\0" if null else b"\n")):
                yield _named(name if null else name.removesuffix(b"\r"), path == "-")
    except OSError as error:
        yield UnreadableFile(path, error.strerror or str(error))


def _split(handle: BufferedReader, end: bytes) -> Iterator[bytes]:
    """What stands between the ends, as it comes."""
    rest = b""
    while piece := handle.read1(PIECE):
        *names, rest = (rest + piece).split(end)
        yield from names
    yield rest


def _named(name: bytes, from_stdin: bool) -> str | UnreadableFile:
    if b"\0" in name:
        return UnreadableFile(os.fsdecode(name[:80]), "a NUL in a name; -0 reads such lists")
    if name == b"-" and from_stdin:
        return UnreadableFile("-", "standard input is the list of files")
    return os.fsdecode(name)


def _below(folder: str, way: str, choice: Choice, walked: set[tuple[int, int]]) -> Iterator[str | UnreadableFile]:
    """The regular files of a folder, `way` below the one that was given. Pipes, sockets and devices are passed over."""
    try:
        here = os.stat(folder)
        if (here.st_dev, here.st_ino) in walked:
            return choice.passed(folder, "a folder that was read before")
        walked.add((here.st_dev, here.st_ino))
        names = sorted(os.listdir(folder))
    except OSError as error:
        yield UnreadableFile(folder, error.strerror or str(error))
        return
    for name in names:
        if choice.hidden or not name.startswith("."):
            yield from _at(os.path.join(folder, name), name, way + name, choice, walked)
        else:
            choice.passed(os.path.join(folder, name), "hidden")


def _at(path: str, name: str, below: str, choice: Choice, walked: set[tuple[int, int]]) -> Iterator[str | UnreadableFile]:
    """The file at a path, or those of the folder there."""
    try:
        mode = os.stat(path).st_mode
    except OSError as error:  # a link to nowhere, a link to itself, a file that is gone
        if choice.takes(name, below):
            yield UnreadableFile(path, error.strerror or str(error))
        return
    if not choice.takes(name, below, folder=stat.S_ISDIR(mode)):
        return
    if stat.S_ISREG(mode):
        yield path
    elif not stat.S_ISDIR(mode):
        choice.passed(path, "no regular file")
    elif os.path.islink(path) and not choice.follow:
        choice.passed(path, "a link to a folder")
    else:
        yield from _below(path, f"{below}/", choice, walked)
