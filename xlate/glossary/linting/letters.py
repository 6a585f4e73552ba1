"""Letters that a language does not have (ы in Ukrainian, и in Belarusian), and Latin look-alikes in Cyrillic words.

A term must be spelt by its language's alphabet; an alias is looked for in texts as they are, and may well be in the
neighbour's («Наша Ніва» in Russian), so there it is only something to know.  So is an outlet that keeps its own name
(«Известия» in Belarusian); a place that does is a cell filled in from the wrong column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from xlate import languages
from xlate.detection.alphabets import ALPHABETS
from xlate.glossary.concept import Concept, Kind, Term
from xlate.glossary.linting.base import LintFinding, found
from xlate.glossary.shelf import Entry
from xlate.glossary.termbase import names
from xlate.model import Severity

_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[A-Za-zÀ-ɏ]")
_CYRILLIC = re.compile("[Ѐ-ӿ]")
_LOOKALIKES = str.maketrans("ABCEHIKMOPTXaceiopxysABCEHKMOPTX", "АВСЕНІКМОРТХасеіорхуѕАВСЕНКМОРТХ")
_TRANSLATED = (Kind.PERSON, Kind.PLACE, Kind.TITLE, Kind.ADJECTIVE, Kind.EVENT)  # never left in the Latin alphabet


class LettersRule:
    """Every word of every term, alias, forbidden spelling and form against its language's alphabet."""

    name = "letters"

    def __call__(self, entries: Sequence[Entry]) -> Iterator[LintFinding]:
        for entry in entries:
            if entry.concept:
                for term in entry.concept.terms.values():
                    yield from self._term(entry, entry.concept, term)

    def _term(self, entry: Entry, concept: Concept, term: Term) -> Iterator[LintFinding]:
        code = term.language
        forms = [spelling for spellings in term.forms.values() for spelling in spellings]
        for column, severity, listed in (
            (code, Severity.ERROR, (term.text,)),
            ("forms", Severity.ERROR, forms),
            ("aliases", Severity.INFO, term.aliases),
            ("forbidden", Severity.INFO, term.forbidden),
        ):
            for name in listed:
                if message := _mixed(name):
                    fix = f"Write: {name.translate(_LOOKALIKES)}" if code in ALPHABETS else ""
                    yield found(entry, column, self.name, max(severity, Severity.WARNING), message, fix)
                elif column in (code, "forms") and concept.do_not_translate:
                    continue
                elif message := _foreign(name, code):
                    if concept.kind is Kind.OUTLET and _own_name(concept, name, code):
                        severity = Severity.INFO
                    yield found(entry, column, self.name, severity, message, "Spell it as the language does.")
        transcribed = code in ALPHABETS and concept.kind in _TRANSLATED and not concept.do_not_translate
        if transcribed and not _CYRILLIC.search(term.text) and _LATIN.search(term.text):
            message = f'"{term.text}" is Latin, and {languages.name(code)} is not.'
            yield found(entry, code, self.name, Severity.WARNING, message, "Transcribe it, or flag the row dnt.")


def _own_name(concept: Concept, name: str, code: str) -> bool:
    return any(name in names(term) for other, term in concept.terms.items() if other != code)


def _mixed(name: str) -> str:
    for word in _WORD.findall(name):
        if _LATIN.search(word) and _CYRILLIC.search(word):
            latin = "".join(dict.fromkeys(_LATIN.findall(word)))
            return f'"{word}" mixes the alphabets: Latin {" ".join(latin)} in a Cyrillic word.'
    return ""


def _foreign(name: str, code: str) -> str:
    """Why the language cannot spell the name; Latin words inside Cyrillic ones are names of their own."""
    for word in _WORD.findall(name):
        if code in ALPHABETS:
            strange = [c for c in dict.fromkeys(word.lower()) if _CYRILLIC.match(c) and c not in ALPHABETS[code]]
        elif languages.script(code) == "Latn":
            strange = [c for c in dict.fromkeys(word.lower()) if _CYRILLIC.match(c)]
        else:
            strange = []
        if strange:
            return f'"{word}": {languages.name(code)} has no {" ".join(strange)}.'
    return ""
