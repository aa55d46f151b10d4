"""Runs of tokens that say a number: `1,200`, `4.7 million`, `two-thirds`, `tens of thousands`, `10 to 15`."""
from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import Callable, Sequence

from ..kept import kept
from ..lexicon import Lexicon
from ..patterns import pattern
from .tokens import Columns, Words
from .words import PART_OF_TEN, VOCABULARY, WHOSE

SECTIONS = (
    *(f"={n}" for n in (*range(20), *range(20, 100, 10))),
    *(f"*{n}" for n in (12, 100, 1000, 10**5, 10**6, 10**7, 10**9, 10**12)),
    *(f"~{n}" for n in (2, 3, 6, 12, 20, 24, 40, *(2 * 10**n for n in range(2, 12)))),
    *(f"/{n}" for n in range(2, 11)), *(f"@{n}" for n in range(10, 100, 10)), "few", "%", "$",
)
WORDS = Lexicon(__package__, "numbers.txt", SECTIONS)
LONGEST = 25  # characters; a longer string of digits says nothing, and int() refuses 4,300 of them
OF_MILLIONS = frozenset("people men women children euro dollar pound need are have live lack face were naira yen won yuan rand baht ringgit lira birr kyat rouble ruble hryvnia zloty rupiah cedi riyal dinar dirham taka peso sterling".split())
MEASURED = frozenset("metres meters across is was towards this his its kilometres miles".split())
LETTERS = {"m": 10**6, "k": 1000, "b": 10**9, "bn": 10**9, "mn": 10**6, "mln": 10**6, "tn": 10**12, "million": 10**6, "billion": 10**9}
SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
HYPHENS = frozenset(("-", "–", "‑"))
FIGURES = frozenset(("digits", "money"))
MAYBE = frozenset(("even", "maybe", "perhaps", "possibly"))
AND_PARTS = {"and-a-half": 0.5, "and-one-half": 0.5, "and-a-quarter": 0.25}
GOING_ON = HYPHENS | LETTERS.keys() | SIGNS.keys() | {"in", "of", "out", "to", "or", "and", ",", "s"}  # what a number may go on with, besides numbers
UNMARKED = str.maketrans("", "", ",’'")  # without the marks between thousands
THOUSANDS = r"\d{1,3}(?:[,’']\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3})+"
ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth".split())
BEFORE_FEW = frozenset("every next last past first previous coming following final these those".split())
OF_A_UNIT = frozenset("hour mile kilometre kilometer century tonne ton year acre hectare".split())
CHANGE = frozenset("rose risen rise rises rising increased increase grew grown fell fallen dropped drop declined up down jumped climbed soared raised cut reduced".split())


class Number:
    """A number: tokens `first` to `last`; `low` and `high` where the words themselves give a range, else None.

    `form` is count, range, vague, share or money.
    """

    __slots__ = ("first", "last", "value", "low", "high", "form")

    def __init__(self, first: int, last: int, value: float, low: float | None, high: float | None, form: str):
        self.first, self.last, self.form = first, last, form
        self.value, self.low, self.high = value, low, high


class Atom:
    """One value, before ranges, units and signs are seen; `scale` is what it was multiplied by."""

    __slots__ = ("last", "value", "scale", "form")

    def __init__(self, last: int, value: float, scale: float = 1, form: str = "count"):
        self.last, self.value = last, value
        self.scale, self.form = scale, form


def numbers(tokens: Sequence, row: Columns, sentences, taken: frozenset[int]) -> tuple[Number, ...]:
    """The numbers of the story, in order; none touches a token of `taken` (the dates)."""
    found, known = [], WORDS.first_words
    places = [i for i, (word, kind) in enumerate(zip(row.lowers, row.kinds)) if word in known or kind in FIGURES]
    b = 0
    for sentence in sentences:
        a, b = bisect_left(places, sentence.first, b), bisect_right(places, sentence.last, b)
        if b > a:
            reader, last = Reader(tokens, row, sentence, taken), -1
            for i in places[a:b]:
                if i > last and i not in taken and (number := reader.number(i)) is not None:
                    if row.lowers[number.last + 1 : number.last + 2] == ["("] and reader.repeated(number):
                        number.last += 3
                    found.append(number)
                    last = number.last
    return tuple(found)


@lru_cache(maxsize=VOCABULARY)
def _begun(word: str) -> tuple[frozenset[str], bool, int | None]:
    """What a word says of a number that begins with it: the second words of entries; whether it is a whole number, or none, where nothing follows that
    could go on with it; and which."""
    section = WORDS.of(word)
    value = int(section[1:]) if section and section.startswith("=") else None
    seconds = frozenset(words[1] for words, entry in WORDS.beginning(word) if entry.length > 1)
    return seconds, value is not None or section is None and word != "half", value


def value_of(digits: str) -> float | None:
    """What a string of digits with marks says; a full stop before three digits groups them, but not after a lone 0."""
    if len(digits) > LONGEST:
        return None
    if digits.isdecimal():
        return _plain(digits)
    whole, comma, rest = digits.partition(",")
    if comma and len(whole) < 4 and len(rest) == 3 and whole.isdecimal() and rest.isdecimal() and whole[0] != "0":
        return _plain(whole + rest)
    if pattern(THOUSANDS).fullmatch(digits) and not digits.startswith("0"):
        plain = digits.translate(UNMARKED)
        return _plain(plain if plain.count(".") == 1 and plain != digits else plain.replace(".", ""))
    return _plain(digits.replace(",", ".").translate(UNMARKED))


def _plain(digits: str) -> float | None:
    try:
        value = float(digits) if "." in digits else int(digits)
    except ValueError:
        return None
    return int(value) if value == int(value) else value


HALF_DOES = frozenset("are were have had remain remained live lived fled died".split())
BEFORE_HALF = frozenset("than nearly almost about around roughly over whom which least only and but , ;".split())
BEFORE_PARTS = frozenset("than nearly almost about around roughly approximately least".split())
WHICH_HALF = frozenset("first second latter later last final early".split())  # of a year, of a match
NOT_COUNTED = frozenset("of in on at and or were was are is had have has more others other from for to by with who million billion".split())


LARGEST_OF_ONE = 100_000  # of whom one is told: one child in 100,000
LARGE_WHOLES = (100, 1000, 10**4, 10**5, 10**6)  # of which a rate tells: 46 of every 100,000
UNUSUAL = frozenset((6, 7, 8, 9, 12))  # wholes of which shares are seldom told, but numbers


class Reader:
    """Reads the numbers of one sentence."""

    def __init__(self, tokens: Sequence, row: Columns, sentence, taken: frozenset[int]):
        self.tokens, self.row, self.first, self.end, self.taken = tokens, row, sentence.first, sentence.last, taken

    @kept
    def lower(self) -> Callable[[int], str]:
        """A token in lower case; empty where it is a date's, or another sentence's."""
        words = Words(zip(range(self.first, self.end + 1), self.row.lowers[self.first : self.end + 1]))
        for i in self.taken.intersection(words):
            del words[i]
        return words.__getitem__

    @kept
    def _sections(self) -> dict[int, tuple[str, int]]:
        known, found = WORDS.first_words, {}
        for i in range(self.first, self.end + 1):
            if self.row.lowers[i] in known and i not in self.taken and (entry := WORDS.at(self.tokens, i)) and i + entry.length - 1 <= self.end:
                found[i] = entry.section, entry.length
        return found

    def glued(self, i: int) -> bool:
        """Whether token `i` touches the one before it."""
        return self.first < i <= self.end and self.tokens[i].start == self.tokens[i - 1].end

    def section(self, i: int) -> tuple[str, int]:
        """The section of the number word at `i`, and how many tokens it takes."""
        return self._sections.get(i, ("", 0))

    def _stands_alone(self, i: int) -> bool:
        """Whether nothing follows the word or figure at `i` that could go on with it, as is the rule: 94 policemen."""
        row, word, j = self.row, self.row.lowers[i], i + 1
        following = row.lowers[j] if j <= self.end and j not in self.taken else ""
        if following in GOING_ON or following in WORDS.first_words or following.isdecimal():
            return False
        if row.kinds[i] == "digits" and word not in WORDS.first_words:
            return True
        seconds, alone, _ = _begun(word)
        return alone and not (seconds and j < len(row.lowers) and row.lowers[j] in seconds)

    def repeated(self, number: Number) -> bool:
        """Whether the figure in brackets behind a spelled number says it again: twenty (20) people."""
        i = number.last + 1
        again = i + 2 <= self.end and self.row.kinds[i + 1] == "digits" and self.row.lowers[i + 2] == ")" and self.row.kinds[number.first] == "word"
        return again and value_of(self.row.texts[i + 1]) == number.value

    # --- a whole number --------------------------------------------------------------------------------------------
    def number(self, i: int) -> Number | None:
        """The number that begins at token `i`, with its sign, its unit of share, and the far end of a range."""
        if self._stands_alone(i) and (self.row.lowers[i] != "one" or self._one_in(i) is None):
            value = value_of(self.row.texts[i]) if self.row.kinds[i] == "digits" else _begun(self.row.lowers[i])[2]
            return None if value is None else Number(i, i, round(value, 4) if isinstance(value, float) else value, None, None, "count")
        if decade := self._decade(i):
            return decade
        if share := self._one_in(i):
            return share
        start = i + 1 if self.section(i)[0] == "$" and self._sign_fits(i) else i
        atom = self.fraction(start) or (one := self.atom(start)) and (self.in_every(one) or one)
        if atom is None:
            return None
        form = "money" if start > i else atom.form
        other = self._far_end(start, atom) if atom.form == "count" else None
        low, high, last = atom.value, other.value if other else None, other.last if other else atom.last
        if other and other.scale > 1 and atom.scale == 1 and low * other.scale < high:
            low *= other.scale
        share = self.section(last + 1)
        if share[0] == "%" and form in ("count", "vague"):
            form, last = "share", last + share[1]
        elif self.lower(last + 1) in HYPHENS and self.section(last + 2)[0] == "%":
            form, last = "share", last + 2
        form = "range" if form == "count" and other else form
        low = round(low, 4) if isinstance(low, float) else low
        return Number(i, last, low, low if other else None, high, form)

    def _one_in(self, i: int) -> Number | None:
        """The share that one in so many is, with what is counted between: one child in four, one bucket of ore in every three."""
        if self.lower(i) != "one":
            return None
        j = i + 2 + 2 * (self.lower(i + 2) == "of")
        if self.lower(j) not in ("in", "out") or self.lower(i + 1) in NOT_COUNTED or self.lower(i + 1) in WORDS.first_words:
            return None
        every = self.lower(j + 1) in ("every", "of")
        two = self.atom(j + 1 + every) if self.lower(j) == "in" or every else None
        if two is None or two.form != "count" or not 3 <= two.value <= LARGEST_OF_ONE or self.lower(two.last + 1).endswith("s") and self.lower(two.last + 1) not in ("is", "was", "has") or not every and two.last + 1 <= self.end and self.lower(two.last + 1) in HYPHENS:
            return None
        share = round(100 / two.value, 2)
        return Number(i, two.last, share, None, None, "share")

    def _decade(self, i: int) -> Number | None:
        """The ten years in which somebody's age lies: in his 40s, in her early fifties."""
        section, last = self.section(i)[0], i
        if self.glued(i + 1) and self.lower(i + 1) == "s" and self.lower(i).isdecimal() and len(self.lower(i)) == 2:
            section, last = f"@{self.lower(i)}", i + 1
        if not section.startswith("@") or not section.endswith("0") or self.lower(i - 1 - (self.lower(i - 1) in PART_OF_TEN)) not in WHOSE:
            return None
        low, teens = int(section[1:]), section == "@10"
        return Number(i, last, low + 3 * teens, low + 3 * teens, low + 9, "range")

    def _sign_fits(self, i: int) -> bool:
        """Whether a money sign stands right before digits; a word for money may keep a space."""
        return i < self.end and self.tokens[i + 1].kind == "digits" and (self.tokens[i].kind == "money" or len(self.tokens[i].text) > 2 and self.tokens[i].text.isupper() or self.tokens[i].text in ("Rs", "Rs.", "Tk"))

    def _far_end(self, first: int, atom: Atom) -> Atom | None:
        """The second number of a range: `10 to 15`, `10-15`, `two or three`, `between 10 and 15`."""
        i = atom.last + 1
        word = self.lower(i)
        percent = self.section(i)[0] == "%"
        if percent:
            i, word = i + 1, self.lower(i + 1)
        if word == "," and self.lower(i + 1) in MAYBE:
            i += 1  # I saw 15, maybe 20 bodies
        elif word in HYPHENS and self._spaced_range(first, i):
            pass
        elif word in HYPHENS and self.glued(i) and (self.lower(i + 1) == "to" or self.glued(i + 1)):
            i += self.lower(i + 1) == "to"
        elif word == "to" and self._changed(first) or word == "and" and not self._between(first) or word not in ("to", "or", "and"):
            return None
        if self.section(i + 1)[0] == "$":
            i += 1
        elif word == "or" and self.lower(i + 1) in MAYBE:
            i += 1
        other = self.atom(i + 1)
        if other is None or other.form != "count" or percent and self.section(other.last + 1)[0] != "%":
            return None
        low = atom.value * (other.scale if atom.scale == 1 and atom.value * other.scale < other.value else 1)
        return other if other.value > low and not (word == "or" and low == 1 and other.value > 3) else None

    def _spaced_range(self, first: int, dash: int) -> bool:
        """Whether a dash between blanks joins two numbers in figures that count the same: `10 – 15 houses`, `Killed: 9 – 14`."""
        if self.glued(dash) or self.glued(dash + 1) or self.tokens[dash].text == "--" or dash - 1 != first or dash >= self.end or self.tokens[dash + 1].kind != "digits":
            return False
        if self.tokens[first].kind != "digits" or dash + 2 > self.end:
            return self.lower(first - 1) == ":"
        return self.lower(first - 1) == ":" or self.tokens[dash + 2].kind == "word" and self.lower(dash + 2) not in NOT_COUNTED

    def _changed(self, first: int) -> bool:
        """Whether `from 10 to 15` tells of a change: two numbers then, no range."""
        if self.lower(first - 1) != "from":
            return False
        return any(self.lower(j) in CHANGE for j in range(max(self.first, first - 8), first - 1))

    def _between(self, first: int) -> bool:
        before = [self.lower(j) for j in range(first - 4, first)]
        return "between" in before[-2:] or before[1:] == ["between", "the", "ages", "of"][1:] or before == ["between", "the", "ages", "of"]

    # --- single values ---------------------------------------------------------------------------------------------
    def atom(self, i: int) -> Atom | None:
        """One value at token `i`, in figures or words."""
        if not self.lower(i):
            return None
        if self.tokens[i].kind == "digits":
            return self._figures(i)
        section, length = self.section(i)
        if section.startswith("~"):
            return self._vague(i, int(section[1:]), length)
        if section == "few":
            return Atom(i, 3, form="vague") if self.lower(i - 1) in BEFORE_FEW else None
        return self._words(i)

    def _vague(self, i: int, value: int, length: int) -> Atom:
        last = i + length - 1
        of = self.lower(last) == "of"
        section, n = self.section(last + 1)
        if section.startswith("*") and value in (2, 3):
            return Atom(last + n, value * int(section[1:]), form="vague")
        if section.startswith("~") and value in (2, 3) and not of:
            return Atom(last + n, int(section[1:]), form="vague")
        return Atom(last - of, value, form="vague")

    def _figures(self, i: int) -> Atom | None:
        value = value_of(self.tokens[i].text)
        last = i
        while value is not None and self._goes_on(i, last + 1):
            last += 1
            value = value * 1000 + int(self.tokens[last].text)
        if value is None:
            return None
        if self.glued(last + 1) and self.lower(last + 1) in SIGNS:
            return Atom(last + 1, value + SIGNS[self.lower(last + 1)])
        if half := self._half(last + 1):
            return Atom(half[0], value + half[1])
        return self._scaled(i, last, value)

    def _goes_on(self, i: int, j: int) -> bool:
        """Whether three digits at `j` belong to those before them: 1 200."""
        if j > self.end or j in self.taken:
            return False
        one, two = self.tokens[j - 1], self.tokens[j]
        first = one.text.isdecimal() and (len(one.text) <= 3 and not one.text.startswith("0") if j - 1 == i else len(one.text) == 3)
        return first and two.start - one.end == 1 and two.text.isdecimal() and len(two.text) == 3 and j - i < 5

    def _half(self, i: int) -> tuple[int, float] | None:
        """`1/2` after a number, with a hyphen, with `and` or without: 6-1/2."""
        i += self.lower(i) in HYPHENS or self.lower(i) == "and" and self.lower(i + 1) == "1"
        if [self.lower(i), self.lower(i + 1)] == ["1", "/"] and self.lower(i + 2) in ("2", "3", "4") and self.glued(i + 2):
            return i + 2, 1 / int(self.lower(i + 2))
        return None

    def _scaled(self, i: int, last: int, value: float) -> Atom:
        """Figures with a scale: 4.7 million, 1.3bn, $50m, 12-mln."""
        after = last + 1
        if self.lower(after) in HYPHENS and self.glued(after) and self.glued(after + 1):
            after += 1
        section, n = self.section(after)
        if section.startswith("*"):
            return Atom(after + n - 1, _tidy(value * int(section[1:])), int(section[1:]))
        if after == last + 1 and self.glued(after) and self.lower(after) in LETTERS:
            money = self.section(i - 1)[0] == "$" or self.lower(after) == "m" and self._millions(after + 1)
            if money or self.lower(after) != "m" and (self.lower(after) != "b" or not money):
                return Atom(after, _tidy(value * LETTERS[self.lower(after)]), LETTERS[self.lower(after)])
        return Atom(last, value)

    def _millions(self, i: int) -> bool:
        """Whether `m` before token `i` is million, since people, money or a verb of theirs follow, and not metre: 4.7m people."""
        word = self.lower(i)
        return word in OF_MILLIONS or word.endswith("s") and word not in MEASURED and i <= self.end and self.tokens[i].kind == "word"

    def _words(self, i: int) -> Atom | None:
        """A number in words: one hundred and sixteen, twenty-one, a thousand, two dozen, five and a half."""
        total, group, last, scale, j = 0, None, i - 1, 1, i
        if self.lower(i) in ("a", "half") and self.section(i + 1)[0] in ("*100", "*1000", "*1000000", "*1000000000"):
            group, j = 1, i + 1
        elif [self.lower(i), self.lower(i + 1)] == ["half", "a"] and self.section(i + 2)[0] in ("*1000000", "*1000000000"):
            group, j = 0.5, i + 2
        while True:
            section, n = self.section(j)
            if section.startswith("=") and _fits(group, int(section[1:])):
                group = (group or 0) + int(section[1:])
            elif section.startswith("*") and group:
                scale = int(section[1:])
                total, group = (total, group * scale) if scale <= 100 else (total + group * scale, 0)
            else:
                break
            last = j + n - 1
            j = self._next_word(last + 1, scale)
        if last < i or self.lower(last + 1) in HYPHENS and self.glued(last + 1) and self.lower(last + 2) in ORDINALS:
            return None  # the twenty-first
        value = total + (group or 0)
        if self.lower(last + 1) in HYPHENS and self.lower(last + 2) in AND_PARTS and self.glued(last + 2):
            return Atom(last + 2, value + AND_PARTS[self.lower(last + 2)])  # three-and-a-half years
        if [self.lower(k) for k in range(last + 1, last + 4)] in (["and", "a", "half"], ["and", "a", "quarter"]):
            part = 0.5 if self.lower(last + 3) == "half" else 0.25
            return self._scaled(i, last + 3, value + part * (scale if total and not group else 1))  # a million and a half
        return Atom(last, _tidy(value), scale if scale > 12 else 1, "vague" if scale == 12 else "count")

    def _next_word(self, i: int, scale: int) -> int:
        """Where the number may go on: over a hyphen, or over `and` after hundreds."""
        if self.lower(i) in HYPHENS and self.glued(i) and self.glued(i + 1):
            return i + 1
        if self.lower(i) == "and" and scale >= 100 and self.section(i + 1)[0].startswith("="):
            return i + 1 if not self.section(i + 2)[0].startswith("*") else i
        return i

    # --- shares ----------------------------------------------------------------------------------------------------
    def fraction(self, i: int) -> Atom | None:
        """A part of a whole: two-thirds, a quarter of, half the, three fifths."""
        if self.lower(i) == "half":
            if self.lower(i - 1) in WHICH_HALF:
                return None
            after = self.lower(i + 1)
            if after in ("of", "the", "its", "their", "his", "her", "our", "all", "those", "that", "this"):
                return Atom(i, 50, form="share")
            if after in HALF_DOES and (self.lower(i - 1) in BEFORE_HALF or i == self.first):
                return Atom(i, 50, form="share")  # fewer than half are inside the country
            return Atom(i, 0.5) if after in ("an", "a") and self.lower(i + 2) in ("hour", "mile", "century", "day", "year", "kilometre", "kilometer", "tonne", "ton") else None
        count = 1 if self.lower(i) == "a" else self.section(i)[0].startswith("=") and int(self.section(i)[0][1:])
        if not count:
            return None
        j = i + 2 if self.lower(i + 1) in HYPHENS else i + 1
        section, n = self.section(j)
        large = self.section(j + n + 2)[0] if [self.lower(j + n), self.lower(j + n + 1)] == ["of", "a"] else ""
        if section.startswith("/") and large.startswith("*100000"):
            return Atom(j + n + 2, _tidy(count * int(large[1:]) / int(section[1:])))  # a quarter of a million
        if section.startswith("/") and count < 10 and [self.lower(j + n), self.lower(j + n + 1)] in (["of", "an"], ["of", "a"]) and self.lower(j + n + 2) in OF_A_UNIT:
            return Atom(j, round(count / int(section[1:]), 4))  # three-quarters of an hour
        bounded = self.lower(i - 1) in BEFORE_PARTS and self.lower(j + n) not in HYPHENS or j > i + 1  # less than a third, one-third
        if not section.startswith("/") or section == "/2" or count > 19 or count == 1 and self.lower(j + n) not in ("of", "are", "were", "have") and not bounded:
            return None
        return Atom(j, round(100 * count / int(section[1:]), 2), form="share")

    def in_every(self, one: Atom) -> Atom | None:
        """`three in four`, `one out of five`: a share, unless the second number counts days or stands before its own noun."""
        if one.form != "count" or self.lower(one.last + 1) not in ("in", "of", "out"):
            return None
        j = one.last + 1
        j += {"in": 1, "of": 1 if self.lower(j + 1) == "every" else 9, "out": 2 if self.lower(j + 1) == "of" else 9}.get(self.lower(j), 9)
        j += self.lower(j) == "every"
        two = self.atom(j) if j <= one.last + 4 else None
        if two is None or two.value not in (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, *LARGE_WHOLES) or one.value >= two.value:
            return None
        if one.value > 1 and two.value in UNUSUAL and self.lower(one.last + 1) == "out":
            return None  # two out of six missiles
        if self.lower(two.last + 1) in ("days", "weeks", "hours", "months", "years", "minutes", "attacks", "separate", "-", "different", "provinces", "incidents", "cities", "towns", "villages"):
            return None
        share = 100 * one.value / two.value
        return Atom(two.last, round(share, 2 if share >= 1 else 4), form="share")


def _fits(group, value: int) -> bool:
    """Whether a word of `value` may follow a group: twenty one, hundred five, but not two three."""
    if not group:
        return True
    return value < 100 and group % 100 == 0 or value < 10 and group % 10 == 0 and 20 <= group % 100 <= 90


def _tidy(value: float) -> float:
    """Without the dust of floating point: 1.1 million is 1100000."""
    return round(value) if abs(value - round(value)) < 1e-4 else round(value, 4)
