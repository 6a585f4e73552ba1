"""Records with terms of their own: JSON lines in, the same lines with their translation out.

    {"text": "Open the pane.", "terms": {"pane": "область"}, "id": 7}
    {"text": "Open the pane.", "terms": [{"term": "pane", "wanted": "область", "status": "satisfied", ...}], "id": 7,
     "translation": "Откройте область.", "findings": []}

A line that cannot be read becomes a BadLine and goes to a list of its own; blank lines stay where they are.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NoReturn

from xlate.documents.cleaning import clean_text
from xlate.errors import InputError
from xlate.glossary.row import MAX_TERM
from xlate.glossary.termbase import Termbase
from xlate.model import TranslationResult
from xlate.report.json import finding_fields, term_fields

_LINE_BREAK = re.compile("\r\n|\r|\n")
ABSENT = "absent"  # a term of the record that its text does not have


@dataclass(frozen=True, slots=True)
class Fields:
    """What the text and its translation are called in the records."""

    text: str = "text"
    target: str = "translation"


DEFAULT = Fields()


@dataclass(frozen=True, slots=True)
class Record:
    """A line that can be translated: ``lines`` of its text, its terms, and everything else it holds."""

    line: int
    content: Mapping[str, Any]
    lines: tuple[str, ...]
    terms: Mapping[str, str] = field(default_factory=dict)

    def termbase(self, source: str, target: str) -> Termbase | None:
        """The record's own terms; None if it has none."""
        return Termbase.of_pairs(self.terms, source, target, f"line {self.line}") if self.terms else None


@dataclass(frozen=True, slots=True)
class Blank:
    """An empty line."""

    line: int


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that is no record, and why."""

    line: int
    raw: str
    message: str
    hint: str = ""

    def error(self, name: str) -> InputError:
        return InputError(f"{name}:{self.line}: {self.message}", self.hint)


Item = Record | Blank | BadLine


def read_records(data: bytes, name: str, fields: Fields = DEFAULT) -> list[Item]:
    """One item a line, in order.  InputError if the file is no UTF-8."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{name}: is not UTF-8 (byte {error.start}).", "Save it as UTF-8.") from error
    lines = text.removesuffix("\n").split("\n") if text else []
    return [_item(number, line.removesuffix("\r"), fields) for number, line in enumerate(lines, 1)]


def render_record(record: Record, result: TranslationResult, fields: Fields = DEFAULT) -> str:
    """The record's line with its translation, what became of its terms, and what the checks found."""
    hits = [(term_fields(hit), hit.term) for unit in result.units for hit in unit.terms]
    met = {_folded(term) for _, term in hits}
    absent = [
        {"term": term, "wanted": wanted, "status": ABSENT}
        for term, wanted in record.terms.items()
        if _folded(term) not in met
    ]
    content = {
        **record.content,
        fields.target: "\n".join(result.block_targets()),
        "terms": [*(hit for hit, _ in hits), *absent],
        "findings": [finding_fields(finding) for _, finding in result.findings],
    }
    return json.dumps(content, ensure_ascii=False) + "\n"


def render_errors(bad: list[BadLine]) -> str:
    """The broken lines as JSON lines of their own: number, what is wrong, the line as it was."""
    rows = ({"line": b.line, "error": " ".join(filter(None, (b.message, b.hint))), "raw": b.raw} for b in bad)
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _item(number: int, line: str, fields: Fields) -> Item:
    if not line.strip():
        return Blank(number)
    try:
        return _record(number, line, fields)
    except _BadRecord as error:
        return BadLine(number, line, str(error), error.hint)


class _BadRecord(ValueError):
    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


def _record(number: int, line: str, fields: Fields) -> Record:
    try:
        content = json.loads(line, parse_constant=_refuse)
        json.dumps(content, ensure_ascii=False, allow_nan=False).encode()
    except (ValueError, RecursionError) as error:
        at = f" at column {error.colno}" if isinstance(error, json.JSONDecodeError) else ""
        reason = error.msg if isinstance(error, json.JSONDecodeError) else _reason(error)
        raise _BadRecord(f"is no JSON{at}: {reason}.", "Every line is an object of its own.") from error
    if not isinstance(content, dict):
        raise _BadRecord("is JSON, but no object.", f'Write it like {{"{fields.text}": "..."}}')
    text = content.get(fields.text)
    if not isinstance(text, str):
        what = "has no" if fields.text not in content else "holds no text in"
        raise _BadRecord(f'{what} "{fields.text}".', "Say what the field is called with --text-field.")
    lines = tuple(" ".join(clean_text(part).split("\n")) for part in _LINE_BREAK.split(text))
    return Record(number, content, lines, _terms(content.get("terms")))


def _terms(given: object) -> dict[str, str]:
    if given is None:
        return {}
    hint = 'Write them like "terms": {"pane": "область"}'
    if not isinstance(given, dict) or not all(isinstance(value, str) for value in given.values()):
        raise _BadRecord('"terms" is no object of source and target.', hint)
    terms = {_clean(source): _clean(target) for source, target in given.items()}
    if not all(terms) or not all(terms.values()):
        raise _BadRecord('"terms" has an empty source or target.', hint)
    long = next((text for pair in terms.items() for text in pair if len(text) > MAX_TERM), "")
    if long:
        raise _BadRecord(f'a term of {len(long)} characters: "{long[:40]}...".', f"Terms have at most {MAX_TERM}.")
    return terms


def _clean(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))


def _folded(text: str) -> str:
    return _clean(text).casefold()


def _reason(error: Exception) -> str:
    if isinstance(error, UnicodeEncodeError):
        return "half a character (a lone surrogate)"
    return "nested too deep" if isinstance(error, RecursionError) else str(error)


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON number")


def records(items: list[Item]) -> Iterator[Record]:
    """Those that can be translated."""
    return (item for item in items if isinstance(item, Record))
