"""The content of clauses: what a verb of speech is followed or preceded by, without marks or with them inside."""
from ...page import Page
from ...page.tags import FINITE
from .content import CONTENT, said_in
from .cue import Cue
from .ending import clause_end
from .extent import after_tail, clause_at, comma_from, speaks_of_itself, that_after, trimmed
from .passage import REASONS, asked_of_others, befallen, clause_unseen, doing, in_next_paragraph, joined_marks, opening, resumed, runs_on, told_of, verb_at_all, wished
from .voices import short

OWN = 4  # paragraphs in which words of somebody's own must say I or we once
WITHOUT_CLAUSE = frozenset(("name", "speak", "urge", "accuse", "vow", "noun"))  # of the sections, those whose verbs attribute no sentence before them
JUDGING = frozenset("reject dismiss condemn denounce criticise criticize welcome praise".split())  # a thing, or with `that` a clause
LAUGHING = frozenset("laugh smile chuckle shrug sigh sob beam sniff cackle wail howl shriek roar".split())  # beside words in marks, or with `that`
HANGING = frozenset(("aux", "modal", "neg", "prep", "det"))  # behind which a clause is not at its end
PARTING = frozenset((";", "while", "whereas"))
QUESTIONS = frozenset("if whether why how what who when where which whom whose".split())
SAID = frozenset("prayer prayers goodbye farewell mass word words nothing thing things much little lot bit yes no hello grace rosary name names this that so".split())  # and no clause


@CONTENT.rule
def clause_that_is_what(page: Page, cue: Cue, cues: list[Cue]):
    """`Which is what X said` gives the clause before it to X.

    + «They were shot at the door», which is what both survivors said.
    """
    if cue.source is None or cue.where != "before":
        return None
    i = cue.source[0]
    if page.lower(i - 1) != "what" or page.lower(i - 2) not in ("is", "was") or page.lower(i - 3) != "which":
        return None
    first = opening(page, cue.bounds[0])
    return said_in(page, [(first, trimmed(page, first, i - 4))])


@CONTENT.rule
def relative_clause_around(page: Page, cue: Cue, cues: list[Cue]):
    """In `which he said had been closed`, pronoun and verb belong to what is said.

    + The port, «which he said had been closed», was full of ships.
    """
    if cue.source is None or cue.where != "before" or cue.verb is None or page.lower(cue.source[0] - 1) not in ("which", "who", "that", "whom"):
        return None
    pronoun, verb = cue.source[0] - 1, page.verb(cue.verb.last + 1)
    if verb is None or verb.first != cue.verb.last + 1 or verb.form != "finite":
        return None
    _, last = cue.bounds
    comma = comma_from(page, verb.last + 1, last)
    while comma < last and page.quoted(comma):
        comma = comma_from(page, comma + 1, last)
    return said_in(page, [(pronoun, pronoun), (verb.first, trimmed(page, verb.first, comma))])


@CONTENT.rule
def clause_behind_that(page: Page, cue: Cue, cues: list[Cue]):
    """Behind the cue, `that` opens what is said, whatever tells of place and time before it.

    + Omar Haddad told reporters in Aden on Monday that «the strait was open».
    + It was announced that «the port would close».
    + The ministry rejected that «its answer had been slow».
    - The mayor has disputed that.
    """
    judging = cue.lemma in JUDGING
    if cue.section in ("name", "speak", "urge") and not judging:
        return None
    _, last = cue.bounds
    that = that_after(page, cue, cues, last)
    if that is None or judging and (that > cue.end + 1 or page.tag(that) != "sub") or asked_of_others(page, cue):
        return None
    return said_in(page, [(that + 1, clause_end(page, cue, cues, that + 1, last))]) if that < last and page.kind(that + 1) != "end" else None


@CONTENT.rule
def clause_after(page: Page, cue: Cue, cues: list[Cue]):
    """Behind the cue, a clause with a subject and a verb of its own is what is said.

    + The mayor of Kharkiv said «the bridge was safe».
    + Amara Diallo told AFP on Friday «food had arrived».
    + The mayor of Kharkiv said «losses in the fighting stand at 30 killed».
    + The mayor of Kharkiv demanded «the bridge be closed».
    - The mayor of Kharkiv said a prayer for all those killed.
    - The mayor of Kharkiv announced a curfew.
    """
    if cue.section in ("name", "speak", "urge", "accuse", "count") or cue.lemma in LAUGHING:
        return None
    _, last = cue.bounds
    start = after_tail(page, cue)
    if start > last or asked_of_others(page, cue):
        return None
    if page.lower(start) in QUESTIONS and cue.section == "ask" and (page.lower(cue.first - 1) in (",", "when") or cue.first == cue.bounds[0]):
        return said_in(page, [(start, trimmed(page, start, comma_from(page, start, last)))])  # "Kolb, asked whether he feared it, said"
    if page.lower(start) in QUESTIONS and cue.section != "vow" and page.lower(start - 1) != ",":
        return said_in(page, [(start, clause_end(page, cue, cues, start, last))])
    start += page.lower(start) == ":"
    if cue.where == "after" and not (page.sentence(cue.first).first == cue.begin or page.lower(start - 1) == ":"):
        return None
    if page.lower(start) in (",", ";", "as", "after", "when", "because", "before", "while") or page.kind(start) in ("end", "mark") and page.opening.get(start) is None and page.lower(start) not in ("$", "(", "["):
        return None
    if page.tag(start) == "conj" or cue.verb is not None and cue.verb.passive and cue.section != "tell" and cue.where != "shared":
        return None
    if page.tag(start) == "prep" and cue.lemma != "say" and page.lower(start) != "of" and page.lower(start - 1) != ":":
        return None
    thing = page.phrase(start) if cue.lemma == "say" else None
    if thing is not None and thing.first == start < thing.head and page.lower(thing.head) in SAID and page.tag(start) == "det" and page.lower(thing.last + 1) not in ("of", "that") and page.tag(thing.last + 1) not in FINITE:
        return None  # said the same thing in 2006, and then he left
    end = clause_end(page, cue, cues, start, last)
    held = cue.lemma == "say" and (verb_at_all(page, start, end) or clause_unseen(page, start, end) and page.lower(page.phrase(start).head) not in SAID)
    if clause_at(page, start, end) is None and not held and not doing(page, cue, start) and not befallen(page, cue, start) and not wished(page, cue, start):
        return None
    return said_in(page, [(start, end)])


@CONTENT.rule
def behind_a_joint(page: Page, cue: Cue, cues: list[Cue]):
    """Between commas behind `where`, `who` or `and`, source and cue attribute what that word joins on.

    + Jan Kolb fled to Mira, where, he said, «nobody asked him for papers».
    + The boy was 15 and, his aunt says, «he earned 20 dollars a day».
    + They seek Jan Kolb, «who, prosecutors allege, leads the group».
    - The bridge was gone. But, he said, the road was open.
    """
    if cue.section in WITHOUT_CLAUSE or cue.source is None or cue.where == "shared":
        return None
    joint, after = cue.begin - 2, after_tail(page, cue)
    if joint <= cue.bounds[0] or page.lower(joint + 1) != "," or page.lower(after) != "," or page.tag(joint) not in ("rel", "sub", "conj"):
        return None
    end = clause_end(page, cue, cues, after + 1, cue.bounds[1])
    if page.tag(joint) != "rel":
        return said_in(page, [(after + 1, end)]) if verb_at_all(page, after + 1, end) else None
    return said_in(page, [(joint, joint), (after + 1, trimmed(page, after + 1, comma_from(page, after + 2, end)))])


@CONTENT.rule
def sentence_before(page: Page, cue: Cue, cues: list[Cue]):
    """Source and cue behind a comma attribute the sentence that comes before, or on both sides.

    + «The bridge was safe», the mayor of Kharkiv said.
    + «Three boats had sunk», said the coast guard.
    + As Marta Nowak told parliament on Friday, «the bridge is gone».
    + However, the mayor noted, «the bridge is safe».
    + «The bridge will fall, the mayor warned, if nobody repairs it».
    + «Twelve people died, the mayor said, including three children».
    + «Twelve people died, the mayor said, while 30 were flown to Mira».
    + «It was not, the mayor says, a question of money».
    + «Nobody was killed, said Ada Berg, the head of the clinic, but "some of us could not get out"».
    + «Twelve people died, the mayor said, and 30 more injured», as ships burned.
    + The bridge is safe; «ships, the mayor noted, are coming».
    + «Losses in the fighting stand at 30 killed», the mayor told reporters.
    + «Ten dead in Tema», says governor¶Ten people were killed.
    - The bridge, the mayor of Kharkiv said on Monday.
    - The bridge was gone, he laughed, and then it rained.
    """
    if cue.section in WITHOUT_CLAUSE or cue.lemma in LAUGHING or cue.source is None and cue.lemma != "hear" or cue.where == "shared":
        return None
    first, last = cue.bounds
    begin = cue.begin - (page.lower(cue.begin - 1) == "as")
    if cue.where == "before" and (begin == first and begin < cue.begin or begin > first and opening(page, first) == begin and page.lower(after_tail(page, cue)) == ","):
        comma = comma_from(page, cue.end + 1, last)
        return said_in(page, [(comma + 1, clause_end(page, cue, cues, comma + 1, last))]) if clause_at(page, comma + 1, last) else None
    if begin - 1 <= first or page.lower(begin - 1) not in (",", "--", "—", "–", "-", "?", "!") or cue.source is not None and page.tag(cue.source[0]) == "rel":
        return None
    colon = _last_border(page, first, begin, cues)
    if page.lower(colon) == ":" and page.lower(after_tail(page, cue)) != "," and not verb_at_all(page, colon + 1, begin - 1) and verb_at_all(page, first, colon - 1):
        colon = first - 1  # Nine died in two raids: four in Mira, five in Kolb, the mayor said
    after = after_tail(page, cue)
    parted = page.lower(after) == "," and runs_on(page, after + 1)  # the cue stands between subject and verb
    if parted:
        colon = next((i for i in range(begin - 2, max(first, colon), -1) if page.lower(i) == ";" and not page.quoted(i)), colon)
    first = opening(page, colon + 1)  # Adams was blunter: the fences, he wrote, were a trap
    before = (first, trimmed(page, first, begin - 1))
    if before[0] > before[1] or before[0] == before[1] and not parted:
        return None
    if page.lower(after) == "," and after + 1 < last:
        stop = clause_end(page, cue, cues, after + 1, last)
        whole = clause_at(page, first, begin - 1) or verb_at_all(page, first, begin - 1)
        whole = whole and page.tag(begin - 2) not in HANGING
        hangs = page.tag(begin - 2) in HANGING or clause_at(page, after + 1, last) or runs_on(page, after + 1)
        if not whole and hangs or whole and goes_on(page, cue, cues, after + 1, stop):
            return said_in(page, [before, (after + 1, stop)])
        if whole and (end := resumed(page, after + 1, stop)):
            return said_in(page, [before, (after + 1, trimmed(page, after + 1, end))])
    seen = clause_at(page, first, begin - 1) or verb_at_all(page, first, begin - 1)
    if seen and (joined := joined_marks(page, after, last)):
        return said_in(page, [before, joined])
    unseen = after >= last and (clause_unseen(page, first, begin - 2) or begin - first > 3 and page.lower(last) != ":" and short(page, page.paragraphs[page.paragraph(first)]))
    return said_in(page, [before]) if seen or unseen else None  # Ten dead in Tema, says governor


@CONTENT.rule
def paragraph_behind_a_colon(page: Page, cue: Cue, cues: list[Cue]):
    """A paragraph that ends in a colon announces the words in marks with which the next one opens, or the paragraph if it says I or we.

    + The minister, Kwame Asante, said:¶«We are appalled by the attack on Tema».
    + Marta Nowak wrote below the last picture of her street:¶«"We are still here."»
    """
    _, last = cue.bounds
    if page.tokens[last].text != ":" or any(other.first > cue.first and page.sentence(other.first) == page.sentence(cue.first) for other in cues):
        return None
    quote, number = in_next_paragraph(page, last + 1), page.paragraph(last) + 1
    if quote is None and number < len(page.paragraphs) and any(speaks_of_itself(page, n) for n in range(number, min(number + OWN, len(page.paragraphs)))):
        block = page.paragraphs[number]
        return said_in(page, [(block.first, trimmed(page, block.first, block.last))]) if page.kind(block.last) == "end" else None
    return said_in(page, [(quote.first, quote.last)]) if quote else None


@CONTENT.rule
def thing_in_quoted_words(page: Page, cue: Cue, cues: list[Cue]):
    """A noun phrase after a verb of speech is what is said where words of it are quoted.

    + The junta announced «an "imminent" offensive».
    + The junta declared «an "internal war,"» sent troops to Mira and shut the port.
    + The junta assured the people of «its "will to win"».
    - The junta announced an offensive.
    """
    if cue.section not in ("say", "tell", "vow", "urge") or cue.where == "after":
        return None
    _, last = cue.bounds
    start = told_of(page, cue) or (cue.end + 1 if cue.section == "urge" else after_tail(page, cue))
    quote = next(iter(page.quotes(start, min(last, start + 25))), None)
    if quote is None or start > last or page.tag(start) == "mark" and quote.first != start or page.tag(start) == "conj" and cue.verb is not None and cue.verb.passive:
        return None  # was informed, but "no boat was free", Kolb said
    if any(other is not cue and start < other.first < quote.first for other in cues) or verb_at_all(page, start, quote.first) and cue.section != "urge":
        return None
    if (page.lower(quote.first - 2), page.lower(quote.first - 1)) == ("known", "as"):
        return None  # posted a video in which its leader, known as "Lion", laughed
    if page.tokens[quote.inner[1]].text == ",":
        return said_in(page, [(start, quote.last)])
    stop = next((i - 1 for i in range(quote.last + 1, last) if page.lower(i) in (",", ";", "on", "after", "before") or page.tag(i) in ("sub", "conj")), last)
    return said_in(page, [(start, trimmed(page, start, stop))])


def goes_on(page: Page, cue: Cue, cues: list[Cue], first: int, last: int) -> bool:
    """Whether a clause behind source and cue goes on with the one before them: `, he said, because …`, `, he said, while …`, `, he said, and most …`."""
    word = page.lower(first)
    if page.tag(first) == "conj" and page.verb(first + 1) or word in REASONS and clause_at(page, first + 1, last):
        return True
    spoken = any(first < other.first <= last and other is not cue for other in cues)
    spoken = spoken or any(v.form == "finite" and v.last + 1 >= last and v.subject and page.lower(v.subject.first - 1) == "," for v in page.verbs_of(page.sentence(first), first))
    return word in ("and", "or", "while", "whereas") and not spoken and clause_at(page, first + 1, last) is not None


def _last_border(page: Page, first: int, begin: int, cues: list[Cue]) -> int:
    """The colon, or what else parts two clauses, behind which the sentence said before source and cue begins; the token before `first` where there is none."""
    for i in range(begin - 2, first, -1):
        word = page.lower(i)
        clock = page.kind(i - 1) == page.kind(i + 1) == "digits"
        if word == ":" and not page.quoted(i) and not clock and page.kind(i + 1) in ("word", "digits") or word in PARTING and _told_apart(page, i, first, cues):
            return i
    return first - 1


def _told_apart(page: Page, i: int, first: int, cues: list[Cue]) -> bool:
    """Whether a semicolon, or `while` behind a comma, at `i` parts what is said from what another said before it in the sentence."""
    parts = page.lower(i) == ";" or page.lower(i - 1) == ","
    return parts and not page.quoted(i) and any(first <= other.first < i and other.source is not None and not (other.verb is not None and other.verb.passive) for other in cues)
