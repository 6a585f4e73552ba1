"""Parallel text to packed token ids: clean, hold out, deduplicate, vocabulary, pack.

usage: python -m training.prepare OUT --pairs DIR_OR_TAR.XZ ... --news DIR ... --held-out DIR [--weights W.json]

Reads ``NAME.xx-yy.tsv`` (two columns, both directions are used) and news files (en ru uk be, all twelve directions; in
articles also each sentence joined to the next, for the model must see longer texts than one sentence).  No line
that occurs in a file under --held-out, whatever its punctuation, gets in.  Writes OUT.npz, and
OUT.spm.model unless it is there.
"""

from __future__ import annotations

import argparse
import json
import random
import tarfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from training.cleaning import LANGUAGES, fault, fold, normalise

NEWS, JOINED = "news", "news-joined"
RECORD = "second-reading.tsv"  # what a reader of the news corpus changed: texts before and after, no translations
MAX_TOKENS = 125
SPM_SENTENCES = {"en": 500_000, "ru": 400_000, "uk": 250_000, "be": 250_000}


@dataclass(frozen=True, slots=True)
class Pair:
    """A fit pair of the corpus ``name``: ``left`` in ``languages[0]``, ``right`` in ``languages[1]``."""

    name: str
    languages: tuple[str, str]
    left: str
    right: str


def read_pairs(place: Path) -> Iterator[tuple[str, tuple[str, str], str, str]]:
    """(corpus, languages, left, right) from a folder or a tar archive of ``NAME.xx-yy.tsv``."""
    for file_name, text in _texts(place):
        name, pair = file_name.removesuffix(".tsv").rsplit(".", 1)
        left, _, right = pair.partition("-")
        if {left, right} <= set(LANGUAGES):
            for line in text.split("\n"):
                columns = line.split("\t")
                if len(columns) == 2:
                    yield name, (left, right), columns[0], columns[1]


def read_news(folder: Path) -> Iterator[tuple[str, tuple[str, str], str, str]]:
    """All six language pairs of every line of the four-column files; articles have a document id in the fifth."""
    for path in sorted(path for path in folder.rglob("*.tsv") if path.name != RECORD):
        before: list[str] = []
        for line in path.read_text(encoding="utf-8").splitlines():
            columns = line.split("\t")
            if len(columns) >= len(LANGUAGES):
                yield from _all_pairs(NEWS, columns)
                if len(columns) > 5 and before[4:5] == columns[4:5] and before[5] != "0":  # 0 is the title
                    yield from _all_pairs(JOINED, [f"{a} {b}" for a, b in zip(before[:4], columns[:4], strict=True)])
                before = columns


def _all_pairs(name: str, columns: list[str]) -> Iterator[tuple[str, tuple[str, str], str, str]]:
    for i, j in combinations(range(len(LANGUAGES)), 2):
        yield name, (LANGUAGES[i], LANGUAGES[j]), columns[i], columns[j]


def held_out_lines(folders: Iterable[Path]) -> set[str]:
    """The folded lines that must not be trained on."""
    files = (path for folder in folders for path in folder.rglob("*.txt"))
    lines = (fold(line) for path in files for line in path.read_text("utf-8", errors="ignore").splitlines())
    return {line for line in lines if len(line) > 12}


def clean(
    raw: Iterable[tuple[str, tuple[str, str], str, str]], held_out: set[str], log: Counter[str]
) -> Iterator[Pair]:
    """The fit pairs, each once; ``log`` counts what was dropped by reason, and what was kept by corpus."""
    seen: set[int] = set()
    for name, languages, left, right in raw:
        texts = (normalise(left), normalise(right))
        folded = (fold(texts[0]), fold(texts[1]))
        key = hash((languages, folded))
        reason = fault(texts, languages) or (
            "held out" if held_out & set(folded) else "duplicate" if key in seen else ""
        )
        if reason:
            log[f"dropped: {reason}"] += 1
            continue
        seen.add(key)
        log[f"kept: {name} {'-'.join(languages)}"] += 1
        yield Pair(name, languages, *texts)


def train_vocabulary(pairs: Iterable[Pair], stem: Path, size: int) -> None:
    """A joint BPE vocabulary with byte fallback and the language tokens, at ``stem``.spm.model."""
    import sentencepiece

    by_language: dict[str, list[str]] = defaultdict(list)
    for pair in pairs:
        by_language[pair.languages[0]].append(pair.left)
        by_language[pair.languages[1]].append(pair.right)
    text = stem.with_suffix(".spm.txt")
    with text.open("w", encoding="utf-8") as file:
        for language, lines in by_language.items():
            random.Random(1).shuffle(lines)
            file.writelines(f"{line}\n" for line in lines[: SPM_SENTENCES[language]])
    sentencepiece.SentencePieceTrainer.train(
        input=str(text), model_prefix=f"{stem}.spm", vocab_size=size, model_type="bpe", character_coverage=0.9998,
        byte_fallback=True, pad_id=0, unk_id=1, bos_id=2, eos_id=3, num_threads=2,
        user_defined_symbols=[f"__{language}__" for language in LANGUAGES], normalization_rule_name="nmt_nfkc",
        input_sentence_size=1_000_000, shuffle_input_sentence=True, max_sentence_length=2000, hard_vocab_limit=False,
    )  # fmt: skip
    text.unlink()


def pack(pairs: Iterable[Pair], vocabulary: Path, weights: dict[str, float]) -> dict[str, np.ndarray[Any, Any]]:
    """Both directions of every pair as flat token ids with offsets, and the copies each should get in an epoch.

    A target begins with its language token.  Weights multiply: by corpus name, and by direction such as ``en>be``.
    """
    import sentencepiece

    tokenizer = sentencepiece.SentencePieceProcessor(model_file=str(vocabulary))
    sources: list[list[int]] = []
    targets: list[list[int]] = []
    copies: list[float] = []
    for pair in pairs:
        left, right = tokenizer.encode([pair.left, pair.right])
        for (a, x), (b, y) in (
            ((pair.languages[0], left), (pair.languages[1], right)),
            ((pair.languages[1], right), (pair.languages[0], left)),
        ):
            weight = weights.get(pair.name, 1.0) * weights.get(f"{a}>{b}", 1.0)
            if weight and 1 <= len(x) <= MAX_TOKENS and 1 <= len(y) <= MAX_TOKENS:
                sources.append(x)
                targets.append([tokenizer.piece_to_id(f"__{b}__"), *y])
                copies.append(weight)
    return {
        "src": np.concatenate([np.array(x, np.int32) for x in sources]),
        "tgt": np.concatenate([np.array(y, np.int32) for y in targets]),
        "soff": np.cumsum([0, *map(len, sources)]),
        "toff": np.cumsum([0, *map(len, targets)]),
        "weight": np.array(copies, np.float32),
    }


def _texts(place: Path) -> Iterator[tuple[str, str]]:
    if place.is_dir():
        for path in sorted(place.rglob("*.tsv")):
            yield path.name, path.read_text(encoding="utf-8", errors="ignore")
        return
    with tarfile.open(place) as archive:
        for member in archive:
            file = archive.extractfile(member) if member.name.endswith(".tsv") else None
            if file:
                yield Path(member.name).name, file.read().decode("utf-8", errors="ignore")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--pairs", type=Path, nargs="*", default=[])
    parser.add_argument("--news", type=Path, nargs="*", default=[])
    parser.add_argument("--held-out", type=Path, nargs="+", required=True)
    parser.add_argument("--weights", type=Path, default=Path(__file__).with_name("weights.json"))
    parser.add_argument("--vocabulary", type=int, default=10_000)
    o = parser.parse_args()
    log: Counter[str] = Counter()
    raw = (
        row for read, places in ((read_pairs, o.pairs), (read_news, o.news)) for place in places for row in read(place)
    )
    pairs = list(clean(raw, held_out_lines(o.held_out), log))
    vocabulary = Path(f"{o.out}.spm.model")
    if not vocabulary.exists():
        train_vocabulary(pairs, o.out, o.vocabulary)
    packed = pack(pairs, vocabulary, json.loads(o.weights.read_text(encoding="utf-8")))
    np.savez(f"{o.out}.npz", **packed)  # type: ignore[arg-type]  # numpy's stub takes the names for its own options
    for key, number in sorted(log.items()):
        print(f"{number:9,d}  {key}")
    print(f"{len(packed['weight']):,} directed pairs, {packed['weight'].sum():,.0f} an epoch")


if __name__ == "__main__":
    main()
