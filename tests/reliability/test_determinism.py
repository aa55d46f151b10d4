"""Row 19: the same bytes wherever, whenever and with however many processes."""
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from bench.stories import stories
from conftest import SEEDS

FIXTURES = Path(__file__).parents[1] / "wire" / "fixtures"
ELSEWHEN = """
import datetime, sys, time
later = 4_000_000_000 - time.time()
now, sys_argv = time.time, sys.argv
class Date(datetime.date):
    @classmethod
    def today(cls): return cls.fromtimestamp(now() + later)
class Moment(datetime.datetime):
    @classmethod
    def now(cls, tz=None): return cls.fromtimestamp(now() + later, tz)
    @classmethod
    def utcnow(cls): return cls.utcfromtimestamp(now() + later)
    @classmethod
    def today(cls): return cls.now()
time.time = lambda: now() + later
datetime.date, datetime.datetime = Date, Moment
from conflictparse.cli import main
main()
"""
HERE = ["-m", "conflictparse"]
ENVIRONMENTS = {
    "as it is": (HERE, {}),
    "time zone": (HERE, {"TZ": "Pacific/Apia"}),
    "locale": (HERE, {"LC_ALL": "tr_TR.ISO-8859-9", "LANG": "tr_TR.ISO-8859-9", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
    "hash seed": (HERE, {"PYTHONHASHSEED": "4294967295"}),
    "today": (["-c", ELSEWHEN], {}),
    "folder and terminal": (HERE, {"TERM": "dumb", "COLUMNS": "20", "LINES": "2", "HOME": "/nonexistent", "NO_COLOR": "1", "PYTHONIOENCODING": "ascii"}),
}


@pytest.fixture(scope="module")
def wire(tmp_path_factory):
    """Stories of every format, and some without a year or a place that is clear."""
    folder = tmp_path_factory.mktemp("wire")
    for path in (*SEEDS, *FIXTURES.iterdir()):
        shutil.copy(path, folder)
    for number, text in enumerate(stories(6)):
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    return folder


def written(wire: Path, environment: str, jobs: str, form: tuple[str, ...]) -> tuple[bytes, bytes]:
    command, variables = ENVIRONMENTS[environment]
    base = {key: value for key, value in os.environ.items() if key not in ("TZ", "LC_ALL", "LANG", "PYTHONHASHSEED", "COLUMNS", "NO_COLOR", "FORCE_COLOR")}
    elsewhere = wire.parent if environment == "folder and terminal" else Path("/")
    done = subprocess.run([sys.executable, *command, *form, "-J", jobs, str(wire)], cwd=elsewhere, capture_output=True, timeout=120, env={**base, **variables})
    return done.stdout, done.stderr


@pytest.fixture(scope="module")
def plain(wire):
    return {form: written(wire, "as it is", "1", form) for form in FORMS}


FORMS = (("-j", "--explain"), ("-e", "figures", "-f", "csv"))


@pytest.mark.parametrize("jobs", ["1", "2", "8"])
@pytest.mark.parametrize("environment", ENVIRONMENTS)
def test_the_same_bytes_everywhere(wire, plain, environment, jobs):
    form = FORMS[0]
    assert plain[form][0].count(b"\n") > 50 and written(wire, environment, jobs, form) == plain[form]


@pytest.mark.parametrize("environment", ["hash seed", "today"])
def test_and_in_rows(wire, plain, environment):
    assert written(wire, environment, "2", FORMS[1]) == plain[FORMS[1]]


def test_a_day_that_the_words_leave_open_is_not_today(run):
    """The clock is nobody's source: without a year in the story there is none in the report."""
    done = subprocess.run([sys.executable, "-c", ELSEWHEN, "-f", "csv", "--fields", "date", "-"], input=b"BEIRUT (Reuters) - At least 12 soldiers were killed yesterday, on Friday, Oct 13.\n", capture_output=True, timeout=60)
    assert (done.stdout, done.stderr) == (b"date\n\n", b"") or b"209" not in done.stdout
