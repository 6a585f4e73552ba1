"""Model packages: found, installed safely, verified, removed, exported - against a real local HTTP server."""

from __future__ import annotations

import json
import stat
import threading
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from argostranslate import settings as argos_settings

from xlate import packages
from xlate.engines.argos import ArgosEngine
from xlate.errors import PackageError
from xlate.packages import archive, store


def bundled(target: str) -> store.ModelPackage:
    return next(p for p in store.bundled_packages() if (p.source, p.target) == ("en", target))


STEM = f"translate-en_be-{bundled('be').version.replace('.', '_')}"


@pytest.fixture(scope="session")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A real package: the bundled en-be model, exported."""
    path = tmp_path_factory.mktemp("good") / "translate-en_be.argosmodel"
    packages.export_package(bundled("be"), path)
    return path


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty packages folder for each test."""
    place = tmp_path / "argos" / "packages"
    place.mkdir(parents=True)
    monkeypatch.setattr(argos_settings, "package_data_dir", place)
    monkeypatch.setattr(argos_settings, "package_dirs", [place])
    return place


def leftovers(folder: Path) -> list[str]:
    """Everything beside and inside the packages folder."""
    return sorted(path.name for path in [*folder.iterdir(), *folder.parent.iterdir()] if path != folder)


def test_bundled_directions_share_one_file_on_disk() -> None:
    found = list(store.bundled_packages())
    assert {("en", "ru"), ("en", "uk"), ("en", "be")} <= {(p.source, p.target) for p in found}
    assert len({p.model for p in found}) == 1


def test_install_from_file_then_translate_then_remove(good: Path, folder: Path) -> None:
    package = packages.install_file(good)
    assert (package.source, package.target, package.origin) == ("en", "be", "installed")
    assert leftovers(folder) == [package.path.name]
    engine = ArgosEngine([package])
    direct = ArgosEngine([bundled("be")])
    text = ["The delegation arrived in Minsk on Monday."]
    assert engine.translate(engine.legs()[0], text)[0][0].text == direct.translate(direct.legs()[0], text)[0][0].text
    assert packages.remove_pair("en", "be") == (package.path,)
    assert leftovers(folder) == []


def test_export_gives_the_same_bytes_again(good: Path, tmp_path: Path) -> None:
    packages.export_package(bundled("be"), tmp_path / "again.argosmodel")
    assert (tmp_path / "again.argosmodel").read_bytes() == good.read_bytes()


def test_plain_argos_reads_the_exported_package(good: Path, tmp_path: Path) -> None:
    from argostranslate import package as argos

    with zipfile.ZipFile(good) as archive_file:
        archive_file.extractall(tmp_path)
    found = argos.Package(next(tmp_path.glob("translate-*")))
    assert (found.from_code, found.to_code, found.target_prefix) == ("en", "be", "__be__")


def test_installing_again_replaces_the_older_version(good: Path, folder: Path) -> None:
    first = packages.install_file(good)
    (first.path / "stale").write_text("old")
    second = packages.install_file(good)
    assert second.path == first.path
    assert not (second.path / "stale").exists()
    assert leftovers(folder) == [second.path.name]


def test_a_broken_folder_hides_no_other_package(good: Path, folder: Path) -> None:
    packages.install_file(good)
    (folder / "translate-xx_yy").mkdir()
    assert [p.origin for p in packages.find_packages()].count("installed") == 1
    assert [str(error) for error in packages.broken_folders() if "translate-xx_yy" in str(error)]


def _repack(good: Path, path: Path, change: Callable[[zipfile.ZipFile], None], skip: str = "") -> Path:
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            if not (skip and skip in entry.filename):
                target.writestr(entry, source.read(entry))
        change(target)
    return path


def _add(name: str, data: bytes = b"x") -> Callable[[zipfile.ZipFile], None]:
    return lambda target: target.writestr(name, data)


def _add_link(target: zipfile.ZipFile) -> None:
    entry = zipfile.ZipInfo(f"{STEM}/link")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    target.writestr(entry, "/etc/passwd")


@pytest.mark.parametrize(
    ("what", "change", "skip", "message"),
    [
        ("traversal", _add(f"{STEM}/../../evil"), "", "leads out of"),
        ("absolute", _add("/tmp/evil"), "", "leads out of"),
        ("backslash", _add(f"{STEM}\\..\\..\\evil"), "", "leads out of"),
        ("drive", _add("C:/evil"), "", "leads out of"),
        ("link", _add_link, "", "is a link"),
        ("bomb", _add(f"{STEM}/zeros", b"\0" * 300_000_000), "", "unpacks to"),
        ("two-folders", _add("other/file"), "", "exactly one folder"),
        ("no-metadata", _add(f"{STEM}/x"), "metadata.json", "no metadata.json"),
        ("no-weights", _add(f"{STEM}/x"), "model.bin", "model.bin"),
        ("no-tokenizer", _add(f"{STEM}/x"), "sentencepiece.model", "SentencePiece"),
    ],
)
def test_malicious_and_incomplete_packages_leave_nothing(
    what: str,
    change: Callable[[zipfile.ZipFile], None],
    skip: str,
    message: str,
    good: Path,
    folder: Path,
    tmp_path: Path,
) -> None:
    path = _repack(good, tmp_path / f"{what}.argosmodel", change, skip)
    with pytest.raises(PackageError, match=message):
        packages.install_file(path)
    assert leftovers(folder) == []
    assert not list(tmp_path.rglob("evil*"))


def test_truncated_and_flipped_archives_leave_nothing(good: Path, folder: Path, tmp_path: Path) -> None:
    data = good.read_bytes()
    truncated, flipped, text = (tmp_path / f"{n}.argosmodel" for n in ("truncated", "flipped", "text"))
    truncated.write_bytes(data[: len(data) // 2])
    flipped.write_bytes(data[:2_000_000] + bytes([data[2_000_000] ^ 0xFF]) + data[2_000_001:])
    text.write_text("<html>404 not found</html>")
    for path in (truncated, flipped, text):
        with pytest.raises(PackageError):
            packages.install_file(path)
        assert leftovers(folder) == []


def test_weights_that_do_not_load_are_not_installed(good: Path, folder: Path, tmp_path: Path) -> None:
    path = _repack(good, tmp_path / "garbage.argosmodel", _add(f"{STEM}/model/model.bin", b"no weights"), "model.bin")
    with pytest.raises(PackageError, match="does not load"):
        packages.install_file(path)
    assert leftovers(folder) == []


def test_a_failed_update_keeps_the_installed_version(good: Path, folder: Path, tmp_path: Path) -> None:
    package = packages.install_file(good)
    broken = _repack(good, tmp_path / "b.argosmodel", _add(f"{STEM}/x"), "model.bin")
    with pytest.raises(PackageError):
        packages.install_file(broken)
    store.verify(package)
    assert leftovers(folder) == [package.path.name]


def test_missing_file_and_bundled_removal_are_explained() -> None:
    with pytest.raises(PackageError, match="no such file"):
        packages.install_file(Path("nowhere.argosmodel"))
    with pytest.raises(PackageError, match="bundled with xlate"):
        packages.remove_pair("en", "be")
    with pytest.raises(PackageError, match="not installed"):
        packages.remove_pair("en", "de")


class _Server:
    """A package index on loopback; ``cut`` makes it break off downloads."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.cut = folder, False
        outer = self

        class Handler(SimpleHTTPRequestHandler):
            def log_message(self, *arguments: object) -> None:
                pass

            def do_GET(self) -> None:
                if not (outer.cut and self.path.endswith(".argosmodel")):
                    super().do_GET()
                    return
                data = (outer.folder / self.path.lstrip("/")).read_bytes()
                self.send_response(200)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data[: len(data) // 3])

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
        self.address = f"http://127.0.0.1:{self.http.server_port}"
        threading.Thread(target=self.http.serve_forever, daemon=True).start()

    def index(self, *links: str, version: str = "0.1") -> str:
        rows = [
            {"type": "translate", "package_version": "0.0.9", "from_code": "en", "to_code": "be", "links": []},
            {"type": "translate", "package_version": version, "from_code": "en", "to_code": "be", "links": list(links)},
            {"type": "sbd", "package_version": "1", "from_code": None, "to_code": None, "links": []},
            {"type": "translate", "package_version": "1", "from_code": "xx", "to_code": "yy", "links": []},
        ]
        (self.folder / "index.json").write_text(json.dumps(rows))
        return f"{self.address}/index.json"


@pytest.fixture
def server(tmp_path: Path, good: Path) -> Iterator[_Server]:
    folder = tmp_path / "www"
    folder.mkdir()
    (folder / "m.argosmodel").write_bytes(good.read_bytes())
    running = _Server(folder)
    yield running
    running.http.shutdown()
    running.http.server_close()


def test_index_lists_what_xlate_can_use(server: _Server) -> None:
    found = packages.available_packages(server.index("ftp://old", f"{server.address}/m.argosmodel"))
    assert [(p.source, p.target, p.version) for p in found] == [("en", "be", "0.0.9"), ("en", "be", "0.1")]
    assert found[1].links == (f"{server.address}/m.argosmodel",)


def test_install_from_the_index_with_progress(server: _Server, folder: Path) -> None:
    seen: list[tuple[int, int]] = []
    index = server.index(f"{server.address}/gone.argosmodel", f"{server.address}/m.argosmodel")
    package = packages.install_pair("en", "be", index, lambda done, total: seen.append((done, total)))
    assert package.path.parent == folder
    assert seen[-1][0] == seen[-1][1] > 5_000_000


def test_a_download_that_breaks_off_installs_nothing(server: _Server, folder: Path) -> None:
    server.cut = True
    with pytest.raises(PackageError, match=r"download failed.*(ended after|IncompleteRead)"):
        packages.install_pair("en", "be", server.index(f"{server.address}/m.argosmodel"))
    assert leftovers(folder) == []


def test_no_such_pair_and_no_such_index(server: _Server) -> None:
    with pytest.raises(PackageError, match="no package en-de"):
        packages.install_pair("en", "de", server.index())
    with pytest.raises(PackageError, match="cannot be read"):
        packages.available_packages("http://127.0.0.1:9/index.json")


def test_bare_model_directory(tmp_path: Path) -> None:
    whole = bundled("ru")
    for name in ("model", "sentencepiece.model"):
        (tmp_path / name).symlink_to(whole.path / name)
    (tmp_path / "metadata.json").write_text('{"target_prefix": "__{target}__"}')
    package = packages.open_directory(tmp_path, "en", "ru")
    assert package.target_prefix == "__ru__"
    store.verify(package)
    with pytest.raises(PackageError, match=r"no CTranslate2 model\.bin"):
        packages.open_directory(tmp_path.parent, "en", "ru")


def test_limits_are_generous_enough_for_real_packages(good: Path) -> None:
    with zipfile.ZipFile(good) as archive_file:
        ratios = [e.file_size / max(1, e.compress_size) for e in archive_file.infolist()]
    assert max(ratios) < archive.MAX_RATIO / 5
