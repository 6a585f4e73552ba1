"""A clause that one side of a bead has and the other has not.

With a model that can score (`judging`) the signs are how little the other side says about the clause, how much likelier
the other side becomes without it, and how much shorter the other side is than usual; without one, how little of the
clause's machine translation stands in the target.  The weights were fitted by logistic regression on FLORES dev, whose
human translations had a clause taken out (a stretch of 4 words or more between commas or dashes; en-ru, en-uk, en-be,
450 whole and 338 to 366 cut segments each, xlate 0.2, 2026-11-29).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from xlate.checks.length import DEFAULT, RATIOS
from xlate.coverage.clauses import clauses, n_content_words
from xlate.coverage.finding import Kind, Note
from xlate.coverage.judging import Information, Judge, Opinion
from xlate.coverage.sides import Couple
from xlate.model import Severity, Span
from xlate.similarity import partial_likeness

Machine = Callable[[Sequence[str]], Sequence[str]]
"""Translates texts of the source's language into the target's."""

CANDIDATES = 2
"""Clauses of a segment that are looked at closely, those that the other side says least about."""

LEEWAY = 15  # characters added to both sides, so that a short segment is not judged by its length (guessed)

GAIN, GAIN_A_PIECE, INFORMATION, PIECES, LENGTH, CONSTANT = 0.038, 0.271, -0.413, 0.059, -1.465, -0.74

MOST_PIECES = 20  # from which a longer clause is no surer sign

CLAUSE_LIKENESS, CLAUSE_LENGTH, CLAUSE_CONSTANT = -6.0, -1.9, 1.0

SURE, SURE_ADDED = 0.85, 0.99
"""Likelihood from which a lost clause, and an added one, is a warning.  On dev/news (en-ru, en-uk, en-be; seeds 7, 101,
20261129; 2026-11-30) 0.85 finds 0.685 of 603 lost clauses with alarms on 2.4 % of 5,445 untouched segments, 0.84 0.688
with 2.6 %.  Translators explain much: with 0.88 16 of 605 segments had an added clause (en-ru, seed 7, 2026-11-29)."""

LIGHT, SURE_LIGHT = 1, 0.93
"""Content words up to which a clause is light, and the likelihood from which a light one that is lost is a warning:
"That's the message that ..." is often put some other way.  With this and ``SURE`` 5 of 25 alarms on dev/news fall
silent, and 4 of 380 clauses that were found (en-ru, en-uk, en-be, seeds 7, 101, 20261129, 1,007 segments each,
2026-11-30)."""

WORTH_SAYING = 0.6
"""Likelihood from which it is mentioned at all."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    couple: Couple
    in_source: bool
    clause: Span
    information: float
    n_pieces: int
    before: float  # log-likelihood of the other side, given all of this one

    @property
    def text(self) -> str:
        return self.couple.source.text if self.in_source else self.couple.target.text

    @property
    def other(self) -> str:
        return self.couple.target.text if self.in_source else self.couple.source.text


def check_clauses(
    couples: Sequence[Couple], opinions: dict[int, Opinion], judge: Judge | None, machine: Machine | None = None
) -> dict[int, list[Note]]:
    """Notes on lost and added clauses, by couple."""
    if judge:
        notes = _judged(couples, opinions, judge)
    elif machine:
        notes = _translated(couples, machine)
    else:
        return {}
    found: dict[int, list[Note]] = {}
    for couple, note in notes:
        kept = [other for other in found.get(couple.number, []) if other.kind is not note.kind]
        rival = next((other for other in found.get(couple.number, []) if other.kind is note.kind), note)
        found[couple.number] = [*kept, max(rival, note, key=lambda n: n.likelihood)]
    return found


def _judged(couples: Sequence[Couple], opinions: dict[int, Opinion], judge: Judge) -> Iterator[tuple[Couple, Note]]:
    candidates = [c for couple in couples if couple.number in opinions for c in _candidates(couple, opinions)]
    forward = [c for c in candidates if c.in_source]
    backward = [c for c in candidates if not c.in_source]
    without = [
        *judge.forward([(_without(c), c.other) for c in forward]),
        *judge.backward([(c.other, _without(c)) for c in backward]),
    ]
    for candidate, scored in zip([*forward, *backward], without, strict=True):
        gain = sum(scored.logs) - candidate.before
        pieces = min(candidate.n_pieces, MOST_PIECES)
        likelihood = _logistic(
            GAIN * gain
            + GAIN_A_PIECE * gain / candidate.n_pieces
            + INFORMATION * candidate.information
            + PIECES * pieces
            + LENGTH * _length(candidate.couple, candidate.in_source)
            + CONSTANT
        )
        if likelihood >= WORTH_SAYING:
            yield candidate.couple, _noted(candidate, likelihood)


def _candidates(couple: Couple, opinions: dict[int, Opinion]) -> Iterator[_Candidate]:
    opinion = opinions[couple.number]
    sides = (
        (True, couple.source.text, couple.source_language, opinion.source, opinion.target),
        (False, couple.target.text, couple.target_language, opinion.target, opinion.source),
    )
    for in_source, text, language, information, other in sides:
        if _length(couple, in_source) > 1.0:
            continue  # the other side is longer than usual: it lost nothing that anybody could tell
        cut = clauses(text, language)
        if len(cut) < 2:
            continue
        known = [(said, clause) for clause in cut if (said := information.within(clause)) is not None]
        for said, clause in sorted(known)[:CANDIDATES]:
            yield _Candidate(couple, in_source, clause, said, _n_pieces(information, clause), sum(other.given.logs))


def _translated(couples: Sequence[Couple], machine: Machine) -> Iterator[tuple[Couple, Note]]:
    cut = [
        (couple, clause)
        for couple in couples
        if couple.is_full and len(found := clauses(couple.source.text, couple.source_language)) > 1
        for clause in found
        if _length(couple, True) <= 1.0
    ]
    said = machine([clause.of(couple.source.text) for couple, clause in cut])
    for (couple, clause), text in zip(cut, said, strict=True):
        likelihood = _logistic(
            CLAUSE_LIKENESS * partial_likeness(text.lower(), couple.target.text.lower())
            + CLAUSE_LENGTH * _length(couple, True)
            + CLAUSE_CONSTANT
        )
        if likelihood >= WORTH_SAYING:
            yield couple, _note(clause, couple.source.text, couple.source_language, likelihood, in_source=True)


def _noted(candidate: _Candidate, likelihood: float) -> Note:
    couple, in_source = candidate.couple, candidate.in_source
    language = couple.source_language if in_source else couple.target_language
    return _note(candidate.clause, candidate.text, language, likelihood, in_source=in_source)


def _note(clause: Span, text: str, language: str, likelihood: float, *, in_source: bool) -> Note:
    light = n_content_words(clause.of(text), language) <= LIGHT
    sure = SURE_ADDED if not in_source else SURE_LIGHT if light else SURE
    severity = Severity.WARNING if likelihood >= sure else Severity.INFO
    shown = clause.of(text).strip(" ,;:—–-")
    if in_source:
        return Note(Kind.LOST_CLAUSE, severity, likelihood, f"perhaps not translated: {shown}", source=(clause,))
    return Note(Kind.ADDED_CLAUSE, severity, likelihood, f"perhaps not in the source: {shown}", target=(clause,))


def _length(couple: Couple, in_source: bool) -> float:
    """How much longer than usual the other side is, in standard deviations of the pair."""
    pair = (couple.source_language, couple.target_language)
    mean, spread = (0.0, DEFAULT[1]) if couple.same_language else RATIOS.get(pair, DEFAULT)
    n_source, n_target = len(couple.source.text), len(couple.target.text)
    distance = (math.log((n_target + LEEWAY) / (n_source + LEEWAY)) - mean) / spread
    return distance if in_source else -distance


def _without(candidate: _Candidate) -> str:
    text, clause = candidate.text, candidate.clause
    return f"{text[: clause.start].rstrip(' ,')} {text[clause.end :].lstrip(' ,')}".strip() or "."


def _n_pieces(information: Information, clause: Span) -> int:
    return len(information.given.within(clause))


def _logistic(x: float) -> float:
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, x))))
