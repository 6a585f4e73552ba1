"""A small corpus and runs over it with a fast engine that can be told to fail."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from zlib import crc32

from xlate.batch import Batch, Inputs, Job, Observer, Summary
from xlate.engines import DEFAULT, Decoding, Progress
from xlate.engines.lexicon import LexiconEngine
from xlate.errors import EngineError, XlateError
from xlate.model import Hypothesis, Leg
from xlate.settings import Settings

WORDS = {
    ("en", "ru"): {"rain": "дождь", "minister": "министр", "harvest": "урожай"},
    ("en", "be"): {"rain": "дождж", "minister": "міністр", "harvest": "ураджай"},
}
TEXT = (
    "The ministers met on Monday and talked about the harvest for two hours.\n\n"
    "Then the rain came, and document {} was signed in a hurry by all of them.\n"
)


POISON = """
import os
from xlate.batch import worker
read_item = worker.read_item
worker.read_item = lambda item, *more: os._exit(1) if "poison" in item.name else read_item(item, *more)
"""
"""A sitecustomize.py: a document with "poison" in its name kills whoever reads it."""


class Engine(LexiconEngine):
    """Counts the texts that it translates, and fails on those that hold ``bad``."""

    def __init__(self, words: Mapping[tuple[str, str], Mapping[str, str]] = WORDS, bad: str = "") -> None:
        super().__init__(words)
        self.bad = bad
        self.n_texts = 0

    def translate(
        self, leg: Leg, texts: Sequence[str], decoding: Decoding = DEFAULT, progress: Progress | None = None
    ) -> list[tuple[Hypothesis, ...]]:
        self.n_texts += len(texts)
        if self.bad and any(self.bad in text for text in texts):
            raise EngineError("the engine fell over")
        return super().translate(leg, texts, decoding, progress)


class Company(Engine):
    """What it makes of a text depends on the texts that come with it, as a model's scores do, only more so."""

    def translate(
        self, leg: Leg, texts: Sequence[str], decoding: Decoding = DEFAULT, progress: Progress | None = None
    ) -> list[tuple[Hypothesis, ...]]:
        mark = crc32("\n".join(texts).encode()) % 10_000
        made = super().translate(leg, texts, decoding, progress)
        return [tuple(replace(hypothesis, text=f"{hypothesis.text} {mark}") for hypothesis in some) for some in made]


class Heard(Observer):
    """Remembers the errors."""

    def __init__(self) -> None:
        self.errors: list[str] = []

    def failed(self, error: XlateError) -> None:
        self.errors.append(str(error))


def write_corpus(folder: Path, n: int = 5) -> Path:
    for number in range(n):
        path = folder / f"part{number % 2}" / f"article{number}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT.format(number), encoding="utf-8")
    return folder


def make_job(place: Path | str | Sequence[Path | str], out: Path, **options: Any) -> Job:
    """``options`` go to the settings, the inputs or the job, whoever knows them."""
    named = [place] if isinstance(place, str | Path) else place
    settings: dict[str, Any] = {"to": ("be", "ru"), "from_": "en", "no_glossary": True}
    inputs: dict[str, Any] = {}
    rest: dict[str, Any] = {}
    for key, value in options.items():
        where = settings if key in Settings.__slots__ else inputs if key in Inputs.__annotations__ else rest
        where[key] = value
    if "report" in options:
        rest["report"] = settings.pop("report")
    places = Inputs(tuple(map(str, named)), away=out, **inputs)
    return Job(places, Settings(**settings), out, **rest)


def run(job: Job, engine: Engine | None = None, observer: Observer | None = None) -> Summary:
    return Batch(replace(job), [engine or Engine()], observer).run()


def tree(folder: Path) -> dict[str, bytes]:
    """Every output with its content; the state's own folder left out."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".xlate" not in path.parts
    }


def manifest(out: Path) -> list[dict[str, Any]]:
    place = out / ".xlate" / "manifest.jsonl" if out.is_dir() else out.parent / ".xlate" / f"{out.name}.manifest.jsonl"
    return [json.loads(line) for line in place.read_text("utf-8").splitlines()]


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def until(true: Callable[[], object], seconds: float = 120) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.02)
