"""Countries and their parts: names, codes, peoples, states and provinces."""
from functools import cache, lru_cache
from typing import NamedTuple

from .spelling import fold
from .table import names, rows


class Country(NamedTuple):
    """A country; `successors` only where it is no more."""

    code: str
    name: str
    successors: tuple[str, ...] = ()


class Region(NamedTuple):
    """A state or province, and the code of its country."""

    name: str
    country: str


@lru_cache(maxsize=10_000)
def country(name: str) -> str | None:
    """The ISO code of a country, by any of its names: `Syria`, `DR Congo`, `Burma`, `the UAE`; `US`, `CAR` only in capitals."""
    found = _look(_countries(), name)
    return found.code if found else None


@lru_cache(maxsize=10_000)
def nationality(word: str) -> str | None:
    """The ISO code of the country of an adjective or a people: `Syrian`, `Iraqis`, `North Korean`, `Frenchman`."""
    found = _peoples().get(fold(word))
    return found.code if found else None


def named(code: str | None) -> Country | None:
    """The country of a code."""
    return _codes().get(code or "")


@lru_cache(maxsize=10_000)
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
    return {row[0]: Country(row[0], row[1], tuple(row[4].split())) for row in rows("countries.tsv", 5)}


@cache
def _countries() -> dict[str, Country]:
    return {key: _codes()[row[0]] for row in rows("countries.tsv", 5) for key in _keys(row[1:3])}


@cache
def _peoples() -> dict[str, Country]:
    """Adjectives, and peoples in the singular and plural."""
    found: dict[str, Country] = {}
    for row in rows("countries.tsv", 5):
        for word in names(fold(row[3])):
            found.setdefault(word, _codes()[row[0]])
            if not word.endswith(("s", "sh", "ch", "ese", "men")):
                found.setdefault(f"{word}s", _codes()[row[0]])
    return found


@cache
def _regions() -> dict[str, Region]:
    found: dict[str, Region] = {}
    for row in rows("regions.tsv", 4):
        for key in _keys(row[1:]):
            found.setdefault(key, Region(row[1], row[0]))
    return found


def _keys(cells: tuple[str, ...]) -> list[str]:
    """The names in some cells as they are looked up; folded together, which takes half the time of folding each."""
    cell = " | ".join(filter(None, cells))
    return [name if name.isupper() and len(name) < 5 and "." not in name else folded for name, folded in zip(names(cell), names(fold(cell)))]
