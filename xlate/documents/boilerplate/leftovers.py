"""What is left between boilerplate: the masthead above a menu, a slogan or a label below the end of the article.

No word of it proves anything; its place does.  Below the last paragraph, once boilerplate has begun, short blocks that
are no sentences go; a paragraph between boilerplate there goes only if it speaks to the reader or of the outlet.  Above
the headline what is shorter than a headline goes if a menu stands there too.
"""

from __future__ import annotations

from collections.abc import Iterator

from xlate.documents.boilerplate import phrases
from xlate.documents.boilerplate.page import Page, Rule, n_words
from xlate.documents.boilerplate.patterns import anywhere, at_sentence_start
from xlate.documents.cleaning import ends_sentence
from xlate.model import BlockKind

_HEADLINE_WORDS = 4  # guessed
_MASTHEAD_WORDS = 6  # of a name in capitals; guessed
_KICKER_WORDS = 3  # guessed
_LONGEST = 400  # characters; guessed
_SURE = 2  # blocks of boilerplate that show where the article has ended; guessed


def _find(page: Page) -> Iterator[int]:
    if page.first_prose == len(page):
        return
    yield from _above(page)
    yield from _below(page)
    last = next((at for at in reversed(list(page.left())) if page.is_prose(at)), None)
    if last is not None and _is_between(page, last) and _speaks_to_reader(page, last):
        yield last


def _above(page: Page) -> Iterator[int]:
    """Short blocks above a headline with a menu between or beside them."""
    menus = [at for at in range(page.first_prose) if page.reasons.get(at) in page.menu_reasons]
    if not menus:
        return
    headlines = (at for at in range(menus[0], page.first_prose) if _may_be_headline(page, at))
    headline = next(headlines, None)
    for at in page.left():
        if headline is None or at >= headline or page.is_prose(at):
            return
        if n_words(page.text(at)) <= _KICKER_WORDS or _is_masthead(page.text(at)):
            yield at


def _may_be_headline(page: Page, at: int) -> bool:
    text = page.text(at)
    masthead = _is_masthead(text) and page.reasons.get(at + 1) in page.menu_reasons
    return at not in page.gone and page.is_heading(at) and n_words(text) >= _HEADLINE_WORDS and not masthead


def _is_masthead(text: str) -> bool:
    return text.isupper() and n_words(text) <= _MASTHEAD_WORDS


def _below(page: Page) -> Iterator[int]:
    """Blocks that are no sentences, below the last paragraph and below the first boilerplate there."""
    last = max((at for at in range(len(page)) if page.is_prose(at) and at not in page.gone), default=len(page))
    firm = [at for at in range(last + 1, len(page)) if page.is_firm(at)]
    if len(firm) < _SURE:
        return
    for at in page.left():
        text, kind = page.text(at), page.kind(at)
        if at < firm[0] or kind in (BlockKind.QUOTE, BlockKind.VERBATIM) or len(text) > _LONGEST:
            continue
        if kind is BlockKind.LIST_ITEM and not page.is_linked(at):
            continue
        label = not ends_sentence(text) and not text.endswith((":", ";")) and not _opens_something(page, at)
        if label or (_is_between(page, at) and _speaks_to_reader(page, at)):
            yield at


def _opens_something(page: Page, at: int) -> bool:
    """Whether a heading has a list or a sentence of the article right under it."""
    below = at + 1
    if not page.is_heading(at) or below >= len(page) or below in page.gone:
        return False
    return page.kind(below) is BlockKind.LIST_ITEM or ends_sentence(page.text(below))


def _is_between(page: Page, at: int) -> bool:
    below = range(at + 1, len(page))
    return page.is_firm(at - 1) and len(page.text(at)) <= _LONGEST and all(other in page.gone for other in below)


def _speaks_to_reader(page: Page, at: int) -> bool:
    text = page.text(at)
    ours = anywhere(phrases.OURS).search(text) or at_sentence_start(phrases.ASKING).search(text)
    return bool(ours or anywhere(phrases.CHANNELS).search(text) or page.names_outlet(text))


RULE = Rule("leftover", "stands between boilerplate, outside the article", _find)
