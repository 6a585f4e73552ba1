"""What a web page says of itself: Open Graph, JSON-LD, ``<meta>``, ``<html lang>``; what is missing, trafilatura finds.

The page's own statements come first, because they are exact; trafilatura's heuristics (dates in addresses, bylines by
their class) fill the gaps.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from xlate import languages
from xlate.documents.cleaning import clean_line
from xlate.documents.markup import Element
from xlate.model import Metadata

_META = {
    "title": ("og:title", "twitter:title", "dc.title"),
    "author": ("author", "article:author", "dc.creator", "parsely-author"),
    "date": ("article:published_time", "datepublished", "date", "pubdate", "dc.date", "dcterms.created"),
    "outlet": ("og:site_name", "application-name", "dc.publisher"),
    "url": ("og:url",),
    "language": ("og:locale", "content-language", "dc.language"),
}
_ARTICLE_TYPES = ("Article", "BlogPosting", "Report")  # also NewsArticle, ReportageNewsArticle and their like
_LONGEST_JSON = 1_000_000


def read_metadata(root: Element, html: str) -> Metadata:
    """The metadata of a page; ``title`` falls back on ``<title>``, which may carry the outlet's name."""
    stated = _stated(root)
    if not all(stated.get(name) for name in ("author", "date", "outlet", "url")):
        guessed = _trafilatura(html)
        stated = {**guessed, **{name: value for name, value in stated.items() if value}}
    stated["title"] = stated.get("title") or _text(root.find(".//head/title"))
    stated["language"] = _language(root.get("lang") or root.get("xml:lang") or "") or _language(
        stated.get("language", "")
    )
    return Metadata(**{name: clean_line(value) for name, value in stated.items()})


def page_title(root: Element) -> str:
    """The text of ``<title>``: often the headline with the outlet's name behind it."""
    return clean_line(_text(root.find(".//head/title")))


def headline(root: Element) -> str:
    """The article's own title (Open Graph, JSON-LD) without the outlet's name; empty if the page states none."""
    return clean_line(_stated(root).get("title", ""))


def _stated(root: Element) -> dict[str, str]:
    named: dict[str, str] = {}
    for meta in root.iter("meta"):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv") or ""
        named.setdefault(key.strip().lower(), meta.get("content") or "")
    found = {name: next((named[key] for key in keys if named.get(key)), "") for name, keys in _META.items()}
    if found["author"].startswith("http"):
        found["author"] = ""
    for name, value in _json_ld(root).items():
        found[name] = found.get(name) or value
    if not found["url"]:
        found["url"] = next(
            (link.get("href") or "" for link in root.iter("link") if link.get("rel") == "canonical"), ""
        )
    return found


def _json_ld(root: Element) -> dict[str, str]:
    for script in root.iter("script"):
        if script.get("type") != "application/ld+json" or len(script.text or "") > _LONGEST_JSON:
            continue
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for item in _items(data):
            if str(item.get("@type", "")).endswith(_ARTICLE_TYPES):
                return {
                    "title": _name(item.get("headline")),
                    "author": _name(item.get("author")),
                    "date": _name(item.get("datePublished")),
                    "outlet": _name(item.get("publisher")),
                    "language": _name(item.get("inLanguage")),
                }
    return {}


def _items(data: Any) -> Iterator[Mapping[str, Any]]:
    for item in data if isinstance(data, list) else [data]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            yield from (part for part in graph if isinstance(part, dict)) if isinstance(graph, list) else ()


def _name(value: Any) -> str:
    """A JSON-LD value as text: a string, a thing with a name, or several of them."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_name, value)))
    if isinstance(value, dict):
        return _name(value.get("name"))
    return value if isinstance(value, str) else ""


def _language(code: str) -> str:
    return languages.canonical(code) if languages.known(code) else ""


def _text(element: Element | None) -> str:
    return "" if element is None else "".join(str(part) for part in element.itertext())


def _trafilatura(html: str) -> dict[str, str]:
    from xlate.documents.second_opinion import guess_metadata

    return guess_metadata(html)
