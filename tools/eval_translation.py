"""chrF and BLEU of every route on FLORES dev and news dev, and the committed table that routing chooses by.

usage: eval_translation.py DEV [--sentences N] [--write]     --write updates xlate/data/quality.json
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path

from tools.sets import aligned
from xlate import languages
from xlate.engines import Decoding
from xlate.model import Leg, Route
from xlate.pipeline import Translator
from xlate.routing import route_key

TABLE = Path(__file__).resolve().parent.parent / "xlate" / "data" / "quality.json"


@dataclass(frozen=True, slots=True)
class Score:
    """chrF and BLEU (0..100, sacrebleu's defaults) of one route on one set, and source words a second."""

    corpus: str
    route: Route
    chrf: float
    bleu: float
    words_per_second: float
    n: int


def measures(folder: Path, sentences: int) -> dict[str, float]:
    """chrF (0..1) by set and route, for ``make eval``."""
    return {f"{s.corpus} {route_key(s.route.legs)} chrF": s.chrf / 100 for s in evaluate(folder, sentences)}


def evaluate(folder: Path, sentences: int) -> Iterator[Score]:
    """Every direct route, and every two-leg route with a second engine through Russian or English, on every set.

    A pivot through the same many-to-many model twice is left out: it costs twice the time and errors add up.
    """
    translator = Translator()
    for corpus, texts in aligned(folder).items():
        for source, target in permutations(languages.FOUR, 2):
            for route in _routes(translator.legs, source, target):
                yield _score(translator, corpus, route, texts[source][:sentences], texts[target][:sentences])


def _routes(legs: Sequence[Leg], source: str, target: str) -> Iterator[Route]:
    for leg in legs:
        if (leg.source, leg.target) == (source, target):
            yield Route((leg,))
    for first in legs:
        for second in legs:
            joins = first.source == source and first.target == second.source and second.target == target
            if joins and first.target in ("ru", "en") and (first.model != second.model):
                yield Route((first, second))


def _score(
    translator: Translator, corpus: str, route: Route, sources: Sequence[str], references: Sequence[str]
) -> Score:
    import sacrebleu

    start = time.monotonic()
    texts = list(sources)
    for leg in route.legs:
        engine = translator.engines[leg.engine]
        texts = [hypotheses[0].text for hypotheses in engine.translate(leg, texts, Decoding())]
    seconds = time.monotonic() - start
    return Score(
        corpus,
        route,
        sacrebleu.corpus_chrf(texts, [list(references)]).score,
        sacrebleu.corpus_bleu(texts, [list(references)]).score,
        sum(len(text.split()) for text in sources) / seconds,
        len(texts),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dev", type=Path)
    parser.add_argument("--sentences", type=int, default=100)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    scores = []
    print("| set | route | BLEU | chrF | words/s |\n|---|---|---|---|---|")
    for score in evaluate(options.dev, options.sentences):
        scores.append(score)
        key = route_key(score.route.legs)
        print(
            f"| {score.corpus} | {key} | {score.bleu:.1f} | {score.chrf:.1f} | {score.words_per_second:.0f} |",
            flush=True,
        )
    if options.write:
        _write(scores, options.sentences)


def _write(scores: Sequence[Score], sentences: int) -> None:
    """The mean chrF over the sets, by route."""
    routes: dict[str, dict[str, float]] = {}
    for key in dict.fromkeys(route_key(score.route.legs) for score in scores):
        mine = [score for score in scores if route_key(score.route.legs) == key]
        routes[key] = {
            "chrf": round(sum(s.chrf for s in mine) / len(mine) / 100, 4),
            "bleu": round(sum(s.bleu for s in mine) / len(mine), 1),
        }
    sets = ", ".join(dict.fromkeys(score.corpus for score in scores))
    table = {"corpus": f"{sets}: first {sentences} segments each, mean over the sets", "routes": routes}
    TABLE.write_text(json.dumps(table, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
