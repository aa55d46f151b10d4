"""conflictparse: what wire copy on armed conflict says, as data: datelines, speakers, quotations, figures.

    >>> from conflictparse import parse
    >>> parse("BEIRUT (Reuters) - At least 12 people were killed, police said.").figures[0].low
    12
"""
from importlib import import_module

__version__ = "0.1.0"
PROMISED = {"parse": "api", "parse_file": "api", "iter_reports": "api", "Fields": "wire", "Report": "report", "ConflictparseError": "errors", "UnreadableFile": "errors"}
__all__ = ["__version__", *PROMISED]


def __getattr__(name: str):
    """Each promised name is loaded when it is first asked for, so that importing the package costs nothing."""
    if name not in PROMISED:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{PROMISED[name]}", __name__), name)
