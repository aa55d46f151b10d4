"""What one start keeps for the next: found again, the same answers with it and without, never trusted when something has changed."""
import os
import subprocess
import sys

import pytest

from conflictparse.shelf import Shelf

STORY = "KINSHASA, Oct 15, 2017 (AFP) - At least 12 people were killed, police said.\n"
COUNTING = """
import regex, sys
made, compile = [], regex.compile
def counting(*arguments):
    made.append(arguments)
    return compile(*arguments)
regex.compile = counting
import atexit
atexit.register(lambda: print(len([parts for parts, *_ in made if parts]), file=sys.stderr))
sys.argv = ["conflictparse", "-j"]
from conflictparse.cli import main
main()
"""


LOADING = """
import sys
sys.argv = ["conflictparse", "-j"]
from conflictparse.cli import main
try:
    main()
finally:
    print(*(name for name in sys.modules if name.startswith("regex")), file=sys.stderr)
"""


def run(code, folder, **more) -> tuple[str, str]:
    """What a start says of the story, and what it says beside it."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | {"PYTHONPYCACHEPREFIX": str(folder), **more}
    done = subprocess.run([sys.executable, "-c", code], input=STORY, capture_output=True, text=True, timeout=60, env=environment, check=True)
    return done.stdout, done.stderr.strip()


def start(folder, **more) -> tuple[str, int]:
    """What a start says of the story, and how many patterns it has compiled."""
    said, many = run(COUNTING, folder, **more)
    return said, int(many)


def kept(folder):
    return sorted(path for path in folder.rglob("*.kept*"))


def test_the_second_start_compiles_nothing(tmp_path):
    first, many = start(tmp_path)
    second, none = start(tmp_path)
    assert many > 5 and none == 0 and first == second
    assert [path.name.split(".")[0] for path in kept(tmp_path)] == ["lexicon", "patterns"]


def test_the_second_start_loads_only_the_half_of_regex_that_matches(tmp_path):
    first, modules = run(LOADING, tmp_path)
    assert "regex._regex_core" in modules.split()
    assert run(LOADING, tmp_path) == (first, "regex._regex")


@pytest.mark.parametrize("content", [b"", b"x", b"\0" * 100, b"[\0\0\0\0"], ids=("empty", "letter", "nulls", "other"))
def test_a_broken_shelf_is_begun_anew(tmp_path, content):
    first, many = start(tmp_path)
    for path in kept(tmp_path):
        path.write_bytes(content)
    assert start(tmp_path) == (first, many)
    assert start(tmp_path) == (first, 0)


def test_a_shelf_that_was_cut_off_is_begun_anew(tmp_path):
    first, many = start(tmp_path)
    for path in kept(tmp_path):
        path.write_bytes(path.read_bytes()[:-100])
    assert start(tmp_path) == (first, many)


def test_nothing_is_kept_where_python_keeps_nothing(tmp_path):
    first, many = start(tmp_path, PYTHONDONTWRITEBYTECODE="1")
    assert many > 5 and not kept(tmp_path)


def shelf(tmp_path, *stamp) -> Shelf:
    """The shelf of a module of ours, in another folder."""
    made = Shelf("conflictparse.shelf", *stamp)
    made.path = str(tmp_path / "shelf.kept")
    made.things = made._read()
    return made


@pytest.fixture
def writing(monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def test_what_a_changed_file_says_is_made_anew(tmp_path, writing):
    file = tmp_path / "words.txt"
    file.write_text("one")
    first = shelf(tmp_path)
    assert first.get("words", file.read_text, str(file)) == "one"
    first._write()
    assert shelf(tmp_path).get("words", lambda: pytest.fail("read again"), str(file)) == "one"
    file.write_text("other")
    assert shelf(tmp_path).get("words", file.read_text, str(file)) == "other"


def test_what_another_version_has_made_is_gone(tmp_path, writing):
    first = shelf(tmp_path, "1")
    first.get("key", lambda: "old")
    first._write()
    assert shelf(tmp_path, "1").get("key", lambda: "new") == "old"
    assert shelf(tmp_path, "2").get("key", lambda: "new") == "new"


def test_two_starts_at_once_keep_what_both_have_made(tmp_path, writing):
    one, other = shelf(tmp_path), shelf(tmp_path)
    one.get("a", lambda: 1)
    other.get("b", lambda: 2)
    one._write()
    other._write()
    assert shelf(tmp_path).things.keys() == {"a", "b"}


def test_a_folder_that_nobody_may_write_to_is_no_error(tmp_path, writing):
    made = Shelf("conflictparse.shelf")
    made.path = str(tmp_path / "missing" / "shelf.kept")
    assert made.get("key", lambda: [1, "two", {"three": None}]) == [1, "two", {"three": None}]
    made._write()
    assert not list(tmp_path.iterdir())
