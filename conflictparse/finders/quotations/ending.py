"""How far what was said reaches: where the reporter speaks again, or somebody else."""
from ...page import Page
from ...page.clauses import Verb
from .cue import Cue
from .extent import after_tail, clause_at, trimmed
from .source import quoting_verb

CLAIMS = frozenset("charge claim allegation accusation assertion figure version account statement".split())
TURNING = frozenset(("but", "as", "while", "after", "when"))
CONTRASTING = frozenset(("but", "as", "although", "though"))
DOUBTING = frozenset("show suggest indicate believe say dispute deny insist contradict contest report tell claim put speak appear confirm see describe reveal".split())  # verbs of the reporter's clause behind `although`
ASKING = frozenset(("ask", "urge", "vow"))
OPENERS = frozenset(("to", "that", "if", "whether", "why", "how", "not"))
NEAR = 10  # tokens behind such a verb
TELLING = frozenset("say tell elaborate specify explain identify name disclose reveal discuss speculate comment".split())
WORDLESS = frozenset("elaborating specifying explaining".split())  # nouns to the tagger, where nothing follows
GIVING = frozenset("give provide offer release cite present produce make have supply".split())
DETAILS = frozenset("detail details evidence proof figure figures toll reason reasons explanation breakdown comment number numbers name names date further information timetable specifics source sources".split())
MEASURED = frozenset("figures data estimates estimate numbers statistics results count tally information reports accounts records findings".split())


def clause_end(page: Page, cue: Cue, cues: list[Cue], start: int, last: int) -> int:
    """The last token of a clause that begins at `start`: before the reporter speaks again, and without the full stop."""
    if page.quotemarks:
        last = max([last, *[quote.last for quote in page.quotes(start, last)]])  # several sentences within marks
    stop = last
    later = [other for other in cues if start < other.first <= last and other is not cue]
    for other in later:
        if other.source and other.where != "shared" and other.source != cue.source and page.tag(other.source[0]) != "rel" and (mark := _semicolon(page, start, other.begin)):
            stop = mark - 1  # behind it somebody else speaks
            break
    for other in later:
        if _reporter(page, cue, other, last):
            joint = page.lower(other.begin - 1) == "," and page.tag(other.begin - 2) in ("rel", "sub", "conj")  # and where, he said, the town
            stop = min(stop, other.begin - 3 if joint else other.begin - 1)
            break
    for other in later:
        quoting = quoting_verb(page, other) if page.lower(other.first - 1) == "as" and page.marks_around(other.first) == page.marks_around(cue.first) else None
        if quoting is not None and start < quoting.first - 2 and page.tag(quoting.first - 1) == "conj" and page.lower(quoting.first - 2) == ",":
            stop = min(stop, quoting.first - 3)  # said that 42 were held, and quoted the mayor as saying
    again = (other.verb.first for other in later if other.verb is not None and other.verb.form == "finite" and other.section != "name" and other.source == cue.source and other.begin < start and page.lower(other.verb.first - 1) == ",")
    stop = min(stop, next(again, stop + 2) - 2)  # vows to fight on, says the war is long
    stop = min(stop, _turn(page, start, stop), _told_by_another(page, cue, later, start, stop), _described_by_another(page, cue, later, start, stop))
    stop = min(stop, _no_more(page, start, stop), _words_behind_a_colon(page, start, stop))
    if cue.where == "before" and page.tag(cue.begin - 1) == "sub" and page.lower(cue.begin - 1) != "that":
        stop = _main_clause(page, start, stop)
    if cue.source is not None and cue.verb is not None and (page.tag(cue.source[0]) == "rel" or page.lower(cue.source[0]) == "whose"):
        stop = next((i - 1 for i in range(start, stop) if page.lower(i) == "," and (verb := page.verb(i + 1)) and verb.form == "finite"), stop)
        main = (v for v in page.verbs_of(page.sentence(start)) if v.first > start and v.form == "finite" and v.subject == cue.verb.subject)
        stop = min(stop, next((v.first - 1 for v in main if page.tag(v.first - 1) != "conj"), stop))
    return trimmed(page, start, stop)


def _words_behind_a_colon(page: Page, start: int, last: int) -> int:
    """Where a clause ends behind which a colon opens whole sentences in marks, a quotation of their own: said he hid: "I heard shots. They left."."""
    if not page.opening or ":" not in page.text:
        return last
    found = (i for i in range(start + 1, last) if page.lower(i) == ":" and (quote := page.opening.get(i + 1)) and quote.last >= last - 1 and page.kind(quote.inner[1]) == "end" and page.tokens[quote.inner[0]].capital)
    colon = next((i for i in found if not page.quoted(i)), None)
    return colon - 1 if colon is not None and clause_at(page, start, colon - 1) else last


def _semicolon(page: Page, start: int, end: int) -> int:
    """The last semicolon outside marks between two tokens; 0 where there is none."""
    return next((i for i in range(end - 1, start, -1) if page.lower(i) == ";" and not page.quoted(i)), 0)


def _main_clause(page: Page, start: int, last: int) -> int:
    """Where a main clause begins behind one that a conjunction opens: "Although the army said the town was calm, residents fled"."""
    for verb in page.verbs_of(page.sentence(start)):
        before = verb.subject.first - 1 if verb.subject is not None else start
        if verb.form == "finite" and start < before < last and page.lower(before) == "," and not page.quoted(before) and clause_at(page, start, before - 1):
            return before - 1
    return last


def _reporter(page: Page, cue: Cue, other: Cue, last: int) -> bool:
    """Whether a later cue in the sentence is the reporter's again, not part of what was said."""
    if page.marks_around(other.first) != page.marks_around(cue.first) or other.source is None or other.section in ("according", "noun"):
        return False
    if other.lemma == "fear" and not page.quotes(other.end + 1, last):
        return False  # were missing and feared dead
    if other.where == "shared":
        return other.source == cue.source and (other.section not in ASKING or _announces(page, other, last))
    before = page.lower(other.begin - 1)
    if other.begin - 1 in page.closing and page.lower(other.begin - 2) == ",":
        before = ","  # "pays a price," his office said
    if before == ";" and other.where == "before":
        return True
    if before == "," and other.where == "before" and page.tag(cue.begin - 1) in ("sub", "rel"):
        return True  # although the army said it had left, residents said; a raid in which medics say six died, he said
    if before == ",":
        return other.where == "after" or cue.verb is not None and cue.verb.form in ("ing", "participle") or (behind := after_tail(page, other)) >= last or page.lower(behind) in (",", ".")
    if before not in ("and", "but", "while") or other.where != "before":
        return False
    alone = page.tag(other.source[0]) == "pron" and other.source[0] == other.source[1]
    return alone or page.lower(other.begin - 2) == ","


def _announces(page: Page, cue: Cue, last: int) -> bool:
    """Whether what somebody asks, offers or vows follows: to go home, whether it was over; not: offered them work."""
    return any(page.lower(i) in OPENERS or i in page.opening for i in range(cue.end + 1, min(cue.end + NEAR, last) + 1))


def _turn(page: Page, start: int, last: int) -> int:
    """Where the reporter turns away from what was said: `, but`, `, although` or `, as` with a subject and a verb of its own, or any such clause behind marks."""
    closing = page.closing
    for i in range(start + 1, last - 3):
        comma, closes = page.lower(i) == ",", i in closing
        if comma and page.lower(i + 1) in ("a", "an") and page.lower(i + 2) in CLAIMS and not page.quoted(i) and not _that_goes_on(page, i, last):
            return i  # a charge the group denies
        if not comma and not closes or page.quoted(i) and not closes:
            continue
        joint = i + 1 + (closes and page.lower(i + 1) == ",")
        if page.lower(joint) not in (TURNING if joint - 1 in page.closing or joint - 2 in page.closing else CONTRASTING):
            continue
        doubted = page.lower(joint) in ("although", "though")
        if any(v.form == "finite" and v.first > joint and v.subject is not None and v.subject.first == joint + 1 and (not doubted or v.lemma in DOUBTING) for v in page.verbs_of(page.sentence(i))):
            return i
    return last


def _that_goes_on(page: Page, first: int, last: int) -> bool:
    """Whether another `that` goes on with what was said, behind what stands between commas: said that 12 died, a figure that grows, and that …"""
    return any(page.lower(i) == "," and page.lower(i + 1) == "and" and page.lower(i + 2) == "that" for i in range(first + 1, last - 2))


def _told_by_another(page: Page, cue: Cue, later: list[Cue], start: int, last: int) -> int:
    """Where `according to` somebody closes a sentence whose speaker it quotes: "A priest said the boy was cursed, according to the mayor"."""
    for other in later:
        if other.section == "according" and other.source and page.lower(other.begin - 1) == "," and start < other.begin - 2 and page.marks_around(other.first) == page.marks_around(cue.first):
            phrase = page.phrase(other.source[0])
            inside = phrase is not None and page.lower(phrase.head) in MEASURED or page.tag(other.begin - 2) in ("rel", "sub", "conj")
            return other.begin - 2 if not inside and clause_at(page, start, other.begin - 2) else last
    return last


def _described_by_another(page: Page, cue: Cue, later: list[Cue], start: int, last: int) -> int:
    """Where somebody describes what was spoken of: `vowed to crush the group, which according to the army has 400 men`, `…, which he said was small`."""
    for other in later:
        joint = other.begin - 1 - (page.lower(other.begin - 1) == ",")
        told = other.source and other.source != cue.source and not (other.verb and other.verb.passive)
        if told and page.tag(joint) == "rel" and page.lower(joint - 1) == "," and start < joint - 2:
            return min(last, joint - 2)
    return last


def _no_more(page: Page, start: int, last: int) -> int:
    """Where the story says that the same one tells no more: `but gave no details`, `and did not elaborate`, `without saying why`."""
    for verb in page.verbs_of(page.sentence(start), start + 1):
        joint = verb.first - 1
        if joint > last:
            break
        word = page.lower(joint)
        if word == "without" and verb.form == "ing" and _tells(page, verb) or word in ("but", "and") and verb.form == "finite" and not verb.passive and _withholds(page, verb):
            return joint - 1
    wordless = range(start + 1, last) if "without" in page.text else ()
    return next((i - 1 for i in wordless if page.lower(i) == "without" and page.lower(i + 1) in WORDLESS), last)


def _withholds(page: Page, verb: Verb) -> bool:
    """Whether a verb says that something is not told."""
    if verb.lemma == "stop":
        return page.lower(verb.last + 1) == "short"
    if verb.lemma in ("decline", "refuse"):
        told = page.verb(verb.last + 1)
        return told is not None and _tells(page, told) or page.lower(verb.last + 1) in DETAILS
    if verb.lemma in GIVING and not verb.negated:
        return page.lower(verb.last + 1) in ("no", "few", "little") and _tells(page, verb)
    return verb.negated and _tells(page, verb)


def _tells(page: Page, verb: Verb) -> bool:
    """Whether a verb tells something, or gives details."""
    return verb.lemma in TELLING or verb.lemma in GIVING and any(page.lower(i) in DETAILS for i in range(verb.last + 1, verb.last + 5))
