"""Terms that are found where nobody meant them: function words, single letters; and terms that look like patterns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from xlate.glossary.linting.base import LintFinding, found
from xlate.glossary.shelf import Entry
from xlate.glossary.termbase import names
from xlate.model import Severity

STOP_WORDS = {
    "en": frozenset(
        "a an the and or but if of in on at to for from by with as is are was were be been he she it they we you i his "
        "her its their our your this that these those not no so do does did has have had will would can could may "
        "might must who what which when where why how there here then than all any some one us them him me my".split()
    ),
    "ru": frozenset(
        "и в во на с со к ко по о об от до из у за для при без над под не ни но а или что как так это он она они мы вы "
        "я его её ее их был была были есть все всё кто где когда уже ещё еще же бы ли "
        "после между через перед около кроме среди против вокруг также тоже если чтобы".split()
    ),
    "uk": frozenset(
        "і й та в у на з із зі до від по про за для при без над під не ні але а або що як так це він вона вони ми ви я "
        "його її їх був була були є все хто де коли вже ще ж би чи "
        "після між через перед біля крім серед проти навколо також теж якщо щоб".split()
    ),
    "be": frozenset(
        "і й ды у ў на з са да ад па пра за для пры без над пад не ні але а або што як так гэта ён яна яны мы вы я яго "
        "яе іх быў была былі ёсць усё хто дзе калі ужо ўжо яшчэ ж бы ці "
        "пасля між праз перад каля акрамя сярод супраць вакол таксама каб".split()
    ),
}
"""Written by hand: words that any sentence may have, some as often as every second sentence."""

_PATTERN = re.compile(r"[\\^$*+?{}|\[\]]|\(\?")


class WordsRule:
    """Function words as terms are errors, lone letters warnings, patterns only noted: every term is taken literally."""

    name = "words"

    def __call__(self, entries: Sequence[Entry]) -> Iterator[LintFinding]:
        for entry in entries:
            for term in entry.concept.terms.values() if entry.concept else ():
                for name in names(term):
                    column = term.language if name == term.text else "aliases"
                    if name.lower() in STOP_WORDS.get(term.language, ()) and not _abbreviation(name):
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
