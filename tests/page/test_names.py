"""Names at the edges of a story."""
from conflictparse import parse


def test_a_story_may_end_in_a_title():
    """A wire breaks off wherever it likes, between a title of two words and the name too."""
    for end in ("Mira Prime Minister", "Lt. Mira Vice President", "the late Mira Foreign Minister"):
        assert parse(f"Rebels fired, said {end}").text.endswith(end)
