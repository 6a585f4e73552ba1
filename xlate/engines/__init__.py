"""Translation engines behind one protocol.

An engine knows its legs and translates a list of segment texts along one of them: as many tuples of hypotheses come
back as texts went in, in the same order, whatever the texts hold.  To add an engine, write its module and name it here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol

from xlate.errors import UsageError
from xlate.model import Hypothesis, Leg

Progress = Callable[[int], None]
"""Called with the number of texts finished since the last call."""


@dataclass(frozen=True, slots=True)
class Decoding:
    """How to search: hypotheses kept (``beam_size``) and returned (``n_best``), batch size, threads (0: all cores)."""

    beam_size: int = 4
    n_best: int = 1
    batch_tokens: int = 2048
    threads: int = 0


DEFAULT = Decoding()


class Engine(Protocol):
    """What every engine does.  ``tests/contracts/test_engines.py`` holds each to it."""

    @property
    def name(self) -> str: ...

    def legs(self) -> tuple[Leg, ...]:
        """What works on this machine now; empty when its programs or models are not installed."""
        ...

    def translate(
        self, leg: Leg, texts: Sequence[str], decoding: Decoding = DEFAULT, progress: Progress | None = None
    ) -> list[tuple[Hypothesis, ...]]:
        """At least one hypothesis a text, best first.  EngineError if the engine breaks down."""
        ...

    def fingerprint(self, leg: Leg) -> str:
        """What changes when the leg's translations may change; part of a result's signature."""
        ...


_MODULES = {"argos": "xlate.engines.argos:ArgosEngine", "apertium": "xlate.engines.apertium:ApertiumEngine"}


def engine_names() -> tuple[str, ...]:
    """The engines that xlate has, installed or not."""
    return tuple(_MODULES)


def load_engine(name: str) -> Engine:
    """The engine of that name; its heavy libraries load when it first translates."""
    if name not in _MODULES:
        raise UsageError(f'There is no engine "{name}".', f"Engines: {', '.join(_MODULES)}.")
    module, _, attribute = _MODULES[name].partition(":")
    engine: Engine = getattr(import_module(module), attribute)()
    return engine


def load_engines(names: Sequence[str] = ()) -> tuple[Engine, ...]:
    """The named engines, or all."""
    return tuple(load_engine(name) for name in names or _MODULES)
