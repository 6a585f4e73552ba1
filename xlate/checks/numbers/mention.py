"""A number as a text mentions it: one stretch of text, and every value that it can honestly stand for.

``exact`` are the values it has by the conventions of its language.  ``loose`` are those a translator may have had in
mind: "90-е" may be 1990, "3 p.m." may be written "3", "1,500" in a Russian text may still be fifteen hundred.  Two
mentions agree when an exact value of one is an exact or loose value of the other: loose with loose is not enough, or
"1930s" would agree with "1830-е" by way of their common 30.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from xlate.model import Span

Rational = Fraction | int
"""An int where the value is whole: to compare and hash it takes a tenth of the time."""


class Kind(StrEnum):
    """What a value counts; values of two kinds never agree."""

    __hash__ = str.__hash__  # in place of one in Python: values are looked up all the time

    NUMBER = "number"
    CLOCK = "clock"  # minutes after midnight
    MONTH = "month"
    PHONE = "phone"  # the digits as one number


Value = tuple[Kind, Rational]


@dataclass(frozen=True, slots=True)
class Mention:
    """``optional``: may lack a counterpart without anybody noticing ("both", "one", "May").

    ``parts`` is another way to count the same text: 9/11 as the numbers 9 and 11.  ``unit`` is a class of units such
    as ``"dollar"`` where one stands next to the number.  ``telling``: an optional one that still says something if
    both sides have such a one left over ("three weeks" turned into "four weeks").
    """

    span: Span
    exact: frozenset[Value]
    loose: frozenset[Value] = frozenset()
    optional: bool = False
    telling: bool = False
    unit: str = ""
    magnitude: Rational = 1  # of its last part: a million for "2,5 млн"
    parts: tuple[Mention, ...] = ()

    def agrees(self, other: Mention) -> bool:
        """Whether the two can stand for the same value; symmetric."""
        return bool(self.exact & other.exact or self.exact & other.loose or self.loose & other.exact)

    @property
    def kinds(self) -> frozenset[Kind]:
        return frozenset(kind for kind, _ in self.exact)

    def scaled(self, factor: Rational) -> Mention:
        """The same readings times ``factor``, as a following "million" makes them; no parts any more."""
        return replace(self, exact=_scaled(self.exact, factor), loose=_scaled(self.loose, factor), parts=())


def rational(value: Rational) -> Rational:
    return value.numerator if value.denominator == 1 else value


def number(value: Rational) -> Value:
    return Kind.NUMBER, rational(value)


def numbers(values: Iterable[Rational]) -> frozenset[Value]:
    return frozenset(map(number, values))


def _scaled(values: frozenset[Value], factor: Rational) -> frozenset[Value]:
    return frozenset(number(value * factor) if kind is Kind.NUMBER else (kind, value) for kind, value in values)
