"""Rows 21 to 24: nothing is fetched, nothing is needed but four packages, nothing is lost, nothing is made up."""
import ast
import json
import re
import subprocess
import sys
import tomllib

import pytest
from conftest import ROOT, SEEDS

PACKAGE = ROOT / "conflictparse"
STORY = b"Clash in Beirut\n\nBEIRUT, Oct 13, 2017 (Reuters) - At least 12 soldiers were killed on Friday, police said.\n"

# --- row 21: no network -------------------------------------------------------------------------------------------------
SHUT = """
import os, sys
def heard(event, arguments):
    if event.startswith(("socket.connect", "socket.getaddrinfo", "socket.gethost", "socket.bind", "urllib", "http", "ftplib", "smtplib", "subprocess", "os.exec", "os.system", "os.posix_spawn", "ctypes.dlopen")):
        os.write(2, f"FORBIDDEN {event} {arguments}\\n".encode())
        os._exit(99)
    if event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+") and arguments[0] not in ("/dev/null", 1, 2):
        if not str(arguments[0]).endswith((".pyc", "out")) and ".pyc." not in str(arguments[0]) and ".part" not in str(arguments[0]):
            os.write(2, f"WRITTEN {arguments}\\n".encode())
            os._exit(98)
sys.addaudithook(heard)
from conflictparse.cli import main
main()
"""


@pytest.mark.parametrize("arguments", [
    ("--help",), ("--version",), ("--schema",), ("--formats",), ("--rules",), ("-j", "--explain", "-J", "2", "wire"), ("-t", "--color", "always", "wire"), ("-f", "text", "wire"), ("-o", "out", "wire"),
    ("-e", "places", "-f", "csv", "wire"),
], ids=" ".join)
def test_nobody_is_called_and_nothing_is_written_but_what_is_asked_for(tmp_path, arguments):
    """Python itself tells of every connection, name looked up, program started and file opened."""
    (tmp_path / "wire").mkdir()
    (tmp_path / "wire" / "seed.txt").write_bytes(SEEDS[0].read_bytes())
    (tmp_path / "wire" / "a.xml").write_text("<!DOCTYPE nitf SYSTEM 'http://127.0.0.1:9/x.dtd'><nitf xmlns:x='http://kolb.example'><body><body.content><p>Rain fell: http://kolb.example/x.png</p></body.content></body></nitf>")
    done = subprocess.run([sys.executable, "-c", SHUT, *arguments], cwd=tmp_path, capture_output=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"") and (done.stdout or (tmp_path / "out").read_bytes())


# --- row 22: few packages -----------------------------------------------------------------------------------------------
def test_it_runs_on_four_packages_and_imports_no_other():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {re.match(r"[\w-]+", line)[0]: line for line in project["dependencies"]}
    assert set(wanted) == {"typer", "rich", "regex", "dateparser"} and all(">=" in line for line in wanted.values())
    imported = {name.partition(".")[0] for path in PACKAGE.rglob("*.py") for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
                for name in ([alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module] if isinstance(node, ast.ImportFrom) and not node.level else [])}
    assert imported - set(sys.stdlib_module_names) <= set(wanted)
    assert imported.isdisjoint({"socket", "ssl", "urllib", "http", "ftplib", "ctypes", "pickle", "shelve", "tempfile", "webbrowser"})


def test_nothing_that_is_read_is_run():
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in ("eval", "exec", "compile", "__import__"), f"{path.name}:{node.lineno}"


# --- row 23: nothing is lost --------------------------------------------------------------------------------------------
CLOSING = re.compile(r"conflictparse: ([\d,]+) files, ([\d,]+) passed over, ([\d,]+) failed, ([\d,]+) stories done before, ([\d,]+) stories, [\d,]+ a second, [\d,]+ warnings, ")


@pytest.mark.parametrize("jobs", ["1", "3"])
def test_everything_that_is_read_is_accounted_for(run, tmp_path, jobs):
    """A folder of 61 things, of which 50 are stories; then the same again, where those are done before."""
    for number in range(50):
        (tmp_path / f"{number}.txt").write_bytes(STORY.replace(b"12", b"%d" % (number + 2)))
    for number in range(4):
        (tmp_path / f"{number}.png").write_bytes(b"\x89PNG")
        (tmp_path / f".{number}").write_bytes(STORY)
    for name in ("nowhere", "loop"):
        (tmp_path / f"link-{name}").symlink_to(f"link-{name}" if name == "loop" else name)
    (tmp_path / "records.json").write_bytes(b"[]")
    for counted in ([57, 4, 7, 0, 50], [57, 4, 7, 50, 0]):
        done = run("-v", "-J", jobs, "-o", "../out", "--append", "--skip-done", ".")
        *told, closing = done.stderr.decode().splitlines()
        files, passed, failed, before, stories = (int(number) for number in CLOSING.match(closing).groups())
        assert done.returncode == 1 and [files, passed, failed, before, stories] == counted
        assert files == failed + before + stories and len(told) == passed + failed and len((tmp_path / "../out").read_bytes().splitlines()) == 50
    (tmp_path / "../out").resolve().unlink()


@pytest.mark.parametrize("raw, words", [(b"[]", "no story in it"), (b"\n\n", None), (b"", None), (b"<nitf></nitf>", "no text in it"), (b"\x01\x02\x03", None), (b'{"a": 1}', "no field with a text"), (b"\x16\x16\x01f1\x1fx\nu f x", "an ANPA header without a text")],
                         ids=str)
def test_who_gives_no_story_gives_a_word(run, raw, words):
    done = run(stdin=raw)
    if words:
        assert done.returncode == 1 and done.stdout == b"" and words in done.stderr.decode() and done.stderr.count(b"\n") == 1
    else:
        assert done.returncode == 0 and "empty" in [warning["code"] for warning in json.loads(done.stdout)["warnings"]]


# --- row 24: nothing is made up -----------------------------------------------------------------------------------------
def plain(words: str) -> str:
    """Words without marks, breaks and case: a name's parts may stand on two lines, and in capitals."""
    return " ".join(re.sub(r"[^\w%$£€]+", " ", words.casefold()).split())


def test_every_name_value_and_cue_stands_in_the_story(reports):
    for name, report in reports.items():
        said, head = plain(report.text), f"{report.header}"
        for speaker in report.speakers:
            assert speaker.mentions, f"{name}: {speaker.name} is nowhere"
            for words in filter(None, (speaker.name, speaker.title, speaker.role, speaker.affiliation)):
                missing = set(plain(words).split()) - set(said.split())
                assert not missing, f"{name}: {words!r} is not in the story"
        for figure in report.figures:
            assert figure.start <= figure.number.start < figure.number.end <= figure.end
            if figure.number.text.isdecimal() and figure.qualifier is None:
                assert figure.value == int(figure.number.text), f"{name}: {figure.number.text} is {figure.value}"
        for quotation in report.quotations:
            for span in (*quotation.parts, *filter(None, (quotation.cue, quotation.source))):
                assert report.text[span.start : span.end] == span.text and span.text.strip(), f"{name}: {span} is not in the story"
        for place in report.dateline.places if report.dateline else ():
            written = plain(report.dateline.text)
            assert plain(place.name) in written or set(plain(place.name).split()) <= set(written.split()), f"{name}: {place.name}"
            for found in filter(None, (place.region, place.country)):
                assert plain(found) in written or place.match or place.precision, f"{name}: {found} comes from nowhere"
            assert place.match or place.geonames_id is place.latitude is place.longitude is None
        if report.date:
            assert report.date.basis in ("header", "reference") or report.text[report.date.start : report.date.end] == report.date.text, f"{name}: {head}"


def test_every_item_has_a_rule_behind_it(reports):
    for name, report in reports.items():
        for item in (*report.quotations, *report.speakers, *report.figures, *filter(None, (report.dateline, report.date))):
            assert item.why, f"{name}: {item}"


def test_of_nothing_comes_nothing(run):
    (line,) = run(stdin=b"It was a quiet day in the village, and the rain went on falling over the fields.\n").stdout.splitlines()
    report = json.loads(line)
    assert (report["dateline"], report["date"], report["quotations"], report["speakers"], report["figures"]) == (None, None, [], [], [])
    assert not any(report["header"].values())


def test_the_reason_of_each_promise_is_a_test():
    """SECURITY.md names a test for each promise; each of them exists."""
    page = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    named = re.findall(r"`(test_\w+\.py)`: `(test_\w+)`", page)
    assert len(named) >= 24 and set(range(1, 25)) == set(map(int, re.findall(r"^\| (\d+) \|", page, re.M)))
    for module, test in named:
        assert f"def {test}(" in (ROOT / "tests" / "reliability" / module).read_text(encoding="utf-8"), f"{module} has no {test}"
