"""What must be true of any bytes: one report a story or one clear line; what is in a report fits the story, itself and the outputs."""
import json
import re
from functools import cache
from typing import Iterator

from firing import spans
from jsonschema import Draft202012Validator

from conflictparse import desk, wire
from conflictparse.errors import Malformed
from conflictparse.outputs import OUTPUTS, show
from conflictparse.outputs.look import Look
from conflictparse.outputs.schema import schema
from conflictparse.report import Report

STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def read(raw: bytes) -> Iterator[Report | str]:
    """What comes of some bytes: reports, and in the place of what cannot be read a line about it."""
    try:
        for number, found in enumerate(wire.read(raw)):
            yield str(found) if isinstance(found, Malformed) else desk.read(found.at("-", number))
    except Malformed as error:
        yield str(error)


def check(raw: bytes, *, thoroughly: bool = False) -> list[Report | str]:
    """Read some bytes and hold what comes of them against the promises. Raises AssertionError, or whatever goes wrong."""
    found = list(read(raw))
    assert found, "neither a report nor a word"
    for report in found:
        if isinstance(report, str):
            assert report and "\n" not in report and len(report) < 500, f"no clear line: {report[:600]!r}"
        else:
            holds_together(report)
            if thoroughly:
                fits_the_schema(report)
                steers_nothing(report)
    return found


def holds_together(report: Report) -> None:
    """Spans cut themselves, ids exist once, nothing is part of itself, and it can be written as JSON in UTF-8."""
    for span in spans(report):
        assert report.text[span.start : span.end] == span.text and 0 <= span.start <= span.end, f"{span} is not what stands there"
    for items in (report.quotations, report.speakers, report.figures):
        assert len({item.id for item in items}) == len(items), "an id twice"
    speakers, figures = {speaker.id for speaker in report.speakers}, {figure.id: figure for figure in report.figures}
    for item in (*report.quotations, *report.figures):
        assert item.speaker is None or item.speaker in speakers, f"{item.id}: no speaker {item.speaker}"
    said = {quotation.id: quotation.speaker for quotation in report.quotations}
    assert all(said[id] == speaker.id for speaker in report.speakers for id in speaker.quotations), "speakers and quotations disagree"
    for figure in report.figures:
        assert figure.low is None or figure.high is None or figure.low <= figure.high, f"{figure.id}: from {figure.low} to {figure.high}"
        for link in ("part_of", "same_as"):
            steps = 0
            while (name := getattr(figure, link)) is not None and steps <= len(figures):
                figure, steps = figures[name], steps + 1
            assert steps <= len(figures), f"{link} goes round"
    line = show(report, "jsonl", Look(text=True, explain=True))
    assert line.endswith("\n") and line.count("\n") == 1 and line.isprintable() <= 1
    again = json.loads(line.encode("utf-8"), parse_constant=_no_number)
    assert again["text"] == report.text


def _no_number(word: str) -> None:
    raise AssertionError(f"{word} is not JSON")


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(schema())


def fits_the_schema(report: Report) -> None:
    line = json.loads(show(report, "jsonl", Look(text=True, explain=True)))
    wrong = [f"{'.'.join(map(str, error.absolute_path))}: {error.message[:200]}" for error in _validator().iter_errors(line)]
    assert not wrong, wrong[0]


def steers_nothing(report: Report) -> None:
    """No output lets through what a terminal would obey."""
    for name in OUTPUTS:
        for each in (None, "figures", "quotations", "speakers", "places"):
            if name != "text" or each is None:
                seen = show(report, name, Look(width=80, each=each, terminal=True))
                assert not STEERING.search(seen), f"{name} shows {STEERING.search(seen)[0]!r}"
