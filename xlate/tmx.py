"""TMX 1.4b, level 1 (plain text, no inline codes): translation units for every translation-memory program."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from xlate import __version__
from xlate.model import TranslationResult, TranslationUnit

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render_tmx(results: Sequence[TranslationResult]) -> str:
    """One TMX document with the units of all results; a unit notes its origin, score and document."""
    source = results[0].source_language if results else "*all*"
    if any(result.source_language != source for result in results):
        source = "*all*"
    body = "\n".join(_unit(unit, result) for result in results for unit in result.units if unit.source.strip())
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n'
        f'<header creationtool="xlate" creationtoolversion="{__version__}" datatype="plaintext" segtype="sentence"'
        f' adminlang="en" srclang={quoteattr(source)} o-tmf="xlate"/>\n<body>\n{body}\n</body>\n</tmx>\n'
    )


def _unit(unit: TranslationUnit, result: TranslationResult) -> str:
    notes = {"x-document": result.document.name, "x-origin": str(unit.origin), "x-signature": str(result.signature)}
    if unit.score is not None:
        notes["x-score"] = f"{unit.score:.3f}"
    props = "".join(f"<prop type={quoteattr(kind)}>{_clean(text)}</prop>" for kind, text in notes.items())
    source, target = _clean(unit.source), _clean(unit.target)
    return (
        f"<tu>{props}<tuv xml:lang={quoteattr(result.source_language)}><seg>{source}</seg></tuv>"
        f"<tuv xml:lang={quoteattr(result.target_language)}><seg>{target}</seg></tuv></tu>"
    )


def _clean(text: str) -> str:
    """Escaped, without the control characters that XML forbids."""
    return escape(_NOT_XML.sub("", text))
