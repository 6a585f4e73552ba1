"""Kills at random moments: nothing lost, doubled or half-written (``python -m tools.kill_batch`` does it 50 times).

Most kills are of a program with a dictionary for an engine (killed.py), which spends its time on the files; two are of
the program itself, whose scores differ by what is decoded together.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tools.kill_batch import Setup, kill_and_compare, write_corpus


class Quick(Setup):
    """Runs killed.py."""

    def command(self, name: str) -> list[str]:
        return [sys.executable, "-m", "tests.batch.killed", str(self.corpus), str(self.output(name))]


@pytest.mark.parametrize(("jsonl", "seed"), [(False, 1), (True, 2)], ids=["files", "jsonl"])
def test_killed_runs_end_like_an_undisturbed_one(tmp_path: Path, jsonl: bool, seed: int) -> None:
    setup = Quick(write_corpus(tmp_path / "corpus", 8), tmp_path / "out", jsonl)
    kill_and_compare(setup, 6, seed, print)


def test_so_do_runs_of_the_program(tmp_path: Path) -> None:
    kill_and_compare(Setup(write_corpus(tmp_path / "corpus", 30), tmp_path / "out"), 2, 1, print)
