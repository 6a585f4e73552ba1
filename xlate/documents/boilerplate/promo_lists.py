"""Lists of what a subscription brings: "Ad-free browsing", "Magazine delivered to your door".

A list below the article in which half of the items sell something goes as a whole, with the line above it ("Newsweek
cover") left to the rule about headings of nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from xlate.documents.boilerplate.page import Page, Rule
from xlate.model import BlockKind

_SELLING = re.compile(
    r"\bad-?free\b|\bno ads\b|\b(?:delivered|mailbox|inbox|to your door)\b|\bsubscri(?:be|ption)|"
    r"\bapps?\b|\bnewsletters?\b|"
    r"\bunlimited\b|\bcomment(?:s|ing)?\b|\bexclusive\b|\bmembers?(?:hip)?\b|\bpodcasts?\b|\bdevices?\b|\baudio\b|"
    r"\bfree trial\b|\bcancel any ?time\b|\bmagazine\b|\.(?:com|net|org|by|ua|ru|example)\b|"
    r"без рекламы|подписк|рассылк|приложени|доступ|эксклюзив|без реклами|підписк|розсилк|застосун|ексклюзив|"
    r"без рэкламы|падпіск|рассылк|дадатак|эксклюзіў",
    re.IGNORECASE,
)
_SELLING_SHARE = 0.5  # of the items; guessed


def _find(page: Page) -> Iterator[int]:
    for run in _lists(page):
        selling = sum(bool(_SELLING.search(page.text(at))) for at in run)
        if len(run) > 1 and selling >= _SELLING_SHARE * len(run) and page.n_prose_after(run[-1]) == 0:
            yield from run


def _lists(page: Page) -> Iterator[list[int]]:
    run: list[int] = []
    for at in range(len(page)):
        if page.kind(at) is BlockKind.LIST_ITEM and at not in page.gone:
            run.append(at)
        elif run:
            yield run
            run = []
    if run:
        yield run


RULE = Rule("promo-list", "a list of what a subscription brings", _find)
