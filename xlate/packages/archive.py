"""Safe installation of an ``.argosmodel`` file (a zip archive): checked first, unpacked aside, then moved into place.

Refused: paths that leave the folder, links, more than 4 GiB, suspicious compression, damage, and anything that is not
one translation package.  Whatever goes wrong, the packages installed before stay as they were.
"""

from __future__ import annotations

import shutil
import stat
import tempfile
import zipfile
from pathlib import Path, PurePosixPath

from xlate.errors import PackageError
from xlate.packages import store

MAX_BYTES = 4 * 2**30  # unpacked; the largest package in Argos's index is under 0.5 GiB (guessed margin)
MAX_RATIO = 100  # deflate of model weights reaches about 1.3, of JSON about 10; a bomb 1,000 (guessed margin)
MAX_FILES = 2_000


def install_file(path: Path) -> store.ModelPackage:
    """Install the package in ``path``, replacing any installed version of the same direction."""
    if not path.is_file():
        raise PackageError(
            f"{path}: no such file.", "`xlate models install` takes an .argosmodel file or a pair like en-de."
        )
    target_folder = store.install_folder()
    try:
        target_folder.mkdir(parents=True, exist_ok=True)
        # Beside, not inside, the packages folder: Argos Translate fails on a folder there without metadata.
        with tempfile.TemporaryDirectory(prefix="xlate-install-", dir=target_folder.parent) as staging:
            unpacked = _unpack(path, Path(staging))
            package = store.read_installed(unpacked)
            store.verify(package)
            return _move_into_place(package, target_folder)
    except (zipfile.BadZipFile, EOFError, NotImplementedError) as error:
        raise PackageError(f"{path}: damaged or truncated archive ({error}).", "Download it again.") from error
    except OSError as error:
        raise PackageError(f"{path}: cannot be installed into {target_folder} ({error.strerror or error}).") from error


def _unpack(path: Path, staging: Path) -> Path:
    with zipfile.ZipFile(path) as archive:
        entries = archive.infolist()
        top = _check_entries(path, entries)
        for entry in entries:
            _extract(archive, entry, staging)
    folder = staging / top
    if not (folder / "metadata.json").is_file():
        raise PackageError(f"{path}: not an Argos package, it has no metadata.json.")
    return folder


def _check_entries(path: Path, entries: list[zipfile.ZipInfo]) -> str:
    """The one top folder of all entries; PackageError for anything unsafe."""
    tops = set()
    for entry in entries:
        name = PurePosixPath(entry.filename.replace("\\", "/"))
        if name.is_absolute() or ".." in name.parts or ":" in entry.filename or not name.parts:
            raise PackageError(f'{path}: refused, its entry "{entry.filename}" leads out of the package folder.')
        if stat.S_ISLNK(entry.external_attr >> 16):
            raise PackageError(f'{path}: refused, its entry "{entry.filename}" is a link.')
        if entry.file_size > 2**20 and entry.file_size > MAX_RATIO * max(1, entry.compress_size):
            raise PackageError(f'{path}: refused, its entry "{entry.filename}" unpacks to {entry.file_size:,} bytes.')
        if entry.flag_bits & 1:
            raise PackageError(f"{path}: encrypted archives are not supported.")
        tops.add(name.parts[0])
    if len(tops) != 1:
        raise PackageError(f"{path}: not an Argos package, it should hold exactly one folder and holds {len(tops)}.")
    total = sum(entry.file_size for entry in entries)
    if total > MAX_BYTES or len(entries) > MAX_FILES:
        raise PackageError(f"{path}: refused, it would unpack to {len(entries):,} files of {total:,} bytes.")
    return tops.pop()


def _extract(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, staging: Path) -> None:
    """Unpack one entry; zipfile checks its CRC, and never yields more bytes than the entry declared."""
    target = staging / PurePosixPath(entry.filename.replace("\\", "/"))
    if entry.is_dir():
        target.mkdir(parents=True, exist_ok=True)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(entry) as source, target.open("wb") as file:
        shutil.copyfileobj(source, file, 2**20)


def _move_into_place(package: store.ModelPackage, target_folder: Path) -> store.ModelPackage:
    """Rename the new folder in; older versions of the direction are set aside first and come back if that fails."""
    older = [p.path for p in store.installed_packages() if (p.source, p.target) == (package.source, package.target)]
    place = target_folder / package.path.name
    if place.exists() and place not in older:
        older.append(place)
    aside = Path(tempfile.mkdtemp(prefix="xlate-replaced-", dir=target_folder.parent))
    try:
        for folder in older:
            folder.rename(aside / folder.name)
        package.path.rename(place)
    except OSError:
        for folder in older:
            if (aside / folder.name).exists():
                (aside / folder.name).rename(folder)
        raise
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return store.read_installed(place)
