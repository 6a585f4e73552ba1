"""A termbase: concepts from one or several files, stacked.

What stands further down the stack wins: ``Termbase.stacked([shared, project])`` takes a project's row over the shared
one with the same English term (or whichever language comes first), kind and domain.  Deprecated concepts are kept for
maintenance and not used in translation.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from xlate.errors import InputError
from xlate.glossary.concept import Concept, Kind, Status, Term

Key = tuple[str, Kind, str]


@dataclass(frozen=True, eq=False)
class Termbase:
    """Concepts in file order.  An empty termbase is false; two are the same only if they are one object."""

    concepts: tuple[Concept, ...] = ()

    @classmethod
    def stacked(cls, layers: Sequence[Termbase]) -> Termbase:
        """One termbase of several; a concept of a later layer replaces its namesake of an earlier one, in its place."""
        found: dict[Key, Concept] = {}
        loose: list[Concept] = []
        for layer in layers:
            ours = {}
            for concept in layer.concepts:
                if key(concept) in ours:
                    loose.append(concept)  # a double inside one file: lint's business, both stay
                else:
                    ours[key(concept)] = concept
            found |= ours
        return cls((*found.values(), *loose))

    @classmethod
    def read(cls, *places: Path) -> Termbase:
        """Files and folders, later ones over earlier ones.  InputError at the first row that cannot be read."""
        from xlate.glossary.files import load

        termbase, problems = load(places)
        for problem in problems:
            raise InputError(str(problem), "`xlate glossary lint` lists all of them.")
        return termbase

    @classmethod
    def of_pairs(cls, pairs: Mapping[str, str], source: str, target: str, place: str = "") -> Termbase:
        """A termbase of bare pairs, as a record that carries its own terms gives them."""
        return cls(
            tuple(
                Concept(Kind.OTHER, {source: Term(source, left), target: Term(target, right)}, place=place or left)
                for left, right in pairs.items()
            )
        )

    def __len__(self) -> int:
        return len(self.concepts)

    def __iter__(self) -> Iterator[Concept]:
        return iter(self.concepts)

    @cached_property
    def used(self) -> tuple[Concept, ...]:
        """The concepts that translation goes by."""
        return tuple(concept for concept in self.concepts if concept.status is not Status.DEPRECATED)

    @cached_property
    def fingerprint(self) -> str:
        """Changes whenever a translation may change: part of a result's signature."""
        digest = hashlib.sha256()
        for concept in self.used:
            digest.update(repr((concept.kind, sorted(concept.terms.items()), _facts(concept))).encode())
        return digest.hexdigest()[:12]


def key(concept: Concept) -> Key:
    """What makes a concept the same as its namesake in another file."""
    first = next(iter(concept.terms.values()), Term("", ""))
    english = concept.terms.get("en", first)
    return english.text, concept.kind, concept.domain


def names(term: Term) -> Iterable[str]:
    """The term and its aliases."""
    return (term.text, *term.aliases)


def _facts(concept: Concept) -> tuple[object, ...]:
    return concept.gender, concept.number, concept.animate, concept.indeclinable, concept.do_not_translate
