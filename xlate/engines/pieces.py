"""Over-long segments, cut where a reader would breathe.

A model sees at most so many tokens well.  A longer segment is cut at the last good place before the limit: after
;:.!? first, then before a dash or after a comma, then at any space, and only inside a word when there is no space
("ааааа…" of 5,000 letters).  Nothing is left out: the pieces joined by spaces hold every character but white space.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

_CUTS = (
    re.compile(r"(?<=[;:.!?…])[\"'»”)\]]*\s+"),
    re.compile(r"\s+(?=[—–]\s)|(?<=,)\s+"),
    re.compile(r"\s+"),
)
_LEAST_SHARE = 0.3  # a cut before this share of the piece gives a crumb; the next kind of cut is tried (guessed)


def split_text(text: str, count: Callable[[str], int], limit: int) -> Iterator[str]:
    """``text`` in pieces of at most ``limit`` tokens by ``count``; an empty text gives none."""
    while text:
        if len(text) <= limit or count(text) <= limit:  # a token has at least one character
            yield text
            return
        fitting = _fitting_length(text, count, limit)
        cut, rest = _cut_before(text, fitting)
        yield text[:cut]
        text = text[rest:]


def _fitting_length(text: str, count: Callable[[str], int], limit: int) -> int:
    """The greatest number of leading characters, about, that stay within the limit; at least 1."""
    low, high = 1, min(len(text), limit * 12)  # no tokenizer here averages 12 characters a token
    while low < high:
        middle = (low + high + 1) // 2
        if count(text[:middle]) <= limit:
            low = middle
        else:
            high = middle - 1
    return low


def _cut_before(text: str, fitting: int) -> tuple[int, int]:
    """Where the piece ends and where the rest begins."""
    head = text[: fitting + 1]
    for pattern in _CUTS:
        places = [m for m in pattern.finditer(head) if m.start() >= fitting * _LEAST_SHARE]
        if places:
            end = places[-1].start() + len(places[-1].group().rstrip())
            return end, places[-1].end()
    return fitting, fitting
