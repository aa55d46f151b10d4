"""The options on input, as a user gives them."""
import json
from pathlib import Path

import pytest

from conflictparse.wire import FORMATS

FOLDER = Path(__file__).parent / "fixtures"


def texts(done) -> list[str]:
    return [json.loads(line)["text"] for line in done.stdout.decode().splitlines()]


def test_formats_lists_each_with_its_sign(run):
    lines = run("--formats").stdout.decode().splitlines()
    assert [line.split()[0] for line in lines] == [form.name for form in FORMATS] and all(len(line.split()) > 2 for line in lines)


def test_input_overrides_what_the_bytes_say(run):
    raw = b'{"text": "Rain fell."}\n'
    assert texts(run("--include-text", stdin=raw)) == ["Rain fell."]
    assert texts(run("--include-text", "--input", "plain", stdin=raw)) == [raw.decode()]


def test_encoding_overrides_and_is_no_guess(run):
    done = run("--include-text", "--encoding", "cp1250", stdin=b"Rain fell on \xb9.")
    assert texts(done) == ["Rain fell on ą."] and json.loads(done.stdout)["warnings"] == []


def test_fields(run):
    done = run("--include-text", "--text-field", "a.b", "--date-field", "c", "--id-field", "d", stdin=b'{"a": {"b": "Rain fell."}, "c": "2017-10-15", "d": 7}')
    assert texts(done) == ["Rain fell."] and json.loads(done.stdout)["header"]["number"] == "7" and json.loads(done.stdout)["date"]["value"] == "2017-10-15"


@pytest.mark.parametrize("options", [("--input", "telex"), ("--encoding", "klingon"), ("--encoding", "base64")])
def test_wrong_use(run, options):
    done = run(*options, stdin=b"Rain fell.")
    assert (done.returncode, done.stdout) == (2, b"") and b"Traceback" not in done.stderr and done.stderr


def test_what_cannot_be_read_is_named_and_the_others_go_on(run):
    done = run("-j", *map(str, (FOLDER / "newsml_g2_package.xml", FOLDER / "jsonlines_crawl.jsonl", FOLDER / "zczc_two.txt")))
    assert done.returncode == 1 and [json.loads(line)["source"]["format"] for line in done.stdout.splitlines()] == ["jsonlines"] * 3 + ["zczc"] * 2
    assert [line.rpartition("fixtures/")[2] for line in done.stderr.decode().splitlines()] == [
        "newsml_g2_package.xml: no text in it", "jsonlines_crawl.jsonl: line 4: broken JSON: Unterminated string starting at at column 44"]


def test_stories_of_a_file_are_counted(run):
    assert [json.loads(line)["source"]["story"] for line in run("-j", str(FOLDER / "sgml_reuters.sgm")).stdout.splitlines()] == [0, 1, 2]
