"""The words of dates in other languages are left out of a pattern where none of them stands."""
import re

import pytest

from conflictparse.finders.dateline import day


@pytest.mark.parametrize("text", ["15 October 2017", "15thoctubre", "5 maart, 3 janvier", "Sunday, Oct. 15", "domingo 15 de Octubre", "3 Août 2017", "miércoles 3", "12 mai 1990"])
def test_a_date_is_the_same_whether_or_not_foreign_words_are_left_out(text):
    def found(english: bool) -> list[str]:
        return [match[0] for match in day._dated("{}", english).finditer(text)]

    chosen = day.date_pattern(text, 0, len(text))
    assert [match[0] for match in chosen.finditer(text)] == found(False)
    if not re.search("october|oct|sunday", text.casefold()):
        assert found(True) != found(False)
