"""A run over many stories: what is to be read, how it is shown, where that goes, and what is said of it meanwhile."""
from functools import partial
from typing import Any, Callable, Iterable, Iterator, NamedTuple

from .api import iter_shown
from .errors import UnreadableFile
from .notices import Notices, Tally
from .outputs import framed, show
from .outputs.look import Look
from .report import Report, Source
from .stop import Stop
from .target import Done, ended, holds, opened

READ, LOST = 0, 1


class Piece(NamedTuple):
    """A report as its output gives it, with what a run has to know of it besides; made where the report is, since this is small."""

    path: str
    text: str
    warnings: tuple[str, ...]


class Batch(NamedTuple):
    """All that is asked of a run; `reading` goes to the readers as it is."""

    files: Callable[[Callable[[str, str], None]], Iterable[str | UnreadableFile]]
    output: str
    look: Look
    notices: Notices
    jobs: int | None = None
    target: str | None = None
    append: bool = False
    skip_done: bool = False
    strict: bool = False
    flush: bool = False
    reading: dict[str, Any] = {}

    def run(self) -> int:
        """Read, show and write everything; the exit code. Raises UnreadableFile where what is done cannot be told."""
        tally, more = Tally(), self.append and holds(self.target)
        done = Done(self.target) if more and self.skip_done else None
        with Stop() as stop, opened(self.target, self.append) as out:
            if more and holds(self.target) and not ended(self.target):
                out.write("\n")
            for text in framed(self._pieces(tally, done), self.output, self.look, head=not more):
                stop.write(out, text, self.flush)
            out.flush()
        self.notices.closing(tally)
        return LOST if tally.failed or self.strict and tally.warnings else READ

    def _pieces(self, tally: Tally, done: Done | None) -> Iterator[str]:
        """The reports as they are to be written; all else that comes of the files is counted and said."""
        make = partial(_piece, name=self.output, look=self.look)
        for found in iter_shown(self.files(partial(self._pass, tally)), make, jobs=self.jobs, done=done, **self.reading):
            tally.count(found.path)
            match found:
                case UnreadableFile():
                    tally.failed += 1
                    self.notices.error(found)
                case Source():
                    tally.skipped += 1
                case Piece():
                    tally.stories += 1
                    self._warn(found, tally)
                    yield found.text
            self.notices.progress(tally)

    def _pass(self, tally: Tally, path: str, why: str) -> None:
        """What a folder holds and nobody reads is told too, so that everything is accounted for."""
        tally.passed += 1
        if self.notices.verbose:
            self.notices.warning(path, f"passed over: {why}")

    def _warn(self, piece: Piece, tally: Tally) -> None:
        """Warnings are in the report; where they count as failures, or everything is to be told, they are named too."""
        tally.warnings += len(piece.warnings)
        if self.strict or self.notices.verbose:
            for warning in piece.warnings:
                self.notices.warning(piece.path, warning)


def _piece(report: Report, name: str, look: Look) -> Piece:
    return Piece(report.source.path, show(report, name, look), tuple(f"{warning.code}: {warning.message}" for warning in report.warnings))
