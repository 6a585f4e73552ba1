"""What a run would do, and how long: from a sample of the pending documents and the rate of earlier runs."""

from __future__ import annotations

import os
from dataclasses import dataclass

from xlate.batch.job import Job, Meter, Observer
from xlate.batch.reading import read_item
from xlate.batch.signing import Signer
from xlate.batch.state import State
from xlate.batch.todo import Todo
from xlate.errors import XlateError

RATE = 1_000.0
"""Words a second and core: 200 articles en-ru on two cores, 2,135 in all (tools/bench_batch.py, 2026-11-29).

Replaced by what a run into the same output measured.
"""
SAMPLE = 40  # pending documents that are read to learn how many words a byte makes
ENOUGH_WORDS = 2_000  # fewer say more about loading a model than about translating


@dataclass(frozen=True, slots=True)
class Estimate:
    """``words`` and ``seconds`` are estimates, each word counted once a target language; ``measured``: the rate is."""

    documents: int
    unchanged: int
    pending: int
    failing: int
    words: int
    seconds: float
    measured: bool


class _Undo(Exception):
    """Takes the state back to what it was."""


def estimate(job: Job, signer: Signer) -> Estimate:
    """Look at everything, translate nothing and write nothing."""
    path = job.state_path
    found: list[Estimate] = []
    with State(path, in_memory=not path.exists()) as state:
        try:
            with state.transaction():
                found.append(_look(job, signer, state))
                raise _Undo
        except _Undo:
            return found[0]


def _look(job: Job, signer: Signer, state: State) -> Estimate:
    meter, pending, weight, sampled_weight, sampled_words = Meter(), 0, 0, 0, 0
    for found in Todo(job, state, job.sink(state), signer, int(state.fact("run", 0)) + 1, meter, Observer()):
        if not found.missing:
            continue
        pending += 1
        weight += found.item.weight * len(found.missing)
        if pending <= SAMPLE:
            try:
                document, _ = read_item(found.item, found.content, job.settings, job.inputs.format)
            except XlateError:
                continue
            sampled_weight += found.item.weight
            sampled_words += sum(len(block.text.split()) for block in document.blocks)
    words = round(weight * sampled_words / max(sampled_weight, 1))
    measured = state.fact("rate")
    rate = measured or RATE * (job.settings.threads or os.cpu_count() or 1)
    return Estimate(
        meter.documents + pending, meter.unchanged, pending, meter.failed, words, words / rate, measured is not None
    )


def learn_rate(state: State, words: int, seconds: float) -> None:
    """Remember how fast a run was that was long enough to tell."""
    if words >= ENOUGH_WORDS:
        state.keep("rate", words / seconds)
