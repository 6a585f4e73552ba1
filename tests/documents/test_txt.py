"""Plain text: what is a paragraph, a heading, a list, a quotation."""

from __future__ import annotations

import textwrap

import pytest

from xlate.documents import read_bytes
from xlate.model import Block, BlockKind

PARAGRAPH = (
    "Freight trains crossed the border between Lithuania and Belarus on Tuesday for the first time in 14 months, "
    "officials said. The first train carried 42 wagons of Ukrainian grain to the port, which lies on the Baltic Sea."
)


def blocks(text: str) -> list[Block]:
    return list(read_bytes(text.encode(), "x.txt", keep_boilerplate=True).blocks)


def shapes(text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in blocks(text)]


def test_title_and_paragraphs() -> None:
    assert shapes("A headline without a full stop\n\nA sentence.\n\nAnother one.\n") == [
        ("title", "A headline without a full stop"),
        ("paragraph", "A sentence."),
        ("paragraph", "Another one."),
    ]


@pytest.mark.parametrize("first", ["A sentence that ends.", "said the mayor, and left:", "— Так, — сказала яна"])
def test_no_title_where_the_first_line_is_none(first: str) -> None:
    assert blocks(f"{first}\n\nMore text follows here.\n")[0].kind is BlockKind.PARAGRAPH


@pytest.mark.parametrize("width", [60, 66, 72, 78, 90])
def test_hard_wraps_are_undone(width: int) -> None:
    wrapped = "\n\n".join(textwrap.fill(PARAGRAPH, width) for _ in range(3))
    assert [text for _, text in shapes(f"A headline\n\n{wrapped}\n")] == ["A headline", *[PARAGRAPH] * 3]


def test_a_wrapped_line_that_begins_with_a_number_is_no_list() -> None:
    text = (
        "The parliament of the country met in its new building on the 3rd of March and on the\n15. It will meet again."
    )
    assert [kind for kind, _ in shapes(f"Headline here\n\n{text}\n")] == ["title", "paragraph"]


def test_indented_first_lines_begin_paragraphs_in_wrapped_text() -> None:
    wrapped = "\n".join(textwrap.fill(PARAGRAPH, 70, initial_indent="    ") for _ in range(3))
    assert [text for _, text in shapes(wrapped)] == [PARAGRAPH] * 3


def test_without_blank_lines_every_line_is_a_paragraph() -> None:
    lines = ["Заголовок статьи", "Первый абзац закончился.", "Второй абзац закончился.", "Третий абзац."]
    assert [text for _, text in shapes("\n".join(lines))] == lines


def test_a_line_that_goes_on_in_small_letters_is_joined() -> None:
    assert shapes("Lukashenko met Putin in Minsk\non Tuesday.\n\nThe Kremlin confirmed it.\n") == [
        ("paragraph", "Lukashenko met Putin in Minsk on Tuesday."),
        ("paragraph", "The Kremlin confirmed it."),
    ]


def test_one_sentence_a_line_with_blank_lines_between_paragraphs() -> None:
    text = "First sentence.\nSecond sentence.\n\nSecond paragraph.\nIts end.\n\nThird.\n"
    assert [text for _, text in shapes(text)] == [
        "First sentence. Second sentence.", "Second paragraph. Its end.", "Third.",
    ]  # fmt: skip


def test_lists_nested_numbered_and_continued() -> None:
    text = (
        "Shopping\n\n• bread\n  and butter\n• milk\n    - cold\n    - fresh\n• salt\n\n1. first\n2. second\n\nDone.\n"
    )
    assert [(b.kind.value, b.level, b.marker, b.text) for b in blocks(text)] == [
        ("title", 1, "", "Shopping"),
        ("list-item", 1, "•", "bread and butter"),
        ("list-item", 1, "•", "milk"),
        ("list-item", 2, "-", "cold"),
        ("list-item", 2, "-", "fresh"),
        ("list-item", 1, "•", "salt"),
        ("list-item", 1, "1.", "first"),
        ("list-item", 1, "2.", "second"),
        ("paragraph", 0, "", "Done."),
    ]


def test_lines_that_end_in_semicolons_are_a_list() -> None:
    lines = ["мука — два мешка;", "соль — щепотка;", "дрожжи — сколько дадут."]
    text = "Заголовок\n\nВ кладовой нашли:\n\n" + "\n".join(lines) + "\n\nБольше ничего не нашли.\n"
    assert [text for _, text in shapes(text)][2:-1] == lines


def test_quotations_and_decoration() -> None:
    text = "Headline\n========\n\n> We waited for years\n> and years.\n\n>> Why?\n\n* * *\n\nThe end.\n"
    assert [(b.kind.value, b.level, b.text) for b in blocks(text)] == [
        ("title", 1, "Headline"),
        ("quote", 1, "We waited for years and years."),
        ("quote", 2, "Why?"),
        ("paragraph", 0, "The end."),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(end: str) -> None:
    assert len(blocks(end.join(["Headline", "", "One.", "", "Two.", ""]))) == 3


def test_a_megabyte_in_one_line() -> None:
    found = blocks("слово " * 170_000)
    assert len(found) == 1
    assert len(found[0].text) == 170_000 * 6 - 1
