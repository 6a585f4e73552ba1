"""Front matter: the ``key: value`` lines between two ``---`` on top of a Markdown file (YAML or TOML style).

Only flat keys are read, which is all that an article's metadata needs; a list of authors is joined by commas.
"""

from __future__ import annotations

import re

from xlate import languages
from xlate.documents.cleaning import clean_line
from xlate.model import Metadata

_FRONT = re.compile(r"\A(?P<fence>---|\+\+\+)[ \t]*\n(?P<lines>(?:.*\n)*?)(?P=fence)[ \t]*(?:\n|\Z)")
_ENTRY = re.compile(r"(?P<key>[A-Za-z_-]+)\s*[:=]\s*(?P<value>.*)")
_ITEM = re.compile(r"\s+-\s+(?P<value>.*)|-\s+(?P<value2>.*)")
_KEYS = {
    "title": "title", "headline": "title",
    "author": "author", "authors": "author", "byline": "author",
    "date": "date", "published": "date", "pubdate": "date",
    "lang": "language", "language": "language", "locale": "language",
    "outlet": "outlet", "source": "outlet", "site": "outlet", "publication": "outlet",
    "url": "url", "link": "url", "canonical": "url", "permalink": "url",
}  # fmt: skip
_WRITTEN = (("author", "author"), ("date", "date"), ("lang", "language"), ("outlet", "outlet"), ("url", "url"))


def split(text: str) -> tuple[Metadata, str]:
    """The metadata and the text under it; a text without front matter comes back whole."""
    found = _FRONT.match(text)
    if not found or not any(_ENTRY.match(line) for line in found["lines"].split("\n")):
        return Metadata(), text
    values: dict[str, list[str]] = {}
    key = ""
    for line in found["lines"].split("\n"):
        if entry := _ENTRY.match(line):
            key = _KEYS.get(entry["key"].lower(), "")
            values.setdefault(key, []).extend(_values(entry["value"]))
        elif item := _ITEM.match(line):
            values.setdefault(key, []).extend(_values(item["value"] or item["value2"] or ""))
    joined = {name: clean_line(", ".join(parts)) for name, parts in values.items() if name}
    return metadata(joined), text[found.end() :]


def metadata(values: dict[str, str]) -> Metadata:
    """Metadata of the fields that are there; a language that xlate does not know counts as none."""
    language = values.get("language", "")
    return Metadata(**{**values, "language": languages.canonical(language) if languages.known(language) else ""})


def render(metadata: Metadata) -> str:
    """Front matter with what is known besides the title, which is the first heading; empty if nothing is."""
    rows = [f"{key}: {_quoted(value)}" for key, field in _WRITTEN if (value := getattr(metadata, field))]
    return "\n".join(["---", *rows, "---"]) if rows else ""


def _values(raw: str) -> list[str]:
    raw = raw.strip()
    if raw.startswith("[") and raw.endswith("]"):
        return [value for part in raw[1:-1].split(",") for value in _values(part)]
    if len(raw) > 1 and raw[0] == raw[-1] and raw[0] in "\"'":
        raw = raw[1:-1].replace('\\"', '"')
    return [raw] if raw else []


def _quoted(value: str) -> str:
    plain = clean_line(value)
    needs_quotes = not plain[:1].isalnum() or ": " in plain or " #" in plain or plain.endswith(":")
    return '"' + plain.replace('"', '\\"') + '"' if needs_quotes else plain
