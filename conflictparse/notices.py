"""What is said on standard error: what could not be read, warnings, how far a long run has come, and how it ended."""
import os
import sys
from time import monotonic
from typing import Callable

from .errors import UnreadableFile
from .outputs.visible import visible

PATIENCE, PACE = 1.0, 0.1  # seconds before progress is shown, and between two lines of it
WIDTH = 80  # columns of a terminal that does not say


class Tally:
    """What came of a run so far: `skipped` are stories that an earlier run had done, `passed` what folders hold and nobody reads."""

    def __init__(self):
        self.begun = monotonic()
        self.files = self.stories = self.skipped = self.passed = self.failed = self.warnings = 0
        self.last: str | None = None

    def count(self, path: str) -> None:
        """One more thing came of a path; what comes of one file comes in a row."""
        self.files += path != self.last
        self.last = path


class Notices:
    """How much is said. `total` counts the files of a run when that is first needed; with None no progress is shown."""

    def __init__(self, quiet: bool = False, verbose: bool = False, debug: bool = False, total: Callable[[], int] | None = None):
        self.quiet, self.verbose, self.debug, self.total = quiet, verbose, debug, total
        self.files, self.shown_at, self.drawn = 0, 0.0, False

    def error(self, error: UnreadableFile) -> None:
        """A file that is lost; with --debug how that came about."""
        self._clear()
        complain(str(error))
        if self.debug:
            for line in error.detail.rstrip().splitlines():
                complain(f"  {line}")

    def warning(self, path: str, warning: str) -> None:
        """What a report warns of, where somebody wants to see it without reading the report."""
        if not self.quiet:
            self._clear()
            complain(f"{path}: {warning}")

    def progress(self, tally: Tally) -> None:
        """A line that is overwritten by the next; from a second on, ten times a second at most."""
        now = monotonic()
        if self.total is None or now - tally.begun < PATIENCE or now - self.shown_at < PACE:
            return
        if not self.shown_at:
            self.files = self.total()
        self.shown_at = now
        line = f"{_stories(tally, now - tally.begun)}, {_left(tally, self.files, now)} left, {tally.failed:,} failed"
        sys.stderr.write(f"\r\x1b[K{line[: (os.get_terminal_size(sys.stderr.fileno()).columns or WIDTH) - 1]}")
        sys.stderr.flush()
        self.drawn = True

    def closing(self, tally: Tally) -> None:
        """Everything that was read is accounted for: files are those with stories and those that failed."""
        self._clear()
        if self.verbose:
            took = monotonic() - tally.begun
            complain(f"{tally.files:,} files, {tally.passed:,} passed over, {tally.failed:,} failed, {tally.skipped:,} stories done before, "
                     f"{_stories(tally, took)}, {tally.warnings:,} warnings, {took:.1f} s")

    def _clear(self) -> None:
        """Take the line of progress away."""
        if self.drawn:
            sys.stderr.write("\r\x1b[K")
            self.drawn = False


def _stories(tally: Tally, took: float) -> str:
    return f"{tally.stories:,} stories, {tally.stories / max(took, 0.001):,.0f} a second"


def _left(tally: Tally, files: int, now: float) -> str:
    """Minutes and seconds, if the rest goes as what is done."""
    seconds = round((now - tally.begun) / max(tally.files, 1) * max(files - tally.files, 0))
    return f"{seconds // 60}:{seconds % 60:02}"


def complain(message: str) -> None:
    """One line on standard error; a file's name may hold anything, so it is made safe to show."""
    if sys.stderr is not None:
        sys.stderr.write(f"conflictparse: {visible(message)}\n")
        sys.stderr.flush()
