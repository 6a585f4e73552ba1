"""What goes into a memory comes out: the same segment first, people before machines, by several processes at once."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from xlate.errors import InputError
from xlate.memory import Memory, Query, Unit, UnitOrigin
from xlate.memory.database import is_address

PAIR = ("en", "ru")


@pytest.fixture
def memory(place: str) -> Iterator[Memory]:
    with Memory(place) as opened:
        yield opened


def unit(source: str, target: str, origin: UnitOrigin = UnitOrigin.HUMAN, **more: object) -> Unit:
    return Unit(source, target, PAIR, origin, **more)  # type: ignore[arg-type]


def targets(memory: Memory, query: Query, signature: str = "") -> list[str]:
    [matches] = memory.exact(PAIR, [query], signature)
    return [match.unit.target for match in matches]


def test_nothing_is_found_in_an_empty_memory(memory: Memory) -> None:
    assert memory.exact(PAIR, [Query("Rain.")]) == [[]]
    assert memory.fuzzy(PAIR, Query("Rain.")) == []
    assert memory.exact(PAIR, []) == []


def test_everything_of_a_unit_comes_back(memory: Memory) -> None:
    given = Unit(
        "Rain.", "Дождь.", PAIR, UnitOrigin.REVIEWED, "river", "Before.", "", "route:x", 0.25, "ask Hanna",
        "2026-01-02T03:04:05Z", "2026-01-03T03:04:05Z", '{"a":1}',
    )  # fmt: skip
    memory.add([given])
    [stored] = memory.units()
    assert stored == replace(given, id=stored.id)


def test_the_same_again_changes_nothing(memory: Memory) -> None:
    assert memory.add([unit("Rain.", "Дождь.")]) == 1
    before = memory.fingerprint
    assert memory.add([unit("Rain.", "Дождь.")]) == 0
    assert memory.fingerprint == before


def test_the_fingerprint_is_of_peoples_work(memory: Memory) -> None:
    empty = memory.fingerprint
    memory.add([unit("Rain.", "Дождь.", UnitOrigin.MACHINE)])
    assert memory.fingerprint == empty
    memory.add([unit("Rain.", "Дождь.")])
    assert memory.fingerprint != empty


def test_a_machines_new_translation_replaces_its_old_one(memory: Memory) -> None:
    memory.add([unit("Rain.", "Дощь.", UnitOrigin.MACHINE, signature="model:1")])
    memory.add([unit("Rain.", "Дождь.", UnitOrigin.MACHINE, signature="model:2")])
    assert targets(memory, Query("Rain.")) == ["Дождь."]


def test_two_translations_by_people_both_stay(memory: Memory) -> None:
    memory.add([unit("Rain.", "Дождь."), unit("Rain.", "Идёт дождь.")])
    assert sorted(targets(memory, Query("Rain."))) == ["Дождь.", "Идёт дождь."]


def test_the_same_context_comes_first(memory: Memory) -> None:
    memory.add([unit("Good.", "Хорошо.", before="How are you?"), unit("Good.", "Товар.", before="What is it?")])
    assert targets(memory, Query("Good.", before="What is it?")) == ["Товар.", "Хорошо."]
    assert targets(memory, Query("Good.", before="How are you?")) == ["Хорошо.", "Товар."]


def test_a_reviewers_correction_comes_before_the_machine_whatever_the_context(memory: Memory) -> None:
    memory.add([unit("Good.", "Товар.", UnitOrigin.MACHINE, before="a", after="b"), unit("Good.", "Хорошо.")])
    memory.add([unit("Good.", "Добро.", UnitOrigin.REVIEWED)])
    assert targets(memory, Query("Good.", "a", "b")) == ["Добро.", "Хорошо.", "Товар."]


def test_the_latest_of_equals_comes_first(memory: Memory) -> None:
    memory.add([unit("Good.", "Товар.", changed="2026-01-01T00:00:00Z")])
    memory.add([unit("Good.", "Хорошо.", changed="2025-01-01T00:00:00Z")])
    assert targets(memory, Query("Good.")) == ["Товар.", "Хорошо."]


def test_another_machine_makes_a_unit_stale(memory: Memory) -> None:
    memory.add([unit("Rain.", "Дождь.", UnitOrigin.MACHINE, signature="model:1"), unit("Snow.", "Снег.")])
    [rain, snow] = memory.exact(PAIR, [Query("Rain."), Query("Snow.")], "model:2")
    assert rain[0].stale
    assert not snow[0].stale
    [[rain_today]] = memory.exact(PAIR, [Query("Rain.")], "model:1")
    assert not rain_today.stale


def test_pairs_are_kept_apart(memory: Memory) -> None:
    memory.add([Unit("Rain.", "Дождж.", ("en", "be"))])
    assert targets(memory, Query("Rain.")) == []
    assert memory.fuzzy(PAIR, Query("Rain.")) == []


def test_a_failed_transaction_leaves_nothing(memory: Memory) -> None:
    with contextlib.suppress(RuntimeError), memory.writing() as connection:
        connection.execute("INSERT INTO signatures (text) VALUES ('x')")
        raise RuntimeError
    with memory.using() as connection:
        assert connection.execute("SELECT count(*) FROM signatures").fetchone() == (0,)
    assert memory.add([unit("Rain.", "Дождь.")]) == 1


def test_processes_write_at_once_without_loss(place: str) -> None:
    """Four processes make the memory, each writes 50 transactions of its own and the same 50 as all others."""
    code = (
        "import sys; from xlate.memory import Memory, Unit\n"
        "name = sys.argv[2]\n"
        "with Memory(sys.argv[1]) as memory:\n"
        "    for i in range(50):\n"
        "        own, common = f'Sentence {i} by {name}.', f'Common {i}.'\n"
        "        memory.add([Unit(own, 'x', ('en', 'ru')), Unit(common, 'y', ('en', 'ru'))])\n"
    )
    writers = [subprocess.Popen([sys.executable, "-c", code, place, name]) for name in "abcd"]
    assert [writer.wait(120) for writer in writers] == [0, 0, 0, 0]
    with Memory(place) as memory:
        sources = [stored.source for stored in memory.units()]
        assert sorted(sources) == sorted(
            [f"Sentence {i} by {name}." for i in range(50) for name in "abcd"] + [f"Common {i}." for i in range(50)]
        )
        [found] = memory.exact(PAIR, [Query("Sentence 49 by d.")])
        assert [match.unit.target for match in found] == ["x"]
        if is_address(place):
            return
        with memory.using() as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_killed_writer_leaves_whole_transactions(place: str) -> None:
    code = (
        "import sys; from xlate.memory import Memory, Unit\n"
        "memory = Memory(sys.argv[1])\n"
        "for i in range(10**6):\n"
        "    memory.add([Unit(f'Sentence {i} {k}.', 'x', ('en', 'ru')) for k in range(3)])\n"
        "    print(i, flush=True)\n"
    )
    writer = subprocess.Popen([sys.executable, "-c", code, place], stdout=subprocess.PIPE)
    assert writer.stdout
    for _ in range(20):
        last = int(writer.stdout.readline())
    writer.kill()
    writer.wait()
    with Memory(place) as memory:
        sources = {stored.source for stored in memory.units()}
    assert len(sources) % 3 == 0
    assert {f"Sentence {i} {k}." for i in range(last + 1) for k in range(3)} <= sources


def test_a_missing_memory_is_not_made_by_looking(place: str, tmp_path: Path) -> None:
    for _ in range(2):
        with pytest.raises(InputError, match="no such memory"):
            Memory(place, create=False)
    assert not list(tmp_path.iterdir())
