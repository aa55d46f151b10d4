"""The story with its finds marked: every word of it is there, every find can be told, and nothing in it takes effect."""
import re
from dataclasses import replace

import pytest
from invented import REPORT

from conflictparse import parse
from conflictparse.outputs import framed, show
from conflictparse.outputs.layers import Layer, layers, runs
from conflictparse.outputs.look import Look
from conflictparse.outputs.text import MARKS
from conflictparse.outputs.visible import visible
from conflictparse.report import Header, Report, Source

STORY = "Port shelled\n\nBEIRUT, Oct 13, 2017 (Reuters) - “At least 12 dockers died,” police said on Friday. Anna Kolb, a nurse, said dozens were hurt."
OURS = re.compile("|".join(re.escape(mark) for pair in MARKS.values() for mark in pair if mark) + r"|\[[qf]\d+(?:·s\d+)?\]")
SGR = re.compile(r"\x1b\[[\d;]*m")


def shown(report, width=5000, **look) -> str:
    return show(report, "text", Look(width=width, **look))


def test_finds_stand_between_marks():
    assert shown(parse(STORY)).splitlines()[1:] == [
        "Port shelled", "",
        "⟦BEIRUT, Oct 13, 2017 (Reuters) -⟧ «“{At least 12 dockers}[f1·s1] died,”»[q1·s1] ‹police› _said_ on Friday. ‹Anna Kolb›, a nurse, _said_ «{dozens}[f2·s2] were hurt»[q2·s2].",
        "", "s1 police group", "s2 Anna Kolb person",
    ]


def test_finds_have_colours_that_add_up():
    seen = shown(parse(STORY), color=True)
    assert "\x1b[1;34mBEIRUT, Oct 13, 2017 (Reuters) -\x1b[0m" in seen and "\x1b[32mpolice\x1b[0m" in seen and "\x1b[36msaid\x1b[0m" in seen
    assert "\x1b[33m“\x1b[0m\x1b[1;4;33mAt least 12 dockers\x1b[0m\x1b[2m[f1·s1]\x1b[0m\x1b[33m died,”\x1b[0m\x1b[2m[q1·s1]\x1b[0m" in seen
    assert "\x1b[1;3;4;33mdozens\x1b[0m" in seen and not set("⟦«‹{") & set(seen)


@pytest.mark.parametrize("color", [False, True])
def test_the_legend_comes_once_and_in_the_same_dress(color):
    look = Look(color=color)
    whole = "".join(framed([show(REPORT, "text", look)] * 2, "text", look))
    assert SGR.sub("", whole).count("direct") == 2 and whole.count("\x1b[36mcue\x1b[0m" if color else "_cue_") == 1


@pytest.mark.parametrize("width", [40, 79, 120])
@pytest.mark.parametrize("color", [False, True])
def test_every_word_of_every_story_is_there_and_fits(reports, width, color):
    for report in (REPORT, *reports.values()):
        seen = SGR.sub("", shown(report, width, color=color))
        body = seen[seen.index("\n") :]
        marks = re.compile(r"\[[qf]\d+(?:·s\d+)?\]") if color else OURS
        squeeze = lambda text: re.sub(r"\s", "", marks.sub("", re.sub(r"\s", "", text)))
        assert squeeze(visible(report.text.replace("\n", " ").replace("\t", " "))) in squeeze(body)
        assert max(map(len, seen.splitlines())) <= width


@pytest.mark.parametrize("width", [40, 5000])
@pytest.mark.parametrize("color", [False, True])
def test_nothing_steers_the_terminal(width, color):
    seen = SGR.sub("", shown(REPORT, width, color=color)) if color else shown(REPORT, width)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ud800-\udfff]", seen)
    assert "␛[31mAnna Kolb␛]8;;x␇" in re.sub(r"\s", " ", OURS.sub("", seen)) or width == 40


def test_markup_is_shown_as_it_is_written():
    seen = OURS.sub("", shown(REPORT))
    assert "Port of Mira shelled [/b]" in seen and "[bold]a spokeswoman" in seen


def test_a_story_without_finds_is_a_story():
    assert shown(Report("Nothing.\n", Source(), Header())).splitlines()[1:] == ["Nothing."]


def test_warnings_follow():
    assert shown(REPORT).splitlines()[-2].startswith("! encoding_guessed: read as cp1252")


def test_runs_do_not_overlap_however_finds_do():
    over = sorted([Layer(0, 10, "direct", "q1"), Layer(2, 6, "figure", "f1"), Layer(4, 8, "source"), Layer(4, 12, "indirect", "q2")], key=lambda layer: (layer.start, -layer.end))
    cut = list(runs("x" * 15, over))
    assert [(run.start, run.end) for run in cut] == [(0, 2), (2, 4), (4, 6), (6, 8), (8, 10), (10, 12), (12, 15)]
    assert [[layer.find for layer in run.over] for run in cut] == [
        ["direct"], ["direct", "figure"], ["direct", "figure", "indirect", "source"], ["direct", "indirect", "source"], ["direct", "indirect"], ["indirect"], []]
    assert sum(len(run.opened) for run in cut) == sum(len(run.closed) for run in cut) == 4


def test_a_quotation_in_parts_is_tagged_once():
    parts = (REPORT.figures[0].number, REPORT.figures[3].number)
    broken = replace(REPORT, quotations=(replace(REPORT.quotations[0], parts=parts),), figures=())
    assert [layer.tag for layer in layers(broken) if layer.find == "direct"] == ["", "q1·s1"]
