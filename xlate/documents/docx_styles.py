"""Word's paragraph styles and list numbering, both ways.

Built-in styles keep their English names inside the file whatever the language of Word.  A list is told by its style
("List Bullet 2") or by numbering set on the paragraph, which is what the toolbar buttons do.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from xlate.model import Block, BlockKind

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"Heading (\d)")
_LIST = re.compile(r"List(?: (?P<what>Bullet|Number|Paragraph|Continue))?(?: (?P<level>\d+))?")
_QUOTE = re.compile(r"(?:Intense )?Quote(?: (?P<level>\d+))?|Block Text|Quotations")
_CODE = frozenset(["macro", "HTML Preformatted", "Preformatted Text", "Source Code", "Code", "Plain Text Code"])
_BULLET_FORMATS = frozenset(["bullet", "none"])


class ListPlace(NamedTuple):
    """Where a paragraph stands in a list: nesting depth from 1, and the numbering it belongs to."""

    level: int
    num_id: str


def kind_of_style(name: str) -> tuple[BlockKind, int]:
    """The kind and level that a paragraph style means; a paragraph for styles of text."""
    if name == "Title":
        return BlockKind.TITLE, 1
    if name == "Subtitle":
        return BlockKind.HEADING, 2
    if found := _HEADING.fullmatch(name):
        return BlockKind.HEADING, min(6, max(1, int(found[1])))
    if name in _CODE:
        return BlockKind.VERBATIM, 0
    if found := _QUOTE.fullmatch(name):
        return BlockKind.QUOTE, int(found["level"] or 1)
    found = _LIST.fullmatch(name)
    if found and found["what"] in (None, "Bullet", "Number"):
        return BlockKind.LIST_ITEM, int(found["level"] or 1)
    return BlockKind.PARAGRAPH, 0


def style_for(word: WordDocument, block: Block) -> str:
    """The name of the style for a block; made on the base of the built-in one where the depth has none."""
    names = {
        BlockKind.TITLE: "Title",
        BlockKind.HEADING: f"Heading {min(6, max(1, block.level))}",
        BlockKind.VERBATIM: "macro",
        BlockKind.QUOTE: "Quote",
        BlockKind.LIST_ITEM: "List Number" if block.marker[:1].isdecimal() else "List Bullet",
        BlockKind.PARAGRAPH: "Normal",
    }
    base = names[block.kind]
    deep = block.level > 1 and block.kind in (BlockKind.QUOTE, BlockKind.LIST_ITEM)
    name = f"{base} {block.level}" if deep else base
    if name not in [style.name for style in word.styles]:
        from docx.enum.style import WD_STYLE_TYPE

        word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = word.styles[base]
    return name


class StyleSheet:
    """The styles and numberings of one document."""

    def __init__(self, word: WordDocument) -> None:
        self._names = {style.style_id: style.name or "" for style in word.styles}
        self._numbering = _numbering(word)
        self._formats: dict[tuple[str, str], str] = {}

    def name_of(self, paragraph: Any) -> str:
        """The name of the paragraph's style, ``""`` for the default one."""
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        return self._names.get(style.get(f"{_W}val"), "") if style is not None else ""

    def list_of(self, paragraph: Any) -> ListPlace | None:
        """The place that numbering on the paragraph itself gives it; None if it is in no list."""
        number = paragraph.find(f"{_W}pPr/{_W}numPr/{_W}numId")
        if number is None or number.get(f"{_W}val") == "0":
            return None
        depth = paragraph.find(f"{_W}pPr/{_W}numPr/{_W}ilvl")
        value = depth.get(f"{_W}val") if depth is not None else "0"
        return ListPlace(int(value) + 1 if value.isdecimal() else 1, number.get(f"{_W}val") or "")

    def is_ordered(self, paragraph: Any) -> bool:
        """Whether a list item counts (1., 2.) or has a bullet."""
        place = self.list_of(paragraph)
        if place is None:
            return "Number" in self.name_of(paragraph)
        return self._format(place) not in _BULLET_FORMATS

    def _format(self, place: ListPlace) -> str:
        key = (place.num_id, str(place.level - 1))
        if key not in self._formats:
            self._formats[key] = self._look_up(*key)
        return self._formats[key]

    def _look_up(self, num_id: str, level: str) -> str:
        if self._numbering is None:
            return "bullet"
        for number in self._numbering.iter(f"{_W}num"):
            if number.get(f"{_W}numId") == num_id:
                abstract = number.find(f"{_W}abstractNumId").get(f"{_W}val")
                return self._level_format(abstract, level)
        return "bullet"

    def _level_format(self, abstract: str, level: str) -> str:
        for definition in self._numbering.iter(f"{_W}abstractNum"):
            if definition.get(f"{_W}abstractNumId") == abstract:
                for depth in definition.iter(f"{_W}lvl"):
                    form = depth.find(f"{_W}numFmt")
                    if depth.get(f"{_W}ilvl") == level and form is not None:
                        return str(form.get(f"{_W}val"))
        return "bullet"


def _numbering(word: WordDocument) -> Any:
    try:
        return word.part.numbering_part.element
    except (KeyError, NotImplementedError, AttributeError):
        return None


class NumberedLists:
    """Counts the items of the lists that are open, as Word does when it shows them."""

    def __init__(self) -> None:
        self._counts: list[int] = []

    def marker(self, level: int, *, ordered: bool) -> str:
        """``"-"`` or ``"3."`` for the next item at a nesting depth from 1."""
        del self._counts[level:]
        self._counts += [0] * (level - len(self._counts))
        self._counts[level - 1] += 1
        return f"{self._counts[level - 1]}." if ordered else "-"

    def restart(self) -> None:
        """A paragraph that is no list item ends all lists."""
        self._counts = []
