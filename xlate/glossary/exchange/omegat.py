"""OmegaT's glossary: three tab-separated columns, source, target, comment (OmegaT manual, "Glossaries").

It holds names and a comment, so facts stand at the head of the comment - ``person, m: president of Belarus`` - and an
alias is a line of its own, ``alias of Lukashenko``.  Forbidden spellings and forms find no place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from xlate.glossary.concept import Concept, Gender, Kind, Number
from xlate.glossary.row import BadCell, Problem, parse_row

_ALIAS = "alias of "
_FACTS = re.compile(
    rf"^(?P<kind>{'|'.join(Kind)})(?:, (?P<gender>[mfn]))?(?:, (?P<number>pl))?(?:, domain (?P<domain>[^:]+))?(?:: |$)"
)


@dataclass(slots=True)
class _Row:
    place: str
    source: str
    target: str
    comment: str
    aliases: tuple[list[str], list[str]] = field(default_factory=lambda: ([], []))


def render_omegat(concepts: Iterable[Concept], pair: tuple[str, str]) -> str:
    """A line for each concept that both languages have, and one for each of its aliases."""
    lines = []
    for concept in concepts:
        if all(code in concept.terms for code in pair):
            left, right = (concept.terms[code] for code in pair)
            lines.append((left.text, right.text, _comment(concept, pair[1])))
            lines += [(alias, right.text, f"{_ALIAS}{left.text}") for alias in left.aliases]
            lines += [(left.text, alias, f"{_ALIAS}{right.text}") for alias in right.aliases]
    return "".join("\t".join(" ".join(cell.split()) for cell in line) + "\n" for line in lines)


def read_omegat(text: str, name: str, pair: tuple[str, str]) -> tuple[list[Concept], list[Problem]]:
    """The inverse, for any file of two or three columns; ``#`` begins a comment line, as in OmegaT."""
    rows: list[_Row] = []
    problems = []
    for line, content in enumerate(text.splitlines(), 1):
        if not content.strip() or content.startswith("#"):
            continue
        source, target, comment = (*(cell.strip() for cell in content.split("\t")), "", "", "")[:3]
        if not source or not target:
            problems.append(Problem(f"{name}:{line}", "row", "no source or no target.", "Write source, tab, target."))
        elif not (comment.startswith(_ALIAS) and _joined(rows, source, target, comment.removeprefix(_ALIAS))):
            rows.append(_Row(f"{name}:{line}", source, target, comment))
    concepts = []
    for row in rows:
        try:
            concepts.append(_concept(row, pair))
        except BadCell as error:
            problems.append(Problem(row.place, error.column, str(error), error.hint))
    return concepts, problems


def _comment(concept: Concept, target: str) -> str:
    number = "pl" if concept.number_in(target) is Number.PLURAL else ""
    domain = f"domain {concept.domain.replace(':', ' ')}" if concept.domain else ""
    facts = ", ".join(filter(None, (concept.kind, concept.gender_in(target), number, domain)))
    return f"{facts}: {concept.note}" if concept.note else facts


def _joined(rows: Sequence[_Row], source: str, target: str, of: str) -> bool:
    """Whether the alias found its row."""
    for row in reversed(rows):
        if row.target == target and row.source == of:
            row.aliases[0].append(source)
            return True
        if row.source == source and row.target == of:
            row.aliases[1].append(target)
            return True
    return False


def _concept(row: _Row, pair: tuple[str, str]) -> Concept:
    facts = _FACTS.match(row.comment)
    gender = Gender(facts["gender"] or "") if facts else Gender.UNKNOWN
    cells = {
        pair[0]: row.source,
        pair[1]: row.target,
        "kind": facts["kind"] if facts else "",
        "gender": str(gender),
        "number": (facts["number"] or "") if facts else "",
        "domain": (facts["domain"] or "") if facts else "",
        "note": row.comment[facts.end() :] if facts else row.comment,
        "aliases": " | ".join(_listed(code, listed) for code, listed in zip(pair, row.aliases, strict=True) if listed),
    }
    return parse_row(cells, row.place)


def _listed(code: str, aliases: Iterable[str]) -> str:
    return f"{code}: {'; '.join(aliases)}"
