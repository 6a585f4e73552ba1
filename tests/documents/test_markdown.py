"""Markdown: structure kept, markup stripped, front matter understood."""

from __future__ import annotations

from xlate.documents import read_bytes
from xlate.model import Block, Document, Metadata


def read(text: str) -> Document:
    return read_bytes(text.encode(), "x.md", keep_boilerplate=True)


def shapes(text: str) -> list[tuple[str, int, str, str]]:
    return [_shape(block) for block in read(text).blocks]


def _shape(block: Block) -> tuple[str, int, str, str]:
    return block.kind.value, block.level, block.marker, block.text


def test_structure() -> None:
    text = """# Headline

Text with *emphasis*, **strong** words, `code`, a [link](https://x.example) and ![no picture](p.png).

## Section ##

3. three
4. four
   - deeper

> quoted
>
> > twice

```python
if x:
    print("never translated")
```
"""
    assert shapes(text) == [
        ("title", 1, "", "Headline"),
        ("paragraph", 0, "", "Text with emphasis, strong words, code, a link and ."),
        ("heading", 2, "", "Section"),
        ("list-item", 1, "3.", "three"),
        ("list-item", 1, "4.", "four"),
        ("list-item", 2, "-", "deeper"),
        ("quote", 1, "", "quoted"),
        ("quote", 2, "", "twice"),
        ("verbatim", 0, "", 'if x:\n    print("never translated")'),
    ]


def test_front_matter() -> None:
    document = read(
        '---\ntitle: "Robot: a story"\nauthor:\n  - Alesia Varabei\n  - Ihar Shpak\ndate: 2026-01-17\nlang: be-BY\n'
        "outlet: Palesse Post\ndraft: false\n---\n\nText.\n"
    )
    assert document.metadata == Metadata(
        title="Robot: a story", author="Alesia Varabei, Ihar Shpak", date="2026-01-17", outlet="Palesse Post",
        language="be",
    )  # fmt: skip
    assert [block.text for block in document.blocks] == ["Robot: a story", "Text."]


def test_a_rule_on_top_is_no_front_matter() -> None:
    assert [block.text for block in read("---\n\nText.\n\n---\n\nMore.\n").blocks] == ["Text.", "More."]


def test_tables_are_a_paragraph_a_row() -> None:
    assert [b.text for b in read("| Animal | Nights |\n|--|--|\n| Wolf | 61 |\n").blocks] == [
        "Animal | Nights",
        "Wolf | 61",
    ]


def test_html_inside_keeps_its_text() -> None:
    text = "Before<br>it.\n\n<div><p>Inside &amp; out.</p><!-- not this --></div>\n\nAfter <b>it</b>.\n"
    assert [block.text for block in read(text).blocks] == ["Before it.", "Inside & out.", "After it."]


def test_hundreds_of_quotation_marks_lose_nothing() -> None:
    assert [block.text for block in read("> " * 3000 + "x\n").blocks] == ["x"]
