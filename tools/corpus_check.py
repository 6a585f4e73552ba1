"""Check the news corpus, show a random part of it to read, or count it.

    python -m tools.corpus_check [FOLDER] [--dev DEV_DIR]       findings as ``file:line rule: text``; 1 if there are any
    python -m tools.corpus_check --sample 0.1 --seed 7    lines for a second reading
    python -m tools.corpus_check --counts                       the table of the corpus's README

A topic is one file of four columns, en ru uk be; articles/ has two more, the document as ``story/outlet`` and the order
of the sentence in it, 0 the title.  Rules on one line are in corpus_rules.py, doubles in corpus_doubles.py.

A finding that a reader has looked at and found right stands in exceptions.txt as ``rule TAB English text``: free
renderings ("a girl of eighteen months" - «полуторагодовалая»), no errors.  One whose line is gone is a finding too.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence, Set
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tools.corpus_doubles import near_doubles
from tools.corpus_lines import Finding, Row, counts, read, sample
from tools.corpus_rules import RULES
from tools.sets import ROOT, default_dev
from xlate.languages import FOUR

CORPUS = ROOT / "corpus" / "newswriting"
EXCEPTIONS = "exceptions.txt"
CHUNK = 500  # lines to a process at a time
NAMES = frozenset({"names"})  # judged by one process, since each would make the same thousands of paradigms


def check(folder: Path, dev: Path | None = None) -> list[Finding]:
    """All findings but those that exceptions.txt has; lines of the sets in ``dev`` may not be in the corpus."""
    rows, found = read(folder)
    chunks = [rows[at : at + CHUNK] for at in range(0, len(rows), CHUNK)]
    work: list[tuple[Callable[..., list[Finding]], tuple[object, ...]]] = [
        (check_lines, (rows, NAMES)),
        *((doubles, (rows, code, dev)) for code in FOUR),
        *((check_lines, (chunk, RULES.keys() - NAMES)) for chunk in chunks),
    ]
    if len(chunks) > 1:
        with ProcessPoolExecutor(min(os.cpu_count() or 1, 8)) as pool:
            for result in [pool.submit(function, *arguments) for function, arguments in work]:
                found += result.result()
    else:
        for function, arguments in work:
            found += function(*arguments)
    found += articles(rows)
    return sorted(_without_exceptions(found, folder / EXCEPTIONS, {row.texts[0] for row in rows}))


def check_lines(rows: Sequence[Row], rules: Set[str] = frozenset(RULES)) -> list[Finding]:
    """The rules that look at one line, or some of them."""
    return [
        Finding(row.file, row.line, name, text, row.texts[0])
        for row in rows
        for name, rule in RULES.items()
        if name in rules
        for text in rule(dict(zip(FOUR, row.texts, strict=True)))
    ]


def doubles(rows: Sequence[Row], code: str, dev: Path | None) -> list[Finding]:
    """Lines that are nearly the same as another one of the corpus, or one of the development sets, in a language."""
    column = FOUR.index(code)
    texts = [row.texts[column] for row in rows]
    held_out = [line for path in sorted((dev or ROOT / "none").glob(f"*/{code}.txt")) for line in _lines(path)]
    found = []
    for number, other, score in near_doubles(texts, held_out):
        row = rows[number - len(held_out)]
        if other < len(held_out):
            text = f"{code}: {score:.2f} like the development sets' {held_out[other]}"
            found.append(Finding(row.file, row.line, "held out", text, row.texts[0]))
            continue
        twin = rows[other - len(held_out)]
        if row.story != twin.story or not row.story or row.texts[column] == twin.texts[column]:  # not two outlets
            text = f"{code}: {score:.2f} like {twin.file}:{twin.line} {twin.texts[column]}"
            found.append(Finding(row.file, row.line, "doubles", text, row.texts[0]))
    return found


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines()


def articles(rows: Sequence[Row]) -> Iterator[Finding]:
    """Sentences of a document that do not follow each other from 0 on, documents in two places, single sentences."""
    documents: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row.document:
            documents[row.document].append(row)
    for document, group in documents.items():
        first = group[0]
        together = [(first.file, first.line + n) for n in range(len(group))] == [(r.file, r.line) for r in group]
        if [row.order for row in group] != list(range(len(group))) or not together:
            order = " ".join(str(row.order) for row in group)
            yield Finding(first.file, first.line, "articles", f"{document}: order {order}", first.texts[0])
        elif len(group) == 1:
            yield Finding(first.file, first.line, "articles", f"{document}: a title alone", first.texts[0])


def _without_exceptions(found: Sequence[Finding], path: Path, sentences: Set[str]) -> Iterator[Finding]:
    listed = _lines(path) if path.is_file() else []
    yield from (finding for finding in found if f"{finding.rule}\t{finding.english}" not in listed)
    for number, line in enumerate(listed, 1):
        if not line.startswith("#") and line.partition("\t")[2] not in sentences:
            yield Finding(path.name, number, "exceptions", f"no line of the corpus: {line}")


def main(arguments: list[str] | None = None) -> int:
    """Print findings, a sample or the counts."""
    parser = argparse.ArgumentParser(description="Check, sample or count the news corpus.")
    parser.add_argument("folder", nargs="?", type=Path, default=CORPUS)
    parser.add_argument("--dev", type=Path, default=default_dev(), help="development sets; left out where absent")
    parser.add_argument("--sample", type=float, metavar="SHARE", help="print a random share of the lines")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--counts", action="store_true", help="print a Markdown table")
    options = parser.parse_args(arguments)
    rows, _ = read(options.folder)
    if not rows:
        print(f"{options.folder}: no lines of four columns there; nothing was checked.", file=sys.stderr)
        return 2
    if options.counts:
        print(counts(rows))
    elif options.sample:
        for row in sample(rows, options.sample, options.seed):
            print(f"{row.file}:{row.line}", *row.texts, sep="\n  ")
    else:
        found = check(options.folder, options.dev if options.dev.is_dir() else None)
        print(*found, f"{len(rows)} lines, {len(found)} findings", sep="\n")
        return bool(found)
    return 0


if __name__ == "__main__":
    sys.exit(main())
