"""Word lists: plain text, one word in all its forms a line, under sections that are values of the contract."""
import os
import pkgutil
import sys
from functools import cache, cached_property
from typing import Iterable, Iterator, KeysView, NamedTuple, Sequence

from .errors import BadWordList
from .shelf import Shelf


class Entry(NamedTuple):
    """What a list says of the words at a place: their section, how many tokens they take, the word's first form."""

    section: str
    length: int
    lemma: str
    form: int = 0
    """Which of the line's forms it is, from 0"""


Known = tuple[tuple[tuple[str, ...], Entry], ...]
"""Entries, each behind its words in lower case, the longest first"""


class Lexicon:
    """A word list, asked by token; the longest entry that fits is the answer.

    It is read when it is first asked, and a line is taken apart when one of its words is: of 19,000 forms a story meets a few hundred.
    """

    lists: dict[tuple[str, str], "Lexicon"] = {}

    def __init__(self, package: str, name: str, sections: Iterable[str]):
        self.package, self.name, self.sections = package, name, tuple(sections)
        self._entries: dict[str, Known] = {}
        Lexicon.lists[package, name] = self

    @cached_property
    def _all(self) -> tuple[list[tuple[str, str]], dict[str, int], dict[str, list[int]]]:
        """The lines, each behind its section; by the first word of each form, in lower case, the first line that has it; the further ones."""
        file = os.path.join(os.path.dirname(sys.modules[self.package].__file__ or ""), self.name)
        return _kept().get((self.package, self.name), self._taken_in, file)

    @cached_property
    def _lines(self) -> dict[str, int]:
        return self._all[1]

    def _taken_in(self) -> tuple[list[tuple[str, str]], dict[str, int], dict[str, list[int]]]:
        lines, words, further = list(self._read()), {}, {}
        for number, line in enumerate(lines):
            for form in line[1].casefold().split(", "):
                word = form.partition(" ")[0] if " " in form else form
                if words.setdefault(word, number) != number:
                    further.setdefault(word, []).append(number)
        return lines, words, further

    def _read(self) -> Iterator[tuple[str, str]]:
        """The lines that hold words, each behind its section."""
        data = pkgutil.get_data(self.package, self.name)
        if data is None:
            raise BadWordList(self.name, 0, f"not in {self.package}")
        section = None
        for number, line in enumerate(data.decode("utf-8").splitlines(), 1):
            if "#" in line:
                line = line.partition("#")[0].rstrip()
            if line.startswith("["):
                section = line.strip("[]")
                if section not in self.sections:
                    raise BadWordList(self.name, number, f"unknown section {section!r}")
            elif line:
                if section is None:
                    raise BadWordList(self.name, number, "a word before the first section")
                yield section, line

    def __contains__(self, word: str) -> bool:
        """Whether an entry begins with a word (in lower case)."""
        return word in self._lines

    @property
    def first_words(self) -> KeysView[str]:
        """The words with which entries begin, for whoever looks at all words of a story: four times as fast as asking of each."""
        return self._lines.keys()

    def __iter__(self) -> Iterator[tuple[tuple[str, ...], Entry]]:
        """All entries, each behind its words."""
        for word in self._lines:
            yield from self.beginning(word)

    def by_section(self) -> dict[str, frozenset[str]]:
        """The forms of each section, in lower case."""
        found: dict[str, list[str]] = {section: [] for section in self.sections}
        for section, line in self._read():
            found[section] += line.casefold().split(", ")
        return {section: frozenset(forms) for section, forms in found.items()}

    def beginning(self, word: str) -> Known:
        """The entries that begin with a word (in lower case)."""
        known = self._entries.get(word)
        if known is None:
            if word not in self._lines:
                return ()
            known = self._entries[word] = tuple(sorted(self._taken_apart(word), key=lambda known: -known[1].length))
        return known

    def _taken_apart(self, word: str) -> Iterator[tuple[tuple[str, ...], Entry]]:
        longer = f"{word} "
        lines, words, further = self._all
        for section, line in dict.fromkeys(lines[number] for number in (words[word], *further.get(word, ()))):
            for number, form in enumerate(line.casefold().split(", ")):
                if form == word or form.startswith(longer):
                    words = tuple(form.split())
                    yield words, Entry(section, len(words), line.partition(", ")[0], number)

    def at(self, tokens: Sequence, i: int) -> Entry | None:
        """The longest entry whose words stand at token `i`."""
        if not 0 <= i < len(tokens) or (word := tokens[i].lower) not in self._lines:
            return None
        second = tokens[i + 1].lower if i + 1 < len(tokens) else ""
        for words, entry in self._entries.get(word) or self.beginning(word):
            length = entry.length
            if length == 1 or words[1] == second and (length == 2 or tuple([token.lower for token in tokens[i : i + length]]) == words):
                return entry
        return None

    def of(self, word: str) -> str | None:
        """The section of a single word (in lower case), or None."""
        if word in self._lines:
            for _, entry in self._entries.get(word) or self.beginning(word):
                if entry.length == 1:
                    return entry.section
        return None


@cache
def _kept() -> Shelf:
    """The lists as they were taken in before."""
    return Shelf(__name__)
