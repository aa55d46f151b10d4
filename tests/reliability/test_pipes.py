"""Rows 13 to 16: disks that are full, readers that have gone, streams that are closed, and signals at any time."""
import json
import os
import random
import resource
import signal
import subprocess
import sys
import time

import pytest

COMMAND = [sys.executable, "-m", "conflictparse"]
STORY = b"Port shelled\n\nPORT MIRA, Oct 13 (Reuters) - At least 12 dockers were killed on Friday, police said.\n"


@pytest.fixture
def wire(tmp_path):
    """A hundred stories, whose reports are more than a pipe holds."""
    (tmp_path / "wire").mkdir()
    for number in range(100):
        (tmp_path / "wire" / f"{number:03}.txt").write_bytes(STORY.replace(b"12", b"%d" % (number + 2)))
    return tmp_path


# --- row 13: no room ----------------------------------------------------------------------------------------------------
def without_room(*arguments, cwd, room: int) -> subprocess.CompletedProcess:
    """Run the command where no file may grow beyond so many bytes: a full disk that needs no mount."""
    return subprocess.run([*COMMAND, *arguments], cwd=cwd, capture_output=True, timeout=60, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)))


@pytest.mark.parametrize("options", [("-j",), ("-t",), ("--rules", "--version"), ("--schema",), ("--rules",), ("--help",)])
def test_a_full_disk_is_an_error(run, wire, options):
    if not os.path.exists("/dev/full"):
        pytest.skip("this system has no /dev/full; the next test fills a file")
    with open("/dev/full", "wb") as full:
        done = run(*options, *(["wire"] if len(options[0]) == 2 else []), stdout=full)
    assert (done.returncode, done.stderr) == (2, b"conflictparse: write error: No space left on device\n")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_file_for_which_there_is_no_room_is_left_as_it_was(wire, jobs):
    (wire / "out").write_bytes(b"old\n")
    done = without_room("-J", jobs, "-o", "out", "wire", cwd=wire, room=65536)
    assert (done.returncode, done.stdout, done.stderr) == (2, b"", b"conflictparse: write error: File too large: out\n")
    assert (wire / "out").read_bytes() == b"old\n" and sorted(os.listdir(wire)) == ["out", "wire"]


@pytest.mark.parametrize("room", [100, 20_000, 65536, 65537])
def test_what_is_appended_before_there_is_no_room_is_whole_lines_and_can_be_taken_up(run, wire, room):
    whole = run("wire").stdout
    done = without_room("-o", "out", "--append", "wire", cwd=wire, room=room)
    written = (wire / "out").read_bytes()
    assert (done.returncode, done.stderr) == (2, b"conflictparse: write error: File too large: out\n") and whole.startswith(written) and written.endswith(b"\n") == bool(written)
    assert run("-o", "out", "--append", "--skip-done", "wire").returncode == 0 and (wire / "out").read_bytes() == whole


def test_a_folder_that_may_not_be_written_to(run, wire):
    done = run("-o", "/proc/out" if os.path.isdir("/proc") else "wire", "wire/001.txt")
    assert done.returncode == 2 and done.stderr.startswith(b"conflictparse: write error: ") and done.stderr.count(b"\n") == 1


# --- row 14: a reader that has gone -------------------------------------------------------------------------------------
@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("take", [0, 1, 4096, 65537])
def test_a_reader_that_has_seen_enough_is_no_error(wire, take, jobs):
    """And nothing is read for long after it: of stories without end the rest is left."""
    call = f'yes wire/001.txt | "{sys.executable}" -m conflictparse -J {jobs} --files-from - | head -c {take}; echo ${{PIPESTATUS[1]}} >&2'
    done = subprocess.run(call, shell=True, executable="/bin/bash", cwd=wire, capture_output=True, timeout=60)
    assert done.stderr == b"0\n" and len(done.stdout) == take


def test_a_terminal_that_is_closed_ends_the_run(wire):
    """Hung up, as a shell does it with those who hang on a terminal."""
    controller, end = os.openpty()
    process = subprocess.Popen([*COMMAND, "-j", "--files-from", "/dev/stdin"], cwd=wire, stdin=subprocess.PIPE, stdout=end, stderr=subprocess.PIPE)
    os.close(end)
    process.stdin.write(b"wire/001.txt\n" * 10)
    process.stdin.flush()
    os.read(controller, 10)
    os.close(controller)
    errors = process.communicate(b"wire/001.txt\n" * 5000, timeout=60)[1]
    assert process.returncode == 2 and errors == b"conflictparse: write error: Input/output error\n"


# --- row 15: closed streams ---------------------------------------------------------------------------------------------
@pytest.mark.parametrize("redirection, code, out, errors", [
    (">&-", 2, b"", b"conflictparse: standard output is closed\n"), ("<&-", 0, b'"path":"wire/001.txt"', b""), ("2>&-", 0, b'"path":"wire/001.txt"', b""), ("<&- 2>&-", 0, b'"path":"wire/001.txt"', b""),
    (">&- 2>&-", 2, b"", b""),
])
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_closed_streams(wire, redirection, code, out, errors, jobs):
    done = subprocess.run(f'"{sys.executable}" -m conflictparse -J {jobs} wire {redirection}', shell=True, executable="/bin/bash", cwd=wire, capture_output=True, timeout=60)
    assert (done.returncode, done.stderr) == (code, errors) and out in done.stdout and done.stdout.count(b"\n") == 100 * bool(out)


def test_a_closed_standard_input_holds_nothing(wire):
    done = subprocess.run(f'"{sys.executable}" -m conflictparse <&-', shell=True, executable="/bin/bash", cwd=wire, capture_output=True, timeout=60)
    assert done.returncode == 0 and b'"empty"' in done.stdout


# --- row 16: signals ----------------------------------------------------------------------------------------------------
ENDS = {signal.SIGINT: (130, -2), signal.SIGTERM: (143, -15)}  # by itself once it writes; before that as any program, which a shell calls 130 and 143 too


@pytest.mark.parametrize("number", ENDS, ids=lambda number: number.name)
@pytest.mark.parametrize("options", [("-J", "1"), ("-J", "2"), ("-J", "2", "-o", "out")], ids=" ".join)
def test_a_signal_at_any_time_ends_all_and_leaves_whole_lines(wire, number, options):
    """To the whole group, as a terminal sends it, at random moments from the start on; every one of these is heard within seconds."""
    chance, ends = random.Random(f"{number}{options}"), ENDS[number]
    (wire / "out").write_bytes(b"old")
    os.mkfifo(wire / "fifo")  # never opened: the run does not end by itself
    for _ in range(4):
        process = subprocess.Popen([*COMMAND, *options, "wire", "fifo"], cwd=wire, start_new_session=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        time.sleep(chance.uniform(0.03, 0.5))
        os.killpg(process.pid, number)
        out, errors = process.communicate(timeout=30)
        assert process.returncode in ends and (not errors or errors.endswith(b"KeyboardInterrupt\n") and b"/typer/" not in errors)  # Python's own start is not ours to guard
        assert not out or out.endswith(b"\n") and all(map(json.loads, out.splitlines()))
        assert sorted(os.listdir(wire)) == ["fifo", "out", "wire"] and (wire / "out").read_bytes() == b"old"
        with pytest.raises(ProcessLookupError):
            for _ in range(100):  # who is dead is taken away by init, which may take a moment
                os.killpg(process.pid, 0)
                time.sleep(0.02)
