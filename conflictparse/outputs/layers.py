"""The finds of a report as layers over its text, and the runs into which their borders cut it: however they overlap, runs do not."""
from typing import Iterator, Literal, NamedTuple

from ..report import Quotation, Report

Find = Literal["headline", "dateline", "source", "cue", "direct", "indirect", "figure"]


class Layer(NamedTuple):
    """A find over text[start:end]; `tag` says at its end which it is and who says so."""

    start: int
    end: int
    find: Find
    tag: str = ""


class Run(NamedTuple):
    """Text with the same layers over all of it, the outermost first; of these some may begin or end here."""

    start: int
    end: int
    over: tuple[Layer, ...]
    opened: tuple[Layer, ...]
    closed: tuple[Layer, ...]


def layers(report: Report) -> list[Layer]:
    """Every find, the outer before the inner."""
    found = [Layer(span.start, span.end, name) for name, span in (("headline", report.header.headline), ("dateline", report.dateline)) if span]
    for quotation in report.quotations:
        found += _quoted(quotation)
    found += [Layer(figure.start, figure.end, "figure", _tag(figure.id, figure.speaker)) for figure in report.figures]
    return sorted((layer for layer in found if layer.start < layer.end), key=lambda layer: (layer.start, -layer.end))


def _quoted(quotation: Quotation) -> Iterator[Layer]:
    """Source, cue, and the parts of the content; the last of these is tagged."""
    yield from (Layer(span.start, span.end, name) for name, span in (("source", quotation.source), ("cue", quotation.cue)) if span)
    find = "indirect" if quotation.type == "indirect" else "direct"
    *parts, last = quotation.parts or (quotation.content,)
    yield from (Layer(part.start, part.end, find) for part in parts)
    yield Layer(last.start, last.end, find, _tag(quotation.id, quotation.speaker))


def _tag(name: str, speaker: str | None) -> str:
    return f"{name}·{speaker}" if speaker else name


def runs(text: str, over: list[Layer]) -> Iterator[Run]:
    """The whole text, run by run."""
    borders = sorted({0, len(text), *(layer.start for layer in over), *(layer.end for layer in over)})
    waiting, active = iter([*over, Layer(len(text) + 1, len(text) + 1, "figure")]), []
    coming = next(waiting)
    for start, end in zip(borders, borders[1:]):
        opened = []
        while coming.start <= start:
            opened.append(coming)
            coming = next(waiting)
        active += opened
        closed = [layer for layer in active if layer.end <= end]
        yield Run(start, end, tuple(active), tuple(opened), tuple(reversed(closed)))
        active = [layer for layer in active if layer.end > end]
