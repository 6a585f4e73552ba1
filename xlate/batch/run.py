"""A run: what is pending is prepared, translated in windows and written, and everything is recorded."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import CancelledError
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from xlate.batch.estimate import Estimate, estimate, learn_rate
from xlate.batch.freeing import Giving, keep_memory_together
from xlate.batch.job import Job, Meter, Observer
from xlate.batch.ordered import Stop, in_order
from xlate.batch.outputs import Sink
from xlate.batch.rows import Outcome, Row, Work, failed_row, result_row
from xlate.batch.signing import Signer
from xlate.batch.state import State
from xlate.batch.summary import Summary, check_manifest, summarize, write_manifest
from xlate.batch.todo import Todo
from xlate.batch.windows import translate_window
from xlate.batch.worker import missing_windows, prepared, shards
from xlate.engines import Engine
from xlate.errors import XlateError

if TYPE_CHECKING:
    from xlate.pipeline import Translator


class Batch:
    """Runs a job; again and again on a folder that is watched, with the models loaded once."""

    def __init__(self, job: Job, engines: Sequence[Engine] | None = None, observer: Observer | None = None) -> None:
        self.job = job
        self.observer = observer or Observer()
        self.stop = Stop()  # asked, a run ends soon with KeyboardInterrupt
        self._engines = engines

    @cached_property
    def signer(self) -> Signer:
        return Signer(self.job.settings, self._engines, self.job.written)

    @cached_property
    def translator(self) -> Translator:
        """Loads on first use: a run that finds nothing new does without."""
        from xlate.pipeline import Translator

        translator = Translator(self.job.settings, self.signer.engines)
        for problem in translator.glossary_problems:
            self.observer.noted(f"glossary: {problem} This row is not used.")
        _ = translator.names, translator.legs, translator.memory  # before threads share it
        return translator

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
        finished = self._far(todo, stop) if job.ray else self._here(todo, stop)
        with contextlib.closing(finished):
            for outcomes in finished:
                self._write(outcomes, sink)
                self.batch.observer.moved(self.meter)
                memory.give_back()
        sink.finish()

    def _here(self, todo: Todo, stop: Stop) -> Generator[Sequence[Outcome], None, None]:
        """Translated by this process, a window at a time."""
        numbered = enumerate(self._windows(todo))
        with contextlib.closing(in_order(numbered, lambda window: self._translate(*window, stop), stop)) as finished:
            for number, outcomes in finished:
                self.meter.no_more(number)
                yield outcomes

    def _windows(self, todo: Todo) -> Iterator[list[Work]]:
        job = self.batch.job
        for shard in shards(todo, job.window):
            works = prepared(shard, self.batch.translator, job.inputs.format, todo.set_aside)
            yield from missing_windows(works, job.window)

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

    def _translate(self, number: int, window: list[Work], stop: Stop) -> tuple[int, list[Outcome]]:
        weight = sum(work.item.weight for work in window if work.missing)
        words = sum(len(work.missing) * work.prepared.n_words for work in window)
        targets = list(dict.fromkeys(target for work in window for target in work.missing))
        observer, meter = self.batch.observer, self.meter

        def tick(target: str, done: int, total: int) -> None:
            if stop.asked:
                raise CancelledError
            share = (targets.index(target) + done / max(total, 1)) / len(targets)
            meter.at_work(number, share * weight, share * words)
            observer.moved(meter)

        return number, translate_window(window, self.batch.translator, tick)

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
