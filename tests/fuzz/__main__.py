"""Throw inputs at the parser: `make fuzz`, with COUNT=100000 for that many and SEED=2 for others. What is found is saved in `found/`.

An exception, a broken promise (`checks.py`), or an input that takes fifty times as long as others of its size.
"""
import os
import sys
import time
import traceback
from collections import defaultdict
from multiprocessing import Pool
from pathlib import Path
from statistics import median
from typing import Iterator, NamedTuple

from fuzz.checks import check
from fuzz.inputs import made

FOUND = Path(__file__).parent / "found"
LOT, THOROUGH = 500, 200  # inputs that a process is given at once; of so many one is held against the schema and all outputs too
SLOW, SOON = 50, 0.1  # times the median of its size; seconds that nobody calls slow


class Find(NamedTuple):
    """An input that broke a promise, and how."""

    number: int
    words: str


class Lot(NamedTuple):
    seed: int
    first: int
    last: int
    short: bool


def tried(lot: Lot) -> tuple[list[Find], list[tuple[int, int, float]]]:
    """The finds among the inputs of a lot; of each input its number, the size of its size (a power of two) and its seconds."""
    finds, times = [], []
    for number in range(lot.first, lot.last):
        raw, begun = made(lot.seed, number, lot.short), time.process_time()
        try:
            check(raw, thoroughly=number % THOROUGH == 0)
        except Exception:
            finds.append(Find(number, traceback.format_exc(limit=-3)))
        if number % THOROUGH:
            times.append((number, len(raw).bit_length(), time.process_time() - begun))
    return finds, times


def fuzz(seed: int, count: int, short: bool = False, jobs: int | None = None) -> Iterator[Find]:
    """The finds among the first `count` inputs of a seed."""
    lots = [Lot(seed, first, min(first + LOT, count), short) for first in range(0, count, LOT)]
    sizes: dict[int, list[tuple[float, int]]] = defaultdict(list)
    with Pool(jobs) as pool:
        for finds, times in pool.imap(tried, lots):
            yield from finds
            for number, size, seconds in times:
                sizes[size].append((seconds, number))
    for size, taken in sizes.items():
        usual = max(median(seconds for seconds, _ in taken), 0.001)
        for seconds, number in taken:
            if seconds > max(SLOW * usual, SOON) and (again := _seconds(made(seed, number, short))) > max(SLOW * usual, SOON):
                yield Find(number, f"slow: {again:.2f} s, others of its size {usual:.4f} s")


def _seconds(raw: bytes) -> float:
    """What an input takes once everything is loaded that it needs."""
    times = []
    for _ in range(2):
        begun = time.process_time()
        check(raw)
        times.append(time.process_time() - begun)
    return min(times)


def main() -> None:
    seed, count, short = int(os.environ.get("SEED", 1)), int(os.environ.get("COUNT", 20_000)), bool(os.environ.get("SHORT"))
    begun, finds = time.monotonic(), 0
    for find in fuzz(seed, count, short):
        finds += 1
        FOUND.mkdir(exist_ok=True)
        path = FOUND / f"{seed}-{find.number}{'-short' * short}"
        path.write_bytes(made(seed, find.number, short))
        print(f"{path}: {find.words.strip()}\n")
    print(f"{count:,} inputs of seed {seed}, {finds} finds, {time.monotonic() - begun:.0f} s")
    sys.exit(bool(finds))


if __name__ == "__main__":
    main()
