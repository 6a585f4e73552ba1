"""What a page says against itself, and where it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page


def complaints_of(page: Page) -> list[str]:
    """Fills with what the page writes to the console, its errors, and every address that it asks for but files."""
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: complaints.append(request.url) if not request.url.startswith("file:") else None)
    return complaints


def assert_at(page: Page, row: str) -> None:
    """The address of a page ends in a row's id; the browser says so a moment after the page's script has done it."""
    from playwright.sync_api import expect

    expect(page).to_have_url(re.compile(f"#{re.escape(row)}$"))
