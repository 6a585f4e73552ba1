"""Beads as other programs write them: ``[0, 1]:[2]`` a line, source segments then target segments, numbered from 0.

Bleualign, Vecalign and Bertalign read and write this form; what follows a second colon (a score) is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from xlate.errors import InputError
from xlate.model import Alignment, Bead, Span

_LINE = re.compile(r"\s*\[([\d,\s]*)\]\s*:\s*\[([\d,\s]*)\]\s*(?::\s*(\S*)\s*)?")

Link = tuple[tuple[int, ...], tuple[int, ...]]
"""Source and target segments of one bead as written; a gold file may leave one out between others."""

HINT = "A line says which segments belong together, from 0: [0,1]:[2]  or, for one without counterpart, [3]:[]"


def render_beads(beads: Iterable[Bead]) -> str:
    """One bead a line, ``[0,1]:[2]``."""
    return "".join(f"{_numbers(bead.source)}:{_numbers(bead.target)}\n" for bead in beads)


def read_links(path: Path) -> tuple[Link, ...]:
    """The links of a file, in the order of the file; InputError names file and line."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read ({error}).", HINT) from error
    return parse_links(text, str(path))


def parse_links(text: str, name: str) -> tuple[Link, ...]:
    """The links of a text; blank lines and lines that start with ``#`` are passed over.

    A segment that is named twice or out of order within its bead, and a bead without segments, are errors.
    """
    links: list[Link] = []
    seen: tuple[dict[int, int], dict[int, int]] = ({}, {})
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        place = f"{name}:{number}"
        match = _LINE.fullmatch(line)
        if not match:
            raise InputError(f"{place}: not a bead: {line.strip()[:60]!r}.", HINT)
        source, target = (_side(match[k], place, seen[k - 1], number) for k in (1, 2))
        if not source and not target:
            raise InputError(f"{place}: a bead has at least one segment.", HINT)
        links.append((source, target))
    return tuple(links)


def parse_alignment(text: str, name: str, n_source: int, n_target: int) -> Alignment:
    """The beads of a text, in order, over ``n_source`` and ``n_target`` segments; what is left out stands alone.

    InputError if a bead skips a segment, crosses another, or reaches beyond the texts.
    """
    beads: list[Bead] = []
    at = [0, 0]
    sizes = (n_source, n_target)
    for link in parse_links(text, name):
        shown = _shown(link)
        for side, size, start in zip(link, sizes, at, strict=True):
            if side and side[-1] >= size:
                raise InputError(f"{name}: {shown} reaches beyond the text, which has segments 0 to {size - 1}.")
            if side and side[-1] - side[0] + 1 != len(side):
                raise InputError(f"{name}: {shown} leaves out a segment between others.", "A bead holds neighbours.")
            if side and side[0] < start:
                raise InputError(
                    f"{name}: {shown} goes back before the bead in front of it.", "Put the beads in order."
                )
        starts = [side[0] if side else start for side, start in zip(link, at, strict=True)]
        beads += alone(at[0], starts[0], at[1], starts[1])
        at = [start + len(side) for side, start in zip(link, starts, strict=True)]
        beads.append(Bead(Span(starts[0], at[0]), Span(starts[1], at[1])))
    return Alignment((*beads, *alone(at[0], n_source, at[1], n_target)))


def alone(source: int, source_end: int, target: int, target_end: int) -> list[Bead]:
    """A bead without counterpart for every segment of the two ranges, source first."""
    left = [Bead(Span(i, i + 1), Span(target, target)) for i in range(source, source_end)]
    return left + [Bead(Span(source_end, source_end), Span(j, j + 1)) for j in range(target, target_end)]


def _side(text: str, place: str, seen: dict[int, int], line: int) -> tuple[int, ...]:
    try:
        numbers = [int(part) for part in text.split(",")] if text.strip() else []
    except ValueError as error:
        raise InputError(f"{place}: not segment numbers: [{text}].", HINT) from error
    if numbers != sorted(numbers):
        raise InputError(f"{place}: segments of a bead are in ascending order, not [{text}].", HINT)
    for number in numbers:
        if number in seen:
            raise InputError(f"{place}: segment {number} is already in the bead of line {seen[number]}.")
        seen[number] = line
    return tuple(numbers)


def _shown(link: Link) -> str:
    return ":".join(f"[{','.join(map(str, side))}]" for side in link)


def _numbers(span: Span) -> str:
    return "[" + ",".join(map(str, range(span.start, span.end))) + "]"
