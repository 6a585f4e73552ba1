"""Headings of nothing: "Uncommon Knowledge" and "Newsweek cover" after their slogans and lists have gone.

A heading goes with its section only if all of the section was taken out as boilerplate that makes sections: a photo
caption or an advert between two headings proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from xlate.documents.boilerplate.page import Page, Rule

_HEADING_LENGTH = 120


def find_after(page: Page, reasons: dict[int, str], incidental: frozenset[str]) -> Iterator[int]:
    """The headings whose whole section is gone for reasons other than the incidental ones."""
    for at in page.left():
        if not page.is_heading(at) or len(page.text(at)) > _HEADING_LENGTH:
            continue
        section = list(page.section(at))
        gone = [below for below in section if below in reasons]
        if section and len(gone) == len(section) and any(reasons[below] not in incidental for below in gone):
            yield at


RULE = Rule("empty-section", "the heading of a section that was taken out", lambda _: ())
