"""Shortcuts: what spares the rules from being asked changes no answer."""
from pathlib import Path

import pytest
from bench.stories import stories

from conflictparse import parse
from conflictparse.finders.figures import again, modality, number, part_of, qualifier, refusal
from conflictparse.finders.quotations import cue, uncued
from conflictparse.finders.speakers import identity
from conflictparse.outputs.jsonl import show
from conflictparse.outputs.look import Look

SEEDS = Path(__file__).parents[2] / "seeds"
TEXTS = [path.read_text(encoding="utf-8", errors="replace")[:20_000] for path in sorted(SEEDS.glob("*.txt"))] + list(stories(60))
LOOK = Look(explain=True)
SHORTCUTS = {
    "a stranger": [(identity, "stranger", lambda page, mention, cast: False)],
    "a word that may announce": [(cue, "_may_announce", lambda page, i, entry: True)],
    "a paragraph that may be said": [(uncued, "_paragraphs", lambda page, said: (block.first for block in page.paragraphs))],
    "marks that may open a quotation": [(uncued, "_marks", lambda page, said: page.opening)],
    "a number that may be none": [(refusal, "_suspect", lambda page, number, tabular: True)],
    "a count that may be a part": [(part_of, "_may_be_part", lambda sheet, count: True)],
    "a count that may be told again": [(again, "_may_say_again", lambda sheet, count: True)],
    "a number that may be bounded": [(qualifier, "_may_be_bounded", lambda page, count: True)],
    "what may not be so": [(modality, "_may_be_unreal", lambda sheet, count: True)],
    "a phrase that may count": [(number, "_bare", lambda page, bare=number._bare: dict.fromkeys(page.phrases, False) | bare(page))],
}


@pytest.mark.parametrize("name", SHORTCUTS)
def test_no_answer_changes_without_it(name, monkeypatch):
    told = [show(parse(text), LOOK) for text in TEXTS]
    for room, function, plain in SHORTCUTS[name]:
        monkeypatch.setattr(room, function, plain)
    assert [show(parse(text), LOOK) for text in TEXTS] == told
