"""Web pages: read whole and in order by ``dom``, the article found by ``webpage``, trafilatura as a second opinion."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from xlate.documents.cleaning import fold
from xlate.documents.draft import Candidate, Draft, Zone
from xlate.documents.encodings import decode
from xlate.documents.html_writer import render as render
from xlate.documents.markup import parse_html
from xlate.model import Block, BlockKind, Metadata

_CHARSET = re.compile(rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_TITLE_PARTS = re.compile(r"\s+(?:[-–—|·•]|::)\s+")
_HEAD = 4096  # bytes in which a page declares its encoding; HTML asks for the first 1024
_TITLE_LENGTH = 15  # letters from which on a text that begins the page's <title> is the headline; guessed


def read(data: bytes, name: str, encoding: str | None) -> Draft:
    """All texts of a page with their zones; the title is a heading or, where none fits, what Open Graph says."""
    from xlate.documents import second_opinion, webpage
    from xlate.documents.dom import pieces
    from xlate.documents.webmeta import headline, page_title, read_metadata

    declared = _CHARSET.search(data[:_HEAD])
    html = decode(data, name, encoding, declared=declared[1].decode("ascii", "replace") if declared else "")
    root = parse_html(html)
    if root is None:
        return Draft(())
    metadata = read_metadata(root, html)
    keys = second_opinion.article_keys(html)
    found = _with_title(webpage.candidates(pieces(root), metadata.title, keys), metadata.title, headline(root))
    return Draft(tuple(found), _with_outlet(metadata, page_title(root), found))


def _with_title(found: Sequence[Candidate], title: str, stated: str) -> list[Candidate]:
    """The candidates with a title: the copy of it that stands in the page (a ``<div>``), else the stated one on top."""
    if any(candidate.block.kind is BlockKind.TITLE for candidate in found):
        return list(found)
    wanted = fold(stated or title)
    for at, candidate in enumerate(found):
        key = fold(candidate.block.text)
        if wanted and (key == wanted or (len(key) >= _TITLE_LENGTH and wanted.startswith(key))):
            titled = Candidate(Block(BlockKind.TITLE, candidate.block.text, 1))
            return [*_outside(found[:at]), titled, *found[at + 1 :]]
    return [Candidate(Block(BlockKind.TITLE, stated, 1)), *found] if stated else list(found)


def _outside(above: Sequence[Candidate]) -> list[Candidate]:
    """What stands above the headline is not the article."""
    return [Candidate(c.block, c.zone or Zone.OUTSIDE, c.link_share) for c in above]


def _with_outlet(metadata: Metadata, page_title: str, found: Sequence[Candidate]) -> Metadata:
    """The outlet's name from "Headline - Outlet" in ``<title>``, where the page does not state it."""
    title = next((c.block.text for c in found if c.block.kind is BlockKind.TITLE), "")
    parts = _TITLE_PARTS.split(page_title)
    named = len(parts) > 1 and title and fold(parts[0]) == fold(title)
    return replace(metadata, outlet=parts[-1].strip()) if named and not metadata.outlet else metadata
