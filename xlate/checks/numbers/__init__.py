"""Numbers compared by value: 1,000.5 = 1 000,5; $46 = 46 долларов; 2.5 million = два с половиной миллиона.

    reading    text -> mentions        addresses, phones, dates, times, Roman numerals, literals, words
    matching   mentions -> pairs, missing, extra
    here       leftovers -> findings

A number in figures that has no counterpart is an error.  So is a month that changed.  Small numbers in words are
optional on both sides, but "three weeks" against "four weeks" is worth a warning, as is a changed currency.
A number said once where the other side says it twice is worth a warning: nothing is wrong, only repeated.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from xlate.checks.base import Pair
from xlate.checks.numbers.conversion import converted
from xlate.checks.numbers.matching import Matching, match
from xlate.checks.numbers.mention import Kind, Mention
from xlate.checks.numbers.reading import mentions
from xlate.checks.numbers.words import SPOKEN
from xlate.model import Finding, Severity

__all__ = ["NumbersCheck", "NumbersScore", "compare_numbers", "mentions"]


@dataclass(frozen=True, slots=True)
class NumbersScore:
    """How the numbers of two texts compare; ``similarity`` is the share of required numbers that have a counterpart."""

    matching: Matching
    missing: tuple[Mention, ...]  # required, not converted into another unit
    extra: tuple[Mention, ...]
    repeated: tuple[tuple[Mention, bool], ...]  # left over, but its value is matched elsewhere; True: in the source
    similarity: float


_NOTHING = NumbersScore(match((), ()), (), (), (), 1.0)


def compare_numbers(source: str, target: str, source_language: str, target_language: str) -> NumbersScore:
    """Match the numbers of the two texts."""
    spoken = source_language in SPOKEN and target_language in SPOKEN
    left, right = mentions(source, source_language), mentions(target, target_language)
    if not left and not right:
        return _NOTHING
    if not spoken:
        left, right = _digits_only(left, source), _digits_only(right, target)
    found = match(left, right)
    missing = [m for m in found.missing if not (m.optional or _in_another_unit(m, right, source, target))]
    extra = [m for m in found.extra if not (m.optional or _in_another_unit(m, left, target, source))]
    repeated = [(m, True) for m in missing if _seen(m, (b for _, b in found.pairs))]
    repeated += [(m, False) for m in extra if _seen(m, (a for a, _ in found.pairs))]
    again = {id(mention) for mention, _ in repeated}
    n_required = sum(not mention.optional for mention in (*left, *right))
    n_lost = len(missing) + len(extra)
    return NumbersScore(
        found,
        tuple(m for m in missing if id(m) not in again),
        tuple(m for m in extra if id(m) not in again),
        tuple(repeated),
        1.0 - n_lost / n_required if n_required else 1.0,
    )


def _in_another_unit(mention: Mention, others: Iterable[Mention], text: str, other_text: str) -> bool:
    return any(converted(mention, other, text, other_text) for other in others)


def _seen(mention: Mention, others: Iterable[Mention]) -> bool:
    return any(mention.exact & other.exact for other in others)


def _digits_only(found: Sequence[Mention], text: str) -> tuple[Mention, ...]:
    """For a language without number words: only digits are required, a magnitude may go unread ("2,5 Millionen")."""
    return tuple(
        replace(mention, loose=mention.loose | mention.scaled(Fraction(1) / mention.magnitude).exact)
        if any(character.isdigit() for character in mention.span.of(text))
        else replace(mention, optional=True, telling=False)
        for mention in found
    )


class NumbersCheck:
    """Says which number is missing, extra or changed."""

    name = "numbers"

    def __call__(self, pair: Pair) -> Iterator[Finding]:
        score = compare_numbers(pair.source, pair.target, pair.source_language, pair.target_language)
        yield from self._lost(pair, score)
        yield from self._repeated(pair, score)
        yield from self._turned(pair, score.matching)
        yield from self._units(pair, score.matching)

    def _lost(self, pair: Pair, score: NumbersScore) -> Iterator[Finding]:
        if len(score.missing) == 1 and len(score.extra) == 1:
            yield self._changed(pair, score.missing[0], score.extra[0], "number", Severity.ERROR)
            return
        for mention in score.missing:
            message = f"number missing in the target: {mention.span.of(pair.source)}"
            yield Finding(self.name, Severity.ERROR, message, source_span=mention.span)
        for mention in score.extra:
            message = f"number not in the source: {mention.span.of(pair.target)}"
            yield Finding(self.name, Severity.ERROR, message, target_span=mention.span)

    def _repeated(self, pair: Pair, score: NumbersScore) -> Iterator[Finding]:
        for mention, in_source in score.repeated:
            side, text = ("source", pair.source) if in_source else ("target", pair.target)
            message = f"number more often in the {side}: {mention.span.of(text)}"
            spans = (mention.span, None) if in_source else (None, mention.span)
            yield Finding(self.name, Severity.WARNING, message, *spans)

    def _turned(self, pair: Pair, found: Matching) -> Iterator[Finding]:
        """A month or a small number in words, left over on both sides."""
        for is_month, noun, severity in ((True, "month", Severity.ERROR), (False, "number", Severity.WARNING)):
            left, right = (
                [m for m in side if m.telling and (m.kinds == {Kind.MONTH}) == is_month]
                for side in (found.missing, found.extra)
            )
            if len(left) == 1 and len(right) == 1:
                yield self._changed(pair, left[0], right[0], noun, severity)

    def _units(self, pair: Pair, found: Matching) -> Iterator[Finding]:
        for left, right in found.pairs:
            if left.unit and right.unit and left.unit != right.unit:
                message = f"unit changed: {left.unit} became {right.unit} at {right.span.of(pair.target)}"
                yield Finding(self.name, Severity.WARNING, message, left.span, right.span)

    def _changed(self, pair: Pair, left: Mention, right: Mention, noun: str, severity: Severity) -> Finding:
        message = f"{noun} changed: {left.span.of(pair.source)} became {right.span.of(pair.target)}"
        return Finding(self.name, severity, message, left.span, right.span)
