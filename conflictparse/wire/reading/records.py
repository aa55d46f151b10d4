"""JSON records: what they hold, where in a document they lie, and which of them are ninjs."""
import json
from typing import Any

from ...errors import Malformed
from ...patterns import pattern
from .blocks import Blocks
from .fields import TEXT, Fields, pick

LISTS = ("articles", "items", "results", "data", "stories", "documents", "docs", "hits", "_items", "response", "article", "item", "news", "_source")
DEEPEST = 8  # levels of lists and wrappings in which records are looked for
NINJS = frozenset("""versioncreated versionCreated firstcreated firstCreated contentcreated pubstatus pubStatus body_html body_xhtml bodies headlines slugline
    located ednote edNote copyrightholder""".split())
MARKUP = r"</?(?:p|br|div|table|h\d|block|ul|pre)\b[^<>]{0,500}>"


def parsed(text: str) -> Any:
    """What the JSON says. Raises Malformed where it is broken or nested deeper than we follow."""
    try:
        return json.loads(text.strip())
    except RecursionError:
        raise Malformed("JSON nested too deep") from None
    except json.JSONDecodeError as error:
        place = f" at line {error.lineno}, column {error.colno}" if error.lineno > 1 else f" at column {error.colno}"
        raise Malformed(f"broken JSON: {error.msg}{place}") from None
    except ValueError:  # a number of more digits than Python reads
        raise Malformed("broken JSON: a number too long") from None


def articles(said: Any, fields: Fields = Fields(), depth: int = 0) -> list[Any]:
    """The records that hold a text: the thing itself, or those in the lists and wrappings that feeds and archives use."""
    if isinstance(said, list) and depth < DEEPEST:
        return [record for part in said for record in articles(part, fields, depth + 1)]
    if isinstance(said, dict) and depth < DEEPEST and not (is_ninjs(said) or isinstance(pick(said, fields.text, TEXT), str)):
        for key in LISTS:
            if isinstance(said.get(key), (list, dict)) and said[key]:
                return articles(said[key], fields, depth + 1)
    return [said]


def is_ninjs(record: Any) -> bool:
    """Whether a record has names that only ninjs and its kin use."""
    return isinstance(record, dict) and (len(NINJS & set(record)) >= 2 or {"uri", "body_text"} <= set(record) or {"guid", "body_html"} <= set(record))


def add_body(blocks: Blocks, body: str) -> str:
    """Add a body to a story: paragraphs, if it is HTML, else as it stands. Gives its first paragraph."""
    if not pattern(MARKUP).search(body):
        blocks.add(body)
        return body.strip()
    from .markup import of_html

    for words, table in (found := of_html(body)):
        blocks.add_table(words) if table else blocks.add(words)
    return found[0].words if found else ""
