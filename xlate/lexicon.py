"""Stems of two languages that translate each other, learnt from the project's corpus (tools/build_lexicon.py)."""

from __future__ import annotations

import gzip
from functools import lru_cache
from importlib import resources

Lexicon = dict[str, tuple[tuple[str, float], ...]]
"""A stem's translations with weights 0..1, best first."""


@lru_cache(maxsize=4)
def lexicon(source: str, target: str) -> Lexicon:
    """The lexicon from ``source`` to ``target``; empty if xlate has none for the two."""
    for first, second in ((source, target), (target, source)):
        file = resources.files("xlate") / "data" / "lexicon" / f"{first}-{second}.tsv.gz"
        if file.is_file():
            return _read(file.read_bytes(), turned=first != source)
    return {}


def _read(packed: bytes, *, turned: bool) -> Lexicon:
    found: dict[str, list[tuple[str, float]]] = {}
    for line in gzip.decompress(packed).decode("utf-8").splitlines():
        left, right, weight = line.split("\t")
        if turned:
            left, right = right, left
        found.setdefault(left, []).append((right, int(weight) / 100))
    return {stem: tuple(sorted(rows, key=lambda row: (-row[1], row[0]))) for stem, rows in found.items()}
