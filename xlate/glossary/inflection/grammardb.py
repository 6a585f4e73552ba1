"""Paradigms from a copy of the Belarusian GrammarDB (github.com/Belarus/GrammarDB), where a user has one.

The environment variable XLATE_GRAMMARDB names the folder of its XML files.  They are read on first use, one element at
a time, and only the case forms of nouns are kept, without stress marks.  A paradigm's tag: N for noun, then common or
proper (C, P), animate (A, I), person (P, I), abbreviation (B, N), gender (M, F, N, C, P, S), declension.  A form's
tag: case and number (``GS``, ``LP``), in adjectival nouns after the gender (``MGS``).

    <Paradigm lemma="Ры+га" tag="NPIINF2"><Variant id="a"><Form tag="DS">Ры+зе</Form></Variant></Paradigm>
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree

from xlate.errors import UsageError
from xlate.glossary.concept import Case, Form, Gender, Number, Paradigm

VARIABLE = "XLATE_GRAMMARDB"

_CASES = {
    "N": Case.NOMINATIVE,
    "G": Case.GENITIVE,
    "D": Case.DATIVE,
    "A": Case.ACCUSATIVE,
    "I": Case.INSTRUMENTAL,
    "L": Case.LOCATIVE,
    "V": Case.VOCATIVE,
}
_NUMBERS = {"S": Number.SINGULAR, "P": Number.PLURAL}
_GENDERS = {"M": Gender.MASCULINE, "F": Gender.FEMININE, "N": Gender.NEUTER}

Entry = tuple[bool, Gender, str]
"""Whether the noun is animate, its gender, its forms as ``GS Рыгі|DS Рызе``: a whole database fits into 60 MB so."""


def plain(text: str) -> str:
    """A spelling without its stress mark: Ры+га -> Рыга."""
    return text.replace("+", "").replace("*", "").strip()


def lookup(word: str, gender: Gender, number: Number, *, animate: bool) -> Paradigm:
    """The noun's forms in ``number`` and, where it has one, in the plural; empty without a database or an entry.

    Homonyms (Ліда the town, Ліда the woman) are chosen by animacy, then by gender."""
    folder = os.environ.get(VARIABLE)
    if not folder:
        return {}
    entries = [entry for entry in _database(folder).get(word, ()) if entry[0] == animate]
    fitting = [entry for entry in entries if gender in (entry[1], Gender.UNKNOWN)] or entries
    paradigms = (_paradigm(forms) for _, _, forms in fitting)
    return next((each for each in paradigms if any(form.number is number for form in each)), {})


@lru_cache(maxsize=1)
def _database(folder: str) -> dict[str, list[Entry]]:
    files = sorted(Path(folder).glob("N*.xml")) or sorted(Path(folder).glob("*.xml"))
    if not files:
        raise UsageError(f"{VARIABLE}={folder}: no XML files of GrammarDB there")
    database: dict[str, list[Entry]] = {}
    for path in files:
        for lemma, entry in read_nouns(path):
            database.setdefault(lemma, []).append(entry)
    return database


def read_nouns(path: Path) -> Iterator[tuple[str, Entry]]:
    """Every variant of every noun in one file, as its nominative and entry."""
    try:
        for _, element in ElementTree.iterparse(path):
            if element.tag == "Paradigm":
                yield from _entries(element)
                element.clear()
    except ElementTree.ParseError as error:
        raise UsageError(f"{path}: not a file of GrammarDB: {error}") from error


def _entries(element: ElementTree.Element) -> Iterator[tuple[str, Entry]]:
    tag = element.get("tag", "")
    if not tag.startswith("N"):
        return
    animate, gender = tag[2:3] == "A", _GENDERS.get(tag[5:6], Gender.UNKNOWN)
    for variant in element.iter("Variant"):
        forms = ((form.get("tag", "")[-2:], plain(form.text or "")) for form in variant.iter("Form"))
        kept = "|".join(f"{tag} {spelling}" for tag, spelling in forms if spelling and _form(tag))
        lemma = plain(variant.get("lemma") or element.get("lemma") or "")
        if kept and lemma:
            yield lemma, (animate, gender, kept)


def _paradigm(kept: str) -> Paradigm:
    made: dict[Form, tuple[str, ...]] = {}
    for tag, _, spelling in (each.partition(" ") for each in kept.split("|")):
        form = _form(tag)
        if form and spelling not in made.get(form, ()):
            made[form] = (*made.get(form, ()), spelling)
    return made


def _form(tag: str) -> Form | None:
    """``GS`` as a form; None for tags of another build."""
    if len(tag) < 2 or tag[0] not in _CASES or tag[1] not in _NUMBERS:
        return None
    return Form(_CASES[tag[0]], _NUMBERS[tag[1]])
