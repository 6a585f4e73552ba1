"""Where results go.

Either way the output is in place, whole and synced, before the state says so; what a kill leaves behind in between is
replaced (files) or cut off (lines) by the next run.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from errno import EDQUOT, ENOSPC, EROFS
from pathlib import Path
from typing import Protocol

from xlate.batch.rows import Outcome, Row
from xlate.batch.state import State
from xlate.errors import OutputError


class Sink(Protocol):
    """A place for results."""

    def begin(self) -> None:
        """Called once, before anything is written; looking is possible without."""
        ...

    def holds(self, row: Row) -> bool:
        """Whether the output of an earlier run is still there."""
        ...

    def write(self, finished: Sequence[tuple[Row, Outcome]]) -> list[Row]:
        """Write the outputs of a window, then record its rows; the rows as recorded.

        OutputError if nothing more can be written: a full disk.
        """
        ...

    def finish(self) -> None:
        """Called once, when everything is written."""
        ...


def sweep(folder: Path, state: State) -> None:
    """Take away what a run that was killed had begun to write; marks this run as begun."""
    if state.begin():
        for part in folder.rglob(".*.part"):
            with contextlib.suppress(OSError):
                part.unlink()


def is_full(error: OutputError) -> bool:
    """Whether no other output can be written either."""
    return isinstance(error.__cause__, OSError) and error.__cause__.errno in (ENOSPC, EDQUOT, EROFS)
