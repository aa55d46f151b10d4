"""The places of a dateline: `AMMAN/BEIRUT`, `CHATHAM, Mass.`, `SAN JOSE (COSTA RICA)`, each with what the almanac knows of it."""
from functools import lru_cache
from typing import Callable, NamedTuple

from ...almanac import countries, spelling
from ...almanac import places as almanac
from ...page import Page
from ...patterns import pattern
from ...report import Place, Span, StoryWarning

NOWHERE = r"(?i)\(?(?:clandestine|no city|undated|no dateline|provinces$|somewhere in)\b"  # Provinces: SANA
NEAR = (  # what stands before a name and is no part of it: `NEAR BAGHOUZ`, `NORTHERN GAZA STRIP`, `WITH THE MARINES IN FALLUJAH`
    r"(?i)^(?:(?:on|in|at|with|aboard|along|inside|outside|near|a|an|the|border|refugee|tent|village|town|city|outskirts|north|south|east|west)\b"
    r".{0,40}?\b(?:near|outside|inside|in|of|from)\s|(?:near|outside|inside|in|at)\s|(?:north|south|east|west|central)(?:ern)?[\s-])(?:the\s)?"
)
SORT = r"(?i)\s+(?:city|town|village|(?:refugee |displaced |idp )?camp|air ?(?:base|field|port))$"  # what some put behind a name: `GHAZNI CITY`, `BAGRAM AIR FIELD`
SORTS = ("ty", "wn", "ge", "mp", "se", "ld", "rt")
NAMESAKES = {"congo": "CG", "korea": "KP"}  # by this name alone the other country is meant, unless the town lies here: BRAZZAVILLE, Congo
NO_TOWN = r"(?i)(?:aboard|on board|with the|near|off|over|uss|hms|ins|camp|forward operating base|fob|at sea)\b"
LEADS = (90, 400)  # tokens after the dateline in which countries are looked for, to decide between namesakes


class Named(NamedTuple):
    """A place as the dateline names it, with the states and countries after it."""

    name: str
    areas: tuple[str, ...] = ()


@lru_cache(maxsize=100)  # each shape is asked by several rules
def split(head: str) -> tuple[Named, ...]:
    """The places that the words before date and agency name, in order."""
    head = " ".join(head.replace("\n", " ").split()).strip(" ,.;-–—") + ("." if head.rstrip().endswith(".") else "")
    named: list[Named] = []
    for chunk in _chunks(head):
        name, *areas = [piece.strip() for piece in pattern(r"\s*,\s*|\s+(?=[(\[])").split(chunk) if piece.strip(" ,.")]
        while len(areas) > 0 and _another(name, areas[0]):
            named.append(Named(name))
            name, *areas = areas
        named.append(_one(name, areas))
    return tuple(named)


def _chunks(head: str) -> list[str]:
    """The words of each place with its areas; `and` parts two places unless it belongs to a name (`Bosnia and Herzegovina`)."""
    if "and" in head.casefold():
        pieces = pattern(r"(\s*[/;&]\s*(?![^(\[]*[)\]])|\s*,\s*|\s*[(\[)\]]\s*)").split(head)
        head = "".join(pattern(r"(?i)\s+and\s+").sub("/", piece) if "and" in piece.casefold() and not _one_name(piece) else piece for piece in pieces)
    chunks = pattern(r"\s*[/;&]\s*(?![^(\[]*[)\]])").split(head) if any(mark in head for mark in "/;&") else [head]
    return [chunk for chunk in chunks if chunk.strip(" ,.")]


def _one_name(words: str) -> bool:
    """Whether words are the name of one country, state or place, though `and` is in them."""
    return bool(countries.country(words) or countries.region(words)) or isinstance(almanac.look_up(words), almanac.Found)


def _one(name: str, areas: list[str]) -> Named:
    """A name without the full stop that some agencies put behind it: `MOSCOW. Oct 15`."""
    name = name.strip()
    name = name.rstrip(".") if name.count(".") == 1 and len(name) > 4 else name
    return Named(name, tuple(area.strip(" ()[]") for area in areas if area.strip(" ()[].")))


def _another(name: str, area: str) -> bool:
    """Whether what follows the comma is a place of its own, `BEIRUT, DAMASCUS and AMMAN`, and no state or country."""
    if countries.country(area.strip("()")) or countries.region(area) or not area.isupper() or not name.isupper():
        return False
    other = almanac.look_up(area)
    return isinstance(other, almanac.Found) and other.precision == "town"


def _nowhere(name: str) -> bool:
    """Whether a name says that there is none; most begin otherwise, and no pattern need be made to see it."""
    return name.removeprefix("(").casefold().startswith(("clan", "no ", "unda", "prov", "some")) and pattern(NOWHERE).match(name) is not None


def _without_sort(name: str) -> str:
    """A name without `city`, `town`, `camp` and the like behind it."""
    return pattern(SORT).sub("", name) if name.casefold().endswith(SORTS) else name


def known(named: Named) -> bool:
    """Whether the almanac has a town or region of this name, or the area is a country or state."""
    if _nowhere(named.name) or any(countries.country(area) or countries.region(area) for area in named.areas):
        return True
    found = almanac.look_up(named.name) or almanac.look_up(_without_sort(named.name))
    return isinstance(found, almanac.Ambiguous) or found is not None and found.precision != "country"


def find(page: Page, offsets: tuple[int, int], warn: Callable[[StoryWarning], None]) -> tuple[Place, ...]:
    """The places, looked up; what is ambiguous or not found is null, with a warning."""
    span = page.story.span(*offsets)
    return tuple(_place(page, named, span, warn) for named in split(span.text) if named.name)


def _place(page: Page, named: Named, span: Span, warn: Callable[[StoryWarning], None]) -> Place:
    region, country, code = _area(named)
    if _nowhere(named.name):
        return Place(spelling.ordinary(named.name.strip("()")), region, country, code)
    state = countries.region(region) if region else None
    town, state = named.name, state.name if state else region
    found = almanac.look_up(town, state, code)
    for _ in range(2):  # IN NORTHERN IRAQ
        if found is None and (near := pattern(NEAR).match(town)):
            town = town[near.end() :]
            found = almanac.look_up(town, state, code)
    if found is None and (short := _without_sort(town)) != town:
        town = short
        found = almanac.look_up(town, state, code)
    for reach in LEADS:
        if isinstance(found, almanac.Ambiguous):
            found = almanac.look_up(town, state, code, mentioned(page, span.end, reach))
    if isinstance(found, almanac.Ambiguous) and span.start:
        found = almanac.look_up(town, state, code, mentioned(page, 0, page.at(span.start)))    # as the headline says
    if found is None and code is None and len(spoken_of := mentioned(page, span.end, LEADS[0])) == 1:
        found = almanac.look_up(town, state, *spoken_of)
    if isinstance(found, almanac.Found):
        name = spelling.ordinary(named.name, found.name)
        whole = countries.named(code)
        now = code if whole and not whole.successors else found.country_code    # JUBA, Sudan
        return Place(name, region or found.region, country or found.country, now, *found[4:])
    if isinstance(found, almanac.Ambiguous):
        warn(StoryWarning("place_ambiguous", f"{named.name}: in {', '.join(found.countries[:5])}", span))
        code = code or (found.countries[0] if len(found.countries) == 1 else None)
    elif not pattern(NO_TOWN).match(named.name):
        warn(StoryWarning("place_unknown", f"{named.name}: not in the almanac", span))
    return Place(spelling.ordinary(named.name), region, country or _name(code), code)


def _area(named: Named) -> tuple[str | None, str | None, str | None]:
    """State and country as they are written, and the country's code."""
    region = country = code = None
    for area in named.areas:
        state, whole = countries.region(area), countries.country(area)
        if whole and not (state and _is_state(named, state, whole)):
            country, code = area, _of_two(named.name, area, whole)
        else:
            region, code = region or area, code or (state.country if state else None)
    return region, country, code if code is None or countries.named(code) else None


def _of_two(town: str, area: str, whole: str) -> str:
    """The country that is meant of two that bear a name: that in which the town lies."""
    other = NAMESAKES.get(area.casefold())
    return other if other and almanac.look_up(town, None, whole) is None and isinstance(almanac.look_up(town, None, other), almanac.Found) else whole


def _is_state(named: Named, state: countries.Region, whole: str) -> bool:
    """Whether `Georgia` is the state: only if the town lies there and not in the country."""
    there = almanac.look_up(named.name, state.name, state.country)
    return state.country != whole and isinstance(there, almanac.Found) and not isinstance(almanac.look_up(named.name, None, whole), almanac.Found)


def _name(code: str | None) -> str | None:
    whole = countries.named(code)
    return whole.name if whole else None


def mentioned(page: Page, offset: int, reach: int) -> set[str]:
    """The countries of which the story speaks after an offset, by name or by their people."""
    first = page.at(offset)
    words = [token.text for token in page.tokens[first : first + reach] if token.capital]
    pairs = [f"{a} {b}" for a, b in zip(words, words[1:])]
    return {code for word in words + pairs if (code := countries.country(word) or countries.nationality(word))}
