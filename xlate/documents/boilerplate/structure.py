"""What the page's own structure says: menus, footers, share buttons, comment sections, and all outside the article.

A zone is believed at once where no article text ever stands (a menu, a cookie notice).  Where designers' names are
vague ("info", "inset", "support"), long prose inside the article's element stays.
"""

from __future__ import annotations

from collections.abc import Iterator

from xlate.documents.boilerplate.page import Page, Rule
from xlate.documents.cleaning import ends_sentence
from xlate.documents.draft import Zone

_SURE = frozenset([
    Zone.NAVIGATION, Zone.FOOTER, Zone.COOKIE, Zone.COMMENTS, Zone.CAPTION, Zone.AUTHOR, Zone.OUTSIDE,
])  # fmt: skip
_VAGUE = frozenset([Zone.RELATED, Zone.SHARE, Zone.NEWSLETTER, Zone.TAGS, Zone.ADVERT, Zone.POPUP, Zone.CONTROLS])
_LONG_PROSE = 200  # characters; promotion of that length is caught by its words; guessed
_BYLINE_LENGTH = 160  # guessed


def _find(page: Page) -> Iterator[int]:
    for at in page.left():
        candidate = page.candidates[at]
        zone, text = candidate.zone, candidate.block.text
        long_prose = len(text) >= _LONG_PROSE and ends_sentence(text) and not page.is_linked(at) and candidate.inside
        out = (
            zone in _SURE
            or (zone in _VAGUE and not long_prose)
            or (zone is Zone.ASIDE and (not candidate.inside or page.is_linked(at)))
            or (zone is Zone.BYLINE and len(text) <= _BYLINE_LENGTH and not _is_sentence(text))
        )
        if out:
            yield at


def _is_sentence(text: str) -> bool:
    return ends_sentence(text) and len(text.split()) >= 8


RULE = Rule("structure", "the page's structure says that it is no part of the article", _find)
