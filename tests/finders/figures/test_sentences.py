"""Figures, a sentence each: what is counted, what befell it, how sure the number is, of what it is a part."""
from pathlib import Path

import pytest

from conflictparse import parse

ROWS = [row for row in Path(__file__).with_name("sentences.tsv").read_text("utf-8").splitlines() if not row.startswith("#")]


def shown(figure, known):
    """A figure as the table writes it."""
    words = [f"{figure.text} = {figure.value:g} {figure.kind} {figure.effect or '-'} {figure.qualifier}"]
    words += [figure.modality] if figure.modality != "asserted" else []
    words += [f"of {known[figure.part_of].text}"] if figure.part_of else []
    words += [f"as {known[figure.same_as].text}"] if figure.same_as else []
    return " ".join(words)


@pytest.mark.parametrize("row", ROWS)
def test_sentence(row):
    text, _, wanted = row.partition("\t")
    figures = parse(text).figures
    known = {figure.id: figure for figure in figures}
    assert [shown(figure, known) for figure in figures] == list(filter(None, wanted.split(" | ")))
