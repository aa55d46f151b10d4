"""Places: which town a dateline means, and where on earth it lies. What is not certain is not said."""
from functools import cache, lru_cache
from typing import Iterable, NamedTuple

from ..report import Match, Precision
from . import countries
from .spelling import fold, likeness, sound
from .table import names, opened, rows

ALIKE = 0.85  # the same sound, but less alike than this: in up to 2.5 % of names it is another town
GREATER, MUCH_GREATER = 3, 10  # a town so many times weightier than its namesakes is meant: in its country; in the world
LARGE, SMALL = 100_000, 1_000  # inhabitants; without its country a smaller one is not meant, nor under a name much unlike its own one that is not large
FORMER = frozenset("kiev peking rangoon teheran saigon kishinev tiflis".split())  # capitals under names they had
SEATS = {"new delhi": "IN", "tel aviv": "IL"}  # stand for a government, though no capital by that name
WEIGHT = {"proper": 10, "other": 4, "folded": 1}  # that its name is spelt so in GeoNames, that of its other names one is, that one folds to it


class Found(NamedTuple):
    """A place of the almanac; `match` says how its name was made to fit."""

    name: str
    region: str | None
    country: str | None
    country_code: str | None
    latitude: float | None
    longitude: float | None
    geonames_id: int | None
    match: Match
    precision: Precision


class Ambiguous:
    """Several places bear the name, and nothing says which is meant."""

    __slots__ = ("countries",)

    def __init__(self, countries: tuple[str, ...]):
        self.countries = countries


class Record:
    """A line of `places.tsv`; `folded` where the name was folded to fit. No NamedTuple: one costs 0.2 ms of every start."""

    __slots__ = ("number", "name", "region", "country", "latitude", "longitude", "people", "capital", "folded")

    def __init__(self, number: str, cells: list[str]):
        self.number, self.folded = int(number.lstrip("~")), number[0] == "~"
        self.name, self.region, self.country, latitude, longitude, people, mark = cells
        self.latitude, self.longitude, self.people, self.capital = float(latitude), float(longitude), int(people), mark == "C"


def look_up(name: str, region: str | None = None, country: str | None = None, mentioned: Iterable[str] = ()) -> Found | Ambiguous | None:
    """The place of this name: exactly so spelt, then folded, then as it sounds.

    `region` is the full name of a state, `country` an ISO code; `mentioned` are the codes of countries that the story
    speaks of, which decide between namesakes.
    """
    return _looked_up(name, region, country, frozenset(mentioned))


@lru_cache(maxsize=1000)  # the same towns come again
def _looked_up(name: str, region: str | None, country: str | None, mentioned: frozenset[str]) -> Found | Ambiguous | None:
    codes = _codes(country)
    row = opened("extra.tsv").find(fold(name))
    if row and (row[2] in codes or not row[6] and not codes):
        return _by_hand(row)
    if not codes and not region and (whole := _country(name)):
        return whole
    bearers = _bearers(fold(name))
    if codes:
        there = [record for record in bearers if record.country in codes]
        return _in_country(name, region, there) or _heard(name, region, codes) or _once(name, countries.named(country).ceded, row, bearers)
    return _alone(name, bearers, mentioned) if bearers else None


def _once(name: str, codes: tuple[str, ...], row: list[str] | None, bearers: list[Record]) -> Found | Ambiguous | None:
    """A place in what belonged to the country, or is said to, when the story was written."""
    if row and row[2] in codes:
        return _by_hand(row)
    return next((found for code in codes if (found := _in_country(name, None, [record for record in bearers if record.country == code]))), None)


@lru_cache(maxsize=1000)
def seat(name: str) -> str | None:
    """The country of which a name alone means the capital, which may stand for its government: `Ankara denied it`."""
    if fold(name) in SEATS:
        return SEATS[fold(name)]
    bearers = _bearers(fold(name))
    best = max(bearers, key=lambda record: _weight(name, record), default=None)
    return best.country if best is not None and best.capital and (fold(best.name) == fold(name) or fold(name) in FORMER) else None


def _codes(country: str | None) -> tuple[str, ...]:
    """The code, or the codes of the countries that came after it."""
    whole = countries.named(country)
    return () if whole is None else whole.successors or (whole.code,)


@lru_cache(maxsize=1000)
def _bearers(key: str) -> list[Record]:
    """All places that bear a folded name."""
    cells = opened("names.tsv").find(key)
    return [_record(number) for number in cells[0].split()] if cells else []


def _record(number: str) -> Record:
    return Record(number, opened("places.tsv").find(number.lstrip("~")) or [""] * 7)


def _found(name: str, record: Record, match: Match | None = None) -> Found:
    exact = not record.folded or name.casefold() == record.name.casefold()
    whole = countries.named(record.country)
    return Found(record.name, record.region or None, whole.name if whole else None, record.country, round(record.latitude, 4),
                 round(record.longitude, 4), record.number, match or ("exact" if exact else "folded"), "town")


def _in_country(name: str, region: str | None, bearers: list[Record]) -> Found | Ambiguous | None:
    """One of the places of one country: in the region named, its proper name, much the largest."""
    if region and bearers:
        there = [record for record in bearers if record.region and fold(record.region) == fold(region)]
        if not there and bearers[0].country in ("US", "CA", "AU"):
            return None
        bearers = there or bearers
    bearers = sorted(bearers, key=lambda record: (record.capital, _weight(name, record)), reverse=True)
    if len(bearers) > 1 and not bearers[0].capital and _weight(name, bearers[0]) < GREATER * _weight(name, bearers[1]) and not _near(bearers):
        return Ambiguous((bearers[0].country,))
    return _found(name, bearers[0]) if bearers else None


def _weight(name: str, record: Record) -> int:
    """How much speaks for one of several bearers of a name: its inhabitants, and how it comes by the name."""
    return max(record.people, 1) * WEIGHT["proper" if fold(record.name) == fold(name) else "folded" if record.folded else "other"]


def _near(bearers: list[Record]) -> bool:
    """Whether all of these are the same town for a reader: within a tenth of a degree."""
    return all(abs(a.latitude - bearers[0].latitude) < 0.1 and abs(a.longitude - bearers[0].longitude) < 0.1 for a in bearers)


def _heard(name: str, region: str | None, codes: tuple[str, ...]) -> Found | None:
    """A place of the country that sounds the same; of several the one spelt most alike."""
    folded = fold(name)
    best: tuple[float, Record | None] = (ALIKE, None)
    for code in codes:
        for record in _bearers(f"{code}:{sound(folded)}"):
            like = likeness(folded, fold(record.name))
            if like > best[0] or like == best[0] and (best[1] is None or record.people > best[1].people):
                best = (like, record)
    return _found(name, best[1], "transliterated") if best[1] else None


def _alone(name: str, bearers: list[Record], mentioned: frozenset[str]) -> Found | Ambiguous | None:
    """A place named without its country: only if one is clearly meant."""
    codes = {record.country for record in bearers}
    likely = codes & ({_standing_alone()[fold(name)]} if fold(name) in _standing_alone() else set())
    likely = likely or codes & mentioned
    if len(codes) > 1 and len(likely) == 1:
        bearers = [record for record in bearers if record.country in likely]
    if len({record.country for record in bearers}) == 1:
        sure = likely or any(record.capital or record.people >= (SMALL if likeness(fold(record.name), fold(name)) > ALIKE else LARGE) for record in bearers)
        return _in_country(name, None, bearers) if sure else None
    first, second, *_ = sorted(bearers, key=lambda record: _weight(name, record), reverse=True)
    if first.capital or first.people > LARGE and _weight(name, first) >= MUCH_GREATER * _weight(name, second):
        return _found(name, first)
    return Ambiguous(tuple(sorted(codes)))


def _country(name: str) -> Found | None:
    """A country in a town's stead; where the capital has the same name (Singapore), the capital."""
    code = countries.country(name)
    if code is None or any(record.capital and record.country == code for record in _bearers(fold(name))):
        return None
    whole = countries.named(code)
    return Found(whole.name, None, whole.name, code, None, None, None, "exact", "country")


def _by_hand(row: list[str]) -> Found:
    """The place in a row kept by hand; its last cell says that the name alone, without its country, does not mean it."""
    name, region, code, latitude, longitude, precision, _ = row
    whole = countries.named(code)
    spot = (float(latitude), float(longitude)) if latitude else (None, None)
    return Found(name, region or None, whole.name if whole else None, code or None, *spot, None, "exact", precision)


@cache
def _standing_alone() -> dict[str, str]:
    return {fold(name): code for code, cell in rows("alone.tsv", 2) for name in names(cell)}
