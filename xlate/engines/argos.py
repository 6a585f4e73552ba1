"""Argos packages, driven per segment through CTranslate2 and SentencePiece.

Argos Translate joins the sentences of a paragraph, batches 32 tokens at a time and cuts what is too long.  Here each
segment is decoded by itself, batches are filled by tokens across all documents of a call, over-long segments go through
in pieces cut at clauses, and a decoder caught in a loop is asked again.
"""

from __future__ import annotations

import math
import os
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Any, ClassVar

from xlate.engines import BATCH_TOKENS, DEFAULT, Decoding, Likelihood, Progress
from xlate.engines.attention import PieceSpans, attention_of, joined, piece_spans, with_source
from xlate.engines.pieces import split_text
from xlate.engines.processor import use_best_instructions
from xlate.engines.repetition import n_repeated
from xlate.engines.truecasing import truecased
from xlate.errors import EngineError, NoRoute
from xlate.languages import script
from xlate.model import Hypothesis, Leg
from xlate.packages.store import ModelPackage, find_packages, fingerprint

MAX_PIECE_TOKENS = 100  # models learn on at most 126 (training/), Argos's own on about 150; longer input degrades
MAX_DECODING_TOKENS = 300  # three times the longest piece: room for the longest honest translation
MAX_SCORED_TOKENS = 256  # twice what models learn on; the scores of longer texts say little (guessed)
CALL_PIECES = 512  # pieces handed over at once: enough to fill batches, few enough for Ctrl-C and a moving progress bar

READING = "2"  # how texts are put before a model; a new number makes what was translated before stale

_CANDIDATES = "vmap.txt"  # CTranslate2's name for it
_CAREFUL = {"no_repeat_ngram_size": 3, "repetition_penalty": 1.3}
"""For what repeated itself.  Of 209 such segments (news and FLORES dev, 900 lines each, en-ru, en-uk, en-be, model 0.3,
2026-11-29) 199 then repeat less, 11 still; chrF of them 30.3 before and after.  A beam of 4 gains 0.5 for twice the
time."""

_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "’": "'", "‘": "'", "ʼ": "'"})
_SPACE = re.compile(r"\s+")
_LATIN_PIECE = re.compile("\u2581?[!-~À-ɏ]+")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of text number ``text`` that fits the model, as tokens."""

    text: int
    tokens: tuple[str, ...]


class Model:
    """A CTranslate2 model with its tokenizers, loaded on first use; directions of a shared model with
    the same target share the weights."""

    _shared: ClassVar[dict[tuple[Path, Path | None, bool, int], Any]] = {}
    _loading: ClassVar[Lock] = Lock()  # two threads must not load the same weights

    def __init__(self, package: ModelPackage, threads: int = 0) -> None:
        self.package = package
        self._threads = threads or os.cpu_count() or 1

    @cached_property
    def _translator(self) -> Any:
        key = (self.package.model, self.package.target_pieces, _copies_latin(self.package), self._threads)
        with Model._loading:
            if key not in Model._shared:
                Model._shared[key] = _load(self.package, self._source_tokenizer, self._threads)
        return Model._shared[key]

    @cached_property
    def _source_tokenizer(self) -> Any:
        return _tokenizer(self.package.source_tokenizer)

    @cached_property
    def _target_tokenizer(self) -> Any:
        if self.package.target_tokenizer == self.package.source_tokenizer:
            return self._source_tokenizer
        return _tokenizer(self.package.target_tokenizer)

    def translate(
        self,
        texts: Sequence[str],
        decoding: Decoding = DEFAULT,
        progress: Progress | None = None,
    ) -> list[tuple[Hypothesis, ...]]:
        """``decoding.n_best`` hypotheses (fewer only for an empty text) for each text; headlines in running letters."""
        texts = [truecased(text, self.package.source) for text in texts]
        options = {
            "beam_size": max(decoding.beam_size, decoding.n_best),
            "num_hypotheses": decoding.n_best,
            "max_batch_size": decoding.batch_tokens,
            "return_attention": decoding.attention,
            "repetition_penalty": self.package.repetition_penalty,
        }
        pieces = self._pieces(texts)
        decoded = self._decode(pieces, options, progress, len(texts))
        if decoding.n_best <= DEFAULT.beam_size:  # who asks for more chooses, and takes words out of them
            self._redecode_repetitions(pieces, decoded, options)
        grouped: list[list[tuple[Hypothesis, ...]]] = [[] for _ in texts]
        last: list[PieceSpans | None] = [None] * len(texts)  # of what was read of each text
        for piece, hypotheses in zip(pieces, decoded, strict=True):
            if decoding.attention and piece.tokens:
                read = last[piece.text]
                spans = PieceSpans(piece.tokens, texts[piece.text], read[-1].end if read else 0)
                hypotheses, last[piece.text] = with_source(hypotheses, spans), spans
            grouped[piece.text].append(hypotheses)
        return [_join(parts) for parts in grouped]

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[Likelihood]:
        """What the model thinks of given translations; over-long ones are judged by their beginning."""
        pairs = [(truecased(s, self.package.source), truecased(t, self.package.target)) for s, t in pairs]
        sources = [self._source_tokenizer.encode(_prepare(s), out_type=str)[:MAX_SCORED_TOKENS] for s, _ in pairs]
        targets = [self._target_tokenizer.encode(_prepare(t), out_type=str)[:MAX_SCORED_TOKENS] for _, t in pairs]
        wanted = [i for i in range(len(pairs)) if sources[i] and targets[i]]
        prefix = [self.package.target_prefix] if self.package.target_prefix else []
        results = self._translator.score_batch(
            [sources[i] for i in wanted],
            [[*prefix, *targets[i]] for i in wanted],
            batch_type="tokens",
            max_batch_size=BATCH_TOKENS,
            max_input_length=0,
            offset=len(prefix),
        )
        scored = [Likelihood((), ())] * len(pairs)
        for i, result in zip(wanted, results, strict=True):
            spans = piece_spans(targets[i], pairs[i][1])
            scored[i] = Likelihood(spans, tuple(result.log_probs[: len(spans)]))  # the end of the sentence left out
        return scored

    def _pieces(self, texts: Sequence[str]) -> list[_Piece]:
        pieces = []
        prepared = [_prepare(text) for text in texts]
        for number, (text, tokens) in enumerate(zip(prepared, self._encode(prepared), strict=True)):
            whole = len(tokens) <= MAX_PIECE_TOKENS
            parts = [tokens] if whole else self._encode([*split_text(text, self._count, MAX_PIECE_TOKENS)])
            pieces += [_Piece(number, tuple(part)) for part in parts if text]
        return pieces

    def _encode(self, texts: list[str]) -> list[list[str]]:
        """The tokens of each text: all in one call, since each waits for Python's lock when it returns."""
        encoded: list[list[str]] = self._source_tokenizer.encode(texts, out_type=str, num_threads=1) if texts else []
        return encoded

    def _count(self, text: str) -> int:
        return len(self._source_tokenizer.encode(text))

    def _decode(
        self, pieces: Sequence[_Piece], options: dict[str, Any], progress: Progress | None = None, n_texts: int = 0
    ) -> list[tuple[Hypothesis, ...]]:
        """Decode longest first, so that batches hold pieces of like length and memory peaks at once or never."""
        order = sorted(range(len(pieces)), key=lambda i: (-len(pieces[i].tokens), pieces[i].tokens))
        decoded: list[tuple[Hypothesis, ...]] = [()] * len(pieces)
        reported = 0
        for start in range(0, len(order), CALL_PIECES):
            call = order[start : start + CALL_PIECES]
            for i, hypotheses in zip(call, self._call([pieces[i].tokens for i in call], options), strict=True):
                decoded[i] = hypotheses
            if progress:
                done = n_texts * (start + len(call)) // len(order)
                progress(done - reported)
                reported = done
        if progress and reported < n_texts:
            progress(n_texts - reported)
        return decoded

    def _call(self, tokens: list[tuple[str, ...]], options: dict[str, Any]) -> Iterator[tuple[Hypothesis, ...]]:
        prefix = self.package.target_prefix
        results = self._translator.translate_batch(
            [list(t) for t in tokens],
            target_prefix=[[prefix]] * len(tokens) if prefix else None,
            batch_type="tokens",
            max_input_length=0,
            max_decoding_length=MAX_DECODING_TOKENS,
            use_vmap=self.package.target_pieces is not None,
            return_scores=True,
            **options,
        )
        written = [result.hypotheses for result in results]  # whose properties are copies, each made whole
        begins = int(bool(prefix) and all(tokens[:1] == [prefix] for tokens in written[0]))
        every = [tokens[begins:] for hypotheses in written for tokens in hypotheses]
        decoded = zip(every, self._target_tokenizer.decode(every, num_threads=1), strict=True)
        for result, hypotheses in zip(results, written, strict=True):
            looked = result.attention or [[]] * len(hypotheses)
            yield tuple(
                _hypothesis(*next(decoded), score, weights[begins:])
                for score, weights in zip(result.scores, looked, strict=True)
            )

    def _redecode_repetitions(
        self, pieces: Sequence[_Piece], decoded: list[tuple[Hypothesis, ...]], options: dict[str, Any]
    ) -> None:
        """Ask again, with repetition forbidden, where the best hypothesis repeats itself; keep what does so less."""
        sources = self._source_tokenizer.decode([list(piece.tokens) for piece in pieces], num_threads=1)
        before = [
            n_repeated(found[0].text, source) if found else 0 for found, source in zip(decoded, sources, strict=True)
        ]
        repeating = [i for i, n in enumerate(before) if n]
        if not repeating:
            return
        again = self._decode([pieces[i] for i in repeating], {**options, **_CAREFUL})
        for i, hypotheses in zip(repeating, again, strict=True):
            if hypotheses and n_repeated(hypotheses[0].text, sources[i]) < before[i]:
                decoded[i] = hypotheses


def _hypothesis(tokens: list[str], text: str, log_score: float, weights: list[list[float]]) -> Hypothesis:
    """A hypothesis with its score and, where it was asked for, the attention of each target token."""
    text = text.replace("⁇", "").strip()
    attention = attention_of(tokens, text, weights) if weights else None
    return Hypothesis(text, min(1.0, math.exp(log_score)), attention)


class ArgosEngine:
    """All packages that ``xlate.packages`` finds, or the ones given."""

    name = "argos"

    def __init__(self, packages: Sequence[ModelPackage] | None = None) -> None:
        self._given = packages
        self._models: dict[tuple[Leg, int], Model] = {}

    @cached_property
    def _packages(self) -> dict[Leg, ModelPackage]:
        packages = find_packages() if self._given is None else self._given
        return {Leg(p.source, p.target, self.name, p.label): p for p in packages}

    def legs(self) -> tuple[Leg, ...]:
        return tuple(self._packages)

    def translate(
        self, leg: Leg, texts: Sequence[str], decoding: Decoding = DEFAULT, progress: Progress | None = None
    ) -> list[tuple[Hypothesis, ...]]:
        model = self._model(leg, decoding.threads)
        try:
            return model.translate(texts, decoding, progress)
        except (RuntimeError, OSError, ValueError) as error:
            raise EngineError(
                f"{leg}: the model failed ({error}).", f"`xlate models verify {leg.source} {leg.target}`"
            ) from error

    def score(self, leg: Leg, pairs: Sequence[tuple[str, str]], threads: int = 0) -> list[Likelihood]:
        try:
            return self._model(leg, threads).score(pairs)
        except (RuntimeError, OSError, ValueError) as error:
            raise EngineError(
                f"{leg}: the model failed ({error}).", f"`xlate models verify {leg.source} {leg.target}`"
            ) from error

    def fingerprint(self, leg: Leg) -> str:
        package = self._package(leg)
        parts = [package.model / "model.bin", *filter(None, [package.target_pieces])]
        penalty = package.repetition_penalty
        return "-".join([READING, *map(fingerprint, parts), *([] if penalty == 1.0 else [str(penalty)])])

    def _package(self, leg: Leg) -> ModelPackage:
        if leg not in self._packages:
            raise NoRoute(f"{leg} is not installed.", "`xlate models list` shows what is installed.")
        return self._packages[leg]

    def _model(self, leg: Leg, threads: int) -> Model:
        if (leg, threads) not in self._models:
            self._models[leg, threads] = Model(self._package(leg), threads)
        return self._models[leg, threads]


def _load(package: ModelPackage, source_tokenizer: Any, threads: int) -> Any:
    """Batches side by side with one thread each: small models have too little work in a step to share it out."""
    use_best_instructions()
    import ctranslate2

    options = {"device": "cpu", "compute_type": "int8", "inter_threads": threads, "intra_threads": 1}
    if package.target_pieces is None:
        return ctranslate2.Translator(str(package.model), **options)
    files = {path.name: path.read_bytes() for path in package.model.iterdir()}
    files[_CANDIDATES] = _candidates(package, source_tokenizer)
    return ctranslate2.Translator(str(package.model), files=files, **options)


def _copies_latin(package: ModelPackage) -> bool:
    return script(package.source) != "Latn"


def _candidates(package: ModelPackage, tokenizer: Any) -> bytes:
    """What the decoder may choose from after any source, as CTranslate2 reads it: a line that names no source.

    The pieces of the target language; from Cyrillic texts all in Latin letters too, for there they are names to be
    copied.  What depended on the source would depend on the other sentences of a batch as well.
    """
    pieces = package.target_pieces.read_text(encoding="utf-8").split("\n") if package.target_pieces else []
    always = dict.fromkeys([*filter(None, pieces), package.target_prefix or "", "</s>"])
    known = map(tokenizer.id_to_piece, range(tokenizer.get_piece_size()))
    wanted = known if _copies_latin(package) else ()
    copied = (piece for piece in wanted if piece not in always and _LATIN_PIECE.fullmatch(piece))
    return ("\t" + " ".join([*always, *copied]) + "\n").encode()


def _tokenizer(path: Path) -> Any:
    import sentencepiece

    return sentencepiece.SentencePieceProcessor(model_file=str(path))


def _prepare(text: str) -> str:
    """The text as models saw it in training: NFC, one kind of apostrophe and double quote, single spaces."""
    text = unicodedata.normalize("NFC", text).replace("\u00ad", "").replace("\u200b", "").translate(_QUOTES)
    return _SPACE.sub(" ", text).strip()


def _join(parts: list[tuple[Hypothesis, ...]]) -> tuple[Hypothesis, ...]:
    """Hypotheses of the pieces of one text as hypotheses of the text; their log scores averaged by length."""
    if not parts:
        return (Hypothesis("", None),)
    if len(parts) == 1:
        return parts[0]
    whole = []
    for rank in range(min(len(part) for part in parts)):
        chosen = [part[rank] for part in parts]
        weights = [max(1, len(hypothesis.text)) for hypothesis in chosen]
        logs = [math.log(max(hypothesis.score or 0.0, 1e-9)) for hypothesis in chosen]
        mean = sum(w * log for w, log in zip(weights, logs, strict=True)) / sum(weights)
        whole.append(Hypothesis(" ".join(h.text for h in chosen if h.text), math.exp(mean), joined(chosen)))
    return tuple(whole)
