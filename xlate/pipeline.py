"""The main job, in the order in which it happens.

    Document ── detect ── segment ──> Prepared ── route ── translate (all at once) ── check ──> TranslationResult

Every segment becomes exactly one unit.  A segment in the target language, or without letters, is copied; one in a third
language goes its own route, and is copied, with a finding, when there is none.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from xlate import __version__, languages
from xlate.checks import Pair, run_checks
from xlate.detection import Detector
from xlate.engines import Decoding, Engine, load_engines
from xlate.errors import InputError, NoRoute, UsageError
from xlate.model import (
    UNDETERMINED,
    Block,
    BlockKind,
    Detection,
    Document,
    Finding,
    Leg,
    Origin,
    Route,
    Segment,
    Severity,
    Signature,
    Span,
    TranslationResult,
    TranslationUnit,
)
from xlate.routing import Wish, best_route
from xlate.segmenting import segment_text
from xlate.settings import Settings

Progress = Callable[[int, int], None]
"""Called with segments done and segments in all (each counted once a leg)."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document whose language is known and whose segments are cut."""

    document: Document
    detection: Detection
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class _Translation:
    """What the machine made of one text."""

    text: str
    score: float | None


class Translator:
    """Detects, segments, routes, translates and checks.  Engines and models load on first use and stay loaded."""

    def __init__(self, settings: Settings | None = None, engines: Sequence[Engine] | None = None) -> None:
        self.settings = settings or Settings()
        self._given_engines = engines
        self._detector = Detector()
        if Path(self.settings.model).is_dir() and self.settings.model:
            self._given_engines = (_engine_of_folder(self.settings),)
            self.settings = replace(self.settings, model="")

    @cached_property
    def engines(self) -> dict[str, Engine]:
        given = load_engines() if self._given_engines is None else self._given_engines
        return {engine.name: engine for engine in given}

    @cached_property
    def legs(self) -> tuple[Leg, ...]:
        """Everything that can be translated on this machine."""
        return tuple(leg for engine in self.engines.values() for leg in engine.legs())

    def prepare(self, document: Document) -> Prepared:
        """Detect and segment.  InputError if the language cannot be told and none was given."""
        detection, block_languages = self._detect(document)
        cut = [
            (number, span, block_languages[number])
            for number, block in enumerate(document.blocks)
            if block.kind is not BlockKind.VERBATIM
            for span in segment_text(block.text, block_languages[number])
        ]
        return Prepared(document, detection, self._segments(document, detection, cut))

    def prepare_lines(self, lines: Sequence[str], name: str) -> Prepared:
        """Every line one block and one segment, blank ones included: what comes out answers line for line."""
        blocks = tuple(Block(BlockKind.PARAGRAPH, line) for line in lines)
        document = Document(name, "lines", blocks)
        detection, _ = self._detect(document)
        cut = [(number, Span(0, len(line)), detection.language) for number, line in enumerate(lines)]
        return Prepared(document, detection, self._segments(document, detection, cut))

    def route(self, source: str, target: str) -> Route:
        """The route that the settings ask for, or the best; NoRoute if none."""
        wish = Wish(self.settings.via, self.settings.engine, self.settings.model)
        return best_route(source, target, self.legs, wish)

    def translate(
        self, prepared: Sequence[Prepared], target: str, progress: Progress | None = None
    ) -> list[TranslationResult]:
        """One result a document, in order.  NoRoute if a document's own language has no route to ``target``."""
        plans = [self._plan(document, target) for document in prepared]
        wanted: dict[Route, dict[str, None]] = {}
        for document, plan in zip(prepared, plans, strict=True):
            for segment in document.segments:
                if route := plan.get(segment):
                    wanted.setdefault(route, {})[segment.text] = None
        translations = self._translate_texts({route: list(texts) for route, texts in wanted.items()}, progress)
        return [self._result(d, target, plan, translations) for d, plan in zip(prepared, plans, strict=True)]

    def _detect(self, document: Document) -> tuple[Detection, list[str]]:
        """The document's detection, and each block's language."""
        texts = [block.text for block in document.blocks]
        if self.settings.from_:
            return Detection(self.settings.from_, 1.0, method="declared"), [self.settings.from_] * len(texts)
        whole, blocks = self._detector.detect_document(texts)
        if not whole.determined:
            raise InputError(
                f"{document.name}: its language cannot be told from the text.",
                "Say it with --from, for example --from en.",
            )
        return whole, [block.language if block.determined else whole.language for block in blocks]

    def _segments(
        self, document: Document, detection: Detection, cut: Sequence[tuple[int, Span, str]]
    ) -> tuple[Segment, ...]:
        texts = [span.of(document.blocks[number].text) for number, span, _ in cut]
        if self.settings.from_:
            found = [detection] * len(texts)
        else:
            found = list(self._detector.detect_segments(texts, detection))
        return tuple(
            Segment(number, span, text, detected.language)
            for (number, span, _), text, detected in zip(cut, texts, found, strict=True)
        )

    def _plan(self, prepared: Prepared, target: str) -> dict[Segment, Route]:
        """The route of every segment that is to be translated."""
        main = prepared.detection.language
        routes: dict[str, Route | None] = {target: None}
        if main != target:
            routes[main] = self.route(main, target)
        plan = {}
        for segment in prepared.segments:
            if not any(character.isalpha() for character in segment.text):
                continue
            language = main if segment.language == UNDETERMINED else segment.language
            if language not in routes:
                routes[language] = self._side_route(language, target)
            if route := routes[language]:
                plan[segment] = route
        return plan

    def _side_route(self, source: str, target: str) -> Route | None:
        try:
            return best_route(source, target, self.legs)
        except NoRoute:
            return None

    def _translate_texts(
        self, wanted: dict[Route, list[str]], progress: Progress | None
    ) -> dict[tuple[Route, str], _Translation]:
        total = sum(len(texts) * len(route.legs) for route, texts in wanted.items())
        done = 0

        def report(n: int) -> None:
            nonlocal done
            done += n
            if progress:
                progress(done, total)

        found: dict[tuple[Route, str], _Translation] = {}
        for route, texts in wanted.items():
            for text, translation in zip(texts, self._follow(route, texts, report), strict=True):
                found[route, text] = translation
        return found

    def _follow(self, route: Route, texts: Sequence[str], report: Callable[[int], None]) -> list[_Translation]:
        """Translate leg by leg.  The score of a chain is that of its weakest leg: leg scores are not comparable."""
        decoding = Decoding(beam_size=self.settings.beam_size, threads=self.settings.threads)
        current = [_Translation(text, None) for text in texts]
        for leg in route.legs:
            hypotheses = self.engines[leg.engine].translate(leg, [t.text for t in current], decoding, report)
            current = [
                _Translation(best[0].text, _weakest(before.score, best[0].score))
                for before, best in zip(current, hypotheses, strict=True)
            ]
        return current

    def _result(
        self,
        prepared: Prepared,
        target: str,
        plan: dict[Segment, Route],
        translations: dict[tuple[Route, str], _Translation],
    ) -> TranslationResult:
        units = []
        for segment in prepared.segments:
            if route := plan.get(segment):
                made = translations[route, segment.text]
                units.append(TranslationUnit(segment, made.text, Origin.MACHINE, route, made.score))
            else:
                units.append(
                    TranslationUnit(segment, segment.text, Origin.COPIED, findings=_foreign(segment, prepared, target))
                )
        checked = _check(units, prepared.detection.language, target)
        signature = self._signature(target, sorted(set(plan.values()), key=str))
        return TranslationResult(prepared.document, prepared.detection, target, checked, signature)

    def _signature(self, target: str, routes: Sequence[Route]) -> Signature:
        legs = {leg for route in routes for leg in route.legs}
        models = sorted(f"{leg}#{self.engines[leg.engine].fingerprint(leg)}" for leg in legs)
        return Signature.of(
            {
                "xlate": __version__,
                "to": target,
                "route": ", ".join(str(route) for route in routes) or "none",
                "models": ", ".join(models) or "none",
                "beam": self.settings.beam_size,
            }
        )


def _engine_of_folder(settings: Settings) -> Engine:
    """An engine that has only the model folder named by ``--model``; its languages are --from and --to."""
    from xlate.engines.argos import ArgosEngine
    from xlate.packages import open_directory

    if not (settings.from_ and settings.to):
        raise UsageError(f"{settings.model}: a model folder does not say its languages.", "Give --from and --to.")
    return ArgosEngine([open_directory(Path(settings.model), settings.from_, target) for target in settings.to])


def _weakest(*scores: float | None) -> float | None:
    known = [score for score in scores if score is not None]
    return min(known) if known else None


def _foreign(segment: Segment, prepared: Prepared, target: str) -> tuple[Finding, ...]:
    """Why a segment with letters was copied although it is not in the target language."""
    copied_on_purpose = segment.language in (target, UNDETERMINED) or not any(map(str.isalpha, segment.text))
    if copied_on_purpose or prepared.detection.language == target:
        return ()
    name = languages.name(segment.language)
    message = (
        f"This sentence is {name}; no installed model leads from it to {languages.name(target)}, so it was copied."
    )
    return (Finding("route", Severity.WARNING, message),)


def _check(units: Sequence[TranslationUnit], source: str, target: str) -> tuple[TranslationUnit, ...]:
    pairs = [
        Pair(
            unit.source,
            unit.target,
            source if unit.segment.language == UNDETERMINED else unit.segment.language,
            target,
            unit.score,
            unit.origin is Origin.COPIED,
        )
        for unit in units
    ]
    return tuple(
        replace(unit, findings=(*unit.findings, *findings))
        for unit, findings in zip(units, run_checks(pairs), strict=True)
    )
