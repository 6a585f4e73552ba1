"""The words around a name, taken from a second decoding and grafted onto the first translation.

A stand-in changes the source, and a weak engine then writes another sentence.  What is wanted of it is the name with
the words that hold it, «в Мадриде»: the stretch between the last word before the name and the first one behind it that
both decodings have.  All else stays as the first decoding has it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xlate.glossary.enforcement.government import adapt_next_word
from xlate.glossary.enforcement.words import Words, words_of
from xlate.model import Span
from xlate.similarity import changes

_QUOTES = '«»"“”„()'
_NO_QUOTES = str.maketrans("", "", _QUOTES)


@dataclass(frozen=True, slots=True)
class Graft:
    """A text with stretches of another, and how many words went and came."""

    text: str
    n_words: int


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words ``old`` of the first translation that give way to words ``new`` of the second: half-open numbers."""

    old: Span
    new: Span


def graft(first: str, second: str, names: Sequence[Span], language: str) -> Graft:
    """``first`` with the stretches of ``second`` that hold ``names``, spans of it."""
    one, two = words_of(first), words_of(second)
    stretches = _stretches(one, two, names)
    text = first
    for stretch in reversed(stretches):
        text = _put(text, one, two, stretch, language)
    return Graft(text, sum(len(stretch.old) + len(stretch.new) for stretch in stretches))


def _stretches(one: Words, two: Words, names: Sequence[Span]) -> list[_Stretch]:
    """Where the two differ around the names, in text order; neighbours that touch are one."""
    codes = _codes(one.folded, two.folded)
    found: list[_Stretch] = []
    for name in sorted(names):
        inside = [n for n, span in enumerate(two.spans) if span.start < name.end and name.start < span.end]
        old, new = _around(codes, inside[0], inside[-1] + 1)
        if found and found[-1].old.end >= old.start:
            before = found.pop()
            old = Span(before.old.start, max(before.old.end, old.end))
            new = Span(before.new.start, max(before.new.end, new.end))
        found.append(_Stretch(old, new))
    return found


def _codes(old: Sequence[str], new: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    """Equal and other stretches of the two in turn."""
    codes = []
    end, new_end = 0, 0
    for start, after, new_start, new_after in (*changes(old, new), (len(old), len(old), len(new), len(new))):
        codes.append(("equal", end, start, new_end, new_start))
        codes.append(("replace", start, after, new_start, new_after))
        end, new_end = after, new_after
    return [code for code in codes if code[1] < code[2] or code[3] < code[4]]


def _around(codes: Sequence[tuple[str, int, int, int, int]], start: int, end: int) -> tuple[Span, Span]:
    """The stretch of either text around words ``start`` to ``end`` of the second, of which some may be in both."""
    holding = [code for code in codes if code[3] < end and start < code[4]]
    (first, old_start, _, new_start, _), (last, _, old_end, _, new_end) = holding[0], holding[-1]
    if first == "equal":
        old_start, new_start = old_start + start - new_start, start
    if last == "equal":
        old_end, new_end = old_end - (new_end - end), end
    if not old_start and not old_end and len(codes) > 1:  # put before all else: the old first word loses its capital
        old_end, new_end = 1, new_end + 1
    return Span(old_start, old_end), Span(new_start, new_end)


def _put(text: str, one: Words, two: Words, stretch: _Stretch, language: str) -> str:
    old, new = stretch.old, stretch.new
    piece = two.text[two.spans[new.start].start : two.spans[new.end - 1].end]
    if len(old):
        before, after = text[: one.spans[old.start].start], text[one.spans[old.end - 1].end :]
    elif old.start:
        before, after = text[: one.spans[old.start - 1].end], text[one.spans[old.start - 1].end :]
        gap, next_gap = _gap(two, new.start), _gap(two, new.end)
        if gap and next_gap and after.startswith(own := _gap(one, old.start) or "\n"):
            after = next_gap + after[len(own) :]  # "left, Minsk" and "left for Brest, Minsk": the comma once
        before += gap or " "
    else:
        before, after = "", text
    if any((before + piece + after).count(quote) != text.count(quote) for quote in _QUOTES):
        piece = piece.translate(_NO_QUOTES)
    if not old.start:
        piece = piece[:1].upper() + piece[1:]
    return before + piece + adapt_next_word(piece, after, language)


def _gap(words: Words, number: int) -> str:
    """What stands between a word and the one before it; empty if that is a quotation mark, or one is missing."""
    if not 0 < number < len(words.spans):
        return ""
    gap = words.text[words.spans[number - 1].end : words.spans[number].start]
    return "" if set(gap) & set(_QUOTES) else gap
