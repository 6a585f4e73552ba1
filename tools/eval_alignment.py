"""How many beads the aligner gets exactly right, and how much is found of what was left out or added.

usage: eval_alignment.py [DEV] [--only NAME ...] [--held-out] [--ask] [--speed]

Text+Berg: the development article, with good and weak translations of either side, and with none.  News: human
translations into ru, uk and be that a seeded script merged, split, dropped and inserted (tools/alignment_sets.py), with
translations of both sides by the shipped model at beam 1, kept in /tmp by the model's name (remove them when the
decoder changes), and with none; each language as one text.
With ``--ask`` the model is asked about the beads in doubt as well (`alignment.opinion`), where it translated.
The weights were fitted on every second document with seed 11 (see `values.Weights`); figures are for another seed and
all documents, with ``--held-out`` for those alone that were not fitted on, with seeds 101 and 202.

Strict F1 as vecalign's score.py computes it (Thompson and Koehn 2019; rule of Sennrich and Volk 2011): a bead counts if
exactly it is in the gold beads.  Precision is over all predicted beads, those without a counterpart included; recall is
over gold beads with both sides.  ``F1 pairs`` leaves beads without a counterpart out of both.  Omissions and additions
are the segments that stand alone, of the source and of the target.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from tools.alignment_sets import SEED, Case, joined, news, text_berg
from tools.sets import default_dev
from xlate.alignment import Options, Side, align
from xlate.alignment.format import Link
from xlate.coverage import Judge
from xlate.engines.argos import ArgosEngine
from xlate.model import Alignment

HELD_OUT = (101, 202)  # seeds
TARGETS = ("ru", "uk", "be")
Measures = dict[str, float]
Setting = tuple[str, Case, Sequence[str] | None, Sequence[str] | None]


def settings(folder: Path, *, held_out: bool = False) -> Iterator[Setting]:
    """(name, case, source translated, target translated) for everything that is measured."""
    if (folder / "align" / "text_berg_1957.de").is_file():
        case = text_berg(folder)
        for name, (source, target) in case.translations.items():
            yield f"Text+Berg {name} both", case, source, target
            yield f"Text+Berg {name} forward", case, source, None
            yield f"Text+Berg {name} backward", case, None, target
        yield "Text+Berg none", case, None, None
    for language in TARGETS if (folder / "news" / "document_ids.txt").is_file() else ():
        for seed, note in [(seed, f" seed {seed}") for seed in HELD_OUT] if held_out else [(SEED, "")]:
            case = joined(news(folder, language, seed=seed)[int(held_out) :: 1 + held_out], f"news {language}")
            made = [_translated(texts, *pair) for texts, pair in _directions(case)]
            yield f"news en-{language} model{note}", case, made[0], made[1]
            yield f"news en-{language} none{note}", case, None, None


def _directions(case: Case) -> Iterator[tuple[list[str], tuple[str, str]]]:
    left, right = case.languages
    yield case.source, (left, right)
    yield case.target, (right, left)


def _translated(texts: list[str], source: str, target: str) -> list[str]:
    """By the shipped model with beam 1; what was translated once is read from the cache."""
    from xlate.packages import find_packages
    from xlate.pipeline import Translator
    from xlate.settings import Settings

    [model] = [package.label for package in find_packages() if (package.source, package.target) == (source, target)][:1]
    cache = Path(tempfile.gettempdir()) / f"xlate-alignment-mt-{model}.json"
    made: dict[str, str] = json.loads(cache.read_text("utf-8")) if cache.is_file() else {}
    if missing := sorted({text for text in texts if f"{source}-{target} {text}" not in made}):
        wanted = Settings(from_=source, to=(target,), beam_size=1, engine="argos", no_glossary=True)
        translator = Translator(wanted)
        [result] = translator.translate([translator.prepare_lines(missing, "news")], target)
        made |= {f"{source}-{target} {unit.source}": unit.target for unit in result.units}
        cache.write_text(json.dumps(made, ensure_ascii=False), "utf-8")
    return [made[f"{source}-{target} {text}"] for text in texts]


def links(alignment: Alignment) -> list[Link]:
    """The beads as sets of segment numbers."""
    return [
        (tuple(range(bead.source.start, bead.source.end)), tuple(range(bead.target.start, bead.target.end)))
        for bead in alignment.beads
    ]


def score(gold: Sequence[Link], found: Sequence[Link]) -> Measures:
    """All figures of one alignment, 0..1."""
    wanted, given = set(gold), set(found)
    wanted_pairs, given_pairs = ({link for link in part if link[0] and link[1]} for part in (wanted, given))
    recall = _share(len(wanted_pairs & given_pairs), len(wanted_pairs))
    precision = _share(len(wanted & given), len(given))
    pairs = _share(len(wanted_pairs & given_pairs), len(given_pairs))
    figures = {"F1": _mean(precision, recall), "precision": precision, "recall": recall}
    figures["F1 pairs"] = _mean(pairs, recall)
    for side, name in ((0, "omissions"), (1, "additions")):
        missing, claimed = ({n for link in part if not link[1 - side] for n in link[side]} for part in (wanted, given))
        figures[f"{name} precision"] = _share(len(missing & claimed), len(claimed))
        figures[f"{name} recall"] = _share(len(missing & claimed), len(missing))
    return figures


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _mean(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _judge(languages: tuple[str, str]) -> Judge:
    """The shipped model in both directions."""
    engine = ArgosEngine()
    legs = {(leg.source, leg.target): leg for leg in reversed(engine.legs())}
    return Judge(engine, legs[languages], legs[languages[::-1]], threads=1)


def evaluate(
    folder: Path, only: Sequence[str] = (), *, held_out: bool = False, ask: bool = False
) -> Iterator[tuple[str, Measures]]:
    """Figures by name, with the seconds that aligning took."""
    for name, case, source, target in settings(folder, held_out=held_out):
        if not only or any(part in name for part in only):
            start = time.process_time()
            left, right = Side(case.source, case.languages[0], source), Side(case.target, case.languages[1], target)
            options = Options(model=_judge(case.languages) if ask and source and name.startswith("news") else None)
            figures = score(case.gold, links(align(left, right, options)))
            yield name, figures | {"seconds": time.process_time() - start}


def measures(folder: Path) -> Measures:
    """F1 of every setting, and how much is found of what is missing or added, for `make eval`; the model is asked."""
    found: Measures = {}
    for name, figures in evaluate(folder, ask=True):
        shown = ("F1", "omissions precision", "omissions recall", "additions precision", "additions recall")
        found |= {f"{name} {key}": figures[key] for key in (shown if name.startswith("news") else ("F1",))}
    return found


def speed(folder: Path) -> Iterator[tuple[int, float]]:
    """(segments a side, CPU seconds) for the news in English and Russian, over and over, without a translation."""
    for n in (2_000, 20_000):
        texts = [(folder / "news" / f"{code}.txt").read_text("utf-8").splitlines() for code in ("en", "ru")]
        sides = [[f"{line} {k // len(text)}" for k, line in enumerate(_over(text, n))] for text in texts]
        start = time.process_time()
        align(Side(sides[0], "en"), Side(sides[1], "ru"))
        yield n, time.process_time() - start


def _over(lines: Sequence[str], n: int) -> list[str]:
    return [lines[k % len(lines)] for k in range(n)]


def main(arguments: list[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dev", nargs="?", type=Path, default=default_dev())
    parser.add_argument("--only", nargs="*", default=[], help="settings whose name has one of these")
    parser.add_argument("--held-out", action="store_true", help="documents and seeds that nothing was fitted on")
    parser.add_argument("--ask", action="store_true", help="the model is asked about beads in doubt")
    parser.add_argument("--speed", action="store_true", help="measure speed instead")
    options = parser.parse_args(arguments)
    if options.speed:
        for n, seconds in speed(options.dev):
            print(f"{n:6d} x {n} segments without a translation: {seconds:.1f} s of CPU time", flush=True)
        return 0
    shown = False
    for name, figures in evaluate(options.dev, options.only, held_out=options.held_out, ask=options.ask):
        print(f"{name:26s}" + "  ".join(f"{key} {value:.3f}" for key, value in figures.items()), flush=True)
        shown = True
    if not shown:
        print(f"{options.dev}: nothing to measure there.", file=sys.stderr)
    return 0 if shown else 2


if __name__ == "__main__":
    sys.exit(main())
