"""How well names come out: the terminology task, sentences written for every case, and the news set.

usage: eval_glossary.py [DEV] [--errors] [--only terms|names|news] [--sentences N]

terms   DEV/terms/*.jsonl, English-Russian records with their own dictionaries ("proper" and "random" mode).  The task's
        own rule: a term of the dictionary that occurs in the source (as it stands or by its lemma) must occur in the
        output (likewise).  chrF2++ with the dictionaries and without.
names   corpus/glossary: sentences.tsv (English, term, wanted forms in ru, uk, be) over the termbase names.tsv; the
        share in which exactly a wanted form stands.  Every second sentence is of the test half, whose errors are never
        shown, so that nobody tunes to them.
news    the news set with the shipped glossary: hits satisfied or repaired, chrF with and without, time without over
        time with.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from statistics import median
from typing import Any

from tools.sets import ROOT, aligned, default_dev
from xlate.glossary.files import load
from xlate.glossary.matching import Matcher
from xlate.glossary.termbase import Termbase
from xlate.model import TermStatus, TranslationUnit
from xlate.pipeline import Translator
from xlate.settings import Settings

NAMES = ROOT / "corpus" / "glossary"
TARGETS = ("ru", "uk", "be")
MODES = ("proper", "random")
ROUNDS = 5  # of the timing, a round being without and with, one after the other

Measures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Run:
    """Units in the order of the texts, and CPU seconds."""

    units: list[TranslationUnit]
    seconds: float

    @property
    def targets(self) -> list[str]:
        return [unit.target for unit in self.units]


def translated(texts: Sequence[str], target: str, terms: Sequence[Termbase | None], glossary: bool) -> Run:
    """Each English text by itself with its own terms; ``glossary`` says whether the shipped one is used too."""
    translator = Translator(Settings(from_="en", to=(target,), no_glossary=not glossary))
    translator.translate([translator.prepare_lines(["Rain fell in Minsk."], "first")], target)  # load models and tables
    start = time.process_time()
    prepared = [
        translator.prepare_lines([text], str(number), own)
        for number, (text, own) in enumerate(zip(texts, terms, strict=True))
    ]
    results = translator.translate(prepared, target)
    units = [result.units[0] for result in results]
    return Run(units, time.process_time() - start)


def terms(dev: Path, errors: bool) -> Measures:
    """Shares of terms present by mode, and chrF2++ with and without."""
    records = [
        json.loads(line) for path in sorted((dev / "terms").glob("*.jsonl")) for line in path.open(encoding="utf-8")
    ]
    if not records:
        return {}
    sources, references = [r["en"] for r in records], [r["ru"] for r in records]
    plain = translated(sources, "ru", [None] * len(sources), glossary=False).targets
    found = {"terms chrF2++ without": _chrf(plain, references, word_order=2) / 100}
    for mode in MODES:
        dictionaries = [record[mode] for record in records]
        own = [Termbase.of_pairs(dictionary, "en", "ru") for dictionary in dictionaries]
        targets = translated(sources, "ru", own, glossary=False).targets
        found[f"terms {mode}: present"] = _present(sources, targets, dictionaries, errors)
        found[f"terms {mode}: present without"] = _present(sources, plain, dictionaries, False)
        found[f"terms {mode}: chrF2++"] = _chrf(targets, references, word_order=2) / 100
    return found


def names(errors: bool) -> Measures:
    """Share of sentences with exactly a wanted form, by language and half."""
    rows = [
        line.split("\t")
        for line in (NAMES / "sentences.tsv").read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    termbase, problems = load([NAMES / "names.tsv"])
    if problems:
        raise SystemExit("\n".join(map(str, problems)))
    found = {}
    for column, target in enumerate(TARGETS, 2):
        run = translated([row[0] for row in rows], target, [termbase] * len(rows), glossary=False)
        right = [
            any(_stands(_plain(form), _plain(unit.target)) for form in _shown(row[column]))
            for row, unit in zip(rows, run.units, strict=True)
        ]
        found[f"names {target}: wanted form"] = sum(right) / len(rows)
        for half, name in enumerate(("tuning", "test")):
            found[f"names {target}: wanted form, {name} half"] = sum(right[half::2]) / len(right[half::2])
        if errors:
            for row, unit, fine in list(zip(rows, run.units, right, strict=True))[::2]:
                if not fine:
                    reasons = "; ".join(f"{hit.status} ({hit.reason})" for hit in unit.terms)
                    print(f"{target} | {row[0]} | wanted {row[column]} | {unit.target} | {reasons}")
    return found


def news(dev: Path, sentences: int, errors: bool, rounds: int = 1) -> Measures:
    """Hits, chrF and time on the first ``sentences`` of the news set; of the times, the median of ``rounds`` ratios.

    Each with is held against the without right before it: the same work takes up to a fifth more or less CPU time from
    one minute to the next on a shared machine.
    """
    texts = aligned(dev).get("news", {})
    found: Measures = {}
    for target in TARGETS if texts else ():
        sources, references = texts["en"][:sentences], texts[target][:sentences]
        none: list[Termbase | None] = [None] * len(sources)
        runs = [[translated(sources, target, none, glossary=g) for g in (False, True)] for _ in range(rounds)]
        plain, run = runs[0]
        hits = [hit for unit in run.units for hit in unit.terms]
        kept = [hit for hit in hits if hit.status is not TermStatus.VIOLATED]
        found[f"news {target}: hits satisfied or repaired"] = len(kept) / max(1, len(hits))
        found[f"news {target}: chrF"] = _chrf(run.targets, references) / 100
        found[f"news {target}: chrF without"] = _chrf(plain.targets, references) / 100
        ratios = [without.seconds / given.seconds for without, given in runs]
        found[f"news {target}: time without over time with"] = median(ratios)
        if errors:
            _show_changes(plain, run)
    return found


def measures(dev: Path, sentences: int = 300) -> Measures:
    """Everything but the times, for ``make eval``; what needs the development sets is left out where they are not."""
    found = {**terms(dev, False), **names(False), **news(dev, sentences, False)}
    return {key: value for key, value in found.items() if "time" not in key}


def _show_changes(plain: Run, run: Run) -> None:
    for before, after in zip(plain.units, run.units, strict=True):
        changed = [hit for hit in after.terms if hit.status is not TermStatus.SATISFIED]
        if changed:
            print(f"\n{after.source}\n  - {before.target}\n  + {after.target}")
            for hit in changed:
                print(f"    {hit.term} -> {hit.wanted}: {hit.status}, {hit.reason}")


def _present(
    sources: Sequence[str], targets: Sequence[str], dictionaries: Sequence[dict[str, str]], errors: bool
) -> float:
    n_terms = n_found = 0
    for source, target, dictionary in zip(sources, targets, dictionaries, strict=True):
        for term, wanted in dictionary.items():
            if not Matcher(Termbase.of_pairs({term: wanted}, "en", "ru"), "en").find(source) and not _in(term, source):
                continue
            n_terms += 1
            present = _stands(wanted.lower(), target.lower()) or _lemmas(wanted) in _lemmas(target)
            n_found += present
            if errors and not present:
                print(f"{term} -> {wanted} | {source} | {target}")
    return n_found / max(1, n_terms)


def _in(term: str, source: str) -> bool:
    """Whether a term stands in the source between word borders, whatever its case."""
    return bool(re.search(rf"(?<![^\W_]){re.escape(term.lower())}(?![^\W_])", source.lower()))


def _shown(forms: str) -> Iterator[str]:
    """The wanted forms; a word without a capital also with one, as at the start of a sentence."""
    for form in forms.split("|"):
        yield from (form, form[:1].upper() + form[1:])


def _plain(text: str) -> str:
    """One apostrophe, and у for ў at the start of a word, where the word before decides."""
    return re.sub(r"\b[ўЎ]", lambda match: "у" if match[0] == "ў" else "У", re.sub("['ʼ]", "’", text))


def _stands(form: str, text: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text.replace("ё", "е"))) or bool(
        re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text)
    )


def _lemmas(text: str) -> str:
    """The lemmas of a Russian text between spaces, so that a row of them can be looked for."""
    return " " + " ".join(_lemma(word.lower()) for word in re.findall(r"\w+", text)) + " "


@lru_cache(100_000)
def _lemma(word: str) -> str:
    return str(_analyzer().parse(word)[0].normal_form)


@lru_cache
def _analyzer() -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang="ru")


def _chrf(texts: Sequence[str], references: Sequence[str], word_order: int = 0) -> float:
    import sacrebleu

    return float(sacrebleu.corpus_chrf(list(texts), [list(references)], word_order=word_order).score)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dev", nargs="?", type=Path, default=default_dev())
    parser.add_argument("--errors", action="store_true", help="show what went wrong")
    parser.add_argument("--only", choices=("terms", "names", "news"))
    parser.add_argument("--sentences", type=int, default=300)
    o = parser.parse_args()
    parts: dict[str, Callable[[], Measures]] = {
        "terms": lambda: terms(o.dev, o.errors),
        "names": lambda: names(o.errors),
        "news": lambda: news(o.dev, o.sentences, o.errors, ROUNDS),
    }
    for line in _lines(parts, o.only):
        print(line, flush=True)


def _lines(parts: dict[str, Callable[[], Measures]], only: str | None) -> Iterator[str]:
    for name, part in parts.items():
        if only in (None, name):
            yield from (f"{key:45s} {value:.4f}" for key, value in part().items())


if __name__ == "__main__":
    main()
