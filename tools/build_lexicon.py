"""Learn which word stems translate each other: IBM model 1 in both directions over sentence pairs.

usage: build_lexicon.py [PAIRS ...]     writes xlate/data/lexicon/xx-yy.tsv.gz for the six pairs of en ru uk be

Learnt from corpus/newswriting (CC0) and, where given, ``NAME.xx-yy.tsv`` files; those shipped with xlate come from
tatoeba-*, anki-tatoeba (CC BY 2.0 FR), tico19 and resistinua-zelensky (CC0), 2026-11-29.  A row is two stems
and 100 times the geometric mean of the probabilities that either translates the other.
"""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from xlate.alignment.words import stems
from xlate.languages import FOUR

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "xlate" / "data" / "lexicon"
ROUNDS = 6  # of expectation maximisation; 5 are usual for model 1
LONGEST = 60  # stems of a sentence that is learnt from
LEAST_MEAN, LEAST_BEST, LEAST_COUNT = 0.03, 0.1, 1.5  # what a row needs; guessed, 11,000 to 14,000 rows a pair remain

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def sentence_pairs(pair: tuple[str, str], files: Sequence[Path]) -> Iterator[tuple[str, str]]:
    """Every sentence pair of the corpus and of the files that are named for the pair."""
    columns = [FOUR.index(code) for code in pair]
    for path in sorted((ROOT / "corpus" / "newswriting").glob("*.tsv")):
        for line in path.read_text("utf-8").splitlines():
            cells = line.split("\t")
            if len(cells) == len(FOUR):
                yield cells[columns[0]], cells[columns[1]]
    for path in files:
        if path.name.endswith(f".{pair[0]}-{pair[1]}.tsv"):
            for line in path.read_text("utf-8").splitlines():
                source, _, target = line.partition("\t")
                yield source, target


def learn(pairs: Iterator[tuple[str, str]]) -> dict[tuple[str, str], float]:
    """The weight 0..1 of every pair of stems worth keeping."""
    known: tuple[dict[str, int], dict[str, int]] = ({}, {})
    links: list[list[Ints]] = []
    n = [0, 0]
    for texts in pairs:
        rows = [
            np.array([words.setdefault(stem, len(words)) for stem in sorted(stems(text))], np.int64)
            for words, text in zip(known, texts, strict=True)
        ]
        size = [len(row) for row in rows]
        if min(size) and max(size) <= LONGEST:
            a, b = (index.ravel().astype(np.int64) for index in np.indices(size))
            links.append([rows[0][a], rows[1][b], a + n[0], b + n[1]])
            n = [total + more for total, more in zip(n, size, strict=True)]
    source, target, source_place, target_place = (np.concatenate(column) for column in zip(*links, strict=True))
    unique, link = np.unique(source * len(known[1]) + target, return_inverse=True)
    left, right = unique // len(known[1]), unique % len(known[1])
    forth, n_forth = _model1(link, target_place, left, len(unique))
    back, n_back = _model1(link, source_place, right, len(unique))
    mean = np.sqrt(forth * back)
    keep = (mean >= LEAST_MEAN) & (np.maximum(forth, back) >= LEAST_BEST) & (np.minimum(n_forth, n_back) >= LEAST_COUNT)
    names = [list(words) for words in known]
    return {(names[0][left[k]], names[1][right[k]]): float(mean[k]) for k in np.flatnonzero(keep)}


def _model1(link: Ints, place: Ints, given: Ints, n_links: int) -> tuple[Floats, Floats]:
    """Probability and expected count of each link, when every word at a ``place`` has one origin among ``given``."""
    chance: Floats = np.ones(n_links)
    count: Floats = np.ones(n_links)
    for _ in range(ROUNDS):
        weight = chance[link] / (np.bincount(place, chance[link]) + 1e-12)[place]
        count = np.asarray(np.bincount(link, weight, minlength=n_links), np.float64)
        chance = count / np.bincount(given, count)[given]
    return chance, count


def main(arguments: Sequence[str]) -> int:
    """Write the six lexicons and say how large they are."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for pair in combinations(FOUR, 2):
        rows = learn(sentence_pairs(pair, [Path(argument) for argument in arguments]))
        text = "".join(f"{a}\t{b}\t{round(weight * 100)}\n" for (a, b), weight in sorted(rows.items()))
        path = FOLDER / f"{pair[0]}-{pair[1]}.tsv.gz"
        path.write_bytes(gzip.compress(text.encode("utf-8"), mtime=0))
        print(f"{path.name}: {len(rows)} rows, {path.stat().st_size // 1024} KB", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
