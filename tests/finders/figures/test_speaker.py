"""Who claims a figure: the innermost attribution around its number."""
from conflictparse.finders import figures
from conflictparse.page import Page
from conflictparse.report import Quotation
from conflictparse.story import Story

TEXT = "Kolb said the rebels had told her that 12 men had died. Six fled."


def quotation(id: str, content: str, speaker: str | None) -> Quotation:
    start = TEXT.index(content)
    span = Story(TEXT).span(start, start + len(content))
    return Quotation(id, "indirect", span, (span,), None, None, speaker)


def test_the_innermost_quotation_counts():
    said = (quotation("q1", "the rebels had told her that 12 men had died", "s1"), quotation("q2", "12 men had died", "s2"))
    assert [f.speaker for f in figures.find(Page.of(Story(TEXT)), said, print)] == ["s2", None]


def test_nobody_where_the_innermost_has_no_speaker():
    said = (quotation("q1", "the rebels had told her that 12 men had died", "s1"), quotation("q2", "12 men had died", None))
    assert [f.speaker for f in figures.find(Page.of(Story(TEXT)), said, print)] == [None, None]
