"""The lines of the news corpus: reading them, drawing a random part, counting them."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from xlate.languages import FOUR

RECORD = "second-reading.tsv"  # what a reader changed: no part of the corpus
_DOCUMENT = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9-]+")
_WORD = re.compile(r"\w+(?:['-]\w+)*")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the corpus; ``document`` is empty outside articles/, ``order`` then 0."""

    file: str
    line: int
    texts: tuple[str, ...]
    document: str = ""
    order: int = 0

    @property
    def story(self) -> str:
        return self.document.partition("/")[0]


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """What is wrong with a line; ``english`` is what exceptions.txt knows it by."""

    file: str
    line: int
    rule: str
    text: str
    english: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line} {self.rule}: {self.text}"


def read(folder: Path) -> tuple[list[Row], list[Finding]]:
    """The rows of all files, and the lines that are none."""
    rows: list[Row] = []
    found: list[Finding] = []
    for path in sorted(folder.rglob("*.tsv")):
        if path.name == RECORD:
            continue
        file, extra = path.relative_to(folder).as_posix(), 2 if path.parent != folder else 0
        for number, line in enumerate(path.read_text("utf-8").removesuffix("\n").split("\n"), 1):
            fields = line.split("\t")
            if len(fields) != len(FOUR) + extra or not all(fields) or not _ordered(fields[4:]):
                found.append(Finding(file, number, "columns", f"{len(fields)} columns: {line[:60]!r}"))
                continue
            document = fields[4:] or ["", "0"]
            rows.append(Row(file, number, tuple(fields[: len(FOUR)]), document[0], int(document[1])))
    return rows, found


def _ordered(fields: Sequence[str]) -> bool:
    return not fields or bool(_DOCUMENT.fullmatch(fields[0]) and fields[1].isascii() and fields[1].isdigit())


def sample(rows: Sequence[Row], share: float, seed: int) -> list[Row]:
    """A random part of the rows: each is drawn by its file and line, so that new files do not change the draw."""
    return [row for row in rows if random.Random(f"{seed} {row.file}:{row.line}").random() < share]


def counts(rows: Sequence[Row]) -> str:
    """The corpus in figures, as a Markdown table."""
    words = {code: sum(len(_WORD.findall(row.texts[i])) for row in rows) for i, code in enumerate(FOUR)}
    outlets: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.document:
            outlets[row.story].add(row.document)
    table = {
        "lines": len(rows),
        **{f"words, {code}": number for code, number in words.items()},
        "topics (files outside articles/)": len({row.file for row in rows if not row.document}),
        "articles": sum(map(len, outlets.values())),
        "lines in articles": sum(bool(row.document) for row in rows),
        "stories": len(outlets),
        "stories told by several outlets": sum(len(documents) > 1 for documents in outlets.values()),
    }
    return "\n".join(["| what | number |", "|---|---:|", *(f"| {what} | {n:,} |" for what, n in table.items())])
