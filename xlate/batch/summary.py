"""What came of a run: figures, findings by kind, the worst documents, the manifest and the exit code."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from xlate.batch.job import Job, Meter
from xlate.batch.rows import DONE, Row
from xlate.batch.state import State
from xlate.errors import OutputError, UsageError
from xlate.files import open_atomic

WORST = 10


@dataclass(frozen=True, slots=True)
class Summary:
    """A run over ``documents``, ``unchanged`` ones done before included.

    ``words`` are source words translated in this run, each counted once a target language; ``recalled`` are segments
    that the memory had.  ``findings`` counts by
    check and severity over all documents; ``worst`` and ``failed`` list rows of them, ``failed`` the first few.
    """

    documents: int
    unchanged: int
    results: int
    n_failed: int
    words: int
    seconds: float
    recalled: int
    findings: dict[str, int]
    worst: tuple[Row, ...]
    failed: tuple[Row, ...]
    passed_over: dict[str, int]
    manifest: Path
    exit_code: int

    @property
    def rate(self) -> float:
        return self.words / self.seconds if self.seconds else 0.0


def summarize(state: State, run: int, meter: Meter, seconds: float, job: Job) -> Summary:
    """The summary of what run ``run`` saw; the exit code is the worst of its documents."""
    findings: Counter[str] = Counter()
    results = n_failed = recalled = worst_code = 0
    last_failed = ""
    failing = job.settings.fail_severity
    for row in state.rows("run = ?", [run]):
        results += row.status == DONE
        if row.status != DONE and row.name != last_failed:
            n_failed, last_failed = n_failed + 1, row.name
        recalled += row.recalled if row.fresh else 0
        findings.update(json.loads(row.findings))
        found = (row.infos + row.warnings + row.errors, row.warnings + row.errors, row.errors)
        code = 1 if failing is not None and found[failing] else 0
        worst_code = max(worst_code, code, row.exit_code)
    return Summary(
        documents=meter.documents,
        unchanged=meter.unchanged,
        results=results,
        n_failed=n_failed,
        words=meter.words,
        seconds=seconds,
        recalled=recalled,
        findings=dict(findings.most_common()),
        worst=worst_rows(state, run, WORST),
        failed=_some(state, f"run = ? AND status <> '{DONE}' GROUP BY name ORDER BY name", run, WORST),
        passed_over=dict(job.inputs.passed_over.most_common()),
        manifest=job.manifest_path,
        exit_code=worst_code,
    )


def worst_rows(state: State, run: int, limit: int) -> tuple[Row, ...]:
    """Documents with errors first, then by the share of segments with warnings."""
    order = "errors DESC, 1.0 * warnings / MAX(segments, 1) DESC, name, target"
    return _some(state, f"run = ? AND errors + warnings > 0 ORDER BY {order}", run, limit)


def check_manifest(path: Path) -> None:
    """Before any work: UsageError if something else is there, OutputError if nothing can be."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        first = path.open("rb").readline() if path.exists() else b""
        row = json.loads(first) if first.strip() else {"status": ""}
    except OSError as error:
        raise OutputError(
            f"{path}: the manifest cannot be written ({error.strerror}).", "Choose another place with --manifest."
        ) from error
    except ValueError:
        row = None
    if not isinstance(row, dict) or "status" not in row:
        raise UsageError(f"{path}: is there already, and is no manifest.", "Choose another place with --manifest.")


def write_manifest(state: State, run: int, path: Path) -> None:
    """One JSON object a document and target that the run saw, sorted, written as it is read."""
    with open_atomic(path) as file:
        for row in state.rows("run = ?", [run]):
            file.write(json.dumps(_manifest_row(row), ensure_ascii=False).encode() + b"\n")


def _manifest_row(row: Row) -> dict[str, object]:
    failed = {"error": row.error, "hint": row.hint, "exit_code": row.exit_code} if row.error else {}
    return {
        "name": row.name,
        "to": row.target,
        "status": row.status,
        **failed,
        "outputs": json.loads(row.outputs),
        "words": row.words,
        "segments": row.segments,
        "recalled": row.recalled,
        "score": row.score,
        "findings": json.loads(row.findings),
        "languages": row.languages.split(),
        "digest": row.digest,
        "signature": row.signature,
    }


def _some(state: State, where: str, run: int, limit: int) -> tuple[Row, ...]:
    return state.select(f"{where} LIMIT ?", [run, limit])
