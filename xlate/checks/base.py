"""What a check is: a callable with a name that looks at one pair of texts and yields findings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from xlate.model import Finding


@dataclass(frozen=True, slots=True)
class Pair:
    """A source segment and its translation, NFC; languages are canonical codes, ``und`` where unknown.

    ``score`` is the engine's, 0..1 or None.  ``copied`` says that the target was meant to equal the source.
    """

    source: str
    target: str
    source_language: str
    target_language: str
    score: float | None = None
    copied: bool = False

    def __post_init__(self) -> None:
        if self.score is not None and not 0.0 <= self.score <= 1.0:
            raise ValueError(f"not a score: {self.score}")


class Check(Protocol):
    """One thing that can go wrong in a translated segment; spans of its findings lie inside the pair's texts."""

    name: str

    def __call__(self, pair: Pair) -> Iterable[Finding]: ...
