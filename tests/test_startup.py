"""What is loaded when: nothing that reads stories for --help, nothing that draws tables for JSON, no pattern before a story needs it."""
import json
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "conflictparse"
HEAVY = ("regex", "dateparser", "rich.table", "rich.console", "pydantic", "conflictparse.finders", "conflictparse.page", "conflictparse.desk", "conflictparse.almanac")
MODULES = sorted(".".join(("conflictparse", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__") for path in PACKAGE.rglob("*.py")
                 if path.stem not in ("__main__", "build_places"))
STORY = "KINSHASA, Oct 15, 2017 (AFP) - At least 12 people were killed, police said.\n"


def loaded(code: str, stdin: str = "") -> set[str]:
    """The modules that a process has loaded at its end."""
    code = f"import sys, json, atexit\natexit.register(lambda: print('LOADED', json.dumps(list(sys.modules)), file=sys.stderr))\n{code}"
    done = subprocess.run([sys.executable, "-c", code], input=stdin, capture_output=True, text=True, timeout=60)
    lines = done.stderr.splitlines()
    if errors := [line for line in lines if not line.startswith("LOADED ")]:
        pytest.fail("\n".join(errors), pytrace=False)
    return set(json.loads(lines[0].removeprefix("LOADED ")))


def command(*arguments: str, stdin: str = "") -> set[str]:
    return loaded(f"sys.argv = ['conflictparse', *{arguments!r}]\nfrom conflictparse.cli import main\nmain()", stdin)


def among(modules: set[str], names: tuple[str, ...]) -> list[str]:
    return sorted(name for name in modules if name.startswith(tuple(f"{other}." for other in names)) or name in names)


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_asking_for_help_loads_nothing_that_reads_stories(option):
    assert not among(command(option), HEAVY)


def test_one_story_to_json_loads_no_tables_and_no_dateparser():
    assert not among(command("-j", stdin=STORY), ("rich", "pydantic", "dateparser", "multiprocessing", "csv", "conflictparse.outputs.rows", "conflictparse.outputs.table"))


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="its own checksum has another name there")
def test_one_story_to_json_loads_no_openssl():
    assert "_hashlib" not in command("-j", stdin=STORY)


def test_importing_the_package_loads_nothing():
    assert not among(loaded("import conflictparse"), (*HEAVY, "typer", "conflictparse.report"))


def test_importing_all_modules_compiles_no_pattern():
    """Neither `re` nor `regex` is asked for anything by a module of ours."""
    code = f"""
import importlib, re, regex
asked = []
def watched(function):
    def watching(*arguments, **options):
        caller = sys._getframe(1)
        if "/conflictparse/" in caller.f_code.co_filename:
            asked.append(f"{{caller.f_code.co_filename}}:{{caller.f_lineno}} compiles a pattern when it is imported")
        return function(*arguments, **options)
    return watching
for module in (re, regex):
    for name in ("compile", "search", "match", "fullmatch", "sub", "split", "findall", "finditer"):
        setattr(module, name, watched(getattr(module, name)))
for name in {MODULES!r}:
    importlib.import_module(name)
for line in asked:
    print(line, file=sys.stderr)
"""
    loaded(code)


@pytest.mark.parametrize("module", MODULES)
def test_every_module_can_be_imported_alone(module):
    loaded(f"import {module}")
