"""A run: what is pending is prepared, translated in windows and written, and everything is recorded."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from xlate.batch.apart import Order, translated_apart
from xlate.batch.estimate import Estimate, estimate, learn_rate
from xlate.batch.freeing import Giving, keep_memory_together
from xlate.batch.job import Job, Meter, Observer
from xlate.batch.ordered import Stop, in_order
from xlate.batch.outputs import Sink
from xlate.batch.rows import Outcome, Row, failed_row, result_row
from xlate.batch.signing import Signer
from xlate.batch.state import State
from xlate.batch.summary import Summary, check_manifest, summarize, write_manifest
from xlate.batch.todo import Pending, Todo
from xlate.batch.worker import Shared, shards, translated
from xlate.engines import Engine
from xlate.errors import XlateError


class Batch:
    """Runs a job; again and again on a folder that is watched, with the models loaded once.

    ``apart``: processes of their own translate (``apart``), so that memory is flat however long a run is.  Not with
    ``engines`` of the caller's.
    """

    def __init__(
        self,
        job: Job,
        engines: Sequence[Engine] | None = None,
        observer: Observer | None = None,
        *,
        apart: bool = False,
    ) -> None:
        self.job = job
        self.observer = observer or Observer()
        self.stop = Stop()  # asked, a run ends soon with KeyboardInterrupt
        self.apart = apart and engines is None
        self._engines = engines

    @cached_property
    def signer(self) -> Signer:
        return Signer(self.job.settings, self._engines, self.job.written)

    @cached_property
    def shared(self) -> Shared:
        """Loads on first use: a run that finds nothing new does without."""
        return Shared(self.job.settings, self.observer.noted, self.signer.engines)

    def run(self, total: int = 0) -> Summary:
        """Do what is left.  ``total`` is the bytes of all inputs, for the meter.  XlateError if it cannot go on."""
        start = time.monotonic()
        keep_memory_together()
        check_manifest(self.job.manifest_path)
        with State(self.job.state_path) as state:
            number = int(state.fact("run", 0)) + 1
            state.keep("run", number)
            meter = Meter(total)
            work = _Run(self, state, number, meter)
            try:
                work.go()
            except BaseException:
                with contextlib.suppress(XlateError):
                    write_manifest(state, number, self.job.manifest_path)
                raise
            seconds = time.monotonic() - start
            learn_rate(state, meter.words, seconds)
            write_manifest(state, number, self.job.manifest_path)
            if self.job.report:
                from xlate.batch.index import write_index

                write_index(state, number, self.job.output)
            state.end()
            return summarize(state, number, meter, seconds, self.job)

    def estimate(self) -> Estimate:
        """What a run would do and how long it might take.  Nothing is written."""
        return estimate(self.job, self.signer)


@dataclass(frozen=True, slots=True)
class _Ear:
    """Hears what happens while windows are translated, and passes it on."""

    observer: Observer
    meter: Meter
    todo: Todo

    def set_aside(self, pending: Pending, error: XlateError) -> None:
        self.todo.set_aside(pending, error)

    def at_work(self, number: int, weight: float, words: float) -> None:
        self.meter.at_work(number, weight, words)
        self.observer.moved(self.meter)

    def noted(self, text: str) -> None:
        self.observer.noted(text)


@dataclass
class _Run:
    batch: Batch
    state: State
    number: int
    meter: Meter

    def go(self) -> None:
        job = self.batch.job
        sink, stop, memory = job.sink(self.state), Stop(self.batch.stop), Giving()
        sink.begin()
        todo = Todo(job, self.state, sink, self.batch.signer, self.number, self.meter, self.batch.observer)
        finished = self._far(todo, stop) if job.ray else self._near(todo, stop)
        with contextlib.closing(finished):
            for outcomes in finished:
                self._write(outcomes, sink)
                self.batch.observer.moved(self.meter)
                memory.give_back()
        sink.finish()

    def _near(self, todo: Todo, stop: Stop) -> Generator[Sequence[Outcome], None, None]:
        """Translated on this machine, a window at a time."""
        batch, job = self.batch, self.batch.job
        coming, listener = shards(todo, job.window), _Ear(batch.observer, self.meter, todo)
        if batch.apart:
            finished = translated_apart(coming, Order.of(job), listener, self.meter.lost, stop)
        else:
            finished = translated(coming, batch.shared, job.inputs.format, job.window, listener, stop)
        with contextlib.closing(finished):
            for number, outcomes in finished:
                self.meter.no_more(number)
                yield outcomes

    def _far(self, todo: Todo, stop: Stop) -> Generator[Sequence[Outcome], None, None]:
        """Translated by the workers of a Ray cluster, a shard at a time."""
        from xlate.batch.ray import Cluster

        first = next(coming := shards(todo, self.batch.job.window), None)
        if first is None:
            return  # nothing new: nobody need be asked
        with Cluster(self.batch.job, self.batch.observer, stop) as cluster:
            work = in_order(chain([first], coming), cluster.work, stop, cluster.n_at_once)
            with contextlib.closing(work) as finished:
                for shard in finished:
                    for pending, error in shard.aside:
                        todo.set_aside(pending, error)
                    yield shard.outcomes

    def _write(self, outcomes: Sequence[Outcome], sink: Sink) -> None:
        rows = sink.write([(self._row(outcome), outcome) for outcome in outcomes])
        failed = {row.name for row in rows if row.error}
        words = sum(row.words for row in rows)
        works = {outcome.work.entry.name: outcome.work for outcome in outcomes}
        for row in rows:
            if row.error:
                self.batch.observer.failed(XlateError(row.error, row.hint))
        for name, work in works.items():
            self.meter.settle(work.item.weight, documents=1, failed=int(name in failed))
        self.meter.settle(0, words=words)

    def _row(self, outcome: Outcome) -> Row:
        signature = self.batch.signer.signature(outcome.languages, outcome.target)
        if outcome.result is None:
            error = outcome.error or XlateError("no result")
            return failed_row(outcome.work.entry, outcome.target, signature, error, outcome.languages)
        return result_row(outcome, outcome.result, signature)
