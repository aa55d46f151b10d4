"""ANPA 1312, as Reuters and the AP sent it. The stories are made up."""
import pytest

from conflictparse.errors import Malformed
from conflictparse.report import Version
from conflictparse.wire import recognise, stories

REUTERS = (
    b" \n\x05\x05\x05C G L\n\x16\x16\x01f0704\x1freute\nu f BC-HARBOUR-SHELLED-AGAIN   02-26 0105\n\x02\n"
    b"HARBOUR SHELLED AGAIN, POLICE SAY\n    PORT MIRA, Feb 26 - Gunners shelled the harbour\ntoday, killing 12 dockers,"
    b" police said.\n Reuter\n\x03"
)
AP = (
    b"\x16\x16\x01W 2870\x1fasian\nf i \x13\x11BC-LT--Harbour-ShellingB 1st Ld-Writethru a0500 11-13 1049\n"
    b"\x02^BC-LT--Harbour-Shelling Again, 1st Ld-Writethru,466<\n^Gunners shell harbour<\n^Eds: Adds toll,\nwith AP Photos.<\n"
    b"^By MIRA KOLB=\n^Associated Press=\n\t   PORT MIRA, Kolbia (AP) _ Gunners shelled the harbour < and left.\n \n"
    b"\t   \x13They``fled.''\x11\n\t   \x03AP-WF-11-13-13 1509GMT<\n\x0c\n\x04"
)


def test_a_story_as_reuters_sent_it():
    (story,) = stories(REUTERS)
    head = story.header
    assert (head.agency, head.service, head.number, head.priority, head.category) == ("Reuters", "f", "0704", "u", "f")
    assert (head.slug, head.version, head.words, head.sent) == ("BC-HARBOUR-SHELLED-AGAIN", None, 105, None)
    assert story.text.startswith("HARBOUR SHELLED AGAIN, POLICE SAY\n    PORT MIRA, Feb 26 - Gunners") and story.text.endswith("\n Reuter")
    assert (story.source.format, story.source.encoding) == ("anpa", "utf-8")


def test_a_story_as_the_ap_sent_it():
    (story,) = stories(AP)
    head = story.header
    assert (head.agency, head.service, head.number, head.priority, head.category) == ("AP", "W", "2870", "f", "i")
    assert (head.slug, head.version) == ("BC-LT--Harbour-ShellingB", Version("writethru", 1, "1st Ld-Writethru"))
    assert (head.words, head.sent) == (1049, "2013-11-13T15:09:00Z")


def test_rail_codes_and_type_codes_are_dropped_and_nothing_else():
    (story,) = stories(AP)
    assert story.text == (
        "BC-LT--Harbour-Shelling Again, 1st Ld-Writethru,466\nGunners shell harbour\nEds: Adds toll,\nwith AP Photos.\n"
        "By MIRA KOLB\nAssociated Press\n\t   PORT MIRA, Kolbia (AP) _ Gunners shelled the harbour < and left.\n \n"
        "\t   They``fled.''\n\t   "
    )


@pytest.mark.parametrize("line, slug, version", [
    (b"r f AM-KOLBIA-TALKS 1STLD  03-05 0125", "AM-KOLBIA-TALKS", Version("lead", 1, "1STLD")),
    (b"r f AM-KOLBIA-TALKS 2NDLD-(WRITETHROUGH)  03-05 0125", "AM-KOLBIA-TALKS", Version("writethru", 2, "2NDLD-(WRITETHROUGH)")),
    (b"u f AM-KOLBIA-***URGENT   04-08 0128", "AM-KOLBIA-***URGENT", Version("urgent", None, "***URGENT")),
    (b"u f AM-KOLBIA ***URGENT   04-08 0128", "AM-KOLBIA", Version("urgent", None, "***URGENT")),
    (b"u f PM-KOLBIA-1stld   04-08 0128", "PM-KOLBIA-1stld", Version("lead", 1, "1stld")),
    (b"b f BC-ny-cotton-<KOLB>   04-07 0020", "BC-ny-cotton-<KOLB>", None),
    (b"r s BC-10 Things   11-13 ", "BC-10 Things", None),
])
def test_slug_and_version(line, slug, version):
    (story,) = stories(b"\x16\x16\x01f0704\x1freute\n" + line + b"\n\x02text\x03")
    assert (story.header.slug, story.header.version) == (slug, version)


@pytest.mark.parametrize("trailer, sent", [
    (b"AP-WF-02-29-88 0005EDT<", "1988-02-29T00:05:00-04:00"),
    (b"AP-WF-02-30-88 0005EDT<", None),
    (b"\n 13:45 03-05-97", "1997-03-05T13:45:00"),
    (b"\n", None),
])
def test_the_trailer_says_when_it_was_sent(trailer, sent):
    (story,) = stories(REUTERS + trailer)
    assert story.header.sent == sent


def test_several_stories_follow_one_another():
    read = list(stories(REUTERS + b"\n" + AP + REUTERS.replace(b"\n", b"\r\n")))
    assert [story.header.number for story in read] == ["0704", "2870", "0704"]
    assert read[0].text == read[2].text


def test_line_noise_and_spaces_between_columns():
    (story,) = stories(REUTERS.replace(b"killing 12", b"kil\x00ling 12\x1012"))
    assert "killing 12 12 dockers" in story.text


def test_a_story_cut_off_is_read_as_far_as_it_goes():
    (story,) = stories(REUTERS[:REUTERS.index(b'our\ntoday')])
    assert story.text.endswith("Gunners shelled the harb")


@pytest.mark.parametrize("raw", [REUTERS, AP, b"\x01f0704\x1freute\n"])
def test_the_sign(raw):
    assert recognise(raw) == "anpa"


def test_a_header_without_a_text_is_refused():
    with pytest.raises(Malformed, match="without a text"):
        list(stories(b"\x16\x16\x01f0704\x1freute\nu f BC-KOLBIA   02-26 0105\n"))


def test_latin_1():
    (story,) = stories(REUTERS.replace(b"MIRA", b"MIR\xc1"))
    assert "PORT MIRÁ" in story.text and [warning.code for warning in story.warnings] == ["encoding_guessed"]


@pytest.mark.parametrize("trailer, sent", [
    (b"16:35ET 31-10-14", "2014-10-31T16:35:00"), (b"16:35ET 05-10-14", "2014-10-05T16:35:00"), (b"AP-WF-31-10-14 0905GMT<", "2014-10-31T09:05:00Z"),
    (b"NYT-10-15-01 1430EDT<", "2001-10-15T14:30:00-04:00"), (b"AP-WF-13-32-14 0905GMT<", None), (b"AP-WF-11-13-14 2505GMT<", None),
])
def test_the_day_before_the_month_and_no_day_at_all(trailer, sent):
    (story,) = stories(REUTERS + trailer)
    assert story.header.sent == sent


@pytest.mark.parametrize("raw", [AP.replace(b"\x16\x16", b""), AP.replace(b"\x1fasian", b""), AP.replace(b"\x02", b"   \x02"), AP.replace(b"2870", b"2870UPI-88-KOLB")])
def test_what_some_carriers_leave_out_or_add(raw):
    (story,) = stories(raw)
    assert (story.source.format, story.header.number, story.header.slug, story.text) == ("anpa", "2870", "BC-LT--Harbour-ShellingB", next(stories(AP)).text)


def test_a_vertical_tab_is_a_tilde_and_fractions_stay():
    (story,) = stories(REUTERS.replace(b"today", b"ma\x0bana {"))
    assert "ma~ana {" in story.text


@pytest.mark.parametrize("rails, known, aside", [
    (b"^Gunners shell harbour<\n^(Eds: Adds toll.)<\n", ["Gunners shell harbour"], ["(Eds: Adds toll.)"]),
    (b"^EDITOR'S NOTE _ This is the\nfirst of 2 stories.<\n^By MIRA KOLB=\n^AP Writer=\n", ["By MIRA KOLB"], ["EDITOR'S NOTE _ This is the\nfirst of 2 stories.", "AP Writer"]),
    (b"^BC-KOLB, 3rd Ld-Writethru,466<\n^AP Photos XMK1, XMK2<\n^Harbour shelled<\n", ["Harbour shelled"], ["BC-KOLB, 3rd Ld-Writethru,466", "AP Photos XMK1, XMK2"]),
])
def test_rails_are_told_apart(rails, known, aside):
    (story,) = stories(b"\x16\x16\x01f0704\x1freute\nu f BC-KOLB   02-26 \n\x02" + rails + b"\t   PORT MIRA (AP) _ Rain.\n\x03")
    assert [story.text[start:end] for start, end in story.known.values()] == known
    assert [story.text[start:end] for start, end in story.aside] == aside
