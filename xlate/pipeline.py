"""The main job, in the order in which it happens.

    Document ── detect ── segment ──> Prepared
    Prepared ── route ── recall ── translate ── enforce names ── check ──> TranslationResult

Documents are prepared and checked while others are decoded, in threads: the decoder runs outside Python's lock.  The
results are those of one document after another, in order.

Every segment becomes exactly one unit.  A segment in the target language, or without letters, is copied; one in a third
language goes its own route, and is copied, with a finding, when there is none.  What the translation
memory has of the same segment is not translated again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError, Executor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from threading import Lock, Semaphore

from xlate import __version__, languages
from xlate.checks import Pair, run_checks
from xlate.detection import Detector
from xlate.engines import Decoding, Engine, load_engines
from xlate.errors import InputError, NoRoute, RecollectionError, UsageError, XlateError
from xlate.glossary.files import SHIPPED, load
from xlate.glossary.names import Names
from xlate.glossary.row import Problem
from xlate.glossary.termbase import Termbase
from xlate.model import (
    UNDETERMINED,
    Block,
    BlockKind,
    Detection,
    Document,
    Finding,
    Hypothesis,
    Leg,
    Origin,
    Route,
    Segment,
    Severity,
    Signature,
    Span,
    TermHit,
    TermStatus,
    TranslationResult,
    TranslationUnit,
)
from xlate.recollection import Asked, Made, Recollection, TranslationMemory
from xlate.routing import Wish, best_route
from xlate.segmenting import segment_text
from xlate.settings import Settings

Progress = Callable[[int, int], None]
"""Called with segments done and segments in all that are known so far (each counted once a leg)."""

GROUP_SEGMENTS = 512  # decoded together: 18 full batches of news (n = 1,007, 2026-11-30); 256 cost names a tenth more
FIRST_GROUP_SEGMENTS = 64  # while documents are still prepared, so that the cores have work early: two batches of news
DECODERS = 2  # groups decoded at a time: when one runs out of batches, the other's keep the cores busy


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document whose language is known and whose segments are cut."""

    document: Document
    detection: Detection
    segments: tuple[Segment, ...]
    terms: Termbase | None = None  # the document's own, on top of the translator's glossary

    @property
    def n_words(self) -> int:
        return sum(len(segment.text.split()) for segment in self.segments)


@dataclass(frozen=True, slots=True)
class _Translation:
    """What the machine made of one text."""

    text: str
    score: float | None
    terms: tuple[TermHit, ...] = ()


_Text = tuple[str, Termbase | None]
"""A text to translate, with the terms that came with it."""


_Plan = dict[Segment, Route]
"""The route of every segment that is to be translated."""


@dataclass(frozen=True, slots=True)
class _Planned:
    """A document with the routes of its segments, and what the memory was asked and knows of them."""

    prepared: Prepared
    plan: _Plan
    asked: dict[Segment, Asked]
    recalled: dict[Segment, Recollection]

    def to_translate(self) -> Iterator[tuple[Segment, Route]]:
        """The segments that the memory cannot answer."""
        return ((segment, route) for segment, route in self.plan.items() if self.remembered(segment) is None)

    def remembered(self, segment: Segment) -> Recollection | None:
        """A translation from the memory that stands."""
        known = self.recalled.get(segment)
        return known if known and known.target is not None else None


class _Tally:
    """Counts segments done and in all, over all threads.  After ``stop``, a thread that reports is ended."""

    def __init__(self, progress: Progress | None) -> None:
        self._progress = progress
        self._done = self._total = 0
        self._stopped = False
        self._lock = Lock()

    def expect(self, n: int) -> None:
        with self._lock:
            self._total += n

    def report(self, n: int) -> None:
        """``n`` more are done; CancelledError after ``stop``."""
        if self._stopped:
            raise CancelledError
        with self._lock:
            self._done += n
            if self._progress:
                self._progress(self._done, self._total)

    def stop(self) -> None:
        self._stopped = True


class Translator:
    """Detects, segments, routes, translates and checks.  Engines and models load on first use and stay loaded."""

    def __init__(
        self,
        settings: Settings | None = None,
        engines: Sequence[Engine] | None = None,
        memory: TranslationMemory | None = None,
    ) -> None:
        self.settings = settings or Settings()
        self._given_memory = memory
        self._given_engines = engines
        self._detector = Detector()
        self._routes: dict[tuple[str, str], Route] = {}
        self._decoding = Semaphore(DECODERS)  # over all threads: what is decoded side by side is checked side by side
        self._checking = Lock()  # threads that check at once all end late; in turn, the first soon has more to decode
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

    @cached_property
    def names(self) -> Names:
        """The glossary that translations are held to: the shipped one and the settings' own, or none."""
        return Names(self._glossary[0])

    @property
    def glossary_problems(self) -> tuple[Problem, ...]:
        """Rows of the glossary that could not be read and are not used."""
        return self._glossary[1]

    @cached_property
    def _glossary(self) -> tuple[Termbase, tuple[Problem, ...]]:
        if self.settings.no_glossary:
            return Termbase(), ()
        return load([SHIPPED, *map(Path, self.settings.glossary)])

    @cached_property
    def memory(self) -> TranslationMemory | None:
        """The translation memory given, or the settings' own, or none."""
        if self._given_memory is None and self.settings.memory:
            from xlate.memory.recall import Recall

            return Recall.open(self.settings.memory)
        return self._given_memory

    def prepare(self, document: Document, terms: Termbase | None = None) -> Prepared:
        """Detect and segment.  InputError if the language cannot be told and none was given.

        ``terms`` are the document's own, enforced before those of the glossary.
        """
        detection, block_languages = self._detect(document)
        cut = [
            (number, span, block_languages[number])
            for number, block in enumerate(document.blocks)
            if block.kind is not BlockKind.VERBATIM
            for span in segment_text(block.text, block_languages[number])
        ]
        return Prepared(document, detection, self._segments(document, detection, cut), terms)

    def prepare_lines(self, lines: Sequence[str], name: str, terms: Termbase | None = None) -> Prepared:
        """Every line one block and one segment, blank ones included: what comes out answers line for line."""
        blocks = tuple(Block(BlockKind.PARAGRAPH, line) for line in lines)
        document = Document(name, "lines", blocks)
        detection, _ = self._detect(document)
        cut = [(number, Span(0, len(line)), detection.language) for number, line in enumerate(lines)]
        return Prepared(document, detection, self._segments(document, detection, cut), terms)

    def route(self, source: str, target: str) -> Route:
        """The route that the settings ask for, or the best; NoRoute if none."""
        if (source, target) not in self._routes:
            wish = Wish(self.settings.via, self.settings.engine, self.settings.model)
            self._routes[source, target] = best_route(source, target, self.legs, wish)
        return self._routes[source, target]

    def translate(
        self, prepared: Iterable[Prepared], target: str, progress: Progress | None = None
    ) -> list[TranslationResult]:
        """One result a document, in order.  NoRoute if a document's own language has no route to ``target``.

        ``prepared`` may be lazy: documents are taken from it while earlier ones are decoded.  What was translated is
        kept in the memory, if there is one, when all of it is done.
        """
        return list(self.translate_each(prepared, target, progress))

    def translate_each(
        self, prepared: Iterable[Prepared], target: str, progress: Progress | None = None
    ) -> Iterator[TranslationResult]:
        """The results of ``translate``, each as soon as it and those before it are there, while others are decoded."""
        tally = _Tally(progress)
        translations: dict[tuple[Route, _Text], _Translation] = {}
        made: list[Made] = []
        with _decoders(tally) as decoders:
            jobs = [
                (group, decoders.submit(self._translate_texts, texts, tally.report))
                for group, texts in self._groups(prepared, target, tally)
            ]
            for group, job in jobs:
                translations.update(job.result())
                with self._checking:
                    results = [self._result(planned, target, translations) for planned in group]
                for planned, result in zip(group, results, strict=True):
                    made += _made(planned, result)
                    yield result
        if self.memory:
            with _remembering():
                self.memory.keep(made)

    def _groups(
        self, prepared: Iterable[Prepared], target: str, tally: _Tally
    ) -> Iterator[tuple[list[_Planned], dict[Route, list[_Text]]]]:
        """Planned documents that are decoded together, with the texts that no group before had, by route."""
        asked: set[tuple[Route, _Text]] = set()
        group: list[_Planned] = []
        enough = GROUP_SEGMENTS if isinstance(prepared, Sequence) else min(FIRST_GROUP_SEGMENTS, GROUP_SEGMENTS)
        wanted: dict[Route, list[_Text]] = {}
        for document in prepared:
            planned = self._planned(document, target)
            group.append(planned)
            for segment, route in planned.to_translate():
                text = (segment.text, document.terms)
                if (route, text) not in asked:
                    asked.add((route, text))
                    wanted.setdefault(route, []).append(text)
                    tally.expect(len(route.legs))
            if sum(map(len, wanted.values())) >= enough:
                yield group, wanted
                group, wanted, enough = [], {}, GROUP_SEGMENTS
        if group:
            yield group, wanted

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

    def _planned(self, prepared: Prepared, target: str) -> _Planned:
        plan = self._plan(prepared, target)
        if not self.memory:
            return _Planned(prepared, plan, {}, {})
        terms = prepared.terms
        made_by = {route: str(self.made_by(target, [route], terms)) for route in set(plan.values())}
        texts = [segment.text for segment in prepared.segments if segment.text.strip()]
        around = zip(["", *texts], [*texts[1:], ""], strict=False)
        neighbours = dict(zip((s for s in prepared.segments if s.text.strip()), around, strict=False))
        asked = {
            segment: Asked(segment.text, *neighbours[segment], (route.source, target), made_by[route])
            for segment, route in plan.items()
        }
        with _remembering():
            recalled = self.memory.recall([*asked.values()])
        return _Planned(prepared, plan, asked, dict(zip(asked, recalled, strict=True)))

    def _plan(self, prepared: Prepared, target: str) -> _Plan:
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
        self, wanted: dict[Route, list[_Text]], report: Callable[[int], None]
    ) -> dict[tuple[Route, _Text], _Translation]:
        return {
            (route, text): translation
            for route, texts in wanted.items()
            for text, translation in zip(texts, self._translate_along(route, texts, report), strict=True)
        }

    def _translate_along(
        self, route: Route, texts: Sequence[_Text], report: Callable[[int], None]
    ) -> list[_Translation]:
        """Translate the texts and put their names right."""
        again = partial(self._follow, route)

        def first(texts: Sequence[str], *, beam: int = 1, attention: bool = False) -> list[tuple[Hypothesis, ...]]:
            with self._decoding:
                report(0)  # not begun where work was stopped meanwhile
                return self._follow(route, texts, report=report, attention=attention, beam=beam)

        enforced = self.names.translate((route.source, route.target), texts, first, again)
        return [_Translation(made.text, made.score, made.hits) for made in enforced]

    def _follow(
        self,
        route: Route,
        texts: Sequence[str],
        *,
        report: Callable[[int], None] | None = None,
        attention: bool = False,
        beam: int = 1,
    ) -> list[tuple[Hypothesis, ...]]:
        """Translate leg by leg: the last leg's hypotheses, best first, at least ``beam`` of them.

        The score of a chain is that of its weakest leg: leg scores are not comparable.  Only a single leg's attention
        leads back to the source.
        """
        beam = max(self.settings.beam_size, beam)
        current: list[tuple[Hypothesis, ...]] = [(Hypothesis(text),) for text in texts]
        for leg in route.legs:
            n_best = beam if leg is route.legs[-1] else 1
            looking = attention and len(route.legs) == 1
            decoding = Decoding(beam, n_best, threads=self.settings.threads, attention=looking)
            sources = [hypotheses[0] for hypotheses in current]
            found = self.engines[leg.engine].translate(leg, [s.text for s in sources], decoding, report)
            current = [
                hypotheses if source.score is None else tuple(_no_better(h, source.score) for h in hypotheses)
                for source, hypotheses in zip(sources, found, strict=True)
            ]
        return current

    def _result(
        self, planned: _Planned, target: str, translations: dict[tuple[Route, _Text], _Translation]
    ) -> TranslationResult:
        prepared = planned.prepared
        units = []
        for segment in prepared.segments:
            route, known = planned.plan.get(segment), planned.recalled.get(segment, Recollection())
            if route is None:
                findings = _foreign(segment, prepared, target)
                units.append(TranslationUnit(segment, segment.text, Origin.COPIED, findings=findings))
            elif known.target is not None:
                made_along = route if known.by_machine else None
                unit = TranslationUnit(segment, known.target, Origin.MEMORY_EXACT, made_along, known.score)
                units.append(replace(unit, terms=known.terms, suggestion=known.suggestion))
            else:
                made = translations[route, (segment.text, prepared.terms)]
                by_machine = (Origin.MACHINE, route, made.score)
                units.append(
                    TranslationUnit(segment, made.text, *by_machine, terms=made.terms, suggestion=known.suggestion)
                )
        checked = _check(units, prepared.detection.language, target)
        signature = self._signature(target, sorted(set(planned.plan.values()), key=str))
        return TranslationResult(prepared.document, prepared.detection, target, checked, signature)

    def _signature(self, target: str, routes: Sequence[Route]) -> Signature:
        made_by = dict(self.made_by(target, routes).entries)
        return Signature.of({**made_by, "memory": self.memory.fingerprint if self.memory else "none"})

    def made_by(self, target: str, routes: Sequence[Route], terms: Termbase | None = None) -> Signature:
        """How a machine translates along the routes today."""
        legs = {leg for route in routes for leg in route.legs}
        models = sorted(f"{leg}#{self.engines[leg.engine].fingerprint(leg)}" for leg in legs)
        entries = {
            "xlate": __version__,
            "to": target,
            "route": ", ".join(str(route) for route in routes) or "none",
            "models": ", ".join(models) or "none",
            "beam": self.settings.beam_size,
            "glossary": self.names.termbase.fingerprint if self.names.termbase else "none",
        }
        return Signature.of({**entries, "terms": terms.fingerprint} if terms else entries)


def _made(planned: _Planned, result: TranslationResult) -> Iterator[Made]:
    """What the memory is to keep: nothing that it knew, or was not asked."""
    for unit in result.units:
        if unit.origin is Origin.MACHINE and (asked := planned.asked.get(unit.segment)):
            yield Made(asked, unit.target, unit.score, unit.terms)


@contextmanager
def _remembering() -> Iterator[None]:
    """What goes wrong with the memory is told from what is wrong with a document."""
    try:
        yield
    except XlateError as error:
        raise RecollectionError(str(error), error.hint) from error


@contextmanager
def _decoders(tally: _Tally) -> Iterator[Executor]:
    """Threads to decode in.  If anything fails, Ctrl-C included, no new work starts and running work ends soon."""
    with ThreadPoolExecutor(DECODERS) as threads:
        try:
            yield threads
        except BaseException:
            tally.stop()
            threads.shutdown(wait=False, cancel_futures=True)
            raise


def _engine_of_folder(settings: Settings) -> Engine:
    """An engine that has only the model folder named by ``--model``; its languages are --from and --to."""
    from xlate.engines.argos import ArgosEngine
    from xlate.packages import open_directory

    if not (settings.from_ and settings.to):
        raise UsageError(f"{settings.model}: a model folder does not say its languages.", "Give --from and --to.")
    return ArgosEngine([open_directory(Path(settings.model), settings.from_, target) for target in settings.to])


def _no_better(hypothesis: Hypothesis, score: float) -> Hypothesis:
    if hypothesis.score is None:
        return replace(hypothesis, score=score)
    return replace(hypothesis, score=min(hypothesis.score, score))


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
    found = [
        (*unit.findings, *_violations(unit), *findings) for unit, findings in zip(units, run_checks(pairs), strict=True)
    ]
    return tuple(
        replace(unit, findings=findings) if findings else unit for unit, findings in zip(units, found, strict=True)
    )


def _violations(unit: TranslationUnit) -> Iterator[Finding]:
    """A finding for every name that the translation does not have."""
    for hit in unit.terms:
        if hit.status is TermStatus.VIOLATED:
            message = f"{hit.term} should be {hit.wanted}: {hit.reason}."
            yield Finding("term", Severity.WARNING, message, hit.source_span, hit.target_span)
