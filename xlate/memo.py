"""What a function says of a key, kept: for words, most of which come again."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Memo(dict[Key, Value]):
    """``memo[key]`` is ``function(key)``, worked out once: what is known costs no more than to look into a dictionary.

    It begins anew when it holds ``size`` keys, all of which go together: a cache that drops one for each that comes
    leaves holes all over the memory of a long run.  Safe to share by threads.
    """

    __slots__ = ("_function", "_size")

    def __init__(self, function: Callable[[Key], Value], size: int) -> None:
        self._function, self._size = function, size

    def __missing__(self, key: Key) -> Value:
        if len(self) >= self._size:
            self.clear()
        value = self[key] = self._function(key)
        return value
