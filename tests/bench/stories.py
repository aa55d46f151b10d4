"""Wire stories made up by a seed: as many as one wants, the same on every machine, in the lengths and shapes of real copy."""
import re
from pathlib import Path
from random import Random
from typing import Iterator

SEED = 7
PART = re.compile(r"\{(?:#(\d+)-(\d+)|(\w+))\}")


def grammar() -> dict[str, list[str]]:
    """The sections of `grammar.txt` with their lines; blanks at a line's end count."""
    sections: dict[str, list[str]] = {}
    for line in (Path(__file__).parent / "grammar.txt").read_text(encoding="utf-8").split("\n"):
        if line.startswith("["):
            lines = sections[line.strip("[]")] = []
        elif line and not line.startswith("#"):
            lines.append(line)
    return sections


def stories(count: int, seed: int = SEED) -> Iterator[str]:
    """Stories of 0.3 to 8 kB, in the median 1.2: the first `count` of this seed."""
    sections = grammar()
    for number in range(count):
        draw = Random(f"{seed}:{number}")
        yield story(draw, sections, min(40, 1 + round(draw.lognormvariate(1.7, 0.7))))


def story(draw: Random, sections: dict[str, list[str]], length: int) -> str:
    """One story of `length` paragraphs behind its lead: one in three with a headline, one in ten in capitals, one in four broken to a column."""

    def said(symbol: str) -> str:
        return PART.sub(lambda part: said(part[3]) if part[3] else str(draw.randint(int(part[1]), int(part[2]))), draw.choice(sections[symbol]))

    lead = said("head") + (first := said("lead"))[:1].upper() + first[1:]
    paragraphs = [lead, *(text[:1].upper() + text[1:] if text[0].isalpha() else text for text in (said("para") for _ in range(length)))]
    headline = said("headline") + "\n\n" if draw.random() < 0.3 else ""
    if draw.random() < 0.25:
        paragraphs = [_broken(text) for text in paragraphs]
    text = headline + "\n\n".join(paragraphs) + "\n"
    return text.upper() if draw.random() < 0.1 else text


def _broken(paragraph: str, width: int = 65) -> str:
    """The paragraph in lines of a column, as old copy is."""
    lines = [""]
    for word in paragraph.split(" "):
        if len(lines[-1]) + len(word) > width:
            lines.append("")
        lines[-1] += (" " if lines[-1] else "") + word
    return "\n".join(lines)
