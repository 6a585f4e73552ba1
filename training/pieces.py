"""The pieces of the vocabulary that each target language uses, for the decoder to choose from.

usage: python -m training.pieces PREPARED.npz MODEL_DIR [--least 5]

A vocabulary that four languages share holds much that one of them never writes.  Without it the decoder is faster and
slips into a neighbour's language less often.  Writes MODEL_DIR/pieces/LANGUAGE.txt, a piece a line, with what occurs
``--least`` times in a million tokens of the targets that were learnt from, and all single characters and bytes that
occur; package.json says where they lie.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from training.batches import Packed
from training.cleaning import LANGUAGES

LEAST = 5.0
"""In a million: 61 of 12.4 million Russian tokens, 40 of 8.0 Ukrainian, 28 of 5.7 Belarusian.  chrF of news and FLORES
dev (n = 1,007 and 997, model 0.3, 2026-11-30) with this, with all that occurs ten times: en-ru 30.64 34.51, 30.62
34.49; en-uk 30.05 33.92, 30.04 33.87; en-be 31.26 28.05, 31.30 28.07; uk-ru 37.00 38.98, 36.98 38.93; ru-be 40.42
36.84, 40.48 36.86.  Without a list en-ru, en-uk, ru-en have .03 to .4 less (2026-11-29).  The decoder takes 6 % less
time for Russian than with ten times; at twice this it would take 9 %, and en-ru lose .1 of news."""

SPACE = "\u2581"  # SentencePiece's mark of a word's beginning


def pieces(data: Packed, vocabulary: Any, language: str, least: float = LEAST) -> Iterator[str]:
    """Pieces in the order of the vocabulary, special ones left out."""
    begins = data.tgt[data.toff[:-1]] == vocabulary.piece_to_id(f"__{language}__")
    written = data.tgt[np.repeat(begins, np.diff(data.toff))]
    counts = np.bincount(written, minlength=vocabulary.get_piece_size())
    for number in np.flatnonzero(counts):
        piece = vocabulary.id_to_piece(int(number))
        special = vocabulary.is_control(int(number)) or vocabulary.is_unknown(int(number)) or piece.startswith("__")
        small = vocabulary.is_byte(int(number)) or len(piece.replace(SPACE, "")) <= 1  # spells what no other piece does
        if not special and (small or counts[number] >= least * len(written) / 1e6):
            yield piece


def main() -> None:
    import sentencepiece

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("prepared", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("--least", type=float, default=LEAST)
    o = parser.parse_args()
    vocabulary = sentencepiece.SentencePieceProcessor(model_file=str(o.model / "sentencepiece.model"))
    data = Packed.load(o.prepared)
    (o.model / "pieces").mkdir(exist_ok=True)
    for language in LANGUAGES:
        found = list(pieces(data, vocabulary, language, o.least))
        (o.model / "pieces" / f"{language}.txt").write_text("\n".join(found) + "\n", encoding="utf-8")
        print(f"{language}: {len(found)} of {vocabulary.get_piece_size()} pieces")
    facts = json.loads((o.model / "package.json").read_text(encoding="utf-8"))
    facts["target_pieces"] = "pieces/{target}.txt"
    (o.model / "package.json").write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
