"""The content: what was said, in one part or, where its cue breaks it, several."""
from ...page import Page
from ...page.tags import FINITE
from ...rule import Rulebook
from .cue import Cue
from .extent import after_tail, bounds, clause_at, clause_end, closed_before, comma_from, speaks_of_itself, that_after, trimmed
from .passage import REASONS, a_title, asked_of_others, bare, befallen, doing, figure_clause, going_on, in_next_paragraph, infinitive, named_so, opening, runs_on, that_is_how, verb_at_all
from .source import name_before

CONTENT = Rulebook("quotations.content")
SELVES = frozenset("himself herself itself themselves myself ourselves".split())
OWN = 4  # paragraphs in which words of somebody's own must say I or we once
AT_MOST = 12  # tokens of circumstances between a verb of speech and a colon
QUESTIONS = frozenset("if whether why how what who when where which whom whose".split())
CLAIMING = frozenset(("claim", "profess", "demand", "propose"))  # of the verbs with a clause, those that take `to` as well


@CONTENT.rule
def clause_after_the_noun(page: Page, cue: Cue, cues: list[Cue]):
    """After a noun of speech, its clause begins behind `that`.

    + The minister's claim that «the town had fallen» was wrong.
    """
    if cue.section != "noun":
        return None
    start, (_, last) = next((i for i in range(cue.last, cue.last + 12) if page.lower(i) == "that"), cue.last) + 1, bounds(page, cue)
    verb = clause_at(page, start, last)
    later = next((v for v in page.verbs_of(page.sentence(start)) if verb and v.first > verb.last and v.form == "finite" and page.tag(v.first - 1) not in ("conj", "rel", "sub", "mark")), None)
    end = later.first - 1 if later and (later.subject is None or later.subject.first < start) else last
    return _said(page, [(start, trimmed(page, start, end))]) if verb else None


@CONTENT.rule
def sentence_around_according_to(page: Page, cue: Cue, cues: list[Cue]):
    """What `according to` attributes is the sentence that it stands in.

    + «Three boats sank off Mombasa», according to the coast guard.
    + According to Lindiwe Nkosi, «the well is dry».
    + The rebels, «who, according to the navy, hold the port», denied it.
    + The war has reached the coast, «where 9,000 people have fled», according to the coast guard.
    """
    if cue.section != "according" or cue.source is None:
        return None
    first, last = bounds(page, cue)
    after = cue.source[1] + 1
    described = page.verb(after)
    if described is not None and described.form == "participle" and described.first == after:
        after = comma_from(page, after, last)  # "According to a report published on Monday, 12 people died"
    while after <= last and page.lower(after) != "," and page.phrase(after) is None:
        after += 1
    after -= page.lower(after) != ","  # "According to the ministry 12 people died"
    after = _past_descriptions(page, cue.source[1], after, last)
    if page.tag(after + 1) == "rel":
        after = comma_from(page, after + 2, last)  # "According to the navy, which left, 12 people died"
    if all(page.tag(i) in ("conj", "adv", "mark") for i in range(first, cue.first)) or page.tag(cue.first - 1) == "sub" or page.tag(cue.first - 1) == "conj" and clause_at(page, after + 1, last):
        return _said(page, [(after + 1, clause_end(page, cue, cues, after + 1, last))]) if after < last else None
    if page.tag(cue.first - 2) == "conj" and (page.tag(after + 1) in ("ing", "part", "verb") or clause_at(page, after + 1, last)):
        return _said(page, [(after + 1, clause_end(page, cue, cues, after + 1, last))])
    if page.tag(cue.first - 2) == "rel":
        comma = comma_from(page, after + 1, last)
        return _said(page, [(cue.first - 2, cue.first - 2), (after + 1, trimmed(page, after + 1, comma))])
    first = figure_clause(page, opening(page, first), cue.first - 1)
    before = (first, trimmed(page, first, cue.first - 1))
    if after < last - 1 and clause_at(page, first, cue.first - 1) is None and (clause_at(page, after + 1, last) or runs_on(page, after + 1)):
        return _said(page, [before, (after + 1, trimmed(page, after + 1, last))])
    return _said(page, [before])


def _past_descriptions(page: Page, source: int, comma: int, last: int) -> int:
    """The comma behind the names, ages and descriptions that follow a source: `According to ISPR, the army's media wing, 12 people died`."""
    named, end = page.tag(source) == "name", comma
    while True:
        phrase, name = page.phrase(comma + 1), page.name(comma + 1)
        aged = page.tag(comma + 1) == "num" and page.lower(comma + 2) == ","
        told = phrase is not None and phrase.first == comma + 1 and (named or name is not None and name.kind not in ("body", "medium", "place"))
        following = comma_from(page, comma + 2 if aged else phrase.last + 1, last) if aged or told else last
        if following >= last or any(page.tag(i) in FINITE for i in range(comma + 1, following)):
            return end
        comma, named = following, True
        end = comma if page.tag(comma + 1) not in FINITE and clause_at(page, comma + 1, last) else end


@CONTENT.rule
def marks_before(page: Page, cue: Cue, cues: list[Cue]):
    """What closes right before source and cue was said: `"C," said X`; it may go on behind them.

    + «"We held the hill,"» said Bohdan Kovalenko, a sapper.
    + «"We held," Abena Mensah said. "We will hold."»
    + «The attack was "a new low,"» said a bishop in Goma.
    - He painted "Freedom" on the wall. Bohdan Kovalenko said the hill was held.
    - Speaking on the program "Face of the Nation," the mayor asked for help.
    """
    quote = closed_before(page, cue.begin)
    participle = cue.verb is not None and cue.verb.form in ("ing", "infinitive") and page.lower(cue.first - 1) != "as"
    if participle and cue.where != "after" or quote is not None and quote.inner[1] < quote.inner[0]:
        return None
    if quote is None or cue.section in ("accuse", "according", "noun", "name") or quote.depth and not page.quoted(cue.first) or a_title(page, quote) or named_so(page, quote) or name_before(page, cue):
        return None
    if quote.last + 1 == page.sentence(cue.first).first and page.tokens[quote.last - 1].text == "." and cue.where == "before" and not bare(page, cue, cues):
        return None
    sentence = page.sentence(quote.inner[0])
    first = quote.first
    if quote.first > sentence.first and page.sentence(quote.first) == page.sentence(quote.last):
        first = opening(page, sentence.first) if clause_at(page, sentence.first, quote.last) else quote.first
        alone = page.tag(quote.first - 1) == "mark" or page.tag(quote.first - 1) in ("verb", "part", "base")
        if alone and any(other.first in range(first, quote.first) and other is not cue for other in cues):
            first = quote.first
    return _said(page, [(first, quote.last), *going_on(page, cue, cues)])


@CONTENT.rule
def marks_after(page: Page, cue: Cue, cues: list[Cue]):
    """What opens right after the cue, the one addressed and the circumstances, was said: `X told AFP: "C"`.

    + Bohdan Kovalenko told AFP by telephone: «"We held the hill."»
    + Marta Nowak said in a statement, «"The bridge is gone."»
    """
    _, last = bounds(page, cue)
    i = after_tail(page, cue, last)
    if cue.section in ("name", "accuse", "urge"):
        return None
    i = next((j for j in range(i, min(last, i + AT_MOST)) if page.lower(j) == ":" and page.opening.get(j + 1) and not verb_at_all(page, i, j)), i)
    if page.lower(i) in (",", ":", "--", "—", "–", "of", "as", "that", "about"):
        i += 1
    if page.lower(i) == "that":
        i += 1
    quote = page.opening.get(i)
    if quote is None and page.tokens[i - 1].text == ":" and i > last:
        quote = in_next_paragraph(page, i)
    if quote is None:
        return None
    end = quote.last
    first = bounds(page, cue)[0]
    if cue.where == "before" and page.lower(cue.begin - 1) == "," and quote.inner[0] <= quote.inner[1] and not page.tokens[quote.inner[0]].capital and clause_at(page, opening(page, first), cue.begin - 2):
        before = (opening(page, first), cue.begin - 2)  # Shelters were burned, he said, "and people have lost everything"
        if not any(other.first in range(*before) for other in cues) and not closed_before(page, cue.begin):
            return _said(page, [before, (quote.first, end)])
    goes_on = page.lower(end + 1) not in CLOSERS or page.lower(end + 1) == "and" and page.lower(end + 2) == "that"
    if end < last and page.kind(end) != "end" and page.kind(end - 1) != "end" and goes_on and cue.section != "speak":
        end = clause_end(page, cue, cues, quote.first, last)
    return _said(page, [(quote.first, end)])


def _told_apart(page: Page, i: int, first: int, cues: list[Cue]) -> bool:
    """Whether a semicolon or `while` at `i` parts what is said from what another said before it in the sentence."""
    parts = page.lower(i) == ";" or page.lower(i) in ("while", "whereas") and page.lower(i - 1) == ","
    return parts and not page.quoted(i) and any(first <= other.first < i and other.source is not None and not (other.verb is not None and other.verb.passive) for other in cues)


CLOSERS = frozenset((",", ";", "--", "—", "–", "and", "but", "in", "on", "at", ".", "!", "?"))


@CONTENT.rule
def deed_asked_for(page: Page, cue: Cue, cues: list[Cue]):
    """Who is asked, urged or told to do something stands before it; who vows does it himself: `to` and the rest is what is said.

    + The bishop urged both sides «to spare the town».
    + The junta vowed «to retake the port».
    """
    if cue.section not in ("urge", "ask", "vow", "tell") and cue.lemma not in CLAIMING:
        return None
    _, last = bounds(page, cue)
    verb = next((v for v in page.verbs_of(page.sentence(cue.first)) if v.first > cue.end), None)
    if cue.verb is not None and cue.verb.passive and cue.section == "vow" or asked_of_others(page, cue):
        return None
    if verb is None or not infinitive(page, verb) or verb.first > last or cue.section in ("say", "vow") and verb.first > cue.last + 3:
        return None
    if any(page.lower(i) in (",", ";", ":") or page.tag(i) in ("verb", "sub") for i in range(cue.end + 1, verb.first) if cue.section != "urge"):
        return None
    first = verb.first - (page.lower(verb.first - 1) == "not")
    last = clause_end(page, cue, cues, first, next((i - 1 for i in range(first, last) if page.lower(i) == ";" and page.tag(i + 1) not in ("to", "conj") and not page.quoted(i)), last))
    if any(other.source and other.source != cue.source and page.sentence(other.first) == page.sentence(cue.first) and other.first < cue.first for other in cues):
        last = next((i - 1 for i in range(first, last) if page.lower(i) == ","), last)  # in a clause within another
    return _said(page, [(first, last)])


@CONTENT.rule
def deed_of_the_accused(page: Page, cue: Cue, cues: list[Cue]):
    """Whom `accuse` names belongs to what is said, with `of` and the deed.

    + The union accused «the army of having shelled the market».
    + He is accused «of smuggling rifles».
    - The accused were freed.
    - Men accused of smuggling rifles were freed.
    """
    if cue.section != "accuse" or cue.verb is not None and cue.verb.form == "participle" and page.tag(cue.verb.first - 1) in ("noun", "name"):
        return None
    _, last = bounds(page, cue)
    link = next((i for i in range(cue.last + 1, min(last, cue.last + 30)) if page.lower(i) == "of" and (page.tag(i + 1) == "ing" or i == cue.last + 1)), None)
    link = link or next((i for i in range(cue.last + 1, min(last, cue.last + 30)) if page.lower(i) == "of"), None)
    return _said(page, [(cue.last + 1, clause_end(page, cue, cues, cue.last + 1, last))]) if link else None


@CONTENT.rule
def name_given(page: Page, cue: Cue, cues: list[Cue]):
    """What something is called in quoted words is said, together with the thing.

    + Marta Nowak called «the raid "a crime against all of us"».
    + «"A crime"» - that is how Marta Nowak described the raid.
    - Marta Nowak called the raid off.
    - The men called themselves "Sons of Marta".
    - A group called "Sons of Marta" met in Tema.
    """
    if cue.section != "name" or cue.verb is not None and cue.verb.form == "participle" and cue.source is None:
        return None
    _, last = bounds(page, cue)
    last = min([last, *(other.begin - 1 for other in cues if cue.last < other.begin)])
    quote = next(iter(page.quotes(cue.end + 1, last)), None)
    if quote is None and (told := that_is_how(page, cue)) is not None:
        return _said(page, [(told.first, told.last)])
    if quote is None or clause_at(page, cue.end + 1, quote.first - 1) is not None and quote.first > cue.end + 25:
        return None
    start = cue.end + 1
    if quote.first == start and named_so(page, quote):
        return None
    if page.lower(start) in SELVES and quote.first == start + 1 and quote.inner[0] <= quote.inner[1] and page.tokens[quote.inner[0]].capital:
        return None
    if cue.verb is not None and cue.verb.passive:
        start += page.lower(start) == "as"
    return _said(page, [(start, quote.last)])


@CONTENT.rule
def toll_put_at(page: Page, cue: Cue, cues: list[Cue]):
    """Who puts a toll or a number at so many says so.

    + A doctor in Tema put «the toll at 24».
    + Puts were bought by traders, and the mayor put «the number of wounded at 30».
    - The mayor put the number on the wall.
    """
    if cue.section != "count":
        return None
    _, last = bounds(page, cue)
    return _said(page, [(cue.end + 1, clause_end(page, cue, cues, cue.end + 1, last))])


@CONTENT.rule
def words_quoted(page: Page, cue: Cue, cues: list[Cue]):
    """Speaking of, citing or voicing something counts only in quoted words.

    + The mayor spoke of the raid as «"a cowardly attack"».
    + They pleaded for aid, citing «"a winter without bread"».
    - The mayor spoke of a cowardly attack.
    """
    if cue.section != "speak":
        return None
    _, last = bounds(page, cue)
    quote = next(iter(page.quotes(cue.end + 1, min(last, cue.end + 10))), None)
    between = range(cue.end + 1, quote.first if quote else 0)
    if quote is None or any(page.tag(i) in FINITE or page.lower(i) in ("with", "name", "named") for i in between):
        return None
    return _said(page, [(quote.first, quote.last)])


@CONTENT.rule
def clause_that_is_what(page: Page, cue: Cue, cues: list[Cue]):
    """`Which is what X said` gives the clause before it to X.

    + «They were shot at the door», which is what both survivors said.
    """
    if cue.source is None or cue.where != "before":
        return None
    i = cue.source[0]
    if [page.lower(j) for j in range(i - 3, i)] not in (["which", "is", "what"], ["which", "was", "what"]):
        return None
    first = opening(page, bounds(page, cue)[0])
    return _said(page, [(first, trimmed(page, first, i - 4))])


@CONTENT.rule
def relative_clause_around(page: Page, cue: Cue, cues: list[Cue]):
    """In `which he said had been closed`, pronoun and verb belong to what is said.

    + The port, «which he said had been closed», was full of ships.
    """
    if cue.source is None or cue.where != "before" or cue.verb is None:
        return None
    pronoun, verb = cue.source[0] - 1, page.verb(cue.verb.last + 1)
    if page.lower(pronoun) not in ("which", "who", "that", "whom") or verb is None or verb.first != cue.verb.last + 1 or verb.form != "finite":
        return None
    _, last = bounds(page, cue)
    comma = comma_from(page, verb.last + 1, last)
    return _said(page, [(pronoun, pronoun), (verb.first, trimmed(page, verb.first, comma))])


@CONTENT.rule
def clause_behind_that(page: Page, cue: Cue, cues: list[Cue]):
    """Behind the cue, `that` opens what is said, whatever tells of place and time before it.

    + Omar Haddad told reporters in Aden on Monday that «the strait was open».
    + It was announced that «the port would close».
    """
    _, last = bounds(page, cue)
    that = that_after(page, cue, cues, last)
    if that is None or cue.section in ("name", "speak", "urge") or asked_of_others(page, cue):
        return None
    return _said(page, [(that + 1, clause_end(page, cue, cues, that + 1, last))]) if that < last else None


@CONTENT.rule
def clause_after(page: Page, cue: Cue, cues: list[Cue]):
    """Behind the cue, a clause with a subject and a verb of its own is what is said.

    + The mayor of Kharkiv said «the bridge was safe».
    + Amara Diallo told AFP on Friday «food had arrived».
    - The mayor of Kharkiv announced a curfew.
    """
    if cue.section in ("name", "speak", "urge", "accuse", "count"):
        return None
    _, last = bounds(page, cue)
    start = after_tail(page, cue, last)
    if start > last or asked_of_others(page, cue):
        return None
    if page.lower(start) in QUESTIONS and cue.section == "ask" and page.lower(cue.first - 1) == ",":
        return _said(page, [(start, trimmed(page, start, comma_from(page, start, last)))])  # "Kolb, asked whether he feared it, said"
    if page.lower(start) in QUESTIONS and cue.section != "vow" and page.lower(start - 1) != ",":
        return _said(page, [(start, clause_end(page, cue, cues, start, last))])
    start += page.lower(start) == ":"
    if cue.where == "after" and not (page.sentence(cue.first).first == cue.begin or page.lower(start - 1) == ":"):
        return None
    if page.lower(start) in (",", ";", "as", "after", "when", "because", "before", "while") or page.kind(start) in ("end", "mark") and page.opening.get(start) is None and page.lower(start) not in ("$", "(", "["):
        return None
    if page.tag(start) == "conj" or cue.verb is not None and cue.verb.passive and cue.section != "tell" and cue.where != "shared":
        return None
    if page.tag(start) == "prep" and cue.lemma != "say" and page.lower(start) != "of" and page.lower(start - 1) != ":":
        return None
    end = clause_end(page, cue, cues, start, last)
    if clause_at(page, start, end) is None and not (cue.lemma == "say" and verb_at_all(page, start, end)) and not doing(page, cue, start) and not befallen(page, cue, start):
        return None
    return _said(page, [(start, end)])


@CONTENT.rule
def sentence_before(page: Page, cue: Cue, cues: list[Cue]):
    """Source and cue behind a comma attribute the sentence that comes before, or on both sides.

    + «The bridge was safe», the mayor of Kharkiv said.
    + «Three boats had sunk», said the coast guard.
    + As Marta Nowak told parliament on Friday, «the bridge is gone».
    + However, the mayor noted, «the bridge is safe».
    + «The bridge will fall, the mayor warned, if nobody repairs it».
    - The bridge, the mayor of Kharkiv said on Monday.
    """
    if cue.section in ("name", "speak", "urge", "accuse", "vow", "noun") or cue.source is None or cue.where == "shared":
        return None
    first, last = bounds(page, cue)
    begin = cue.begin - (page.lower(cue.begin - 1) == "as")
    if cue.where == "before" and (begin == first and begin < cue.begin or begin > first and opening(page, first) == begin and page.lower(after_tail(page, cue, last)) == ","):
        comma = comma_from(page, cue.end + 1, last)
        return _said(page, [(comma + 1, clause_end(page, cue, cues, comma + 1, last))]) if clause_at(page, comma + 1, last) else None
    if begin - 1 <= first or page.lower(begin - 1) not in (",", "--", "—", "–", "-", "?", "!") or page.tag(cue.source[0]) == "rel":
        return None
    colon = next((i for i in range(begin - 2, first, -1) if page.lower(i) == ":" and not page.quoted(i) and page.kind(i + 1) == "word" or _told_apart(page, i, first, cues)), first - 1)
    if page.lower(colon) == ":" and page.lower(after_tail(page, cue, last)) != "," and not verb_at_all(page, colon + 1, begin - 1) and verb_at_all(page, first, colon - 1):
        colon = first - 1  # Nine died in two raids: four in Mira, five in Kolb, the mayor said
    first = opening(page, colon + 1)  # Adams was blunter: the fences, he wrote, were a trap
    before = (first, trimmed(page, first, begin - 1))
    if before[0] >= before[1]:
        return None
    after = after_tail(page, cue, last)
    if page.lower(after) == "," and after + 1 < last:
        stop = clause_end(page, cue, cues, after + 1, last)
        whole = clause_at(page, first, begin - 1) or verb_at_all(page, first, begin - 1)
        reasons = page.tag(after + 1) == "conj" and page.verb(after + 2) or page.lower(after + 1) in REASONS and clause_at(page, after + 2, last)
        if not whole and (clause_at(page, after + 1, last) or runs_on(page, after + 1)) or whole and reasons:
            return _said(page, [before, (after + 1, stop)])
    return _said(page, [before]) if clause_at(page, first, begin - 1) or verb_at_all(page, first, begin - 1) else None


@CONTENT.rule
def paragraph_behind_a_colon(page: Page, cue: Cue, cues: list[Cue]):
    """A paragraph that ends in a colon announces the words in marks with which the next one opens, or the paragraph if it says I or we.

    + The minister, Kwame Asante, said:¶«We are appalled by the attack on Tema».
    + Marta Nowak wrote below the last picture of her street:¶«"We are still here."»
    """
    _, last = bounds(page, cue)
    if page.tokens[last].text != ":" or any(other.first > cue.first and page.sentence(other.first) == page.sentence(cue.first) for other in cues):
        return None
    quote, number = in_next_paragraph(page, last + 1), page.paragraph(last) + 1
    if quote is None and number < len(page.paragraphs) and any(speaks_of_itself(page, n) for n in range(number, min(number + OWN, len(page.paragraphs)))):
        block = page.paragraphs[number]
        return _said(page, [(block.first, trimmed(page, block.first, block.last))]) if page.kind(block.last) == "end" else None
    return _said(page, [(quote.first, quote.last)]) if quote else None


@CONTENT.rule
def thing_in_quoted_words(page: Page, cue: Cue, cues: list[Cue]):
    """A noun phrase after a verb of speech is what is said where words of it are quoted.

    + The junta announced «an "imminent" offensive».
    - The junta announced an offensive.
    """
    if cue.section not in ("say", "tell", "vow", "urge") or cue.where == "after":
        return None
    _, last = bounds(page, cue)
    start = cue.end + 1 if cue.section == "urge" else after_tail(page, cue, last)
    quote = next(iter(page.quotes(start, min(last, start + 25))), None)
    if quote is None or start > last or page.tag(start) == "mark" and quote.first != start:
        return None
    if any(other is not cue and start < other.first < quote.first for other in cues) or verb_at_all(page, start, quote.first) and cue.section != "urge":
        return None
    stop = next((i - 1 for i in range(quote.last + 1, last) if page.lower(i) in (",", ";", "on", "after", "before") or page.tag(i) in ("sub", "conj")), last)
    return _said(page, [(start, trimmed(page, start, stop))])


# --- answering -----------------------------------------------------------------------------------------------------------
def _said(page: Page, parts: list[tuple[int, int]]):
    """The answer of a rule: the parts, and the words from the first to the last."""
    parts = [(a, b) for first, b in parts if b >= (a := _behind_commas(page, first))]
    return (parts, page.words(parts[0][0], parts[-1][1])) if parts else None


def _behind_commas(page: Page, i: int) -> int:
    while page.lower(i) in (",", ";", ":", "--", ")", "]"):
        i += 1
    return i
