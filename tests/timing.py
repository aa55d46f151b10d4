"""How long it takes: a start, one story in a process of its own, a story among many, a megabyte of copy."""
import subprocess
import sys
import time

from gold.score import stories


def best(action, rounds: int = 7) -> float:
    """The shortest of several runs, in milliseconds."""
    times = []
    for _ in range(rounds):
        before = time.perf_counter()
        action()
        times.append((time.perf_counter() - before) * 1000)
    return min(times)


def command(*arguments: str, stdin: str = "") -> None:
    subprocess.run([sys.executable, "-m", "conflictparse", *arguments], input=stdin, text=True, capture_output=True, check=True)


def main() -> None:
    """Print a line for each."""
    texts = [story["text"] for story in stories()]
    size = sum(len(text.encode()) for text in texts)
    print(f"--version                  {best(lambda: command('--version')):8.1f} ms")
    print(f"one story, JSON Lines      {best(lambda: command('-j', stdin=texts[0])):8.1f} ms")
    print(f"one story, table           {best(lambda: command('-t', stdin=texts[0])):8.1f} ms")

    from conflictparse import parse

    together = best(lambda: [parse(text) for text in texts], 3)
    print(f"each of {len(texts)} stories         {together / len(texts):8.1f} ms")
    print(f"a megabyte of them         {together / size * 1e6:8.0f} ms")


if __name__ == "__main__":
    main()
