"""What a translation model makes of a translation that somebody else wrote: which words follow from the other side.

For every piece of a text the model gives ln P(piece | other side, pieces before).  Less the same with a bare stop in
place of the other side, that is how much the other side says about the piece: near 0 for what it does not say at all.
A translation model thus tells a lost clause without translating anything (both directions are asked), and a source is
also scored without the clause: if the translation then becomes likelier, it never had it (contrastive conditioning:
Vamvas and Sennrich, "As Little as Possible, as Much as Necessary", 2022).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from xlate.coverage.sides import Couple
from xlate.engines import Engine, Likelihood, Scorer
from xlate.model import Leg, Span

NOTHING = "."  # a source that says nothing

Pairs = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Information:
    """What one side says about the other's pieces, and what it would say without a part of it."""

    given: Likelihood
    alone: Likelihood

    @property
    def mean(self) -> float | None:
        """Mean information a piece, in nats; None where there are no pieces."""
        return self.within(Span(0, self.given.spans[-1].end + 1)) if self.given.spans else None

    def within(self, span: Span) -> float | None:
        """Mean information of the pieces in the span; None where there are none."""
        given, alone = self.given.within(span), self.alone.within(span)
        return (sum(given) - sum(alone)) / len(given) if given else None


@dataclass(frozen=True, slots=True)
class Opinion:
    """``target``: what the source says about the target's pieces.  ``source``: the other way round."""

    source: Information
    target: Information


class Judge:
    """A model of the pair in both directions."""

    def __init__(self, scorer: Scorer, forward: Leg, backward: Leg, threads: int = 0) -> None:
        self._scorer = scorer
        self._forward = forward
        self._backward = backward
        self._threads = threads

    @classmethod
    def of(cls, engines: Iterable[Engine], pair: tuple[str, str], threads: int = 0) -> Judge | None:
        """The first engine's that scores and has a leg in each direction, if there is one."""
        for engine in engines:
            legs: dict[tuple[str, str], Leg] = {}
            for leg in engine.legs():
                legs.setdefault((leg.source, leg.target), leg)
            if isinstance(engine, Scorer) and pair in legs and pair[::-1] in legs:
                return cls(engine, legs[pair], legs[pair[::-1]], threads)
        return None

    def opinions(self, couples: Sequence[Couple]) -> dict[int, Opinion]:
        """An opinion on every couple that has text on both sides, by its number."""
        wanted = [couple for couple in couples if couple.is_full]
        pairs = [(couple.source.text, couple.target.text) for couple in wanted]
        forward, backward = self.forward(pairs), self.backward(pairs)
        target_alone = self.forward([(NOTHING, target) for _, target in pairs])
        source_alone = self.backward([(source, NOTHING) for source, _ in pairs])
        return {
            couple.number: Opinion(Information(backward[i], source_alone[i]), Information(forward[i], target_alone[i]))
            for i, couple in enumerate(wanted)
        }

    def forward(self, pairs: Pairs) -> list[Likelihood]:
        """How likely each target is, given its source."""
        return self._scorer.score(self._forward, pairs, self._threads)

    def backward(self, pairs: Pairs) -> list[Likelihood]:
        """How likely each source is, given its target."""
        return self._scorer.score(self._backward, [(target, source) for source, target in pairs], self._threads)
