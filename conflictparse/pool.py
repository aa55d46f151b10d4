"""Many files at once: dealt out to processes in small lots, what comes back put in order again, never more than a few lots in memory."""
import os
import signal
import sys
from collections import deque
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain, islice
from time import monotonic
from typing import Any, Callable, Iterable, Iterator

from .errors import UnreadableFile

LOT, WEIGHT = 16, 128 * 1024  # files, or bytes of them, that a process is given at once: a lot costs 0.2 ms of talk, a file at least 1 ms of work
AHEAD = 4  # lots for each process in the window between the first that is not done and the last that is dealt
BATCH = 32  # results in a message
HELD = 1024  # results of a lot whose turn has not come; its process waits then
TRIAL = 0.25  # seconds of work after which it is known whether processes, which cost 0.04, are worth their start

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


def parallel(work: Work, files: Iterable[File], jobs: int) -> Iterator[Any]:
    """The same, in the same order, by so many processes. One that dies is replaced, its files are tried one by one, and the culprit is named."""
    pool = Pool(work, files)
    try:
        for _ in range(jobs):
            pool.hire()
        yield from pool.results()
    finally:
        pool.dismiss()


def gradual(work: Work, files: Iterable[File]) -> Iterator[Any]:
    """The same: alone at first, by all processors if as many files are left as were read until then."""
    files, begun, read = iter(files), monotonic(), 0
    for read, file in enumerate(files, 1):
        yield from serial(work, [file])
        if monotonic() - begun > TRIAL:
            break
    left, jobs = list(islice(files, max(read, 2))), processors()
    worth = jobs > 1 and len(left) >= max(read, 2)
    yield from parallel(work, chain(left, files), jobs) if worth else serial(work, chain(left, files))


def processors() -> int:
    """How many processes can work at once here."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(eq=False)
class Lot:
    """Some files in a row, and what came of them so far."""

    files: list[File]
    ours: bool = False
    """Work for this process: standard input, which others do not have, and errors, which are none"""
    dealt: bool = False
    done: int = 0
    """So many of the files are done"""
    begun: bool = False
    """Something came of the next one already"""
    results: deque = field(default_factory=deque)


def lots(files: Iterable[File]) -> Iterator[Lot]:
    """The files in lots, in order."""
    lot, weight = [], 0
    for file in files:
        ours = isinstance(file, UnreadableFile) or file == "-"
        if lot and (ours or len(lot) == LOT or weight > WEIGHT):
            yield Lot(lot)
            lot, weight = [], 0
        if ours:
            yield Lot([file], ours=True)
        else:
            lot.append(file)
            weight += _size(file)
    if lot:
        yield Lot(lot)


def _size(file: str) -> int:
    try:
        return os.stat(file).st_size
    except (OSError, ValueError):  # its reader will say what is wrong with it
        return 0


@dataclass(eq=False)
class Worker:
    """A process, the pipe to it, and the lot in its hands."""

    process: Any
    pipe: Any
    lot: Lot | None = None


class Pool:
    """The workers, and the window of lots that are not yet handed on."""

    def __init__(self, work: Work, files: Iterable[File]):
        self.work, self.coming = work, lots(files)
        self.workers: list[Worker] = []
        self.window: deque[Lot] = deque()

    def results(self) -> Iterator[Any]:
        """Everything that comes of the files, in order."""
        while self._deal():
            lot = self.window[0]
            if lot.ours:
                yield from serial(self.work, lot.files)
                lot.done = len(lot.files)
            while lot.results:
                yield lot.results.popleft()
            if lot.done == len(lot.files):
                self.window.popleft()
            else:
                self._listen()

    def hire(self) -> None:
        """Start a worker; by a fork where that is safe, since a fork has everything loaded already. Ctrl-C is the parent's to hear."""
        from multiprocessing import get_context
        from threading import active_count

        context = get_context("fork" if sys.platform == "linux" and active_count() == 1 else "spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=serve, args=(self.work, theirs), daemon=True)
        with _interrupts_held():
            process.start()
        theirs.close()
        self.workers.append(Worker(process, ours))

    def dismiss(self) -> None:
        """End all workers, whatever they do."""
        for worker in self.workers:
            worker.process.terminate()
        for worker in self.workers:
            worker.process.join()
            worker.pipe.close()

    def _deal(self) -> bool:
        """Give each idle worker the first lot that nobody has; whether anything is still to come."""
        for worker in [worker for worker in self.workers if worker.lot is None]:
            if lot := next((lot for lot in self.window if not (lot.dealt or lot.ours)), None) or self._next():
                worker.lot, lot.dealt = lot, True
                try:
                    worker.pipe.send(lot.files)
                except OSError:
                    self._replace(worker)
        return bool(self.window)

    def _next(self) -> Lot | None:
        """The next lot for a worker; those for ourselves enter the window on the way."""
        while len(self.window) < AHEAD * len(self.workers) and (lot := next(self.coming, None)):
            self.window.append(lot)
            if not lot.ours:
                return lot
        return None

    def _listen(self) -> None:
        """Take in what the workers have to say, but of a lot whose turn is far only so much."""
        from multiprocessing.connection import wait

        head = self.window[0]
        at_work = {worker.pipe: worker for worker in self.workers if worker.lot and (worker.lot is head or not head.dealt or len(worker.lot.results) < HELD)}
        for pipe in wait(list(at_work)):
            worker = at_work[pipe]
            try:
                lot, (lot.done, lot.begun, results) = worker.lot, pipe.recv()
            except (EOFError, OSError):
                self._replace(worker)
                continue
            lot.results += results
            if lot.done == len(lot.files):
                worker.lot = None

    def _replace(self, worker: Worker) -> None:
        """Hire another for a worker that died. The culprit is lost if it is known; else the files in the worker's hands are tried again, one by one."""
        worker.process.join()
        worker.pipe.close()
        self.workers.remove(worker)
        lot = worker.lot
        rest = lot.files[lot.done :]
        if lot.begun or len(rest) == 1:
            lot.results.append(UnreadableFile(rest.pop(0), f"the process that read it died ({_ending(worker.process.exitcode)})"))
            lot.done += 1
        del lot.files[lot.done :]
        place = self.window.index(lot) + 1
        for file in reversed(rest):
            self.window.insert(place, Lot([file]))
        self.hire()


def serve(work: Work, pipe) -> None:
    """What a worker does: take a lot, send what comes of it, until there are no more or nobody listens."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
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
def _interrupts_held() -> Iterator[None]:
    """Ctrl-C waits until a child is on its own feet, and does not reach it even then: it inherits what is held."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _ending(code: int) -> str:
    """How a process ended: by a signal, or with an exit code."""
    return signal.strsignal(-code) or f"signal {-code}" if code < 0 else f"exit code {code}"
