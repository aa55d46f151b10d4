"""The table of formats: no module of the folder is missing from it, and each has a reader."""
import random
import re
from importlib import import_module
from pathlib import Path

import pytest
from fuzz.inputs import RAW_NOISE, WIRES, broken

from conflictparse import wire
from conflictparse.errors import UnknownName
from conflictparse.patterns import pattern

MODULES = {path.stem for path in Path(wire.__file__).parent.glob("*.py")} - {"__init__"}


def test_every_reader_is_in_the_table():
    assert {form.name for form in wire.FORMATS} == MODULES


def test_plain_is_last():
    assert wire.FORMATS[-1][:2] == ("plain", b"")


@pytest.mark.parametrize("form", wire.FORMATS, ids=lambda form: form.name)
def test_every_format_has_a_sign_and_a_reader(form):
    pattern(form.sign)
    assert callable(import_module(f"conflictparse.wire.{form.name}").read)


def test_an_unknown_format_is_named():
    with pytest.raises(UnknownName, match="no format 'telex'"):
        list(wire.stories(b"", "telex"))


def test_the_readme_names_every_format():
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    named = re.findall(r"^\| `(\w+)` \|[^|\n]+\|[^|\n]+\|$", readme, re.M)
    assert set(named) == {form.name for form in wire.FORMATS}


@pytest.mark.parametrize("raw, name", [
    (b"\x16\x16\x01f0704\x1freute\n", "anpa"), (b"\x01eca0124 3 i 93  dpa 1888\r\n", "iptc7901"), (b"<?xml version='1.0'?><!-- x --><!DOCTYPE nitf SYSTEM 'x'>\n<nitf>", "nitf"),
    (b"\xef\xbb\xbf<NewsML Version='1.2'>", "newsml"), (b"<g2:newsItem xmlns:g2='x'>", "newsml_g2"), (b"<rss><item>", "plain"), (b'{"text": "a"}\n', "jsonlines"),
    (b'{\n "uri": "x",\n "versioncreated": "2017"}', "ninjs"), (b"[[1, 2]]", "plain"), (b"[Text] Rain fell.", "plain"), (b"{Rain}", "plain"), (b"<DOCNO>", "plain"), (b"<DOC>", "sgml"),
    (b"TST2-MUC4-0048\n\n   LIMA", "sgml"), (b"   3 of 40 DOCUMENTS\n", "nexis"), (b"He gave 3 of 40 documents away.", "plain"), (b"HD  Rain\nWC  20 words\n", "factiva"),
    (b"Rain falls\n\n20 words\n16 October 2017\nThe Courier\n", "factiva"), (b"From: a@b.example\nSubject: Rain\n\nRain fell.", "message"), (b"Subject: rain\nRain fell.", "plain"),
    (b"Rain falls\nMira Courier - October 16, 2017\nSection: World\n", "newsbank"), (b"Rain fell - October 16, 2017\nKolb said so.", "plain"),
    (b"Title: Rain\nFull text: Rain fell.", "proquest"), (b"ZCZC KNA1\nRain", "zczc"), (b"The ZCZC code", "plain"), (b"3 i 93 men", "plain"), (b"", "plain"),
])
def test_the_signs(raw, name):
    assert wire.recognise(raw) == name


def test_what_a_sign_fits_holds_what_is_looked_for_first(monkeypatch):
    """Broken files of all formats are taken for the same when every pattern is asked."""
    chance = random.Random(11)
    raws = [broken(chance, WIRES, RAW_NOISE, number % 5) for number in range(400)]
    raws += [b"^AKNA0123 3 POL 20\n", b"\n\n eca0124 9 i 93  dpa 1888\n", b"[ [ ] ]", b"dev-muc3-0001", b"DOKUMENT 1 von 2 Dokumenten", b"1 OF 2 DOCUMENT", b"a\nLength: 5 words\n BODY\n", b"HD\n PD\n", b"\x01ZCZC"]
    found = [wire.recognise(raw) for raw in (*raws, *(raw.swapcase() for raw in raws))]
    monkeypatch.setattr(wire, "FORMATS", tuple(form._replace(holds=(b"",)) for form in wire.FORMATS))
    assert found == [wire.recognise(raw) for raw in (*raws, *(raw.swapcase() for raw in raws))] and set(found) == MODULES
