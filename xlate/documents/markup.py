"""The one door to lxml: HTML parsed leniently, without network, and safe against pages built to harm.

HTML has no entities of its own making, so none can expand; a document type that declares some is cut away.
``huge_tree`` lifts the parser's limit on nested elements from 256 to 2,048; what is nested deeper is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TypeAlias

_INTERNAL_SUBSET = re.compile(r"\A\s*(?:<\?xml[^>]*>\s*)?<!DOCTYPE[^>\[]{0,500}\[[^\]]{0,100000}\]\s*>", re.IGNORECASE)

Element: TypeAlias = Any
"""An lxml element; lxml comes without type stubs."""


def parse_html(html: str) -> Element | None:
    """The ``<html>`` element of a page or fragment; None where there is nothing to parse."""
    from lxml import etree  # type: ignore[import-untyped, unused-ignore]

    html = _INTERNAL_SUBSET.sub("<!DOCTYPE html>", html, count=1)
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True, remove_pis=True, remove_comments=True)
    try:
        return etree.fromstring(html.encode(), parser)
    except etree.XMLSyntaxError:
        return None


def walk(root: Element, skipped: frozenset[str]) -> Iterator[tuple[str, Element]]:
    """("start" or "end", element) in document order; elements of the skipped tags have an "end" only."""
    from lxml import etree  # type: ignore[import-untyped, unused-ignore]

    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        if event == "start" and element.tag in skipped:
            walker.skip_subtree()
        else:
            yield event, element
