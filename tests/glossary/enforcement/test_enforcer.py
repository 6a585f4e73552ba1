"""Enforcement from end to end over a scripted engine: cases.txt, and what must never change."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xlate.glossary.enforcement import Draft, Enforced, Enforcer
from xlate.glossary.enforcement.expectation import Expectations
from xlate.glossary.enforcement.words import is_odd
from xlate.glossary.files import load
from xlate.model import Attention, Hypothesis, Span, TermStatus

HERE = Path(__file__).parent
NAMES = HERE.parents[2] / "corpus" / "glossary" / "names.tsv"
WORD = re.compile(r"\w+")


@dataclass
class Case:
    title: str
    to: str = ""
    en: str = ""
    draft: str = ""
    expected: str = ""
    hits: str = ""
    beam: list[str] = field(default_factory=list)
    again: dict[str, str] = field(default_factory=dict)
    looks: str = ""


def cases() -> list[Case]:
    found: list[Case] = []
    for line in (HERE / "cases.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            found.append(Case(line[3:]))
        elif line and not line.startswith("#"):
            name, _, value = line.partition(": ")
            if name == "again":
                source, _, target = value.partition(" => ")
                found[-1].again[source] = target
            elif name == "beam":
                found[-1].beam.append(value)
            else:
                assert hasattr(found[-1], name), line
                setattr(found[-1], name, value)
    return found


def expectations(target: str) -> Expectations:
    termbase, problems = load([NAMES, HERE / "more.tsv"])
    assert not problems
    return Expectations(termbase, "en", target)


@pytest.fixture(scope="module")
def by_target() -> dict[str, Expectations]:
    return {target: expectations(target) for target in ("ru", "uk", "be")}


def enforced(case: Case, names: Expectations) -> Enforced:
    def decode(texts: Sequence[str], /, *, beam: int = 1, attention: bool = False) -> list[tuple[Hypothesis, ...]]:
        looks = case.looks if attention else ""
        return [(looking(text, case.again.get(text, case.draft), looks),) * beam for text in texts]

    beam = tuple(looking(case.en, text, case.looks) for text in (case.draft, *case.beam))
    draft = Draft(case.en, names.of_text(case.en), beam)
    return Enforcer("en", case.to).enforce([draft], decode)[0]


def looking(source: str, target: str, looks: str) -> Hypothesis:
    """A hypothesis whose words looked nowhere, but for the pair in ``looks``."""
    words = [[Span(m.start(), m.end()) for m in WORD.finditer(text)] for text in (source, target)]
    seen, at = looks.split() if looks else ("", "")
    weights = tuple(tuple(float(t.of(target) == seen and s.of(source) == at) for s in words[0]) for t in words[1])
    return Hypothesis(target, attention=Attention(tuple(words[0]), tuple(words[1]), weights))


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.title)
def test_case(case: Case, by_target: dict[str, Expectations]) -> None:
    made = enforced(case, by_target[case.to])
    assert made.text == case.expected
    assert [str(hit.status) for hit in made.hits] == case.hits.split()


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.title)
def test_a_hit_says_where_and_why(case: Case, by_target: dict[str, Expectations]) -> None:
    made = enforced(case, by_target[case.to])
    for hit in made.hits:
        assert (hit.target_span is None) == (hit.status is TermStatus.VIOLATED)
        assert bool(hit.reason) == (hit.status is not TermStatus.SATISFIED)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.title)
def test_what_came_out_is_left_alone_the_second_time(case: Case, by_target: dict[str, Expectations]) -> None:
    again = Case(case.title, case.to, case.en, case.expected, looks=case.looks)
    assert enforced(again, by_target[case.to]).text == case.expected


@given(st.lists(st.text("абвгд еёжзий,.!«»—0123 \u00a0", max_size=20), min_size=2, max_size=2))
def test_text_around_a_satisfied_name_is_unchanged(parts: list[str]) -> None:
    before, after = parts[0] + " ", " " + parts[1]
    made = enforced(Case("", "ru", "He lives in Grodno.", f"{before}Гродно{after}"), RUSSIAN)
    satisfied = made.hits[0].status is TermStatus.SATISFIED
    put_back = {f"{before}{word} Гродно{after}" for word in ("в", "В")}
    assert made.text == f"{before}Гродно{after}" if satisfied else made.text in put_back


@given(st.text(max_size=60))
def test_a_text_without_names_is_unchanged(target: str) -> None:
    made = enforced(Case("", "ru", "Nothing to see here.", target), RUSSIAN)
    assert (made.text, made.hits) == (target, ())


RUSSIAN = expectations("ru")
is_odd("слово", "ru")  # reads the word list before Hypothesis looks at the clock
