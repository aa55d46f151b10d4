"""The constructions of reported speech, a sentence each, with names from many languages."""
import re
from pathlib import Path

import pytest

from conflictparse import parse

ROWS = [row for row in Path(__file__).with_name("constructions.tsv").read_text("utf-8").splitlines() if not row.startswith("#")]
KINDS = {"«": "content", "[": "source", "{": "cue"}


def read(row):
    """The sentence without its marks, and what they mark."""
    text, marked, opened = "", {"content": [], "source": [], "cue": []}, []
    for piece in re.split(r"([«»\[\]{}])", row):
        if piece in KINDS:
            opened.append((KINDS[piece], len(text)))
        elif piece and piece in "»]}":
            kind, start = opened.pop()
            marked[kind].append(text[start:].strip(" ,"))
        else:
            text += piece
    return text, marked


@pytest.mark.parametrize("row", ROWS)
def test_construction(row):
    row, _, name = row.partition("\t")
    text, marked = read(row)
    report = parse(text)
    if not marked["content"]:
        assert not report.quotations
        return
    names = {speaker.id: speaker.name for speaker in report.speakers}
    found = [q for q in report.quotations if [part.text.strip(" ,") for part in q.parts] == marked["content"]]
    assert len(found) == 1, [q.content.text for q in report.quotations]
    assert ([found[0].cue.text] if found[0].cue else []) == marked["cue"]
    source = found[0].source.text if found[0].source else None
    assert source == (marked["source"][0].split(",")[0] if marked["source"] else None)
    assert names.get(found[0].speaker, "").casefold() == name.casefold().removeprefix("the ") or not name
