"""JSON Lines: one report, one line, whatever is in it."""
import json
import re
from io import StringIO

from invented import REPORT

from conflictparse.outputs import write
from conflictparse.outputs.look import Look


def lines(**options) -> list[dict]:
    out = StringIO()
    write([REPORT, REPORT], out, "jsonl", Look(**options))
    assert out.getvalue().count("\n") == 2 and out.getvalue().endswith("\n")
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_text_and_rules_are_written_when_asked_for():
    bare, full = lines()[0], lines(text=True, explain=True)[0]
    assert "text" not in bare and full["text"] == REPORT.text
    assert "rule" not in bare["figures"][0] and full["figures"][0]["rule"] == "quotations.cue.verb"
    assert full["figures"][0]["why"] == [{"field": "cue", "rule": "quotations.cue.verb", "words": None}]


def test_no_field_is_left_out():
    line = lines()[0]
    assert line["header"]["byline"] is None and line["header"]["keywords"] == []
    assert line["figures"][1]["low"] is None and line["figures"][0]["part_of"] is None


def test_a_path_that_is_no_utf_8_and_what_steers_a_terminal_survive_as_escapes():
    out = StringIO()
    write([REPORT], out, "jsonl", Look(text=True))
    assert out.getvalue().encode("utf-8") and not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e]", out.getvalue())
    line = json.loads(out.getvalue())
    assert (line["source"]["path"], line["text"]) == (REPORT.source.path, REPORT.text)
