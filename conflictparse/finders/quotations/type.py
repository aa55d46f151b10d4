"""The type: how much of what was said stands in quotation marks."""
from ...page import Page
from ...report import QuotationType

WORDS = frozenset(("word", "digits"))


def of(page: Page, parts: list[tuple[int, int]]) -> QuotationType:
    """`direct` where all words stand inside marks, `indirect` where none does, else `mixed`."""
    if not page.quotemarks or not any([page.quoted(first) or page.quotes(first, last) for first, last in parts]):
        return "indirect"
    words = [i for first, last in parts for i in range(first, last + 1) if page.kind(i) in WORDS]
    quoted = sum(map(page.quoted, words))
    return "indirect" if not quoted else "direct" if quoted == len(words) else "mixed"
