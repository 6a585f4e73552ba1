"""`make eval`: measure quality for each language and pair, and fail when it is worse than the committed baseline.

usage: evaluate.py [DEV] [--only PART ...] [--sentences N] [--update]

DEV is the folder of development sets (news, flores); without it the committed corpus is measured against a baseline of
its own.  Everything is a number between 0 and 1, higher is better.  An evaluation that checked nothing fails.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

from tools import (
    eval_alignment,
    eval_boilerplate,
    eval_checks,
    eval_coverage,
    eval_detection,
    eval_glossary,
    eval_segmenting,
    eval_stories,
    eval_translation,
)

ROOT = Path(__file__).resolve().parent.parent
BASELINE = ROOT / "tools" / "baseline.json"
TOLERANCE = 0.004  # run-to-run and machine-to-machine noise of int8 decoding on 100 sentences (guessed)

Measures = dict[str, float]


def parts(folder: Path, sentences: int) -> dict[str, Callable[[], Measures]]:
    """What is measured, by name."""
    return {
        "detection": lambda: eval_detection.measures(folder),
        "segmenting": lambda: _segmenting(folder),
        "checks": lambda: eval_checks.measures(folder),
        "boilerplate": _boilerplate,
        "coverage": lambda: eval_coverage.measures(folder),
        "glossary": lambda: eval_glossary.measures(folder, sentences),
        "alignment": lambda: eval_alignment.measures(folder),
        "stories": lambda: eval_stories.measures(folder),
        "translation": lambda: eval_translation.measures(folder, sentences),
    }


def _segmenting(folder: Path) -> Measures:
    return {
        f"{name} {language} F1": f["f1"]
        for name, by in eval_segmenting.evaluate(folder).items()
        for language, f in by.items()
    }


def _boilerplate() -> Measures:
    found = eval_boilerplate.evaluate(ROOT / "corpus" / "pages")
    return {"pages paragraph F1": found["f1"], "pages without a lost sentence": 1.0 - bool(found["sentences_lost"])}


def main(arguments: list[str] | None = None) -> int:
    """Print the table; 0 if nothing is worse than the baseline and something was measured."""
    options = _parse(arguments)
    folder, name = (options.dev, "dev") if options.dev.is_dir() else (ROOT / "corpus", "corpus")
    baseline = json.loads(BASELINE.read_text(encoding="utf-8")) if BASELINE.exists() else {}
    expected: Measures = baseline.get(name, {})
    found: Measures = {}
    for part, measure in parts(folder, options.sentences).items():
        if not options.only or part in options.only:
            found |= {f"{part}: {key}": value for key, value in measure().items()}
            expected_here = {key: value for key, value in expected.items() if key.startswith(f"{part}: ")}
            _show(part, found, expected_here)
    if options.update:
        baseline[name] = {**expected, **{key: round(value, 4) for key, value in found.items()}}
        BASELINE.write_text(json.dumps(baseline, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    wanted = {k: v for k, v in expected.items() if not options.only or k.split(": ")[0] in options.only}
    return 0 if options.update else verdict(found, wanted)


def verdict(found: Measures, expected: Measures) -> int:
    """0 if all that was expected was measured and none is worse; the complaints go to stderr."""
    missing = sorted(set(expected) - set(found))
    worse = sorted(key for key in expected if found.get(key, 1.0) < expected[key] - TOLERANCE)
    for key in missing:
        print(f"not measured: {key}", file=sys.stderr)
    for key in worse:
        print(f"worse than the baseline: {key}: {found[key]:.4f} < {expected[key]:.4f}", file=sys.stderr)
    if not found or not expected:
        print("nothing was measured against a baseline", file=sys.stderr)
        return 1
    return 1 if missing or worse else 0


def _show(part: str, found: Measures, expected: Measures) -> None:
    print(f"\n{part}")
    for key, value in found.items():
        if key.startswith(f"{part}: "):
            before = f"{expected[key]:8.4f}" if key in expected else "     new"
            print(f"  {key.removeprefix(part + ': '):60s} {value:8.4f}   baseline {before}", flush=True)


def _parse(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dev", nargs="?", type=Path, default=ROOT.parent / "shared" / "data" / "dev")
    parser.add_argument("--only", nargs="*", default=[], help=f"parts: {' '.join(parts(ROOT, 0))}")
    parser.add_argument("--sentences", type=int, default=100, help="sentences a set for translation (100)")
    parser.add_argument("--update", action="store_true", help="make what is measured the new baseline")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
