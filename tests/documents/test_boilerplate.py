"""Boilerplate goes and articles stay: cases a translator can read, the gold pages, and the news of the dev set."""

from __future__ import annotations

import importlib.util
import os
import re
from pathlib import Path
from typing import Any

import pytest

from xlate.documents import read_bytes, read_document
from xlate.documents.boilerplate import RULES
from xlate.model import BlockKind

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "golden" / "boilerplate.txt"
DEV = Path(os.environ.get("XLATE_DEV", ROOT.parent / "shared" / "data" / "dev"))
SEED = DEV.parents[1] / "seeds" / "newsweek_lukashenko.txt"


def _cases() -> list[Any]:
    cases = GOLDEN.read_text(encoding="utf-8").split("\n=== ")[1:]
    return [pytest.param(case.split("\n")[1:], id=case.split("\n")[0]) for case in cases]


@pytest.mark.parametrize("lines", _cases())
def test_golden_cases(lines: list[str]) -> None:
    marked = [(line[0], line[2:]) for line in lines if line]
    document = read_bytes("\n\n".join(text for _, text in marked).encode(), "case.txt")
    assert [block.text for block in document.blocks] == [text for mark, text in marked if mark == "+"]
    assert [removed.block.text for removed in document.removed] == [text for mark, text in marked if mark == "-"]


def test_every_removed_block_has_a_place_and_a_reason_and_can_be_kept() -> None:
    page = ROOT / "corpus" / "samples" / "border_crossing.html"
    document, whole = read_document(page), read_document(page, keep_boilerplate=True)
    assert document.removed
    assert not whole.removed
    for removed in document.removed:
        assert removed.reason
        assert whole.blocks[removed.position] == removed.block
    gone = {removed.position for removed in document.removed}
    assert document.blocks == tuple(block for at, block in enumerate(whole.blocks) if at not in gone)


def test_the_headline_is_never_boilerplate() -> None:
    data = "Watch: Sturridge dips it in from far\n\nDaniel Sturridge saved Liverpool in the 89th minute of the game.\n"
    document = read_bytes(data.encode(), "x.txt")
    assert document.blocks[0].kind is BlockKind.TITLE


def test_a_text_of_nothing_but_notices_is_kept() -> None:
    document = read_bytes(b"Sign up to our newsletter.\n\nAll rights reserved.\n", "x.txt")
    assert len(document.blocks) == 2


def test_rules_have_names_and_reasons_of_their_own() -> None:
    assert len({rule.name for rule in RULES}) == len({rule.reason for rule in RULES}) == len(RULES)


def _evaluation() -> Any:
    spec = importlib.util.spec_from_file_location("eval_boilerplate", ROOT / "tools" / "eval_boilerplate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_gold_pages() -> None:
    result = _evaluation().evaluate(ROOT / "corpus" / "pages")
    assert result["n_pages"] >= 20
    assert result["sentences_lost"] == []
    assert result["f1"] >= 0.97


def test_an_empty_evaluation_fails(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no \\*\\.gold files"):
        _evaluation().evaluate(tmp_path)


@pytest.mark.skipif(not SEED.exists(), reason="the seed article is not here")
def test_the_seed_article() -> None:
    document = read_document(SEED)
    kept = "\n".join(block.text for block in document.blocks)
    lines = [line.strip() for line in SEED.read_text(encoding="utf-8").split("\n") if line.strip()]
    article = [line for line in lines[: lines.index("Uncommon Knowledge")] if "Getty Images" not in line]
    article.remove("Putin Meets Belarusian President Lukashenko")
    assert [line for line in article if line not in kept] == []
    assert len(document.blocks) == len(article)


@pytest.mark.skipif(not (DEV / "news").exists(), reason="the dev set is not here")
@pytest.mark.parametrize("language", ["en", "ru", "uk", "be"])
def test_news_articles_lose_nothing_but_the_note_about_their_writer(language: str) -> None:
    names = (DEV / "news" / "document_ids.txt").read_text(encoding="utf-8").splitlines()
    lines = (DEV / "news" / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    articles: dict[str, list[str]] = {}
    for name, line in zip(names, lines, strict=True):
        articles.setdefault(name, []).append(line)
    documents = [read_bytes("\n\n".join(article).encode(), "x.txt") for article in articles.values()]
    removed = [found for document in documents for found in document.removed]
    assert [found for found in removed if not re.search("Chozick|Чозік", found.block.text)] == []
