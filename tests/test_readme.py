"""The README's commands run, its picture shows what the parser says, and its Python is Python."""
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, SEEDS
from picture import MARKED, picture

README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```sh\n(.*?)^```", README, re.M | re.S)
COMMANDS = [line.partition("  #")[0].strip() for block in BLOCKS if "# 1." not in block for line in block.splitlines() if line and not line.startswith(("#", "make "))]


@pytest.mark.parametrize("command", COMMANDS, ids=[re.sub(r"\W+", " ", command)[-40:] for command in COMMANDS])
def test_commands_run(command, tmp_path):
    (tmp_path / "wire").mkdir()
    for seed in SEEDS:
        shutil.copy(seed, tmp_path / "wire")
        shutil.copy(seed, tmp_path / "story.txt")
    paths = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], cwd=tmp_path, env={**os.environ, "PATH": paths}, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_picture_shows_what_the_parser_says():
    """Word for word, wherever its lines break; `make picture` draws it anew."""
    shown = MARKED.search(README)[0].splitlines()[2:-2]
    assert " ".join(shown).split() == picture().split()


def test_its_python_can_be_run():
    for block in re.findall(r"^```python\n(from .*?)^```", README, re.M | re.S):
        exec(compile(block.replace("wire/", str(ROOT / "seeds")), "README.md", "exec"), {})


@pytest.mark.parametrize("path", sorted(set(re.findall(r"\]\((?!http)([^)]+)\)", README))))
def test_links_lead_somewhere(path):
    assert (ROOT / path).exists()
