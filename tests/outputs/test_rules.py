"""The listing of rules: all with their reasons, some with examples and place."""
import pytest

from conflictparse import desk  # noqa: F401  which brings in every rulebook
from conflictparse.errors import UnknownName
from conflictparse.outputs.rules import listing
from conflictparse.rule import Rulebook


def test_all_rules_are_listed_under_their_books():
    lines = listing().splitlines()
    for book in Rulebook.books.values():
        assert book.name in lines
        for rule in book.rules:
            assert any(line.split()[:1] == [rule.name.rpartition(".")[2]] and rule.reason in line for line in lines)


@pytest.mark.parametrize("name", ["dateline", "dateline.style", "dateline.style.agency_and_dash"])
def test_rules_by_name_have_examples_and_a_place(name):
    shown = listing([name])
    assert "dateline.style.agency_and_dash\n" in shown and "+ «BEIRUT (Reuters) -»" in shown and "style.py:" in shown


@pytest.mark.parametrize("width", [40, 80, 120])
def test_a_width_is_kept_to(width):
    shown = [line for line in (listing((), width) + listing(["dateline"], width)).splitlines() if " " in line.strip()]
    assert max(map(len, shown)) <= max(width, 52)


@pytest.mark.parametrize("name", ["date", "figure", "dateline.style.", "nonsense"])
def test_an_unknown_name_is_refused(name):
    with pytest.raises(UnknownName, match="no rule"):
        listing([name])
