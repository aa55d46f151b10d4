"""The few things that may go wrong, and how they are worded."""


class ConflictparseError(Exception):
    """Whatever conflictparse raises on purpose."""


class Malformed(ConflictparseError):
    """Bytes that their reader cannot make into a story. A reader knows no path; `api` adds it."""

    def __init__(self, reason: str):
        super().__init__(reason)
        self.reason = reason

    def __str__(self) -> str:
        return self.reason


class UnreadableFile(ConflictparseError):
    """A file, or a story in it, that no reader could make into text. `detail` is the traceback, where the fault is ours."""

    def __init__(self, path: str, reason: str, detail: str = ""):
        super().__init__(path, reason, detail)
        self.path, self.reason, self.detail = path, reason, detail

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


class UnknownName(ConflictparseError):
    """A format, an output or a rule that is not there."""

    def __init__(self, what: str, name: str, known: tuple[str, ...]):
        super().__init__(what, name, known)
        self.what, self.name, self.known = what, name, known

    def __str__(self) -> str:
        return f"no {self.what} {self.name!r}; there are {', '.join(self.known)}"


class BadWordList(ConflictparseError):
    """A line of a word list that cannot be read, or a section that the contract does not know."""

    def __init__(self, name: str, line: int, reason: str):
        super().__init__(name, line, reason)
        self.name, self.line, self.reason = name, line, reason

    def __str__(self) -> str:
        return f"{self.name}:{self.line}: {self.reason}"
