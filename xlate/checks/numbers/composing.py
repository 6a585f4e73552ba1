"""Values from rows of tokens: "два миллиона триста тысяч", "2 млн 300 тыс.", "twenty-first", "half a million".

Two numbers side by side stay two: "две-три недели" is 2 and 3, because after a unit nothing smaller may follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from xlate.checks.numbers.mention import Mention, Rational, numbers
from xlate.checks.numbers.tokens import Role, Token
from xlate.checks.numbers.words import Lexicon
from xlate.model import Span

SMALL = 12
"""Spelled-out numbers up to this are optional: "one", "two of them", "first" come and go in good translations.

Twelve is where news style guides in English begin to write figures; on dev/news (1,007 segments, en-ru, en-uk, en-be;
2026-11-23) four in five unmatched number words are at most twelve.
"""

_GLUE = re.compile(
    r"(?:\s{0,2}|\s?-\s?)(?:(?:and\s+)?(?:an?\s+|of\s+an?\s+)?)"
    r"|\s(?:и|і|й|или|або|чи|ці|or)\s(?:более|больше|більше|болей|больш|more)\s"  # "50 и более миллионов"
)
_RANGE = re.compile(r"\s?[-–—]\s?|\s(?:to|and|or|до|и|или|і|й|та|або|чи|да|ці)\s(?:\w+\s)?")
_UNBOUNDED = 10**18


@dataclass
class _Run:
    """The number being put together.  ``limit``: the next summand must be smaller, so "five three" stays two."""

    taken: list[Token] = field(default_factory=list)
    total: Rational = 0
    current: Rational | None = None
    limit: Rational = _UNBOUNDED
    magnitude: Rational = _UNBOUNDED
    closed: bool = False

    def take(self, token: Token) -> bool:
        """Add the token if the number can go on with it."""
        fits = not self.closed and _TAKERS[token.role](self, token.value)
        if fits:
            self.taken.append(token)
        return fits

    def literal(self, value: Rational) -> bool:
        if self.current is not None or value >= self.magnitude or (self.taken and self.magnitude < 1000):
            return False
        self.current, self.limit = value, 0
        return True

    def cardinal(self, value: Rational) -> bool:
        if value >= self.limit or value >= self.magnitude:
            return False
        self.current = (self.current or 0) + value
        self.limit = 100 if value % 100 == 0 else 10 if value % 10 == 0 and value > 10 else 1
        return True

    def ordinal(self, value: Rational) -> bool:
        self.closed = self.cardinal(value)
        return self.closed

    def multiplier(self, value: Rational) -> bool:
        if self.taken:
            return False
        self.current, self.limit = value, 0
        return True

    def and_a_half(self, value: Rational) -> bool:
        if self.current is None:
            return False
        self.current, self.limit = self.current + value, 0
        return True

    def multiply(self, value: Rational) -> bool:
        if value == 100:  # English "two hundred", below a thousand of its own
            self.current, self.limit = (1 if self.current is None else self.current) * value, value
            return True
        if value >= self.magnitude or (self.taken and self.current is None):
            return False
        self.total += (1 if self.current is None else self.current) * value
        self.current, self.limit, self.magnitude = None, _UNBOUNDED, value
        return True

    @property
    def value(self) -> Rational:
        return self.total + (self.current or 0)


_TAKERS = {
    Role.LITERAL: _Run.literal,
    Role.CARDINAL: _Run.cardinal,
    Role.ORDINAL: _Run.ordinal,
    Role.MAGNITUDE: _Run.multiply,
    Role.MULTIPLIER: _Run.multiplier,
    Role.AND_A_HALF: _Run.and_a_half,
}


def compose(text: str, row: Sequence[Token], words: Lexicon) -> Iterator[Mention]:
    """A mention for every number that the tokens spell, longest first from the left.

    In a range the magnitude may stand once for both ends: "от двух до трёх миллионов" is two million, perhaps.
    """
    found = list(_numbers(text, row, words))
    for left, right in pairwise(found):
        shared = left.magnitude < right.magnitude and _RANGE.fullmatch(text, left.span.end, right.span.start)
        yield replace(left, loose=left.loose | left.scaled(right.magnitude).exact) if shared else left
    yield from found[-1:]


def _numbers(text: str, row: Sequence[Token], words: Lexicon) -> Iterator[Mention]:
    run = _Run()
    for token in row:
        if run.taken and not (_joined(text, run.taken[-1], token) and run.take(token)):
            yield from _finish(run.taken, words)
            run = _Run()
        if not run.taken:
            run.take(token)
    yield from _finish(run.taken, words)


def _joined(text: str, left: Token, right: Token) -> bool:
    if left.span.end > right.span.start:
        return False
    if right.role is Role.LITERAL and not text[left.span.end : right.span.start].isspace():
        return False
    return _GLUE.fullmatch(text, left.span.end, right.span.start) is not None


def _finish(taken: Sequence[Token], words: Lexicon) -> Iterator[Mention]:
    if not taken:
        return
    span = Span(taken[0].span.start, taken[-1].span.end)
    first = taken[0].mention
    if first and len(taken) == 1:
        yield first
    elif first:
        readings = [_retold(taken, value) for _, value in sorted(first.exact | first.loose)]
        exact = numbers([_retold(taken, taken[0].value)])
        plain = first.exact if taken[1].doubtful else frozenset()
        yield Mention(span, plain or exact, (numbers(readings) | exact) - plain, magnitude=_magnitude(taken))
    elif taken[0].role is Role.MAGNITUDE and len(taken) == 1:
        if taken[0].word in words.bare_magnitudes:
            yield Mention(span, numbers([taken[0].value]), optional=True)
    elif taken[0].role is Role.MULTIPLIER and len(taken) == 1:
        return  # "half" alone: among the hints
    else:
        yield _spelled(taken, span)


def _spelled(taken: Sequence[Token], span: Span) -> Mention:
    value = _retold(taken, None)
    plural_decade = taken[-1].word.endswith(("ties", "тые", "тых", "ті", "тыя"))
    decade = numbers([1900 + value]) if len(taken) == 1 and 20 <= value < 100 and value % 10 == 0 else frozenset()
    cardinal = taken[-1].role is not Role.ORDINAL
    return Mention(
        span,
        numbers([value]),
        decade,
        optional=value <= SMALL or value in (100, 1000) or plural_decade,
        telling=cardinal and 2 <= value <= SMALL,
        magnitude=_magnitude(taken),
    )


def _magnitude(taken: Sequence[Token]) -> Rational:
    return next((token.value for token in reversed(taken) if token.role is Role.MAGNITUDE), 1)


def _retold(taken: Sequence[Token], literal: Rational | None) -> Rational:
    """The value of the row with ``literal`` in place of its first token's value."""
    if len(taken) == 1:
        return taken[0].value if literal is None else literal
    run = _Run()
    for token in taken:
        run.take(token if literal is None or run.taken else replace(token, value=literal))
    return run.value
