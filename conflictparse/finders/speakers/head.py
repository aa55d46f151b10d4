"""The head of a mention: which of its words says who or what is meant, and where what only describes that begins."""
from ...almanac import countries, places
from ...page import Page
from ...page.names import GROUPS, PARTICLES, bracket_end, kind
from ...page.words import WORDS
from . import told
from .nouns import listed

WORDS_OF_A_BODY = frozenset(("of", "for", "on", "against", "to", "in"))
DESCRIBING = frozenset(("prep", "rel", "sub", "to", "conj"))
IN_NAMES = frozenset(("'", "’", "\"", "“", "”", "/"))
PERSONAL = frozenset(("person", "rank", "office", "job"))
POSTNOMINALS = frozenset("KC QC SC SAN MP MEP MLA MSP TD OBE MBE CBE KBE CMG DSO PhD MD RN Esq OFM SJ".split())  # behind a full name
OF_MATTERS = ("tion", "ment", "affair", "ics", "service", "intelligence", "security", "defence", "defense", "media")
NO_HEAD = frozenset(("prep", "poss", "num", "adv", "conj"))


def trimmed(page: Page, first: int, last: int) -> tuple[int, int]:
    """The words without marks at the edges; a bracket that closes one within stays: a man (aged 58)."""
    tokens, given = page.tokens, last
    while first < last and tokens[first].kind not in ("word", "digits", "money"):
        first += 1
    while last > first and tokens[last].kind not in ("word", "digits"):
        last -= 1
    if last > first + 1 and page.tag(last) == "rel" and page.tag(last - 1) == "prep":
        last -= 2  # the document to which
    if last > first and tokens[last].lower in ("'s", "s") and page.tag(last) == "poss":
        last -= 1
    if tokens[last].text in POSTNOMINALS and last - 2 >= first and all(tokens[i].capital and tokens[i].kind == "word" and not tokens[i].text.isupper() for i in (last - 2, last - 1)):
        last -= 1  # Ada Kolb KC
    if last < given and tokens[last + 1].text == ")" and tokens[last].kind == "digits" and any(tokens[i].text == "(" for i in range(max(first, last - 2), last)):
        last += 1
    return first, last


def core(page: Page, start: int, last: int) -> int:
    """The last token before what follows the head: a preposition, a relative clause, a comma."""
    i = start
    while i < last:
        known = page.name(i)
        if known and known.last > i:
            i = min(known.last, last)
            continue
        known = listed(page).nouns.get(i) or listed(page).titles.get(i)
        if known is not None and known.length > 1 and i + known.length - 1 <= last:
            i += known.length - 1  # second in command, General Officer Commanding
            continue
        tag = page.tag(i + 1)
        if (closing := bracket_end(page.tokens, i + 1, last)) and page.tag(closing + 1) in ("noun", "name"):
            i = closing + 1  # the Free Fishers League (FFL) spokesman
            continue
        if tag == "conj" and page.tag(i) == "adj" and page.tag(i + 2) in ("adj", "noun"):
            i += 2  # the operational and strategic group's spokesman
            continue
        if tag == "conj" and page.tag(i) == page.tag(i + 2) == "noun" and _person(page, i + 3) and not _person(page, i) and i + 3 <= last:
            i += 3  # crisis and conflict researcher
            continue
        if tag in DESCRIBING or page.kind(i + 1) in ("mark", "dash") and page.lower(i + 1) not in IN_NAMES and not _hyphen(page, i + 1):
            longer = longer_name(page, start, i, last)
            if longer == i:
                return i
            i = longer
            continue
        if tag in ("part", "verb", "ing") and page.tag(i) in ("noun", "name") and listed(page).nouns.get(i + 1) is None and (i + 2 > last or page.tag(i + 2) in ("prep", "det", "adv", "to") or tag == "ing" and page.tag(i + 2) == "name"):
            return i
        i += 1
    return last


def _person(page: Page, i: int) -> bool:
    """Whether a noun for a person stands at a token."""
    entry = listed(page).nouns.get(i)
    return entry is not None and entry.section == "person"


def _hyphen(page: Page, i: int) -> bool:
    """Whether a dash joins two numbers to one: fifty-three."""
    return page.kind(i) == "dash" and page.tag(i - 1) == page.tag(i + 1) == "num" and page.kind(i - 1) == page.kind(i + 1) == "word"


def counted_off(page: Page, i: int, last: int) -> bool:
    """Whether a number and what it counts, joined by a dash, describe what follows: 45-year-old farmer, 131-page report."""
    if i + 3 > last or page.kind(i + 1) != "dash" or page.tag(i + 2) == "num" or page.kind(i + 3) != "word" or page.tag(i + 3) not in ("name", "noun", "adj"):
        return False
    return page.tokens[i].end == page.tokens[i + 1].start and page.tokens[i + 1].end == page.tokens[i + 2].start


def longer_name(page: Page, start: int, i: int, last: int) -> int:
    """The end of a body's name that goes on after a small word: UN Mission for Iraq, Ministry of Health and Welfare."""
    if not page.tokens[i].capital:
        return i
    known = page.name(i) if i not in listed(page).titles_to else None  # MP for Tema
    body = known and (known.kind == "body" or page.lower(known.first - 1).endswith(told.OF_BODIES) or known.first and (entry := listed(page).nouns.get(known.first - 1)) and entry.section == "group")
    if not body and not any(page.tokens[k].capital and _word_for_a_body_ends(page, k) for k in range(start, i + 1)):
        return i
    j = i + 1
    if page.lower(j) not in WORDS_OF_A_BODY and page.lower(j) != "and" or page.lower(j) == "in" and (page.tokens[i].text.isupper() or i == page.sentence(i).first):
        return i
    if j + 1 <= last and page.lower(j + 1) == "the":
        j += 1
    if j + 1 > last or not page.tokens[j + 1].capital or page.tokens[j + 1].kind != "word":
        return i
    j += 1
    while j < last and page.tokens[j + 1].capital and page.tokens[j + 1].kind == "word":
        j += 1
    return j


def head(page: Page, start: int, end: int) -> int:
    """The last noun of the core; in a body's name the one before its first small word: Ministry of Health."""
    tokens, tag = page.tokens, page.tag
    for i in range(start + 1, end):
        if tag(i) == "prep" and tokens[i].lower in WORDS_OF_A_BODY and _word_for_a_body_ends(page, i - 1) and not any(tag(j) == "poss" for j in range(i + 1, end)):
            if not _body_only_describes(page, i, end):
                return i - 1
            break
    for i in range(end, start - 1, -1):
        if tokens[i].kind == "word" and tag(i) not in NO_HEAD and tokens[i].lower not in PARTICLES:
            return i
    return end


def _what_an_office_is_for(word: str) -> bool:
    """Whether a word tells of a matter: Operations, Information, Affairs."""
    return word.removesuffix("s").endswith(OF_MATTERS)


def _body_only_describes(page: Page, i: int, end: int) -> bool:
    """Whether the body whose name goes on at `i` is told of somebody or something else: Ministry of Health official, Ministry of Defence report."""
    words = listed(page)
    for j in range(i + 2, end + 1):
        if not page.tokens[j].capital and page.lower(j) not in ("and", "the"):
            return j in words.nouns or j in words.titles
    return False


def of_an_office(page: Page, start: int, end: int) -> int | None:
    """The head of an office that is all that is said, and in which a body is named, or what it is for.

    The Commissioner of Police, the Chief of Army Staff, the Director Defence Media Operations, the GOC 1 Division.
    """
    known = page.name(end)
    if known is not None and known.last == end and _what_an_office_is_for(page.lower(end)) and (known.first < known.bare or page.lower(known.first - 1) == "of"):
        office = known.bare - 1 - (page.lower(known.bare - 1) == "of")
        if start <= office and any(entry.section in ("office", "rank") for _, entry in listed(page).titles_to.get(office, ())):
            return office
    title = listed(page).titles.get(start)
    if title is not None and page.kind(start + title.length) == "digits" and start + title.length < end:
        return start + title.length - 1
    if start == end or page.name(start) is None or not any(i == start and entry.section in ("rank", "office") for i, entry in listed(page).titles_to.get(end, ())):
        return None
    return next((i - 1 for i in range(start + 1, end) if page.lower(i) == "of"), None)


def _word_for_a_body_ends(page: Page, i: int) -> bool:
    """Whether a word for a body, or two, end at a token: Ministry, Directorate General."""
    return GROUPS.of(page.lower(i)) == "body" or i > 0 and (entry := GROUPS.at(page.tokens, i - 1)) is not None and entry.section == "body" and entry.length == 2


def offices_joined(page: Page, start: int, head: int, last: int) -> int | None:
    """Where the name begins of one whose two offices `and` joins: former minister and party chairman Jan Kolb."""
    entry = listed(page).titles.get(head) or listed(page).nouns.get(head) if page.lower(head + 1) == "and" else None
    if entry is None or entry.section not in PERSONAL or page.lower(head).endswith(("s", "men", "women")) or any(page.tag(i) in ("poss", "num", "det") for i in range(max(start - 1, 0), last)):
        return None
    known = page.name(last)
    if known is None or known.last != last or known.last == known.bare or known.kind in ("body", "medium", "place") or known.bare < head + 3:
        return None
    return known.bare if known.bare - 1 in listed(page).titles_to or known.bare - 1 in listed(page).nouns_to else None


def name_behind(page: Page, start: int, head: int, last: int) -> int | None:
    """Where the full name begins that closes the description of a person without a comma.

    Head of the city's military administration Vitaly Kolb; Governor of Zemba Ada Berg; Commander of the Zemba Ground Force General Jan Kolb.
    """
    known = page.name(last) if last > head else None
    noun, title = listed(page).nouns.get(head), listed(page).titles.get(head)
    if known is not None and known.first <= head < known.bare - 1 and known.last == last and known.kind == "person" and (noun or title) is not None:
        office = min((i for i, _ in listed(page).titles_to.get(known.bare - 1, ())), default=known.bare)
        return known.bare if page.lower(office - 1) != "of" else None  # Bank of Zemba Governor Ada Kolb, but not: the government of President Ada Kolb
    if known is None or known.last != last or known.first <= head or (noun or title) is None or (noun or title).section not in PERSONAL:
        return None
    if known.bare > known.first > head + 1 and page.tag(known.first - 1) in ("noun", "name") and not (noun and noun.form):
        return known.bare  # spokesman of the armed forces General Jan Kolb
    of_one = page.lower(start - 1) in ("a", "an")  # a spokesman for the oil company Zembras
    named = known.bare if known.kind not in ("body", "medium", "place") and known.bare < last else None
    if named and page.tag(named - 1) == "noun" and not page.tokens[named - 1].capital:
        return None if of_one and (what := listed(page).nouns.get(named - 1)) and what.section == "group" else named
    if noun and noun.form or of_one:
        return None  # traders in New Berg
    ends = [k for k in range(known.first, last - 1) if _ends_a_body(page, known.first, k)][-1:] or [
        k for k in range(last - 2, known.first - 1, -1) if _ends_a_place(page, known.first, k)]
    if not ends:
        return None
    begins = named if named and ends[0] < named else ends[0] + 1
    return begins if _names_somebody(page, begins, last) else None


def _names_somebody(page: Page, first: int, last: int) -> bool:
    """Whether a capitalised run can be a person's full name: none of its words is common, or names a body or a place."""
    words = page.tokens[first : last + 1]
    common = any(listed(page).nouns.get(i) or WORDS.of(page.lower(i)) or countries.nationality(page.lower(i)) for i in range(first, last + 1) if page.lower(i) not in PARTICLES)
    return words[0].capital and words[-1].capital and not common and kind(tuple([word.text for word in words])) in (None, "person")


def _ends_a_body(page: Page, first: int, k: int) -> bool:
    """Whether the word for a body, or its short form, stands at `k` in a run of capitalised words that begins at `first`."""
    word = page.tokens[k].text
    return word.isupper() and word.isalpha() and len(word) in range(2, 7) or any(
        (entry := GROUPS.at(page.tokens, j)) and entry.section in ("body", "medium") and j + entry.length == k + 1 for j in range(max(first, k - 3), k + 1))


def _ends_a_place(page: Page, first: int, k: int) -> bool:
    """Whether the words from `first` to `k` name a place."""
    words = page.words(first, k).text
    return bool(countries.country(words) or countries.region(words) or places.look_up(words))
