"""JSON: which field holds the text, where records lie, what is broken, what is unusable."""
import json

import pytest

from conflictparse.wire import Fields, stories

STORY = "BEIRUT (Reuters) - Rain fell."


def read(said, fields: Fields = Fields(), indent: int | None = 1) -> tuple[list, list[str]]:
    lost: list[str] = []
    raw = said if isinstance(said, bytes) else json.dumps(said, indent=indent).encode()
    return list(stories(raw, fields=fields, lost=lambda error: lost.append(str(error)))), lost


@pytest.mark.parametrize("name", ["text", "maintext", "body_text", "body", "content", "event_text"])
def test_the_usual_names(name):
    (story,), lost = read({name: STORY})
    assert (story.text, lost) == (STORY, [])


def test_the_first_of_the_usual_names_counts():
    (story,), _ = read({"content": "Snow.", "text": STORY, "maintext": "Hail."})
    assert story.text == STORY


@pytest.mark.parametrize("fields", [Fields("a.b.0.c", "when.day", "name.0"), Fields(text="a.b.0.c", date="when.day", id="name.0")])
def test_fields_that_the_user_names(fields):
    (story,), _ = read({"a": {"b": [{"c": STORY}]}, "text": "not this", "title": "nor this", "when": {"day": "15 October 2017"}, "name": ["k1"]}, fields)
    assert (story.text, story.header.sent, story.header.number) == (STORY, "2017-10-15", "k1")


@pytest.mark.parametrize("said", [[{"text": STORY}], {"articles": [{"text": STORY}]}, {"data": {"items": [{"item": {"text": STORY}}]}}, [[{"text": STORY}]]])
def test_lists_and_wrappings(said):
    (story,), lost = read(said)
    assert (story.text, lost) == (STORY, [])


@pytest.mark.parametrize("date, sent", [
    ("2017-10-15", "2017-10-15"), ("20171015T143000Z", "2017-10-15T14:30:00Z"), ("2017-10-15T14:30:00.123+02:00", "2017-10-15T14:30:00+02:00"),
    ("Sun, 15 Oct 2017 14:30:00 GMT", "2017-10-15T14:30:00Z"), ("October 15, 2017 2:30 PM", "2017-10-15T14:30:00"), (1508077800, "2017-10-15T14:30:00Z"),
    (1508077800000, "2017-10-15T14:30:00Z"), ("2017-02-30", None), ("10/11/2017", None), ("yesterday", None), (True, None), ([], None), (10 ** 40, None), ("2017", None),
])
def test_dates(date, sent):
    (story,), _ = read({"text": STORY, "date": date})
    assert story.header.sent == sent


@pytest.mark.parametrize("raw, line", [
    (b'{"text": "x"', "broken JSON: Expecting ',' delimiter at column 13"),
    (b'[\n{"text": 1}\n]', "the field with the text holds no text"),
    (b'[\n{"a": 1}\n]', "no field with a text (text, maintext, body_text, body, content, event_text); name it with --text-field"),
    (b'{\n"text":' + b"[" * 100_000, "JSON nested too deep"),
    (b'{\n"text": ' + b"1" * 5000 + b"}", "broken JSON: a number too long"),
    (b"[ ]", "no story in it"),
])
def test_what_is_broken_gives_one_line(raw, line):
    found, lost = read(raw)
    assert (found, [said.removeprefix("line 1: ") for said in lost]) == ([], [line])


def test_lines_that_cannot_be_read_are_named_and_the_others_are_read():
    found, lost = read(b'{"text": "One."}\n\n{"a": 1}\n[1]\n{"text": "Two."}\r\n{"text": null}\n{')
    assert [story.text for story in found] == ["One.", "Two.", ""]
    assert [line.partition(":")[0] for line in lost] == ["line 3", "line 4", "line 7"]


def test_a_lone_surrogate_is_read():
    (story,), _ = read(b'{"text": "Rain \\ud83d fell."}')
    assert story.text == "Rain \ud83d fell."


def test_pictures_are_passed_over_where_there_are_texts():
    picture = {"type": "picture", "headline": "A port", "versioncreated": "2017-10-15", "pubstatus": "usable"}
    text = {**picture, "type": "text", "body_text": STORY}
    assert [story.text for story in read([picture, text])[0]] == [f"A port\n\n{STORY}"]
    assert read([picture]) == ([], ["no text in it"])


def test_html_in_a_field_becomes_paragraphs():
    (story,), _ = read({"title": "Rain", "content": "<p>BEIRUT &ndash; Rain</p><p>Snow</p>"})
    assert story.text == "Rain\n\nBEIRUT – Rain\n\nSnow"
