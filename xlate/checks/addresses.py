"""Web and mail addresses, @handles and #hashtags in a text: what a translation must carry over letter by letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from xlate.model import Span

_TOP = "com|org|net|edu|gov|mil|int|info|io|tv|me|co|eu|uk|us|by|ru|ua|pl|de|fr|lt|lv|ee|ch|news|online|app|dev"
_ADDRESS = re.compile(
    r"(?P<url>(?:https?://|ftp://|www\.)[^\s<>\"«»“”„()\[\]{}\x1f]+)"
    r"|(?P<mail>(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<handle>(?<![\w@.])@[A-Za-z_]\w{1,29})"
    r"|(?P<hashtag>(?<![\w#&])#[^\W\d]\w+)"
    rf"|(?P<site>(?<![\w@.-])(?:[A-Za-z0-9-]+\.)+(?:{_TOP})(?:/[^\s<>\"«»“”„()\[\]{{}}\x1f]*)?(?![\w-]|\.\w))"
)
_SIGN = re.compile(rf"[@#]|://|www\.|\.(?:{_TOP})")  # no address is without one, and few texts have one
_TRAILING = ".,;:!?'…’"


@dataclass(frozen=True, slots=True)
class Address:
    """``kind`` is ``url``, ``site`` (without scheme), ``mail``, ``handle`` or ``hashtag``."""

    kind: str
    text: str
    span: Span


def addresses(text: str) -> Iterator[Address]:
    """Every address in the text; punctuation that ends a clause is no part of it."""
    return iter(_addresses(text)) if _SIGN.search(text) else iter(())


@lru_cache(maxsize=64)  # several checks look at the same two texts
def _addresses(text: str) -> tuple[Address, ...]:
    return tuple(map(_address, _ADDRESS.finditer(text)))


def _address(match: re.Match[str]) -> Address:
    written = match[0].rstrip(_TRAILING)
    return Address(match.lastgroup or "", written, Span(match.start(), match.start() + len(written)))
