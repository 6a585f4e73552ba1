"""The few lines that the package's docstring promises."""

import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

import xlate
from xlate.errors import InputError
from xlate.settings import Settings

ROOT = Path(__file__).resolve().parent.parent


def test_the_example_of_the_docstring_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert xlate.__doc__
    example = textwrap.dedent(xlate.__doc__.split("\n\n", 1)[1].rsplit("\n\n", 1)[0])
    (tmp_path / "article.html").write_bytes((ROOT / "corpus" / "samples" / "border_crossing.html").read_bytes())
    monkeypatch.chdir(tmp_path)
    exec(example, {})
    assert "<html" in (tmp_path / "out" / "article.html").read_text("utf-8")


def test_one_text() -> None:
    result = xlate.translate("The ministers met in Minsk on Monday.\n\nIt rained.", to="Belarusian", from_="en")
    assert len(result.text.split("\n\n")) == 2
    assert (result.source_language, result.target_language) == ("en", "be")
    assert all(unit.score for unit in result.units)


def test_own_terms() -> None:
    terms = xlate.Termbase.of_pairs({"Quibbleton": "Квіблтан"}, "en", "be")
    assert "Квіблтан" in xlate.translate("They met in Quibbleton on Monday.", to="be", from_="en", terms=terms).text


def test_many_texts_are_read_as_they_are_wanted() -> None:
    taken = 0

    def texts() -> Iterator[str]:
        nonlocal taken
        for taken in range(1, 10_000):
            yield f"The {taken} ministers met in Minsk on Monday and went home. " * 60

    results = xlate.translate_many(texts(), to="ru", from_="en", settings=Settings(no_glossary=True, beam_size=1))
    first = next(results)
    results.close()  # type: ignore[attr-defined]
    assert first.document.name == "text 1"
    assert taken < 100


def test_what_cannot_be_told_says_so() -> None:
    with pytest.raises(InputError, match="text 1"):
        xlate.translate("12345", to="be")
    with pytest.raises(AttributeError):
        _ = xlate.nothing
