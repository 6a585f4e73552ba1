"""How well statements of several outlets are matched: pairwise F1 of the clusters.

    python -m tools.eval_stories [DEV_DIR] [--outlets en,ru,be] [--views en,ru,be] [--documents N] [--quick] [--json]
    python -m tools.eval_stories --loose [--quick] [--json]

Each document of dev/news becomes three outlets, one English, one Russian, one Belarusian (human translations; or other
languages): 40 % of the sentences dropped from each, the rest shuffled, and sentences of other documents mixed in (12 %,
each in one outlet only).  Two statements belong together when they translate one another.  All is seeded.

``--loose``: corpus/stories instead, whose outlets wrote by themselves; which statements say the same was read by eye
(tools/stories_gold.tsv: language and number of each statement).  Pairs of which one says only a part of the other are
neither right nor wrong.
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
from xlate.cli.stories import compare_files
from xlate.comparison.clustering import THRESHOLD
from xlate.comparison.informing import Informer
from xlate.comparison.matching import match_statements
from xlate.comparison.names import NameReader
from xlate.comparison.story import Statement
from xlate.errors import XlateError
from xlate.glossary.files import SHIPPED, load
from xlate.pipeline import Translator
from xlate.settings import Settings

GOLD = Path(__file__).with_name("stories_gold.tsv")
STORIES = Path(__file__).parents[1] / "corpus" / "stories"
SEED = 20261129
OUTLETS = ("en", "ru", "be")
WITH_UKRAINIAN = ("en", "uk", "be")
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


def stories(ids: Sequence[str], seed: int = SEED, n_outlets: int = len(OUTLETS)) -> list[list[Sentence]]:
    """For each document, the sentences of its outlets, outlet after outlet, each shuffled."""
    rng = random.Random(seed)
    documents: dict[str, list[int]] = defaultdict(list)
    for line, name in enumerate(ids):
        documents[name].append(line)
    found = []
    for name, lines in documents.items():
        if len(lines) < FEWEST:
            continue
        n_strange = max(1, round(DISTRACTORS * len(lines)))
        strange = rng.sample([line for line, other in enumerate(ids) if other != name], n_outlets * n_strange)
        story = []
        for outlet in range(n_outlets):
            kept = [line for line in lines if rng.random() >= DROPPED] + strange[outlet::n_outlets]
            rng.shuffle(kept)
            story += [(outlet, line) for line in kept]
        found.append(story)
    return found


def evaluate(
    folder: Path,
    views: Sequence[str],
    n_documents: int = 0,
    threshold: float = THRESHOLD,
    outlets: Sequence[str] = OUTLETS,
    *,
    informed: bool = True,
) -> dict[str, Score]:
    """The score over all stories, and of each pair of languages."""
    material = Material(folder / "news", views, n_documents, outlets, informed=informed)
    found: dict[str, Score] = {}
    for story in material.stories:
        groups = material.match(story, threshold)
        for name, languages in _pairs_of_languages(outlets).items():
            found[name] = _sum(found.get(name, Score(0, 0, 0)), _score(groups, story, languages, outlets))
    return found


class Material:
    """The stories of the set, or of its first documents; translated into the view languages once for all of them."""

    def __init__(
        self,
        folder: Path,
        views: Sequence[str],
        n_documents: int = 0,
        outlets: Sequence[str] = OUTLETS,
        *,
        informed: bool = True,
    ) -> None:
        self.outlets = outlets
        self.lines = {code: (folder / f"{code}.txt").read_text("utf-8").splitlines() for code in outlets}
        found = stories((folder / "document_ids.txt").read_text("utf-8").split(), n_outlets=len(outlets))
        self.stories = found[:n_documents] if n_documents else found
        self.views = views
        self.texts: dict[tuple[str, str], Mapping[int, str]] = {}
        self.names = NameReader(load([SHIPPED])[0], "en")
        self.translators = {code: Translator(Settings(from_=code)) for code in outlets}
        engines = tuple(self.translators[outlets[0]].engines.values())
        self.informer = Informer.of(engines) if informed else None

    def match(self, story: Sequence[Sentence], threshold: float) -> list[tuple[Statement, ...]]:
        statements = self.statements(story)
        texts = {
            view: [self.translated(self.outlets[outlet], view)[line] for outlet, line in story] for view in self.views
        }
        return match_statements(statements, texts, informer=self.informer, threshold=threshold)

    def statements(self, story: Sequence[Sentence]) -> list[Statement]:
        """The story's statements, in its order; their facets are read as the command reads them."""
        reader = self.names.anew()
        texts = [self.lines[self.outlets[outlet]][line] for outlet, line in story]
        reader.learn((text, self.outlets[outlet]) for text, (outlet, _) in zip(texts, story, strict=True))
        return [
            Statement(outlet, number, text, self.outlets[outlet], "", names=reader.names(text, self.outlets[outlet]))
            for number, (text, (outlet, _)) in enumerate(zip(texts, story, strict=True))
        ]

    def translated(self, source: str, target: str) -> Mapping[int, str]:
        """The lines of a language that are in a story, in another; translated on first use."""
        used = sorted({line for story in self.stories for outlet, line in story if self.outlets[outlet] == source})
        lines = [self.lines[source][line] for line in used]
        if source == target:
            return dict(zip(used, lines, strict=True))
        if (source, target) not in self.texts:
            translator = self.translators[source]
            [result] = translator.translate([translator.prepare_lines(lines, source)], target)
            self.texts[source, target] = dict(zip(used, (unit.target for unit in result.units), strict=True))
        return self.texts[source, target]


def _score(
    groups: Iterable[Sequence[Statement]], story: Sequence[Sentence], languages: set[str], outlets: Sequence[str]
) -> Score:
    """Of the pairs whose languages are these (all pairs if empty); statements are numbered as in the story."""

    def counted(a: Sentence, b: Sentence) -> bool:
        return not languages or {outlets[a[0]], outlets[b[0]]} == languages

    said = [[story[statement.number] for statement in group] for group in groups]
    found = [(a, b) for group in said for a, b in combinations(group, 2) if counted(a, b)]
    wanted = [(a, b) for a, b in combinations(story, 2) if a[1] == b[1] and counted(a, b)]
    return Score(sum(a[1] == b[1] for a, b in found), len(found), len(wanted))


def _sum(a: Score, b: Score) -> Score:
    return Score(a.right + b.right, a.found + b.found, a.wanted + b.wanted)


def _pairs_of_languages(outlets: Sequence[str]) -> Mapping[str, set[str]]:
    return {"all": set[str]()} | {f"{a}-{b}": {a, b} for a, b in combinations(outlets, 2)}


def evaluate_loose(*, informed: bool = True) -> dict[str, Score]:
    """The score of each story of the gold, and of all."""
    scores = {name: _score_loose(name, gold, informed=informed) for name, gold in read_gold().items()}
    total = Score(0, 0, 0)
    for score in scores.values():
        total = _sum(total, score)
    return {"all": total, **scores}


@dataclass(frozen=True, slots=True)
class Gold:
    """Pairs of statements that say the same, and that say the same in part; a statement is named "be12"."""

    same: set[frozenset[str]]
    partly: set[frozenset[str]]


def read_gold(path: Path = GOLD) -> dict[str, Gold]:
    """By story."""
    found: dict[str, Gold] = {}
    for line in path.read_text("utf-8").splitlines():
        name, verdict, statements = line.split("\t")
        gold = found.setdefault(name, Gold(set(), set()))
        pairs = gold.same if verdict == "same" else gold.partly
        pairs |= {frozenset(pair) for pair in combinations(statements.split(), 2) if pair[0][:2] != pair[1][:2]}
    return found


def _score_loose(name: str, gold: Gold, *, informed: bool) -> Score:
    failures: list[XlateError] = []
    story = compare_files(sorted(STORIES.glob(f"{name}.*")), Settings(), "en", failures, quick=not informed)
    if failures:
        raise failures[0]
    found = {
        frozenset(f"{story.articles[s.article].language}{s.number}" for s in pair)
        for cluster in story.clusters
        for pair in combinations(cluster.statements, 2)
        if pair[0].article != pair[1].article
    }
    return Score(len(found & gold.same), len(found - (gold.partly - gold.same)), len(gold.same))


def measures(folder: Path) -> dict[str, float]:
    """For ``make eval``: F1 on the first 20 documents, and on 10 with a Ukrainian outlet in place of the Russian one.

    Nothing where the set has no documents.  The model is not asked about doubtful pairs, which takes long.
    """
    if not (folder / "news" / "document_ids.txt").is_file():
        return {}
    measured: dict[str, float] = {}
    for outlets, n_documents in ((OUTLETS, 20), (WITH_UKRAINIAN, 10)):
        found = evaluate(folder, outlets, n_documents, outlets=outlets, informed=False)
        what = "statement clusters" if outlets == OUTLETS else f"{n_documents} documents, clusters {'+'.join(outlets)}"
        measured |= {f"{what} {name}, F1": score.f1 for name, score in found.items()}
    return measured


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dev_dir", nargs="?", type=Path, default=default_dev())
    parser.add_argument("--outlets", default="en,ru,be", help="their languages (en,ru,be)")
    parser.add_argument("--views", default="", help="languages in which statements are compared; the outlets'")
    parser.add_argument("--quick", action="store_true", help="without asking the model about doubtful pairs")
    parser.add_argument("--documents", type=int, default=0, help="only the first N documents")
    parser.add_argument("--threshold", type=float, default=THRESHOLD)
    parser.add_argument("--loose", action="store_true", help="the stories of corpus/stories")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    options = parser.parse_args(arguments)
    outlets = options.outlets.split(",")
    views = options.views.split(",") if options.views else outlets
    informed = not options.quick
    if options.loose:
        found = evaluate_loose(informed=informed)
    else:
        found = evaluate(options.dev_dir, views, options.documents, options.threshold, outlets, informed=informed)
    if options.json:
        print(json.dumps({name: {"P": s.precision, "R": s.recall, "F1": s.f1} for name, s in found.items()}))
        return 0
    for name, score in found.items():
        print(f"{name:8} P {score.precision:.3f}  R {score.recall:.3f}  F1 {score.f1:.3f}  of {score.wanted} pairs")
    return 0


if __name__ == "__main__":
    sys.exit(main())
