"""Every rule has a reason and examples, and the examples hold: at `+` it fires on exactly the words in « », at `-` it is silent.

An example is read as a story of its own, through the public `parse`; ¶ stands for a blank line, and
`@2017-10-16` at the end gives the reference date.
"""
import re
from datetime import date

import pytest
from firing import firings

from conflictparse import desk, parse  # noqa: F401  the desk brings in every rulebook
from conflictparse.rule import Rulebook

RULES = [rule for book in Rulebook.books.values() for rule in book.rules]
EXAMPLES = [(rule, sign, line) for rule in RULES for sign, line in rule.examples]
# What these rest on stands in a wire's header or mark-up, which no example of plain text has; tests/wire and tests/finders hold them.
OF_THE_WIRE = {"marked", "in_the_header"}
REMOVING = "refusal"  # a rulebook of this name takes things out of the report, so its answers are heard when they are given


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_says_why_and_shows_it(rule):
    assert re.fullmatch(r"[A-Z\"“`'].*[.!?\"”]\)?", rule.reason), f"{rule.place}: no sentence: {rule.reason!r}"
    short = rule.name.rpartition(".")[2]
    assert short in OF_THE_WIRE or any(sign == "+" for sign, _ in rule.examples), f"{rule.place}: no example that it fires on"


@pytest.mark.parametrize("book", Rulebook.books.values(), ids=lambda book: book.name)
def test_a_rulebook_has_rules_of_different_names(book):
    names = [rule.name for rule in book.rules]
    assert names and len(names) == len(set(names))


@pytest.mark.parametrize("rule, sign, line", EXAMPLES, ids=[f"{rule.name} {sign}{line[:40]}" for rule, sign, line in EXAMPLES])
def test_example(rule, sign, line, monkeypatch):
    line, _, day = line.replace("¶", "\n\n").partition(" @")
    wanted, text = marked(line)
    heard = listen(monkeypatch)
    fired = firings(parse(text, reference=date.fromisoformat(day) if day else None), rule.name)
    if f".{REMOVING}." in rule.name:
        fired |= {place for name, place in heard if name == rule.name}
    shown = [text[slice(*place)] for place in sorted(fired)]
    if sign == "+":
        assert wanted <= fired and wanted, f"{rule.place}\n  {line!r}\n  wants {[text[slice(*w)] for w in sorted(wanted)]}\n  fires {shown}\n  others {others(text)}"
    else:
        assert not fired, f"{rule.place}\n  {line!r}\n  should be silent, fires {shown}"


def marked(line: str) -> tuple[set[tuple[int, int]], str]:
    """The places between « and », in the line without these marks."""
    places, text = set(), ""
    for number, piece in enumerate(re.split("[«»]", line)):
        if number % 2:
            places.add((len(text), len(text) + len(piece)))
        text += piece
    return places, text


def listen(monkeypatch) -> list[tuple[str, tuple[int, int]]]:
    """Every answer that a rule gives, also where nothing of it comes into the report."""
    heard, ruling = [], Rulebook.ruling

    def hearing(self, *answer):
        given = ruling(self, *answer)
        if given.why.words:
            heard.append((given.why.rule, (given.why.words.start, given.why.words.end)))
        return given

    monkeypatch.setattr(Rulebook, "ruling", hearing)
    return heard


def others(text: str) -> list[str]:
    """What did fire, to tell where to look."""
    from firing import reasons

    return [f"{why.rule} on {why.words.text!r}" if why.words else why.rule for why in reasons(parse(text))]
