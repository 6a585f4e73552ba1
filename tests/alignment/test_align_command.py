"""``xlate align`` as a program."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.alignment.test_aligner import ENGLISH, RUSSIAN
from xlate.cli.align import Request, _judge
from xlate.pipeline import Translator


def run(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "xlate.cli.app", "align", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=cwd)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "en.txt").write_text("\n".join(ENGLISH) + "\n", "utf-8")
    (tmp_path / "ru.txt").write_text(
        "\n".join([*RUSSIAN[:1], f"{RUSSIAN[1]} {RUSSIAN[2]}", *RUSSIAN[3:]]) + "\n", "utf-8"
    )
    return tmp_path


def test_lines_and_beads(folder: Path) -> None:
    shown = run("en.txt", "ru.txt", "--lines", "--no-mt", "--format", "beads", cwd=folder)
    assert shown.returncode == 0, shown.stderr
    assert shown.stdout.splitlines()[:3] == ["[0]:[0]", "[1,2]:[1]", "[3]:[2]"]


def test_documents_as_json(folder: Path) -> None:
    shown = run("en.txt", "ru.txt", "--no-mt", "-o", "out/pairs.json", cwd=folder)
    assert shown.returncode == 0, shown.stderr
    made = json.loads((folder / "out" / "pairs.json").read_text("utf-8"))
    assert (made["source_language"], made["target_language"]) == ("en", "ru")
    assert [n for bead in made["beads"] for n in bead["source"]] == list(range(len(ENGLISH)))


def test_tmx_has_the_pairs(folder: Path) -> None:
    assert run("en.txt", "ru.txt", "--lines", "--no-mt", "-o", "pairs.tmx", cwd=folder).returncode == 0
    units = ElementTree.parse(folder / "pairs.tmx").findall("body/tu")
    assert [seg.text for seg in units[0].iter("seg")] == [ENGLISH[0], RUSSIAN[0]]


def test_a_workbook_keeps_text_as_text(folder: Path) -> None:
    from openpyxl import load_workbook

    (folder / "en.txt").write_text("\n".join(["=1+1 is two", *ENGLISH]), "utf-8")
    (folder / "ru.txt").write_text("\n".join(["=1+1 равно двум", *RUSSIAN]), "utf-8")
    assert run("en.txt", "ru.txt", "--lines", "--no-mt", "-o", "pairs.xlsx", cwd=folder).returncode == 0
    rows = list(load_workbook(folder / "pairs.xlsx").active.iter_rows(values_only=True))
    assert rows[1][3:] == ("=1+1 is two", "=1+1 равно двум")
    assert len(rows) == len(ENGLISH) + 2


def test_a_given_translation(folder: Path) -> None:
    (folder / "mt.txt").write_text("\n".join(RUSSIAN), "utf-8")
    shown = run("en.txt", "ru.txt", "--lines", "--from", "de", "--to", "fr", "--mt", "mt.txt", cwd=folder)
    assert shown.returncode == 0, shown.stderr
    assert shown.stdout.splitlines()[1].startswith(f"{ENGLISH[1]} {ENGLISH[2]}\t")


def test_the_order_of_the_texts_does_not_matter(folder: Path) -> None:
    forth = run("en.txt", "ru.txt", "--lines", "--no-mt", "--format", "beads", cwd=folder).stdout
    back = run("ru.txt", "en.txt", "--lines", "--no-mt", "--format", "beads", cwd=folder).stdout
    assert [line.split(":")[::-1] for line in back.split()] == [line.split(":") for line in forth.split()]


def test_two_texts_in_one_language_are_aligned_and_that_is_said(folder: Path) -> None:
    shown = run("en.txt", "en.txt", "--lines", "--no-mt", "--format", "beads", cwd=folder)
    assert shown.stdout.split() == [f"[{k}]:[{k}]" for k in range(len(ENGLISH))]
    assert "both texts are en" in shown.stderr


def test_ten_to_one(folder: Path) -> None:
    (folder / "one.txt").write_text(RUSSIAN[2] + "\n", "utf-8")
    shown = run("en.txt", "one.txt", "--lines", "--no-mt", "--format", "beads", cwd=folder)
    assert shown.stdout.split()[2] == "[2]:[0]"


def test_one_giant_paragraph_is_cut_into_sentences(folder: Path) -> None:
    (folder / "giant.txt").write_text(" ".join(RUSSIAN) + "\n", "utf-8")
    shown = run("en.txt", "giant.txt", "--no-mt", "--format", "beads", cwd=folder)
    assert shown.stdout.split() == [f"[{k}]:[{k}]" for k in range(len(ENGLISH))]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("en.txt", "empty.txt", "--lines"), "empty.txt: is empty"),
        (("empty.txt", "en.txt"), "empty.txt: is empty"),
        (("ru.txt", "en.txt", "--lines", "--no-mt", "--from", "en", "--to", "ru"), "but the other way round"),
        (("long.txt", "giant.txt", "--lines", "--no-mt"), "Without --lines xlate finds the sentences"),
        (("en.txt", "none.txt"), "none.txt: no such file"),
        (("en.txt", "ru.txt", "--format", "csv"), 'There is no format "csv"'),
        (("en.txt", "ru.txt", "-o", "x.doc"), "x.doc: its suffix names no format"),
        (
            ("en.txt", "ru.txt", "--lines", "--mt", "short.txt"),
            "short.txt: has 1 lines, the text that it translates has 8",
        ),
        (("-", "-"), "Only one of the two texts"),
        (("en.txt", "ru.txt", "--most", "1"), "--most is 1"),
        (("en.txt", "other.txt", "--lines", "--no-mt", "--to", "ru"), "nothing to do with each other"),
    ],
)
def test_wrong_input_is_named(folder: Path, arguments: tuple[str, ...], message: str) -> None:
    (folder / "short.txt").write_text("one\n", "utf-8")
    (folder / "empty.txt").write_text("\n \n", "utf-8")
    (folder / "long.txt").write_text("\n".join(ENGLISH * 6) + "\n", "utf-8")
    (folder / "giant.txt").write_text(" ".join(RUSSIAN * 6) + "\n", "utf-8")
    other = ["Кошка спит на диване.", "Рецепт борща прост.", "Бабушка вяжет носки.", "В лесу грибы.", "Осень пришла."]
    (folder / "other.txt").write_text("\n".join(other), "utf-8")
    shown = run(*arguments, cwd=folder)
    assert shown.returncode == 2
    assert message in shown.stderr
    assert "Traceback" not in shown.stderr


@pytest.mark.parametrize(
    ("options", "asked"),
    [({}, True), ({"ask": False}, False), ({"translate": False}, False), ({"mt": Path("mt.txt")}, False)],
)
def test_the_model_is_asked_about_pairs_in_doubt_where_it_translates(options: dict[str, Any], asked: bool) -> None:
    request = Request(Path("en.txt"), Path("ru.txt"), **options)
    assert (_judge(request, Translator(), ("en", "ru")) is not None) == asked
    assert _judge(request, Translator(), ("en", "en")) is None


def test_quick_does_without_the_models_opinion(folder: Path) -> None:
    shown = run("en.txt", "ru.txt", "--lines", "--quick", "--format", "beads", "-q", cwd=folder)
    assert shown.stdout.splitlines()[:3] == ["[0]:[0]", "[1,2]:[1]", "[3]:[2]"]
