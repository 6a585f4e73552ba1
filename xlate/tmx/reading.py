"""TMX read as a stream, whatever its size, and without trust.

A document that declares entities is refused (a few lines of them can stand for gigabytes), a document type is neither
fetched nor believed, and no unit or tag may be endless.  Inline codes (bpt, ept, ph, it, ut) are not part of the text;
their XML is kept beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, BinaryIO
from xml.parsers import expat

from xlate.errors import InputError
from xlate.tmx.records import Attributes, Header, Remark, TmxUnit, Variant
from xlate.tmx.writing import clean, quoted

LONGEST_UNIT = 1_000_000  # characters of a unit, all languages and notes together
LONGEST_WAIT = 4 << 20  # bytes without a tag: an endless attribute or comment
DEEPEST = 50  # elements in each other
_CHUNK = 1 << 16
_CODES = frozenset({"bpt", "ept", "ph", "it", "ut"})


def read_tmx(file: BinaryIO, name: str, headed: Callable[[Header], None] = lambda _: None) -> Iterator[TmxUnit]:
    """The units of a file one by one.  InputError, with the line, where it is no TMX, broken or a trap.

    ``headed`` is called with the file's header, before any unit.
    """
    parser = expat.ParserCreate()
    reader = _Reader(name, headed, lambda: parser.CurrentLineNumber)
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.characters
    parser.EntityDeclHandler = reader.entity
    parser.SkippedEntityHandler = reader.unknown_entity
    parser.ordered_attributes = True
    n_read = 0
    try:
        while chunk := file.read(_CHUNK):
            parser.Parse(chunk, False)
            n_read += len(chunk)
            if n_read - parser.CurrentByteIndex > LONGEST_WAIT:
                raise InputError(
                    f"{reader.place}: has a tag of more than {LONGEST_WAIT >> 20} MB.", "This is no usual TMX."
                )
            yield from reader.taken()
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        place = f"{name}:{error.lineno}"
        raise InputError(
            f"{place}: is no well-formed XML ({expat.ErrorString(error.code)}).", "Export it again."
        ) from error
    except (LookupError, ValueError) as error:  # Python knows the encoding no better than the parser
        raise InputError(f"{reader.place}: its encoding cannot be read ({error}).", "Save it as UTF-8.") from error
    except OSError as error:
        raise InputError(f"{name}: cannot be read ({error.strerror}).", "Check the disk, or copy it again.") from error
    yield from reader.taken()


class _Reader:
    """Collects units from the parser's events."""

    def __init__(self, name: str, headed: Callable[[Header], None], line: Callable[[], int]) -> None:
        self._name = name
        self._headed = headed
        self._line = line
        self._begins = 0  # the line of the unit
        self._header: list[Any] = []  # attributes, remarks, markup of <ude>
        self._path: list[str] = []
        self._source_language = "*all*"
        self._units: list[TmxUnit] = []
        self._n_characters = 0
        self._unit: list[Any] = []  # attributes, remarks, variants
        self._variant: list[Any] = []  # attributes, remarks, text, markup
        self._remark: list[str] = []
        self._attributes: Attributes = ()

    @property
    def place(self) -> str:
        return f"{self._name}:{self._line()}"

    def taken(self) -> list[TmxUnit]:
        """The units that are complete, each given once."""
        units, self._units = self._units, []
        return units

    def entity(self, name: str, *_: object) -> None:
        raise InputError(f"{self.place}: declares an entity ({name[:40]}).", "Save it without its own document type.")

    def unknown_entity(self, name: str, *_: object) -> None:
        raise InputError(f"{self.place}: uses an entity that XML does not know ({name[:40]}).", "Export it again.")

    def start(self, tag: str, flat: list[str]) -> None:
        attributes = tuple(zip(flat[::2], flat[1::2], strict=True))
        if not self._path and tag != "tmx":
            raise InputError(f"{self.place}: is no TMX but <{tag[:40]}>.", "TMX begins with <tmx>.")
        self._path.append(tag)
        if len(self._path) > DEEPEST:
            raise InputError(f"{self.place}: has more than {DEEPEST} elements in each other.", "This is no usual TMX.")
        self._count(sum(map(len, flat)))
        if "seg" in self._path[:-1] and self._variant:
            self._variant[3].append(_opening(tag, attributes))
        elif self._header and "ude" in self._path:
            self._header[2].append(_opening(tag, attributes))
        elif tag == "header":
            self._source_language = dict(attributes).get("srclang", "*all*")
            self._header = [attributes, [], []]
        elif tag == "tu":
            self._unit, self._n_characters, self._begins = [attributes, [], []], 0, self._line()
        elif tag == "tuv" and self._unit:
            self._variant = [attributes, [], [], []]
        elif tag in ("prop", "note"):
            self._remark, self._attributes = [], attributes

    def characters(self, text: str) -> None:
        self._count(len(text))
        if "seg" in self._path and self._variant:
            codes = [tag in _CODES for tag in self._path if tag in _CODES or tag == "sub"]
            if not (codes and codes[-1]):  # within <sub> text is text again
                self._variant[2].append(text)
            self._variant[3].append(clean(text))
        elif self._path[-1] in ("prop", "note"):
            self._remark.append(text)

    def end(self, tag: str) -> None:
        self._path.pop()
        if "seg" in self._path and self._variant:
            self._variant[3].append(f"</{tag}>")
        elif self._header and (tag == "ude" or "ude" in self._path):
            self._header[2].append(f"</{tag}>")
        elif tag == "header" and self._header:
            attributes, remarks, markup = self._header
            self._header = []
            self._headed(Header(attributes, tuple(remarks), "".join(markup)))
        elif tag in ("prop", "note"):
            self._end_remark(Remark(tag, "".join(self._remark), self._attributes))
        elif tag == "tuv" and self._unit and self._variant:
            self._end_variant()
        elif tag == "tu" and self._unit:
            attributes, remarks, variants = self._unit
            own = dict(attributes).get("srclang", self._source_language)
            others = tuple(item for item in attributes if item[0] != "srclang")
            self._units.append(TmxUnit(tuple(variants), own, others, tuple(remarks), self._begins))
            self._unit, self._n_characters = [], 0

    def _end_remark(self, remark: Remark) -> None:
        holder = self._path[-1] if self._path else ""
        if holder == "tuv" and self._variant:
            self._variant[1].append(remark)
        elif holder == "tu" and self._unit:
            self._unit[1].append(remark)
        elif holder == "header" and self._header:
            self._header[1].append(remark)

    def _end_variant(self) -> None:
        attributes, remarks, text, markup = self._variant
        names = dict(attributes)
        language = names.get("xml:lang") or names.get("lang", "")  # TMX 1.1 wrote lang
        others = tuple(item for item in attributes if item[0] not in ("xml:lang", "lang"))
        has_codes = any(piece.startswith("<") for piece in markup)
        inline = "".join(markup) if has_codes else ""
        self._unit[2].append(Variant(language, "".join(text), others, tuple(remarks), inline))
        self._variant = []

    def _count(self, n_characters: int) -> None:
        self._n_characters += n_characters
        if self._n_characters > LONGEST_UNIT:
            raise InputError(
                f"{self.place}: has a unit of more than {LONGEST_UNIT:,} characters.", "This is no usual TMX."
            )


def _opening(tag: str, attributes: Attributes) -> str:
    return f"<{tag}{''.join(f' {name}={quoted(value)}' for name, value in attributes)}>"
