"""Lines that say when a story was put out are told from headlines, prose and tables."""
import pytest

from conflictparse.page import stamps


@pytest.mark.parametrize("line", [
    "15 October 2017", "Published 12 September 2024", "OCTOBER 19, 2017 / 8:03 AM / UPDATED 7 YEARS AGO", "October 19, 20178:03 AM UTCUpdated 7 years ago",
    "2017-10-19 17:28:14", "19-10-2017", "Monday, 4 May, 1998, 11:32 GMT 12:32 UK", "Tuesday, May 4, 1998; Page A01", "Thu, 19 Oct 2017 14:32:00 +0000",
])
def test_a_day_and_what_goes_with_it(line):
    assert stamps.stamped(line)


@pytest.mark.parametrize("line", [
    "2 DAYS AGO.", "MAY  195.00 195.50", "May   1145   1148", "Rebels fire on port", "15 October 2017 was a dark day", "12 killed in 2017", "Day 12",
])
def test_other_lines_with_numbers(line):
    assert not stamps.stamped(line)


@pytest.mark.parametrize("line", [
    "THE SEA COURIER, MONDAY, JUNE 26, 1950", "By Mira Kolb, Reuters | October 19, 2017", "Story by Mira Kolb • 19 October 2017", "Sea Courier, The (MA) - January 5, 1995",
])
def test_a_name_beside_the_day(line):
    assert stamps.stamped(line)


@pytest.mark.parametrize("line", ["12 Killed in Tema, October 15, 2017", "TEMA, Oct 15, 2017 -", "Rebels fled the port on October 15, 2017"])
def test_names_that_are_none_of_a_paper(line):
    assert not stamps.stamped(line)
