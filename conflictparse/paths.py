"""The files that some paths mean: a file is itself, a folder all regular files below it, `-` standard input."""
import os
import stat
from typing import Callable, Iterable, Iterator

from .errors import UnreadableFile


def files(paths: Iterable[str | os.PathLike], lost: Callable[[UnreadableFile], None]) -> Iterator[str]:
    """The files to read, in the order of the paths, each folder's sorted by name; what cannot be followed goes to `lost`."""
    stdin_is_taken = False
    for path in map(os.fspath, paths):
        if path == "-":
            if not stdin_is_taken:
                yield path
            stdin_is_taken = True
        elif os.path.isdir(path):
            yield from _below(path, lost)
        else:
            yield path


def _below(folder: str, lost: Callable[[UnreadableFile], None]) -> Iterator[str]:
    """The regular files of a folder. Hidden ones, pipes, sockets and devices are passed over, and links to folders, which may lead back up."""
    try:
        names = sorted(os.listdir(folder))
    except OSError as error:
        lost(UnreadableFile(folder, error.strerror or str(error)))
        return
    for path in (os.path.join(folder, name) for name in names if not name.startswith(".")):
        try:
            mode = os.stat(path).st_mode
        except OSError as error:  # a link to nowhere, a link to itself, a file that is gone
            lost(UnreadableFile(path, error.strerror or str(error)))
            continue
        if stat.S_ISREG(mode):
            yield path
        elif stat.S_ISDIR(mode) and not os.path.islink(path):
            yield from _below(path, lost)
