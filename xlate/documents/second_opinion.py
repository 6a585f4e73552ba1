"""trafilatura's view of a web page: which of its texts are the article, and who wrote it when.

It is a second opinion, not the reader: trafilatura returns no positions, joins and drops paragraphs, and gives no
reason for what it leaves out, while a Document owes all three.  So the page is walked by ``dom``, and trafilatura's
answer is one sign for or against a piece that stands outside the article's element.

A page that trafilatura cannot read, or an installation whose trafilatura does not load (it needs lxml_html_clean,
which installers leave out when told to skip dependencies), has no second opinion; the page is read all the same.
"""

from __future__ import annotations

import logging
from typing import Any

from xlate.documents.cleaning import fold

_LONGEST = 3_000_000  # characters; larger pages take trafilatura minutes
_log = logging.getLogger(__name__)


def article_keys(html: str) -> frozenset[str] | None:
    """Folded texts of the lines that trafilatura counts as the article; None without an opinion."""
    found = _extract(html)
    text = getattr(found, "text", None)
    if not text:
        return None
    return frozenset(filter(None, (fold(line) for line in text.split("\n"))))


def guess_metadata(html: str) -> dict[str, str]:
    """Author, date, outlet and address as far as trafilatura finds them."""
    found = _extract(html, only_metadata=True)
    fields = {"author": "author", "date": "date", "outlet": "sitename", "url": "url"}
    return {name: str(value) for name, field in fields.items() if (value := getattr(found, field, None))}


def _extract(html: str, *, only_metadata: bool = False) -> Any:
    if len(html) > _LONGEST:
        return None
    try:
        import trafilatura
    except ImportError as error:
        _log.info("no second opinion on web pages: %s", error)
        return None
    try:
        if only_metadata:
            return trafilatura.extract_metadata(html)
        return trafilatura.bare_extraction(html, favor_recall=True, include_comments=False, include_tables=True)
    except Exception as error:  # hostile and broken pages raise whatever lxml, htmldate and courlan raise
        _log.info("trafilatura gave up: %r", error)
        return None
