"""The README's eleven one-liners, on stories of our own: each gives what its comment promises."""
import csv
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
(BLOCK,) = (block for block in re.findall(r"^```sh\n(.*?)^```", README, re.M | re.S) if "# 1." in block)
LINES = {int(number): lines.strip().splitlines() for number, lines in re.findall(r"^# (\d+)\. .*\n((?:(?!#).*\n)+)", BLOCK, re.M)}
ANPA = "\x16\x16\x01f0{n}\x1freute\nu f BC-PORT{mark}   10-13 0105\n\x02Port shelled\n\nBEIRUT, Oct 13, 2017 (Reuters) - Nobody was hurt.\n\x03"
STORIES = {
    "a.txt": "Raid on a market\n\nALEPPO, Syria, Oct 13, 2017 (Reuters) - At least 12 civilians were killed in a raid, police said.\n\n"
             "Between 20 and 25 civilians were killed, the army said. “We saw it,” the army said.\n",
    "b.txt": "Clash\n\nKABUL, Oct 14, 2017 (AFP) - Three soldiers died, the army said.\n",
    "c.txt": "Quiet\n\nKABUL, Friday - It was quiet.\n",
    "d.txt": ANPA.format(n=704, mark=""), "e.txt": ANPA.format(n=705, mark=" 1st Ld"),
}


@pytest.fixture
def do(tmp_path):
    """Do what a line says, in a folder with the stories, a zip and a clipboard; what it gives."""
    (tmp_path / "wire").mkdir()
    (tmp_path / "bin").mkdir()
    for name, story in STORIES.items():
        (tmp_path / "wire" / name).write_text(story, encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "wires.zip", "w") as archive:
        archive.writestr("story.txt", STORIES["b.txt"])
    (tmp_path / "bin" / "pbpaste").write_text(f"#!/bin/sh\ncat '{tmp_path}/wire/b.txt'\n")
    (tmp_path / "bin" / "pbpaste").chmod(0o755)
    places = os.pathsep.join((str(tmp_path / "bin"), str(Path(sys.executable).parent), os.environ["PATH"]))

    def doing(line: str) -> str:
        for tool in ("jq", "sqlite-utils", "unzip"):
            if re.search(rf"(^|\| ){tool} ", line) and not shutil.which(tool, path=places):
                pytest.skip(f"{tool} is not there")
        done = subprocess.run(["bash", "-o", "pipefail", "-c", line], cwd=tmp_path, env={**os.environ, "PATH": places}, capture_output=True, text=True, timeout=60)
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    doing.folder = tmp_path
    return doing


def test_there_are_eleven():
    assert [*LINES] == [*range(1, 12)] and all(len(lines) == (3 if number == 11 else 1) for number, lines in LINES.items())


@pytest.mark.parametrize("number, given", [
    (1, "      2 army\n      1 police\n"),
    (2, "wire/a.txt\n"),
    (3, "wire/a.txt\t2017-10-13\tAleppo\t12\tcivilians\tpolice\nwire/a.txt\t2017-10-13\tAleppo\t20\tcivilians\tarmy\nwire/b.txt\t2017-10-14\tKabul\t3\tsoldiers\tarmy\n"),
    (5, '{"path":"wire/a.txt","tolls":[{"speaker":"police","value":12},{"speaker":"army","value":20}]}\n'),
    (6, '{"path":"wire/a.txt","low":12,"high":25}\n{"path":"wire/b.txt","low":3,"high":3}\n'),
    (8, "wire/d.txt wire/e.txt\n"),
    (9, "wire/c.txt\t\tdate_unread\n"),
])
def test_what_it_gives(do, number, given):
    assert do(LINES[number][0]) == given


def test_4_a_spreadsheet(do):
    assert do(LINES[4][0]) == ""
    rows = list(csv.DictReader((do.folder / "tolls.csv").open()))
    assert [(row["path"], row["low"], row["value"], row["high"], row["speaker"]) for row in rows] == [
        ("wire/a.txt", "12", "12", "", "police"), ("wire/a.txt", "20", "20", "25", "army"), ("wire/b.txt", "3", "3", "3", "army")]


def test_7_a_map(do):
    features = [json.loads(line) for line in do(LINES[7][0]).splitlines()]
    assert len(features) == 5 and all(33 < feature["geometry"]["coordinates"][1] < 37 for feature in features) and features[0]["properties"]["date"] == "2017-10-13"


def test_10_a_database(do):
    """The rows go into a database as they are, with sqlite-utils where it is there."""
    import sqlite3

    line, _, tool = LINES[10][0].partition(" | ")
    rows = [json.loads(row) for row in do(line).splitlines()]
    with sqlite3.connect(":memory:") as base:
        base.execute(f"create table figures ({', '.join(rows[0])})")
        base.executemany(f"insert into figures values ({', '.join('?' * len(rows[0]))})", [tuple(row.values()) for row in rows])
        assert base.execute("select sum(value) from figures where effect = 'killed'").fetchone() == (35,)
    do(LINES[10][0])
    assert (do.folder / "tolls.db").exists()


@pytest.mark.parametrize("line", LINES[11])
def test_11_from_elsewhere(do, line):
    seen = do(line)
    assert "Clash" in seen and ("Headline  Clash" in seen) == line.endswith("-t") and ("-0" not in line or seen.count("\n") == 5)
