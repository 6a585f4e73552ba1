"""A translation as a table to correct, a workbook or Markdown; ``xlate memory learn`` takes the corrections back."""

from __future__ import annotations

from collections.abc import Iterator

from xlate import languages
from xlate.memory.edited import COLUMNS, escaped, mark
from xlate.model import UNDETERMINED, Origin, TranslationResult, TranslationUnit
from xlate.report.compare_text import plain
from xlate.spreadsheet import Cell, render_sheet

_WIDTHS = (5, 60, 60, 40, 12, 7, 40, 40, 28)  # characters
_AS_TRANSLATED = COLUMNS.index("as translated")


def render_review_xlsx(result: TranslationResult) -> bytes:
    """One sheet, a row for each segment: the column ``target`` is to be edited, the next one keeps what it was."""
    return render_sheet(COLUMNS, _rows(result), "Translation", _WIDTHS)


def render_review_markdown(result: TranslationResult) -> str:
    """One table, a row for each segment; a line break within a cell is ``<br>``."""
    names = [languages.name(code) for code in (result.source_language, result.target_language)]
    lines = [
        f"# {plain(result.document.name)}",
        "",
        f"{names[0]} to {names[1]}. Edit the column *target*, then run `xlate memory learn` on this file.",
        "",
        _line(COLUMNS),
        _line(["---"] * len(COLUMNS)),
        *(_line([escaped(str(cell)) for cell in row]) for row in _rows(result)),
        "",
        f"Made offline by xlate: {plain(str(result.signature))}",
    ]
    return "\n".join(lines) + "\n"


def _rows(result: TranslationResult) -> Iterator[tuple[Cell, ...]]:
    for number, unit in enumerate(result.units, 1):
        found = "\n".join(f"{finding.check} ({finding.severity}): {finding.message}" for finding in unit.findings)
        score = "" if unit.score is None else round(unit.score, 3)
        yield (
            *(number, unit.source, unit.target, unit.target, str(unit.origin), score),
            *(found, _suggested(unit), _mark(unit, result)),
        )


def _line(cells: list[str] | tuple[str, ...]) -> str:
    """A row without the column ``as translated``: in plain text there is a version control for that."""
    return f"| {' | '.join(cell for at, cell in enumerate(cells) if at != _AS_TRANSLATED)} |"


def _mark(unit: TranslationUnit, result: TranslationResult) -> str:
    if unit.origin is Origin.COPIED or not unit.source.strip():
        return ""
    detected = unit.segment.language
    source = result.source_language if detected == UNDETERMINED else detected
    return mark((unit.route.source if unit.route else source, result.target_language), unit.source, unit.target)


def _suggested(unit: TranslationUnit) -> str:
    found = unit.suggestion
    return f"{found.likeness:.0%} {found.source} = {found.target}" if found else ""
