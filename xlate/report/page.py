"""What all pages share: one frame (page.html), one style, one script, and a policy that admits these and nothing else.

The content security policy names the style and the script by their hashes, so that nothing in an article can run, load
or restyle anything.  Without the script everything can still be read.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from xlate import languages

STRIP = 1000  # width of the strip that shows the whole text, in its own units


@dataclass(frozen=True, slots=True)
class Page:
    """The style and script of a page.  ``noun`` is what its rows are, ``found`` what n and p go to."""

    noun: str
    found: str = "finding"
    style: str = ""

    @property
    def script(self) -> str:
        return asset("page.js")

    @property
    def style_hash(self) -> str:
        return _hash(self.style)

    @property
    def script_hash(self) -> str:
        return _hash(self.script)


@dataclass(frozen=True, slots=True)
class Tile:
    """A number at the head of a page; ``link`` is the row that it leads to."""

    n: int
    label: str
    tone: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Tick:
    """A stretch of the strip: one row, as wide as its text is long."""

    id: str
    label: str
    severity: str
    start: float
    width: float


@dataclass(frozen=True, slots=True)
class Bar:
    """How many findings of a kind there are, by severity, the severest first."""

    kind: str
    label: str
    counts: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        return sum(n for _, n in self.counts)


def render(template: str, page: Page, **content: Any) -> str:
    """The page made of a template of this folder."""
    shown: str = _environment().get_template(template).render(page=page, **content)
    return shown


def ticks(rows: Sequence[tuple[str, str, str, int]]) -> list[Tick]:
    """The strip of rows: (id, label, severity, characters) each."""
    whole, at, made = sum(max(1, size) for *_, size in rows) or 1, 0.0, []
    for row, label, severity, size in rows:
        width = STRIP * max(1, size) / whole
        made.append(Tick(row, label, severity, round(at, 2), round(width, 2)))
        at += width
    return made


def side(code: str) -> dict[str, str]:
    """A language as templates show it."""
    return {"code": code, "name": languages.name(code), "dir": "rtl" if languages.is_rtl(code) else "ltr"}


def styles(names: Iterable[str]) -> str:
    """Style sheets of this folder as one."""
    return "".join(asset(name) for name in names)


@lru_cache
def asset(name: str) -> str:
    """A file of this folder."""
    return (resources.files("xlate.report") / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """What a content security policy calls a text."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@lru_cache(maxsize=1)
def _environment() -> Any:
    import jinja2

    return jinja2.Environment(
        loader=jinja2.FunctionLoader(asset),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
