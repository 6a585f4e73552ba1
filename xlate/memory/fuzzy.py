"""Segments that are alike, among a million: those that share rare terms are measured, the others are never read.

Every term of the query that no more than ``RARE`` segments have votes for these; the segments with most votes are
compared letter by letter.  Pairs of words are asked first, single words and trigrams only if that finds nothing.  Where
fewer than ``ENOUGH`` terms are rare (a thousand bulletins that differ in a number), common terms vote for their newest.
"""

from __future__ import annotations

from collections import Counter

from xlate.memory.database import Database
from xlate.memory.terms import asked_terms
from xlate.memory.unit import Languages, segment_key
from xlate.similarity import nearest

SCAN = 2_000  # segments: in smaller memories all are compared
RARE = 200  # 360 look-ups a CPU second, 400 gives 300, and both find the best (tools.bench_memory, 2026-11-29)
ENOUGH = 3
COMPARED = 64  # segments at a time, those with most votes first
ROUNDS = 4  # as long as none is alike enough, or has a unit of the kind asked for
KEPT_COMMON = 100_000  # terms known to be common: they need not be counted again


class Finder:
    """Finds similar segments in a memory."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._common: dict[str, None] = {}

    def alike(
        self, languages: Languages, text: str, least: float, limit: int, condition: str = ""
    ) -> list[tuple[float, int]]:
        """(likeness, segment) of up to ``limit`` segments with units of the pair, best first."""
        if not text:
            return []
        [last] = self._database.connection.execute("SELECT max(id) FROM segments").fetchone()
        if (last or 0) <= SCAN:
            return self._measured(languages, text, least, limit, condition, range(1, (last or 0) + 1))
        votes: Counter[int] = Counter()
        seen: set[int] = set()
        equal = self._equal(languages, text)
        for terms in asked_terms(languages[0], text, least):
            self._count(terms, votes)
            elected = [segment for segment, _ in votes.most_common(ROUNDS * COMPARED) if segment not in seen]
            elected = [*equal, *(segment for segment in elected if segment not in equal)]
            for start in range(0, len(elected), COMPARED):
                some = elected[start : start + COMPARED]
                if found := self._measured(languages, text, least, limit, condition, some):
                    return found
            seen.update(elected)
        return []

    def _equal(self, languages: Languages, text: str) -> list[int]:
        """The same segment, if it is there: it may have nothing that is rare."""
        sql = "SELECT id FROM segments WHERE key = ?"
        return [row[0] for row in self._database.connection.execute(sql, (segment_key(languages[0], text),)).fetchall()]

    def _count(self, terms: list[str], votes: Counter[int]) -> None:
        """Let the terms vote; a rare one counts for more than all common ones."""
        n_rare, common = 0, [term for term in terms if term in self._common]
        others = [term for term in terms if term not in self._common]
        for term, found in zip(others, self._database.voters(others, RARE + 1), strict=True):
            if len(found) > RARE:
                self._remember_common(term)
                common.append(term)
            elif found:
                n_rare += 1
                votes.update(dict.fromkeys(found, len(terms)))
        if n_rare < ENOUGH and common:
            for found in self._database.newest_voters(common, RARE):
                votes.update(found)

    def _measured(
        self, languages: Languages, text: str, least: float, limit: int, condition: str, segments: range | list[int]
    ) -> list[tuple[float, int]]:
        if not segments:
            return []
        places = ",".join(map(str, segments))
        sql = (
            f"SELECT s.id, s.text FROM segments s WHERE s.id IN ({places}) AND s.language = ? AND EXISTS"
            f" (SELECT 1 FROM units u WHERE u.segment = s.id AND u.target_language = ?{condition})"
        )
        rows = self._database.connection.execute(sql, languages).fetchall()
        found = nearest(text, [row[1] for row in rows], least, limit)
        return [(likeness, rows[number][0]) for number, likeness in found]

    def _remember_common(self, term: str) -> None:
        if len(self._common) >= KEPT_COMMON:
            self._common.clear()
        self._common[term] = None
