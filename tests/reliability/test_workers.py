"""Row 12: a process that dies while it reads a story, by whatever death."""
import json
import subprocess
import sys

import pytest

DYING = """
import ctypes, os, signal
from conflictparse import cli, desk
read = desk.read
def reading(story, reference=None):
    if "EXIT" in story.text:
        os._exit(7)
    for name in ("SIGKILL", "SIGSEGV", "SIGBUS"):
        if name in story.text:
            os.kill(os.getpid(), getattr(signal, name))
    if "MEMORY" in story.text:
        raise MemoryError
    if "DEPTH" in story.text:
        raise RecursionError("maximum recursion depth exceeded")
    return read(story, reference)
desk.read = reading
cli.main()
"""
ENDINGS = {"EXIT": "the process that read it died (exit code 7)", "SIGKILL": "the process that read it died (Killed)", "SIGSEGV": "the process that read it died (Segmentation fault)",
           "MEMORY": "internal error: MemoryError: ", "DEPTH": "internal error: RecursionError: maximum recursion depth exceeded"}


@pytest.mark.parametrize("jobs", ["2", "5"])
def test_culprits_are_named_and_all_others_are_read_in_order(tmp_path, jobs):
    """Among 60 stories, several to a lot, five that kill; two stand side by side, one is the first, one the last."""
    deaths = dict(zip((0, 17, 18, 40, 59), ENDINGS))
    for number in range(60):
        (tmp_path / f"{number:02}.txt").write_text(f"{deaths.get(number, 'Rain')} fell on {number + 2} towns.")
    done = subprocess.run([sys.executable, "-c", DYING, "-J", jobs, "."], cwd=tmp_path, capture_output=True, timeout=120)
    assert done.returncode == 1
    assert [json.loads(line)["source"]["path"] for line in done.stdout.splitlines()] == [f"./{number:02}.txt" for number in range(60) if number not in deaths]
    assert done.stderr.decode().splitlines() == [f"conflictparse: ./{number:02}.txt: {ENDINGS[death]}" for number, death in deaths.items()]
