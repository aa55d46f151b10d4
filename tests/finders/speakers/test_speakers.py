"""Who speaks: one entry for one speaker, and the right one for every quotation."""
from pathlib import Path

import pytest

from conflictparse import parse

TALK = [row for row in Path(__file__).with_name("talk.tsv").read_text("utf-8").splitlines() if not row.startswith("#")]

# (text, the speaker of each quotation in order; None where the words do not tell); ¶ is a blank line
CASES = {
    "surname after the full name": (
        '"We held the hill," said Colonel Bohdan Kovalenko. Kovalenko added that nobody was hurt.',
        ["Bohdan Kovalenko", "Bohdan Kovalenko"],
    ),
    "another title": (
        "General Awa Traore said the road was open. Defence Minister Traore denied that it had been mined.",
        ["Awa Traore", "Awa Traore"],
    ),
    "two of one surname, told apart by their titles": (
        "Mr Jan Kolb met Mrs Ada Kolb at the mill. \"It burned,\" said Mrs Kolb.",
        ["Ada Kolb"],
    ),
    "abbreviation in brackets": (
        "The Free Fishers' League (FFL) said it held the port. The FFL said ships could leave.",
        ["Free Fishers' League", "Free Fishers' League"],
    ),
    "abbreviation without brackets": (
        "The Harbour Workers League said the strike was over. Pay would rise, the HWL said.",
        ["Harbour Workers League", "Harbour Workers League"],
    ),
    "the ministry": (
        "The Interior Ministry said six men were held. The ministry said a seventh had fled.",
        ["Interior Ministry", "Interior Ministry"],
    ),
    "the spokesman": (
        "Army spokesman Jan Kolb said the road was open. The spokesman said mines had been cleared.",
        ["Jan Kolb", "Jan Kolb"],
    ),
    "unnamed, taken up": (
        "A senior police officer said nine men were held. The officer said they were armed.",
        ["a senior police officer", "a senior police officer"],
    ),
    "another is another": (
        "A resident of Tema said the port burned. Another resident said it was shelled.",
        ["a resident of Tema", "another resident"],
    ),
    "he and she": (
        'Jan Kolb and his sister Ada Kolb fled. "The mill burned," Ada Kolb said. "I saw it," she added. Jan Kolb said he had lost all.',
        ["Ada Kolb", "Ada Kolb", "Jan Kolb"],
    ),
    "it is a body": (
        "General Jan Kolb left on Monday. The navy said two boats had sunk. It said nine men were missing.",
        ["navy", "navy"],
    ),
    "they are several": (
        "Residents said shells hit the market. They said nobody had warned them.",
        ["residents", "residents"],
    ),
    "who": (
        "The convoy was led by Captain Omar Haddad, who said the road was mined.",
        ["Omar Haddad"],
    ),
    "a quotation that goes on": (
        '"We fled," Jan Kolb said.¶"They burned the barns."¶"We have nothing."',
        ["Jan Kolb", "Jan Kolb", "Jan Kolb"],
    ),
    "a passive names nobody": (
        "Jan Kolb said the port was calm. It was announced that ships could leave.",
        ["Jan Kolb", None],
    ),
    "they in another's words are no body of the reporter's": (
        "The Harbour League said it was over. \"They were shouting, 'Where is the mayor?'\" a sailor said.",
        ["Harbour League", "a sailor", None],
    ),
    "a verbatim block": (
        "Foreign Secretary Ada Berg said:¶We condemn this attack.¶The siege must end.",
        ["Ada Berg", "Ada Berg"],
    ),
    "capitals only": (
        'COL PABLO RUIZ SAID THAT SIX MEN WERE KILLED.  "WE HOLD THE ROAD," HE ADDED.',
        ["PABLO RUIZ", "PABLO RUIZ"],
    ),
}
# (text, (name, kind, title, role) of the first speaker)
PEOPLE = {
    "rank before the name": ("Colonel Bohdan Kovalenko said the hill was held.", ("Bohdan Kovalenko", "person", "Colonel", None)),
    "role before the name": ("Army spokesman Jan Kolb said the road was open.", ("Jan Kolb", "person", None, "Army spokesman")),
    "role behind a comma": ("Jan Kolb, a spokesman for the navy, said two boats had sunk.", ("Jan Kolb", "person", None, "spokesman for the navy")),
    "role and rank": ("Coalition spokesman Major Ada Berg said the raid was over.", ("Ada Berg", "person", "Major", "Coalition spokesman")),
    "a body": ("The Free Fishers' League said it held the port.", ("Free Fishers' League", "group", None, None)),
    "a state": ("Zambia said its troops had left.", ("Zambia", "group", None, None)),
    "a medium": ("Radio Tema said the port was shelled.", ("Radio Tema", "group", None, None)),
    "an armed group": ("Al Shabaab said it held the port.", ("Al Shabaab", "group", None, None)),
    "an armed group of several words": ("Hayat Tahrir al-Sham said it held the port.", ("Hayat Tahrir al-Sham", "group", None, None)),
    "a monitor": ("Airwars said 12 men had died.", ("Airwars", "group", None, None)),
    "a body with small words in its name": ("Two men died. Save the Children said three schools were hit.", ("Save the Children", "group", None, None)),
    "a brand": ("Two cables were cut. NetBlocks said the town was offline.", ("NetBlocks", "group", None, None)),
    "a capital inside a surname": ("Two cables were cut. McNair said the town was offline.", ("McNair", "person", None, None)),
    "a document": ("The report said six bridges had been destroyed.", ("report", "document", None, None)),
    "nobody named": ("Two witnesses in the port said it burned.", ("two witnesses in the port", "unnamed", None, None)),
}
# (text, affiliation of the first speaker)
BODIES = {
    "the state before an office": ("Nicaraguan President Jan Kolb said the port was calm.", "Nicaragua"),
    "the state before an office, behind a comma": ("The Irish Prime Minister, Jan Kolb, said the port was calm.", "Ireland"),
    "a party before an office": ("THF Senator Ada Kolb said the port was calm.", "THF"),
    "what an office is for is no body": ("Transport Minister Ada Kolb said the port was calm.", None),
    "which court": ("Jan Kolb, prosecutor of the military court, said the port was calm.", "military court"),
    "which ministry": ("Foreign ministry spokesperson Ada Kolb said the port was calm.", "Foreign ministry"),
    "a hospital with a rank in its name": ("Ada Kolb, a doctor at Tema General Hospital, said the ward was full.", "Tema General Hospital"),
    "a body is of no other": ("Tema Watch, a news outlet run by exiles, said the port was calm.", None),
}
MISSED = {
    "described by a participle": ("Two people briefed on the talks said they would go on.", ("two people briefed on the talks", "unnamed", None, None)),
}


@pytest.mark.parametrize("text, names", CASES.values(), ids=CASES)
def test_who_says_it(text, names):
    report = parse(text.replace("¶", "\n\n"))
    known = {speaker.id: speaker.name for speaker in report.speakers}
    found = [known.get(quotation.speaker) for quotation in report.quotations]
    assert [name and name.casefold() for name in found] == [name and name.casefold() for name in names]


@pytest.mark.parametrize("text, wanted", PEOPLE.values(), ids=PEOPLE)
def test_who_that_is(text, wanted):
    speaker = parse(text).speakers[0]
    name, kind, title, role = wanted
    assert (speaker.name.casefold(), speaker.kind, speaker.title, speaker.role) == (name.casefold(), kind, title, role)


@pytest.mark.parametrize("text, body", BODIES.values(), ids=BODIES)
def test_of_which_body(text, body):
    assert parse(text).speakers[0].affiliation == body


@pytest.mark.xfail(strict=True, reason="the source ends before a participle that describes it")
@pytest.mark.parametrize("text, wanted", MISSED.values(), ids=MISSED)
def test_who_that_is_is_missed(text, wanted):
    test_who_that_is(text, wanted)


def test_two_of_one_surname_stay_two_and_doubt_is_a_warning():
    report = parse('"It burned," said Jan Kolb. "It did not," said Ada Kolb. The mill will be rebuilt, Kolb said.')
    assert [speaker.name for speaker in report.speakers] == ["Jan Kolb", "Ada Kolb"]
    assert report.quotations[2].speaker is None and "speaker_unsure" in {warning.code for warning in report.warnings}


def test_only_who_speaks_is_a_speaker():
    report = parse("General Jan Kolb met President Awa Traore in Tema. The army said the road was open.")
    assert [speaker.name for speaker in report.speakers] == ["army"]


@pytest.mark.parametrize("row", TALK)
def test_talk(row):
    text, names = row.split("\t")
    report = parse(text.replace("¶", "\n\n"))
    known = {speaker.id: speaker.name for speaker in report.speakers}
    assert [known.get(q.speaker) for q in report.quotations] == names.split(" | ")
