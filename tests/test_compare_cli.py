"""``xlate compare`` as a user runs it: in a process of its own, with good and bad input."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.test_cli import talk, xlate

SOURCE = """Ferry returns to the Dnieper after three years

The ferry between the two banks of the Dnieper made its first trip on Monday. It carried 46 passengers and nine cars.

"We have waited for this day since 2023," said Hanna Marchuk, a teacher from Cherkasy.

The bridge will not be closed before the winter. Farmers from the villages sell apples and pumpkins at the pier.

A second boat is expected in May.
"""
TARGET = """Паром возвращается на Днепр через три года

Паром между двумя берегами Днепра совершил в понедельник первый рейс. Он перевёз 64 пассажира и девять машин.

«Мы ждали этого дня с 2023 года», — сказала Ганна Марчук, учительница из Черкасс.

До зимы мост закроют. Фермеры из деревень продают на пристани яблоки и тыквы.

Второе судно ожидают в мае.
"""
OTHER = """Хоккеисты выиграли кубок в овертайме

Решающую шайбу забросил защитник хозяев. Вратарь гостей отразил тридцать два броска.

Тренер поблагодарил болельщиков за поддержку. Следующий матч пройдёт на выезде.

Билеты на него раскупили за час.
"""


@pytest.fixture
def texts(tmp_path: Path) -> tuple[Path, Path]:
    source, target = tmp_path / "a.txt", tmp_path / "b.txt"
    source.write_text(SOURCE, encoding="utf-8")
    target.write_text(TARGET, encoding="utf-8")
    return source, target


def test_report_in_every_format(texts: tuple[Path, Path], tmp_path: Path) -> None:
    done = xlate("compare", *texts, "-o", tmp_path / "r.html")
    assert done.returncode == 0, talk(done)
    assert "Coverage" in talk(done)
    page = (tmp_path / "r.html").read_text("utf-8")
    assert "46 became 64" in page
    for suffix in ("md", "json", "tmx"):
        assert xlate("compare", *texts, "--no-mt", "-q", "-o", tmp_path / f"r.{suffix}").returncode == 0
        assert "64" in (tmp_path / f"r.{suffix}").read_text("utf-8")


def test_json_and_exit_code(texts: tuple[Path, Path]) -> None:
    done = xlate("compare", *texts, "--json", "--fail-on", "warning", "-q")
    assert done.returncode == 1, talk(done)
    content = json.loads(done.stdout)
    kinds = {finding["kind"] for finding in content["findings"] if finding["severity"] != "info"}
    assert {"number", "negation"} <= kinds
    assert (content["source"]["language"], content["target"]["language"]) == ("en", "ru")


def test_summary_on_the_terminal_and_a_given_translation(texts: tuple[Path, Path]) -> None:
    done = xlate("compare", *texts, "--mt", texts[1])
    assert done.returncode == 0, talk(done)
    assert done.stdout.decode().startswith("Coverage")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("b.txt", "a.txt", "--from", "en", "--to", "ru"), "wrong way round"),
        (("a.txt", "empty.txt"), "no text"),
        (("a.txt", "other.txt"), "do not seem to be"),
        (("a.txt", "other.txt", "--no-mt"), "do not seem to be"),
        (("a.txt", "b.txt", "--format", "pdf"), "html, md, json"),
        (("a.txt", "b.txt", "--format", "xlsx"), "not printed"),
        (("a.txt", "b.txt", "-o", "r.doc"), "html, md, json"),
        (("a.txt", "b.txt", "--mt", "a.txt"), "is English"),
        (("a.txt", "missing.txt"), "no such file"),
        (("-", "-"), "stdin"),
    ],
)
@pytest.mark.usefixtures("texts")
def test_bad_input_says_what_to_do(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    (tmp_path / "empty.txt").write_text("\n12345\n", encoding="utf-8")
    (tmp_path / "other.txt").write_text(OTHER, encoding="utf-8")
    done = xlate("compare", *arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert said in talk(done)
    assert "Traceback" not in talk(done)


def test_two_versions_in_one_language(texts: tuple[Path, Path], tmp_path: Path) -> None:
    done = xlate("compare", texts[0], texts[0], "-o", tmp_path / "r.html")
    assert done.returncode == 0, talk(done)
    assert "Coverage 1.00" in talk(done)
    assert "two versions of one text" in talk(done)


def test_one_giant_paragraph_is_compared_sentence_by_sentence(texts: tuple[Path, Path], tmp_path: Path) -> None:
    giant = tmp_path / "giant.txt"
    giant.write_text(" ".join(TARGET.split()), encoding="utf-8")
    done = xlate("compare", texts[0], giant, "--json", "-q")
    assert done.returncode == 0, talk(done)
    assert len(json.loads(done.stdout)["beads"]) >= 6
