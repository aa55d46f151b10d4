"""The content: what was said, in one part or, where its cue breaks it, several."""
from ...page import Page
from ...page.subjects import SELVES as OTHERS_SELVES
from ...page.tags import FINITE
from ...rule import Rulebook
from .cue import Cue
from .ending import clause_end
from .extent import after_tail, clause_at, closed_before, comma_from, trimmed
from .passage import a_title, asked_of_others, bare, between_dashes, figure_clause, glossed, going_on, in_next_paragraph, infinitive, named_so, opening, runs_on, that_is_how, told_of, verb_at_all
from .source import chain, name_before
from .voices import short

CONTENT = Rulebook("quotations.content")
SELVES = OTHERS_SELVES | {"myself", "ourselves"}
PERCEIVED = frozenset("hear overhear see show film record catch video quote picture".split())
BEFORE_A_NOUN = frozenset(("det", "poss", "num", "qual", "adj"))
AT_MOST = 12  # tokens of circumstances between a verb of speech and a colon
CLOSERS = frozenset((",", ";", "--", "—", "–", "and", "but", "in", "on", "at", "according", ".", "!", "?"))
CLAIMING = frozenset(("claim", "profess", "demand", "propose"))  # of the verbs with a clause, those that take `to` as well
CHARGED = frozenset("them him her us troops men officers soldiers personnel forces commanders policemen operatives residents people citizens members leaders youths youth villagers community communities public".split())
PART_OF = frozenset(("of", "from"))
TALES = frozenset("lie lies story stories tale tales joke jokes truth truths half-truth half-truths falsehood falsehoods fib fibs untruth untruths".split())


@CONTENT.rule
def clause_after_the_noun(page: Page, cue: Cue, cues: list[Cue]):
    """After a noun of speech, its clause begins behind `that`.

    + The minister's claim that «the town had fallen» was wrong.
    + The army dismissed claims that «the town had fallen», adding that it held the road.
    """
    if cue.section != "noun":
        return None
    start, (_, last) = next((i for i in range(cue.last, cue.last + 12) if page.lower(i) == "that"), cue.last) + 1, cue.bounds
    verb = clause_at(page, start, last)
    later = next((v for v in page.verbs_of(page.sentence(start)) if verb and v.first > verb.last and v.form == "finite" and page.tag(v.first - 1) not in ("conj", "rel", "sub", "mark")), None)
    end = later.first - 1 if later and (later.subject is None or later.subject.first < start) else last
    # who denies reports that men had fled, and puts their number at 12, says the second by himself
    end = min([end, *(other.first - 1 for other in cues if verb and verb.last < other.first <= end and other.source and other.source[1] < cue.first)])
    return said_in(page, [(start, trimmed(page, start, end))]) if verb else None


@CONTENT.rule
def sentence_around_according_to(page: Page, cue: Cue, cues: list[Cue]):
    """What `according to` attributes is the sentence that it stands in.

    + «Three boats sank off Mombasa», according to the coast guard.
    + According to Lindiwe Nkosi, «the well is dry».
    + The rebels, «who, according to the navy, hold the port», denied it.
    + The war has killed many -- «as many as 9,000», according to the navy -- and emptied the coast.
    + The navy fought a group «which according to the coast guard still has 400 men».
    + The war has reached the coast, «where 9,000 people have fled», according to the coast guard.
    """
    if cue.section != "according" or cue.source is None:
        return None
    first, last = cue.bounds
    first = cue.first if page.lower(cue.first - 1) == ";" else first
    after = cue.source[1] + 1
    if page.tag(cue.first - 1) == "rel" and (verb := next(iter(page.verbs_of(page.sentence(after), after - 1)), None)):
        return said_in(page, [(cue.first - 1, cue.first - 1), (after, trimmed(page, after, comma_from(page, verb.last + 1, last)))])
    described = page.verb(after)
    if described is not None and described.form == "participle" and described.first == after:
        after = comma_from(page, after, last)  # "According to a report published on Monday, 12 people died"
    if page.lower(after) in ("(", "["):  # according to SOHR [the Syrian Observatory], 12 people died
        after = next((i + 1 for i in range(after, last) if page.lower(i) in (")", "]")), after)
    while after <= last and page.lower(after) != "," and page.phrase(after) is None:
        after += 1
    after -= page.lower(after) != ","  # "According to the ministry 12 people died"
    after = _past_descriptions(page, cue.source[1], after, last)
    described = page.tag(after + 1) == "rel" or page.lower(after + 1) == "whose"
    if described:
        after = comma_from(page, after + 2, last)  # "According to the navy, which left, 12 people died"
    if all(page.tag(i) in ("conj", "adv", "mark") for i in range(first, cue.first)) or page.tag(cue.first - 1) == "sub" or page.tag(cue.first - 1) == "conj" and clause_at(page, after + 1, last):
        return said_in(page, [(after + 1, clause_end(page, cue, cues, after + 1, last))]) if after < last else None
    if page.tag(cue.first - 2) == "conj" and (page.tag(after + 1) in ("ing", "part", "verb") or clause_at(page, after + 1, last)):
        return said_in(page, [(after + 1, clause_end(page, cue, cues, after + 1, last))])
    if page.tag(cue.first - 2) == "rel":
        verb = next(iter(page.verbs_of(page.sentence(after), after)), None) if page.tag(cue.first - 3) == "prep" else None
        comma = comma_from(page, verb.first if verb else after + 1, last)  # clashes in which, according to police, six men, four of them armed, died
        return said_in(page, [(cue.first - 2, cue.first - 2), (after + 1, trimmed(page, after + 1, comma))])
    dash = between_dashes(page, first, cue.first, cue.source[1], last)
    first = dash + 1 if dash else figure_clause(page, opening(page, first), cue.first - 1)
    before = (first, trimmed(page, first, cue.first - 1))
    if after < last - 1 and not described and clause_at(page, first, cue.first - 1) is None and (clause_at(page, after + 1, last) or runs_on(page, after + 1)):
        return said_in(page, [before, (after + 1, trimmed(page, after + 1, last))])
    return said_in(page, [before])


def _past_descriptions(page: Page, source: int, comma: int, last: int) -> int:
    """The comma behind the names, ages and descriptions that follow a source: `According to ISPR, the army's media wing, 12 people died`."""
    named, end = page.tag(source) == "name", comma
    while True:
        phrase, name = page.phrase(comma + 1), page.name(comma + 1)
        aged = page.tag(comma + 1) == "num" and page.lower(comma + 2) == ","
        told = phrase is not None and phrase.first == comma + 1 and (named or name is not None and name.kind != "place")
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
    + «Raid on Tema "a new low"», bishop says¶Ten people were killed.
    + «"They are coming,"» a man is heard saying in the video.
    + «The truce, brokered by Goma, "is holding for now,"» a bishop said.
    + «"A massacre,"» is how the bishop put it.
    + «"We eat ombaz,"» the residue of peanuts, a man from Goma told AFP.
    - He painted "Freedom" on the wall. Bohdan Kovalenko said the hill was held.
    - Speaking on the program "Face of the Nation," the mayor asked for help.
    - The town shut down before an "armed strike" declared by the rebels.
    """
    quote = closed_before(page, cue.begin) or glossed(page, cue) or that_is_how(page, cue) if page.closing else None
    if quote is None or quote.inner[1] < quote.inner[0] or cue.section in ("accuse", "according", "noun", "name"):
        return None
    if cue.verb is not None and cue.verb.form == "participle" and cue.first == page.sentence(cue.first).first:
        return None  # Asked by Kolb why, she said
    if cue.verb is not None and cue.verb.form in ("ing", "infinitive") and page.lower(cue.first - 1) != "as" and cue.where != "after" and not _perceived(page, cue):
        return None
    if cue.verb is not None and cue.verb.form == "participle" and quote.last + 1 == cue.first and page.kind(quote.inner[1]) == "word":
        return None
    if quote.depth and not page.quoted(cue.first) or a_title(page, quote) or named_so(page, quote) or name_before(page, cue):
        return None
    if quote.last + 1 == page.sentence(cue.first).first and cue.where == "before" and _parted(page, cue, quote) and not bare(page, cue, cues):
        return None
    sentence = page.sentence(quote.inner[0])
    first = quote.first
    if quote.first > sentence.first and page.sentence(quote.first) == page.sentence(quote.last):
        whole = clause_at(page, sentence.first, quote.last) or runs_on(page, quote.inner[0]) and page.tag(quote.first - 1) != "sub"
        first = opening(page, sentence.first) if whole else quote.first
        if cue.section != "speak" and short(page, block := page.paragraphs[page.paragraph(first)]) and sentence.first == block.first and closed_before(page, cue.begin) is quote and page.lower(quote.first - 1) not in (":", ","):
            return said_in(page, [(opening(page, sentence.first), quote.last)])  # Raid on Tema "a crime", UN says
        alone = page.tag(quote.first - 1) == "mark" or page.tag(quote.first - 1) in ("verb", "part", "base")
        if alone and any(other.first in range(first, quote.first) and other is not cue for other in cues):
            first = quote.first
    return said_in(page, [(first, quote.last), *going_on(page, cue, cues)])


def _parted(page: Page, cue: Cue, quote) -> bool:
    """Whether marks close with their sentence, so that another begins behind them: "Go." Kolb said it was late, "Who?" He shrugged, but not "Go!" Kolb said."""
    if page.lower(cue.end + 1) == "that" and page.tokens[cue.begin].capital:
        return True
    return page.tokens[quote.last - 1].text == "." or page.tag(cue.begin) == "pron" and page.tokens[cue.begin].capital and page.lower(cue.begin) != "i"


def _perceived(page: Page, cue: Cue) -> bool:
    """Whether somebody is heard or shown saying it: `"C," he was shown telling a crowd`."""
    verb = page.verb(cue.verb.first - 1)
    return verb is not None and verb.passive and verb.lemma in PERCEIVED


@CONTENT.rule
def marks_after(page: Page, cue: Cue, cues: list[Cue]):
    """What opens right after the cue, the one addressed and the circumstances, was said: `X told AFP: "C"`.

    + Bohdan Kovalenko told AFP by telephone: «"We held the hill."»
    + Marta Nowak said in a statement, «"The bridge is gone."»
    + The bridge was gone, she said, adding: «"It was the last."»
    """
    if not page.opening or cue.section in ("name", "accuse", "urge"):
        return None
    _, last = cue.bounds
    i = after_tail(page, cue)
    for j in range(i, min(last, i + AT_MOST)):
        if page.lower(j) == ":" and j + 1 in page.opening and not verb_at_all(page, i, j):
            i = j if not any([i < other.first < j for other in cues]) else i  # it said, adding: "…"
            break
    if page.lower(i) in (",", ":", "--", "—", "–", "of", "as", "that", "about"):
        i += 1
    if page.lower(i) == "that":
        i += 1
    quote = page.opening.get(i)
    if quote is None and page.tokens[i - 1].text == ":" and i > last:
        quote = in_next_paragraph(page, i)
    if quote is None or cue.section == "speak" and page.lower(quote.first - 1) == "of":
        return None
    end = quote.last
    first = cue.bounds[0]
    describes = cue.source is not None and page.tag(cue.source[0]) == "rel"  # wrote to Kolb, who replied that "…"
    if cue.where == "before" and not describes and page.lower(cue.begin - 1) == "," and quote.inner[0] <= quote.inner[1] and not page.tokens[quote.inner[0]].capital and clause_at(page, opening(page, first), cue.begin - 2):
        before = (opening(page, first), cue.begin - 2)  # Shelters were burned, he said, "and people have lost everything"
        if not any(other.first in range(*before) for other in cues) and not closed_before(page, cue.begin):
            return said_in(page, [before, (quote.first, end)])
    remark = page.lower(end - 1) == "," and page.lower(end + 1) in ("a", "an")  # said "the smell comes from these acts," a dig at its rivals
    goes_on = page.lower(end + 1) not in CLOSERS and not remark or page.lower(end + 1) in ("and", "but") and page.lower(end + 2) == "that"
    if end < last and page.kind(end) != "end" and page.kind(end - 1) != "end" and goes_on and cue.section != "speak":
        end = clause_end(page, cue, cues, quote.first, last)
    return said_in(page, [(quote.first, end)])


@CONTENT.rule
def deed_asked_for(page: Page, cue: Cue, cues: list[Cue]):
    """Who is asked, urged or told to do something stands before it; who vows does it himself: `to` and the rest is what is said.

    + The bishop urged both sides «to spare the town».
    + The bishop urged both sides «"to spare the town"».
    + The bishop called for the men «to be freed».
    + The bishop urged the men, whom he had met, «to go home».
    + The general charged his troops «to be vigilant».
    + The junta vowed «to retake the port».
    + The junta claimed in a message sent by a spokesman «to have retaken the port».
    - The junta proposed a plan to retake the port.
    - They tell lies to please their voters.
    """
    if cue.section not in ("urge", "ask", "vow", "tell") and cue.lemma not in CLAIMING and not _called_for(page, cue) and not _charged(page, cue):
        return None
    _, last = cue.bounds
    told_how = page.tag(cue.end + 1) == "prep"  # claimed in a message sent by a spokesman to have
    aside = _aside_behind(page, cue, last)
    verb = next((v for v in page.verbs_of(page.sentence(cue.first)) if v.first > cue.end and v.first not in aside and not (told_how and v.first < after_tail(page, cue))), None)
    if cue.verb is not None and cue.verb.passive and cue.section == "vow" or asked_of_others(page, cue) or told_of(page, cue):
        return None
    if verb is None or not infinitive(page, verb) or verb.first > last or cue.section in ("say", "vow") and verb.first > max(cue.last + 3, after_tail(page, cue)):
        return None
    if any(page.lower(i) in (",", ";", ":") or page.tag(i) in ("verb", "sub") for i in range(cue.end + 1, verb.first) if cue.section != "urge" and i not in aside):
        return None
    before = page.phrase(verb.first - 1)
    if cue.lemma == "direct" and any(page.tag(i) == "prep" for i in range(cue.end + 1, verb.first)):
        return None  # direct contacts with rivals to hear them
    if before is not None and (cue.lemma in CLAIMING and not (told_how and verb.first == after_tail(page, cue)) or page.lower(before.head) in TALES):
        return None  # proposed a plan to end it, tells lies to please them
    first = verb.first - (page.lower(verb.first - 1) == "not")
    if (quote := page.marks_around(first)) is not None and quote.first > cue.end:
        first = quote.first
    last = clause_end(page, cue, cues, first, next((i - 1 for i in range(first, last) if page.lower(i) == ";" and page.tag(i + 1) not in ("to", "conj") and not page.quoted(i)), last))
    if any(other.source and other.source != cue.source and page.sentence(other.first) == page.sentence(cue.first) and other.first < cue.first for other in cues):
        last = next((i - 1 for i in range(first, last) if page.lower(i) == ","), last)  # in a clause within another
    return said_in(page, [(first, last)])


def _aside_behind(page: Page, cue: Cue, last: int) -> range:
    """The relative clause between commas that describes the one addressed: urged the men, whom he called brave, to go home."""
    comma = next((i for i in range(cue.end + 1, min(last, cue.end + 10)) if page.lower(i) == ","), None)
    if comma is None or page.tag(comma + 1) != "rel":
        return range(0)
    end = next((i for i in range(comma + 1, last) if page.lower(i) == "," and page.lower(i + 1) in ("to", "not")), None)
    return range(comma, end + 1) if end else range(0)


def _charged(page: Page, cue: Cue) -> bool:
    """Whether who is charged with a deed stands right before it: charged his men to be vigilant, not: charged the hill to retake it."""
    phrase = page.phrase(cue.end + 1) if cue.lemma in ("charge", "task", "challenge", "encourage") else None
    return phrase is not None and phrase.first == cue.end + 1 and page.lower(phrase.head) in CHARGED and page.lower(phrase.last + 1) in ("to", "not")


def _called_for(page: Page, cue: Cue) -> bool:
    """Whether what is called for is a clause: called for the rebels to be freed."""
    phrase = page.phrase(cue.end + 1) if cue.lemma in ("call for", "appeal for") else None
    return phrase is not None and page.lower(phrase.last + 1) == "to" and page.lower(phrase.last + 2) == "be"


@CONTENT.rule
def deed_of_the_accused(page: Page, cue: Cue, cues: list[Cue]):
    """Whom `accuse` names belongs to what is said, with `of` and the deed.

    + The union accused «the army of having shelled the market».
    + The union accused «the army of shelling the market», which is the town's largest.
    + He is accused «of smuggling rifles».
    + The army, which is accused by villagers «of shelling the market», denied it.
    + The army, which the union accuses «of shelling the market», denied it.
    + The union blamed «the army for breaking the truce».
    - The union blamed the army for the raid.
    - The accused were freed.
    - Men accused of smuggling rifles were freed.
    """
    if cue.lemma == "blame":
        return _blamed(page, cue, cues)
    if cue.section != "accuse" or cue.verb is not None and cue.verb.form == "participle" and page.tag(cue.verb.first - 1) in ("noun", "name"):
        return None
    _, last = cue.bounds
    link = next((i for i in range(cue.last + 1, min(last, cue.last + 30)) if page.lower(i) == "of" and (page.tag(i + 1) == "ing" or i == cue.last + 1)), None)
    link = link or next((i for i in range(cue.last + 1, min(last, cue.last + 30)) if page.lower(i) == "of"), None)
    if link is None:
        return None
    first = link if page.lower(cue.last + 1) == "by" else cue.last + 1  # was accused by the mayor of having fled
    end = clause_end(page, cue, cues, cue.last + 1, last)
    end = next((i - 1 for i in range(link + 1, end) if page.lower(i) == "," and page.tag(i + 1) == "rel" and not page.quoted(i)), end)
    if cue.verb is not None and (page.tag(cue.verb.first - 1) == "rel" or cue.source is not None and page.tag(cue.source[0] - 1) == "rel"):
        end = min(end, comma_from(page, link, last) - 1)
    return said_in(page, [(first, end)])


def _blamed(page: Page, cue: Cue, cues: list[Cue]):
    """Who is blamed `for` doing something is accused of it."""
    blamed = page.phrase(cue.end + 1)
    link = next((i for i in range(cue.end + 2, cue.end + 15) if page.lower(i) == "for"), None) if blamed and blamed.first == cue.end + 1 else None
    if link is None or page.tag(link + 1) != "ing" or any(page.tag(i) in ("mark", "conj") for i in range(cue.end + 1, link)):
        return None
    return said_in(page, [(cue.end + 1, clause_end(page, cue, cues, cue.end + 1, cue.bounds[1]))])


@CONTENT.rule
def name_given(page: Page, cue: Cue, cues: list[Cue]):
    """What something is called in quoted words is said, together with the thing.

    + Marta Nowak called «the raid "a crime against all of us"».
    + Marta Nowak rejected «such claims as "fabrications"».
    + Marta Nowak condemned «the "cowardly" raid» in Tema.
    + «"A crime"» - that is how Marta Nowak described the raid.
    - Marta Nowak called the raid off.
    - The men called themselves "Sons of Marta".
    - A group called "Sons of Marta" met in Tema.
    """
    if cue.section != "name" or cue.verb is not None and cue.verb.form == "participle" and cue.source is None:
        return None
    _, last = cue.bounds
    last = min([last, *(other.begin - 1 for other in cues if cue.last < other.begin)])
    quote = next(iter(page.quotes(cue.end + 1, last)), None)
    if quote is None and (told := that_is_how(page, cue)) is not None:
        return said_in(page, [(told.first, told.last)])
    if quote is None or clause_at(page, cue.end + 1, quote.first - 1) is not None and quote.first > cue.end + 25:
        return None
    start = cue.end + 1
    if quote.first == start and named_so(page, quote):
        return None
    if page.lower(start) in SELVES and quote.first == start + 1 and quote.inner[0] <= quote.inner[1] and page.tokens[quote.inner[0]].capital:
        return None
    start += page.lower(start) == "as"
    return said_in(page, [(start, _phrase_around(page, quote, start)[1])])


@CONTENT.rule
def toll_put_at(page: Page, cue: Cue, cues: list[Cue]):
    """Who puts a toll or a number at so many says so.

    + A doctor in Tema put «the toll at 24».
    + A doctor in Tema gave «a toll of 24».
    + A doctor in Tema put «the toll at 24», while the army named nine of the dead.
    + Puts were bought by traders, and the mayor put «the number of wounded at 30».
    - The mayor put the number on the wall.
    """
    if cue.section != "count":
        return None
    _, last = cue.bounds
    end = clause_end(page, cue, cues, cue.end + 1, last)
    other = next((v.subject.first for v in page.verbs_of(page.sentence(cue.first), cue.end) if v.form == "finite" and v.subject is not None and v.subject.first > cue.end and page.lower(v.subject.first - 1) in ("while", "whereas", "but")), last)
    return said_in(page, [(cue.end + 1, min(end, other - 3) if page.lower(other - 2) == "," else end)])


@CONTENT.rule
def words_quoted(page: Page, cue: Cue, cues: list[Cue]):
    """Speaking of, citing or voicing something counts only in quoted words.

    + The mayor spoke of the raid as «"a cowardly attack"».
    + They called for aid against «"a winter without bread"».
    + They warned of «an imminent "massacre"» in Tema.
    + They spoke of «"around 40" men from the south», who fled.
    - The mayor spoke of a cowardly attack.
    """
    if cue.section != "speak":
        return None
    _, last = cue.bounds
    quote = next(iter(page.quotes(cue.end + 1, min(last, cue.end + 10))), None)
    between = range(cue.end + 1, quote.first if quote else 0)
    if quote is None or any(other is not cue and other.first in between for other in cues) or any(page.tag(i) in FINITE or page.lower(i) in ("with", "name", "named") for i in between):
        return None
    return said_in(page, [_phrase_around(page, quote, cue.end + 1)])


def _phrase_around(page: Page, quote, start: int) -> tuple[int, int]:
    """The noun phrase from `start` on of which some words are quoted, or the quoted words: a "cowardly" attack."""
    before, behind = page.phrase(quote.inner[0]), page.phrase(quote.inner[1])
    first = before.first if before and start <= before.first < quote.first and page.tag(before.first) in BEFORE_A_NOUN else quote.first
    last = behind.last if behind and behind.last > quote.last else quote.last
    following = page.phrase(quote.last + 1)
    if last == quote.last and following is not None and following.first == quote.last + 1 and page.tag(following.first) in ("noun", "adj") and page.tag(following.last + 1) not in FINITE:
        last = chain(page, following, page.sentence(quote.last).last, PART_OF)[1]  # "around 40" men from the group
    return first, last


# --- answering -----------------------------------------------------------------------------------------------------------
def said_in(page: Page, parts: list[tuple[int, int]]):
    """The answer of a rule: the parts, and the words from the first to the last."""
    parts = [(a, b) for first, b in parts if b >= (a := _behind_commas(page, first))]
    return (parts, page.words(parts[0][0], parts[-1][1])) if parts else None


def _behind_commas(page: Page, i: int) -> int:
    while page.lower(i) in (",", ";", ":", "--", ")", "]"):
        i += 1
    return i
