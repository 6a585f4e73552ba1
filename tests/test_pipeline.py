"""Segments in, as many units out; every segment on the right route."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from concurrent.futures import CancelledError, ThreadPoolExecutor
from threading import Event, Lock, Semaphore
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xlate import pipeline
from xlate.engines import DEFAULT, Decoding, Progress
from xlate.engines.lexicon import LexiconEngine
from xlate.errors import EngineError, InputError, NoRoute, UsageError
from xlate.model import Block, BlockKind, Document, Hypothesis, Leg, Origin
from xlate.pipeline import Prepared, Translator
from xlate.settings import Settings

WORDS = {
    ("en", "ru"): {"rain": "дождь", "in": "в", "minsk": "минске"},
    ("en", "be"): {"rain": "дождж", "in": "у", "minsk": "мінску"},
    ("ru", "be"): {"дождь": "дождж", "в": "у"},
}
ENGLISH = "The ministers met on Monday and talked about the harvest for two hours."


def translator(**options: object) -> Translator:
    return Translator(Settings(**options), [LexiconEngine(WORDS)])  # type: ignore[arg-type]


def document(*texts: str) -> Document:
    return Document("test", "txt", tuple(Block(BlockKind.PARAGRAPH, text) for text in texts))


def test_every_segment_becomes_one_unit_in_order() -> None:
    prepared = translator().prepare(document(f"{ENGLISH} Then they left for the airport.", ENGLISH))
    [result] = translator().translate([prepared], "be")
    assert [unit.segment for unit in result.units] == list(prepared.segments)
    assert len(result.units) == 3


def test_quotation_in_a_language_with_a_route_goes_its_own_way() -> None:
    quote = "Мы никогда не забудем этот день, и наши дети будут помнить о нём всегда."
    made = translator()
    [result] = made.translate([made.prepare(document(ENGLISH, ENGLISH, quote))], "be")
    assert str(result.units[-1].route) == "ru-be [lexicon]"
    assert str(result.units[0].route) == "en-be [lexicon]"


def test_quotation_in_the_target_language_is_copied() -> None:
    quote = "Мы никогда не забудем этот день, и наши дети будут помнить о нём всегда."
    made = translator()
    [result] = made.translate([made.prepare(document(ENGLISH, ENGLISH, quote))], "ru")
    assert (result.units[-1].origin, result.units[-1].target) == (Origin.COPIED, quote)


def test_quotation_without_a_route_is_copied_and_said_to_be() -> None:
    quote = "Dzisiaj w Warszawie odbyło się spotkanie ministrów, którzy rozmawiali o bezpieczeństwie."
    made = translator()
    [result] = made.translate([made.prepare(document(ENGLISH, ENGLISH, ENGLISH, quote))], "be")
    unit = result.units[-1]
    assert (unit.origin, unit.target) == (Origin.COPIED, quote)
    assert any("Polish" in finding.message for finding in unit.findings)


def test_numbers_and_verbatim_blocks_are_copied() -> None:
    blocks = (
        Block(BlockKind.PARAGRAPH, ENGLISH),
        Block(BlockKind.PARAGRAPH, "12.5 – 30 %"),
        Block(BlockKind.VERBATIM, "x = rain"),
    )
    made = translator()
    [result] = made.translate([made.prepare(Document("t", "md", blocks))], "be")
    assert result.block_targets()[1:] == ("12.5 – 30 %", "x = rain")


def test_a_document_already_in_the_target_language_is_copied_whole() -> None:
    made = translator()
    [result] = made.translate([made.prepare(document(ENGLISH))], "en")
    assert result.block_targets() == (ENGLISH,)


def test_language_that_cannot_be_told_asks_for_from() -> None:
    with pytest.raises(InputError) as caught:
        translator().prepare(document("1 2 3"))
    assert "--from" in caught.value.hint
    assert translator(from_="en").prepare(document("1 2 3")).detection.language == "en"


def test_no_route_is_an_error() -> None:
    made = translator()
    with pytest.raises(NoRoute):
        made.translate([made.prepare(document(ENGLISH))], "uk")


def test_via_makes_a_pivot_and_its_score_is_the_weakest_leg() -> None:
    made = translator(via=("ru",), from_="en", no_glossary=True)
    [result] = made.translate([made.prepare(document("Rain in Minsk"))], "be")
    assert result.units[0].target == "Дождж у Минске"
    assert str(result.units[0].route) == "en-ru [lexicon] > ru-be [lexicon]"
    assert result.units[0].score == pytest.approx(2 / 3)


def test_results_do_not_depend_on_what_else_is_translated() -> None:
    made = translator()
    documents = [made.prepare(document(ENGLISH, f"Rain {i}.")) for i in range(3)]
    together = made.translate(documents, "be")
    assert together == [made.translate([one], "be")[0] for one in documents]


def test_results_do_not_depend_on_how_documents_are_grouped(monkeypatch: pytest.MonkeyPatch) -> None:
    made = translator()
    documents = [made.prepare(document(ENGLISH, f"Rain {i % 3}.")) for i in range(12)]
    together = made.translate(documents, "be")
    monkeypatch.setattr(pipeline, "GROUP_SEGMENTS", 1)
    assert made.translate(iter(documents), "be") == together


def test_no_text_is_decoded_twice_whatever_its_group(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    class Counting(LexiconEngine):
        def translate(self, leg: Leg, texts: Sequence[str], *options: Any) -> list[tuple[Hypothesis, ...]]:
            asked.extend(texts)
            return super().translate(leg, texts, *options)

    made = Translator(Settings(), [Counting(WORDS)])
    monkeypatch.setattr(pipeline, "GROUP_SEGMENTS", 1)
    made.translate([made.prepare(document(ENGLISH, f"Rain {i % 3}.")) for i in range(12)], "be")
    assert sorted(asked) == sorted({ENGLISH, "Rain 0.", "Rain 1.", "Rain 2."})


def test_documents_are_taken_while_others_are_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    taken = Event()

    class Waiting(LexiconEngine):
        def translate(self, leg: Leg, texts: Sequence[str], *options: Any) -> list[tuple[Hypothesis, ...]]:
            assert taken.wait(20), "the second document was not taken before the first was decoded"
            return super().translate(leg, texts, *options)

    def lazily(prepared: Sequence[Prepared]) -> Iterator[Prepared]:
        yield prepared[0]
        taken.set()
        yield prepared[1]

    made = Translator(Settings(), [Waiting(WORDS)])
    monkeypatch.setattr(pipeline, "GROUP_SEGMENTS", 1)
    documents = [made.prepare(document(ENGLISH, f"Rain {i}.")) for i in range(2)]
    assert len(made.translate(lazily(documents), "be")) == 2


def test_a_result_is_there_while_later_documents_are_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    delivered = Event()

    class Waiting(LexiconEngine):
        def translate(self, leg: Leg, texts: Sequence[str], *options: Any) -> list[tuple[Hypothesis, ...]]:
            assert "Rain 1." not in texts or delivered.wait(20), "the first result waited for the second document"
            return super().translate(leg, texts, *options)

    made = Translator(Settings(), [Waiting(WORDS)])
    monkeypatch.setattr(pipeline, "GROUP_SEGMENTS", 1)
    results = made.translate_each([made.prepare(document(ENGLISH, f"Rain {i}.")) for i in range(2)], "be")
    assert next(results).units[0].target
    delivered.set()
    assert len(list(results)) == 1


def test_two_groups_are_decoded_at_a_time_however_many_threads_translate() -> None:
    """So that they end one after the other, and the last to be checked keep no core waiting."""
    lock, at_work, most = Lock(), 0, 0

    class Counting(LexiconEngine):
        def translate(self, leg: Leg, texts: Sequence[str], *options: Any) -> list[tuple[Hypothesis, ...]]:
            nonlocal at_work, most
            with lock:
                at_work += 1
                most = max(most, at_work)
            time.sleep(0.05)
            with lock:
                at_work -= 1
            return super().translate(leg, texts, *options)

    made = Translator(Settings(from_="en", no_glossary=True), [Counting(WORDS)])
    documents = [made.prepare(document(f"Rain {i}.")) for i in range(6)]
    _ = made.names, made.legs
    with ThreadPoolExecutor(6) as threads:
        results = list(threads.map(lambda one: made.translate([one], "be"), documents))
    assert len(results) == 6
    assert most == pipeline.DECODERS


def test_what_waits_for_its_turn_does_not_begin_after_a_stop() -> None:
    begun, go_on = Semaphore(0), Event()
    asked: list[str] = []

    class Waiting(LexiconEngine):
        def translate(self, leg: Leg, texts: Sequence[str], *options: Any) -> list[tuple[Hypothesis, ...]]:
            asked.extend(texts)
            begun.release()
            assert go_on.wait(20)
            return super().translate(leg, texts, *options)

    def stopped(*_: int) -> None:
        if go_on.is_set():
            raise CancelledError

    made = Translator(Settings(from_="en", no_glossary=True), [Waiting(WORDS)])
    documents = [made.prepare(document(f"Rain {i}.")) for i in range(pipeline.DECODERS + 1)]
    _ = made.names, made.legs
    with ThreadPoolExecutor(len(documents)) as threads:
        jobs = [threads.submit(made.translate, [one], "be", stopped) for one in documents]
        assert all(begun.acquire(timeout=20) for _ in range(pipeline.DECODERS))
        go_on.set()
        errors = [job.exception(20) for job in jobs]
    assert len(asked) == pipeline.DECODERS
    assert all(isinstance(error, CancelledError) for error in errors)


def test_a_failing_engine_ends_the_job(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    class Failing(LexiconEngine):
        def translate(self, leg: Leg, texts: Sequence[str], *options: Any) -> list[tuple[Hypothesis, ...]]:
            asked.extend(texts)
            raise EngineError(f"{leg}: broken by {options}")

    made = Translator(Settings(), [Failing(WORDS)])
    monkeypatch.setattr(pipeline, "GROUP_SEGMENTS", 1)
    with pytest.raises(EngineError):
        made.translate([made.prepare(document(ENGLISH, f"Rain {i}.")) for i in range(3)], "be")
    assert ENGLISH in asked


def test_a_running_thread_ends_at_its_next_report_after_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C in the main thread: the decoder of a long document does not go on to its end."""
    started, reports = Event(), []

    class Endless(LexiconEngine):
        def translate(
            self, leg: Leg, texts: Sequence[str], decoding: Decoding = DEFAULT, progress: Progress | None = None
        ) -> list[tuple[Hypothesis, ...]]:
            assert progress
            started.set()
            for _ in range(2000):
                progress(0)
                reports.append(1)
                time.sleep(0.01)
            return super().translate(leg, texts, decoding, None)

    def interrupted(prepared: Prepared) -> Iterator[Prepared]:
        yield prepared
        assert started.wait(20)
        raise KeyboardInterrupt

    made = Translator(Settings(), [Endless(WORDS)])
    monkeypatch.setattr(pipeline, "GROUP_SEGMENTS", 1)
    with pytest.raises(KeyboardInterrupt):
        made.translate(interrupted(made.prepare(document(ENGLISH))), "be")
    assert len(reports) < 2000


def test_progress_ends_at_the_total() -> None:
    seen: list[tuple[int, int]] = []
    made = translator(via=("ru",), from_="en", no_glossary=True)
    made.translate([made.prepare(document("Rain.", "Minsk."))], "be", lambda done, total: seen.append((done, total)))
    assert seen[-1] == (4, 4)


def test_signature_names_route_and_model() -> None:
    made = translator()
    [result] = made.translate([made.prepare(document(ENGLISH))], "be")
    entries = dict(result.signature.entries)
    assert entries["route"] == "en-be [lexicon]"
    assert "#" in entries["models"]


def test_a_model_folder_needs_its_languages(tmp_path: object) -> None:
    with pytest.raises(UsageError, match="does not say its languages"):
        Translator(Settings(model=str(tmp_path)))


LINES = st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60), max_size=8)


@settings(max_examples=60, deadline=None)
@given(LINES)
def test_lines_in_lines_out_whatever_they_hold(lines: list[str]) -> None:
    made = translator(from_="en")
    [result] = made.translate([made.prepare_lines(lines, "test")], "be")
    assert len(result.units) == len(lines)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.text(alphabet='aб яі.!?«»"\n 🙂א\u200f1', min_size=1, max_size=80).map(str.strip).filter(bool), max_size=4
    )
)
def test_translating_with_an_empty_lexicon_changes_nothing_but_white_space(texts: list[str]) -> None:
    made = Translator(Settings(from_="en"), [LexiconEngine({("en", "be"): {}})])
    [result] = made.translate([made.prepare(document(*texts))], "be")
    assert [text.split() for text in result.block_targets()] == [text.split() for text in texts]


def test_hard_inputs_keep_the_segment_count() -> None:
    made = translator(from_="en")
    texts = ["word " * 5000, "x" * 1_000_000, "🙂" * 50, "שלום עולם. مرحبا", "a\x07b\x00c", "Ru русский be ў uk ї"]
    prepared = made.prepare(document(*texts))
    [result] = made.translate([prepared], "be")
    assert [unit.segment for unit in result.units] == list(prepared.segments)
    assert [t.split() for t in result.block_targets()] == [t.split() for t in texts]
