"""Languages that a row lacks: its name is then left to the model there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xlate.glossary.linting.base import LintFinding, found
from xlate.glossary.shelf import Entry
from xlate.languages import FOUR
from xlate.model import Severity


class CoverageRule:
    """Empty cells among the four languages; other columns may have gaps."""

    name = "missing"

    def __call__(self, entries: Sequence[Entry]) -> Iterator[LintFinding]:
        for entry in entries:
            concept = entry.concept
            if concept is None or concept.do_not_translate:
                continue
            wanted = [code for code in FOUR if code in entry.file.columns]
            missing = [code for code in wanted if code not in concept.terms]
            if len(concept.terms) == 1:
                message = "a term in one language only: nothing can be translated by it."
                yield found(entry, missing[0] if missing else "en", self.name, Severity.WARNING, message, "Fill in.")
            elif missing:
                message = f"no term in {', '.join(missing)}."
                yield found(entry, missing[0], self.name, Severity.INFO, message, "Fill it in when it is known.")
