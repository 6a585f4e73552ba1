"""How well segments agree with line-aligned text: precision, recall and F1 of boundaries.

The lines of one document (news) or of 20 neighbours (FLORES) are joined by single spaces; a boundary is the end offset
of a segment, the end of the text not counted.  Two facts about such gold bound every score:

    unmarked   gold boundaries without any stop, mostly headlines run into the text ("... beauty market Sainsbury's
               is ..."); at_stops is F1 without them: they count neither as found nor as missed
    inner      predicted boundaries inside a gold line, that is, in lines that hold two sentences

All 763 inner boundaries of 2026-11-23 were read: each stands at a full stop, question or exclamation mark between two
sentences of the line, so precision and f1 say more about the gold than about the segmenter.  For reference, razdel on
the news set as reported to the project (not measured here): en .950, ru .932, uk .885, be .955.

So the news set is measured twice: "news" against its lines alone, and "mended" against its lines and the boundaries
inside them in `segmenting_gold.tsv`, which were read without any segmenter; "inner" is then what is false.  On
2026-11-29 that was 6 of the 126 inner boundaries of news: four without any stop, one at a stop put by mistake, one a
matter of which side a dash is on.

A second reader judged the same places on 2026-11-29, blind to the list and to the segmenter: of the 204 in news both
list the same 121 and leave out the same 83, so "mended" is also what both agree on.  (Cohen's kappa 1; the second
reader was a language model, and what two such readers agree on is not yet what an editor would say.)  Of 665 places in
FLORES, which has no list, that reader calls 640 boundaries, en 106, ru 137, uk 113, be 284; with them F1 is en .998,
ru .999, uk .997, be .999, and the one false inner boundary is "learn.Learning", where a space is missing.

`naive` is a plain "stop, space, capital letter" splitter on the same text.

    python tools/eval_segmenting.py [DEV_DIR] [--json] [--errors LANGUAGE [--mended]]
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

MENDED = Path(__file__).resolve().with_name("segmenting_gold.tsv")
GROUP = 20  # FLORES lines to a text
_STOPPED = re.compile(r"[.!?…]\W*$")
_NAIVE = re.compile(r"[.!?…]+[»”“\"')]*(?=\s+[«„“\"'(]?[A-ZА-ЯЁІЇЄҐЎ])")

Segmenter = Callable[[str, str], list[int]]
Figures = dict[str, float]
Inner = dict[tuple[str, int], list[int]]  # where sentences start inside a line, by language and line from 1


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


def read_inner(path: Path) -> Inner:
    """The list of boundaries inside lines; ValueError names the row that is none."""
    inner: Inner = {}
    for number, row in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not row.strip() or row.startswith("#"):
            continue
        language, *numbers = row.split("\t")
        if language not in FOUR or len(numbers) != 2 or not all(re.fullmatch("[1-9][0-9]*", n) for n in numbers):
            raise ValueError(f"{path.name}:{number}: not a language, a line and an offset: {row!r}")
        line, offset = map(int, numbers)
        offsets = inner.setdefault((language, line), [])
        if offsets and offset <= offsets[-1]:
            raise ValueError(f"{path.name}:{number}: offsets of one line must rise: {row!r}")
        offsets.append(offset)
    return inner


def inner_boundaries(documents: list[list[str]], language: str, inner: Inner) -> list[list[int]]:
    """End offsets in each joined text of the sentences that end inside a line; ValueError if the list does not fit."""
    left = {line: offsets for (code, line), offsets in inner.items() if code == language}
    found: list[list[int]] = []
    number = 0
    for document in documents:
        ends: list[int] = []
        start = 0
        for text in document:
            number += 1
            for offset in left.pop(number, []):
                if not 0 < offset < len(text) or not text[offset - 1].isspace() or text[offset].isspace():
                    raise ValueError(f"no sentence can start at {offset} in line {number} of {language}")
                ends.append(start + len(text[:offset].rstrip()))
            start += len(text) + 1
        found.append(ends)
    if left:
        raise ValueError(f"{language} has {number} lines, no line {min(left)}")
    return found


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


def gold_texts(
    dev: Path, name: str, language: str, inner: Inner | None = None
) -> Iterator[tuple[str, list[int], list[int]]]:
    """Each text with its boundaries, all and those at a stop; with those inside lines where ``inner`` lists them."""
    documents = texts(dev, name, language)
    mended = inner_boundaries(documents, language, inner) if inner and documents else [[] for _ in documents]
    for document, inside in zip(documents, mended, strict=True):
        ends, at_stops = gold_boundaries(document)
        yield " ".join(document), ends + inside, at_stops + inside


def score(dev: Path, name: str, language: str, segmenter: Segmenter = ours, inner: Inner | None = None) -> Figures:
    """Figures of one set and language; empty if there is no such set."""
    right = right_at_stops = predicted = gold = marked = 0
    for text, ends, at_stops in gold_texts(dev, name, language, inner):
        found = set(segmenter(text, language))
        right, right_at_stops = (
            right + len(found.intersection(ends)),
            right_at_stops + len(found.intersection(at_stops)),
        )
        predicted, gold, marked = predicted + len(found), gold + len(ends), marked + len(at_stops)
    if not gold:
        return {}
    beyond = predicted - right
    counts = {"gold": gold, "unmarked": gold - marked, "predicted": predicted, "inner": beyond}
    return {
        **counts,
        **f1(right, predicted, gold),
        "at_stops": f1(right_at_stops, right_at_stops + beyond, marked)["f1"],
    }


def evaluate(dev_dir: str | Path, mended: Path = MENDED) -> dict[str, dict[str, Figures]]:
    """Figures as ``{set: {language: figures}}`` for the sets that are there; "mended" is news with inner boundaries."""
    dev = Path(dev_dir)
    result: dict[str, dict[str, Figures]] = {}
    sets: tuple[tuple[str, str, Inner | None], ...] = (
        ("news", "news", None),
        ("mended", "news", read_inner(mended)),
        ("flores", "flores", None),
    )
    for name, folder, inner in sets:
        for language in FOUR:
            try:
                figures = score(dev, folder, language, inner=inner)
            except ValueError as misfit:
                print(f"{name} {language} not measured, {mended.name} is of another text: {misfit}", file=sys.stderr)
                continue
            if figures:
                figures["naive"] = score(dev, folder, language, naive, inner)["f1"]
                result.setdefault(name, {})[language] = figures
    return result


def errors(dev: Path, name: str, language: str, inner: Inner | None = None) -> Iterator[str]:
    """Each disagreement with its surroundings: "+" a boundary that gold has not, "-" one that was not found."""
    for text, gold, _ in gold_texts(dev, name, language, inner):
        ends, found = set(gold), set(ours(text, language))
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
    parser.add_argument(
        "--mended", action="store_true", help="with --errors: news only, against lines and inner boundaries"
    )
    options = parser.parse_args(arguments)
    if options.errors and options.mended:
        print("\n".join(errors(options.dev, "news", options.errors, read_inner(MENDED))))
        return 0
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
