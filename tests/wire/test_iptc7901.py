"""IPTC 7901: what header, head, foot and mail gateways do to a story. The stories are made up."""
import pytest

from conflictparse.report import Version
from conflictparse.wire import recognise, stories

TEXT = "Mira (dpa) - Rain fell.\r\n"


def story(head: str = "Rain falls =\r\n\n", header: str = "eca0124 3 i 93  dpa 1888", slug: str = "Kolbia/rain/\r\n", foot: str = "", trailer: str = "212101 GMT Nov 18\r\n"):
    (found,) = stories(f"\x01{header}\r\n\n{slug}\x02{head}{TEXT}{foot}\x03{trailer}\x7f\n\x7f\x04".encode("latin-1"))
    return found


@pytest.mark.parametrize("header, service, number, category, words, agency", [
    ("eca0124 3 i 93  dpa 1888", "eca", "0124", "i", 93, "dpa"), ("eca124 3 rs   dpa 061", "eca", "124", "rs", None, "dpa"), ("eca0124 3 abc 93 ccccb   dpa 061", "eca", "0124", "abc", 93, "dpa"),
    ("AFP0124 4 I 0185 AFP-QQ12", "AFP", "0124", "I", 185, "AFP"), ("0124 3 i 93", None, "0124", "i", 93, None),
])
def test_the_header_line(header, service, number, category, words, agency):
    head = story(header=header).header
    assert (head.service, head.number, head.category, head.words, head.agency) == (service, number, category, words, agency)


@pytest.mark.parametrize("lines, headline, byline, version", [
    ("Rain falls =\r\n", "Rain falls", None, None),
    ("EXTRA\r\nRain falls\r\non Kolbia =\r\n", "Rain falls\non Kolbia", None, Version("urgent", None, "EXTRA")),
    ("REFILE\r\n1ST LEAD\r\nRain falls\r\nBy Mira Kolb, dpa =\r\n", "Rain falls", "By Mira Kolb, dpa", Version("refile", 1, "REFILE 1ST LEAD")),
    ("KILL KILL KILL\r\nRain falls =\r\n", "Rain falls", None, Version("kill", None, "KILL KILL KILL")),
    ("Rain falls\r\nEds: Adds 2 photos =\r\n", "Rain falls", None, None),
    ("Rain falls\r\n", None, None, None),
])
def test_the_head(lines, headline, byline, version):
    found = story(head=f"{lines}\r\n\n")
    said = {name: found.text[start:end] for name, (start, end) in found.known.items()}
    assert (said.get("headline"), said.get("byline"), found.header.version) == (headline, byline, version)
    assert "=" not in found.text and "Mira (dpa) - Rain fell." in found.text


@pytest.mark.parametrize("trailer, sent", [
    ("212101 GMT Nov 18", "2018-11-21T21:01:00Z"), ("212101 Nov 18", "2018-11-21T21:01:00"), ("181430 Okt 17", "2017-10-18T14:30:00"),
    ("312101 GMT Nov 18", None), ("212501 Xyz 18", None), ("", None),
])
def test_the_trailer(trailer, sent):
    assert story(trailer=trailer).header.sent == sent


@pytest.mark.parametrize("foot, end", [
    ("\r\n# Notebook\r\n- 45 pages\r\n\r\ndpa so mk\r\n", "Rain fell.\n\ndpa so mk"),
    ("\r\n## Editorial contacts\r\n- Tel 12345\r\n", "Rain fell."),
    ("\r\n* * * *\r\nThe following information is not intended for publication\r\n12345\r\n\r\ndpa so\r\n", "Rain fell.\n\ndpa so"),
    ("\r\nIt is # 1.\r\n", "Rain fell.\n\nIt is # 1."),
])
def test_what_is_not_for_print_is_left_out_and_who_signs_stays(foot, end):
    assert story(foot=foot).text.endswith(end)


@pytest.mark.parametrize("change", [
    lambda text: text.replace("\x01", "^A").replace("\n\x02", "\n^B").replace("\n\x03", "\n^C"),
    lambda text: text.replace("\x01", "").replace("\x02", "").replace("\x03", "").partition("\x7f")[0],
    lambda text: text.replace("\r\n", "\n"),
    lambda text: text.replace("e", "e\0"),
])
def test_gateways(change):
    raw = f"\x01eca0124 3 i 93  dpa 1888\r\n\nKolbia/rain/\r\n\x02Rain falls =\r\n\n{TEXT}\r\n\x03212101 GMT Nov 18\r\n\x7f\n\x7f\x04"
    (plain,), (changed,) = stories(raw.encode()), stories(change(raw).encode())
    assert recognise(change(raw).encode()) == "iptc7901"
    assert (changed.header, changed.known, changed.text.split()) == (plain.header, plain.known, plain.text.split())


def test_service_copy_is_no_story():
    assert [warning.code for warning in story(header="eca0124 3 rs 93  dpa 1888").warnings] == ["not_a_story"]


def test_national_letters_and_transliterations_are_left_alone():
    assert "Mueller {|}" in story(foot="Mueller {|}\r\n").text
