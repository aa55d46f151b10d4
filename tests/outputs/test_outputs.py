"""The table of outputs: each module that writes reports is in it, and all are called alike."""
import inspect
from pathlib import Path

import pytest

from conflictparse import outputs
from conflictparse.errors import UnknownName

TOOLS = {"__init__", "rules", "schema", "visible", "wording"}  # what is no output of its own


def test_every_output_is_in_the_table():
    assert set(outputs.OUTPUTS) == {path.stem for path in Path(outputs.__file__).parent.glob("*.py")} - TOOLS


@pytest.mark.parametrize("name", outputs.OUTPUTS)
def test_outputs_are_called_alike(name):
    assert list(inspect.signature(outputs.writer(name)).parameters) == ["reports", "out", "text", "explain", "color", "flush"]


def test_an_unknown_output_is_named():
    with pytest.raises(UnknownName, match="no output 'tabel'; there are table, jsonl"):
        outputs.writer("tabel")
