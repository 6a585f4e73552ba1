"""Words a second of `xlate batch` against raw CTranslate2, of all cores against one, of a second run; peak memory.

usage: bench_batch.py [--documents 1000] [--rounds 3] [--again ru be uk] [--sentences 0] [--more 0] [--to ru]

The articles are cut from the project's own news corpus; ``--sentences`` shortens them.  Raw is `translate_batch` over
all segments of all articles, tokenised and sorted beforehand, in one call with the beam and batch size of xlate;
neither loading nor tokenising is counted.  "One core" is a process that may run on no other.  Each round holds a run
against the one right before or after it, and the median of the rounds counts: a machine that others use too is half as
fast again at times.  The second run is that of a batch into the languages of ``--again``.  CPU seconds are of all
cores: they tell a slow program from a busy machine.  Fails unless batch reaches 85 % of raw on all cores, these 1.8
times one on a machine of two, and the second run 100 times the first.

``--more 100000`` measures nothing but the peak of memory of that many articles of two sentences, against that of
their last 1,000, and fails if it is more than a tenth higher or 1.5 GB.  Peaks are those of the program's two processes
added up, which counts twice what they share and is more than they ever hold at one time.
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
FOLDER = 100  # articles in one
LOOK_S = 0.05  # between two looks at the peaks of processes, which only rise
ARTICLES = ROOT / "corpus" / "newswriting" / "articles"


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement; ``megabytes`` is the peak of the process and the highest of one that it started, added up."""

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
    compile_program()
    cores = os.cpu_count() or 1
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if options.more:
            return _compare_memory(folder, options.more, options.to, cores)
        corpus = write_corpus(folder / "in", options.documents, options.sentences)
        words = _words(corpus)
        rounds = [
            (
                raw(corpus, options.to, cores, words),
                batch(corpus, folder / f"all{turn}", [options.to], cores, words, f"xlate batch, {cores} cores"),
                batch(corpus, folder / f"one{turn}", [options.to], 1, words, "xlate batch, one core"),
                raw(corpus, options.to, 1, words),
            )
            for turn in range(options.rounds)
        ]
        rows = [_middle(turns) for turns in zip(*rounds, strict=True)]
        to = " ".join(options.again)
        first, *again = [
            batch(
                corpus,
                folder / "again",
                options.again,
                cores,
                words * len(options.again),
                f"xlate batch into {to}, {n}",
            )
            for n in ("first run", *["second run"] * options.rounds)
        ]
        rows += [first, _middle(again)]
        ratios = {
            "of raw": ([many.rate / bare.rate for bare, many, _, _ in rounds], 0.85),
            "of raw, both on one core": ([one.rate / bare.rate for _, _, one, bare in rounds], 0.0),
            f"times one core, with {cores}": ([many.rate / one.rate for _, many, one, _ in rounds], 0.9 * cores),
            "times the first run": ([second.rate / first.rate for second in again], 100.0),
        }
    _show(rows)
    missed = False
    for what, (measured, wanted) in ratios.items():
        middle, every = median(measured), " ".join(f"{ratio:.2f}" for ratio in measured)
        verdict = "no aim" if not wanted else "holds" if middle >= wanted else "MISSED"
        print(f"{middle:.2f} {what} ({wanted:.2f} wanted; {every}): {verdict}")
        missed = missed or middle < wanted
    return int(missed)


def _compare_memory(folder: Path, n: int, target: str, cores: int) -> int:
    """Print what all ``n`` articles need, and their last 1,000: the same kind of text."""
    every = write_corpus(folder / "in", n, 2)
    last = folder / "last"
    for part in sorted(every.iterdir())[-1000 // FOLDER :]:
        shutil.copytree(part, last / part.name)
    rows = [
        batch(corpus, folder / name, [target], cores, _words(corpus), name)
        for corpus, name in ((last, "last 1000 articles"), (every, f"all {n}"))
    ]
    _show(rows)
    few, many = (row.megabytes for row in rows)
    holds = many <= 1.1 * few and many < 1500
    print(f"{many / few:.2f} of the memory for 1000 (1.10 allowed): {'holds' if holds else 'MISSED'}")
    return int(not holds)


def _show(rows: Sequence[Row]) -> None:
    print("| run | words | seconds | CPU s | words/s | words/CPU s | peak MB |\n|---|---|---|---|---|---|---|")
    for row in rows:
        figures = f"{row.seconds:.1f} | {row.cpu_seconds:.1f} | {row.rate:.0f} | {row.words / row.cpu_seconds:.0f}"
        print(f"| {row.name} | {row.words} | {figures} | {row.megabytes:.0f} |")


def _middle(rows: Sequence[Row]) -> Row:
    return sorted(rows, key=lambda row: row.rate)[len(rows) // 2]


def compile_program() -> None:
    """As an installed program is: else every start compiles it anew where Python was told to write no bytecode."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    compileall.compile_dir(ROOT / "xlate", quiet=1)


def _words(corpus: Path) -> int:
    return sum(len(path.read_text("utf-8").split()) for path in corpus.rglob("*.txt"))


def batch(corpus: Path, out: Path, targets: Sequence[str], cores: int, words: int, name: str) -> Row:
    """The command as a user types it, all stages included, on that many cores."""
    command = [sys.executable, "-m", "xlate.cli.app", "batch", corpus, "-o", out, "--from", "en", "-q"]
    command += [part for target in targets for part in ("--to", target)] + ["--threads", cores]
    only = sorted(os.sched_getaffinity(0))[:cores]
    start = time.monotonic()
    process = subprocess.Popen(
        [str(part) for part in command], cwd=ROOT, preexec_fn=lambda: os.sched_setaffinity(0, only)
    )
    with _watched(process.pid) as peaks:
        _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"xlate batch ended with {os.waitstatus_to_exitcode(status)}")
    seconds = time.monotonic() - start
    own = peaks.pop(process.pid)
    return Row(name, words, seconds, used.ru_utime + used.ru_stime, (own + max(peaks.values(), default=0)) / 1024)


@contextmanager
def _watched(parent: int) -> Iterator[dict[int, int]]:
    """Fills with the peaks, in KiB, of the process and of those that it starts, as the system keeps them."""
    peaks = {parent: 0}
    ended = threading.Event()

    def look() -> None:
        while not ended.wait(LOOK_S):
            with suppress(OSError):
                children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
                for number in (parent, *map(int, children)):
                    if found := re.search(r"VmHWM:\s*(\d+)", Path(f"/proc/{number}/status").read_text()):
                        peaks[number] = int(found[1])

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield peaks
    finally:
        ended.set()
        thread.join()


def raw(corpus: Path, target: str, threads: int, words: int) -> Row:
    """`translate_batch` alone, in a process of its own."""
    command = [sys.executable, "-m", "tools.bench_batch", "--raw", str(corpus), target, str(threads)]
    finished = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    facts = json.loads(finished.stdout)
    name = "raw CTranslate2, one core" if threads == 1 else f"raw CTranslate2, {threads} cores"
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
        path = folder / f"{number // FOLDER:04d}" / f"article{number:05d}.txt"
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
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--again", nargs="+", default=["ru", "be", "uk"])
    parser.add_argument("--sentences", type=int, default=0)
    parser.add_argument("--more", type=int, default=0)
    parser.add_argument("--to", default="ru")
    return parser.parse_args()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--raw"]:
        raw_here(Path(sys.argv[2]), sys.argv[3], int(sys.argv[4]))
    else:
        sys.exit(main())
