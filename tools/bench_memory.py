"""Speed of the translation memory: exact and fuzzy look-ups among a million units.

    python -m tools.bench_memory [--units 1000000] [--fuzzy 2000] [--truth 50] [--memory FILE]

The units are the lines of ``corpus/newswriting`` with words swapped for words of other lines (seeded): about 40
variants of each line, which is harder on a fuzzy index than a real memory, where most segments are unlike all others.
Asked are units with one to four more words swapped, dropped or misspelt.  ``--truth`` compares with reading all units.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from xlate.memory import Memory, Query, Unit, UnitOrigin
from xlate.similarity import nearest

ROOT = Path(__file__).resolve().parent.parent
PAIR = ("en", "ru")
LEAST = 0.75
BULK = 5_000  # exact look-ups in one call


@dataclass(frozen=True, slots=True)
class Corpus:
    lines: list[tuple[str, str]]
    words: list[str]

    @classmethod
    def read(cls) -> Corpus:
        rows = [
            tuple(line.split("\t")[:2])
            for path in sorted((ROOT / "corpus" / "newswriting").rglob("*.tsv"))
            for line in path.read_text("utf-8").splitlines()
            if line.count("\t") >= 3
        ]
        lines = [(row[0], row[1]) for row in rows]
        return cls(lines, [word for source, _ in lines for word in source.split()])

    def swapped(self, text: str, n_words: int, seed: random.Random) -> str:
        words = text.split()
        for _ in range(n_words):
            words[seed.randrange(len(words))] = seed.choice(self.words)
        return " ".join(words)

    def edited(self, text: str, seed: random.Random) -> str:
        """What a later article makes of a sentence: words swapped, dropped, with another ending."""
        words = text.split()
        for _ in range(seed.randint(1, 4)):
            place = seed.randrange(len(words))
            kind = seed.choice(("swap", "drop", "ending"))
            if kind == "swap":
                words[place] = seed.choice(self.words)
            elif kind == "ending":
                words[place] = words[place][:-1] + seed.choice("aeisty")
            elif len(words) > 2:
                del words[place]
        return " ".join(words)

    def units(self, n_units: int, seed: random.Random) -> Iterator[Unit]:
        for number in range(n_units):
            source, target = self.lines[number % len(self.lines)]
            if number >= len(self.lines):
                source = self.swapped(source, seed.randint(1, 4), seed)
            origin = UnitOrigin.HUMAN if number % 3 else UnitOrigin.MACHINE
            yield Unit(source, target, PAIR, origin, signature="engine:7" if number % 3 == 0 else "")


def main() -> None:
    """Build the memory (unless it is there), look up, print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--units", type=int, default=1_000_000)
    parser.add_argument("--exact", type=int, default=100_000)
    parser.add_argument("--fuzzy", type=int, default=2_000)
    parser.add_argument("--truth", type=int, default=50)
    parser.add_argument("--memory", type=Path)
    options = parser.parse_args()
    corpus, seed = Corpus.read(), random.Random(6)
    with tempfile.TemporaryDirectory() as folder:
        path = options.memory or Path(folder) / "bench.memory"
        rows = [] if path.exists() else [build(path, corpus, options.units)]
        with Memory(path) as memory:
            sources = [row[0] for row in _sources(memory)]
            rows.append(("units", f"{len(sources):,}", f"{path.stat().st_size / 1e6:.0f} MB"))
            rows.append(time_exact(memory, seed.choices(sources, k=options.exact), "hits"))
            rows.append(time_exact(memory, [corpus.edited(s, seed) for s in seed.choices(sources, k=20_000)], "misses"))
            asked = [corpus.edited(source, seed) for source in seed.choices(sources, k=options.fuzzy)]
            rows.append(time_fuzzy(memory, asked, "first"))
            rows.append(time_fuzzy(memory, [corpus.edited(s, seed) for s in seed.choices(sources, k=options.fuzzy)],
                                   "then"))  # fmt: skip
            rows += truth(memory, asked[: options.truth], sources)
    print(f"{'':26}{'a second':>9}{'a CPU second':>14}")
    for name, value, note in rows:
        print(f"{name:26}{value:>23}  {note}")


def _sources(memory: Memory) -> list[tuple[str]]:
    with memory.using() as connection:
        rows: list[tuple[str]] = connection.execute("SELECT text FROM segments ORDER BY id").fetchall()
    return rows


class Clock:
    """Seconds by the wall and of this process: the second tell a slow program from a busy machine."""

    def __init__(self) -> None:
        self._start = (time.perf_counter(), time.process_time())

    def rates(self, n: int) -> str:
        wall, cpu = time.perf_counter() - self._start[0], time.process_time() - self._start[1]
        return f"{n / wall:>9,.0f}{n / cpu:>14,.0f}"


def build(path: Path, corpus: Corpus, n_units: int) -> tuple[str, str, str]:
    clock = Clock()
    with Memory(path) as memory:
        memory.add(corpus.units(n_units, random.Random(1)))
    return "units written", clock.rates(n_units), ""


def time_exact(memory: Memory, texts: list[str], what: str) -> tuple[str, str, str]:
    clock, n_found = Clock(), 0
    for first in range(0, len(texts), BULK):
        found = memory.exact(PAIR, [Query(text) for text in texts[first : first + BULK]], "engine:8")
        n_found += sum(map(bool, found))
    return f"exact look-ups, {what}", clock.rates(len(texts)), f"{n_found:,} of {len(texts):,} found"


def time_fuzzy(memory: Memory, texts: list[str], what: str) -> tuple[str, str, str]:
    clock = Clock()
    found = [memory.fuzzy(PAIR, Query(text), least=LEAST, signature="engine:8") for text in texts]
    n_found = sum(map(bool, found))
    return f"fuzzy look-ups, {what}", clock.rates(len(texts)), f"{n_found:,} of {len(texts):,} found"


def truth(memory: Memory, texts: list[str], sources: list[str]) -> Iterator[tuple[str, str, str]]:
    """How often the best match is the best of all, and how often one is found where there is one."""
    n_there = n_found = n_best = 0
    for text in texts:
        best = nearest(text, sources, LEAST)
        found = memory.fuzzy(PAIR, Query(text), least=LEAST)
        n_there += bool(best)
        n_found += bool(best and found)
        n_best += bool(best and found and found[0].likeness == best[0][1])
    yield "found, where there is one", f"{n_found}/{n_there}", ""
    yield "the best of all found", f"{n_best}/{n_there}", ""


if __name__ == "__main__":
    main()
