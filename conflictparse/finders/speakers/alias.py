"""Another name of somebody: `Jan Kolb, better known as Timo`."""
from ...page import Page
from ...page.words import QUOTES
from .mention import Mention

ALIAS = frozenset(("alias", "aka", "a.k.a", "a.k.a.", "nicknamed", "dubbed"))
WIDELY = frozenset("better also best widely commonly popularly otherwise more formerly usually simply".split())


def name_before_alias(page: Page, mention: Mention) -> int | None:
    """The last token of the name whose other name a mention is: Jan Kolb, better known as «Timo»; Jan Kolb alias «Timo»."""
    i = mention.first - (page.lower(mention.first) not in ALIAS)
    i -= page.lower(i) in QUOTES
    if page.lower(i) == "as" and page.lower(i - 1) == "known":
        i -= 2
        while page.lower(i) in WIDELY:
            i -= 1
    elif page.lower(i) in ALIAS:
        i -= 1
    else:
        return None
    i -= page.lower(i) in (",", "(", "–", "—", "-")
    name = page.name(i)
    return i if name is not None and name.last == i and name.kind in ("person", None) else None
