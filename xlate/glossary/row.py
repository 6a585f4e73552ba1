"""One row of a termbase file: cells to a concept and back.  glossaries/README.md says what a cell holds."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from xlate import languages
from xlate.glossary.concept import Concept, Form, Gender, Kind, Number, Status, Term

FACTS = (
    "kind", "gender", "number", "flags", "aliases", "forbidden", "forms", "domain", "of", "status", "note", "source",
    "date",
)  # fmt: skip
MAX_TERM = 120  # characters; the longest official name of an organisation in use is shorter
_Enum = TypeVar("_Enum", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a row: where, in which column, and how to mend it."""

    place: str
    column: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        return f"{self.place}: {self.column}: {self.message}" + (f" {self.hint}" if self.hint else "")


class BadCell(ValueError):
    """A cell that cannot be read: (column, message, hint)."""

    def __init__(self, column: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.column, self.hint = column, hint


def parse_row(cells: Mapping[str, str], place: str) -> Concept:
    """The concept of a row; BadCell for the first cell that cannot be read."""
    texts = {c: _text(c, value) for c, value in cells.items() if c not in FACTS and value.strip()}
    if not texts:
        raise BadCell("terms", "the row has no term in any language.", "Write one, or delete the row.")
    gender, genders = _by_language("gender", cells.get("gender", ""), Gender)
    number, numbers = _by_language("number", cells.get("number", ""), Number)
    flags, flagged = _flags(cells.get("flags", ""))
    aliases = _lists("aliases", cells.get("aliases", ""), texts)
    forbidden = _lists("forbidden", cells.get("forbidden", ""), texts)
    forms = _forms(cells.get("forms", ""), texts)
    terms = {
        code: Term(
            code,
            text,
            aliases.get(code, ()),
            forbidden.get(code, ()),
            forms.get(code, {}),
            genders.get(code, Gender.UNKNOWN),
            numbers.get(code),
            code in flagged,
        )
        for code, text in texts.items()
    }
    kind = _value("kind", cells.get("kind", "").strip() or "other", Kind)
    return Concept(
        kind=kind,
        terms=terms,
        gender=gender or Gender.UNKNOWN,
        number=number or Number.SINGULAR,
        animate=kind is Kind.PERSON or "animate" in flags,
        indeclinable="indeclinable" in flags,
        do_not_translate="dnt" in flags,
        status=_value("status", cells.get("status", "").strip() or "approved", Status),
        place=place,
        **{name: cells.get(name, "").strip() for name in ("domain", "of", "note", "source", "date")},
    )


def render_row(concept: Concept, columns: Sequence[str]) -> dict[str, str]:
    """The cells of a concept; the inverse of ``parse_row``."""
    terms = concept.terms
    cells = {code: term.text for code, term in terms.items()}
    genders = {code: term.gender for code, term in terms.items() if term.gender}
    numbers = {code: term.number for code, term in terms.items() if term.number}
    singular = "" if concept.number is Number.SINGULAR else str(concept.number)
    cells |= {
        "kind": str(concept.kind),
        "gender": _joined(str(concept.gender), genders),
        "number": _joined(singular, numbers),
        "flags": " ".join(_flag_names(concept)),
        "aliases": _shown_lists({code: term.aliases for code, term in terms.items()}),
        "forbidden": _shown_lists({code: term.forbidden for code, term in terms.items()}),
        "forms": "; ".join(
            f"{code}.{form}={'/'.join(spellings)}"
            for code, term in terms.items()
            for form, spellings in term.forms.items()
        ),
        "domain": concept.domain,
        "of": concept.of,
        "status": "" if concept.status is Status.APPROVED else str(concept.status),
        "note": concept.note,
        "source": concept.source,
        "date": concept.date,
    }
    return {column: cells.get(column, "") for column in columns}


def _text(code: str, value: str) -> str:
    text = unicodedata.normalize("NFC", " ".join(value.split()))
    if not languages.known(code):
        raise BadCell(code, f'"{code}" is neither a language code nor a known column.', f"Columns: {', '.join(FACTS)}.")
    if len(text) > MAX_TERM:
        raise BadCell(code, f"a term of {len(text)} characters.", f"Terms have at most {MAX_TERM}; shorten it.")
    return text


def _value(column: str, text: str, kind: type[_Enum]) -> _Enum:
    try:
        return kind(text.strip().lower())
    except ValueError as error:
        valid = ", ".join(value for value in kind if value)
        raise BadCell(column, f'"{text}" is not a {column}.', f"Valid: {valid}.") from error


def _by_language(column: str, cell: str, kind: type[_Enum]) -> tuple[_Enum | None, dict[str, _Enum]]:
    """``f be=m`` as the general value and the exceptions."""
    general, exceptions = None, {}
    for part in cell.split():
        code, equals, value = part.rpartition("=")
        if equals:
            exceptions[code] = _value(column, value, kind)
        else:
            general = _value(column, value, kind)
    return general, exceptions


def _flags(cell: str) -> tuple[set[str], set[str]]:
    """The flags, and the languages in which the term is indeclinable."""
    flags, flagged = set(), set()
    for part in cell.split():
        name, _, codes = part.partition("=")
        if name not in ("animate", "indeclinable", "dnt"):
            raise BadCell("flags", f'"{part}" is not a flag.', "Flags: animate, indeclinable, indeclinable=ru,uk, dnt.")
        if codes:
            flagged |= set(codes.split(","))
        else:
            flags.add(name)
    return flags, flagged


def _lists(column: str, cell: str, texts: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """``en: A; B | ru: C`` as names by language."""
    found: dict[str, tuple[str, ...]] = {}
    for part in filter(None, map(str.strip, cell.split("|"))):
        code, colon, listed = part.partition(":")
        if not colon or code.strip() not in texts:
            hint = f"Write them like: {next(iter(texts))}: First name; Second name"
            raise BadCell(column, f'"{part}" names no language of this row.', hint)
        given = (unicodedata.normalize("NFC", " ".join(name.split())) for name in listed.split(";"))
        found[code.strip()] = tuple(dict.fromkeys(name for name in given if name))
    return found


def _forms(cell: str, texts: Mapping[str, str]) -> dict[str, dict[Form, tuple[str, ...]]]:
    """``be.gen=Лукашэнкі; ru.gen.pl=...`` as spellings by language and form."""
    found: dict[str, dict[Form, tuple[str, ...]]] = {}
    for part in filter(None, map(str.strip, cell.split(";"))):
        name, equals, spellings = part.partition("=")
        code, _, form = name.strip().partition(".")
        try:
            key = Form.parse(form)
        except ValueError as error:
            raise BadCell("forms", f'"{part}" is not a form.', "Write forms like: be.gen=Лукашэнкі") from error
        if not equals or code not in texts or not spellings.strip():
            raise BadCell("forms", f'"{part}" names no language of this row.', "Write forms like: be.gen=Лукашэнкі")
        found.setdefault(code, {})[key] = tuple(s.strip() for s in spellings.split("/") if s.strip())
    return found


def _joined(general: str, exceptions: Mapping[str, object]) -> str:
    return " ".join(filter(None, (general, *(f"{code}={value}" for code, value in exceptions.items()))))


def _flag_names(concept: Concept) -> list[str]:
    flagged = [code for code, term in concept.terms.items() if term.indeclinable]
    names = [
        ("animate", concept.animate and concept.kind is not Kind.PERSON),
        ("indeclinable", concept.indeclinable),
        (f"indeclinable={','.join(flagged)}", bool(flagged)),
        ("dnt", concept.do_not_translate),
    ]
    return [name for name, holds in names if holds]


def _shown_lists(lists: Mapping[str, Sequence[str]]) -> str:
    return " | ".join(f"{code}: {'; '.join(names)}" for code, names in lists.items() if names)
