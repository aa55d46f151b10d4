"""A line is shown to a pattern only where a cheap sign lets it fit: no sign may hide a line from its pattern."""
import pytest

from conflictparse.finders.header import byline, credit, edges, furniture, headline, version

NOTICES = """
Copyright 2017 Wire|© Wire|(c) 2017 Wire|All rights reserved.|Our standards: trust|Sources: the wire|Tag: war|Tags: war|Topics: war|Read more here|Read also: war
For more information|For further information|For additional information|Media contact|Press office|News enquiries|Contacts: Mira Kolb|Note to editors:|E-mail: a|email: a
Mail: a|Tel.: 12|Telephone: 12|Phone: 12|Follow us on|Follow the wire on|Subscribe|Sign up|Click here|Disclaimer|This story was first told|(This report is ours)
The above article has been told|(The above copy was first told)
""".replace("\n", "|").strip("|").split("|")
SIGN_OFFS = ["end item", "ENDS", "(more)", "[Story ends]", "-30-", "- 0 -", "###", "____", "=====", "-" * 60]
NOTES = ["(Corrects paragraph 3)", "(attn: recasts)", "Eds: adds toll", "[Editors; note", "ATTN - desk", "Attention editors: note", "_____", "(With photo)"]
SKIPPED = ["FOR IMMEDIATE RELEASE", "Press release", "News statement", "Release no 12", "Embargoed", "EDS: note", "Attention", "Repeat this", "RPT this", "Adds toll", "Adding toll",
           "***", "ABC-0123 (XY)", "ABC-0123", "(a note)", "* a point", "• a point", "- a point"]
DATED = ["By Mira Kolb", "BEIRUT, Oct 15 (AFP) -", "BEIRUT, 15 October 2017", "BEIRUT -", "BEIRUT --", "BEIRUT _", "LIMA (EFE) -- [Text] The port", "October 15, 2017"]
WORKERS = "additional reporting|further writing|Editing|compiled|edited|Reported|translated|translation|reporting".split("|")


def lines(found, sign, patterns):
    """Each line with what the sign says of it, and whether one of the patterns fits."""
    return [(line, sign(line), any(edges.pattern(parts).match(line) for parts in patterns)) for line in found]


@pytest.mark.parametrize("line, signed, fits", [
    *lines(NOTICES, furniture._notifies, [furniture.NOTICE]),
    *lines(SIGN_OFFS, furniture._signs_off, [rf"[(\[]? {furniture.SIGN_OFF} [)\]]? $"]),
    *lines(NOTES, furniture._noted, [furniture.NOTE]),
    *lines(SKIPPED, lambda line: headline._skipped(edges.Line(line, 0, len(line))), [rf"(?i) {headline.NOTING_WORDS}", headline.NOTE, r"\W* $"]),
    *lines(DATED, headline._dated, [rf"(?i) by \s | {headline.DATE} | {headline.DAY}"]),
    *lines([f"{words} by Mira Kolb" for words in WORKERS], lambda line: edges.begins(line, credit.WORKING), [rf"(?i) {credit.WORK} \s"]),
    *lines([f"{words} Mira Kolb" for words in "Written by|reported by|Story by|TEXT BY|Report by|Byline:|By|von|par|Por".split("|")],
           lambda line: edges.begins(line, byline.WRITING), [byline.WRITER]),
    *lines(["1st Ld-Writethru", "Rebels fire 2nd LD", "(3rd add)", "4th update", "3rd ld (writethru)", "2nd Lead: Rebels fire"], version._counted,
           [version.COUNTED_BEHIND, version.COUNTED_BEFORE]),
])
def test_what_a_pattern_fits_has_its_sign(line, signed, fits):
    assert fits and signed, line
