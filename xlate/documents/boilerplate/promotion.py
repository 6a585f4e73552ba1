"""Newsletters, apps, channels, subscriptions, donations, tips: the outlet asks the reader for something.

An article may be about newsletters or call for donations, so three things must meet in a short paragraph: a request at
the beginning of a sentence and not in a quotation, and two of: a channel or means, the outlet speaking of itself or to
"you", a place at the edge of the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from xlate.documents.boilerplate import phrases
from xlate.documents.boilerplate.page import Page, Rule, unquoted
from xlate.documents.boilerplate.patterns import anywhere, at_sentence_start
from xlate.documents.cleaning import ends_sentence

_LONGEST = 400  # characters; guessed: pitches have one to four sentences
# Somebody in the article asks, not the outlet: "Sign up early, the post office advises."
_ATTRIBUTED = re.compile(
    r"\b(?:said|says|told|advises|advised|urged|urges|wrote|writes|asked|added|warned|"
    r"asks?|asking|сказал\w*|говорит\w*|советует|призвал\w*|заявил\w*|сообщил\w*|просит|просят|написал\w*|добавил\w*|"
    r"сказа(?:в|ла|ли)|каже|кажуть|радить|закликав|закликала|закликають|заявив|заявила|повідоми(?:в|ла)|додає|додала|"
    r"сказаў|сказала|кажа|кажуць|раіць|заклікаў|заклікала|заявіў|заявіла|паведаміў|паведаміла|дадае|дадала)\b",
    re.IGNORECASE,
)
_ENOUGH = 2


def _find(page: Page) -> Iterator[int]:
    yield from (at for at in page.left() if _is_promotion(page, at))
    for box in _boxes(page):
        asks = any(at_sentence_start(phrases.ASKING).search(page.text(at)) for at in box)
        if asks and 2 * sum(_speaks_of_itself(page.text(at)) for at in box) >= len(box):
            yield from box


def _boxes(page: Page) -> Iterator[list[int]]:
    """Three and more lines without a blank one between: a newsletter box as it is copied from a page."""
    box: list[int] = []
    for at in page.left():
        if box and not (page.candidates[at].tight and at == box[-1] + 1):
            yield from [box] if len(box) > 2 else []
            box = []
        box.append(at)
    yield from [box] if len(box) > 2 else []


def _is_promotion(page: Page, at: int) -> bool:
    text = unquoted(page.text(at))
    if len(page.text(at)) > _LONGEST or not at_sentence_start(phrases.ASKING).search(text) or _ATTRIBUTED.search(text):
        return False
    channel = bool(anywhere(phrases.CHANNELS).search(text)) or page.candidates[at].link_share > 0
    ours = bool(anywhere(phrases.OURS).search(text)) or page.names_outlet(text)
    alone = page.at_edge(at) and (at < page.first_prose or page.is_firm(at - 1) or not ends_sentence(text))
    return channel + ours + alone >= _ENOUGH


def _speaks_of_itself(text: str) -> bool:
    own = unquoted(text)
    signs = anywhere(phrases.CHANNELS).search(own) or anywhere(phrases.OURS).search(own)
    return bool(signs or at_sentence_start(phrases.ASKING).search(own)) and not _ATTRIBUTED.search(own)


RULE = Rule("promotion", "the outlet asks the reader to subscribe, follow, support or write", _find)
