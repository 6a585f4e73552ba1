"""A run to be killed, half of its time among its files: ``python -m tests.batch.killed CORPUS OUT``."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path

from tests.batch.helpers import Engine, make_job, run
from xlate.engines import DEFAULT, Decoding, Progress
from xlate.model import Hypothesis, Leg


class Slow(Engine):
    """Leaves time to be killed in."""

    def translate(
        self, leg: Leg, texts: Sequence[str], decoding: Decoding = DEFAULT, progress: Progress | None = None
    ) -> list[tuple[Hypothesis, ...]]:
        time.sleep(0.08)
        return super().translate(leg, texts, decoding, progress)


if __name__ == "__main__":
    corpus, out = map(Path, sys.argv[1:])
    sys.exit(run(make_job(corpus, out, window=1, report=out.suffix != ".jsonl"), Slow()).exit_code)
