"""Rules: small functions with a name, a reason and examples, asked in order; who answers leaves the name behind."""
from typing import Any, Callable, Iterator, NamedTuple

from .report import Span, Why


class Ruling(NamedTuple):
    """An answer and its reason: the one never travels without the other."""

    value: Any
    why: Why


class Rule(NamedTuple):
    """A function of a rulebook: what it says of the story is in the first line of its docstring."""

    name: str
    function: Callable

    @property
    def reason(self) -> str:
        return (self.function.__doc__ or "").strip().partition("\n")[0]

    @property
    def examples(self) -> tuple[tuple[str, str], ...]:
        """(sign, line) pairs: at `+` the rule fires on exactly the words in « », at `-` it is silent."""
        lines = (line.strip() for line in (self.function.__doc__ or "").splitlines()[1:])
        return tuple((line[0], line[2:].strip()) for line in lines if line[:2] in ("+ ", "- "))

    @property
    def place(self) -> str:
        code = self.function.__code__
        return f"{code.co_filename}:{code.co_firstlineno}"


class Rulebook:
    """The rules that settle one field, in the order in which they are asked; the first answer stands."""

    books: dict[str, "Rulebook"] = {}

    def __init__(self, name: str):
        self.name, self.field = name, name.rpartition(".")[2]
        self.rules: list[Rule] = []
        Rulebook.books[name] = self

    def rule(self, function: Callable) -> Callable:
        """Enter a function as the last rule of the book. The function stays what it was."""
        self.rules.append(Rule(f"{self.name}.{function.__name__}", function))
        return function

    def settle(self, *evidence) -> Ruling | None:
        """Ask the rules in order; a rule answers `(value, words)`, or None."""
        for rule in self.rules:
            answer = rule.function(*evidence)
            if answer is not None:
                return self.ruling(rule, *answer)
        return None

    def gather(self, *evidence) -> Iterator[Ruling]:
        """The answers of all rules that have one, in order: for fields of which a story holds several."""
        for rule in self.rules:
            answer = rule.function(*evidence)
            if answer is not None:
                yield self.ruling(rule, *answer)

    def ruling(self, rule: Rule, value: Any, words: Span | None) -> Ruling:
        """The answer of one of the rules, with its reason."""
        return Ruling(value, Why(self.field, rule.name, words if isinstance(words, Span) else None))
