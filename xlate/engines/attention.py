"""The decoder's attention as spans of the texts, so that the words written for a source word can be found."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import overload

from xlate.model import Attention, Hypothesis, Span


class PieceSpans(Sequence[Span]):
    """``piece_spans``, worked out when it is first looked at: of three translations two never need it."""

    def __init__(self, tokens: Sequence[str], text: str, at: int = 0) -> None:
        self._tokens, self._text, self._at = tokens, text, at

    @cached_property
    def _spans(self) -> tuple[Span, ...]:
        return piece_spans(self._tokens, self._text, self._at)

    def __len__(self) -> int:
        return len(self._tokens)

    @overload
    def __getitem__(self, index: int) -> Span: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Span]: ...
    def __getitem__(self, index: int | slice) -> Span | Sequence[Span]:
        return self._spans[index]


def attention_of(tokens: Sequence[str], text: str, weights: Sequence[Sequence[float]]) -> Attention:
    """Attention whose target spans are known; ``weights`` holds a row for each token.  The source comes later.

    The rows are packed: a window's attention is waited with for a second decoding, at 4 bytes a number and not 32.
    """
    return Attention((), PieceSpans(tokens, text), tuple(array("f", row) for row in weights[: len(tokens)]))


def with_source(hypotheses: tuple[Hypothesis, ...], spans: Sequence[Span]) -> tuple[Hypothesis, ...]:
    """The hypotheses with the spans of the source tokens in their attention."""
    return tuple(replace(h, attention=replace(h.attention, source=spans)) if h.attention else h for h in hypotheses)


def joined(parts: Sequence[Hypothesis]) -> Attention | None:
    """The attention of hypotheses joined by spaces, none of which looked at another's source; None if unknown."""
    found = [part.attention for part in parts if part.text and part.attention]
    if len(found) < len([part for part in parts if part.text]):
        return None
    source = tuple(span for attention in found for span in attention.source)
    target: list[Span] = []
    weights: list[tuple[float, ...]] = []
    n_before, shift = 0, 0
    for attention, part in zip(found, (part for part in parts if part.text), strict=True):
        n_own = len(attention.source)
        left, right = (0.0,) * n_before, (0.0,) * (len(source) - n_before - n_own)
        target += [Span(span.start + shift, span.end + shift) for span in attention.target]
        weights += [(*left, *row[:n_own], *right) for row in attention.weights]
        n_before, shift = n_before + n_own, shift + len(part.text) + 1
    return Attention(source, tuple(target), tuple(weights))


def piece_spans(tokens: Sequence[str], text: str, at: int = 0) -> tuple[Span, ...]:
    """Where each SentencePiece token stands in ``text`` from ``at``; an empty span for what was normalised away."""
    spans = []
    for token in tokens:
        piece = token.replace("\u2581", " ").strip()
        start = text.find(piece, at) if piece else -1
        if start < 0 or start > at + len(piece) + 3:  # "“" was read as a straight quote: go on behind it
            start, piece = at, ""
        spans.append(Span(start, start + len(piece)))
        at = start + len(piece)
    return tuple(spans)
