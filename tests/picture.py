"""The README's picture: the table of the seed, with its first quotations.

    python tests/picture.py README.md     draws it anew, between its two marks
"""
import os
import re
import sys
from dataclasses import replace
from io import StringIO
from pathlib import Path

WIDTH, QUOTATIONS = 92, 6
MARKED = re.compile(r"(<!-- picture -->\n```text\n).*?(```\n<!-- end of picture -->)", re.S)


def picture() -> str:
    """The table, drawn from what the parser says now."""
    from conflictparse import parse_file
    from conflictparse.outputs import write
    from conflictparse.outputs.look import Look

    os.chdir(Path(__file__).parents[1])
    (report,) = parse_file(next(Path("seeds").glob("*.txt")))
    out = StringIO()
    write([replace(report, quotations=report.quotations[:QUOTATIONS])], out, "table", Look(width=WIDTH))
    return out.getvalue()


def main() -> None:
    page = Path(sys.argv[1])
    text = page.read_text(encoding="utf-8")
    page.write_text(MARKED.sub(lambda match: match[1] + picture() + match[2], text), encoding="utf-8")


if __name__ == "__main__":
    main()
