"""How well articles are told from boilerplate: paragraphs kept and lost on pages with gold marks.

    python tools/eval_boilerplate.py [FOLDER]        default: corpus/pages

Beside each page lies ``PAGE.gold``: the article's paragraphs in order, parted by blank lines; anything else on the page
is boilerplate.  A ``.docx-source`` page is a Word document written down as lines ``[Style] text`` and built on the way.
"""

from __future__ import annotations

import argparse
import io
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from xlate.documents import read_bytes
from xlate.model import Document

ROOT = Path(__file__).resolve().parent.parent
_SENTENCE = re.compile(r"(?<=[.!?…])[\"”»')]*\s+")
_LINE = re.compile(r"\[(?P<style>[^\]]+)\] (?P<text>.*)")


def evaluate(pages_dir: Path) -> dict[str, Any]:
    """Paragraph precision, recall and F1 over all pages, the article sentences lost, and the same page by page.

    Raises ValueError if there is no page to judge: an empty gate must not pass.
    """
    golds = sorted(pages_dir.glob("*.gold"))
    if not golds:
        raise ValueError(f"no *.gold files in {pages_dir}")
    pages = {gold.stem: _judge(gold) for gold in golds}
    totals = {key: sum(page[key] for page in pages.values()) for key in ("kept_right", "kept", "gold")}
    precision = totals["kept_right"] / max(1, totals["kept"])
    recall = totals["kept_right"] / max(1, totals["gold"])
    return {
        "n_pages": len(pages),
        "n_paragraphs": totals["gold"],
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / max(1e-9, precision + recall),
        "sentences_lost": [f"{name}: {lost}" for name, page in pages.items() for lost in page["sentences_lost"]],
        "pages": pages,
    }


def read_page(page: Path) -> Document:
    """The document of a page; a ``.docx-source`` is built first."""
    if page.suffix == ".docx-source":
        return read_bytes(build_docx(page.read_text(encoding="utf-8")), f"{page.stem}.docx")
    return read_bytes(page.read_bytes(), page.name)


def build_docx(source: str) -> bytes:
    """A Word document from lines ``[Style] text``; ``[Table]`` lines make a table, cells parted by " | "."""
    import docx

    word = docx.Document()
    table = None
    for line in filter(None, source.split("\n")):
        found = _LINE.fullmatch(line)
        if found is None:
            raise ValueError(f"not a line of a .docx-source: {line!r}")
        if found["style"] != "Table":
            table = None
            word.add_paragraph(found["text"], style=found["style"])
            continue
        cells = found["text"].split(" | ")
        table = table or word.add_table(rows=0, cols=len(cells))
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.text = text
    written = io.BytesIO()
    word.save(written)
    return written.getvalue()


def _judge(gold: Path) -> dict[str, Any]:
    document = read_page(gold.with_suffix(""))
    wanted = [_key(text) for text in gold.read_text(encoding="utf-8").split("\n\n")]
    kept = [_key(block.text) for block in document.blocks]
    right = sum((Counter(wanted) & Counter(kept)).values())
    everything = "\n".join(kept)
    return {
        "kept_right": right,
        "kept": len(kept),
        "gold": len(wanted),
        "sentences_lost": [sentence for text in wanted for sentence in _sentences(text) if sentence not in everything],
        "boilerplate_kept": [text for text in kept if text not in wanted],
    }


def _key(text: str) -> str:
    return " ".join(text.split())


def _sentences(text: str) -> Iterator[str]:
    return (sentence for sentence in _SENTENCE.split(text) if sentence)


def main() -> int:
    """Print the figures; 1 if a sentence is lost or F1 is below 0.97."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "corpus" / "pages")
    result = evaluate(parser.parse_args().folder)
    for name, page in result["pages"].items():
        mark = "ok " if page["kept_right"] == page["kept"] == page["gold"] else "   "
        print(f"{mark}{name:32} gold {page['gold']:3}  kept {page['kept']:3}  right {page['kept_right']:3}")
        for text in page["boilerplate_kept"]:
            print(f"      kept: {text[:100]}")
    for lost in result["sentences_lost"]:
        print(f"      LOST {lost}")
    print(json.dumps({key: round(result[key], 4) for key in ("n_pages", "n_paragraphs", "precision", "recall", "f1")}))
    return 0 if result["f1"] >= 0.97 and not result["sentences_lost"] else 1


if __name__ == "__main__":
    sys.exit(main())
