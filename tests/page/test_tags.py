"""The word class of the word in « »."""
import pytest

from conflictparse.page import Page
from conflictparse.story import Story

CASES = [
    ("Rebels «attack» a convoy near Goma.", "verb"),
    ("The «attack» killed two guards.", "noun"),
    ("The «wounded» were taken to Aleppo.", "noun"),
    ("Many «wounded» civilians fled.", "adj"),
    ("Two men were «wounded».", "part"),
    ("Shells «wounded» two men.", "verb"),
    ("Reports «that» he fled are false.", "sub"),
    ("The shell «that» hit the school came from the east.", "rel"),
    ("He fled from «that» region.", "det"),
    ("«Fighting» went on for hours.", "noun"),
    ("They are «fighting» the army.", "ing"),
    ("She wants «to» leave.", "to"),
    ("They fled «to» Lebanon.", "prep"),
    ("IS fighters left; «IS» still holds the dam.", "name"),
    ("On 2 «May» a mine exploded.", "name"),
    ("He «may» return.", "modal"),
    ("«About» 40 men came.", "qual"),
    ("They talked «about» peace.", "prep"),
    ("The army«'s» claim was denied.", "poss"),
    ("It«'s» not clear.", "aux"),
    ("They have «left».", "part"),
    ("They came the «following» day.", "adj"),
    ("«Following» the attack, they left.", "prep"),
    ("A blast kills 12 people and «wounds» 20.", "verb"),
    ("It is a valley where 3,000 guerrillas «operate».", "verb"),
    ("They took 12 sports «bags».", "noun"),
    ("The army called the «broadcast» \"a hoax\".", "noun"),
    ("The army used the «cast» copper.", "adj"),
    ("A «local» monitoring group said so.", "adj"),
    ("A «local» monitoring the lake said so.", "noun"),
    ("THE ARMY «KILLED» SIX REBELS", "verb"),
    ("The men, who «police» said had been shot, were farmers.", "noun"),
    ("The men, whom «rebels» had accused of spying, were freed.", "noun"),
    ("The man, whom police «accused» of murder, was freed.", "verb"),
    ("They held ten men, two of whom «face» trial.", "verb"),
    ("The «broadcast» said that six rebels died.", "noun"),
    ("The radio «broadcast» a statement.", "verb"),
]


@pytest.mark.parametrize("line, tag", CASES)
def test_tag(line, tag):
    at = line.index("«")
    page = Page.of(Story(line.replace("«", "").replace("»", "")))
    assert page.tags[page.at(at)] == tag
