"""What a reader hands over: every piece of text in order, with the signs that tell article from boilerplate.

A reader decides nothing about boilerplate: it notes where a piece stood (its zone in a web page), how much of it is
links, and whether a blank line parts it from the piece before.  ``xlate.documents.boilerplate`` decides.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from xlate.model import Block, Metadata


class Zone(StrEnum):
    """The part of a page that a block stood in; PLAIN where the source has no such structure."""

    PLAIN = ""
    NAVIGATION = "navigation"
    FOOTER = "footer"
    ASIDE = "aside"
    RELATED = "related"
    CAPTION = "caption"
    SHARE = "share"
    NEWSLETTER = "newsletter"
    COOKIE = "cookie"
    COMMENTS = "comments"
    AUTHOR = "author"
    BYLINE = "byline"
    TAGS = "tags"
    ADVERT = "advert"
    POPUP = "popup"
    CONTROLS = "controls"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A block with its signs.  ``link_share`` is the share of its letters inside links, 0..1.

    ``tight``: no blank line stood between this block and the one before it (plain text only).  ``inside``: it stood in
    the element that holds the article (True where there are no elements).  ``under_picture``: only a picture stands
    between it and the text before it.
    """

    block: Block
    zone: Zone = Zone.PLAIN
    link_share: float = 0.0
    tight: bool = False
    inside: bool = True
    under_picture: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """All candidates of a file and what it says of itself.

    ``guess_title``: the format has no title of its own, so the first heading that is no boilerplate becomes it.
    """

    candidates: tuple[Candidate, ...]
    metadata: Metadata = field(default_factory=Metadata)
    guess_title: bool = False
