"""Quotation marks, brackets, the final question mark, and marks that no language puts together.

« » “ ” „ " are one and the same here: what counts is that they pair up and that a quotation stays one.  A quotation may
run over several segments ('"I was there. Then I left."' is two), so a lone mark is judged against the source's, and a
dialogue dash stands for a pair of marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from xlate.checks.base import Pair
from xlate.checks.quotes import Quotations, n_unsure, quotations
from xlate.model import Finding, Severity, Span

_BRACKETS = {")": "(", "]": "[", "}": "{"}
_BRACKET = re.compile(r"[()\[\]{}]")
_LIST_MARKER = re.compile(r"^\s*(?:\d{1,3}|\w)\)")
_QUESTION = re.compile(r"[?؟？՞](?:[!?.…\"'»”“’)\]\s]*)$")
_UNUSUAL = re.compile(
    r",,|;;|::|\s[,;](?=\s|$)|[,;:](?=[.!?]$)|(?<!\.)\.\.(?!\.)|[,;]\.|\(\s*\)|«\s*»|“\s*”|\?{4,}|!{4,}|⁇|<unk>|▁"
)
_GOES_ON = re.compile(r"[—–-]\s*$")
_DASH = re.compile(r"^\s*[-–—]\s")


class PunctuationCheck:
    """Says which marks were lost or left without a partner."""

    name = "punctuation"

    def __call__(self, pair: Pair) -> Iterator[Finding]:
        yield from self._quotes(pair)
        yield from self._brackets(pair)
        yield from self._question(pair)
        source_unusual = {match[0] for match in _UNUSUAL.finditer(pair.source)}
        for match in _UNUSUAL.finditer(pair.target):
            if match[0] not in source_unusual:
                message = f"unusual punctuation: {match[0].strip() or match[0]!r}"
                yield Finding(self.name, Severity.INFO, message, target_span=Span(*match.span()))

    def _quotes(self, pair: Pair) -> Iterator[Finding]:
        source, target = quotations(pair.source), quotations(pair.target)
        lone = (*target.opened, *target.closed)
        if score_quotes(pair.source, pair.target) > 0:
            severity = Severity.INFO if _may_run_on(source, target, pair) else Severity.WARNING
            for position in lone:
                span = Span(position, position + 1)
                yield Finding(self.name, severity, "quotation mark without its partner", target_span=span)
        elif source.spans and not target.spans and not lone and not _DASH.match(pair.target):
            for span in source.spans:
                message = f"quotation marks lost: {span.of(pair.source)}"
                yield Finding(self.name, Severity.INFO, message, source_span=span)

    def _brackets(self, pair: Pair) -> Iterator[Finding]:
        alone_in_source = lone_brackets(pair.source)
        alone = lone_brackets(pair.target)
        if len(alone) > len(alone_in_source):
            for position in alone:
                message = f"bracket without its partner: {pair.target[position]}"
                yield Finding(self.name, Severity.WARNING, message, target_span=Span(position, position + 1))

    def _question(self, pair: Pair) -> Iterator[Finding]:
        asked, asks = bool(_QUESTION.search(pair.source)), bool(_QUESTION.search(pair.target))
        if asked and not asks and "?" not in pair.target:
            end = len(pair.source.rstrip())
            yield Finding(self.name, Severity.WARNING, "question mark lost", source_span=Span(end - 1, end))
        elif asks and not asked and "?" not in pair.source:
            end = len(pair.target.rstrip())
            yield Finding(
                self.name, Severity.WARNING, "question mark not in the source", target_span=Span(end - 1, end)
            )


def score_quotes(source: str, target: str) -> int:
    """How many more quotation marks stand alone in the target than in the source; 0 or less is as it should be.

    One mark may close two quotations that end together, «Он сказал: «Нет», if the source has a quotation in another.
    """
    left, right = quotations(source), quotations(target)
    n_alone = len(right.opened) + len(right.closed) - (1 if left.nested and right.opened and right.spans else 0)
    return n_alone - len(left.opened) - len(left.closed) - (n_unsure(source) if n_alone == 1 else 0)


def _may_run_on(source: Quotations, target: Quotations, pair: Pair) -> bool:
    """Whether the lone mark of the target may belong to a quotation that goes on in the next segment, or began before.

    So it is at an edge, and the source has no quotation, or is one from end to end, or ends in a dash to go on.
    """
    if len(target.opened) + len(target.closed) != 1:
        return False
    if target.opened and _GOES_ON.search(pair.target):
        return target.opened[0] == 0
    end = len(pair.target.rstrip(" .,!?…")) - 1
    at_edge = 0 in target.opened or end in target.closed
    return at_edge and all(len(span) >= len(pair.source.strip(" .,!?…")) - 1 for span in source.spans)


def lone_brackets(text: str) -> tuple[int, ...]:
    """Positions of brackets without a partner; the marker of a list item ("1)") and smileys are none."""
    stack: list[int] = []
    alone: list[int] = []
    marker = _LIST_MARKER.match(text)
    for match in _BRACKET.finditer(text, marker.end() if marker else 0):
        position, character = match.start(), match[0]
        if character not in _BRACKETS:
            stack.append(position)
        elif stack and text[stack[-1]] == _BRACKETS[character]:
            stack.pop()
        elif text[position - 1 : position] not in (":", ";", "-"):
            alone.append(position)
    return tuple(sorted(alone + stack))
