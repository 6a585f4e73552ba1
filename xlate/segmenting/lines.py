"""Line breaks inside a block: white space, unless a blank line, a list item or a turn of dialogue follows.

Он приехал в
Минск.                      one segment
В программе:
- концерт;
- чтения.                   three segments
"""

from __future__ import annotations

import re

_BLANK = re.compile(r"[^\S\n]*+(?:\r?\n[^\S\n]*+)(?:\r?\n|\u2029)|\u2029")
_ITEM = re.compile(r"[•‣▪●◦·*][ \t\u00a0]|\(?(?:\d{1,2}|[^\W\d_])\)\s|\d{1,2}\.\s+[«„“\"(]?[^\W\d_a-zа-яёіїєґў]")
_DASH_CAPITAL = re.compile(r"[—–-]\s?[«„“\"(]?[^\W\d_a-zа-яёіїєґў]")
_DASH = re.compile(r"[—–-]\s")


def breaks(text: str, start: int, line_break: int, following: int) -> bool:
    """Whether the line break parts two segments; ``following`` is the next character that is not white space."""
    if _BLANK.match(text, line_break) or _ITEM.match(text, following):
        return True
    before = text[max(start, line_break - 8) : line_break].rstrip()
    if _DASH.match(text, following) and before.endswith((":", ";")):
        return True
    return bool(_DASH_CAPITAL.match(text, following)) and not before.endswith((",", "—", "–"))
