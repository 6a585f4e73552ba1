"""Dates in figures, phone numbers and heights: stretches of digits that are not one number each.

A date is counted as its day, month and year, so "26.06.2022", "2022-06-26" and "June 26, 2022" come to the same three
values, and nobody has to know whether 06/07 is in June or in July.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from xlate.checks.numbers.mention import Kind, Mention, numbers
from xlate.model import Span

_DATE = re.compile(
    r"(?<![\d.,/-])(?:(?P<y1>\d{4})-(?P<a1>\d\d)-(?P<b1>\d\d)"
    r"|(?P<a2>\d{1,2})(?P<mark>[./])(?P<b2>\d{1,2})(?P=mark)(?P<y2>\d{4}|\d\d))(?![\d/]|[.,-]\d)"
)
_PHONE = re.compile(
    r"(?<![\w+])(?<!\d )(?:\+\d|\b0\d)(?:[ ()-]{0,2}\d){6,13}(?!\d)|(?<![\w-])\(?\d{3}\)?[ -]\d{3}-\d{4}(?![\d-])"
)
_LEAST_DIGITS = 7  # of a phone number
_DIGIT = re.compile(r"\d")
_SEPARATED = re.compile(r"\d[./-]\d")  # no date is without one

_HEIGHT = re.compile(
    r"(?P<feet>[4-7])(?:-(?:foot|feet|ft)-|\s?(?:feet|foot|ft)\.?\s|')(?P<inches>\d|1[01])(?![\d'.,]\d|\d)"
)


def dates(text: str) -> Iterator[Mention]:
    """Three mentions for every date in figures; a two-digit year may stand for this or the last century."""
    for match in _DATE.finditer(text) if _SEPARATED.search(text) else ():
        groups = ("y1", "a1", "b1") if match["y1"] else ("a2", "b2", "y2")
        if any(not 1 <= int(match[name]) <= 31 for name in groups if name[0] != "y"):
            continue
        for name in groups:
            value, span = int(match[name]), Span(*match.span(name))
            if name[0] == "y":
                yield Mention(span, numbers([value]), numbers([1900 + value, 2000 + value] if value < 100 else []))
            else:
                month = frozenset({(Kind.MONTH, value)}) if value <= 12 else frozenset()
                yield Mention(span, numbers([value]) | month)


def phones(text: str) -> Iterator[Mention]:
    """Phone numbers, compared by their digits however they are grouped; short ones are plain numbers."""
    for match in _PHONE.finditer(text) if len(_DIGIT.findall(text)) >= _LEAST_DIGITS else ():
        digits = re.sub(r"\D", "", match[0])
        yield Mention(Span(*match.span()), frozenset({(Kind.PHONE, int(digits))}), parts=_groups(match))


def _groups(match: re.Match[str]) -> tuple[Mention, ...]:
    found = re.finditer(r"\d+", match[0])
    return tuple(
        Mention(Span(match.start() + group.start(), match.start() + group.end()), numbers([int(group[0])]))
        for group in found
    )


def heights(text: str) -> Iterator[Mention]:
    """A person's height in feet and inches, "6-foot-6", as feet; it may also be counted apart."""
    for match in _HEIGHT.finditer(text):
        feet, inches = int(match["feet"]), int(match["inches"])
        parts = (
            Mention(Span(*match.span("feet")), numbers([feet])),
            Mention(Span(*match.span("inches")), numbers([inches])),
        )
        yield Mention(Span(*match.span()), numbers([feet + Fraction(inches, 12)]), parts=parts)
