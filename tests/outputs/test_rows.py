"""Flat rows, and the outputs that hold nothing else: what is joined in, what a column may be called, what a spreadsheet or a terminal must not be given."""
import csv
import json
from dataclasses import replace
from io import StringIO

import pytest
from invented import REPORT

from conflictparse.errors import UnknownName
from conflictparse.outputs import framed, rows, show
from conflictparse.outputs.look import Look
from conflictparse.report import Header, Report, Source

PLAIN = replace(REPORT, source=Source("wire/a.txt"), header=Header(slug="BC-PORT", keywords=("port", "strike")))
BARE = Report("Nothing.", Source("b.txt"), Header())
COMMON = {"path": "wire/a.txt", "story": 0, "date": "2017-10-13", "place": "Port Mira", "country_code": None}


def found(each=None, report=PLAIN, **more) -> list[dict]:
    return list(rows.rows(report, Look(each=each, **more)))


@pytest.mark.parametrize("each, expected", [
    ("figures", {"id": "f1", "value": 12, "low": 12, "high": None, "qualifier": "at_least", "effect": "displaced", "counted": "dockers", "speaker": "\x1b[31mAnna Kolb", "number": "12"}),
    ("quotations", {"id": "q1", "type": "direct", "source": "she", "cue": "said.", "speaker": "\x1b[31mAnna Kolb", "start": 171}),
    ("speakers", {"id": "s1", "kind": "person", "mentions": 1, "quotations": 1, "figures": 1}),
    ("places", {"place": "Port Mira", "country": "Kolbia", "latitude": 1.5, "longitude": -2.25, "geonames_id": 7, "precision": "town"}),
])
def test_a_row_an_item_with_story_and_speaker_joined_in(each, expected):
    row = found(each)[0]
    assert {name: row[name] for name in COMMON} == COMMON
    assert {name: row[name] for name in expected if name != "start"} == {name: value for name, value in expected.items() if name != "start"}


def test_there_are_as_many_rows_as_items():
    assert [len(found(each)) for each in ("figures", "quotations", "speakers", "places", None)] == [4, 2, 2, 1, 1]
    assert [len(found(each, BARE)) for each in ("figures", "quotations", "speakers", "places", None)] == [0, 0, 0, 0, 1]


def test_a_row_a_story():
    row = found()[0]
    assert (row["slug"], row["agency"], row["speakers"], row["quotations"], row["figures"], row["warnings"]) == ("BC-PORT", "ABC", 2, 2, 4, "encoding_guessed speaker_unsure")
    assert found(report=BARE)[0]["date"] is None


@pytest.mark.parametrize("name, value", [
    ("value", 12), ("counted.start", REPORT.figures[0].counted.start), ("header.slug", "BC-PORT"), ("dateline.places.0.country", "Kolbia"), ("dateline.places.7.country", None),
    ("header.keywords", "port strike"), ("dateline", "PORT MIRA, Kolbia (ABC) –"), ("source.encoding", "utf-8"), ("header.byline", None), ("speakers.1.name", "the port"), ("schema", REPORT.schema),
])
def test_columns_may_be_named_with_dots(name, value):
    assert found("figures", fields=(name,))[0] == {name: value}


@pytest.mark.parametrize("name", ["nonsense", "header", "header.", ".slug", "header.slug.x", "speakers", "speakers.name", "dateline.places", "counted.start.x", "__class__", "text.__class__", ""])
@pytest.mark.parametrize("each", ["figures", "places", None])
def test_what_is_no_single_value_is_refused(name, each):
    if (name, each) == ("speakers", None):
        return  # a column of its own there: how many
    with pytest.raises(UnknownName, match="no field"):
        found(each, fields=("path", name))


def test_rules_are_a_column_when_asked_for():
    assert found("figures", explain=True)[0]["rule"] == "quotations.cue.verb" and "rule" not in found("figures")[0]


def written(name: str, reports=(PLAIN, BARE), **look) -> str:
    look = Look(**look)
    return "".join(framed((show(report, name, look) for report in reports), name, look))


@pytest.mark.parametrize("each", [*rows.KINDS, None])
def test_csv_and_json_lines_say_the_same(each):
    fields = ("path",) if each is None else ()
    table = list(csv.DictReader(StringIO(written("csv", each=each, fields=fields, raw_csv=True))))
    assert table == [{name: "" if value is None else str(value) for name, value in json.loads(line).items()} for line in written("jsonl", each=each, fields=fields).splitlines()]


def test_standard_input_and_negative_numbers_are_no_formulas():
    report = replace(PLAIN, source=Source("-"))
    assert written("csv", [report], fields=("path", "longitude")) == "path,longitude\n-,-2.25\n"


def test_a_line_of_tsv_is_a_row():
    report = replace(PLAIN, speakers=(replace(PLAIN.speakers[0], name="a\tb\nc\\d\re", role=None),))
    assert written("tsv", [report], each="speakers", fields=("name", "role", "figures")) == "name\trole\tfigures\na\\tb\\nc\\\\d\\re\t\t1\n"


@pytest.mark.parametrize("name", ["csv", "tsv"])
@pytest.mark.parametrize("each", [*rows.KINDS, None])
def test_a_terminal_is_not_steered_and_a_file_gets_what_is_there(name, each):
    seen, stored = (written(name, [REPORT], each=each, terminal=terminal) for terminal in (True, False))
    assert all(char in "\n\t" or char.isprintable() for char in seen)
    assert stored.encode("utf-8") and "\x1b[1mbad" in stored and "\\udcff.txt" in stored
