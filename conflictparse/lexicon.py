"""Word lists: plain text, one word in all its forms a line, under sections that are values of the contract."""
import pkgutil
from typing import Iterable, NamedTuple, Sequence

from .errors import BadWordList


class Entry(NamedTuple):
    """What a list says of the words at a place: their section, how many tokens they take, the word's first form."""

    section: str
    length: int
    lemma: str
    form: int = 0
    """Which of the line's forms it is, from 0"""


class Lexicon:
    """A word list, asked by token; the longest entry that fits is the answer."""

    lists: dict[tuple[str, str], "Lexicon"] = {}

    def __init__(self, package: str, name: str, sections: Iterable[str]):
        self.package, self.name, self.sections = package, name, tuple(sections)
        self.entries: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
        data = pkgutil.get_data(package, name)
        if data is None:
            raise BadWordList(name, 0, f"not in {package}")
        self._read(data.decode("utf-8"))
        Lexicon.lists[package, name] = self

    def _read(self, text: str) -> None:
        section = None
        for number, line in enumerate(text.splitlines(), 1):
            line = line.partition("#")[0].strip()
            if line.startswith("["):
                section = line.strip("[]")
                if section not in self.sections:
                    raise BadWordList(self.name, number, f"unknown section {section!r}")
            elif line:
                if section is None:
                    raise BadWordList(self.name, number, "a word before the first section")
                self._enter(line, section)
        for choices in self.entries.values():
            choices.sort(key=lambda choice: -len(choice[0]))

    def _enter(self, line: str, section: str) -> None:
        forms = [form.strip() for form in line.split(",")]
        for number, form in enumerate(forms):
            words = tuple(form.casefold().split())
            if words:
                self.entries.setdefault(words[0], []).append((words, Entry(section, len(words), forms[0], number)))

    def at(self, tokens: Sequence, i: int) -> Entry | None:
        """The longest entry whose words stand at token `i`."""
        if not 0 <= i < len(tokens):
            return None
        for words, entry in self.entries.get(tokens[i].lower, ()):
            if len(words) == 1 or tuple(token.lower for token in tokens[i : i + len(words)]) == words:
                return entry
        return None

    def of(self, word: str) -> str | None:
        """The section of a single word (in lower case), or None."""
        for words, entry in self.entries.get(word, ()):
            if len(words) == 1:
                return entry.section
        return None
