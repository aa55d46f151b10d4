"""How well reports agree with stories annotated by hand: a score for each measure, and what was missed.

    python tests/gold/score.py [MEASURE]       all scores; with a measure, or the beginning of one, its misses too

Items are paired one to one, the likest first. A quotation is found where half of the characters of both contents are the same;
a figure where the numbers overlap, and it is right where kind, effect, value and bounds agree too. All scores are F1.
"""
import json
import re
import sys
from collections import defaultdict
from datetime import date
from pathlib import Path

from conflictparse import parse
from conflictparse.outputs.jsonl import encoder

HERE = Path(__file__).parent
SMALL = {"the", "a", "an", "of", "for", "and", "in", "to", "on", "at"}
HARM = {"killed", "wounded", "casualty", "missing", "captured"}


def stories() -> list[dict]:
    """The annotated stories; the seeds' words are where the seeds are."""
    found = [json.loads(line) for line in (HERE / "stories.jsonl").read_text(encoding="utf-8").splitlines()]
    for story in found:
        story["text"] = story["text"] or (HERE.parents[1] / "seeds" / story["seed"]).read_text(encoding="utf-8")
    return found


def report(story: dict) -> dict:
    """What we say of a story, with the rules."""
    day = story.get("reference_date")
    return json.loads(encoder(explain=True).encode(parse(story["text"], reference=date.fromisoformat(day) if day else None)))


class Score:
    """For each measure: how many are right, how many there are and how many were found, and the misses in words."""

    def __init__(self):
        self.right, self.gold, self.got, self.misses = defaultdict(int), defaultdict(int), defaultdict(int), []

    def add(self, measure: str, pairs: list, gold: int, got: int) -> None:
        """Add (right, words, rule) of each pair to what was to be found and what was."""
        self.right[measure] += sum(right for right, *_ in pairs)
        self.gold[measure] += gold
        self.got[measure] += got
        self.misses += [(measure, *about) for right, *about in pairs if not right]

    def missed(self, measure: str, items: list, words) -> None:
        self.misses += [(measure, words(item), rule(item)) for item in items]

    def f1(self) -> dict[str, float]:
        """The score of each measure; of nothing to find and nothing found, 1."""
        return {name: round(2 * self.right[name] / ((self.gold[name] + self.got[name]) or 1), 4) if self.gold[name] + self.got[name] else 1.0
                for name in self.gold}


def score(golds: list[dict], reports: list[dict]) -> Score:
    """All measures over all stories."""
    tally = Score()
    for gold, got in zip(golds, reports, strict=True):
        _edges(tally, gold, got)
        _speakers(tally, gold, got)
        _quotations(tally, gold, got)
        _figures(tally, gold, got)
    return tally


def _edges(tally: Score, gold: dict, got: dict) -> None:
    """Dateline, day, headline and credit, one of each a story."""
    day = lambda d: ((d.get("date") or {}).get("value") or "")[:10]
    line = lambda d: d and ([words(p["name"]) for p in d["places"]], words(d["agency"]), [p["country_code"] for p in d["places"]])
    span = lambda d: d and (d["start"], d["end"])
    a, b = gold["dateline"], got["dateline"]
    same = line(a) == line(b) and (not a or overlap(a["span"], b) > 0)
    tally.add("dateline and date", [(same and day(gold) == day(got), f"{gold['id']}: {line(a)} {day(gold)}, got {line(b)} {day(got)}", rule(b))], 1, 1)
    for name, wanted in (("headline", gold.get("headline")), ("credit", gold.get("header", {}).get("credit"))):
        found = got["header"][name]
        tally.add(name, [(span(wanted) == span(found), f"{gold['id']}: {wanted and wanted['text']!r}, got {found and found['text']!r}", None)], 1, 1)


def _speakers(tally: Score, gold: dict, got: dict) -> None:
    """Who speaks; those of bare noun phrases alone may be there or not."""
    needed = {item["speaker"] for item in gold["figures"] + gold["quotations"] if item.get("form") != "np"}
    golds, extra = split(gold["speakers"], lambda s: s["id"] in needed)
    pairs = pair(golds, got["speakers"], same_name)
    gots = without(got["speakers"], pairs)
    gots = without(gots, pair(extra, gots, same_name))
    tally.add("speakers", [(True,)] * len(pairs), len(golds), len(pairs) + len(gots))
    tally.missed("speakers", unpaired(golds, pairs), lambda s: f"{gold['id']}: missing {s['name']!r}")
    tally.missed("speakers", gots, lambda s: f"{gold['id']}: extra {s['name']!r}")
    kinds = [(g["kind"] == p["kind"], f"{gold['id']}: {g['name']!r} {g['kind']}, got {p['kind']}", rule(p)) for g, p in pairs]
    tally.add("speakers: kind", kinds, len(kinds), len(kinds))
    roles = [(likeness(g["role"], p["role"]) >= 0.6, f"{gold['id']}: {g['role']!r}, got {p['role']!r}", rule(p)) for g, p in pairs if g["role"]]
    tally.add("speakers: role", roles, len(roles), len(roles))


def _quotations(tally: Score, gold: dict, got: dict) -> None:
    """What is said, by whom; bare noun phrases may be there or not."""
    golds, extra = split(gold["quotations"], lambda q: q.get("form") != "np")
    pairs = pair(golds, got["quotations"], same_content)
    others = without(got["quotations"], pairs)
    others = without(others, pair(extra, others, same_content))
    for measure, kinds in (("direct quotations", ("direct", "mixed")), ("indirect quotations", ("indirect",))):
        here = [(g, p) for g, p in pairs if g["type"] in kinds]
        wrong = [q for q in others if q["type"] in kinds]
        numbers = sum(g["type"] in kinds for g in golds), len(here) + len(wrong)
        tally.add(measure, [(True,)] * len(here), *numbers)
        tally.missed(measure, [g for g in unpaired(golds, pairs) if g["type"] in kinds], lambda q: f"{gold['id']}: missing {q['content']['text'][:80]!r}")
        tally.missed(measure, wrong, lambda q: f"{gold['id']}: extra {q['content']['text'][:80]!r}")
        tally.add(f"{measure} with speaker", [_claimed(g, p, gold, got, g["content"]["text"][:60]) for g, p in here], *numbers)


def _figures(tally: Score, gold: dict, got: dict) -> None:
    """How many, of what, what befell them, who says so."""
    golds, gots = gold["figures"], got["figures"]
    pairs = pair(golds, gots, lambda g, p: overlap(g["number"], p["number"]))
    tally.add("figures found", [(True,)] * len(pairs), len(golds), len(gots))
    tally.missed("figures found", unpaired(golds, pairs), lambda f: f"{gold['id']}: missing {told(f)}")
    tally.missed("figures found", without(gots, pairs), lambda f: f"{gold['id']}: extra {told(f)}")
    people, harm = (lambda f: f["kind"] == "people"), (lambda f: f["kind"] == "people" and f["effect"] in HARM)
    for measure, counts in (("figures right", lambda f: True), ("people figures right", people), ("casualty figures right", harm)):
        right = [(told(g) == told(p), f"{gold['id']}: {told(g)}, got {told(p)}", rule(p)) for g, p in pairs if counts(g)]
        tally.add(measure, right, sum(map(counts, golds)), sum(map(counts, gots)))
    head = lambda f: (words(f["counted"] and f["counted"]["text"]) or [None])[-1]
    same = {
        "claimed by": [_claimed(g, p, gold, got, told(g)) for g, p in pairs],
        "modality": [(g["modality"] == p["modality"], f"{told(g)}: {g['modality']}, got {p['modality']}", rule(p)) for g, p in pairs],
        "counted": [(head(g) == head(p), f"{told(g)}: {head(g)}, got {head(p)}", rule(p)) for g, p in pairs],
        **{link: [(_linked(link, g, p, golds, pairs), f"{told(g)}: {g[link]}, got {p[link]}", rule(p)) for g, p in pairs] for link in ("part_of", "same_as")},
    }
    for measure, verdicts in same.items():
        tally.add(f"figures: {measure}", [(right, f"{gold['id']}: {about}", why) for right, about, why in verdicts], len(pairs), len(pairs))


def _claimed(g: dict, p: dict, gold: dict, got: dict, about: str) -> tuple:
    """Whether quotation or figure have the same speaker in both."""
    a, b = (next((s for s in whole["speakers"] if s["id"] == item["speaker"]), None) for whole, item in ((gold, g), (got, p)))
    right = a is b if a is None or b is None else bool(same_name(a, b))
    return right, f"{gold['id']}: {a and a['name']!r}, got {b and b['name']!r}: {about}", rule(p)


def _linked(link: str, g: dict, p: dict, golds: list, pairs: list) -> bool:
    """Whether a figure points to the same other figure in both; any mention of that will do."""
    if g[link] is None or p[link] is None:
        return g[link] is p[link]
    earlier = {f["id"]: f["same_as"] for f in golds}
    first = lambda i: first(earlier[i]) if earlier[i] else i
    return any(first(a["id"]) == first(g[link]) for a, b in pairs if b["id"] == p[link])


# --- comparing ----------------------------------------------------------------------------------------------------------
def words(name: str | None) -> list[str]:
    found = re.findall(r"[^\W_]+", (name or "").casefold())
    return found[1:] if found[:1] == ["the"] else found


def likeness(a: str | None, b: str | None) -> float:
    """The share of their words that two names have in common."""
    a, b = set(words(a)) - SMALL, set(words(b)) - SMALL
    return len(a & b) / len(a | b) if a | b else 0.0


def same_name(gold: dict, got: dict) -> float:
    """The same words; of a person also the same last name, and the one name within the other."""
    a, b = words(gold["name"]), words(got["name"])
    if a == b or not a or not b:
        return float(a == b)
    if gold["kind"] == "person":
        return 0.9 * (a[-1] == b[-1] and (set(a) <= set(b) or set(b) <= set(a)))
    return likeness(gold["name"], got["name"]) * (likeness(gold["name"], got["name"]) >= 0.5)


def same_content(gold: dict, got: dict) -> int:
    a, b = (set().union(*(range(part["start"], part["end"]) for part in item.get("parts") or [item["content"]])) for item in (gold, got))
    return len(a & b) if 2 * len(a & b) >= max(len(a), len(b)) else 0


def overlap(a: dict, b: dict) -> int:
    return max(0, min(a["end"], b["end"]) - max(a["start"], b["start"]))


def told(figure: dict) -> str:
    """A figure in words; what must agree is in them."""
    near = [None if figure[name] is None else float(f"{figure[name]:.4g}") for name in ("value", "low", "high")]
    return f"{near} {figure['kind']} {figure['effect']}"


def pair(golds: list, gots: list, like) -> list[tuple[dict, dict]]:
    """The likest first, each but once; what is not like at all is never paired."""
    ranked = sorted(((like(g, p), i, j) for i, g in enumerate(golds) for j, p in enumerate(gots)), key=lambda t: -t[0])
    left, right, found = set(), set(), []
    for value, i, j in ranked:
        if value and i not in left and j not in right:
            left.add(i), right.add(j), found.append((golds[i], gots[j]))
    return found


def split(items: list, wanted) -> tuple[list, list]:
    return [item for item in items if wanted(item)], [item for item in items if not wanted(item)]


def without(gots: list, pairs: list) -> list:
    taken = {id(p) for _, p in pairs}
    return [p for p in gots if id(p) not in taken]


def unpaired(golds: list, pairs: list) -> list:
    taken = {id(g) for g, _ in pairs}
    return [g for g in golds if id(g) not in taken]


def rule(item: dict | None) -> str | None:
    return (item or {}).get("rule")


def main() -> None:
    """Print the scores, and the misses of the measure that is asked for."""
    golds = stories()
    tally = score(golds, [report(story) for story in golds])
    for asked in sys.argv[1:]:
        for measure, about, why in (miss for miss in tally.misses if miss[0].startswith(asked)):
            print(f"{measure} | {about}" + (f" [{why}]" if why else ""))
    for measure, value in tally.f1().items():
        print(f"{measure:38} {tally.right[measure]:5} {tally.gold[measure]:5} {tally.got[measure]:5} {value:7.3f}")


if __name__ == "__main__":
    main()
