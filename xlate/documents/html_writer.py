"""A translated article as a minimal valid page: language, direction of writing, and the blocks, all text escaped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from xlate import languages
from xlate.model import Block, BlockKind, Document, Metadata

_Item = tuple[Block, str]


def render(document: Document, texts: Sequence[str]) -> bytes:
    """The page; ``document.metadata.language`` is the language of ``texts``."""
    pairs = list(zip(document.blocks, texts, strict=True))
    body: list[str] = []
    for is_list, run in groupby(pairs, key=lambda pair: pair[0].kind is BlockKind.LIST_ITEM):
        group = list(run)
        body += ["".join(_list(group))] if is_list else [_render_block(*pair) for pair in group]
    title = next((text for block, text in pairs if block.kind is BlockKind.TITLE), "")
    head = _head(document.metadata, title or document.metadata.title or document.name)
    return "\n".join([*head, "<body>", "<article>", *body, "</article>", "</body>", "</html>", ""]).encode()


def _head(metadata: Metadata, title: str) -> list[str]:
    lang = f' lang="{escape(metadata.language)}"' if metadata.language else ""
    direction = ' dir="rtl"' if languages.is_rtl(metadata.language) else ""
    named = (("author", metadata.author), ("date", metadata.date))
    metas = [f'<meta name="{name}" content="{escape(value)}">' for name, value in named if value]
    return [
        "<!DOCTYPE html>",
        f"<html{lang}{direction}>",
        "<head>",
        '<meta charset="utf-8">',
        *metas,
        f"<title>{escape(title, quote=False)}</title>",
        "</head>",
    ]


def _render_block(block: Block, text: str) -> str:
    inner = escape(text, quote=False)
    if block.kind is BlockKind.TITLE:
        return f"<h1>{inner}</h1>"
    if block.kind is BlockKind.HEADING:
        level = min(6, max(1, block.level))
        return f"<h{level}>{inner}</h{level}>"
    if block.kind is BlockKind.VERBATIM:
        return f"<pre>{inner}</pre>"
    if block.kind is BlockKind.QUOTE:
        depth = max(1, block.level)
        return f"{'<blockquote>' * depth}<p>{inner}</p>{'</blockquote>' * depth}"
    return f"<p>{inner}</p>"


def _list(items: Sequence[_Item]) -> Iterator[str]:
    """Nested lists; a level that has no item of its own gets an empty one, so that depths survive."""
    opened: list[str] = []
    for block, text in items:
        level, ordered = max(1, block.level), block.marker[:1].isdecimal()
        tag = "ol" if ordered else "ul"
        while len(opened) > level or (len(opened) == level and opened[-1] != tag):
            yield f"</li></{opened.pop()}>"
        if len(opened) == level:
            yield "</li>\n"
        while len(opened) < level:
            start = block.marker.rstrip(".)")
            yield f'<ol start="{start}">' if ordered and start.isdecimal() else f"<{tag}>"
            opened.append(tag)
            yield "<li>" if len(opened) < level else "\n"
        yield f"<li>{escape(text, quote=False)}"
    yield from (f"</li></{tag}>" for tag in reversed(opened))
