"""Translation engines behind one protocol.

An engine knows its legs and translates a list of segment texts along one of them: as many tuples of hypotheses come
back as texts went in, in the same order, whatever the texts hold.  To add an engine, write its module and name it here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, runtime_checkable

from xlate.errors import UsageError
from xlate.model import Hypothesis, Leg, Span
from xlate.settings import BEAM_SIZE

BATCH_TOKENS = 256
"""Padded source tokens in a batch.

CPU seconds for 250 articles of news, en-ru, beam 2, raw CTranslate2: 15.1 for 256, 15.5 for 512, 16.2 for 1024 (median
of five, 2026-11-30); for a batch of 500, its names decoded again: 31.4 for 256, 31.2 for 512 (median of three).  Twice
as many need 20 to 30 MB more.  Two cores with AVX-512 and AMX, busy.
"""

Progress = Callable[[int], None]
"""Called with the number of texts finished since the last call."""


@dataclass(frozen=True, slots=True)
class Decoding:
    """How to search: hypotheses kept (``beam_size``) and returned (``n_best``), batch size, threads (0: all cores).

    ``attention`` asks for the decoder's attention with every hypothesis; an engine that has none leaves it out.
    """

    beam_size: int = BEAM_SIZE
    n_best: int = 1
    batch_tokens: int = BATCH_TOKENS
    threads: int = 0
    attention: bool = False


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
        """At least one hypothesis a text, best first.  EngineError if the engine breaks down.

        May be called from several threads; what ``progress`` raises is passed on.
        """
        ...

    def fingerprint(self, leg: Leg) -> str:
        """What changes when the leg's translations may change; part of a result's signature."""
        ...


@dataclass(frozen=True, slots=True)
class Likelihood:
    """How likely a model finds a given translation: ln of each piece's probability, and where the piece stands."""

    spans: tuple[Span, ...]
    logs: tuple[float, ...]

    def within(self, span: Span) -> tuple[float, ...]:
        """The logs of the pieces that begin inside ``span``."""
        return tuple(
            log for piece, log in zip(self.spans, self.logs, strict=True) if span.start <= piece.start < span.end
        )


@runtime_checkable
class Scorer(Protocol):
    """What an engine may do beside translating: judge a translation that somebody else made."""

    def score(self, leg: Leg, pairs: Sequence[tuple[str, str]], threads: int = 0) -> list[Likelihood]:
        """One answer for each (source, target), in order; an empty one where the target has no pieces."""
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
