"""Reports to something to look at or to store: one module an output, one line an output in the table below."""
from importlib import import_module
from typing import Callable

from ..errors import UnknownName

OUTPUTS = {
    "table": "rich tables for people",
    "jsonl": "JSON Lines for programs, one report a line",
}


def writer(name: str) -> Callable:
    """The `write` of an output."""
    if name not in OUTPUTS:
        raise UnknownName("output", name, tuple(OUTPUTS))
    return import_module(f".{name}", __package__).write
