"""Hard names of all three languages, one line each, written from the norm; a translator adds one without Python."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from tests.glossary.inflection.goldens import GOLDEN, concept
from xlate.glossary.concept import Case, Concept, Form, Number
from xlate.glossary.inflection import paradigm

LINE = re.compile(r"(?P<name>.+) \((?P<facts>[a-z ]+)\) = (?P<first>[^+]+)(?:\+ (?P<plural>.+))?")


class Hard(NamedTuple):
    """A name with the spellings that the norm gives it, the preferred one first."""

    language: str
    line: str
    concept: Concept
    wanted: dict[Form, tuple[str, ...]]

    def wrong(self) -> list[str]:
        """The forms that are not as wanted."""
        made = paradigm(self.concept, self.language)
        return [
            f"{form}: {'/'.join(made.get(form, ('none',)))}, not {'/'.join(spellings)}"
            for form, spellings in self.wanted.items()
            if made.get(form, ("",))[0] != spellings[0] or not set(spellings) <= set(made[form])
        ]


def hard(language: str) -> Iterator[Hard]:
    """The names of ``hard.LANGUAGE.txt``."""
    for line in (GOLDEN / f"hard.{language}.txt").read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        found = LINE.fullmatch(line)
        assert found, line
        name, facts = found["name"], found["facts"].split()
        number = Number.PLURAL if "pl" in facts else Number.SINGULAR
        cells = [cell.strip() for cell in found["first"].split(";")]
        oblique = tuple(Case)[1 : 7 if language == "uk" else 6]
        cells = ["~"] * len(oblique) if cells == ["~"] else cells
        wanted = dict(_row(name, cells, oblique, number))
        if found["plural"]:
            plural = [cell.strip() for cell in found["plural"].split(";")]
            wanted |= dict(_row(name, plural, tuple(Case)[:6], Number.PLURAL))
        yield Hard(language, line, concept(language, name, *facts), wanted)


def _row(
    name: str, cells: list[str], cases: tuple[Case, ...], number: Number
) -> Iterator[tuple[Form, tuple[str, ...]]]:
    for case, cell in zip(cases, cells, strict=False):
        if cell != "?":
            yield Form(case, number), tuple(name if spelling == "~" else spelling for spelling in cell.split("/"))


ALL = [each for language in ("ru", "uk", "be") for each in hard(language)]


@pytest.mark.parametrize("name", ALL, ids=[f"{each.language}-{each.line.partition(' = ')[0]}" for each in ALL])
def test_hard_name(name: Hard) -> None:
    assert not name.wrong()


@pytest.mark.parametrize("language", ["ru", "uk", "be"])
def test_there_are_enough_hard_names(language: str) -> None:
    assert sum(each.language == language for each in ALL) >= 90
