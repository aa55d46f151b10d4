"""How the name of a place is spelt, folded and heard: `‘Ayn ‘Īsá`, `Ain Issa` and `AIN ISSA` are one town."""
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import groupby

from ..patterns import pattern

ARTICLES = frozenset("al el ad ar as ash at az an ed er es et ez ul ech ath adh ez".split())
LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ə": "a", "ħ": "h", "-": " ", "‐": " ",
     "–": " ", "/": " ", ".": " ", ",": " ", "(": " ", ")": " ", "_": " ", **dict.fromkeys("'’‘`´ʿʾʼʹʻ″\"ˌ")}
)
SHORT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}


@lru_cache(maxsize=2_000)
def fold(name: str) -> str:
    """The name without case, accents, apostrophes and hyphens: `N'Djaména` is `ndjamena`."""
    if not name.isascii():
        marks = unicodedata.normalize("NFKD", name.casefold())
        name = "".join(letter for letter in marks if not unicodedata.combining(letter))
    name = name.casefold()
    if not (name.isascii() and name.replace(" ", "").replace("|", "").isalpha()):  # | parts the names in a cell of the almanac
        name = name.translate(LETTERS)
    return " ".join([SHORT.get(word, word) for word in name.split()])


def fold_all(names: list[str]) -> list[str]:
    """Many names folded: those of ASCII in one go, which takes a tenth of the time of folding each. None may be empty."""
    plain = iter(fold.__wrapped__(" # ".join([name for name in names if name.isascii()])).split(" # "))
    return [next(plain) if name.isascii() else fold.__wrapped__(name) for name in names]


def sound(folded: str) -> str:
    """What is left of a folded name however it was brought into Latin letters: `raqqa`, `ar raqqah` are `rak`."""
    heard = _consonants(folded).replace("ou", "u").replace(" ", "")
    return "".join("a" if vowels else "".join(letters) for vowels, letters in groupby(heard, "aeiouwy".__contains__)).removesuffix("a")


def likeness(one: str, other: str) -> float:
    """How alike two folded names are, 0 to 1; articles and doubled letters do not count."""
    return SequenceMatcher(None, _consonants(one), _consonants(other), autojunk=False).ratio()


def _consonants(folded: str) -> str:
    """The folded name with one letter for each sound, and without articles."""
    words = folded.split()
    kept = [word for word in words if word not in ARTICLES] or words
    heard = " ".join(kept).replace("q", "k").replace("ou", "u").replace("oo", "u").replace("ee", "i").replace("y", "i")
    heard = pattern(r"h\b").sub("", heard) if "h" in heard else heard
    return "".join(letter for letter, _ in groupby(heard))


PARTICLES = frozenset(
    "de del da das do dos di du des der den van von la las los el al an ad as ash ar az ez et en aux au le les sur "
    "of the and upon in on y e i".split()
)
CAPITALS = frozenset("USS HMS HMCS HMAS INS USNS UN US UK USSR DMZ FOB II III IV NATO EU UAE DC".split())


def ordinary(written: str, model: str = "") -> str:
    """The name as it is written inside a sentence: `AIN ISSA` is `Ain Issa`; letter by letter like `model` where that fits."""
    written = " ".join(written.split())
    if len(model) == len(written) and fold(model) == fold(written) and not written.istitle():
        return "".join(a.upper() if b.isupper() else a.lower() for a, b in zip(written, model))
    parts = groupby(written, " /-".__contains__)
    return "".join("".join(part) if between else _capitalised("".join(part), not i) for i, (between, part) in enumerate(parts))


def _capitalised(word: str, first: bool) -> str:
    """One word of a name; a word of both cases is left as it is."""
    letters = [letter for letter in word if letter.isalpha()]
    if word.startswith(("Mc", "Mac", "O'", "O’")) and (mac := pattern(r"(Ma?c|O['’])(\w)([^\W\d_a-z]+)").fullmatch(word)):
        return mac[1] + mac[2].upper() + mac[3].lower()
    mixed = not (word.isupper() or word.islower())
    if mixed or word in CAPITALS or "." in word and pattern(r"(?:\w\.){2,}").fullmatch(word):
        return word.upper() if word.casefold() == "d.c." else word
    if not first and word.casefold() in PARTICLES:
        return word.casefold()
    word = word.casefold() if "ß" not in word else word.lower()
    if word.startswith("mc") and len(letters) > 4:
        return "Mc" + word[2:].capitalize()
    mark = word[1:2] if word[1:2] in ("'", "’") else ""
    head, rest = word[:1], word[1 + len(mark) :]
    return head.upper() + mark + (rest.capitalize() if mark and len(rest) > 2 else rest)
