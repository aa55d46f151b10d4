"""Tokens, paragraphs and sentences."""
import pytest

from conflictparse.page import Page
from conflictparse.story import Story


def page(text):
    return Page.of(Story(text))


@pytest.mark.parametrize("text, tokens", [
    ("a 14-year-old boy", ["a", "14", "-", "year-old", "boy"]),
    ("twenty-one men", ["twenty", "-", "one", "men"]),
    ("1,200 of 3.5 million", ["1,200", "of", "3.5", "million"]),
    ("U.S.-backed Gen. Haftar's men, U.S.-Iran talks", ["U.S.-backed", "Gen.", "Haftar", "'s", "men", ",", "U.S.", "-", "Iran", "talks"]),
    ("They don’t know; he’d left", ["They", "don’t", "know", ";", "he", "’d", "left"]),
    ("``We fled,'' he said.", ["``", "We", "fled", ",", "''", "he", "said", "."]),
    ("US$50 and 10%", ["US$", "50", "and", "10", "%"]),
])
def test_tokens(text, tokens):
    assert [token.text for token in page(text).tokens] == tokens


@pytest.mark.parametrize("text, sentences", [
    ("Gen. Dostum left. He fled to the U.S. in May.", 2),
    ("Prices rose 3.5 percent. Two died.", 2),
    ('"We fled." They left at 5 p.m. on Sunday.', 2),
    ("The battle... will go on. Ten died.", 2),
    ("Killed: 12.\n\nWounded: 30.", 2),
])
def test_sentences(text, sentences):
    assert len(page(text).sentences) == sentences


def test_paragraphs_by_indent_and_by_blank_line():
    assert len(page("HEADLINE\n\n    First line\nof the lead.\n    Second paragraph.\n").paragraphs) == 3


def test_where_a_line_is_longer_than_a_column_each_is_a_paragraph():
    long = "The rebels fired on the port on Sunday, killing 12 people and wounding 30, the army said in a statement that was read on the radio in the evening by its spokesman."
    assert len(page(f"Port shelled\nTema\n{long}\nThey fled.\n").paragraphs) == 4


def test_a_table_is_no_prose():
    blocks = page("Killed in March\n\nAleppo     12    4\nHoms        3    1\nIdlib      40   22\n").paragraphs
    assert [block.table for block in blocks] == [False, True]
