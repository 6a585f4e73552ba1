"""Which candidates are news: a name that the termbase finds in any form is none."""

from __future__ import annotations

from functools import lru_cache

from xlate.glossary.matching import Matcher
from xlate.glossary.termbase import Termbase


@lru_cache(maxsize=4)
def _matcher(termbase: Termbase, language: str) -> Matcher:
    return Matcher(termbase, language)


def unknown(name: str, termbase: Termbase, language: str) -> bool:
    """Whether no term covers the name from end to end.  "Governor Beglov" is new although "governor" is a term."""
    return all(len(match.span) < len(name) for match in _matcher(termbase, language).find(name))
