"""The story itself with its finds marked, for reading and checking: in colours, and without them between marks."""
from typing import Iterator

from rich.text import Text

from ..report import Report
from . import layers, screen
from .layers import Layer
from .look import Look
from .visible import visible

BETWEEN, FOOT = "\n", ""
# The style of each find, and what stands around it where there are no colours. Styles add up where finds overlap: of colours the
# innermost is seen, and a figure has none, so that it can be told in whatever it stands.
STYLES = {"headline": "bold", "dateline": "bold blue", "source": "green", "cue": "cyan", "direct": "yellow", "indirect": "italic yellow",
          "figure": "bold underline"}
MARKS = {"headline": ("", ""), "dateline": ("⟦", "⟧"), "source": ("‹", "›"), "cue": ("_", "_"), "direct": ("«", "»"), "indirect": ("«", "»"),
         "figure": ("{", "}")}
LEGEND = {"dateline": "dateline", "source": "source", "cue": "cue", "direct": "direct", "indirect": "indirect", "figure": "figure"}
TAGS = {"direct": "q1·s1", "indirect": "q2·s1", "figure": "f1·s1"}


def head(look: Look) -> str:
    """The legend: each mark with its meaning."""
    shown = (_marked(words, [Layer(0, len(words), find, TAGS.get(find, ""))], look) for find, words in LEGEND.items())
    return screen.drawn([Text("  ").join((*shown, Text("s1 says so", "dim"))), ""], look)


def show(report: Report, look: Look) -> str:
    """A story: title, text, who the speakers are, warnings. Its own line breaks stay, longer lines wrap."""
    return screen.drawn(_parts(report, look), look)


def _parts(report: Report, look: Look) -> Iterator[Text]:
    yield screen.title(report, look.width)
    yield _marked(report.text.rstrip("\n"), layers.layers(report), look)
    if report.speakers:
        yield Text()
    for speaker in report.speakers:
        yield Text.assemble((f"{speaker.id} ", "dim"), screen.words(speaker.name, STYLES["source"]), (f" {speaker.kind}", "dim"))
    yield from screen.warnings(report)


def _marked(text: str, over: list[Layer], look: Look) -> Text:
    """The text with the layers over it; each run is made safe to show on its own, since that may make it longer."""
    marked = Text()
    for run in layers.runs(text, over):
        if not look.color:
            marked.append("".join(MARKS[layer.find][0] for layer in run.opened))
        lines = text[run.start : run.end].split("\n")
        marked.append("\n".join(visible(line.expandtabs()) for line in lines), " ".join(STYLES[layer.find] for layer in run.over))
        for layer in run.closed:
            if not look.color:
                marked.append(MARKS[layer.find][1])
            if layer.tag:
                marked.append(f"[{layer.tag}]", "dim")
    return marked
