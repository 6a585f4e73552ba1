"""How well statements of several outlets are matched: pairwise F1 of the clusters.

    python -m tools.eval_stories [DEV_DIR] [--views en,ru,be] [--documents N] [--threshold T] [--json]

Each document of dev/news becomes three outlets, one English, one Russian, one Belarusian (human translations): 40 % of
the sentences dropped from each, the rest shuffled, and sentences of other documents mixed in (12 %, each in one outlet
only).  Two statements belong together when they translate one another.  All is seeded.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from tools.sets import default_dev
from xlate.comparison.clustering import THRESHOLD
from xlate.comparison.matching import match_statements
from xlate.comparison.names import NameReader
from xlate.comparison.story import Statement
from xlate.glossary.files import SHIPPED, load
from xlate.pipeline import Translator
from xlate.settings import Settings

SEED = 20261129
OUTLETS = ("en", "ru", "be")
DROPPED = 0.4
DISTRACTORS = 0.12  # of the document's length, for each outlet
FEWEST = 5  # sentences of a document that is worth cutting into outlets

Sentence = tuple[int, int]
"""Outlet and line of the set."""


@dataclass(frozen=True, slots=True)
class Score:
    """Pairs found right, found, and to be found."""

    right: int
    found: int
    wanted: int

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else 0.0

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 0.0


def stories(ids: Sequence[str], seed: int = SEED) -> list[list[Sentence]]:
    """For each document, the sentences of its three outlets, outlet after outlet, each shuffled."""
    rng = random.Random(seed)
    documents: dict[str, list[int]] = defaultdict(list)
    for line, name in enumerate(ids):
        documents[name].append(line)
    found = []
    for name, lines in documents.items():
        if len(lines) < FEWEST:
            continue
        n_strange = max(1, round(DISTRACTORS * len(lines)))
        strange = rng.sample([line for line, other in enumerate(ids) if other != name], len(OUTLETS) * n_strange)
        story = []
        for outlet in range(len(OUTLETS)):
            kept = [line for line in lines if rng.random() >= DROPPED] + strange[outlet :: len(OUTLETS)]
            rng.shuffle(kept)
            story += [(outlet, line) for line in kept]
        found.append(story)
    return found


def evaluate(
    folder: Path, views: Sequence[str], n_documents: int = 0, threshold: float = THRESHOLD
) -> dict[str, Score]:
    """The score over all stories, and of each pair of languages."""
    material = Material(folder / "news", views, n_documents)
    found: dict[str, Score] = {}
    for story in material.stories:
        groups = material.match(story, threshold)
        for name, languages in _pairs_of_languages().items():
            found[name] = _sum(found.get(name, Score(0, 0, 0)), _score(groups, story, languages))
    return found


class Material:
    """The stories of the set, or of its first documents; translated into the view languages once for all of them."""

    def __init__(self, folder: Path, views: Sequence[str], n_documents: int = 0) -> None:
        self.lines = {code: (folder / f"{code}.txt").read_text("utf-8").splitlines() for code in OUTLETS}
        found = stories((folder / "document_ids.txt").read_text("utf-8").split())
        self.stories = found[:n_documents] if n_documents else found
        self.views = views
        self.texts: dict[tuple[str, str], Mapping[int, str]] = {}
        self.names = NameReader(load([SHIPPED])[0], "en")
        self.translators = {code: Translator(Settings(from_=code)) for code in OUTLETS}

    def match(self, story: Sequence[Sentence], threshold: float) -> list[tuple[Statement, ...]]:
        statements = self.statements(story)
        texts = {view: [self.translated(OUTLETS[outlet], view)[line] for outlet, line in story] for view in self.views}
        return match_statements(statements, texts, threshold=threshold)

    def statements(self, story: Sequence[Sentence]) -> list[Statement]:
        """The story's statements, in its order; their facets are read as the command reads them."""
        reader = self.names.anew()
        texts = [self.lines[OUTLETS[outlet]][line] for outlet, line in story]
        reader.learn((text, OUTLETS[outlet]) for text, (outlet, _) in zip(texts, story, strict=True))
        return [
            Statement(outlet, number, text, OUTLETS[outlet], "", names=reader.names(text, OUTLETS[outlet]))
            for number, (text, (outlet, _)) in enumerate(zip(texts, story, strict=True))
        ]

    def translated(self, source: str, target: str) -> Mapping[int, str]:
        """The lines of a language that are in a story, in another; translated on first use."""
        used = sorted({line for story in self.stories for outlet, line in story if OUTLETS[outlet] == source})
        lines = [self.lines[source][line] for line in used]
        if source == target:
            return dict(zip(used, lines, strict=True))
        if (source, target) not in self.texts:
            translator = self.translators[source]
            [result] = translator.translate([translator.prepare_lines(lines, source)], target)
            self.texts[source, target] = dict(zip(used, (unit.target for unit in result.units), strict=True))
        return self.texts[source, target]


def _score(groups: Iterable[Sequence[Statement]], story: Sequence[Sentence], languages: set[str]) -> Score:
    """Of the pairs whose languages are these (all pairs if empty); statements are numbered as in the story."""

    def counted(a: Sentence, b: Sentence) -> bool:
        return not languages or {OUTLETS[a[0]], OUTLETS[b[0]]} == languages

    said = [[story[statement.number] for statement in group] for group in groups]
    found = [(a, b) for group in said for a, b in combinations(group, 2) if counted(a, b)]
    wanted = [(a, b) for a, b in combinations(story, 2) if a[1] == b[1] and counted(a, b)]
    return Score(sum(a[1] == b[1] for a, b in found), len(found), len(wanted))


def _sum(a: Score, b: Score) -> Score:
    return Score(a.right + b.right, a.found + b.found, a.wanted + b.wanted)


def _pairs_of_languages() -> Mapping[str, set[str]]:
    return {"all": set[str]()} | {f"{a}-{b}": {a, b} for a, b in combinations(OUTLETS, 2)}


def measures(folder: Path) -> dict[str, float]:
    """For ``make eval``: F1 on the first 20 documents; nothing where the set has no documents."""
    if not (folder / "news" / "document_ids.txt").is_file():
        return {}
    found = evaluate(folder, OUTLETS, 20)
    return {f"statement clusters {name}, F1": score.f1 for name, score in found.items()}


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dev_dir", nargs="?", type=Path, default=default_dev())
    parser.add_argument("--views", default="en,ru,be", help="languages in which statements are compared (en,ru,be)")
    parser.add_argument("--documents", type=int, default=0, help="only the first N documents")
    parser.add_argument("--threshold", type=float, default=THRESHOLD)
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    options = parser.parse_args(arguments)
    found = evaluate(options.dev_dir, options.views.split(","), options.documents, options.threshold)
    if options.json:
        print(json.dumps({name: {"P": s.precision, "R": s.recall, "F1": s.f1} for name, s in found.items()}))
        return 0
    for name, score in found.items():
        print(f"{name:8} P {score.precision:.3f}  R {score.recall:.3f}  F1 {score.f1:.3f}  of {score.wanted} pairs")
    return 0


if __name__ == "__main__":
    sys.exit(main())
