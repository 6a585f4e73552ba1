"""The two texts of a comparison, and the segments of a bead read as one text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from xlate.coverage.finding import Place
from xlate.model import Alignment, Bead, Segment, Span


@dataclass(frozen=True, slots=True)
class Side:
    """A text in segments.  ``language`` is a canonical code."""

    language: str
    segments: tuple[Segment, ...]

    def texts(self, numbers: Span) -> tuple[str, ...]:
        return tuple(segment.text for segment in self.segments[numbers.start : numbers.end])


@dataclass(frozen=True, slots=True)
class Joined:
    """The segments of one side of a bead with a space between them: ``first`` is the number of the first one."""

    texts: tuple[str, ...]
    first: int

    @property
    def text(self) -> str:
        return " ".join(self.texts)

    def places(self, span: Span) -> Iterator[Place]:
        """The span of the joined text as stretches of its segments."""
        starts = self._starts()
        for i in range(max(0, bisect_right(starts, span.start) - 1), len(self.texts)):
            start, end = max(span.start - starts[i], 0), min(span.end - starts[i], len(self.texts[i]))
            if start < end:
                yield Place(self.first + i, Span(start, end))

    def _starts(self) -> list[int]:
        return list(accumulate((len(text) + 1 for text in self.texts[:-1]), initial=0))


@dataclass(frozen=True, slots=True)
class Couple:
    """A bead with its texts.  ``machine`` is the machine translation of its source, None where there is none."""

    number: int
    bead: Bead
    source: Joined
    target: Joined
    source_language: str
    target_language: str
    machine: str | None = None

    @property
    def is_full(self) -> bool:
        """Whether both sides have text."""
        return bool(self.source.text.strip() and self.target.text.strip())

    @property
    def same_language(self) -> bool:
        return self.source_language == self.target_language

    @property
    def identical(self) -> bool:
        """Whether nothing can have been lost."""
        return self.same_language and self.source.text == self.target.text


def couples(
    alignment: Alignment, source: Side, target: Side, machine: Sequence[str] | None = None
) -> tuple[Couple, ...]:
    """The beads with their texts; ValueError if the alignment is of other texts."""
    if (alignment.n_source, alignment.n_target) != (len(source.segments), len(target.segments)):
        raise ValueError("the alignment does not fit the texts")
    if machine is not None and len(machine) != len(source.segments):
        raise ValueError("one machine translation a source segment")
    return tuple(
        Couple(
            number,
            bead,
            Joined(source.texts(bead.source), bead.source.start),
            Joined(target.texts(bead.target), bead.target.start),
            source.language,
            target.language,
            None if machine is None else " ".join(machine[bead.source.start : bead.source.end]),
        )
        for number, bead in enumerate(alignment.beads)
    )
