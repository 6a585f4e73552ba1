"""Words a second of `xlate batch` against raw CTranslate2, of two threads against one, of a second run; peak memory.

usage: bench_batch.py [--documents 200] [--sentences 0] [--more 0] [--to ru]

The articles are cut from the project's own news corpus; ``--sentences`` shortens them, ``--more 2000`` measures memory
on that many shortened ones too.  Raw is `translate_batch` over all segments of all articles, tokenised and sorted
beforehand, in one call with the beam and batch size of xlate; neither loading nor tokenising is counted.  CPU seconds
are of all cores: they tell a slow program from a busy machine.  Gates nothing.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ARTICLES = ROOT / "corpus" / "newswriting" / "articles"


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement; ``megabytes`` is the peak of the process."""

    name: str
    words: int
    seconds: float
    cpu_seconds: float
    megabytes: float

    @property
    def rate(self) -> float:
        return self.words / self.seconds


def main() -> int:
    options = _parse()
    rows = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        corpus = write_corpus(folder / "in", options.documents, options.sentences)
        words = sum(len(path.read_text("utf-8").split()) for path in corpus.rglob("*.txt"))
        cores = os.cpu_count() or 1
        for threads in dict.fromkeys((cores, 1)):
            rows.append(raw(corpus, options.to, threads, words))
            rows.append(batch(corpus, folder / f"out{threads}", options.to, threads, words))
        rows.append(batch(corpus, folder / f"out{cores}", options.to, cores, words, "second run"))
        if options.more:
            for n in (options.documents, options.more):
                many = write_corpus(folder / f"many{n}", n, 2)
                words = sum(len(path.read_text("utf-8").split()) for path in many.rglob("*.txt"))
                name = f"{n} articles of 2 sentences"
                rows.append(batch(many, folder / f"more{n}", options.to, cores, words, name))
    print("| run | words | seconds | CPU s | words/s | words/CPU s | peak MB |\n|---|---|---|---|---|---|---|")
    for row in rows:
        figures = f"{row.seconds:.1f} | {row.cpu_seconds:.1f} | {row.rate:.0f} | {row.words / row.cpu_seconds:.0f}"
        print(f"| {row.name} | {row.words} | {figures} | {row.megabytes:.0f} |")
    return 0


def batch(corpus: Path, out: Path, target: str, threads: int, words: int, name: str = "") -> Row:
    """The command as a user types it, all stages included."""
    command = [
        sys.executable, "-m", "xlate.cli.app", "batch", corpus, "-o", out, "--from", "en", "--to", target, "-q",
        "--threads", threads,
    ]  # fmt: skip
    start = time.monotonic()
    process = subprocess.Popen([str(part) for part in command], cwd=ROOT)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"xlate batch ended with {os.waitstatus_to_exitcode(status)}")
    seconds = time.monotonic() - start
    label = name or f"xlate batch, {threads} thread(s)"
    return Row(label, words, seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def raw(corpus: Path, target: str, threads: int, words: int) -> Row:
    """`translate_batch` alone, in a process of its own."""
    command = [sys.executable, "-m", "tools.bench_batch", "--raw", str(corpus), target, str(threads)]
    finished = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    facts = json.loads(finished.stdout)
    name = f"raw CTranslate2, {threads} thread(s)"
    return Row(name, words, facts["seconds"], facts["cpu_seconds"], facts["megabytes"])


def raw_here(corpus: Path, target: str, threads: int) -> None:
    """Print seconds, CPU seconds and peak memory of decoding everything at once."""
    import resource

    import ctranslate2
    import sentencepiece

    from xlate.documents import read_document
    from xlate.engines import BATCH_TOKENS
    from xlate.engines.argos import MAX_DECODING_TOKENS
    from xlate.packages import find_packages
    from xlate.segmenting import segment_text
    from xlate.settings import BEAM_SIZE

    package = next(p for p in find_packages() if (p.source, p.target) == ("en", target))
    tokenizer = sentencepiece.SentencePieceProcessor(model_file=str(package.source_tokenizer))
    blocks = [b.text for path in sorted(corpus.rglob("*.txt")) for b in read_document(path).blocks]
    segments = dict.fromkeys(span.of(text) for text in blocks for span in segment_text(text, "en"))
    tokens = sorted((tokenizer.encode(segment, out_type=str) for segment in segments), key=len, reverse=True)
    model = ctranslate2.Translator(str(package.model), compute_type="int8", inter_threads=threads, intra_threads=1)
    prefix = [[package.target_prefix]] * len(tokens) if package.target_prefix else None
    cpu, start = time.process_time(), time.monotonic()
    model.translate_batch(
        tokens, target_prefix=prefix, beam_size=BEAM_SIZE, num_hypotheses=BEAM_SIZE, return_scores=True,
        batch_type="tokens", max_batch_size=BATCH_TOKENS, max_input_length=0, max_decoding_length=MAX_DECODING_TOKENS,
    )  # fmt: skip
    facts = {"seconds": time.monotonic() - start, "cpu_seconds": time.process_time() - cpu}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({**facts, "megabytes": peak}))


def write_corpus(folder: Path, n: int, sentences: int) -> Path:
    """``n`` articles, each another; where the corpus has fewer, a number in the first line tells them apart."""
    for number, lines in zip(range(n), own_articles(), strict=False):
        path = folder / f"{number // 100:02d}" / f"article{number:05d}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        text = "\n\n".join(lines[: sentences or None])
        path.write_text(f"{text}\n\nThis is article {number} of {n}.\n", encoding="utf-8")
    return folder


def own_articles() -> Iterator[Sequence[str]]:
    """The news corpus's English articles as lines, without end: from the second round on, every line is altered."""
    found: dict[str, list[str]] = {}
    for path in sorted(ARTICLES.glob("*.tsv")):
        for line in path.read_text("utf-8").splitlines():
            cells = line.split("\t")
            found.setdefault(f"{path.stem} {cells[4]}", []).append(cells[0])
    turn = 0
    while True:
        for lines in found.values():
            yield lines if turn == 0 else [f"{line[:-1]}, wrote the paper on page {turn}." for line in lines]
        turn += 1


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--sentences", type=int, default=0)
    parser.add_argument("--more", type=int, default=0)
    parser.add_argument("--to", default="ru")
    return parser.parse_args()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--raw"]:
        raw_here(Path(sys.argv[2]), sys.argv[3], int(sys.argv[4]))
    else:
        sys.exit(main())
