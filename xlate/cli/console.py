"""Talking to the user: results go to stdout, everything else to stderr."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from xlate.errors import InputError, OutputError, XlateError

QUIET_SECONDS = 1.0  # shorter jobs show no progress bar

Update = Callable[[int, int], None]


def complain(error: XlateError) -> None:
    """The error, and on its own line the way out."""
    sys.stderr.write(f"xlate: {error}\n")
    if error.hint:
        sys.stderr.write(f"       {error.hint}\n")
    sys.stderr.flush()


def say(text: str) -> None:
    """One line of talk."""
    sys.stderr.write(text + "\n")


def put(text: str) -> None:
    """A result, as UTF-8 whatever the terminal's locale."""
    try:
        sys.stdout.buffer.write(text.encode("utf-8", "surrogatepass"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        sys.stdout = None  # what could not be written must not be tried again at exit
        raise OutputError(f"The output cannot be written ({error.strerror}).", "Write to a file with -o.") from error


def read_input(path: Path | None) -> bytes:
    """The bytes of a file, or of stdin for None and ``-``; InputError with the way out."""
    if path is None or str(path) == "-":
        if sys.stdin.isatty():
            raise InputError(
                "No input: name a file or pipe text in.", "For example: cat a.txt | xlate translate --to uk"
            )
        return sys.stdin.buffer.read()
    if path.is_dir():
        raise InputError(f"{path}: is a folder.", f"Name its files, for example {path}/*.txt")
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise InputError(f"{path}: no such file.", "Check the spelling, or put the name in quotes.") from error
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}).", "Check its permissions.") from error


def _ignore(done: int, total: int) -> None:
    pass


@contextmanager
def progress_bar(label: str, wanted: bool) -> Iterator[Update]:
    """A progress bar on stderr that appears after a second; none when stderr is no terminal or it is not wanted."""
    if not wanted or not sys.stderr.isatty():
        yield _ignore
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    task = bar.add_task(label, total=None)
    start = time.monotonic()

    def update(done: int, total: int) -> None:
        bar.update(task, completed=done, total=total)
        if not bar.live.is_started and time.monotonic() - start > QUIET_SECONDS:
            bar.start()

    try:
        yield update
    finally:
        if bar.live.is_started:
            bar.stop()
