"""The memory in the main job: people's work stands, today's machine is not asked twice, nothing else changes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from xlate.engines.lexicon import LexiconEngine
from xlate.memory import Memory, Unit, UnitOrigin
from xlate.memory.recall import Recall
from xlate.model import Block, BlockKind, Document, Hypothesis, Leg, Origin, TranslationResult
from xlate.pipeline import Translator
from xlate.report.json import render_json
from xlate.settings import Settings

PAIR = ("en", "ru")
ENGLISH = ["The ministers met on Monday and talked about the harvest.", "Then it rained in Minsk.", "Rain in Minsk."]


class Counting(LexiconEngine):
    """A word list that counts what it was asked."""

    def __init__(self, word: str = "дождь") -> None:
        super().__init__({PAIR: {"rain": word, "in": "в", "minsk": "минске"}, ("en", "be"): {"rain": "дождж"}})
        self.asked: list[str] = []

    def translate(self, leg: Leg, texts: Sequence[str], *options: Any) -> list[tuple[Hypothesis, ...]]:
        self.asked.extend(texts)
        return super().translate(leg, texts, *options)


def run(
    path: Path | None, *texts: str, engine: Counting | None = None, to: str = "ru", **options: Any
) -> tuple[TranslationResult, list[str]]:
    """The result, and what the engine was asked."""
    engine = engine or Counting()
    settings = Settings(from_="en", memory=str(path or ""), **{"no_glossary": True, **options})
    translator = Translator(settings, [engine])
    document = Document("test", "txt", tuple(Block(BlockKind.PARAGRAPH, text) for text in texts or ENGLISH))
    [result] = translator.translate([translator.prepare(document)], to)
    return result, engine.asked


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "news.memory"


def add(path: Path, source: str, target: str, origin: UnitOrigin = UnitOrigin.HUMAN, **more: Any) -> None:
    with Memory(path) as memory:
        memory.add([Unit(source, target, PAIR, origin, **more)])


def test_what_was_translated_is_not_translated_again(path: Path) -> None:
    first, asked = run(path)
    assert sorted(asked) == sorted(ENGLISH)
    second, asked = run(path)
    assert asked == []
    assert [unit.origin for unit in second.units] == [Origin.MEMORY_EXACT] * 3
    for before, after in zip(first.units, second.units, strict=True):
        assert (before.target, before.score, before.route, before.findings) == (
            after.target, after.score, after.route, after.findings,
        )  # fmt: skip
    assert first.signature == second.signature


def test_names_that_were_found_are_found_again(path: Path) -> None:
    text = "Vladimir Putin met Alexander Lukashenko in Minsk."
    first, asked = run(path, text, no_glossary=False)
    assert asked
    second, asked = run(path, text, no_glossary=False)
    assert (asked, second.units[0].terms) == ([], first.units[0].terms)
    assert first.units[0].terms
    assert first.units[0].findings == second.units[0].findings


def test_the_memory_is_filled_with_context_and_signature(path: Path) -> None:
    run(path)
    with Memory(path) as memory:
        unit = next(unit for unit in memory.units() if unit.source == ENGLISH[1])
    assert (unit.before, unit.after, unit.origin) == (ENGLISH[0], ENGLISH[2], UnitOrigin.MACHINE)
    assert "models:en-ru [lexicon]#" in unit.signature
    assert unit.score is not None


def test_another_model_or_setting_is_asked_anew(path: Path) -> None:
    run(path)
    result, asked = run(path, engine=Counting("ливень"))
    assert sorted(asked) == sorted(ENGLISH)
    assert result.units[2].target == "Ливень в Минске."
    _, asked = run(path, engine=Counting("ливень"), beam_size=3)
    assert sorted(asked) == sorted(ENGLISH)
    _, asked = run(path, engine=Counting("ливень"), beam_size=3)
    assert asked == []


def test_people_are_believed_whatever_the_model(path: Path) -> None:
    run(path)
    add(path, ENGLISH[2], "В Минске дождь.", UnitOrigin.REVIEWED)
    for engine in (Counting(), Counting("ливень")):
        result, asked = run(path, engine=engine)
        unit = result.units[2]
        assert (unit.target, unit.origin, unit.route) == ("В Минске дождь.", Origin.MEMORY_EXACT, None)
        assert ENGLISH[2] not in asked


def test_what_people_wrote_is_checked_too(path: Path) -> None:
    add(path, "It cost 46 roubles.", "Это стоило 64 рубля.")
    result, _ = run(path, "It cost 46 roubles.")
    assert "numbers" in {finding.check for finding in result.units[0].findings}


def test_a_similar_segment_is_suggested_and_the_machine_is_asked(path: Path) -> None:
    add(path, "Then it rained in Pinsk.", "Потом в Пинске шёл дождь.", UnitOrigin.REVIEWED, signature="model:0")
    result, asked = run(path)
    unit = result.units[1]
    assert ENGLISH[1] in asked
    assert unit.origin is Origin.MACHINE
    assert unit.suggestion
    assert (unit.suggestion.source, unit.suggestion.origin) == ("Then it rained in Pinsk.", "reviewed")
    assert unit.suggestion.likeness == pytest.approx(23 / 24)
    assert unit.suggestion.stale
    assert result.units[0].suggestion is None
    assert '"suggestion": {' in render_json([result])
    again, asked = run(path)
    assert (asked, again.units[1].suggestion) == ([], unit.suggestion)


def test_another_language_has_its_own_memory(path: Path) -> None:
    run(path)
    _, asked = run(path, to="be")
    assert sorted(asked) == sorted(ENGLISH)


def test_the_result_says_which_memory(path: Path) -> None:
    without, _ = run(None)
    assert dict(without.signature.entries)["memory"] == "none"
    with_memory, _ = run(path)
    add(path, "Snow.", "Снег.")
    later, _ = run(path)
    assert dict(with_memory.signature.entries)["memory"] != dict(later.signature.entries)["memory"]


def test_a_memory_changes_nothing_of_what_it_does_not_know(path: Path) -> None:
    without, _ = run(None)
    with_memory, _ = run(path)
    assert without.units == with_memory.units


def test_numbers_are_not_remembered(path: Path) -> None:
    run(path, "12.5 %", "Rain.")
    with Memory(path) as memory:
        assert [unit.source for unit in memory.units()] == ["Rain."]


def test_a_store_of_ones_own_can_be_given(path: Path) -> None:
    with Memory(path) as memory:
        translator = Translator(Settings(from_="en", no_glossary=True), [Counting()], Recall(memory))
        document = Document("test", "txt", (Block(BlockKind.PARAGRAPH, "Rain."),))
        translator.translate([translator.prepare(document)], "ru")
        assert [unit.target for unit in memory.units()] == ["Дождь."]


def test_without_a_memory_none_is_loaded() -> None:
    code = (
        "import sys; from tests.memory.test_pipeline import Counting\n"
        "from xlate.pipeline import Translator; from xlate.settings import Settings\n"
        "loaded = lambda: [m for m in sys.modules if m.startswith('xlate.memory') or 'sqlite3' in m]\n"
        "for name in loaded(): del sys.modules[name]\n"
        "translator = Translator(Settings(from_='en'), [Counting()])\n"
        "translator.translate([translator.prepare_lines(['Rain.'], 'x')], 'ru')\n"
        "print(loaded())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
