"""Rows that contradict themselves or one another, within a language and between languages.

a spelling forbidden in one row and wanted in another        error: no translation can please both
a name that leads to two rows of one kind, with different targets, and no domain to tell them apart        warning
the same where only the English differs (press secretary, spokesperson): synonyms, the first is written      info
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from xlate.glossary.concept import Term
from xlate.glossary.linting.base import LintFinding, found
from xlate.glossary.shelf import Entry, folded
from xlate.glossary.termbase import key, names
from xlate.model import Severity

_Names = dict[tuple[str, str], list[tuple[Entry, Term]]]


class FightsRule:
    """Forbidden against wanted spellings, and one name with several answers."""

    name = "conflict"

    def __call__(self, entries: Sequence[Entry]) -> Iterator[LintFinding]:
        wanted: _Names = defaultdict(list)  # (language, name) -> rows whose term it is
        called: _Names = defaultdict(list)  # ... whose term or alias it is
        for entry in entries:
            for term in entry.concept.terms.values() if entry.concept else ():
                wanted[term.language, folded(term.text)].append((entry, term))
                for name in dict.fromkeys(map(folded, names(term))):
                    called[term.language, name].append((entry, term))
        for entry in entries:
            for term in entry.concept.terms.values() if entry.concept else ():
                yield from self._forbidden(entry, term, wanted)
                yield from self._ambiguous(entry, term, called)

    def _forbidden(self, entry: Entry, term: Term, wanted: _Names) -> Iterator[LintFinding]:
        for variant in term.forbidden:
            if folded(variant) in map(folded, names(term)):
                message = f'"{variant}" is forbidden and a name of the same row.'
                yield found(entry, "forbidden", self.name, Severity.ERROR, message, "Take it out of one of the two.")
                continue
            for other, _ in wanted.get((term.language, folded(variant)), ()):
                if other.layer == entry.layer and _may_meet(entry, other):
                    message = f'"{variant}" is forbidden here and wanted at {other.place}.'
                    yield found(entry, "forbidden", self.name, Severity.ERROR, message, "Decide for one of the two.")

    def _ambiguous(self, entry: Entry, term: Term, called: _Names) -> Iterator[LintFinding]:
        for name in names(term):
            for other, theirs in called[term.language, folded(name)]:
                if (other.layer, other.place) >= (entry.layer, entry.place) or other.layer != entry.layer:
                    continue  # said once, at the later row
                if _may_meet(entry, other) and (codes := _differing(entry, other, term.language)):
                    message = (
                        f'{term.language} "{name}" is also {theirs.text} at {other.place}, '
                        f"with another {', '.join(codes)}."
                    )
                    column = term.language if name == term.text else "aliases"
                    severity = Severity.INFO if codes == ["en"] else Severity.WARNING
                    yield found(entry, column, self.name, severity, message, "Give them domains, or drop one.")


def _may_meet(left: Entry, right: Entry) -> bool:
    """Whether nothing tells the rows apart: same kind, domain, gender (речник, речниця)."""
    if left.concept is None or right.concept is None or left is right:
        return False
    return key(left.concept)[1:] == key(right.concept)[1:] and left.concept.gender == right.concept.gender


def _differing(left: Entry, right: Entry, source: str) -> list[str]:
    """The languages into which the two rows lead differently, each by a name that the other does not have."""
    if left.concept is None or right.concept is None:
        return []
    ours, theirs = left.concept.terms, right.concept.terms
    return [
        code
        for code in ours
        if code != source
        and code in theirs
        and folded(ours[code].text) not in map(folded, names(theirs[code]))
        and folded(theirs[code].text) not in map(folded, names(ours[code]))
    ]
