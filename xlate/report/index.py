"""Pages that list many results, worst first, each linked to its report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from xlate import languages


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One document in one language; ``report`` and ``article`` are links, empty where there is none."""

    name: str
    target: str
    report: str = ""
    article: str = ""
    segments: int = 0
    words: int = 0
    score: float | None = None
    errors: int = 0
    warnings: int = 0
    infos: int = 0
    error: str = ""

    @property
    def language(self) -> str:
        return languages.name(self.target)


@dataclass(frozen=True, slots=True)
class Totals:
    """Over all pages; ``findings`` are (check, severity, number), most first."""

    results: int
    failed: int
    words: int
    findings: tuple[tuple[str, str, int], ...]


def render_index(rows: Sequence[IndexRow], totals: Totals, page: int, n_pages: int) -> str:
    """Page ``page`` (from 1) of ``n_pages``."""
    links = [(number, page_name(number)) for number in range(1, n_pages + 1)]
    shown: str = _template().render(rows=rows, totals=totals, page=page, pages=links)
    return shown


def page_name(number: int) -> str:
    """``index.html``, ``index-2.html`` ..."""
    return "index.html" if number == 1 else f"index-{number}.html"


@lru_cache(maxsize=1)
def _template() -> Any:
    import jinja2

    text = (resources.files("xlate.report") / "index.html").read_text(encoding="utf-8")
    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(text)
