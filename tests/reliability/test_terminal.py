"""Rows 2, 3 and 4: nothing in a story or in a file's name takes effect on a terminal, in rich's markup, or in a spreadsheet."""
import csv
import re
import subprocess
import sys
from io import StringIO

import pytest
from terminal import on_a_terminal, with_errors_on_a_terminal

STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
SEQUENCES = ["\x1b]8;;http://kolb.example\x1b\\here\x1b]8;;\x1b\\", "\x1b]52;c;cm0gLXJmIH4=\x07", "\x1bP+q544e\x1b\\", "\x1b[2J", "\x9b31m", "\x1b]0;x\x07", "\u202ekcatta\u2066",
             *map(chr, (*range(1, 0x20), *range(0x7F, 0xA0)))]
STORY = "Port {0} shelled\n\nPORT MIRA, Oct 13 (Reuters) - Police{0} killed 12 dockers {0}, Ada {0} Kolb said.".format("".join(SEQUENCES))
PICTURE = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def hostile(tmp_path):
    """A story and a picture whose names and words hold everything that a terminal obeys."""
    for number, name in enumerate(SEQUENCES):
        (tmp_path / f"{number}{name.replace('/', '.')}.txt").write_text(STORY if number == 0 else f"Rain {name} fell on 3 towns.", encoding="utf-8")
        (tmp_path / f"{number}{name.replace('/', '.')}.png").write_bytes(PICTURE)
    return tmp_path


@pytest.mark.parametrize("form", ["text", "csv", "tsv", "json", "jsonl", "table"])
def test_nothing_that_is_read_steers_the_terminal(hostile, form):
    """On a terminal that shows output and errors alike."""
    code, seen = on_a_terminal("-f", form, "-v", "--color", "never", ".", cwd=hostile)
    assert code == 1 and seen.count("not text") == len(SEQUENCES) and not STEERING.findall(seen.replace("\r\n", "\n"))


def test_nor_do_errors_alone(hostile):
    code, _, seen = with_errors_on_a_terminal("--strict", "-q", ".", "gone\x1b[2J", cwd=hostile)
    assert code == 1 and "gone␛[2J: No such file" in seen and not STEERING.findall(seen.replace("\r\n", "\n"))


@pytest.mark.parametrize("arguments", [
    ("--\x1b[2J.txt",), ("-\x1b",), ("--fields", "\x1b[2J"), ("-f", "\x1b[2J"), ("--encoding", "\x1b[2J"), ("--reference-date", "\x1b[2J"), ("--rules", "\x1b[2J"), ("-o", "no\x1b[2J/where"),
    ("--files-from", "\x1b[2J"),
], ids=str)
def test_nor_do_arguments_which_a_shell_makes_of_names(run, arguments):
    done = run(*arguments, stdin=b"Rain fell.")
    assert done.returncode and done.stderr and not STEERING.findall(done.stderr.decode())


@pytest.mark.parametrize("words", ["[/b]", "[bold]x[/bold]", "[link=x]y", "[/]", "\\[red]", "[" * 30, "[@click=app.bell]x[/]"])
@pytest.mark.parametrize("form", ["table", "text"])
def test_markup_is_shown_as_it_is_written(tmp_path, words, form):
    (tmp_path / f"{words.replace('/', '')}.txt").write_text(f"Port {words} shelled\n\nPORT MIRA, Oct 13 (Reuters) - Police killed 12 dockers.", encoding="utf-8")
    code, seen = on_a_terminal("-f", form, "--color", "always", ".", cwd=tmp_path, columns=200)
    assert code == 0 and f"Port {words} shelled" in seen and words.replace("/", "") in seen


@pytest.mark.parametrize("payload", ["=1+1", "+1", "-1+cmd", "@SUM(A1)", '=HYPERLINK("http://kolb.example")', "-2+3", "+44 20", "@x", "=", "=cmd|' /C calc'!A0", "\t=1", "+"])
@pytest.mark.parametrize("options, guard", [((), "'"), (("--raw-csv",), "")])
def test_no_cell_of_a_spreadsheet_is_a_formula(run, payload, options, guard):
    """The cell is a headline, the last that of a place's longitude, a number."""
    story = f"{payload} shells the port\n\nTUNIS, Tunisia, Oct 13 (Reuters) - At least 12 dockers were killed.\n"
    done = run("-f", "csv", "--fields", "text,path", *options, stdin=story.encode())
    (_, (text, path)) = csv.reader(StringIO(done.stdout.decode(), newline=""))
    assert text == guard + story and path == "-"


def test_negative_numbers_are_left_alone(run):
    done = run("-e", "places", "-f", "csv", "--fields", "longitude", stdin=b"LIMA, Peru, Oct 13 (Reuters) - Rain fell.\n")
    assert float(done.stdout.decode().split()[1]) < -70


def test_a_terminal_without_room_is_enough(tmp_path):
    """One column, and a story of wide letters."""
    (tmp_path / "a.txt").write_text("「平和」 said 12 people [/b] 平和\n", encoding="utf-8")
    for form in ("table", "text"):
        assert on_a_terminal("-f", form, "a.txt", cwd=tmp_path, columns=1)[0] == 0


def test_a_name_that_is_an_option_is_no_path(tmp_path):
    (tmp_path / "--version").write_text("Rain fell on 3 towns.")
    done = subprocess.run([sys.executable, "-m", "conflictparse", "--", "--version"], cwd=tmp_path, capture_output=True, timeout=60)
    assert done.returncode == 0 and b'"path":"--version"' in done.stdout
