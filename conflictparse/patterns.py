"""One door for patterns: each is made when it is first asked for, and kept; in a long text none may take for ever."""
import sys
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Any, Callable, Iterator

import regex

LONG = 64 * 1024  # characters; in shorter texts nothing is timed, which would make matching four times slower
LIMIT = 5.0  # seconds of the processor's for one match; what is linear takes a thousandth
MULTILINE, VERBOSE = int(regex.M), int(regex.X)
Match = regex.Match

_late: ContextVar[dict | None] = ContextVar("late", default=None)


class Pattern:
    """A compiled pattern. Where it takes too long it finds nothing, then and for the rest of the story, and `limited` is told."""

    __slots__ = ("compiled", "_match", "_fullmatch", "_search")

    def __init__(self, compiled: regex.Pattern):
        self.compiled = compiled
        self._match, self._fullmatch, self._search = compiled.match, compiled.fullmatch, compiled.search

    def match(self, text: str, *bounds: int) -> Match | None:
        return self._match(text, *bounds) if len(text) <= LONG else self._timed(self._match, text, *bounds)

    def fullmatch(self, text: str, *bounds: int) -> Match | None:
        return self._fullmatch(text, *bounds) if len(text) <= LONG else self._timed(self._fullmatch, text, *bounds)

    def search(self, text: str, *bounds: int) -> Match | None:
        return self._search(text, *bounds) if len(text) <= LONG else self._timed(self._search, text, *bounds)

    def finditer(self, text: str, *bounds: int) -> Iterator[Match]:
        """The matches in order; as many as there was time for."""
        return self.compiled.finditer(text, *bounds, concurrent=False) if len(text) <= LONG else self._while_there_is_time(text, *bounds)

    def sub(self, by: str, text: str, count: int = 0) -> str:
        """The text with the matches replaced, or as it is."""
        if len(text) <= LONG:
            return self.compiled.sub(by, text, count)
        changed = self._timed(self.compiled.sub, by, text, count)
        return text if changed is None else changed

    def _timed(self, find: Callable, *arguments) -> Any:
        late = _late.get()
        if late is not None and self in late:
            return None
        try:
            return find(*arguments, timeout=LIMIT)
        except TimeoutError:
            self._give_up(late)
            return None

    def _while_there_is_time(self, text: str, *bounds: int) -> Iterator[Match]:
        late = _late.get()
        try:
            yield from self.compiled.finditer(text, *bounds, timeout=LIMIT) if late is None or self not in late else ()
        except TimeoutError:
            self._give_up(late)

    def _give_up(self, late: dict | None) -> None:
        """Remember who asked. Raises TimeoutError where nobody wants to know, as in a reader, whose file is lost then."""
        if late is None:
            raise TimeoutError("a pattern took too long")
        frame = sys._getframe(1)
        while frame.f_globals["__name__"] == __name__:
            frame = frame.f_back
        late[self] = f"{frame.f_globals['__name__'].partition('.')[2]}.{frame.f_code.co_name}"


@cache
def pattern(parts: str, flags: int = 0) -> Pattern:
    """The pattern that some words describe, in the old syntax, as the standard library reads it."""
    return Pattern(regex.compile(parts, flags | regex.V0))


@contextmanager
def limited(tell: Callable[[str], None]) -> Iterator[None]:
    """While one story is read: `tell` learns at the end which functions asked for too much."""
    late: dict[Pattern, str] = {}
    token = _late.set(late)
    try:
        yield
    finally:
        _late.reset(token)
    for who in dict.fromkeys(late.values()):
        tell(who)
