"""The table of formats: no module of the folder is missing from it, and each has a reader."""
import re
from importlib import import_module
from pathlib import Path

import pytest

from conflictparse import wire
from conflictparse.errors import UnknownName

MODULES = {path.stem for path in Path(wire.__file__).parent.glob("*.py")} - {"__init__"}


def test_every_reader_is_in_the_table():
    assert {form.name for form in wire.FORMATS} == MODULES


def test_plain_is_last():
    assert wire.FORMATS[-1][:2] == ("plain", b"")


@pytest.mark.parametrize("form", wire.FORMATS, ids=lambda form: form.name)
def test_every_format_has_a_sign_and_a_reader(form):
    re.compile(form.sign)
    assert callable(import_module(f"conflictparse.wire.{form.name}").read)


def test_an_unknown_format_is_named():
    with pytest.raises(UnknownName, match="no format 'telex'"):
        list(wire.stories(b"", "telex"))
