"""What can hold a part: the looks at counts and clauses that the rules on parts share."""
from ...page import Page
from ...page.clauses import Verb
from ...page.tags import FINITE
from ...rule import Rulebook
from .sheet import Count, Sheet

PART_OF = Rulebook("figures.part_of")
BACK = frozenset("them whom these those which".split())
KINDS = frozenset(("people", "incidents", "equipment", "structures"))
TO_A_DASH = 20  # tokens from a count back to the dash that opens an aside
BADLY = frozenset("seriously critically badly severely gravely slightly lightly fatally mortally moderately".split())
JOINING = frozenset((",", "and"))


def page_first(sheet: Sheet, count: Count) -> int:
    """The first token of the sentence that a count stands in."""
    return sheet.page.sentence(count.first).first


def can_hold(whole: Count, part: Count) -> bool:
    """Whether a count is of the kind and the size that another can be a part of it."""
    if whole.form in ("share", "money", "none") or part.form == "money" or whole.kind not in (*KINDS, "other"):
        return False
    if part.form == "share":
        return whole.kind in KINDS or whole.noun is None  # 600 wounded, half of them children
    kinds = whole.kind == part.kind or "other" in (part.kind if part.noun is None else "", whole.kind if whole.noun is None else "")
    return kinds and whole.value > part.value


def opening_of(page: Page, first: int, i: int) -> int | None:
    """The `of` that opens the sentence from token `first` on, or a clause of it shortly before token `i`."""
    opens = first + (page.kind(first) != "word")  # behind a bullet
    if page.lower(opens) == "of":
        return opens
    words = range(i - 1, max(first, i - 10), -1)
    if "of" not in map(page.lower, words):
        return None
    return next((j for j in words if page.lower(j) == "of" and (page.tag(j - 1) in ("that", "mark", "sub") or page.lower(j - 1) == "that")), None)


def are(page: Page, count: Count) -> Verb | None:
    """The verb with which the clause says of those counted who they are: seven of the dead were recruits."""
    verb = page.verb(next((i for i in range(count.last + 1, count.last + 7) if page.tag(i) in FINITE), count.last))
    return verb if verb is not None and verb.lemma == "be" and not verb.passive and verb.objects else None


def close_by(sheet: Sheet, one: Count, two: Count, sentences: int) -> bool:
    """Whether two counts stand in the same sentence, or in neighbours of one paragraph."""
    page = sheet.page
    first, second = page.sentence(one.first), page.sentence(two.first)
    return first == second or sentences and second.first == first.last + 1 and page.paragraph(one.first) == page.paragraph(two.first)


def fate_of(sheet: Sheet, count: Count) -> str | None:
    """The effect of a count, before it is settled: from the words around it."""
    from .effect import first_look

    return count.effect or first_look(sheet, count)
