"""Comments of readers: a prompt to comment, a counter, and below a counted heading the comments themselves.

A counter proves nothing about what follows: sites print "12 comments" under the headline too.  So what follows must
look like comments - names, times, "Reply", short blocks - and hold no run of paragraphs that nobody signed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from xlate.documents.boilerplate import notice_phrases as phrases
from xlate.documents.boilerplate.page import Page, Rule, n_words
from xlate.documents.boilerplate.patterns import at_start
from xlate.documents.cleaning import ends_sentence

_LONGEST = 400  # characters; guessed
_COUNTED = re.compile(r"\w+ ?\(\d+\)\W*|\d+ \w+\W*|\w+ ?: ?\d+\W*")
_SIGNED = re.compile(r"[\w.-]{2,25}(?: [\w.-]{2,20})?: \S")  # "shahmat_72: Well done"
_REPLY = re.compile(
    r"\b(?:reply|like|report|ago|ответить|пожаловаться|назад|відповісти|тому|поскаржитися|адказаць|таму)\b",
    re.IGNORECASE,
)
_NAME_WORDS = 4
_UNSIGNED = 2  # paragraphs in a row that are an article and no comment; guessed


def _find(page: Page) -> Iterator[int]:
    for at in page.left():
        text = page.text(at)
        if len(text) > _LONGEST or not at_start(phrases.COMMENTS).match(text) or page.opens_prose(at, n_words(text)):
            continue
        counted = bool(_COUNTED.fullmatch(text)) and at > page.first_prose
        if counted or page.at_edge(at) or n_words(text) <= 2:
            yield at
        below = [other for other in page.left() if other > at]
        if counted and _are_comments(page, below):
            yield from below


def _are_comments(page: Page, blocks: Sequence[int]) -> bool:
    """Whether most paragraphs are signed: by a name before a colon, or by a line with a name or a time above."""
    prose = [at for at in blocks if page.is_prose(at)]
    unsigned = [at for at in prose if not _is_signed(page, at)]
    return len(unsigned) < _UNSIGNED and 2 * len(unsigned) <= len(prose)


def _is_signed(page: Page, at: int) -> bool:
    if _SIGNED.match(page.text(at)):
        return True
    above = page.text(at - 1)
    name = n_words(above) <= _NAME_WORDS and not ends_sentence(above) and not at_start(phrases.COMMENTS).match(above)
    return name or (len(above) <= 60 and bool(_REPLY.search(above)))


RULE = Rule("comments", "comments, or a prompt to comment", _find)
