"""A memory in a file and one on a PostgreSQL server: what is promised of one holds for both."""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import missing

_SCHEMAS = itertools.count(1)


def _postgres_programs() -> Path | None:
    if found := shutil.which("initdb"):
        return Path(found).parent
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: float(path.parent.name))
    return folders[-1] if folders else None


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a database on a server that runs as long as the tests; it is reached by a socket only."""
    programs = _postgres_programs()
    if programs is None:
        missing("needs a PostgreSQL server: apt install postgresql")
    assert programs
    pytest.importorskip("pg8000", reason="needs pg8000: pip install 'xlate[postgres]'")
    folder = Path(tempfile.mkdtemp(prefix="xlate-pg-"))
    user = "postgres" if os.geteuid() == 0 else None  # the server does not run as root
    if user:
        shutil.chown(folder, user)

    def run(*command: str) -> None:
        subprocess.run([str(programs / command[0]), *command[1:]], user=user, cwd=folder, check=True, timeout=120,
                       stdout=subprocess.DEVNULL)  # fmt: skip

    data, options = str(folder / "data"), f"-k {folder} -c listen_addresses= -c fsync=off"
    try:
        run("initdb", "-D", data, "-U", "tester", "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
        run("pg_ctl", "-D", data, "-l", str(folder / "log"), "-o", options, "-w", "start")
        try:
            yield f"postgresql://tester@/postgres?host={folder}"
        finally:
            run("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def on_server(postgres: str) -> str:
    """A place for a memory of its own on the server."""
    return f"{postgres}&schema=test{next(_SCHEMAS)}"


@pytest.fixture(params=["file", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new memory may be made."""
    if request.param == "file":
        return str(tmp_path / "news.memory")
    address: str = request.getfixturevalue("on_server")
    return address
