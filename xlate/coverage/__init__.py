"""Is a translation complete and faithful?  From an alignment to findings and scores.

    measuring    alignment, two sides, helpers -> Coverage
    checked      numbers by value, untranslated text, repetition, length: the checks of `xlate.checks`
    naming       names by termbase (`known`), by sound (`sounds`), by what the model says; what counts as a name:
                 `capitals`, `common_words`, `by_sense`; names that always come together: `company`
    negation     denials lost; word lists in xlate/data/negation
    quoting      speech that is quoted on one side only
    partial      clauses lost or added, by likelihood under a model (`judging`) or by their machine translation
    repeats      segments said twice
    order        segments moved
    relation     sides that say nothing of each other

Everything beside the texts (a machine translation, a glossary, a model that scores) may be missing.
"""

from xlate.coverage.finding import LABELS, CoverageFinding, Kind, Place
from xlate.coverage.judging import Judge
from xlate.coverage.measuring import Coverage, Helpers, measure
from xlate.coverage.partial import Machine
from xlate.coverage.sides import Couple, Side

__all__ = [
    "LABELS",
    "Couple",
    "Coverage",
    "CoverageFinding",
    "Helpers",
    "Judge",
    "Kind",
    "Machine",
    "Place",
    "Side",
    "measure",
]
