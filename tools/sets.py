"""The aligned texts that quality is measured on: the development sets where they are, else a sample of the corpus."""

from __future__ import annotations

import os
from pathlib import Path

from xlate.languages import FOUR

ROOT = Path(__file__).resolve().parent.parent
CORPUS_LINES = 1_000  # lines of the committed corpus, evenly spread, that stand in for the development sets

Aligned = dict[str, list[str]]


def default_dev() -> Path:
    """XLATE_DEV, or the shared folder beside the repository."""
    return Path(os.environ.get("XLATE_DEV") or ROOT.parent / "shared" / "data" / "dev")


def aligned(folder: Path) -> dict[str, Aligned]:
    """Line-aligned texts by set and language: ``news`` and ``flores`` of the folder, or else its ``newswriting``."""
    found = {
        name: {code: (folder / name / f"{code}.txt").read_text("utf-8").splitlines() for code in FOUR}
        for name in ("news", "flores")
        if all((folder / name / f"{code}.txt").is_file() for code in FOUR)
    }
    return found or _corpus(folder / "newswriting")


def _corpus(folder: Path) -> dict[str, Aligned]:
    rows = [
        row
        for path in sorted(folder.glob("*.tsv"))
        for line in path.read_text("utf-8").splitlines()
        if len(row := line.split("\t")) == len(FOUR)
    ]
    sample = rows[:: max(1, len(rows) // CORPUS_LINES)]
    return {"newswriting": {code: [row[i] for row in sample] for i, code in enumerate(FOUR)}} if sample else {}
