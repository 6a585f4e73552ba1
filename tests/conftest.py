"""What all tests share: the development sets when they are at hand, and programs that may not be installed."""

from __future__ import annotations

import importlib
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
REQUIRE_ALL = bool(os.environ.get("XLATE_TEST_ALL"))


LONG = frozenset({"cluster", "browser", "test_the_committed_corpus_has_no_findings"})
"""Fixtures and a test that take long: what needs them goes first, so that no worker is left with it at the end.
(`make test` gives a file to one worker, which makes a module's fixtures once.)"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: LONG.isdisjoint((item.name, *getattr(item, "fixturenames", ()))))


def missing(what: str) -> None:
    """Skip the test, or fail it where nothing may be skipped."""
    if REQUIRE_ALL:
        pytest.fail(f"{what} (XLATE_TEST_ALL is set: nothing may be skipped)")
    pytest.skip(what)


@pytest.fixture(scope="session")
def apertium() -> None:
    """Skips, with the package to install, where Apertium's pairs are missing."""
    modes = Path("/usr/share/apertium/modes")
    if (
        not shutil.which("apertium-destxt")
        or not (modes / "rus-bel.mode").exists()
        or not (modes / "rus-ukr.mode").exists()
    ):
        missing("needs Apertium: apt install apertium apertium-bel-rus apertium-rus-ukr")


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser's path; skips, with the package to install, where there is none."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not path:
        missing("needs a browser: apt install chromium")
    assert path
    return path


@pytest.fixture(scope="session")
def needs_axe() -> Any:
    """axe-core, which looks for what keeps people from reading a page; skips, with the package to install, without."""
    try:
        module = importlib.import_module("axe_playwright_python.sync_playwright")
    except ImportError:
        missing("needs axe-core: pip install axe-playwright-python")
    return module.Axe()


@pytest.fixture(scope="session")
def dev_sets() -> Path:
    """The development sets; skips where they are not at hand (they are not part of the repository)."""
    folder = Path(os.environ.get("XLATE_DEV", ROOT.parent / "shared" / "data" / "dev"))
    if not folder.is_dir():
        pytest.skip("needs the development sets: set XLATE_DEV to their folder")
    return folder


@pytest.fixture(autouse=True)
def _own_argos_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees or touches the packages installed in the user's home."""
    from argostranslate import settings

    home = tmp_path_factory.getbasetemp() / "argos"
    packages = home / "packages"
    packages.mkdir(parents=True, exist_ok=True)
    monkeypatch.setattr(settings, "package_data_dir", packages)
    monkeypatch.setattr(settings, "package_dirs", [packages])
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "cache"))
    for variable in [
        name for name in os.environ if name.startswith("XLATE_") and name not in ("XLATE_DEV", "XLATE_TEST_ALL")
    ]:
        monkeypatch.delenv(variable)
