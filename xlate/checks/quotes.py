"""Quotation marks of four languages, read as opening and closing: «…» “…” „…“ "…" and '…' at word edges.

“ closes after „ (Ukrainian, Russian within «»), and opens in English; where it stands decides.  An apostrophe inside
or at the end of a word ("п'ять", "players'") is no quotation mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from xlate.model import Span

_MARK = re.compile(r"[«»“”„‟\"‹›]|(?<!\w)['‘‚](?=\w)|(?<=[\w.,!?…])['’](?!\w)|''|``")
_OPENING, _CLOSING = "«„‹‚‘", "»”›"


@dataclass(frozen=True, slots=True)
class Mark:
    """One quotation mark; ``single`` ones are unsure, an apostrophe looks the same."""

    position: int
    opening: bool
    single: bool


@dataclass(frozen=True, slots=True)
class Quotations:
    """``spans`` from opening to closing mark, outermost only; ``opened`` and ``closed``: marks without a partner.

    ``nested``: there is a quotation inside another.
    """

    spans: tuple[Span, ...]
    opened: tuple[int, ...]
    closed: tuple[int, ...]
    nested: bool


@lru_cache(maxsize=64)  # several checks look at the same two texts
def quotations(text: str) -> Quotations:
    """The quotations of a text; single marks count only where they pair up."""
    nested = False
    stack: list[Mark] = []
    spans: list[Span] = []
    closed: list[int] = []
    for mark in _marks(text):
        if mark.opening:
            stack.append(mark)
            continue
        if not mark.single:
            while stack and stack[-1].single:  # an opening apostrophe: "the '90s"
                stack.pop()
        if stack and stack[-1].single == mark.single:
            opener = stack.pop()
            spans = [span for span in spans if span.start < opener.position]
            spans.append(Span(opener.position, mark.position + 1))
        elif not mark.single:
            closed.append(mark.position)
        nested = nested or any(not outer.single for outer in stack)
    opened = tuple(mark.position for mark in stack if not mark.single)
    return Quotations(tuple(spans), opened, tuple(closed), nested)


def _marks(text: str) -> Iterator[Mark]:
    for match in _MARK.finditer(text):
        character, single = match[0][0], match[0] in ("'", "‘", "’", "‚")
        if character in _OPENING or character in _CLOSING:
            opening = character in _OPENING
        else:
            before = text[: match.start()][-1:]
            opening = not before or before.isspace() or before in "([{—–-«„“/"
            if opening and character == "”":
                opening = False
        yield Mark(match.start(), opening, single)


def without_titles(text: str, longest: int, other_words: str = "(?!)") -> str:
    """The text with short quotations blanked out, offsets unchanged: names and titles, not what somebody said.

    Short is up to ``longest`` words; a quotation in which the pattern ``other_words`` is found stays.
    """
    for span in quotations(text).spans:
        inside = span.of(text)
        if len(inside.split()) <= longest and not re.search(other_words, inside):
            text = text[: span.start] + " " * len(span) + text[span.end :]
    return text


def n_unsure(text: str) -> int:
    """Single marks that may be a lone quotation mark: one that opens a word, or stands after other punctuation."""
    return len(re.findall(r"(?<!\w)['‘](?=[^\W\d])|(?<=[.,!?…])['’](?!\w)", text))
