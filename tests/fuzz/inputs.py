"""Inputs made by a seed: wires of all formats that arrive broken, prose that no reporter wrote, bytes that mean nothing. Each number has its input."""
from pathlib import Path
from random import Random

from bench.stories import grammar, story
from conftest import SEEDS

FIXTURES = Path(__file__).parents[1] / "wire" / "fixtures"
WIRES = [path.read_bytes() for path in sorted(FIXTURES.iterdir()) if not path.name.startswith((".", "expected"))]
SECTIONS = grammar()
TEXTS = [path.read_text(encoding="utf-8") for path in SEEDS]
SHORT = 120  # bytes of an input that is called short
NOISE = ("\x01", "\x02", "\x03", "\x00", "\x16\x16\x01", "<", "&", "{", '"', "\udcff", "=", "\n\n", "<!ENTITY", "^", "NNNN", "<p>", "“", "”", "''", "``", "‘", "’", "—", " -- ", "(", ")", "[", "]", ":", ";", "...", "?",
         "\u00a0", "\u2028", "\u202e", "\x1b[2J", "\r\n", "\t", "½", "£", "$", "%", "1,000", "3.5", "12", "0", "9" * 30, "-1", "1-2", "1/0", "٣", "²", "一", "İ", "ß", "ﬁ", "é", "e\u0301", "🙂", "\ud83d", "\ufeff", "Mr.", "U.S.",
         "no", "a", "half", "hundred", "million", "dozens of", "between", "and", "to", "of the", "said", "says:", "according to", "he", "she", "who", "that", "killed", "wounded", "dead", "people", "Monday", "May", "1989",
         "Oct 13", "-year-old", "BEIRUT", "(Reuters)", "(AP) -", "ADVISORY", "1st Ld", "By Ada Kolb", "Ada Kolb", "Kolb", "Gen.", "not", "more than", "up to", "including", "others", "of them")



def encoded(text: str, encoding: str = "utf-8") -> bytes:
    return text.encode(encoding, "surrogatepass" if encoding != "cp1252" else "replace")


RAW_NOISE = [encoded(noise) for noise in NOISE]


def made(seed: int, number: int, short: bool = False) -> bytes:
    """The input of that number."""
    draw = Random(f"{seed}:{number}")
    kind = draw.choices((wire, prose, shuffled, random_bytes), (5, 6, 3, 1))[0]
    raw = kind(draw)
    if short and len(raw) > SHORT:
        start = draw.choice((0, draw.randrange(len(raw) - SHORT + 1)))
        raw = raw[start : start + SHORT]
    return raw


def wire(draw: Random) -> bytes:
    """A wire of some format that arrives broken; perhaps cut off."""
    raw = broken(draw, WIRES, RAW_NOISE, draw.randint(0, 6))
    return raw[: draw.randrange(len(raw) + 1)] or raw if draw.random() < 0.4 else raw


def broken(draw: Random, wires: list[bytes], noise: list[bytes], changes: int) -> bytes:
    """A wire with flipped bits, other bytes, bytes that are gone, pieces of another, noise."""
    raw = bytearray(draw.choice(wires))
    for _ in range(changes):
        at, other = draw.randrange(len(raw) + 1), draw.choice(wires)
        match draw.randrange(6):
            case 0:
                raw[at : at + 1] = bytes(byte ^ 1 << draw.randrange(8) for byte in raw[at : at + 1])
            case 1:
                raw[at : at + 1] = bytes([draw.randrange(256)])
            case 2:
                del raw[at : at + draw.randint(1, 50)]
            case 3:
                start = draw.randrange(len(other))
                raw[at:at] = other[start : start + draw.randint(1, 200)]
            case 4:
                raw[at:at] = draw.choice(noise)
            case 5:
                raw[at:at] = raw[at : at + 30] * draw.randint(1, 5)
    return bytes(raw)


def prose(draw: Random) -> bytes:
    """A story of the bench's grammar, or a piece of a real one, in which words are lost, doubled, swapped and strewn in."""
    text = story(draw, SECTIONS, draw.randint(0, 1)) if draw.random() < 0.8 else piece(draw, draw.choice(TEXTS))
    words = text.split(" ")
    for _ in range(draw.choice((0, 1, 2, 5, 15))):
        at, to = draw.randrange(len(words)), draw.randrange(len(words))
        match draw.randrange(5):
            case 0 if len(words) > 1:
                del words[at]
            case 1:
                words.insert(at, words[to])
            case 2:
                words[at], words[to] = words[to], words[at]
            case _:
                words.insert(at, draw.choice(NOISE))
    return encoded(" ".join(words), draw.choice(("utf-8",) * 8 + ("cp1252", "utf-16")))


def piece(draw: Random, text: str) -> str:
    start = draw.randrange(len(text))
    return text[start : start + draw.randint(1, 600)]


def shuffled(draw: Random) -> bytes:
    """Words and marks in no order at all."""
    return encoded("".join(draw.choice(NOISE) + draw.choice((" ", " ", " ", "", "\n", ", ", ". ", "\n\n")) for _ in range(draw.randint(1, 30))))


def random_bytes(draw: Random) -> bytes:
    return draw.randbytes(draw.randint(0, 200))
