"""Counting, finding fault, and throwing away."""

from __future__ import annotations

import pytest

from xlate.memory import Memory, Query, Unit, UnitOrigin, fuzzy
from xlate.memory.upkeep import Choice, Count, lint, prune, stats

PAIR = ("en", "ru")


@pytest.fixture
def memory(place: str) -> Memory:
    made = Memory(place)
    old = {"created": "2020-01-01T00:00:00Z"}
    made.add(
        [
            Unit("It rained on Monday.", "В понедельник шёл дождь.", PAIR, before="Before.", **old),  # type: ignore[arg-type]
            Unit("It snowed on Monday.", "В понедельник шёл снег.", PAIR, UnitOrigin.MACHINE, signature="model:1"),
            Unit("It snowed on Friday.", "В пятницу шёл снег.", PAIR, UnitOrigin.MACHINE, signature="model:2"),
            Unit("It rained on Monday.", "У панядзелак ішоў дождж.", ("en", "be"), project="river"),
        ]
    )
    return made


def sources(memory: Memory) -> list[str]:
    return [f"{unit.source[3:7]}-{unit.languages[1]}" for unit in memory.units()]


def test_everything_is_counted(memory: Memory) -> None:
    counts = stats(memory)
    assert sum(count.n_units for count in counts) == 4
    assert counts[0].n_units == 2
    assert Count("en", "ru", "", "human", 1, "2020-01-01T00:00:00Z", "2020-01-01T00:00:00Z") in counts


@pytest.mark.parametrize(
    ("choice", "left"),
    [
        (Choice(origin="machine"), ["rain-ru", "rain-be"]),
        (Choice(PAIR), ["rain-be"]),
        (Choice(project="river"), ["rain-ru", "snow-ru", "snow-ru"]),
        (Choice(before="2021-01-01"), ["rain-be", "snow-ru", "snow-ru"]),
        (Choice(PAIR, stale_signature="model:2"), ["rain-ru", "rain-be", "snow-ru"]),
        (Choice(project="none"), ["rain-ru", "rain-be", "snow-ru", "snow-ru"]),
    ],
)
def test_what_is_chosen_goes_and_the_rest_stays(memory: Memory, choice: Choice, left: list[str]) -> None:
    n = prune(memory, choice, dry_run=True)
    assert len(sources(memory)) == 4
    assert prune(memory, choice) == n == 4 - len(left)
    assert sorted(sources(memory)) == sorted(left)


def test_nothing_is_left_of_what_went(memory: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzzy, "SCAN", 0)
    before = memory.fingerprint
    prune(memory, Choice(origin="machine"))
    assert memory.fingerprint == before
    prune(memory, Choice(("en", "be")))
    prune(memory, Choice(PAIR))
    assert memory.fingerprint != before
    with memory.using() as connection:
        for table in ("segments", "units", "signatures"):
            assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
    assert memory.fuzzy(PAIR, Query("It rained on Monday.")) == []
    memory.add([Unit("It thawed on Monday.", "x", PAIR)])
    assert [match.unit.target for match in memory.fuzzy(PAIR, Query("It thawed on Sunday."))] == ["x"]


def test_a_sound_memory_has_no_findings(memory: Memory) -> None:
    assert list(lint(memory, Choice())) == []


def test_faults_are_found(memory: Memory) -> None:
    memory.add(
        [
            Unit("It cost 46 roubles on Monday.", "В понедельник это стоило 64 рубля.", PAIR),
            Unit("It rained on Monday.", "Шёл дождь в понедельник.", PAIR),
            Unit("The rain stayed here.", "The rain stayed here.", PAIR),
        ]
    )
    found = {(unit.source, finding.check) for unit, finding in lint(memory, Choice())}
    assert ("It cost 46 roubles on Monday.", "numbers") in found
    assert ("It rained on Monday.", "consistency") in found
    assert ("The rain stayed here.", "untranslated") in found
