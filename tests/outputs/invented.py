"""A report made up for the outputs: every field filled, and words that would like to steer a terminal."""
from conflictparse.report import Date, Dateline, Figure, Header, Place, Quotation, Report, Source, Speaker, StoryWarning, Version, Why
from conflictparse.story import Story

TEXT = (
    "Port of Mira shelled [/b]\n\nPORT MIRA, Kolbia (ABC) – At least 12 dockers and up to 8,000 others fled on Friday, said \x1b[31mAnna Kolb\x1b]8;;x\x07,"
    " [bold]a spokeswoman. “Ten to 15 \u202eships\u2028 burned,” she said. About 40% of the port is gone.\n"
)
STORY = Story(TEXT)
WHY = (Why("cue", "quotations.cue.verb", None),)


def span(words: str):
    start = TEXT.index(words)
    return STORY.span(start, start + len(words))


def figure(number: str, words: str, value, low, high, qualifier: str, kind: str, **more) -> Figure:
    whole = span(words)
    return Figure(more.pop("id"), whole.text, whole.start, whole.end, span(number), value, low, high, qualifier, kind, **more, why=WHY)


LINE = span("PORT MIRA, Kolbia (ABC) –")
REPORT = Report(
    TEXT,
    Source("wire/\x1b[1mbad\n\udcff.txt", 2, "anpa", "cp1252", "0" * 64),
    Header("ABC", "f", "0704", "u", "i", "BC-PORT", "PORT", (), Version("lead", 1, "1st Ld"), 105, "2017-10-13T15:09:00Z", span("Port of Mira shelled [/b]"), None, None, WHY),
    Dateline(LINE.text, LINE.start, LINE.end, (Place("Port Mira", None, "Kolbia", None, 1.5, -2.25, 7, "exact", "town"),), "ABC", WHY),
    Date("2017-10-13", *(lambda s: (s.text, s.start, s.end))(span("Friday")), "body", True, WHY),
    (Speaker("s1", "\x1b[31mAnna Kolb", "person", None, "[bold]a spokeswoman", "port", (span("she"),), ("q1",), WHY),
     Speaker("s2", "the port", "group", None, None, None, (), ("q2",), WHY)),
    (Quotation("q1", "direct", span("“Ten to 15 \u202eships\u2028 burned,”"), (span("“Ten to 15 \u202eships\u2028 burned,”"),), span("said."), span("she"), "s1", "clause", WHY),
     Quotation("q2", "indirect", span("40% of the port is gone"), (span("40% of the port is gone"),), None, None, None, "clause", WHY)),
    (figure("12", "At least 12 dockers", 12, 12, None, "at_least", "people", effect="displaced", counted=span("dockers"), speaker="s1", id="f1"),
     figure("8,000", "up to 8,000 others", 8000, None, 8000, "at_most", "people", effect="displaced", modality="possible", counted=span("others"), part_of="f1", id="f2"),
     figure("Ten to 15", "Ten to 15 \u202eships", 10, 10, 15, "range", "equipment", effect="destroyed", counted=span("ships"), same_as="f1", id="f3"),
     figure("40%", "About 40% of the port", 40, None, None, "about", "share", counted=span("port is"), id="f4")),
    (StoryWarning("encoding_guessed", "read as cp1252"), StoryWarning("speaker_unsure", "she", span("she"))),
)
