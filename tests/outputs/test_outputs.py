"""The table of outputs: each module that shows reports is in it, all are called alike, and what each gives is a whole."""
import json
from io import StringIO
from pathlib import Path

import pytest
from invented import REPORT

from conflictparse import outputs
from conflictparse.errors import UnknownName
from conflictparse.outputs.look import Look

TOOLS = {"__init__", "layers", "look", "rows", "rules", "schema", "screen", "vague", "visible", "wording"}  # what is no output of its own


def test_every_output_is_in_the_table():
    assert set(outputs.OUTPUTS) == {path.stem for path in Path(outputs.__file__).parent.glob("*.py")} - TOOLS


@pytest.mark.parametrize("name", outputs.OUTPUTS)
def test_reports_follow_one_another_and_none_is_a_whole_too(name):
    once, twice, none = (StringIO() for _ in range(3))
    for out, number in ((once, 1), (twice, 2), (none, 0)):
        outputs.write([REPORT] * number, out, name)
    shown = outputs.show(REPORT, name, Look())
    assert shown in once.getvalue() and twice.getvalue().count(shown) == 2
    assert once.getvalue().startswith(none.getvalue().removesuffix("\n]\n"))


def test_json_is_one_array():
    for number in (0, 1, 3):
        out = StringIO()
        outputs.write([REPORT] * number, out, "json")
        assert [report["source"]["path"] for report in json.loads(out.getvalue())] == [REPORT.source.path] * number


def test_the_head_is_left_out_where_it_stands_already():
    assert "".join(outputs.framed(["a\n", "", "b\n"], "csv", Look(fields=("path",)), head=False)) == "a\nb\n"


def test_an_unknown_output_is_named():
    with pytest.raises(UnknownName, match="no output 'tabel'; there are table, jsonl"):
        outputs.show(REPORT, "tabel", Look())
