"""Is this text a complete and faithful translation of that one?  The job of ``xlate compare``, in its order.

    two texts ── detect, segment ── translate the source (or take a translation) ── align ── measure ──> Verification

The texts may be segmented however their translator liked, and the machine translation may be missing: then lengths,
names and numbers decide.  Texts that have nothing to do with each other are refused rather than aligned.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from xlate import __version__, languages
from xlate.alignment import Options, align
from xlate.alignment import Side as Text
from xlate.alignment import judge as verdict
from xlate.coverage import Coverage, Helpers, Judge, Machine, Side, measure
from xlate.detection import Detector
from xlate.engines import Decoding
from xlate.errors import InputError, ModelError, UsageError
from xlate.model import BlockKind, Detection, Document, Signature
from xlate.pipeline import Prepared, Progress, Translator
from xlate.settings import Settings

UNRELATED = 1.0
"""Nats a piece, the median over the beads, below which two texts have nothing to do with each other: between the
medians of translations (2.0 en-ru, 2.4 en-be) and of other segments (0.5, 0.4); dev/news, n = 60 each, 2026-11-29."""

FEW = 3  # beads; of fewer nobody can say that they are unrelated (guessed)

MOST_TIMES_LONGER = 30  # a text so many times as long as the other is no translation of it (guessed)


@dataclass(frozen=True, slots=True)
class Verification:
    """A source, its translation, and what was found; ``machine`` has the machine translation of each source segment."""

    source: Prepared
    target: Prepared
    coverage: Coverage
    machine: tuple[str, ...] | None
    notices: tuple[str, ...]
    signature: Signature

    @property
    def source_language(self) -> str:
        return self.source.detection.language

    @property
    def target_language(self) -> str:
        return self.target.detection.language


@dataclass(frozen=True, slots=True)
class Languages:
    """The languages as the user named them; empty where they are to be detected."""

    source: str = ""
    target: str = ""


class Verifier:
    """Compares translations with their sources; models and glossary stay loaded between texts."""

    def __init__(self, settings: Settings | None = None) -> None:
        self._settings = settings or Settings()
        self._translator = Translator(replace(self._settings, from_=""))

    @property
    def translator(self) -> Translator:
        return self._translator

    def verify(
        self,
        source: Document,
        target: Document,
        named: Languages = Languages(),
        *,
        machine: Document | Sequence[str] | None = None,
        translate: bool = True,
        progress: Progress | None = None,
    ) -> Verification:
        """InputError for an empty side, sides in the wrong order, and texts that have nothing to do with each other.

        ``machine`` is a translation of the source to be used instead of making one: a document, or one text a segment.
        """
        left, right = self._prepare(source, named.source), self._prepare(target, named.target)
        _refuse_wrong_order(left, right, named)
        pair = (left.detection.language, right.detection.language)
        notices = [] if pair[0] != pair[1] else [_same_language(pair[0])]
        said, remark = self._machine(left, pair, machine, translate=translate, progress=progress)
        notices += [remark] if remark else []
        sides = (Side(pair[0], left.segments), Side(pair[1], right.segments))
        texts = (_text(left, said), _text(right))
        judge = Judge.of(self._translator.engines.values(), pair, self._settings.threads) if translate else None
        alignment = align(*texts, Options(model=judge))
        helpers = Helpers(said, self._translator.names, judge, self._clauses(pair) if translate and not judge else None)
        coverage = measure(alignment, *sides, helpers)
        _refuse_unrelated(coverage, texts, f"{source.name} and {target.name}")
        signature = self._signature(pair, judge is not None, machine is not None, said is not None)
        return Verification(left, right, coverage, None if said is None else tuple(said), tuple(notices), signature)

    def _prepare(self, document: Document, language: str) -> Prepared:
        if not any(any(map(str.isalpha, block.text)) for block in document.blocks):
            raise InputError(f"{document.name}: has no text to compare.", "Is it the right file?")
        if not language:
            return self._translator.prepare(document)
        return Translator(replace(self._settings, from_=language)).prepare(document)

    def _machine(
        self,
        source: Prepared,
        pair: tuple[str, str],
        given: Document | Sequence[str] | None,
        *,
        translate: bool,
        progress: Progress | None,
    ) -> tuple[list[str] | None, str]:
        """The translation of every source segment, or None; and what the reader should know about it."""
        if isinstance(given, Document):
            return self._given(source, pair[1], given), ""
        if given is not None:
            if len(given) != len(source.segments):
                raise InputError(
                    f"The machine translation has {len(given)} segments, the source {len(source.segments)}.",
                    "Make it with: xlate translate --json",
                )
            return list(given), ""
        if not translate or pair[0] == pair[1]:
            return None, ""
        try:
            [result] = self._translator.translate([source], pair[1], progress)
        except ModelError as error:
            return None, f"{error} Lengths, names and numbers decided what belongs together."
        return [unit.target for unit in result.units], ""

    def _given(self, source: Prepared, language: str, given: Document) -> list[str]:
        """A translation file's text for each source segment: by line where the numbers agree, else aligned."""
        made = Translator(replace(self._settings, from_=language)).prepare(given)
        found = Detector().detect_document([block.text for block in given.blocks])[0]
        if found.determined and found.language != language and found.probability > 0.9:
            raise InputError(
                f"{given.name}: is {languages.name(found.language)}, not {languages.name(language)}.",
                "--mt takes a translation of the source into the language of the translation.",
            )
        if len(made.segments) == len(source.segments):
            return [segment.text for segment in made.segments]
        texts = [""] * len(source.segments)
        for bead in align(_text(source), _text(made)).beads:
            if len(bead.source):
                there = made.segments[bead.target.start : bead.target.end]
                texts[bead.source.start] = " ".join(segment.text for segment in there)
        return texts

    def _clauses(self, pair: tuple[str, str]) -> Machine | None:
        """Translates clauses, where there is a route and no model that scores."""
        if pair[0] == pair[1]:
            return None
        try:
            route = self._translator.route(*pair)
        except ModelError:
            return None
        decoding = Decoding(1, 1, threads=self._settings.threads)

        def translate(texts: Sequence[str]) -> list[str]:
            current = list(texts)
            for leg in route.legs:
                found = self._translator.engines[leg.engine].translate(leg, current, decoding)
                current = [hypotheses[0].text for hypotheses in found]
            return current

        return translate

    def _signature(self, pair: tuple[str, str], judged: bool, given: bool, translated: bool) -> Signature:
        engines = self._translator.engines
        legs = [leg for e in engines.values() for leg in e.legs() if (leg.source, leg.target) in (pair, pair[::-1])]
        used = sorted(f"{leg}#{engines[leg.engine].fingerprint(leg)}" for leg in legs) if judged or translated else []
        return Signature.of(
            {
                "xlate": __version__,
                "pair": "-".join(pair),
                "machine translation": "given" if given else "made" if translated else "none",
                "scored by the model": "yes" if judged else "no",
                "models": ", ".join(used) or "none",
                "glossary": self._translator.names.termbase.fingerprint if self._translator.names.termbase else "none",
            }
        )


def _text(prepared: Prepared, translation: Sequence[str] | None = None) -> Text:
    kinds = [prepared.document.blocks[segment.block].kind for segment in prepared.segments]
    return Text(
        [segment.text for segment in prepared.segments],
        prepared.detection.language,
        translation,
        [segment.block for segment in prepared.segments],
        frozenset(i for i, kind in enumerate(kinds) if kind in (BlockKind.TITLE, BlockKind.HEADING)),
    )


def _refuse_wrong_order(left: Prepared, right: Prepared, named: Languages) -> None:
    """The user said which language is which, and the texts say the opposite."""
    if not (named.source and named.target) or named.source == named.target:
        return
    found = [_detected(prepared) for prepared in (left, right)]
    if [d.language for d in found] == [named.target, named.source]:
        raise UsageError(
            f"{left.document.name} is {languages.name(named.target)} and {right.document.name} is "
            f"{languages.name(named.source)}: the wrong way round for --from {named.source} --to {named.target}.",
            "Name the source first, then its translation.",
        )


def _detected(prepared: Prepared) -> Detection:
    return Detector().detect_document([block.text for block in prepared.document.blocks])[0]


def _same_language(code: str) -> str:
    return f"Both texts are {languages.name(code)}: they are compared as two versions of one text."


def _refuse_unrelated(coverage: Coverage, texts: tuple[Text, Text], names: str) -> None:
    """By what the model says where it was asked, else by how well the texts align, beyond chance."""
    hint = "Is it the right pair of files?  xlate stories compares articles that were written independently."
    sizes = sorted(sum(map(len, (s.text for s in side.segments))) for side in (coverage.source, coverage.target))
    if sizes[1] > MOST_TIMES_LONGER * sizes[0] and sizes[1] > 1000:
        raise InputError(f"{names}: one is {sizes[1] // sizes[0]} times as long as the other.", hint)
    said = [information for information in coverage.information if information is not None]
    if len(coverage.couples) < FEW:
        return
    if (median(said) < UNRELATED) if said else not verdict(*texts).related:
        raise InputError(f"{names}: do not seem to be a text and its translation.", hint)
