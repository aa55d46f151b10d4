"""Rows 8, 9, 10, 11 and 18: what lies about in folders, bytes of any kind, links and pipes, files that cannot be read, names of any kind."""
import gzip
import json
import os
import random
import socket
import subprocess
import sys
import zipfile

import pytest

from conflictparse import wire
from conflictparse.errors import Malformed

STORY = b"Clash in Beirut\n\nBEIRUT, Oct 13, 2017 (Reuters) - At least 12 dockers were killed on Friday, police said.\n"


def lines(done: subprocess.CompletedProcess) -> list[dict]:
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def paths(done: subprocess.CompletedProcess) -> list[str]:
    return [line["source"]["path"] for line in lines(done)]


# --- row 8: what is no text ---------------------------------------------------------------------------------------------
def docx(path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")


def test_what_is_no_text_is_named_in_a_folder_too_and_the_rest_is_read(run, tmp_path):
    chance = random.Random(8)
    for name, raw in {"a.png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "b.pdf": b"%PDF-1.7\n1 0 obj", "c.elf": b"\x7fELF\x02\x01\x01", "d.bin": chance.randbytes(20_000), "e.jpg": b"\xff\xd8\xff\xe0\0\x10JFIF",
                      "f.txt": STORY[:50] + b"\0" + STORY[50:], "g.gz": gzip.compress(chance.randbytes(20_000)), "h.gz": gzip.compress(STORY * 50)[:60], "i.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
                      "j.rtf": b"{\\rtf1 Rain}", ".DS_Store": b"\0\0\0\x01Bud1", "z.txt": STORY}.items():
        (tmp_path / name).write_bytes(raw)
    docx(tmp_path / "k.docx")
    done = run("-v", ".")
    *told, closing = done.stderr.decode().splitlines()
    assert done.returncode == 1 and paths(done) == ["./z.txt"]
    assert [line.split(": ")[1] for line in told] == ["./.DS_Store", *(f"./{name}" for name in ("a.png", "b.pdf", "c.elf", "d.bin", "e.jpg", "f.txt", "g.gz", "h.gz", "i.doc", "j.rtf", "k.docx"))]
    assert all(line.split(": ", 2)[2].startswith(("not text", "broken gzip data", "RTF: ", "passed over: hidden")) for line in told)
    assert closing.startswith("conflictparse: 12 files, 1 passed over, 11 failed, 0 stories done before, 1 stories, ")


# --- row 9: bytes of any kind -------------------------------------------------------------------------------------------
@pytest.mark.parametrize("at", [0, 14, 40, 71, 99])
def test_any_byte_anywhere_makes_a_report_or_one_line(at):
    """Instead of a character, and after a multi-byte one cut in half; on every second byte of those two."""
    for byte in range(256):
        for raw in (STORY[:at] + bytes([byte]) + STORY[at + 1 :], STORY[:at] + "“é".encode()[:-1] + bytes([byte]) + STORY[at:]):
            try:
                (story,) = wire.stories(raw)
            except Malformed as error:
                assert "\n" not in str(error) and byte == 0 or byte == 0x16
                continue
            assert story.text.encode("utf-8")


@pytest.mark.parametrize("raw", [
    STORY.replace(b"dockers", b"d\xc3"), STORY.replace(b"dockers", "“dóckers”".encode("cp1252")), STORY.decode().encode("utf-16"), STORY.replace(b"Port", b"\xed\xa0\xbd"), STORY + b"\xf0\x9f\x92",
    b'{"text": "PORT MIRA, Oct 13 (Reuters) - At least \\ud83d 12 dockers \\udc80 were killed, \\ud83d\\ude00 police said."}\n', b"\xef\xbb\xbf\xef\xbb\xbf" + STORY, b"\xff\xfe" + STORY, b"\xfe",
], ids=["cut", "cp1252", "utf-16", "surrogate", "truncated", "escaped surrogates", "two marks", "a wrong mark", "a byte"])
@pytest.mark.parametrize("form", ["jsonl", "table"])
def test_what_comes_out_is_utf_8_and_json(run, raw, form):
    done = run("-f", form, "--include-text", stdin=raw)
    assert done.returncode == 0 and done.stderr == b"" and done.stdout.decode("utf-8")
    for line in lines(done) if form == "jsonl" else ():
        text = line["text"]
        assert all(text[span["start"] : span["end"]] == span["text"] for span in (*line["figures"], *(quotation["content"] for quotation in line["quotations"])))


# --- row 10: links, pipes, devices, sockets -----------------------------------------------------------------------------
@pytest.fixture
def strange(tmp_path, monkeypatch):
    """A folder with one story and everything else that a folder may hold."""
    (tmp_path / "wire" / "deep").mkdir(parents=True)
    (tmp_path / "wire" / "deep" / "a.txt").write_bytes(STORY)
    os.mkfifo(tmp_path / "wire" / "fifo")
    for name, goal in (("loop", "loop"), ("up", ".."), ("round", "deep"), ("nowhere", "gone"), ("null", "/dev/null")):
        (tmp_path / "wire" / name).symlink_to(goal)
    (tmp_path / "wire" / "deep" / "back").symlink_to("../../wire")
    monkeypatch.chdir(tmp_path)  # a socket's path must be short
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("wire/socket")
        yield tmp_path


@pytest.mark.parametrize("options, passed", [
    ((), ["deep/back: passed over: a link to a folder", "fifo: passed over: no regular file", "null: passed over: no regular file", "round: passed over: a link to a folder",
          "socket: passed over: no regular file", "up: passed over: a link to a folder"]),
    (("--follow",), ["deep/back: passed over: a folder that was read before", "fifo: passed over: no regular file", "null: passed over: no regular file", "round: passed over: a folder that was read before",
                     "socket: passed over: no regular file", "up/wire: passed over: a folder that was read before"]),
])
def test_only_files_are_read_in_a_folder_and_links_do_not_go_round(run, strange, options, passed):
    done = run("-v", *options, "wire")
    *told, closing = done.stderr.decode().splitlines()
    assert done.returncode == 1 and paths(done) == ["wire/deep/a.txt"]
    assert sorted(told) == sorted([f"conflictparse: wire/{line}" for line in passed] + ["conflictparse: wire/loop: Too many levels of symbolic links", "conflictparse: wire/nowhere: No such file or directory"])
    assert closing.startswith("conflictparse: 3 files, 6 passed over, 2 failed, ")


# --- row 11: what cannot be read ----------------------------------------------------------------------------------------
def test_what_cannot_be_read_is_one_line_and_the_others_go_on(run, tmp_path):
    (tmp_path / "a.txt").write_bytes(STORY)
    wanted = {"gone.txt": "No such file or directory", "a.txt/b": "Not a directory", "n" * 300: "File name too long"}
    if os.path.exists("/proc/self/mem"):  # opens, but cannot be read, not even by root
        wanted["/proc/self/mem"] = "Input/output error"
    done = run(*wanted, "a.txt")
    assert done.returncode == 1 and paths(done) == ["a.txt"] and done.stderr.decode().splitlines() == [f"conflictparse: {path}: {words}" for path, words in wanted.items()]


@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root may read everything; the test before this one has a file that not even root can read")
def test_a_file_that_may_not_be_read(run, tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(STORY)
    (tmp_path / "a.txt").chmod(0)
    done = run("a.txt", "b.txt")
    assert (done.returncode, paths(done), done.stderr) == (1, ["b.txt"], b"conflictparse: a.txt: Permission denied\n")


def test_a_file_that_vanishes_during_the_run(tmp_path):
    """The list comes through a pipe, so that it is known what is read when."""
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_bytes(STORY)
    process = subprocess.Popen([sys.executable, "-m", "conflictparse", "--unbuffered", "--files-from", "-"], cwd=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdin.write(b"a.txt\n")
    process.stdin.flush()
    assert process.stdout.readline()
    (tmp_path / "b.txt").unlink()
    out, errors = process.communicate(b"b.txt\nc.txt\n", timeout=60)
    assert (process.returncode, errors, json.loads(out)["source"]["path"]) == (1, b"conflictparse: b.txt: No such file or directory\n", "c.txt")


def test_each_file_is_read_once_however_often_its_folder_is_named(run, tmp_path):
    (tmp_path / "wire").mkdir()
    (tmp_path / "wire" / "a.txt").write_bytes(STORY)
    assert paths(run("wire", "wire/", "./wire", ".")) == ["wire/a.txt"]


# --- row 18: names of any kind ------------------------------------------------------------------------------------------
NAMES = [b"a\nb.txt", b"a\x1b[31mb.txt", b"a\xff\xfeb.txt", b"-j", b"--help", b"n" * 255, b"a:b.txt", b"a b.txt", b"'\"$(x).txt", "“é”\u202e.txt".encode(), b"\\", b"*", b"a\tb", b"#1 [b].txt"]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_any_name_is_read_and_survives_in_json(run, tmp_path, jobs):
    for name in NAMES:
        (tmp_path / os.fsdecode(name)).write_bytes(STORY)
    done = run("-J", jobs, "--", *map(os.fsdecode, NAMES))
    assert (done.returncode, done.stderr, list(map(os.fsencode, paths(done)))) == (0, b"", NAMES)
    (tmp_path / "list").write_bytes(b"".join(name + b"\0" for name in NAMES))
    assert list(map(os.fsencode, paths(run("-J", jobs, "-0", "--files-from", "list")))) == NAMES


def test_any_name_is_shown_on_one_line_and_without_effect(run, tmp_path):
    for name in NAMES:
        (tmp_path / os.fsdecode(name)).write_bytes(b"\x89PNG")
    done = run(".")
    shown = done.stderr.decode().splitlines()
    assert len(shown) == len(NAMES) and all(line.isprintable() for line in shown)
    assert {"conflictparse: ./a␊b.txt: not text", "conflictparse: ./a␛[31mb.txt: not text", "conflictparse: ./a\\xff\\xfeb.txt: not text"} <= set(shown)
