"""The memory as the pipeline uses it: people's translations of the same segment stand, similar ones are suggested.

A machine's translation stands only if today's machine would make the same one; it is never suggested for another
segment, so that what comes out does not depend on what happened to be translated before.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from xlate.memory.hits import facts_of, to_hit
from xlate.memory.store import Memory
from xlate.memory.unit import Languages, Match, Query, Unit, UnitOrigin, compact
from xlate.model import Suggestion
from xlate.recollection import Asked, Made, Recollection

LEAST = 0.75  # likeness of a suggestion; the customary threshold of translators' programs


class Recall:
    """A memory behind the pipeline's protocol."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._has_people: dict[Languages, bool] = {}

    @classmethod
    def open(cls, place: Path | str) -> Recall:
        return cls(Memory(place))

    @property
    def fingerprint(self) -> str:
        return self._memory.fingerprint

    def recall(self, asked: Sequence[Asked]) -> list[Recollection]:
        exact: dict[Asked, list[Match]] = {}
        for pair in {item.languages for item in asked}:
            some = [item for item in asked if item.languages == pair]
            exact.update(zip(some, self._memory.exact(pair, [_query(item) for item in some]), strict=True))
        return [self._recollection(item, exact[item]) for item in asked]

    def keep(self, made: Sequence[Made]) -> None:
        if made:
            self._memory.add_together([_unit(item) for item in made])

    def _recollection(self, asked: Asked, matches: Sequence[Match]) -> Recollection:
        for match in matches:  # people's come first
            unit = match.unit
            if unit.origin is not UnitOrigin.MACHINE:
                return Recollection(unit.target)
            if unit.signature == asked.made_by:
                terms = tuple(map(to_hit, unit.details.get("terms", [])))
                return Recollection(unit.target, True, unit.score, terms, self._suggestion(asked))
        return Recollection(suggestion=self._suggestion(asked))

    def _suggestion(self, asked: Asked) -> Suggestion | None:
        if not self._people(asked.languages):
            return None
        matches = self._memory.fuzzy(
            asked.languages, _query(asked), least=LEAST, limit=1, signature=asked.made_by, people_only=True
        )
        if not matches:
            return None
        [match] = matches
        return Suggestion(match.unit.source, match.unit.target, match.likeness, match.unit.origin.value, match.stale)

    def _people(self, pair: Languages) -> bool:
        """Whether people translated anything of the pair when this was first asked: if not, no index need be read."""
        if pair not in self._has_people:
            self._has_people[pair] = self._memory.has_people(pair)
        return self._has_people[pair]


def _query(asked: Asked) -> Query:
    return Query(asked.text, asked.before, asked.after)


def _unit(made: Made) -> Unit:
    asked = made.asked
    return Unit(
        asked.text, made.target, asked.languages, UnitOrigin.MACHINE, "", asked.before, asked.after, asked.made_by,
        made.score, extra=compact({"terms": [facts_of(hit) for hit in made.terms]}),
    )  # fmt: skip
