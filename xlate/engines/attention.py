"""The decoder's attention as spans of the texts, so that the words written for a source word can be found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from xlate.model import Attention, Hypothesis, Span


def attention_of(tokens: Sequence[str], text: str, weights: Sequence[Sequence[float]]) -> Attention:
    """Attention whose target spans are known; ``weights`` holds a row for each token.  The source comes later."""
    spans = piece_spans(tokens, text)
    return Attention((), spans, tuple(tuple(row) for row in weights[: len(spans)]))


def with_source(hypotheses: tuple[Hypothesis, ...], tokens: Sequence[str], text: str) -> tuple[Hypothesis, ...]:
    """The hypotheses with the spans of the source tokens in their attention."""
    spans = piece_spans(tokens, text)
    return tuple(replace(h, attention=replace(h.attention, source=spans)) if h.attention else h for h in hypotheses)


def piece_spans(tokens: Sequence[str], text: str) -> tuple[Span, ...]:
    """Where each SentencePiece token stands in ``text``; an empty span where a character was normalised away."""
    spans, at = [], 0
    for token in tokens:
        piece = token.replace("\u2581", " ").strip()
        start = text.find(piece, at) if piece else -1
        if start < 0 or start > at + len(piece) + 3:  # "“" was read as a straight quote: go on behind it
            start, piece = at, ""
        spans.append(Span(start, start + len(piece)))
        at = start + len(piece)
    return tuple(spans)
