"""What a memory on a server is asked beyond what every memory is: addresses, lost connections, the program itself."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.test_cli import talk, xlate
from xlate.errors import InputError, UsageError
from xlate.memory import Memory, Query, Unit, UnitOrigin
from xlate.memory.files import export_tmx, import_tmx
from xlate.memory.postgres import Address
from xlate.memory.upkeep import Choice, prune

PAIR = ("en", "ru")


def test_the_program_with_a_memory_on_a_server(on_server: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It rained in Minsk on Monday.\n\nThe trains were late.\n", encoding="utf-8")
    (tmp_path / "a.tsv").write_text("The trains were late.\tПоезда опоздали.\n", encoding="utf-8")
    run = ("translate", "a.txt", "--from", "en", "--to", "ru", "--memory", on_server, "--verbose")
    first = xlate(*run, cwd=tmp_path)
    assert first.returncode == 0, talk(first)
    learnt = xlate("memory", "learn", "a.tsv", "-f", "en", "-t", "ru", "-m", on_server, cwd=tmp_path)
    assert talk(learnt) == "1 corrections, 0 new, 0 as they were\n"
    second = xlate(*run, cwd=tmp_path)
    assert "memory: 2 segments were there" in talk(second)
    assert "Поезда опоздали." in second.stdout.decode()
    assert b"en-ru\t-\treviewed\t1\t" in xlate("memory", "stats", "-m", on_server).stdout
    done = xlate("memory", "recover", "-m", on_server)
    assert (done.returncode, "pg_restore" in talk(done)) == (2, True)


def test_tmx_goes_from_a_file_to_a_server_and_back(on_server: str, tmp_path: Path) -> None:
    units = [Unit(f"Sentence {n}.", f"Фраза {n}.", PAIR, UnitOrigin.REVIEWED, "river", "", None, "m:1", 0.5, "note")
             for n in range(30)]  # fmt: skip
    with Memory(tmp_path / "m") as memory, Memory(on_server) as server:
        memory.add(units)
        export_tmx(memory, tmp_path / "a.tmx")
        assert import_tmx(server, tmp_path / "a.tmx").n_stored == 30
        assert import_tmx(server, tmp_path / "a.tmx").n_stored == 0
        export_tmx(server, tmp_path / "b.tmx")
    assert sorted((tmp_path / "a.tmx").read_text("utf-8").splitlines()) == sorted(
        (tmp_path / "b.tmx").read_text("utf-8").splitlines()
    )


def test_a_lost_connection_is_made_again(on_server: str) -> None:
    with Memory(on_server) as memory, Memory(on_server) as other:
        memory.add([Unit("Rain.", "Дождь.", PAIR)])
        with memory.using() as connection:
            [number] = connection.execute("SELECT pg_backend_pid()").fetchone()
        with other.using() as connection:
            connection.execute("SELECT pg_terminate_backend(?)", (number,))
        with pytest.raises(InputError):
            memory.exact(PAIR, [Query("Rain.")])
        [[match]] = memory.exact(PAIR, [Query("Rain.")])
        assert match.unit.target == "Дождь."


def test_who_prunes_and_who_writes_do_not_harm_each_other(on_server: str) -> None:
    """A pruner throws away what two writers write; no unit may be left without its segment."""
    done = threading.Event()

    def write(name: str) -> None:
        with Memory(on_server) as memory:
            for n in range(40):
                memory.add([Unit(f"Common {n % 5}.", name, PAIR, UnitOrigin.MACHINE), Unit(f"{name} {n}.", "x", PAIR)])

    def clear() -> None:
        with Memory(on_server) as memory:
            while not done.is_set():
                prune(memory, Choice(origin="machine"))

    Memory(on_server).close()
    writers = [threading.Thread(target=write, args=(name,)) for name in "ab"]
    pruner = threading.Thread(target=clear)
    for thread in (*writers, pruner):
        thread.start()
    for thread in writers:
        thread.join(60)
    done.set()
    pruner.join(60)
    with Memory(on_server) as memory:
        assert len(list(memory.units("u.origin <> 'machine'"))) == 80
        with memory.using() as connection:
            orphans = "SELECT count(*) FROM units u LEFT JOIN segments s ON s.id = u.segment WHERE s.id IS NULL"
            assert connection.execute(orphans).fetchone() == (0,)


def test_texts_that_postgresql_cannot_hold_are_left_out(on_server: str) -> None:
    with Memory(on_server) as memory:
        assert memory.add([Unit("a\0b", "x", PAIR), Unit("\ud800", "x", PAIR), Unit("Rain.", "Дождь.", PAIR)]) == 1
        assert memory.exact(PAIR, [Query("a\0b"), Query("\ud800")]) == [[], []]
        assert memory.fuzzy(PAIR, Query("a\0b")) == []


def test_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGPASSWORD", "from-the-environment")
    found = Address.of("postgresql://ann:p%40ss@db.example:5433/news?schema=desk&sslmode=require")
    assert found == Address("ann", "p@ss", "db.example", 5433, "news", "desk", True)
    assert str(found) == "postgresql://ann@db.example:5433/news?schema=desk"
    assert Address.of("postgresql://ann@db.example").password == "from-the-environment"
    for wrong in ("postgresql://h/d?ssl=on", "postgresql://h:port/d", "postgresql://h/d?schema=a;b"):
        with pytest.raises(UsageError, match="address"):
            Address.of(wrong)


def test_a_server_that_is_not_there_and_a_password_that_is_not_told() -> None:
    done = xlate("memory", "stats", "-m", "postgresql://ann:secret@127.0.0.1:1/news")
    assert done.returncode == 2
    assert "postgresql://ann@127.0.0.1:1/news" in talk(done)
    assert "Is the server running" in talk(done)
    assert "secret" not in talk(done)


def test_without_the_driver_the_message_says_what_to_install() -> None:
    code = (
        "import sys; sys.modules['pg8000'] = None; sys.argv = ['xlate', 'memory', 'stats', '-m', 'postgresql://h/d']\n"
        "from xlate.cli.app import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 2
    assert "pip install 'xlate[postgres]'" in done.stderr
