"""Lines that are nearly the same: found by the words that they share, never by comparing all with all.

Two lines come into question if they share enough rare words or word triples (RARE); those pairs alone are measured, by
edit distance.  "Rare" keeps the index small, and is what doubles have in common: a template filled with other words
shares its triples, a sentence told in another order its rare words.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

from xlate.similarity import likeness

RARE = 30
"""Lines a word or a triple of words may stand in, and still point from one line to another.  Of 23,325 lines, 98 % have
three words as rare as that."""

SHARED = 0.35
"""Share of the shorter line's rare words and triples that must be common before a pair is measured.  Guessed."""

ALIKE = 0.8
"""Likeness from which two lines count as one.  The highest of two lines that were written independently and say
different things is 0.74 on the corpus (2026-11-29)."""

Key = str | tuple[str, str, str]

_WORD = re.compile(r"\w+")


def fold(text: str) -> str:
    """The text without case, punctuation, or digits: what is left to tell two lines apart."""
    return " ".join("0" if word.isdigit() else word for word in _WORD.findall(text.lower().replace("ё", "е")))


def near_doubles(
    texts: Sequence[str], held_out: Sequence[str] = (), alike: float = ALIKE
) -> Iterator[tuple[int, int, float]]:
    """Pairs of a text and an earlier one, or one of ``held_out``, with their likeness; equal texts too, with 1.0.

    Both are indices into ``(*held_out, *texts)``.
    """
    folded = [fold(text) for text in (*held_out, *texts)]
    keys = [_keys(text) for text in folded]
    count = Counter(chain.from_iterable(keys))
    n_rare: list[int] = []
    earlier: dict[Key, list[int]] = defaultdict(list)  # by key, the first texts that have it; keys of one text left out
    for number, found in enumerate(keys):
        rare = [key for key in found if count[key] <= RARE] or list(found)
        n_rare.append(len(rare))
        common = [earlier[key] for key in found if count[key] > 1]
        if number >= len(held_out):
            telling = [earlier[key] for key in rare if count[key] > 1]
            for other, n_shared in Counter(chain.from_iterable(telling)).items():
                if n_shared >= SHARED * min(n_rare[number], n_rare[other]):
                    score = likeness(folded[number], folded[other], cutoff=alike)
                    if score >= alike:
                        yield number, other, score
        for places in common:
            if len(places) < RARE:
                places.append(number)


def _keys(folded: str) -> set[Key]:
    """The words of a text, its triples of words, and the text itself (of three words, it is their triple)."""
    words = folded.split()
    whole = [folded] if len(words) != 3 else []
    return {*words, *zip(words, words[1:], words[2:], strict=False), *whole}
