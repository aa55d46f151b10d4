"""Rows 1 and 20: no pattern takes for ever, and none of a user's is run as one."""
import subprocess
import sys
import time

import pytest

from conflictparse import desk, parse, patterns, wire


@pytest.mark.parametrize("piece, size", [("A", 5_000_000), ("12 ", 1 << 18), ('" ', 1 << 18), (" ", 1 << 20), ("\n", 1 << 20)], ids=repr)
def test_a_line_without_end_is_a_story(run, piece, size):
    done = run(stdin=(piece * (size // len(piece))).encode())
    assert done.returncode == 0 and done.stdout.count(b"\n") == 1


@pytest.mark.parametrize("name", ["*" * 60 + "b", "a*" * 40 + "b", "[a-" * 30, "(a+)+$", "[" * 500, "!" * 500], ids=lambda name: name[:8])
def test_a_pattern_of_the_user_is_one_for_names(tmp_path, name):
    """Shell patterns, which do not back up without end, and nothing that regular expressions know."""
    (tmp_path / ("a" * 200)).write_text("Rain fell on 3 towns.")
    begun = time.monotonic()
    done = subprocess.run([sys.executable, "-m", "conflictparse", "--glob", name, "."], cwd=tmp_path, capture_output=True, timeout=30)
    assert done.returncode == 0 and done.stderr == b"" and time.monotonic() - begun < 10
    assert done.stdout.count(b"\n") == name.startswith("!")


@pytest.mark.parametrize("options", [("--fields", "__class__"), ("--fields", "header.__class__.__name__"), ("--fields", "path.upper"), ("--fields", "source.__init__.__globals__"), ("-e", "figures", "--fields", "number.text.__len__"),
                                     ("--fields", "speakers.0.__dict__"), ("--fields", "text()")], ids=str)
def test_names_of_fields_lead_into_the_report_and_nowhere_else(run, options):
    done = run(*options, stdin=b"Rain fell on 3 towns.")
    assert (done.returncode, done.stdout) == (2, b"") and b"no field" in done.stderr


@pytest.mark.parametrize("option", ["--text-field", "--date-field", "--id-field"])
def test_nor_do_names_of_fields_in_json(run, option):
    done = run("--input", "json", option, "__class__.__name__", stdin=b'{"text": "Rain fell on 3 towns."}')
    assert b"dict" not in done.stdout and done.stderr.count(b"\n") <= 1


# --- the door through which all patterns go -----------------------------------------------------------------------------
def test_what_takes_too_long_in_a_long_text_is_dropped_with_a_warning_and_the_report_comes(monkeypatch):
    """With so little time that every pattern takes too long; then none does in a text that is short."""
    stories = [wire.story("At least 12 people were killed in Beirut, police said.\n\n" * times + tail) for times, tail in ((1500, "A" * 70_000), (10, ""))]
    monkeypatch.setattr(patterns, "LIMIT", 1e-9)
    long, short = map(desk.read, stories)
    late = [warning.message for warning in long.warnings if warning.code == "rule_timeout"]
    assert "page.tokens._parted took too long, its finds are missing" in late and len(set(late)) == len(late)
    assert len(short.figures) == 10 and not any(warning.code == "rule_timeout" for warning in short.warnings)


def test_each_way_of_asking_ends_in_time_and_is_not_asked_twice(monkeypatch):
    monkeypatch.setattr(patterns, "LIMIT", 0.05)
    slow, text, told = patterns.pattern(r"(?:a|aa)+$"), "a" * 70_000 + "b", []
    with patterns.limited(told.append):
        begun = time.process_time()
        assert slow.search(text) is slow.match(text) is slow.fullmatch(text, 0, 70_001) is None and list(slow.finditer(text)) == slow.findall(text) == []
        assert slow.sub("", text) == text and slow.split(text) == [text]
        assert time.process_time() - begun < 1
    assert len(told) == 1 and told[0].endswith("test_each_way_of_asking_ends_in_time_and_is_not_asked_twice")
    for ask in (slow.search, slow.findall, slow.split, lambda words: list(slow.finditer(words)), lambda words: patterns.pattern(rb"(?:a|aa)+$").search(words.encode())):
        with pytest.raises(TimeoutError):  # a reader's, whose file is named
            ask(text)


def test_a_file_in_which_a_reader_takes_too_long_is_named_and_the_others_are_read(tmp_path):
    for name, times in (("a.txt", 1), ("b.txt", 4000), ("c.txt", 1)):
        (tmp_path / name).write_text("Rain fell on 3 towns.\n" * times)
    code = "from conflictparse import patterns; patterns.LIMIT = 1e-9; from conflictparse.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", code, "a.txt", "b.txt", "c.txt"], cwd=tmp_path, capture_output=True, timeout=60)
    assert (done.returncode, done.stderr, done.stdout.count(b"\n")) == (1, b"conflictparse: b.txt: a pattern took too long\n", 2)


def test_a_long_text_is_asked_as_a_short_one_is(monkeypatch):
    for text in ("he said 12 men, ", "“No,” he said. "):
        timed = parse(text * 200)
        monkeypatch.setattr(patterns, "LONG", 0)
        assert parse(text * 200) == timed
        monkeypatch.undo()
