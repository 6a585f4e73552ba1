"""A finished translation against the termbase, whoever made it.

The unit is whatever is aligned: a segment of a TMX or of xlate's JSON, a paragraph where source and target have as many
of them, else the whole text.  A name must stand in the target in some form as often as a unit is long: once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from xlate.bitext import read_pairs
from xlate.documents import read_document
from xlate.glossary.enforcement.words import Words
from xlate.glossary.names import Names
from xlate.glossary.termbase import Termbase

FORBIDDEN = "forbidden"
VIOLATED = "violated"
SATISFIED = "satisfied"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one name in one unit; ``found`` is the forbidden spelling that stands there."""

    place: str
    term: str
    wanted: str
    status: str
    source: str
    target: str
    found: str = ""

    @property
    def good(self) -> bool:
        return self.status == SATISFIED

    def __str__(self) -> str:
        if self.status == FORBIDDEN:
            return f'{self.place}: {self.term}: "{self.found}" is forbidden; write {self.wanted}.'
        return f"{self.place}: {self.term}: should be {self.wanted}, in any form: {_short(self.target)}"


def check(units: Iterable[tuple[str, str, str]], termbase: Termbase, pair: tuple[str, str]) -> Iterator[Verdict]:
    """One verdict a name and unit, units given as (place, source, target)."""
    expecting = Names(termbase)
    for place, source, target in units:
        words = Words(target)
        for expected in expecting.expected(pair, source):
            term, wanted = expected.match.span.of(source), expected.wanted.name
            bad = next((span.of(target) for span, _ in expected.forbidden_in(words)), "")
            stands = next(expected.found_in(words), None) is not None
            status = FORBIDDEN if bad else SATISFIED if stands else VIOLATED
            yield Verdict(place, term, wanted, status, source, target, bad)


def units_of(source: Path, target: Path | None, pair: tuple[str, str]) -> Iterator[tuple[str, str, str]]:
    """The units of a bilingual file (TMX, JSON, columns), or of two articles."""
    if target is None:
        yield from read_pairs(source, *pair)
        return
    left, right = ([block.text for block in read_document(path).blocks] for path in (source, target))
    if len(left) == len(right):
        yield from ((f"{target}:paragraph {i}", s, t) for i, (s, t) in enumerate(zip(left, right, strict=True), 1))
    else:
        yield str(target), "\n".join(left), "\n".join(right)


def _short(text: str, width: int = 100) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= width else flat[: width - 3] + "..."
