"""How often detection is right, on line-aligned sentences in en, ru, uk and be; "und" counts as wrong.

    sentence      whole sentences, all languages allowed
    three of 4    the first three words of each sentence, only the four languages allowed
    three of all  the same, all languages allowed
    quoted        every tenth segment of a document replaced by a line in another of the four languages, and told
    inherited     the other segments of such documents that keep the document's language

`--calibration` adds how often answers of a certain probability are right, which is where the thresholds in
`xlate.detection.steps` come from.

    python tools/eval_detection.py [DEV_DIR] [--json] [--calibration] [--errors LANGUAGE]
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from tools.sets import aligned, default_dev
from xlate.detection import Detector
from xlate.languages import FOUR
from xlate.model import Detection

DOCUMENT = 20  # lines to a document in "quoted" and "inherited"
QUOTED_AT = 10  # one foreign line among so many
BINS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99)

Figures = dict[str, dict[str, float]]


def lines(folder: Path) -> dict[str, list[str]]:
    """The sentences of each language from all sets, aligned."""
    sets = aligned(folder).values()
    return {language: [line for texts in sets for line in texts[language]] for language in FOUR}


def first_words(text: str, count: int = 3) -> str:
    return " ".join(text.split()[:count])


def share_right(detector: Detector, texts: Sequence[str], language: str) -> float:
    return sum(detector.detect(text).language == language for text in texts) / len(texts)


def quotations(sentences: dict[str, list[str]], language: str) -> tuple[float, float]:
    """Share of foreign lines told in documents of a language, and of its own lines that keep the language."""
    others = [other for other in FOUR if other != language]
    detector, told, kept, n_foreign, n_own = Detector(FOUR), 0, 0, 0, 0
    for start in range(0, len(sentences[language]), DOCUMENT):
        size = len(sentences[language][start : start + DOCUMENT])
        foreign = others[start // DOCUMENT % len(others)]
        gold = [foreign if i % QUOTED_AT == QUOTED_AT - 1 else language for i in range(size)]
        texts = [sentences[spoken][start + i] for i, spoken in enumerate(gold)]
        _, blocks = detector.detect_document(texts)
        for spoken, found in zip(gold, blocks, strict=True):
            right = found.language == spoken
            told, n_foreign = told + (right and spoken != language), n_foreign + (spoken != language)
            kept, n_own = kept + (right and spoken == language), n_own + (spoken == language)
    return told / n_foreign if n_foreign else 1.0, kept / n_own


def evaluate(dev_dir: Path, step: int = 1) -> Figures:
    """Figures 0..1 by measure and language on each ``step``-th line; empty if the folder has none."""
    sentences = {language: texts[::step] for language, texts in lines(dev_dir).items()}
    if not all(sentences.values()):
        return {}
    every, four = Detector(), Detector(FOUR)
    figures: Figures = {"sentence": {}, "three of 4": {}, "three of all": {}, "quoted": {}, "inherited": {}}
    for language, texts in sentences.items():
        begun = [first_words(text) for text in texts]
        figures["sentence"][language] = share_right(every, texts, language)
        figures["three of 4"][language] = share_right(four, begun, language)
        figures["three of all"][language] = share_right(every, begun, language)
        figures["quoted"][language], figures["inherited"][language] = quotations(sentences, language)
    return figures


def measures(folder: Path) -> dict[str, float]:
    """The figures of `evaluate` under flat names, for `tools/evaluate.py`."""
    return {f"{name} {language}": value for name, row in evaluate(folder).items() for language, value in row.items()}


def calibration(dev_dir: Path) -> Iterator[tuple[int, str, float, int, float]]:
    """(words, languages allowed, from this probability on, n, share right) for words 1.. and 5.. of every third line.

    Answers that the detector keeps to itself ("unsure") count with their best candidate.
    """
    for count in (1, 2, 3, 5):
        for name, detector in (("all", Detector()), ("four", Detector(FOUR))):
            bins: defaultdict[float, list[bool]] = defaultdict(list)
            for language, texts in lines(dev_dir).items():
                for words in (text.split()[at : at + count] for text in texts[::3] for at in (0, 4)):
                    if len(words) == count and (best := _best(detector.detect(" ".join(words)))):
                        bins[max(edge for edge in BINS if edge <= best[1])].append(best[0] == language)
            for edge, right in sorted(bins.items()):
                yield count, name, edge, len(right), sum(right) / len(right)


def _best(found: Detection) -> tuple[str, float] | None:
    return found.candidates[0] if found.candidates else None


def errors(dev_dir: Path, language: str) -> Iterator[str]:
    """What goes wrong among the first three words of one language, only the four allowed."""
    detector = Detector(FOUR)
    for text in lines(dev_dir)[language]:
        found = detector.detect(first_words(text))
        if found.language != language:
            listed = " ".join(f"{code} {share:.2f}" for code, share in found.candidates[:3])
            yield f"{found.language}\t{found.method}\t{first_words(text)}\t{listed}"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("dev", nargs="?", type=Path, default=default_dev())
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--calibration", action="store_true")
    parser.add_argument("--errors", metavar="LANGUAGE", default="")
    options = parser.parse_args(arguments)
    if options.errors:
        print("\n".join(errors(options.dev, options.errors)))
        return 0
    figures = evaluate(options.dev)
    if options.json:
        print(json.dumps(figures, indent=1))
    else:
        print("measure".ljust(14), *(language.rjust(8) for language in FOUR))
        for name, row in figures.items():
            print(name.ljust(14), *(f"{row[language]:8.4f}" for language in FOUR))
    for found in calibration(options.dev) if options.calibration else ():
        print("{} words of {:5} p >= {:.2f}  n = {:5}  right {:.3f}".format(*found))
    return 0 if figures else 1


if __name__ == "__main__":
    sys.exit(main())
