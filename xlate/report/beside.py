"""The files that may stand beside a translated article, by their endings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from xlate.model import TranslationResult


@dataclass(frozen=True, slots=True)
class Beside:
    """Which of them are wanted."""

    report: bool = False
    as_json: bool = False
    tmx: bool = False
    xlsx: bool = False
    markdown: bool = False

    def __bool__(self) -> bool:
        return self.report or self.as_json or self.tmx or self.xlsx or self.markdown

    def files(self, result: TranslationResult) -> Iterator[tuple[str, bytes]]:
        """Ending and content of each; what makes them is loaded when it is wanted."""
        if self.report:
            from xlate.report.html import render_html

            yield ".report.html", render_html(result).encode()
        if self.as_json:
            from xlate.report.json import render_json

            yield ".json", render_json([result]).encode()
        if self.tmx:
            from xlate.tmx import render_tmx

            yield ".tmx", render_tmx([result]).encode()
        if self.xlsx:
            from xlate.report.review import render_review_xlsx

            yield ".review.xlsx", render_review_xlsx(result)
        if self.markdown:
            from xlate.report.review import render_review_markdown

            yield ".review.md", render_review_markdown(result).encode()
