"""Packages that can be had: Argos's index (a JSON list), downloaded only when a user asks for it."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from xlate import languages
from xlate.errors import PackageError
from xlate.packages import store
from xlate.packages.archive import install_file

TIMEOUT_S = 30.0
MAX_DOWNLOAD = 2 * 2**30
Progress = Callable[[int, int], None]
"""Called with bytes so far and bytes in all (0 = not told)."""


@dataclass(frozen=True, slots=True)
class AvailablePackage:
    """A direction that the index offers."""

    source: str
    target: str
    version: str
    links: tuple[str, ...]


def available_packages(index: str = "") -> tuple[AvailablePackage, ...]:
    """What the index lists: ``index`` is an address or a file; empty means Argos Translate's own setting."""
    address = index or store.index_address()
    try:
        if Path(address).is_file():
            rows = json.loads(Path(address).read_bytes())
        else:
            with _open(address) as answer:
                rows = json.loads(answer.read(64 * 2**20))
        return tuple(package for row in rows if (package := _read_row(row)))
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise PackageError(
            f"The package index {address} cannot be read ({error}).",
            "Check the network, name another with --index, or install a downloaded .argosmodel file.",
        ) from error


def install_pair(source: str, target: str, index: str = "", progress: Progress | None = None) -> store.ModelPackage:
    """Download and install the newest package of a direction."""
    offers = [p for p in available_packages(index) if (p.source, p.target) == (source, target)]
    if not offers:
        raise PackageError(
            f"The index has no package {source}-{target}.", "`xlate models available` lists what it has."
        )
    newest = max(offers, key=lambda offer: _version_key(offer.version))
    with tempfile.TemporaryDirectory(prefix="xlate-download-") as folder:
        path = Path(folder) / f"translate-{source}_{target}.argosmodel"
        _download(newest.links, path, progress)
        return install_file(path)


def _read_row(row: dict[str, Any]) -> AvailablePackage | None:
    if row.get("type", "translate") != "translate":
        return None
    source, target = str(row.get("from_code")), str(row.get("to_code"))
    if not (languages.known(source) and languages.known(target)):
        return None
    links = tuple(link for link in row.get("links", []) if str(link).startswith(("https:", "http:")))
    version = str(row.get("package_version", ""))
    return AvailablePackage(languages.canonical(source), languages.canonical(target), version, links)


def _version_key(version: str) -> tuple[int, ...]:
    return tuple(int(part) if part.isdigit() else 0 for part in version.split("."))


def _download(links: tuple[str, ...], path: Path, progress: Progress | None) -> None:
    """Try the links in order; a download shorter or longer than announced counts as failed."""
    failures = []
    for link in links:
        try:
            with _open(link) as answer, path.open("wb") as file:
                _copy(answer, file, int(answer.headers.get("Content-Length") or 0), progress)
            return
        except (OSError, ValueError) as error:
            failures.append(f"{link}: {error}")
    raise PackageError(
        f"The download failed: {'; '.join(failures) or 'the index names no address'}.", "Try again later."
    )


def _copy(answer: Any, file: IO[bytes], announced: int, progress: Progress | None) -> None:
    done = 0
    while data := answer.read(2**18):
        done += len(data)
        if done > MAX_DOWNLOAD:
            raise ValueError(f"larger than {MAX_DOWNLOAD:,} bytes")
        file.write(data)
        if progress:
            progress(done, announced)
    if announced and done != announced:
        raise ValueError(f"ended after {done:,} of {announced:,} bytes")


def _open(address: str) -> Any:
    import urllib.request  # every command imports this module, few open an address

    request = urllib.request.Request(address, headers={"User-Agent": "xlate"})
    return urllib.request.urlopen(request, timeout=TIMEOUT_S)
