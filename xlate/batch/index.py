"""The index over all reports of a run: pages of rows, worst first, made one after another."""

from __future__ import annotations

import json
import math
from collections import Counter
from pathlib import Path
from urllib.parse import quote

from xlate.batch.rows import DONE, Row
from xlate.batch.state import State
from xlate.files import write_atomic
from xlate.report.index import IndexRow, Totals, page_name, render_index

PAGE_ROWS = 1_000  # about 400 KB of HTML: any browser shows it at once (guessed)


def write_index(state: State, run: int, folder: Path) -> None:
    """``index.html``, and ``index-2.html`` ... where one page does not hold all rows."""
    findings: Counter[str] = Counter()
    results = words = total = 0
    for row in state.rows("run = ?", [run]):
        total, words, results = total + 1, words + row.words, results + (row.status == DONE)
        findings.update(json.loads(row.findings))
    kinds = tuple((*key.rsplit(" ", 1), number) for key, number in findings.most_common())
    totals = Totals(results, total - results, words, kinds)  # type: ignore[arg-type]
    n_pages = max(1, math.ceil(total / PAGE_ROWS))
    order = f"status = '{DONE}', errors DESC, 1.0 * warnings / MAX(segments, 1) DESC, name, target"
    for page in range(1, n_pages + 1):
        rows = state.select(f"run = ? ORDER BY {order} LIMIT ? OFFSET ?", [run, PAGE_ROWS, (page - 1) * PAGE_ROWS])
        text = render_index([_index_row(row) for row in rows], totals, page, n_pages)
        write_atomic(folder / page_name(page), text.encode())


def _index_row(row: Row) -> IndexRow:
    outputs = json.loads(row.outputs)
    reports = [quote(name) for name in outputs if name.endswith(".report.html")]
    article = quote(outputs[0]) if outputs else ""
    return IndexRow(
        row.name, row.target, reports[0] if reports else "", article, row.segments, row.words, row.score,
        row.errors, row.warnings, row.infos, row.error,
    )  # fmt: skip
