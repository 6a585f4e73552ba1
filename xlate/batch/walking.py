"""The files behind what a user names: folders walked in order, patterns filled in, loops of links survived."""

from __future__ import annotations

import glob
import os
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from xlate.batch.records import RECORD_SUFFIXES
from xlate.documents import FORMATS
from xlate.errors import InputError

STDIN = "-"
Found = tuple[Path, InputError | None]
"""A file, or a place that cannot be read and why."""

_WANTED = {*FORMATS, *RECORD_SUFFIXES, ""}
_RACY_NS = 2_000_000_000  # a file changed twice within the clock's grain keeps its stamp: young stamps are not trusted


@dataclass
class Walk:
    """The files of ``places``; ``-`` stands for ``listed``.  ``away`` is a place that is left out: the output's.

    In folders, files of other kinds are passed over and counted by extension, unless ``every`` one is wanted.
    """

    places: Sequence[str]
    listed: Iterable[str] = ()
    away: Path | None = None
    every: bool = False
    passed_over: Counter[str] = field(default_factory=Counter)
    _seen: set[tuple[int, int]] = field(default_factory=set)

    def __iter__(self) -> Iterator[Found]:
        for place in self.places:
            if place == STDIN:
                yield from ((_absolute(line.rstrip("\r\n")), None) for line in self.listed if line.strip())
            elif Path(place).is_dir():
                if self._is_away(folder := _absolute(place)):
                    yield folder, InputError(f"{folder}: is where the results go.", "Choose another -o: -o out/")
                yield from self._folder(folder)
            elif glob.has_magic(place) and not Path(place).exists():
                yield from self._matching(place)
            else:
                yield _as_file(_absolute(place))

    def _matching(self, pattern: str) -> Iterator[Found]:
        found = sorted(glob.iglob(pattern, recursive=True))  # noqa: PTH207 - patterns with "/", "~" and ".." too
        if not found:
            yield _absolute(pattern), InputError(f"{pattern}: no file fits.", "Check the pattern.")
        for path in map(_absolute, found):
            if not path.is_dir():
                yield _as_file(path)
            elif "**" not in pattern:  # which lists the files in folders by itself
                yield from self._folder(path)

    def _folder(self, folder: Path) -> Iterator[Found]:
        """The articles below a folder; hidden ones are left out, and a folder that links lead to again is read once."""
        try:
            facts = folder.stat()
            if (facts.st_dev, facts.st_ino) in self._seen or self._is_away(folder):
                return
            self._seen.add((facts.st_dev, facts.st_ino))
            with os.scandir(folder) as scan:
                names = sorted(entry.name for entry in scan if not entry.name.startswith("."))
        except OSError as error:
            yield folder, InputError(f"{folder}: the folder cannot be read ({error.strerror}).", "Check permissions.")
            return
        for path in (folder / name for name in names):
            if path.is_dir():
                yield from () if _is_output(path) else self._folder(path)
            elif self._is_away(path) or _is_output(path):
                continue
            elif self.every or path.suffix.lower() in _WANTED or not (path.is_file() or path.is_symlink()):
                yield _as_file(path)
            else:
                self.passed_over[path.suffix.lower()] += 1

    def _is_away(self, path: Path) -> bool:
        """Whether it is the output: compared by name first, for asking the disk about every file takes time."""
        return self.away is not None and path.name == self.away.name and _same(path, self.away)


def _as_file(path: Path) -> Found:
    if path.exists() and not path.is_file():  # to read it might take for ever
        return path, InputError(f"{path}: is no file but a pipe or a device.", "Leave it out.")
    return path, None


def _is_output(path: Path) -> bool:
    """Whether a batch has written it: its results are not to be translated, unless they are named."""
    if path.is_dir():
        return (path / ".xlate" / "state.db").is_file()
    return path.suffix.lower() in (".jsonl", ".ndjson") and (path.parent / ".xlate" / f"{path.name}.state.db").is_file()


def common_folder(places: Sequence[str]) -> Path:
    """The deepest folder that all places have in common."""
    return Path(os.path.commonpath([_root(place) for place in places]))


def stamp(path: Path) -> str:
    """Size, times and number of a file, unlike after any change; empty where that is not certain."""
    try:
        facts = path.stat()
    except OSError:
        return ""
    if time.time_ns() - max(facts.st_mtime_ns, facts.st_ctime_ns) < _RACY_NS:
        return ""
    return f"{facts.st_size}:{facts.st_mtime_ns}:{facts.st_ctime_ns}:{facts.st_ino}"


def size(path: Path) -> int:
    """Bytes of the file; 0 if there is none."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def age(path: Path) -> float:
    """Seconds since the file was changed."""
    try:
        return time.time() - path.stat().st_mtime
    except OSError:
        return float("inf")


def _absolute(place: str) -> Path:
    return Path(os.path.abspath(place))  # noqa: PTH100 - resolve() would follow links, and names show what the user wrote


def _root(place: str) -> Path:
    path = Path.cwd() if place == STDIN else _absolute(place)
    while glob.has_magic(str(path)) and not path.exists():
        path = path.parent
    return path if path.is_dir() else path.parent


def _same(left: Path, right: Path) -> bool:
    try:
        return left.samefile(right)
    except OSError:
        return False
