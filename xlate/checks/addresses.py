"""Web and mail addresses, @handles and #hashtags in a text: what a translation must carry over letter by letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from xlate.model import Span

_TOP = "com|org|net|edu|gov|mil|int|info|io|tv|me|co|eu|uk|us|by|ru|ua|pl|de|fr|lt|lv|ee|ch|news|online|app|dev"
_ADDRESS = re.compile(
    r"(?P<url>(?:https?://|ftp://|www\.)[^\s<>\"«»“”„()\[\]{}\x1f]+)"
    r"|(?P<mail>(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<handle>(?<![\w@.])@[A-Za-z_]\w{1,29})"
    r"|(?P<hashtag>(?<![\w#&])#[^\W\d]\w+)"
    rf"|(?P<site>(?<![\w@.-])(?:[A-Za-z0-9-]+\.)+(?:{_TOP})(?:/[^\s<>\"«»“”„()\[\]{{}}\x1f]*)?(?![\w-]|\.\w))"
)
_TRAILING = ".,;:!?'…’"


@dataclass(frozen=True, slots=True)
class Address:
    """``kind`` is ``url``, ``site`` (without scheme), ``mail``, ``handle`` or ``hashtag``."""

    kind: str
    text: str
    span: Span


def addresses(text: str) -> Iterator[Address]:
    """Every address in the text; punctuation that ends a clause is no part of it."""
    for match in _ADDRESS.finditer(text):
        written = match[0].rstrip(_TRAILING)
        yield Address(match.lastgroup or "", written, Span(match.start(), match.start() + len(written)))
