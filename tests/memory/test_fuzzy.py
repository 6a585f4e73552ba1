"""Similar segments, against reading all of them: slow, and obviously right."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from xlate.memory import Memory, Query, Unit, UnitOrigin, fuzzy
from xlate.memory.terms import BAND, band, bands
from xlate.similarity import likeness

PAIR = ("en", "ru")
WORDS = """minister president border river bank rain snow talks police army village school market price train station
    election court fire rescue hockey doctor hospital season harvest wheat export import road bridge airport flight
    the a of in on for with after before said told met left opened closed raised cut signed""".split()


def reference(sources: list[str], text: str, least: float) -> list[float]:
    return sorted((score for s in set(sources) if (score := likeness(text, s)) >= least), reverse=True)


def filled(path: Path | str, sources: list[str]) -> Memory:
    memory = Memory(path)
    memory.add([Unit(source, f"[{source}]", PAIR) for source in sources])
    return memory


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.text("abc де.", min_size=1, max_size=12), min_size=1, max_size=12),
    st.text("abc де.", min_size=1, max_size=12),
    st.sampled_from([0.5, 0.75, 0.9, 1.0]),
)
def test_small_memories_are_read_whole(
    tmp_path_factory: pytest.TempPathFactory, sources: list[str], text: str, least: float
) -> None:
    with filled(tmp_path_factory.mktemp("memory") / "m", sources) as memory:
        found = memory.fuzzy(PAIR, Query(text), least=least, limit=100)
        assert [match.likeness for match in found] == reference(sources, text, least)
        assert all(match.likeness == likeness(text, match.unit.source) for match in found)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.text("abc де", max_size=8), min_size=1, max_size=8))
def test_exact_is_a_dictionary(tmp_path_factory: pytest.TempPathFactory, sources: list[str]) -> None:
    stored = sources[::2]
    with filled(tmp_path_factory.mktemp("memory") / "m", stored) as memory:
        found = memory.exact(PAIR, [Query(text) for text in sources])
    expected = {source: f"[{source}]" for source in stored}
    assert [[m.unit.target for m in matches] for matches in found] == [
        [expected[text]] if text in expected else [] for text in sources
    ]


@given(st.integers(1, 500), st.integers(1, 500), st.sampled_from([0.5, 0.75, 0.9, 1.0]))
def test_bands_hold_every_length_that_can_be_alike(left: int, right: int, least: float) -> None:
    low, high = bands(left, least)
    if min(left, right) / max(left, right) >= least:
        assert low <= band(right) <= high
    if least == 0.75:
        assert high - low <= 2
    assert BAND == 4 / 3


def news(n: int, seed: random.Random) -> list[str]:
    return [" ".join(seed.choices(WORDS, k=seed.randint(6, 18))).capitalize() + "." for _ in range(n)]


def edited(text: str, seed: random.Random) -> str:
    words = text.split()
    for _ in range(seed.randint(1, 2)):
        words[seed.randrange(len(words))] = seed.choice([*WORDS, "Vitebsk", "2026"])
    return " ".join(words)


def test_the_index_finds_what_reading_everything_finds(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """All 56 words are common here, which no news is; the best match must be found in 99 of 100 cases all the same."""
    monkeypatch.setattr(fuzzy, "SCAN", 0)
    seed = random.Random(1)
    sources = news(3_000, seed)
    n_there = n_best = 0
    with filled(place, sources) as memory:
        for text in [edited(source, seed) for source in seed.choices(sources, k=200)]:
            wanted = reference(sources, text, 0.75)
            found = memory.fuzzy(PAIR, Query(text), least=0.75)
            assert [m.likeness for m in found] == sorted((m.likeness for m in found), reverse=True)
            assert all(match.likeness == likeness(text, match.unit.source) >= 0.75 for match in found)
            n_there += bool(wanted)
            n_best += bool(wanted) and bool(found) and found[0].likeness == wanted[0]
    assert n_there > 100
    assert n_best >= 0.99 * n_there


def test_short_segments_without_a_common_word_are_found(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzzy, "SCAN", 0)
    with filled(place, ["Rainstorms", "Snow", *news(50, random.Random(2))]) as memory:
        assert [m.unit.source for m in memory.fuzzy(PAIR, Query("Rainstorm"))] == ["Rainstorms"]


def test_bulletins_that_differ_in_a_number_are_found(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzzy, "SCAN", 0)
    sources = [f"The hryvnia closed at {40 + i / 100:.2f} to the dollar on Monday." for i in range(1500)]
    with filled(place, sources) as memory:
        found = memory.fuzzy(PAIR, Query("The hryvnia closed at 39.99 to the dollar on Tuesday."))
    assert len(found) == 5
    assert found[0].likeness > 0.85


def test_people_only_passes_machines_over(place: str) -> None:
    with Memory(place) as memory:
        memory.add([Unit("It rained in Minsk.", "x", PAIR, UnitOrigin.MACHINE), Unit("It rained in Pinsk", "y", PAIR)])
        assert len(memory.fuzzy(PAIR, Query("It rained in Minsk."))) == 2
        [match] = memory.fuzzy(PAIR, Query("It rained in Minsk."), people_only=True)
        assert match.unit.target == "y"


def test_hostile_queries_are_text(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzzy, "SCAN", 0)
    with filled(place, ["Rain.", 'a" OR "b', "-*(NEAR) AND: {x}"]) as memory:
        for text in (
            '"',
            "*",
            'a" OR "b',
            "NEAR(a b)",
            "'; DROP TABLE units --",
            "\x00",
            "",
            " ",
            "🙂" * 50,
            "a" * 5000,
        ):
            memory.fuzzy(PAIR, Query(text))
        assert memory.fuzzy(PAIR, Query('a" OR "b'))[0].likeness == 1.0


def test_a_segment_is_found_among_thousands_that_differ_in_a_number(tmp_path: Path) -> None:
    sources = [f"The minister spoke about item {number} in the capital." for number in range(3_000)]
    with filled(tmp_path / "m", sources) as memory:
        for source in sources[::499]:
            assert memory.fuzzy(PAIR, Query(source))[0].unit.source == source
