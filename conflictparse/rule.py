"""Rules: small functions with a name, a reason and examples, asked in order; who answers leaves the name behind."""
from typing import Any, Callable, Iterator

from .report import Span, Why


class Ruling:
    """An answer and its reason: the one never travels without the other."""

    __slots__ = ("value", "why")

    def __init__(self, value: Any, why: Why):
        self.value, self.why = value, why


class Rule:
    """A function of a rulebook: what it says of the story is in the first line of its docstring."""

    __slots__ = ("name", "function")

    def __init__(self, name: str, function: Callable):
        self.name, self.function = name, function

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
        self._rules: dict[Callable, Rule] = {}
        Rulebook.books[name] = self

    @property
    def rules(self) -> tuple[Rule, ...]:
        return tuple(self._rules.values())

    def rule(self, function: Callable) -> Callable:
        """Enter a function as the last rule of the book. The function stays what it was."""
        self._rules[function] = Rule(f"{self.name}.{function.__name__}", function)
        return function

    def settle(self, *evidence) -> Ruling | None:
        """Ask the rules in order; a rule answers `(value, words)`, or None."""
        for function in self._rules:
            if (answer := function(*evidence)) is not None:
                return self.ruling(self._rules[function], *answer)
        return None

    def gather(self, *evidence) -> Iterator[Ruling]:
        """The answers of all rules that have one, in order: for fields of which a story holds several."""
        for function, rule in self._rules.items():
            if (answer := function(*evidence)) is not None:
                yield self.ruling(rule, *answer)

    def ruling(self, rule: Rule, value: Any, words: Span | None) -> Ruling:
        """The answer of one of the rules, with its reason."""
        return Ruling(value, Why(self.field, rule.name, words))
