"""What a run says of itself while it works."""

from __future__ import annotations

from pathlib import Path

from tests.batch.helpers import Engine, make_job, write_corpus
from xlate.batch import Batch, Observer
from xlate.batch.job import Meter


class Watcher(Observer):
    """Remembers how far the run was at every move: documents, words."""

    def __init__(self) -> None:
        self.seen: list[tuple[int, float]] = []

    def moved(self, meter: Meter) -> None:
        self.seen.append((meter.documents, meter.words_by_now))


def test_words_are_counted_before_the_first_document_is_written(tmp_path: Path) -> None:
    watcher = Watcher()
    job = make_job(write_corpus(tmp_path / "in", 6), tmp_path / "out")
    summary = Batch(job, [Engine()], watcher).run()
    early = [words for documents, words in watcher.seen if not documents]
    assert early
    assert 0 < max(early) <= summary.words
    assert watcher.seen[-1] == (6, summary.words)
