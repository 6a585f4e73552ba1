"""Results as lines of one JSONL file, and every line there once, whatever happened on the way."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from xlate.batch.outputs import sweep
from xlate.batch.reading import field_texts
from xlate.batch.rows import Outcome, Row
from xlate.batch.state import State
from xlate.errors import OutputError
from xlate.model import TranslationResult

RESERVED = frozenset({"name", "id", "from", "to", "score", "findings", "signature"})
"""Fields that every line has beside the translated ones."""


class JsonlSink:
    """One line a result.  The state knows how many bytes are its own; whatever lies beyond is cut off."""

    def __init__(self, path: Path, state: State) -> None:
        self._path, self._state = path, state
        self._size = self._known()

    def begin(self) -> None:
        path, state = self._path, self._state
        with self._guarded():
            path.parent.mkdir(parents=True, exist_ok=True)
            ended = not state.fact("begun")
            self._end_compaction()
            sweep(state.path.parent, state)
            if path.exists() and path.stat().st_size and not state.fact("jsonl"):
                raise OutputError(f"{path}: is there already, and not from `xlate batch`.", "Choose another -o.")
            state.keep("jsonl", 1)
            self._size = self._known()
            self._refuse_changed(ended=ended)
            self._file = path.open("r+b" if path.exists() else "w+b", buffering=0)  # nothing is kept for later
            self._file.truncate(self._size)

    def holds(self, row: Row) -> bool:
        return row.length > 0 and row.start + row.length <= self._size

    def write(self, finished: Sequence[tuple[Row, Outcome]]) -> list[Row]:
        rows, lines, end = [], [], self._size
        for row, outcome in finished:
            line = _line(row, outcome, outcome.result) if outcome.result else b""
            rows.append(replace(row, start=end if line else 0, length=len(line)))
            lines.append(line)
            end += len(line)
        with self._guarded():
            try:
                self._file.seek(self._size)
                data = memoryview(b"".join(lines))
                while data:
                    data = data[self._file.write(data) or 0 :]
                os.fsync(self._file.fileno())
            except OSError:
                with contextlib.suppress(OSError):
                    self._file.truncate(self._size)
                raise
        with self._state.transaction():
            for row in rows:
                self._state.put(row)
        self._size = end
        return rows

    def finish(self) -> None:
        """Lines that newer ones replaced are taken out, all at once or not at all."""
        live = self._state.execute("SELECT COALESCE(SUM(length), 0) FROM results")[0][0]
        if live != self._size:
            with self._guarded():
                self._compact()
        self._file.close()
        self._state.keep("stamp", self._stamp())

    def _refuse_changed(self, *, ended: bool) -> None:
        """OutputError if somebody else has changed the file: lines would be cut up, and what was added would go.

        A file that is only shorter than it was is filled up again; one whose run was killed may be longer.
        """
        if not self._path.exists() or self._stamp() == self._state.fact("stamp"):
            return
        with self._path.open("rb") as file:
            for row in self._state.rows("length > 0 AND start + length <= ?", [self._size], page=1_000):
                file.seek(row.start)
                beginning = _beginning(row)
                begins = file.read(len(beginning)) == beginning
                file.seek(row.start + row.length - 1)
                if not begins or file.read(1) != b"\n":
                    raise self._changed(f"the line of {row.name} is not where it was")
        [(end,)] = self._state.execute("SELECT COALESCE(MAX(start + length), 0) FROM results")
        if ended and self._path.stat().st_size > end:
            raise self._changed("something was added at its end")

    def _changed(self, what: str) -> OutputError:
        return OutputError(
            f"{self._path}: was changed by another program ({what}).",
            "Move it away, and all of it is made again; or choose another -o.",
        )

    def _stamp(self) -> str:
        facts = self._path.stat()
        return f"{facts.st_size}:{facts.st_mtime_ns}"

    def _known(self) -> int:
        """Where the last line ends that the state knows and the file holds."""
        actual = self._path.stat().st_size if self._path.exists() else 0
        known = "SELECT MAX(start + length) FROM results WHERE start + length <= ?"
        return self._state.execute(known, [actual])[0][0] or 0

    def _compact(self) -> None:
        last, part = -1, self._part
        page = "SELECT start, length FROM results WHERE length > 0 AND start > ? ORDER BY start LIMIT 500"
        with part.open("wb") as file:
            while found := self._state.execute(page, [last]):
                for start, length in found:
                    self._file.seek(start)
                    file.write(self._file.read(length))
                last = found[-1][0]
            file.flush()
            os.fsync(file.fileno())
        with self._state.transaction():
            self._state.execute(_MOVE)
            self._state.keep("compacted", 1)
        self._end_compaction()

    def _end_compaction(self) -> None:
        """Put the compacted file in place, if the state already speaks of it."""
        if self._state.fact("compacted"):
            if self._part.exists():
                self._part.replace(self._path)
            self._state.keep("compacted", 0)

    @property
    def _part(self) -> Path:
        return self._path.with_name(f".{self._path.name}.part")

    @contextlib.contextmanager
    def _guarded(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            hint = "Free some space or choose another output with -o."
            raise OutputError(f"{self._path}: cannot be written ({error.strerror}).", hint) from error


_MOVE = """
UPDATE results SET start = moved.start FROM (
    SELECT rowid AS id, SUM(length) OVER (ORDER BY start) - length AS start FROM results WHERE length > 0
) AS moved WHERE results.rowid = moved.id
"""


def _beginning(row: Row) -> bytes:
    return f'{{"name": {json.dumps(row.name, ensure_ascii=False)}, '.encode("utf-8", "surrogatepass")


def _line(row: Row, outcome: Outcome, result: TranslationResult) -> bytes:
    """The record: the chosen fields translated, or a file's text, with how it was made and what was found."""
    record = outcome.work.item.record
    content = {
        "name": row.name,
        **({"id": record.id} if record and record.id else {}),
        "from": result.source_language,
        "to": result.target_language,
        **field_texts(result, outcome.work.parts),
        "score": row.score,
        "findings": [
            {"check": f.check, "severity": str(f.severity), "message": f.message, "source": unit.source}
            for unit, f in result.findings
        ],
        "signature": dict(result.signature.entries),
    }
    return json.dumps(content, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n"
