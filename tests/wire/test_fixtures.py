"""Stories of our own in the very shapes that agencies and archives send: every header field, the very text, what the format marks.

`fixtures/expected.json` was read line by line against the files; what a reader must make of each trap stands there.
"""
import json
from collections import Counter
from dataclasses import fields
from pathlib import Path

import pytest

from conflictparse import wire
from conflictparse.api import iter_reports, parse_file

FOLDER = Path(__file__).parent / "fixtures"
EXPECTED = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))
FILES = sorted(path for path in FOLDER.iterdir() if not path.name.startswith((".", "expected")))
each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)


def as_expected(story) -> dict:
    """A story as `expected.json` writes it: offsets as the words that they cut out, and no field that is empty."""
    header = {field.name: value for field in fields(story.header) if (value := getattr(story.header, field.name)) not in (None, ())}
    if "version" in header:
        header["version"] = [header["version"].kind, header["version"].number, header["version"].text]
    cut = lambda span: story.text[span[0] : span[1]]
    return {"format": story.source.format, "encoding": story.source.encoding, "header": json.loads(json.dumps(header)),
            "known": {name: cut(span) for name, span in story.known.items()}, "aside": [cut(span) for span in story.aside],
            "warnings": [warning.code for warning in story.warnings], "text": story.text}


@each_file
def test_header_and_text(path):
    lost = []
    found = [as_expected(story) for story in wire.stories(path.read_bytes(), lost=lambda error: lost.append(str(error)))]
    assert found == EXPECTED[path.name]["stories"] and lost == EXPECTED[path.name]["lost"]


def test_every_fixture_is_expected_and_every_format_has_two():
    assert {path.name for path in FILES} == set(EXPECTED)
    count = Counter(story["format"] for file in EXPECTED.values() for story in file["stories"])
    assert {form.name for form in wire.FORMATS if form.name != "plain" and count[form.name] < 2} == set()


@each_file
def test_nothing_is_left_of_codes_and_markup(path):
    for story in EXPECTED[path.name]["stories"]:
        assert not set(story["text"]) & {chr(code) for code in (*range(9), *range(11, 32), 127)}
        assert not any(code in story["text"] for code in ("<p>", "&amp;", "&nbsp;", "\n^", "<#>", "NNNN", "Notebook"))


@each_file
def test_a_format_that_is_named_is_the_one_that_is_recognised(path):
    raw = path.read_bytes()
    if path.suffix != ".gz":
        named = wire.stories(raw, wire.recognise(raw), lost=lambda error: None)
        assert list(map(as_expected, named)) == EXPECTED[path.name]["stories"]


# --- what finders make of what the format marks -------------------------------------------------------------------------
def report(name, number=0):
    return list(iter_reports([FOLDER / name], lost=lambda error: None))[number]


@pytest.mark.parametrize("name, number, place, warning", [
    ("nitf_conflict.xml", 0, "Kyiv", True), ("nitf_latin1.xml", 0, "Bogotá", False), ("nitf_ap.xml", 0, "Beirut", False),
    ("newsml_afp.xml", 0, "Beirut", False), ("newsml_g2_message.xml", 0, "Beirut", False), ("ninjs_1.json", 0, "Beirut", False),
    ("nexis_academic.txt", 1, "Kyiv", False), ("sgml_gigaword.sgml", 0, "Beirut", False),
])
def test_the_texts_own_dateline_wins_over_the_formats_and_a_conflict_is_said(name, number, place, warning):
    found = report(name, number)
    assert found.dateline.places[0].name == place
    assert ("dateline_conflict" in [warned.code for warned in found.warnings]) == warning


def test_the_header_dates_a_story_and_disagreement_is_said():
    assert (report("nitf_latin1.xml").date.value, report("nitf_latin1.xml").date.basis) == ("2017-10-15T14:30:00+01:00", "header")
    assert "date_conflict" in [warning.code for warning in report("nitf_conflict.xml").warnings]


def test_tables_have_no_figures_and_say_so():
    for name in ("anpa_agate.anpa", "iptc7901_refile.iptc", "nitf_ap.xml", "nitf_latin1.xml"):
        found = report(name)
        assert [warning.code for warning in found.warnings].count("tabular") == 1
        assert not {figure.number.text for figure in found.figures} & {"10", "20", "30", "40", "7", "5", "1", "2"}


def test_keyword_lines_and_notes_have_no_figures():
    assert [figure.text for figure in report("anpa_ap.anpa").figures] == ["12", "12 people"]
    assert not {"5", "1889", "466"} & {figure.number.text for path in FOLDER.glob("*.[ai]*") for each in parse_file(path) for figure in each.figures}


def test_a_count_of_revisions_gives_way_to_the_words_that_say_a_kind():
    assert (report("newsml_afp.xml").header.version.kind, report("newsml_afp.xml").header.version.number) == (None, 3)
    raw = (FOLDER / "newsml_afp.xml").read_bytes().replace(b"<HeadLine>", b"<HeadLine>UPDATE 2-")
    from conflictparse import desk

    (story,) = wire.stories(raw)
    assert (desk.read(story).header.version.kind, desk.read(story).header.version.number) == ("update", 2)


@pytest.mark.parametrize("name, credit", [("iptc7901_lead.iptc", "dpa so mk"), ("iptc7901_refile.iptc", "dpa wsz jln npr"), ("newsml_afp.xml", "mk/so"),
                                          ("nitf_ap.xml", "AP writer Sam Odera contributed."), ("sgml_reuters.sgm", "Reuter")])
def test_who_signs_is_credited(name, credit):
    assert report(name).header.credit.text == credit
