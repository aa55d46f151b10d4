"""Errors survive the trip to another process, and say the same there."""
import pickle

import pytest

from conflictparse import errors
from conflictparse.errors import BadWordList, ConflictparseError, Malformed, UnknownName, UnreadableFile

ERRORS = [
    Malformed("not text"),
    UnreadableFile("wire/a.txt", "Permission denied"),
    UnreadableFile("wire/a.txt", "internal error: ValueError: x", "Traceback\n  line"),
    UnknownName("output", "tabel", ("table", "jsonl")),
    BadWordList("effect.txt", 3, "unknown section 'beheaded'"),
]


def test_no_error_is_forgotten():
    ours = {thing for thing in vars(errors).values() if isinstance(thing, type) and issubclass(thing, ConflictparseError)}
    assert ours - {ConflictparseError} == {type(error) for error in ERRORS}


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_an_error_survives_pickling(error):
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error) and str(again) == str(error) and vars(again) == vars(error)


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_an_error_is_one_line(error):
    assert str(error) and "\n" not in str(error)
