"""The command as a user meets it: options, exit codes, pipes, and input that is not what it should be."""
import json
import os
import subprocess
import sys

import pytest
from terminal import on_a_terminal

STORY = b"Port shelled\n\nPORT MIRA, Oct 13 (Reuters) - At least 12 dockers were killed on Friday, police said.\n"
PICTURE = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256))


@pytest.fixture
def wire(tmp_path):
    """A folder of stories, with what lies about in folders."""
    folder = tmp_path / "wire"
    (folder / "b" / "deep").mkdir(parents=True)
    (folder / ".hidden").mkdir()
    for name in ("c.txt", "a.txt", "b/2.txt", "b/deep/1.txt", ".hidden/x.txt", ".x.txt"):
        (folder / name).write_bytes(STORY)
    os.mkfifo(folder / "fifo")
    return folder


def lines(done: subprocess.CompletedProcess) -> list[dict]:
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def paths(done: subprocess.CompletedProcess) -> list[str]:
    return [line["source"]["path"] for line in lines(done)]


# --- what to read -------------------------------------------------------------------------------------------------------
def test_a_file(run, wire):
    done = run("wire/a.txt")
    assert (done.returncode, paths(done), done.stderr) == (0, ["wire/a.txt"], b"")


def test_a_folder_is_all_regular_files_below_sorted(run, wire):
    assert paths(run("wire")) == ["wire/a.txt", "wire/b/2.txt", "wire/b/deep/1.txt", "wire/c.txt"]


def test_order_is_that_of_the_arguments(run, wire):
    assert paths(run("wire/c.txt", "-", "wire/b", stdin=STORY)) == ["wire/c.txt", "-", "wire/b/2.txt", "wire/b/deep/1.txt"]


@pytest.mark.parametrize("arguments", [(), ("-",), ("-", "-")])
def test_standard_input(run, arguments):
    assert paths(run(*arguments, stdin=STORY)) == ["-"]


def test_no_path_and_a_terminal_is_a_call_for_help(tmp_path):
    code, seen = on_a_terminal(cwd=tmp_path)
    assert code == 2 and seen.startswith("Usage: conflictparse [OPTIONS] [PATHS]...") and len(seen.splitlines()) < 10


# --- options ------------------------------------------------------------------------------------------------------------
def test_a_terminal_gets_tables_and_a_pipe_gets_lines(run, wire):
    code, seen = on_a_terminal("wire/a.txt", cwd=wire.parent)
    assert code == 0 and "wire/a.txt" in seen and "\x1b[" in seen and not seen.startswith("{")
    assert run("wire/a.txt").stdout.startswith(b'{"schema":"conflictparse.report/1","source"')


@pytest.mark.parametrize("options", [("-t",), ("-f", "table"), ("--format", "table"), ("--format=table", "-t")])
def test_table(run, options):
    done = run(*options, stdin=STORY)
    assert done.returncode == 0 and done.stdout.decode().startswith("── - ─") and b"\x1b" not in done.stdout


@pytest.mark.parametrize("form, beginning", [("json", "[\n{"), ("csv", "path,story,"), ("tsv", "path\tstory\t"), ("text", "⟦dateline⟧")])
def test_other_formats(run, form, beginning):
    done = run("-f", form, stdin=STORY)
    assert (done.returncode, done.stderr) == (0, b"") and done.stdout.decode().startswith(beginning) and b"\x1b" not in done.stdout


@pytest.mark.parametrize("each, number", [("figures", 1), ("quotations", 1), ("speakers", 1), ("places", 1)])
def test_a_row_an_item(run, each, number):
    rows = lines(run("-e", each, "--reference-date", "2017-10-20", stdin=STORY))
    assert len(rows) == number and all((row["path"], row["date"], row["place"]) == ("-", "2017-10-13", "Port Mira") for row in rows)


def test_the_columns_that_are_asked_for(run):
    assert run("-e", "figures", "-f", "csv", "--fields", "path, low,effect,speaker,counted.start", stdin=STORY).stdout == b"path,low,effect,speaker,counted.start\n-,12,killed,police,56\n"
    assert lines(run("--fields", "figures", stdin=STORY)) == [{"figures": 1}]


def test_vague_numbers_are_read_as_asked(run):
    values = [lines(run("-e", "figures", *options, stdin=b"Dozens were killed."))[0]["value"] for options in ((), ("--vague", "literal"), ("--vague", "acled"))]
    assert values == [24, 24, 12]


@pytest.mark.parametrize("words, completed", [
    ("-f j", ["jsonl", "json"]), ("--vague a", ["acled"]), ("-e q", ["quotations"]), ("--fields hea", ["headline"]), ("-e figures --fields path,co", ["path,country_code", "path,counted"]),
    ("--skip", ["--skip-done"]),
])
def test_a_shell_completes(run, words, completed):
    words = f"conflictparse {words}"
    done = run(env={"_CONFLICTPARSE_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(len(words.split()) - 1)})
    assert done.stdout.decode().split() == completed


@pytest.mark.parametrize("options", [("-j",), ("-f", "jsonl"), ("--format", "auto"), ()])
def test_jsonl(run, options):
    assert lines(run(*options, stdin=STORY))[0]["schema"] == "conflictparse.report/1"


def test_the_reference_date_dates_what_has_no_year(run):
    assert lines(run("--reference-date", "1989-10-20", stdin=STORY))[0]["date"]["value"] == "1989-10-13"


def test_text_and_rules_come_when_asked_for(run):
    (line,) = lines(run("--include-text", "--explain", stdin=STORY))
    assert line["text"] == STORY.decode() and line["dateline"]["rule"].startswith("dateline.style.")


def test_schema(run):
    assert json.loads(run("--schema").stdout)["properties"]["schema"] == {"const": "conflictparse.report/1"}


def test_version(run):
    assert run("--version").stdout == b"conflictparse 0.1.0 (schema conflictparse.report/1)\n"


def test_rules(run):
    assert b"\n  agency_and_dash" in run("--rules").stdout
    assert b"style.py:" in run("--rules", "dateline.style.agency_and_dash").stdout
    assert run("--rules", "nonsense").returncode == 2


@pytest.mark.parametrize("options", [("--help",), ("-h",)])
def test_help_shows_examples_first(run, options):
    seen = run(*options).stdout.decode()
    assert seen.index("conflictparse wire/") < seen.index("--reference-date") and "--install-completion" in seen


def test_every_option_has_its_line_in_help(run):
    """Of each: its names, then what it does; in a wide terminal on one line."""
    shown = run("--help", env={"COLUMNS": "200", "TERMINAL_WIDTH": "200"}).stdout.decode()
    for name in ("--files-from FILE", "-0, --null", "--glob", "--hidden", "--follow", "-f, --format", "-j ", "-t ", "-e, --each", "--fields", "--vague", "--include-text", "--explain", "--raw-csv",
                 "--color", "-o, --output", "--append", "--skip-done", "-J, --jobs", "--unbuffered", "--strict", "-q, --quiet", "-v, --verbose", "--debug", "--schema", "--rules", "--version"):
        assert shown.count(f"\n  {name}") == 1, name


@pytest.mark.parametrize("variables, options, colored", [
    ({}, (), False), ({}, ("--color", "always"), True), ({"FORCE_COLOR": "1"}, (), True), ({"FORCE_COLOR": "0"}, (), False),
    ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, (), False), ({"NO_COLOR": "1"}, ("--color", "always"), True), ({"FORCE_COLOR": "1"}, ("--color", "never"), False),
])
def test_colours(run, variables, options, colored):
    assert (b"\x1b[" in run("-t", *options, stdin=STORY, env=variables).stdout) == colored


@pytest.mark.parametrize("arguments", [
    ("--nonsense",), ("-f", "tabel"), ("-j", "-t"), ("-f", "table", "-j"), ("--reference-date", "yesterday"), ("--reference-date", "2017-02-30"), ("--color", "red"),
    ("-e", "tolls"), ("--fields", "path,nonsense"), ("-f", "text", "-e", "figures"), ("-f", "csv", "--include-text"), ("-0",), ("--append",), ("-o", "x", "--skip-done"),
    ("-o", "x", "--append", "-f", "json"), ("-o", "x", "--append", "--skip-done", "-e", "figures"), ("-q", "-v"), ("-J", "-1"), ("--vague", "gtd"),
])
def test_wrong_use(run, arguments):
    done = run(*arguments, stdin=STORY)
    assert (done.returncode, done.stdout) == (2, b"") and b"Traceback" not in done.stderr and done.stderr


# --- input that is not what it should be --------------------------------------------------------------------------------
def test_what_cannot_be_read_is_named_and_the_rest_is_written(run, wire):
    (wire / "a.txt").write_bytes(PICTURE)
    (wire / "dangling").symlink_to("nowhere")
    (wire / "loop").symlink_to("loop")
    (wire / "up").symlink_to("..")
    done = run("wire", "missing.txt")
    assert (done.returncode, len(lines(done))) == (1, 3)
    assert done.stderr.decode().splitlines() == [
        "conflictparse: wire/a.txt: not text",
        "conflictparse: wire/dangling: No such file or directory",
        "conflictparse: wire/loop: Too many levels of symbolic links",
        "conflictparse: missing.txt: No such file or directory",
    ]


@pytest.mark.parametrize("raw, warning", [(b"", "empty"), (b"\n", "empty"), (b"\xef\xbb\xbf", "empty"), (b"Mossor\xf3 fell.", "encoding_guessed")])
def test_thin_input_is_a_report_with_a_warning(run, raw, warning):
    done = run(stdin=raw)
    assert done.returncode == 0 and [found["code"] for found in lines(done)[0]["warnings"]] == [warning]


@pytest.mark.parametrize("raw", [b'"' * 300, "“”’‘\"'«»".encode() * 50, b"[/b] [bold] [", STORY.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + STORY, bytes(range(1, 256)) * 3],
                         ids=["marks", "all marks", "brackets", "crlf", "bom", "bytes"])
@pytest.mark.parametrize("options", [("-j",), ("-t",)])
def test_odd_input_is_read(run, raw, options):
    done = run(*options, stdin=raw)
    assert (done.returncode, done.stderr) == (0, b"") and done.stdout


# --- output that goes nowhere -------------------------------------------------------------------------------------------
def test_ctrl_c(wire):
    """130, without a word, and the last line is whole."""
    process = subprocess.Popen([sys.executable, "-m", "conflictparse", "-j", "wire/a.txt", "wire/fifo"], cwd=wire.parent, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    with open(wire / "fifo", "wb"):  # opens when the command does, which has written the first report then
        process.send_signal(2)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (130, b"") and out.decode().count("\n") == 1 and json.loads(out)


def test_standard_input_is_answered_at_once(wire):
    """Its report does not wait for the next file, which is a pipe that nobody has opened yet."""
    process = subprocess.Popen([sys.executable, "-m", "conflictparse", "-j", "-", "wire/fifo"], cwd=wire.parent, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    process.stdin.write(STORY)
    process.stdin.close()
    assert json.loads(process.stdout.readline())["source"]["path"] == "-"
    (wire / "fifo").write_bytes(STORY)
    assert json.loads(process.stdout.read())["source"]["path"] == "wire/fifo"
    assert process.wait(timeout=30) == 0
