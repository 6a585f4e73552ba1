"""Menus, breadcrumbs and tickers in text that was copied from a page: "Home | World | Politics", "Главная » Экология".

At the edge of the article, several short names in one line parted by bars or arrows, or three and more lines of at most
three words.  Rows of tables look alike but hold numbers, and stand inside the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from xlate.documents.boilerplate.page import Page, Rule, n_words
from xlate.documents.cleaning import ends_sentence
from xlate.model import BlockKind

_SEPARATOR = re.compile(r"\s*[|·•›→⋅]\s*|\s+[/>»]\s+")
_CRUMBS = re.compile(r"[›»→]")
_CONTENTS = re.compile(
    r"(?:in this (?:article|story)|(?:table of )?contents|on this page|содержание|в (?:этой )?статье|"
    r"зміст|у (?:цій )?статті|змест|у (?:гэтым )?артыкуле)\W*",
    re.IGNORECASE,
)
_LONGEST = 400  # characters; guessed
_LONGEST_NAME = 4  # words of one entry; guessed
_SHORTEST_RUN = 3  # lines
_MENU_WORDS = 3


def _find(page: Page) -> Iterator[int]:
    for at in page.left():
        if _is_bar(page, at):
            yield at
    yield from _runs(page)
    yield from _contents(page)
    for at in page.left():
        linked = page.candidates[at].link_share >= 0.8 and not ends_sentence(page.text(at))
        if linked and page.at_edge(at) and not page.is_heading(at):
            yield at


def _contents(page: Page) -> Iterator[int]:
    """A list of links to the headings below it, with the line above."""
    headings = {page.keys[at]: at for at in page.left() if page.is_heading(at)}
    entries = {at for at in page.left() if page.is_linked(at) and headings.get(page.keys[at], -1) > at}
    if len(entries) > 1:
        yield from entries
    for at in page.left():
        if _CONTENTS.fullmatch(page.text(at)) and (at + 1 in entries or page.is_firm(at + 1)):
            yield at


def _is_bar(page: Page, at: int) -> bool:
    text = page.text(at)
    if len(text) > _LONGEST:
        return False
    names = [name for name in _SEPARATOR.split(text) if name]
    short = all(n_words(name) <= _LONGEST_NAME for name in names)
    if not short or ends_sentence(text) or page.kind(at) is BlockKind.LIST_ITEM:
        return False
    if len(names) >= 3 and (page.at_edge(at) or page.is_linked(at)):
        crumbs = bool(_CRUMBS.search(text)) and at < page.first_prose
        return crumbs or not any(char.isdigit() for char in text) or page.is_linked(at)
    return len(names) == 2 and page.is_linked(at)


def _runs(page: Page) -> Iterator[int]:
    """Runs of very short lines above the article; the last is spared if it may be the headline."""
    run: list[int] = []
    for at in range(page.first_prose if page.first_prose < len(page) else 0):
        if _is_entry(page, at):
            run.append(at)
            continue
        yield from _menu(page, run)
        run = []
    yield from _menu(page, run)


def _menu(page: Page, run: list[int]) -> list[int]:
    if run and run[-1] + 1 == page.first_prose:
        run = run[:-1]
    return run if len(run) >= _SHORTEST_RUN else []


def _is_entry(page: Page, at: int) -> bool:
    text = page.text(at)
    short = n_words(text) <= _MENU_WORDS and not ends_sentence(text) and not text.endswith(":")
    return (
        short and page.kind(at) in (BlockKind.PARAGRAPH, BlockKind.HEADING) and not any(char.isdigit() for char in text)
    )


RULE = Rule("menu", "menu, breadcrumbs or links of the site", _find)
