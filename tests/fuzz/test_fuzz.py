"""20,000 short inputs made by a seed, and every input that ever broke something."""
from pathlib import Path

import pytest
from fuzz.__main__ import fuzz
from fuzz.checks import check

COUNT, SEED = 20_000, 1
CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if not path.name.startswith("."))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_what_was_found_once_is_not_found_again(path):
    assert check(path.read_bytes(), thoroughly=True)


def test_no_input_breaks_a_promise():
    """Of short inputs, so that many can be tried; `make fuzz` takes whole stories too."""
    finds = list(fuzz(SEED, COUNT, short=True))
    assert not finds, f"{len(finds)} finds, the first: {finds[0].number}: {finds[0].words}"
