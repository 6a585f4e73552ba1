"""Blocks that say nothing: counters ("418", "Views: 907"), clocks ("0:00 / 1:12"), symbols, hashtags, network names.

Numbers are content in tables, lists and as chapter marks, so a scrap goes only at the edge of the article or beside
boilerplate; only a lone ornament ("◆") goes anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from xlate.documents.boilerplate import notice_phrases as phrases
from xlate.documents.boilerplate.page import Page, Rule
from xlate.documents.boilerplate.patterns import anywhere
from xlate.model import BlockKind

_LONGEST = 120  # characters; guessed
_HASHTAGS = re.compile(r"(?:[#＃]\w+[\s,;|·]*)+")
_ORNAMENT = re.compile(r"[\s◆◇■□●○★☆▲▼♦❖✦•*_~]+")
_TEXT_SIZE = re.compile(r"(?:[AАTТ][+−–-]?\s*){2,5}")
_MEASURED = re.compile(r"[%$€£₽₴°№/]")  # a sum or a degree is news
_SPEECH = re.compile(r"[?!…“”«»\"]")


def _find(page: Page) -> Iterator[int]:
    for at in page.left():
        text = page.text(at)
        if len(text) > _LONGEST or page.kind(at) is BlockKind.VERBATIM:
            continue
        ornament = page.kind(at) is not BlockKind.LIST_ITEM and _ORNAMENT.fullmatch(text)
        outside = page.at_edge(at) or page.beside_gone(at)
        if ornament or (outside and is_scrap(text) and not _is_chapter(page, at)):
            yield at


def is_scrap(text: str) -> bool:
    """Whether nothing is left of a text without numbers, symbols and the words that counters have."""
    if _HASHTAGS.fullmatch(text) or _TEXT_SIZE.fullmatch(text):
        return True
    if _SPEECH.search(text) or re.fullmatch(r"[\W_]*[.—–-][\W_]*", text):
        return False
    words = re.sub(rf"\b{anywhere(phrases.VIEWS).pattern}\b", " ", text, flags=re.IGNORECASE)
    if re.search(r"[^\W\d_]", words):
        return False
    return any(char.isdigit() for char in text) and (not _MEASURED.search(text) or bool(re.search(r"\d:\d\d", text)))


def _is_chapter(page: Page, at: int) -> bool:
    """ "2" between two sections, with a "1" or a "3" elsewhere; a number in a list or a table."""
    text = page.text(at).strip(".")
    if page.kind(at) is BlockKind.LIST_ITEM:
        return not re.search(r"[^\W\d_]", text) or not page.beside_gone(at)
    if not text.isdecimal() or len(text) > 2:
        return False
    numbers = {page.text(other).strip(".") for other in range(len(page)) if other != at}
    return bool({str(int(text) - 1), str(int(text) + 1)} & numbers)


RULE = Rule("scrap", "counter, clock, symbol or hashtags", _find)
