"""Small notices that sites put around every article: cookies, copyright, sharing, tags, comments, misprints, adverts.

A notice is short, and it is all that its block says.  Phrases that articles also use ("при перепечатке ссылка ...",
"found a mistake") count only at the edge of the article, where nothing but boilerplate follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from xlate.documents.boilerplate import notice_phrases as phrases
from xlate.documents.boilerplate.page import Page, Rule, n_words
from xlate.documents.boilerplate.patterns import anywhere, at_start
from xlate.documents.cleaning import ends_sentence

_LONGEST = 400  # characters; guessed
_BUTTON = 100  # characters of what stands on buttons; guessed
_BARE_RIGHTS = re.compile(r"\W*(?:©|\(c\)|copyright (?:©|\(c\)|\d{4})).{0,100}$", re.IGNORECASE)
_TAG_WORDS = 4


def _begins(name: str, reason: str, table: str, longest: int = _LONGEST) -> Rule:
    """A rule for blocks that begin with a phrase of the table and are no longer than ``longest``."""

    def find(page: Page) -> Iterator[int]:
        fitting = (at for at in page.left() if len(page.text(at)) <= longest and at_start(table).match(page.text(at)))
        if name == "advert":
            return fitting
        return (at for at in fitting if not (page.is_heading(at) and page.opens_prose(at, n_words(page.text(at)))))

    return Rule(name, reason, find)


def _find_rights(page: Page) -> Iterator[int]:
    """Rights are stated at the edge of the page; an article about copyright speaks of them in its middle."""
    for at in page.left():
        text = page.text(at)
        stated = len(text) <= _LONGEST and page.at_edge(at) and anywhere(phrases.RIGHTS).search(text)
        links = len(text) <= _BUTTON and _policies().fullmatch(text) and not page.opens_prose(at, n_words(text))
        if stated or _BARE_RIGHTS.match(text) or links:
            yield at


@cache
def _policies() -> re.Pattern[str]:
    return re.compile(rf"(?:\W*\b{anywhere(phrases.POLICIES).pattern}\b\W*)+", re.IGNORECASE)


def _find_share(page: Page) -> Iterator[int]:
    for at in page.left():
        text = page.text(at)
        label = at_start(phrases.SHARE_LABEL).match(text) and not ends_sentence(text)
        if len(text) <= _BUTTON and (label or at_start(phrases.SHARE).match(text)):
            yield at


def _find_misprint(page: Page) -> Iterator[int]:
    for at in page.left():
        text = page.text(at)
        prompt = len(text) <= _LONGEST and anywhere(phrases.MISPRINT).search(text)
        if prompt and ("ctrl" in text.lower() or page.at_edge(at)):
            yield at


def _find_tags(page: Page) -> Iterator[int]:
    """A line of tags, no sentence: "Темы: мир, хлеб"; under a heading ("Related Topics") the tags themselves."""
    for at in page.left():
        text = page.text(at)
        if len(text) > _LONGEST or ends_sentence(text) or not at_start(phrases.TAGS).match(text):
            continue
        if page.at_edge(at) or page.is_linked(at) or page.is_heading(at):
            yield at
            yield from _links_below(page, at)


def _links_below(page: Page, at: int) -> Iterator[int]:
    for below in range(at + 1, len(page)):
        if not page.is_linked(below) or n_words(page.text(below)) > _TAG_WORDS:
            return
        yield below


RULES = (
    _begins("cookies", "cookie notice", phrases.COOKIES),
    Rule("rights", "notice of rights or of who is responsible", _find_rights),
    Rule("share", "share buttons", _find_share),
    Rule("tags", "tags", _find_tags),
    Rule("misprint", "prompt to report mistakes", _find_misprint),
    _begins("advert", "mark of an advertisement", phrases.ADVERTS, _BUTTON),
    _begins("buttons", "button or link of the site", phrases.BUTTONS, _BUTTON),
    _begins("desk", "how to reach the newsroom or the site", phrases.DESK, 250),
)
