"""How a report's values are put for people: amounts with their bounds, places, days, who somebody is."""
from ..report import Date, Figure, Header, Place, Speaker

SIGNS = {"exact": "", "at_least": "≥ ", "more_than": "> ", "at_most": "≤ ", "less_than": "< ", "about": "~ ", "vague": "≳ "}
BASES = {"dateline": "in the dateline", "header": "in the wire's header", "body": "in the body", "reference": "the reference date"}


def amount(figure: Figure) -> str:
    """The value with what bounds it: `≥ 12`, `≤ 8,000`, `10–15`, `~ 40`."""
    if figure.qualifier == "range" and figure.low is not None and figure.high is not None:
        return f"{_number(figure.low)}–{_number(figure.high)}{_unit(figure)}"
    sign, money = SIGNS.get(figure.qualifier, ""), figure.number.text[:1] if figure.number.text[:1] in "$£€¥" else ""
    return f"{sign}{money}{_number(figure.value)}{_unit(figure)}"


def _number(value: int | float) -> str:
    return f"{value:,}" if isinstance(value, int) or value == int(value) and not value > 1e15 else f"{value:,.2f}".rstrip("0")


def _unit(figure: Figure) -> str:
    return "%" if figure.kind == "share" else ""


def link(figure: Figure) -> str:
    """To which other figure this one belongs: ` in f3` is part of it, ` = f1` says it again."""
    return (f" in {figure.part_of}" if figure.part_of else "") + (f" = {figure.same_as}" if figure.same_as else "")


def place(place: Place) -> str:
    """A place with all that is known of where it lies."""
    area = ", ".join(filter(None, (place.name, place.region if place.region != place.name else None, place.country)))
    code = f" ({place.country_code})" if place.country_code else ""
    where = f" · {place.latitude:.2f} {place.longitude:.2f}" if place.latitude is not None and place.longitude is not None else ""
    return area + code + where


def basis(date: Date) -> str:
    """How the day is known."""
    words = f"“{date.text}” " if date.text else ""
    return words + BASES[date.basis] + (", year inferred" if date.inferred else "")


def who(speaker: Speaker) -> str:
    """Title, role and affiliation, none of them twice."""
    title = speaker.title if speaker.role is None or speaker.title and not speaker.role.casefold().startswith(speaker.title.casefold()) else None
    said = ", ".join(filter(None, (title, speaker.role)))
    if speaker.affiliation and speaker.affiliation.casefold() not in f"{said} {speaker.name}".casefold():
        said = f"{said} ({speaker.affiliation})" if said else speaker.affiliation
    return said


def wire(head: Header) -> str:
    """What the wire's header says, but for the headline."""
    version = head.version and head.version.text
    number = " ".join(filter(None, (head.service, head.number)))
    rank = " ".join(filter(None, (head.priority, head.category)))
    sent = head.sent and f"sent {head.sent}"
    return " · ".join(filter(None, (head.agency, number, rank, head.slug, version, sent)))
