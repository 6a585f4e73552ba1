"""Aliases that lead in a circle: A is another name of B, and B of A - which of the two is written?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xlate.glossary.linting.base import LintFinding, found
from xlate.glossary.shelf import Entry, folded
from xlate.model import Severity

_Graph = dict[str, set[str]]


class AliasesRule:
    """Circles of any length within a language and kind, and an alias that only repeats its own term."""

    name = "aliases"

    def __call__(self, entries: Sequence[Entry]) -> Iterator[LintFinding]:
        graphs: dict[tuple[str, str], _Graph] = {}
        for entry in entries:
            for term in entry.concept.terms.values() if entry.concept else ():
                graph = graphs.setdefault((term.language, entry.concept.kind if entry.concept else ""), {})
                own = folded(term.text)
                graph.setdefault(own, set()).update(folded(a) for a in term.aliases if folded(a) != own)
        for entry in entries:
            for term in entry.concept.terms.values() if entry.concept else ():
                kind = entry.concept.kind if entry.concept else ""
                for alias in term.aliases:
                    if alias == term.text:
                        message = f'{term.language} "{alias}" repeats the term.'
                        yield found(entry, "aliases", self.name, Severity.WARNING, message, "Take it out.")
                if circle := _circle(folded(term.text), graphs[term.language, kind]):
                    message = f"{term.language} aliases lead in a circle: {' - '.join(circle)}."
                    yield found(entry, "aliases", self.name, Severity.ERROR, message, "Keep one row with the others.")


def _circle(start: str, graph: _Graph) -> list[str]:
    """A way from a term over aliases that are terms of other rows back to it; empty if there is none."""
    ways, seen = [[start]], {start}
    while ways:
        way = ways.pop()
        for following in sorted(graph.get(way[-1], ())):
            if following == start:
                return [*way, start]
            if following in graph and following not in seen:
                seen.add(following)
                ways.append([*way, following])
    return []
