"""Kills at random moments: nothing lost, doubled or half-written (``python -m tools.kill_batch`` does it 50 times)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.kill_batch import Setup, kill_and_compare, write_corpus


@pytest.mark.parametrize(("jsonl", "seed"), [(False, 1), (True, 2)], ids=["files", "jsonl"])
def test_killed_runs_end_like_an_undisturbed_one(tmp_path: Path, jsonl: bool, seed: int) -> None:
    setup = Setup(write_corpus(tmp_path / "corpus", 8), tmp_path / "out", jsonl)
    kill_and_compare(setup, 6, seed, print)
