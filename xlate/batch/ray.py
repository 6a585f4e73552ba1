"""Workers on many machines: one actor with its own models on every few cores of a Ray cluster.

``pip install xlate[ray]``.  This machine plans, keeps the state and writes, as it does alone; the cluster reads,
detects, segments, translates and checks.  Shards come back in order, so that outputs and manifest are those of one
machine.  When a worker dies, or its machine, its shards go to others, and a new worker starts where there is room.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Lock
from time import monotonic
from typing import Any

from xlate.batch.job import Job, Observer
from xlate.batch.ordered import Stop
from xlate.batch.todo import Pending
from xlate.batch.worker import Shard, Worker
from xlate.errors import EngineError, UsageError, XlateError
from xlate.settings import Settings

THREADS = 4  # of an actor: shares a model's memory among cores, and leaves enough actors for small shards (guessed)
AT_ONCE = 2  # shards of an actor: one in work, one waiting, so that it is never idle
TRIES = 2  # of a shard whose worker died, and of each of its documents
ANSWER_S = 10.0  # of a cluster that is there
PATIENCE_S = 60.0  # without any worker, until that is said
_LOOK_S = 0.2  # how often those who wait look whether they should stop

INSTALL = "Install it on every machine: pip install 'xlate[ray]'"


class Cluster:
    """The workers, as long as the block lasts."""

    def __init__(self, job: Job, observer: Observer, stop: Stop) -> None:
        self._ray, self._stop = _ray(), stop
        self._connected = _connect(self._ray, job.ray)
        sizes = [int(node["Resources"].get("CPU", 0)) for node in self._ray.nodes() if node["Alive"]]
        threads = job.settings.threads or min([THREADS, *filter(None, sizes)])
        n_actors = sum(size // threads for size in sizes)
        if not n_actors:
            raise UsageError(f"The cluster has no machine with {threads} cores.", "Give fewer: --threads 1")
        given = (_everywhere(job.settings, threads), job.inputs.format, job.window)
        self._identity = Worker(*given).identity()
        actor = self._ray.remote(Worker)
        self._new: Callable[[int], Any] = lambda cores: actor.options(
            num_cpus=cores, scheduling_strategy="SPREAD"
        ).remote(*given)
        self._threads = threads
        self._observer = observer
        self._lock = Lock()
        self._free: SimpleQueue[Any] = SimpleQueue()
        self._workers: set[Any] = set()  # those that are alive, as far as is known
        self._starting: dict[Any, Any] = {}
        self._n_stillborn = 0
        self._alone_since = monotonic()
        for _ in range(n_actors):
            self._start()
        self.n_at_once = AT_ONCE * n_actors
        n_nodes = sum(1 for size in sizes if size)
        observer.noted(f"{n_actors} workers with {threads} cores each on {n_nodes} machines.")

    def __enter__(self) -> Cluster:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            self._ray.kill(worker)
        if self._connected:
            self._ray.shutdown()

    def work(self, shard: Sequence[Pending]) -> Shard:
        """The shard translated by a worker that has time; KeyboardInterrupt when asked to stop."""
        worker = self._worker()
        done = self._try(worker, shard)
        if done is None:
            self._replace(worker)
            return self._carefully(shard)
        self._free.put(worker)
        return done

    def _try(self, worker: Any, shard: Sequence[Pending]) -> Shard | None:
        """None if the worker, or its machine, died."""
        failures = self._ray.exceptions
        try:
            done: Shard = self._answer(worker.work.remote(shard))
        except (failures.RayActorError, failures.ObjectLostError, failures.OutOfMemoryError):
            return None
        except failures.RayError as error:
            raise _explained(error) from error
        self._check(done.identity)
        return done

    def _carefully(self, shard: Sequence[Pending]) -> Shard:
        """The shard by workers of its own: who dies now dies of nothing else.  In the end document by document."""
        for _ in range(TRIES):
            worker = self._new(0)
            try:
                done = self._try(worker, shard)
            finally:
                self._ray.kill(worker)
            if done:
                return done
        if len(shard) == 1:
            problem = EngineError(f"{shard[0].item.name}: the workers die over it.", "Try it alone: `xlate translate`.")
            return Shard((), ((shard[0], problem),), self._identity)
        parts = [self._carefully([pending]) for pending in shard]
        outcomes = tuple(outcome for part in parts for outcome in part.outcomes)
        return Shard(outcomes, tuple(failed for part in parts for failed in part.aside), self._identity)

    def _worker(self) -> Any:
        """A worker with time for a shard; those for which the cluster has no room yet are waited for meanwhile."""
        while True:
            self._welcome()
            try:
                worker = self._free.get(timeout=_LOOK_S)
            except Empty:
                if self._stop.asked:
                    raise KeyboardInterrupt from None
                self._complain()
                continue
            if worker in self._workers:
                return worker

    def _complain(self) -> None:
        """Say that nothing goes on, once in a while."""
        with self._lock:
            if self._workers.difference(self._starting.values()):
                self._alone_since = monotonic()
            elif monotonic() - self._alone_since > PATIENCE_S:
                self._alone_since = monotonic()
                self._observer.noted("No worker is running: the cluster has no room for one.  `ray status`")

    def _start(self) -> None:
        worker = self._new(self._threads)
        self._workers.add(worker)
        self._starting[worker.identity.remote()] = worker

    def _replace(self, worker: Any) -> None:
        """Another worker for one that is lost, once."""
        with self._lock:
            if worker in self._workers:
                self._dismiss(worker)
                self._start()

    def _dismiss(self, worker: Any) -> None:
        self._workers.remove(worker)
        self._ray.kill(worker)

    def _welcome(self) -> None:
        """Let the workers work that have started."""
        with self._lock:
            ready = self._ray.wait([*self._starting], timeout=0)[0] if self._starting else []
            for reference in ready:
                worker = self._starting.pop(reference)
                try:
                    self._check(self._ray.get(reference))
                except self._ray.exceptions.RayActorError as error:
                    self._n_stillborn += 1
                    if self._n_stillborn > TRIES * len(self._workers):
                        raise _explained(error) from error
                    self._dismiss(worker)
                    self._start()
                    continue
                except self._ray.exceptions.RayError as error:
                    raise _explained(error) from error
                self._n_stillborn = 0
                for _ in range(AT_ONCE):
                    self._free.put(worker)

    def _answer(self, reference: Any) -> Any:
        while not self._ray.wait([reference], timeout=_LOOK_S)[0]:
            if self._stop.asked:
                raise KeyboardInterrupt
        return self._ray.get(reference)

    def _check(self, identity: str) -> None:
        if identity != self._identity:
            raise EngineError(
                "A machine of the cluster has another xlate, other models or another glossary than this one.",
                "Install the same on all of them: `xlate models list` and `xlate --version` must agree.",
            )


def _ray() -> Any:
    os.environ.setdefault("RAY_NUM_REDIS_GET_RETRIES", "3")  # read at import: half a minute, not three, for no answer
    try:
        import ray
        import ray.exceptions
    except ImportError as error:
        raise UsageError("--ray needs the package ray.", INSTALL) from error
    return ray


def _connect(ray: Any, address: str) -> bool:
    """Connect, unless the program is already connected; whether it was not."""
    if ray.is_initialized():
        return False
    try:
        host, colon, port = address.rpartition(":")
        if colon and port.isdigit() and "://" not in address:
            socket.create_connection((host, int(port)), ANSWER_S).close()  # Ray itself would try for minutes
        ray.init(address=address, log_to_driver=False, logging_level="error")
    except (OSError, ValueError, RuntimeError) as error:
        raise UsageError(
            f"--ray {address}: no cluster answers ({_first_line(error)}).",
            "Start one: `ray start --head` here, `ray start --address HOST:6379` on the others.",
        ) from error
    return True


def _explained(error: Any) -> XlateError:
    """What went wrong in a worker or the cluster."""
    cause = getattr(error, "cause", None)
    if isinstance(cause, XlateError):
        return cause
    return EngineError(f"The cluster failed: {_first_line(cause or error)}", "`ray status` says how it is.")


def _everywhere(settings: Settings, threads: int) -> Settings:
    """The settings as workers can use them, who run in other folders."""
    glossary = tuple(str(Path(place).resolve()) for place in settings.glossary)
    model = str(Path(settings.model).resolve()) if settings.model and Path(settings.model).is_dir() else settings.model
    return replace(settings, glossary=glossary, model=model, threads=threads)


def _first_line(error: BaseException) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0]
