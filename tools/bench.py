"""`make bench`: words a second against plain Argos Translate 1.11, same package, same machine, one run.

usage: bench.py [--documents 200] [--one-by-one 6] [--dev DEV] [--json]

Argos Translate runs in an environment of its own (.venv-argos, built on first use: several GB on disk) in both ways in
which it is run: its users' command line for one file after another (the first six files), and called from one Python
process for all of them.  Its sentence splitter wants a download; here it gets xlate's sentences for nothing, which
favours it.  xlate runs as its command line over all files, with detection, segmenting, glossary, checks, reports and
writing included: `xlate translate` and `xlate batch`.

The articles are the news dev set's, then the project's own, which the model has learnt from: chrF is that of the
former only.  Fails unless `xlate translate` is 10 and `xlate batch` 15 times faster than one file after another, `xlate
batch` 8 times faster than one process, and chrF at most 0.3 lower.  CPU seconds are of all cores: they tell a slow
program from a busy machine.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from tools.bench_batch import compile_program, own_articles
from xlate.packages import export_package, find_packages
from xlate.segmenting import segment_text

ROOT = Path(__file__).resolve().parent.parent
PEER = ROOT / ".venv-argos"
PAIR = ("en", "ru")
TRANSLATE_FASTER, BATCH_FASTER, BATCH_FASTER_THAN_PROCESS = 10.0, 15.0, 8.0
CHRF_LEEWAY = 0.3  # of 100


@dataclass(frozen=True, slots=True)
class Run:
    """One way of translating the documents: seconds for all words, CPU seconds of all cores, and what came out."""

    name: str
    seconds: float
    cpu_seconds: float
    words: int
    texts: tuple[str, ...]

    @property
    def rate(self) -> float:
        return self.words / self.seconds


class Clock:
    """Wall seconds since it was made, and CPU seconds of the processes that have ended since."""

    def __init__(self) -> None:
        self._wall, self._cpu = time.monotonic(), self._children()

    def read(self) -> tuple[float, float]:
        return time.monotonic() - self._wall, self._children() - self._cpu

    @staticmethod
    def _children() -> float:
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        return used.ru_utime + used.ru_stime


def main() -> int:
    options = _parse()
    compile_program()
    sources, references = documents(options.dev, options.documents)
    _build_peer()
    with tempfile.TemporaryDirectory() as folder:
        files = _write_files(sources, Path(folder) / "in")
        few = files[: options.one_by_one]
        batch = run_xlate("batch", files, Path(folder) / "batch")
        translate = run_xlate("translate", files, Path(folder) / "out")
        cold = run_xlate("translate", files[:1], Path(folder) / "cold")
        process = run_peer(files, Path(folder), "process")
        one_by_one = run_peer(few, Path(folder), "files")
    rows = [(run, _chrf(run.texts, references)) for run in (batch, translate, cold, process, one_by_one)]
    chrf = dict(rows)
    if options.json:
        print(
            json.dumps(
                {r.name: {"words_per_second": r.rate, "cpu_seconds": r.cpu_seconds, "chrf": c} for r, c in rows},
                indent=1,
            )
        )
    else:
        _show(rows, batch)
    fast = (
        translate.rate >= TRANSLATE_FASTER * one_by_one.rate
        and batch.rate >= BATCH_FASTER * one_by_one.rate
        and batch.rate >= BATCH_FASTER_THAN_PROCESS * process.rate
    )
    return 0 if fast and chrf[translate] >= chrf[process] - CHRF_LEEWAY else 1


def documents(dev: Path, n: int) -> tuple[list[str], list[str]]:
    """``n`` English articles, a segment a line, and the Russian references of those that are the dev set's."""
    ids = (dev / "news" / "document_ids.txt").read_text("utf-8").splitlines()
    sides = []
    for code in PAIR:
        lines = (dev / "news" / f"{code}.txt").read_text("utf-8").splitlines()
        grouped: dict[str, list[str]] = {}
        for document, line in zip(ids, lines, strict=True):
            grouped.setdefault(document, []).append(line)
        sides.append(["\n".join(lines) + "\n" for lines in list(grouped.values())[:n]])
    own = ("\n".join(lines) + "\n" for lines in own_articles())
    return [*sides[0], *islice(own, n - len(sides[0]))], sides[1]


def run_xlate(command: str, files: Sequence[Path], out: Path) -> Run:
    """The command line as a user types it."""
    program = Path(sys.executable).parent / "xlate"
    arguments = [program, command, *files, "--to", PAIR[1], "--keep-boilerplate", "--report", "-q", "-o", out]
    clock = Clock()
    subprocess.run([str(a) for a in arguments if command == "batch" or a != "--report"], check=True)
    times = clock.read()
    texts = tuple(next(out.rglob(f"{path.stem}.{PAIR[1]}.txt")).read_text("utf-8") for path in files)
    return Run(f"xlate {command}, {len(files)} file(s) in one call", *times, _words(files), texts)


def run_peer(files: Sequence[Path], folder: Path, mode: str) -> Run:
    """Argos Translate: ``mode`` "process" is one process for all files, "files" a process for each."""
    home = folder / "argos"
    packages = home / "argos-translate" / "packages"
    if not packages.exists():
        _install_for_peer(packages)
    sentences = folder / "sentences.json"
    lines = {line for path in files for line in path.read_text("utf-8").splitlines()}
    sentences.write_text(json.dumps({line: [span.of(line) for span in segment_text(line, "en")] for line in lines}))
    environment = {**os.environ, "XDG_DATA_HOME": str(home), "ARGOS_DEVICE_TYPE": "cpu"}
    command = [str(PEER / "bin" / "python"), str(ROOT / "tools" / "bench_peer.py"), str(sentences), *PAIR]
    clock, texts = Clock(), []
    for call in [files] if mode == "process" else [[path] for path in files]:
        finished = subprocess.run([*command, *map(str, call)], check=True, capture_output=True, env=environment)
        texts += json.loads(finished.stdout)
    name = "one process" if mode == "process" else "one file after another"
    return Run(f"argos-translate 1.11, {name}", *clock.read(), _words(files), tuple(texts))


def _install_for_peer(packages: Path) -> None:
    package = next(p for p in find_packages() if (p.source, p.target) == PAIR)
    path = packages.parent / "package.argosmodel"
    export_package(package, path)
    packages.mkdir(parents=True)
    subprocess.run([sys.executable, "-m", "zipfile", "-e", str(path), str(packages)], check=True)


def _build_peer() -> None:
    if (PEER / "ready").exists():
        return
    print(f"building {PEER} (once)", file=sys.stderr)
    pip = [str(PEER / "bin" / "python"), "-m", "pip", "install", "--quiet"]
    subprocess.run([sys.executable, "-m", "venv", str(PEER)], check=True)
    subprocess.run([*pip, "torch==2.13.0"], check=True)
    subprocess.run([*pip, "argostranslate==1.11.0"], check=True)
    (PEER / "ready").touch()


def _write_files(texts: Sequence[str], folder: Path) -> list[Path]:
    folder.mkdir()
    paths = [folder / f"article{number:03d}.txt" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def _words(files: Sequence[Path]) -> int:
    return sum(len(path.read_text("utf-8").split()) for path in files)


def _chrf(texts: Sequence[str], references: Sequence[str]) -> float:
    """Document-level chrF of those that have a reference, white space apart."""
    import sacrebleu

    known = [" ".join(reference.split()) for reference in references[: len(texts)]]
    hypotheses = [" ".join(text.split()) for text in texts[: len(known)]]
    return float(sacrebleu.corpus_chrf(hypotheses, [known]).score)


def _show(rows: Sequence[tuple[Run, float]], ours: Run) -> None:
    print("| run | words | seconds | CPU s | words/s | batch is faster by | chrF |\n|---|---|---|---|---|---|---|")
    for run, chrf in rows:
        ratio = f"{ours.rate / run.rate:.1f}"
        times = f"{run.seconds:.1f} | {run.cpu_seconds:.1f}"
        print(f"| {run.name} | {run.words} | {times} | {run.rate:.0f} | {ratio} | {chrf:.1f} |")


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--one-by-one", type=int, default=6, help="articles for a process each")
    parser.add_argument("--dev", type=Path, default=ROOT.parent / "shared" / "data" / "dev")
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
