"""Which lines of plain text belong to one paragraph.

Hard-wrapped text (e-mail, old news wires) gives itself away: nearly every line is so full that the next line's first
word would not have fitted.  Elsewhere a line is a paragraph, unless it plainly goes on: the next line begins with a
small letter, or two short sentences stand under each other in a text that parts its paragraphs by blank lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from xlate.documents.cleaning import clean_line, ends_sentence

# Guessed: e-mail wraps at 72..76, wires at 60..70, editors at 80; a few go up to 100.
_NARROWEST, _WIDEST = 45, 100
_FULL_SHARE = 0.7  # of the line ends inside paragraphs; the rest are headings and verses above a paragraph; guessed
_SLACK = 4  # columns that a line may stay short of the width: wrapping at hyphens and dashes; guessed
_SEMANTIC_LINE = 100  # a line of a text with one sentence a line; longer lines are paragraphs; guessed


def wrap_width(chunks: Sequence[Sequence[str]]) -> int:
    """The column that the text is wrapped at, 0 where it is not; chunks are runs of lines between blank lines."""
    pairs = [pair for chunk in chunks for pair in pairwise(chunk)]
    width = max((len(line) for chunk in chunks for line in chunk if len(line) <= _WIDEST), default=0)
    if width < _NARROWEST or not pairs:
        return 0
    n_full = sum(_is_full(line, after, width) for line, after in pairs)
    return width if n_full >= _FULL_SHARE * len(pairs) else 0


def join_lines(lines: Sequence[str], width: int, *, blank_lines: bool) -> list[str]:
    """The paragraphs of one chunk; ``blank_lines`` says whether the text parts paragraphs by blank lines."""
    paragraphs: list[str] = []
    if _is_enumeration(lines):
        return [clean_line(line) for line in lines]
    short = all(len(line) <= _SEMANTIC_LINE for line in lines)
    for at, line in enumerate(lines):
        before = lines[at - 1] if at else ""
        if before and _goes_on(before, line, width, sentences=blank_lines and short):
            paragraphs[-1] = _glue(paragraphs[-1], clean_line(line))
        else:
            paragraphs.append(clean_line(line))
    return [paragraph for paragraph in paragraphs if paragraph]


def _goes_on(line: str, after: str, width: int, *, sentences: bool) -> bool:
    if not width and (line.endswith(";") or (line.endswith(":") and after.rstrip().endswith(";"))):
        return False  # the items of a list
    if after.lstrip()[:1].islower():
        return True
    if width:
        indented = len(after) - len(after.lstrip()) > len(line) - len(line.lstrip())
        return len(line) <= _WIDEST and not indented and _is_full(line, after, width)
    return sentences and ends_sentence(line) and ends_sentence(after)


def _is_enumeration(lines: Sequence[str]) -> bool:
    """A list without bullets: "свинец — мало;", "никель — в норме;", "керосин — ни разу."; wrapping ends no line so."""
    items = [line for line in lines if line.strip()]
    if items and items[0].rstrip().endswith(":"):
        items = items[1:]
    return len(items) > 1 and all(line.rstrip().endswith(";") for line in items[:-1]) and ends_sentence(items[-1])


def _is_full(line: str, after: str, width: int) -> bool:
    first_word = after.split(None, 1)[0] if after.strip() else ""
    return len(line) <= _WIDEST and len(line) + 1 + len(first_word) > width - _SLACK


def _glue(text: str, more: str) -> str:
    """One space between, none after a hyphen that a line was broken at ("Russian-" + "Belarusian")."""
    hyphenated = len(text) > 1 and text[-1] == "-" and text[-2].isalpha() and more[:1].isalpha()
    return text + ("" if hyphenated else " ") + more
