"""Attributions in their constructions: type, cue, source and the parts of what was said."""
import pytest

from conflictparse import parse

# (text, [(type, cue, source, parts)]); ¶ is a blank line. A source of None is named nowhere.
CASES = {
    "content, then source and cue": (
        '"We walked all night," Amina Yusuf told AFP by telephone.',
        [("direct", "told", "Amina Yusuf", ['"We walked all night,"'])],
    ),
    "content, then cue and source with a role": (
        '"The well is dry," said Jan Kolb, a farmer who fled the town.',
        [("direct", "said", "Jan Kolb", ['"The well is dry,"'])],
    ),
    "cut by its cue within the sentence": (
        '"We will vote," the premier said, "whatever the rebels do."',
        [("direct", "said", "the premier", ['"We will vote,"', '"whatever the rebels do."'])],
    ),
    "cut by its cue between sentences": (
        '“It fell at dawn,” he said. “Nobody was hurt.”',
        [("direct", "said", "he", ["“It fell at dawn,”", "“Nobody was hurt.”"])],
    ),
    "a second cue makes a second entry": (
        '"We fled," he said, adding: "We had no choice."',
        [("direct", "said", "he", ['"We fled,"']), ("direct", "adding", "he", ['"We had no choice."'])],
    ),
    "several paragraphs, marks left open": (
        'Mayor Oleh Bondar said: "The bridge is gone.¶"We have no boats.¶"We wait."',
        [("direct", "said", "Mayor Oleh Bondar", ['"The bridge is gone.']), ("direct", None, None, ['"We have no boats.']), ("direct", None, None, ['"We wait."'])],
    ),
    "a quotation alone in the next paragraph": (
        '"We fled," Jan Kolb said.¶"They burned the barns."',
        [("direct", "said", "Jan Kolb", ['"We fled,"']), ("direct", None, None, ['"They burned the barns."'])],
    ),
    "guillemets, low marks, backticks": (
        "«Nous restons,» said Awa Traore. ``We stay,'' said Jan Kolb.",
        [("direct", "said", "Awa Traore", ["«Nous restons,»"]), ("direct", "said", "Jan Kolb", ["``We stay,''"])],
    ),
    "mixed content as a whole": (
        'The junta said the raid was "a mistake" and would be looked into.',
        [("mixed", "said", "The junta", ['the raid was "a mistake" and would be looked into'])],
    ),
    "indirect, with and without that": (
        "Police in Goma said that three men were held. They said a fourth had fled.",
        [("indirect", "said", "Police in Goma", ["three men were held"]), ("indirect", "said", "They", ["a fourth had fled"])],
    ),
    "over the words of place and time": (
        "The navy said in a statement posted on its website late on Monday that two boats had sunk.",
        [("indirect", "said", "The navy", ["two boats had sunk"])],
    ),
    "the sentence before": (
        "Two boats sank off Tema on Monday, the coast guard said.",
        [("indirect", "said", "the coast guard", ["Two boats sank off Tema on Monday"])],
    ),
    "on both sides of the cue": (
        "In the north, Bondar said, the militia has lost three villages.",
        [("indirect", "said", "Bondar", ["In the north", "the militia has lost three villages"])],
    ),
    "according to, after and before": (
        "According to the navy, two boats sank. Nine men drowned, according to a doctor in Tema.",
        [("indirect", "According to", "the navy", ["two boats sank"]), ("indirect", "according to", "a doctor in Tema", ["Nine men drowned"])],
    ),
    "a second verb of the same subject": (
        "The junta rejected the charge and said its planes had been grounded.",
        [("indirect", "said", "The junta", ["its planes had been grounded"])],
    ),
    "a participle of the same subject": (
        'He praised the troops, calling the raid "a lesson".',
        [("mixed", "calling", "He", ['the raid "a lesson"'])],
    ),
    "directives leave the addressee out": (
        "The bishop urged both sides to spare the town.",
        [("indirect", "urged", "The bishop", ["to spare the town"])],
    ),
    "accusations take the accused in": (
        "The union accused the army of having shelled the market.",
        [("indirect", "accused", "The union", ["the army of having shelled the market"])],
    ),
    "a passive without agent": (
        "It was announced that the port would close.",
        [("indirect", "announced", None, ["the port would close"])],
    ),
    "a relative pronoun": (
        "The medic, who said the ward was full, left at dawn.",
        [("indirect", "said", "who", ["the ward was full"])],
    ),
    "over a relative clause to the subject": (
        "A trader who asked not to be named said the road was mined.",
        [("indirect", "said", "A trader", ["the road was mined"])],
    ),
    "somebody else inside a quotation": (
        '"They told us: \'Leave or die,\'" said Awa Traore.',
        [("direct", "said", "Awa Traore", ['"They told us: \'Leave or die,\'"']), ("direct", "told", "They", ["'Leave or die,'"])],
    ),
    "a block after a colon": (
        'The rebels wrote on their channel:¶"We hold the port."',
        [("direct", "wrote", "The rebels", ['"We hold the port."'])],
    ),
    "no verb, a colon": (
        'Awa Traore: "Nobody came."',
        [("direct", None, "Awa Traore", ['"Nobody came."'])],
    ),
    "a headline with its source": (
        "Nine dead as ferry sinks off Tema: coast guard¶TEMA, Ghana (AFP) - A ferry sank on Monday.",
        [("indirect", None, "coast guard", ["Nine dead as ferry sinks off Tema"])],
    ),
    "capitals only": (
        'COL PABLO RUIZ SAID THAT SIX MEN WERE KILLED.  "WE HOLD THE ROAD," HE ADDED.',
        [("indirect", "SAID", "COL PABLO RUIZ", ["SIX MEN WERE KILLED"]), ("direct", "ADDED", "HE", ['"WE HOLD THE ROAD,"'])],
    ),
    "brackets between subject and verb": (
        "The Free Fishers' League (FFL) said it held the port.",
        [("indirect", "said", "The Free Fishers' League", ["it held the port"])],
    ),
}
NOTHING = {
    "scare quotes": 'The "caliphate" lost the town on Monday.',
    "titles": 'She starred in "The Last Hill" and lives in Accra.',
    "beliefs": "Many in Tema think that the port will close.",
    "withheld": "The navy declined to say whether the boats had sunk.",
    "not confirmed": "He could not confirm that the boats had sunk.",
    "hearsay": "The rebels have reportedly left the town.",
    "raised passives": "The rebels are said to have left the town.",
}


def said(text: str) -> list:
    found = parse(text.replace("¶", "\n\n")).quotations
    return [(q.type, q.cue and q.cue.text, q.source and q.source.text, [part.text for part in q.parts]) for q in found]


@pytest.mark.parametrize("text, wanted", CASES.values(), ids=CASES)
def test_what_is_said(text, wanted):
    assert said(text) == wanted


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING)
def test_what_is_no_quotation(text):
    assert said(text) == []


def test_a_mark_without_its_partner_is_a_warning():
    assert [w.code for w in parse('"We fled, Jan Kolb said.').warnings] == ["quotemark_open"]
