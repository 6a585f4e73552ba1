"""The figures on development data, where it is there (XLATE_DEV): an empty or fallen figure fails."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]

# F1 of 2026-11-23 less half a point; see tools/eval_segmenting.py for what bounds them.
GATES = {
    "news": {"en": 0.978, "ru": 0.961, "uk": 0.943, "be": 0.973},
    "flores": {"en": 0.940, "ru": 0.926, "uk": 0.935, "be": 0.863},
}


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("eval_segmenting", ROOT / "tools" / "eval_segmenting.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["eval_segmenting"] = module
    spec.loader.exec_module(module)
    return module


def test_gates_hold(tool: ModuleType) -> None:
    dev = tool.default_dev()
    if not (dev / "news" / "en.txt").exists():
        pytest.skip(f"no development data in {dev}")
    figures = tool.evaluate(dev)
    for name, gates in GATES.items():
        for language, gate in gates.items():
            assert figures[name][language]["f1"] >= gate, (name, language)


def test_empty_folder_measures_nothing(tool: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert tool.evaluate(tmp_path) == {}
    assert tool.main([str(tmp_path)]) == 2
    assert "nothing was measured" in capsys.readouterr().err


def test_counts_of_a_small_set(tool: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "document_ids.txt").write_text("a\na\na\nb\n", "utf-8")
    (tmp_path / "news" / "en.txt").write_text("A headline\nIt is one. It is two.\nThe end.\nAnother text.\n", "utf-8")
    figures = tool.evaluate(tmp_path)["news"]["en"]
    assert (figures["gold"], figures["unmarked"], figures["predicted"], figures["inner"]) == (2, 1, 3, 1)
    assert figures["recall"] == 1.0
    assert "news    en" in tool.table({"news": {"en": figures}})


def test_inner_boundaries_are_read(tool: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "inner.tsv"
    path.write_text("# a comment\n\nen\t2\t12\nen\t2\t24\nuk\t2\t5\n", "utf-8")
    assert tool.read_inner(path) == {("en", 2): [12, 24], ("uk", 2): [5]}


@pytest.mark.parametrize(
    "row",
    [
        "en\t2",
        "en\t2\t12\ttext",
        "de\t2\t12",
        "en\t0\t12",
        "en\t2\t0",
        "en\ttwo\t12",
        "en 2 12",
        "en\t1\t5",
        "en\t1\t4",
    ],
)
def test_a_bad_row_is_named(tool: ModuleType, tmp_path: Path, row: str) -> None:
    path = tmp_path / "inner.tsv"
    path.write_text(f"# a comment\nen\t1\t5\n{row}\n", "utf-8")
    with pytest.raises(ValueError, match=r"inner\.tsv:3: "):
        tool.read_inner(path)


def test_inner_boundaries_are_ends_in_the_joined_text(tool: ModuleType) -> None:
    documents = [["A headline", "It is one. It is two."], ["One.\u00a0— Two.  Three."]]
    inner = {("en", 2): [11], ("en", 3): [5, 13], ("ru", 9): [7]}
    first, second = tool.inner_boundaries(documents, "en", inner)
    assert " ".join(documents[0])[: first[0]] == "A headline It is one."
    assert [documents[1][0][:end] for end in second] == ["One.", "One.\u00a0— Two."]


@pytest.mark.parametrize(("line", "offset"), [(1, 4), (1, 5), (1, 12), (2, 3)])
def test_a_list_of_another_text_is_refused(tool: ModuleType, line: int, offset: int) -> None:
    with pytest.raises(ValueError, match=f"line {line}"):
        tool.inner_boundaries([["One.  Two."]], "en", {("en", line): [offset]})


def test_the_mended_set_counts_inner_boundaries_as_gold(
    tool: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "document_ids.txt").write_text("a\na\na\n", "utf-8")
    for language in ("en", "ru"):
        (tmp_path / "news" / f"{language}.txt").write_text("It is a day.\nIt is one. It is two.\nThe end.\n", "utf-8")
    inner = tmp_path / "inner.tsv"
    inner.write_text("en\t2\t11\nru\t2\t4\n", "utf-8")
    figures = tool.evaluate(tmp_path, inner)
    assert figures["news"]["en"]["precision"] == pytest.approx(2 / 3)
    assert (figures["mended"]["en"]["gold"], figures["mended"]["en"]["inner"]) == (3, 0)
    assert figures["mended"]["en"]["f1"] == figures["mended"]["en"]["at_stops"] == 1.0
    assert set(figures["mended"]) == {"en"}
    assert "mended ru not measured, inner.tsv is of another text" in capsys.readouterr().err


def test_the_committed_list_can_be_read(tool: ModuleType) -> None:
    inner = tool.read_inner(tool.MENDED)
    counts = {code: sum(len(o) for (c, _), o in inner.items() if c == code) for code in ("en", "ru", "uk", "be")}
    assert counts == {"en": 1, "ru": 37, "uk": 68, "be": 15}
