"""Golden paradigms as a translator reads and writes them: a name with what a termbase says of it, and its forms."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from xlate.glossary.concept import Concept, Gender, Kind, Number, Term

GOLDEN = Path(__file__).parent.parent / "golden"


def blocks(language: str) -> Iterator[tuple[str, Concept, dict[str, list[str]]]]:
    """Title, concept and expected spellings by form of every block of ``paradigms.LANGUAGE.txt``."""
    _, *written = (GOLDEN / f"paradigms.{language}.txt").read_text("utf-8").strip().split("\n\n")
    for block in written:
        title, *lines = block.splitlines()
        text, _, facts = title.removesuffix(")").rpartition(" (")
        kind, *rest = facts.split()
        yield title, concept(language, text, kind, *rest), dict(map(_form, lines))


def _form(line: str) -> tuple[str, list[str]]:
    form, _, spellings = line.partition(": ")
    return form, spellings.split(" / ")


def concept(language: str, text: str, kind: str, *facts: str) -> Concept:
    """A concept from the words of a title: ``person f``, ``place pl``."""
    gender = next((Gender(fact) for fact in facts if fact in ("m", "f", "n")), Gender.UNKNOWN)
    number = Number.PLURAL if "pl" in facts else Number.SINGULAR
    terms = {language: Term(language, text)}
    return Concept(Kind(kind), terms, gender, number, animate=Kind(kind) in (Kind.TITLE, Kind.PERSON))
