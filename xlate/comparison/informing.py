"""What a translation model makes of two statements in different languages: how much each says about the other.

Words of weak machine translations are a weak witness; the same model is a better judge of a pair that it is shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from xlate.comparison.story import Statement
from xlate.coverage.judging import NOTHING, Judge
from xlate.engines import Engine, Scorer
from xlate.model import Leg

StatementPair = tuple[Statement, Statement]


class Informer:
    """Asks the first engine that scores, in the languages that it has models for in both directions."""

    def __init__(self, scorer: Scorer, legs: Sequence[Leg], threads: int = 0) -> None:
        self._scorer = scorer
        self._threads = threads
        self._legs: dict[tuple[str, str], Leg] = {}
        for leg in legs:
            self._legs.setdefault((leg.source, leg.target), leg)

    @classmethod
    def of(cls, engines: Sequence[Engine], threads: int = 0) -> Informer | None:
        """None where no engine scores."""
        for engine in engines:
            if isinstance(engine, Scorer):
                return cls(engine, engine.legs(), threads)
        return None

    def information(self, pairs: Sequence[StatementPair]) -> list[float | None]:
        """Nats a piece that the two statements of a pair say of each other, the mean of both directions.

        None for two statements in one language, and where a model is missing.
        """
        found: list[float | None] = [None] * len(pairs)
        together: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number, (a, b) in enumerate(pairs):
            key = (a.language, b.language)
            if a.language != b.language and key in self._legs and key[::-1] in self._legs:
                together[key].append(number)
        for key, numbers in together.items():
            judge = Judge(self._scorer, self._legs[key], self._legs[key[::-1]], self._threads)
            for number, said in zip(numbers, _information(judge, [pairs[n] for n in numbers]), strict=True):
                found[number] = said
        return found


def _information(judge: Judge, pairs: Sequence[StatementPair]) -> list[float | None]:
    texts = [(a.text, b.text) for a, b in pairs]
    forward, backward = judge.forward(texts), judge.backward(texts)
    lefts, rights = (list(dict.fromkeys(side)) for side in zip(*texts, strict=True))
    right_alone = dict(zip(rights, judge.forward([(NOTHING, text) for text in rights]), strict=True))
    left_alone = dict(zip(lefts, judge.backward([(text, NOTHING) for text in lefts]), strict=True))
    found: list[float | None] = []
    for (left, right), there, back in zip(texts, forward, backward, strict=True):
        if not there.logs or not back.logs:
            found.append(None)
            continue
        says = sum(there.logs) - sum(right_alone[right].logs), sum(back.logs) - sum(left_alone[left].logs)
        found.append((says[0] / len(there.logs) + says[1] / len(back.logs)) / 2)
    return found
