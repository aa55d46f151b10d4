"""Row 1: twice the text is at most twice the work. Each call that a function makes is counted, on texts that nobody would write."""
import gc
import os
import sys
import time
from collections import Counter
from cProfile import Profile
from multiprocessing import get_context

import pytest

from conflictparse import parse, patterns

HOSTILE = {
    "quotation marks": '"', "opening marks": "“", "words": "a ", "groups of digits": "1,", "commas": "A, ", "brackets": "( ", "lines": "By Ada\n", "cues": "said said ", "question marks": "? ",
    "hard blanks": "\u00a0a", "apostrophes": "’", "capitals": "Aaa ",
}
DENSE = {  # work for every room, since something is counted, said or dated in all of it
    "figures": "he said 12 men, ", "numbers": "two hundred ", "dates": "May 1, ", "speakers": "Ada Kolb said. ", "datelines": "BEIRUT (Reuters) - ", "totals": "12 of the 20 men. ",
    "paragraphs": '“He said 12.\n\n', "cues in marks": '"said ', "surnames": '"x" - … - Kolb\n', "names given": "A sailor, known as Kolb, said so. ",
    "victims": "Rebels shot at a driver. The driver died. ", "parts": "Of 20 men three of the men died. ",
}
LARGEST = int(os.environ.get("KIB", 0))  # of three texts, each twice as long as the one before; `make growth` takes 1 MiB
CASES = [*((part, LARGEST or 256) for part in HOSTILE.values()), *((part, LARGEST or 64) for part in DENSE.values())]
TWICE, FEW = 2.6, 500  # times as much; calls of which it does not matter how they grow
NOISE, TRIES = 0.1, 4  # seconds that the machine may add; how often it is asked whether it was the machine
Calls = dict[tuple[str, str], int]


@pytest.fixture(scope="module")
def pool():
    """A process for each text, all as warm: what is found out once for all stories is found out before."""
    parse("At least 12 people were killed, police said.")
    with get_context("fork").Pool(min(os.cpu_count() or 1, 3), even, maxtasksperchild=1) as pool:
        yield pool


def even() -> None:
    """Patterns are asked of long texts as of short ones; and nobody pays for what others have left behind."""
    patterns.LONG = sys.maxsize
    gc.disable()


def profiled(text: str) -> tuple[Calls, float]:
    """How often each function of ours calls each other one, built-in ones too; and the processor's seconds for all of it."""
    profile, begun = Profile(), time.process_time()
    profile.runcall(parse, text)
    seconds = time.process_time() - begun
    calls: Calls = Counter()
    for entry in profile.getstats():
        for called in entry.calls or () if "/conflictparse/" in _name(entry.code) else ():
            calls[_name(entry.code), _name(called.code)] += called.callcount  # two comprehensions in a line have one name
    return calls, seconds


def _name(code) -> str:
    return code if isinstance(code, str) else f"{code.co_filename}:{code.co_firstlineno} {code.co_name}"


def timed(text: str) -> float:
    return profiled(text)[1]


@pytest.mark.parametrize("part, kib", CASES, ids=[*HOSTILE, *DENSE])
def test_twice_the_text_is_twice_the_work_of_each_function(pool, part, kib):
    """Of each rule, each maker of the page and all that they call; that is the same on every machine. What works without calling is seen in the time for all."""
    texts = [part * (kib * 1024 // size // len(part.encode())) for size in (1, 2, 4)]
    (long, longest), (middle, _), (short, shortest) = pool.map(profiled, texts, chunksize=1)
    for less, more in ((short, middle), (middle, long)):
        assert not [f"{who} calls {whom} {less.get((who, whom), 0)} times, then {calls}" for (who, whom), calls in more.items() if calls > TWICE * less.get((who, whom), 0) + FEW]
    for _ in range(TRIES):
        if longest > TWICE**2 * shortest + NOISE:
            again = pool.map(timed, (texts[0], texts[2]), chunksize=1)
            longest, shortest = min(longest, again[0]), min(shortest, again[1])
    assert longest <= TWICE**2 * shortest + NOISE
