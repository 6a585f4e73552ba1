"""Processes of their own do what this one does, and their ends cost nothing."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.batch.helpers import POISON, Heard, make_job, manifest, tree, until, write_corpus
from xlate.batch import Batch, Job, Observer, apart, worker
from xlate.batch.job import Meter
from xlate.errors import EngineError, InputError, XlateError

ROOT = Path(__file__).resolve().parent.parent.parent
pytestmark = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks for processes as Linux shows them")


@pytest.fixture(autouse=True)
def small_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two documents in one, two of them for a process."""
    monkeypatch.setattr(worker, "SEGMENT_BYTES", 300)
    monkeypatch.setattr(apart, "SEGMENTS", 2)


def translating(parent: int = 0) -> list[int]:
    """The numbers of processes that translate for this one, or for another."""
    number = parent or os.getpid()
    found = []
    for children in Path("/proc").glob(f"{number}/task/*/children"):
        with suppress(OSError):  # threads and processes end while they are looked at
            for child in children.read_text().split():
                with suppress(OSError):
                    if b"xlate.batch.apart" in Path(f"/proc/{child}/cmdline").read_bytes():
                        found.append(int(child))
    return found


class Watching(Heard):
    """Does something when so many documents are done."""

    def __init__(self, moment: int = 0, act: Callable[[], None] = lambda: None) -> None:
        super().__init__()
        self.notes: list[str] = []
        self._moment, self._act = moment, act

    def noted(self, text: str) -> None:
        self.notes.append(text)

    def moved(self, meter: Meter) -> None:
        if self._moment and meter.documents >= self._moment:
            self._moment = 0
            self._act()


def job_of(corpus: Path, out: Path) -> Job:
    return make_job(corpus, out, to=("be",), from_="", window=1, beam_size=1, as_json=True)


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The processes that were started."""
    found, popen = [], subprocess.Popen

    def counting(*args: Any, **more: Any) -> Any:
        found.append(args)
        return popen(*args, **more)

    monkeypatch.setattr(subprocess, "Popen", counting)
    return found


def test_several_processes_give_what_one_gives(tmp_path: Path, started: list[Any]) -> None:
    corpus = write_corpus(tmp_path / "in", 10)
    (corpus / "empty.txt").write_text("")
    (corpus / "numbers.txt").write_text("12 345\n")
    heard_here, heard = Heard(), Heard()
    Batch(job_of(corpus, tmp_path / "here"), observer=heard_here).run()
    summary = Batch(job_of(corpus, tmp_path / "apart"), observer=heard, apart=True).run()
    assert len(started) >= 2, "none was replaced"
    assert (summary.documents, summary.n_failed) == (12, 2)
    assert sorted(heard.errors) == sorted(heard_here.errors)
    assert tree(tmp_path / "apart") == tree(tmp_path / "here")
    assert manifest(tmp_path / "apart") == manifest(tmp_path / "here")
    assert not translating()


def test_small_windows_do_not_make_many_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, started: list[Any]
) -> None:
    monkeypatch.setattr(apart, "SEGMENTS", 8)
    corpus = write_corpus(tmp_path / "in", 12)
    Batch(job_of(corpus, tmp_path / "small"), apart=True).run()
    n_small = len(started)
    Batch(replace(job_of(corpus, tmp_path / "large"), window=4), apart=True).run()
    assert (n_small, len(started) - n_small) == (1, 2)  # the large ones' first shard is small, too


def test_another_process_goes_on_where_one_dies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "SEGMENTS", 1_000)  # one for all
    corpus = write_corpus(tmp_path / "in", 150)
    (corpus / "empty.txt").write_text("")
    Batch(job_of(corpus, tmp_path / "calm")).run()
    killing = Watching(5, lambda: os.kill(translating()[0], signal.SIGKILL))
    summary = Batch(job_of(corpus, tmp_path / "out"), observer=killing, apart=True).run()
    assert killing.notes == ["The process that translates was ended by SIGKILL; another one goes on."]
    assert (summary.documents, summary.n_failed, len(killing.errors)) == (151, 1, 1)
    assert tree(tmp_path / "out") == tree(tmp_path / "calm")
    assert manifest(tmp_path / "out") == manifest(tmp_path / "calm")


def test_a_document_over_which_processes_die_is_set_aside_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sitecustomize.py").write_text(POISON)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr(apart, "SEGMENTS", 1_000)
    corpus = write_corpus(tmp_path / "in", 12)
    for name in ("poison1", "poison2"):
        (corpus / f"{name}.txt").write_text("The ministers met on Monday.\n")
    heard = Heard()
    summary = Batch(job_of(corpus, tmp_path / "out"), observer=heard, apart=True).run()
    assert (summary.documents, summary.results, summary.n_failed) == (14, 12, 2)
    assert heard.errors == [f"poison{n}.txt: the process that translates it ended with 1." for n in (1, 2)]
    assert len(tree(tmp_path / "out")) == 24  # texts and their JSON


def test_an_error_of_the_caller_ends_the_run_even_if_it_looks_like_a_dead_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Gone(Heard):
        def failed(self, error: XlateError) -> None:
            raise BrokenPipeError from error

    monkeypatch.setattr(apart, "SEGMENTS", 1_000)
    corpus = write_corpus(tmp_path / "in", 12)
    (corpus / "z.txt").symlink_to(tmp_path / "nowhere")
    with pytest.raises(BrokenPipeError):
        Batch(job_of(corpus, tmp_path / "out"), observer=Gone(), apart=True).run()
    assert not translating()


def test_a_process_that_cannot_begin_ends_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sitecustomize.py").write_text("import os; os._exit(5)")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with pytest.raises(EngineError, match="ended with 5 before it began"):
        Batch(job_of(write_corpus(tmp_path / "in", 4), tmp_path / "out"), apart=True).run()


def test_a_run_that_is_stopped_leaves_no_process(tmp_path: Path) -> None:
    batch = Batch(job_of(write_corpus(tmp_path / "in", 40), tmp_path / "out"), apart=True)
    batch.observer = Watching(1, batch.stop.ask)
    with pytest.raises(KeyboardInterrupt):
        batch.run()
    assert not translating()


def test_a_process_ends_with_the_one_that_it_works_for(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "in", 300)
    command = [sys.executable, "-m", "xlate.cli.app", "batch", str(corpus), "-f", "en", "-t", "be", "-o"]
    process = subprocess.Popen([*command, str(tmp_path / "out"), "--window", "2"], cwd=ROOT)
    until(lambda: translating(process.pid) and list((tmp_path / "out").rglob("*.txt")))
    [child] = translating(process.pid)
    process.kill()
    process.wait()
    until(lambda: not _runs(child), 10)


def test_what_goes_wrong_on_either_side_is_raised(tmp_path: Path) -> None:
    job = job_of(write_corpus(tmp_path / "in", 4), tmp_path / "out")

    class Breaking(Observer):
        def moved(self, _: Meter) -> None:
            raise InputError("the disk is gone")

    with pytest.raises(InputError, match="the disk is gone"):
        Batch(job, observer=Breaking(), apart=True).run()

    damaged = tmp_path / "memory.db"
    damaged.write_bytes(b"no database" * 100)
    job = make_job(tmp_path / "in", tmp_path / "out2", to=("be",), memory=str(damaged))
    with pytest.raises(XlateError, match=r"memory\.db"):
        Batch(job, apart=True).run()
    assert not translating()


def test_no_process_for_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    job = job_of(write_corpus(tmp_path / "in", 2), tmp_path / "out")
    Batch(job, apart=True).run()
    monkeypatch.delattr(subprocess, "Popen")
    assert Batch(job, apart=True).run().unchanged == 2


def test_a_fault_of_the_glossary_is_told_once(tmp_path: Path) -> None:
    names = tmp_path / "names.tsv"
    names.write_text("en\tbe\tkind\nMinsk\tМінск\tplace\nVitebsk\t\tno kind\n", encoding="utf-8")
    watching = Watching()
    job = job_of(write_corpus(tmp_path / "in", 10), tmp_path / "out")
    job = replace(job, settings=replace(job.settings, no_glossary=False, glossary=(str(names),)))
    Batch(job, observer=watching, apart=True).run()
    assert len(watching.notes) == len(set(watching.notes)) > 0
    assert all("names.tsv:3" in note for note in watching.notes)


def test_every_error_crosses_from_one_process_to_another() -> None:
    def every(kind: type[XlateError]) -> Iterator[type[XlateError]]:
        yield kind
        for other in kind.__subclasses__():
            yield from every(other)

    for kind in every(XlateError):
        crossed = pickle.loads(pickle.dumps(kind("what", "the way out")))
        assert (type(crossed), str(crossed), crossed.hint) == (kind, "what", "the way out")


def _runs(number: int) -> bool:
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
