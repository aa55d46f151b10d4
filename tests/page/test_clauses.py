"""Who does what to whom: the verb marked « », its subject, voice and objects."""
import pytest

from conflictparse.page import Page
from conflictparse.story import Story


def read(line):
    """The page of a line and the verb group that holds the words in « »."""
    at = line.index("«")
    page = Page.of(Story(line.replace("«", "").replace("»", "")))
    return page, page.verb(page.at(at))


def words(page, phrase):
    return phrase and page.words(phrase.first, phrase.last).text


# line, subject, passive, objects
CASES = [
    ("Gunmen «killed» 12 people and wounded 30 others.", "Gunmen", False, ["12 people"]),
    ("Gunmen killed 12 people and «wounded» 30 others.", "Gunmen", False, ["30 others"]),
    ("Gunmen killed 12 people, «wounded» 30 others and kidnapped a nurse.", "Gunmen", False, ["30 others"]),
    ("Two soldiers and a civilian were «injured» when a mine exploded.", "Two soldiers", True, []),
    ("The man, who was shot in the head, «died» in hospital.", "The man", False, []),
    ("The explosion, which «destroyed» two houses, injured four.", "The explosion", False, ["two houses"]),
    ("A bomb exploded in Kirkuk, «killing» four traders and two soldiers.", "A bomb", False, ["four traders", "two soldiers"]),
    ("At least 19 «killed» in market attack", "At least 19", True, []),
    ("Police arrested 40 people «suspected» of looting.", "40 people", True, []),
    ("The head of the army in Bamako «said» the post had fallen.", "The head", False, ["the post"]),
    ("Abu Omar, a resident of the area, «told» Reuters that he fled.", "Abu Omar", False, ["Reuters"]),
    ("The group, Kanbalu Shield, «posted» on Telegram.", "The group", False, []),
    ("He «called» the attack a crime and urged leaders to act.", "He", False, ["the attack"]),
    ("He called the attack a crime and urged leaders to «act».", "leaders", False, []),
    ("Embassies had asked for news, a diplomat said, but «received» none.", "a diplomat", False, ["none"]),
    ("REBELS «KILL» 18 SOLDIERS IN AMBUSH", "REBELS", False, ["18 SOLDIERS"]),
    ("Speaking in Kyiv, she «said» the talks had failed.", "she", False, ["the talks"]),
    ("The villagers were not «harmed».", "The villagers", True, []),
    ("Six homes in the towns and ten shops were «burned».", "Six homes", True, []),
    ("They blew up a bridge and «damaged» 11 pylons.", "They", False, ["11 pylons"]),
    pytest.param("The woman the rebels took «fled» on Sunday.", "The woman", False, [],
                 marks=pytest.mark.xfail(strict=True, reason="relative clauses without a pronoun are not seen")),
]


@pytest.mark.parametrize("line, subject, passive, objects", CASES)
def test_verb(line, subject, passive, objects):
    page, verb = read(line)
    assert verb is not None
    assert (words(page, verb.subject), verb.passive, [words(page, o) for o in verb.objects]) == (subject, passive, objects)


@pytest.mark.parametrize("line, form", [
    ("They «will attack» the town.", "finite"), ("He vowed «to retake» Raqa.", "infinitive"),
    ("Troops left, «leaving» the town empty.", "ing"), ("The men «trapped» there had no food.", "participle"),
])
def test_form(line, form):
    assert read(line)[1].form == form


def test_negation_and_modal():
    _, verb = read("The army «could not confirm» the toll.")
    assert verb.negated and verb.modal == "could" and verb.lemma == "confirm"
