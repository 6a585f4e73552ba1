"""A web page as a list of its texts in order: every block-level piece, none left out, each with where it stood.

The walk is a loop over start and end events, not a recursion: deep nesting costs nothing.
Scripts, styles and embedded objects hold no text; hidden elements are kept, because sites hide the second half of an
article behind a button.  A table of short cells is a paragraph a row; a table that lays out the page is just boxes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from xlate.documents.cleaning import clean_line, clean_text, clean_verbatim, ends_sentence, fold, split_breaks
from xlate.documents.draft import Candidate, Zone
from xlate.documents.markup import Element, parse_html, walk
from xlate.documents.zones import holds_article, zone_of
from xlate.model import Block, BlockKind

_NO_TEXT = frozenset([
    "head", "script", "style", "template", "iframe", "object", "embed", "svg", "math", "canvas", "audio", "video",
    "select", "option", "datalist", "textarea", "noframes", "map", "source", "track",
])  # fmt: skip
_BLOCK = frozenset([
    "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details", "dialog",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "html", "label", "legend", "li", "main", "menu", "nav", "noscript", "ol", "p", "pre", "search",
    "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
])  # fmt: skip
_BOXES = frozenset([
    "p", "div", "ul", "ol", "table", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article",
    "form", "img",
])  # fmt: skip
_PICTURES = frozenset(["img", "amp-img"])
_LISTS = frozenset(["ul", "ol", "menu", "dir"])
_NESTING = _LISTS | {"li", "blockquote"}
_CELLS = frozenset(["td", "th"])
_PARTED = frozenset(["a", "span", "time"])  # neighbours of these are parted by style sheets alone
_CELL_LENGTH = 120  # characters in a cell of a table of data; guessed
_STAMP_WORDS = 6  # guessed
_FORM_DEPTH, _FORM_TEXTS, _FORM_LENGTH = 6, 60, 600  # ancestors, texts, characters of a form; guessed
_MOST_ZONES = 12  # kept of the zones that a piece is nested in: enough for any page, bounded for hostile ones


@dataclass(eq=False, slots=True)
class Region:
    """An element that opens a zone or holds an article, and how much text stands in it (set by the walk)."""

    zone: Zone
    article: bool = False
    tag: str = ""
    n_prose: int = 0
    has_title: bool = False


@dataclass(eq=False, slots=True)
class Piece:
    """A text with its kind, the block element that it stood in and the regions around it, outermost first."""

    block: Block
    owner: Element
    regions: tuple[Region, ...]
    link_share: float
    under_picture: bool = False


@dataclass(slots=True)
class _Open:
    """An open element: what it adds to the state, to be taken back at its end."""

    tag: str
    element: Element
    region: Region | None = None
    data_table: bool = False
    used: bool = False  # a list item whose marker is given away
    number: int = 0  # of the items so far, in a list


@dataclass(slots=True)
class _State:
    stack: list[_Open] = field(default_factory=list)
    lines: list[str] = field(default_factory=lambda: [""])
    n_linked: int = 0
    n_timed: int = 0
    times: int = 0
    links: int = 0
    pictures: int = 0  # since the last text
    verbatim: int = 0
    in_data: int = 0


def pieces(root: Element) -> list[Piece]:
    """All texts of the page in order."""
    return list(_Walk(_form_boxes(root)).run(root))


class _Walk:
    def __init__(self, form_boxes: frozenset[Element]) -> None:
        self._form_boxes = form_boxes
        self._now = _State()
        self._regions: list[Region] = []
        self._after_parted = False
        self._nesting: list[_Open] = []  # the open lists, list items, quotations and headings

    def run(self, root: Element) -> Iterator[Piece]:
        for event, element in walk(root, _NO_TEXT):
            if event == "start":
                yield from self._start(element)
                continue
            if element.tag not in _NO_TEXT:
                yield from self._end(element)
            if element is not root:
                self._add(element.tail)

    def _start(self, element: Element) -> Iterator[Piece]:
        now, tag = self._now, str(element.tag)
        if self._breaks(tag):
            yield from self._flush()
            self._open(tag, element)
        elif tag in _PICTURES:
            now.pictures += not now.lines[-1].strip()
        elif tag == "br":
            now.lines.append("\n" if now.verbatim else "")
        elif tag in _CELLS and now.lines[-1].strip():
            now.lines[-1] += " | "
        if tag in _PARTED and self._after_parted and now.lines[-1][-1:].isalnum():
            now.lines[-1] += " "  # menus part their links by style sheets alone
        self._after_parted = False
        now.links += tag == "a"
        now.times += tag == "time"
        now.verbatim += tag in ("pre", "listing", "xmp")
        self._add(element.text)

    def _end(self, element: Element) -> Iterator[Piece]:
        now, tag = self._now, str(element.tag)
        if self._breaks(tag):
            yield from self._flush()
            self._close()
        self._after_parted = tag in _PARTED and not element.tail
        now.links -= tag == "a"
        now.times -= tag == "time"
        now.verbatim -= tag in ("pre", "listing", "xmp")

    def _breaks(self, tag: str) -> bool:
        return tag in _BLOCK and not (tag in _CELLS and self._now.in_data)

    def _open(self, tag: str, element: Element) -> None:
        zone, article = zone_of(element), holds_article(element)
        if not zone and element in self._form_boxes:
            zone = Zone.NEWSLETTER
        region = Region(zone, article, tag) if zone or article else None
        opened = _Open(tag, element, region, data_table=tag == "table" and _is_data(element))
        if region:
            self._regions.append(region)
        if tag == "li":
            for above in reversed(self._nesting):
                if above.tag in _LISTS:
                    above.number += 1
                    break
        if tag in _NESTING or _heading_level(tag):
            self._nesting.append(opened)
        self._now.in_data += opened.data_table
        self._now.stack.append(opened)

    def _close(self) -> None:
        closed = self._now.stack.pop()
        if closed.region:
            self._regions.pop()
        if self._nesting and self._nesting[-1] is closed:
            self._nesting.pop()
        self._now.in_data -= closed.data_table

    def _add(self, text: str | None) -> None:
        if text:
            self._now.lines[-1] += text
            if self._now.links:
                self._now.n_linked += len(fold(text))
            if self._now.times:
                self._now.n_timed += len(fold(text))

    def _flush(self) -> Iterator[Piece]:
        """The text since the last block boundary, as one piece or one for each part between line breaks."""
        now = self._now
        lines, n_linked, n_timed = now.lines, now.n_linked, now.n_timed
        now.lines, now.n_linked, now.n_timed = [""], 0, 0
        whole = "".join(lines)
        if not whole.strip() or not now.stack:
            return
        texts = [clean_verbatim(whole)] if now.verbatim else split_breaks(lines)
        share = min(1.0, n_linked / max(1, len(fold(clean_text(whole)))))
        regions = tuple(self._regions[-_MOST_ZONES:])
        if n_timed and _is_stamp(whole):
            regions += (Region(Zone.BYLINE),)
        for text in filter(None, texts):
            yield Piece(self._block(text), now.stack[-1].element, regions, share, under_picture=now.pictures > 0)
            now.pictures = 0

    def _block(self, text: str) -> Block:
        if self._now.verbatim:
            return Block(BlockKind.VERBATIM, text)
        levels = [_heading_level(opened.tag) for opened in self._nesting]
        if any(levels):
            return Block(BlockKind.HEADING, text, max(levels))
        item = next((opened for opened in reversed(self._nesting) if opened.tag == "li"), None)
        if item and not item.used:
            item.used = True
            return Block(BlockKind.LIST_ITEM, text, max(1, self._n_open(_LISTS)), self._marker())
        quotes = self._n_open({"blockquote"})
        if quotes and not item:
            return Block(BlockKind.QUOTE, text, quotes)
        return Block(BlockKind.PARAGRAPH, text)

    def _n_open(self, tags: frozenset[str] | set[str]) -> int:
        return sum(opened.tag in tags for opened in self._nesting)

    def _marker(self) -> str:
        for opened in reversed(self._nesting):
            if opened.tag == "ol":
                start = opened.element.get("start") or "1"
                return f"{(int(start) if start.isdecimal() else 1) + opened.number - 1}."
            if opened.tag in _LISTS:
                break
        return "-"


def _is_stamp(text: str) -> bool:
    """Whether a block with a ``<time>`` in it is a date with a name at most, not a sentence that names a date."""
    text = clean_line(text)
    return len(text.split()) <= _STAMP_WORDS and not ends_sentence(text)


def _form_boxes(root: Element) -> frozenset[Element]:
    """The boxes around fields for an e-mail address that hold little else: their texts ask for the address."""
    boxes: set[Element] = set()
    for field_ in root.iter("input"):
        if (field_.get("type") or "").lower() == "email" or (field_.get("name") or "").lower() == "email":
            for element in islice(field_.iterancestors(), _FORM_DEPTH):
                length = sum(len(text) for text in islice(element.itertext(), _FORM_TEXTS))
                if length > _FORM_LENGTH or element.tag in ("body", "article", "main"):
                    break
                boxes.add(element)
    return frozenset(boxes)


def _heading_level(tag: str) -> int:
    return int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1].isdecimal() else 0


def _is_data(table: Element) -> bool:
    """Whether a table holds short cells in rows, not boxes of the page's layout."""
    rows = [[cell for cell in row if cell.tag in _CELLS] for row in table.iter("tr")]
    cells = [cell for row in rows for cell in row]
    if len(rows) < 2 or sum(len(row) > 1 for row in rows) < len(rows) / 2:
        return False
    boxed = any(element.tag in _BOXES for cell in cells for element in cell.iterdescendants())
    return not boxed and all(len(clean_line("".join(map(str, cell.itertext())))) <= _CELL_LENGTH for cell in cells)


def fragment_candidates(markup: str) -> Iterator[Candidate]:
    """The candidates in a piece of HTML inside another format (Markdown); comments and empty tags give none."""
    root = parse_html(markup)
    for piece in pieces(root) if root is not None else ():
        yield Candidate(piece.block, piece.regions[-1].zone if piece.regions else Zone.PLAIN, piece.link_share)
