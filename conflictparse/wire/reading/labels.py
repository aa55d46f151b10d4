"""Text exports of archives: fields behind labels at the head of a line, each running on to the next label."""
from typing import NamedTuple

from ...patterns import pattern
from ...report import Header
from .times import iso


class Labelled(NamedTuple):
    """The words before the first label, and the fields in order; a label that comes twice keeps its first words."""

    before: str
    fields: dict[str, str]

    def line(self, *names: str) -> str | None:
        """The first paragraph of the first of some fields that is there, in one line."""
        for name in names:
            if words := " ".join(pattern(r"\n[ \t]*\n").split(self.fields.get(name, "").strip())[0].split()):
                return words
        return None


def labelled(text: str, label: str) -> Labelled:
    """The fields of a text; the pattern of a label names it in the group `name`, in whatever case."""
    matches = list(pattern(label).finditer(text))
    if not matches:
        return Labelled(text, {})
    fields: dict[str, str] = {}
    for match, following in zip(matches, [*matches[1:], None]):
        fields.setdefault((match["name"] or "").casefold(), text[match.end() : following.start() if following else len(text)])
    return Labelled(text[: matches[0].start()], fields)


def header(agency: str | None, number: str | None, words: str | None, sent: str | None, **others) -> Header:
    """What archives say of a story, as far as it is there and can be read."""
    count = pattern(r"\d[\d,.]*").search(words or "")
    bare = pattern(r"[,.]").sub("", count[0]) if count else ""
    return Header(agency=agency, number=number, words=int(bare) if bare and len(bare) < 7 else None, sent=iso(sent), **others)
