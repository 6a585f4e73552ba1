"""How well segments agree with line-aligned text: precision, recall and F1 of boundaries.

The lines of one document (news) or of 20 neighbours (FLORES) are joined by single spaces; a boundary is the end offset
of a segment, the end of the text not counted.  Two facts about such gold bound every score:

    unmarked   gold boundaries without any stop, mostly headlines run into the text ("... beauty market Sainsbury's
               is ..."); at_stops is F1 without them: they count neither as found nor as missed
    inner      predicted boundaries inside a gold line, that is, in lines that hold two sentences

All 763 inner boundaries of 2026-11-23 were read: each stands at a full stop, question or exclamation mark between two
sentences of the line, so precision and f1 say more about the gold than about the segmenter.  For reference, razdel on
the news set as reported to the project (not measured here): en .950, ru .932, uk .885, be .955.

`naive` is a plain "stop, space, capital letter" splitter on the same text.

    python tools/eval_segmenting.py [DEV_DIR] [--json] [--errors LANGUAGE]
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path

from xlate.languages import FOUR
from xlate.segmenting import segment_text

GROUP = 20  # FLORES lines to a text
_STOPPED = re.compile(r"[.!?…]\W*$")
_NAIVE = re.compile(r"[.!?…]+[»”“\"')]*(?=\s+[«„“\"'(]?[A-ZА-ЯЁІЇЄҐЎ])")

Segmenter = Callable[[str, str], list[int]]
Figures = dict[str, float]


def default_dev() -> Path:
    """XLATE_DEV, or the shared folder beside the repository."""
    return Path(os.environ.get("XLATE_DEV") or Path(__file__).resolve().parents[2] / "shared" / "data" / "dev")


def texts(dev: Path, name: str, language: str) -> list[list[str]]:
    """The gold lines of each text; empty if the set is not there."""
    path = dev / name / f"{language}.txt"
    if not path.exists():
        return []
    gold = [line.strip() for line in path.read_text("utf-8").splitlines()]
    if name == "flores":
        return [gold[at : at + GROUP] for at in range(0, len(gold), GROUP)]
    identifiers = (dev / name / "document_ids.txt").read_text("utf-8").splitlines()
    pairs = zip(identifiers, gold, strict=True)
    return [[line for _, line in document] for _, document in groupby(pairs, key=lambda pair: pair[0])]


def ours(text: str, language: str) -> list[int]:
    """Boundaries by xlate."""
    return [span.end for span in segment_text(text, language)][:-1]


def naive(text: str, language: str) -> list[int]:  # noqa: ARG001 - a segmenter like `ours`
    """Boundaries wherever a capital letter follows a stop."""
    return [match.end() for match in _NAIVE.finditer(text)]


def gold_boundaries(gold: list[str]) -> tuple[list[int], list[int]]:
    """End offsets in the joined text: all of them, and those at a stop."""
    ends, end = [], -1
    for line in gold[:-1]:
        end += len(line) + 1
        ends.append(end)
    return ends, [end for end, line in zip(ends, gold, strict=False) if _STOPPED.search(line)]


def f1(right: int, predicted: int, gold: int) -> Figures:
    """Precision, recall and F1 from counts."""
    precision, recall = right / max(predicted, 1), right / max(gold, 1)
    return {"precision": precision, "recall": recall, "f1": 2 * right / max(predicted + gold, 1)}


def score(dev: Path, name: str, language: str, segmenter: Segmenter = ours) -> Figures:
    """Figures of one set and language; empty if there is no such set."""
    right = right_at_stops = predicted = gold = marked = 0
    for text in texts(dev, name, language):
        ends, at_stops = gold_boundaries(text)
        found = set(segmenter(" ".join(text), language))
        right, right_at_stops = (
            right + len(found.intersection(ends)),
            right_at_stops + len(found.intersection(at_stops)),
        )
        predicted, gold, marked = predicted + len(found), gold + len(ends), marked + len(at_stops)
    if not gold:
        return {}
    inner = predicted - right
    counts = {"gold": gold, "unmarked": gold - marked, "predicted": predicted, "inner": inner}
    return {
        **counts,
        **f1(right, predicted, gold),
        "at_stops": f1(right_at_stops, right_at_stops + inner, marked)["f1"],
    }


def evaluate(dev_dir: str | Path) -> dict[str, dict[str, Figures]]:
    """Figures as ``{set: {language: figures}}`` for the sets that are there."""
    result: dict[str, dict[str, Figures]] = {}
    for name in ("news", "flores"):
        for language in FOUR:
            if figures := score(Path(dev_dir), name, language):
                figures["naive"] = score(Path(dev_dir), name, language, naive)["f1"]
                result.setdefault(name, {})[language] = figures
    return result


def errors(dev: Path, name: str, language: str) -> Iterator[str]:
    """Each disagreement with its surroundings: "+" a boundary that gold has not, "-" one that was not found."""
    for gold in texts(dev, name, language):
        text, ends = " ".join(gold), set(gold_boundaries(gold)[0])
        found = set(ours(text, language))
        for end in sorted(ends ^ found):
            sign = "-" if end in ends else "+"
            yield f"{sign} {name} {text[max(0, end - 60) : end]} | {text[end : end + 40].strip()}"


def table(result: dict[str, dict[str, Figures]]) -> str:
    """The figures as aligned text."""
    columns = ("gold", "unmarked", "predicted", "inner", "precision", "recall", "f1", "at_stops", "naive")
    rows = ["set     language " + "".join(f"{column:>10}" for column in columns)]
    for name, languages in result.items():
        for language, figures in languages.items():
            cells = "".join(
                f"{figures[c]:10d}" if isinstance(figures[c], int) else f"{figures[c]:10.4f}" for c in columns
            )
            rows.append(f"{name:7} {language:9}{cells}")
    return "\n".join(rows)


def main(arguments: list[str] | None = None) -> int:
    """Print the table, its machine form or a list of disagreements."""
    parser = argparse.ArgumentParser(description="Boundary F1 of xlate.segmenting on line-aligned development text.")
    parser.add_argument("dev", nargs="?", type=Path, default=default_dev())
    parser.add_argument("--json", action="store_true", help="print exactly the machine form")
    parser.add_argument("--errors", metavar="LANGUAGE", help="list the disagreements of one language")
    options = parser.parse_args(arguments)
    if options.errors:
        print("\n".join(line for name in ("news", "flores") for line in errors(options.dev, name, options.errors)))
        return 0
    result = evaluate(options.dev)
    if not result:
        print(
            f"{options.dev}: no news/ or flores/ with en.txt, ru.txt ... there; nothing was measured.", file=sys.stderr
        )
        return 2
    print(json.dumps(result, indent=2) if options.json else table(result))
    return 0


if __name__ == "__main__":
    sys.exit(main())
