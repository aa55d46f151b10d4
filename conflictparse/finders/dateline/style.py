"""The style of a dateline: in which shapes agencies write where and when a story was filed. The strictest are asked first."""
from typing import Iterable

from ...page import Page
from ...report import Span
from ...rule import Rulebook
from . import fit
from .day import pattern
from .opening import Found, openings
from .shape import ANY, Shape, read, readings

STYLE = Rulebook("dateline.style")
EARLY = 1500  # characters
MONITORED = r"""(?m) ^ [ \t]* (?: [A-Z]{2} \d{6,12} [ ] )? (?P<words> \p{Lu}[^\n\d(]{5,90}? ) [ ] in [ ] \p{Lu}\p{Ll}+ (?: [ ] to [ ] [^\n\d]{3,30} )?
    [ ] (?P<date> \d{4} [ ] GMT [ ] \d{1,2} [ ] \p{L}{3,9} [ ] \d{2,4} ) [ \t]* $"""


@STYLE.rule
def date_and_dash(page: Page, shapes: Iterable[Shape]):
    """Place, day and dash stand at the head of the story, with or without the agency in brackets.

    + «BEIRUT, Oct 15 (Reuters) -» At least 12 people died.
    + «Lima, 3 Sep 88 (Radio Uno) --» The army said so.
    + [Article by Mira Kolb] [Text] «Tehran, 12 Feb 86 (IRNA) --» The army said so.
    + «GENEVA (10 July 2019) –» Experts said so.
    + «CAMDEN, N.J., - March 3 -» The company said so.
    - Ada Berg | 21.04.2024 - Update: 21.04.2024
    + «(Kabul, October 15, 2017) –» The group said so.
    - On Sunday, March 3 - a cold day - they fled.
    """
    return _first(page, shapes, ("hd-", "hda-", "had-", "h-d-", "h-da-", "(hd-", "d(h-", "h:da-"), fit.dated)


@STYLE.rule
def agency_and_dash(page: Page, shapes: Iterable[Shape]):
    """The agency stands in brackets between place and dash.

    + «BEIRUT (Reuters) -» At least 12 people died.
    + «BAMAKO, Mali (AFP) –» Gunmen killed 12 people.
    + «Geneva/Goma (ICRC) –» Hospitals are full.
    + (ANSA) - «ROMA -» Ministers met.
    - BEIRUT (Reuters) said so.
    - The guards (both armed) - they were young - fled.
    - Rights Watchers (AFP) – they were there – fled.
    """
    return _first(page, shapes, ("ha-", "h-a-", "h-"), fit.filed)


@STYLE.rule
def agency_in_slashes(page: Page, shapes: Iterable[Shape]):
    """The agency stands between slashes, as Russian agencies write it.

    + «MOSCOW, October 15. /TASS/.» Air defenses were busy.
    """
    return _first(page, shapes, ("hds", "hs", "hds-", "hs-"), fit.filed)


@STYLE.rule
def agency_bare(page: Page, shapes: Iterable[Shape]):
    """A known agency stands bare before the dash, or right after it.

    + «TAUPO, New Zealand, March 23, Reuter -» Ministers met.
    + «SYDNEY March 22 AAP -» Ministers met.
    + «MOSCOW, Oct 15 - RIA Novosti.» Ministers met.
    + «Nairobi, Kenya | AFP |» Ministers met.
    + «Sarajevo | BIRN | May 11, 2018 |» 14:32¶¶Ministers met.
    """
    return _first(page, shapes, ("hb-", "hdb-", "hbd-", "hd-b", "hd-b-", "h-b", "h-b-", "h-b-d", "h-b-d-"), fit.filed)


@STYLE.rule
def agency_without_dash(page: Page, shapes: Iterable[Shape]):
    """Place and known agency open the story; the dash is forgotten, or not the custom of the agency.

    + «New Delhi, Oct 15 (PTI)» Militants attacked a camp.
    + «KYIV. June 12 (Ukrinform).» Militants attacked a camp.
    + «Colombo, 1 November, (Asiantribune.com):» Militants attacked a camp.
    + «KABUL (AFP):» Militants attacked a camp.
    + «Kabul, Afghanistan (CNN)»Militants attacked a camp.
    + «RIYADH: (SPA)» Militants attacked a camp.
    + «KABUL: Oct 15 (Pajhwok):» Militants attacked a camp.
    + «Addis Ababa, October 15/2017 (ENA)» Militants attacked a camp.
    + «ANKARA, October 15 (Yurt)» Militants attacked a camp.
    - In Damascus (AFP) Rebels spoke.
    - Damascus, October 15 (Sunday) Rebels spoke.
    """
    return _first(page, shapes, ("ha", "hda", "ha:", "hda:", "h:a", "h:da", "h:da:"), fit.filed_by_known)


@STYLE.rule
def agency_and_full_stop(page: Page, shapes: Iterable[Shape]):
    """Place, day and bare agency are closed by a full stop or a colon, as in the Caucasus, or stand on a line of their own.

    + «YEREVAN, OCTOBER 15, ARMENPRESS.» Ministers met.
    + «Baku, October 15, AZERTAC»   \t
    - Damascus, October 15. Ministers met.
    """
    return _first(page, shapes, ("hdb", "hdb:"), fit.filed_and_closed)


@STYLE.rule
def date_and_stop(page: Page, shapes: Iterable[Shape]):
    """Place and day are closed by a colon or a bracket, or by a full stop after place, country and day, and prose follows.

    + «Juba, 15 October 2017:» Rebels fired rockets at the port on Tuesday, killing 12.
    + «BAKU, Azerbaijan, Oct. 15.» Rebels fired rockets at the port on Tuesday, killing 12.
    + «Ciudad Real, 15 October 2017.» Rebels fired rockets at the port on Tuesday, killing 12.
    + «IMPHAL, Oct 15 :» Rebels fired rockets at the port on Tuesday, killing 12.
    + «[Geneva, 15 October 2017]» Rebels fired rockets at the port on Tuesday, killing 12.
    - Juba, 15 October 2017: a report
    """
    return _first(page, shapes, ("hd:", "hd", "(hd)"), fit.dated_and_closed)


@STYLE.rule
def date_and_agency(page: Page, shapes: Iterable[Shape]):
    """Day and known agency open the story, and no place is named.

    + «Oct. 15 (UPI) --» Rebels fired rockets at the port on Tuesday, killing 12.
    - Oct. 15 (Monday) -- Rebels fired rockets at the port on Tuesday, killing 12.
    """
    return _first(page, shapes, ("da-",), lambda page, shape: fit.by_known_agency(page, shape) and fit.prose_follows(page, shape))


@STYLE.rule
def date_without_dash(page: Page, shapes: Iterable[Shape]):
    """Place, comma and day stand alone on their line, or before a gap.

    + «CAMDEN, N.J., Oct 19»   \t
    + «KYIV 25 August 2016»   \t
    - PARIS COCOA PRICES APR 7   Banks closed.
    """
    return _first(page, shapes, ("hd", "h-d"), fit.stands_alone)


@STYLE.rule
def area_and_dash(page: Page, shapes: Iterable[Shape]):
    """A place with its state or country stands before the dash, and prose follows.

    + «AIN KADHA , Syria –» US-backed forces announced the final phase of the battle.
    + «WOODBRIDGE, N.J. -» The company reported higher sales on Tuesday.
    + «CAMP KOLBIO, Zemba del Norte –» Four members of the front surrendered to the army on Tuesday.
    - Two men, both armed - they wore masks - attacked the camp on Tuesday.
    """
    return _first(page, shapes, ("h-", "(h-"), fit.with_area)


@STYLE.rule
def town_and_dash(page: Page, shapes: Iterable[Shape]):
    """A town that the almanac knows stands before the dash, and prose follows.

    + «BEIRUT —» Rebels fired rockets at the port on Tuesday, killing 12.
    + «Geneva –» Experts said on Tuesday that the siege must end.
    + «(New York) –» Rebels fired rockets at the port on Tuesday.
    + «(UNDATED) —» Rebels fired rockets at the port on Tuesday.
    - Rebels – most of them young – fired rockets at the port on Tuesday.
    - Beirut – a city of two million – was calm on Tuesday, officials said.
    """
    return _first(page, shapes, ("h-", "(h-"), fit.town)


@STYLE.rule
def town_on_a_line_of_its_own(page: Page, shapes: Iterable[Shape]):
    """A town stands alone on its line, before the first paragraph of prose; where it is not in capitals, below the headline, and no other does.

    + Rebels fire on port¶¶«ISTANBUL»¶¶Rebels fired rockets at the port on Tuesday, killing 12.
    + Rebels fire on port¶¶«Khartoum»¶¶Rebels fired rockets at the port on Tuesday, killing 12.
    - Rebels fire on port¶¶WARNING¶¶Rebels fired rockets at the port on Tuesday, killing 12.
    - Rebels fire on port¶¶Economy¶¶Rebels fired rockets at the port on Tuesday, killing 12.
    - Khartoum¶¶Rebels fired rockets at the port on Tuesday, killing 12.
    - Day of war¶¶Khartoum¶¶Rebels fired rockets at the port on Tuesday.¶¶Omdurman¶¶Rebels fired rockets at the port on Tuesday.
    """
    found = [shape for shape in shapes if shape.order == "h" and fit.alone_over_prose(page, shape)]
    alone = len(found) == 1 and fit.below_the_headline(page, found[0])
    return _first(page, found, ("h",), lambda page, shape: alone or shape.agency is not None or fit.in_capitals(page, shape))


@STYLE.rule
def town_and_colon(page: Page, shapes: Iterable[Shape]):
    """A town, and no other in the story, stands before a colon, and prose follows; where it is not in capitals, below the headline.

    + «PESHAWAR:» Rebels fired rockets at the airport on Tuesday, killing 12.
    + Rebels fire at airport¶¶«Srinagar:» Rebels fired rockets at the airport on Tuesday, killing 12.
    - Idlib: Rebels fired rockets at the airport on Tuesday, killing 12.
    - Beirut: What we know¶¶Rebels fired rockets at the airport on Tuesday, killing 12.
    - NOTE: Rebels fired rockets at the airport on Tuesday, killing 12.
    """
    found = {shape.start: shape for shape in shapes if shape.order == "h:" and fit.town(page, shape)}
    return _first(page, found.values(), ("h:",), lambda page, shape: len(found) == 1 and (fit.in_capitals(page, shape) or bool(page.text[: shape.start].strip())))


@STYLE.rule
def broadcast_that_was_monitored(page: Page, shapes: Iterable[Shape]):
    """A monitoring service names town, station, language and hour on a line of their own.

    + EA2802204594 «Bujumbura Radio Nationale du Burundi in French 1800 GMT 28 Feb 94»¶¶The army shelled the port on Tuesday.
    - The Bujumbura station said in French on 28 Feb 94 that the port was shelled.
    """
    match = pattern(MONITORED).search(page.text, 0, EARLY) if " GMT " in page.text[:EARLY] else None
    if match is None:
        return None
    start, words = match.start("words"), match["words"].split(" ")
    town = next((many for many in (3, 2, 1) if len(words) > many and fit.is_town(" ".join(words[:many]))), 0)
    stop = start + len(" ".join(words[:town]))
    return (Shape("hda", match.end(), (start, stop), match.span("date"), (stop + 1, match.end("words"))), page.story.span(start, match.end())) if town else None


@STYLE.rule
def marked(page: Page, shapes: Iterable[Shape]):
    """The format itself says which words are the dateline, and the text has none of its own.

    - BEIRUT (Reuters) said so.
    """
    if "dateline" not in page.story.known:
        return None
    start, end = page.story.known["dateline"]
    shape = read(page, start, ANY)
    return (shape.to(max(shape.end, end)), page.story.span(start, max(shape.end, end))) if shape else None


def read_all(page: Page) -> Found:
    """The openings of all lines where a dateline may stand, with what stands before them."""
    return Found(shape.behind(agency, date) for at, agency, date in openings(page) for shape in readings(page, at))


def _first(page: Page, shapes: Iterable[Shape], orders: tuple[str, ...], fits) -> tuple[Shape, Span] | None:
    """The first line that opens with these parts in this order."""
    for shape in shapes:
        if shape.order in orders and fits(page, shape):
            end = shape.end + 1 if shape.order.endswith(("s", "b", "d", "da")) and page.text.startswith(".", shape.end) else shape.end
            return shape.to(end), page.story.span(shape.start, end)
    return None
