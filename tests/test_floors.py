"""The floors of the house: imports go down, finders have no door to each other, heavy packages have one home each."""
import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "conflictparse"
FLOORS = [
    {"shelf"},
    {"errors", "kept", "patterns", "report", "stop"},
    {"story", "rule", "lexicon", "almanac", "paths", "worker", "target"},
    {"page", "pool"},
    {"wire", "finders", "outputs"},
    {"desk", "notices"},
    {"api"},
    {"batch", "options"},
    {"cli", "__init__"},
    {"__main__"},
]
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
HOMES = {
    "dateparser": ("almanac/dates.py",),
    "rich": ("outputs/",),
    "typer": ("cli.py", "options.py"),
    "click": (),
    "marshal": ("shelf.py",),
    "xml": ("wire/reading/markup.py",),
    "pydantic": (),
    "re": ("patterns.py",),
    "regex": ("patterns.py",),
}
FILES = sorted(path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py"))
each_file = pytest.mark.parametrize("path", FILES, ids=str)


def imports(path: Path) -> list[tuple[str, ...]]:
    """What a file imports, wherever in it: our own modules as paths from the package's root, others after a leading ``."""
    found = []
    for node in ast.walk(ast.parse((PACKAGE / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [_absolute(alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found.append(_absolute(node.module))
        elif isinstance(node, ast.ImportFrom):
            base = (*path.parts[: len(path.parts) - node.level], *(node.module or "").split("."))
            base = tuple(part for part in base if part)
            found += [(*base, alias.name) for alias in node.names]
    return found


def _absolute(name: str) -> tuple[str, ...]:
    parts = tuple(name.split("."))
    return parts[1:] or ("__init__",) if parts[0] == "conflictparse" else ("", *parts)


def room(path: Path) -> str:
    return path.parts[0].removesuffix(".py")


@each_file
def test_every_module_has_a_floor(path):
    assert room(path) in FLOOR, f"{path} stands on no floor: enter it in FLOORS"


@each_file
def test_imports_go_down(path):
    for other in imports(path):
        if other[0] and other[0] != room(path):
            goal = other[0] if other[0] in FLOOR else "__init__"
            assert FLOOR[goal] < FLOOR[room(path)] or goal == "__init__" and other == ("__version__",), f"{path} reaches up to {'.'.join(other)}"


@pytest.mark.parametrize("path", [path for path in FILES if path.parts[0] == "finders" and len(path.parts) > 2], ids=str)
def test_finders_do_not_know_each_other(path):
    for other in imports(path):
        if other[0] == "finders" and len(other) > 1:
            assert other[1] == path.parts[1], f"{path} has a door to {'.'.join(other)}"


@each_file
def test_heavy_packages_have_one_home(path):
    for other in imports(path):
        homes = HOMES.get(other[1]) if not other[0] else None
        if homes is not None:
            assert path.as_posix().startswith(homes), f"{path} imports {other[1]}, which lives in {homes or 'no module of ours'}"


@each_file
def test_a_folder_is_used_through_its_own_modules_only_downward(path):
    """Siblings import each other one way: `__init__` uses its modules, never the reverse for what `__init__` defines."""
    siblings = {path.parent.joinpath(f"{other[-1]}.py") for other in imports(path) if other[:-1] == path.parts[:-1]}
    for sibling in siblings & set(FILES):
        back = {path.parent.joinpath(f"{other[-1]}.py") for other in imports(sibling) if other[:-1] == sibling.parts[:-1]}
        assert path not in back, f"{path} and {sibling} import each other"
