"""How reports are to be shown: what the options ask of an output."""
from typing import NamedTuple

UNLIMITED = 5000  # columns: a line that nothing breaks


class Look(NamedTuple):
    """One for a whole run, whichever output; an output heeds what concerns it. It goes to other processes as it is."""

    text: bool = False
    """Also give the story's text"""
    explain: bool = False
    """Also give the rule behind each item"""
    color: bool = False
    width: int = UNLIMITED
    """Columns, of tables and of marked text"""
    terminal: bool = False
    """A terminal gets it: nothing that a story holds may steer it"""
    each: str | None = None
    """A row an item of this kind instead of a report a story"""
    fields: tuple[str, ...] = ()
    """The columns of a row, by name or dotted name"""
    raw_csv: bool = False
    """Leave cells as they are that a spreadsheet would take for formulas"""
    vague: str = "literal"
    """How vague numbers become values"""
