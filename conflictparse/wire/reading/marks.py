"""The marks by which a wire says how a story stands to earlier ones: 1st Ld-Writethru, REFILE, HOLD HOLD HOLD."""

from ...patterns import pattern
from ...report import Version

# Written so that they can be part of a verbose pattern. The first kind that is found names the whole: a corrected lead is a correction.
KINDS = {
    "kill": r"(?:kill|hold)(?:[ ,]+(?:kill|hold))+|mandatory[ ]kill|(?:story[ ])?withdrawn|kill",
    "correction": r"correct(?:ed|ion|s)",
    "writethru": r"(?:(?:ld|lead)[ -]*)?\(?writethr(?:u|ough)\)?",
    "refile": r"refile|repeat|rpt|resending",
    "urgent": r"urgent|bulletin|extra",
    "alert": r"(?:ap)?news[ ]?alert|alert|flash|snap",
    "add": r"add|takes?|\(?more\)?",
    "update": r"update[ds]?|wrap(?:up)?|recasts?",
    "lead": r"ld|lead",
    "advisory": r"adv(?:isory)?|attention|embargo(?:ed)?|eds",
}
BEGINS = r"(?:(?<![a-z])|(?<=\dst)|(?<=\dnd)|(?<=\drd)|(?<=\dth))"
ORDINAL = r"\d{1,2}(?:st|nd|rd|th)?[ -]?"
MARK = rf"\**(?:{ORDINAL})?(?:{'|'.join(KINDS.values())})(?:[ -]?\d{{1,3}})?(?![a-z])"


def wholly(words: str) -> Version | None:
    """The version, if the words are marks and nothing else: `REFILE 1ST LEAD`, `7thWritethru`, `***URGENT`."""
    words = " ".join(words.split())
    return of(words) if len(words) < 80 and pattern(rf"(?i){MARK}(?:[ ,/(-]+{MARK})*[):]?").fullmatch(words) else None


def at_the_end(slug: str | None) -> Version | None:
    """The version at a slug's end, behind a dash, a comma or a slash, or in brackets: `BC-KOLBIA-1stld`, `KOLBIA-WAR/ (UPDATE 3)`."""
    match = pattern(rf"(?i)(?:(?<=[-,/])|(?<=, )|(?<= )\(|(?<= )(?=\d{{1,2}}(?:st|nd|rd|th)[ -]?l))({MARK}(?:[ ,-]+[(]?{MARK})*)\)*$").search((slug or "").strip())
    return of(match[1]) if match else None


def of(words: str) -> Version:
    """What a mark says; a mark of no known kind is still one."""
    kind = next((kind for kind, said in KINDS.items() if pattern(rf"(?i){BEGINS}(?:{said})(?![a-z])").search(words)), None)
    number = pattern(r"\d{1,3}").search(words)
    return Version(kind, int(number[0]) if number else None, words)


def withdrawn(status: str | None) -> Version | None:
    """The version, if an item's status says that it must not be used, or not any more."""
    bare = (status or "").rpartition(":")[2].lower()
    return Version("kill", None, bare) if bare in ("canceled", "cancelled", "withheld", "withdrawn", "killed", "recalled") else None


def revision(number: object) -> Version | None:
    """The version that is only counted; which kind it is the words must tell."""
    words = str(number).strip() if isinstance(number, int | str) else ""
    return Version(None, int(words), words) if pattern(r"\d{1,6}").fullmatch(words) else None
