"""Results as files that mirror the inputs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from xlate.batch.outputs import is_full, sweep
from xlate.batch.rows import UNWRITTEN, Outcome, Row
from xlate.batch.state import State
from xlate.documents import format_named, write_document
from xlate.errors import OutputError
from xlate.files import write_atomic
from xlate.model import TranslationResult
from xlate.report.beside import Beside


@dataclass(frozen=True)
class FolderSink:
    """``STEM.be.html`` and what else is wanted of each result, as ``xlate translate`` writes them."""

    folder: Path
    state: State
    beside: Beside

    def holds(self, row: Row) -> bool:
        return all((self.folder / name).is_file() for name in json.loads(row.outputs))

    def write(self, finished: Sequence[tuple[Row, Outcome]]) -> list[Row]:
        return [self._write(row, outcome) for row, outcome in finished]

    def begin(self) -> None:
        sweep(self.folder, self.state)

    def finish(self) -> None:
        """All is in place already."""

    def _write(self, row: Row, outcome: Outcome) -> Row:
        if outcome.result:
            try:
                row = replace(row, outputs=json.dumps(self._files(outcome.result, outcome.work.entry.stem)))
            except OutputError as error:
                if is_full(error):
                    raise
                facts = {"error": str(error), "hint": error.hint, "exit_code": error.exit_code}
                row = replace(row, status=UNWRITTEN, **facts)  # type: ignore[arg-type]
        self.state.put(row)
        return row

    def _files(self, result: TranslationResult, stem: str) -> list[str]:
        """Write the files, the article last, and name them."""
        if ".." in PurePosixPath(stem).parts or stem.startswith("/"):
            raise OutputError(f"{stem}: leads out of {self.folder}.", "Choose another output with -o.")
        stem = f"{stem}.{result.target_language}"
        written = []
        for ending, data in self.beside.files(result):
            written.append(f"{stem}{ending}")
            write_atomic(self.folder / written[-1], data)
        article = f"{stem}{format_named(result.document.format).extension}"
        write_document(result, self.folder / article)
        return [article, *written]
