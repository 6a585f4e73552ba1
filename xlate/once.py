"""What is made once however many threads ask for it: dictionaries and word lists that take long to load.

``functools.cache`` lets each of several threads that ask at the same time make its own: a batch loaded its Russian
dictionary five times over (2026-11-30).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from threading import RLock
from typing import TypeVar, TypeVarTuple

Keys = TypeVarTuple("Keys")
Made = TypeVar("Made")


def once(function: Callable[[*Keys], Made]) -> Callable[[*Keys], Made]:
    """``function``, called once for the same arguments; who asks meanwhile waits.  A call that fails is made again."""
    made: dict[tuple[*Keys], Made] = {}
    making = RLock()

    @wraps(function)
    def get(*key: *Keys) -> Made:
        if key not in made:
            with making:
                if key not in made:
                    made[key] = function(*key)
        return made[key]

    return get
