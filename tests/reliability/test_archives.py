"""Rows 5, 6 and 7: XML that explodes, archives that unfold to more than there is memory, files and stories of any size."""
import gzip
import json
import lzma
import os
import resource
import subprocess
import sys

import pytest

MIB = 1 << 20
LAUGHS = "<!DOCTYPE nitf [<!ENTITY a0 'ha'>" + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10)) + "]>"
DOCUMENTS = [
    (LAUGHS, "<p>&a9;</p>", "declares entities"),
    ("<!DOCTYPE nitf [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>", "<p>&x;</p>", "declares entities"),
    ("<!DOCTYPE nitf [<!ENTITY % x SYSTEM 'http://127.0.0.1:9/x.dtd'> %x;]>", "<p>Rain</p>", "declares entities"),
    ("<!DOCTYPE nitf SYSTEM 'http://127.0.0.1:9/nitf.dtd'>", "<p>Rain fell.</p>", None),
    ("", "<b>" * 200_000, "nested deeper than 200 levels"),
    ("", "<p>&kolb;</p>", "undefined entity"),
    ("", "<p>Rain&nbsp;fell.</p>", None),
    ("", f"<p {' '.join(f'a{n}=''x''' for n in range(50_000))}>Rain</p>", "broken XML"),
    ("", "<p>Rain fell" * 20_000, "XML"),
]


def largest(*arguments, cwd, **options) -> tuple[subprocess.CompletedProcess, float]:
    """Run the command; what it says, and the most memory that it had, in MiB: asked of a process between, since it is kept for all children together."""
    code = "import resource, subprocess, sys; done = subprocess.run(sys.argv[1:]); print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr); sys.exit(done.returncode)"
    done = subprocess.run([sys.executable, "-c", code, sys.executable, "-m", "conflictparse", *arguments], cwd=cwd, capture_output=True, timeout=120, **options)
    *errors, memory = done.stderr.splitlines(keepends=True)
    done.stderr = b"".join(errors)
    return done, int(memory) / (MIB if sys.platform == "darwin" else 1024)


def seconds() -> float:
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


@pytest.mark.parametrize("before, body, words", DOCUMENTS, ids=["laughs", "a file", "a parameter", "a DTD", "deep", "unknown entity", "nbsp", "attributes", "unclosed"])
def test_xml_is_read_or_refused_in_little_time_and_memory(tmp_path, before, body, words):
    (tmp_path / "a.xml").write_text(f"{before}<nitf><body><body.content>{body}</body.content></body></nitf>")
    begun = seconds()
    done, memory = largest("--include-text", "a.xml", cwd=tmp_path)
    assert seconds() - begun < 3 and memory < 150  # of that half a second and 35 MiB are the command
    if words is None:
        assert done.returncode == 0 and json.loads(done.stdout)["text"].startswith("Rain")
    else:
        assert (done.returncode, done.stdout) == (1, b"") and done.stderr.startswith(b"conflictparse: a.xml: ") and words.encode() in done.stderr and done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("head, pack", [(b"", gzip), (b'{"text": "', gzip), (b"ZCZC KNA0123\n", lzma)], ids=["a text", "a line", "a message"])
def test_a_bomb_is_put_away(tmp_path, head, pack):
    """More than is unpacked of it here: the first 72 MiB decide, however much follows."""
    with pack.open(tmp_path / "bomb", "wb", **({"compresslevel": 1} if pack is gzip else {"preset": 0})) as bomb:
        bomb.write(head)
        for _ in range(120):
            bomb.write(b"a " * (MIB // 2))
    done, memory = largest("bomb", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"conflictparse: bomb: more than 64 MiB in one piece\n") and memory < 300


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_of_a_long_file_only_a_story_is_in_memory(tmp_path, jobs):
    """300 MiB of records, and between them one of 20 MiB, which is passed over."""
    record = b'{"text": "Rain fell on 3 towns.", "padding": "' + b"a" * MIB + b'"}\n'

    def feed(count: int):
        with open(tmp_path / "long.jsonl", "wb") as file:
            for number in range(count):
                file.write(record if number != 10 else record[:-3] * 20 + b'"}\n')

    feed(20)
    few = largest("-J", jobs, "long.jsonl", cwd=tmp_path)[1]
    feed(300)
    done, many = largest("-J", jobs, "long.jsonl", cwd=tmp_path)
    assert done.returncode == 1 and done.stderr == b"conflictparse: long.jsonl: line 11: too large for a story\n"
    assert done.stdout.count(b"\n") == 299 and many < few * 1.2 and many < 120


@pytest.mark.parametrize("name, raw", [("a.txt", b"%s"), ("a.json", b'{\n"title": "x", "body": "%s"}'), ("a.xml", b"<nitf><body><body.content><p>%s</p></body.content></body></nitf>")])
def test_what_is_too_large_for_a_story_is_named_and_the_rest_is_read(run, tmp_path, name, raw):
    (tmp_path / name).write_bytes(raw % (b"a b c d " * (9 * MIB // 8)))
    (tmp_path / "z.txt").write_bytes(b"Rain fell on 3 towns.")
    done = run(name, "z.txt")
    assert (done.returncode, done.stderr, done.stdout.count(b"\n")) == (1, f"conflictparse: {name}: too large for a story\n".encode(), 1)


def test_an_endless_device_is_no_story(run):
    if not os.path.exists("/dev/zero"):
        pytest.skip("this system has no /dev/zero")
    done = run("/dev/zero")
    assert done.returncode == 1 and done.stderr.startswith(b"conflictparse: /dev/zero: ")
