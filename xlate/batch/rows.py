"""What the state holds of a document, and of a document in one language."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from xlate.errors import XlateError
from xlate.model import UNDETERMINED, Origin, Severity, TranslationResult

if TYPE_CHECKING:
    from xlate.batch.plan import Item
    from xlate.batch.reading import Parts
    from xlate.pipeline import Prepared

SCORE_DIGITS = 2
"""Of a document in the manifest: a score hangs by about 1e-6 on what is decoded with it."""

DONE, FAILED, UNWRITTEN = "done", "failed", "unwritten"  # unwritten: the output's fault, tried again every time


@dataclass(frozen=True, slots=True)
class Entry:
    """A document: its hash and stamp when it was last read, and the stem that its outputs have, for good."""

    name: str
    digest: str
    stamp: str
    source: str
    stem: str
    run: int


@dataclass(frozen=True, slots=True)
class Row:
    """What became of a document in one language.

    ``languages`` are those of its sentences, with spaces between; ``findings`` counts them by check and ``outputs``
    lists files, both as JSON; ``start`` and ``length`` say where its line stands in a JSONL output.
    """

    name: str
    target: str
    digest: str
    signature: str
    languages: str = ""
    status: str = DONE
    error: str = ""
    hint: str = ""
    exit_code: int = 0
    words: int = 0
    segments: int = 0
    recalled: int = 0  # segments that the translation memory had
    score: float | None = None
    errors: int = 0
    warnings: int = 0
    infos: int = 0
    findings: str = "{}"
    outputs: str = "[]"
    start: int = 0
    length: int = 0
    run: int = 0
    fresh: int = 1  # made in that run, not found done


@dataclass(frozen=True, slots=True)
class Work:
    """A document that is to be translated into ``targets``; only the results in ``missing`` are to be written."""

    item: Item
    entry: Entry
    prepared: Prepared
    parts: Parts
    targets: tuple[str, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What translating gave: a result, or the error that kept it away."""

    work: Work
    target: str
    result: TranslationResult | None = None
    error: XlateError | None = None

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the document and its sentences that the result depends on."""
        prepared = self.work.prepared
        found = {prepared.detection.language, *(segment.language for segment in prepared.segments)}
        return tuple(sorted(found - {UNDETERMINED, self.target}))


def failed_row(entry: Entry, target: str, signature: str, error: XlateError, languages: Sequence[str] = ()) -> Row:
    """The row of a document that is set aside."""
    facts = {"error": _plain(str(error)), "hint": _plain(error.hint), "exit_code": error.exit_code}
    return Row(entry.name, target, entry.digest, signature, " ".join(languages), FAILED, run=entry.run, **facts)  # type: ignore[arg-type]


def _plain(message: str) -> str:
    """Without halves of characters, which may come from a file and cannot be stored."""
    return message.encode("utf-8", "backslashreplace").decode()


def result_row(outcome: Outcome, result: TranslationResult, signature: str) -> Row:
    """The row of a translated document, its output's place still missing."""
    entry = outcome.work.entry
    scores = [unit.score for unit in result.units if unit.score is not None]
    by_severity = Counter(finding.severity for _, finding in result.findings)
    return Row(
        entry.name, outcome.target, entry.digest, signature, " ".join(outcome.languages),
        words=sum(len(unit.source.split()) for unit in result.units if unit.route),
        segments=len(result.units),
        recalled=sum(unit.origin in (Origin.MEMORY_EXACT, Origin.MEMORY_FUZZY) for unit in result.units),
        score=round(sum(scores) / len(scores), SCORE_DIGITS) if scores else None,
        errors=by_severity[Severity.ERROR], warnings=by_severity[Severity.WARNING], infos=by_severity[Severity.INFO],
        findings=json.dumps(Counter(f"{f.check} {f.severity}" for _, f in result.findings), sort_keys=True),
        run=entry.run,
    )  # fmt: skip
