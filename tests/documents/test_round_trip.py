"""What is written reads back: the same kinds, levels and texts, whatever the texts are."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xlate.documents import read_bytes, render_document
from xlate.documents.cleaning import clean_line, clean_verbatim
from xlate.model import Block, BlockKind, Document

CHARACTERS = st.characters(codec="utf-8", exclude_categories=["Cs", "Cn", "Co"])
SYNTAX = ["&amp;", "<b>", "1. ", "- ", "> ", "---", "|a|", "://"]
MARKUP = st.sampled_from([*"#*_`~<>&[]()|\\-+.!=:\"'1234567890 ", *SYNTAX])
LINE = st.lists(MARKUP | CHARACTERS, min_size=1, max_size=30).map("".join).map(clean_line).filter(bool)
CODE = st.lists(LINE, min_size=1, max_size=3).map("\n  ".join).map(clean_verbatim).filter(bool)
SENTENCE = st.lists(
    st.sampled_from(["слова", "word", "сказаў", "«так»", "12", "—", "and"]), min_size=2, max_size=9
).map(lambda words: f"A{' '.join(words)}.")
NAME = st.lists(st.sampled_from(["Minsk", "Мінск", "waits", "чакае"]), min_size=1, max_size=5).map(" ".join)


def _documents(line: st.SearchStrategy[str], *, code: bool = True) -> st.SearchStrategy[list[Block]]:
    body = [
        st.builds(lambda text: Block(BlockKind.PARAGRAPH, text), line),
        st.builds(lambda text, level: Block(BlockKind.QUOTE, text, level), line, st.integers(1, 3)),
        st.builds(lambda text, level: Block(BlockKind.HEADING, text, level), line, st.integers(2, 6)),
        st.builds(lambda text: Block(BlockKind.LIST_ITEM, text, 1, "-"), line),
        st.builds(lambda text, n: Block(BlockKind.LIST_ITEM, text, 1, f"{n}."), line, st.integers(1, 99)),
    ]
    if code:
        body.append(st.builds(lambda text: Block(BlockKind.VERBATIM, text), CODE))
    title = st.builds(lambda text: [Block(BlockKind.TITLE, text, 1)], line)
    return st.builds(lambda first, rest: [*first, *rest], title, st.lists(st.one_of(body), max_size=6))


def _shapes(blocks: tuple[Block, ...] | list[Block]) -> list[tuple[BlockKind, int, str]]:
    return [(block.kind, block.level, block.text) for block in blocks]


def _again(blocks: list[Block], format: str) -> tuple[Block, ...]:
    written = render_document(Document("x", format, tuple(blocks)), [block.text for block in blocks], format)
    return read_bytes(written, "<x>", format=format, keep_boilerplate=True).blocks


@pytest.mark.parametrize("format", ["markdown", "html"])
@given(blocks=_documents(LINE))
@settings(max_examples=150, deadline=None)
def test_any_text_survives_markup(format: str, blocks: list[Block]) -> None:
    assert _shapes(_again(blocks, format)) == _shapes(blocks)


@given(blocks=_documents(LINE))
@settings(max_examples=25, deadline=None)
def test_any_text_survives_word(blocks: list[Block]) -> None:
    assert _shapes(_again(blocks, "docx")) == _shapes(blocks)


@given(
    title=NAME,
    body=st.lists(
        st.builds(lambda text: Block(BlockKind.PARAGRAPH, text), SENTENCE)
        | st.builds(lambda text, level: Block(BlockKind.QUOTE, text, level), SENTENCE, st.integers(1, 3))
        | st.builds(lambda text: Block(BlockKind.LIST_ITEM, text, 1, "•"), SENTENCE),
        min_size=1,
        max_size=8,
    ),
)
@settings(max_examples=100, deadline=None)
def test_articles_survive_plain_text(title: str, body: list[Block]) -> None:
    blocks = [Block(BlockKind.TITLE, title, 1), *body]
    assert _again(blocks, "txt") == tuple(blocks)


@given(
    st.lists(
        st.sampled_from(["Мова", "Text here.", "", "- item", "  - deeper", "> quote", "1. one", "— Так."]), min_size=1
    )
)
@settings(max_examples=100, deadline=None)
def test_plain_text_settles_after_one_reading(lines: list[str]) -> None:
    data = "\n".join([*lines, "Last."]).encode()
    first = list(read_bytes(data, "x.txt", keep_boilerplate=True).blocks)
    assert [block.text for block in _again(first, "txt")] == [block.text for block in first]


@pytest.mark.parametrize("format", ["txt", "markdown", "html", "docx"])
def test_nested_lists_survive(format: str) -> None:
    levels = [1, 2, 3, 3, 2, 1, 2, 1]
    items = [Block(BlockKind.LIST_ITEM, f"item number {n}", level, "-") for n, level in enumerate(levels)]
    blocks = [Block(BlockKind.PARAGRAPH, "A sentence first."), *items, Block(BlockKind.PARAGRAPH, "And one after.")]
    assert _shapes(_again(blocks, format)) == _shapes(blocks)


@pytest.mark.parametrize("format", ["txt", "markdown", "html", "docx"])
def test_numbers_of_lists_survive(format: str) -> None:
    items = [Block(BlockKind.LIST_ITEM, text, 1, f"{n}.") for n, text in enumerate(["one", "two", "three"], start=1)]
    blocks = [Block(BlockKind.PARAGRAPH, "A sentence first."), *items]
    assert _again(blocks, format) == tuple(blocks)
