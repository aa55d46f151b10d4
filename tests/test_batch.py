"""Runs over many stories, as a user meets them: processes, target files, what is said meanwhile, and how they end."""
import json
import os
import signal
import subprocess
import sys
import time

import pytest
from terminal import with_errors_on_a_terminal

PICTURE = b"\x89PNG\r\n\x1a\n"
FAULTY = """
from conflictparse import cli, desk
read = desk.read
def reading(story, reference=None):
    if "FAULT" in story.text:
        raise ValueError("of our own making")
    return read(story, reference)
desk.read = reading
cli.main()
"""


def story(number: int) -> bytes:
    return f"Clash in Beirut\n\nBEIRUT, Oct 13, 2017 (Reuters) - At least {number} soldiers were killed, police said.\n".encode()


@pytest.fixture
def wire(tmp_path):
    """Twenty stories and a picture."""
    (tmp_path / "wire").mkdir()
    for number in range(2, 22):
        (tmp_path / "wire" / f"{number:02}.txt").write_bytes(story(number))
    (tmp_path / "wire" / "13.png").write_bytes(PICTURE)
    return tmp_path


def reports(raw: bytes) -> list[str]:
    return [json.loads(line)["source"]["path"] for line in raw.splitlines()]


# --- processes ----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("form", [(), ("-e", "figures", "-f", "csv")], ids=str)
def test_the_number_of_processes_changes_nothing(run, wire, form):
    first, *others = (run(*form, *jobs, "wire", "-", "gone.txt", stdin=story(99)) for jobs in ((), ("-J", "1"), ("--jobs", "3")))
    assert first.returncode == 1 and first.stderr == b"conflictparse: wire/13.png: not text\nconflictparse: gone.txt: No such file or directory\n"
    assert all((done.returncode, done.stdout, done.stderr) == (1, first.stdout, first.stderr) for done in others)


def test_zero_is_a_process_for_each_processor(run, wire):
    assert run("-J", "0", "wire").stdout == run("wire").stdout


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_debug_shows_where_a_fault_of_ours_is(wire, jobs):
    (wire / "wire" / "10.txt").write_bytes(b"FAULT")
    quiet, loud = (subprocess.run([sys.executable, "-c", FAULTY, "-J", jobs, *options, "wire/10.txt", "wire/11.txt"], cwd=wire, capture_output=True, timeout=60) for options in ((), ("--debug",)))
    assert quiet.stderr == b"conflictparse: wire/10.txt: internal error: ValueError: of our own making\n" and quiet.returncode == 1 and len(reports(quiet.stdout)) == 1
    assert b"Traceback" in loud.stderr and b"in reading" in loud.stderr and loud.stdout == quiet.stdout


@pytest.mark.parametrize("number, code", [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_signal_ends_all_processes_and_no_line_is_broken(wire, jobs, number, code):
    os.mkfifo(wire / "fifo")  # so that the run does not end by itself
    process = subprocess.Popen([sys.executable, "-m", "conflictparse", "-J", jobs, "--unbuffered", "wire", "fifo"], cwd=wire, start_new_session=True,
                               bufsize=0, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    first = process.stdout.readline()
    os.killpg(process.pid, number) if number == signal.SIGINT else process.send_signal(number)
    rest, said = process.communicate(timeout=30)
    assert (process.returncode, said.removeprefix(b"conflictparse: wire/13.png: not text\n")) == (code, b"") and (first + rest).endswith(b"\n") and reports(first + rest)[0] == "wire/02.txt"
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)


# --- where it goes ------------------------------------------------------------------------------------------------------
def test_a_file_appears_when_it_is_whole(run, wire):
    (wire / "out").write_bytes(b"old")
    (wire / "out").chmod(0o640)
    done = run("-o", "out", "wire/02.txt", "wire/13.png")
    assert (done.returncode, done.stdout) == (1, b"") and reports((wire / "out").read_bytes()) == ["wire/02.txt"]
    assert (wire / "out").stat().st_mode & 0o777 == 0o640 and sorted(os.listdir(wire)) == ["out", "wire"]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_run_that_is_stopped_leaves_the_old_file(wire, number):
    os.mkfifo(wire / "fifo")
    (wire / "out").write_bytes(b"old")
    process = subprocess.Popen([sys.executable, "-m", "conflictparse", "-o", "out", "wire/02.txt", "fifo"], cwd=wire, stderr=subprocess.PIPE)
    with open(wire / "fifo", "wb"):  # opens when the first story is read
        process.send_signal(number)
        assert process.communicate(timeout=30)[1] == b""
    assert process.returncode == 128 + number and (wire / "out").read_bytes() == b"old" and sorted(os.listdir(wire)) == ["fifo", "out", "wire"]


def test_a_link_stays_one_and_a_device_is_written_to(run, wire):
    (wire / "link").symlink_to("out")
    assert run("-o", "link", "wire/02.txt").returncode == 0 and (wire / "link").is_symlink() and reports((wire / "out").read_bytes())
    assert run("-o", "/dev/stdout", "wire/02.txt").stdout == run("-o", "-", "wire/02.txt").stdout != b""


@pytest.mark.parametrize("path, words", [("nowhere/out", b"No such file or directory"), ("wire", b"Is a directory"), ("/dev/full", b"No space left on device")])
def test_a_file_that_cannot_be_written_is_an_error(run, wire, path, words):
    done = run("-o", path, "wire/02.txt")
    assert (done.returncode, done.stderr) == (2, b"conflictparse: write error: " + words + b": " + path.encode() + b"\n")


def test_appending_adds_reports_and_a_table_keeps_one_head(run, wire):
    for form, name in (((), "out.jsonl"), (("-e", "figures", "-f", "csv", "--fields", "value"), "out.csv")):
        for number in (2, 3):
            assert run(*form, "-o", name, "--append", f"wire/{number:02}.txt").returncode == 0
    assert reports((wire / "out.jsonl").read_bytes()) == ["wire/02.txt", "wire/03.txt"] and (wire / "out.csv").read_text() == "value\n2\n3\n"


@pytest.mark.parametrize("kept, jobs", [(0, "1"), (1, "1"), (0.3, "1"), (0.3, "2"), (0.5, "1"), (-1, "1"), (1.0, "1")])
def test_a_run_that_was_broken_off_is_taken_up_again(run, wire, kept, jobs):
    """Wherever it broke off, also within a line, or before the last line's end."""
    whole = run("wire").stdout
    (wire / "out").write_bytes(whole[: kept if isinstance(kept, int) else int(len(whole) * kept)])
    done = run("-o", "out", "--append", "--skip-done", "-J", jobs, "-v", "wire")
    assert (wire / "out").read_bytes() == whole
    assert b"21 files, 0 passed over, 1 failed" in done.stderr


def test_a_story_that_changed_is_read_again(run, wire):
    run("-o", "out", "wire/02.txt", "wire/03.txt")
    (wire / "wire" / "03.txt").write_bytes(story(77))
    run("-o", "out", "--append", "--skip-done", "wire/02.txt", "wire/03.txt")
    assert reports((wire / "out").read_bytes()) == ["wire/02.txt", "wire/03.txt", "wire/03.txt"]


def test_what_is_no_report_tells_nothing_of_what_is_done(run, wire):
    (wire / "out").write_bytes(b'{"a": 1}\n')
    done = run("-o", "out", "--append", "--skip-done", "wire")
    assert (done.returncode, done.stderr) == (2, b"conflictparse: out: line 1 is no report, so what is done cannot be told\n") and (wire / "out").read_bytes() == b'{"a": 1}\n'


# --- what is read -------------------------------------------------------------------------------------------------------
def test_files_come_from_a_list(run, wire):
    assert reports(run("--files-from", "-", "wire/05.txt", stdin=b"wire/03.txt\nwire/02.txt\n").stdout) == ["wire/05.txt", "wire/03.txt", "wire/02.txt"]
    (wire / "list").write_bytes(b"wire/03.txt\0wire/02.txt\0")
    assert reports(run("-0", "--files-from", "list").stdout) == ["wire/03.txt", "wire/02.txt"]
    done = run("--files-from", "gone", "wire/02.txt")
    assert (done.returncode, len(reports(done.stdout)), done.stderr) == (1, 1, b"conflictparse: gone: No such file or directory\n")


def test_standard_input_is_not_list_and_story_at_once(run, wire):
    done = run("--files-from", "-", stdin=b"wire/02.txt\n-\n")
    assert (done.returncode, done.stderr) == (1, b"conflictparse: -: standard input is the list of files\n")


def test_patterns_hidden_files_and_links(run, wire):
    (wire / "wire" / ".more").mkdir()
    (wire / "wire" / ".more" / "60.txt").write_bytes(story(60))
    (wire / "linked").mkdir()
    (wire / "linked" / "61.txt").write_bytes(story(61))
    (wire / "wire" / "link").symlink_to("../linked")
    assert reports(run("--glob", "[0-2]*.txt", "--glob", "!2?.*", "--glob", "!0*", "wire").stdout) == [f"wire/{number}.txt" for number in range(10, 20)]
    assert reports(run("--glob", "6*", "--hidden", "--follow", "wire").stdout) == ["wire/.more/60.txt", "wire/link/61.txt"]


# --- what is said -------------------------------------------------------------------------------------------------------
def test_the_closing_line_accounts_for_everything(run, wire):
    done = run("-v", "wire")
    assert done.stderr.decode().splitlines()[0] == "conflictparse: wire/13.png: not text"
    assert done.stderr.decode().splitlines()[1].startswith("conflictparse: 21 files, 0 passed over, 1 failed, 0 stories done before, 20 stories, ") and " a second, 0 warnings, " in done.stderr.decode()


THIN = b"Mossor\xf3 fell."


def test_warnings_are_named_when_asked_for_and_failures_when_strict(run):
    word = b"conflictparse: -: encoding_guessed: read as cp1252\n"
    plain, told, strict, hushed = (run(*options, stdin=THIN) for options in ((), ("-v",), ("--strict",), ("--strict", "-q")))
    assert (plain.returncode, plain.stderr) == (0, b"") and (told.returncode, told.stderr.startswith(word)) == (0, True)
    assert (strict.returncode, strict.stderr) == (1, word) and (hushed.returncode, hushed.stderr) == (1, b"")
    assert run("--strict", stdin=b"Nobody fell.").returncode == 0


def test_errors_are_said_even_quietly(run, wire):
    assert run("-q", "wire/13.png").stderr == b"conflictparse: wire/13.png: not text\n"


def test_a_report_comes_at_once_when_unbuffered(wire):
    os.mkfifo(wire / "fifo")
    process = subprocess.Popen([sys.executable, "-m", "conflictparse", "--unbuffered", "wire/02.txt", "fifo"], cwd=wire, stdout=subprocess.PIPE)
    assert reports(process.stdout.readline()) == ["wire/02.txt"]
    (wire / "fifo").write_bytes(story(3))
    assert reports(process.communicate(timeout=30)[0]) == ["fifo"]


@pytest.mark.parametrize("options, shown", [((), True), (("-q",), False)])
def test_progress_is_shown_on_a_terminal_after_a_second(wire, options, shown):
    os.mkfifo(wire / "fifo")

    def meanwhile():
        with open(wire / "fifo", "wb") as fifo:
            time.sleep(1.2)
            fifo.write(story(3))

    code, out, seen = with_errors_on_a_terminal(*options, "-J", "1", "wire/02.txt", "fifo", "wire/13.png", cwd=wire, meanwhile=meanwhile)
    assert code == 1 and len(reports(out)) == 2 and seen.count("conflictparse: wire/13.png: not text\r\n") == 1
    assert (("\r\x1b[K2 stories, " in seen) and ("0:01 left, 0 failed\r\x1b[K" in seen)) == shown


def test_short_work_shows_no_progress(wire):
    assert with_errors_on_a_terminal("wire/02.txt", cwd=wire)[2] == ""
