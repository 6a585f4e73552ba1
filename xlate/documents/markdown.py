"""Markdown: CommonMark with tables, and the front matter that static-site generators put on top.

Inline markup is stripped, link text kept, images dropped; code blocks are VERBATIM; a table is a paragraph a row.  A
second paragraph inside a list item becomes a paragraph of its own.  When writing, every character that Markdown would
take for markup is escaped, so that the text reads back as it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from xlate.documents import front_matter
from xlate.documents.cleaning import clean_line, clean_verbatim, fold, split_breaks
from xlate.documents.draft import Candidate, Draft
from xlate.documents.encodings import decode
from xlate.model import Block, BlockKind, Document

if TYPE_CHECKING:
    from markdown_it.token import Token

_NESTING = 100  # lists and quotations inside each other; markdown-it's own limit of 20 would drop text
_TOO_DEEP = re.compile(r"^((?:[ ]?>){50})[ >]+", re.MULTILINE)
_ALWAYS = re.compile(r"[\\`*_\[\]<~]|&(?=[#\w])")
_AT_START = re.compile(r"(?=[#+=>-])|(?<=\d)(?=[.)](?:\s|$))")
_ORDERED = re.compile(r"(?P<number>\d{1,9})[.)]")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def read(data: bytes, name: str, encoding: str | None) -> Draft:
    """The blocks of a Markdown file; the first heading of level 1 is the title, else the one in the front matter."""
    metadata, body = front_matter.split(decode(data, name, encoding))
    candidates = list(_Reader().candidates(body))
    titles = [c for c in candidates if c.block.kind is BlockKind.TITLE]
    if metadata.title and not titles:
        candidates.insert(0, Candidate(Block(BlockKind.TITLE, clean_line(metadata.title), 1)))
    return Draft(tuple(candidates), metadata)


class _Reader:
    """Walks markdown-it's flat list of tokens, remembering which lists and quotations are open."""

    def __init__(self) -> None:
        self._markers: list[str] = []  # of the open list items; empty once the item's text is read
        self._quotes = 0
        self._titled = False

    def candidates(self, body: str) -> Iterator[Candidate]:
        from markdown_it import MarkdownIt

        parser = MarkdownIt("commonmark", {"maxNesting": _NESTING}).enable(["table", "strikethrough"])
        tokens = parser.parse(_TOO_DEEP.sub(r"\g<1> ", body))
        row: list[Token] = []
        for at, token in enumerate(tokens):
            if token.type == "inline" and tokens[at - 1].type in ("th_open", "td_open"):
                row.append(token)
            elif token.type == "inline":
                yield from self._text(token, tokens[at - 1].tag)
            elif token.type == "tr_close":
                yield from _row(row)
                row = []
            elif token.type in ("fence", "code_block"):
                yield from _verbatim(token.content)
            elif token.type == "html_block":
                yield from _html(token.content)
            else:
                self._open_or_close(token)

    def _open_or_close(self, token: Token) -> None:
        if token.type == "list_item_open":
            self._markers.append(f"{token.info}{token.markup}" if token.info else "-")
        elif token.type == "list_item_close":
            self._markers.pop()
        elif token.type == "blockquote_open":
            self._quotes += 1
        elif token.type == "blockquote_close":
            self._quotes -= 1

    def _text(self, token: Token, tag: str) -> Iterator[Candidate]:
        lines, link_share = _inline(token)
        for text in split_breaks(lines):
            yield Candidate(self._block(text, tag), link_share=link_share)

    def _block(self, text: str, tag: str) -> Block:
        if tag == "h1" and not self._titled:
            self._titled = True
            return Block(BlockKind.TITLE, text, 1)
        if tag.startswith("h"):
            return Block(BlockKind.HEADING, text, int(tag[1]))
        if self._markers and self._markers[-1]:
            marker, self._markers[-1] = self._markers[-1], ""
            return Block(BlockKind.LIST_ITEM, text, len(self._markers), marker)
        if self._quotes and not self._markers:
            return Block(BlockKind.QUOTE, text, self._quotes)
        return Block(BlockKind.PARAGRAPH, text)


def _inline(token: Token) -> tuple[list[str], float]:
    """The lines of the text between hard breaks, and the share of its letters that are links."""
    lines, links, depth = [""], 0, 0
    for child in token.children or []:
        if child.type in ("text", "code_inline"):
            lines[-1] += child.content
            links += len(fold(child.content)) if depth else 0
        elif child.type == "softbreak":
            lines[-1] += " "
        elif child.type == "hardbreak" or (child.type == "html_inline" and _BREAK.fullmatch(child.content)):
            lines.append("")
        elif child.type in ("link_open", "link_close"):
            depth += child.nesting
    return lines, links / max(1, len(fold("".join(lines))))


def _row(cells: Sequence[Token]) -> Iterator[Candidate]:
    text = clean_line(" | ".join(filter(None, (clean_line(" ".join(_inline(cell)[0])) for cell in cells))))
    if text:
        yield Candidate(Block(BlockKind.PARAGRAPH, text))


def _verbatim(content: str) -> Iterator[Candidate]:
    if text := clean_verbatim(content):
        yield Candidate(Block(BlockKind.VERBATIM, text))


def _html(content: str) -> Iterator[Candidate]:
    from xlate.documents.dom import fragment_candidates

    return fragment_candidates(content)


def render(document: Document, texts: Sequence[str]) -> bytes:
    """The blocks as CommonMark; what is known besides the title goes into front matter."""
    pieces = [front_matter.render(document.metadata)]
    offsets: list[int] = []  # columns at which the texts of the open list items begin
    after_item = False
    for block, text in zip(document.blocks, texts, strict=True):
        is_item = block.kind is BlockKind.LIST_ITEM
        if not is_item:
            offsets = []
        pieces.append("\n" if is_item and after_item else "\n\n")
        pieces.append(_render_item(block, text, offsets) if is_item else _render_block(block, text))
        after_item = is_item
    return ("".join(pieces).strip("\n") + "\n").encode()


def _render_block(block: Block, text: str) -> str:
    if block.kind is BlockKind.VERBATIM:
        longest = max((len(run) for run in re.findall("`+", text)), default=0)
        fence = "`" * max(3, longest + 1)
        return f"{fence}\n{text}\n{fence}"
    line = _escape(text)
    if block.kind is BlockKind.TITLE:
        return f"# {_escape_closing(line)}"
    if block.kind is BlockKind.HEADING:
        return f"{'#' * min(6, max(1, block.level))} {_escape_closing(line)}"
    return "> " * max(1, block.level) + line if block.kind is BlockKind.QUOTE else line


def _render_item(block: Block, text: str, offsets: list[int]) -> str:
    """One list item, indented to where the text of the item above its level begins; updates ``offsets``."""
    del offsets[max(0, block.level - 1) :]
    indent = offsets[-1] if offsets else 0
    marker = block.marker if _ORDERED.fullmatch(block.marker) else "-"
    offsets.append(indent + len(marker) + 1)
    return f"{' ' * indent}{marker} {_escape(text)}"


def _escape(text: str) -> str:
    """The text with a backslash before all that Markdown would read as markup; one line."""
    line = _ALWAYS.sub(r"\\\g<0>", clean_line(text))
    found = _AT_START.search(line[:12])
    at_start = found and (found.start() == 0 or line[: found.start()].isdecimal())
    return f"{line[: found.start()]}\\{line[found.start() :]}" if found and at_start else line


def _escape_closing(line: str) -> str:
    """A number sign at the end of a heading would be taken for its closing marks."""
    n_escapes = len(line[:-1]) - len(line[:-1].rstrip("\\"))
    return f"{line[:-1]}\\#" if line.endswith("#") and n_escapes % 2 == 0 else line
