"""The file: older versions are brought up to date, damage is told from other faults and can be mended."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from xlate.errors import InputError
from xlate.memory import Memory, Query, Unit, UnitOrigin
from xlate.memory.recovery import recover
from xlate.memory.schema import APPLICATION, VERSION, VERSION_1
from xlate.memory.unit import segment_key

PAIR = ("en", "ru")


def memory_of_version_1(path: Path) -> None:
    connection = sqlite3.connect(path)
    for statement in VERSION_1:
        connection.execute(statement)
    rows = [(1, "It rained in Minsk on Monday."), (2, "Then it snowed.")]
    for number, text in rows:
        key = segment_key("en", text)
        connection.execute("INSERT INTO segments VALUES (?, ?, 'en', ?)", (number, key, text))
    connection.execute("INSERT INTO signatures VALUES (1, 'model:1')")
    connection.execute(
        "INSERT INTO units VALUES (1, x'01', 1, 'ru', 'Дождь.', 'reviewed', 'river', NULL, 2, 1, 0.5, 'n',"
        " '2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z')"
    )
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute("PRAGMA user_version = 1")
    connection.commit()
    connection.close()


def test_version_1_is_brought_up_to_date_without_loss(tmp_path: Path) -> None:
    path = tmp_path / "old.memory"
    memory_of_version_1(path)
    with Memory(path) as memory:
        [unit] = memory.units()
        assert unit == Unit(
            "It rained in Minsk on Monday.", "Дождь.", PAIR, UnitOrigin.REVIEWED, "river", None, "Then it snowed.",
            "model:1", 0.5, "n", "2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z", "", 1,
        )  # fmt: skip
        with memory.using() as connection:
            assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
            assert (
                connection.execute("SELECT count(*) FROM words WHERE words MATCH '\"monda·en11\"'").fetchone()[0] == 1
            )
        memory.add([Unit("Snow.", "Снег.", PAIR)])


def test_version_1_is_found_by_likeness_afterwards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from xlate.memory import fuzzy

    monkeypatch.setattr(fuzzy, "SCAN", 0)
    memory_of_version_1(tmp_path / "old.memory")
    with Memory(tmp_path / "old.memory") as memory:
        [match] = memory.fuzzy(PAIR, Query("It rained in Pinsk on Monday."))
        assert match.unit.target == "Дождь."


def test_a_failed_migration_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from xlate.memory import schema

    path = tmp_path / "old.memory"
    memory_of_version_1(path)
    monkeypatch.setattr(schema, "MIGRATIONS", (schema.VERSION_1, (*schema.VERSION_2, "NONSENSE")))
    with pytest.raises(InputError):
        Memory(path)
    monkeypatch.undo()
    with Memory(path) as memory:
        assert len(list(memory.units())) == 1


def test_a_newer_memory_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "new.memory"
    Memory(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    with pytest.raises(InputError, match="newer xlate"):
        Memory(path)


def test_other_files_are_refused_and_untouched(tmp_path: Path) -> None:
    text, database = tmp_path / "a.txt", tmp_path / "other.db"
    text.write_text("An article, much longer than a header of SQLite. " * 40)
    with sqlite3.connect(database) as connection:
        connection.execute("CREATE TABLE mine (x)")
    connection.close()
    for path, message in ((text, "is no translation memory"), (database, "another program")):
        before = path.read_bytes()
        with pytest.raises(InputError, match=message):
            Memory(path)
        assert path.read_bytes() == before
    with pytest.raises(InputError, match="cannot be opened"):
        Memory(tmp_path)


def damaged(path: Path, n_units: int = 3_000) -> None:
    with Memory(path) as memory:
        memory.add([Unit(f"Sentence {i} of the report.", f"Предложение {i}.", PAIR) for i in range(n_units)])
        with memory.using() as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            pages = connection.execute(
                "SELECT pageno FROM dbstat WHERE name = 'units' AND pagetype = 'leaf'"
            ).fetchall()
    content = bytearray(path.read_bytes())
    for (page,) in pages[5:8]:
        content[(page - 1) * 4096 : page * 4096] = b"\xa5" * 4096
    path.write_bytes(content)


def test_damage_is_told_and_mended_and_the_damaged_file_kept(tmp_path: Path) -> None:
    path = tmp_path / "hurt.memory"
    damaged(path)
    content = path.read_bytes()
    with pytest.raises(InputError, match="is damaged") as caught, Memory(path) as memory:
        list(memory.units())
    assert "xlate memory recover" in caught.value.hint
    n_units, aside = recover(path)
    assert aside.read_bytes() == content
    assert n_units > 2_000
    with Memory(path) as memory:
        units = list(memory.units())
        assert len(units) == n_units
        assert all(unit.target == f"Предложение {unit.source.split()[1]}." for unit in units)
        with memory.using() as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    kept = {path.name, *(aside.name + suffix for suffix in ("", "-wal", "-shm"))}
    assert {p.name for p in tmp_path.iterdir()} <= kept


def test_a_truncated_file_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "cut.memory"
    damaged(path)
    path.write_bytes(path.read_bytes()[: 230 * 4096])
    with pytest.raises(InputError, match="damaged"), Memory(path) as memory:
        list(memory.units())
    n_units, _ = recover(path)
    assert n_units > 500


def test_a_sound_or_newer_file_is_not_recovered(tmp_path: Path) -> None:
    path = tmp_path / "m"
    with Memory(path) as memory:
        memory.add([Unit("Rain.", "Дождь.", PAIR)])
    with pytest.raises(InputError, match="is sound"):
        recover(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    with pytest.raises(InputError, match="newer xlate"):
        recover(path)
    assert {p.name for p in tmp_path.iterdir()} <= {"m", "m-wal", "m-shm"}


def test_a_garbled_row_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "m"
    with Memory(path) as memory:
        memory.add([Unit("Rain.", "Дождь.", PAIR), Unit("Snow.", "Снег.", PAIR)])
        with memory.using() as connection:
            connection.execute("UPDATE units SET origin = 'hu man' WHERE target = 'Дождь.'")
        with pytest.raises(InputError, match="is damaged"):
            memory.exact(PAIR, [Query("Rain.")])
    assert recover(path)[0] == 1


def test_half_a_character_is_refused_and_a_closed_memory_is_not_damaged(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "m")
    with pytest.raises(InputError, match="no text"):
        memory.add([Unit("a\udcff", "b", PAIR)])
    memory.close()
    with pytest.raises(InputError) as caught:
        memory.add([Unit("a", "b", PAIR)])
    assert "damaged" not in str(caught.value)


def test_nothing_to_recover_leaves_the_file_alone(tmp_path: Path) -> None:
    path = tmp_path / "gone.memory"
    path.write_bytes(b"\0" * 20_000)
    with pytest.raises(InputError, match="nothing in it can be read"):
        recover(path)
    assert [p.name for p in tmp_path.iterdir()] == ["gone.memory"]
