"""What the pipeline asks of a translation memory: no more than this, so that any store can stand behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from xlate.model import Suggestion, TermHit


@dataclass(frozen=True, slots=True)
class Asked:
    """A segment to be translated, its neighbours ("" at an end of the text), and how a machine would do it today."""

    text: str
    before: str
    after: str
    languages: tuple[str, str]
    made_by: str


@dataclass(frozen=True, slots=True)
class Made:
    """What a machine made of a segment."""

    asked: Asked
    target: str
    score: float | None
    terms: tuple[TermHit, ...] = ()


@dataclass(frozen=True, slots=True)
class Recollection:
    """What a memory knows of a segment.

    ``target`` is a translation that stands: by a person (``score`` None, no ``terms``), or by a machine just as it
    would be made today; None if there is none.  ``suggestion`` is a person's translation of a similar segment.
    """

    target: str | None = None
    by_machine: bool = False
    score: float | None = None
    terms: tuple[TermHit, ...] = ()
    suggestion: Suggestion | None = None


class TranslationMemory(Protocol):
    """Looks up before translation and keeps what is made."""

    @property
    def fingerprint(self) -> str:
        """Changes whenever recollections of people's work may change: part of a result's signature."""
        ...

    def recall(self, asked: Sequence[Asked]) -> list[Recollection]:
        """One recollection for each."""
        ...

    def keep(self, made: Sequence[Made]) -> None:
        """Remember all of them, or on failure none."""
        ...
