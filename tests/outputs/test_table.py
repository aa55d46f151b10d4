"""Tables: they hold what an analyst looks for, fit the width, and nothing in a story or a path takes effect."""
import re
from dataclasses import replace

import pytest
from invented import REPORT

from conflictparse.outputs import show
from conflictparse.outputs.look import UNLIMITED, Look
from conflictparse.outputs.visible import visible
from conflictparse.outputs.wording import who
from conflictparse.report import Header, Report, Source, Speaker

HELD = ("Port of Mira shelled [/b]", "PORT MIRA, Kolbia (ABC) –", "Port Mira, Kolbia · 1.50 -2.25", "2017-10-13", "“Friday” in the body, year inferred",
        "≥ 12", "≤ 8,000", "10–15", "~ 40%", "dockers", "(possible)", "f2 in f1", "f3 = f1", "BC-PORT", "1st Ld", "encoding_guessed", "#2", "anpa")


def shown(report=REPORT, width=None, **options) -> str:
    return show(report, "table", Look(width=width or UNLIMITED, **options))


@pytest.mark.parametrize("words", HELD)
@pytest.mark.parametrize("width", [100, 140, None])
def test_what_a_report_says_is_there(words, width):
    assert words in shown(width=width)


@pytest.mark.parametrize("width", [60, 80, 110, 120, 200])
@pytest.mark.parametrize("explain", [False, True])
def test_tables_fit_the_width(reports, width, explain):
    for report in (REPORT, *reports.values()):
        wide = [line for line in shown(report, width, explain=explain).splitlines() if len(line) > width]
        assert not wide


@pytest.mark.parametrize("title, role, said", [("Police captain", "Police captain", "Police captain"), ("Colonel", "Coalition spokesman", "Colonel, Coalition spokesman"), ("Colonel", None, "Colonel"), (None, "mayor", "mayor")])
def test_a_title_that_the_role_begins_with_is_said_once(title, role, said):
    assert who(Speaker("s1", "Jan Kolb", "person", title, role)) == said


def test_without_a_terminal_nothing_is_broken():
    assert any("Ten to 15" in line and "Anna Kolb" in line for line in shown().splitlines())


@pytest.mark.parametrize("options", [{}, {"text": True}, {"explain": True}, {"text": True, "explain": True}], ids=str)
def test_nothing_steers_the_terminal(options):
    for width in (60, 140, None):
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ud800-\udfff]", shown(width=width, **options))


def test_with_colours_only_ours_are_there():
    codes = set(re.findall(r"\x1b[^m]*m?", shown(width=100, color=True)))
    assert codes and all(re.fullmatch(r"\x1b\[[\d;]*m", code) for code in codes)


@pytest.mark.parametrize("code", [*range(0x20), *range(0x7F, 0xA0), 0x202E, 0x2028, 0xDCFF, 0xD800])
def test_every_control_character_is_made_visible(code):
    assert visible(f"a{chr(code)}b").isprintable()


@pytest.mark.parametrize("headline", ["[/b]", "[bold]x[/bold]", "[link=x]y", ":smile:", "\\[red]", "[" * 50, "{0} %s"])
def test_markup_is_shown_as_it_is_written(headline):
    story = replace(REPORT, header=Header(headline=replace(REPORT.header.headline, text=headline)))
    assert headline in shown(story, 140)


def test_an_empty_report_is_a_table_too():
    assert shown(Report("", Source(), Header()), 80).startswith("── - ───")


def test_the_text_is_shown_when_asked_for():
    assert "a spokeswoman. “Ten" in shown(text=True) and "␛[31mAnna" in shown(text=True)


def test_rules_are_shown_when_asked_for():
    assert "quotations.cue.verb" in shown(explain=True) and "quotations.cue.verb" not in shown()


@pytest.mark.parametrize("each", ["figures", "quotations", "speakers", "places"])
def test_rows_are_a_table_too(each):
    lines = shown(each=each, width=100).splitlines()
    assert lines[0].startswith("── wire/") and lines[1].startswith("2017-10-13") and len(lines) > 4 and "path" not in lines[2]


def test_the_fields_that_are_asked_for_are_the_columns():
    assert shown(each="figures", fields=("path", "value")).splitlines()[1].split() == ["path", "value"]


def test_a_story_without_rows_is_not_shown():
    assert shown(Report("", Source(), Header()), each="figures") == ""
