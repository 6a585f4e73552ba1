"""What a translation depends on, told from files and settings alone: no model is loaded, no sentence looked at.

The signature of a document in one target language covers, for every language in it, the route and the hash of each
model on it, further the glossary's files, the decoder's settings, how the document is read and what is written.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from functools import cache, cached_property
from pathlib import Path

from xlate import __version__
from xlate.engines import Engine, load_engines
from xlate.errors import XlateError
from xlate.glossary.files import SHIPPED, find_files
from xlate.model import Leg
from xlate.routing import Wish, best_route
from xlate.settings import Settings

_APART = {"to", "via", "engine", "model", "glossary", "threads", "report", "fail_on", "index"}
"""Settings that say nothing about a translation, or are told apart: by its route, by the content of files."""


class Signer:
    """Signs for one set of settings; ``extra`` is whatever else the outputs depend on."""

    def __init__(self, settings: Settings, engines: Sequence[Engine] | None = None, extra: str = "") -> None:
        self.settings = settings
        self._given = engines
        self._extra = extra
        self._leads = cache(self._lead)

    @cached_property
    def engines(self) -> tuple[Engine, ...]:
        """The engines that translate, so that models are looked for once."""
        if self._given is not None:
            return tuple(self._given)
        if self.settings.model and Path(self.settings.model).is_dir():
            from xlate.pipeline import Translator

            return tuple(Translator(self.settings).engines.values())
        return load_engines()

    def signature(self, languages: Iterable[str], target: str) -> str:
        """For a document with sentences in ``languages``; without any, for one that could not be read."""
        routes = [f"{language}:{self._leads(language, target)}" for language in sorted(set(languages) - {target})]
        return _hash("|".join([self._base, f"to:{target}", *routes]))

    @cached_property
    def _base(self) -> str:
        facts = [__version__, self._extra]
        facts += [f"{key}={value}" for key, value in sorted(asdict(self.settings).items()) if key not in _APART]
        if not self.settings.no_glossary:
            places = [SHIPPED, *map(Path, self.settings.glossary)]
            facts += [hashlib.sha256(path.read_bytes()).hexdigest() for path in find_files(places)]
        return _hash(repr(facts))

    @cached_property
    def _legs(self) -> dict[Leg, Engine]:
        return {leg: engine for engine in self.engines for leg in engine.legs()}

    def _lead(self, language: str, target: str) -> str:
        """The route that the settings give the language, and, for a quotation in it, the best one."""
        s = self.settings
        model = "" if s.model and Path(s.model).is_dir() else s.model
        found = []
        for wish in (Wish(s.via, s.engine, model), Wish()):
            try:
                legs = best_route(language, target, self._legs, wish).legs
                found.append(">".join(f"{leg}#{self._legs[leg].fingerprint(leg)}" for leg in legs))
            except XlateError:
                found.append("none")
        return " or ".join(found)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
