"""Compiles the phrase tables, each once, when a rule first needs it."""

from __future__ import annotations

import re
from functools import cache

_FLAGS = re.IGNORECASE


@cache
def anywhere(table: str) -> re.Pattern[str]:
    """Any phrase of the table."""
    return re.compile(_joined(table), _FLAGS)


@cache
def whole(table: str) -> re.Pattern[str]:
    """A phrase that is the whole block, a colon, dash or dots behind it allowed: "Читайте также:"."""
    return re.compile(rf"\W*{_joined(table)}[\s:.…!→>»–—-]*", _FLAGS)


@cache
def at_start(table: str) -> re.Pattern[str]:
    """A phrase at the beginning of the block."""
    return re.compile(rf"\W*{_joined(table)}", _FLAGS)


@cache
def at_sentence_start(table: str) -> re.Pattern[str]:
    """A phrase at the beginning of the block or of a sentence in it."""
    return re.compile(rf"(?:^\W*|[.!?…:»”\"]\)?\s+\W?){_joined(table)}", _FLAGS)


def _joined(table: str) -> str:
    phrases = (line for line in table.strip().split("\n") if line and not line.startswith("#"))
    return f"(?:{'|'.join(phrases)})".replace("'", "['’ʼ`]")
