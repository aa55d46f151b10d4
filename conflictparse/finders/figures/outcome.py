"""The effect of a count: the answer of all rules, and what it tells of those counted."""
from ...rule import Ruling
from . import fate
from .bare import of_a_parent
from .presence import EFFECT  # the last rules of the book
from .sheet import Count, Sheet

ONLY_PEOPLE = frozenset(("killed", "wounded", "casualty", "surrendered", "freed", "displaced"))
FIRED = frozenset("missile missiles rocket rockets shell shells mortar mortars projectile projectiles bomb bombs katyusha katyushas".split())
HUMAN = frozenset((*ONLY_PEOPLE, "missing", "captured"))
SHARED = 4  # tokens from one bare number of a list to the next


def find(sheet: Sheet, count: Count) -> None:
    """Settle the effect of a count, and its kind where only the effect tells that people are meant."""
    unknown = count.kind == "other" and "kind" not in [why.field for why in count.why]
    if count.why[-1].field == "effect" or count.kind not in fate.FITTING and not unknown and not (count.noun is None and count.kind in ("other", "incidents")):
        return
    if count.elliptic and of_a_parent(sheet.page, count):
        return
    if count.whole is not None and count.whole.first > count.first and count.whole.whole is not count:
        find(sheet, count.whole)
    ruling = _settled(sheet, count)
    if ruling is None or unknown and count.noun is not None and (ruling.value not in ONLY_PEOPLE or ruling.why.words.text.casefold().startswith("loss")):
        return  # a loss of 14 cts
    if count.noun is not None and count.noun.head in FIRED and "crash" in ruling.why.words.text:
        return  # rockets crashed into the town
    if count.kind == "incidents" and ruling.value not in HUMAN:
        return  # 240 violations, of which 20 were committed
    count.effect = ruling.value
    count.why.append(ruling.why)
    if count.kind not in fate.FITTING or ruling.value not in fate.FITTING[count.kind]:
        count.kind = "people"


def _settled(sheet: Sheet, count: Count):
    """What befell those counted, as what they are or, where the words tell so, as what else they turn out to be."""
    own, verb, kind, other = EFFECT.settle(sheet, count), count.verb, count.kind, _other_kind(sheet, count)
    if other is None:
        return own
    count.kind = other
    ruling = EFFECT.settle(sheet, count)
    if ruling is not None and (_people_after_all(sheet, count, own, ruling) if other == "people" else own is None or ruling.value == "seized"):
        return ruling
    count.kind, count.verb = other if own is None and count.noun is not None else kind, verb
    return own


def _other_kind(sheet: Sheet, count: Count) -> str | None:
    """What else those counted may be: a bare number, people, whatever was counted before; others behind things, things: 80 tanks were captured and 220 others destroyed."""
    if count.elliptic and count.kin is not None and count.kin is not count.whole:
        return "people" if count.kind != "people" else None
    told = sheet.previous(count) if count.noun is not None and count.noun.head == "others" else None
    return told.kind if told is not None and told.noun is not None and told.kind in ("equipment", "structures") and told.first >= count.near.first else None


def _people_after_all(sheet: Sheet, count: Count, own: Ruling | None, ruling: Ruling) -> bool:
    """Whether the words say of a bare number what befalls only people, or the bare number right before it turned out to count them."""
    if ruling.why.rule.rpartition(".")[2] in ("part_of_a_whole", "shared_by_ellipsis"):
        return False
    if ruling.value in ONLY_PEOPLE and (own is None or ruling.value != "casualty" and not ruling.why.words.text.casefold().startswith("los")):
        return True  # but what was lost may be things
    return own is None and ruling.value == "captured" or _goes_on(sheet, count)


def _goes_on(sheet: Sheet, count: Count) -> bool:
    """Whether the bare number right before it turned out to count people: 25 wounded and five missing."""
    told = sheet.previous(count)
    return told is not None and told.elliptic and told.kind == "people" and count.opens - told.end < SHARED
