"""Passages: what kind of words stand between two tokens, for the rules that say what was said."""
from ...page import Page
from ...page.tags import FINITE
from ...page.words import ING, verb_forms
from .cue import Cue
from .extent import after_tail, that_after

PARTS_OF = frozenset("including among".split())  # what opens so names some of those told of
RESULTS = frozenset(
    "killing wounding injuring destroying leaving damaging forcing sparking causing bringing setting sending taking displacing trapping burning hitting striking triggering maiming hurting".split()
)  # that close a clause with what came of it
REASONS = frozenset("if because unless although though since".split())  # open a clause that goes on with what is said
REPORTING = frozenset(("say", "report", "confirm", "claim", "announce", "record"))
FATES = frozenset("dead killed wounded injured missing hurt displaced homeless destroyed damaged captured detained arrested".split())
NAMED = frozenset("called named nicknamed labelled labeled dubbed termed branded designated titled entitled codenamed".split())
DOING = frozenset("deny claim admit recommend suggest propose acknowledge report recall mention confess confirm describe regret".split())
WISHING = frozenset("demand propose recommend suggest insist request ask".split())
TOLD_BEFORE = frozenset("reported noted mentioned announced expected planned promised stated said informed".split())
TOLD_OF = frozenset("assure reassure inform notify remind apprise".split())
PREFIXES = frozenset("urgent breaking update alert exclusive flash bulletin lead recap corrected".split())
GLOSS = 15  # tokens
LINKING = frozenset(("and", "but", "however", "meanwhile", "also", "yet"))


def after_clock(page: Page, first: int) -> int:
    """The token behind the clock time with which the line of a log begins: `21:15 Ten ships leave`; else the same."""
    clock = page.kind(first) == page.kind(first + 2) == "digits" and page.lower(first + 1) == ":" and page.tokens[first].end == page.tokens[first + 2].start - 1
    return first + 3 if clock and first + 4 < len(page.tokens) and first == page.paragraphs[page.paragraph(first)].first else first


def opening(page: Page, first: int) -> int:
    """The first word of a sentence that says something: not the conjunction or the mark that joins it to the one before, nor `as reported`."""
    first = after_clock(page, first)
    if page.tokens[first].text.isupper() and page.lower(first) in PREFIXES and page.lower(first + 1) in ("-", ":", "–", "—"):
        first += 2  # URGENT - Toll rises, army says
    if page.lower(first) == "as" and page.lower(first + 2) == "," and page.lower(first + 1) in TOLD_BEFORE:
        first += 3
    while page.lower(first) in LINKING and page.tag(first) in ("conj", "adv") or page.lower(first) in (",", "-", "--", "–", "—", "•", "*", "...", ")"):
        first += 1
    return first


def bare(page: Page, cue: Cue, cues: list[Cue]) -> bool:
    """Whether nothing but source and cue, with what describes them, stands in the sentence of a cue."""
    _, last = cue.bounds
    start = after_tail(page, cue)
    if page.lower(start) == "," and start + 1 in page.opening:
        return False  # Kolb said, "No, sir."
    return start > last or page.kind(start) == "end" or page.lower(start) == "," and that_after(page, cue, cues, last) is None


def a_title(page: Page, quote) -> bool:
    """Whether quoted words behind others are the title of a work: all of them with capitals, but for articles and the like."""
    if quote.first == page.sentence(quote.first).first or page.tag(quote.first - 1) not in ("noun", "name") and page.lower(quote.first - 1) != ",":
        return False
    words = [i for i in range(quote.inner[0], quote.inner[1] + 1) if page.kind(i) == "word"]
    large = {i for i in words if page.tokens[i].capital}
    return len(large) > 1 and words[0] in large and all(i in large or page.tag(i) in ("prep", "det", "conj", "to") for i in words) and any(not page.tokens[i].text.isupper() for i in words)


def named_so(page: Page, quote) -> bool:
    """Whether quoted words are what somebody or something goes by: `a group called "Sons of Liberty"`, `a user labelled "Anonymous"`."""
    verb = page.verb(quote.first - 1)
    named = verb is not None and verb.last == quote.first - 1 and page.lower(verb.head) in NAMED
    return named and not (verb.passive and verb.form == "finite") and quote.inner[0] <= quote.inner[1] and page.tokens[quote.inner[0]].capital


def runs_on(page: Page, i: int) -> bool:
    """Whether a finite verb at `i` goes on with the clause before: `The strike, according to police, hit a school`."""
    verb = page.verb(i)
    return verb is not None and verb.form == "finite" and verb.first == i


def resumed(page: Page, first: int, last: int) -> int | None:
    """The last token of what goes on with a clause behind its source, without a verb of its own: `, police said, including three children`."""
    opens = page.lower(first) in PARTS_OF or page.tag(first) == "conj" and page.lower(first) in ("and", "or") or page.lower(first) == "with" and page.tag(first + 1) in ("num", "qual")
    if not opens and page.lower(first) in RESULTS and page.tag(first) == "ing" and (verb := page.verb(first)):
        opens = bool(verb.objects)
    if not opens and not _some_of_them(page, first):
        return None
    main = [verb.first for verb in page.verbs_of(page.sentence(first), first - 1) if verb.form == "finite" and not _describing(page, verb)]
    if main and main[0] <= last:
        last = next((i - 1 for i in range(main[0], first, -1) if page.lower(i) == ","), None)
    return last if last is not None and last > first else None


def _some_of_them(page: Page, first: int) -> bool:
    """Whether a phrase says how many of those told of: most of them women, at least five of whom are children."""
    of = next((i for i in range(first + 1, first + 5) if page.lower(i) == "of"), None)
    return of is not None and page.lower(of + 1) in ("them", "whom", "those") and page.tag(first) in ("num", "qual", "det", "adv", "adj", "pron")


def _describing(page: Page, verb) -> bool:
    """Whether a finite verb stands in a relative clause, and says nothing of its own."""
    return page.tag(verb.first - 1) == "rel" or verb.subject is not None and page.lower(verb.subject.last) in ("who", "which", "that", "whom")


def infinitive(page: Page, verb) -> bool:
    """Whether a verb group opens with `to`, or `not to`."""
    return page.tag(verb.first) == "to" or page.tag(verb.first) in ("neg", "adv") and page.tag(verb.first + 1) == "to"


def asked_of_others(page: Page, cue: Cue) -> bool:
    """Whether the cue is what somebody is asked or told to do: `asked the army to explain`."""
    verb = cue.verb
    return verb is not None and infinitive(page, verb) and verb.subject is not None and verb.subject.last == verb.first - 1


def figure_clause(page: Page, first: int, last: int) -> int:
    """Where the last clause behind a comma begins, if it alone holds figures: what a reporter adds with a number is what the source says."""
    for i in range(last - 1, first, -1):
        if page.lower(i) == "," and (page.tag(i + 1) == "rel" or page.lower(i + 1) == "where"):
            numbers = page.numbers_in(first, last)
            resumed = any(v.form == "finite" and v.first > i and (v.subject is None or v.subject.first < i) and page.tag(v.first - 1) != "rel" for v in page.verbs_of(page.sentence(i)))
            return i + 1 if numbers and numbers[0].first > i and not resumed else first
    return first


def going_on(page: Page, cue: Cue, cues: list[Cue]) -> list[tuple[int, int]]:
    """Quoted words of the same paragraph that go on behind source and cue: in the sentence after a comma, or as the next sentence."""
    sentence = page.sentence(cue.first)
    block = page.paragraphs[page.paragraph(cue.first)]
    found = page.quotes(cue.end + 1, min(block.last, sentence.last + 1))
    if found and found[0].first <= cue.end + 1 and cue.source is not None and cue.source[0] in (found[0].first, found[0].inner[0]):
        found = found[1:]  # said "Kit," a sergeant
    if not found:
        return []
    quote = found[0]
    reason = page.lower(quote.first - 1) in REASONS and page.lower(quote.first - 2) == ","
    inside = quote.first <= sentence.last and (reason or page.lower(quote.first - 1) in (",", ":", "--", "—", "–", "-", ";"))
    following = quote.first == sentence.last + 1
    reach = quote.last if inside else min(quote.last + 2, block.last)  # where it goes on in the sentence, no cue of the next one can have it
    reach = reach if inside or page.tokens[quote.inner[1]].text != "." else quote.last  # behind a full stop another sentence begins
    taken = any(other is not cue and other.section != "according" and (cue.end < other.first < quote.first or quote.last < other.begin <= reach) for other in cues)
    return [(quote.first - reason, quote.last)] if (inside or following) and not taken else []


def glossed(page: Page, cue: Cue):
    """The quotation before a comma and source, where the reporter explains its last word between them: `"We eat ombaz," the residue of peanuts fed to goats, Kolb said`."""
    if page.lower(cue.begin - 1) != "," or cue.source is None or cue.where == "shared":
        return None
    first = max(page.sentence(cue.first).first, cue.begin - GLOSS)
    i = next((i for i in range(cue.begin - 2, first, -1) if i in page.closing), None)
    if i is None or page.tokens[i - 1].text != "," or page.tag(i + 1) not in ("det", "noun") or any(page.tag(j) in FINITE and page.tag(j + 1) != "prep" for j in range(i + 1, cue.begin)):
        return None
    return page.closing[i]


def between_dashes(page: Page, first: int, cue: int, source: int, last: int) -> int | None:
    """The dash or bracket before a cue where another closes behind its source: what is said stands between the two."""
    closing = page.kind(source + 1) == "dash" or page.lower(source + 1) == ")"
    if not closing or source + 1 >= last:
        return None
    opens = ("(",) if page.lower(source + 1) == ")" else (page.lower(source + 1),)
    return next((i for i in range(cue - 2, first, -1) if page.lower(i) in opens), None)


def joined_marks(page: Page, after: int, last: int) -> tuple[int, int] | None:
    """A conjunction and the words in marks behind it, where they end a sentence and nothing but what describes the source stands before: `, said Kolb, a nurse, but "…"`."""
    quote = next(iter(page.quotes(after, last)), None)
    joint = quote.first - 1 if quote else 0
    if joint <= after or page.tag(joint) != "conj" or page.lower(joint - 1) != "," or quote.last < last - 1:
        return None
    return None if any(page.tag(i) in FINITE for i in range(after, joint)) else (joint, quote.last)


def in_next_paragraph(page: Page, i: int):
    """The quotation with which the next paragraph opens."""
    number = page.paragraph(i - 1) + 1
    return page.opening.get(page.paragraphs[number].first) if number < len(page.paragraphs) else None


def verb_at_all(page: Page, first: int, last: int) -> bool:
    """Whether a finite verb stands between two tokens."""
    return any(verb.last <= last and verb.form == "finite" for verb in page.verbs_of(page.sentence(first), first - 1))


def clause_unseen(page: Page, first: int, last: int) -> bool:
    """Whether words that begin as a clause does hold one that may be its verb, though another reading won: `Losses in the fighting stand at 30`."""
    if last - first < 4 or page.phrase(first) is None:
        return False
    return any(page.tag(i) in ("part", "ing") or page.tag(i) == "noun" and (forms := verb_forms(page.lower(i))) and not forms.columns <= {ING} for i in range(first + 1, last + 1))


def that_is_how(page: Page, cue: Cue):
    """The quotation of which it is told who put it so: "A crime" - that is how Kolb described the raid, "A crime," is how Kolb put it."""
    how = cue.source[0] - 1 if cue.source and cue.where == "before" else 0
    if how < 4 or page.lower(how) != "how" or page.lower(how - 1) not in ("is", "was"):
        return None
    if page.lower(how - 2) in ("that", "this"):
        return page.closing.get(how - 4) or page.closing.get(how - 3)
    return page.closing.get(how - 2) or page.closing.get(how - 3)


def told_of(page: Page, cue: Cue) -> int | None:
    """Where the thing begins of which somebody is assured or reminded, behind him and `of`."""
    if cue.lemma not in TOLD_OF or cue.where == "after":
        return None
    return next((i + 1 for i in range(cue.end + 2, min(cue.bounds[1], cue.end + 8)) if page.lower(i) == "of" and page.tag(i + 1) in ("det", "poss")), None)


def befallen(page: Page, cue: Cue, start: int) -> bool:
    """Whether so many and what befell them follow, as after `reported`: 32 killed, 12 houses destroyed."""
    phrase = page.phrase(start) if cue.lemma in REPORTING else None
    if phrase is None or phrase.first != start or not any(page.tag(i) == "num" for i in range(phrase.first, phrase.last + 1)):
        return False
    if page.lower(phrase.last + 1) == "of" and (of_them := page.phrase(phrase.last + 2)) is not None and of_them.first == phrase.last + 2:
        phrase = of_them  # two of its fighters killed
    return page.tag(phrase.last + 1) == "part" or page.lower(phrase.last + 1) in FATES or page.lower(phrase.last) in FATES and phrase.last > phrase.first


def doing(page: Page, cue: Cue, start: int) -> bool:
    """Whether a deed follows in -ing, as after `denied`."""
    verb = page.verb(start) if cue.lemma in ("announce", "declare") and page.tag(start) == "ing" else None
    if verb is not None and verb.head == start:  # announced killing a leader, but announced cost-cutting measures
        return any([page.tag(thing.first) in ("det", "num", "qual", "poss") for thing in verb.objects])
    return cue.lemma in DOING and page.tag(start) == "ing"


def wished(page: Page, cue: Cue, start: int) -> bool:
    """Whether somebody and `be` follow, as after `demanded`: the port be closed."""
    phrase = page.phrase(start) if cue.lemma in WISHING else None
    if phrase is None or phrase.first != start:
        return False
    return page.lower(phrase.last + 1 + (page.lower(phrase.last + 1) == "not")) == "be"
