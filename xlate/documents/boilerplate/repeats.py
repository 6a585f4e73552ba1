"""The same paragraph again: sites print leads, pull quotes and slogans twice.

The first one stays.  A short line may return for a reason ("He denied it."), so a copy has at least eight words.  A
quotation or an aside that repeats a part of a paragraph word for word is a pull quote, also above that paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator

from xlate.documents.boilerplate.page import Page, Rule, n_words
from xlate.documents.cleaning import ends_sentence, fold
from xlate.documents.draft import Zone
from xlate.model import BlockKind

_SHORTEST = 8  # words; guessed
_NEAR = 40  # blocks on either side in which the paragraph is looked for; guessed
_SOURCE_WORDS = 6  # guessed
_PULLED = 5  # words of a pull quote; guessed


def _find(page: Page) -> Iterator[int]:
    titles = {page.keys[at] for at in range(len(page)) if page.kind(at) is BlockKind.TITLE}
    seen: set[str] = set()
    for at in page.left():
        key = page.keys[at]
        copied = n_words(page.text(at)) >= _SHORTEST and key in seen
        headline = n_words(page.text(at)) >= 2 and key in titles
        if page.kind(at) is not BlockKind.VERBATIM and (copied or headline or _is_pulled(page, at)):
            yield at
            if page.kind(at) is BlockKind.QUOTE and _is_source(page, at + 1):
                yield at + 1
        seen.add(key)


def _is_source(page: Page, at: int) -> bool:
    """Whether a block is the name under a pull quote."""
    if at >= len(page) or page.kind(at) is not BlockKind.QUOTE:
        return False
    return n_words(page.text(at)) <= _SOURCE_WORDS and not ends_sentence(page.text(at))


def _is_pulled(page: Page, at: int) -> bool:
    block = page.candidates[at].block
    if page.candidates[at].zone is not Zone.ASIDE and block.kind is not BlockKind.QUOTE:
        return False
    key = fold(block.text)
    near = (n for n in range(max(0, at - _NEAR), min(len(page), at + _NEAR)) if n != at and n not in page.gone)
    paragraphs = (n for n in near if not page.candidates[n].zone and page.kind(n) is BlockKind.PARAGRAPH)
    return n_words(block.text) >= _PULLED and any(key in page.keys[n] for n in paragraphs)


RULE = Rule("repeat", "the same text stands in the article already", _find)
