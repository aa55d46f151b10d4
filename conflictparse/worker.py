"""One process of several: how it is started, what it does, how it ended."""
import signal
import sys
from contextlib import contextmanager
from typing import Any, Callable, Iterable, Iterator

from .errors import UnreadableFile
from .stop import HEEDED

BATCH = 32  # results in a message

File = str | UnreadableFile
Work = Callable[[str], Iterator[Any]]


def serial(work: Work, files: Iterable[File]) -> Iterator[Any]:
    """What `work` makes of each file, in order; in the place of what cannot be read the error that says so."""
    for file in files:
        if isinstance(file, UnreadableFile):
            yield file
            continue
        try:
            yield from work(file)
        except UnreadableFile as error:
            yield error


class Worker:
    """A process, the pipe to it, and the lot in its hands."""

    def __init__(self, process, pipe):
        self.process, self.pipe, self.lot = process, pipe, None


def hired(work: Work) -> Worker:
    """A new worker; by a fork where that is safe, since a fork has everything loaded already. Ask with `signals_held`."""
    from multiprocessing import get_context
    from threading import active_count

    context = get_context("fork" if sys.platform == "linux" and active_count() == 1 else "spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=serve, args=(work, theirs), daemon=True)
    process.start()
    theirs.close()
    return Worker(process, ours)


def serve(work: Work, pipe) -> None:
    """What a worker does: take a lot, send what comes of it, until there are no more or nobody listens."""
    for number in HEEDED:
        signal.signal(number, signal.SIG_IGN if number == signal.SIGINT else signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, HEEDED)
    try:
        while True:
            for message in _answers(work, pipe.recv()):
                pipe.send(message)
    except (EOFError, OSError):
        return


def _answers(work: Work, files: list[str]) -> Iterator[tuple[int, bool, list]]:
    """How many files are done, whether something of the next is there too, and what came of them since the last message."""
    batch = []
    for done, file in enumerate(files):
        begun = False
        for result in serial(work, [file]):
            if len(batch) == BATCH:
                yield done, begun, batch
                batch = []
            batch.append(result)
            begun = True
    yield len(files), False, batch


@contextmanager
def signals_held() -> Iterator[None]:
    """Signals wait until a child is on its own feet and known to its parent: who is stopped between would leave it behind, or wait for it for ever."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, HEEDED)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def ending(code: int) -> str:
    """How a process ended: by a signal, or with an exit code."""
    return signal.strsignal(-code) or f"signal {-code}" if code < 0 else f"exit code {code}"
