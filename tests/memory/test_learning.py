"""Corrections come back, and only corrections."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from unittest.mock import Mock

import pytest

from xlate.errors import InputError, UsageError
from xlate.memory import Memory, Query, Unit, UnitOrigin
from xlate.memory.files import export_tmx
from xlate.memory.learning import Lesson, learn
from xlate.memory.writing import Clock
from xlate.model import (
    Block,
    BlockKind,
    Detection,
    Document,
    Origin,
    Segment,
    Signature,
    Span,
    TranslationResult,
    TranslationUnit,
)
from xlate.report.json import render_json
from xlate.tmx import render_tmx

PAIR = ("en", "ru")
TEXTS = {"Rain.": "Дощь.", "Snow.": "Снег.", "It hailed.": "Град."}


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    made = Memory(tmp_path / "news.memory")
    units = [Unit(s, t, PAIR, UnitOrigin.MACHINE, "river", signature="model:1", score=0.5) for s, t in TEXTS.items()]
    made.add(units)
    return made


def result() -> TranslationResult:
    blocks = tuple(Block(BlockKind.PARAGRAPH, text) for text in [*TEXTS, "46 %"])
    units = [
        TranslationUnit(Segment(i, Span(0, len(source)), source, "en"), target, Origin.MACHINE, score=0.5)
        for i, (source, target) in enumerate(TEXTS.items())
    ]
    copied = TranslationUnit(Segment(3, Span(0, 4), "46 %", "en"), "46 %", Origin.COPIED)
    return TranslationResult(Document("a", "txt", blocks), Detection("en", 1.0), "ru", (*units, copied))


def edited(path: Path, text: str) -> Path:
    path.write_text(text.replace("Дощь.", "Дождь."), encoding="utf-8")
    return path


def best(memory: Memory, source: str) -> Unit:
    [matches] = memory.exact(PAIR, [Query(source)])
    return matches[0].unit


def test_an_edited_export_of_the_memory(memory: Memory, tmp_path: Path) -> None:
    export_tmx(memory, tmp_path / "out.tmx")
    path = edited(tmp_path / "out.tmx", (tmp_path / "out.tmx").read_text("utf-8"))
    assert learn(memory, path) == Lesson(n_corrected=1, n_same=2)
    unit = best(memory, "Rain.")
    assert (unit.target, unit.origin, unit.project) == ("Дождь.", UnitOrigin.REVIEWED, "river")
    assert unit.signature == "model:1"
    assert best(memory, "Snow.").origin is UnitOrigin.MACHINE
    assert learn(memory, path) == Lesson(n_same=3)


@pytest.mark.parametrize("suffix", [".json", ".tmx"])
def test_an_edited_result(memory: Memory, tmp_path: Path, suffix: str) -> None:
    path = edited(tmp_path / f"out{suffix}", render_json([result()]) if suffix == ".json" else render_tmx([result()]))
    assert learn(memory, path) == Lesson(n_corrected=1, n_same=2)
    unit = best(memory, "Rain.")
    assert (unit.target, unit.before, unit.after) == ("Дождь.", "", "Snow.")


def test_a_table_needs_its_languages(memory: Memory, tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text("Source\tTarget\nRain.\tДождь.\n\nHail.\tГрад.\textra\n", encoding="utf-8")
    with pytest.raises(UsageError, match="languages"):
        learn(memory, path)
    assert learn(memory, path, PAIR, project="lake") == Lesson(n_corrected=1, n_new=1)
    assert best(memory, "Hail.").project == "lake"


def test_what_a_machine_wrote_is_no_correction(tmp_path: Path) -> None:
    path = edited(tmp_path / "out.json", render_json([result()]))
    with Memory(tmp_path / "empty.memory") as memory:
        assert learn(memory, path) == Lesson(n_unknown=3)
        assert list(memory.units()) == []
        assert learn(memory, path, confirm=True) == Lesson(n_new=3)


def test_confirmed_translations_are_a_persons(memory: Memory, tmp_path: Path) -> None:
    path = edited(tmp_path / "out.json", render_json([result()]))
    assert learn(memory, path, confirm=True) == Lesson(n_corrected=3)
    assert best(memory, "Snow.").origin is UnitOrigin.REVIEWED
    assert learn(memory, path, confirm=True) == Lesson(n_same=3)


def test_the_last_correction_counts(memory: Memory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even if the clock is put back meanwhile."""
    times = iter(datetime(2026, 11, 30, hour, tzinfo=UTC) for hour in (12, 12, 11))
    clock = Mock(wraps=datetime, now=lambda _zone: next(times), min=datetime.min)
    monkeypatch.setattr("xlate.memory.writing.datetime", clock)
    monkeypatch.setattr("xlate.memory.writing._CLOCK", Clock())
    path = tmp_path / "a.tsv"
    for target in ("Дождь.", "Ливень.", "Дождь."):
        path.write_text(f"Rain.\t{target}\n", encoding="utf-8")
        assert learn(memory, path, PAIR) == Lesson(n_corrected=1)
        assert best(memory, "Rain.").target == target


def test_a_file_of_before_a_correction_overrules_nobody(memory: Memory, tmp_path: Path) -> None:
    old = tmp_path / "old.tmx"
    old.write_text(render_tmx([result()]), encoding="utf-8")
    (tmp_path / "a.tsv").write_text("Rain.\tДождь.\n", encoding="utf-8")
    learn(memory, tmp_path / "a.tsv", PAIR)
    assert learn(memory, old) == Lesson(n_same=3)
    assert best(memory, "Rain.").target == "Дождь."


def test_what_another_model_made_is_no_correction(memory: Memory, tmp_path: Path) -> None:
    """Another beam, another text: nobody edited it."""
    made = replace(result(), signature=Signature.of({"xlate": "1", "models": "a#1", "beam": "4", "memory": "x"}))
    path = edited(tmp_path / "old.json", render_json([made]))
    memory.add([Unit("Rain.", "Дощь.", PAIR, UnitOrigin.MACHINE, "river", signature="beam:2|models:a#1|xlate:1")])
    assert learn(memory, path) == Lesson(n_same=2, n_unknown=1)
    memory.add([Unit("Rain.", "Дощь.", PAIR, UnitOrigin.MACHINE, "river", signature="beam:4|models:a#1|xlate:1")])
    assert learn(memory, path) == Lesson(n_same=2, n_corrected=1)


def test_a_later_correction_stands_in_every_place(memory: Memory, tmp_path: Path) -> None:
    """A table says in which place; a line of TSV, or a table with rows left out, holds wherever the segment stands."""
    memory.add([Unit("Rain.", "Ливень.", PAIR, UnitOrigin.REVIEWED, before="", after="Snow.")])
    (tmp_path / "a.tsv").write_text(" Rain. \tДождь.\n", encoding="utf-8")
    learn(memory, tmp_path / "a.tsv", PAIR)
    [matches] = memory.exact(PAIR, [Query("Rain.", "", "Snow.")])
    assert matches[0].unit.target == "Дождь."


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.tsv", "Rain.\n", "a.tsv:1: has no target"),
        ("a.tsv", "Rain.\t\n", "a.tsv:1: has no target"),
        ("a.json", "[1, 2]", "no JSON of results"),
        ("a.json", "{", "no JSON of results"),
        ("a.json", json.dumps({"results": [{"target_language": "ru"}]}), "no JSON of results"),
        ("a.tmx", "<x/>", "is no TMX"),
        ("a.docx", "x", "cannot learn"),
    ],
)
def test_broken_files_teach_nothing(memory: Memory, tmp_path: Path, name: str, content: str, message: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    before = list(memory.units())
    with pytest.raises((InputError, UsageError), match=message):
        learn(memory, tmp_path / name, PAIR)
    assert list(memory.units()) == before
