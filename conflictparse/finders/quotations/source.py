"""The source: the words that name the one who says it."""
from ...page import Page
from ...page.phrases import Phrase
from ...page.tags import FINITE
from ...page.words import MONTHS, WEEKDAYS
from ...rule import Rulebook
from .cue import APOSTROPHES, OCCASIONS, Cue
from .voices import TITLED, may_speak, short

SOURCE = Rulebook("quotations.source")
NEAR = 12  # cues before one whose source it may share
DAYS = WEEKDAYS | MONTHS | frozenset(
    "yesterday today tonight tomorrow week weekend month year morning evening afternoon night noon midnight hours days weeks months years".split()
)
LINKS = frozenset(("of", "for", "from", "in", "at", "with", "on", "to", "near", "against", "within"))
TURNING = frozenset("say add report write announce claim".split())  # verbs behind which a source stands as often as before them
QUOTING = frozenset(("quote", "cite"))
NAMING = frozenset("call name dub style entitle title codename nickname".split())
EXPLAINING = frozenset(("say", "argue", "cite", "claim", "allege", "warn"))
JUDGING = frozenset(("name", "speak", "urge", "accuse", "vow"))  # who condemns or calls for something gives his reasons, `saying that`
CLOSE_LINKS = frozenset(("of", "for", "from", "with"))
MARKS = frozenset(("\"", "”", "''", "»", "’", "'", "“"))


def find(page: Page, cues: list[Cue]) -> None:
    """Give each cue its source, in order, since a later one may share it."""
    for n, cue in enumerate(cues):
        ruling = SOURCE.settle(page, cue, cues[max(0, n - NEAR) : n])
        if ruling is not None:
            cue.said_by(*ruling.value)
            cue.why.append(ruling.why)
        if page.lower(cue.first - 1) == "as" and (quoting := quoting_verb(page, cue)) and quoting.subject is not None and not quoting.passive:
            cue.begin = min(cue.begin, quoting.subject.first)


@SOURCE.rule
def after_according_to(page: Page, cue: Cue, earlier: list[Cue]):
    """The source follows `according to`.

    + Three boats sank off Mombasa, according to «the coast guard».
    + According to «a clerk in the port of Tema», nobody was on board.
    """
    if cue.section == "according" and (phrase := page.phrase(cue.last + 1)):
        return _named(page, *chain(page, phrase, page.sentence(cue.first).last, LINKS | {"by"}), "after")


@SOURCE.rule
def owner_of_the_noun(page: Page, cue: Cue, earlier: list[Cue]):
    """Who makes a claim or an announcement stands before it: `the minister's claim that`.

    + «The minister»'s claim that the town had fallen was wrong.
    + The warning by «the coast guard» that ships may sink was heard.
    """
    if cue.section != "noun":
        return None
    phrase = page.phrase(cue.first)
    mark = next((j for j in range(cue.first, phrase.first - 1, -1) if page.tag(j) == "poss" or page.tokens[j].text in APOSTROPHES), None)
    if page.lower(cue.last + 1) in ("by", "from", "of") and (agent := page.phrase(cue.last + 2)):
        return _named(page, agent.first, agent.last, "after")
    if mark is None:
        return (None, "before"), None
    return _named(page, phrase.first, mark - 1 if mark > phrase.first else mark)


@SOURCE.rule
def not_the_court(page: Page, cue: Cue, earlier: list[Cue]):
    """A court that hears something does not say it.

    + The jury «heard» that the man had bought a knife.
    - The jury said that the man had bought a knife.
    """
    if cue.lemma == "hear":
        return (None, "before"), page.words(cue.first, cue.last)


@SOURCE.rule
def after_the_verb(page: Page, cue: Cue, earlier: list[Cue]):
    """Verb and source change places after a quotation: `"C," said X`.

    + "We held the hill," said «Bohdan Kovalenko», a sapper.
    + "No one slept," said «a nurse at the clinic in Goma».
    + "We will vote," added «the prime minister».
    + "It is ours," said «her brother».
    + And yet, says «Ada Berg», "we stay".
    + The hill had fallen, confirmed «a local official».
    - Bohdan Kovalenko said the hill was held.
    """
    if cue.section in ("according", "noun") or not _may_turn(page, cue):
        return None
    phrase = page.phrase(_over_adverbs(page, (cue.verb.last if cue.verb else cue.last) + 1))
    if phrase is None or page.lower(phrase.head) in DAYS or page.lower(phrase.first) in ("here", "there") or page.tag(phrase.first) not in ("name", "poss") and page.lower(phrase.first) in ("that", "it", "him", "her", "them", "us", "me"):
        return None
    links = LINKS | {"by"} if page.lower(phrase.head) in OCCASIONS else _links(page, phrase)  # read a statement by the group
    first, last = chain(page, phrase, page.sentence(cue.first).last, links)
    if page.tag(last + 1) in FINITE and not _as_it_was_put(page, cue):
        return None
    return _named(page, first, last, "after")


@SOURCE.rule
def end_of_a_headline(page: Page, cue: Cue, earlier: list[Cue]):
    """A headline, though it has no other verb, may end in the verb and who says it.

    + Ten dead in Tema, says «governor»¶Ten people were killed.
    + People at risk in Tema, warns «UN»¶Ten people were killed.
    + Ten dead in Tema, says «Save the Children»¶Ten people were killed.
    - Army hits Tema, claims victory¶Ten people were killed.
    """
    block = page.paragraphs[page.paragraph(cue.first)]
    if cue.section not in ("say", "tell") or page.lower(cue.first - 1) != "," or not short(page, block) or not 0 < block.last - cue.last < TITLED:
        return None
    if not may_speak(page, cue.last + 1, block.last) or any(page.tag(i) in (*FINITE, "sub", "conj", "mark") for i in range(cue.last + 1, block.last + 1)):
        return None
    return _named(page, cue.last + 1, block.last, "after")


@SOURCE.rule
def name_in_marks_behind(page: Page, cue: Cue, earlier: list[Cue]):
    """Verb and source change places also where the source is a name in marks.

    + "We walked," said "«Kit»," a sergeant from Mira.
    - He said "Kit" was gone.
    """
    quote = page.opening.get(cue.last + 1)
    if quote is None or cue.section in ("according", "noun") or not _may_turn(page, cue) or not _only_a_name(page, quote):
        return None
    return _named(page, quote.inner[0], quote.inner[1] - (page.tokens[quote.inner[1]].text == ","), "after")


@SOURCE.rule
def agent_of_the_passive(page: Page, cue: Cue, earlier: list[Cue]):
    """In the passive, the source follows `by`.

    + The raid was described as "a crime" by «a bishop in Goma».
    """
    if cue.verb is None or not cue.verb.passive:
        return None
    for i in range(cue.verb.last + 1, min(cue.verb.last + 12, page.sentence(cue.first).last)):
        if page.lower(i) == "by" and (phrase := page.phrase(i + 1)) and page.tag(phrase.head) in ("noun", "name", "pron") and page.lower(phrase.head) not in DAYS:
            return _named(page, *chain(page, phrase, page.sentence(cue.first).last, LINKS), "shared")


@SOURCE.rule
def passive_without_agent(page: Page, cue: Cue, earlier: list[Cue]):
    """A passive that names no agent has no source.

    + It was «announced» that the port would close.
    - The navy announced that the port would close.
    """
    if cue.verb is not None and cue.verb.passive and not _quoted_as(page, cue):
        return (None, "before"), page.words(cue.first, cue.last)


@SOURCE.rule
def whom_somebody_quotes(page: Page, cue: Cue, earlier: list[Cue]):
    """Who is quoted `as saying` something, or whom a medium quotes so, is its source.

    + «Tareq Nasser» was quoted as saying the strait was open.
    + «Tareq Nasser» was quoted in the Ruvu Star as saying the strait was open.
    + The paper quoted «a local doctor» as saying the ward was full.
    + The paper quoted «a local doctor», identified as Jan Mira, as saying the ward was full.
    + "The ward is full," the paper quoted «a local doctor» as saying.
    """
    if page.lower(cue.first - 1) != "as":
        return None
    quoting = quoting_verb(page, cue)
    if quoting is None:
        return None
    if quoting.passive:
        return _named(page, *named_subject(page, quoting)) if quoting.subject else None
    comma = next((i for i in range(quoting.last + 1, cue.first - 1) if page.lower(i) == ","), cue.first - 1)
    return _named(page, quoting.objects[0].first, comma - 1) if quoting.objects and quoting.objects[0].first == quoting.last + 1 else None


def quoting_verb(page: Page, cue: Cue):
    """The verb by which a medium quotes somebody `as saying`."""
    before = [v for v in page.verbs_of(page.sentence(cue.first)) if v.last < cue.first - 1]
    while before and (before[-1].form == "participle" or page.lower(before[-1].first - 1) == ",") and before[-1].lemma not in QUOTING:
        before.pop()  # quoted a man, identified as Jan Kolb, as saying
    return before[-1] if before and before[-1].lemma in QUOTING else None


@SOURCE.rule
def relative_pronoun(page: Page, cue: Cue, earlier: list[Cue]):
    """A relative pronoun right before the verb is the source's words.

    + The doctor, «who» said the ward was full, left at dawn.
    """
    if cue.verb is not None and cue.verb.form == "finite" and page.lower(cue.verb.first - 1) in ("who", "which"):
        return _named(page, cue.verb.first - 1, cue.verb.first - 1)


@SOURCE.rule
def subject_of_an_earlier_cue(page: Page, cue: Cue, earlier: list[Cue]):
    """A participle or a second verb without a subject of its own shares that of the verb of speech before it.

    + «Amara Diallo» told reporters the siege was over, adding that food had arrived.
    + «The junta» denied the raid and said its planes were grounded.
    """
    if cue.verb is None or not _without_own_subject(page, cue):
        return None
    sentence = page.sentence(cue.first)
    for other in reversed(earlier):
        if other.first < sentence.first:
            break
        inner = _inner(page, other, earlier) and not (cue.lemma in EXPLAINING and other.section in JUDGING)
        if other.source and other.section not in ("according", "noun") and _same_level(page, other, cue) and not inner:
            return (other.source, "shared"), page.words(*other.source)


@SOURCE.rule
def name_in_marks(page: Page, cue: Cue, earlier: list[Cue]):
    """A name between marks may be the subject.

    + "«Jonas»" said that the town was calm.
    + "«Jonas»," a farmer from Mira, said that the town was calm.
    + "«Jonas»," 29, said the town was calm.
    + "«Jonas»," 29, said:¶We left at noon.
    - "Enough," said Jonas.
    """
    quote = name_before(page, cue)
    return _named(page, quote.inner[0], quote.inner[1] - (page.tokens[quote.inner[1]].text == ",")) if quote else None


@SOURCE.rule
def subject_of_the_verb(page: Page, cue: Cue, earlier: list[Cue]):
    """The subject of the verb is the source.

    + «The mayor of Kharkiv» said the bridge was safe.
    + «Omar Haddad», a baker, told AFP his shop was gone.
    + "We held the hill," «Sergeant Mbeki» said.
    """
    if cue.verb is not None and cue.verb.subject is not None and not _across_marks(page, cue):
        return _named(page, *named_subject(page, cue.verb))


def name_before(page: Page, cue: Cue):
    """The marks that hold nothing but a name, right before a verb that goes on with `that`, or with an age or a description between them."""
    if cue.verb is None or cue.verb.first != cue.first or not page.closing:
        return None
    if page.lower(cue.first - 1) == ",":
        return _name_described(page, cue)
    quote = page.closing.get(cue.first - 1)
    if quote is None or quote.depth or page.lower(cue.end + 1) != "that" or not quote.inner[0] <= quote.inner[1] < quote.inner[0] + 5:
        return None
    phrase = page.phrase(quote.inner[1])
    return quote if phrase is not None and page.tokens[quote.inner[1]].capital and page.kind(quote.inner[1]) == "word" and phrase.first <= quote.inner[0] else None


def _name_described(page: Page, cue: Cue):
    """The name in marks that opens the sentence, with an age or a description behind it, of one who goes on to say something."""
    first = page.sentence(cue.first).first
    quote = page.opening.get(first)
    goes_on = page.lower(cue.end + 1) == ":" or any(page.tag(i) in FINITE for i in range(cue.end + 1, page.sentence(cue.first).last))
    if quote is None or quote.last >= cue.first - 2 or not goes_on:
        return None
    if not _only_a_name(page, quote):
        return None
    told = quote.last + 1 + (page.tokens[quote.last + 1].text == ",")
    described = page.tag(told) == "num" and told == cue.first - 2 or page.lower(told) in ("a", "an", "the") and not any(page.tag(i) in FINITE for i in range(told, cue.first - 1))
    return quote if described else None


def _only_a_name(page: Page, quote) -> bool:
    """Whether nothing but a name stands between marks."""
    name = range(quote.inner[0], quote.inner[1] + 1 - (page.tokens[quote.inner[1]].text == ","))
    return 0 < len(name) < 4 and all(page.tokens[i].capital and page.tag(i) in ("name", "noun") for i in name)


# --- reading phrases ---------------------------------------------------------------------------------------------------
def chain(page: Page, phrase: Phrase, end: int, links=LINKS) -> tuple[int, int]:
    """A phrase with the prepositional ones that belong to it: `a clerk in the port of Tema`; times and occasions left out."""
    known = page.name(phrase.last)
    first, last = phrase.first, max(phrase.last, known.last if known and known.last <= end else 0)
    while last < end:
        i = last + 1
        joins = page.lower(i) in links or page.tag(i) == "conj" and page.lower(i) in ("and", "&", "or")
        following = page.phrase(i + 1) if joins and i < end else None
        if following is None or following.first != i + 1 or _no_part(page, following, i, end):
            break
        last = following.last
    return first, last


def _no_part(page: Page, phrase: Phrase, link: int, end: int) -> bool:
    """Whether the phrase after a link is a time, an occasion, or the subject of another verb."""
    head = page.lower(phrase.head)
    if head in DAYS or head in OCCASIONS and page.lower(link) in ("in", "at", "on", "to", "with"):
        return True
    if any(page.lower(j) in DAYS for j in range(phrase.first, phrase.last + 1)) and page.lower(link) in ("on", "in", "at", "from"):
        return True
    return page.tag(link) == "conj" and phrase.last < end and page.tag(phrase.last + 1) in FINITE


def _links(page: Page, phrase: Phrase) -> frozenset[str]:
    """What may follow a source after its verb: `said Ahmed in Kyiv` does not name him by Kyiv, `said a nurse in Kyiv` does."""
    return CLOSE_LINKS if page.tag(phrase.head) == "name" and page.lower(phrase.first) not in ("a", "an", "one") or page.tag(phrase.head) == "pron" else LINKS


def named_subject(page: Page, verb) -> tuple[int, int]:
    """The words of a verb's subject, up to the first comma or relative clause."""
    first, last = verb.subject.first, verb.subject.last
    if first == page.sentence(first).first + 2 and first < verb.subject.head and page.kind(first) == "digits" and page.lower(first - 1) == ":":
        first += 1  # 17:30 Governor Kolb says
    while last < min(verb.reach, verb.first - 1):
        i = last + 1
        begins = i + 1 + (page.tag(i) == "prep" and page.tag(i + 1) == "adv")  # in nearby Elwak
        following = page.phrase(begins)
        if page.tag(i) not in ("prep", "conj") or following is None or following.first != begins or following.last >= verb.first:
            break
        if page.tag(i) == "prep" and _no_part(page, following, i, verb.first - 1) or page.tag(following.head) == "rel" or page.lower(following.head) in ("whom", "which"):
            break
        last = following.last
    if page.tag(last + 1) == "part" and last + 2 == verb.first and page.lower(last) == "those":
        last += 1  # two of those interviewed
    return _listed(page, first, verb), _with_age(page, last) if page.tag(verb.subject.head) == "noun" else last


def _with_age(page: Page, last: int) -> int:
    """The last token of a source with the age that stands in brackets behind it: a man (aged 58), a woman (44)."""
    i = last + 2 + (page.lower(last + 2) == "aged")
    return i + 1 if page.lower(last + 1) == "(" and page.tokens[i].kind == "digits" and page.lower(i + 1) == ")" else last


def _listed(page: Page, first: int, verb) -> int:
    """Where a list of sources begins that ends in `A and B said`: `A, B and C said`."""
    if page.tag(verb.subject.last + 1) != "conj":
        return first
    sentence = page.sentence(first)
    i = first
    while i - 2 >= sentence.first and page.lower(i - 1) == "," and (phrase := page.phrase(i - 2)) and phrase.last == i - 2:
        i = phrase.first
    return i if i == sentence.first or page.tag(i - 1) == "mark" and page.lower(i - 1) != "," else first


def _named(page: Page, first: int, last: int, where: str = "before"):
    """The answer of a source rule; marks at the ends do not belong to it."""
    while first < last and page.lower(first) in MARKS:
        first += 1
    return ((first, last), where), page.words(first, last)


# --- judging -----------------------------------------------------------------------------------------------------------
def _may_turn(page: Page, cue: Cue) -> bool:
    """Whether the source may follow its verb: after a closing mark, after a comma that ends what was said, after `as`."""
    first = cue.verb.first if cue.verb else cue.first
    if cue.verb and (cue.verb.form != "finite" or cue.verb.passive):
        return False
    before = page.lower(first - 1)
    if before == "," and _a_name_given(page, first - 2):
        return False
    if first - 1 in page.closing or first - 2 in page.closing and before in (",", "—", "–", "-"):
        return True
    if page.kind(first - 1) == "end" and page.lower(first - 2) in MARKS:
        return True
    if first == page.sentence(first).first:
        return page.lower(cue.last) in ("said", "says") or any(page.lower(i) == ":" and i + 1 in page.opening for i in range(cue.last + 2, cue.last + 16))
    phrase = page.phrase(cue.last + 1)
    if before == "," and cue.lemma in TURNING and phrase is not None and page.lower(phrase.last + 1) == "," and phrase.last + 2 in page.opening:
        return True  # And yet, says Kolb, "we stay"
    if before != "," or not (_short_tail(page, cue) if cue.lemma in TURNING else _closes(page, cue)):
        return False
    verbs = page.verbs_of(page.sentence(first))
    comma = next((i for i in range(cue.last + 1, page.sentence(first).last) if page.lower(i) == ","), cue.last)
    resumed = page.verb(comma + 1)  # donors, said Kolb, are waiting
    subject = page.phrase(comma + 1)  # in our opinion, said Kolb, this is no war
    if page.tag(page.sentence(first).first) == "prep" and subject and subject.first == comma + 1 and page.tag(subject.last + 1) in FINITE:
        return True
    return resumed is not None and resumed.form == "finite" or any(verb.form == "finite" and verb.last < first and page.tag(verb.first - 1) != "rel" for verb in verbs)


def _a_name_given(page: Page, closing: int) -> bool:
    """Whether the marks that close at a token hold what somebody is called, within a clause: `who called themselves "Sons of Kolb", demanded`."""
    quote = page.closing.get(closing)
    verb = page.verb(quote.first - 1) or page.verb(quote.first - 2) if quote else None
    return verb is not None and verb.lemma in NAMING and page.lower(verb.first - 1) in ("who", "which", "that", ",")


def _closes(page: Page, cue: Cue) -> bool:
    """Whether nothing but a source ends the sentence behind the verb: `the town had fallen, warned the army.`"""
    end = page.sentence(cue.first).last
    rest = range(cue.last + 1, end)
    if cue.verb is None or cue.verb.first != cue.first or cue.section != "say" and cue.lemma not in ("warn", "caution", "urge") or page.tag(cue.last + 1) == "poss":
        return False
    if any(v.last == cue.first - 2 and v.subject is not None and page.lower(v.subject.first - 1) == "," for v in page.verbs_of(page.sentence(end))):
        return False  # the blast, he said, showed the risks
    return end - cue.last < 25 and page.lower(end) == "." and page.lower(cue.last + 1) != "that" and not any(page.tag(i) in FINITE or page.lower(i) == "and" for i in rest)


def _short_tail(page: Page, cue: Cue) -> bool:
    """Whether the sentence ends soon after the verb, without a clause of its own: `the town had fallen, said the army.`"""
    end = page.sentence(cue.first).last
    stop = next((i for i in range(cue.last + 1, min(end, cue.last + 12)) if page.lower(i) == ","), min(end, cue.last + 12))
    return page.lower(cue.last + 1) != "that" and not any(page.tag(i) in FINITE for i in range(cue.last + 1, stop + 1))


def _as_it_was_put(page: Page, cue: Cue) -> bool:
    return page.lower(cue.first - 1) == "as"


def _over_adverbs(page: Page, i: int) -> int:
    while i < len(page.tags) - 1 and page.tag(i) == "adv":
        i += 1
    return i


def _quoted_as(page: Page, cue: Cue) -> bool:
    return page.lower(cue.last + 1) == "as" and page.lower(cue.last + 2) in ("saying", "telling", "having", "warning")


def _without_own_subject(page: Page, cue: Cue) -> bool:
    """Whether the verb is a participle after a comma, or follows `and` or `but` directly."""
    i = cue.verb.first - 1
    while i > 0 and page.tag(i) == "adv":
        i -= 1
    if cue.verb.form == "ing":
        return page.tag(i) in ("mark", "conj") or page.lower(i) in ("while", "before", "after", "when", "by", "in")
    if page.lower(cue.verb.first) == "had" and page.tag(i) == "conj":
        return False  # said Kolb was dead and had asked for help
    return cue.verb.form == "finite" and cue.verb.modal is None and (page.tag(i) == "conj" or page.lower(i) == "then")


def _same_level(page: Page, other: Cue, cue: Cue) -> bool:
    """Whether two cues stand both outside marks or within the same ones."""
    return page.marks_around(other.first) == page.marks_around(cue.first)


def _inner(page: Page, cue: Cue, earlier: list[Cue]) -> bool:
    """Whether a cue opens what another one before it reports: `X said Y announced`; not behind a comma: `X said so, while Y announced`."""
    sentence = page.sentence(cue.first)
    for other in earlier:
        gap = range(other.end + 1, cue.begin)
        if other is not cue and other.first >= sentence.first and other.where != "after" and 0 <= cue.begin - 1 - other.end <= 3 and not any(page.lower(i) == "," for i in gap):
            return True
    return False


def _across_marks(page: Page, cue: Cue) -> bool:
    """Whether a verb's subject stands inside marks that are closed before the verb."""
    subject = cue.verb.subject
    quote = page.marks_around(subject.first)
    if quote is None:
        return False
    inner = page.marks_around(cue.first)
    return quote.closed and cue.first not in quote and not page.quoted(cue.first) or inner is not None and inner.depth > quote.depth  # They told us: 'Go and tell them'
