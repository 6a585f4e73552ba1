"""What can be wrong with a termbase, one rule a module; ``lint`` runs them all.

Deprecated rows are kept for the record and only looked at for what cannot be read.  Rows of one key in two layers are
a project's choice; in one layer they fight.
"""

from __future__ import annotations

from collections.abc import Sequence

from xlate.glossary.concept import Status
from xlate.glossary.linting.aliases import AliasesRule
from xlate.glossary.linting.base import LintFinding, Rule
from xlate.glossary.linting.coverage import CoverageRule
from xlate.glossary.linting.doubles import DoublesRule
from xlate.glossary.linting.facts import FactsRule
from xlate.glossary.linting.fights import FightsRule
from xlate.glossary.linting.forms import FormsRule
from xlate.glossary.linting.letters import LettersRule
from xlate.glossary.linting.near import NearRule
from xlate.glossary.linting.spelling import SpellingRule
from xlate.glossary.linting.unreadable import UnreadableRule
from xlate.glossary.linting.words import WordsRule
from xlate.glossary.shelf import Entry

RULES: tuple[Rule, ...] = (
    UnreadableRule(),
    SpellingRule(),
    LettersRule(),
    WordsRule(),
    FactsRule(),
    CoverageRule(),
    DoublesRule(),
    FightsRule(),
    AliasesRule(),
    NearRule(),
    FormsRule(),
)

__all__ = ["RULES", "LintFinding", "lint"]


def lint(entries: Sequence[Entry], rules: Sequence[Rule] = RULES) -> list[LintFinding]:
    """What the rules find, by file and line, the worst of a line first."""
    live = [entry for entry in entries if entry.concept is None or entry.concept.status is not Status.DEPRECATED]
    findings = [finding for rule in rules for finding in rule(live)]
    return sorted(findings, key=lambda finding: (finding.place.rpartition(":")[0], finding.line, -finding.severity))
