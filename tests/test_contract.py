"""The contract, over every story that we have: spans cut themselves, ids exist, JSON and schema agree, the page names the fields."""
import json
import re
from dataclasses import fields, is_dataclass
from io import StringIO
from pathlib import Path

import pytest
from conftest import SEEDS
from firing import reasons, spans
from gold.score import stories
from jsonschema import Draft202012Validator

from conflictparse import desk, parse, report  # noqa: F401  the desk brings in every rulebook
from conflictparse.outputs import write
from conflictparse.outputs.look import Look
from conflictparse.outputs.schema import schema
from conflictparse.rule import Rulebook

PAGE = Path(report.__file__).with_name("CONTRACT.md").read_text(encoding="utf-8")
NAMES = [path.name for path in SEEDS] + [story["id"] for story in stories()]
PARTS = [thing for thing in vars(report).values() if is_dataclass(thing) and isinstance(thing, type) and thing is not report.Why]
each_story = pytest.mark.parametrize("name", NAMES)


@each_story
def test_every_span_cuts_itself(reports, name):
    text = reports[name].text
    for span in spans(reports[name]):
        assert text[span.start : span.end] == span.text


@each_story
def test_every_id_exists_and_points_back(reports, name):
    found = reports[name]
    quotations, figures = {q.id: q for q in found.quotations}, {f.id: f for f in found.figures}
    speakers = {s.id: s for s in found.speakers}
    assert (len(quotations), len(figures), len(speakers)) == (len(found.quotations), len(found.figures), len(found.speakers))
    for speaker in found.speakers:
        assert set(speaker.quotations) == {q.id for q in found.quotations if q.speaker == speaker.id}, f"{speaker.name} and the quotations disagree"
        assert speaker.quotations or any(f.speaker == speaker.id for f in found.figures), f"{speaker.name} says nothing"
    for item in (*found.quotations, *found.figures):
        assert item.speaker is None or item.speaker in speakers, f"{item.id}: no speaker {item.speaker}"
    for number, figure in enumerate(found.figures):
        assert figure.part_of is None or figure.part_of in figures and figure.part_of != figure.id
        assert figure.same_as is None or figure.same_as in list(figures)[:number], f"{figure.id} says again what comes later"


@each_story
def test_spans_lie_within_each_other(reports, name):
    for quotation in reports[name].quotations:
        parts, content = quotation.parts, quotation.content
        assert parts and parts[0].start == content.start and parts[-1].end == content.end, f"{quotation.id}: parts {parts} of {content}"
        assert all(a.end <= b.start for a, b in zip(parts, parts[1:])), f"{quotation.id}: parts overlap"
    for figure in reports[name].figures:
        assert figure.start <= figure.number.start < figure.number.end <= figure.end, f"{figure.id}: {figure.number} not in {figure.text!r}"


@each_story
def test_bounds_do_not_contradict_the_qualifier(reports, name):
    for figure in reports[name].figures:
        about = f"{figure.text!r}: {figure.qualifier} {figure.value} [{figure.low}, {figure.high}]"
        if figure.low is not None and figure.high is not None:
            assert figure.low <= figure.high, about
        match figure.qualifier:
            case "exact":
                assert figure.low == figure.high == figure.value, about
            case "at_least" | "more_than":
                assert figure.low is not None and figure.high is None, about
            case "at_most" | "less_than":
                assert figure.low is None and figure.high is not None, about
            case "about":
                assert figure.low is None and figure.high is None, about


@each_story
def test_every_reason_is_a_rule(reports, name):
    known = {rule.name for book in Rulebook.books.values() for rule in book.rules}
    assert {why.rule for why in reasons(reports[name])} <= known


@each_story
@pytest.mark.parametrize("options", [{}, {"text": True, "explain": True}], ids=["bare", "full"])
def test_json_fits_the_schema(reports, name, options):
    out = StringIO()
    write([reports[name]], out, "jsonl", Look(**options))
    line = json.loads(out.getvalue())
    wrong = [f"{'.'.join(map(str, error.absolute_path))}: {error.message[:200]}" for error in Draft202012Validator(schema()).iter_errors(line)]
    assert not wrong
    assert next(iter(line)) == "schema" and ("text" in line) == bool(options)


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_the_contract_names_every_field(part):
    unnamed = {field.name for field in fields(part) if not re.search(rf"[`\"]{field.name}(\[\])?[`\"]", PAGE)}
    assert not unnamed - {"why", "span"}, f"CONTRACT.md does not name {unnamed}"


def test_the_schema_is_one():
    Draft202012Validator.check_schema(schema())


def test_the_schema_carries_the_descriptions():
    assert "story_key" in schema()["$defs"]["Header"]["properties"]
    assert schema()["$defs"]["Header"]["properties"]["story_key"]["description"].startswith("The slug without cycle")


@each_story
def test_a_story_cut_off_anywhere_is_read(reports, name):
    """Finding never fails, wherever the wire broke off; and every span still cuts itself."""
    text = reports[name].text
    for end in range(1, len(text), 89):
        found = parse(text[:end])
        assert all(found.text[span.start : span.end] == span.text for span in spans(found))
