"""What is true of any input: hypothesis looks for one of which it is not. The promises themselves are in `fuzz/checks.py`."""
import json
import subprocess
import sys

import pytest
from fuzz.checks import check, read
from fuzz.inputs import NOISE, WIRES, made
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from conflictparse import parse
from conflictparse.outputs import show
from conflictparse.outputs.look import Look

bounded = settings(max_examples=80, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
words = some.lists(some.one_of(some.sampled_from(NOISE), some.text(max_size=12)), max_size=25).map(" ".join)
made_up = some.integers(min_value=0, max_value=10**6).map(lambda number: made(3, number, short=True))


@bounded
@given(some.one_of(some.binary(max_size=300), some.builds(lambda one, two, at: one[:at] + two + one[at:], some.sampled_from(WIRES), some.binary(max_size=20), some.integers(0, 500))))
def test_any_bytes_make_reports_or_clear_lines(raw):
    check(raw, thoroughly=True)


@bounded
@given(words)
def test_any_text_makes_a_report(text):
    assert check(text.encode("utf-8", "surrogatepass"))


@bounded
@given(some.text(alphabet="[]/\\=@#(): abBred", min_size=1, max_size=30).map(str.strip).filter(bool))
def test_brackets_are_shown_as_they_are_written(words):
    """Row 3, on any words: in a headline, a name and what is counted."""
    report = parse(f"Port {words} shelled\n\nPORT MIRA, Oct 13 (Reuters) - Ada Kolb said 12 {words} dockers had been killed in Mira.")
    for form in ("table", "text"):
        shown = show(report, form, Look(width=400, terminal=True))
        assert "".join(f"Port {words} shelled".split()) in "".join(shown.split())


@bounded
@given(words)
def test_a_program_gets_what_the_command_gets(text):
    """`parse` takes the text that a reader would make of the bytes."""
    report = parse(text)
    assert parse(report.text).figures == report.figures and parse(report.text).text == report.text


@bounded
@given(some.lists(made_up, min_size=1, max_size=3), made_up)
def test_a_report_does_not_depend_on_what_was_read_before(before, raw):
    alone = list(read(raw))
    for other in before:
        list(read(other))
    assert list(read(raw)) == alone


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_alone_in_a_batch_and_from_standard_input_it_is_the_same(run, tmp_path, jobs):
    """Sixty inputs of the fuzzer's; each comes out of a folder as it comes out of a pipe."""
    for number in range(60):
        (tmp_path / f"{number:02}").write_bytes(made(4, number))
    found: dict[str, list] = {}
    for line in run("-J", jobs, "--include-text", ".").stdout.splitlines():
        report = json.loads(line)
        found.setdefault(report["source"].pop("path").removeprefix("./"), []).append(report)
    for number in range(0, 60, 10):
        piped = [json.loads(line) for line in run("--include-text", stdin=made(4, number)).stdout.splitlines()]
        assert [{**report, "source": {key: value for key, value in report["source"].items() if key != "path"}} for report in piped] == found.get(f"{number:02}", [])


def test_neighbours_in_a_file_change_nothing(tmp_path):
    """Stories in one stream of records, in any order."""
    texts = [made(5, number).decode("utf-8", "replace") for number in range(40)]
    lines = [json.dumps({"text": text}).encode() + b"\n" for text in texts]
    command = [sys.executable, "-m", "conflictparse", "--input", "jsonlines", "--include-text"]
    there, back = (subprocess.run(command, input=b"".join(order), capture_output=True, timeout=60).stdout.splitlines() for order in (lines, lines[::-1]))
    without = [[json.dumps({key: value for key, value in json.loads(line).items() if key != "source"}) for line in found] for found in (there, back)]
    assert len(there) == 40 and without[0] == without[1][::-1]
