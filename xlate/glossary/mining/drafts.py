"""A translation memory as draft rows: short units that are a name and its translation, and names mined from others."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

from xlate.bitext import read_pairs
from xlate.errors import UsageError
from xlate.glossary.concept import Concept, Kind, Status, Term
from xlate.glossary.mining.targets import mine

SHORT = 4  # words of a unit that is a name by itself


def drafts(path: Path, pair: tuple[str, str], least: int = 2) -> list[Concept]:
    """Rows of kind other and status draft: a memory says neither what a name is nor whether it is right."""
    if not all(pair):
        raise UsageError("Names are mined for one language pair.", "Say which: --from en --to be")
    units = [(source, target) for _, source, target in read_pairs(path, *pair)]
    whole: dict[str, Counter[str]] = defaultdict(Counter)
    for source, target in units:
        if _is_name(source) and _is_name(target):
            whole[source][target] += 1
    found = {source: (targets.most_common(1)[0][0], targets.total()) for source, targets in whole.items()}
    running = [(source, target) for source, target in units if source not in whole]
    for mined in mine(running, *pair, least):
        if mined.targets and mined.name not in found:
            found[mined.name] = (mined.targets[0].lemma, mined.count)
    return [
        Concept(
            Kind.OTHER,
            {pair[0]: Term(pair[0], source), pair[1]: Term(pair[1], target)},
            status=Status.DRAFT,
            source=f"mined from {path.name} ({count} times)",
            place=f"{path.name}: {source}",
        )
        for source, (target, count) in found.items()
    ]


def _is_name(text: str) -> bool:
    words = text.split()
    return 0 < len(words) <= SHORT and all(w[:1].isupper() for w in words) and text[-1:].isalpha() and "\t" not in text
