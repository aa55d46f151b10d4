"""XML and HTML from strangers: nothing is expanded, fetched or followed into the deep; paragraphs come out as they would be read."""
import time

import pytest

from conflictparse.wire import stories
from conflictparse.wire.reading.markup import Block, of_html


def nitf(body: str, before: str = "") -> bytes:
    return f"{before}<nitf><body><body.content>{body}</body.content></body></nitf>".encode()


def refused(raw: bytes) -> str:
    lost = []
    assert list(stories(raw, lost=lambda error: lost.append(str(error)))) == []
    (line,) = lost
    return line


LAUGHS = "<!DOCTYPE nitf [<!ENTITY a 'ha'>" + "".join(f"<!ENTITY a{n} '{'&a' + str(n - 1) + ';' if n else '&a;'}'>" * 2 for n in range(9)) + "]>"


@pytest.mark.parametrize("raw, line", [
    (nitf("<p>&a8;</p>", LAUGHS), "an XML document that declares entities is not read"),
    (nitf("<p>&x;</p>", "<!DOCTYPE nitf [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"), "an XML document that declares entities is not read"),
    (nitf("<p>&x;</p>", "<!DOCTYPE nitf [<!ENTITY % x SYSTEM 'http://kolb.example/x.dtd'> %x;]>"), "an XML document that declares entities is not read"),
    (nitf("<b>" * 300 + "</b>" * 300), "XML nested deeper than 200 levels"),
    (nitf("<b>" * 200_000), "XML nested deeper than 200 levels"),
    (nitf("<p>&kolb;</p>"), "broken XML: undefined entity: line 1, column 29"),
    (nitf("<p>Rain"), "broken XML: mismatched tag: line 1, column 39"),
    (nitf("<p>Rain")[:-30], "broken XML: no element found: line 1, column 52"),
    (nitf(""), "no text in it"),
], ids=["laughs", "external", "parameter", "deep", "deeper", "unknown entity", "unclosed", "cut", "empty"])
def test_what_is_dangerous_or_broken_is_refused_at_once(raw, line):
    started = time.process_time()
    assert refused(raw).partition(": line")[0] == line.partition(": line")[0]  # where in the line is for expat to say
    assert time.process_time() - started < 1


@pytest.mark.parametrize("body, text", [
    ("<p>Rain&nbsp;fell &amp; fell&hellip;</p>", "Rain\u00a0fell & fell…"),
    ("<p>Rain\n   fell</p>\n<p>Snow<br/>fell</p>", "Rain fell\n\nSnow fell"),
    ("<p>Rain<br/><br/>fell</p>", "Rain\n\nfell"),
    ("<p>Rain <em>fell</em>, <person>Mira <b>Kolb</b></person> said</p>", "Rain fell, Mira Kolb said"),
    ("Rain fell<p>Snow</p>Hail", "Rain fell\n\nSnow\n\nHail"),
    ("<p>Rain</p><script>x</script><media><media-caption>Snow</media-caption></media>", "Rain"),
    ("<![CDATA[<p>Rain &amp; snow</p><p>&ldquo;Hail&rdquo;</p>]]>", "Rain & snow\n\n“Hail”"),
    ("<![CDATA[Rain & snow\n\nHail]]>", "Rain & snow\n\nHail"),
    ("<p>Rain&#3;\x0b fell &#8212;</p>", "Rain fell —"),
    ("<pre>Mira   1\nKolb   2</pre>", "Mira   1\nKolb   2"),
    ("<table><tr><td><p>Mira</p></td><td>1</td></tr><tr><td>Kolb</td><td>2</td></tr></table>", "Mira\t1\nKolb\t2"),
    ("<!-- <p>Snow</p> --><p>Rain</p><?x y?>", "Rain"),
])
def test_text_from_markup(body, text):
    (story,) = stories(nitf(body))
    assert story.text == text


def test_several_documents_in_a_file():
    raw = nitf("<p>Rain</p>", '<?xml version="1.0"?>')
    assert [story.text for story in stories(raw + b"\n" + raw)] == ["Rain", "Rain"]


@pytest.mark.parametrize("declared, raw, text, encoding, guessed", [
    ("iso-8859-1", b"Mossor\xf3", "Mossoró", "latin-1", False),
    ("iso-8859-1", b"\x93Mossor\xf3\x94", "“Mossoró”", "cp1252", True),
    ("windows-1250", b"\xb9", "ą", "cp1250", False),
    ("utf-8", b"Mossor\xf3", "Mossoró", "cp1252", True),
    ("utf-16", b"Rain", "Rain", "utf-8", False),
    ("no-such-thing", "Mossoró".encode(), "Mossoró", "utf-8", False),
])
def test_the_declared_encoding_counts_if_it_can_be(declared, raw, text, encoding, guessed):
    (story,) = stories(f'<?xml version="1.0" encoding="{declared}"?>'.encode() + nitf("<p>x</p>").replace(b"x", raw))
    assert (story.text, story.source.encoding) == (text, encoding)
    assert [warning.code for warning in story.warnings] == ["encoding_guessed"] * guessed


def test_utf_16_is_recognised_like_anything_else():
    (story,) = stories(nitf("<p>Mossoró</p>", '<?xml version="1.0" encoding="utf-16"?>').decode().encode("utf-16"))
    assert (story.text, story.source.format, story.source.encoding) == ("Mossoró", "nitf", "utf-16")


@pytest.mark.parametrize("source, blocks", [
    ("Rain &amp; snow", ["Rain & snow"]), ("<p>Rain<p>Snow", ["Rain", "Snow"]), ("5 < 6 <b>and 7 > 6", ["5 < 6 and 7 > 6"]),
    ("<head><title>x</title><body><div>Rain</div>", ["Rain"]), ("<p title='a'>Rain</p\n><br/>x", ["Rain", "x"]), ("<li>Rain<li>Snow<!-- x", ["Rain", "Snow"]),
])
def test_html_however_broken(source, blocks):
    assert of_html(source) == [Block(words) for words in blocks]
