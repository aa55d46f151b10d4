"""Whether the parts of a line that opens like a dateline fit: whether its names can be places, its agency one, and prose follows."""
from ...almanac import dates
from ...almanac import places as almanac
from ...page import Page
from . import agency, places
from .day import pattern
from .shape import Shape

SPOKEN = 200  # tokens in which a country is spoken of
STOP = r"[.:] \s+ [\p{Lu}\d\"“‘']"
FIRST = frozenset("on in at by the a an for from to it he she they we this that but and as after when while with no if".split())


def heads(page: Page, shape: Shape) -> tuple[places.Named, ...]:
    """The places that the shape names."""
    return places.split(page.text[slice(*shape.head)])


def by_known_agency(page: Page, shape: Shape) -> bool:
    """Whether the agency is one that we know."""
    return agency.known(page.text[slice(*shape.agency)])


def named(page: Page, shape: Shape) -> bool:
    """Whether the words before date or agency can be names at all."""
    found = heads(page, shape)
    if not found or shape.agency and not agency.fits(page.text[slice(*shape.agency)]):
        return False
    name = found[0].name
    if name.isupper():
        return len(name) > 1
    if name.split()[0].casefold() in FIRST or name.islower() or len(name.split()) > 5:
        return places.known(found[0])
    return all(word[0].isupper() or len(word) < 4 or word.isdigit() for word in name.split()) or places.known(found[0])


def dated(page: Page, shape: Shape) -> bool:
    """Whether the words before a day can be names; before a bar, where writers stand as well, the name of a place that we know."""
    return named(page, shape) and ("|" not in page.text[slice(shape.head[1], shape.date[0])] or known(page, shape))


def filed(page: Page, shape: Shape) -> bool:
    """Whether an agency is named that is known, or may be one since the place is known or in capitals."""
    if not shape.agency or not named(page, shape):
        return False
    first = heads(page, shape)[0]
    if by_known_agency(page, shape) and (first.name.isupper() or shape.date):
        return True
    return page.text[shape.agency[0] - 1] in "([/ " and places.known(first)


def filed_by_known(page: Page, shape: Shape) -> bool:
    """Whether a known agency and a known place are named, and a sentence begins; with a day, any agency in brackets will do."""
    glued = page.text[shape.end - 1] == ")" and page.text[shape.end : shape.end + 1].isupper()  # (CNN)Rebels
    if not glued and not pattern(r"\.? \s+ [\p{Lu}\d\"“‘']" if shape.date else r"\s+ [\p{Lu}\d\"“‘']").match(page.text, shape.end):
        return False
    if shape.date and filed(page, shape):
        return True
    named_aloud = shape.order.endswith(":") and heads(page, shape)[0].name.isupper() and named(page, shape)
    return by_known_agency(page, shape) and (known(page, shape) or named_aloud)


def filed_and_closed(page: Page, shape: Shape) -> bool:
    """Whether a comma is before the known agency, and a stop and a capital, or the line's end, behind it."""
    comma = page.text[shape.date[1] : shape.agency[0]].strip() in (",", ".")
    closed = pattern(rf"{STOP} | [ \t]* (?: \n | \Z )").match(page.text, shape.end - shape.order.endswith(":"))
    return comma and bool(closed) and by_known_agency(page, shape) and known(page, shape)


def dated_and_closed(page: Page, shape: Shape) -> bool:
    """Whether a place is named that is known, and its country where only a full stop follows; and prose follows."""
    if not known(page, shape) or not prose_follows(page, shape):
        return False
    stopped = pattern(r"(?<= \. ) \s+ \p{Lu} | \. \s+ \p{Lu}").match(page.text, shape.end)
    full = shape.date and page.text[shape.date[1] - 4 : shape.date[1]].isdecimal() and "," in page.text[shape.head[1] : shape.date[0]]
    return shape.order.endswith((":", ")")) or bool(stopped) and bool(heads(page, shape)[0].areas or full and shape.start == len(page.text) - len(page.text.lstrip()))


def stands_alone(page: Page, shape: Shape) -> bool:
    """Whether nothing else stands on the line, or only after a gap."""
    comma = "," in page.text[shape.head[1] : shape.date[0]] or "-" in shape.order or heads(page, shape)[:1] and heads(page, shape)[0].name.isupper()
    return bool(comma) and bool(pattern(r"[ \t]* (?: \n | \Z ) | [ ]{2,} \S").match(page.text, shape.end)) and known(page, shape)


def known(page: Page, shape: Shape) -> bool:
    """Whether the first place is one that we know."""
    return named(page, shape) and places.known(heads(page, shape)[0])


def with_area(page: Page, shape: Shape) -> bool:
    """Whether a place is named with its state or country; a place in capitals need not be known."""
    found = heads(page, shape)
    capitals = len(found) == 1 and found[0].areas and found[0].name.isupper() and len(found[0].name.split()) < 4 and not found[0].areas[0].isupper()
    return named(page, shape) and bool(capitals or any(one.areas and places.known(one) for one in found)) and prose_follows(page, shape)


def town(page: Page, shape: Shape) -> bool:
    """Whether all that are named are towns that we know."""
    found = heads(page, shape)
    if found[0].areas or dates.written_as(found[0].name) or not all(map(places.known, found)):
        return False
    return named(page, shape) and prose_follows(page, shape)


def alone_over_prose(page: Page, shape: Shape) -> bool:
    """Whether a town, and nothing else, stands between the headline and the first paragraph of prose."""
    number = page.paragraph(page.at(shape.head[0]))
    block, following = page.paragraphs[number], page.paragraphs[number + 1 : number + 2]
    line = page.text[block.start : block.end].strip()
    filed = shape.agency is not None and line.endswith(page.text[slice(*shape.head)])  # Shafaq News – Kirkuk
    if not following or following[0].table or line != page.text[slice(*shape.head)] and not filed:
        return False
    prose = page.text[following[0].start : following[0].end].strip()
    towns = all(map(places.known, heads(page, shape)))
    return len(prose) > 40 and prose[-1] in ".!?\"”’')" and not prose.isupper() and towns and named(page, shape)


def is_town(name: str) -> bool:
    """Whether the almanac has one town of this name."""
    found = almanac.look_up(name)
    return isinstance(found, almanac.Found) and found.precision == "town"


def in_capitals(page: Page, shape: Shape) -> bool:
    """Whether the place is in capitals."""
    return heads(page, shape)[0].name.isupper()


def below_the_headline(page: Page, shape: Shape) -> bool:
    """Whether something stands over a place of few words that is a capital, or a town of a country of which the story speaks: not over Economy, Pennsylvania."""
    name = page.text[slice(*shape.head)]
    if page.paragraph(page.at(shape.head[0])) == 0 or len(name.split()) > 3:
        return False
    spoken_of = places.mentioned(page, 0, SPOKEN)
    found = almanac.look_up(name, None, None, spoken_of)
    return almanac.seat(name) is not None or isinstance(found, almanac.Found) and found.precision == "town" and found.country_code in spoken_of


def prose_follows(page: Page, shape: Shape) -> bool:
    """Whether a sentence follows, and not the rest of a headline."""
    block = page.paragraphs[page.paragraph(page.at(shape.head[0]))]
    rest = page.text[shape.end : block.end].strip()
    if not rest:
        return block is not page.paragraphs[0] and block is not page.paragraphs[-1]
    if block.table or len(rest) < 26 or rest[0].islower() or rest.partition("\n")[0].isupper():
        return False
    return rest[-1] in ".!?\"”’')" or len(rest) > 150
