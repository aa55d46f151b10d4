"""Ctrl-C, SIGTERM and SIGHUP: they end the run, but not in the middle of a line."""
import signal
from typing import TextIO

HEEDED = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


class Stop:
    """Whoever writes through it writes whole pieces. A second signal does not wait: the output may be a pipe from which nobody reads."""

    def __init__(self):
        self.writing, self.asked = False, 0

    def __enter__(self) -> "Stop":
        self.before = {number: signal.getsignal(number) for number in HEEDED}
        for number, before in self.before.items():
            if before != signal.SIG_IGN:  # as nohup has it
                signal.signal(number, self.heard)
        return self

    def __exit__(self, *_) -> None:
        for number, before in self.before.items():
            signal.signal(number, before)

    def write(self, out: TextIO, piece: str, flush: bool) -> None:
        """Write a piece; then heed what was asked for meanwhile."""
        self.writing = True
        try:
            out.write(piece)
            if flush:
                out.flush()
        finally:
            self.writing = False
        if self.asked:
            _end(self.asked)

    def heard(self, number: int, _frame) -> None:
        """Remember a signal that comes while something is written; heed any other."""
        if self.writing and not self.asked:
            self.asked = number
        else:
            _end(number)


def _end(number: int) -> None:
    """End as the signal would have, with time to clean up."""
    if number == signal.SIGINT:
        raise KeyboardInterrupt
    raise SystemExit(128 + number)
