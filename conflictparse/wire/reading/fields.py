"""Which fields of a JSON record hold the story, its date, its name."""
from typing import Any, NamedTuple


class Fields(NamedTuple):
    """The fields that the user names, as dotted paths (`article.body`, `bodies.0.value`); None is the usual ones."""

    text: str | None = None
    date: str | None = None
    id: str | None = None


TEXT = ("text", "maintext", "body_text", "body", "content", "event_text", "body_html", "full_text", "articleBody", "bodyText", "article", "story", "lead_paragraph",
        "description", "notes", "summary", "abstract")  # the last are all that lists of events have
DATE = ("date", "date_publish", "published", "publish_date", "published_at", "publishedAt", "pubdate", "pub_date", "datePublished", "versioncreated", "webPublicationDate", "seendate", "published_date", "publication_date",
        "timestamp", "event_date", "date_start", "created_at")
ID = ("id", "guid", "uri", "_id", "docno", "doc_id", "event_id_cnty", "eventid", "event_id", "data_id", "url")


def pick(record: Any, path: str | None, usual: tuple[str, ...] = ()) -> Any:
    """What a record holds under a path, or under the first of the usual names at which there is something; None is nothing."""
    if path is None:
        return next((record[name] for name in usual if record.get(name) not in (None, "", [], {})), None)
    for name in path.split("."):
        if isinstance(record, list) and name.isdecimal() and int(name) < len(record):
            record = record[int(name)]
        elif isinstance(record, dict):
            record = record.get(name)
        else:
            return None
    return record
