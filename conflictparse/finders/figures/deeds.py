"""Deeds: the verbs that may say what befell those counted, of whole lists too, worked out sentence by sentence for those that count somebody."""
from typing import Iterator, NamedTuple, Sequence

from ...page import Page
from ...page.clauses import Verb
from ...page.homographs import CLAUSAL
from ...page.phrases import Phrase
from ...page.subjects import TELLING_WHEN
from ...page.tags import FINITE

JOINTS = frozenset(", and or & plus as well also then another nor but along together with ( ) - -- – — [ ]".split())
BEFORE_PARTS = frozenset(("including", "among", "amongst", "incl", "incl.", "comprising", "notably", "namely", "consisting", "composed"))
ATTACHING = frozenset(("(", "as", "with"))
LIGHT = frozenset(("qual", "adv"))
LEADING = LIGHT | {"prep"}
BETWEEN = JOINTS | BEFORE_PARTS | {"of"}
SINGLE = frozenset("'‘’")
WHEN = TELLING_WHEN | frozenset("noon midday midnight dawn dusk morning afternoon evening night nightfall daybreak sunrise sunset weekend".split())
FAR = 7  # tokens from one member of a list to the next
LONGEST_LIST = 40  # members
COLLECTIVE = frozenset(
    "group groups convoy team crowd total number dozen gang band family couple crew squad column unit force series range stockpile cache pair majority half third "
    "quarter rest remainder bulk tens dozens scores hundreds thousands millions trio fleet wave string score handful mob contingent party mass flight batch lot cluster "
    "minimum maximum average".split()
)


class Deed(NamedTuple):
    """A verb that may say what befell a count, and whether the count is its subject or its object."""

    verb: Verb
    part: str


Lists = dict[int, tuple[int, ...]]
"""For the first token of each phrase, the first tokens of all phrases that stand in one list with it"""


# --- lists -------------------------------------------------------------------------------------------------------------
def lists(page: Page, phrases: Sequence[Phrase]) -> Lists:
    """The lists among the phrases of a sentence."""
    groups: list[list[int]] = []
    before: Phrase | None = None
    for phrase in phrases:
        gap = _gap(page, before, phrase) if before is not None else "break"
        if gap == "break" or gap == "join" and len(groups[-1]) == LONGEST_LIST:
            groups.append([phrase.first])
        elif gap == "join" and before.first != groups[-1][-1] and page.lower(before.last + 1) == "of" == page.lower(phrase.first - 1):
            groups.insert(-1, [before.first, phrase.first])  # a refuge for thousands of people
        elif gap == "join":
            groups[-1].append(phrase.first)
        before = phrase
    return {first: group for group in map(tuple, groups) for first in group}


def _gap(page: Page, one: Phrase, two: Phrase) -> str:
    """How a phrase goes on from the one before it: in a list, as what is attached to it, or not at all."""
    i, last = one.last + 1, two.first - 1
    if last < i or last - one.last >= FAR or page.lower(one.head) in WHEN or page.lower(two.first) == "whose":
        return "break"  # were arrested by Monday noon and 14 rifles were seized
    word, tag = page.lower(last), page.tag(last)
    if tag not in LEADING and word not in BETWEEN and word not in SINGLE:
        return "break"
    words, tags = [token.lower for token in page.tokens[i : two.first]], page.tags[i : two.first]
    if not SINGLE.isdisjoint(words):  # 'dozens' of prisoners
        words, tags = [word for word in words if word not in SINGLE], [tag for word, tag in zip(words, tags) if word not in SINGLE]
    plain = words if LIGHT.isdisjoint(tags) else [word for word, tag in zip(words, tags) if tag not in LIGHT]
    if plain == [",", "with"]:
        return "break"  # has killed 40 people, with 600 cases reported
    if plain and (plain[-1] in BEFORE_PARTS or JOINTS.issuperset(plain)):
        return "attach" if ATTACHING.issuperset(plain) else "join"
    if len(words) == 2 and list(tags) == ["part", "prep"]:
        return "attach"  # four trucks known as monsters, 17 guns
    if plain == ["of"] and _collective(page, one):
        return "join"
    if tag == "prep" and (i == last or all([tag == "prep" or word in JOINTS for word, tag in zip(words, tags)])):
        return "attach"
    return "break"


def _collective(page: Page, phrase: Phrase) -> bool:
    """Whether a phrase counts by the group: a convoy of, a group of, dozens of, a total of."""
    return page.lower(phrase.head) in COLLECTIVE or page.tag(phrase.head) == "num"


# --- verbs -------------------------------------------------------------------------------------------------------------
def deeds(page: Page, verbs: Sequence[Verb], lists: Lists) -> dict[int, list[Deed]]:
    """For the first token of each phrase of a sentence, the verbs of which it, or the list it stands in, is subject or object."""
    found: dict[int, list[Deed]] = {}
    begun = {member for verb in verbs if verb.objects and verb.lemma not in CLAUSAL for member in _from(lists, verb.objects[0].first)}
    for verb in verbs:
        if verb.subject is not None:
            deed = Deed(verb, "subject")
            for member in _subjects(page, verb, lists, begun, verbs):
                found.setdefault(member, []).append(deed)
    for verb in verbs:
        if verb.objects:
            _enter_objects(verb, lists, found)
    return found


def _from(lists: Lists, first: int) -> tuple[int, ...]:
    group = lists.get(first)
    return group[group.index(first) :] if group else (first,)


def _subjects(page: Page, verb: Verb, lists: Lists, begun: set[int], verbs: Sequence[Verb]) -> tuple[int, ...]:
    """The phrases that share the place of a verb's subject: the whole list, or the end of it that is no object of another verb."""
    first = verb.subject.first
    group = lists.get(first, (first,))
    aside = verb.form == "finite" and page.lower(verb.first - 1) == ","
    if verb.subject.last >= verb.first or len(group) == 1 and not aside and page.lower(first - 1) != "and":
        return (first,)
    if aside:
        group += tuple(_behind_asides(page, verb, group))
    if (earlier := _before_an_aside(page, first)) is not None:
        group = (earlier, *[member for member in group if member >= first])
    told = max((other.last for other in verbs if group[0] < other.first < first and other.form == "finite" and page.tag(other.first - 1) != "rel"), default=-1)
    group = tuple([member for member in group if told < member < verb.first])  # nine were killed, including two guards, and ten were missing
    if first not in group:
        return (first,)
    if group[0] in begun or _governed(page, group[0]):
        if verb.form in ("participle", "ing") and page.lower(verb.first - 1) != ",":
            return _with_its_collective(page, first, group)
        return _with_its_collective(page, first, group)[:-1] + group[group.index(first) :] if group.index(first) else (group if group[0] not in begun or verb.form != "participle" else (first,))
    return group


def _with_its_collective(page: Page, first: int, group: tuple[int, ...]) -> tuple[int, ...]:
    """A phrase of a list, with what counts it by the group right before: a refuge for thousands of people who fled."""
    before = group[group.index(first) - 1] if group.index(first) else first
    phrase = page.phrase(before)
    counting = before != first and page.lower(first - 1) == "of" and phrase.last == first - 2 and _collective(page, phrase)
    return (before, first) if counting else (first,)


def _behind_asides(page: Page, verb: Verb, group: tuple[int, ...]) -> Iterator[int]:
    """Phrases of a list whose members have asides between them: 2,250 Palestinians, most of them civilians, and 74 Israelis, 67 of them soldiers, died."""
    for i in range(verb.subject.last + 1, verb.first):
        if page.tag(i) in FINITE or page.tag(i) == "rel":
            return
        if page.lower(i) == "and" and page.lower(i - 1) == "," and (phrase := page.phrase(i + 1)) and phrase.first == i + 1 and phrase.first not in group:
            yield phrase.first


def _before_an_aside(page: Page, first: int) -> int | None:
    """The first token of the phrase before an aside that tells more of it, where a list goes on behind: nine children, two of them girls, and a woman died."""
    if first < 4 or page.lower(first - 1) != "and" or page.lower(first - 2) != ",":
        return None
    opening = next((i for i in range(first - 3, max(first - 12, 0), -1) if page.lower(i) == "," or page.tag(i) in FINITE or page.tag(i) == "rel"), 0)
    if page.lower(opening) != "," or not (page.lower(opening + 1) in BEFORE_PARTS or {"them", "whom"} & {page.lower(i) for i in range(opening + 1, first - 2)}):
        return None
    phrase = page.phrase(opening - 1)
    return phrase.first if phrase is not None and phrase.last == opening - 1 else None


def _governed(page: Page, first: int) -> bool:
    """Whether a preposition or a verb stands before a phrase."""
    if first == 0 or page.tag(first - 1) not in ("prep", "verb", "base", "ing", "part"):
        return False
    verb = page.verb(first - 1)
    return verb is None or verb.lemma not in CLAUSAL  # said nine children and two women were killed


def _enter_objects(verb: Verb, lists: Lists, found: dict[int, list[Deed]]) -> None:
    first, stop = verb.objects[0].first, 1 << 60
    members = _from(lists, first)
    for member in members:
        for deed in found.get(member, ()):
            if deed.part == "subject" and deed.verb.form == "finite" and deed.verb.first > member and verb.last < deed.verb.subject.first != first:
                stop = min(stop, deed.verb.subject.first)
    deed = Deed(verb, "object")
    for member in members:
        if member < stop:
            found.setdefault(member, []).append(deed)
