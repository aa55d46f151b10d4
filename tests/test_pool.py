"""Many files at once: the same results in the same order as one by one, whatever happens to a process."""
import multiprocessing
import os
import signal
from itertools import count

import pytest

from conflictparse import pool, worker
from conflictparse.errors import UnreadableFile
from conflictparse.pool import HELD, gradual, lots, parallel
from conflictparse.worker import BATCH, serial

FILES = [str(number) for number in range(100)]


def work(file: str):
    """Some results a file, by its name; some files cannot be read, some kill who reads them."""
    if file.startswith("bad"):
        raise UnreadableFile(file, "not text")
    yield f"{file}a"
    if file == "broken":
        raise UnreadableFile(file, "broken off")
    if file == "killer":
        os.kill(os.getpid(), signal.SIGKILL)
    if file == "quitter":
        os._exit(7)
    yield f"{file}b"
    if file == "late":
        os.kill(os.getpid(), signal.SIGKILL)


def who(file: str):
    yield os.getpid()


def many(file: str):
    yield from range(HELD * 3)


def said(results) -> list[str]:
    return [str(result) for result in results]


@pytest.fixture(autouse=True)
def no_orphans():
    yield
    assert not multiprocessing.active_children()


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_results_and_errors_come_in_order(jobs):
    files = [*FILES[:40], "bad1", UnreadableFile("gone", "No such file"), *FILES[40:], "broken", "bad2"]
    assert said(parallel(work, files, jobs)) == said(serial(work, files))


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("killer, ending", [("killer", "Killed"), ("quitter", "exit code 7")])
def test_a_process_that_dies_is_replaced_and_the_culprit_is_named(jobs, killer, ending):
    files = [*FILES[:20], killer, *FILES[20:70], killer, *FILES[70:]]
    found = said(parallel(work, files, jobs))
    assert found == [line for file in files for line in ([f"{killer}: the process that read it died ({ending})"] if file == killer else [f"{file}a", f"{file}b"])]


def test_what_came_of_a_file_before_the_end_is_not_said_twice(monkeypatch):
    monkeypatch.setattr(worker, "BATCH", 1)
    assert said(parallel(work, ["1", "late", "2"], 2)) == ["1a", "1b", "latea", "late: the process that read it died (Killed)", "2a", "2b"]


def test_a_process_that_dies_at_rest_costs_nothing():
    results = parallel(work, iter(FILES), 2)
    found = [next(results)]
    multiprocessing.active_children()[0].kill()
    assert said([*found, *results]) == said(serial(work, FILES))


def test_standard_input_is_read_by_the_parent_and_files_by_others():
    one, two, three = parallel(who, ["a", "-", "b"], 2)
    assert two == os.getpid() and os.getpid() not in (one, three)


def test_files_are_not_collected_far_ahead():
    """Of an endless list only some are taken before the first result is out."""
    taken = []
    results = parallel(who, (taken.append(str(n)) or str(n) for n in count()), 2)
    for _ in range(500):
        next(results)
    results.close()
    assert len(taken) <= 500 + pool.AHEAD * 2 * pool.LOT + 2 * pool.LOT


def test_what_comes_of_a_long_file_waits_where_it_is_made():
    workers = pool.Pool(many, FILES[:6], 2)
    workers.coming = iter([pool.Lot([file]) for file in FILES[:6]])
    seen, held = 0, 0
    try:
        for seen, _ in enumerate(workers.results(), 1):
            held = max([held, *(len(lot.results) for lot in list(workers.window)[1:])])
        assert seen == 6 * 3 * HELD and held <= HELD + BATCH
    finally:
        workers.dismiss()


def test_who_stops_asking_leaves_nobody_behind():
    results = parallel(work, (str(n) for n in count()), 3)
    assert next(results) == "0a" and len(multiprocessing.active_children()) == 3
    results.close()


@pytest.mark.parametrize("trial, alone", [(0.0, False), (60.0, True)])
def test_processes_are_started_when_they_are_worth_it(monkeypatch, trial, alone):
    monkeypatch.setattr(pool, "TRIAL", trial)
    monkeypatch.setattr(pool, "processors", lambda: 2)
    assert (set(gradual(who, FILES)) == {os.getpid()}) == alone
    assert said(gradual(work, [*FILES, "bad"])) == said(serial(work, [*FILES, "bad"]))


@pytest.mark.parametrize("processors, files", [(1, FILES), (2, FILES[:2]), (2, [])])
def test_and_not_otherwise(monkeypatch, processors, files):
    monkeypatch.setattr(pool, "TRIAL", 0.0)
    monkeypatch.setattr(pool, "processors", lambda: processors)
    assert set(gradual(who, files)) <= {os.getpid()}


def test_lots_are_small_in_number_and_in_weight(tmp_path):
    heavy = tmp_path / "heavy"
    heavy.write_bytes(b"x" * (pool.WEIGHT + 1))
    assert [len(lot.files) for lot in lots(FILES[:40])] == [16, 16, 8]
    assert [len(lot.files) for lot in lots([str(heavy), str(heavy), "1", "2"])] == [1, 1, 2]


@pytest.mark.parametrize("granted", [0, 1])
def test_where_the_system_has_no_more_processes_fewer_do(monkeypatch, granted):
    hired, hire = [], pool.hired

    def refusing(work):
        hired.append(work)
        if len(hired) > granted:
            raise BlockingIOError("Resource temporarily unavailable")
        return hire(work)

    monkeypatch.setattr(pool, "hired", refusing)
    assert said(parallel(work, [*FILES, "bad"], 3)) == said(serial(work, [*FILES, "bad"]))


def test_small_work_starts_few_processes():
    results = parallel(work, ["1", "2"], 8)
    assert next(results) == "1a" and len(multiprocessing.active_children()) == 1
    results.close()
