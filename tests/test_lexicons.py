"""Word lists: each can be read, stands beside its module, names only what the contract knows, and says nothing twice."""
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest

from conflictparse import desk  # noqa: F401  which brings in every word list
from conflictparse.errors import BadWordList
from conflictparse.lexicon import Lexicon

PACKAGE = Path(__file__).parents[1] / "conflictparse"
LISTS = sorted(Lexicon.lists)
each_list = pytest.mark.parametrize("key", LISTS, ids="/".join)


def test_every_text_file_is_a_word_list_in_use():
    files = {("conflictparse." + ".".join(path.parent.relative_to(PACKAGE).parts), path.name) for path in PACKAGE.rglob("*.txt")}
    assert files == set(LISTS)


@each_list
def test_every_section_has_words(key):
    lexicon = Lexicon.lists[key]
    filled = {entry.section for _, entry in lexicon}
    assert not set(lexicon.sections) - filled, "sections without a word"


@each_list
def test_forms_stand_behind_a_comma_and_a_blank(key):
    """As they are read: no form is empty or has blanks around it."""
    package, name = key
    for line in PACKAGE.joinpath(*package.split(".")[1:], name).read_text(encoding="utf-8").splitlines():
        forms = line.partition("#")[0].rstrip().split(", ")
        assert forms == [""] or all(form and form == " ".join(form.strip(",").split()) for form in forms), line


@each_list
def test_no_line_is_written_twice(key):
    package, name = key
    path = PACKAGE.joinpath(*package.split(".")[1:], name)
    lines = [line.partition("#")[0].strip() for line in path.read_text(encoding="utf-8").splitlines()]
    section, seen = "", Counter()
    for line in filter(None, lines):
        section = line if line.startswith("[") else section
        seen[section, line] += 1
    assert not {line for line, count in seen.items() if count > 1}


def test_an_unknown_section_is_refused(tmp_path, monkeypatch):
    (tmp_path / "rooms").mkdir()
    (tmp_path / "rooms" / "__init__.py").write_text("")
    (tmp_path / "rooms" / "effect.txt").write_text("# a remark\n[killed]\nkill, kills\n[beheaded]\nbehead\n")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(Lexicon, "lists", {})
    import_module("rooms")
    with pytest.raises(BadWordList, match="effect.txt:4: unknown section 'beheaded'"):
        Lexicon("rooms", "effect.txt", ("killed",)).of("kill")
