"""Runs of tokens that say a date, a year or a clock time, so that nobody takes them for figures."""
from bisect import bisect_left, bisect_right
from typing import Sequence

from ..lexicon import Lexicon
from .tokens import Columns
from .words import PART_OF_TEN, WHOSE

WORDS = Lexicon(__package__, "dates.txt", ("month", "weekday", "ordinal", "clock", "year", "before year"))
JOINTS = frozenset(("-", "–", "/", "and", "to", "or", "&", "through", "until"))
SEPARATORS = frozenset((".", "-", "/", "–"))
COUNTABLE = frozenset(("noun", "adj"))
GOING_ON = JOINTS | SEPARATORS | {":", ",", "of", "h", "hours", "s", "'s"}
HOURS = frozenset("at about around by until till from before after since between and to near roughly approximately".split())


class Moment:
    """A date, year or time: tokens `first` to `last`; `kind` is `day`, `year` or `time`."""

    __slots__ = ("first", "last", "kind")

    def __init__(self, first: int, last: int, kind: str):
        self.first, self.last, self.kind = first, last, kind


def dates(tokens: Sequence, row: Columns, tags: Sequence[str], sentences) -> tuple[Moment, ...]:
    """The dates, years and clock times of the story, in order."""
    found, known, b = [], WORDS.first_words, 0
    places = [i for i, tag in enumerate(tags) if tag == "num" or row.capitals[i] and row.lowers[i] in known]
    for sentence in sentences:
        a, b = bisect_left(places, sentence.first, b), bisect_right(places, sentence.last, b)
        if b > a:
            calendar, behind = Calendar(tokens, row, tags, sentence), sentence.first
            for i in places[a:b]:
                if i >= behind and (moment := calendar.moment(i)) is not None:
                    found.append(moment)
                    behind = moment.last + 1
    return tuple(found)


class Calendar:
    """Finds the dates of one sentence."""

    def __init__(self, tokens: Sequence, row: Columns, tags: Sequence[str], sentence):
        self.tokens, self.lowers, self.tags, self.first, self.end = tokens, row.lowers, tags, sentence.first, sentence.last

    def lower(self, i: int) -> str:
        return self.lowers[i] if self.first <= i <= self.end else ""

    def glued(self, i: int) -> bool:
        return self.first < i <= self.end and self.tokens[i].start == self.tokens[i - 1].end

    def section(self, i: int) -> str:
        entry = WORDS.at(self.tokens, i) if self.lower(i) else None
        return entry.section if entry else ""

    def moment(self, i: int) -> Moment | None:
        """The date that begins at token `i`."""
        if self.tokens[i].capital and self.month(i):
            last = self._after_month(i)
            return Moment(i, last, "day") if last > i else None
        if self.tokens[i].kind != "digits":
            last = self._spelled_time(i)
            return Moment(i, last, "time") if last else None
        if not self._may_go_on(i):
            return None
        for find, kind in ((self._time, "time"), (self._in_figures, "day"), (self._day_month, "day"), (self._year, "year")):
            last = find(i)
            if last is not None:
                return Moment(i, last, kind)
        return None

    def _may_go_on(self, i: int) -> bool:
        """Whether what follows a number in figures, or its four digits, may make a date or time of it; nine of ten are only numbers."""
        word, following = self.lowers[i], self.lower(i + 1)
        return following in GOING_ON or following in WORDS.first_words or len(word) == 4 and word.isdecimal() or word[0] == "0"

    # --- months ----------------------------------------------------------------------------------------------------
    def month(self, i: int) -> bool:
        """Whether a month stands at `i`; `may`, `march`, `mar` only with a capital."""
        return self.first <= i <= self.end and self.tokens[i].capital and WORDS.of(self.tokens[i].lower) == "month"

    def day(self, i: int) -> int | None:
        """The last token of a day of the month at `i`: 3, 3rd, 3-5, 3 and 4, third is none."""
        if not self._day_number(i):
            return None
        last = i + (self.section(i + 1) == "ordinal" and self.glued(i + 1))
        j = last + 1
        if self.lower(j) in JOINTS and self._day_number(j + 1):
            after = j + 2 + (self.section(j + 2) == "ordinal" and self.glued(j + 2))
            if self.lower(j) in ("-", "–", "/") or self.month(after) or self.lower(after) == "of":
                return after - 1
        return last

    def _day_number(self, i: int) -> bool:
        return self.lower(i).isdecimal() and len(self.lower(i)) <= 2 and 1 <= int(self.lower(i)) <= 31

    def _day_month(self, i: int) -> int | None:
        """3 June, 3rd of June 2019, 20 Aug 88, 3-5 June."""
        last = self.day(i)
        if last is None:
            return None
        j = last + 1
        j += self.lower(j) == ","
        while self.lower(j) == "," and self._day_number(j + 1):
            j += 2
        j += self.lower(j) in ("of", "-", "–") and self.month(j + 1)
        if not self.month(j):
            return None
        year = self.lower(j + 1)
        return j + 1 if year.isdecimal() and len(year) == 4 and 1000 <= int(year) <= 2100 else self._with_year(j)

    def _after_month(self, i: int) -> int:
        """June 3, June 3-5, June 3 and 4, June 3, 2019, June 2019; the month itself where nothing of the kind follows."""
        last = i
        day = self.day(i + 1)
        if day is not None and not self._counts(i, day + 1):
            last = day
            while self.lower(last + 1) in ("and", "to", "-", "–", ",") and self._day_number(last + 2) and self._closes(last + 3):
                last += 2
        return self._with_year(last)

    def _counts(self, month: int, after: int) -> bool:
        """Whether the number after a month counts what follows: "In May 30 people were killed"."""
        return self.lower(month - 1) in ("in", "since", "during", "last", "this") and after <= self.end and self.tags[after] in COUNTABLE

    def _closes(self, i: int) -> bool:
        """Whether nothing that can be counted stands at `i`."""
        return i > self.end or self.tags[i] not in (*COUNTABLE, "name", "qual", "part")

    def _with_year(self, last: int) -> int:
        j = last + 1
        j += self.lower(j) in (",", "'", "’")
        word = self.lower(j)
        if word.isdecimal() and len(word) == 4 and 1000 <= int(word) <= 2100 and (1900 <= int(word) or j == last + 2 or self._closes(j + 1) or self.lower(last).isdecimal()):
            return j
        if word.isdecimal() and len(word) == 2 and j - last == 1 and self.lower(last - 1).isdecimal() and self._closes(j + 1):
            return j
        return j if word.isdecimal() and len(word) == 2 and j - last == 2 and self.lower(j - 1) != "," else last

    # --- figures ---------------------------------------------------------------------------------------------------
    def _in_figures(self, i: int) -> int | None:
        """15/10/2017, 15.10.17, 2017-10-15: three glued groups of digits."""
        last, groups = i, 1
        while self.lower(last + 1) in (SEPARATORS if groups == 1 else (self.lower(i + 1),)) and self.glued(last + 1) and self.glued(last + 2) and self.tokens[last + 2].kind == "digits":
            last, groups = last + 2, groups + 1
        if groups == 3 or groups == 2 and self.lower(i + 1) == "." and "." in self.lower(i):
            return last
        return last if groups == 2 and self.lower(i + 1) == "/" and len(self.lower(i)) == 4 else None

    def _year(self, i: int) -> int | None:
        """2014, the 1990s, 2011-12, '88."""
        word = self.lower(i)
        if len(word) == 2 and self.lower(i - 1 - (self.lower(i - 1) in PART_OF_TEN)) in WHOSE:
            return None  # in his 40s
        if self.lower(i + 1) in ("s", "'s") and self.glued(i + 1) and word.isdecimal() and len(word) in (2, 4) and word.endswith("0"):
            return i + 1
        if not (word.isdecimal() and len(word) == 4 and 1000 <= int(word) <= 2100) or self.glued(i) and self.tokens[i - 1].kind == "money":
            return None
        last = i
        if self.lower(i + 1) in ("-", "–", "/") and self.glued(i + 1) and self.glued(i + 2) and self.lower(i + 2).isdecimal() and len(self.lower(i + 2)) in (2, 4):
            last = i + 2
        before = self.section(i - 1)
        if before == "year" or self.section(i - 2) == "year" and self.lower(i - 1) in ("-", "early", "late", "mid", "about", "around"):
            return last
        if self.tags[i - 1] == "qual" and i > self.first or not 1500 <= int(word):
            return None
        return last if self._no_count(i, last, before) else None

    def _no_count(self, i: int, last: int, before: str) -> bool:
        """Whether nothing that can be counted follows four bare digits, and nothing before asks for a count."""
        after = self.lower(last + 1)
        many = after.endswith(("s", "men")) or after in ("people", "children", "head")
        tag = self.tags[last + 1] if last < self.end else ""
        owned = self.lower(i - 1) in WHOSE or self.lower(i - 1) in ("'s", "’s", "its")
        if self.lower(i - 1) == "the" and not after.endswith(("men", "people", "ers", "ees")) or after in ("onwards", "onward") or self._end_of_years(i):
            return True
        if tag == "noun" and not many:
            return before == "before year" or owned or i == self.first
        if tag in ("noun", "name", "adj", "part", "num", "conj"):
            return (owned or self.lower(i - 1) in ("a", "of", "and")) and tag != "part" and not many
        return before == "before year" or self.lower(i - 1) in (",", "(", "-", "–", "")

    def _end_of_years(self, i: int) -> bool:
        """Whether four digits at `i` are an end of `between 1980 and 2000`, and no count follows."""
        first = i if self.lower(i - 1) == "between" else i - 2
        if self.lower(first - 1) != "between" or self.lower(first + 1) != "and" or first + 2 > self.end:
            return False
        years = all(len(word) == 4 and word.isdecimal() for word in (self.lower(first), self.lower(first + 2)))
        return years and (first + 3 > self.end or self.tags[first + 3] not in ("noun", "name", "adj", "num"))

    # --- clock times -----------------------------------------------------------------------------------------------
    def _time(self, i: int) -> int | None:
        """9:30, 9.30 am, 1430 GMT, 7pm, between 8 and 9 p.m., 0600 hours, 06.00."""
        last = i
        if len(self.lower(i)) == 5 and self.lower(i)[0] == "0" and self.lower(i)[2] == "." and self._hour(i):
            return self._clock(i + 1) or i
        if self.lower(i + 1) == ":" and self.glued(i + 1) and self.glued(i + 2) and self.lower(i + 2)[:2].isdecimal():
            last = i + 2
            while self.lower(last + 1) == ":" and self.glued(last + 1) and self.glued(last + 2):
                last += 2
            return self._clock(last + 1) or last
        clock = self._clock(last + 1)
        if clock and self._hour(i):
            return clock
        if self.lower(i + 1) in ("and", "to", "-", "–", "or") and (clock := self._clock(i + 3)) and self._hour(i) and self._hour(i + 2):
            return clock
        if self.lower(i + 1) == "h" and self.glued(i + 1) and self.lower(i).isdecimal() and int(self.lower(i)[:2]) < 24:
            return i + 1 + (self.glued(i + 2) and self.lower(i + 2).isdecimal())
        if self.lower(i).isdecimal() and len(self.lower(i)) == 4 and self.lower(i) < "2400" and self.lower(i + 1) in ("hours", "hrs", "hrs.", "lt", "lt.") and self.lower(i)[2] in "012345":
            return i + 1
        if not (self.lower(i).isdecimal() and len(self.lower(i)) == 4 and self.lower(i) < "2400" and self.lower(i - 1) in HOURS):
            return None
        alone = self.lower(i - 1) in ("at", "from", "until", "till") and self.lower(i)[2] in "012345" and self._ends_a_time(i + 1)
        return i if self.lower(i)[0] == "0" or alone else None

    def _ends_a_time(self, i: int) -> bool:
        """Whether nothing that a number could count stands at `i`: a mark, a day, the other end of a span of hours."""
        if self.lower(i) == "on":
            return self.month(i + 1) or self.section(i + 1) == "weekday" or self._day_month(i + 1) is not None
        return self.lower(i) in (",", ".", ";", "(", "", "today", "yesterday", "tonight", "tomorrow") or self.lower(i) == "to" and self.lower(i + 1).isdecimal() and self.lower(i + 1)[0] == "0"

    def _clock(self, i: int) -> int | None:
        """The last token of the word for a clock time at `i`."""
        entry = WORDS.at(self.tokens, i) if self.lower(i) else None
        if entry is None or entry.section != "clock":
            return None
        if self.lower(i) == "in" and self.lower(i - 2) not in HOURS:
            return None
        last = i + entry.length - 1
        return self._clock(last + 1) or last if self.section(last + 1) == "clock" and entry.length < 3 else last

    def _hour(self, i: int) -> bool:
        word = self.lower(i)
        if not word or self.tokens[i].kind != "digits":
            return False
        whole, _, rest = word.partition(".")
        return whole.isdecimal() and (len(whole) <= 2 and int(whole) <= 24 or len(whole) == 4 and int(whole) <= 2400) and (not rest or len(rest) == 2)

    def _spelled_time(self, i: int) -> int | None:
        """seven o'clock, at five in the morning, eight p.m."""
        if self.tags[i] != "num" or self.tokens[i].kind != "word" or self.lower(i + 1) not in WORDS.first_words:
            return None
        return self._clock(i + 1)
