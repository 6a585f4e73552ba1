"""TMX written unit by unit: a memory of any size goes out in little space."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from xlate import __version__
from xlate.tmx.records import Attributes, Header, Remark, TmxUnit, Variant

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render_units(
    units: Iterable[TmxUnit], source_language: str = "*all*", header: Header | None = None
) -> Iterator[str]:
    """The pieces of one TMX document; ``source_language`` is what its header names, ``header`` what it says besides."""
    yield head(source_language, header)
    for unit in units:
        own = (("srclang", unit.source_language),) if unit.source_language != source_language else ()
        remarks = "".join(map(_remark, unit.remarks))
        variants = "".join(map(_variant, unit.variants))
        yield f"<tu{_attributes((*own, *unit.attributes))}>{remarks}{variants}</tu>\n"
    yield TAIL


TAIL = "</body>\n</tmx>\n"


def head(source_language: str, header: Header | None = None) -> str:
    """A document up to its first unit.  It says who wrote it: xlate, whatever ``header`` has there."""
    ours = {"creationtool": "xlate", "creationtoolversion": __version__}
    usual = {"datatype": "plaintext", "segtype": "sentence", "adminlang": "en", "srclang": "", "o-tmf": "xlate"}
    given = dict(header.attributes) if header else {}
    attributes = {**ours, **usual, **given, **ours, "srclang": source_language}
    inner = "".join(map(_remark, header.remarks)) + header.characters if header else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n'
        f"<header{_attributes(tuple(attributes.items()))}"
        f"{f'>{inner}</header>' if inner else '/>'}\n<body>\n"
    )


def clean(text: str) -> str:
    """Escaped, without the control characters that XML forbids; a carriage return stays one."""
    return escape(_NOT_XML.sub("", text), {"\r": "&#13;"})


def quoted(text: str) -> str:
    """An attribute's value with its quotes."""
    return quoteattr(_NOT_XML.sub("", text))


def _variant(variant: Variant) -> str:
    remarks = "".join(map(_remark, variant.remarks))
    attributes = _attributes((("xml:lang", variant.language), *variant.attributes))
    return f"<tuv{attributes}>{remarks}<seg>{variant.markup or clean(variant.text)}</seg></tuv>"


def _remark(remark: Remark) -> str:
    return f"<{remark.element}{_attributes(remark.attributes)}>{clean(remark.text)}</{remark.element}>"


def _attributes(attributes: Attributes) -> str:
    return "".join(f" {name}={quoted(value)}" for name, value in attributes)
