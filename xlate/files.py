"""Files appear whole or not at all: written beside their place, synced, then renamed into it."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO

from xlate.errors import OutputError


def write_atomic(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``, making its folder.  OutputError on any failure; nothing half-written stays behind."""
    with open_atomic(path) as file:
        file.write(data)


@contextmanager
def open_atomic(path: Path) -> Iterator[BinaryIO]:
    """A file to write piece by piece, which is at ``path`` when the block ends, and nowhere if it fails."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            raise IsADirectoryError(21, "it is a folder")
        temporary = path.with_name(f".{path.name[:100]}.{token_hex(8)}.part")
        file = temporary.open("xb")
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror}).", "Choose another place with -o.") from error
    try:
        with file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException as error:
        with contextlib.suppress(OSError):
            temporary.unlink()
        if isinstance(error, OSError):
            raise OutputError(
                f"{path}: cannot be written ({error.strerror}).", "Free some space or choose another place with -o."
            ) from error
        raise
