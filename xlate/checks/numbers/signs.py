"""What stands next to a number: its sign, its unit, and a noun that scales it.

A true minus (U+2212) and the words "minus" and "below zero" are certain.  A hyphen or dash before a digit may as well
be punctuation ("Ayr -17"), except before degrees and percent.
"""

from __future__ import annotations

import re

from xlate.checks.numbers.mention import Rational
from xlate.checks.numbers.words import Lexicon
from xlate.model import Span

_UNITS = {
    "dollar": r"\$|usd\b|dollars?\b|доллар\w*|долар\w*",
    "euro": r"€|eur\b|euros?\b|евро\b|євро\b|еўра\b|эўра\b",
    "pound": r"£|gbp\b|pounds?\b|фунт\w*",
    "rouble": r"₽|rub\b|byn\b|rou?bles?\b|рубл\w*|рубель\b",
    "hryvnia": r"₴|uah\b|hryvnias?\b|hryvnya\b|грив\w*|грыўн\w*|грн\b",
    "yuan": r"yuan\b|юан\w*",
    "percent": r"%|per\s?cent\b|процент\w*|відсот\w*|працэнт\w*|адсот\w*",
}
_AFTER = re.compile(
    r"\s?-?(?:(?:\w+\s)?(?:" + "|".join(f"(?P<{n}>{p})" for n, p in _UNITS.items()) + "))", re.IGNORECASE
)
_NEXT_WORD = re.compile(r"[ -]([^\W\d_]+(?:'[^\W\d_]+)*)")
_MEASURED = re.compile(r"\s?[°%]")
_NEAR = 40  # characters before a number in which its sign and currency stand; "minus" and some spaces
_BEFORE = {"$": "dollar", "€": "euro", "£": "pound", "₽": "rouble", "₴": "hryvnia"}


def unit(text: str, span: Span) -> str:
    """The currency or percent right before or after the span (one adjective may stand between); else empty."""
    before = text[max(0, span.start - _NEAR) : span.start].rstrip()
    if before and before[-1] in _BEFORE:
        return _BEFORE[before[-1]]
    after = _AFTER.match(text, span.end)
    return (after.lastgroup or "") if after else ""


def sign(text: str, span: Span, words: Lexicon) -> tuple[bool, bool]:
    """Whether the number is negative, and whether that is certain."""
    before = text[max(0, span.start - _NEAR) : span.start]
    start = span.start - len(before)
    if before.endswith("\N{MINUS SIGN}") or (words.minus and words.minus.search(text, start, span.start)):
        return True, True
    if words.below_zero and words.below_zero.match(text, span.end):
        return True, True
    if before.endswith(("-", "–")) and (span.start == 1 or before[-2] == "(" or before[-2].isspace()):
        return True, bool(_MEASURED.match(text, span.end))
    return False, True


def scale(text: str, span: Span, words: Lexicon) -> Rational | None:
    """What the next word counts in: 10 for "decades", 12 for "dozen", 7 (days) for "weeks"; None if nothing like it."""
    following = _NEXT_WORD.match(text, span.end)
    values = words.hinted(following[1].casefold()) if following else ()
    return next((value for value in values if value >= 7), None)
