"""chrF, BLEU, speed and memory of every route on FLORES dev and news dev, and the committed table routing chooses by.

Routes: direct; two legs through Russian with Apertium in one or both; two legs through English, where one many-to-many
model goes twice.  Each route works in a process of its own with one thread:

    words/s   source words a second of CPU time, all processes of the route, after the first ten sentences (models are
              loaded then); other load on the machine moves it, Apertium's by up to a third
    MB        peak of the resident memory of that process and the programs it runs, read every 5 ms, 10^6 bytes;
              Python, the engines and the models are in it, documents, glossary and checks are not

usage: eval_translation.py DEV [--sentences N] [--write]     --write updates xlate/data/quality.json
"""

from __future__ import annotations

import argparse
import json
import os
import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import permutations
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from tools.sets import Aligned, aligned
from xlate import languages
from xlate.engines import Decoding, load_engine, load_engines
from xlate.model import Leg, Route
from xlate.routing import route_key, worth

TABLE = Path(__file__).resolve().parent.parent / "xlate" / "data" / "quality.json"
SENTENCES = 250  # the first so many of each set: five CPU minutes for all routes; whole sets take twenty
WARM_UP = 10  # sentences
_HIGH_WATER = re.compile(r"^VmHWM:\s+(\d+) kB", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Score:
    """chrF and BLEU (0..100, sacrebleu's defaults) of one route on ``n`` sentences of one set."""

    corpus: str
    chrf: float
    bleu: float
    n: int


@dataclass(frozen=True, slots=True)
class Measured:
    """One route: its scores by set, source words a CPU second, and peak memory in 10^6 bytes."""

    route: Route
    scores: tuple[Score, ...]
    words_per_second: float
    megabytes: float

    @property
    def key(self) -> str:
        return route_key(self.route.legs)

    @property
    def chrf(self) -> float:
        """The mean of the sets: what routing goes by."""
        return sum(score.chrf for score in self.scores) / len(self.scores)

    @property
    def bleu(self) -> float:
        return sum(score.bleu for score in self.scores) / len(self.scores)


@dataclass(frozen=True, slots=True)
class _Work:
    """What a route's process did: translations by set, and CPU seconds for them."""

    translations: dict[str, list[str]]
    seconds: float


def measures(folder: Path, sentences: int) -> dict[str, float]:
    """chrF (0..1) by set and route, for ``make eval``; a model that goes twice costs time there and is left out."""
    found = list(evaluate(folder, sentences, lambda route: not _model_twice(route)))
    corpora = dict.fromkeys(score.corpus for route in found for score in route.scores)
    return {
        f"{corpus} {route.key} chrF": score.chrf / 100
        for corpus in corpora
        for route in found
        for score in route.scores
        if score.corpus == corpus
    }


def evaluate(
    folder: Path, sentences: int = SENTENCES, wanted: Callable[[Route], bool] = lambda _: True
) -> Iterator[Measured]:
    """Every route of every direction, on the first ``sentences`` of every set."""
    sets = {name: {code: texts[code][:sentences] for code in languages.FOUR} for name, texts in aligned(folder).items()}
    legs = [leg for engine in load_engines() for leg in engine.legs()]
    for source, target in permutations(languages.FOUR, 2) if sets else ():
        for route in filter(wanted, routes(legs, source, target)):
            yield _measured(route, sets)


def routes(legs: Sequence[Leg], source: str, target: str) -> Iterator[Route]:
    """Direct ones, and those of two legs; through Russian not with the same model twice: Apertium is near at hand."""
    for leg in legs:
        if (leg.source, leg.target) == (source, target):
            yield Route((leg,))
    for first in legs:
        for second in legs:
            joins = first.source == source and first.target == second.source and second.target == target
            if joins and (first.target == "en" or (first.target == "ru" and first.model != second.model)):
                yield Route((first, second))


def _model_twice(route: Route) -> bool:
    return len({leg.model for leg in route.legs}) < len(route.legs)


def _measured(route: Route, sets: dict[str, Aligned]) -> Measured:
    import sacrebleu

    source, target = route.legs[0].source, route.legs[-1].target
    work, megabytes = _in_process(route, {name: texts[source] for name, texts in sets.items()})
    scores = []
    for name, texts in sets.items():
        translations, references = work.translations[name], [texts[target]]
        chrf = sacrebleu.corpus_chrf(translations, references).score
        scores.append(Score(name, chrf, sacrebleu.corpus_bleu(translations, references).score, len(translations)))
    words = sum(len(text.split()) for texts in sets.values() for text in texts[source])
    return Measured(route, tuple(scores), words / work.seconds, megabytes)


def _in_process(route: Route, sources: dict[str, list[str]]) -> tuple[_Work, float]:
    """The route's work in a fresh process, and the peak of its memory.  RuntimeError if the process broke down."""
    context = get_context("spawn")
    receiving, sending = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(route, sources, sending))
    process.start()
    sending.close()
    peak = 0
    while not receiving.poll(0.005):
        peak = max(peak, _resident(process.pid or 0))
    try:
        work: _Work = receiving.recv()
    except EOFError:
        raise RuntimeError(f"{route}: the process that was measured broke down") from None
    process.join()
    return work, peak / 1e6


def _work(route: Route, sources: dict[str, list[str]], result: Connection) -> None:
    engines = {leg.engine: load_engine(leg.engine) for leg in route.legs}

    def translated(texts: list[str]) -> list[str]:
        for leg in route.legs:
            texts = [found[0].text for found in engines[leg.engine].translate(leg, texts, Decoding(threads=1))]
        return texts

    translated(next(iter(sources.values()))[:WARM_UP])
    start = _cpu_seconds()
    translations = {name: translated(texts) for name, texts in sources.items()}
    result.send(_Work(translations, _cpu_seconds() - start))


def _cpu_seconds() -> float:
    """Of this process and of those it has run."""
    times = os.times()
    return time.process_time() + times.children_user + times.children_system


def _resident(process: int, parent: int = 0) -> int:
    """Bytes: the most that the process ever had, and the same of its children, which Apertium runs one by one.

    A child that has not yet become its program shares its parent's memory, and counts nothing.
    """
    folder = Path("/proc") / str(process)
    try:
        if parent and (folder / "exe").readlink() == (Path("/proc") / str(parent) / "exe").readlink():
            return 0
        status = (folder / "status").read_text(encoding="ascii", errors="replace")
        threads = list((folder / "task").iterdir())
        children = [child for thread in threads for child in (thread / "children").read_text().split()]
    except OSError:  # it has just ended
        return 0
    found = _HIGH_WATER.search(status)
    return (int(found[1]) * 1024 if found else 0) + sum(_resident(int(child), process) for child in children)


def signatures() -> dict[str, str]:
    """How sacrebleu says the scores were made."""
    import sacrebleu

    metrics = {"chrf": sacrebleu.CHRF(), "bleu": sacrebleu.BLEU()}
    for metric in metrics.values():
        metric.corpus_score(["a"], [["a"]])  # a signature tells the number of references once it knows it
    return {name: str(metric.get_signature()) for name, metric in metrics.items()}


def markdown(found: Sequence[Measured]) -> str:
    """The table of the README; in each direction the route that routing takes is bold."""
    corpora = list(dict.fromkeys(score.corpus for route in found for score in route.scores))
    heads = "".join(f" {corpus} chrF | BLEU |" for corpus in corpora)
    rows = [f"| direction | route |{heads} words/s | MB |", "|---|---|" + "--:|" * (2 * len(corpora) + 2)]
    best = {id(max(group, key=_worth)) for group in _directions(found).values()}
    for (source, target), group in _directions(found).items():
        for route in group:
            mark = "**" if id(route) in best else ""
            cells = "".join(f" {score.chrf:.1f} | {score.bleu:.1f} |" for score in route.scores)
            direction = f"{source}-{target}" if route is group[0] else ""
            described = f"{mark}{description(route.route)}{mark}"
            rows.append(f"| {direction} | {described} |{cells} {route.words_per_second:.0f} | {route.megabytes:.0f} |")
    return "\n".join(rows)


def _worth(measured: Measured) -> float:
    return worth(replace(measured.route, quality=measured.chrf / 100))


def _directions(found: Sequence[Measured]) -> dict[tuple[str, str], list[Measured]]:
    grouped: dict[tuple[str, str], list[Measured]] = {}
    for route in found:
        grouped.setdefault((route.route.legs[0].source, route.route.legs[-1].target), []).append(route)
    return grouped


def description(route: Route) -> str:
    """``model``, ``Apertium``; of two legs with the language between them: ``model > ru > Apertium``."""
    steps = ["Apertium" if leg.engine == "apertium" else "model" for leg in route.legs]
    between = [leg.target for leg in route.legs[:-1]]
    return " > ".join([steps[0], *(part for pair in zip(between, steps[1:], strict=True) for part in pair)])


def table(found: Sequence[Measured]) -> dict[str, object]:
    """What is committed: the mean over the sets, which routing reads, and what it was made from."""
    sets = ", ".join(f"{score.corpus} ({score.n} segments)" for score in found[0].scores)
    return {
        "corpus": f"{sets}; chrf (0..1) and bleu (0..100) are means over the sets",
        "signatures": signatures(),
        "routes": {
            route.key: {
                "chrf": round(route.chrf / 100, 4),
                "bleu": round(route.bleu, 1),
                "words_per_cpu_second": round(route.words_per_second),
                "peak_megabytes": round(route.megabytes),
                "sets": {
                    score.corpus: {"chrf": round(score.chrf / 100, 4), "bleu": round(score.bleu, 1)}
                    for score in route.scores
                },
            }
            for route in found
        },
    }


def main(arguments: list[str] | None = None) -> int:
    """Print the table; 2 if there was nothing to measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dev", type=Path)
    parser.add_argument("--sentences", type=int, default=SENTENCES, help="the first so many of each set (250)")
    parser.add_argument("--write", action="store_true", help="update xlate/data/quality.json")
    options = parser.parse_args(arguments)
    found = []
    for route in evaluate(options.dev, options.sentences):
        found.append(route)
        print(f"{route.key}: chrF {route.chrf:.1f}, {route.words_per_second:.0f} words/s", flush=True)
    if not found:
        print(f"{options.dev}: no news/ or flores/ with en.txt, ru.txt ... there; nothing was measured.")
        return 2
    print("", markdown(found), "", *(f"{name}: {signature}" for name, signature in signatures().items()), sep="\n")
    if options.write:
        TABLE.write_text(json.dumps(table(found), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
