"""Memory that is free goes back to the system, so that a long run needs no more than a short one.

Threads make and drop many small things, and glibc keeps what they drop, for each thread by itself.  Of 8,000 short
articles the peak is 340 MB with an arena for each thread and 298 MB with two for all, reached in the first thousand;
after 20,000, 60 MB were free and kept where nothing was given back (2026-11-30).
"""

from __future__ import annotations

import ctypes
import time
from collections.abc import Callable
from functools import cache

ARENAS = 2
LARGE = 16 << 20
"""Bytes from which a block is the system's own.  A fixed size also fixes what may stay free at the heap's end, which
glibc lets grow to twice the largest block otherwise: a process that translates 1,500 short articles peaks at 235 to 241
MB and not at 236 to 247 (2026-12-01).  With half a MB it is 230, for a fifth more time.
"""
SELDOM_S = 1.0  # between two times that memory is given back, which takes 2 to 20 ms
_M_ARENA_MAX, _M_MMAP_THRESHOLD = -8, -3  # of glibc's malloc.h


@cache
def keep_memory_together() -> None:
    """Let the threads to come share arenas, and little stay free; does nothing where the C library has no setting."""
    if set_option := _function("mallopt"):
        set_option(_M_ARENA_MAX, ARENAS)
        set_option(_M_MMAP_THRESHOLD, LARGE)


class Giving:
    """Gives memory back once in a while; does nothing where the C library has no such function."""

    def __init__(self) -> None:
        self._last = time.monotonic()

    def give_back(self) -> None:
        """If that was not done a moment ago."""
        if time.monotonic() - self._last >= SELDOM_S:
            give_back_memory()
            self._last = time.monotonic()


def give_back_memory() -> None:
    if trim := _function("malloc_trim"):
        trim(0)


@cache
def _function(name: str) -> Callable[..., int] | None:
    try:
        function: Callable[..., int] = getattr(ctypes.CDLL(None), name)
    except (OSError, AttributeError, TypeError):  # musl, macOS; Windows
        return None
    return function
