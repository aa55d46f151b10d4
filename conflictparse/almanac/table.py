"""Tables of the almanac: small ones are read, large ones are only opened and searched."""
import mmap
import pathlib
import pkgutil
from functools import cache


@cache
def rows(name: str, width: int) -> tuple[tuple[str, ...], ...]:
    """The lines of a small table, each cut at its tabs into `width` cells; `#` opens a remark."""
    lines = (pkgutil.get_data(__package__, name) or b"").decode("utf-8").splitlines()
    return tuple(tuple((line + "\t" * width).split("\t")[:width]) for line in lines if line and not line.startswith("#"))


def names(cell: str) -> list[str]:
    """The names in one cell of a small table."""
    return cell.split(" | ") if cell else []


class Table:
    """A table sorted by the bytes of its first column: opened, not loaded (from a zip, where there is no file, read once)."""

    def __init__(self, name: str):
        try:
            with open(pathlib.Path(__file__).with_name(name), "rb") as file:
                self.data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except OSError:
            self.data = pkgutil.get_data(__package__, name) or b""

    def find(self, key: str) -> list[str] | None:
        """The cells of the line that begins with `key`; 17 steps for 250,000 lines."""
        wanted, low, high = key.encode("utf-8", "replace"), 0, len(self.data)
        while low < high:
            middle = (low + high) // 2
            start = max(self.data.rfind(b"\n", low, middle) + 1, low)
            end = self.data.find(b"\n", middle, high)
            end = high if end < 0 else end
            first, _, rest = self.data[start:end].partition(b"\t")
            if first == wanted:
                return rest.decode("utf-8").split("\t")
            low, high = (end + 1, high) if first < wanted else (low, start)
        return None


@cache
def opened(name: str) -> Table:
    """The large table of this name, opened when it is first asked."""
    return Table(name)
