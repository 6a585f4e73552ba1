"""Notes about the writer: "About the writer", "Об авторе", and what stands under it.

Without such a heading a note shows by its shape and place: below the last paragraph of the article, a person who is
nowhere in the article "is a reporter" who covers, is based, can be reached.  An article about a journalist names them
more than once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from xlate.documents.boilerplate import phrases
from xlate.documents.boilerplate.page import Page, Rule
from xlate.documents.boilerplate.patterns import anywhere, whole
from xlate.model import BlockKind

_NAME = r"[A-ZА-ЯЁІЇЄҐЎ][\w’'-]+"
_FULL_NAME = rf"(?:(?:{_NAME}\s+){{1,3}}?{_NAME}|{_NAME}(?: (?:van|von|de|der|la) | ){_NAME}(?: {_NAME})?)"
_NAME_ALONE = re.compile(rf"{_NAME}(?: {_NAME}){{1,2}}")
_VERB = r"(?:is\b|was\b|—|–|-|,|:|has\b|covers\b|writes\b|reports\b|піша\b|пише\b|пишет\b)"
_SUBJECT = re.compile(rf"\W*(?P<name>{_FULL_NAME})\s*{_VERB}")
_LONGEST = 900  # characters of a note; guessed
_HEADING_LENGTH = 60
_MOST_NOTES = 4  # writers of one article; guessed


def _find(page: Page) -> Iterator[int]:
    for at in page.left():
        text = page.text(at)
        if len(text) <= _HEADING_LENGTH and whole(phrases.WRITER_HEADINGS).fullmatch(text):
            notes = [below for below in page.section(at) if _is_note_place(page, at, below)]
            if notes or page.n_prose_after(at) == 0:
                yield at
                yield from notes
        elif len(text) <= _LONGEST and _is_unannounced(page, at):
            yield at
        elif len(text) <= _LONGEST and _is_under_name(page, at):
            yield from (at - 1, at)


def _is_note_place(page: Page, heading: int, at: int) -> bool:
    """The first paragraph under the heading, and further ones that speak of writing or contact."""
    return len(page.text(at)) <= _LONGEST and (at == heading + 1 or bool(anywhere(phrases.BIO).search(page.text(at))))


def _is_under_name(page: Page, at: int) -> bool:
    """A note that begins with what the person is, under the name: "Журналістка, авторка репортажів про села"."""
    begins = anywhere(phrases.ROLES).match(page.text(at))
    named = begins and _NAME_ALONE.fullmatch(page.text(at - 1)) and page.kind(at - 1) is not BlockKind.TITLE
    return bool(named) and at - 1 > page.first_prose and _n_later_prose(page, at) == 0


def _is_unannounced(page: Page, at: int) -> bool:
    found = _SUBJECT.match(page.text(at)) if page.n_prose_after(at) <= _MOST_NOTES else None
    if not found or not _speaks_of_writer(page.text(at)) or _n_later_prose(page, at) > 0:
        return False
    if not page.is_firm(at + 1) and not page.is_firm(at - 1) and len(anywhere(phrases.BIO).findall(page.text(at))) < 2:
        return False  # the last paragraph of an article about a reporter
    surname = found["name"].split()[-1]
    elsewhere = [other for other in page.left() if other != at and page.is_prose(other) and surname in page.text(other)]
    return not elsewhere


def _n_later_prose(page: Page, at: int) -> int:
    """Paragraphs below that are neither gone nor notes about further writers."""
    later = (other for other in range(at + 1, len(page)) if other not in page.gone and page.is_prose(other))
    return sum(not _speaks_of_writer(page.text(other)) for other in later)


def _speaks_of_writer(text: str) -> bool:
    return bool(anywhere(phrases.ROLES).search(text) and anywhere(phrases.BIO).search(text))


RULE = Rule("writer", "a note about the writer", _find)
