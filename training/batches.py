"""Packed pairs to padded batches: an epoch samples each pair by its weight, buckets by length inside large chunks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from training.network import BOS, EOS

CHUNK = 400_000  # pairs bucketed together: an epoch stays mixed, batches hold pieces of like length
Ids = np.ndarray[Any, np.dtype[Any]]


@dataclass(frozen=True, slots=True)
class Packed:
    """Token ids as ``prepare.pack`` wrote them."""

    src: Ids
    tgt: Ids
    soff: Ids
    toff: Ids
    weight: Ids

    @classmethod
    def load(cls, path: Path) -> Packed:
        return cls(**np.load(path))

    def __len__(self) -> int:
        return len(self.soff) - 1


def epoch(data: Packed, tokens: int, rng: np.random.Generator, multiple: int = 8) -> Iterator[tuple[Ids, int]]:
    """(row numbers, padded length) for each batch: at most ``tokens`` padded tokens a side, at least 8 rows."""
    copies = np.floor(data.weight + rng.random(len(data))).astype(int)
    rows = np.repeat(np.arange(len(data)), copies)
    rng.shuffle(rows)
    for start in range(0, len(rows), CHUNK):
        yield from _bucketed(data, rows[start : start + CHUNK], tokens, rng, multiple)


def collate(data: Packed, rows: Ids, length: int, device: str) -> tuple[Tensor, Tensor, Tensor]:
    """Source, decoder input and gold output, each (rows, length): ``<s> __xx__ ...`` answers ``__xx__ ... </s>``."""
    source, decoder_input, gold = (np.zeros((len(rows), length), np.int64) for _ in range(3))
    for k, row in enumerate(rows):
        x = data.src[data.soff[row] : data.soff[row + 1]]
        y = data.tgt[data.toff[row] : data.toff[row + 1]]
        source[k, : len(x)], source[k, len(x)] = x, EOS
        decoder_input[k, 0], decoder_input[k, 1 : len(y) + 1] = BOS, y[: length - 1]
        gold[k, : len(y)] = y
        gold[k, len(y) : len(y) + 1] = EOS
    return tuple(torch.from_numpy(a).to(device) for a in (source, decoder_input, gold))  # type: ignore[return-value]


def _bucketed(data: Packed, rows: Ids, tokens: int, rng: np.random.Generator, multiple: int) -> list[tuple[Ids, int]]:
    longest = np.maximum(data.soff[rows + 1] - data.soff[rows], data.toff[rows + 1] - data.toff[rows]) + 1
    padded = (longest + multiple - 1) // multiple * multiple
    order = np.lexsort((rng.random(len(rows)), padded))
    batches: list[tuple[Ids, int]] = []
    start = 0
    while start < len(order):
        length = int(padded[order[start]])
        end = start
        size = max(8, tokens // length)
        while end < len(order) and end - start < size and padded[order[end]] == length:
            end += 1
        batches.append((rows[order[start:end]], length))
        start = end
    return [batches[i] for i in rng.permutation(len(batches))]
