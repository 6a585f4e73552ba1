"""Terms that are found where nobody meant them: function words, single letters; and terms that look like patterns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from xlate.glossary.function_words import FUNCTION_WORDS
from xlate.glossary.linting.base import LintFinding, found
from xlate.glossary.shelf import Entry
from xlate.glossary.termbase import names
from xlate.model import Severity

_PATTERN = re.compile(r"[\\^$*+?{}|\[\]]|\(\?")


class WordsRule:
    """Function words as terms are errors, lone letters warnings, patterns only noted: every term is taken literally."""

    name = "words"

    def __call__(self, entries: Sequence[Entry]) -> Iterator[LintFinding]:
        for entry in entries:
            for term in entry.concept.terms.values() if entry.concept else ():
                for name in names(term):
                    column = term.language if name == term.text else "aliases"
                    if name.lower() in FUNCTION_WORDS.get(term.language, ()) and not _abbreviation(name):
                        message = f'"{name}" is a function word: it would be found in every text.'
                        yield found(entry, column, self.name, Severity.ERROR, message, "Take it out.")
                    elif len(name) == 1:
                        yield found(entry, column, self.name, Severity.WARNING, f'"{name}" is a single letter.')
                    if _PATTERN.search(name):
                        message = f'"{name}" looks like a pattern; it is taken literally, sign for sign.'
                        yield found(entry, column, self.name, Severity.INFO, message)


def _abbreviation(name: str) -> bool:
    """WHO and US are matched in capitals only."""
    return len(name) > 1 and name.isupper()
