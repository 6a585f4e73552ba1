"""Three nodes give what one process gives, byte for byte, whatever dies meanwhile."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from tests.batch.helpers import POISON, manifest, tree, until
from tests.conftest import missing
from tools.kill_batch import write_corpus
from xlate.batch import Inputs, Job
from xlate.errors import UsageError
from xlate.settings import Settings

_STARTED: list[subprocess.Popen[bytes]] = []


@pytest.fixture(autouse=True)
def _nothing_is_left_running() -> Iterator[None]:
    yield
    while _STARTED:
        _STARTED.pop().kill()


def needs_ray() -> None:
    if not find_spec("ray"):
        missing("needs Ray: pip install --no-deps -r requirements-ray.lock")


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A head and two more nodes on this machine, each with one core.  A document called "poison" kills its worker."""
    needs_ray()
    folder = tmp_path_factory.mktemp("poison")
    (folder / "sitecustomize.py").write_text(POISON)
    os.environ.update(RAY_USAGE_STATS_ENABLED="0", RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO="0")
    import ray.cluster_utils as utils

    cluster: Any = utils.Cluster  # Ray's own types are not complete
    node = {"num_cpus": 1, "object_store_memory": 80 << 20}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(folder))  # of the nodes and their workers
        running = cluster(initialize_head=True, head_node_args={**node, "include_dashboard": False})
        for _ in range(2):
            running.add_node(**node)
    try:
        yield running
    finally:
        running.shutdown()


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write_corpus(tmp_path_factory.mktemp("ray") / "corpus", 18)
    (folder / "broken.html").write_bytes(b"\0\1\2")
    (folder / "numbers.txt").write_text("12 345\n")
    return folder


@pytest.fixture(scope="module")
def alone(corpus: Path) -> Path:
    """What one machine makes of the corpus."""
    assert wait(start(corpus, corpus.parent / "alone")) == 2, "two documents cannot be read"
    return corpus.parent / "alone"


def start(corpus: Path, out: Path, *more: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "xlate.cli.app", "batch", str(corpus), "-t", "be", "-t", "ru", "-o", str(out)]
    options = ["--json", "--report", "--window", "1", "--beam-size", "1", *more]
    return popen([*command, *options])


def popen(command: list[str]) -> subprocess.Popen[bytes]:
    _STARTED.append(subprocess.Popen(command, stderr=subprocess.PIPE))
    return _STARTED[-1]


def wait(process: subprocess.Popen[bytes]) -> int:
    _, said = process.communicate(timeout=300)
    assert b"Traceback" not in said, said.decode()
    return process.returncode


def check_same(out: Path, alone: Path) -> None:
    assert tree(out) == tree(alone)
    assert (out / ".xlate" / "manifest.jsonl").read_bytes() == (alone / ".xlate" / "manifest.jsonl").read_bytes()
    assert len(manifest(out)) == 40


def finished(out: Path) -> int:
    """Outputs in place so far; names alone, since a running batch renames what it writes."""
    return sum(1 for _ in out.rglob("[!.]*.txt"))


def workers() -> list[int]:
    """Process numbers of the workers on this test's own nodes: children of our children."""
    found = []
    for folder in Path("/proc").iterdir():
        try:
            if folder.name.isdigit() and (folder / "cmdline").read_bytes().startswith(b"ray::Worker"):
                parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
                grandparent = int(Path(f"/proc/{parent}/stat").read_text().rpartition(")")[2].split()[1])
                found += [int(folder.name)] if grandparent == os.getpid() else []
        except OSError:
            continue
    return found


def test_three_machines_give_what_one_gives(cluster: Any, corpus: Path, alone: Path, tmp_path: Path) -> None:
    process = start(corpus, tmp_path / "out", "--ray", cluster.address)
    until(lambda: len(workers()) == 3)
    assert wait(process) == 2
    check_same(tmp_path / "out", alone)
    until(lambda: not workers())
    again = start(corpus, tmp_path / "out", "--ray", "127.0.0.1:1")  # nothing is new: nobody is asked
    assert wait(again) == 2


def test_lines_of_one_file_too(cluster: Any, corpus: Path, tmp_path: Path) -> None:
    for name, more in (("alone", ()), ("far", ("--ray", cluster.address))):
        command = [sys.executable, "-m", "xlate.cli.app", "batch", str(corpus), "-t", "be", "--window", "1", *more]
        assert wait(popen([*command, "-o", str(tmp_path / f"{name}.jsonl")])) == 2
    assert (tmp_path / "far.jsonl").read_bytes() == (tmp_path / "alone.jsonl").read_bytes()


def test_a_document_that_kills_its_workers_is_set_aside_alone(cluster: Any, corpus: Path, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number, path in enumerate(sorted(corpus.rglob("*.txt"))[:6]):
        (folder / f"{number}.txt").write_bytes(path.read_bytes() if path.name != "numbers.txt" else b"It rained.\n")
    (folder / "3-poison.txt").write_text("The ministers met on Monday.\n")
    process = start(folder, tmp_path / "out", "--ray", cluster.address, "--from", "en")
    assert wait(process) == 3
    failed = [row["name"] for row in manifest(tmp_path / "out") if row["status"] != "done"]
    assert (failed, len(manifest(tmp_path / "out"))) == (["3-poison.txt"] * 2, 14)
    [error] = {row["error"] for row in manifest(tmp_path / "out") if row["status"] != "done"}
    assert error == "3-poison.txt: the workers die over it."


def test_a_killed_worker_and_a_lost_machine_cost_nothing(
    cluster: Any, corpus: Path, alone: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    process = start(corpus, out, "--ray", cluster.address)
    until(lambda: len(workers()) == 3 and finished(out) > 3)
    os.kill(workers()[0], signal.SIGKILL)
    written = finished(out)
    until(lambda: finished(out) > written + 3)
    cluster.remove_node(cluster.list_all_nodes()[-1], allow_graceful=False)
    assert process.poll() is None, "the run was over before anything was lost"
    assert wait(process) == 2
    check_same(out, alone)


def test_a_stopped_run_goes_on_alone(cluster: Any, corpus: Path, alone: Path, tmp_path: Path) -> None:
    """Ctrl-C on the cluster, the rest on this machine."""
    out = tmp_path / "out"
    process = start(corpus, out, "--ray", cluster.address)
    until(lambda: finished(out) > 3)
    process.send_signal(signal.SIGINT)
    assert wait(process) == 130
    until(lambda: not workers())
    assert wait(start(corpus, out)) == 2
    assert set(tree(out)) == set(tree(alone))


def test_no_cluster(corpus: Path, tmp_path: Path) -> None:
    needs_ray()
    process = start(corpus, tmp_path / "out", "--ray", "127.0.0.1:1")
    _, said = process.communicate(timeout=120)
    assert process.returncode == 2
    assert b"no cluster answers" in said
    assert b"ray start --head" in said


def test_without_ray_the_message_says_what_to_install(corpus: Path, tmp_path: Path) -> None:
    command = ["xlate", "batch", str(corpus), "-o", str(tmp_path / "out"), "-t", "be", "--ray", "auto"]
    code = f"import sys; sys.modules['ray'], sys.argv = None, {command}\nfrom xlate.cli.app import main; main()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 2
    assert "pip install 'xlate[ray]'" in done.stderr


def test_machines_share_no_file() -> None:
    settings = Settings(to=("be",), memory="news.memory")
    with pytest.raises(UsageError, match="cannot share a file"):
        Job(Inputs(("a.txt",)), settings, Path("out"), ray="auto")
    Job(Inputs(("a.txt",)), Settings(to=("be",), memory="postgresql://db/news"), Path("out"), ray="auto")
