"""The tool behind data/words/*.joints.gz: what it counts, and that it is repeatable."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from tools.build_lowercase_words import Counts, build, main

LINES = [
    "A farmer saw the fox.",
    "The farmer met Rose behind the wall.",
    "Now the bank is shut",
    "He saw the rose, and the bank.",
]


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "a.tsv").write_text(
        "".join(f"{line}\tОн видел лису.\tВін бачив лиса.\tЁн бачыў ліса.\n" for line in LINES)
    )
    (folder / "tatoeba.en-ru.tsv").write_text("The fox saw a farmer.\tЛиса видела его.\n")
    (folder / "manual.en-ru.tsv").write_text("click the Fox in the Farmer menu.\tщёлкните Лису.\n")
    return folder


def read(path: Path) -> dict[str, list[str]]:
    rows = gzip.decompress(path.read_bytes()).decode().splitlines()
    return {word: rest for word, *rest in (row.split("\t") for row in rows)}


def test_counts_by_position() -> None:
    counts = Counts()
    for line in (*LINES, LINES[0]):  # a line counts once
        counts.add(line)
    assert counts.lower["farmer"] == 2
    assert counts.opens["the"] == 1
    assert counts.capital["rose"] == 1
    assert counts.closes["fox"] == 1
    assert counts.goes_on["the"] == 5


def test_title_case_says_nothing_on_names() -> None:
    counts = Counts()
    counts.add("Killer Pig Mauls Chinese Farmer to Death")
    assert not counts.capital


def test_files(sources: Path, tmp_path: Path) -> None:
    paths = build([sources], tmp_path)
    assert [path.name for path in paths] == ["en.joints.gz", "ru.joints.gz", "uk.joints.gz", "be.joints.gz"]
    words = read(paths[0])
    assert list(words) == sorted(words)
    assert int(words["the"][0]) > 0
    assert "rose" not in words  # one occurrence in lower case is not enough
    assert "menu" not in words  # manuals are not read
    assert "-" in words  # what all words do


def test_same_sources_same_bytes(sources: Path, tmp_path: Path) -> None:
    first = [path.read_bytes() for path in build([sources], tmp_path)]
    assert [path.read_bytes() for path in build([sources], tmp_path)] == first


def test_leaving_out(sources: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(sources), "--out", str(tmp_path), "--leave-out", "a."]) == 0
    assert "en.joints.gz" in capsys.readouterr().out
    assert "the" not in read(tmp_path / "en.joints.gz")
