"""Row 17: a run that is killed is taken up again; nothing is done twice and nothing is left out."""
import os
import random
import subprocess
import sys
import time

import pytest

STORY = "Clash in Beirut\n\nBEIRUT, Oct 13, 2017 (Reuters) - At least {} soldiers were killed, police said.\n"
KILLS = 20


@pytest.fixture
def wire(tmp_path):
    (tmp_path / "wire").mkdir()
    for number in range(150):
        (tmp_path / "wire" / f"{number:03}.txt").write_text(STORY.format(number + 2))
    (tmp_path / "wire" / "several.jsonl").write_text("".join(f'{{"text": "Rain fell on {number} towns."}}\n' for number in range(2, 50)))
    (tmp_path / "wire" / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    return tmp_path


def test_killed_at_random_moments_and_taken_up_again_it_writes_what_a_clean_run_does(run, wire):
    """SIGKILL, twenty times in all, each time on what the last run has left; whenever a file is whole it is begun anew."""
    whole, chance, kills = run("wire").stdout, random.Random(17), 0
    while kills < KILLS:
        process = subprocess.Popen([sys.executable, "-m", "conflictparse", "-J", chance.choice("12"), "-o", "out", "--append", "--skip-done", "--unbuffered", "wire"], cwd=wire,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.1, 0.4))
        process.kill()
        kills += process.wait(timeout=30) == -9
        written = (wire / "out").read_bytes() if (wire / "out").exists() else b""
        assert whole.startswith(written)
        if written == whole:
            (wire / "out").unlink()
    done = run("-o", "out", "--append", "--skip-done", "wire")
    assert (done.returncode, done.stderr) == (1, b"conflictparse: wire/picture.png: not text\n") and (wire / "out").read_bytes() == whole


def test_a_file_is_there_whole_or_not_at_all(wire):
    """Killed at random moments, `-o` has left the old file or put the new one in its place."""
    chance, whole = random.Random(18), None
    (wire / "out").write_bytes(b"old")
    for _ in range(8):
        process = subprocess.Popen([sys.executable, "-m", "conflictparse", "-J", "1", "-o", "out", "wire"], cwd=wire, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.2, 0.6))
        process.kill()
        process.wait(timeout=30)
        found = (wire / "out").read_bytes()
        assert found == b"old" or found.count(b"\n") == 198 and found == (whole or found)
        whole = None if found == b"old" else found
        (wire / "out").write_bytes(b"old")
    assert all(name in ("out", "wire") or name.endswith(".part") for name in os.listdir(wire))


def test_what_a_killed_run_has_left_is_taken_away_by_a_later_one_but_nothing_that_is_held_or_young(run, wire):
    """Two runs that wait for a pipe, of which one is killed; a file of somebody's, and one that is just being opened."""
    os.mkfifo(wire / "fifo")
    killed, living = (subprocess.Popen([sys.executable, "-m", "conflictparse", "-J", "1", "-o", "out", "wire/001.txt", "fifo"], cwd=wire, stderr=subprocess.DEVNULL) for _ in range(2))
    parts = {process: wire / f".out.{process.pid}.part" for process in (killed, living)}
    while not all(map(os.path.exists, parts.values())):
        time.sleep(0.02)
    killed.kill()
    killed.wait(timeout=30)
    (wire / ".out.notes.part").write_text("mine")
    (wire / ".out.0.part").write_text("")
    for part in (*parts.values(), wire / ".out.notes.part"):
        os.utime(part, (0, 0))
    assert run("-o", "out", "wire/002.txt").returncode == 0
    assert sorted(os.listdir(wire)) == sorted([".out.0.part", ".out.notes.part", parts[living].name, "fifo", "out", "wire"])
    (wire / "fifo").write_text("Rain fell on 3 towns.")
    assert living.wait(timeout=30) == 0 and (wire / "out").read_bytes().count(b"\n") == 2
