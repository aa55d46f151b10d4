"""The rules themselves, for people: all of them with their reasons, or some with their examples and their place."""
import textwrap
from typing import Iterable

from ..errors import UnknownName
from ..rule import Rule, Rulebook


def listing(names: Iterable[str] = (), width: int = 0) -> str:
    """Every rulebook with its rules; with names of rooms, rulebooks or rules: those in full. Raises UnknownName."""
    if not names:
        return "\n".join(_book(book, width) for book in Rulebook.books.values())
    return "\n".join(_full(rule, width) for name in names for rule in _named(name))


def _named(name: str) -> list[Rule]:
    """The rules of a room, of a rulebook, or the one rule of that name."""
    rules = [rule for book in Rulebook.books.values() for rule in book.rules]
    found = [rule for rule in rules if f"{rule.name}.".startswith(f"{name}.")]
    if not found:
        rooms = dict.fromkeys(book.partition(".")[0] for book in Rulebook.books)
        raise UnknownName("rule", name, (*rooms, *Rulebook.books))
    return found


def _book(book: Rulebook, width: int) -> str:
    """A rulebook: its name, then each rule with its reason."""
    column = max((len(_short(rule)) for rule in book.rules), default=0)
    lines = (_wrapped(rule.reason, f"  {_short(rule):{column}}  ", " " * (column + 4), width) for rule in book.rules)
    return "\n".join([book.name, *lines, ""])


def _full(rule: Rule, width: int) -> str:
    """A rule: its name, reason, examples, and where it stands."""
    examples = (_wrapped(line, f"    {sign} ", " " * 6, width) for sign, line in rule.examples)
    return "\n".join([rule.name, _wrapped(rule.reason, "  ", "  ", width), *examples, f"  {rule.place}", ""])


def _short(rule: Rule) -> str:
    return rule.name.rpartition(".")[2]


def _wrapped(text: str, first: str, others: str, width: int) -> str:
    """The text under its indents, broken where a width is given."""
    if not width:
        return first + text
    return textwrap.fill(text, max(width, len(others) + 20), initial_indent=first, subsequent_indent=others)
