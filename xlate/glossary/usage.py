"""How the terms of a termbase fare: how often texts have them, which are never used, which are violated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from xlate.bitext import read_units
from xlate.glossary.matching import Matcher
from xlate.glossary.shelf import Entry
from xlate.glossary.termbase import Termbase, key


@dataclass(frozen=True, slots=True)
class Use:
    """A row, how often the corpus has its name, and in which spellings."""

    entry: Entry
    count: int
    names: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Rate:
    """What became of a term in translations."""

    term: str
    wanted: str
    statuses: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        return sum(count for _, count in self.statuses)

    @property
    def violated(self) -> float:
        """The share of violations, 0..1."""
        return dict(self.statuses).get("violated", 0) / self.total if self.total else 0.0


def uses(entries: Sequence[Entry], texts: Iterable[str], language: str) -> list[Use]:
    """Every row with a term in ``language``, the most used first, unused ones at the end."""
    rows = [entry for entry in entries if entry.concept and language in entry.concept.terms]
    matcher = Matcher(Termbase(tuple(entry.concept for entry in rows if entry.concept)), language)
    seen: dict[int, Counter[str]] = {}
    for text in texts:
        for match in matcher.find(text):
            seen.setdefault(id(match.concept), Counter())[match.name] += 1
    counted = [(entry, seen.get(id(entry.concept), Counter())) for entry in rows]
    found = [Use(entry, names.total(), tuple(names.most_common())) for entry, names in counted]
    return sorted(found, key=lambda use: (-use.count, key(use.entry.concept)[0] if use.entry.concept else ""))


def rates(results: Iterable[Path]) -> list[Rate]:
    """The terms of JSON results, the most violated first."""
    seen: dict[tuple[str, str], Counter[str]] = {}
    for path in results:
        for _, unit in read_units(path):
            for hit in unit.get("terms", ()):
                seen.setdefault((hit["term"], hit["wanted"]), Counter())[hit["status"]] += 1
    found = [Rate(term, wanted, tuple(sorted(counts.items()))) for (term, wanted), counts in seen.items()]
    return sorted(found, key=lambda rate: (-rate.violated, -rate.total, rate.term))
