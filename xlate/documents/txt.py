"""Plain text: paragraphs by blank lines, hard wraps undone, bullets, quotations and headings by their shape.

A heading is a short line that does not end like a sentence and has text under it.  Lines of dashes or stars only
decorate and are dropped.  Not recognised: tables, code, headings that end in a full stop.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from xlate.documents.cleaning import clean_line, ends_sentence
from xlate.documents.draft import Candidate, Draft
from xlate.documents.encodings import decode
from xlate.documents.wrapping import join_lines, wrap_width
from xlate.model import Block, BlockKind, Document

_BULLET = re.compile(r"(?P<indent>\s*)(?P<marker>[•‣▪◦●∙*-]|(?P<number>\d{1,3})[.)])\s+(?P<text>\S.*)")
_DASHED = re.compile(r"\s*[•‣▪◦●∙*-]\s+\S")
_QUOTE = re.compile(r"\s*(?P<marks>>(?:\s?>)*)\s?(?P<text>.*)")
_DECORATION = re.compile(r"[\s=_*~#•.-]{3,}")
_HEADING_LENGTH = 90  # guessed; the longest section heading in corpus/pages has 25 characters, headlines up to 63
_TITLE_LENGTH = 160  # guessed
_NO_HEADING_END = tuple(".:;,…。")
_LIST = BlockKind.LIST_ITEM


def read(data: bytes, name: str, encoding: str | None) -> Draft:
    """The blocks of a plain text; the title is found after the boilerplate above it is gone."""
    blocks = _with_headings(_parse(decode(data, name, encoding)))
    return Draft(tuple(blocks), guess_title=True)


def render(document: Document, texts: Sequence[str]) -> bytes:
    """Blocks parted by blank lines, the items of a list by none."""
    pieces: list[str] = []
    after_item = False
    for block, text in zip(document.blocks, texts, strict=True):
        is_item = block.kind is _LIST
        if pieces:
            pieces.append("\n" if is_item and after_item else "\n\n")
        pieces.append(_render_block(block, text))
        after_item = is_item
    return ("".join(pieces) + "\n").encode()


def _render_block(block: Block, text: str) -> str:
    if block.kind is _LIST:
        return f"{'  ' * (max(1, block.level) - 1)}{block.marker or '-'} {text}"
    if block.kind is BlockKind.QUOTE:
        return f"{'>' * max(1, block.level)} {text}"
    return text


def _parse(text: str) -> list[Candidate]:
    lines = ["" if _DECORATION.fullmatch(line) else line.expandtabs(4).rstrip() for line in text.split("\n")]
    chunks = [list(run) for filled, run in groupby(lines, key=lambda line: bool(line.strip())) if filled]
    plain = [[line for line in chunk if not _DASHED.match(line) and not _QUOTE.match(line)] for chunk in chunks]
    joiner = _Joiner(wrap_width(plain), blank_lines=len(chunks) > 2)
    found: list[Candidate] = []
    for chunk in chunks:
        blocks = joiner.blocks(chunk)
        found += [Candidate(block, tight=n > 0) for n, block in enumerate(blocks)]
    return found


class _Joiner:
    """Makes blocks of one chunk after another; remembers the list that it is in."""

    def __init__(self, width: int, *, blank_lines: bool) -> None:
        self._width = width
        self._blank_lines = blank_lines
        self._indents: list[int] = []
        self._number = 0

    def blocks(self, chunk: Sequence[str]) -> list[Block]:
        """The blocks of a run of lines without a blank one."""
        blocks: list[Block] = []
        for kind, lines in self._units(chunk):
            if kind.startswith(">"):
                blocks += self._quotes(lines, len(kind))
            elif kind == "bullet":
                blocks += self._items(lines)
            else:
                self._indents = []
                texts = join_lines(lines, self._width, blank_lines=self._blank_lines)
                blocks += [Block(BlockKind.PARAGRAPH, text) for text in texts]
        return blocks

    def _units(self, chunk: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
        """Lines that are looked at together: a bullet and what follows it, quoted lines of one depth, plain lines."""
        unit: list[str] = []
        unit_kind = ""
        for line in chunk:
            kind = self._kind(line)
            goes_on = kind == unit_kind != "bullet" or (kind == "plain" and _continues(unit, line))
            if unit and not goes_on:
                yield unit_kind, unit
                unit = []
            if not unit:
                unit_kind = kind
            unit.append(line)
        if unit:
            yield unit_kind, unit

    def _kind(self, line: str) -> str:
        """``"bullet"``, ``"plain"``, or the marks of a quotation; "12. Mai" is plain: numbers go 1, 2, 3."""
        if quote := _QUOTE.match(line):
            return quote["marks"].replace(" ", "")
        bullet = _BULLET.match(line)
        if bullet and bullet["number"]:
            if int(bullet["number"]) not in (1, self._number + 1):
                return "plain"
            self._number = int(bullet["number"])
        return "bullet" if bullet else "plain"

    def _items(self, lines: Sequence[str]) -> list[Block]:
        bullet = _BULLET.match(lines[0])
        if bullet is None:
            return []
        indent = len(bullet["indent"])
        while self._indents and self._indents[-1] > indent:
            self._indents.pop()
        if not self._indents or indent > self._indents[-1]:
            self._indents.append(indent)
        text = clean_line(" ".join([bullet["text"], *lines[1:]]))
        return [Block(_LIST, text, len(self._indents), bullet["marker"])]

    def _quotes(self, lines: Sequence[str], level: int) -> list[Block]:
        self._indents = []
        inner = [found["text"] for line in lines if (found := _QUOTE.match(line))]
        runs = [list(run) for filled, run in groupby(inner, key=lambda line: bool(line.strip())) if filled]
        texts = [text for run in runs for text in join_lines(run, self._width, blank_lines=True)]
        return [Block(BlockKind.QUOTE, text, level) for text in texts]


def _continues(unit: Sequence[str], line: str) -> bool:
    """Whether a plain line goes on with the list item above it: deeper indented, or begun with a small letter."""
    bullet = _BULLET.match(unit[0]) if unit else None
    if bullet is None:
        return False
    return len(line) - len(line.lstrip()) > len(bullet["indent"]) or line.lstrip()[0].islower()


def _with_headings(candidates: list[Candidate]) -> list[Candidate]:
    """Short paragraphs that do not end like a sentence and have something under them are headings."""
    found: list[Candidate] = []
    for at, candidate in enumerate(candidates):
        block = candidate.block
        limit = _HEADING_LENGTH if found else _TITLE_LENGTH
        last = at + 1 == len(candidates)
        if block.kind is BlockKind.PARAGRAPH and not last and _like_heading(block.text, limit):
            block = Block(BlockKind.HEADING, block.text, 2)
        found.append(Candidate(block, tight=candidate.tight))
    return found


def _like_heading(text: str, limit: int) -> bool:
    """ "Who will follow?" and "Putin calls it “a joke”" are headings; "“Why?”", "— Yes" and "he said so." are none."""
    if len(text) > limit or text.endswith(_NO_HEADING_END) or text[0] in "—–-":
        return False
    return not ends_sentence(text) or text.endswith(("?", "!"))
