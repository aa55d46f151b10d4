"""The modality: whether what a figure says is so, may be so, is to be so, or is denied."""
from ...page import Page
from ...page.clauses import BE, Verb
from ...page.words import SAYING
from ...rule import Rulebook
from .sheet import Count, Sheet, verbs_near

MODALITY = Rulebook("figures.modality")
DENYING = frozenset("deny dismiss reject dispute refute".split())
FEARING = frozenset(("fear", "suspect"))
UNREAL = DENYING | FEARING
MAY = frozenset("may might could".split())
WILL = frozenset("will shall 'll would".split())
UNSURE = frozenset("feared believed presumed thought".split())
LIKELY = frozenset("likely probably possibly".split())  # behind those counted
NOT_ONE = frozenset(("none", "neither"))
DOUBTING = UNSURE | NOT_ONE | LIKELY
FAILING = frozenset("fail refuse decline".split())
RISE, CLAUSE = 6, 10  # tokens from a verb to the height of a toll; from `if` to those counted
FORWARD = frozenset("order command direct instruct authorize authorise plan threaten vow intend want promise pledge demand urge propose seek hope offer expect request".split())
CALLING = frozenset("call provide ask appeal press push plead".split())  # for something
MULLING = frozenset("consider contemplate mull propose suggest discuss plan".split())  # doing something
READY = frozenset("ready poised set due about prepared".split())
PLANNING = frozenset("plot conspire attempt try scheme plan threaten vow order intend want prepare aim promise pledge allow ask demand urge propose agree seek hope ensure call offer decide expect need".split())


@MODALITY.rule
def denied(sheet: Sheet, count: Count):
    """The clause denies it, or says that somebody does.

    + The army «denied» that 16 children had been killed.
    + The army did «not» kill 16 children.
    + «None» of the 16 children was hurt.
    + The rebels «refused» to free 16 hostages.
    - The army denied a role; 16 children were killed.
    - The army denied a role and said rebels had killed 16 children.
    """
    page = sheet.page
    if count.form == "none" or _condition(page, count) is not None:
        return None
    if count.verb is not None and count.verb.negated and count.verb.lemma not in ("live", "survive"):  # did not survive: killed
        head = next((i for i in range(count.verb.first, count.verb.last + 1) if page.tag(i) == "neg" or "n't" in page.lower(i)), count.verb.head)
        return "denied", page.words(head, head)
    for i in range(max(0, count.opens - 4), count.opens):
        if page.lower(i) in NOT_ONE and page.lower(i + 1) == "of":
            return "denied", page.words(i, i)
    governor = _governor(page, count.verb) if count.verb is not None and count.verb.form == "infinitive" else None
    if governor is not None and governor.lemma in FAILING and governor.last + 1 == count.verb.first and not governor.negated and not count.verb.passive:
        return "denied", page.words(governor.head, governor.head)
    for verb in sheet.verbs_of(DENYING, count):
        if verb.last < count.first and not verb.negated and _governs(page, verb, count):
            return "denied", page.words(verb.head, verb.head)
    return None


@MODALITY.rule
def possible(sheet: Sheet, count: Count):
    """It may be so, or is feared.

    + The toll «could» pass 20.
    + Twelve people are «feared» dead.
    + Up to 30 people «may» have died.
    + Twelve people «probably» died.
    + Officials «fear» that 12 people died.
    + They will strike «if» three of the men are not freed.
    + The toll «may» go up to 13.
    - It may rain, and 12 people died.
    """
    page, verb = sheet.page, _verb(sheet, count)
    if verb is not None and verb.modal in MAY:
        i = next(i for i in range(verb.first, verb.last + 1) if page.lower(i) in MAY)
        return "possible", page.words(i, i)
    if (condition := _condition(page, count)) is not None:
        return "possible", page.words(condition, condition)
    around = (count.opens - 2, count.opens - 1, count.end + 1, count.end + 2, count.end + 3)
    for i in () if UNSURE.isdisjoint(count.near.words) else around:
        if page.lower(i) in UNSURE and page.sentence(i) == page.sentence(count.first):
            return "possible", page.words(i, i)
    for i in () if LIKELY.isdisjoint(count.near.words) else (count.end + 1, count.end + 2):
        if page.lower(i) in LIKELY:
            return "possible", page.words(i, i)
    for verb in sheet.verbs_of(FEARING, count):
        if verb.last < count.first and not verb.negated and not verb.passive and verb.subject is not None and _governs(page, verb, count):
            return "possible", page.words(verb.head, verb.head)
    return None


@MODALITY.rule
def to_come(sheet: Sheet, count: Count):
    """It is to come: announced, ordered, threatened or asked for.

    + The deal «would ensure» the surrender of 275 rebels.
    + They «will» kill 12 hostages.
    + Rebels threatened «to kill» 12 hostages.
    + Twelve hostages are «to be freed».
    + The deal provides for «freeing» 12 hostages.
    + Kolb considers «sending» 400 troops.
    + Kolb is ready «to send» 400 troops.
    - Rebels will meet; they killed 12 people.
    """
    page, verb = sheet.page, _verb(sheet, count)
    if verb is None:
        return None
    if verb.modal in WILL and not (verb.modal == "would" and "have" in [page.lower(i) for i in range(verb.first, verb.last)]):
        i = next(i for i in range(verb.first, verb.last + 1) if page.tag(i) == "modal")
        return "planned", page.words(i, i) if verb.lemma not in PLANNING else page.words(verb.first, verb.head)
    if verb.form == "ing" and _weighed(page, verb) or verb.form == "infinitive" and page.lower(verb.first - 1) in READY:
        return "planned", page.words(verb.first, verb.last)
    to = next((i for i in range(verb.first + 1, verb.head) if page.tag(i) == "to"), None)
    if to is not None and page.lower(to - 1) in BE:
        return "planned", page.words(to, verb.head)  # are to be freed
    governor = _governor(page, verb) if verb.form == "infinitive" else None
    if governor is not None and governor.lemma in PLANNING and not (governor.lemma in ("agree", "hope") and verb.passive):
        return "planned", page.words(verb.first, verb.last)
    return None


@MODALITY.rule
def asked_for(sheet: Sheet, count: Count):
    """A noun for it stands under a verb of planning: "to allow the evacuation of 50".

    + They met to «allow» the evacuation of 50 patients.
    + The deal must «ensure» the release of 12 hostages.
    + The rebels «promised» the release of 12 hostages.
    + The deal «calls» for the release of 12 hostages.
    """
    page = sheet.page
    if count.verb is not None:
        return None
    i = count.opens - 1
    if page.lower(i) != "of":
        return None
    phrase = page.phrase(i - 1)
    if phrase is not None and page.lower(phrase.first - 1) == "for" and (verb := page.verb(phrase.first - 2)) is not None and verb.lemma in CALLING:
        return "planned", page.words(verb.head, verb.head)
    verb = page.verb(phrase.first - 1) if phrase is not None else None
    if verb is None or phrase not in verb.objects or verb.lemma not in PLANNING:
        return None
    return ("planned", page.words(verb.head, verb.head)) if verb.form == "infinitive" or verb.modal or verb.lemma in FORWARD and not verb.passive and verb.form == "finite" else None


def find(sheet: Sheet, count: Count) -> None:
    """Settle the modality of what befell those counted; unless something speaks against it, what is said is asserted."""
    ruling = MODALITY.settle(sheet, count) if count.effect is not None and _may_be_unreal(sheet, count) else None
    if ruling is not None:
        count.modality = ruling.value
        count.why.append(ruling.why)


def _may_be_unreal(sheet: Sheet, count: Count) -> bool:
    """Whether the verb of a count is more than plain, or its sentence holds a word of doubt or denial; else none of the rules need be asked."""
    verb, near = _verb(sheet, count), count.near
    if "if" in near.words or "unless" in near.words:
        return True
    if verb is not None and (verb.negated or verb.modal is not None or verb.form in ("infinitive", "ing") or verb.last - verb.first > 1):
        return True
    return count.verb is None and sheet.page.lower(count.opens - 1) == "of" or not DOUBTING.isdisjoint(near.words) or not UNREAL.isdisjoint(near.lemmas)


def _verb(sheet: Sheet, count: Count) -> Verb | None:
    """The verb that gave the effect, or the one that the count is object or subject of."""
    if count.verb is not None:
        return count.verb
    if count.noun is not None and sheet.page.lower(count.opens - 1) == "of":
        phrase = sheet.page.phrase(count.opens - 2)
        verb = sheet.page.verb(phrase.first - 1) if phrase is not None else None
        return verb if verb is not None and phrase in verb.objects else None
    toll = next((verb for verb in reversed(verbs_near(sheet.page, count.opens)) if verb.last < count.opens), None) if count.elliptic and sheet.page.lower(count.opens - 1) in ("to", "at") else None
    return toll if toll is not None and toll.modal and count.opens - toll.last < RISE else sheet.page.verb(count.opens - 1)


def _condition(page: Page, count: Count) -> int | None:
    """The `if` or `unless` of the clause whose subject is counted, or what it does to those counted."""
    first = page.sentence(count.first).first
    for i in range(count.opens - 1, max(first, count.opens - CLAUSE) - 1, -1):
        if page.lower(i) in ("if", "unless"):
            return i if page.lower(i - 1) not in ("as", "even") else None
        if page.tag(i) == "mark":
            return None
    return None


def _governs(page: Page, verb: Verb, count: Count) -> bool:
    """Whether what follows a verb up to the count is its own clause: no mark between, nor another thing that its subject does or says."""
    for other in verbs_near(page, count.first):
        if verb.last < other.first < count.first and other.form == "finite" and other.subject is not None:
            if other.subject == verb.subject or other.lemma in SAYING and page.tag(other.first - 1) == "conj":
                return False
    return not any(page.lower(i) in (";", ":") or page.tag(i) == "mark" and page.lower(i) == "," for i in range(verb.last, count.first)) and count.first - verb.last < 15


def _weighed(page: Page, verb: Verb) -> bool:
    """Whether a form in -ing is what somebody only thinks of, or calls for: considers sending, provides for freeing."""
    behind = page.lower(verb.first - 1) == "for"
    other = page.verb(verb.first - 1 - behind)
    return other is not None and other.last == verb.first - 1 - behind and other.lemma in (CALLING if behind else MULLING)


def _governor(page: Page, verb: Verb) -> Verb | None:
    """The verb before an infinitive."""
    before = [other for other in verbs_near(page, verb.first) if other.last < verb.first]
    return before[-1] if before else None
