"""The words of a date as an ISO value."""
from datetime import date

import pytest

from conflictparse.almanac.dates import Evidence, resolve, stamp

WITH_YEAR = [
    ("15 October 2017", "2017-10-15"), ("15 OCT 17", "2017-10-15"), ("2017-10-15", "2017-10-15"), ("5 Mar 2014", "2014-03-05"),
    ("JUNE 11 89", "1989-06-11"), ("20 Aug 88", "1988-08-20"), ("Aug. 21, 2017", "2017-08-21"), ("Sunday, Oct 15, 2017", "2017-10-15"),
    ("15. Oktober 2017", "2017-10-15"), ("15 de octubre de 2017", "2017-10-15"), ("1er janvier 2020", "2020-01-01"), ("October 2017", "2017-10"),
    ("Oct 15, 2017 10:30 GMT", "2017-10-15T10:30:00Z"), ("25/10/2017", "2017-10-25"),
]
NEAR = [
    ("Oct. 15", date(2017, 10, 15), "2017-10-15"),
    ("March 5", date(1987, 3, 4), "1987-03-05"),  # the Far East files tomorrow's date
    ("Dec 31", date(2018, 1, 1), "2017-12-31"),
    ("APril 3", date(1987, 4, 3), "1987-04-03"),
    ("01 LUG", date(2019, 7, 1), "2019-07-01"),
    ("Wednesday", date(2023, 4, 12), "2023-04-12"),
    ("Thursday", date(2023, 4, 12), "2023-04-06"),
    ("Feb 29", date(2018, 1, 1), "2016-02-29"),
]


@pytest.mark.parametrize("words, value", WITH_YEAR)
def test_the_words_give_the_year(words, value):
    known = resolve(words)
    assert (known.value, known.inferred) == (value, False)


@pytest.mark.parametrize("words, near, value", NEAR)
def test_a_day_near_gives_the_year(words, near, value):
    known = resolve(words, Evidence(near))
    assert (known.value, known.inferred) == (value, True)


def test_weekday_and_the_latest_year_give_the_year():
    known = resolve("Sunday, October 15", Evidence(None, 2014))
    assert (known.value, known.inferred) == ("2017-10-15", True)


@pytest.mark.parametrize("words", ["October 15", "Sunday", "Sunday, October 15", "31 Feb 2017", "NO DATE", "4/5/2017", "", "12"])
def test_no_evidence_no_date(words):
    assert resolve(words) is None


def test_a_weekday_that_does_not_agree_is_odd():
    assert resolve("Monday, October 15, 2017").odd and not resolve("Sunday, October 15, 2017").odd


@pytest.mark.parametrize("words, value", [
    ("051640 Apr 23 GMT", "2023-04-05T16:40:00Z"), ("151430 OCT 17", "2017-10-15T14:30:00"), ("151430GMT OCT 17", "2017-10-15T14:30:00Z"),
    ("310000 Feb 23", None), ("051640", None),
])
def test_stamp(words, value):
    assert stamp(words) == value
