"""How fast it is: ratios within one run, so that they hold on a machine that is faster or busier; `make bench`.

STORIES=1000 makes fewer stories than the usual 10,000, PEERS=1 measures other tools on them too, LARGE=1 memory for 100,000 files and for one of 200 MB.
"""
import gc
import hashlib
import json
import math
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Callable

import regex
from bench.stories import SEED, stories

from conflictparse.__main__ import UNHURRIED

ROOT = Path(__file__).parents[2]
COUNT = int(os.environ.get("STORIES", 10_000))
FEW, MANY, LINES = (1000, 100_000, 200_000_000) if os.environ.get("LARGE") else (1000, COUNT, 20_000_000)  # files, files, bytes of one file
SHORT = 250  # characters of a story where only its number counts
ENVIRONMENT = {key: value for key, value in os.environ.items() if key not in ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED")}
COMMAND = [sys.executable, "-m", "conflictparse"]
HOSTILE = {
    "cues and figures": "he said 12 men, ", "opening marks": "“", "straight marks": '"said ', "digits": "1", "groups of digits": "111,", "capitals": "Aaa ",
    "numbers": "two hundred ", "brackets": "( ", "commas": "A, ", "blanks": " ", "lines": "\n", "names who speak": "Ada Kolb said. ", "dashes": "- ", "dates": "May 1, ",
}


def machine() -> str:
    """The name of the processor, and how many there are."""
    info = Path("/proc/cpuinfo")
    names = [line.partition(":")[2].strip() for line in info.read_text().splitlines() if line.startswith("model name")] if info.exists() else []
    return f"{names[0] if names else platform.processor() or platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"


def medians(cases: dict[str, Callable[[], object]], rounds: int, clock=time.perf_counter) -> dict[str, float]:
    """The median time of each case in seconds; the cases take turns, so that what else the machine does falls on all."""
    times: dict[str, list[float]] = {name: [] for name in cases}
    for _ in range(rounds):
        for name, action in cases.items():
            before = clock()
            action()
            times[name].append(clock() - before)
    return {name: statistics.median(found) for name, found in times.items()}


def start() -> None:
    """One story in a process of its own, against the import of two packages."""
    seed = str(next((ROOT / "seeds").glob("*.txt")))
    cases = {
        "import typer, rich": [sys.executable, "-c", "import typer, rich"], "--version": [*COMMAND, "--version"],
        "a story as JSON": [*COMMAND, "-j", seed], "a story as tables": [*COMMAND, "-t", "--color", "always", seed],
    }
    found = medians({name: lambda words=words: subprocess.run(words, env=ENVIRONMENT, stdout=subprocess.DEVNULL, check=True) for name, words in cases.items()}, 11)
    for name, seconds in found.items():
        print(f"  {name:28}{seconds * 1000:8.0f} ms{seconds / found['import typer, rich']:8.2f} ×")


def throughput(texts: list[str]) -> None:
    """All reports with JSON on one core; a pass is one search for all words of the same stories. The checksum must not change."""
    from conflictparse import parse
    from conflictparse.outputs.jsonl import show
    from conflictparse.outputs.look import Look

    checksum = hashlib.sha256()
    for text in texts:
        checksum.update(show(parse(text), Look(explain=True)).encode())
    few, words = texts[:300], regex.compile(r"\w+")
    found = medians({"reports": lambda: [show(parse(text), Look()) for text in few], "pass": lambda: [words.findall(text) for text in few]}, 5, time.process_time)
    size = sum(len(text.encode()) for text in few)
    print(f"  {found['reports'] / len(few) * 1000:.2f} ms a story, {found['reports'] / size * 1e6:.2f} s a MB, {found['reports'] / found['pass']:.0f} passes")
    print(f"  checksum of {len(texts)} reports: {checksum.hexdigest()[:16]}")


def profile(texts: list[str]) -> None:
    """Where the time goes; the parts of the page are made when a finder first asks, so they are asked for before."""
    from conflictparse import wire
    from conflictparse.finders import dateline, figures, header, quotations, speakers
    from conflictparse.outputs.jsonl import show
    from conflictparse.outputs.look import Look
    from conflictparse.page import Page
    from conflictparse.report import Report

    spent: Counter[str] = Counter()

    def timed(name: str, action: Callable, *arguments):
        before = time.perf_counter()
        result = action(*arguments)
        spent[name] += time.perf_counter() - before
        return result

    for text in texts[:300]:
        story, warn = timed("reading", lambda: wire.story(text).at("-", 0)), [].append
        page = Page.of(story)
        timed("page", lambda: (page.tokens, page.paragraphs))
        head = timed("header", header.find, page)
        line, written = timed("dateline", dateline.find, page, head, None, warn)
        page = page.set_aside(line, head.byline, head.credit)
        timed("page", lambda: (page.verb, page.name, page.numbers, page.quotemarks, page.sentence))
        said = timed("quotations", quotations.find, page, warn)
        who, said = timed("speakers", speakers.find, page, said, warn)
        counted = timed("figures", figures.find, page, said, warn)
        report = Report(story.text, story.source, head, line, written, who, said, counted)
        timed("JSON", show, report, Look())
    print("  " + ", ".join(f"{name} {100 * seconds / spent.total():.0f} %" for name, seconds in spent.most_common()))


def growth(texts: list[str]) -> None:
    """How time grows with length: exponents, 1 where twice as long takes twice as long."""
    from conflictparse import parse

    cases = {"a story of many paragraphs": "\n\n".join(texts[:60]), **{name: part * (20_000 // len(part)) for name, part in HOSTILE.items()}}
    worst = {name: _exponent(parse, text) for name, text in cases.items()}
    for name, (exponent, pace) in sorted(worst.items(), key=lambda case: -case[1][0]):
        print(f"  {name:28}{exponent:8.2f}{pace:8.1f} s a MB")


def _exponent(parse: Callable, text: str) -> tuple[float, float]:
    found = medians({"n": lambda: parse(text), "8 n": lambda: parse(text * 8)}, 3, time.process_time)
    return math.log(found["8 n"] / found["n"], 8), found["8 n"] / (len(text.encode()) * 8) * 1e6


def batch(texts: list[str]) -> None:
    """Processes and delay: two against one, as many as it takes itself against one; a piped story's last byte to its report."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, f"{number}.txt") for number in range(len(texts))]
        for path, text in zip(paths, texts):
            path.write_text(text, encoding="utf-8")
        for count in sorted({1, 10, 100, min(1000, len(texts)), len(texts)}):
            names = [str(path) for path in paths[:count]]
            found = medians({jobs: lambda words=(*jobs.split(), *names): subprocess.run([*COMMAND, "-j", *words], env=ENVIRONMENT, stdout=subprocess.DEVNULL, check=True)
                             for jobs in ("-J 1", "-J 2", "")}, 7 if count < 100 else 1)
            print(f"  {count:6} files: two processes {found['-J 1'] / found['-J 2']:.2f} × as fast as one, by itself {found[''] / found['-J 1']:.2f} × the time of one")
    process = subprocess.Popen([*COMMAND, "-j"], env=ENVIRONMENT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    time.sleep(1)
    process.stdin.write(texts[0].encode())
    process.stdin.close()
    before = time.perf_counter()
    process.stdout.readline()
    print(f"  {(time.perf_counter() - before) * 1000:.0f} ms from the last byte of a piped story to its report")
    process.wait()


def memory(texts: list[str]) -> None:
    """The largest process, for many files against few, and for one file of many records whose other fields are long."""
    with tempfile.TemporaryDirectory() as place:
        for count in (FEW, MANY):
            for number in range(count):
                if number % 1000 == 0:
                    (folder := Path(place, str(count), str(number))).mkdir(parents=True)
                (folder / f"{number}.txt").write_text(texts[number % len(texts)][:SHORT], encoding="utf-8")
        with open(Path(place, "records.jsonl"), "w", encoding="utf-8") as file:
            while file.tell() < LINES:
                file.writelines(json.dumps({"text": text[:SHORT], "other": "x" * 9700}) + "\n" for text in texts[:100])
        few, many, long = (_peak(Path(place, name)) for name in (str(FEW), str(MANY), "records.jsonl"))
    print(f"  {few:.1f} MiB for {FEW} files, {many:.1f} for {MANY} ({many / few:.2f} ×), {long:.1f} for one file of {LINES // 1_000_000} MB ({long / few:.2f} ×)")


def _peak(path: Path) -> float:
    """The largest memory of a process that reads files, in MiB: asked of a process between, since it is kept for all children together."""
    code = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True); print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    found = subprocess.run([sys.executable, "-c", code, *COMMAND, "-j", "-J", "1", str(path)], env=ENVIRONMENT, capture_output=True, text=True, check=True)
    return int(found.stdout) / (1024**2 if sys.platform == "darwin" else 1024)


def main() -> None:
    """Print all of it; the collector is as patient as it is in the command, since otherwise it is what grows."""
    gc.set_threshold(UNHURRIED)
    texts = list(stories(COUNT))
    print(f"{machine()}\n{COUNT} stories of seed {SEED}, {sum(map(len, texts)) / COUNT:.0f} characters each\n\nOne story in a process of its own")
    start()
    print("\nMany stories on one core")
    throughput(texts)
    profile(texts)
    print("\nGrowth: exponent and pace at eight times the length")
    growth(texts)
    print("\nA folder and a pipe")
    batch(texts)
    print("\nMemory at most")
    memory(texts)
    if os.environ.get("PEERS"):
        from bench import peers

        print("\nOther tools on the same stories, how many times slower")
        peers.compare(texts[:100])


if __name__ == "__main__":
    main()
