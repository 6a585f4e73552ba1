"""Kill `xlate batch` again and again, let it finish, and hold its output against that of an undisturbed run.

usage: kill_batch.py [--kills 50] [--documents 300] [--seed 1] [--jsonl]

Every kill is a SIGKILL at a random moment of the time that a whole run takes; when a run comes to its end first, its
output is compared and the next round starts in an empty folder.  After every kill each output that is in place must be
whole, the same as in the undisturbed run.  Fails at the first difference.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
Log = Callable[[str], None]


@dataclass(frozen=True)
class Setup:
    """A corpus, and where its outputs go: below ``folder``, as files or as one JSONL."""

    corpus: Path
    folder: Path
    jsonl: bool = False

    def output(self, name: str) -> Path:
        return self.folder / name / "all.jsonl" if self.jsonl else self.folder / name

    def command(self, name: str) -> list[str]:
        return [
            sys.executable, "-m", "xlate.cli.app", "batch", str(self.corpus), "-o", str(self.output(name)),
            "--from", "en", "--to", "ru", "--to", "be", "--beam-size", "1", "--window", "12", "-q",
            *([] if self.jsonl else ["--report"]),
        ]  # fmt: skip

    def start(self, name: str) -> subprocess.Popen[bytes]:
        self.folder.mkdir(exist_ok=True)
        with self.log(name).open("wb") as log:
            return subprocess.Popen(self.command(name), cwd=ROOT, stderr=log)

    def log(self, name: str) -> Path:
        """What the last run said."""
        return self.folder / f"{name}.log"

    def found(self, name: str) -> dict[str, bytes]:
        """Every finished file with its content, the manifest included; the state and half-written files left out."""
        return {
            str(path.relative_to(self.folder / name)): path.read_bytes()
            for path in sorted((self.folder / name).rglob("*"))
            if path.is_file() and not path.name.endswith((".db", ".db-journal", ".db-wal", ".db-shm", ".part"))
        }


class Differs(Exception):
    """An output is not what an undisturbed run writes."""


def kill_and_compare(setup: Setup, kills: int, seed: int, log: Log) -> None:
    """Raises Differs if a killed and resumed run is not as good as an undisturbed one."""
    start = time.monotonic()
    if code := setup.start("calm").wait():
        raise Differs(f"the undisturbed run ended with {code}: {setup.log('calm').read_text()}")
    whole = time.monotonic() - start
    calm = setup.found("calm")
    log(f"undisturbed: {len(calm)} files in {whole:.1f} s")
    moments, done, rounds = random.Random(seed), 0, 1
    while done < kills:
        process = setup.start(f"round{rounds}")
        delay = moments.uniform(0.1, 1.0) * whole
        try:
            code = process.wait(delay)
        except subprocess.TimeoutExpired:
            os.kill(process.pid, signal.SIGKILL)
            process.wait()
            done += 1
            n_whole = _compare_partly(setup, f"round{rounds}", calm)
            place = f"{n_whole} of {len(calm)} files in place, all whole"
            log(f"kill {done:2} (round {rounds}): after {delay:.2f} s; {place}")
            continue
        _compare(setup, f"round{rounds}", calm, code, log)
        rounds += 1
    _compare(setup, f"round{rounds}", calm, setup.start(f"round{rounds}").wait(), log)


def _compare(setup: Setup, name: str, calm: dict[str, bytes], code: int, log: Log) -> None:
    found = setup.found(name)
    different = [path for path in {*calm, *found} if calm.get(path) != found.get(path)]
    if code or different:
        said = setup.log(name).read_text()[-2000:]
        shown = "\n".join(line for path in different[:1] for line in _first_difference(calm.get(path), found.get(path)))
        raise Differs(f"{name}: exit code {code}, different: {sorted(different)}\n{shown}\n{said}")
    if left := [path.name for path in (setup.folder / name).rglob("*.part")]:
        raise Differs(f"{name}: left behind: {left}")
    log(f"{name}: resumed to the end: {len(found)} files, identical, nothing left behind")


def _first_difference(wanted: bytes | None, found: bytes | None) -> list[str]:
    if wanted is None or found is None:
        return ["not there" if found is None else "not wanted"]
    pairs = zip_longest(wanted.decode(errors="replace").splitlines(), found.decode(errors="replace").splitlines())
    return next(([f"- {w}", f"+ {f}"] for w, f in pairs if w != f), [])


def _compare_partly(setup: Setup, name: str, calm: dict[str, bytes]) -> int:
    found = {} if not (setup.folder / name).exists() else setup.found(name)
    for path, data in found.items():
        if path.endswith(".jsonl") or path.startswith("index"):
            continue  # grows while it is made, or is made anew
        if calm.get(path) != data:
            raise Differs(f"{name}: {path} is half-written or different")
    return len(found)


def write_corpus(folder: Path, n: int) -> Path:
    """Articles of three to five sentences, cut from the project's own news corpus."""
    files = sorted((ROOT / "corpus" / "newswriting" / "articles").glob("*.tsv"), key=lambda p: p.stem != "transport")
    english = [line.split("\t")[0] for file in files for line in file.read_text("utf-8").splitlines()]
    for number in range(n):
        path = folder / f"day{number % 3}" / f"article{number:02d}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n\n".join(english[number * 5 : number * 5 + 3 + number % 3]) + "\n", encoding="utf-8")
    return folder


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--documents", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jsonl", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        corpus = write_corpus(Path(folder) / "corpus", options.documents)
        setup = Setup(corpus, Path(folder) / "out", options.jsonl)
        try:
            kill_and_compare(setup, options.kills, options.seed, lambda text: print(text, flush=True))
        except Differs as error:
            print(f"DIFFERS: {error}")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
