"""The cue: the words that announce what was said."""
from typing import Iterator

from ...lexicon import Entry, Lexicon
from ...page import Page
from ...page.clauses import Verb
from ...page.layout import Stretch
from ...page.names import GROUPS, TITLES
from ...page.tags import FINITE
from ...page.words import QUOTES
from ...report import Why
from ...rule import Rulebook

CUE = Rulebook("quotations.cue")
MANY = 12  # cues of a sentence; in 1,880 stories none had more than four, but there are texts that are nothing but cues
VERBS = frozenset(("say", "that", "tell", "ask", "urge", "vow", "name", "accuse", "speak", "count"))
MEASURES = frozenset("law laws plan plans schedule rule rules regulations procedure procedures custom customs tradition traditions need needs ability merit principle principles norms standards size age rank instruction instructions agreement agreements terms usual".split())
CUES = Lexicon(__package__, "cue.txt", (*VERBS, "according", "noun", "opening"))
VERBAL = frozenset(("verb", "base", "part", "ing"))
ANNOUNCING = VERBAL | {"noun"}
REFUSING = frozenset(
    "decline refuse fail hesitate want plan expect schedule set prepare hope need wish intend ask able unable reluctant unwilling willing likely "
    "due ready free try attempt seek wait authorise authorize allow permit force compel have be ought decide agree afford dare neglect forget supposed".split()
)
DOUBTFUL = frozenset(("can", "could", "may", "might", "should", "must", "shall", "ought", "cannot", "can't", "couldn't"))
APOSTROPHES = ("'", "’")
MAKERS = ("by", "from", "of")  # behind a noun of speech, before the one who makes it
NOR = frozenset(("nor", "neither", "yet"))
BEFORE_A_DEED = frozenset(("without", "before", "after", "despite", "from", "by", "for", "of", "than"))
NOBODY = frozenset(("neither", "no", "nobody", "none"))
ANONYMOUS = frozenset(("named", "identified", "anonymity", "anonymous", "withheld", "name"))
TOLLS = frozenset("toll tolls number figure total count tally estimate losses loss casualties dead damage strength deaths fatalities wounded injured killed arrests victims prisoners displaced".split())
HEARSAY = frozenset("reports claims allegations accusations warnings complaints charges suggestions assertions".split())  # said by nobody named
GOING_ON = frozenset(("continue", "go on", "carry on"))
TREATMENTS = frozenset("treatment treatments medication drugs fire gunfire calls call reports emergency emergencies pressure".split())  # to which people respond by deeds
COURTS = frozenset("court courts jury jurors inquest inquiry tribunal hearing trial bailey magistrates commission panel".split())
PUBLISHING = frozenset("post broadcast tweet retweet blog cable text email e-mail message".split())
PERCEIVING = frozenset(("show", "hear"))  # was heard telling
DATA = frozenset("data figures statistics numbers records survey poll study research analysis tally count report reports documents estimates findings census filings".split())
FINDERS = COURTS | DATA | frozenset("investigation investigations investigators investigator probe mission experts expert researchers team inspectors inspection assessment fact-finders rapporteur committee auditors audit judges judge prosecutors watchdog monitors group organisation organization review".split())
SHOWING = frozenset("show underline underscore highlight signal suggest indicate imply reveal".split())  # of things too
BEFORE = 60  # tokens in which the toll is named that `it` means
BEFORE_A_NUMBER = QUOTES | {"between"}
TOLL_REACH = 12  # tokens behind a toll in which the number stands
CHECKING = frozenset(("confirm", "verify", "certify", "establish", "determine"))  # that one may do to find out, not to tell
SENDING = frozenset(("post", "broadcast", "cable", "radio", "text", "email", "e-mail", "message"))  # things as well as words
FINDING = frozenset(("find", "determine", "establish", "document"))
A_BLOCK = 30  # paragraphs behind a colon that may be somebody's words
LIVES = frozenset(("life", "lives", "victim", "victims"))
ATTACKS = frozenset("attack bombing blast explosion assault raid ambush shooting killing murder kidnapping abduction assassination operation responsibility".split())
FIRST_PERSON = frozenset(("i", "we", "my", "our", "you", "me", "us", "let"))
KIN = frozenset(
    "father mother dad mom mum brother sister son daughter wife husband uncle aunt cousin nephew niece grandfather grandmother grandson granddaughter parent child "
    "relative neighbour neighbor friend colleague comrade boss teacher landlord fiance fiancee partner driver guide doctor lawyer guard captor".split()
)
OCCASIONS = frozenset(
    "statement interview briefing conference report speech letter message post tweet telegram remarks address phone telephone email website broadcast news "
    "update bulletin communique communiqué dispatch posting video audio recording call testimony statements interviews comments memo note sermon homily column editorial article "
    "release thread podcast filing cable commentary affidavit advisory notice circular newsletter response reply communication e-mail e-mails emails app platform channel page feed site blog forum".split()
)


class Cue:
    """A cue at tokens `first` to `last`, with what the rules find for it.

    `source` are the tokens of the one who says it, `where` tells whether they stand `before` the cue, `after` it, or are `shared` with an
    earlier cue; `begin` to `end` are cue and source together, `tail` the token behind them and what tells when, where and to whom it was said;
    `bounds` are the first and last token that what it announces may reach; `why` are the rulings on cue and source.
    """

    __slots__ = ("first", "last", "section", "lemma", "verb", "source", "where", "begin", "end", "tail", "bounds", "why")

    def __init__(self, first: int, last: int, section: str, lemma: str, verb: Verb | None):
        self.first, self.last, self.section, self.lemma, self.verb = first, last, section, lemma, verb
        self.source: tuple[int, int] | None = None
        self.where = "before"
        self.begin, self.end = (verb.first, max(last, verb.last)) if verb else (first, last)
        self.tail: int | None = None
        self.bounds = first, last
        self.why: list[Why] = []

    def said_by(self, source: tuple[int, int] | None, where: str) -> None:
        """Enter who says it."""
        self.source, self.where = source, where
        if source and where == "before":
            self.begin = min(self.begin, source[0])
        elif source and where == "after":
            self.end = max(self.end, source[1])


def cues(page: Page) -> Iterator[Cue]:
    """The cues of the story, in order; of a sentence not too many."""
    last, heard, before, known = -1, 0, None, CUES.first_words
    for i in [i for i, token in enumerate(page.tokens) if token.lower in known]:
        entry = CUES.at(page.tokens, i) if i > last and i not in page.silent else None
        if entry and _may_announce(page, i, entry) and (ruling := CUE.settle(page, i, entry)):
            cue, sentence = ruling.value, page.sentence(i)
            cue.bounds = _bounds(page, i, sentence)
            cue.why.append(ruling.why)
            yield cue
            heard, before = heard + 1 if sentence == before else 1, sentence
            last = max(cue.last, sentence.last if heard == MANY else 0)


def _bounds(page: Page, i: int, sentence: Stretch) -> tuple[int, int]:
    """The first and last token that what a cue at `i` announces may reach within its sentence; a cue in a quotation stays there."""
    quote = page.marks_around(i)
    if quote is None:
        return sentence.first, sentence.last
    return max(sentence.first, quote.inner[0]), min(sentence.last, quote.inner[1])


def _may_announce(page: Page, i: int, entry: Entry) -> bool:
    """Whether the word is a verb or a noun here, or opens a sentence or others that name a source: `in the words of`."""
    if entry.section == "opening":
        return page.sentence(i).first == i
    return entry.section == "according" or page.tag(i) in ANNOUNCING


@CUE.rule
def words_before_the_source(page: Page, i: int, entry: Entry):
    """`According to` and its like announce what the source that follows them says.

    + Three boats sank off Mombasa, «according to» the coast guard.
    + «According to» Lindiwe Nkosi, the well is dry.
    + «As per» the coast guard, three boats sank.
    + Three boats sank, «per» the coast guard.
    - The thieves will be tried according to the law.
    """
    if entry.lemma == "per" and (page.sentence(i).first != i and page.lower(i - 1) not in (",", "(") or page.tag(i + 1) not in ("det", "name")):
        return None  # 12 per cent, per person
    if entry.section == "according" and not _tells_how(page, i, i + entry.length):
        return Cue(i, i + entry.length - 1, "according", entry.lemma, None), page.words(i, i + entry.length - 1)


@CUE.rule
def for_somebody(page: Page, i: int, entry: Entry):
    """`For` and a name open a sentence with quoted words: what its clause says is how that person sees it.

    + «For» Ada Berg, a nurse, the siege "has changed nothing".
    - For Ada Berg, the siege was long.
    """
    sentence = page.sentence(i) if entry.section == "opening" else None
    name = page.name(i + 1) if sentence and i == sentence.first else None
    if name is None or name.kind in ("body", "medium", "place") or name.last == name.bare and name.first == name.bare or name.first != i + 1 or page.lower(name.last + 1) != "," or not page.quotes(name.last, sentence.last):
        return None
    return Cue(i, i, "according", "for", None), page.words(i, i)


def _tells_how(page: Page, first: int, after: int) -> bool:
    """Whether `according to` names a measure, not a source: `went according to plan`, `tried according to the law`."""
    phrase = page.phrase(after)
    if page.lower(after) in ("what", "how", "whom"):
        return True  # according to what is laid down in the treaty
    if phrase is None or page.lower(phrase.head) not in MEASURES:
        return False
    return page.lower(first) == "as" or page.tag(first - 1) not in ("mark", "conj") and first > page.sentence(first).first


@CUE.rule
def noun_of_speech_before_that(page: Page, i: int, entry: Entry):
    """A noun such as `claim` or `announcement`, with the one who makes it before it and `that` after it, announces a clause.

    + The minister's «claim» that the town had fallen was wrong.
    + Hanoi's «announcement» that talks would resume surprised many.
    + Amid «reports» that the town had fallen, thousands fled.
    - The report that day was long.
    - Two men face charges that merit a trial.
    """
    if page.tag(i) != "noun" or not (noun := next((e for w, e in CUES.beginning(page.lower(i)) if e.section == "noun" and len(w) == 1), None)):
        return None
    after = page.lower(i + 1)
    if after != "that" and after not in MAKERS or after in MAKERS and (owned := page.phrase(i + 2)) and page.lower(owned.head) in CUES:
        return None  # confirmation of the rebels' claim
    if (owned := page.phrase(i)) is not None and page.lower(owned.first - 1) == "in" and _verb_on_the_list(page, owned.first - 2, CUES.at(page.tokens, owned.first - 2)):
        return None  # said in its monthly report that
    that = next((j for j in range(i + 1, min(i + 12, len(page.tokens))) if page.lower(j) == "that" and page.tag(j) == "sub"), None)
    alone = page.lower(i) in HEARSAY and that is not None and any(v.form == "finite" and v.first > that + 1 for v in page.verbs_of(page.sentence(i)))
    if that == i + 1 and (_owned(page, i) or alone) or that is not None and after in MAKERS and _one_phrase(page, i + 2, that - 1):
        return Cue(i, i, "noun", noun.lemma, None), page.words(i, i)


@CUE.rule
def toll_named_before(page: Page, i: int, entry: Entry):
    """`Put it at` so many announces a toll where the words before name one.

    + The toll was given as 35; the mayor «put» it at 54.
    - The price was given as 35; the mayor put it at 54.
    """
    verb = page.verb(i) if entry.lemma == "put it" and page.lower(i + 2) == "at" and page.tag(i + 3) in ("num", "qual") else None
    if verb is None or not any([page.lower(j) in TOLLS for j in range(max(0, i - BEFORE), i)]):
        return None
    return Cue(i, i, "count", "put", verb), page.words(i, i)


@CUE.rule
def court_that_hears(page: Page, i: int, entry: Entry):
    """What a court, a jury or an inquiry hears is said before it, by somebody who is not named.

    + The jury «heard» that the man had bought a knife.
    + The man had bought a knife, the court «heard».
    - The villagers heard that the man had bought a knife.
    """
    verb = page.verb(i) if entry.lemma == "hear" else None
    if verb is None or verb.form != "finite" or verb.negated or verb.subject is None or page.lower(verb.subject.head) not in COURTS:
        return None
    cue = Cue(i, i, "say", "hear", verb)
    cue.begin = verb.subject.first
    return cue, page.words(i, i)


@CUE.rule
def verb_of_speech(page: Page, i: int, entry: Entry):
    """A verb of speech announces what its subject says, unless the speech is withheld, doubted or still to come.

    + The mayor of Kharkiv «said» the bridge was safe.
    + Khin Maung Aye «insisted» that nobody had fled.
    + We «call on» all sides to spare the town.
    - The mayor declined to say whether the bridge was safe.
    - The mayor could not confirm that the bridge was safe.
    - The bridge is said to be safe.
    """
    verb = _verb_on_the_list(page, i, entry)
    if verb is None or entry.section == "that" and not _before_that(page, i + entry.length) and not _judged(page, verb) or entry.lemma == "put it" and not _as_put(page, verb):
        return None
    if entry.lemma == "add" and page.lower(i + 1) == "to" and i + 2 not in page.opening:
        return None  # adding to those who had fled before
    if entry.lemma in FINDING and not _finds(page, verb):
        return None  # the report found that, but police found that the door was open
    if entry.lemma == "say" and page.tag(verb.last + 1) == "to" and page.lower(verb.first - 1) in (",", "(", "-", "--", "–", "—"):
        return None  # the attackers, said to number 50, fled
    if entry.lemma == "hear" or entry.lemma == "show" and (verb.subject is None or verb.passive or page.lower(verb.subject.head) not in DATA):
        return None
    if entry.lemma == "respond" and page.lower(i + 1) == "to" and page.lower(i + 2) in TREATMENTS:
        return None
    if verb.subject is not None and page.lower(verb.subject.head) == "what" and page.tag(verb.first - 1) != "mark" or verb.passive and page.lower(verb.first - 1) == "what":
        return None  # what happened explains what came of it; what was said by Kolb
    if entry.lemma in CHECKING and verb.form == "infinitive" and page.lower(verb.first - 1) in (",", ")") or entry.lemma in SENDING and not _sends_words(page, verb):
        return None  # visited the men in private, to confirm that they were well; soldiers posted near by never came
    if entry.lemma in GOING_ON and page.opening.get(i + entry.length):
        return None  # the campaign continued "all summer", but he continued: "…"
    if entry.lemma in SHOWING and verb.form == "infinitive":
        return None  # the word is used to imply that
    if entry.lemma in ("quote", "cite") and _as_saying(page, verb) or entry.lemma == "post" and verb.passive:
        return None
    if entry.lemma == "claim" and _claims_a_thing(page, verb) or entry.lemma == "command" and verb.form == "infinitive":
        return None  # sent to command operations
    if _withheld(page, verb, entry.lemma) or _own_words(page, i, verb) or _describes_a_document(page, verb):
        return None
    return Cue(i, i + entry.length - 1, entry.section, entry.lemma, verb), page.words(i, i + entry.length - 1)


def _before_that(page: Page, i: int) -> bool:
    """Whether `that` stands at `i`, or behind a word between commas: accepted, however, that."""
    return page.lower(i) == "that" or page.lower(i) == page.lower(i + 2) == "," and page.lower(i + 3) == "that"


def _judged(page: Page, verb: Verb) -> bool:
    """Whether a sentence ends in who found so: the army burned villages, the UN report found."""
    subject = verb.subject if verb.lemma in FINDING or verb.lemma == "rule" else None
    ends = page.kind(verb.last + 1) == "end" or verb.last == page.sentence(verb.last).last
    return ends and subject is not None and page.lower(subject.first - 1) == "," and verb.first == subject.last + 1

def _finds(page: Page, verb: Verb) -> bool:
    """Whether one who looks into things, a court or an inquiry, finds them; behind `and`, one whose verb stands before."""
    joined = page.verbs_of(page.sentence(verb.first)) if page.tag(verb.first - 1) == "conj" else ()
    subjects = [v.subject for v in (verb, *joined) if v.first <= verb.first and v.form == "finite" and v.subject is not None]
    return any([page.lower(subject.head) in FINDERS for subject in subjects])


def _sends_words(page: Page, verb: Verb) -> bool:
    """Whether words in marks, a clause with `that` or a colon stand with a verb of sending: soldiers posted near by are no post."""
    after = range(verb.last + 1, min(verb.last + 20, page.sentence(verb.first).last + 1))
    said = page.tag(verb.first - 1) == "conj" or any(page.lower(i) in ("that", ":") or i in page.opening for i in after)
    return said or page.lower(verb.first - 1) == "," or page.lower(verb.last + 1) == "," or _beside_marks(page, verb) or verb.subject is not None and page.lower(verb.subject.first - 1) in (",", *QUOTES)


def _claims_a_thing(page: Page, verb: Verb) -> bool:
    """Whether lives or an attack are claimed: the blast claimed the lives of three, the group claimed the attack in a message."""
    thing = next(iter(verb.objects), None)
    head = page.lower(thing.head) if thing else ""
    return head in LIVES or head.rstrip("s") in ATTACKS and thing.first == verb.last + 1 and page.tag(thing.last + 1) not in FINITE


def _as_saying(page: Page, verb: Verb) -> bool:
    """Whether `quoted` goes on to another cue: `was quoted in the Star as saying`."""
    end = page.sentence(verb.last).last
    return any(page.lower(j) == "as" and page.tag(j + 1) == "ing" for j in range(verb.last + 1, min(verb.last + 15, end)))


@CUE.rule
def verb_beside_marks(page: Page, i: int, entry: Entry):
    """A word that could be a noun is a verb of speech where it stands between a closing mark and a name.

    + "The well is dry," «claims» Abena Mensah, a nurse.
    - "The well is dry," state TV cited Abena Mensah.
    """
    if entry.section not in VERBS or page.tag(i) != "noun" or i - 1 not in page.closing:
        return None
    phrase = page.phrase(i + 1) if page.tag(i + 1) in ("name", "det") else None
    if phrase is not None and page.tag(phrase.last + 1) not in FINITE:
        return Cue(i, i, entry.section, entry.lemma, None), page.words(i, i)


def _verb_on_the_list(page: Page, i: int, entry: Entry | None) -> Verb | None:
    """The verb group whose full verb stands at `i`, if the list has it as a verb of speech."""
    verb = page.verb(i) if entry and entry.section in VERBS and page.tag(i) in VERBAL else None
    if verb is None or verb.head != i:
        return None
    return verb if entry.section != "count" or toll_put(page, verb) else None


def toll_put(page: Page, verb: Verb) -> int | None:
    """The `at` behind the toll that a verb puts at so many, `put the death toll in the town at 24`; who gives a toll does it `of` or `as` so many."""
    if not verb.objects or page.lower(verb.objects[0].head) not in TOLLS:
        return None
    behind, last = ("of", "as") if verb.lemma == "give" else ("at",), verb.objects[0].last
    said = (i for i in range(last + 1, last + TOLL_REACH) if page.lower(i) in behind)
    return next((i for i in said if page.tag(i + 1 + (page.lower(i + 1) in BEFORE_A_NUMBER)) in ("num", "qual")), None)


def _as_put(page: Page, verb: Verb) -> bool:
    """Whether `put it` is in `as the mayor put it`, `is how the mayor put it`."""
    return verb.subject is not None and page.lower(verb.subject.first - 1) in ("as", "how")


def _one_phrase(page: Page, first: int, last: int) -> bool:
    phrase = page.phrase(first)
    return phrase is not None and (phrase.first, phrase.last) == (first, last)


def _owned(page: Page, i: int) -> bool:
    phrase = page.phrase(i)
    return phrase is not None and any(page.tag(j) == "poss" or page.tokens[j].text in APOSTROPHES for j in range(phrase.first, phrase.head + 1))


def _withheld(page: Page, verb: Verb, lemma: str) -> bool:
    """Whether the speech is denied, doubted or only meant: `did not say`, `could not confirm`, `declined to comment`."""
    first, last = verb.first, verb.last
    if (verb.negated or verb.modal in DOUBTFUL) and not _beside_marks(page, verb):
        return True
    if lemma in ("ask", "request", "insist") and any(page.lower(j) in ANONYMOUS for j in range(last + 1, last + 6)):
        return True
    said = CUES.at(page.tokens, first - 1) if verb.form == "ing" else None
    if said and said.lemma not in PERCEIVING and _verb_on_the_list(page, first - 1, said):
        return True  # "they say adding salt is simple": what is said, not another cue
    if verb.subject is not None and page.lower(verb.subject.first) in NOBODY and page.lower(first - 1) != "," and not _beside_marks(page, verb):
        return True
    if page.lower(last + 1) in ("nothing", "no") and page.tag(last + 2) in ("mark", "prep", "to", "adv"):
        return True
    for j in (first - 3, first - 2, first - 1):
        if page.lower(j) in NOR and page.lower(j + 1) in ("did", "has", "have", "to"):
            return True
    if page.tag(first) == "to" and page.lower(first) == "to":
        return _not_yet(page, verb)
    if verb.form == "ing" and page.lower(first - 1) in BEFORE_A_DEED and not _beside_marks(page, verb):
        return page.lower(first - 1) not in ("after", "by")
    return verb.passive and _raised(page, verb)


def _beside_marks(page: Page, verb: Verb) -> bool:
    """Whether quoted words end right before a verb or begin right behind it."""
    first = page.sentence(verb.first).first  # behind closing marks another sentence may begin: "…" He would not say
    closed = any(i in page.closing and i >= first for i in (verb.first - 1, verb.first - 2))
    return closed or verb.last + 1 in page.opening or verb.last + 2 in page.opening


def _raised(page: Page, verb: Verb) -> bool:
    """Whether a passive goes on with `to be` or describes a noun: `said to be safe`, `the reported attack`."""
    return page.tag(verb.last + 1) == "to" and CUES.of(page.lower(verb.head)) in ("say", "speak")


def _not_yet(page: Page, verb: Verb) -> bool:
    """Whether what stands before `to` leaves it open that anything is said."""
    i = verb.first - 1
    while i > 0 and page.tag(i) in ("adv", "neg"):
        i -= 1
    before = page.verb(i)
    if before is not None:
        return before.lemma in REFUSING or before.negated or before.passive
    if page.lower(i) in REFUSING or page.tag(i) == "adj":
        return page.lower(i) not in ("quick", "first", "last")
    return page.tag(i) == "sub" or page.lower(i) in ("right", "chance", "need", "time", "reason", "opportunity", "refusal", "how")


def _describes_a_document(page: Page, verb: Verb) -> bool:
    """Whether a participle only tells where words appeared: `a statement posted on the internet`, `In a video posted online, X said`."""
    before = page.phrase(verb.first - 1) if verb.lemma in PUBLISHING else None
    if before is not None and page.lower(before.head) in OCCASIONS and page.tag(before.first - 1) == "prep":
        return True
    return verb.form == "participle" and verb.subject is not None and verb.subject.last == verb.first - 1 and page.lower(verb.subject.head) in OCCASIONS


def _we_urge(page: Page, i: int, verb: Verb) -> bool:
    """Whether a body that puts out the text urges others, outside a block of somebody's words: `We call on all sides to spare the town`."""
    entry = CUES.at(page.tokens, i)
    if entry is None or entry.section != "urge" or verb.form != "finite" or page.lower(verb.subject.first) != "we" or page.sentence(i).first != verb.subject.first:
        return False
    number = page.paragraph(i)
    if any(v.form == "finite" and v.subject is not None and page.lower(v.subject.first) in ("i", "we") and v.lemma != verb.lemma for v in page.verbs_of(page.paragraphs[number])):
        return False  # a speech
    return not any(page.lower(block.last) == ":" for block in page.paragraphs[max(0, number - A_BLOCK) : number])


def _own_words(page: Page, i: int, verb: Verb) -> bool:
    """Whether somebody who is quoted, with marks or without, speaks of his own words: no other speaker comes in."""
    if verb.subject is None:
        return page.quoted(i)
    if not page.quoted(i):
        return page.lower(verb.subject.head) in ("i", "we") and not page.quoted(verb.subject.head) and not (verb.form == "finite" and page.lower(verb.first - 1) == ",") and not _we_urge(page, i, verb)
    head = page.lower(verb.subject.head)
    if verb.lemma in SHOWING and page.tag(verb.subject.head) == "noun" and head not in OCCASIONS and not GROUPS.of(head) and not TITLES.of(head):
        return True  # "such raids underline why help is needed"
    of_ours = page.tag(verb.subject.first) == "poss" and (head.rstrip("s") in KIN or TITLES.of(head))  # my father kept saying
    return not of_ours and any(page.lower(i) in FIRST_PERSON and page.tag(i) != "name" for i in (verb.subject.head, verb.subject.first))
