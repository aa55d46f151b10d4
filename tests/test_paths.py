"""Which files some paths mean: patterns, hidden ones, links, lists."""
import os

import pytest

from conflictparse.errors import UnreadableFile
from conflictparse.paths import Choice, files, listed


@pytest.fixture
def wire(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "b.xml", "old/c.txt", "old/deep/d.txt", "new/e.txt", ".hidden/f.txt", "new/.g.txt", "elsewhere/h.txt"):
        path = tmp_path / ("wire" if not name.startswith("elsewhere") else "") / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    (tmp_path / "wire" / "link").symlink_to("../elsewhere")
    (tmp_path / "wire" / "up").symlink_to("..")
    (tmp_path / "wire" / "z.xml").symlink_to("nowhere")
    return tmp_path


def found(*paths, **choice) -> list[str]:
    return [path if isinstance(path, str) else str(path) for path in files(paths or ["wire"], Choice(**choice))]


GONE = "wire/z.xml: No such file or directory"
ALL = ["wire/a.txt", "wire/b.xml", "wire/new/e.txt", "wire/old/c.txt", "wire/old/deep/d.txt", GONE]


@pytest.mark.parametrize("globs, left", [
    ((), ALL),
    (("*.txt",), ["wire/a.txt", "wire/new/e.txt", "wire/old/c.txt", "wire/old/deep/d.txt"]),
    (("*.txt", "*.xml"), ALL),
    (("!*.xml",), [path for path in ALL if ".xml" not in path]),
    (("!old",), ["wire/a.txt", "wire/b.xml", "wire/new/e.txt", GONE]),
    (("!deep/",), [path for path in ALL if "deep" not in path]),
    (("old/*",), ["wire/old/c.txt", "wire/old/deep/d.txt"]),
    (("*.txt", "!d.*"), ["wire/a.txt", "wire/new/e.txt", "wire/old/c.txt"]),
    (("!*.txt", "a.*"), ["wire/a.txt"]),
    (("[ab].*",), ["wire/a.txt", "wire/b.xml"]),
    (("*.json",), []),
])
def test_patterns_choose_among_the_files_of_folders(wire, globs, left):
    assert found(globs=globs) == left


def test_a_file_that_is_named_is_read_whatever_the_patterns(wire):
    assert found("wire/b.xml", "wire/new", globs=("*.txt",)) == ["wire/b.xml", "wire/new/e.txt"]


def test_hidden_files(wire):
    assert [path for path in found(hidden=True) if path not in ALL] == ["wire/.hidden/f.txt", "wire/new/.g.txt"]


def test_links_to_folders_are_followed_when_asked_for_and_each_folder_once(wire):
    assert found(follow=True) == ["wire/a.txt", "wire/b.xml", "wire/link/h.txt", *ALL[2:]]


def test_a_folder_given_twice_is_read_once(wire):
    assert found("wire/old/deep", "wire", "wire/") == ["wire/old/deep/d.txt", *(path for path in ALL if "deep" not in path)]


@pytest.mark.parametrize("null, raw, names", [
    (False, b"a.txt\nb c.txt\r\n\n./-\nlast", ["a.txt", "b c.txt", "./-", "last"]),
    (True, b"a.txt\0b\nc.txt\0\0caf\xe9.txt\0", ["a.txt", "b\nc.txt", os.fsdecode(b"caf\xe9.txt")]),
    (False, b"", []), (True, b"last", ["last"]),
])
def test_lists(tmp_path, null, raw, names):
    (tmp_path / "list").write_bytes(raw)
    assert list(listed(str(tmp_path / "list"), null)) == names


def test_a_long_list_is_cut_right(tmp_path):
    names = [f"{'n' * (n % 300)}{n}" for n in range(3000)]
    (tmp_path / "list").write_text("\n".join(names))
    assert list(listed(str(tmp_path / "list"), False)) == names


@pytest.mark.parametrize("raw, words", [(b"a\0b\0", "a␀b␀: a NUL in a name; -0 reads such lists"), (None, "No such file")])
def test_what_is_wrong_with_a_list_is_said(tmp_path, raw, words):
    if raw is not None:
        (tmp_path / "list").write_bytes(raw)
    (error,) = listed(str(tmp_path / "list"), False)
    assert isinstance(error, UnreadableFile) and words.replace("␀", "\0") in str(error)
