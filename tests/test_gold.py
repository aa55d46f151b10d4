"""No score on the annotated stories falls below its floor; `make gold` shows the scores and what is missed."""
import json

import pytest
from gold import score

FLOORS = json.loads((score.HERE / "floors.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def tally():
    golds = score.stories()
    return score.score(golds, [score.report(story) for story in golds])


def test_every_measure_has_a_floor(tally):
    assert list(tally.f1()) == list(FLOORS)


@pytest.mark.parametrize("measure", FLOORS)
def test_no_score_is_below_its_floor(tally, measure):
    misses = "\n  ".join(about for name, about, _ in tally.misses if name == measure)
    assert tally.f1()[measure] >= FLOORS[measure], f"{measure}\n  {misses}"


def test_gold_against_itself_is_perfect():
    golds = score.stories()
    for story in golds:
        story["header"] = {"headline": story.get("headline"), "credit": None, **story.get("header", {})}
        story["dateline"] = story["dateline"] and {**story["dateline"], **story["dateline"]["span"]}
    assert {name for name, value in score.score(golds, golds).f1().items() if value != 1} == set()


@pytest.mark.parametrize("story", score.stories(), ids=lambda story: story["id"])
def test_gold_points_at_its_own_words(story):
    def walk(thing):
        if isinstance(thing, dict):
            if {"text", "start", "end"} <= set(thing):
                assert story["text"][thing["start"] : thing["end"]] == thing["text"]
            for value in thing.values():
                walk(value)
        elif isinstance(thing, list):
            for item in thing:
                walk(item)

    walk({key: value for key, value in story.items() if key != "text"})
