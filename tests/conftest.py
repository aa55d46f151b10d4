"""What many tests need: the command, run as a user runs it, and the reports of all stories that we have."""
import os
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))


@pytest.fixture(scope="session")
def reports():
    """A report of every seed and every gold story, by name."""
    from gold.score import stories

    from conflictparse import parse, parse_file

    found = {path.name: report for path in SEEDS for report in parse_file(path)}
    for story in stories():
        day = story.get("reference_date")
        found[story["id"]] = parse(story["text"], reference=date.fromisoformat(day) if day else None)
    return found


@pytest.fixture
def run(tmp_path):
    """Run the command in an empty folder; bytes in, bytes out."""

    def running(*arguments, stdin: bytes = b"", env: dict | None = None, cwd=tmp_path, **options) -> subprocess.CompletedProcess:
        environment = {key: value for key, value in os.environ.items() if key not in ("COLUMNS", "NO_COLOR", "FORCE_COLOR")}
        options = {"capture_output": True, "input": stdin, **options} if "stdout" not in options else {"stderr": subprocess.PIPE, "input": stdin, **options}
        return subprocess.run([sys.executable, "-m", "conflictparse", *arguments], cwd=cwd, env={**environment, **(env or {})}, timeout=60, **options)

    return running


@pytest.fixture(autouse=True, scope="session")
def signals_are_heard():
    """Also where the tests run behind `nohup` or `&`, whose children would not hear Ctrl-C or a hang-up."""
    for number in (signal.SIGINT, getattr(signal, "SIGHUP", signal.SIGINT)):
        if signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)
