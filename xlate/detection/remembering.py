"""A cache for functions that work best on many keys at once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

Key = TypeVar("Key", bound=Hashable)


class Remembered(Generic[Key]):
    """A function from keys to rows of a matrix, asked only for keys that are new to it; safe to share by threads."""

    def __init__(self, function: Callable[[Sequence[Key]], NDArray[np.float64]], size: int) -> None:
        self._function = function
        self._size = size
        self._rows: dict[Key, NDArray[np.float64]] = {}

    def __call__(self, keys: Sequence[Key]) -> list[NDArray[np.float64]]:
        """One row a key."""
        rows = self._rows
        if new := [key for key in dict.fromkeys(keys) if key not in rows]:
            # The dictionary is replaced, never emptied: another thread may be reading it.
            rows = self._rows = {} if len(rows) > self._size else rows
            new = [key for key in dict.fromkeys(keys) if key not in rows]
            rows.update(zip(new, self._function(new), strict=True))
        return [rows[key] for key in keys]
