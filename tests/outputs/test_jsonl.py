"""JSON Lines: one report, one line, whatever is in it."""
import json
from io import BytesIO, StringIO, TextIOWrapper

from invented import REPORT

from conflictparse.outputs.jsonl import write


def lines(**options) -> list[dict]:
    out = StringIO()
    write([REPORT, REPORT], out, **options)
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


def test_a_path_that_is_no_utf_8_survives():
    raw = BytesIO()
    out = TextIOWrapper(raw, encoding="utf-8")
    write([REPORT], out)
    out.flush()
    assert json.loads(raw.getvalue().decode("utf-8"))["source"]["path"] == REPORT.source.path
