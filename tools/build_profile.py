"""Builds what detection knows of en, ru, uk and be: n-gram profiles in langdetect's format, and word lists.

    tools/build_profile.py ../shared/data/train/pairs.tar.xz ../shared/data/newswriting --out xlate/data

Sources are archives or folders of parallel text: ``NAME.xx-yy.tsv`` (two columns), and any other ``.tsv`` with the four
columns en, ru, uk, be.  Out come

    profiles/be           the language that langdetect lacks, pruned as hard as langdetect's own profiles are, for a
                          fair comparison with all of them
    profiles/kin/LANG     be, ru and uk from the same sources, ten times finer, to tell these three from each other
    words/LANG.tsv        how often each word stands in the sources; names are capitalised

Only counts are stored, no text.  The same sources give the same bytes.  Development sets must not go in.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tarfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from xlate.detection.alphabets import ALPHABETS

LANGUAGES = ("en", "ru", "uk", "be")
KIN = ("ru", "uk", "be")
LETTERS = {**{language: ALPHABETS[language] for language in KIN}, "en": frozenset("abcdefghijklmnopqrstuvwxyz")}

SOURCE_LIMIT = 300_000
"""Characters taken from one file, evenly spread over it, so that statutes and manuals do not outweigh the rest."""
NEWS_WEIGHT = 4
"""How often the four-column files, which are news, are counted: the text to be detected is news."""
LIKE_LANGDETECT, FINE = 1e-4, 1e-5
"""Least share among the letters that an n-gram must have.  1e-4 is what langdetect's ru, uk and bg profiles show."""
FOREIGN = 0.02
"""A word that is this much rarer than in a related language is a quotation from it: Russian "что" in Ukrainian text."""

_PAIR = re.compile(r"\.(\w\w)-(\w\w)\.tsv$")
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_START = frozenset('.!?:…»«"“”„()[]—–-')


def read_sources(paths: Iterable[Path]) -> Iterator[tuple[str, str]]:
    """Name and content of every TSV file in the archives, folders and files."""
    for path in paths:
        if path.is_dir():
            yield from ((file.name, file.read_text("utf-8")) for file in sorted(path.glob("*.tsv")))
        elif path.suffix == ".tsv":
            yield path.name, path.read_text("utf-8")
        else:
            with tarfile.open(path) as archive:
                for member in archive:
                    if member.name.endswith(".tsv") and (stream := archive.extractfile(member)):
                        yield Path(member.name).name, stream.read().decode("utf-8")


def columns(name: str, content: str) -> dict[str, list[str]]:
    """The texts of a file by language: two columns if its name says which, else four."""
    pair = _PAIR.search(name)
    languages = pair.groups() if pair else LANGUAGES
    rows = [row for line in content.split("\n") if len(row := line.split("\t")) == len(languages)]
    return {language: [row[i] for row in rows] for i, language in enumerate(languages) if language in LANGUAGES}


def sample(texts: Sequence[str], limit: int) -> list[str]:
    """The texts without doubles, thinned evenly to about ``limit`` characters."""
    unique = list(dict.fromkeys(texts))
    step = max(1, -(-sum(map(len, unique)) // limit))
    return unique[::step]


class Forms:
    """How often each word form of one language occurs, and how often the word was capitalised for no other reason."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.forms: Counter[str] = Counter()
        self.as_name: Counter[str] = Counter()

    def add(self, text: str, weight: int = 1) -> None:
        for match in _WORD.finditer(text):
            form = match.group()
            if not LETTERS[self.language].issuperset(form.lower()):
                continue
            self.forms[form] += weight
            before = text[max(0, match.start() - 2) : match.start()].strip()
            if form.istitle() and match.start() and not (before and before[-1] in _SENTENCE_START):
                self.as_name[form.lower()] += weight

    def words(self) -> dict[str, int]:
        """Counts by lower-case word; words in capitals only are abbreviations and left out."""
        counts: Counter[str] = Counter()
        for form, count in self.forms.items():
            if form.islower() or form.istitle():
                counts[form.lower()] += count
        return counts

    def is_name(self, word: str) -> bool:
        return not 0 < self.forms[word] >= self.as_name[word]

    def profile(self, rare: float) -> dict[str, Any]:
        """langdetect's profile of these forms, cut into n-grams by langdetect itself."""
        freq: Counter[str] = Counter()
        for form, count in self.forms.items():
            for gram in _grams(form):
                freq[gram] += count
        letters = sum(count for gram, count in freq.items() if len(gram) == 1)
        kept = {gram: count for gram, count in sorted(freq.items()) if count >= max(2, rare * letters)}
        totals = [sum(count for gram, count in kept.items() if len(gram) == n) for n in (1, 2, 3)]
        return {"freq": kept, "n_words": totals, "name": self.language}


def _grams(form: str) -> Iterator[str]:
    from langdetect.utils.ngram import NGram

    cutter = NGram()
    for letter in f"{form} ":
        cutter.add_char(letter)
        yield from filter(None, (cutter.get(n) for n in (1, 2, 3)))


def count_sources(paths: Iterable[Path]) -> dict[str, Forms]:
    """Every language's word forms in all sources."""
    counted = {language: Forms(language) for language in LANGUAGES}
    for name, content in read_sources(paths):
        weight = 1 if _PAIR.search(name) else NEWS_WEIGHT
        limit = SOURCE_LIMIT if weight == 1 else sys.maxsize
        for language, texts in columns(name, content).items():
            for text in sample(texts, limit):
                counted[language].add(text, weight)
    return counted


def word_list(language: str, counted: Mapping[str, Forms], size: int) -> str:
    """The commonest words, a row for each count: names, then others; after a row with the number of all words."""
    lists = {other: forms.words() for other, forms in counted.items() if other == language or other in KIN}
    totals = {other: max(1, sum(counts.values())) for other, counts in lists.items()}
    relatives = [other for other in lists if other != language and language in KIN]
    rows: list[tuple[int, str]] = []
    for word, count in sorted(lists[language].items(), key=lambda item: (-item[1], item[0])):
        elsewhere = max((lists[other].get(word, 0) / totals[other] for other in relatives), default=0.0)
        if count / totals[language] >= FOREIGN * elsewhere:
            rows.append((count, word.capitalize() if counted[language].is_name(word) else word))
    grouped = groupby(rows[:size], key=lambda row: row[0])
    lines = [line for count, group in grouped for line in _lines(count, [word for _, word in group])]
    return "".join([f"{totals[language]}\tall words counted\n", *lines])


def _lines(count: int, words: Sequence[str]) -> Iterator[str]:
    for names in (True, False):
        if found := [word for word in words if word.islower() != names]:
            yield f"{count}\t{' '.join(found)}\n"


def build(sources: Iterable[Path], out: Path, size: int) -> list[Path]:
    """Write all profiles and word lists under ``out``; the paths written."""
    counted = count_sources(sources)
    texts = {out / "words" / f"{language}.tsv": word_list(language, counted, size) for language in LANGUAGES}
    texts[out / "profiles" / "be"] = _json(counted["be"].profile(LIKE_LANGDETECT))
    texts |= {out / "profiles" / "kin" / language: _json(counted[language].profile(FINE)) for language in KIN}
    for path, text in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return list(texts)


def _json(profile: Mapping[str, Any]) -> str:
    return json.dumps(profile, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("sources", nargs="+", type=Path, help="archives, folders or files of TSV")
    parser.add_argument("--out", type=Path, default=Path("xlate/data"), help="the package's data folder")
    parser.add_argument("--words", type=int, default=60_000, help="length of each word list")
    options = parser.parse_args(arguments)
    for path in build(options.sources, options.out, options.words):
        print(f"{path}\t{path.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
