"""What the model may learn from: fit pairs, each once, and nothing of the development sets."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from training.cleaning import fault, normalise
from training.prepare import clean, held_out_lines, read_news, read_pairs


@pytest.mark.parametrize(
    ("pair", "languages"),
    [
        (("The mayor spoke.", "Мэр выступил."), ("en", "ru")),
        (("Minsk, 1991", "Мінск, 1991"), ("en", "be")),
        (("Yes.", "Так."), ("en", "uk")),
    ],
)
def test_fit_pairs_pass(pair: tuple[str, str], languages: tuple[str, str]) -> None:
    assert fault(pair, languages) == ""


@pytest.mark.parametrize(
    ("pair", "languages", "reason"),
    [
        (("", "Мэр."), ("en", "ru"), "empty or same"),
        (("Minsk", "Minsk"), ("en", "be"), "empty or same"),
        (("The mayor spoke.", "The mayor"), ("en", "ru"), "script"),
        (("The mayor spoke.", "Мэр выступіў."), ("en", "ru"), "letters of another language"),
        (("The mayor spoke.", "Мер выступил, это щит."), ("en", "be"), "letters of another language"),
        (("The mayor spoke.", "Мэр " + "очень " * 30), ("en", "ru"), "length"),
        (("Press <b>here</b>", "Нажмите <b>тут</b>"), ("en", "ru"), "markup"),
        (("In 1991 it ended.", "В 1992 году это кончилось."), ("en", "ru"), "numbers"),
    ],
)
def test_unfit_pairs_are_named(pair: tuple[str, str], languages: tuple[str, str], reason: str) -> None:
    assert fault(pair, languages) == reason


def test_normalise() -> None:
    assert normalise("  п’ять\u00a0 со\u00adрок за\u0301мок ") == "п'ять сорок замок"


def test_held_out_lines_and_duplicates_do_not_get_in(tmp_path: Path) -> None:
    (tmp_path / "dev").mkdir()
    (tmp_path / "dev" / "en.txt").write_text("The ferry left Cherkasy, at noon!\n", "utf-8")
    (tmp_path / "pairs").mkdir()
    rows = [
        "the ferry left cherkasy at noon\tпаром вышел из Черкасс в полдень",
        "It rained.\tШёл дождь.",
        "It rained!\tШёл дождь!",
        "broken line",
    ]
    (tmp_path / "pairs" / "tales.en-ru.tsv").write_text("\n".join(rows) + "\n", "utf-8")
    log: Counter[str] = Counter()
    kept = list(clean(read_pairs(tmp_path / "pairs"), held_out_lines([tmp_path / "dev"]), log))
    assert [(pair.left, pair.right) for pair in kept] == [("It rained.", "Шёл дождь.")]
    assert log["dropped: held out"] == 1
    assert log["dropped: duplicate"] == 1


def test_articles_also_give_each_sentence_joined_to_the_next_but_not_the_title(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    rows = [f"Title{n}\tЗаголовок{n}\tЗаголовок{n}\tЗагаловак{n}\tstory/{n // 3}\t{n % 3}" for n in range(6)]
    (tmp_path / "articles" / "a.tsv").write_text("\n".join(rows) + "\n", "utf-8")
    joined = [row for row in read_news(tmp_path) if row[0] == "news-joined"]
    assert [left for _, pair, left, _ in joined if pair == ("en", "ru")] == ["Title1 Title2", "Title4 Title5"]


def test_news_gives_all_pairs_of_the_four_languages(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("It rained.\tШёл дождь.\tЙшов дощ.\tІшоў дождж.\n", "utf-8")
    assert len(list(read_news(tmp_path))) == 6


def test_the_record_of_the_second_reading_is_no_news(tmp_path: Path) -> None:
    news = "It rained.\tШёл дождь.\tЙшов дощ.\tІшоў дождж.\n"
    for name in ("a.tsv", "second-reading.tsv"):
        (tmp_path / name).write_text(news, "utf-8")
    assert len(list(read_news(tmp_path))) == 6
