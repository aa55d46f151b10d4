"""One door for patterns: each is made when it is first asked for, and kept; in a long text none may take for ever.

Readers ask them of bytes, all others of text.

`regex` is two halves: one compiles, in Python, and takes 10 ms to load; one matches, in C. A pattern that was kept needs only the second.
"""
import sys
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.machinery import ModuleSpec
from importlib.util import find_spec, module_from_spec
from types import ModuleType
from typing import TYPE_CHECKING, Any, AnyStr, Callable, Iterator

from .shelf import Shelf, state

if TYPE_CHECKING:
    from regex import Match
    from regex import Pattern as Compiled
else:
    Match = Compiled = Any

LONG = 64 * 1024  # characters; in shorter texts nothing is timed, which would make matching four times slower
LIMIT = 5.0  # seconds of the processor's for one match; what is linear takes a thousandth
MULTILINE, VERBOSE, OLD = 0x8, 0x40, 0x2000  # regex.M, regex.X, regex.V0

_late: ContextVar[dict | None] = ContextVar("late", default=None)


class Pattern:
    """A compiled pattern. Where it takes too long it finds nothing, then and for the rest of the story, and `limited` is told."""

    __slots__ = ("compiled", "_match", "_fullmatch", "_search")

    def __init__(self, compiled: Compiled):
        self.compiled = compiled
        self._match, self._fullmatch, self._search = compiled.match, compiled.fullmatch, compiled.search

    def match(self, text: AnyStr, *bounds: int) -> Match | None:
        return self._match(text, *bounds) if len(text) <= LONG else self._timed(self._match, text, *bounds)

    def fullmatch(self, text: AnyStr, *bounds: int) -> Match | None:
        return self._fullmatch(text, *bounds) if len(text) <= LONG else self._timed(self._fullmatch, text, *bounds)

    def search(self, text: AnyStr, *bounds: int) -> Match | None:
        return self._search(text, *bounds) if len(text) <= LONG else self._timed(self._search, text, *bounds)

    def finditer(self, text: AnyStr, *bounds: int) -> Iterator[Match]:
        """The matches in order; as many as there was time for."""
        return self.compiled.finditer(text, *bounds, concurrent=False) if len(text) <= LONG else self._while_there_is_time(text, *bounds)

    def findall(self, text: AnyStr) -> list:
        """What the matches hold, or their group, if there is one; nothing, where there was no time for all of them."""
        return self.compiled.findall(text) if len(text) <= LONG else self._timed(self.compiled.findall, text) or []

    def split(self, text: AnyStr) -> list:
        """What stands between the matches; all of it, where there was no time to find them."""
        return self.compiled.split(text) if len(text) <= LONG else self._timed(self.compiled.split, text) or [text]

    def sub(self, by: AnyStr | Callable[[Match], AnyStr], text: AnyStr, count: int = 0) -> AnyStr:
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

    def _while_there_is_time(self, text: AnyStr, *bounds: int) -> Iterator[Match]:
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
def pattern(parts: AnyStr, flags: int = 0) -> Pattern:
    """The pattern that some words describe, in the old syntax, as the standard library reads it; compiled once for all starts."""
    matcher, shelf = _kept()
    return Pattern(matcher.compile(*shelf.get((parts, flags), lambda: _compiled(parts, flags | OLD))))


def _compiled(parts: AnyStr, flags: int) -> tuple:
    """What `pickle` would keep of a pattern: of it `_regex.compile` makes the pattern again."""
    import copyreg

    import regex

    return copyreg.dispatch_table[regex.Pattern](regex.compile(parts, flags))[1]


@cache
def _kept() -> tuple[ModuleType, Shelf]:
    """The half of `regex` that matches, and the patterns that its other half has compiled before for the same build of it."""
    spec = _inside("regex", "_regex")
    return _loaded(spec), Shelf(__name__, spec.origin, state(spec.origin))


def _inside(package: str, name: str) -> ModuleSpec:
    """Where a module of a package lies, found without loading the package."""
    folders = find_spec(package).submodule_search_locations
    return next(filter(None, (finder.find_spec(f"{package}.{name}", folders) for finder in sys.meta_path)))


def _loaded(spec: ModuleSpec) -> ModuleType:
    """A module, loaded alone; its package, where that is loaded before or after, shares it."""
    module = sys.modules.get(spec.name)
    if module is None:
        module = module_from_spec(spec)
        spec.loader.exec_module(module)
    return sys.modules.setdefault(spec.name, module)


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
