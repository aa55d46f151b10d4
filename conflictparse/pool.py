"""Many files at once: dealt out to processes in small lots, what comes back put in order again, never more than a few lots in memory."""
import os
from collections import deque
from itertools import chain, islice
from time import monotonic
from typing import Any, Iterable, Iterator

from .errors import UnreadableFile
from .worker import File, Work, Worker, ending, hired, serial, signals_held

LOT, WEIGHT = 16, 128 * 1024  # files, or bytes of them, that a process is given at once: a lot costs 0.2 ms of talk, a file at least 1 ms of work
AHEAD = 4  # lots for each process in the window between the first that is not done and the last that is dealt
HELD = 1024  # results of a lot whose turn has not come; its process waits then
TRIAL = 0.25  # seconds of work after which it is known whether processes, which cost 0.04, are worth their start


def parallel(work: Work, files: Iterable[File], jobs: int) -> Iterator[Any]:
    """What `serial` gives, in the same order, by so many processes. One that dies is replaced, its files are tried one by one, and the culprit is named."""
    pool = Pool(work, files, jobs)
    try:
        yield from pool.results()
    finally:
        pool.dismiss()


def gradual(work: Work, files: Iterable[File]) -> Iterator[Any]:
    """What `serial` gives: alone at first, by all processors if as many files are left as were read until then."""
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


class Lot:
    """Some files in a row, and what came of them so far: so many are `done`, of the next one something came already if it is `begun`.

    `ours` are work for this process: standard input, which others do not have, and errors, which are none.
    """

    def __init__(self, files: list[File], ours: bool = False):
        self.files, self.ours = files, ours
        self.dealt, self.done, self.begun = False, 0, False
        self.results: deque = deque()


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


class Pool:
    """The workers, so many at most, and the window of lots that are not yet handed on."""

    def __init__(self, work: Work, files: Iterable[File], jobs: int):
        self.work, self.coming, self.jobs = work, lots(files), jobs
        self.workers: list[Worker] = []
        self.window: deque[Lot] = deque()

    def results(self) -> Iterator[Any]:
        """Everything that comes of the files, in order."""
        while self._deal():
            lot = self.window[0]
            if lot.ours or not self.jobs:
                yield from serial(self.work, lot.files)
                lot.done = len(lot.files)
            while lot.results:
                yield lot.results.popleft()
            if lot.done == len(lot.files):
                self.window.popleft()
            else:
                self._listen()

    def dismiss(self) -> None:
        """End all workers, whatever they do: they hold nothing that they would have to put away."""
        for worker in self.workers:
            worker.process.kill()
        for worker in self.workers:
            worker.process.join()
            worker.pipe.close()

    def _deal(self) -> bool:
        """Give whoever is idle the first lot that nobody has; whether anything is still to come."""
        while (lot := self._undealt()) and (worker := self._idle()):
            worker.lot, lot.dealt = lot, True
            try:
                worker.pipe.send(lot.files)
            except OSError:
                self._bury(worker)
        return bool(self.window)

    def _undealt(self) -> Lot | None:
        """The first lot for a worker that none has; on the way to it lots of our own enter the window."""
        undealt = (lot for lot in self.window if not (lot.dealt or lot.ours))
        if first := next(undealt, None):
            return first
        while len(self.window) < AHEAD * max(self.jobs, 1) and (lot := next(self.coming, None)):
            self.window.append(lot)
            if not lot.ours:
                return lot
        return None

    def _idle(self) -> Worker | None:
        """A worker with nothing to do; where there is none a new one, if there may be more and the system has one."""
        idle = next((worker for worker in self.workers if worker.lot is None), None)
        if idle is None and len(self.workers) < self.jobs:
            try:
                with signals_held():
                    self.workers.append(idle := hired(self.work))
            except OSError:
                self.jobs = len(self.workers)
        return idle

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
                self._bury(worker)
                continue
            lot.results += results
            if lot.done == len(lot.files):
                worker.lot = None

    def _bury(self, worker: Worker) -> None:
        """A worker died. The culprit is lost if it is known; else the files in the worker's hands are tried again, one by one."""
        worker.process.join()
        worker.pipe.close()
        self.workers.remove(worker)
        lot = worker.lot
        rest = lot.files[lot.done :]
        if lot.begun or len(rest) == 1:
            lot.results.append(UnreadableFile(rest.pop(0), f"the process that read it died ({ending(worker.process.exitcode)})"))
            lot.done += 1
        del lot.files[lot.done :]
        place = self.window.index(lot) + 1
        for file in reversed(rest):
            self.window.insert(place, Lot([file]))
