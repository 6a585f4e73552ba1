"""What may be wrong with a translation, with how likely and how bad it is, and where."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from xlate.model import Severity, Span


class Kind(StrEnum):
    """What a finding is about."""

    OMISSION = "omission"  # a segment that the translation does not have
    ADDITION = "addition"  # a segment that the source does not have
    LOST_CLAUSE = "lost-clause"  # part of a segment is not in the translation
    ADDED_CLAUSE = "added-clause"
    DOUBTFUL = "doubtful"  # the two sides hardly say the same
    UNTRANSLATED = "untranslated"
    LANGUAGE = "language"
    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    QUOTATION = "quotation"
    NEGATION = "negation"
    REPETITION = "repetition"
    ORDER = "order"
    LENGTH = "length"
    FORM = "form"  # addresses, brackets, letters that look alike


LABELS = {
    Kind.OMISSION: "Omission",
    Kind.ADDITION: "Addition",
    Kind.LOST_CLAUSE: "Lost clause",
    Kind.ADDED_CLAUSE: "Added clause",
    Kind.DOUBTFUL: "Doubtful",
    Kind.UNTRANSLATED: "Untranslated",
    Kind.LANGUAGE: "Wrong language",
    Kind.NUMBER: "Number",
    Kind.DATE: "Date",
    Kind.NAME: "Name",
    Kind.QUOTATION: "Quotation",
    Kind.NEGATION: "Negation",
    Kind.REPETITION: "Repetition",
    Kind.ORDER: "Order",
    Kind.LENGTH: "Length",
    Kind.FORM: "Form",
}

COST = {Severity.INFO: 0.0, Severity.WARNING: 0.15, Severity.ERROR: 0.4}
"""Share of a segment's score that a certain finding of that severity takes.  Guessed: two certain errors leave a third,
as a reader who found two would trust the sentence no more."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of one segment, by its number on its side."""

    segment: int
    span: Span


@dataclass(frozen=True, slots=True)
class Note:
    """A finding as a check makes it: spans are those of the joined texts of a bead, empty where nothing is marked."""

    kind: Kind
    severity: Severity
    likelihood: float
    message: str
    source: tuple[Span, ...] = ()
    target: tuple[Span, ...] = ()

    def __post_init__(self) -> None:
        if not 0.0 <= self.likelihood <= 1.0:
            raise ValueError(f"not a likelihood: {self.likelihood}")


@dataclass(frozen=True, slots=True)
class CoverageFinding:
    """A note on bead number ``bead``, its places by segment."""

    kind: Kind
    severity: Severity
    likelihood: float
    message: str
    bead: int
    source: tuple[Place, ...] = ()
    target: tuple[Place, ...] = ()

    @property
    def weight(self) -> float:
        """How likely and how bad; findings are listed from the heaviest."""
        return self.likelihood * (1 + self.severity)
