"""Countries and their parts: names, codes, peoples, states and provinces."""
from functools import cache, lru_cache
from typing import Iterator, NamedTuple

from .spelling import fold, fold_all
from .table import names, rows


class Country:
    """A country; `successors` only where it is no more; `ceded` are those of which a part was its own once, or is said to be."""

    __slots__ = ("code", "name", "successors", "ceded")

    def __init__(self, code: str, name: str, successors: tuple[str, ...] = (), ceded: tuple[str, ...] = ()):
        self.code, self.name, self.successors, self.ceded = code, name, successors, ceded


class Region(NamedTuple):
    """A state or province, and the code of its country."""

    name: str
    country: str


@lru_cache(maxsize=2_000)
def country(name: str) -> str | None:
    """The ISO code of a country, by any of its names: `Syria`, `DR Congo`, `Burma`, `the UAE`; `US`, `CAR` only in capitals."""
    found = _look(_countries(), name)
    return found.code if found else None


@lru_cache(maxsize=2_000)
def nationality(word: str) -> str | None:
    """The ISO code of the country of an adjective or a people: `Syrian`, `Iraqis`, `North Korean`, `Frenchman`."""
    found = _peoples().get(fold(word))
    return found.code if found else None


def named(code: str | None) -> Country | None:
    """The country of a code."""
    return _codes().get(code or "")


@lru_cache(maxsize=2_000)
def region(name: str) -> Region | None:
    """The state or province of a name or abbreviation: `Mass.`, `Ont.`, `N.S.W.`; a postal code (`MA`) only in capitals."""
    return _look(_regions(), name)


def _look(table: dict, name: str):
    """Short forms written in capitals (`US`, `MA`) are known in capitals only: `us` and `ma` are words."""
    name = name.strip().removeprefix("the ")
    short = name.isupper() and len(name) < 5
    return short and table.get(name) or table.get(fold(name).removeprefix("the "))


@cache
def _codes() -> dict[str, Country]:
    return {row[0]: Country(row[0], row[1], tuple(row[4].split()), tuple(row[5].split())) for row in rows("countries.tsv", 6)}


@cache
def _countries() -> dict[str, Country]:
    table = rows("countries.tsv", 6)
    return {key: _codes()[row[0]] for row, keys in zip(table, _keys([row[1:3] for row in table])) for key in keys}


@cache
def _peoples() -> dict[str, Country]:
    """Adjectives, and peoples in the singular and plural."""
    found: dict[str, Country] = {}
    table = [row for row in rows("countries.tsv", 6) if row[3]]
    for row, words in zip(table, fold_all([row[3] for row in table])):
        for word in names(words):
            found.setdefault(word, _codes()[row[0]])
            if not word.endswith(("s", "sh", "ch", "ese", "men")):
                found.setdefault(f"{word}s", _codes()[row[0]])
    return found


@cache
def _regions() -> dict[str, Region]:
    found: dict[str, Region] = {}
    table = rows("regions.tsv", 4)
    for row, keys in zip(table, _keys([row[1:] for row in table])):
        for key in keys:
            found.setdefault(key, Region(row[1], row[0]))
    return found


def _keys(rows: list[tuple[str, ...]]) -> Iterator[list[str]]:
    """The names in some cells of each row as they are looked up."""
    written = [" | ".join(filter(None, cells)) for cells in rows]
    for cell, folded in zip(written, fold_all(written)):
        yield [name if len(name) < 5 and name.isupper() and "." not in name else key for name, key in zip(names(cell), names(folded))]
