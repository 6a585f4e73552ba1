"""The nouns of the program: frozen value types that refuse nonsense.  Standard library only.

    Document ── blocks ──> Segment ──> TranslationUnit ──> TranslationResult
                              │             ├ Route of Legs, Origin, Hypothesis
                              └ Span        └ Findings, TermHits

    two texts of Segments ──> Alignment of Beads

Offsets are half-open character offsets into NFC text.  Scores, probabilities and ratios run 0..1.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from itertools import pairwise

UNDETERMINED = "und"  # ISO 639-2 for a language that nobody could tell


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of characters, ``0 <= start <= end``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of ``text`` that the span covers; raises ValueError if it reaches past the end."""
        if self.end > len(text):
            raise ValueError(f"span {self.start}..{self.end} reaches past a text of {len(text)} characters")
        return text[self.start : self.end]


class BlockKind(StrEnum):
    """What a block is in its article."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    QUOTE = "quote"
    VERBATIM = "verbatim"  # code and the like: shown, never translated


@dataclass(frozen=True, slots=True)
class Block:
    """One block of an article: stripped NFC text without inline markup.

    ``level`` is the heading level (1..6) or the nesting depth of a list item or quotation (1 = outermost), else 0.
    ``marker`` is the list marker as it stood in the source, ``"-"`` or ``"3."``; empty elsewhere.
    """

    kind: BlockKind
    text: str
    level: int = 0
    marker: str = ""


@dataclass(frozen=True, slots=True)
class RemovedBlock:
    """A block taken out as boilerplate: where it stood (``position`` among all blocks, from 0) and why."""

    position: int
    block: Block
    reason: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the source says of itself; empty where it says nothing.  ``date`` is ISO 8601 (2026-11-23) or as written."""

    title: str = ""
    author: str = ""
    date: str = ""
    outlet: str = ""
    url: str = ""
    language: str = ""  # declared by the source, as a canonical code; a claim, not a finding


@dataclass(frozen=True, slots=True)
class Document:
    """An article as read: the blocks that are text, the blocks that were boilerplate, and the source's metadata.

    ``name`` is what users call it (a path, or ``<stdin>``); ``format`` names the reader that made it (``"txt"``).
    """

    name: str
    format: str
    blocks: tuple[Block, ...]
    metadata: Metadata = Metadata()
    removed: tuple[RemovedBlock, ...] = ()


@dataclass(frozen=True, slots=True)
class Detection:
    """The language of a text: ``language`` is a canonical code or ``"und"``; ``probability`` is of that answer.

    ``candidates`` lists (code, probability), best first.  ``method`` names the step that decided:
    ``"declared"``, ``"letters"``, ``"langdetect"`` or, for ``"und"``, ``"too-short"``, ``"no-letters"``, ``"unsure"``.
    """

    language: str
    probability: float
    candidates: tuple[tuple[str, float], ...] = ()
    method: str = ""

    def __post_init__(self) -> None:
        if not 0.0 <= self.probability <= 1.0:
            raise ValueError(f"not a probability: {self.probability}")

    @property
    def determined(self) -> bool:
        return self.language != UNDETERMINED


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence or headline: ``text == blocks[block].text[span]``; ``language`` as detected (``"und"`` possible)."""

    block: int
    span: Span
    text: str
    language: str = UNDETERMINED

    def __post_init__(self) -> None:
        if len(self.text) != len(self.span):
            raise ValueError(f"segment text has {len(self.text)} characters, its span {len(self.span)}")


@dataclass(frozen=True, slots=True, order=True)
class Leg:
    """One model's step: ``engine`` and ``model`` (an engine's own name for it) take ``source`` to ``target``."""

    source: str
    target: str
    engine: str
    model: str = ""

    def __str__(self) -> str:
        return f"{self.source}-{self.target} [{self.engine}{':' if self.model else ''}{self.model}]"


@dataclass(frozen=True, slots=True)
class Route:
    """Legs that join; more than one leg is a pivot.  ``quality`` is the measured or estimated chrF, 0..1."""

    legs: tuple[Leg, ...]
    quality: float = 0.0

    def __post_init__(self) -> None:
        if not self.legs:
            raise ValueError("a route has at least one leg")
        for left, right in pairwise(self.legs):
            if left.target != right.source:
                raise ValueError(f"legs do not join: {left} then {right}")

    @property
    def source(self) -> str:
        return self.legs[0].source

    @property
    def target(self) -> str:
        return self.legs[-1].target

    def __str__(self) -> str:
        return " > ".join(str(leg) for leg in self.legs)


@dataclass(frozen=True, slots=True)
class Attention:
    """Which source words a decoder looked at while it wrote: ``weights[t][s]``, 0..1, for every pair of pieces.

    ``source`` and ``target`` are the spans of the pieces in the texts; rows sum to about 1.
    """

    source: Sequence[Span]
    target: Sequence[Span]
    weights: Sequence[Sequence[float]]

    def on(self, source_span: Span) -> tuple[tuple[Span, float], ...]:
        """Each target piece with the share of its attention that lay on ``source_span``."""
        inside = [i for i, s in enumerate(self.source) if s.start < source_span.end and s.end > source_span.start]
        first, last = (inside[0], inside[-1] + 1) if inside else (0, 0)  # pieces stand in text order
        return tuple((t, sum(row[first:last])) for t, row in zip(self.target, self.weights, strict=True))


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One candidate translation; ``score`` is the geometric mean of its token probabilities, 0..1, None if unknown."""

    text: str
    score: float | None = None
    attention: Attention | None = None


class TermStatus(StrEnum):
    """What became of a term of the source in the translation."""

    SATISFIED = "satisfied"  # the engine wrote it as the termbase wants it
    REPAIRED = "repaired"  # it stands there now, in the form that the sentence needs
    VIOLATED = "violated"  # it does not


@dataclass(frozen=True, slots=True)
class TermHit:
    """A termbase's name in a unit's source: ``wanted`` is its dictionary form in the target language.

    ``reason`` says how it was repaired or why it could not be; spans point into the unit's source and target.
    """

    term: str
    wanted: str
    status: TermStatus
    source_span: Span
    target_span: Span | None = None
    reason: str = ""
    kind: str = ""


class Origin(StrEnum):
    """Where a target came from."""

    MACHINE = "machine"
    MEMORY_EXACT = "memory exact"  # of the same segment, from the translation memory
    MEMORY_FUZZY = "memory fuzzy"  # of a similar segment
    COPIED = "copied"  # already in the target language, or nothing to translate (a number, an address)


class Severity(IntEnum):
    """How much a finding matters to the reader."""

    INFO = 0
    WARNING = 1
    ERROR = 2

    def __str__(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check noticed in one unit.  Spans point into the unit's source and target; None where none fits."""

    check: str
    severity: Severity
    message: str
    source_span: Span | None = None
    target_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A person's translation of a similar segment, from the translation memory: ``likeness`` of the sources, 0..1.

    ``origin`` says whose it is (``"human"``, ``"reviewed"``, ``"imported"``); ``stale``, that it corrects the output of
    a model or termbase that is no longer in use.
    """

    source: str
    target: str
    likeness: float
    origin: str
    stale: bool = False


@dataclass(frozen=True, slots=True)
class TranslationUnit:
    """A segment and its translation.  ``route`` is None when no machine made it: copied, or a person's."""

    segment: Segment
    target: str
    origin: Origin
    route: Route | None = None
    score: float | None = None
    findings: tuple[Finding, ...] = ()
    terms: tuple[TermHit, ...] = ()
    suggestion: Suggestion | None = None

    @property
    def source(self) -> str:
        return self.segment.text


@dataclass(frozen=True, slots=True)
class Signature:
    """How a result was made: sorted (key, value) pairs, such as versions, model hashes and settings."""

    entries: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, entries: Mapping[str, object]) -> Signature:
        return cls(tuple(sorted((key, str(value)) for key, value in entries.items())))

    def __str__(self) -> str:
        return "|".join(f"{key}:{value}" for key, value in self.entries)


@dataclass(frozen=True, slots=True)
class TranslationResult:
    """A translated document: exactly one unit for every segment, in document order."""

    document: Document
    detection: Detection
    target_language: str
    units: tuple[TranslationUnit, ...]
    signature: Signature = field(default_factory=lambda: Signature(()))

    @property
    def source_language(self) -> str:
        return self.detection.language

    @property
    def findings(self) -> Iterator[tuple[TranslationUnit, Finding]]:
        """Every finding with its unit, in document order."""
        return ((unit, finding) for unit in self.units for finding in unit.findings)

    @property
    def text(self) -> str:
        """The translation as plain text, a blank line between blocks."""
        blocks = zip(self.document.blocks, self.block_targets(), strict=True)
        return "\n\n".join(f"{block.marker} {target}".strip() for block, target in blocks)

    def block_units(self) -> tuple[tuple[TranslationUnit, ...], ...]:
        """The units of each block, one tuple a block."""
        groups: list[list[TranslationUnit]] = [[] for _ in self.document.blocks]
        for unit in self.units:
            groups[unit.segment.block].append(unit)
        return tuple(tuple(group) for group in groups)

    def block_targets(self) -> tuple[str, ...]:
        """The translated text of each block, the white space between its segments as in the source."""
        targets = []
        for block, units in zip(self.document.blocks, self.block_units(), strict=True):
            if not units:
                targets.append(block.text)
                continue
            pieces, end = [], 0
            for unit in units:
                pieces += [block.text[end : unit.segment.span.start], unit.target]
                end = unit.segment.span.end
            targets.append("".join([*pieces, block.text[end:]]))
        return tuple(targets)


@dataclass(frozen=True, slots=True)
class Bead:
    """Neighbouring source and target segments that say the same: half-open ranges of segment numbers, one may be empty.

    ``confidence`` runs 0..1: how sure the aligner is that these belong together, or, where a side is empty, that
    nothing on the other side answers.
    """

    source: Span
    target: Span
    confidence: float = 1.0

    def __post_init__(self) -> None:
        if not len(self.source) and not len(self.target):
            raise ValueError("a bead has at least one segment")
        if not 0.0 <= self.confidence <= 1.0:
            raise ValueError(f"not a confidence: {self.confidence}")

    @property
    def kind(self) -> str:
        """``"1-2"``: one source segment, two target segments."""
        return f"{len(self.source)}-{len(self.target)}"


@dataclass(frozen=True, slots=True)
class Alignment:
    """Beads that cover every source and every target segment once and in order."""

    beads: tuple[Bead, ...]

    def __post_init__(self) -> None:
        source = target = 0
        for bead in self.beads:
            if bead.source.start != source or bead.target.start != target:
                raise ValueError(f"a gap or an overlap before {bead}")
            source, target = bead.source.end, bead.target.end

    @property
    def n_source(self) -> int:
        return self.beads[-1].source.end if self.beads else 0

    @property
    def n_target(self) -> int:
        return self.beads[-1].target.end if self.beads else 0

    def mirrored(self) -> Alignment:
        """The same alignment with the sides swapped."""
        return Alignment(tuple(Bead(bead.target, bead.source, bead.confidence) for bead in self.beads))
