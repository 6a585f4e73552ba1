"""Names that always come together in the two texts: one answers the other, though they sound unlike."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from xlate.coverage.capitals import first_sounds, names, stem_of
from xlate.coverage.sides import Couple
from xlate.coverage.sounds import names_alike

ALIKE = 0.68
"""Likeness of sound from which two words can be one name."""

ALIKE_ANYWHERE = 0.8
"""The same for a word that stands anywhere in the source: among many some sound alike by chance."""

TOGETHER = 2  # beads in which a source and a target word stand together, and neither without the other (guessed)


def together(couples: Sequence[Couple]) -> frozenset[tuple[str, str]]:
    """Pairs of capitalised words that always come together, in two beads at least.

    A word that sounds like another one is that one's, whatever company it keeps: «Шотландии» is not Beattie.
    """
    both: Counter[tuple[str, str]] = Counter()
    alone: dict[int, Counter[str]] = defaultdict(Counter)
    words: dict[int, dict[str, str]] = defaultdict(dict)
    for couple in couples:
        if not couple.is_full:
            continue
        left = {stem_of(name.word): name.word for name in names(couple.source.text, couple.source_language)}
        right = {stem_of(name.word): name.word for name in names(couple.target.text, couple.target_language)}
        for side, stems in enumerate((left, right)):
            alone[side].update(stems.keys())
            words[side].update(stems)
        both.update((a, b) for a in left for b in right)
    found = [(a, b) for (a, b), n in both.items() if n >= TOGETHER and n >= 0.7 * max(alone[0][a], alone[1][b])]
    return frozenset((a, b) for a, b in found if not _has_another(a, b, words[0], words[1]))


def _has_another(left: str, right: str, lefts: dict[str, str], rights: dict[str, str]) -> bool:
    """Whether one of two stems sounds like a word other than the other; both with the words that have them."""
    if names_alike(lefts[left], rights[right]) >= ALIKE:
        return False
    here = (names_alike(lefts[left], word) for word in _near(lefts[left], rights) if word != rights[right])
    there = (names_alike(word, rights[right]) for word in _near(rights[right], lefts) if word != lefts[left])
    return any(likeness >= ALIKE_ANYWHERE for likeness in (*here, *there))


def _near(name: str, others: dict[str, str]) -> list[str]:
    """Those of the others that begin with the same sound."""
    first = first_sounds(name)
    return [word for word in others.values() if first & first_sounds(word)]
