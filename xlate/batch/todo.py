"""What is left to do: items held against the state, one after another."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from xlate.batch.job import Job, Meter, Observer
from xlate.batch.outputs import Sink
from xlate.batch.plan import Item
from xlate.batch.reading import Content, read_content
from xlate.batch.rows import DONE, FAILED, UNWRITTEN, Entry, failed_row
from xlate.batch.signing import Signer
from xlate.batch.state import State
from xlate.errors import InputError, UsageError, XlateError


@dataclass(frozen=True, slots=True)
class Pending:
    """A document that is new, changed or wanted otherwise, and the languages that it is to be translated into.

    ``missing`` are those whose results are not in place yet.  The others were written before a kill: they are made once
    more, and not written, where what they were decoded with is missing, since a sentence's score differs with its
    company in a batch.
    """

    item: Item
    entry: Entry
    content: Content
    targets: tuple[str, ...]
    missing: tuple[str, ...]


@dataclass
class Todo:
    """Finds the pending documents of one run and marks all others as seen in it.

    Goes on with what a run that was killed had before it: documents that it finished are found, too, in their places.
    """

    job: Job
    state: State
    sink: Sink
    signer: Signer
    run: int
    meter: Meter
    observer: Observer

    def __iter__(self) -> Iterator[Pending]:
        for item in self.job.inputs.items():
            if pending := self._look(item):
                yield pending

    def set_aside(self, pending: Pending, error: XlateError) -> None:
        """Record that the document cannot be translated into any of the targets."""
        if not pending.missing:
            return  # recorded before a kill
        for target in pending.missing:
            self.state.put(failed_row(pending.entry, target, self.signer.signature((), target), error))
        self.observer.failed(error)
        self.meter.settle(pending.item.weight, documents=1, failed=1)
        self.observer.moved(self.meter)

    def _look(self, item: Item) -> Pending | None:
        with self.state.transaction():
            known = self.state.entry(item.name)
            if known and known.run == self.run:
                if item.record is None or read_content(item).digest == known.digest:
                    return None  # named twice
                item = _renamed(item)
                known = self.state.entry(item.name)
            content, error = self._content(item, known)
            entry = self._entry(item, known, content, is_read=not error)
            self.state.put_entry(entry)
            fresh = {target: self._is_fresh(entry, target) for target in self.job.settings.to}
            missing = tuple(target for target, is_fresh in fresh.items() if not is_fresh)
            if missing and not (content.is_read or error):
                content, error = _read(item)
            before = self.state.task(entry)
            targets = tuple(target for target in fresh if target in {*missing, *before})
            if targets != before and not error:
                self.state.put_task(entry, targets)
        if not missing:
            self.meter.settle(item.weight, documents=1, unchanged=1)
            self.observer.moved(self.meter)
        pending = Pending(item, entry, content, targets, missing)
        if error:
            self.set_aside(pending, error)
        return pending if targets and not error else None

    def _content(self, item: Item, known: Entry | None) -> tuple[Content, InputError | None]:
        """The content, not read where the file's stamp tells that it is the same."""
        if item.error and item.record is None:
            return Content(""), item.error
        if known and item.stamp and known.stamp == item.stamp:
            return Content(known.digest), None
        return _read(item)

    def _entry(self, item: Item, known: Entry | None, content: Content, *, is_read: bool) -> Entry:
        source = os.fsencode(item.path).decode("utf-8", "backslashreplace")
        changed = known is not None and is_read and known.digest not in ("", content.digest)
        if known and known.source != source and (changed or Path(known.source).exists()):
            raise UsageError(
                f"{self.job.output}: holds {item.name} from {known.source} already; {source} would replace it.",
                "Name both inputs in one command, or choose another output with -o.",
            )
        stem = known.stem if known else self.state.free_stem(item)
        return Entry(item.name, content.digest, item.stamp, source, stem, self.run)

    def _is_fresh(self, entry: Entry, target: str) -> bool:
        row = self.state.row(entry.name, target)
        if row is None or row.digest != entry.digest or row.status == UNWRITTEN:
            return False
        if row.status == FAILED and self.job.retry_failed:
            return False
        if row.signature != self.signer.signature(row.languages.split(), target):
            return False
        if row.status == DONE and not self.sink.holds(row):
            return False
        self.state.seen(row, self.run)
        return True


def _read(item: Item) -> tuple[Content, InputError | None]:
    try:
        return read_content(item), item.error
    except InputError as error:
        return Content(""), error


def _renamed(item: Item) -> Item:
    """A record whose id another has: its line tells them apart."""
    line = item.record.line if item.record else 0
    return replace(item, name=f"{item.name}:{line}", stem=f"{item.stem}-{line}")
